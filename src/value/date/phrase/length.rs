//! Lengths of time and what recurs: `ten years`, `the past two weeks`, `two-year`, `for weeks`; `every Tuesday`, `twice a month`.

use super::relative::length;
use crate::document::{Shape, Word};
use crate::value::date::calendar::{holiday, written};
use crate::value::date::clock;
use crate::value::date::expr::{Amount, Bound, Day, Expr, Point, Year};
use crate::value::date::word::around;
use crate::value::date::word::cursor::{COMMA, Cursor, DASH};
use crate::value::date::word::term::{Term, Unit};

/// A length of time at `at`, and the position past it.
pub(super) fn read(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if c.term(at) == Term::All {
        return whole(c, at);
    }
    let the = usize::from(c.term(at) == Term::The);
    let (toward, first) = match c.term(at + the) {
        Term::Which(which) if which.by() != 0 => (which.by(), at + the + 1),
        Term::Ordinal(1) if the == 1 => (0, at + 2),
        _ => (0, at + the),
    };
    let directed = first > at + the;
    if let Some((amount, unit, end)) =
        length(c, first).filter(|_| !(the == 1 && matches!(c.term(first), Term::Article)))
        && (the == 0 || directed || !hyphened(c, first))
    {
        let end = plain_end(c, first, unit, end)?;
        if let Some((extra, past)) = smaller(c, unit, end) {
            if let Some(taken) = to_the_second(c, amount, unit, extra, past) {
                return Some(taken);
            }
            let extra = Some(extra);
            return Some((
                Expr::Length {
                    amount,
                    unit,
                    toward,
                    extra,
                },
                past,
            ));
        }
        let (amount, end) = or_so(c, amount, end);
        return Some((Expr::length(amount, unit, toward), end));
    }
    if let Some((amount, end)) = c.amount(at)
        && let (Term::Which(which), Term::Units(unit)) = (c.term(end), c.term(end + 1))
        && which.by() != 0
    {
        // "the 10 previous weeks"
        return Some((Expr::length(amount, unit, which.by()), end + 2));
    }
    if directed && let Some(read) = one_or_some(c, first, toward) {
        return Some(read);
    }
    if the == 1
        && c.term(at + 1) == Term::Unit(Unit::Year)
        && !c.is(at + 2, DASH)
        && matches!(c.before(at), Term::For | Term::In)
    {
        let amount = Amount::Number(1.0, Bound::Exact);
        let unit = Unit::Year;
        return Some((Expr::length(amount, unit, 0), at + 2));
    }
    bare(c, at)
}

/// Whether a length is an adjective ("the 10-day truce"): its article is the noun's.
fn hyphened(c: &Cursor<'_>, at: usize) -> bool {
    c.amount(at).is_some_and(|(_, end)| c.is(end, DASH))
}

/// `week` in "the past week", `months` in "the coming months"; not `minute` in "a last-minute deal".
fn one_or_some(c: &Cursor<'_>, at: usize, toward: i32) -> Option<(Expr, usize)> {
    let (amount, unit) = match c.term(at) {
        Term::Unit(unit)
            if toward < 0 && !matches!(unit, Unit::Second | Unit::Minute)
                || unit == Unit::Fortnight =>
        {
            (Amount::Number(1.0, Bound::Exact), unit)
        }
        Term::Units(unit) => (Amount::Some, unit),
        _ => return None,
    };
    Some((Expr::length(amount, unit, toward), at + 1))
}

/// `for years`, `in months`, `hours` at the head of "Hours later", `years of war`, `decades-long`.
fn bare(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Term::Units(unit) = c.term(at) else {
        return None;
    };
    let long = c.is(at + 1, DASH) && c.term(at + 2) == Term::Long;
    // "Hours before, he had been told", but "It came hours before".
    let opens = (at == c.start || at == c.start + 1 && c.shaped(c.start, Shape::QUOTE_MARK))
        && matches!(c.term(at + 1), Term::Earlier | Term::Later)
        && !c.is(at + 1, Word::of("previously"));
    let said = long
        || opens
        || matches!(c.before(at), Term::For | Term::In)
        || matches!(c.term(at + 1), Term::Ago);
    if !said || matches!(c.term(at + 1), Term::Which(_)) {
        return None;
    }
    let end = match c.term(at + 1) {
        Term::Ago => at + 2,
        _ if long => at + 3,
        _ => at + 1,
    };
    let amount = Amount::Some;
    Some((Expr::length(amount, unit, 0), end))
}

