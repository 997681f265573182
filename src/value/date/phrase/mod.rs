//! Whole time expressions: a day with its clock time or part, the words before it that belong to it, ranges.
//!
//! Here belongs the grammar that joins what `calendar` and `clock` read: where a time can start (`gate.rs`), parts and ends
//! of it (`edge.rs`), from one to another (`range.rs`), what is counted from another (`relative.rs`, `further.rs`), lengths
//! (`length.rs`, `ending.rs`), words that date nothing (`vague.rs`), names made of such words (`named.rs`).

mod edge;
mod ending;
mod further;
mod gate;
mod length;
mod named;
mod range;
mod relative;
mod vague;

use crate::document::Word;
use crate::value::date::calendar::{holiday, period, written};
use crate::value::date::clock::{self, hour, stopwatch};
use crate::value::date::expr::{Clock, Day, Expr, Point, Within, Year};
use crate::value::date::word::cursor::{COMMA, Cursor, DASH};
use crate::value::date::word::term::{Part, Term, Unit};
use edge::{edged, in_the_part, named_part, part_of};
pub(super) use gate::opens;
use range::{clock_range, range};
use vague::{bounded, vague};

/// The longest of several readings from one place; of equally long ones the first.
#[derive(Default)]
struct Longest(Option<(Expr, usize)>);

impl Longest {
    fn consider(&mut self, read: Option<(Expr, usize)>) {
        if let Some(read) = read
            && self.0.as_ref().is_none_or(|(_, end)| read.1 > *end)
        {
            self.0 = Some(read);
        }
    }
}

/// The time expression that starts at `at`, and the position past it: the longest reading. Asked only where one opens.
pub(super) fn read(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if named::is_named(c, at) {
        return None;
    }
    let mut longest = Longest::default();
    longest.consider(stopwatch::read(c, at));
    longest.consider(length::set(c, at));
    longest.consider(edged(c, at));
    let joined = matches!(c.term(at), Term::From | Term::Between);
    let first = if joined { None } else { moment(c, at) };
    longest.consider(range(c, at, first.as_ref()));
    longest.consider(lasting(c, at));
    longest.consider(ending::read(c, at));
    longest.consider(first);
    longest.consider(bounded(c, at).map(|length| starting(c, length)));
    longest.consider(vague(c, at));
    longest.0
}

/// `two weeks starting May 20`, `for three days, from today`, `two hours from 9 p.m.`: a length with the day or hour on which
/// it begins. In "72 hours from Friday" no hour is told, so that length and day stay two times.
fn starting(c: &Cursor<'_>, read: (Expr, usize)) -> (Expr, usize) {
    let (length, end) = read;
    let at = c.skip(end, COMMA);
    let begins = ["starting", "beginning"]
        .iter()
        .any(|w| c.is(at, Word::of(w)));
    let hours = matches!(&length, Expr::Length { unit, .. } if unit.is_of_clock());
    let from = c.term(at) == Term::From && (at > end || hours);
    if !matches!(length, Expr::Length { toward: 0, .. }) || !begins && !from {
        return (length, end);
    }
    let at = at + 1;
    let at = at + usize::from(begins && matches!(c.term(at), Term::From | Term::On));
    match moment(c, at).or_else(|| from_hour(c, at)) {
        Some((Expr::Point(first), past))
            if first.within.is_some() || is_day(&first) && !(hours && from) =>
        {
            let length = Box::new(length);
            (Expr::Lasting { first, length }, past)
        }
        _ => (length, end),
    }
}

/// `from 2 p.m. for three hours`.
fn lasting(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if c.term(at) != Term::From {
        return None;
    }
    let (Expr::Point(first), end) = moment(c, at + 1).or_else(|| from_hour(c, at + 1))? else {
        return None;
    };
    let (length, past) = bounded(c, end + 1).filter(|_| c.term(end) == Term::For)?;
    let hours = matches!(&length, Expr::Length { unit, .. } if unit.is_of_clock());
    let length = Box::new(length);
    (hours && first.within.is_some()).then_some((Expr::Lasting { first, length }, past))
}

/// The bare hour of "from 9 for two hours".
fn from_hour(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let (clock, end) = clock::bare_number(c, at)?;
    Some((Expr::Point(Point::clock(clock)), end))
}

