//! Lengths of time as values: TIMEX3's `P10Y`, how long that is at least and at most, and which days it covers.

use super::bounds;
use super::covered::Covered;
use crate::value::Kind;
use crate::value::date::expr::{Amount, Bound};
use crate::value::date::story::Story;
use crate::value::date::word::term::Unit;
use crate::value::date::{Grain, Time, days_between};
use jiff::civil::{Date, DateTime, Time as Clock};
use jiff::{Span, ToSpan};

/// A length in two units: "3 hours 30 minutes".
pub(super) fn compound(amount: Amount, unit: Unit, extra: (f64, Unit), story: &Story) -> Time {
    let mut time = length(amount, unit, 0, story);
    let (value, smaller) = extra;
    let (prefix, letter, each) = smaller.timex();
    let more = format!("{}{letter}", value * f64::from(each));
    let clock = prefix == "PT" && !time.timex.starts_with("PT");
    time.timex.push_str(if clock { "T" } else { "" });
    time.timex.push_str(&more);
    let (shortest, longest) = smaller.seconds();
    time.length = time
        .length
        .map(|(low, high)| told(low + value * shortest, high + value * longest));
    time.grain = grain(smaller);
    time
}

/// A length that a stopwatch took.
pub(super) fn taken(hours: u32, minutes: u32, seconds: f64) -> Time {
    let part = |value: f64, letter: char| match value {
        0.0 => String::new(),
        value => format!("{value}{letter}"),
    };
    let timex = format!(
        "PT{}{}{}",
        part(f64::from(hours), 'H'),
        part(f64::from(minutes), 'M'),
        part(seconds, 'S')
    );
    let mut time = Time::bare(Kind::Duration, timex, Grain::Minute);
    let whole = f64::from(hours) * 3600.0 + f64::from(minutes) * 60.0 + seconds;
    time.length = Some(told(whole, whole));
    time
}

/// "2:04" on a stopwatch: two hours and four minutes, or two minutes and four seconds.
pub(super) fn taken_either(first: u32, second: u32) -> Time {
    let long = taken(first, second, 0.0);
    let least = taken(0, first, f64::from(second)).length;
    Time {
        length: least
            .zip(long.length)
            .map(|(short, long)| (short.0, long.1)),
        ..long
    }
}

/// A length of so many units, which may lie before (-1) or after (1) the anchor.
pub(super) fn length(amount: Amount, unit: Unit, toward: i32, story: &Story) -> Time {
    let mut time = Time::bare(Kind::Duration, timex(amount, unit), grain(unit));
    let (least, most) = bounds(amount);
    let (shortest, longest) = unit.seconds();
    time.length = Some(told(least * shortest, most * longest));
    if let (Some(anchor), Amount::Number(n, Bound::Exact)) = (story.anchor, amount)
        && toward != 0
        && n < 10_000.0
    {
        let Some(span) = span(unit, n.round() as i32) else {
            return time;
        };
        // "the past two quarters" are quarters of the calendar, the one under way apart.
        let quarter = Date::new(anchor.year(), (anchor.month() - 1) / 3 * 3 + 1, 1).ok();
        if unit == Unit::Quarter && toward < 0 {
            time.from = quarter.and_then(|day| day.checked_sub(span).ok());
            time.to = quarter.and_then(|day| day.yesterday().ok());
        } else if unit == Unit::Quarter {
            time.from = quarter.and_then(|day| day.checked_add(3.months()).ok());
            let after = time.from.and_then(|day| day.checked_add(span).ok());
            time.to = after.and_then(|day| day.yesterday().ok());
        } else if toward < 0 {
            time.from = anchor.checked_sub(span).ok();
            time.to = time.from.and(anchor.yesterday().ok());
        } else {
            time.from = anchor.tomorrow().ok();
            time.to = anchor.checked_add(span).ok();
        }
    }
    time
}

/// A length in seconds to the thousandth, so that 1.1 hours and 66 minutes are one.
fn told(shortest: f64, longest: f64) -> (f64, f64) {
    let rounded = |seconds: f64| (seconds * 1000.0).round() / 1000.0;
    (rounded(shortest), rounded(longest))
}

