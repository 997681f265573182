//! What a claim of a rule file is beside its patterns: its kind, how its answers are compared and weighed, its tests.

use super::file::json::Text;
use super::file::{ClaimFile, Get, TestFile};
use super::image::Lain;
use super::merge::Held;
use super::set::{Case, ClaimRule, Severity, Test};
use crate::compare::{ComparatorRow, Options, Verdict, comparator, usual};
use crate::problem::{Problem, suggest};
use crate::value::Kind;

/// The claims of a file on their way into the rules.
pub(super) struct Claims<'c> {
    /// The id of their pack.
    pub(super) id: &'c str,
    /// The index of their pack.
    pub(super) pack: usize,
    /// Mistakes found.
    pub(super) problems: Vec<Problem>,
}

impl Lain {
    /// The rule of the claim, which has no mistake.
    pub(super) fn rule(self) -> ClaimRule {
        let (pack, id) = self.pack;
        let mut claims = Claims {
            id,
            pack,
            problems: Vec::new(),
        };
        ClaimRule {
            other_than: self.other_than,
            of_one: self.of_one,
            ..claims.rule(&self.file, &self.held)
        }
    }
}

impl Claims<'_> {
    /// The rule of a claim whose patterns hold these.
    pub(super) fn rule(&mut self, claim: &ClaimFile<'_>, held: &Held) -> ClaimRule {
        let kind = kind(claim);
        let (comparator, options) = self.comparison(claim, kind);
        let tests = claim.tests.iter().filter_map(|t| self.test(t)).collect();
        let on = claim.on.iter().filter_map(|(verdict, weight)| {
            Some((
                Verdict::named(&verdict.text)?,
                Severity::named(&weight.text)?,
            ))
        });
        let compare = claim.compare.as_ref();
        ClaimRule {
            id: [self.id, ".", &claim.id.text].concat(),
            pack: self.pack,
            ask: claim.ask.clone().into_owned(),
            from: claim.from,
            kind,
            capture: held.capture,
            per: held.per,
            counts: held.counts.clone(),
            other_than: Vec::new(),
            of_one: Vec::new(),
            how_many: claim.how_many,
            bound_to: claim.bound_to,
            plans: claim.plans,
            unnamed: claim.unnamed,
            may_be_today: claim.today_unless.is_some(),
            comparator,
            options,
            growing: compare.is_some_and(|c| c.growing),
            passing: compare.is_some_and(|c| c.passing),
            merging: compare.is_some_and(|c| c.merging),
            same_speaker: compare.is_some_and(|c| c.same_speaker),
            on: on.collect(),
            tests,
        }
    }

    fn comparison(
        &mut self,
        claim: &ClaimFile<'_>,
        kind: Kind,
    ) -> (&'static ComparatorRow, Options) {
        let file = claim.compare.as_ref();
        let named = file.and_then(|file| comparator(&file.by.text));
        let row = named.or_else(|| comparator(usual(kind)));
        let row = row.unwrap_or(&crate::compare::COMPARATORS[0]);
        let Some(file) = file else {
            return (row, Options::default());
        };
        let broader = file.broader.iter();
        let labels = broader.flat_map(|(wide, narrow)| std::iter::once(wide).chain(narrow));
        let labels = labels.chain(file.unclear.iter().flat_map(|(a, b)| [a, b]));
        for label in labels {
            let choices = claim.choices.iter().map(|(choice, _)| choice.text.as_ref());
            if !choices.clone().any(|choice| choice == label.text) {
                let message = format!("\"{}\" is no choice of this claim", label.text);
                let message = suggest(message, &label.text, choices, "");
                self.problems.push(Problem::new(label.offset, message));
            }
        }
        let own = |text: &Text<'_>| text.text.clone().into_owned();
        let broader = file.broader.iter();
        let options = Options {
            tolerance: file.tolerance,
            strict: file.strict,
            exact: file.exact,
            broader: broader
                .map(|(wide, narrow)| (own(wide), narrow.iter().map(own).collect()))
                .collect(),
            unclear: file.unclear.iter().map(|(a, b)| (own(a), own(b))).collect(),
        };
        (row, options)
    }

    fn test(&mut self, file: &TestFile<'_>) -> Option<Test> {
        let own = |text: &Text<'_>| text.text.clone().into_owned();
        let case = match (&file.sentence, &file.get, &file.a, &file.b, &file.verdict) {
            (Some(sentence), Some(get), None, None, None) => Case::Reads {
                sentence: own(sentence),
                get: match get {
                    Get::Value(value) => Some(own(value)),
                    Get::Nothing => None,
                },
            },
            (None, None, Some(a), Some(b), Some(verdict)) => Case::Compares {
                a: own(a),
                b: own(b),
                verdict: match verdict {
                    Get::Value(verdict) => Some(Verdict::named(&verdict.text)?),
                    Get::Nothing => None,
                },
            },
            _ => {
                let message =
                    "a test has either \"in\" and \"get\", or \"a\", \"b\" and \"verdict\"";
                self.problems.push(Problem::new(file.offset, message));
                return None;
            }
        };
        Some(Test {
            case,
            published: file.published.as_ref().map(own),
            offset: file.offset,
        })
    }
}

/// The kind of a claim's values; any will do where the file has a mistake, which was told.
fn kind(claim: &ClaimFile<'_>) -> Kind {
    match (&claim.value, claim.choices.is_empty()) {
        (None, false) => Kind::Choice,
        (None, true) if claim.from.is_yes_or_no() => Kind::Choice,
        (Some(label), true) => Kind::named(&label.text)
            .filter(|kind| *kind != Kind::Choice)
            .unwrap_or(Kind::Person),
        _ => Kind::Person,
    }
}
