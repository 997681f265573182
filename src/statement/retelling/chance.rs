//! How little chance there is that two articles have a value by accident: "2,430" tells more than "three".
//!
//! Values that cannot be one value have no answer; that they differ is for others to say.

use crate::compare::Verdict;
use crate::value::date::days_between;
use crate::value::{Bound, Grain, Kind, Quantity, Time, Value};
use jiff::civil::Date;

/// Numbers this near to each other can be one number, rounded; told with "about"; and one with a bound, this near, what it
/// bounds.
const ROUNDED: f64 = 1.03;
const ABOUT: f64 = 1.12;
const BOUNDED: f64 = 1.5;
/// Lengths of time this near can be one, loosely told.
const LOOSE: f64 = 1.4;
/// What a number of so many telling digits says, and what its unit adds.
const DIGITS: [f32; 5] = [0.0, 0.5, 1.5, 3.0, 4.0];
const MORE_DIGITS: f32 = 5.0;
const UNIT: f32 = 1.0;
/// Counts up to this one are in every article.
const SMALL: f64 = 12.0;
/// What a round number gains by its size.
const TWO_DIGITS: usize = 2;
const HUNDREDS: f64 = 100.0;
const THOUSANDS: f64 = 1000.0;
const LARGE: f32 = 1.0;
/// What a range says: "between 40 and 50".
const RANGE: f32 = 1.0;
/// A number in two units, or rounded, says less.
const CONVERTED: f32 = 1.5;
const LESS_ROUNDED: f32 = 0.5;
/// A number near the one that bounds it.
const BOUNDED_NEAR: f32 = 1.0;
/// A time of day, a day or month, a longer time; a length of time, exact or loosely told; a clock on its day, a day in its
/// month, in which much else happened.
const CLOCK: f32 = 3.0;
const DAY: f32 = 2.0;
const YEAR: f32 = 1.5;
const LENGTH: f32 = 1.5;
const LONG_LENGTH: f32 = 2.0;
const LOOSE_LENGTH: f32 = 0.5;
const CLOCK_ON_DAY: f32 = 1.5;
const DAY_IN_MONTH: f32 = -0.5;
/// No longer time than this many days tells of a day or a month within it.
const SEASON: i32 = 92;
const MONTH: i32 = 31;

/// What a day, a month or a year this far from the day of the article gains, in days.
const FAR: f32 = 1.0;
const FAR_DAY: i32 = 14;
const FAR_MONTH: i32 = 366;
const FAR_YEAR: i32 = 20 * 366;

/// What two values that were judged so say by being alike; `None` if that says nothing.
pub(in crate::statement) fn chance(a: &Value, b: &Value, verdict: Verdict) -> Option<f32> {
    match (a, b, verdict) {
        (Value::Quantity(a), Value::Quantity(b), Verdict::Agree) if is_converted(a, b) => {
            Some(CONVERTED.min(of_quantity(a)).min(of_quantity(b)))
        }
        (Value::Quantity(a), Value::Quantity(b), Verdict::Agree) => {
            Some(of_quantity(a).min(of_quantity(b)))
        }
        (Value::Quantity(a), Value::Quantity(b), Verdict::Compatible) => near(a, b),
        (Value::Time(a), Value::Time(b), Verdict::Agree) => Some(of_time(a).min(of_time(b))),
        (Value::Time(a), Value::Time(b), Verdict::Compatible) => within(a, b),
        _ => None,
    }
}

/// Whether two values need not be compared: one that is far from another is quickly told, and most are.
pub(in crate::statement) fn are_far(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Quantity(a), Value::Quantity(b)) if a.kind == Kind::Score => {
            a.kind != b.kind || a.nominal.is_none() || b.nominal.is_none()
        }
        (Value::Quantity(a), Value::Quantity(b)) => {
            is_order(a) || factor(a, b).is_none_or(|f| f > BOUNDED)
        }
        (Value::Time(a), Value::Time(b)) => is_vague(a) || is_vague(b),
        _ => true,
    }
}

/// "The first", "the second": every article has them of many things.
fn is_order(quantity: &Quantity) -> bool {
    const ORDER: f64 = 2.0;
    quantity.kind == Kind::Ordinal && quantity.nominal.is_none_or(|n| n <= ORDER)
}

