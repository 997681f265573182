//! How little chance there is that two articles have a value by accident: "2,430" tells more than "three".
//!
//! Values that cannot be one value have no answer; that they differ is for others to say.

use crate::compare::Verdict;
use crate::value::{Bound, Grain, Kind, Quantity, Time, Value};

/// Numbers this near to each other can be one number, rounded; and one with a bound, this near, what it bounds.
const ROUNDED: f64 = 1.03;
const BOUNDED: f64 = 1.5;
/// Lengths of time this near can be one, loosely told.
const LOOSE: f64 = 1.4;
/// What a number of so many telling digits says, and what its unit adds.
const DIGITS: [f32; 5] = [0.0, 0.5, 1.5, 3.0, 4.0];
const MORE_DIGITS: f32 = 5.0;
const UNIT: f32 = 1.0;
/// Counts up to this one are in every article.
const SMALL: f64 = 12.0;
/// A number in two units, or rounded, says less.
const CONVERTED: f32 = 1.5;
const LESS_ROUNDED: f32 = 0.5;
/// A time of day, a day or month, a longer time; a length of time, exact or loosely told; a clock on its day, a day in its
/// month, in which much else happened.
const CLOCK: f32 = 3.0;
const DAY: f32 = 2.0;
const YEAR: f32 = 1.5;
const LENGTH: f32 = 1.5;
const LOOSE_LENGTH: f32 = 0.5;
const CLOCK_ON_DAY: f32 = 1.5;
const DAY_IN_MONTH: f32 = -0.5;
/// No longer time than this many days tells of a day within it.
const SEASON: i32 = 92;

/// What two values that were judged so say by being alike; `None` if that says nothing.
pub(super) fn chance(a: &Value, b: &Value, verdict: Verdict) -> Option<f32> {
    match (a, b, verdict) {
        (Value::Quantity(a), Value::Quantity(b), Verdict::Agree) if a.unit != b.unit => {
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
pub(super) fn are_far(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Quantity(a), Value::Quantity(b)) => {
            let sizes = a.nominal.zip(b.nominal);
            let far = |(x, y): (f64, f64)| x.max(y) > x.min(y) * BOUNDED;
            sizes.is_none_or(|sizes| a.unit == b.unit && far(sizes))
        }
        (Value::Time(a), Value::Time(b)) => is_vague(a) || is_vague(b),
        _ => true,
    }
}

/// "Recently", "decades".
fn is_vague(time: &Time) -> bool {
    time.grain == Grain::Vague || time.kind == Kind::Duration && time.timex.contains('X')
}

fn near(a: &Quantity, b: &Quantity) -> Option<f32> {
    let (x, y) = a.nominal.zip(b.nominal)?;
    if a.unit != b.unit {
        return Some(CONVERTED - LESS_ROUNDED);
    }
    let is_bound = |q: &Quantity| !matches!(q.bound, Bound::Exact | Bound::None);
    let factor = x.max(y) / x.min(y);
    if factor <= ROUNDED {
        Some(of_quantity(a).min(of_quantity(b)) - LESS_ROUNDED)
    } else {
        (factor <= BOUNDED && (is_bound(a) || is_bound(b))).then_some(0.0)
    }
}

fn of_quantity(quantity: &Quantity) -> f32 {
    let Some(nominal) = quantity.nominal else {
        return 0.0;
    };
    let unit = matches!(
        quantity.kind,
        Kind::Money | Kind::Measure | Kind::Percent | Kind::Score | Kind::Age
    );
    let small = quantity.kind == Kind::Count && nominal <= SMALL;
    let own = DIGITS.get(digits(nominal)).copied();
    (if small {
        0.0
    } else {
        own.unwrap_or(MORE_DIGITS)
    }) + if unit { UNIT } else { 0.0 }
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

fn of_time(time: &Time) -> f32 {
    match (time.kind, time.grain) {
        (Kind::Time, _) => CLOCK,
        (Kind::Duration, _) => LENGTH,
        (_, Grain::Day | Grain::Month) => DAY,
        _ => YEAR,
    }
}

/// "Up to 15 years", "more than a month".
fn is_open((low, high): (u64, u64)) -> bool {
    const ENDLESS: u64 = 1_000_000_000_000;
    low == 0 || high >= ENDLESS
}

/// What a time within another says: a clock on its day, a day in its month, a length loosely told.
fn within(a: &Time, b: &Time) -> Option<f32> {
    if let Some((a, b)) = a.length.zip(b.length) {
        let middle = |(low, high): (u64, u64)| f64::midpoint(low as f64, high as f64);
        if is_open(a) || is_open(b) {
            return None;
        }
        let (a, b) = (middle(a), middle(b));
        return (a.min(b) > 0.0 && a.max(b) <= a.min(b) * LOOSE).then_some(LOOSE_LENGTH);
    }
    let days = |time: &Time| {
        let (from, to) = time.from.zip(time.to)?;
        Some(to.since(from).ok()?.get_days())
    };
    let (short, long) = (days(a)?.min(days(b)?), days(a)?.max(days(b)?));
    match (short, long) {
        (0, 0) => Some(CLOCK_ON_DAY),
        (0, ..SEASON) => Some(DAY_IN_MONTH),
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
