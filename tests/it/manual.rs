//! `docs/rules.md` says what the program does: its tables of keys, its patterns, and every console line of the tutorial.
//!
//! A fenced block with a file's name is written to an empty folder, a `console` block is run there and must print what it
//! shows. Set `TWOSOURCE_BLESS` to write what the program says into the page, then read it.

use crate::program::run;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use twosource::claim;
use twosource::compare::COMPARATORS;
use twosource::document::Document;
use twosource::rule::{OBJECTS, RuleText, compile};
use twosource::text::Source;
use twosource::value::KINDS;

fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md")
}

fn is_blessing() -> bool {
    std::env::var_os("TWOSOURCE_BLESS").is_some()
}

const BEGIN: &str = "<!-- reference: written by the program -->\n";
const END: &str = "<!-- end of reference -->\n";

/// The tables of keys, kinds and comparators.
fn reference() -> String {
    let mut text = String::new();
    for object in OBJECTS {
        let _ = writeln!(
            text,
            "\n### {}\n\n{}\n\n| key | meaning | example |\n|---|---|---|",
            object.name, object.about
        );
        for field in object.fields {
            let needed = if field.required { " **Needed.**" } else { "" };
            let _ = writeln!(
                text,
                "| `{}` | {}{needed} | `{}` |",
                field.key,
                field.about,
                field.example.replace('|', "\\|")
            );
        }
    }
    text.push_str("\n### Kinds of value\n\n| kind | for example |\n|---|---|\n");
    for row in KINDS {
        let _ = writeln!(text, "| `{}` | {} |", row.label, row.example);
    }
    text.push_str("\n### Comparators\n\n| `as` | compares |\n|---|---|\n");
    for row in COMPARATORS {
        let _ = writeln!(text, "| `{}` | {} |", row.label, row.about);
    }
    text.push('\n');
    text
}

/// What the program prints for the console lines of the page, put into the page.
fn with_output(page: &str, folder: &Path) -> String {
    let mut answer = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        answer.push_str(line);
        answer.push('\n');
        let Some(label) = line.strip_prefix("```").filter(|label| !label.is_empty()) else {
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|l| *l != "```").collect();
        if label == "console" {
            for command in block.iter().filter_map(|l| l.strip_prefix("$ ")) {
                let mut words = command.split(' ');
                assert_eq!(words.next(), Some("twosource"), "{command}");
                let output = run(folder, &words.collect::<Vec<_>>());
                let _ = writeln!(answer, "$ {command}");
                answer.push_str(&String::from_utf8_lossy(&output.stdout));
                answer.push_str(&String::from_utf8_lossy(&output.stderr));
            }
        } else {
            let text = block.join("\n") + "\n";
            if let Some((_, name)) = label.split_once(' ') {
                std::fs::write(folder.join(name), &text).expect("a file of the tutorial");
            }
            answer.push_str(&text);
        }
        answer.push_str("```\n");
    }
    answer
}

#[test]
fn the_manual_shows_what_the_program_says() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("manual");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let text = std::fs::read_to_string(page()).expect("the page");
    let (before, rest) = text.split_once(BEGIN).expect("a place for the reference");
    let (_, after) = rest.split_once(END).expect("an end of the reference");
    let whole = format!("{before}{BEGIN}{}{END}{after}", reference());
    let expected = with_output(&whole, &folder);
    if is_blessing() {
        std::fs::write(page(), &expected).expect("the page is written");
    }
    let text = std::fs::read_to_string(page()).expect("the page");
    for (number, (is, wanted)) in text.lines().zip(expected.lines()).enumerate() {
        assert_eq!(is, wanted, "docs/rules.md:{}", number + 1);
    }
    assert_eq!(text.len(), expected.len());
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for (name, place) in [
        ("rules/strike-ballot.json", "rules/strike-ballot.json"),
        ("ours.txt", "articles/strike-ballot-a.txt"),
        ("theirs.txt", "articles/strike-ballot-b.txt"),
    ] {
        let written = std::fs::read_to_string(folder.join(name)).expect("written above");
        if is_blessing() {
            std::fs::write(example.join(place), &written).expect("written");
        }
        let kept = std::fs::read_to_string(example.join(place)).unwrap_or_default();
        assert_eq!(
            kept, written,
            "examples/{place} is not the tutorial's {name}"
        );
    }
}

/// The rows of the table of patterns.
fn rows(text: &str) -> Vec<Vec<String>> {
    let table = text
        .split("| pattern | matches | does not match |\n")
        .nth(1);
    let rows = table.unwrap_or("").lines().skip(1);
    rows.take_while(|row| row.starts_with('|'))
        .map(|row| {
            let row = row.replace("\\|", "\u{1}");
            let cells = row.trim_matches('|').split('|');
            cells.map(|c| c.trim().replace('\u{1}', "|")).collect()
        })
        .collect()
}

#[test]
fn patterns_of_the_manual_match_as_it_says() {
    let text = std::fs::read_to_string(page()).expect("the page");
    let rows = rows(&text);
    assert!(rows.len() >= 10, "{rows:?}");
    for row in rows {
        let [pattern, yes, no] = row.as_slice() else {
            panic!("three columns: {row:?}");
        };
        let pattern = pattern.trim_matches('`');
        let pack = format!(
            "{{\"format\": 1, \"id\": \"t\", \"words\": {{\"crowd\": [\"diplomat\", \"member of staff\"], \"determiner\": [\"the\"]}}, \
             \"event\": {{\"seen-by\": [\"{pattern}\"]}}}}"
        );
        let (rules, errors) = compile(&[RuleText {
            origin: "t".into(),
            text: pack.into(),
            layer: 0,
        }]);
        assert!(errors.is_empty(), "{errors:?}");
        for (sentence, wanted) in [(yes, true), (no, false)] {
            let source = Source::new("t", sentence.as_str());
            let account = claim::extract(Document::parse(&source), &rules);
            assert_eq!(
                !account.events.is_empty(),
                wanted,
                "{pattern} in: {sentence}"
            );
        }
    }
}
