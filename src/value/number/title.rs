//! Which numbers are words of a name in capitals: films and songs, buildings, versions. Headlines, in which every word has a
//! capital, tell nothing of that.

use super::amount::Amount;
use super::cue::{Cue, Lexis};
use super::noun;
use super::numeral::Form;
use super::words::Words;
use crate::document::Shape;
use crate::value::place::country_at;

/// The longest name looked at, in tokens.
const LONGEST: usize = 8;

/// Where the name ends that the amount is a word of; `None` for a number that says how many.
pub(super) fn end(words: &Words<'_>, amount: &Amount) -> Option<usize> {
    if !matches!(amount.form, Form::Digits | Form::Words) {
        return None;
    }
    if let Some(unit) = amount.unit {
        // "50 Cent": more than one would be cents.
        let last = amount.end - 1;
        let single = unit.name == "cent" && words.is_word(last, "cent") && amount.value > 1.0;
        let capital = words.is(last, Shape::CAPITAL) && !words.is(last, Shape::ALL_CAPS);
        return (single && capital).then_some(amount.end);
    }
    let version = is_version(words, amount).then_some(amount.end);
    version
        .or_else(|| building(words, amount))
        .or_else(|| quoted(words, amount))
        .or_else(|| in_capitals(words, amount))
}

/// "Web 3.0": nobody counts to so many tenths.
fn is_version(words: &Words<'_>, amount: &Amount) -> bool {
    let before = amount.start.wrapping_sub(1);
    let name =
        words.is(before, Shape::WORD.with(Shape::CAPITAL)) && !noun::is_stop(words.word(before));
    let stands = !words.is(amount.end, Shape::WORD) || noun::is_stop(words.word(amount.end));
    let plain = amount.number == amount.start && amount.end == amount.start + 1;
    name && plain && stands && words.text(amount.number).ends_with(".0")
}

/// "One Harbour Plaza", "Ten Mill Street": not the residents of "One Mill Street resident".
fn building(words: &Words<'_>, amount: &Amount) -> Option<usize> {
    let spelled = amount.form == Form::Words && words.is(amount.start, Shape::CAPITAL);
    if !spelled || words.is(amount.end, Shape::ALL_CAPS) {
        return None;
    }
    let capital = |at: &usize| words.is(*at, Shape::WORD) && words.is(*at, Shape::CAPITAL);
    let name = (amount.end..amount.end + LONGEST).take_while(capital);
    let last = name.last().filter(|last| *last > amount.end)?;
    let place = Cue::Street.is(words.word(last)) || Lexis::Building.has(words.word(last));
    let verb = noun::is_stop(words.word(last + 1)) || noun::is_irregular(words, last + 1);
    let closed = !words.is(last + 1, Shape::WORD) || verb;
    (place && closed).then_some(last + 1)
}

/// Past the quotation mark behind "99 Lanterns" or "Seven Quiet Men": a short quotation in which all but the smallest words have
/// a capital, within a sentence that is told in small letters. Somebody's words ("Two Danes") are no name.
fn quoted(words: &Words<'_>, amount: &Amount) -> Option<usize> {
    let mark = |at: &usize| words.is(*at, Shape::QUOTE_MARK);
    let start = amount.start;
    let open = (start.saturating_sub(LONGEST)..start).rev().find(mark)?;
    let close = (amount.end..start + LONGEST).find(mark)?;
    let small = |at: usize| words.is(at, Shape::WORD) && !words.is(at, Shape::CAPITAL);
    let told = small(open.wrapping_sub(1)) || small(close + 1);
    let capital = |at: usize| words.is(at, Shape::WORD) && words.is(at, Shape::CAPITAL);
    let fits = |at: usize| {
        capital(at)
            || words.is(at, Shape::NUMBER)
            || !words.is(at, Shape::WORD)
            || Lexis::InTitle.has(words.word(at))
    };
    let first = capital(open + 1) || words.is(open + 1, Shape::NUMBER);
    let titled = |at: &usize| {
        let number = (amount.start..amount.end).contains(at);
        let function = noun::is_stop(words.word(*at));
        capital(*at) && !number && !function && country_at(words.document, *at).is_none()
    };
    let mut inner = open + 1..close;
    let all = inner.clone().all(fits) && inner.any(|at| titled(&at));
    (first && told && all).then_some(close)
}

/// Past "Seven Quiet Men" in the midst of a sentence: there a number in words has a capital in a name only.
fn in_capitals(words: &Words<'_>, amount: &Amount) -> Option<usize> {
    let small = |at: usize| words.is(at, Shape::WORD) && !words.is(at, Shape::CAPITAL);
    let before = amount.start.checked_sub(1)?;
    let spelled = amount.form == Form::Words && words.is(amount.start, Shape::CAPITAL);
    let name = |at: usize| {
        words.is(at, Shape::WORD) && words.is(at, Shape::CAPITAL) && !words.is(at, Shape::ALL_CAPS)
    };
    let told = |at: usize| small(at) && words.text(at).len() > 3 && !noun::is_stop(words.word(at));
    if !spelled || !small(before) || !name(amount.end) || !words.range.clone().any(told) {
        return None;
    }
    let mut end = amount.end;
    loop {
        let joined = usize::from(words.hyphen(end) || Lexis::InTitle.has(words.word(end)));
        if !name(end + joined) && !words.is(end, Shape::POSSESSIVE) {
            // "Two Harbour Board officers", where a sentence begins that no full stop tells.
            return (!noun::is_plural(words, end)).then_some(end);
        }
        end += joined + 1;
    }
}
