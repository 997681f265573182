//! What lies one step further than "last", "next" or a day that is named: `the Monday before last`, `the week after next`,
//! `Friday week`, `a week ago Tuesday`, `the eve of March 1`.

use super::relative::length;
use super::{is_day, relative};
use crate::document::{Shape, Word};
use crate::value::date::calendar::{holiday, written};
use crate::value::date::expr::{Amount, Bound, Day, Expr, Point, Within, Year};
use crate::value::date::tense;
use crate::value::date::word::around;
use crate::value::date::word::cursor::{Cursor, DASH};
use crate::value::date::word::term::{Term, Unit, Which};

/// Such a day or period at `at`, and the position past it.
pub(super) fn read(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    match c.term(at) {
        Term::The => before_last(c, at + 1).or_else(|| eve(c, at + 1)),
        Term::Weekday(..) => in_a_week(c, at, None),
        Term::Which(Which::Last) => in_a_week(c, at + 1, Some(Which::Last)),
        Term::Article | Term::Digits { .. } | Term::Number(_) => {
            weeks_from(c, at).or_else(|| seasons_ago(c, at))
        }
        Term::Couple | Term::Some => seasons_ago(c, at),
        _ => None,
    }
}

fn point(day: Day) -> Expr {
    Expr::Point(Point::day(day))
}

/// `Monday before last`, `week after next`, `summer before last`, `night before last` behind "the".
fn before_last(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let side = c.skip_stop(at + 1);
    let which = match (c.term(side), c.term(side + 1)) {
        (Term::Earlier, Term::Which(Which::Last)) if c.is(side, Word::of("before")) => Which::Last,
        (Term::Later, Term::Which(Which::Next)) if c.is(side, Word::of("after")) => Which::Next,
        _ => return None,
    };
    let (by, end) = (which.by() * 2, side + 2);
    let year = Year::Further(which);
    let day = match c.term(at) {
        Term::Weekday(day, _) => Day::WeekdayAway {
            day,
            which: Some(which),
            weeks: which.by(),
        },
        Term::Unit(
            unit @ (Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year),
        ) => Day::Shift {
            unit,
            by,
            in_story: false,
        },
        Term::Part(part) => {
            let night = Point {
                day: Some(Day::Shift {
                    unit: Unit::Day,
                    by,
                    in_story: false,
                }),
                within: Some(Within::Part(part)),
            };
            return is_over(c, end).then_some((Expr::Point(night), end));
        }
        Term::Month(month, _) => Day::Month { month, year },
        Term::Season(season) => Day::Season { season, year },
        Term::Holiday => match holiday::read(c, at, year)? {
            (Expr::Point(holiday), past) if past == side => holiday.day?,
            _ => return None,
        },
        _ => return None,
    };
    is_over(c, end).then_some((point(day), end))
}

/// Whether what "last" or "next" stands before is not told behind it: "the week before last Monday", "before last season".
fn is_over(c: &Cursor<'_>, at: usize) -> bool {
    let free = matches!(
        c.term(at),
        Term::On | Term::In | Term::At | Term::And | Term::Article | Term::The | Term::Lead
    );
    let ends = !c.shaped(at, Shape::WORD) && !c.shaped(at, Shape::NUMBER) || c.possessive(at);
    free || ends || around::is(c, at, around::List::AfterYear) || tense::verb(c, at).is_some()
}

/// `Friday week`, `last Friday week`.
fn in_a_week(c: &Cursor<'_>, at: usize, which: Option<Which>) -> Option<(Expr, usize)> {
    let Term::Weekday(day, false) = c.term(at) else {
        return None;
    };
    let week = at + 1;
    let weeks = match c.term(week) {
        Term::Unit(Unit::Week) => 1,
        Term::Unit(Unit::Fortnight) => 2,
        _ => return None,
    };
    let end = week + 1;
    // "London's Friday Week of Fashion", "a Friday week-long fast" are others.
    let led = matches!(
        c.before(at),
        Term::On | Term::To | Term::From | Term::Lead | Term::For
    );
    let other = c.shaped(week, Shape::CAPITAL) || c.possessive(end) || c.is(end, DASH);
    let before = c.before(at) == Term::Article;
    if other || before || !(led || is_over(c, end)) || c.term(end) == Term::Of {
        return None;
    }
    let day = match which {
        Some(_) => Day::WeekdayAway {
            day,
            which,
            weeks: -weeks,
        },
        None => Day::WeekdayAway {
            day,
            which: Some(Which::Coming),
            weeks,
        },
    };
    Some((point(day), end))
}

