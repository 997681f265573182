//! Parts of days, and words at the edge of a time: `the morning of March 1`, `last night`, `early 1990`, `the end of the year`.

use super::relative::ends_here;
use super::{day, is_day, moment};
use crate::document::Word;
use crate::value::date::clock;
use crate::value::date::expr::{Day, Expr, Point, Within};
use crate::value::date::word::cursor::Cursor;
use crate::value::date::word::term::{Part, Term, Unit};

fn today(by: i32, in_story: bool, part: Part, end: usize) -> (Expr, usize) {
    let day = Day::Shift {
        unit: Unit::Day,
        by,
        in_story,
    };
    let point = Point {
        day: Some(day),
        within: Some(Within::Part(part)),
    };
    (Expr::Point(point), end)
}

/// `tonight`, `overnight`, `this morning`, `last night`, `the next morning`, `that evening`, `the night before`.
pub(super) fn named_part(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let the = usize::from(c.term(at) == Term::The);
    match c.term(at + the) {
        Term::Overnight => {
            night_of(c, at + the + 1).or_else(|| Some(today(0, false, Part::Night, at + the + 1)))
        }
        Term::Tonight => Some(today(0, false, Part::Night, at + 1)),
        Term::Which(which) => {
            let Term::Part(part) = c.term(at + the + 1) else {
                return None;
            };
            let story = which.in_story() || the == 1;
            Some(today(which.by(), story, part, at + the + 2))
        }
        // "the night before", but "the night before the vote"
        Term::Part(part) if the == 1 => {
            let end = at + 3;
            let told = c.term(end - 1) == Term::Earlier && ends_here(c, end);
            told.then(|| today(-1, true, part, end))
        }
        _ => None,
    }
}

/// The weekday or date after "overnight": `overnight Tuesday`, `overnight on March 1`.
fn night_of(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let on = c.skip_term(at, Term::On);
    if !matches!(c.term(on), Term::Weekday(..) | Term::Month(..)) {
        return None;
    }
    let (Expr::Point(point), end) = day(c, on)? else {
        return None;
    };
    let night = Point {
        within: Some(Within::Part(Part::Night)),
        ..point
    };
    is_day(&night).then_some((Expr::Point(night), end))
}

/// `the morning of March 1`, `on the night of 3 May`, `the early morning hours of Christmas Day`.
pub(super) fn part_of(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let first = c.skip_term(at, Term::The);
    let (within, end) = clock::part(c, first)?;
    let end = c.skip_term(end, Term::Units(Unit::Hour));
    if !matches!(c.term(end), Term::Of | Term::On) {
        return None;
    }
    let (Expr::Point(point), past) = day(c, end + 1)? else {
        return None;
    };
    (is_day(&point) && point.within.is_none()).then(|| {
        let point = Point {
            within: Some(within),
            ..point
        };
        (Expr::Point(point), past)
    })
}

/// `the morning` after "in" or "during": of the day the story speaks of.
pub(super) fn in_the_part(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let said = matches!(c.before(at), Term::In | Term::Lead);
    let first = at + usize::from(c.term(at) == Term::The);
    if !said || first == at {
        return None;
    }
    let (within, end) = clock::part(c, first)?;
    let point = Point {
        day: None,
        within: Some(within),
    };
    // "in the afternoon at 7"
    Some(match clock::bare(c, end + 1) {
        Some((time, past)) => (Expr::Point(point.of_part(time)), past),
        None => (Expr::Point(point), end),
    })
}

/// `early 1990`, `late last week`, `the end of the year`, `mid-November`, `earlier this month`, `later Sunday`.
pub(super) fn edged(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let the = usize::from(c.term(at) == Term::The);
    let first = at + the;
    let next = match c.term(first) {
        Term::Early | Term::Late => {
            let next = c.skip_hyphen(first + 1);
            next + usize::from(c.term(next) == Term::On)
        }
        Term::Mid | Term::Bound if c.term(first + 1) == Term::Of => first + 2,
        Term::Mid => c.skip_hyphen(first + 1),
        Term::Earlier if the == 0 && c.is(at, Word::of("earlier")) => at + 1,
        Term::Later if the == 0 && c.is(at, Word::of("later")) => at + 1,
        _ => return None,
    };
    if let Some(read) = day_part_alone(c, next).filter(|_| c.term(first) != Term::Bound) {
        return Some(read);
    }
    let by_which = matches!(c.term(first), Term::Earlier | Term::Later);
    let next = if by_which && c.term(next) == Term::In {
        next + 1
    } else {
        next
    };
    let (expr, end) =
        moment(c, next).or_else(|| whole(c, next, by_which || c.term(first) == Term::Bound))?;
    match expr {
        Expr::Point(Point { day: Some(_), .. }) => Some((expr, end)),
        _ => None,
    }
}

/// `the year`, `the month`, `the day` after "the end of" or "later in".
fn whole(c: &Cursor<'_>, at: usize, said: bool) -> Option<(Expr, usize)> {
    if !said {
        return None;
    }
    let at = c.skip_term(at, Term::The).saturating_sub(1);
    let Term::Unit(unit) = c.term(at + 1) else {
        return None;
    };
    let day = Day::Shift {
        unit,
        by: 0,
        in_story: unit == Unit::Day,
    };
    Some((Expr::Point(Point::day(day)), at + 2))
}

/// `afternoon` after "mid" or "late": the part of the day the story speaks of.
fn day_part_alone(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Term::Part(part) = c.term(at) else {
        return None;
    };
    // "late morning fog" and "early morning raid" are read too: it is when it was.
    if let Some((Expr::Point(point), past)) = day(c, at + 1)
        && is_day(&point)
    {
        let point = Point {
            within: Some(Within::Part(part)),
            ..point
        };
        return Some((Expr::Point(point), past));
    }
    let point = Point {
        day: None,
        within: Some(Within::Part(part)),
    };
    Some((Expr::Point(point), at + 1))
}
