//! The tests that stand in rule files: does each sentence give what its author says it gives?

use crate::claim::{self, Account, Claim};
use crate::compare::Verdict;
use crate::document::{Document, fold};
use crate::rule::{Case, ClaimRule, RuleSet, Test};
use crate::text::Source;
use crate::value::Value;

/// How a test came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// As the author says.
    Validated,
    /// The rule matched where it must not, or took something else.
    Noisy,
    /// The rule did not match where it must.
    Missing,
}

impl Outcome {
    /// The outcome's name.
    pub fn label(self) -> &'static str {
        match self {
            Outcome::Validated => "validated",
            Outcome::Noisy => "noisy",
            Outcome::Missing => "missing",
        }
    }
}

/// A test that was run.
#[derive(Clone, Debug)]
pub struct Trial {
    /// `pack.claim`.
    pub claim: String,
    /// `file:line:column`.
    pub place: String,
    /// How it came out.
    pub outcome: Outcome,
    /// What was found, against what was wanted; empty for a validated test.
    pub detail: String,
}

/// Runs every test of the rules.
pub fn run(rules: &RuleSet) -> Vec<Trial> {
    let tests = rules
        .claims
        .iter()
        .enumerate()
        .flat_map(|(index, claim)| claim.tests.iter().map(move |test| (index, claim, test)));
    tests
        .map(|(index, claim, test)| {
            let (outcome, detail) = match &test.case {
                Case::Reads { sentence, get } => {
                    reads(rules, index, sentence, get.as_deref(), test)
                }
                Case::Compares { a, b, verdict } => compares(rules, index, [a, b], *verdict, test),
            };
            let origin = rules
                .packs
                .get(claim.pack)
                .map_or("", |p| p.origin.as_str());
            Trial {
                claim: claim.id.clone(),
                place: format!("{origin}:{}", test.place),
                outcome,
                detail,
            }
        })
        .collect()
}

fn source(id: &str, text: &str, test: &Test) -> Source {
    Source {
        published: test.published.clone(),
        ..Source::new(id, text)
    }
}

fn reads(
    rules: &RuleSet,
    index: usize,
    sentence: &str,
    get: Option<&str>,
    test: &Test,
) -> (Outcome, String) {
    let source = source("test", sentence, test);
    let account = claim::extract(Document::parse(&source), rules);
    let found: Vec<&Claim> = account
        .claims
        .iter()
        .filter(|c| c.rule == index && c.is_stated())
        .collect();
    let shown = || {
        let each = found
            .iter()
            .map(|c| format!("\"{}\"", source.slice(c.span)));
        if found.is_empty() {
            "found nothing".to_owned()
        } else {
            format!("found {}", each.collect::<Vec<_>>().join(", "))
        }
    };
    match get {
        None if found.is_empty() => (Outcome::Validated, String::new()),
        None => (
            Outcome::Noisy,
            format!("{}, wanted nothing, in: {sentence}", shown()),
        ),
        Some(wanted) if found.iter().any(|c| is(c, &account, wanted)) => {
            (Outcome::Validated, String::new())
        }
        Some(wanted) => {
            let outcome = if found.is_empty() {
                Outcome::Missing
            } else {
                Outcome::Noisy
            };
            (
                outcome,
                format!("{}, wanted \"{wanted}\", in: {sentence}", shown()),
            )
        }
    }
}

/// Whether a claim's value is what a test calls `wanted`: its words, its label, its canonical name or its normal form.
fn is(claim: &Claim, account: &Account<'_>, wanted: &str) -> bool {
    let same = |text: &str| {
        fold(text)
            .split_whitespace()
            .eq(fold(wanted).split_whitespace())
    };
    let named = match &claim.value {
        Value::Name(name) => name.name.as_deref().is_some_and(same),
        _ => false,
    };
    named || same(account.document.source.slice(claim.span)) || same(&claim.value.to_string())
}

fn compares(
    rules: &RuleSet,
    index: usize,
    texts: [&String; 2],
    wanted: Verdict,
    test: &Test,
) -> (Outcome, String) {
    let [a, b] = texts;
    let articles = [source("a", a, test), source("b", b, test)];
    let report = crate::compare("test", &articles, rules);
    let found: Vec<Verdict> = report
        .findings
        .iter()
        .filter(|f| f.rule == index)
        .map(|f| f.verdict)
        .collect();
    if found.contains(&wanted) {
        return (Outcome::Validated, String::new());
    }
    let labels: Vec<&str> = found.iter().map(|v| v.label()).collect();
    let outcome = if labels.is_empty() {
        Outcome::Missing
    } else {
        Outcome::Noisy
    };
    let shown = if labels.is_empty() {
        "found nothing".to_owned()
    } else {
        format!("found {}", labels.join(", "))
    };
    (
        outcome,
        format!("{shown}, wanted {}, comparing: {a} / {b}", wanted.label()),
    )
}

/// What a careful author would add to a claim: an example of what it reads and one of what it must not read.
pub fn untested(claim: &ClaimRule) -> Option<&'static str> {
    let reads = |wanted: bool| {
        claim
            .tests
            .iter()
            .any(|t| matches!(&t.case, Case::Reads { get, .. } if get.is_some() == wanted))
    };
    match (reads(true), reads(false)) {
        (true, true) => None,
        (false, true) => Some("has no test of what it reads"),
        (true, false) => Some("has no test of what it must not read"),
        (false, false) => Some("has no tests"),
    }
}
