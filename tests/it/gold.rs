//! The seeds and the invented pairs, read by a careful editor: what must be found there, and what is called a conflict wrongly.

use serde::Deserialize;
use std::collections::BTreeSet;
use twosource::finding::{Finding, Mode};
use twosource::rule::{built_in, compile};
use twosource::text::{Part, Source, Span};

/// Claim, verdicts that are right, words of A, words of B (`-` for silence).
const GOLD: &str = include_str!("../gold/seeds.tsv");

/// Invented reports in pairs, labelled by hand before any rule was tried on them, and what is known of each file.
const GOLD_PAIRS: [GoldPairs; 12] = [
    GoldPairs {
        name: "pairs",
        lines: include_str!("../gold/pairs.jsonl"),
        false_alarms: &[],
        found: 19,
    },
    GoldPairs {
        name: "practice",
        lines: include_str!("../gold/practice.jsonl"),
        false_alarms: &[],
        found: 14,
    },
    GoldPairs {
        name: "held-out",
        lines: include_str!("../gold/held-out.jsonl"),
        false_alarms: &[("un04", "accident.injured")],
        found: 3,
    },
    GoldPairs {
        name: "desk-practice",
        lines: include_str!("../gold/desk-practice.jsonl"),
        false_alarms: &[],
        found: 10,
    },
    GoldPairs {
        name: "desk-held-out",
        lines: include_str!("../gold/desk-held-out.jsonl"),
        false_alarms: &[],
        found: 5,
    },
    GoldPairs {
        name: "wire-practice",
        lines: include_str!("../gold/wire-practice.jsonl"),
        false_alarms: &[],
        found: 13,
    },
    GoldPairs {
        name: "wire-held-out",
        lines: include_str!("../gold/wire-held-out.jsonl"),
        false_alarms: &[("h10", "election.yes"), ("h22", "treaty.prisoners")],
        found: 4,
    },
    GoldPairs {
        name: "brief-practice",
        lines: include_str!("../gold/brief-practice.jsonl"),
        false_alarms: &[],
        found: 38,
    },
    GoldPairs {
        name: "mixed-practice",
        lines: include_str!("../gold/mixed-practice.jsonl"),
        false_alarms: &[],
        found: 35,
    },
    GoldPairs {
        name: "mixed-held-out",
        lines: include_str!("../gold/mixed-held-out.jsonl"),
        // `missing.found-by` is a conflict whose label quotes other words of the same sentences.
        false_alarms: &[
            ("fd06", "court.verdict"),
            ("fd12", "breach.discovered"),
            ("fd16", "missing.condition"),
            ("fd16", "missing.found-by"),
        ],
        found: 11,
    },
    GoldPairs {
        name: "late-practice",
        lines: include_str!("../gold/late-practice.jsonl"),
        false_alarms: &[],
        found: 22,
    },
    GoldPairs {
        name: "late-held-out",
        lines: include_str!("../gold/late-held-out.jsonl"),
        // A conflict whose label quotes other words.
        false_alarms: &[("fh05", "general.contrast")],
        found: 9,
    },
];

/// A file of pairs.
struct GoldPairs {
    name: &'static str,
    lines: &'static str,
    /// Conflicts that no label confirms, pair and claim. A rule that mends one takes it from the list; none is ever added.
    false_alarms: &'static [(&'static str, &'static str)],
    /// Labelled conflicts that are found: a floor, to be raised.
    found: usize,
}

