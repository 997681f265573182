//! A number with its unit: `$1.5 million`, `3.5 per cent`, `5 ft 2 in`, `magnitude 6.3`, `1,200`.

use super::cue::{Cue, Lexis};
use super::numeral::{self, Form};
use super::unit::{self, Unit};
use super::words::Words;
use super::{literal, noun, start};
use crate::document::Shape;
use crate::value::Kind;
use crate::value::place::country_at;
use std::ops::Range;

/// A number with its unit, if one is written, and the tokens they cover.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub(super) value: f64,
    /// The unit of the last digit written.
    pub(super) step: f64,
    pub(super) scale: f64,
    pub(super) form: Form,
    pub(super) unit: Option<&'static Unit>,
    pub(super) start: usize,
    /// Where the number itself starts: behind a currency sign.
    pub(super) number: usize,
    pub(super) end: usize,
}

impl Amount {
    /// The kind of value it is.
    pub(super) fn kind(&self) -> Kind {
        match self.unit.map(|unit| unit.family) {
            Some("percent" | "points") => Kind::Percent,
            Some("money") => Kind::Money,
            Some(_) => Kind::Measure,
            None if self.form == Form::Ordinal => Kind::Ordinal,
            None => Kind::Count,
        }
    }
}

/// The amount whose number starts at `at`; its own start may lie before, at a currency sign or a minus.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<Amount> {
    if !start::is_numeral(words, at) {
        return None;
    }
    let number = match ordinal(words, at) {
        Some(ordinal) => ordinal,
        None => numeral::read(words, at)?,
    };
    let mut amount = Amount {
        value: number.value,
        step: number.step,
        scale: number.scale,
        form: number.form,
        unit: None,
        start: at,
        number: at,
        end: number.end,
    };
    if number.form == Form::Ordinal {
        return Some(amount);
    }
    sign(words, &mut amount);
    currency_before(words, &mut amount);
    if amount.unit.is_none() {
        unit_behind(words, &mut amount);
    }
    second_part(words, &mut amount);
    Some(amount)
}

/// "third", "twenty-first", "hundred and tenth" as an ordinal.
fn ordinal(words: &Words<'_>, at: usize) -> Option<numeral::Numeral> {
    use numeral::{Class, Numeral, number_word};
    let (class, value) = words.word(at).and_then(number_word)?;
    let number = |value, end| {
        Some(Numeral {
            value,
            step: 1.0,
            scale: 1.0,
            form: Form::Ordinal,
            end,
        })
    };
    match class {
        Class::Ordinal => number(value, at + 1),
        Class::Ten => {
            let last = at + 1 + usize::from(words.dash(at + 1));
            match words.word(last).and_then(number_word)? {
                (Class::Ordinal, unit) if unit < 10.0 => number(value + unit, last + 1),
                _ => None,
            }
        }
        _ => None,
    }
}

/// `-9.2`, `minus five`.
fn sign(words: &Words<'_>, amount: &mut Amount) {
    let Some(before) = amount.start.checked_sub(1) else {
        return;
    };
    if let Some(start) = either_way(words, amount.start) {
        amount.start = start;
        return;
    }
    let word = words.is_word(before, "minus") || words.is_word(before, "negative");
    let mark = words.dash(before)
        && !words.is(amount.start, Shape::WORD)
        && words.text(before).chars().all(|c| matches!(c, '-' | '−'))
        && (words.glued(amount.start) && stands_apart(words, before)
            || before == words.range.start)
        && !is_bullet(words, before, amount);
    let after_sign = words.dash(before)
        && words.glued(amount.start)
        && (words.is_word(before.wrapping_sub(1), "<")
            || words.is_word(before.wrapping_sub(1), "="));
    if word || mark || after_sign {
        amount.value = -amount.value;
        amount.start = before;
    }
}

/// Whether nothing but an opening bracket is glued to the front of the token at `at`: "(-9C)".
fn stands_apart(words: &Words<'_>, at: usize) -> bool {
    let bracket = ["(", "["]
        .iter()
        .any(|sign| words.is_word(at.wrapping_sub(1), sign));
    !words.glued(at) || bracket
}

