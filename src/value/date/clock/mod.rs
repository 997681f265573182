//! Clock times: `5:37 a.m. local time`, `2215 GMT`, `noon`, `7 o'clock`, `4.30pm`.
//!
//! Here belongs whatever is written in hours, minutes and seconds: hours in words (`hour.rs`), the times that a stopwatch
//! takes (`stopwatch.rs`).

pub(super) mod hour;
pub(super) mod stopwatch;

use crate::document::{Shape, Word};
use crate::value::date::expr::{Clock, Within};
use crate::value::date::word::cursor::{APOSTROPHE, COLON, COMMA, Cursor, DASH, STOP};
use crate::value::date::word::term::{Part, Term, Unit};

const CLOCK: Word = Word::of("clock");
const O: Word = Word::of("o");
const OCLOCK: Word = Word::of("oclock");
const HOURS: Word = Word::of("hours");
const ISH: Word = Word::of("ish");

/// A clock time at `at`, and the position past it.
pub(super) fn read(c: &Cursor<'_>, at: usize) -> Option<(Clock, usize)> {
    if let Some((clock, end)) = past_hour(c, at) {
        return Some(zone(c, clock, end));
    }
    let (clock, end) = match c.term(at) {
        Term::Hour(hour) => {
            let named = Clock {
                hour,
                minute: None,
                second: None,
                zone: None,
            };
            (named, at + 1)
        }
        Term::Digits { len: 4, .. } | Term::Digits { len: 3, .. } => military(c, at)?,
        Term::Digits { .. } => hour(c, at)?,
        Term::Decimal => dotted(c, at)?,
        Term::Number(_) => spelled(c, at)?,
        _ => return None,
    };
    Some(zone(c, clock, end))
}

/// `4 a.m.`, `4:12`, `4:12:30 pm`, `16:12`, `7 o'clock`, `12 noon`, `4 in the morning`.
fn hour(c: &Cursor<'_>, at: usize) -> Option<(Clock, usize)> {
    let Term::Digits { value, len: 1 | 2 } = c.term(at) else {
        return None;
    };
    let (minute, end) = sixtieth(c, at + 1).map_or((None, at + 1), |(m, end)| (Some(m), end));
    let (second, end) = match minute.and_then(|_| sixtieth(c, end)) {
        Some((second, end)) => (Some(second), end),
        None => (None, end),
    };
    let hour = value as i8;
    // "11ish", "at 7p": what is glued to a bare hour.
    if minute.is_none() && c.glued(end) && c.is(end, ISH) {
        return finish(c, hour, minute, second, end + 1, true);
    }
    if let Some(add) = letter(c, end).filter(|_| (1..=12).contains(&hour) && is_led(c, at)) {
        let clock = Clock {
            hour: hour % 12 + add,
            minute,
            second,
            zone: None,
        };
        return Some((clock, end + 1));
    }
    let sure = minute.is_some() && (c.digits(at, 2).is_some() || hour > 0);
    finish(c, hour, minute, second, end, sure)
}

/// `:12` with two digits.
fn sixtieth(c: &Cursor<'_>, at: usize) -> Option<(i8, usize)> {
    let glued = c.is(at, COLON) && c.glued(at) && c.glued(at + 1);
    let value = c.digits(at + 1, 2).filter(|value| *value < 60)?;
    glued.then_some((value as i8, at + 2))
}

/// What follows the numbers: `a.m.`, `o'clock`, `in the morning`, `noon`; `sure` if the numbers alone are a time.
fn finish(
    c: &Cursor<'_>,
    hour: i8,
    minute: Option<i8>,
    second: Option<i8>,
    end: usize,
    sure: bool,
) -> Option<(Clock, usize)> {
    let clock = |hour: i8| Clock {
        hour,
        minute,
        second,
        zone: None,
    };
    let twelve = (1..=12).contains(&hour);
    let half = meridiem(c, end).filter(|_| twelve);
    let (add, past) = match c.term(end) {
        _ if half.is_some() => half.map_or((None, end), |(add, past)| (Some(add), past)),
        Term::Hour(12) if hour == 12 => (Some(12), end + 1),
        Term::Hour(24) if hour == 12 => (Some(0), end + 1),
        _ => {
            let past = oclock(c, end);
            match part_of_day(c, past.unwrap_or(end)) {
                Some((add, past)) if twelve => (Some(add), past),
                _ if past.is_some() => (None, past.unwrap_or(end)),
                _ => (None, end),
            }
        }
    };
    if let Some(add) = add {
        return Some((clock(hour % 12 + add), past));
    }
    let zoned = matches!(c.term(end), Term::Zone(_)) && hour > 0;
    let plain = (0..=24).contains(&hour) && (sure || zoned || past > end);
    plain.then_some((clock(hour), past))
}

