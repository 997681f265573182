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

/// The minutes of a day.
const DAY: i64 = 24 * 60;
/// A minute and a day in seconds, as lengths are kept.
const MINUTE: f64 = 60.0;
const LONG_DAY: f64 = DAY as f64 * MINUTE;

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

/// Lengths: intervals of seconds.
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
    // "ten years" and "a decade" differ by the leap days.
    if a.timex == b.timex && is_exact(left) && is_exact(right) {
        return (Verdict::Agree, "same");
    }
    if left.0 <= right.1 && right.0 <= left.1 {
        let is_bound = |(low, high): (f64, f64)| low <= 0.0 || high.is_infinite();
        return if is_bound(left) || is_bound(right) {
            (Verdict::Compatible, "bound")
        } else if !is_exact(left) || !is_exact(right) {
            // "about ten years" against eleven.
            (Verdict::Compatible, "vague")
        } else if left == right {
            (Verdict::Agree, "same")
        } else {
            (Verdict::Compatible, "unit")
        };
    }
    let gap = (left.0 - right.1).max(right.0 - left.1);
    if options.tolerance.is_some_and(|days| gap <= days * LONG_DAY) {
        return (Verdict::Agree, "tolerance");
    }
    if is_rounded((a, as_told(left)), (b, as_told(right)), gap) {
        return (Verdict::Compatible, "rounding");
    }
    (Verdict::Conflict, "disjoint")
}

/// Whether a length is told as one: "ten years", which have leap days or not, and not "about ten years".
fn is_exact((low, high): (f64, f64)) -> bool {
    high <= low + low / 6.0
}

/// The figure of a bounded length: of "at least 15 years" 15 years.
fn as_told((low, high): (f64, f64)) -> (f64, f64) {
    if high.is_infinite() {
        (low, low)
    } else if low <= 0.0 {
        (high, high)
    } else {
        (low, high)
    }
}

/// Whether one of two lengths that lie so far apart may be the other, rounded to the unit that it is told in.
fn is_rounded((a, left): (&Time, (f64, f64)), (b, right): (&Time, (f64, f64)), gap: f64) -> bool {
    if a.grain != b.grain {
        return gap <= half_unit(a.grain.max(b.grain));
    }
    let in_seconds = |time: &Time| time.timex.ends_with('S');
    let is_counted = |time: &Time| time.timex.contains(['H', 'M', '.']);
    match (in_seconds(a), in_seconds(b)) {
        (false, false) => false,
        // Nobody counts the seconds of what lasted "45 seconds"; a stopwatch does.
        (true, true) => !(is_counted(a) && is_counted(b)) && gap < left.1.max(right.1) / 2.0,
        // "Two hours and four minutes" leaves out the seconds of 2:04:36, and "five minutes" adds to those of 4:36.
        _ => gap < MINUTE && left.1.min(right.1) >= MINUTE,
    }
}

/// Whether two stretches of hours, each told from when to when, are not the same.
fn hours_differ(a: &Time, b: &Time) -> bool {
    let is_told = |time: &Time| time.timex.starts_with('(') && !time.either_half;
    let both = is_told(a) && is_told(b) && a.zone == b.zone;
    both && a.clock.is_some() && b.clock.is_some() && a.clock != b.clock
}

/// Half a unit in seconds: how far off a length rounded to it may be.
fn half_unit(grain: Grain) -> f64 {
    match grain {
        Grain::Minute => 0.0,
        Grain::Hour => 30.0 * MINUTE,
        Grain::Day => LONG_DAY / 2.0,
        Grain::Week => 3.0 * LONG_DAY,
        Grain::Month => 15.0 * LONG_DAY,
        Grain::Quarter => 45.0 * LONG_DAY,
        Grain::Year => 182.0 * LONG_DAY,
        Grain::Decade => 5.0 * 365.0 * LONG_DAY,
        Grain::Century | Grain::Vague => 50.0 * 365.0 * LONG_DAY,
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