/// Where "plus or minus", "+/-" or "±" starts before a number at `at`: it goes either way and is none below zero.
fn either_way(words: &Words<'_>, at: usize) -> Option<usize> {
    let signs = |first: &str, joint: &str, last: &str| {
        let start = at.checked_sub(3)?;
        let found = words.is_word(start, first)
            && words.is_word(start + 1, joint)
            && words.is_word(start + 2, last);
        found.then_some(start)
    };
    let sign = at.checked_sub(1).filter(|at| words.is_word(*at, "±"));
    sign.or_else(|| signs("plus", "or", "minus"))
        .or_else(|| signs("+", "/", "-"))
}

/// Whether the dash at `before` opens an entry of a list and not a number below zero: "-2 men were hurt", "- 5 dead".
fn is_bullet(words: &Words<'_>, before: usize, amount: &Amount) -> bool {
    let goes_on = !words.glued(amount.start) && words.is(amount.end, Shape::WORD);
    let counts = noun::counted(words, amount.end, false).is_some();
    before == words.range.start && (goes_on || counts)
}

fn currency_before(words: &Words<'_>, amount: &mut Amount) {
    let Some((unit, start)) = unit::before(words, amount.start) else {
        return;
    };
    amount.unit = Some(unit);
    amount.start = start;
    amount.value *= unit.factor.max(1.0);
    // "$5m": behind a currency a small m is no metre.
    if amount.scale <= 1.0 {
        let scale = match words.text(amount.end) {
            "m" => 1e6,
            "b" => 1e9,
            "t" | "tn" => 1e12,
            _ => 1.0,
        };
        if scale > 1.0 && words.glued(amount.end) {
            scale_by(amount, scale);
        }
    }
    // "$10 dollars", "US$ 5 USD": said twice.
    if let Some((again, end)) = unit::after(words, amount.end, Some("money"))
        && again.name == unit.name
        && words.is(amount.end, Shape::WORD)
    {
        amount.end = end;
    }
}

fn scale_by(amount: &mut Amount, scale: f64) {
    amount.value *= scale;
    amount.step *= scale;
    amount.scale = scale;
    amount.end += 1;
}

fn unit_behind(words: &Words<'_>, amount: &mut Amount) {
    if magnitude(words, amount) {
        return;
    }
    // "5m people", "2m euros": millions of something.
    if words.text(amount.end) == "m" && words.glued(amount.end) && amount.scale <= 1.0 {
        let next = amount.end + 1;
        let votes = Lexis::Turnout.has(words.word(next));
        if votes
            || unit::after(words, next, Some("money")).is_some()
            || noun::is_plural(words, next)
        {
            scale_by(amount, 1e6);
        }
    }
    let at = unit_place(words, amount);
    let family = pounds_family(words, amount);
    let read = bracketed(words, at).or_else(|| unit::after(words, at, family));
    let Some((unit, end)) = read.or_else(|| of_country(words, at)) else {
        degrees(words, amount);
        return;
    };
    if is_no_unit(words, amount, unit, at..end) {
        return;
    }
    amount.unit = Some(unit);
    amount.end = end;
    if unit.family == "money" {
        amount.value *= unit.factor.max(1.0);
        // "75 USD million"
        if amount.scale <= 1.0
            && let Some((numeral::Class::Scale, size)) =
                words.word(end).and_then(numeral::number_word)
        {
            scale_by(amount, size);
        }
    }
}

/// The currency behind the name of whose it is: "40 Kazakh tenge", where the table does not have both words.
fn of_country(words: &Words<'_>, at: usize) -> Option<(&'static Unit, usize)> {
    let (tokens, _) = country_at(words.document, at).filter(|_| words.is(at, Shape::CAPITAL))?;
    let end = at + tokens;
    let (unit, past) = unit::after(words, end, Some("money"))?;
    // "40 French mark …": a verb.
    let name = words.is(end, Shape::WORD) && !words.is(end, Shape::CAPITAL);
    (name && !unit.is_for_large_numbers()).then_some((unit, past))
}

/// `-12C`, and "12C" in a sentence about the weather.
fn degrees(words: &Words<'_>, amount: &mut Amount) {
    const HOTTEST: f64 = 200.0;
    let name = match words.text(amount.end) {
        "C" => "Celsius",
        "F" => "Fahrenheit",
        _ => return,
    };
    let below = amount.value < 0.0 && amount.start < amount.number;
    let told = || {
        let mut range = words.range.clone();
        range.any(|at| Cue::Weather.is(words.word(at)))
    };
    let degrees = amount.form == Form::Digits && amount.value.abs() < HOTTEST;
    let glued = words.glued(amount.end);
    if degrees && (glued && (below || told()) || is_converted(words, amount)) {
        amount.unit = unit::named(name);
        amount.end += 1;
    }
}

