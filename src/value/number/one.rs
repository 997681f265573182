//! When "one" counts: "one was killed", "killing one"; not "the one", "one another", "one of the biggest", "one should".

use super::amount::Amount;
use super::cue::{Cue, Lexis};
use super::numeral::Form;
use super::words::Words;
use super::{Bound, Quantity};
use crate::document::{Shape, Word};
use std::ops::Range;

/// Whether an amount is one of something.
pub(super) fn is_one(amount: &Amount) -> bool {
    (amount.value - 1.0).abs() < f64::EPSILON
}

/// "the one", "another one", "one another", "this one": no number.
pub(super) fn is_pronoun(words: &Words<'_>, amount: &Amount) -> bool {
    let word = is_one(amount) && amount.form == Form::Words && amount.end == amount.start + 1;
    if !word || amount.unit.is_some() {
        return false;
    }
    let after = amount.end;
    // "the one person who was hurt"
    let person = ["person", "man", "woman", "child", "survivor"];
    let person = person.iter().any(|noun| words.is_word(after, noun));
    // "Capital One and"; in a headline a capital follows ("Leaves One Dead").
    let before = amount.start.wrapping_sub(1);
    let name = words.is(amount.start, Shape::CAPITAL)
        && words.is(before, Shape::CAPITAL)
        && words.is(after, Shape::WORD)
        && !words.is(after, Shape::CAPITAL);
    name || (Cue::NoOne.is(words.before(amount.start)) && !person)
        || Cue::Idle.is(words.word(after))
        || words.is_word(after, "another")
        || words.is_word(after, "'s")
}

/// The word of "one was killed and another was hurt".
pub(super) const ANOTHER: Word = Word::of("another");

/// "Another was wounded", "wounded another.": one more, where no noun follows.
pub(super) fn another(words: &Words<'_>, at: usize) -> Option<(Range<usize>, Quantity)> {
    let (before, next) = (at.wrapping_sub(1), at + 1);
    let closed = !words.is(next, Shape::WORD) || Lexis::AfterAnother.has(words.word(next));
    let is_object = closed && Lexis::DoneTo.has(words.word(before));
    let linked = ["or", "one"].iter().any(|word| words.is_word(before, word));
    let is_subject = !linked && !words.opens(at) && Lexis::HasDone.has(words.word(next));
    let found = words.word(at) == Some(ANOTHER) && (is_object || is_subject);
    found.then(|| (at..at + 1, Quantity::count(1.0, Bound::Exact)))
}

/// "one of the world's biggest heists" praises and counts nothing.
pub(super) fn is_praise(words: &Words<'_>, amount: &Amount, phrase: Range<usize>) -> bool {
    is_one(amount)
        && words.is_word(phrase.start, "of")
        && phrase.into_iter().any(|at| {
            let text = words.text(at);
            (text.len() > 5 && text.ends_with("est")) || Cue::Praise.is(words.word(at))
        })
}

/// Whether a "one" without a noun is a pronoun: "one should think".
pub(super) fn counts_nothing(words: &Words<'_>, amount: &Amount, quantity: &Quantity) -> bool {
    let bare = is_one(amount) && amount.form == Form::Words && quantity.bound == Bound::Exact;
    let last = words.token(amount.end).is_none();
    bare && !last && !Cue::AfterOne.is(words.word(amount.end))
}