/// A day, period or offset without anything around it: the longest reading.
pub(super) fn day(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if c.term(at) == Term::None {
        return None;
    }
    let mut longest = Longest::default();
    longest.consider(written::read(c, at));
    longest.consider(relative::read(c, at));
    longest.consider(further::read(c, at));
    longest.consider(period::read(c, at));
    if c.term(at) == Term::Holiday {
        longest.consider(holiday::read(c, at, Year::Unsaid));
    }
    if gate::counts(c.term(at)) || c.term(at) == Term::The {
        longest.consider(relative::offset(c, at));
        longest.consider(relative::beyond(c, at));
        longest.consider(written::day_of_month(c, at));
    }
    longest.0
}

/// A day with a clock time or part of the day, in either order; or a clock time alone.
fn moment(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    // A hyphen may stand before a part of the day.
    if c.term(at) == Term::None && !c.is(at, DASH) {
        return None;
    }
    if let Some((Expr::Point(part), end)) = named_part(c, at) {
        return Some(hours_of(c, part, end));
    }
    if let Some(read) = part_of(c, at).or_else(|| in_the_part(c, at)) {
        return Some(read);
    }
    if let Some(read) = hour::light(c, at) {
        return Some(read);
    }
    let clock_read = hour::minutes_from_hour(c, at)
        .or_else(|| clock::read(c, at))
        .or_else(|| hour_of_part(c, at))
        .or_else(|| hour::nearly(c, at));
    if let Some((time, end)) = clock_read
        && let Some(read) = on_day(c, time, end)
    {
        return Some(read);
    }
    let day_read = day(c, at);
    match (clock_read, day_read) {
        (Some((time, past)), read) if read.as_ref().is_none_or(|(_, end)| past > *end) => {
            Some((Expr::Point(Point::clock(time)), past))
        }
        (_, Some((Expr::Point(point), end))) if is_day(&point) && point.within.is_none() => {
            Some(within_day(c, point, end))
        }
        (_, read) => read,
    }
}

/// `9 p.m.` up to `end` on the day after it, or on a part of one.
fn on_day(c: &Cursor<'_>, time: Clock, end: usize) -> Option<(Expr, usize)> {
    let next = c.skip(end, COMMA);
    let next = next + usize::from(matches!(c.term(next), Term::On | Term::Of));
    if let Some((Expr::Point(part), past)) = named_part(c, next).or_else(|| part_on(c, next)) {
        return Some((Expr::Point(part.of_part(time)), past));
    }
    let (Expr::Point(day), past) = day(c, next)? else {
        return None;
    };
    // "9 p.m. Saturday night", "10 to 11 a.m. Monday morning"
    let past = clock::part(c, past).map_or(past, |(_, past)| past);
    (is_day(&day) && day.within.is_none()).then(|| (Expr::Point(day.at(time)), past))
}

/// `tomorrow evening` after a clock time.
fn part_on(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let (Expr::Point(point), end) = day(c, at)? else {
        return None;
    };
    let (within, past) = clock::part(c, end).filter(|_| is_day(&point))?;
    let within = Some(within);
    Some((Expr::Point(Point { within, ..point }), past))
}

/// `tonight from 7 to 7:30`, `last night at 10:15`: a named part of the day with the hours after it.
fn hours_of(c: &Cursor<'_>, named: Point, end: usize) -> (Expr, usize) {
    let between = c.term(end) == Term::Between;
    if between || c.term(end) == Term::From {
        if let Some((Expr::Range(first, last), past)) = clock_range(c, end + 1, between)
            && let (Some(Within::Clock(first)), Some(Within::Clock(last)), None) =
                (first.within, last.within, first.day)
        {
            return (Expr::Range(named.of_part(first), named.of_part(last)), past);
        }
        return (Expr::Point(named), end);
    }
    let at = clock::read(c, end + 1).filter(|_| c.term(end) == Term::At);
    match at.or_else(|| clock::bare(c, end + 1)) {
        Some((time, past)) => (Expr::Point(named.of_part(time)), past),
        None => (Expr::Point(named), end),
    }
}

