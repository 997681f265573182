//! A weekday that is told beside another: "Friday and Saturday" are two days in a row, whichever side of today they lie on.

use super::resolve;
use crate::value::date::expr::{Day, Expr, Point};
use crate::value::date::story::Story;
use crate::value::date::tense::Tense;
use crate::value::date::word::around::{self, List};
use crate::value::date::word::cursor::{COMMA, Cursor};
use crate::value::date::word::term::Term;
use crate::value::date::{Grain, Time};
use crate::value::{Found, Value};
use jiff::civil::Date;

/// How many days after the first the second lies at most: "Saturday and Friday" go backwards.
const FURTHEST: i8 = 4;

/// The day of the weekday at `at` up to `end` where one is told right before it; `earlier` is the time read last.
pub(in crate::value::date) fn beside(
    c: &Cursor<'_>,
    (expr, at, end): (&Expr, usize, usize),
    tense: Tense,
    story: &Story,
    earlier: Option<&Found>,
) -> Option<Time> {
    let Expr::Point(Point {
        day: Some(Day::Weekday { day, which: None }),
        ..
    }) = expr
    else {
        return None;
    };
    let earlier = earlier.filter(|found| is_joined(c, found.tokens.end, at, end))?;
    let first = weekday_of(c, earlier)?;
    let away = (day - first.weekday().to_monday_one_offset()).rem_euclid(7);
    if !(1..=FURTHEST).contains(&away) {
        return None;
    }
    let time = resolve(expr, Tense::Future, &Story::at(first))?;
    let (anchor, second) = (story.anchor?, time.from?);
    // What has been on one of the two has been on the other.
    let fits = match tense {
        Tense::Past => second <= anchor || first > anchor,
        Tense::Future => second >= anchor,
        Tense::Nearest | Tense::Unsaid => true,
    };
    fits.then_some(time)
}

/// The day of a time that names its weekday.
fn weekday_of(c: &Cursor<'_>, found: &Found) -> Option<Date> {
    let Value::Time(time) = &found.value else {
        return None;
    };
    let named = (found.tokens.clone()).any(|at| matches!(c.term(at), Term::Weekday(..)));
    let one = time.from == time.to && time.grain <= Grain::Day;
    time.from.filter(|_| named && one)
}

/// Whether "and" or "or" joins the times up to `from` and at `at`, or a comma and then "and" behind `end`.
fn is_joined(c: &Cursor<'_>, from: usize, at: usize, end: usize) -> bool {
    let and = |at: usize| around::is(c, at, List::Beside);
    let fill = |at: usize| and(at) || c.is(at, COMMA) || c.possessive(at) || c.term(at) == Term::On;
    let third = c.skip(end, COMMA);
    let listed = and(third) && matches!(c.term(third + 1), Term::Weekday(..));
    let joined = (from..at).any(and) || listed && (from..at).any(|at| c.is(at, COMMA));
    joined && (from..at).all(fill)
}