/// So many days, weeks, months or years as a calendar span; `None` for shorter units and for more than a calendar holds.
pub(super) fn span(unit: Unit, by: i32) -> Option<Span> {
    let by = i64::from(by);
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => Span::new().try_days(by),
        Unit::Week | Unit::Weekend => Span::new().try_weeks(by),
        Unit::Fortnight => Span::new().try_weeks(by * 2),
        Unit::Month => Span::new().try_months(by),
        Unit::Quarter => Span::new().try_months(by * 3),
        Unit::Year => Span::new().try_years(by),
        Unit::Decade => Span::new().try_years(by * 10),
        Unit::Century => Span::new().try_years(by * 100),
    };
    span.ok()
}

fn timex(amount: Amount, unit: Unit) -> String {
    let (prefix, letter, each) = unit.timex();
    let (Amount::Number(value, _) | Amount::Between(value, _)) = amount else {
        let letter = match unit {
            Unit::Decade => "E",
            Unit::Century => "C",
            _ => letter,
        };
        return format!("{prefix}X{letter}");
    };
    let value = value * f64::from(each);
    // Halves and quarters as smaller units: "an hour and a half", "three quarters of an hour".
    let smaller = match unit {
        Unit::Year | Unit::Decade | Unit::Century => Some((12.0, 'M')),
        Unit::Hour => Some((60.0, 'M')),
        Unit::Minute => Some((60.0, 'S')),
        _ => None,
    };
    let rest = |per: f64| value.fract() * per;
    match smaller {
        Some((per, small)) if value.fract() > 0.0 && (rest(per) % 3.0).abs() < 1e-9 => {
            let whole = match value.trunc() {
                0.0 => String::new(),
                whole => format!("{whole}{letter}"),
            };
            format!("{prefix}{whole}{}{small}", rest(per))
        }
        _ => format!("{prefix}{value}{letter}"),
    }
}

pub(super) fn grain(unit: Unit) -> Grain {
    match unit {
        Unit::Second | Unit::Minute => Grain::Minute,
        Unit::Hour => Grain::Hour,
        Unit::Day => Grain::Day,
        Unit::Week | Unit::Fortnight | Unit::Weekend => Grain::Week,
        Unit::Month => Grain::Month,
        Unit::Quarter => Grain::Quarter,
        Unit::Year => Grain::Year,
        Unit::Decade => Grain::Decade,
        Unit::Century => Grain::Century,
    }
}

/// So many hours, minutes or seconds from a moment.
pub(super) fn moment(
    amount: Amount,
    unit: Unit,
    sign: i32,
    day: Date,
    clock: Clock,
) -> Option<Time> {
    let Amount::Number(value, _) = amount else {
        return None;
    };
    let seconds = (value * unit.seconds().0).min(1e10) as i64 * i64::from(sign);
    let moment: DateTime = day.to_datetime(clock).checked_add(seconds.seconds()).ok()?;
    let mut time = Covered::day(moment.date()).time();
    time.kind = Kind::Time;
    time.grain = Grain::Minute;
    time.timex = format!(
        "{}T{:02}:{:02}",
        moment.date(),
        moment.hour(),
        moment.minute()
    );
    if moment.second() != 0 {
        time.timex = format!("{}:{:02}", time.timex, moment.second());
    }
    let minute = moment.hour() as u16 * 60 + moment.minute() as u16;
    time.clock = Some((minute, minute));
    Some(time)
}

/// The length from the start of one time to the start of another, in the finer of their units.
pub(super) fn between(from: &Time, to: &Time) -> String {
    let days = match (from.from, to.from) {
        (Some(start), Some(end)) => days_between(start, end),
        _ => 0,
    };
    if let (Some((start, _)), Some((end, _))) = (from.clock, to.clock) {
        let apart = days * 24 * 60 + i32::from(end) - i32::from(start);
        let minutes = if apart < 0 { apart + 24 * 60 } else { apart };
        return match (minutes / 60, minutes % 60) {
            (hours, 0) => format!("PT{hours}H"),
            (0, minutes) => format!("PT{minutes}M"),
            (hours, minutes) => format!("PT{hours}H{minutes}M"),
        };
    }
    let (Some(start), Some(end)) = (from.from, to.from) else {
        return "PX".to_owned();
    };
    let months = i32::from(end.year() - start.year()) * 12 + i32::from(end.month() - start.month());
    match from.grain.min(to.grain) {
        Grain::Month | Grain::Quarter => format!("P{months}M"),
        Grain::Year | Grain::Decade | Grain::Century => format!("P{}Y", months / 12),
        _ => format!("P{days}D"),
    }
}
