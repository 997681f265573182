//! What two numbers bound together: `100 to 120`, `between 5 and 7`, `5-7`, `two or three`, "more than 20 and less than 35".

use super::amount::{self, Amount};
use super::cue::{Cue, Lexis};
use super::numeral::{Form, number_word};
use super::quantifier::Quantifiers;
use super::words::Words;
use super::{Bound, Quantity, change, interval, noun};
use crate::document::{Shape, Word};
use std::ops::Range;

/// How far before "from 62 to 65" a verb of change may stand, in tokens.
const REACH: usize = 8;

/// How many times a change a level is that cannot be the upper end of it.
const FAR: f64 = 3.0;

/// A range.
pub(super) struct NumberRange {
    pub(super) quantity: Quantity,
    pub(super) tokens: Range<usize>,
    /// The second number, with the unit of both.
    pub(super) last: Amount,
}

/// How a range begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Between,
    From,
    Nothing,
}

/// The range that `first` begins.
pub(super) fn read(words: &Words<'_>, first: &Amount) -> Option<NumberRange> {
    let (opening, start) = opening(words, first.start);
    let joint = words.word(first.end)?;
    let is = |word: &str| joint == Word::of(word);
    let or = is("or") && first.unit.is_none();
    let and = is("and") && opening == Opening::Between;
    let to = is("to") || is("through");
    if !(to || words.dash(first.end) || is("~") || or || and) {
        return None;
    }
    // "three-nought-four": figures spoken one by one.
    let spoken = words.hyphen(first.start.wrapping_sub(1))
        && words
            .word(first.start.wrapping_sub(2))
            .and_then(number_word)
            .is_some();
    if spoken {
        return None;
    }
    let second = second(words, first.end + 1)?;
    let first = scaled_like(*first, &second);
    let near = second.value - first.value <= (first.value / 2.0).max(1.0) && first.value >= 1.0;
    // "rose 3 percent to 54 percent"; "raised from 62 to 65"
    let level = is("to") && opening == Opening::Nothing && first.unit.is_some() && {
        change::read(words, first.kind(), first.start, first.end).is_some()
    };
    // "fell by a third to £41m", "a tenth to 40 percent": a share and a level.
    let level = level
        || is("to")
            && first.form == Form::Fraction
            && first.unit.is_none()
            && second.unit.is_some();
    // "up 3 to 64": by three, to a level far above it; "grew by 10 to 12" is a range.
    let level = level
        || is("to")
            && opening == Opening::Nothing
            && first.unit.is_none()
            && second.unit.is_none()
            && second.value >= first.value * FAR
            && is_moved_by(words, first.start)
            && noun::counted(words, second.end, false).is_none();
    let moves = opening == Opening::From && is_moved(words, first.start);
    let slashed = words.is_word(second.end, "/");
    let fits = can_join(&first, &second) && first.value < second.value && (near || !or);
    if !fits || level || moves || slashed {
        return None;
    }
    let last = Amount {
        unit: second.unit.or(first.unit),
        ..second
    };
    Some(NumberRange {
        quantity: interval::range(&first, &last),
        tokens: start..last.end,
        last,
    })
}

/// How the range opens before its first number at `at`, and where.
fn opening(words: &Words<'_>, at: usize) -> (Opening, usize) {
    let the = usize::from(words.before(at) == Some(Word::of("the")));
    let before = at.wrapping_sub(1 + the);
    if words.is_word(before, "between") {
        return (Opening::Between, before);
    }
    if words.is_word(before, "from") {
        return (Opening::From, before);
    }
    // "between the ages of 18 and 35": the age covers the words.
    let ages = words.before(at) == Some(Word::of("of")) || Cue::Aged.is(words.before(at));
    if ages && (2..=4).any(|n| words.is_word(at.wrapping_sub(n), "between")) {
        return (Opening::Between, at);
    }
    (Opening::Nothing, at)
}

