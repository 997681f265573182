//! What a careful author would mend in the claims of a rule file: choices that are never reached, tests that are missing, values
//! that their comparator cannot compare.

use super::Linter;
use crate::compare::usual;
use crate::problem::nearest;
use crate::rule::file::json::Text;
use crate::rule::file::{AnswersFrom, ClaimFile, Get};
use crate::rule::pattern::node::{self, Node};
use crate::value::Kind;

impl Linter<'_, '_> {
    /// All that is to be said of a claim.
    pub(super) fn claim(&mut self, claim: &ClaimFile<'_>) {
        self.choices(claim);
        self.tests(claim);
        self.wanted_choices(claim);
        self.comparator(claim);
    }

    /// Phrases that stand under two choices: only one of them can be the answer.
    fn choices(&mut self, claim: &ClaimFile<'_>) {
        let key = |text: &Text<'_>| node::read(&text.text).ok();
        let mut seen: Vec<(&str, Node, usize)> = Vec::new();
        for (label, phrases) in &claim.choices {
            let before = seen.len();
            for phrase in phrases {
                let Some(node) = key(phrase) else {
                    continue;
                };
                let earlier = seen.iter().take(before);
                let earlier = earlier.clone().find(|(_, other, _)| *other == node);
                if let Some((other, _, offset)) = earlier {
                    let message = format!(
                        "the choice \"{}\" is not reached by this phrase: it stands under \"{other}\" as well ({}); leave it under one",
                        label.text,
                        self.place(*offset)
                    );
                    self.warn(phrase.offset, message);
                }
                seen.push((label.text.as_ref(), node, phrase.offset));
            }
        }
    }

    /// What every claim should have: an example of what it reads, or finds, and one of what it must not.
    fn tests(&mut self, claim: &ClaimFile<'_>) {
        let lack = match claim.from {
            AnswersFrom::Patterns | AnswersFrom::Lead | AnswersFrom::Described => {
                lacks_reading(claim)
            }
            _ => lacks_comparison(claim),
        };
        if let Some(lack) = lack {
            let message = format!("the claim {} {lack}", claim.id.text);
            self.warn(claim.id.offset, message);
        }
    }

    /// Tests that want a choice which the claim does not have, and all but has.
    fn wanted_choices(&mut self, claim: &ClaimFile<'_>) {
        let labels = claim.choices.iter().map(|(label, _)| label.text.as_ref());
        for test in &claim.tests {
            let Some(Get::Value(get)) = &test.get else {
                continue;
            };
            if !labels
                .clone()
                .any(|label| label.eq_ignore_ascii_case(&get.text))
                && let Some(meant) = nearest(&get.text, labels.clone())
            {
                let message = format!(
                    "\"{}\" is no choice of this claim, did you mean {meant}?",
                    get.text
                );
                self.warn(get.offset, message);
            }
        }
    }

    /// A comparator that cannot compare values of the claim's kind.
    fn comparator(&mut self, claim: &ClaimFile<'_>) {
        let Some(compare) = &claim.compare else {
            return;
        };
        // Choices may stand for values of another kind: "1+" for "a man" where dead are counted.
        let Some(label) = &claim.value else {
            return;
        };
        let kind = Kind::named(&label.text).unwrap_or(Kind::Text);
        let family = |comparator: &str| match comparator {
            "person" | "name" | "place" | "role" => "names".to_owned(),
            other => other.to_owned(),
        };
        let (usual, by) = (usual(kind), compare.by.text.as_ref());
        if by != "text" && family(usual) != family(by) {
            let message = format!(
                "a {} cannot be compared as a {by}: the usual comparator is {usual}",
                kind.label()
            );
            self.warn(compare.by.offset, message);
        }
    }
}

/// What a claim that reads articles should have: a sentence that it reads and one that it does not.
fn lacks_reading(claim: &ClaimFile<'_>) -> Option<&'static str> {
    let gets = |wanted: bool| {
        let mut wants = claim.tests.iter().filter_map(|t| t.get.as_ref());
        wants.any(|get| matches!(get, Get::Value(_)) == wanted)
    };
    Some(match (gets(true), gets(false)) {
        (true, true) => return None,
        (false, true) => "has no test of what it reads: add one with \"in\" and \"get\"",
        (true, false) => "has no test of what it must not read: add one with \"get\": null",
        (false, false) => {
            "has no tests: add one with \"in\" and \"get\", and one with \"get\": null"
        }
    })
}

/// What a claim that compares statements should have: two statements that differ and two that do not.
fn lacks_comparison(claim: &ClaimFile<'_>) -> Option<&'static str> {
    let compares = |wanted: bool| {
        let mut verdicts = claim.tests.iter().filter_map(|t| t.verdict.as_ref());
        verdicts.any(|verdict| matches!(verdict, Get::Value(_)) == wanted)
    };
    match (compares(true), compares(false)) {
        (true, true) => None,
        (false, _) => {
            Some("has no test of what it finds: add one with \"a\", \"b\" and \"verdict\"")
        }
        _ => Some("has no test of what it must not find: add one with \"verdict\": null"),
    }
}
