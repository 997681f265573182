//! Years, decades and fiscal years; and which numbers of four digits are years.

use super::month;
use super::period::point;
use crate::document::{Shape, Word};
use crate::value::date::expr::{Day, Expr};
use crate::value::date::word::around::{self, List};
use crate::value::date::word::cursor::{APOSTROPHE, Cursor, DASH, SLASH, STOP};
use crate::value::date::word::term::{Term, Unit};

/// `fiscal 1989`, `fiscal year 2008`, `the fiscal year 2008`, `FY2008`, `FY08`.
pub(super) fn fiscal(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let next = c.skip_term(at + 1, Term::Unit(Unit::Year));
    let short = || {
        let tens = c.digits(next, 2).filter(|_| c.is(at, Word::of("fy")))?;
        Some(month::century(tens))
    };
    let year = c.year(next).or_else(short)?;
    Some((point(Day::Year(year)), next + 1))
}

/// `the year 2020`.
pub(super) fn numbered_year(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if c.term(at) == Term::Fiscal {
        return fiscal(c, at);
    }
    if c.term(at) != Term::Unit(Unit::Year) {
        return None;
    }
    if let Some(year) = c.year(at + 1) {
        return Some((point(Day::Year(year)), at + 2));
    }
    spelled_year(c, at + 1)
}

/// `1990s`, `'80s`, `the nineties`, `the 1990's`.
pub(super) fn decade(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if let Term::Tens(decade) = c.term(at) {
        return is_decade_in_words(c, at).then(|| (point(Day::Decade(decade)), at + 1));
    }
    if let Some(year) = c.year(at) {
        let end = c.plural_digit(at + 1)?;
        let century = year % 100 == 0 && year < 1900;
        let day = if century {
            Day::Century(year / 100)
        } else {
            Day::Decade(year / 10)
        };
        return (year % 10 == 0).then(|| (point(day), end));
    }
    let quoted = c.is(at, APOSTROPHE);
    let digits = at + usize::from(quoted);
    let tens = c
        .digits(digits, 2)
        .filter(|tens| tens % 10 == 0 && *tens >= 20)?;
    let end = c.plural_digit(digits + 1)?;
    let said = quoted
        || matches!(
            c.before(at),
            Term::The | Term::Early | Term::Late | Term::Mid
        );
    said.then(|| (point(Day::Decade(190 + tens as i16 / 10)), end))
}

/// Whether "sixties" at `at` are years: "the sixties", "the late Sixties"; not "in her late sixties", nor "highs in the mid-sixties".
fn is_decade_in_words(c: &Cursor<'_>, at: usize) -> bool {
    let edge = at.wrapping_sub(1 + usize::from(c.is(at.wrapping_sub(1), DASH)));
    let said = match c.term(edge) {
        Term::The => return true,
        Term::Early | Term::Late => true,
        Term::Mid => c.shaped(at, Shape::CAPITAL),
        _ => false,
    };
    said && c.before(edge) == Term::The
}

/// `nineteen ninety-six`, `nineteen hundred ninety`, `two thousand`, `two thousand twelve`.
pub(super) fn spelled_year(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let (first, end) = c.spelled(at)?;
    if first == 2 && c.term(end) == Term::Scale(1000) {
        let and = c.skip_term(end + 1, Term::And);
        return match c.spelled(and) {
            Some((rest, past)) if c.unit(past).is_none() && !goes_on(c, past) => {
                Some((point(Day::Year(2000 + rest as i16)), past))
            }
            _ if matches!(c.before(at), Term::Unit(Unit::Year) | Term::Month(..)) => {
                Some((point(Day::Year(2000)), end + 1))
            }
            _ => None,
        };
    }
    if !matches!(first, 17..=20) {
        return None;
    }
    if c.term(end) == Term::Scale(100) {
        let (rest, past) = c.spelled(c.skip_term(end + 1, Term::And))?;
        return Some((point(Day::Year((first * 100 + rest) as i16)), past));
    }
    let (second, past) = c.spelled(c.skip_hyphen(end)).filter(|(n, _)| *n >= 10)?;
    if goes_on(c, past) {
        return None;
    }
    Some((point(Day::Year((first * 100 + second) as i16)), past))
}

/// Whether a number in words goes on at `at`: "two thousand and two hundred", "twenty twenty-fifths".
fn goes_on(c: &Cursor<'_>, at: usize) -> bool {
    const PARTS: [&str; 6] = ["fths", "xths", "nths", "hths", "eths", "dths"];
    let text = c.text(at);
    let part = c.term(at) == Term::None && PARTS.iter().any(|part| text.ends_with(part));
    matches!(c.term(at), Term::Scale(_)) || part
}