/// The second number, behind an article or a currency sign.
fn second(words: &Words<'_>, at: usize) -> Option<Amount> {
    let at = at + usize::from(words.is_word(at, "the"));
    if let Some(second) = amount::read(words, at) {
        return Some(second);
    }
    let number = (at + 1..at + 3).find(|at| words.is(*at, Shape::NUMBER))?;
    amount::read(words, number).filter(|second| second.start == at)
}

/// "5 to 10 million": the scale is that of both.
fn scaled_like(first: Amount, second: &Amount) -> Amount {
    let money = first.unit.is_none_or(|unit| unit.family == "money");
    if first.scale <= 1.0
        && second.scale >= 1000.0
        && first.value < second.value / second.scale
        && money
    {
        return Amount {
            value: first.value * second.scale,
            ..first
        };
    }
    // "two or three dozen", "between four and five hundred"; "from 5 to 300" is as it is written.
    let spelled = second.form == Form::Dozens
        || second.form == Form::Words && (100.0..1000.0).contains(&second.scale);
    let few = first.scale <= 1.0 && first.unit.is_none() && first.step >= 1.0;
    if spelled && few && first.value < second.value / second.scale {
        return Amount {
            value: first.value * second.scale,
            scale: second.scale,
            step: second.step,
            form: second.form,
            ..first
        };
    }
    first
}

/// Whether two numbers are of one kind and one unit.
fn can_join(first: &Amount, second: &Amount) -> bool {
    let unit = first.unit.map(|unit| unit.name);
    let same = unit.is_none() || second.unit.is_none() || unit == second.unit.map(|unit| unit.name);
    same && (first.form == Form::Ordinal) == (second.form == Form::Ordinal)
}

/// "up 3", "rose by 3", "fell 3".
fn is_moved_by(words: &Words<'_>, start: usize) -> bool {
    let by = usize::from(words.is_word(start.wrapping_sub(1), "by"));
    let verb = words.word(start.wrapping_sub(1 + by));
    Cue::Up.is(verb) || Cue::Down.is(verb)
}

fn is_moved(words: &Words<'_>, start: usize) -> bool {
    (1..=REACH).any(|back| {
        let word = words.word(start.wrapping_sub(back));
        Cue::Up.is(word) || Cue::Down.is(word) || Lexis::Shifted.has(word)
    })
}

/// The range of a bounded number and the bound that follows it at `at`: "more than 20 and less than 35".
pub(super) fn of_bounds(
    words: &Words<'_>,
    table: &Quantifiers,
    first: &Quantity,
    at: usize,
) -> Option<(Quantity, usize)> {
    let low = is_lower(first.bound);
    let joint = ["and", "but", ","]
        .iter()
        .any(|word| words.is_word(at, word));
    if !(joint && (low || is_upper(first.bound))) {
        return None;
    }
    let starts = |at: &usize| {
        words.is(*at, Shape::NUMBER)
            || words.is_word(*at, "a")
            || words.word(*at).and_then(number_word).is_some()
    };
    let amount = amount::read(words, (at + 2..at + 8).find(starts)?)?;
    let the = usize::from(words.before(amount.start) == Some(Word::of("the")));
    let (by, from) = table.before(words, amount.start - the)?;
    let second = interval::moved(interval::plain(&amount), by);
    let opposite = if low {
        is_upper(second.bound)
    } else {
        is_lower(second.bound)
    };
    let (below, above) = if low {
        (first, &second)
    } else {
        (&second, first)
    };
    if from != at + 1 || !opposite || below.low >= above.high || first.unit != second.unit {
        return None;
    }
    let joined = Quantity {
        low: below.low,
        high: above.high,
        above_low: below.above_low,
        below_high: above.below_high,
        soft: (below.low, above.high),
        nominal: None,
        bound: Bound::Range,
        ..first.clone()
    };
    Some((joined, amount.end))
}

fn is_lower(bound: Bound) -> bool {
    matches!(bound, Bound::AtLeast | Bound::MoreThan)
}

fn is_upper(bound: Bound) -> bool {
    matches!(bound, Bound::AtMost | Bound::LessThan)
}