/// Whether the other scale says the same beside it: the 40 of "40C (104F)", and its 104.
fn is_converted(words: &Words<'_>, amount: &Amount) -> bool {
    /// What rounding can make of it.
    const NEAR: f64 = 1.5;
    let bracket = |at: usize| words.is_word(at, "(") || words.is_word(at, "/");
    let ahead = bracket(amount.end + 1).then_some(amount.end + 2);
    let ahead = ahead.map(|at| at + usize::from(words.dash(at)));
    let behind = amount.start.checked_sub(3).filter(|at| bracket(at + 2));
    let other = |at: usize| {
        let number = literal::read(words, at).filter(|number| number.end == at + 1)?;
        let negative = at.checked_sub(1).is_some_and(|at| words.dash(at)) && words.glued(at);
        let value = if negative {
            -number.value
        } else {
            number.value
        };
        let celsius = match (words.text(amount.end), words.text(at + 1)) {
            ("C", "F") => (value, amount.value),
            ("F", "C") => (amount.value, value),
            _ => return None,
        };
        let (fahrenheit, celsius) = celsius;
        Some((celsius * 1.8 + 32.0 - fahrenheit).abs() <= NEAR)
    };
    [ahead, behind]
        .into_iter()
        .flatten()
        .filter_map(other)
        .any(|same| same)
}

/// Where the unit behind an amount begins: "a quarter of a mile", "half an acre".
fn unit_place(words: &Words<'_>, amount: &Amount) -> usize {
    if amount.form != Form::Fraction {
        return amount.end;
    }
    let article = amount.end + usize::from(words.is_word(amount.end, "of"));
    let single = words.is_word(article, "a") || words.is_word(article, "an");
    if single { article + 1 } else { amount.end }
}

/// Whether what is written as a unit is none behind this amount: a name, a noun, an hour, a word before the noun that is counted.
fn is_no_unit(words: &Words<'_>, amount: &Amount, unit: &Unit, tokens: Range<usize>) -> bool {
    let (at, end) = (tokens.start, tokens.end);
    let plural = words.text(end - 1).ends_with('s') || words.text(at).ends_with('s');
    let hyphen = words.hyphen(at);
    // "40 Metre Close", but "500 Swedish kronor".
    let name = end == at + 1
        && words.is(at, Shape::CAPITAL)
        && !words.is(at, Shape::ALL_CAPS)
        && !words.glued(at)
        && at > words.range.start
        && words.text(at).len() > 4
        && !plural;
    let counts = amount.form == Form::Dozens && unit.family != "money";
    // "at one point"
    let instant = unit.name == "point" && !plural && !hyphen && amount.form == Form::Words;
    let small = unit.is_for_large_numbers() && amount.value < 100.0;
    if instant || small || name || counts || is_point_in_time(words, unit, end) {
        return true;
    }
    // "two foot soldiers", "three point guards": a short word before a plural is no unit.
    let short = matches!(
        unit.name,
        "ft" | "point" | "Cup" | "Turn" | "carat" | "acre" | "degree"
    ) && !plural
        && !hyphen;
    let written_short = matches!(words.text(at), "ft" | "feet");
    short && !written_short && amount.value > 1.0 && noun::is_plural(words, end)
}

/// `2 pm` is an hour even where it could be picometres; `5 in 2014` is no length.
fn is_point_in_time(words: &Words<'_>, unit: &Unit, end: usize) -> bool {
    // `2,290"` closes a quotation.
    let quoted =
        words.is(end - 1, Shape::QUOTE_MARK) && words.is(end.wrapping_sub(2), Shape::QUOTED);
    unit.name == "in" && (words.is_word(end - 1, "in") || quoted)
}

/// `20 (kg)`.
fn bracketed(words: &Words<'_>, at: usize) -> Option<(&'static Unit, usize)> {
    let bracket = ["(", "[", "{", "<"].iter().any(|b| words.is_word(at, b));
    let (unit, end) = bracket.then(|| unit::after(words, at + 1, None))??;
    let closed = [")", "]", "}", ">"].iter().any(|b| words.is_word(end, b));
    closed.then_some((unit, end + 1))
}