/// A number of four digits that is meant as a year.
pub(super) fn year(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let year = c.year(at)?;
    let read = Some((point(Day::Year(year)), at + 1));
    let next = at + 1;
    if c.unit(next).is_some()
        || matches!(
            c.term(next),
            Term::Zone(_) | Term::Local | Term::Meridiem(_)
        )
    {
        return None;
    }
    let glued = c.glued(at) || c.glued(next) && c.shaped(next, Shape::WORD) && !c.possessive(next);
    let hyphen_before =
        c.glued(at) && (c.is(at.wrapping_sub(1), DASH) || c.text(at.wrapping_sub(1)) == "~");
    let bracket = c.is(at.wrapping_sub(1), Word::of("(")) || c.is(at.wrapping_sub(1), SLASH_SIGN);
    if glued
        && !bracket
        && !(hyphen_before
            && (c.year(at.wrapping_sub(2)).is_some()
                || c.is(at.wrapping_sub(2), Word::of("post"))
                || c.is(at.wrapping_sub(2), Word::of("pre"))
                || matches!(
                    c.term(at.wrapping_sub(2)),
                    Term::Mid | Term::Early | Term::Late
                )))
        && !c.shaped(at.wrapping_sub(1), Shape::QUOTE_MARK)
    {
        return None;
    }
    // "2011-05-S-078" is a file number.
    let numbered = c.is(next, DASH)
        && c.glued(next)
        && c.glued(next + 1)
        && c.is(next + 2, DASH)
        && c.glued(next + 2);
    if numbered || is_counted(c, at) {
        return None;
    }
    let led = matches!(
        c.before(at),
        Term::In
            | Term::Lead
            | Term::Of
            | Term::To
            | Term::From
            | Term::Earlier
            | Term::Later
            | Term::Early
            | Term::Late
            | Term::Mid
            | Term::Between
    );
    match year {
        1900..=2049 => read,
        1400..=2150 if led => read,
        1000..1400 if is_early(c, at) => read,
        _ => None,
    }
}

/// Whether nothing stands behind the number at `at` that it could count.
pub(super) fn is_alone(c: &Cursor<'_>, at: usize) -> bool {
    let ends = |next: usize| {
        c.token(next)
            .is_none_or(|token| token.is(Shape::PUNCTUATION) && !c.is(next, DASH))
    };
    ends(at + 1) || around::is(c, at + 1, List::AfterYear)
}

/// Whether the number at `at` is a year that seldom is told, where other numbers of four digits count: "in 1215", "since
/// 1180", "the plague of 1348". Nothing that it could count stands behind it.
fn is_early(c: &Cursor<'_>, at: usize) -> bool {
    let named = c.shaped(at + 1, Shape::CAPITAL) && !c.text(at + 1).ends_with('s');
    match c.before(at) {
        Term::In => named || is_alone(c, at),
        Term::Lead => c.is(at.wrapping_sub(1), Word::of("since")) && is_alone(c, at),
        Term::Of => around::is(c, at.wrapping_sub(2), List::OfYear),
        _ => false,
    }
}

const SLASH_SIGN: Word = SLASH;

/// Whether the number at `at` is that of a room, a road or a bus: "Room 2012", "Unit 1948", "the 1900 block of Main Street".
/// "Euro 2012", "Election 2016" and "Companies Act 2006" tell years.
fn is_number_of(c: &Cursor<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    around::is(c, before, List::Numbered)
        || c.shaped(before, Shape::CAPITAL) && around::is(c, before, List::NumberedName)
        || around::is(c, at + 1, List::Block)
}

/// Whether the number at `at` counts, measures or names something: "No. 1989", "$1999", "2000 people", "a Boeing 1900".
fn is_counted(c: &Cursor<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let sign = matches!(c.text(before), "$" | "#" | "€" | "£" | "¥")
        || is_number_of(c, at)
        || c.is(before, STOP) && c.is(at.wrapping_sub(2), Word::of("no"));
    let percent = c.is(at + 1, Word::of("%"));
    let scale = matches!(c.term(at + 1), Term::Scale(_));
    let led = matches!(
        c.before(at),
        Term::In
            | Term::Lead
            | Term::Of
            | Term::Fiscal
            | Term::From
            | Term::To
            | Term::The
            | Term::And
            | Term::Early
            | Term::Late
            | Term::Mid
            | Term::Earlier
    );
    let people = ["people", "men", "women", "children"]
        .iter()
        .any(|noun| c.is(at + 1, Word::of(noun)));
    let plural = || {
        let word = c.text(at + 1);
        let lower = c.shaped(at + 1, Shape::WORD) && !c.shaped(at + 1, Shape::CAPITAL);
        lower && word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")
    };
    let street = || {
        c.shaped(at + 1, Shape::CAPITAL)
            && !led
            && c.shaped(at + 1, Shape::WORD)
            && c.shaped(before, Shape::PUNCTUATION)
    };
    sign || percent || scale || people || !led && plural() || street()
}
