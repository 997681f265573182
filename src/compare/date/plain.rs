//! A time in words plain enough for a finding's reason.

use super::is_exact;
use crate::value::{Grain, Kind, Time};
use jiff::civil::Date;

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The days and clock time of `time`, or its TIMEX3 value where it has none.
pub(super) fn plain(time: &Time) -> String {
    if matches!(time.kind, Kind::Duration | Kind::Set) {
        return format!("{}{}", approximation(time), length(&time.timex));
    }
    let days = match time.from.zip(time.to) {
        Some((from, to)) if from == to => day(from),
        Some((from, to)) if matches!(time.grain, Grain::Day | Grain::Hour | Grain::Minute) => {
            format!("{} to {}", day(from), day(to))
        }
        _ => unanchored(&time.timex),
    };
    let other: String = time
        .readings
        .iter()
        .map(|(from, to)| {
            if from == to {
                format!(" or {}", day(*from))
            } else {
                format!(" or {from} to {to}")
            }
        })
        .collect();
    match time.clock {
        Some((first, last)) => format!("{days}{other} {}", clock(first, last))
            .trim()
            .to_owned(),
        None => format!("{days}{other}"),
    }
}

/// What "at least", "at most" or "about" made of a length's bounds.
fn approximation(time: &Time) -> &'static str {
    match time.length {
        Some((_, high)) if high.is_infinite() => "at least ",
        Some((low, high)) if low <= 0.0 && high > 0.0 => "at most ",
        Some(length) if !is_exact(length) && !time.timex.contains('X') => "about ",
        _ => "",
    }
}

fn day(date: Date) -> String {
    let weekday = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs());
    format!("{} {date}", WEEKDAYS.get(weekday).copied().unwrap_or(""))
}

fn clock(first: u16, last: u16) -> String {
    let hour = |minute: u16| format!("{:02}:{:02}", minute / 60 % 24, minute % 60);
    if first == last {
        hour(first)
    } else {
        format!("between {} and {}", hour(first), hour(last))
    }
}

/// `XXXX-WXX-2` is "a Tuesday", `UNDEF-week-minus-1` "1 week before"; a value that nothing explains stands as it is.
fn unanchored(timex: &str) -> String {
    let vague = [
        ("PAST_REF", "in the past"),
        ("PRESENT_REF", "now"),
        ("FUTURE_REF", "in the future"),
    ];
    if let Some((_, words)) = vague.iter().find(|(name, _)| *name == timex) {
        return (*words).to_owned();
    }
    let days = timex.split('T').next().unwrap_or(timex);
    if let Some(weekday) = days.strip_prefix("XXXX-WXX-") {
        let name = weekday
            .parse::<usize>()
            .ok()
            .and_then(|n| WEEKDAYS.get(n.checked_sub(1)?));
        return name.map_or_else(|| days.to_owned(), |name| format!("a {name}"));
    }
    // From when to when, of no day: `(T20,T06,PT10H)`.
    if days == "(" {
        return String::new();
    }
    days.strip_prefix("UNDEF-")
        .and_then(reckoned)
        .unwrap_or_else(|| days.to_owned())
}

/// A time that is told from a day which the article does not give: `day`, `week-minus-1`, `month-plus-2`.
fn reckoned(from: &str) -> Option<String> {
    let mut parts = from.split('-');
    let name = parts.next()?;
    let way = match parts.next() {
        Some("minus") => "before",
        Some("plus") => "later",
        Some(_) => return None,
        None => return Some(format!("that {name}")),
    };
    let count = parts.next()?;
    let s = if count == "1" { "" } else { "s" };
    Some(format!("{count} {name}{s} {way}"))
}

/// `P10Y` is "10 years".
fn length(timex: &str) -> String {
    const DATE: [(char, &str); 5] = [
        ('Y', "years"),
        ('Q', "quarters"),
        ('M', "months"),
        ('W', "weeks"),
        ('D', "days"),
    ];
    const CLOCK: [(char, &str); 3] = [('H', "hours"), ('M', "minutes"), ('S', "seconds")];
    let Some(rest) = timex.strip_prefix('P') else {
        return unanchored(timex);
    };
    let (units, rest) = match rest.strip_prefix('T') {
        Some(rest) => (&CLOCK[..], rest),
        None => (&DATE[..], rest),
    };
    let unit = rest
        .chars()
        .last()
        .and_then(|last| units.iter().find(|(letter, _)| *letter == last));
    match (unit, rest.get(..rest.len().saturating_sub(1))) {
        (Some((_, name)), Some("1")) => format!("1 {}", name.trim_end_matches('s')),
        (Some((_, name)), Some("X")) => format!("some {name}"),
        (Some((_, name)), Some(number)) if number.parse::<f64>().is_ok() => {
            format!("{number} {name}")
        }
        _ => timex.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::unanchored;

    #[test]
    fn what_has_no_date_is_told_in_words() {
        for (timex, words) in [
            ("XXXX-WXX-2", "a Tuesday"),
            ("UNDEF-day", "that day"),
            ("UNDEF-week-minus-1", "1 week before"),
            ("UNDEF-month-plus-2", "2 months later"),
            ("UNDEF-dayTMO", "that day"),
            ("PRESENT_REF", "now"),
        ] {
            assert_eq!(unanchored(timex), words);
        }
    }
}
