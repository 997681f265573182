//! Days and periods counted from another: `yesterday`, `last week`, `next Tuesday`, `six days ago`, `two months earlier`.

use crate::document::{Shape, Word};
use crate::value::date::calendar::{holiday, period, written};
use crate::value::date::expr::{Amount, Bound, Day, Expr, Point, Year};
use crate::value::date::tense::{self, Tense};
use crate::value::date::word::around;
use crate::value::date::word::cursor::{COMMA, Cursor, DASH};
use crate::value::date::word::term::{Part, Reference, Term, Unit, Which};

/// A relative day or period at `at`, and the position past it.
pub(super) fn read(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    match c.term(at) {
        Term::Day(by) => Some((shift(Unit::Day, i32::from(by), false), at + 1)),
        Term::The => before_yesterday(c, at)
            .or_else(|| to_date(c, at))
            .or_else(|| which(c, at + 1, true))
            .or_else(|| unit_before(c, at))
            .or_else(|| weekend(c, at)),
        Term::Which(_) => which(c, at, false),
        Term::Weekday(..) => weekday(c, at),
        _ => None,
    }
}

fn shift(unit: Unit, by: i32, in_story: bool) -> Expr {
    Expr::Point(Point::day(Day::Shift { unit, by, in_story }))
}

/// `the day before yesterday`, `the day after tomorrow`.
fn before_yesterday(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if c.term(at + 1) != Term::Unit(Unit::Day) {
        return None;
    }
    match (c.term(at + 2), c.term(at + 3)) {
        (Term::Earlier, Term::Day(-1)) => Some((shift(Unit::Day, -2, false), at + 4)),
        (Term::Later, Term::Day(1)) => Some((shift(Unit::Day, 2, false), at + 4)),
        _ => None,
    }
}

/// `the year to date`.
fn to_date(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let year = c.term(at + 1) == Term::Unit(Unit::Year);
    let dated = c.is(at + 2, Word::of("to")) && c.is(at + 3, Word::of("date"));
    (year && dated).then(|| (shift(Unit::Year, 0, false), at + 4))
}

/// `the day before`, `the year earlier`, `the week after` at the end of a clause: counted from the story's day.
fn unit_before(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Term::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) = c.term(at + 1)
    else {
        return None;
    };
    let by = match c.term(at + 2) {
        Term::Earlier => -1,
        Term::Later => 1,
        _ => return None,
    };
    if !ends_here(c, at + 3) {
        return None;
    }
    let amount = Amount::Number(1.0, Bound::Exact);
    Some((away(amount, unit, by, true), at + 3))
}

/// `two days after March 1`, `three weeks from tomorrow`, `the day before last Tuesday`.
pub(super) fn beyond(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let the = usize::from(c.term(at) == Term::The && c.term(at + 1) == Term::Unit(Unit::Day));
    let (count, unit, end) = match c.term(at + the) {
        Term::Unit(Unit::Day) => (1, Unit::Day, at + the + 1),
        _ => match length(c, at)? {
            (Amount::Number(n, _), unit, end) if n.fract() == 0.0 && n < 1e6 => {
                (n as i32, unit, end)
            }
            _ => return None,
        },
    };
    let sign = match c.term(end) {
        // "The strike will last two weeks from Monday" tells a length and the day on which it begins.
        Term::From if is_lasting(c, at) => return None,
        Term::From => 1,
        // "a week on Tuesday" is the Tuesday after the next; "for a week on Tuesday" is not.
        Term::On
            if unit == Unit::Week
                && c.term(at) == Term::Article
                && c.before(at) != Term::For
                && matches!(c.term(end + 1), Term::Weekday(_, false)) =>
        {
            1
        }
        Term::Later if c.is(end, Word::of("after")) => 1,
        Term::Earlier if c.is(end, Word::of("before")) => -1,
        _ => return None,
    };
    let (Expr::Point(base), past) = written::read(c, end + 1)
        .or_else(|| holiday::read(c, end + 1, Year::Unsaid))
        .or_else(|| read(c, end + 1))?
    else {
        return None;
    };
    let base = match base.day {
        Some(Day::Weekday { day, which: None }) if c.term(end) == Term::On => {
            let which = Some(Which::Coming);
            Point::day(Day::Weekday { day, which })
        }
        _ => base,
    };
    // "two days after Tuesday's vote" dates the vote too.
    let fits = matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year);
    (fits && !c.possessive(past)).then_some((
        Expr::Beyond {
            by: sign * count,
            unit,
            base,
        },
        past,
    ))
}

