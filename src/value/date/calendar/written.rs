//! Dates written out: `March 1, 2022`, `1 March`, `Tues., March 1`, `2022-03-01`, `02/03/2022`, `01.03.22`, `May 1998`.

use super::month::{month_after, month_alone, year_after};
use super::numeric::{dotted, iso, slashed};
use super::year;
use crate::document::{Shape, Word};
use crate::value::date::expr::{Day, Expr, Point, Year};
use crate::value::date::word::cursor::{COLON, COMMA, Cursor, DASH, SLASH, STOP};
use crate::value::date::word::term::Term;

/// A date at `at`, and the position past it.
pub(in crate::value::date) fn read(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    match c.term(at) {
        Term::Month(..) => month_first(c, at),
        Term::Digits { .. } | Term::Decimal => day_first(c, at)
            .or_else(|| listed_day(c, at))
            .or_else(|| iso(c, at))
            .or_else(|| slashed(c, at))
            .or_else(|| dotted(c, at)),
        Term::Ordinal(_) | Term::Second | Term::Number(_) => day_first(c, at),
        Term::The => {
            // "the 9th of April", "the 9th to the 17th of April"
            let (_, end) = c.ordinal(at + 1)?;
            matches!(c.term(end), Term::Of | Term::And | Term::To)
                .then(|| day_first(c, at + 1))
                .flatten()
        }
        Term::Weekday(..) => with_weekday(c, at).or_else(|| weekday_and_day(c, at)),
        _ => None,
    }
}

pub(super) fn day(year: Option<i16>, month: i8, day: i8) -> Option<Expr> {
    // "Feb. 30" is read as a day and is none: nothing else is to be made of its words.
    let possible = (1..=12).contains(&month) && (1..=31).contains(&day);
    possible.then_some(())?;
    Some(Expr::Point(Point::day(Day::Date { year, month, day })))
}

/// `Tuesday, March 1` and `Tuesday 1 March`: the weekday adds nothing to the date.
fn with_weekday(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let next = c.skip(c.skip_stop(at + 1), COMMA);
    let next = c.skip_term(next, Term::The);
    let (expr, end) = match c.term(next) {
        Term::Month(..) => month_first(c, next)?,
        Term::Digits { .. } | Term::Ordinal(_) | Term::Number(_) | Term::Decimal => {
            day_first(c, next).or_else(|| slashed(c, next))?
        }
        _ => return None,
    };
    match &expr {
        Expr::Point(Point {
            day: Some(Day::Month { .. }),
            ..
        }) => None,
        _ => Some((expr, end)),
    }
}

/// `Tuesday the 13th`, `Mon 13th`.
fn weekday_and_day(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Term::Weekday(weekday, _) = c.term(at) else {
        return None;
    };
    let next = c.skip_stop(at + 1);
    let number = c.skip_term(next, Term::The);
    let bare = || match c.term(next) {
        // "on Friday 31", "Friday 23 at 4"; not "Friday 31 people"
        Term::Digits { value, len: 2 } => {
            let on = c.before(at) == Term::On && !c.glued(next + 1) || c.term(next + 1) == Term::At;
            let ends = c.shaped(next + 1, Shape::PUNCTUATION) && !c.glued(next + 2);
            let on = on || ends && !c.is(next + 1, Word::of("%")) && c.before(at) == Term::On;
            on.then_some((value, next + 1))
        }
        _ => None,
    };
    let (day, end) = c.ordinal(number).or_else(bare)?;
    let spelled = number == next && !matches!(c.term(number), Term::Digits { .. });
    if !(1..=31).contains(&day) || spelled || is_unit(c, end) {
        return None;
    }
    let day = day as i8;
    Some((
        Expr::Point(Point::day(Day::WeekdayDate { weekday, day })),
        end,
    ))
}

/// Whether what an ordinal counts stands at `at`: "the 4th quarter", "the 13th man".
fn is_unit(c: &Cursor<'_>, at: usize) -> bool {
    match c.term(at) {
        Term::None => c.shaped(at, Shape::WORD),
        Term::Unit(_) | Term::Units(_) | Term::Second | Term::Half | Term::Period => true,
        _ => false,
    }
}

/// `the 18th` after "on": a day of a month nobody names.
pub(in crate::value::date) fn day_of_month(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if c.term(at) != Term::The || c.before(at) != Term::On {
        return None;
    }
    let digits = matches!(c.term(at + 1), Term::Digits { .. });
    let (day, end) = c
        .ordinal(at + 1)
        .filter(|(day, _)| digits && (1..=31).contains(day))?;
    let free = !is_unit(c, end) && !c.is(end, DASH) && c.term(end) != Term::Of;
    free.then(|| (Expr::Point(Point::day(Day::OfMonth(day as i8))), end))
}

fn month_first(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Term::Month(month, weak) = c.term(at) else {
        return None;
    };
    let next = c.skip_stop(at + 1);
    let next = c.skip(next, DASH);
    let next = if next > at + 1 && !c.glued(next) && c.is(next - 1, DASH) {
        at + 1
    } else {
        next
    };
    let next = next + usize::from(c.is(next, SLASH) && c.glued(next) && c.glued(next + 1));
    // "October, 1st"
    let comma = c.is(next, COMMA) && c.ordinal(next + 1).is_some();
    let the = c.skip_term(next + usize::from(comma), Term::The);
    if let Some((
        Expr::Point(Point {
            day: Some(Day::Year(year)),
            ..
        }),
        end,
    )) = year::spelled_year(c, next)
    {
        let year = Year::Given(year);
        return Some((Expr::Point(Point::day(Day::Month { month, year })), end));
    }
    if let Some((number, end)) = c.day_number(the).or_else(|| spelled_day(c, next))
        && !counts_something(c, the, end)
    {
        let (year, end) = year_after(c, end);
        if let Some(expr) = day(year, month, number) {
            return Some(ranged(c, expr, month, year, end));
        }
    }
    month_alone(c, at, month, weak)
}

