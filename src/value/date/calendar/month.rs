//! Months with their years: `May 1998`, `in May`, `Sept. '98`; and which words are months.

use super::year;
use crate::document::{Shape, Word};
use crate::value::date::expr::{Day, Expr, Point, Year};
use crate::value::date::word::cursor::{APOSTROPHE, COLON, COMMA, Cursor, DASH, SLASH};
use crate::value::date::word::term::{Term, Unit};

/// `, 2022` or ` 2022` or ` '22` after a day and month; in wires also ` 90`.
pub(super) fn year_after(c: &Cursor<'_>, end: usize) -> (Option<i16>, usize) {
    let at = c.skip(end, COMMA);
    let at = at + usize::from(c.term(at) == Term::Of || c.term(at) == Term::In);
    if let Some(year) = c.year(at)
        && !(at == end && c.glued(at))
        && !is_clock(c, at + 1)
    {
        return (Some(year), at + 1);
    }
    if let Some(year) = two_digits_after(c, end) {
        return (Some(century(year)), end + 2);
    }
    if c.is(end, DASH)
        && c.glued(end)
        && c.glued(end + 1)
        && let Some(year) = c.year(end + 1)
    {
        return (Some(year), end + 2);
    }
    if let Some((
        Expr::Point(Point {
            day: Some(Day::Year(year)),
            ..
        }),
        past,
    )) = year::spelled_year(c, at)
    {
        return (Some(year), past);
    }
    (None, end)
}

/// The last digits of a year after a month: "'87", "of 87", which counts nothing.
fn two_digits_after(c: &Cursor<'_>, at: usize) -> Option<u32> {
    let alone = || {
        c.term(at) == Term::Of
            && c.token(at + 2)
                .is_none_or(|token| token.is(Shape::PUNCTUATION))
            && !c.is(at + 2, DASH)
            && !c.is(at + 2, Word::of("%"))
    };
    let year = c.digits(at + 1, 2)?;
    (c.is(at, APOSTROPHE) || alone()).then_some(year)
}

/// Whether what stands at `at` shows the number before it to be a clock time (`2312 GMT`, `0930 hours`).
fn is_clock(c: &Cursor<'_>, at: usize) -> bool {
    matches!(c.term(at), Term::Zone(_) | Term::Meridiem(_) | Term::Local)
        || matches!(c.term(at), Term::Units(_))
}

/// The full year of two digits: news speak of 1930 to 2029 so.
pub(super) fn century(year: u32) -> i16 {
    year as i16 + if year < 30 { 2000 } else { 1900 }
}

/// `May 1998`, `May of 1998`, `May`.
pub(super) fn month_alone(
    c: &Cursor<'_>,
    at: usize,
    month: i8,
    weak: bool,
) -> Option<(Expr, usize)> {
    let next = c.skip_stop(at + 1);
    let mut year_at = c.skip(next, COMMA);
    if matches!(c.term(next), Term::Of | Term::In) {
        year_at = next + 1;
    }
    if (c.is(next, DASH) || c.is(next, SLASH)) && c.glued(next) && c.glued(next + 1) {
        year_at = next + 1;
    }
    if let Some(year) = c.year(year_at)
        && !is_clock(c, year_at + 1)
        && ((1400..2100).contains(&year) || year::is_alone(c, year_at))
    {
        let point = Point::day(Day::Month {
            month,
            year: Year::Given(year),
        });
        return Some((Expr::Point(point), year_at + 1));
    }
    if let Some(year) = two_digits_after(c, next) {
        let year = Year::Given(century(year));
        return Some((
            Expr::Point(Point::day(Day::Month { month, year })),
            next + 2,
        ));
    }
    if let Term::Which(which) = c.term(next)
        && c.term(next + 1) == Term::Unit(Unit::Year)
    {
        let year = Year::Away(which.by());
        return Some((
            Expr::Point(Point::day(Day::Month { month, year })),
            next + 2,
        ));
    }
    let abbreviated = next > at + 1;
    let capital = c.shaped(at, Shape::CAPITAL);
    if weak && !abbreviated && !(capital && has_company(c, at)) {
        return None;
    }
    // "Mr. June", "April Jones": a name, if a capitalised word stands beside it and no preposition before it.
    let beside = |at: usize| {
        c.shaped(at, Shape::CAPITAL) && !c.shaped(at, Shape::ALL_CAPS) && c.term(at) == Term::None
    };
    if capital && beside(at + 1) && !has_company(c, at) && !c.possessive(at + 1) {
        return None;
    }
    let point = Point::day(Day::Month {
        month,
        year: Year::Unsaid,
    });
    Some((Expr::Point(point), next.max(at + 1)))
}

/// Whether the word before makes a month of a word that may be something else: "in May", "until March".
fn has_company(c: &Cursor<'_>, at: usize) -> bool {
    matches!(
        c.before(at),
        Term::In
            | Term::Lead
            | Term::To
            | Term::Of
            | Term::Early
            | Term::Late
            | Term::Mid
            | Term::From
            | Term::Between
            | Term::Which(_)
            | Term::Earlier
            | Term::Later
            | Term::Every
    ) || is_early_as(c, at)
        || (c.is(at.wrapping_sub(1), DASH)
            && matches!(c.term(at.wrapping_sub(2)), Term::Mid | Term::Month(..)))
        || (c.is(at + 1, DASH) && matches!(c.term(at + 2), Term::Month(..)))
        || (c.before(at) == Term::And && matches!(c.term(at.wrapping_sub(2)), Term::Month(..)))
}

/// "As early as March", "slated for May".
fn is_early_as(c: &Cursor<'_>, at: usize) -> bool {
    let as_ = Word::of("as");
    let graded = || matches!(c.term(at.wrapping_sub(2)), Term::Early | Term::Late);
    let planned = || c.term(at.wrapping_sub(2)) == Term::Will;
    c.is(at.wrapping_sub(1), as_) && c.is(at.wrapping_sub(3), as_) && graded()
        || c.before(at) == Term::For && planned()
}

pub(super) fn month_after(c: &Cursor<'_>, end: usize) -> Option<(i8, Option<i16>, usize)> {
    let mut at = c.skip_term(end, Term::Of);
    at += usize::from((c.is(at, DASH) || c.is(at, SLASH)) && c.glued(at));
    let Term::Month(month, weak) = c.term(at) else {
        return None;
    };
    if weak && !c.shaped(at, Shape::CAPITAL) && at == end && !c.glued(at) {
        return None;
    }
    let next = c.skip_stop(at + 1);
    let sign = (c.is(next, DASH) || c.is(next, SLASH)) && c.glued(next) && c.glued(next + 1);
    let (year, past) = match c.year(next + 1).filter(|_| sign) {
        Some(year) => (Some(year), next + 2),
        None => year_after(c, next),
    };
    if year.is_some() {
        return Some((month, year, past));
    }
    let two = c.skip(next, DASH);
    if let Some(year) = c.digits(two, 2)
        && !is_clock(c, two + 1)
        && !c.is(two + 1, COLON)
        && c.unit(two + 1).is_none()
        && (c.shaped(at, Shape::ALL_CAPS) || c.glued(two))
        && !c.shaped(two + 1, Shape::GLUED.with(Shape::WORD))
    {
        return Some((month, Some(century(year)), two + 1));
    }
    Some((month, None, next))
}