/// Whether the length at `at` is how long something goes on: "for two weeks", "will last about two weeks".
fn is_lasting(c: &Cursor<'_>, at: usize) -> bool {
    const BOUNDS: usize = 2;
    let said = |at: usize| c.term(at) == Term::For || around::is(c, at, around::List::Lasting);
    let bound = |at: &usize| {
        matches!(
            c.term(*at),
            Term::About | Term::Most | Term::At | Term::Under
        )
    };
    let bounds = (c.start..at).rev().take(BOUNDS).take_while(bound).count();
    at.checked_sub(1 + bounds).is_some_and(said)
}

/// `the weekend`, `the weekend of Halloween`.
fn weekend(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if c.term(at + 1) != Term::Unit(Unit::Weekend) {
        return None;
    }
    if c.term(at + 2) == Term::Of
        && let Some((Expr::Point(point), end)) = holiday::read(c, at + 3, Year::Unsaid)
        && let Some(Day::Holiday { row, year }) = point.day
    {
        let day = Day::HolidayWeekend { row, year };
        return Some((Expr::Point(Point::day(day)), end));
    }
    Some((shift(Unit::Weekend, 0, false), at + 2))
}

/// `last week`, `this past spring`, `next Tuesday`, `the following month`, `last March`; `the` tells whether "the"
/// stands before: "the last year" is a length, "the next day" counts from the story's day.
fn which(c: &Cursor<'_>, at: usize, the: bool) -> Option<(Expr, usize)> {
    let Term::Which(mut which) = c.term(at) else {
        return None;
    };
    let mut next = at + 1;
    if let (Term::Which(second), true) = (c.term(next), which != Which::Past) {
        // "this past spring", "this coming Sunday", "that same day".
        which = if second == Which::That { which } else { second };
        next += 1;
    }
    let story = which.in_story() || the && matches!(which, Which::Next);
    if let Some((day, end)) = which_unit(c, next, which, the, story) {
        return Some((Expr::Point(Point::day(day)), end));
    }
    let year = Year::Which(which);
    let (day, end) = match c.term(next) {
        Term::Weekday(day, _) => {
            let which = Some(which);
            (Day::Weekday { day, which }, c.skip_stop(next + 1))
        }
        Term::Month(_, true) if !c.shaped(next, Shape::CAPITAL) => return None,
        Term::Month(month, _) => {
            let end = c.skip_stop(next + 1);
            match c.day_number(end) {
                Some((day, past)) => {
                    let year = None;
                    (Day::Date { year, month, day }, past)
                }
                None => (Day::Month { month, year }, end),
            }
        }
        Term::Season(season) => (Day::Season { season, year }, next + 1),
        Term::Holiday => return holiday::read(c, next, year),
        _ => return None,
    };
    Some((Expr::Point(Point::day(day)), end))
}

/// So many months and weeks has a year.
const MONTHS: i32 = 12;
const WEEKS: i32 = 52;

/// A unit after "last", "this", "next": `last week`, `the latest quarter`, `next week on Tuesday`.
fn which_unit(
    c: &Cursor<'_>,
    at: usize,
    which: Which,
    the: bool,
    in_story: bool,
) -> Option<(Day, usize)> {
    let by = which.by();
    let shift = |unit: Unit, end: usize| Some((Day::Shift { unit, by, in_story }, end));
    let same_quarter = Some((Day::SameQuarter { years: 0 }, at + 1));
    if which == Which::That
        && let Some(end) = period::year_behind(c, at + 1)
    {
        let shift = |unit: Unit, by: i32| Some((Day::Shift { unit, by, in_story }, end));
        match c.term(at) {
            Term::Period | Term::Unit(Unit::Quarter) => {
                return Some((Day::SameQuarter { years: -1 }, end));
            }
            Term::Unit(Unit::Month) => return shift(Unit::Month, -MONTHS),
            Term::Unit(Unit::Week) => return shift(Unit::Week, -WEEKS),
            _ => {}
        }
    }
    match c.term(at) {
        // "this working week"
        Term::None if c.is(at, Word::of("working")) && c.term(at + 1) == Term::Unit(Unit::Week) => {
            shift(Unit::Week, at + 2)
        }
        Term::Fiscal | Term::Calendar if c.term(at + 1) == Term::Unit(Unit::Year) => {
            shift(Unit::Year, at + 2)
        }
        Term::Unit(Unit::Quarter) if matches!(which, Which::Latest | Which::That) => same_quarter,
        Term::Period if matches!(which, Which::Latest | Which::Last | Which::That) => same_quarter,
        Term::Unit(Unit::Year) if c.possessive(at + 1) => None,
        Term::Unit(Unit::Hour | Unit::Minute) => None,
        Term::Unit(unit) => {
            // "the last week", "the past month" are lengths.
            let backward =
                matches!(which, Which::Last | Which::Past) && (the || which == Which::Past);
            // "the coming fortnight" is no two weeks of the calendar.
            let ahead = which.by() > 0 && unit == Unit::Fortnight;
            if backward && !matches!(unit, Unit::Year | Unit::Weekend | Unit::Quarter) || ahead {
                return None;
            }
            let on = c.skip(c.skip_term(at + 1, Term::On), DASH);
            match c.term(on) {
                Term::Weekday(day, _) if unit == Unit::Week && !in_story => {
                    Some((Day::WeekdayOfWeek { day, by }, c.skip_stop(on + 1)))
                }
                _ => shift(unit, at + 1),
            }
        }
        _ => None,
    }
}