/// Pounds are money when much or when paid, and weight otherwise.
fn pounds_family(words: &Words<'_>, amount: &Amount) -> Option<&'static str> {
    let at = amount.end + usize::from(words.hyphen(amount.end));
    if !(words.is_word(at, "pound") || words.is_word(at, "pounds")) {
        return None;
    }
    let paid = (1..=5).any(|n| Cue::Money.is(words.word(amount.start.wrapping_sub(n))));
    let much = amount.scale >= 1e6 || amount.value >= 10_000.0;
    Some(if (paid || much) && !words.is_word(at + 1, "of") {
        "money"
    } else {
        "mass"
    })
}

/// `magnitude 6.3`, `a magnitude of 6.3`, `6.3-magnitude`, `a 6.3 earthquake`.
fn magnitude(words: &Words<'_>, amount: &mut Amount) -> bool {
    let scale = (1.0..10.0).contains(&amount.value);
    let at = amount.start;
    let before = |back: usize| words.is_word(at.wrapping_sub(back), "magnitude");
    let named = if before(1) {
        Some(1)
    } else if before(2) && (words.is_word(at - 1, "of") || words.dash(at - 1)) {
        Some(2)
    } else {
        None
    };
    let tremor =
        amount.step < 1.0 && (Cue::Tremor.is(words.word(amount.end)) || is_gauged(words, amount));
    if !scale || !(named.is_some() || tremor) {
        return false;
    }
    amount.unit = unit::named("magnitude");
    amount.start -= named.unwrap_or(0);
    true
}

/// "The quake, measured at 6.4,", "a quake measuring 6.4": no hour and no number of anything else.
fn is_gauged(words: &Words<'_>, amount: &Amount) -> bool {
    const REACH: usize = 8;
    const TENTH: f64 = 0.1;
    let at = amount.start;
    let joint = ["at", "as", "a"]
        .iter()
        .any(|word| words.is_word(at.wrapping_sub(1), word));
    let verb = at.wrapping_sub(1 + usize::from(joint));
    let named = || (1..=REACH).any(|back| Cue::Tremor.is(words.word(verb.wrapping_sub(back))));
    let next = words.word(amount.end);
    let bare = (!words.is(amount.end, Shape::WORD) || noun::is_stop(next)) && !Cue::Hour.is(next);
    amount.step >= TENTH
        && bare
        && Lexis::Gauged.has(words.word(verb))
        && unit::after(words, amount.end, None).is_none()
        && named()
}

/// `5 ft 2 in`, `thirteen dollars and forty-five cents`.
fn second_part(words: &Words<'_>, amount: &mut Amount) {
    const PARTS: [(&str, &str, f64); 8] = [
        ("ft", "in", 1.0 / 12.0),
        ("lb", "oz", 1.0 / 16.0),
        ("stone", "lb", 1.0 / 14.0),
        ("USD", "cent", 0.01),
        ("EUR", "cent", 0.01),
        ("CAD", "cent", 0.01),
        ("AUD", "cent", 0.01),
        ("GBP", "penny", 0.01),
    ];
    let Some(whole) = amount.unit.filter(|_| amount.end > amount.number + 1) else {
        return;
    };
    // "5 feet, 10 inches"
    let joint =
        words.is_word(amount.end, "and") || (whole.name == "ft" && words.is_word(amount.end, ","));
    let at = amount.end + usize::from(joint);
    let Some(number) = numeral::cardinal(words, at) else {
        return;
    };
    // "15 dollars 50", and no more after it
    let cents = whole.family == "money" && amount.number == amount.start && number.step >= 1.0;
    if cents
        && (1.0..100.0).contains(&number.value)
        && (!words.is(number.end, Shape::WORD) || words.is_word(number.end, "more"))
        && unit::after(words, number.end, None).is_none()
        && words.is(amount.end - 1, Shape::WORD)
    {
        amount.value += number.value / 100.0;
        amount.step = 0.01;
        amount.end = number.end;
        return;
    }
    let family = (whole.family == "mass").then_some("mass");
    let inches = words.is_word(number.end, "in") || words.is_word(number.end, "in.");
    let (name, end) = match unit::after(words, number.end, family) {
        Some((unit, end)) => (unit.name, end),
        None if inches => ("in", number.end + 1),
        None => return,
    };
    let part = PARTS
        .iter()
        .find(|row| row.0 == whole.name && row.1 == name);
    if let Some((_, _, factor)) = part.filter(|row| number.value * row.2 < 1.0) {
        amount.value += number.value * factor;
        amount.step = *factor;
        amount.end = end;
    }
}
