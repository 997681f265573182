//! Hours told in words: `just before eight`, `ten to nine`, `a minute past midnight`, `at dawn`; and how far what stands
//! around a clock time moves it.

use super::bare_number;
use crate::document::{Shape, Word};
use crate::value::Kind;
use crate::value::date::Time;
use crate::value::date::expr::{Clock, Expr, Point, Within};
use crate::value::date::phrase::{day, is_day};
use crate::value::date::word::around::{self, List};
use crate::value::date::word::cursor::{COLON, COMMA, Cursor};
use crate::value::date::word::term::{Part, Term, Unit};

/// How long "just" and "shortly" before or after a clock time last at most, in minutes.
const SHORTLY: u16 = 60;

/// The last minute of a day, and one more.
const DAY: u16 = 24 * 60;

/// Which way a clock time is passed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// "just before", "shortly after", "a little after" right before `at`.
fn near(c: &Cursor<'_>, at: usize) -> Option<Side> {
    let before = at.wrapping_sub(1);
    let side = if around::is(c, before, List::Before) {
        Side::Before
    } else if around::is(c, before, List::After) {
        Side::After
    } else {
        return None;
    };
    let close = around::is(c, before.wrapping_sub(1), List::Close);
    close.then_some(side)
}

/// Whether a bare number at `at` can be an hour because of what stands before it.
pub(in crate::value::date) fn is_near(c: &Cursor<'_>, at: usize) -> bool {
    near(c, at).is_some()
}

/// `eight` in "just before eight", `8` in "a little after 8 yesterday morning".
pub(in crate::value::date) fn nearly(c: &Cursor<'_>, at: usize) -> Option<(Clock, usize)> {
    near(c, at)?;
    let (clock, end) = bare_number(c, at)?;
    let sign = c
        .token(end)
        .is_some_and(|token| token.is(Shape::PUNCTUATION));
    let ends = match c.term(end) {
        _ if sign => !c.glued(end + 1) && !c.is(end, Word::of("%")) && !c.is(end, COLON),
        Term::On
        | Term::In
        | Term::Day(_)
        | Term::Which(_)
        | Term::Weekday(..)
        | Term::At
        | Term::And => true,
        _ => c.token(end).is_none(),
    };
    ends.then_some((clock, end))
}

/// `one minute past midnight`, `ten to nine`, `a quarter past six`, `five minutes to noon`; what `half past` and plain
/// minutes past an hour in words are, the clock reads itself.
pub(in crate::value::date) fn minutes_from_hour(
    c: &Cursor<'_>,
    at: usize,
) -> Option<(Clock, usize)> {
    let quarter_at = c.skip_term(at, Term::Article);
    let quarter = c.term(quarter_at) == Term::Unit(Unit::Quarter);
    let (minute, end) = match c.term(at) {
        _ if quarter => (15, quarter_at + 1),
        Term::Digits { value, len: 1 | 2 } => (value, at + 1),
        Term::Number(_) => c.spelled(at)?,
        _ => return None,
    };
    let (said, end) = match c.unit(end) {
        Some((Unit::Minute, past)) => (true, past),
        _ => (false, end),
    };
    let past = around::is(c, end, List::Past);
    let to = around::is(c, end, List::To);
    // "voted ten to nine" tells no time.
    let led = said || quarter || c.before(at) == Term::At;
    if !(past || to && led) || !(1..60).contains(&minute) {
        return None;
    }
    let named = matches!(c.term(end + 1), Term::Hour(_));
    let (hour, end) = match c.term(end + 1) {
        Term::Hour(hour) => (hour, end + 2),
        // The clock reads "ten past nine" and what tells its half of the day.
        _ if past && !quarter => return None,
        _ => bare_number(c, end + 1).map(|(clock, end)| (clock.hour, end))?,
    };
    if !named && c.unit(end).is_some() {
        return None;
    }
    let total = i32::from(hour) * 60
        + if past {
            minute as i32
        } else {
            -(minute as i32)
        };
    let total = total.rem_euclid(i32::from(DAY));
    let clock = Clock {
        hour: (total / 60) as i8,
        minute: Some((total % 60) as i8),
        second: None,
        zone: None,
    };
    Some((clock, end))
}

