//! How old somebody is: `aged 25`, `a 20-year-old`, `Smith, 34,`, `18 months old`, `in his 40s`.

use super::amount::Amount;
use super::cue::Cue;
use super::noun;
use super::numeral::Form;
use super::words::Words;
use crate::document::Shape;
use std::ops::Range;

/// An age as written.
#[derive(Clone, Debug)]
pub(super) struct Age {
    /// `year`, `month`, `week` or `day`.
    pub(super) unit: &'static str,
    pub(super) tokens: Range<usize>,
    /// "in his 40s": ten years.
    pub(super) is_decade: bool,
    /// Whether a noun may follow: "a 20-year-old student".
    pub(super) has_noun: bool,
}

impl Age {
    fn years(tokens: Range<usize>) -> Self {
        Age {
            unit: "year",
            tokens,
            is_decade: false,
            has_noun: false,
        }
    }
}

/// The age that the number at `tokens` gives, if it gives one. `after_age` says that an age ended just before ("aged 21,
/// 22 and 24").
pub(super) fn read(
    words: &Words<'_>,
    amount: &Amount,
    tokens: &Range<usize>,
    after_age: bool,
) -> Option<Age> {
    let Range { start, end } = *tokens;
    let number = matches!(amount.form, Form::Digits | Form::Words | Form::Fraction);
    if amount.unit.is_some() || !number {
        return None;
    }
    if let Some(age) = years_old(words, start, end) {
        return Some(age);
    }
    if !(0.0..=120.0).contains(&amount.value) || amount.value.fract() > 0.0 {
        return None;
    }
    if let Some(from) = named(words, start, end) {
        return (!noun::is_time(words.word(end))).then(|| Age::years(from..end));
    }
    if is_decade(words, start, end) {
        return Some(Age {
            is_decade: true,
            ..Age::years(start..end + 1)
        });
    }
    let listed = after_age && (!words.is(end, Shape::WORD) || words.is_word(end, "and"));
    let digits = amount.form == Form::Digits;
    let found = listed
        || is_turned(words, amount, start, end)
        || (digits && is_apposition(words, start, end));
    found.then(|| Age::years(start..end))
}

/// "turned 18".
fn is_turned(words: &Words<'_>, amount: &Amount, start: usize, end: usize) -> bool {
    let counts = noun::counted(words, end, super::one::is_one(amount)).is_some();
    Cue::Turned.is(words.before(start))
        && amount.value > 0.0
        && !counts
        && !noun::is_time(words.word(end))
        && !words.is(end, Shape::CAPITAL)
}

/// The units of ages.
const UNITS: [(&str, &str); 10] = [
    ("year", "year"),
    ("years", "year"),
    ("yr", "year"),
    ("yrs", "year"),
    ("month", "month"),
    ("months", "month"),
    ("week", "week"),
    ("weeks", "week"),
    ("day", "day"),
    ("days", "day"),
];

/// "20-year-old", "ten months old", "3 years of age", "87 yo".
fn years_old(words: &Words<'_>, start: usize, end: usize) -> Option<Age> {
    let skip = |at: usize| at + usize::from(words.dash(at));
    let found = |unit, end| Age {
        unit,
        has_noun: true,
        ..Age::years(start..end)
    };
    let at = skip(end);
    if words.is_word(at, "yo") || words.is_word(at, "y.o.") {
        return Some(found("year", at + 1));
    }
    if words.is_word(at, "y") && words.is_word(at + 1, "/") && words.is_word(at + 2, "o") {
        return Some(found("year", at + 3));
    }
    let unit = UNITS.iter().find(|(word, _)| words.is_word(at, word))?.1;
    let next = skip(at + 1);
    if words.is_word(next, "old") || words.is_word(next, "olds") {
        return Some(found(unit, next + 1));
    }
    (words.is_word(next, "of") && words.is_word(next + 1, "age")).then(|| found(unit, next + 2))
}

/// "aged 25", "age 25", "the age of 25", "ages 5 to 7": where the phrase starts.
fn named(words: &Words<'_>, start: usize, end: usize) -> Option<usize> {
    let before = start.checked_sub(1)?;
    if Cue::Aged.is(words.word(before)) {
        return Some(before);
    }
    let closed =
        !words.is(end, Shape::WORD) || ["and", "to"].iter().any(|word| words.is_word(end, word));
    let digits = words.is(start, Shape::NUMBER) && words.text(start).len() <= 3;
    // "He was 95 and lived", "two boys, both 15, were": nothing that is counted follows.
    let person = ["he", "she"]
        .iter()
        .any(|word| words.is_word(before.wrapping_sub(1), word));
    let was = ["was", "is"].iter().any(|word| words.is_word(before, word));
    if closed && digits && (person && was || words.is_word(before, "both")) {
        return Some(start);
    }
    let of = words.is_word(before, "of") && before > 0;
    // "raise the pension age to 65"
    let moved = ["to", "from", "at"]
        .iter()
        .any(|word| words.is_word(before, word));
    if moved && closed && Cue::Aged.is(words.before(before)) {
        return Some(start);
    }
    let the = usize::from(words.is_word(before.wrapping_sub(2), "the"));
    (of && Cue::Aged.is(words.before(before))).then(|| before - 1 - the)
}

/// "in his 40s".
fn is_decade(words: &Words<'_>, start: usize, end: usize) -> bool {
    let plural = words.is_word(end, "s") || words.is_word(end, "'s");
    plural && words.glued(end) && Cue::Decade.is(words.before(start))
}

/// "Smith, 34, of Leeds": a name, a comma, two digits, and a sign or a preposition.
fn is_apposition(words: &Words<'_>, start: usize, end: usize) -> bool {
    let Some(comma) = start.checked_sub(1).filter(|at| words.is_word(*at, ",")) else {
        return false;
    };
    let Some(name) = comma.checked_sub(1) else {
        return false;
    };
    let name = if words.is_word(name, ".") {
        name.saturating_sub(1)
    } else {
        name
    };
    // "IE6, 7, 8 and 9"
    let numbered = words.text(name).contains(|c: char| c.is_ascii_digit());
    let listed = words.is_word(end, ",") && words.is(end + 1, Shape::NUMBER);
    if numbered || listed {
        return false;
    }
    let digits = words.text(start).len() <= 3 && !words.text(start).contains('.');
    let named = words.is(name, Shape::CAPITAL)
        && !Cue::Month.is(words.word(name))
        && !noun::is_stop(words.word(name));
    // "another man, 28, was shot": between commas, one person in lower case will do.
    let person = words.is(name, Shape::WORD)
        && !words.is(name, Shape::CAPITAL)
        && !noun::is_plural(words, name)
        && !noun::is_stop(words.word(name))
        && !noun::is_time(words.word(name));
    if person && digits && words.is_word(end, ",") {
        return true;
    }
    let closed = words.token(end).is_none() || Cue::ClosesAge.is(words.word(end));
    digits && named && closed
}
