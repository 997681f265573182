//! Dates, times of day, lengths of time and repetitions: in conflict only if no reading of one overlaps one of the other.
//!
//! A time is a stretch of minutes, in one reading or several. What nothing anchors ("Tuesday", "1 March") is compared by
//! the parts it names; what names none ("recently", "yesterday" in an undated text) can conflict with nothing.

mod partial;
mod plain;

use super::{Judgement, Options, Verdict};
use crate::value::{Grain, Kind, Time, Value};
use jiff::civil::Date;
use partial::Partial;
use plain::plain;

const DAY: i64 = 24 * 60;
/// A length of so many minutes or more has no upper bound.
const OPEN: u64 = 1_000_000_000_000;

/// Compares two times, lengths or repetitions; `tolerance` is in days.
pub(super) fn compare(left: &Value, right: &Value, options: &Options) -> Judgement {
    let (Value::Time(a), Value::Time(b)) = (left, right) else {
        return Judgement::new(Verdict::Unclear, "differs", "");
    };
    let (verdict, reason) = match (a.kind, b.kind) {
        (Kind::Set, Kind::Set) => sets(a, b),
        (Kind::Duration, Kind::Duration) => lengths(a, b, options),
        (Kind::Set, _) | (_, Kind::Set) => (Verdict::Compatible, "vague"),
        // "over the past two weeks" against a day: an answer to another question unless the day lies in it.
        (Kind::Duration, _) | (_, Kind::Duration) => match stretches(a, b) {
            Some((Verdict::Compatible, reason)) => (Verdict::Compatible, reason),
            _ => (Verdict::Compatible, "vague"),
        },
        _ => points(a, b, options),
    };
    let why = match verdict {
        Verdict::Agree => format!("both {}", plain(a)),
        _ => format!("{} against {}", plain(a), plain(b)),
    };
    Judgement::new(verdict, reason, why)
}

