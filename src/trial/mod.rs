//! The tests that stand in rule files: does each sentence give what its author says it gives? And what else a rule's
//! author asks: how good the rules are on labelled pairs, what they leave unread, which planted changes they catch.

mod coverage;
pub mod explain;
mod gold;
mod mutate;

pub use coverage::{Unread, unread};
pub use gold::{Label, Labelled, Score, score};
pub use mutate::{Change, Mutation, plant};

use crate::claim::{self, Account, Claim};
use crate::compare::Verdict;
use crate::document::{Document, fold};
use crate::finding::Mode;
use crate::rule::{Case, Purpose, Reached, RuleSet, RuleText, Test, Tracer};
use crate::text::{LineIndex, Source};
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// `pack.claim`.
    pub claim: String,
    /// The file.
    pub origin: String,
    /// Line and column of the test in it.
    pub place: (u32, u32),
    /// The sentence, or the two.
    pub texts: Vec<String>,
    /// What the author wants: a value, a verdict, or nothing.
    pub wanted: Option<String>,
    /// What was found.
    pub found: Vec<String>,
    /// How it came out.
    pub outcome: Outcome,
    /// How far the rule got where it found nothing, or what it matched where it should not have.
    pub remarks: Vec<String>,
}

/// Runs the tests of the packs called `packs`. `texts` are the files the rules were compiled from.
pub fn run(rules: &RuleSet, texts: &[RuleText], packs: &[String]) -> Vec<Trial> {
    let runner = Runner {
        rules,
        tracer: std::cell::OnceCell::new(),
        texts,
    };
    let mut trials = Vec::new();
    for (index, claim) in rules.claims.iter().enumerate() {
        let Some(pack) = rules
            .packs
            .get(claim.pack)
            .filter(|p| packs.contains(&p.id))
        else {
            continue;
        };
        let text = texts.iter().find(|t| t.origin == pack.origin);
        let text = text.map_or("", |t| t.text.as_ref());
        let lines = LineIndex::new(text);
        for test in &claim.tests {
            let place = lines.place(text, test.offset as u32);
            let mut trial = Trial {
                claim: claim.id.clone(),
                origin: pack.origin.clone().into_owned(),
                place: (place.line, place.column),
                texts: Vec::new(),
                wanted: None,
                found: Vec::new(),
                outcome: Outcome::Validated,
                remarks: Vec::new(),
            };
            runner.run(index, test, &mut trial);
            trials.push(trial);
        }
    }
    trials
}

struct Runner<'a> {
    rules: &'a RuleSet,
    texts: &'a [RuleText],
    /// Made for the first test that fails.
    tracer: std::cell::OnceCell<Tracer>,
}

fn source(id: &str, text: &str, tested: &Test) -> Source {
    Source {
        published: tested.published.clone(),
        ..Source::new(id, text)
    }
}