/// `Tuesday`, `Tuesday of last week`, `Tuesday next week`, `Sat.`.
fn weekday(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Term::Weekday(day, weak) = c.term(at) else {
        return None;
    };
    let end = c.skip_stop(at + 1);
    if weak && end == at + 1 && !has_company(c, at, end) {
        return None;
    }
    let of = c.skip_term(c.skip_term(end, Term::Of), Term::On);
    let of = if of > end {
        c.skip_term(of, Term::The)
    } else {
        of
    };
    if let Term::Which(which) = c.term(of)
        && c.term(of + 1) == Term::Unit(Unit::Week)
    {
        let day = Day::WeekdayOfWeek {
            day,
            by: which.by(),
        };
        return Some((Expr::Point(Point::day(day)), of + 2));
    }
    let day = Day::Weekday { day, which: None };
    Some((Expr::Point(Point::day(day)), end))
}

/// Whether "Sat" or "Sun" is a day: a preposition, a clock time or a date stands beside it, and it is no name.
fn has_company(c: &Cursor<'_>, at: usize, end: usize) -> bool {
    c.shaped(at, Shape::CAPITAL)
        && (matches!(
            c.before(at),
            Term::On | Term::Lead | Term::To | Term::Meridiem(_)
        ) && !c.shaped(end, Shape::CAPITAL)
            || c.is(end, COMMA) && matches!(c.term(end + 1), Term::Month(..) | Term::Digits { .. })
            || matches!(c.term(end), Term::Part(_)))
}

/// `six days ago`, `a year earlier`, `two months later`, `three weeks after the attack`, `10 minutes from now`,
/// `in five minutes`.
pub(super) fn offset(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let (amount, unit, end) = length(c, at)?;
    let (amount, unit, end) = two_lengths(c, amount, unit, end).unwrap_or((amount, unit, end));
    let end = if c.is(end, Word::of("or")) && c.is(end + 1, Word::of("so")) {
        end + 2
    } else {
        end
    };
    let (sign, in_story, past) = match c.term(end) {
        Term::Ago => (-1, false, end + 1),
        Term::Earlier => (-1, true, end + 1),
        Term::Later => (1, true, end + 1),
        Term::Hence => (1, false, end + 1),
        // "in 5 minutes", "in two weeks": from now, unless the tense looks back.
        _ if c.before(at) == Term::In && tense::of(c, at, end) != Tense::Past => {
            return Some((Expr::Ahead { amount, unit }, end));
        }
        Term::From if c.term(end + 1) == Term::Vague(Reference::Present) => (1, false, end + 2),
        Term::From if matches!(c.term(end + 1), Term::Day(0)) => (1, false, end + 2),
        _ => return None,
    };
    // "two days before the vote", "a week after Monday's attack": counted from an event, which only the words
    // between can date; the length is what is read.
    let event = c.is(end, Word::of("before"))
        || c.is(end, Word::of("after"))
        || c.is(end, Word::of("afterwards"));
    if event && !ends_here(c, past) {
        return None;
    }
    Some((away(amount, unit, sign, in_story), past))
}

/// `and two months` after "a year", where "ago", "earlier" or "later" follows: both in the smaller unit.
fn two_lengths(
    c: &Cursor<'_>,
    amount: Amount,
    unit: Unit,
    end: usize,
) -> Option<(Amount, Unit, usize)> {
    let and = c.skip_term(c.skip(end, COMMA), Term::And);
    let (second, smaller, past) = length(c, and).filter(|_| and > end)?;
    let many = match (unit, smaller) {
        (Unit::Decade, Unit::Year) => 10.0,
        (Unit::Year, Unit::Month) => 12.0,
        (Unit::Week, Unit::Day) => 7.0,
        (Unit::Day, Unit::Hour) => 24.0,
        (Unit::Hour, Unit::Minute) => 60.0,
        _ => return None,
    };
    match (amount, second, c.term(past)) {
        (
            Amount::Number(first, Bound::Exact),
            Amount::Number(second, Bound::Exact),
            Term::Ago | Term::Earlier | Term::Later,
        ) => Some((
            Amount::Number(first * many + second, Bound::Exact),
            smaller,
            past,
        )),
        _ => None,
    }
}