/// `a.m.`, `pm`, `p . m .`, `a m` after a time: hours to add, and the position past it.
fn meridiem(c: &Cursor<'_>, at: usize) -> Option<(i8, usize)> {
    const M: Word = Word::of("m");
    if let Term::Meridiem(add) = c.term(at) {
        return Some((add, at + 1));
    }
    // "9.am"
    if let Term::Meridiem(add) = c.term(at + 1)
        && c.is(at, STOP)
        && c.glued(at)
        && c.glued(at + 1)
    {
        return Some((add, at + 2));
    }
    let add = half_of_day(c, at)?;
    let m = c.skip(at + 1, STOP);
    let past = if m > at + 1 {
        c.skip(m + 1, STOP)
    } else {
        m + 1
    };
    c.is(m, M).then_some((add, past))
}

/// `a` or `p`.
fn half_of_day(c: &Cursor<'_>, at: usize) -> Option<i8> {
    if c.is(at, Word::of("a")) {
        return Some(0);
    }
    c.is(at, Word::of("p")).then_some(12)
}

/// The `p` of `7p`.
fn letter(c: &Cursor<'_>, at: usize) -> Option<i8> {
    let last = !c.shaped(at + 1, Shape::WORD) && !c.is(at + 1, DASH);
    half_of_day(c, at).filter(|_| c.glued(at) && last)
}

/// Whether what stands before a bare number makes an hour of it: "at", "around", "from 9".
fn is_led(c: &Cursor<'_>, at: usize) -> bool {
    c.before(at) == Term::At || c.is(at.wrapping_sub(1), Word::of("around"))
}

/// A bare hour after a day and "at": `8` in "last night at 8", `seven twenty-seven` in "tomorrow at seven twenty-seven".
pub(super) fn bare(c: &Cursor<'_>, at: usize) -> Option<(Clock, usize)> {
    let (clock, end) = bare_number(c, at)?;
    let ends = match c.token(end) {
        Some(token) if token.is(Shape::PUNCTUATION) => {
            !c.glued(end + 1) && !c.is(end, Word::of("%")) && !c.is(end, COLON)
        }
        Some(_) => matches!(c.term(end), Term::On | Term::Day(_) | Term::Which(_)),
        None => true,
    };
    (ends && is_led(c, at)).then_some((clock, end))
}

/// A number up to twelve as an hour, whatever stands around it.
pub(super) fn bare_number(c: &Cursor<'_>, at: usize) -> Option<(Clock, usize)> {
    if matches!(c.term(at), Term::Digits { len: 1 | 2, .. }) {
        return Some((digits(c, at)?, at + 1));
    }
    let (hour, end) = c.spelled(at)?;
    let clock = Clock::hour(hour as i8);
    (1..=12).contains(&hour).then_some((clock, end))
}

/// One or two digits as an hour up to twelve.
pub(super) fn digits(c: &Cursor<'_>, at: usize) -> Option<Clock> {
    match c.term(at) {
        Term::Digits {
            value: value @ 1..=12,
            len: 1 | 2,
        } => Some(Clock::hour(value as i8)),
        _ => None,
    }
}

fn oclock(c: &Cursor<'_>, at: usize) -> Option<usize> {
    if c.is(at, OCLOCK) {
        return Some(at + 1);
    }
    (c.is(at, O) && c.is(at + 1, APOSTROPHE) && c.is(at + 2, CLOCK)).then_some(at + 3)
}

/// `in the morning`, `at night`: hours to add to a twelve-hour time, and the position past it.
fn part_of_day(c: &Cursor<'_>, at: usize) -> Option<(i8, usize)> {
    let in_the = matches!(c.term(at), Term::In) && c.term(at + 1) == Term::The;
    let part_at = if in_the {
        at + 2
    } else if c.term(at) == Term::At {
        at + 1
    } else {
        return None;
    };
    match c.term(part_at) {
        Term::Part(Part::Morning) => Some((0, part_at + 1)),
        Term::Part(_) => Some((12, part_at + 1)),
        _ => None,
    }
}

/// `half past seven`, `20 minutes past eight in the evening`, `ten past 9`.
fn past_hour(c: &Cursor<'_>, at: usize) -> Option<(Clock, usize)> {
    const PAST: Word = Word::of("past");
    let (minute, end) = match c.term(at) {
        Term::Half => (30, at + 1),
        Term::Digits { value, len: 1 | 2 } => (value, at + 1),
        Term::Number(_) => c.spelled(at)?,
        _ => return None,
    };
    let end = c
        .unit(end)
        .filter(|(unit, _)| *unit == Unit::Minute)
        .map_or(end, |(_, end)| end);
    if !c.is(end, PAST) || minute > 59 {
        return None;
    }
    let (hour, end) = match c.term(end + 1) {
        Term::Digits { value, len: 1 | 2 } => (value, end + 2),
        _ => c.spelled(end + 1)?,
    };
    if !(1..=12).contains(&hour) || c.unit(end).is_some() {
        return None;
    }
    finish(c, hour as i8, Some(minute as i8), None, end, true)
}

