//! How old somebody is: `aged 25`, `a 20-year-old`, `Smith, 34,`, `18 months old`, `in his 40s`.

use super::amount::Amount;
use super::cue::Cue;
use super::noun;
use super::numeral::Form;
use super::words::Words;
use crate::document::{Shape, Word};

/// An age: the unit it is given in and its tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Age {
    pub(super) unit: &'static str,
    pub(super) start: usize,
    pub(super) end: usize,
    /// "in his 40s": ten years.
    pub(super) decade: bool,
    /// Where the noun may follow: "a 20-year-old student".
    pub(super) noun: bool,
}

/// The age that a number from `start` to `end` gives, if it gives one. `after_age` says that an age ended just before
/// ("aged 21, 22 and 24").
pub(super) fn read(
    words: &Words<'_>,
    amount: &Amount,
    start: usize,
    end: usize,
    after_age: bool,
) -> Option<Age> {
    if amount.unit.is_some()
        || !matches!(amount.form, Form::Digits | Form::Words | Form::Fraction)
        || amount.value > 100_000.0
    {
        return None;
    }
    let years = |start, end| Age {
        unit: "year",
        start,
        end,
        decade: false,
        noun: false,
    };
    if let Some(age) = years_old(words, start, end) {
        return Some(age);
    }
    if amount.value > 120.0 || amount.value.fract() != 0.0 {
        return None;
    }
    if let Some(from) = named(words, start, end) {
        return (!noun::is_time(words.word(end))).then(|| years(from, end));
    }
    let turned = ["turned", "turning", "turns"]
        .iter()
        .any(|word| words.is_word(start.wrapping_sub(1), word));
    if turned
        && amount.value > 0.0
        && noun::counted(words, end, amount.value == 1.0).is_none()
        && !noun::is_time(words.word(end))
        && !words.is(end, Shape::CAPITAL)
    {
        return Some(years(start, end));
    }
    if after_age && !words.is(end, Shape::WORD) || after_age && words.is_word(end, "and") {
        return Some(years(start, end));
    }
    if is_decade(words, start, end) {
        return Some(Age {
            decade: true,
            ..years(start, end + 1)
        });
    }
    (amount.form == Form::Digits && is_apposition(words, start, end)).then(|| years(start, end))
}

/// "20-year-old", "ten months old", "3 years of age", "87 yo".
fn years_old(words: &Words<'_>, start: usize, end: usize) -> Option<Age> {
    let skip = |at: usize| at + usize::from(words.dash(at));
    let found = |unit, end| Age {
        unit,
        start,
        end,
        decade: false,
        noun: true,
    };
    let at = skip(end);
    if words.is_word(at, "yo") || words.is_word(at, "y.o.") {
        return Some(found("year", at + 1));
    }
    if words.is_word(at, "y") && words.is_word(at + 1, "/") && words.is_word(at + 2, "o") {
        return Some(found("year", at + 3));
    }
    const UNITS: [(&str, &str); 10] = [
        ("year", "year"),
        ("years", "year"),
        ("yr", "year"),
        ("month", "month"),
        ("months", "month"),
        ("week", "week"),
        ("weeks", "week"),
        ("day", "day"),
        ("days", "day"),
        ("yrs", "year"),
    ];
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
    if ["aged", "age", "ages"]
        .iter()
        .any(|word| words.is_word(before, word))
    {
        return Some(before);
    }
    let closed = !words.is(end, Shape::WORD) || words.is_word(end, "and");
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
    (of && (words.is_word(before - 1, "age") || words.is_word(before - 1, "ages")))
        .then(|| before - 1)
}

/// "in his 40s".
fn is_decade(words: &Words<'_>, start: usize, end: usize) -> bool {
    const WHOSE: [&str; 8] = ["his", "her", "their", "my", "mid", "early", "late", "-"];
    let plural = words.is_word(end, "s") || words.is_word(end, "'s");
    plural
        && words.glued(end)
        && WHOSE
            .iter()
            .any(|word| words.before(start) == Some(Word::of(word)))
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
    let digits = words.text(start).len() <= 3 && !words.text(start).contains('.');
    let named = words.is(name, Shape::CAPITAL)
        && !Cue::MONTH.is(words.word(name))
        && !noun::is_stop(words.word(name));
    const CLOSES: [&str; 15] = [
        ",", ".", ";", ")", ":", "and", "of", "was", "from", "who", "is", "were", "has", "had", "-",
    ];
    // "another man, 28, was shot": between commas, one person in lower case will do.
    let person = words.is(name, Shape::WORD)
        && !words.is(name, Shape::CAPITAL)
        && !noun::is_plural(words, name)
        && !noun::is_stop(words.word(name))
        && !noun::is_time(words.word(name));
    if person && digits && words.is_word(end, ",") {
        return true;
    }
    let closed = words.token(end).is_none() || CLOSES.iter().any(|word| words.is_word(end, word));
    digits && named && closed
}