/// Where a length ends, if it is one: not an age ("a 44-year-old"), not a rate ("twice a day").
fn plain_end(c: &Cursor<'_>, at: usize, unit: Unit, end: usize) -> Option<usize> {
    const OLD: Word = Word::of("old");
    const OLDS: Word = Word::of("olds");
    const AGE: Word = Word::of("age");
    let next = c.skip_hyphen(end);
    let old = c.is(next, OLD) || c.is(next, OLDS);
    let of_age = c.term(end) == Term::Of && c.is(end + 1, AGE);
    if old || of_age {
        return None;
    }
    // "three-quarters of", "a quarter of" are fractions, "four-quarter" a basketball game.
    let counted = matches!(c.before(at), Term::Which(_) | Term::For);
    let several = c.term(end.saturating_sub(1)) == Term::Units(Unit::Weekend);
    if unit == Unit::Weekend && !several || unit == Unit::Quarter && !counted {
        return None;
    }
    // "a day", "an hour" after a number or a noun is a rate; after a preposition or a verb of lasting a length.
    if c.term(at) == Term::Article && c.term(at + 1) != Term::Half && is_rate(c, at) {
        return None;
    }
    // "one day" is some day, "one second" a moment.
    if c.term(at) == Term::Number(1) && matches!(unit, Unit::Second) {
        return None;
    }
    let end = if c.is(end, DASH) && c.term(end + 1) == Term::Long {
        end + 2
    } else {
        end
    };
    Some(end)
}

fn is_rate(c: &Cursor<'_>, at: usize) -> bool {
    matches!(
        c.before(at),
        Term::Once(_)
            | Term::Times
            | Term::Parts(_)
            | Term::Digits { .. }
            | Term::Decimal
            | Term::Scale(_)
            | Term::Number(_)
    ) || c.shaped(at.wrapping_sub(1), Shape::PUNCTUATION) && c.is(at.wrapping_sub(1), Word::of("%"))
}

/// `two years or so`, `a week or two`.
fn or_so(c: &Cursor<'_>, amount: Amount, end: usize) -> (Amount, usize) {
    if c.is(end, Word::of("or")) && c.is(end + 1, Word::of("so")) {
        let amount = match amount {
            Amount::Number(value, _) => Amount::Number(value, Bound::About),
            other => other,
        };
        return (amount, end + 2);
    }
    (amount, end)
}

/// `30 minutes` after `3 hours` or `3 hours and`: a smaller unit of the same length.
fn smaller(c: &Cursor<'_>, unit: Unit, end: usize) -> Option<((f64, Unit), usize)> {
    let next = c.skip_term(c.skip(end, COMMA), Term::And);
    let (Amount::Number(value, _), smaller, past) = length(c, next)? else {
        return None;
    };
    let follows = unit.seconds().0 > smaller.seconds().0;
    let offset = matches!(c.term(past), Term::Ago | Term::Earlier | Term::Later);
    (follows && !offset && plain_end(c, next, smaller, past) == Some(past))
        .then_some(((value, smaller), past))
}

/// `36 seconds` after `2 hours 4 minutes`.
fn to_the_second(
    c: &Cursor<'_>,
    hours: Amount,
    unit: Unit,
    (minutes, minute): (f64, Unit),
    end: usize,
) -> Option<(Expr, usize)> {
    let Amount::Number(hours, Bound::Exact) = hours else {
        return None;
    };
    let ((seconds, second), past) = smaller(c, minute, end)?;
    let units = (unit, minute, second) == (Unit::Hour, Unit::Minute, Unit::Second);
    let clocked = hours < 100.0 && minutes < 60.0 && hours.fract() + minutes.fract() == 0.0;
    let taken = Expr::Taken {
        hours: hours as u32,
        minutes: minutes as u32,
        seconds,
    };
    (units && clocked).then_some((taken, past))
}