/// How many times the one quantity is the other; `None` if they do not compare, as what is less than nothing.
fn factor(a: &Quantity, b: &Quantity) -> Option<f64> {
    if is_estimate(a) && is_estimate(b) {
        return (a.low == b.low && a.high == b.high).then_some(1.0);
    }
    let (x, y) = (size(a)?, size(b)?);
    if x < 0.0 || y < 0.0 {
        return None;
    }
    let y = match (a.unit.as_deref(), b.unit.as_deref()) {
        (from, to) if from == to => y,
        (Some("%"), Some("share")) => y * 100.0,
        (Some("share"), Some("%")) => y / 100.0,
        (Some(to), Some(from)) if a.kind == b.kind => Quantity::convert(y, from, to)?,
        _ => return None,
    };
    let both_none = x.max(y) <= 0.0;
    Some(if both_none { 1.0 } else { x.max(y) / x.min(y) })
}

/// Whether a count is given as a range: another range is another's estimate.
fn is_estimate(quantity: &Quantity) -> bool {
    quantity.bound == Bound::Range && quantity.kind == Kind::Count
}

/// The number of a quantity, or the middle of a range that is no estimate.
fn size(quantity: &Quantity) -> Option<f64> {
    let ends = quantity.low.zip(quantity.high);
    let range = ends.filter(|_| quantity.bound == Bound::Range && !is_estimate(quantity));
    let middle = range.map(|(low, high)| f64::midpoint(low, high));
    quantity.nominal.or(middle)
}

/// Whether the one value is the other in another unit; a share and so many percent are written in one.
fn is_converted(a: &Quantity, b: &Quantity) -> bool {
    a.unit != b.unit && a.kind == b.kind && a.kind != Kind::Score
}

/// What a day gains by lying far from that of the article: every report of Tuesday's fire has a Tuesday.
pub(super) fn far_day(value: &Value, published: Option<Date>) -> f32 {
    let Value::Time(time) = value else {
        return 0.0;
    };
    let days = time.from.zip(published);
    let days = days.map(|(day, published)| days_between(day, published).abs());
    let far = match time.grain {
        Grain::Day => days > Some(FAR_DAY),
        Grain::Month => days > Some(FAR_MONTH),
        Grain::Year => days > Some(FAR_YEAR),
        _ => false,
    };
    if far { FAR } else { 0.0 }
}

/// "Recently", "decades".
/// Whether a time says next to nothing of when or how long.
pub(in crate::statement) fn is_vague(time: &Time) -> bool {
    time.grain == Grain::Vague || time.kind == Kind::Duration && time.timex.contains('X')
}

fn near(a: &Quantity, b: &Quantity) -> Option<f32> {
    let is_bound = |q: &Quantity| !matches!(q.bound, Bound::Exact | Bound::None | Bound::About);
    let factor = factor(a, b)?;
    let (one, other) = (of_quantity(a), of_quantity(b));
    let own = one.min(other) - LESS_ROUNDED;
    match (is_converted(a, b), factor <= ROUNDED) {
        (true, true) => return Some(own.min(CONVERTED - LESS_ROUNDED)),
        (false, true) => return Some(own),
        _ => {}
    }
    let about = a.bound == Bound::About || b.bound == Bound::About;
    let bounded = is_bound(a) || is_bound(b);
    if factor <= ABOUT && (about || bounded) {
        return Some((one.max(other) - LESS_ROUNDED).clamp(0.0, BOUNDED_NEAR));
    }
    // "At least 160" and "more than 240" bound two things.
    (bounded && is_bound(a) != is_bound(b) && factor <= BOUNDED).then_some(0.0)
}