/// `a week ago Tuesday`, `two weeks ago on Friday`, `a week last Tuesday`; `a year ago Monday`.
fn weeks_from(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let (Amount::Number(number, Bound::Exact), unit, end) = length(c, at)? else {
        return None;
    };
    if number.fract() != 0.0 || number > 100.0 {
        return None;
    }
    let weeks = number as i32
        * match unit {
            Unit::Week => 1,
            Unit::Fortnight => 2,
            _ => 0,
        };
    let ago = c.term(end) == Term::Ago;
    let last = !ago && weeks > 0 && c.term(end) == Term::Which(Which::Last);
    if !ago && (!last || c.before(at) == Term::For) {
        return None;
    }
    let on = if weeks > 0 {
        let on = c.skip_term(end + 1, Term::On);
        c.skip_term(on, Term::Which(Which::Last))
    } else {
        end + 1
    };
    let Term::Weekday(day, false) = c.term(on) else {
        return None;
    };
    let past = on + 1;
    if c.possessive(past) || c.is(past, DASH) || matches!(c.term(past), Term::Part(_)) && weeks == 0
    {
        return None;
    }
    let which = (c.term(on - 1) == Term::Which(Which::Last)).then_some(Which::Last);
    match (weeks, unit) {
        (1.., _) => {
            let weeks = -weeks;
            Some((point(Day::WeekdayAway { day, which, weeks }), past))
        }
        (_, Unit::Month | Unit::Year) => {
            let base = Point::day(Day::WeekdayAway {
                day,
                which: None,
                weeks: 0,
            });
            let by = -(number as i32);
            Some((Expr::Beyond { by, unit, base }, past))
        }
        _ => None,
    }
}

/// `two summers ago`, `a few winters ago`: the season of so many years before.
fn seasons_ago(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let (amount, end) = c.amount(at)?;
    let (Term::Season(season) | Term::Seasons(season)) = c.term(end) else {
        return None;
    };
    if c.term(end + 1) != Term::Ago {
        return None;
    }
    let day = match amount {
        Amount::Number(years, Bound::Exact) if years.fract() == 0.0 && years < 100.0 => {
            let year = Year::Away(-(years as i32));
            Day::Season { season, year }
        }
        Amount::Some => Day::Somewhen { by: -1 },
        _ => return None,
    };
    Some((point(day), end + 2))
}

/// Whether one opens behind "the" at a word that opens no other time: "the eve of", "the Christmas before last".
pub(super) fn opens(c: &Cursor<'_>, at: usize) -> bool {
    const LONGEST: usize = 4;
    let before_last =
        |at: usize| c.is(at, Word::of("before")) && c.term(at + 1) == Term::Which(Which::Last);
    is_eve(c, at) || c.term(at) == Term::Holiday && (at..at + LONGEST).any(before_last)
}

/// Whether "eve of" stands at `at`.
fn is_eve(c: &Cursor<'_>, at: usize) -> bool {
    c.is(at, Word::of("eve")) && c.term(at + 1) == Term::Of
}

/// `eve of March 1` behind "the". "The eve of Sunday's vote" dates the vote.
fn eve(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if !is_eve(c, at) {
        return None;
    }
    let of = at + 2;
    let (Expr::Point(base), end) = written::read(c, of)
        .or_else(|| holiday::read(c, of, Year::Unsaid))
        .or_else(|| relative::read(c, of))?
    else {
        return None;
    };
    let by = -1;
    let unit = Unit::Day;
    (is_day(&base) && !c.possessive(end)).then_some((Expr::Beyond { by, unit, base }, end))
}