/// `all day`, `another week`.
fn whole(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Term::Unit(
        unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Hour),
    ) = c.term(at + 1)
    else {
        return None;
    };
    let amount = Amount::Number(1.0, Bound::Exact);
    Some((Expr::length(amount, unit, 0), at + 2))
}

/// Words that bound what follows: `at least`, `more than`, `nearly`; what they say, and the position past them.
pub(super) fn bound(c: &Cursor<'_>, at: usize) -> Option<(Bound, usize)> {
    match c.term(at) {
        // "held over three days": how long it went on, and no longer.
        Term::About
            if c.is(at, Word::of("over"))
                && around::is(c, at.wrapping_sub(1), around::List::Spans) =>
        {
            None
        }
        // "over three hours", "just under two weeks"; not "under 24-hour guard".
        Term::About if c.is(at, Word::of("over")) => Some((Bound::AtLeast, at + 1)),
        Term::Under if !hyphened(c, at + 1) => Some((Bound::AtMost, at + 1)),
        Term::About => Some((Bound::About, at + 1)),
        Term::More if c.term(at + 1) == Term::Than => {
            let less = c.is(at, Word::of("less")) || c.is(at, Word::of("fewer"));
            Some((if less { Bound::AtMost } else { Bound::AtLeast }, at + 2))
        }
        Term::At if c.term(at + 1) == Term::Most => {
            let least = c.is(at + 1, Word::of("least"));
            Some((if least { Bound::AtLeast } else { Bound::AtMost }, at + 2))
        }
        Term::Up if c.term(at + 1) == Term::To => Some((Bound::AtMost, at + 2)),
        Term::No if c.term(at + 1) == Term::More && c.term(at + 2) == Term::Than => {
            Some((Bound::AtMost, at + 3))
        }
        _ => None,
    }
}

/// What recurs at `at`: `daily`, `every Tuesday`, `every two weeks`, `Tuesday nights`, `Mondays`, `twice a month`.
pub(super) fn set(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    match c.term(at) {
        Term::Set(value) => {
            let name = c.shaped(at, Shape::CAPITAL)
                && !c.shaped(at, Shape::ALL_CAPS)
                && c.shaped(at + 1, Shape::CAPITAL);
            (!name).then(|| {
                (
                    Expr::Set(value.timex().to_owned(), times_before(c, at)),
                    at + 1,
                )
            })
        }
        Term::Weekdays(day) => Some(match c.term(at + 1) {
            Term::Parts(part) => (
                Expr::Set(format!("XXXX-WXX-{day}T{}", part.code()), None),
                at + 2,
            ),
            _ => at_clock(c, day, at + 1),
        }),
        Term::Weekday(day, _) => match c.term(at + 1) {
            Term::Parts(part) => Some((
                Expr::Set(format!("XXXX-WXX-{day}T{}", part.code()), None),
                at + 2,
            )),
            _ => None,
        },
        Term::All if c.term(at + 1) == Term::Units(Unit::Weekend) => {
            Some((Expr::Set("P1WE".to_owned(), None), at + 2))
        }
        Term::Digits { .. } if c.ordinal(at).is_some() => {
            // "19th of every month"
            let (day, end) = c.ordinal(at)?;
            let monthly = matches!((c.term(end), c.term(end + 1)), (Term::Of, Term::Every))
                && c.term(end + 2) == Term::Unit(Unit::Month);
            monthly.then(|| (Expr::Set(format!("XXXX-XX-{day:02}"), None), end + 3))
        }
        Term::Every => every(c, at + 1),
        Term::Once(times) => rate(c, at + 1, Some(u32::from(times))),
        Term::Number(_) | Term::Digits { .. } | Term::Some if c.term(at + 1) == Term::Times => {
            rate(c, at + 2, how_many(c, at))
        }
        Term::Article => {
            let Term::Unit(unit) = c.term(at + 1) else {
                return None;
            };
            let (prefix, letter, each) = unit.timex();
            is_rate(c, at).then(|| (Expr::Set(format!("{prefix}{each}{letter}"), None), at + 2))
        }
        _ => None,
    }
}