/// The light that begins and ends a day: its words, and its first and last minute in any season.
const LIGHTS: [(List, u16, u16); 2] =
    [(List::Dawn, 3 * 60, 9 * 60), (List::Dusk, 15 * 60, 23 * 60)];

/// Whether `dawn` or its like at `at` tells a time: after "at", "before", "after", "around" or "by".
pub(in crate::value::date) fn is_light(c: &Cursor<'_>, at: usize) -> bool {
    let named = LIGHTS.iter().any(|row| around::is(c, at, row.0));
    let led = matches!(
        c.before(at),
        Term::At | Term::Earlier | Term::Later | Term::About | Term::Lead | Term::To
    );
    named && led && !c.shaped(at, Shape::CAPITAL)
}

/// `dawn` in "at dawn", `dawn on Friday` in "at dawn on Friday".
pub(in crate::value::date) fn light(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Term::Part(part) = c.term(at) else {
        return None;
    };
    // "at dawn prayers"
    if !is_light(c, at) || c.shaped(at + 1, Shape::WORD) && c.term(at + 1) == Term::None {
        return None;
    }
    let within = Some(Within::Part(part));
    let next = c.skip_term(c.skip(at + 1, COMMA), Term::On);
    if let Some((Expr::Point(point), past)) = day(c, next)
        && is_day(&point)
        && point.within.is_none()
    {
        return Some((Expr::Point(Point { within, ..point }), past));
    }
    Some((Expr::Point(Point { day: None, within }), at + 1))
}

/// A time of day as the words around it leave it: the hour before or after one that is "just" passed, the minutes of a
/// dawn, and both halves of the day where none is told.
pub(in crate::value::date) fn moved(c: &Cursor<'_>, mut time: Time, at: usize, end: usize) -> Time {
    let Some((first, last)) = time.clock.filter(|_| time.kind == Kind::Time) else {
        return time;
    };
    if let Some(minutes) = part_minutes(c, at, end).filter(|_| last > first) {
        time.clock = Some(minutes);
        return time;
    }
    let midnight = (first, last) == (0, DAY);
    time.either_half = first == last && tells_no_half(c, at, end);
    time.clock = match near(c, at) {
        Some(Side::Before) if midnight => Some((DAY - SHORTLY, DAY)),
        Some(Side::Before) if first == last => Some((first.saturating_sub(SHORTLY), last)),
        Some(Side::After) if first == last => Some((first, last + SHORTLY)),
        _ => Some((first, last)),
    };
    time
}

/// The minutes of "dawn", "mid-morning" and "mid-afternoon" within the tokens.
fn part_minutes(c: &Cursor<'_>, at: usize, end: usize) -> Option<(u16, u16)> {
    let light = |at: usize| LIGHTS.iter().find(|row| around::is(c, at, row.0));
    if let Some((_, first, last)) = (at..end).find_map(light) {
        return Some((*first, *last));
    }
    let part = c.skip_hyphen(at + 1);
    match (c.term(at), c.term(part)) {
        (Term::Mid, Term::Part(Part::Morning)) => Some((8 * 60, 12 * 60)),
        (Term::Mid, Term::Part(Part::Afternoon)) => Some((13 * 60, 17 * 60)),
        _ => None,
    }
}

/// Whether nothing in the tokens of a clock time tells the morning from the evening: "4:12", "half past four", but not
/// "04:12", "16:12", "4 p.m.", "eight yesterday morning".
fn tells_no_half(c: &Cursor<'_>, at: usize, end: usize) -> bool {
    let from_hour = (at..end).any(|n| around::is(c, n, List::Past) || around::is(c, n, List::To));
    let tells = |n: usize| match c.term(n) {
        Term::Meridiem(_)
        | Term::Part(_)
        | Term::Parts(_)
        | Term::Hour(_)
        | Term::Zone(_)
        | Term::ZoneName(_)
        | Term::Tonight
        | Term::Overnight
        | Term::Decimal => true,
        Term::Unit(_) | Term::Units(_) => !from_hour,
        Term::Digits { value, len } => {
            let minutes = c.is(n.wrapping_sub(1), COLON);
            !minutes && (len == 3 || (13..=24).contains(&value) || c.text(n).starts_with('0'))
        }
        _ => {
            c.is(n, Word::of("p")) || c.is(n, Word::of("m")) || c.is(n, Word::of("a")) && c.glued(n)
        }
    };
    !(at..end).any(tells)
}
