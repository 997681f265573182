//! Each value kind's corpus of examples, yes and no.
//!
//! `src/value/<kind>/corpus.tsv`: `yes <TAB> published or empty <TAB> text with one [expression] <TAB> kind: normal form`,
//! or `no <TAB> published or empty <TAB> text <TAB> kinds that must not be read, separated by spaces`. A `#` opens a comment.

use crate::read::values;

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