type Answer = (Verdict, &'static str);

/// Whether `night` runs into the day of `morning`: "Friday night" and "early Saturday" may be one night.
fn is_night_into(night: &Time, morning: &Time) -> bool {
    const DAWN: u16 = 6 * 60;
    let day = |time: &Time| match time.from.zip(time.to) {
        Some((from, to)) => (from == to).then(|| Partial::on(from)),
        None => Partial::of(time),
    };
    let late = night.clock.is_some_and(|(_, last)| i64::from(last) >= DAY);
    let early = morning.clock.is_none_or(|(first, _)| first < DAWN);
    let next = day(night)
        .zip(day(morning))
        .is_some_and(|(a, b)| b.follows(a));
    late && early && next
}

fn points(a: &Time, b: &Time, options: &Options) -> Answer {
    if a.grain == Grain::Vague || b.grain == Grain::Vague {
        return (Verdict::Compatible, "vague");
    }
    if a.timex == b.timex && a.zone == b.zone && (a.from, a.to) == (b.from, b.to) {
        return (Verdict::Agree, "same");
    }
    if options.exact && hours_differ(a, b) {
        return (Verdict::Conflict, "disjoint");
    }
    if let Some(answer) = stretches(a, b) {
        return match answer {
            (Verdict::Conflict, _) if within_tolerance(a, b, options) => {
                (Verdict::Agree, "tolerance")
            }
            answer => answer,
        };
    }
    // One or both lie on no known day.
    let days = match (a.from.zip(a.to), b.from.zip(b.to)) {
        (Some(days), None) => Partial::of(b).map(|partial| partial.against(days)),
        (None, Some(days)) => Partial::of(a).map(|partial| partial.against(days)),
        _ => Partial::of(a)
            .zip(Partial::of(b))
            .map(|(a, b)| a.against_partial(b)),
    };
    let days = days.unwrap_or((Verdict::Compatible, "vague"));
    if days.0 == Verdict::Conflict && (is_night_into(a, b) || is_night_into(b, a)) {
        return (Verdict::Compatible, "vague");
    }
    match (days.0, clocks(a, b)) {
        (Verdict::Conflict, _) if zones_differ(a, b) => (Verdict::Compatible, "vague"),
        (Verdict::Conflict, _) | (_, None) => days,
        (_, Some((Verdict::Conflict, reason))) => (Verdict::Conflict, reason),
        (Verdict::Agree, Some(clock)) => clock,
        _ => days,
    }
}

/// Compares every reading of two anchored times; `None` if one is not anchored.
fn stretches(a: &Time, b: &Time) -> Option<Answer> {
    kindest(a, &readings(a), b, &readings(b))
}

/// First and last minute of every reading, counted from a fixed day.
fn readings(time: &Time) -> Vec<(i64, i64)> {
    let own = time.from.zip(time.to);
    let days = own.into_iter().chain(time.readings.iter().copied());
    let days: Vec<(Date, Date)> = days.collect();
    let clocks = match minutes_of_day(time) {
        clocks if clocks.is_empty() => vec![(0, DAY - 1)],
        clocks => clocks,
    };
    let reading = |(from, to): (Date, Date), (first, last): (i64, i64)| {
        (
            partial::number(from) * DAY + first,
            partial::number(to) * DAY + last,
        )
    };
    let of_day = |days: &(Date, Date)| clocks.iter().map(|clock| reading(*days, *clock)).collect();
    days.iter()
        .flat_map(|days| -> Vec<(i64, i64)> { of_day(days) })
        .collect()
}

/// First and last minute of the day, in UTC where a zone is named, for each half of the day that may be meant.
fn minutes_of_day(time: &Time) -> Vec<(i64, i64)> {
    const HALF: i64 = DAY / 2;
    let Some((first, last)) = time.clock else {
        return Vec::new();
    };
    let shift = i64::from(time.zone.unwrap_or(0));
    let (first, last) = (i64::from(first) - shift, i64::from(last) - shift);
    let other = if last < HALF { HALF } else { -HALF };
    let halves = if time.either_half { 2 } else { 1 };
    [(first, last), (first + other, last + other)]
        .into_iter()
        .take(halves)
        .collect()
}

fn stretch(a: &Time, left: (i64, i64), b: &Time, right: (i64, i64)) -> Answer {
    // A zone is only of use if both clocks name one; else a day's difference may be the zone's.
    if a.clock.is_some() && b.clock.is_some() && zones_differ(a, b) {
        let apart = (left.0 - right.0).abs();
        return if apart > 2 * DAY {
            (Verdict::Conflict, "disjoint")
        } else {
            (Verdict::Compatible, "vague")
        };
    }
    let overlap = left.0 <= right.1 && right.0 <= left.1;
    let contains = |outer: (i64, i64), inner: (i64, i64)| outer.0 <= inner.0 && inner.1 <= outer.1;
    if left == right {
        (Verdict::Agree, "same")
    } else if contains(left, right) || contains(right, left) || starts_in(a, left, b, right) {
        (Verdict::Compatible, "refinement")
    } else if overlap {
        (Verdict::Compatible, "vague")
    } else if rounded(a, left, b, right) {
        (Verdict::Compatible, "rounding")
    } else if zones_differ(a, b) && (left.0 - right.0).abs() < 2 * DAY {
        // 23:12 GMT on Wednesday is Thursday elsewhere.
        (Verdict::Compatible, "vague")
    } else {
        (Verdict::Conflict, "disjoint")
    }
}

/// "Tuesday night", which ends on Wednesday, is of Tuesday.
fn starts_in(a: &Time, left: (i64, i64), b: &Time, right: (i64, i64)) -> bool {
    let within = |day: (i64, i64), part: (i64, i64)| day.0 <= part.0 && part.0 <= day.1;
    match (a.clock, b.clock) {
        (None, Some(_)) => within(left, right),
        (Some(_), None) => within(right, left),
        _ => false,
    }
}

fn zones_differ(a: &Time, b: &Time) -> bool {
    a.zone.is_some() != b.zone.is_some()
}

/// "4 p.m." for 4:12 p.m., "4:10" for 4:12.
fn rounded(a: &Time, left: (i64, i64), b: &Time, right: (i64, i64)) -> bool {
    let exact = |range: (i64, i64)| range.0 == range.1;
    if !exact(left) || !exact(right) {
        return false;
    }
    let apart = (left.0 - right.0).abs();
    let hour = a.grain == Grain::Hour || b.grain == Grain::Hour;
    let fives = left.0 % 5 == 0 || right.0 % 5 == 0;
    hour && apart <= 30 || fives && apart < 5
}

fn within_tolerance(a: &Time, b: &Time, options: &Options) -> bool {
    let Some(days) = options.tolerance else {
        return false;
    };
    let near = |left: &(i64, i64), right: &(i64, i64)| {
        let gap = (left.0 - right.1).max(right.0 - left.1);
        gap as f64 <= days * DAY as f64
    };
    let right = readings(b);
    readings(a)
        .iter()
        .any(|left| right.iter().any(|right| near(left, right)))
}

/// Compares times of day; `None` if one names none, or only one names a zone.
fn clocks(a: &Time, b: &Time) -> Option<Answer> {
    if zones_differ(a, b) {
        return None;
    }
    let (left, right) = (minutes_of_day(a), minutes_of_day(b));
    kindest(a, &left, b, &right)
}

/// The kindest answer of all pairs of readings.
fn kindest(a: &Time, left: &[(i64, i64)], b: &Time, right: &[(i64, i64)]) -> Option<Answer> {
    let pairs = left
        .iter()
        .flat_map(|l| right.iter().map(move |r| (*l, *r)));
    let answers = pairs.map(|(left, right)| stretch(a, left, b, right));
    answers.min_by_key(|(verdict, reason)| (*verdict, *reason))
}

/// Lengths: intervals of minutes.
fn lengths(a: &Time, b: &Time, options: &Options) -> Answer {
    if a.timex == b.timex && a.length == b.length {
        return (Verdict::Agree, "same");
    }
    let (Some(left), Some(right)) = (a.length, b.length) else {
        return (Verdict::Compatible, "vague");
    };
    if a.timex.contains('X') || b.timex.contains('X') {
        return (Verdict::Compatible, "vague");
    }
    let (left, right) = if options.exact {
        (as_told(left), as_told(right))
    } else {
        (left, right)
    };
    if seconds_differ((a, left), (b, right)) {
        return (Verdict::Conflict, "disjoint");
    }
    if let Some((one, other)) = to_the_second(&a.timex).zip(to_the_second(&b.timex))
        && (one - other).abs() > 1e-6
    {
        return (Verdict::Conflict, "disjoint");
    }
    // "ten years" and "a decade" differ by the leap days.
    let exact = |(low, high): (u64, u64)| high < low + low / 6 + 2;
    if a.timex == b.timex && exact(left) && exact(right) {
        return (Verdict::Agree, "same");
    }
    if left.0 <= right.1 && right.0 <= left.1 {
        let bound = |(low, high): (u64, u64)| low == 0 || high >= OPEN;
        return if bound(left) || bound(right) {
            (Verdict::Compatible, "bound")
        } else if !exact(left) || !exact(right) {
            // "about ten years" against eleven.
            (Verdict::Compatible, "vague")
        } else if left == right {
            (Verdict::Agree, "same")
        } else {
            (Verdict::Compatible, "unit")
        };
    }
    let gap = left
        .0
        .saturating_sub(right.1)
        .max(right.0.saturating_sub(left.1));
    if options
        .tolerance
        .is_some_and(|days| gap as f64 <= days * DAY as f64)
    {
        return (Verdict::Agree, "tolerance");
    }
    let coarser = if a.grain > b.grain { a } else { b };
    if a.grain != b.grain && gap <= half_unit(coarser.grain) {
        return (Verdict::Compatible, "rounding");
    }
    (Verdict::Conflict, "disjoint")
}

/// The figure of a bounded length: of "at least 15 years" 15 years.
fn as_told((low, high): (u64, u64)) -> (u64, u64) {
    if high >= OPEN {
        (low, low)
    } else if low == 0 && high > 1 {
        (high, high)
    } else {
        (low, high)
    }
}

/// Whether two stretches of hours, each told from when to when, are not the same.
fn hours_differ(a: &Time, b: &Time) -> bool {
    let is_told = |time: &Time| time.timex.starts_with('(') && !time.either_half;
    let both = is_told(a) && is_told(b) && a.zone == b.zone;
    both && a.clock.is_some() && b.clock.is_some() && a.clock != b.clock
}

/// Whether two lengths in whole seconds, less than a minute, are too far apart for one to be the other rounded: lengths are kept in
/// minutes, and there "12 seconds" and "50 seconds" are one.
fn seconds_differ((a, left): (&Time, (u64, u64)), (b, right): (&Time, (u64, u64))) -> bool {
    const ROUNDED: f64 = 2.0;
    let seconds = |time: &Time| -> Option<f64> {
        let number = time.timex.strip_prefix("PT")?.strip_suffix('S')?;
        number.parse().ok()
    };
    let in_a_minute = left == (0, 0) && right == (0, 0);
    let told = seconds(a).zip(seconds(b)).filter(|_| in_a_minute);
    told.is_some_and(|(one, other)| one.max(other) >= ROUNDED * one.min(other))
}

/// The seconds of a time that a stopwatch took: `PT2H4M36S`, `PT9.84S`. One that is told in whole seconds alone is no such time.
fn to_the_second(timex: &str) -> Option<f64> {
    let (mut seconds, mut number) = (0.0, String::new());
    for letter in timex.strip_prefix("PT")?.chars() {
        let unit = match letter {
            'H' => 3600.0,
            'M' => 60.0,
            'S' => 1.0,
            digit => {
                number.push(digit);
                continue;
            }
        };
        seconds += unit * number.parse::<f64>().ok()?;
        number.clear();
    }
    let told = timex.ends_with('S') && (timex.contains('M') || timex.contains('.'));
    told.then_some(seconds)
}

/// Half a unit in minutes: how far off a length rounded to it may be.
fn half_unit(grain: Grain) -> u64 {
    match grain {
        Grain::Minute => 0,
        Grain::Hour => 30,
        Grain::Day => 12 * 60,
        Grain::Week => 3 * 1440,
        Grain::Month => 15 * 1440,
        Grain::Quarter => 45 * 1440,
        Grain::Year => 182 * 1440,
        Grain::Decade => 5 * 365 * 1440,
        Grain::Century | Grain::Vague => 50 * 365 * 1440,
    }
}

/// Repetitions: the same, or two that name different days or periods.
fn sets(a: &Time, b: &Time) -> Answer {
    if a.timex == b.timex {
        // "Once a month" and "twice a month".
        let differ = a.times.zip(b.times).is_some_and(|(a, b)| a != b);
        return if differ {
            (Verdict::Conflict, "disjoint")
        } else {
            (Verdict::Agree, "same")
        };
    }
    match (Partial::of(a), Partial::of(b)) {
        // "Twice a month" and "every two weeks" may be the same.
        _ if a.times.or(b.times).is_some_and(|times| times > 1) => (Verdict::Compatible, "vague"),
        (Some(a), Some(b)) => a.against_partial(b),
        (None, None) if a.timex.starts_with('P') && b.timex.starts_with('P') => {
            (Verdict::Conflict, "disjoint")
        }
        _ => (Verdict::Compatible, "vague"),
    }
}