impl Runner<'_> {
    fn run(&self, index: usize, test: &Test, trial: &mut Trial) {
        match &test.case {
            Case::Reads { sentence, get } => {
                trial.texts.push(sentence.clone());
                trial.wanted.clone_from(get);
                self.reads(index, &source("test", sentence, test), trial);
            }
            Case::Compares { a, b, verdict } => {
                trial.texts.extend([a.clone(), b.clone()]);
                trial.wanted = verdict.map(|v| v.label().to_owned());
                let articles = [source("a", a, test), source("b", b, test)];
                self.compares(index, &articles, *verdict, trial);
            }
        }
    }

    fn reads(&self, index: usize, source: &Source, trial: &mut Trial) {
        let account = claim::extract(Document::parse(source), self.rules);
        let stated = |c: &&Claim| c.rule == index && c.is_stated();
        let found: Vec<&Claim> = account.told().filter(stated).collect();
        trial.found = found.iter().map(|c| shown(c, &account)).collect();
        let right = |wanted: &String| found.iter().any(|c| is(c, &account, wanted));
        trial.outcome = match &trial.wanted {
            None if found.is_empty() => Outcome::Validated,
            Some(wanted) if right(wanted) => Outcome::Validated,
            Some(_) if found.is_empty() => Outcome::Missing,
            _ => Outcome::Noisy,
        };
        match trial.outcome {
            Outcome::Validated => {}
            Outcome::Noisy => {
                for claim in found {
                    let pattern = claim
                        .pattern
                        .and_then(|p| self.rules.patterns.get(p as usize));
                    let words = source.slice(claim.evidence);
                    trial.remarks.push(pattern.map_or_else(String::new, |p| {
                        format!("matched \"{words}\" by {}", written(p))
                    }));
                }
            }
            Outcome::Missing => trial.remarks = self.obstacles(index, &account),
        }
    }

    /// Why a claim was not read: dropped, not stated, or how far the best pattern got.
    fn obstacles(&self, index: usize, account: &Account<'_>) -> Vec<String> {
        let mut remarks: Vec<String> = Vec::new();
        let dropped = claim::dropped(account, self.rules).into_iter();
        for dropped in dropped.filter(|d| d.rule == index) {
            let words = account.document.slice(dropped.tokens.clone());
            remarks.push(format!(
                "matched \"{words}\", and dropped it: {}",
                dropped.why.words(self.rules)
            ));
        }
        for claim in account.told().filter(|c| c.rule == index) {
            let certainty = if claim.negated {
                "negated"
            } else {
                claim.certainty.label()
            };
            remarks.push(format!(
                "read {}, which does not count: it is {certainty} here",
                shown(claim, account)
            ));
        }
        if remarks.is_empty() {
            remarks.push(self.furthest(index, account));
        }
        remarks
    }

    fn furthest(&self, index: usize, account: &Account<'_>) -> String {
        let tracer = self.tracer.get_or_init(|| Tracer::new(self.texts));
        let document = &account.document;
        let finds = |r: &Reached| {
            let pattern = self.rules.patterns.get(r.pattern as usize);
            pattern.is_some_and(|p| p.purpose == Purpose::Find(index))
        };
        let best = (0..document.sentences.len())
            .flat_map(|s| tracer.furthest(document, &account.mentions, s))
            .filter(finds)
            .max_by_key(|r| {
                (
                    r.parts * 1000 / r.of.max(1),
                    r.parts,
                    std::cmp::Reverse(r.pattern),
                )
            });
        best.map_or_else(
            || "no pattern of this claim begins to match".to_owned(),
            |reached| reached_in_words(self.rules, account, &reached),
        )
    }

    fn compares(
        &self,
        index: usize,
        articles: &[Source],
        wanted: Option<Verdict>,
        trial: &mut Trial,
    ) {
        let rule = self.rules.claims.get(index);
        let mode = rule.map_or_else(Mode::default, |rule| Mode::asking(rule.from));
        let report = crate::compare("test", articles, self.rules, mode);
        let findings: Vec<_> = report.findings.iter().filter(|f| f.rule == index).collect();
        trial.found = findings
            .iter()
            .map(|f| f.verdict.label().to_owned())
            .collect();
        let right = match wanted {
            Some(wanted) => findings.iter().any(|f| f.verdict == wanted),
            None => findings.is_empty(),
        };
        if right {
            return;
        }
        trial.outcome = if findings.is_empty() {
            Outcome::Missing
        } else {
            Outcome::Noisy
        };
        for (account, name) in report.accounts.iter().zip(["a", "b"]) {
            let claims = account.told().filter(|c| c.rule == index);
            let read: Vec<String> = claims
                .filter(|c| c.is_stated())
                .map(|c| shown(c, account))
                .collect();
            if read.is_empty() {
                let why = self.obstacles(index, account).join("; ");
                trial
                    .remarks
                    .push(format!("in {name} nothing was read: {why}"));
            } else {
                trial
                    .remarks
                    .push(format!("in {name} read {}", read.join(", ")));
            }
        }
        let whys = findings.iter().filter(|f| !f.why.is_empty());
        trial
            .remarks
            .extend(whys.map(|f| format!("{}: {}", f.verdict.label(), f.why)));
    }
}

fn written(pattern: crate::rule::Pattern<'_>) -> String {
    if pattern.text.is_empty() {
        "the choice's own phrase".to_owned()
    } else {
        format!("`{}` ({})", pattern.text, pattern.name)
    }
}

/// How far a pattern got, as a sentence for its author.
pub fn reached_in_words(rules: &RuleSet, account: &Account<'_>, reached: &Reached) -> String {
    let document = &account.document;
    let (had, next) = reached.written(rules);
    let name = rules.patterns.get(reached.pattern as usize);
    let name = name.map_or("", |p| p.name);
    let words = document.slice(reached.tokens.clone());
    if reached.is_match() {
        return format!("{name} matched \"{words}\"");
    }
    let end = reached.tokens.end;
    let after: Vec<&str> = (end..end + 4)
        .filter_map(|at| document.tokens.get(at))
        .map(|t| document.text(t))
        .collect();
    let shown = if after.is_empty() {
        "the end of the text".to_owned()
    } else {
        format!("\"{} …\"", after.join(" "))
    };
    let mut said = format!(
        "{name} got as far as `{had}` (\"{words}\"), then `{next}` is missing before {shown}"
    );
    let is_name = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
    if let (true, Some(first)) = (next.starts_with('{'), after.first().filter(is_name)) {
        let mut near = account.mentions.iter().filter(|m| m.tokens.contains(&end));
        said.push_str(&near.next().map_or_else(
            || {
                format!(
                    "; \"{first}\" is read as no value (a name can be made known with \"names\")"
                )
            },
            |m| {
                format!(
                    "; \"{}\" is read as {}",
                    document.slice(m.tokens.clone()),
                    m.value.kind().one()
                )
            },
        ));
    }
    said
}

/// A claim's answer: the label of a choice, else the words.
fn shown(claim: &Claim, account: &Account<'_>) -> String {
    match &claim.value {
        Value::Choice(label) => format!("\"{label}\""),
        _ => format!("\"{}\"", account.document.source.slice(claim.span)),
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