/// Whether nothing that a preposition could govern follows.
pub(super) fn ends_here(c: &Cursor<'_>, at: usize) -> bool {
    c.token(at)
        .is_none_or(|t| t.is(Shape::PUNCTUATION) && !t.is(Shape::QUOTE_MARK))
}

/// So many units before or after.
pub(super) fn away(amount: Amount, unit: Unit, sign: i32, in_story: bool) -> Expr {
    let Amount::Number(value, _) = amount else {
        return Expr::Point(Point::day(Day::Somewhen { by: sign }));
    };
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
        return Expr::Away {
            amount,
            unit,
            sign,
            in_story,
        };
    }
    let (unit, value) = match unit {
        Unit::Year if value.fract() != 0.0 => (Unit::Month, value * 12.0),
        Unit::Decade => (Unit::Year, value * 10.0),
        Unit::Century if value.fract() != 0.0 => (Unit::Year, value * 100.0),
        Unit::Fortnight => (Unit::Week, value * 2.0),
        other => (other, value),
    };
    if unit == Unit::Year && (value - 1.0).abs() < 0.01 && sign < 0 {
        return Expr::Point(Point::day(Day::YearBefore { in_story }));
    }
    shift(unit, value.round().min(1e6) as i32 * sign, in_story)
}

/// `to five` after `three`, `-7` after `5`: the higher of two amounts.
fn up_to(c: &Cursor<'_>, amount: Amount, end: usize) -> Option<(Amount, usize)> {
    let dash = c.is(end, DASH) && c.glued(end) && c.glued(end + 1);
    let joined = dash || c.is(end, Word::of("to")) || c.is(end, Word::of("or"));
    let (Amount::Number(low, _), Amount::Number(high, _), past) =
        (c.amount(end + 1).filter(|_| joined)).map(|(high, past)| (amount, high, past))?
    else {
        return None;
    };
    (low < high && low > 0.0).then_some((Amount::Between(low, high), past))
}

/// An amount and a unit: `two weeks`, `a year and a half`; and the position past them.
pub(super) fn length(c: &Cursor<'_>, at: usize) -> Option<(Amount, Unit, usize)> {
    let (amount, end) = c.amount(at)?;
    let (amount, end) = and_part(c, amount, end).unwrap_or((amount, end));
    let (amount, end) = up_to(c, amount, end).unwrap_or((amount, end));
    let end = c.skip_hyphen(end);
    let (unit, past) = c
        .unit(end)
        .or_else(|| nights(c, at, end).map(|past| (Unit::Day, past)))?;
    // "a second man": not a unit of time.
    if unit == Unit::Second && c.term(end) == Term::Second {
        let counted = matches!(
            c.term(at),
            Term::Digits { .. } | Term::Number(_) | Term::Decimal
        );
        if !counted || is_rank(c, at, end) {
            return None;
        }
    }
    match and_part(c, amount, past) {
        Some((amount, past)) if c.unit(past).is_none() => Some((amount, unit, past)),
        _ => Some((amount, unit, past)),
    }
}

/// Whether "twenty-second", whose "second" stands at `end`, is a rank: "her twenty-second title", but "a twenty-second delay".
fn is_rank(c: &Cursor<'_>, at: usize, end: usize) -> bool {
    let tens = matches!(c.term(at), Term::Number(20 | 30 | 40 | 50));
    let joined = end == at + 2 && c.is(at + 1, DASH);
    tens && joined && c.before(at) != Term::Article
}

/// `and a half`, `and half`, `and a quarter` after a number.
fn and_part(c: &Cursor<'_>, amount: Amount, at: usize) -> Option<(Amount, usize)> {
    let Amount::Number(value, Bound::Exact) = amount else {
        return None;
    };
    if c.term(at) != Term::And || value.fract() != 0.0 {
        return None;
    }
    let part_at = c.skip_term(at + 1, Term::Article);
    let part = match c.term(part_at) {
        Term::Half => 0.5,
        Term::Unit(Unit::Quarter) if part_at > at + 1 => 0.25,
        _ => return None,
    };
    Some((Amount::Number(value + part, Bound::Exact), part_at + 1))
}

/// `nights` after a number: "two nights" are two days; "one night" is some night, unless "for" stands before it.
fn nights(c: &Cursor<'_>, at: usize, end: usize) -> Option<usize> {
    let counted = matches!(c.term(at), Term::Digits { .. } | Term::Number(_));
    let night = match c.term(end) {
        Term::Parts(part) => part == Part::Night,
        Term::Part(part) => part == Part::Night && c.before(at) == Term::For,
        _ => false,
    };
    // "Three nights a week" tell how often, but "90 nights a year" how long in all.
    let often = c.term(end + 1) == Term::Article && c.term(end + 2) == Term::Unit(Unit::Week);
    (counted && night && !often).then_some(end + 1)
}
