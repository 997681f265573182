//! What part of a whole a count counts: everybody, some of them by what they are, or those besides somebody told of before.

use crate::document::{Document, Word};
use crate::rule::RuleSet;
use crate::value::{Kind, Value};
use std::ops::Range;

/// What part of a whole a count counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All: "12 people", "12".
    Whole,
    /// Those who are so called; perhaps not all: "12 women".
    Part(Word),
    /// Those who come to others: "12 others".
    Besides,
}

impl Scope {
    /// The scope of the value at `tokens`; that of all other values than counts is the whole.
    pub(super) fn of(
        document: &Document<'_>,
        rules: &RuleSet,
        value: &Value,
        tokens: Range<usize>,
    ) -> Scope {
        let Value::Quantity(quantity) = value else {
            return Scope::Whole;
        };
        if quantity.kind != Kind::Count {
            return Scope::Whole;
        }
        // "Nine other officers", "nine officers more".
        let after = tokens.end.min(document.tokens.len().saturating_sub(1));
        let mut words = (tokens.start..=after).filter_map(|at| document.word(at));
        if words.any(|word| rules.besides.contains(&word)) {
            return Scope::Besides;
        }
        let noun = quantity
            .noun
            .as_deref()
            .and_then(|noun| noun.rsplit(' ').next());
        match noun.map(Word::new) {
            Some(noun) if !rules.whole.contains(&noun) => Scope::Part(noun),
            _ => Scope::Whole,
        }
    }
}
