//! What holds whatever the articles say.

use proptest::prelude::*;
use std::sync::OnceLock;
use twosource::compare::Verdict;
use twosource::document::Document;
use twosource::finding::Mode;
use twosource::report::json;
use twosource::rule::{RuleSet, built_in, compile};
use twosource::text::{Part, Source};

fn rules() -> &'static RuleSet {
    static RULES: OnceLock<RuleSet> = OnceLock::new();
    RULES.get_or_init(|| compile(&built_in()).0)
}

fn seeds() -> [Source; 2] {
    [
        Source::new("a", include_str!("../../seeds/000_336b56e339cc527d.txt")),
        Source::new("b", include_str!("../../seeds/001_757741da40e0dde8.txt")),
    ]
}

/// What a comparison says, whichever side is which: claim, verdict, reason, fingerprint, and the sides by their names.
fn said(articles: &[Source]) -> Vec<String> {
    let report = twosource::compare("test", articles, rules(), Mode::SameEvent);
    let mut rows: Vec<String> = report
        .findings
        .iter()
        .map(|f| {
            let mut sides: Vec<String> = f
                .sides
                .iter()
                .map(|s| format!("{} {:?}", articles[s.member.article].id, s.span))
                .collect();
            sides.sort();
            format!(
                "{} {} {} {} {}",
                rules().claims.get(f.rule).expect("a claim").id,
                f.verdict.label(),
                f.reason,
                f.fingerprint,
                sides.join(" ")
            )
        })
        .collect();
    rows.sort();
    rows
}

fn conflicts(articles: &[Source]) -> usize {
    let report = twosource::compare("test", articles, rules(), Mode::SameEvent);
    report
        .findings
        .iter()
        .filter(|f| f.verdict == Verdict::Conflict)
        .count()
}

#[test]
fn swapping_the_articles_swaps_the_sides_and_nothing_else() {
    let [a, b] = seeds();
    assert_eq!(said(&[a.clone(), b.clone()]), said(&[b, a]));
}

#[test]
fn an_article_against_itself_has_no_conflict() {
    for seed in seeds() {
        let twin = Source {
            id: "twin".to_owned(),
            ..seed.clone()
        };
        assert_eq!(conflicts(&[seed, twin]), 0);
    }
}

#[test]
fn trailing_boilerplate_changes_nothing() {
    let [a, b] = seeds();
    let longer = Source {
        text: format!("{}\n\nAdvertisement\n\nRead more\n", a.text),
        ..a.clone()
    };
    assert_eq!(said(&[a, b.clone()]), said(&[longer, b]));
}

#[test]
fn the_same_bytes_come_out_every_time() {
    let articles = seeds();
    let once = json::compare(&twosource::compare(
        "test",
        &articles,
        rules(),
        Mode::SameEvent,
    ))
    .to_string();
    for _ in 0..3 {
        assert_eq!(
            json::compare(&twosource::compare(
                "test",
                &articles,
                rules(),
                Mode::SameEvent
            ))
            .to_string(),
            once
        );
    }
}

/// Pieces of news and of what news never holds, to be strung together.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("The walkout was led by Ambassador Ann Lee on Tuesday, March 1, 2022. ".to_owned()),
        Just(
            "About 100 diplomats walked out of the UN Human Rights Council in Geneva. ".to_owned()
        ),
        Just("\u{201c}We left\u{201d}, said Sen. J. O'Neil (R-Ohio) — 4:12 p.m. ".to_owned()),
        Just("— A. B (@c) March 1, 2022\n\n".to_owned()),
        Just("$1.5 million, 7-2, 3.5%, 10 km, aged 25, hundreds of thousands ".to_owned()),
        Just("\u{1b}[31m\u{202e}\u{200b}\u{feff}\u{0}".to_owned()),
        "\\PC{0,12}",
        "[0-9.,:/$%-]{0,12}",
        "[A-Z .'’\"“”()-]{0,16}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// A report whose sentences give a rule or an aligned statement something to hold against an edited copy.
const REPORT: &str = "Four inmates broke out of Cobden Ridge in 2009. Two people were killed in the crash, police said. Six people were \
    killed, doctors said. Castillo, 49, will be the first woman to hold the job. The ferry Halvard ran aground off the harbour of \
    Sorvik on Tuesday with 212 passengers on board. Mayor Odd Brenne did not approve the plan. The bank raised its rate to 4.5 \
    percent on Thursday. A Sorvik court sentenced Karl Holt to seven years in prison.";

/// What is done to the words at some places: left out, in other case, another number or word in its place.
fn edits() -> impl Strategy<Value = Vec<(usize, u8)>> {
    prop::collection::vec((0..REPORT.split(' ').count(), 0..5_u8), 1..5)
}

fn edited(text: &str, edits: &[(usize, u8)]) -> String {
    let words = text.split(' ').enumerate().filter_map(|(at, word)| {
        match edits.iter().find(|(edited, _)| *edited == at) {
            Some((_, 0)) => None,
            Some((_, 1)) => Some(word.to_lowercase()),
            Some((_, 2)) => Some(word.to_uppercase()),
            Some((_, 3)) if word.starts_with(|c: char| c.is_ascii_digit()) => Some("13".to_owned()),
            Some((_, 3)) => Some("not".to_owned()),
            Some(_) => Some("five".to_owned()),
            None => Some(word.to_owned()),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_span_lies_in_the_text(text in pieces(), title in "\\PC{0,24}") {
        let mut source = Source::new("a", text);
        source.title = Some(title);
        let account = twosource::claim::extract(Document::parse(&source), rules());
        let spans = account.mentions.iter().map(|m| m.span).chain(account.claims.iter().flat_map(|c| [c.span, c.quote, c.evidence]));
        for span in spans {
            let part = source.part(span.part);
            prop_assert!(part.get(span.start as usize..span.end as usize).is_some(), "{span:?} of {part:?}");
            prop_assert!(span.start < span.end);
        }
        let covered: usize = account.document.sentences.iter().map(|s| s.tokens.len()).sum();
        prop_assert_eq!(covered, account.document.tokens.len());
        prop_assert!(account.document.tokens.iter().all(|t| t.part == Part::Title || t.part == Part::Text));
    }

    #[test]
    fn any_two_texts_compare_the_same_both_ways(a in pieces(), b in pieces()) {
        let (a, b) = (Source::new("a", a), Source::new("b", b));
        prop_assert_eq!(said(&[a.clone(), b.clone()]), said(&[b, a]));
    }

    /// Two versions of one text share statements, which texts drawn by themselves never do.
    #[test]
    fn a_text_and_its_edited_copy_compare_the_same_both_ways(edits in edits()) {
        let a = Source::new("a", REPORT);
        let b = Source::new("b", edited(REPORT, &edits));
        prop_assert_eq!(said(&[a.clone(), b.clone()]), said(&[b, a]));
    }

    #[test]
    fn no_text_contradicts_its_twin(text in pieces()) {
        let (a, b) = (Source::new("a", text.clone()), Source::new("b", text));
        prop_assert_eq!(conflicts(&[a, b]), 0);
    }
}