fn of_quantity(quantity: &Quantity) -> f32 {
    let unit = matches!(
        quantity.kind,
        Kind::Money | Kind::Measure | Kind::Percent | Kind::Score | Kind::Age
    );
    let unit = if unit { UNIT } else { 0.0 };
    let Some(nominal) = quantity.nominal else {
        let range = quantity.bound == Bound::Range;
        let end = quantity.high.filter(|_| range).map_or(0, digits);
        let end = DIGITS.get(end).copied().unwrap_or(MORE_DIGITS);
        return if range { RANGE + end + unit } else { 0.0 };
    };
    let counts = matches!(quantity.kind, Kind::Count | Kind::Ordinal);
    let is_share = quantity.unit.is_some();
    if counts && !is_share && nominal <= SMALL {
        return 0.0;
    }
    let telling = match quantity.kind {
        // A woman of 40 is no more often met than one of 41.
        Kind::Age if nominal > SMALL => TWO_DIGITS,
        _ => digits(nominal),
    };
    let own = DIGITS.get(telling).copied().unwrap_or(MORE_DIGITS);
    // "2,400" is no more often told than "2,431", and "24" is.
    let large = counts && telling == TWO_DIGITS;
    let large = if large && nominal >= THOUSANDS {
        LARGE
    } else if large && nominal >= HUNDREDS {
        LARGE / 2.0
    } else {
        0.0
    };
    own + large + unit
}

/// How many digits of a number tell something: of 48,300 three, of 20 one.
fn digits(number: f64) -> usize {
    let text = number.to_string();
    let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    let zero = |digit: &&char| **digit == '0';
    let ends =
        digits.iter().take_while(zero).count() + digits.iter().rev().take_while(zero).count();
    digits.len().saturating_sub(ends)
}

/// The first number of a length: 72 of `P72M`.
fn counted(timex: &str) -> f64 {
    let digits = timex.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = digits.find(|c: char| !c.is_ascii_digit());
    let number = digits.get(..end.unwrap_or(digits.len()));
    number.and_then(|n| n.parse().ok()).unwrap_or_default()
}

fn of_time(time: &Time) -> f32 {
    match (time.kind, time.grain) {
        (Kind::Time, _) => CLOCK,
        (Kind::Duration, _) if counted(&time.timex) > SMALL => LONG_LENGTH,
        (Kind::Duration, _) => LENGTH,
        (_, Grain::Day | Grain::Month) => DAY,
        _ => YEAR,
    }
}

/// What a length is told to be in minutes, by the end that is told: "up to 14 days", "more than half an hour". Seconds say
/// nothing: hardly anybody counts them.
fn told((low, high): (f64, f64)) -> f64 {
    let (low, high) = ((low / 60.0).floor(), (high / 60.0).floor());
    if low <= 0.0 {
        high
    } else if high.is_infinite() {
        low
    } else {
        f64::midpoint(low, high)
    }
}

/// What two lengths say that may be one: "a decade" and "ten years", "about 40 minutes" and "more than half an hour".
fn lengths(a: (f64, f64), b: (f64, f64)) -> Option<f32> {
    let (x, y) = (told(a), told(b));
    if x.min(y) <= 0.0 {
        return None;
    }
    let factor = x.max(y) / x.min(y);
    match (is_open(a), is_open(b)) {
        (false, false) if factor <= ROUNDED => Some(LENGTH),
        (true, true) => (factor <= ROUNDED).then_some(LENGTH),
        _ if factor <= ROUNDED => Some(BOUNDED_NEAR),
        _ => (factor <= LOOSE).then_some(LOOSE_LENGTH),
    }
}

/// "Up to 15 years", "more than a month".
fn is_open((low, high): (f64, f64)) -> bool {
    low <= 0.0 || high.is_infinite()
}

/// What a time within another says: a clock on its day, a day in its month, a length loosely told.
fn within(a: &Time, b: &Time) -> Option<f32> {
    if let Some((a, b)) = a.length.zip(b.length) {
        return lengths(a, b);
    }
    let days = |time: &Time| {
        let (from, to) = time.from.zip(time.to)?;
        Some(days_between(from, to))
    };
    let (short, long) = (days(a)?.min(days(b)?), days(a)?.max(days(b)?));
    match (short, long) {
        (0, 0) => Some(CLOCK_ON_DAY),
        (..MONTH, ..SEASON) => Some(DAY_IN_MONTH),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn digits_that_tell() {
        for (number, expected) in [
            (48300.0, 3),
            (20.0, 1),
            (1.58, 3),
            (0.5, 1),
            (2430.0, 3),
            (0.0, 0),
        ] {
            assert_eq!(digits(number), expected, "{number}");
        }
    }
}
