//! The terminal report as a person sees it: one folder a story in `tests/cases`, discovered.
//!
//! A folder holds `rules.json` (without one, the built-in packs), articles `a.txt`, `b.txt` …, and the report as it should
//! be: `report-80.txt`, `report-120.txt` (with what one article alone says), `report-80.ansi` (in colour). With
//! `TWOSOURCE_ACCEPT=1` the reports are written instead of compared: read them before they go in.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use std::path::{Path, PathBuf};
use twosource::finding::{Finding, Mode};
use twosource::report::Report;
use twosource::report::text::{Show, Style, render};
use twosource::rule::{RuleSet, RuleText, built_in, compile};
use twosource::text::{Part, Source, Span, is_unsafe};

fn style(width: usize, color: bool, only_in_one: bool) -> Style {
    Style {
        color,
        width,
        show: Show {
            agreements: true,
            only_in_one,
        },
    }
}

fn rules(text: &str) -> RuleSet {
    let (rules, errors) = compile(&[RuleText {
        origin: "rules.json".into(),
        text: text.to_owned().into(),
        layer: 1,
    }]);
    assert!(errors.is_empty(), "{errors:?}");
    rules
}

/// The rules and articles of a case.
pub(crate) fn load(folder: &Path) -> (RuleSet, Vec<Source>) {
    let rules = match std::fs::read_to_string(folder.join("rules.json")) {
        Ok(text) => rules(&text),
        Err(_) => compile(&built_in()).0,
    };
    let articles = ('a'..='z').map_while(|letter| {
        let name = format!("{letter}.txt");
        let text = std::fs::read_to_string(folder.join(&name)).ok()?;
        Some(Source::new(name, text))
    });
    (rules, articles.collect())
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = std::fs::read_dir(folder).expect("the folder of cases");
    let mut cases: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    cases
}

#[test]
fn reports_look_as_accepted() {
    let mut wrong = Vec::new();
    for folder in cases() {
        let (rules, articles) = load(&folder);
        let report = twosource::compare("case", &articles, &rules, Mode::SameEvent);
        for (name, style) in [
            ("report-80.txt", style(80, false, false)),
            ("report-120.txt", style(120, false, true)),
            ("report-80.ansi", style(80, true, false)),
        ] {
            let shown = render(&report, &style);
            let path = folder.join(name);
            crate::hold(&shown, &path, &mut wrong);
        }
    }
    assert!(
        wrong.is_empty(),
        "not as accepted (TWOSOURCE_ACCEPT=1 accepts):\n{}",
        wrong.join("\n")
    );
}

/// The text of a coloured report without its colours.
fn plain(ansi: &str) -> String {
    let mut parts = ansi.split("\u{1b}[");
    let first = parts.next().unwrap_or("").to_owned();
    parts.fold(first, |text, part| {
        text + part.split_once('m').map_or(part, |(_, rest)| rest)
    })
}

#[test]
fn colour_adds_nothing_but_colour() {
    for folder in cases() {
        let (rules, articles) = load(&folder);
        let report = twosource::compare("case", &articles, &rules, Mode::SameEvent);
        for width in [40, 80, 120] {
            let colored = render(&report, &style(width, true, true));
            assert_eq!(plain(&colored), render(&report, &style(width, false, true)));
        }
    }
}

