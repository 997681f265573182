//! Dates in digits: `2022-03-01`, `02/03/2022`, `01.03.22`.

use super::month::century;
use super::written::day;
use crate::document::{Shape, Word};
use crate::value::date::expr::{Day, Expr, Point, Year};
use crate::value::date::word::cursor::{COMMA, Cursor, DASH, SLASH};
use crate::value::date::word::term::Term;
use jiff::civil::Date;

/// `2022-03-01`, `2022/03/01`, and a `T` with a time is left to the clock.
pub(super) fn iso(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let year = c.year(at)?;
    let sign = [DASH, SLASH].into_iter().find(|sign| c.is(at + 1, *sign))?;
    let glued = c.glued(at + 1) && c.glued(at + 2);
    let month = match c.term(at + 2) {
        Term::Month(month, _) => month,
        _ => two_digits(c, at + 2)?,
    };
    if !glued || !(1..=12).contains(&month) {
        return None;
    }
    if c.is(at + 3, sign)
        && c.glued(at + 4)
        && let Some(number) = two_digits(c, at + 4)
    {
        return Some((day(Some(year), month, number)?, at + 5));
    }
    let ends = !c.glued(at + 3) || c.shaped(at + 3, Shape::PUNCTUATION) && !c.is(at + 3, DASH);
    (sign == DASH && c.digits(at + 2, 2).is_some() && ends).then(|| {
        let year = Year::Given(year);
        (Expr::Point(Point::day(Day::Month { month, year })), at + 3)
    })
}

fn two_digits(c: &Cursor<'_>, at: usize) -> Option<i8> {
    match c.term(at) {
        Term::Digits { value, len: 1 | 2 } => Some(value as i8),
        _ => None,
    }
}

/// `02/03/2022`, `2-3-22`, `02/03` with a weekday before it.
pub(super) fn slashed(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let first = two_digits(c, at)?;
    let sign = [SLASH, DASH].into_iter().find(|sign| c.is(at + 1, *sign))?;
    let second = two_digits(c, at + 2)?;
    if !(c.glued(at + 1) && c.glued(at + 2))
        || c.glued(at)
            && !c.is(at.wrapping_sub(1), Word::of("("))
            && !(c.is(at.wrapping_sub(1), DASH) && sign == SLASH)
    {
        return None;
    }
    let year = (c.is(at + 3, sign) && c.glued(at + 3) && c.glued(at + 4))
        .then(|| c.year(at + 4).or_else(|| c.digits(at + 4, 2).map(century)))
        .flatten();
    if year.is_none() && (sign == DASH || c.is(at + 3, sign) || !lone_slash(c, at)) {
        return None;
    }
    // "9/11" without a year is a name.
    if year.is_none() && (first, second) == (9, 11) {
        return None;
    }
    if year.is_none()
        && sign == SLASH
        && c.is(at + 3, COMMA)
        && let Some(year) = c.year(at + 4)
    {
        return numeric(first, second, Some(year)).map(|expr| (expr, at + 5));
    }
    let end = if year.is_some() { at + 5 } else { at + 3 };
    numeric(first, second, year).map(|expr| (expr, end))
}

/// A day and month without a year (`5/12`) is one only with "on" or a weekday before it, in a range or in a list of
/// such; else it is a fraction.
fn lone_slash(c: &Cursor<'_>, at: usize) -> bool {
    if c.is(at + 3, SLASH) {
        return false;
    }
    let joined = c.is(at + 3, DASH) || matches!(c.term(at + 3), Term::To | Term::And);
    let ranged = matches!(c.before(at), Term::From | Term::Between) && joined;
    // "10/1-11/2/2017": the year stands once.
    let dated = c.is(at + 3, DASH) && c.is(at + 5, SLASH) && c.is(at + 7, SLASH);
    let after_slash = c.is(at.wrapping_sub(3), SLASH);
    let dashed = c.is(at.wrapping_sub(1), DASH) && c.glued(at);
    let second = (dashed || matches!(c.before(at), Term::To)) && after_slash;
    let comma = c.is(at.wrapping_sub(1), COMMA) || c.is(at.wrapping_sub(1), Word::of("or"));
    let listed = after_slash && (comma || c.before(at) == Term::And);
    ranged
        || dated
        || second
        || matches!(c.before(at), Term::On | Term::Weekday(..))
        || listed && at.checked_sub(4).is_some_and(|first| lone_slash(c, first))
}

/// `20220301`: eight digits that stand for a day of these decades.
fn compact(c: &Cursor<'_>, at: usize) -> Option<Expr> {
    let text = c.text(at);
    let digits = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    let number = |part: Option<&str>| part?.parse::<i16>().ok();
    let year = number(text.get(..4)).filter(|year| digits && (1950..2040).contains(year))?;
    let (month, number) = (number(text.get(4..6))?, number(text.get(6..8))?);
    let counted = c.is(at.wrapping_sub(1), Word::of("$")) || c.shaped(at + 1, Shape::WORD);
    day(Some(year), month as i8, number as i8).filter(|_| !counted)
}

/// `02.03.2022` and `1.3.22`, one token; `20220301` too.
pub(super) fn dotted(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if c.term(at) != Term::Decimal {
        return None;
    }
    if let Some(expr) = compact(c, at) {
        return Some((expr, at + 1));
    }
    let mut parts = c.text(at).split('.');
    let (a, b, y) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || a.len() > 2 || b.len() > 2 {
        return None;
    }
    let year = match y.len() {
        4 => y.parse().ok()?,
        2 if a.len() == 2 || b.len() == 2 || is_dated(c, at) => century(y.parse().ok()?),
        _ => return None,
    };
    let expr = numeric(a.parse().ok()?, b.parse().ok()?, Some(year))?;
    Some((expr, at + 1))
}

/// Whether a day is what stands at `at`: "on 3.4.23", which after other words is a section or a version.
fn is_dated(c: &Cursor<'_>, at: usize) -> bool {
    matches!(c.before(at), Term::On | Term::Weekday(..))
}

/// Two numbers of which one is the month: both readings are kept where both are possible.
fn numeric(first: i8, second: i8, year: Option<i16>) -> Option<Expr> {
    let valid = |month: i8, day: i8| Date::new(year.unwrap_or(2000), month, day).is_ok();
    match (valid(first, second), valid(second, first)) {
        (true, true) if first != second => Some(Expr::Point(Point::day(Day::Numeric {
            first,
            second,
            year,
        }))),
        (true, _) => day(year, first, second),
        (_, true) => day(year, second, first),
        // "31/04/2024" is a day on no calendar, and its year alone is not meant.
        _ => {
            year?;
            day(year, first, second).or_else(|| day(year, second, first))
        }
    }
}
