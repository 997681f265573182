//! Each value kind's corpus of examples, yes and no.
//!
//! `src/value/<kind>/corpus.tsv`: `yes <TAB> published or empty <TAB> text with one [expression] <TAB> kind: normal form`,
//! or `no <TAB> published or empty <TAB> text <TAB> kinds that must not be read, separated by spaces`. A `#` opens a comment.

use crate::read::values;
use std::fmt::Write as _;

/// What is wrong with one row, if anything.
fn check(row: &str) -> Option<String> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [sign, published, text, expected] = columns.as_slice() else {
        return Some("not four columns".to_owned());
    };
    let plain = text.replace(['[', ']'], "");
    let read = values(&plain, published);
    let shown = |(words, value): &(String, twosource::value::Value)| {
        format!("[{words}] {}: {value}", value.kind().label())
    };
    if *sign == "no" {
        let wrong: Vec<String> = read
            .iter()
            .filter(|(_, v)| expected.split(' ').any(|k| k == v.kind().label()))
            .map(shown)
            .collect();
        return (!wrong.is_empty()).then(|| format!("read {}", wrong.join(", ")));
    }
    let bracketed = text
        .split('[')
        .nth(1)
        .and_then(|rest| rest.split(']').next())
        .unwrap_or("");
    let found = read
        .iter()
        .any(|(words, v)| words == bracketed && format!("{}: {v}", v.kind().label()) == *expected);
    (!found).then(|| {
        format!(
            "wanted [{bracketed}] {expected}, read {}",
            read.iter().map(shown).collect::<Vec<_>>().join(", ")
        )
    })
}

fn check_corpus(rows: &str) {
    let rows: Vec<&str> = rows
        .lines()
        .filter(|row| !row.is_empty() && !row.starts_with('#'))
        .collect();
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|row| check(row).map(|why| format!("{row}\n    {why}")))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} rows:\n{}",
        wrong.len(),
        rows.len(),
        wrong.join("\n")
    );
    let no = rows.iter().filter(|row| row.starts_with("no\t")).count();
    assert!(
        no * 3 >= rows.len(),
        "only {no} of {} rows say what must not be read",
        rows.len()
    );
}

/// The folders of kinds with their corpora, as `docs/values.md` lists them.
const CORPORA: [(&str, &str); 4] = [
    (
        "Dates, times, lengths of time, sets",
        include_str!("../../src/value/date/corpus.tsv"),
    ),
    (
        "Numbers, money, percentages, measures, ages, scores, ranks",
        include_str!("../../src/value/number/corpus.tsv"),
    ),
    (
        "People and organisations",
        include_str!("../../src/value/name/corpus.tsv"),
    ),
    (
        "Places and countries",
        include_str!("../../src/value/place/corpus.tsv"),
    ),
];

const INTRODUCTION: &str = "# What values are read

The first examples of every group of the corpora (`src/value/<kind>/corpus.tsv`), written by their test: `TWOSOURCE_BLESS=1 cargo test \
--test it -- corpus`. What stands in brackets is read as the second column says, in an article of the day in the third; a row without \
brackets says what must not be read there. `twosource mentions FILE` prints the values of an article.
";

/// How many examples of a group the page shows, and how many of what must not be read.
const SHOWN: (usize, usize) = (3, 1);

/// The table of a corpus: of each of its groups the first examples.
fn table(title: &str, rows: &str) -> String {
    let mut page = format!("\n## {title}\n\n| text | read as | published |\n|---|---|---|\n");
    let mut shown = (0, 0);
    for row in rows.lines().skip(1) {
        let columns: Vec<String> = row
            .split('\t')
            .map(|cell| cell.replace('|', "\\|"))
            .collect();
        match columns.as_slice() {
            [remark] if remark.starts_with('#') => {
                shown = (0, 0);
                let _ = writeln!(
                    page,
                    "| **{}** | | |",
                    remark.trim_start_matches(['#', ' '])
                );
            }
            [sign, published, text, value] if sign == "yes" && shown.0 < SHOWN.0 => {
                shown.0 += 1;
                let _ = writeln!(page, "| {text} | {value} | {published} |");
            }
            [sign, published, text, kinds] if sign == "no" && shown.1 < SHOWN.1 => {
                shown.1 += 1;
                let _ = writeln!(
                    page,
                    "| {text} | no {} | {published} |",
                    kinds.replace(' ', ", no ")
                );
            }
            _ => {}
        }
    }
    page
}

#[test]
fn the_page_of_values_shows_the_corpora() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/values.md");
    let tables: String = CORPORA
        .iter()
        .map(|(title, rows)| table(title, rows))
        .collect();
    let expected = format!("{INTRODUCTION}{tables}");
    if std::env::var_os("TWOSOURCE_BLESS").is_some() {
        std::fs::write(path, &expected).expect("the page is written");
    }
    let page = std::fs::read_to_string(path).expect("the page");
    assert!(
        page == expected,
        "docs/values.md is not what the corpora say: TWOSOURCE_BLESS=1 writes it anew"
    );
}

#[test]
fn dates() {
    check_corpus(include_str!("../../src/value/date/corpus.tsv"));
}

#[test]
fn numbers() {
    check_corpus(include_str!("../../src/value/number/corpus.tsv"));
}

#[test]
fn names() {
    check_corpus(include_str!("../../src/value/name/corpus.tsv"));
}

#[test]
fn places() {
    check_corpus(include_str!("../../src/value/place/corpus.tsv"));
}