/// `March 1-3`, `March 1 to 3`: a second day of the same month.
fn ranged(c: &Cursor<'_>, first: Expr, month: i8, year: Option<i16>, end: usize) -> (Expr, usize) {
    let plain = (first.clone(), end);
    // "March 1 and 2" are two days: the second is read by itself.
    let joined = c.is(end, DASH) || c.term(end) == Term::To;
    let Expr::Point(from) = first else {
        return plain;
    };
    if !joined {
        return plain;
    }
    let Some((second, past)) = c.day_number(c.skip_term(end + 1, Term::The)) else {
        return plain;
    };
    let (later_year, past) = match year {
        None => year_after(c, past),
        some => (some, past),
    };
    let unit = c.unit(past).is_some()
        || c.is(past, COLON)
        || matches!(c.term(past), Term::Meridiem(_) | Term::Month(..));
    // "from April 27 to the third": of the month after.
    let ordinal = c.ordinal(c.skip_term(end + 1, Term::The)).is_some();
    if let (Some(Day::Date { day: number, .. }), None, true) =
        (from.day, later_year, ordinal && month < 12)
        && second < number
        && let Some(Expr::Point(to)) = day(None, month + 1, second)
    {
        return (Expr::Range(from, to), past);
    }
    match (from.day, day(later_year, month, second)) {
        (Some(Day::Date { day: number, .. }), Some(Expr::Point(to)))
            if second > number && !unit =>
        {
            let from = Point::day(Day::Date {
                year: later_year,
                month,
                day: number,
            });
            (Expr::Range(from, to), past)
        }
        _ => plain,
    }
}

/// `2` in "March 1 and 2, 2022": a further day of the month before it.
fn listed_day(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if c.before(at) != Term::And {
        return None;
    }
    let (number, end) = c.day_number(at)?;
    let suffixed = c.before(at - 1) == Term::Suffix;
    let first = at.checked_sub(2 + usize::from(suffixed))?;
    let (earlier, _) = c.day_number(first)?;
    let named = first.checked_sub(1)?;
    let named = if c.is(named, STOP) {
        named.checked_sub(1)?
    } else {
        named
    };
    let Term::Month(month, _) = c.term(named) else {
        return None;
    };
    // "March 1 and 2 people died": a number of something else.
    let free = !c.shaped(end, Shape::WORD) || c.term(end) != Term::None;
    let clock = c.is(end, COLON) || matches!(c.term(end), Term::Meridiem(_));
    let counts = c.unit(end).is_some() || matches!(c.term(end), Term::Scale(_) | Term::Month(..));
    if number <= earlier || !free || clock || counts {
        return None;
    }
    let (year, past) = year_after(c, end);
    Some((day(year, month, number)?, past))
}

/// `May twenty nine`.
fn spelled_day(c: &Cursor<'_>, at: usize) -> Option<(i8, usize)> {
    let (value, end) = c.spelled(at)?;
    (1..=31).contains(&value).then_some((value as i8, end))
}

/// Whether the number at `at..end` after a month counts units or is part of a clock time or a larger number.
fn counts_something(c: &Cursor<'_>, at: usize, end: usize) -> bool {
    let suffixed = end > at + 1;
    let clock = c.is(end, COLON) && c.glued(end) && c.glued(end + 1);
    let percent = c.is(end, crate::document::Word::of("%"));
    !suffixed
        && (c.unit(end).is_some() && !matches!(c.term(end), Term::Second)
            || clock
            || percent
            || matches!(c.term(end), Term::Meridiem(_)))
}

/// `1 March 2022`, `1st of March`, `3 JAN 90`, `01-Mar-2022`, `1-3 March`.
fn day_first(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let (number, end) = c.day_number(at).or_else(|| spelled_day(c, at))?;
    let listed = c.term(end) == Term::And;
    let joined = c.is(end, DASH) || c.term(end) == Term::To || listed;
    let the = c.before(at) == Term::The;
    if joined
        && let Some((second, past)) = c.day_number(c.skip_term(end + 1, Term::The))
        && second > number
        && let Some((month, year, past)) = month_after(c, past)
    {
        let from = Point::day(Day::Date {
            year,
            month,
            day: number,
        });
        if listed && c.before(at - usize::from(the)) != Term::Between {
            // "18 and 19 June": two days.
            return Some((Expr::Point(from), end));
        }
        if let Some(Expr::Point(to)) = day(year, month, second) {
            return Some((Expr::Range(from, to), past));
        }
    }
    let (month, year, past) = month_after(c, end)?;
    // "the first May" and "one March" are no dates.
    let worded = !matches!(c.term(at), Term::Digits { .. });
    if worded && c.term(end) != Term::Of && year.is_none() {
        return None;
    }
    Some((day(year, month, number)?, past))
}
