//! What part of a whole a number counts: everybody, some of them by what they are, those besides somebody told of before, or
//! several things together.

use crate::claim::words::List;
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
    /// What parts that are told of elsewhere come to: "together they sold nine million", "the school as a whole has 900 pupils".
    Together,
}

impl Scope {
    /// The scope of the value at `tokens`. Any number may be one of several things together; of parts and others only counts tell.
    pub(in crate::claim) fn of(
        document: &Document<'_>,
        rules: &RuleSet,
        value: &Value,
        tokens: Range<usize>,
    ) -> Scope {
        let Value::Quantity(quantity) = value else {
            return Scope::Whole;
        };
        if is_together(document, &tokens) {
            return Scope::Together;
        }
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

/// Whether the sentence of these tokens says that it tells of the whole of several things: it opens with "together" or "combined", or
/// says "as a whole", "between them".
fn is_together(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let sentence = document.sentence_at(tokens.start);
    let Some(sentence) = sentence.and_then(|at| document.sentences.get(at)) else {
        return false;
    };
    let is = |at: usize, list: List| list.has(document.word(at));
    let opens = is(sentence.tokens.start, List::Together);
    let mut at = sentence.tokens.clone();
    opens
        || at.any(|at| {
            let whole = is(at, List::Article) && is(at + 1, List::Entirety);
            let as_whole = whole && at > 0 && is(at - 1, List::Taken);
            as_whole || is(at, List::Among) && is(at + 1, List::Them)
        })
}