#[test]
fn the_date_of_a_post_is_shown_in_its_signature() {
    let rules = rules(
        r#"{"format": 1, "id": "vote", "claims": [{"id": "result", "ask": "How did it end?", "choices": {"yes": ["passed"], "no": ["failed"]}}]}"#,
    );
    let post = "The motion passed.— Ann Example (@annexample) March 1, 2022";
    let articles = [
        Source::new("a.txt", format!("A first line of text.\n\n{post}\n")),
        // The same post, altered: a post is not held against what somebody else says.
        Source::new(
            "b.txt",
            format!(
                "Another first line.\n\n{}\n",
                post.replace("passed", "failed")
            ),
        ),
    ];
    let mut report = twosource::compare("post", &articles, &rules, Mode::SameEvent);
    let start = articles[0].text.find("March").expect("the date") as u32;
    let date = Span::new(Part::Text, start, start + 13);
    let Finding { sides, .. } = report.findings.first_mut().expect("a finding");
    sides[0].span = date;
    let shown = render(&report, &style(80, false, false));
    let lines: Vec<&str> = shown.lines().collect();
    let at = |text: &str| lines.iter().position(|line| line.contains(text));
    assert!(at("A │ The motion passed.").is_some(), "{shown}");
    let signature = at("│ — Ann Example (@annexample) March 1, 2022").expect(&shown);
    let column = lines[signature].chars().position(|c| c == 'M');
    assert_eq!(
        lines[signature + 1].chars().position(|c| c == '━'),
        column,
        "{shown}"
    );
}

#[test]
fn of_a_text_without_full_stops_the_words_that_matter_are_shown() {
    let rules = rules(
        r#"{"format": 1, "id": "vote", "claims": [{"id": "result", "ask": "How did it end?", "choices": {"yes": ["passed"], "no": ["failed"]}}]}"#,
    );
    let long = |word: &str| {
        format!(
            "{}{word}{}.",
            "and so on ".repeat(500),
            " für immer".repeat(500)
        )
    };
    let articles = [
        Source::new("a.txt", long("passed")),
        Source::new("b.txt", long("failed")),
    ];
    let report = twosource::compare("long", &articles, &rules, Mode::SameEvent);
    for width in [80, 120] {
        let shown = render(&report, &style(width, false, false));
        assert!(shown.contains("passed") && shown.contains("failed") && shown.contains('━'));
        assert!(shown.contains("… ") && shown.contains('…'), "{shown}");
        assert!(shown.lines().count() < 80, "{shown}");
    }
}

pub(crate) const HOSTILE: &str = "[ -~a-z\u{1b}\u{7}\r\n\t\u{9b}\u{200b}\u{202e}\u{2066}\u{2028}\u{feff}\u{301}\u{e9}日🙂]{0,60}";

/// A report on texts, names and rules made of hostile strings.
pub(crate) fn with_hostile_report(strings: &[String; 6], check: impl Fn(&Report<'_>)) {
    let [ask, before, after, title, name, about] = strings;
    let quoted = |text: &str| serde_json::to_string(text).expect("a string");
    let rules = rules(&format!(
        r#"{{"format": 1, "id": "x", "claims": [
            {{"id": "y", "ask": {}, "choices": {{ {}: ["marker one"], "other": ["marker two"]}}}},
            {{"id": "z", "ask": "?", "value": "text", "find": ["wants {{z}} now"]}}]}}"#,
        quoted(ask),
        quoted(&format!("l{about}")),
    ));
    let article = |marker: &str| {
        let mut source = Source::new(
            name.clone(),
            format!("So {before} marker {marker} {after} end.\n\nShe wants {before} now."),
        );
        source.title = Some(title.clone());
        source
    };
    let articles = [article("one"), article("two"), article("one")];
    check(&twosource::compare("p", &articles, &rules, Mode::SameEvent));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_unsafe_reaches_the_terminal(
        strings in prop::array::uniform6(HOSTILE),
        width in 0_usize..220,
    ) {
        with_hostile_report(&strings, |report| {
            let shown = render(report, &style(width, false, true));
            let raw = |c: char| c != '\n' && (is_unsafe(c) || c == '\t');
            assert!(!shown.contains(raw), "{shown:?}");
            assert!(shown.lines().all(|line| !line.ends_with(' ')), "{shown:?}");
            let widest = width.max(40);
            for line in shown.lines() {
                assert!(unicode_width::UnicodeWidthStr::width(line) <= widest, "{line:?}");
            }
            let colored = render(report, &style(width, true, true));
            assert_eq!(plain(&colored), shown);
        });
    }
}