#[test]
fn the_seeds_say_what_an_editor_found() {
    let rules = compile(&built_in()).0;
    let articles = [
        Source::new("a", include_str!("../../seeds/000_336b56e339cc527d.txt")),
        Source::new("b", include_str!("../../seeds/001_757741da40e0dde8.txt")),
    ];
    let report = twosource::compare("seeds", &articles, &rules, Mode::SameEvent);
    let shown = |finding: &twosource::finding::Finding, article: usize| {
        let sides = finding.sides.iter().filter(|s| s.member.article == article);
        sides
            .map(|s| articles[article].slice(s.span))
            .collect::<Vec<_>>()
    };
    let mut conflicts: Vec<&str> = Vec::new();
    let mut wrong = Vec::new();
    for row in GOLD
        .lines()
        .filter(|row| !row.is_empty() && !row.starts_with('#'))
    {
        let columns: Vec<&str> = row.split('\t').collect();
        let [claim, verdicts, a, b] = columns.as_slice() else {
            panic!("not four columns: {row}")
        };
        let fits = |words: &str, sides: &[&str]| {
            if words == "-" {
                sides.is_empty()
            } else {
                sides.iter().any(|s| s.contains(words))
            }
        };
        let found = report.findings.iter().find(|f| {
            rules.claims.get(f.rule).expect("a claim").id == *claim
                && fits(a, &shown(f, 0))
                && fits(b, &shown(f, 1))
        });
        match found {
            None => wrong.push(format!("{row}\n    nothing was found")),
            Some(f) if !verdicts.split(' ').any(|v| v == f.verdict.label()) => wrong.push(format!(
                "{row}\n    {} ({}) {}",
                f.verdict.label(),
                f.reason,
                f.why
            )),
            Some(f) if f.verdict.label() == "conflict" => conflicts.push(&f.fingerprint),
            Some(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let others: Vec<&str> = report
        .findings
        .iter()
        .filter(|f| f.verdict.label() == "conflict" && !conflicts.contains(&f.fingerprint.as_str()))
        .map(|f| rules.claims.get(f.rule).expect("a claim").id.as_str())
        .collect();
    assert!(others.is_empty(), "false alarms: {others:?}");
}

#[test]
fn every_test_in_the_packs_holds() {
    let texts = built_in();
    let (rules, errors) = compile(&texts);
    assert!(errors.is_empty(), "{errors:?}");
    let packs: Vec<String> = rules.packs.iter().map(|p| p.id.clone()).collect();
    let failed: Vec<String> = twosource::trial::run(&rules, &texts, &packs)
        .into_iter()
        .filter(|t| t.outcome.label() != "validated")
        .map(|t| format!("{} {}: {:?}", t.outcome.label(), t.claim, t.remarks))
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// A line of the pairs.
#[derive(Deserialize)]
struct Pair {
    id: String,
    articles: [Article; 2],
    gold: Vec<Row>,
}

/// One account of a pair.
#[derive(Deserialize)]
struct Article {
    id: String,
    title: Option<String>,
    published: Option<String>,
    text: String,
}

/// What the reader says of one question.
#[derive(Deserialize)]
struct Row {
    claim: String,
    verdict: String,
    #[serde(default)]
    accept: Vec<String>,
    quote_a: Option<String>,
    quote_b: Option<String>,
}

impl Row {
    /// Whether a conflict is right here.
    fn allows_conflict(&self) -> bool {
        self.verdict == "conflict" || self.accept.iter().any(|v| v == "conflict")
    }

    /// Whether the finding stands on the quoted words of both accounts.
    fn is_met_by(&self, finding: &Finding, articles: &[Source]) -> bool {
        let quotes = [&self.quote_a, &self.quote_b];
        quotes
            .iter()
            .zip(articles)
            .enumerate()
            .all(|(k, (quote, article))| {
                let words = quote.as_deref().unwrap_or_default();
                let sides = finding.sides.iter().filter(|s| s.member.article == k);
                sides
                    .map(|s| s.span)
                    .any(|span| overlaps(span, words, &article.text))
            })
    }
}

/// Whether a span of a text touches an occurrence of `words` in it.
fn overlaps(span: Span, words: &str, text: &str) -> bool {
    let (start, end) = (span.start as usize, span.end as usize);
    !words.is_empty()
        && span.part == Part::Text
        && text
            .match_indices(words)
            .any(|(at, _)| start < at + words.len() && at < end)
}

impl Article {
    fn source(&self) -> Source {
        Source {
            title: self.title.clone(),
            published: self.published.clone(),
            ..Source::new(&self.id, &self.text)
        }
    }
}

impl GoldPairs {
    fn pairs(&self) -> Vec<Pair> {
        let read = |line| serde_json::from_str(line).expect("a pair");
        self.lines.lines().map(read).collect()
    }
}

#[test]
fn the_quotes_of_the_pairs_stand_in_their_articles() {
    for pair in GOLD_PAIRS.iter().flat_map(GoldPairs::pairs) {
        let mut named = BTreeSet::new();
        for row in &pair.gold {
            assert!(
                named.insert(&row.claim),
                "{} names {} twice",
                pair.id,
                row.claim
            );
            for (quote, only_other) in [(&row.quote_a, "only-B"), (&row.quote_b, "only-A")] {
                let is_silent = row.verdict == only_other;
                assert_eq!(quote.is_none(), is_silent, "{} {}", pair.id, row.claim);
            }
            for (quote, article) in [&row.quote_a, &row.quote_b].into_iter().zip(&pair.articles) {
                let words = quote.as_deref().unwrap_or_default();
                assert!(article.text.contains(words), "{}: {words:?}", article.id);
            }
        }
    }
}

#[test]
fn the_pairs_raise_no_new_false_alarm_and_lose_no_conflict() {
    let rules = compile(&built_in()).0;
    for gold in &GOLD_PAIRS {
        let mut alarms = Vec::new();
        let (mut found, mut missed) = (0, Vec::new());
        for pair in gold.pairs() {
            let articles = pair.articles.each_ref().map(Article::source);
            let report = twosource::compare(&pair.id, &articles, &rules, Mode::SameEvent);
            let is_conflict = |f: &&Finding| f.verdict.label() == "conflict";
            let conflicts = report.findings.iter().filter(is_conflict);
            for row in pair.gold.iter().filter(|r| r.verdict == "conflict") {
                if conflicts.clone().any(|f| row.is_met_by(f, &articles)) {
                    found += 1;
                } else {
                    missed.push(format!("{} {}", pair.id, row.claim));
                }
            }
            for finding in conflicts {
                let mut rows = pair.gold.iter().filter(|r| r.allows_conflict());
                if !rows.any(|r| r.is_met_by(finding, &articles)) {
                    alarms.push((
                        pair.id.clone(),
                        rules.claims.get(finding.rule).expect("a claim").id.clone(),
                    ));
                }
            }
        }
        let known = |(pair, claim): &(String, String)| {
            gold.false_alarms.contains(&(pair.as_str(), claim.as_str()))
        };
        let new: Vec<_> = alarms.iter().filter(|alarm| !known(alarm)).collect();
        assert!(new.is_empty(), "{}: new false alarms: {new:?}", gold.name);
        let once = alarms.len() <= gold.false_alarms.len();
        assert!(once, "{}: more than once: {alarms:?}", gold.name);
        let enough = found >= gold.found;
        assert!(enough, "{}: found {found}; missed: {missed:#?}", gold.name);
    }
}