/// `2312 GMT`, `0930 hours`, `1140 a.m.`.
fn military(c: &Cursor<'_>, at: usize) -> Option<(Clock, usize)> {
    let Term::Digits { value, .. } = c.term(at) else {
        return None;
    };
    let (hour, minute) = ((value / 100) as i8, (value % 100) as i8);
    if hour > 24 || minute > 59 {
        return None;
    }
    match c.term(at + 1) {
        Term::Zone(_) | Term::Meridiem(_) | Term::Local => {
            finish(c, hour, Some(minute), None, at + 1, true)
        }
        // "between 0730 and 0930"
        _ if c.digits(at, 4).is_some() && value < 1900 && is_paired(c, at) => {
            finish(c, hour, Some(minute), None, at + 1, true)
        }
        _ if c.is(at + 1, HOURS) && c.digits(at, 4).is_some() => {
            finish(c, hour, Some(minute), None, at + 1, true).map(|(clock, end)| (clock, end + 1))
        }
        _ => None,
    }
}

/// Whether "between" or "from" stands before two numbers of four digits, of which one is at `at` and one begins with 0.
fn is_paired(c: &Cursor<'_>, at: usize) -> bool {
    let joins = |at: usize| matches!(c.term(at), Term::And | Term::To) || c.is(at, DASH);
    let four = |at: usize| c.digits(at, 4).is_some() && c.text(at).starts_with('0');
    let first = if joins(at.wrapping_sub(1)) {
        at.wrapping_sub(2)
    } else {
        at
    };
    let said = matches!(c.before(first), Term::Between | Term::From);
    said && joins(first + 1) && (four(first) || four(first + 2))
}

/// `4.30pm`.
fn dotted(c: &Cursor<'_>, at: usize) -> Option<(Clock, usize)> {
    let (hour, minute) = c.text(at).split_once('.')?;
    if minute.len() != 2 || !matches!(c.term(at + 1), Term::Meridiem(_)) {
        return None;
    }
    let minute = minute.parse().ok().filter(|m| *m < 60)?;
    finish(c, hour.parse().ok()?, Some(minute), None, at + 1, false)
}

/// `six p.m.`, `four o'clock`, `six thirty pm`.
fn spelled(c: &Cursor<'_>, at: usize) -> Option<(Clock, usize)> {
    let (hour, end) = c.spelled(at).filter(|(hour, _)| (1..=12).contains(hour))?;
    if let Some((minute, past)) = c
        .spelled(c.skip(end, DASH))
        .filter(|(m, _)| (10..60).contains(m))
        && (meridiem(c, past).is_some() || is_spoken(c, at, past))
    {
        return finish(c, hour as i8, Some(minute as i8), None, past, true);
    }
    finish(c, hour as i8, None, None, end, false)
}

/// `five thirty` after "at", "from" or "to", with nothing after it that it could count.
fn is_spoken(c: &Cursor<'_>, at: usize, past: usize) -> bool {
    let led = is_led(c, at) || matches!(c.before(at), Term::From | Term::To | Term::Between);
    led && c.unit(past).is_none()
        && !matches!(c.term(past), Term::Scale(_) | Term::Number(_))
        && (!c.shaped(past, Shape::WORD) || c.term(past) != Term::None)
}

/// `GMT`, `EST`, `Eastern time`, `local time` after a clock time.
fn zone(c: &Cursor<'_>, clock: Clock, end: usize) -> (Clock, usize) {
    let at = c.skip(end, COMMA);
    let time = |at: usize| {
        let at = at + usize::from(matches!(c.term(at), Term::None) && is_standard(c, at));
        matches!(c.term(at), Term::Time).then_some(at + 1)
    };
    match c.term(end) {
        Term::Zone(zone) => {
            let zoned = Clock {
                zone: Some(zone),
                ..clock
            };
            (zoned, end + 1)
        }
        Term::ZoneName(zone) => {
            let abbreviation = c.shaped(end, Shape::ALL_CAPS);
            match time(end + 1) {
                Some(past) => (
                    Clock {
                        zone: Some(zone),
                        ..clock
                    },
                    past,
                ),
                None if abbreviation => (
                    Clock {
                        zone: Some(zone),
                        ..clock
                    },
                    end + 1,
                ),
                None => (clock, end),
            }
        }
        Term::Local => (clock, time(end + 1).unwrap_or(end)),
        _ if at > end && matches!(c.term(at), Term::Zone(_)) => zone(c, clock, at),
        _ => (clock, end),
    }
}

fn is_standard(c: &Cursor<'_>, at: usize) -> bool {
    c.is(at, Word::of("standard")) || c.is(at, Word::of("daylight")) || c.is(at, Word::of("summer"))
}

/// A part of the day at `at`: `morning`, `night`, `early morning`.
pub(super) fn part(c: &Cursor<'_>, at: usize) -> Option<(Within, usize)> {
    let at = at + usize::from(matches!(c.term(at), Term::Early | Term::Late | Term::Mid));
    let at = c.skip_hyphen(at);
    match c.term(at) {
        Term::Part(part) => Some((Within::Part(part), at + 1)),
        _ => None,
    }
}