/// `11` in "around 11 this morning", "at 8 Monday night": a bare hour that a part of the day after it completes.
fn hour_of_part(c: &Cursor<'_>, at: usize) -> Option<(Clock, usize)> {
    let said = clock::digits(c, at)?;
    let led = matches!(c.before(at), Term::At | Term::About);
    let next = named_part(c, at + 1).or_else(|| match day(c, at + 1)? {
        (Expr::Point(point), end) if is_day(&point) => Some(within_day(c, point, end)),
        _ => None,
    });
    let (Expr::Point(point), _) = next.filter(|_| led)? else {
        return None;
    };
    let Some(Within::Part(part)) = point.within else {
        return None;
    };
    let early = part == Part::Morning || part == Part::Night && said.hour < 5;
    let hour = said.hour % 12 + if early { 0 } else { 12 };
    Some((Clock::hour(hour), at + 1))
}

/// Whether a point is a single day.
pub(super) fn is_day(point: &Point) -> bool {
    matches!(
        point.day,
        Some(
            Day::Date { .. }
                | Day::Numeric { .. }
                | Day::Weekday { .. }
                | Day::WeekdayAway { .. }
                | Day::WeekdayOfWeek { .. }
                | Day::Holiday { .. }
                | Day::NthWeekday { .. }
                | Day::WeekdayDate { .. }
                | Day::Shift {
                    unit: Unit::Day,
                    ..
                }
        )
    )
}

/// `next week` after "Wednesday evening".
fn of_week(c: &Cursor<'_>, point: &Point, at: usize) -> Option<(Option<Day>, usize)> {
    let Some(Day::Weekday { day, which: None }) = point.day else {
        return None;
    };
    let of = c.skip_term(at, Term::Of);
    match (c.term(of), c.term(of + 1)) {
        (Term::Which(which), Term::Unit(Unit::Week)) => {
            let by = which.by();
            Some((Some(Day::WeekdayOfWeek { day, by }), of + 2))
        }
        _ => None,
    }
}

/// `Friday night`, `Friday at 4 p.m.`, `March 1 in the morning`.
fn within_day(c: &Cursor<'_>, point: Point, end: usize) -> (Expr, usize) {
    if let Some((part, past)) = clock::part(c, end) {
        let (day, past) = of_week(c, &point, past).unwrap_or((point.day, past));
        let named = Point {
            within: Some(part),
            day,
        };
        return match clock::read(c, c.skip_term(past, Term::At)) {
            Some((time, past)) => (Expr::Point(named.of_part(time)), past),
            None => hours_of(c, named, past),
        };
    }
    // "tomorrow from 7 to 8 p.m.", "Tuesday, 1 - 2 p.m.", "Tuesday at 2:00 - 2:30 pm"
    let comma = c.skip(end, COMMA);
    let between = c.term(comma) == Term::Between;
    let from = comma + usize::from(between || matches!(c.term(comma), Term::From | Term::At));
    if let Some((Expr::Range(mut first, mut last), past)) = clock_range(c, from, between)
        && first.day.is_none()
    {
        first.day = point.day;
        last.day = point.day;
        return (Expr::Range(first, last), past);
    }
    let in_the = c.term(end) == Term::In && c.term(end + 1) == Term::The;
    if let Some((part, past)) = clock::part(c, end + 2).filter(|_| in_the) {
        let within = Some(part);
        return (Expr::Point(Point { within, ..point }), past);
    }
    clock_of_day(c, &point, end).unwrap_or((Expr::Point(point), end))
}

/// `at 4 p.m.` after a day up to `end`, `15:50:06 2016`, `at 4`.
fn clock_of_day(c: &Cursor<'_>, point: &Point, end: usize) -> Option<(Expr, usize)> {
    let at = c.skip(end, COMMA);
    let at = c.skip_term(at, Term::At);
    let read = clock::read(c, at);
    let Some((time, past)) = read.filter(|_| at > end || !matches!(c.term(at), Term::Hour(_)))
    else {
        // "Friday at 4": of the afternoon, where nothing else says.
        let (time, past) = clock::bare(c, at.max(end + 1))?;
        let hour = time.hour + if time.hour < 7 { 12 } else { 0 };
        return Some((Expr::Point(point.at(Clock { hour, ..time })), past));
    };
    // "Wed Oct 26 15:50:06 2016"
    if let Some(Day::Date {
        year: None,
        month,
        day,
    }) = point.day
        && let Some(year) = c.year(past)
    {
        let year = Some(year);
        let on = Point::day(Day::Date { year, month, day });
        return Some((Expr::Point(on.at(time)), past + 1));
    }
    Some((Expr::Point(point.at(time)), past))
}