/// `at 9 a.m.` after a recurring weekday.
fn at_clock(c: &Cursor<'_>, day: i8, end: usize) -> (Expr, usize) {
    let weekly = format!("XXXX-WXX-{day}");
    match clock::read(c, end + 1).filter(|_| c.term(end) == Term::At) {
        Some((clock, past)) => {
            let minute = clock.minute.map(|m| format!(":{m:02}")).unwrap_or_default();
            (
                Expr::Set(format!("{weekly}T{:02}{minute}", clock.hour), None),
                past,
            )
        }
        None => (Expr::Set(weekly, None), end),
    }
}

/// `a month` or `each month` after `twice`.
fn rate(c: &Cursor<'_>, at: usize, times: Option<u32>) -> Option<(Expr, usize)> {
    let Term::Unit(unit) = c.term(at + 1) else {
        return None;
    };
    let (prefix, letter, each) = unit.timex();
    matches!(c.term(at), Term::Article | Term::Every)
        .then(|| (Expr::Set(format!("{prefix}{each}{letter}"), times), at + 2))
}

/// The number at `at` of "three times a month".
fn how_many(c: &Cursor<'_>, at: usize) -> Option<u32> {
    match c.term(at) {
        Term::Number(number) => Some(u32::from(number)),
        Term::Digits { value, .. } => Some(value),
        _ => None,
    }
}

/// How many times, told before what recurs at `at`: "twice daily", "three times weekly".
fn times_before(c: &Cursor<'_>, at: usize) -> Option<u32> {
    match c.before(at) {
        Term::Once(times) => Some(u32::from(times)),
        Term::Times => how_many(c, at.checked_sub(2)?),
        _ => None,
    }
}

fn every(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let other = c.term(at) == Term::Other;
    let first = at + usize::from(other);
    let two = if other { 2.0 } else { 1.0 };
    match c.term(first) {
        Term::Unit(unit) => {
            let (prefix, letter, each) = unit.timex();
            let count = two * f64::from(each);
            Some((
                Expr::Set(format!("{prefix}{count}{letter}"), None),
                first + 1,
            ))
        }
        Term::Weekday(day, _) => {
            let end = c.skip_stop(first + 1);
            Some(match c.term(end) {
                Term::Part(part) => (
                    Expr::Set(format!("XXXX-WXX-{day}T{}", part.code()), None),
                    end + 1,
                ),
                _ => at_clock(c, day, end),
            })
        }
        Term::Month(month, _) => every_year(c, first)
            .or_else(|| Some((Expr::Set(format!("XXXX-{month:02}"), None), first + 1))),
        Term::Season(season) => Some((
            Expr::Set(format!("XXXX-{}", season.code()), None),
            first + 1,
        )),
        Term::Part(part) => Some((Expr::Set(format!("T{}", part.code()), None), first + 1)),
        _ if let Some(read) = every_year(c, first) => Some(read),
        _ => {
            let (Amount::Number(value, _), unit, end) = length(c, first)? else {
                return None;
            };
            let (prefix, letter, each) = unit.timex();
            let count = value * f64::from(each);
            Some((Expr::Set(format!("{prefix}{count}{letter}"), None), end))
        }
    }
}

/// `Fourth of July`, `March 1`, `Christmas Eve`, `Easter` behind "every".
fn every_year(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let read = holiday::read(c, at, Year::Unsaid).or_else(|| written::read(c, at));
    let (Expr::Point(Point { day: Some(day), .. }), end) = read? else {
        return None;
    };
    let yearly = |month: i8, day: i8| format!("XXXX-{month:02}-{day:02}");
    let timex = match day {
        Day::Date {
            year: None,
            month,
            day,
        } => yearly(month, day),
        Day::Holiday {
            row,
            year: Year::Unsaid | Year::Dated,
        } => match holiday::fixed(row) {
            Some((month, day)) => yearly(month, day),
            None => "P1Y".to_owned(),
        },
        _ => return None,
    };
    Some((Expr::Set(timex, None), end))
}
