//! What interval a number stands for, as it is written and as the words beside it move it.

use super::age::Age;
use super::amount::Amount;
use super::numeral::Form;
use super::quantifier::{self, Move};
use super::{Bound, Quantity};
use crate::value::Kind;

/// The quantity of an amount that no other word moves.
pub(super) fn plain(amount: &Amount) -> Quantity {
    let kind = amount.kind();
    let share = amount.form == Form::Fraction && kind == Kind::Count;
    let (low, high) = around(amount, kind, share);
    Quantity {
        low: Some(low),
        high: Some(high),
        soft: (Some(low), Some(high)),
        nominal: Some(amount.value),
        unit: if share {
            Some("share".to_owned())
        } else {
            amount.unit.map(|unit| unit.name.to_owned())
        },
        ..Quantity::new(kind, Bound::Exact)
    }
}

/// What a number written without a hedge stands for: round numbers are rounded, others are not.
fn around(amount: &Amount, kind: Kind, share: bool) -> (f64, f64) {
    let round = &quantifier::table().round;
    let value = amount.value;
    let half = match kind {
        _ if share || amount.form == Form::Fraction => value.abs() * round.at_most,
        _ if amount.form == Form::Dozens => (value.abs() * round.dozen).round(),
        Kind::Ordinal | Kind::Age | Kind::Score => 0.0,
        Kind::Count if value.abs() < round.counts_from => 0.0,
        Kind::Count if value.fract() != 0.0 => amount.step / 2.0,
        Kind::Count => {
            let unit = significant(value, amount.step);
            if unit > 1.0 {
                (unit / 2.0).min(value.abs() * round.at_most)
            } else {
                0.0
            }
        }
        Kind::Percent => amount.step / 2.0,
        Kind::Measure if is_read_off(amount) || is_few_points(amount, round.counts_from) => {
            amount.step / 2.0
        }
        _ => {
            let rounded = (significant(value, amount.step) / 2.0).min(value.abs() * round.at_most);
            rounded.max(amount.step / 2.0).min(value.abs() / 2.0)
        }
    };
    (tidy(value - half), tidy(value + half))
}

/// Whether it is read off a scale that has no round numbers: degrees, magnitudes.
fn is_read_off(amount: &Amount) -> bool {
    amount
        .unit
        .is_some_and(|unit| matches!(unit.family, "temperature" | "magnitude"))
}

/// Whether it is of points, which are counted one by one where they are few; an index falls by some 300.
fn is_few_points(amount: &Amount, few: f64) -> bool {
    let points = |family| matches!(family, "index" | "points");
    amount.unit.is_some_and(|unit| points(unit.family)) && amount.value.abs() < few
}

/// The unit of the last digit that is not zero: 1,000 of 41,000.
fn significant(value: f64, step: f64) -> f64 {
    let mut unit = step;
    if value == 0.0 || step <= 0.0 {
        return 0.0;
    }
    while unit < value.abs() && (value / (unit * 10.0)).fract().abs() < 1e-9 {
        unit *= 10.0;
    }
    unit
}

/// Without the dust of binary fractions: 2.3 and not 2.3000000000000003.
pub(super) fn tidy(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let digits = 12 - value.abs().log10().ceil() as i32;
    let scale = 10_f64.powi(digits.clamp(-15, 15));
    (value * scale).round() / scale
}

/// `quantity` as the words beside it move it.
pub(super) fn moved(mut quantity: Quantity, by: &Move) -> Quantity {
    let Some(value) = quantity.nominal else {
        return moved_vague(quantity, by);
    };
    let discrete =
        matches!(quantity.kind, Kind::Count | Kind::Age | Kind::Ordinal) && value.fract() == 0.0;
    let times = |factor: Option<f64>, up: bool| {
        factor.map(|factor| {
            let moved = tidy(value * factor);
            match (discrete, up) {
                (true, true) => moved.ceil(),
                (true, false) => moved.floor(),
                _ => moved,
            }
        })
    };
    let narrow = |factors| narrowed(factors, value, quantity.kind);
    let [low, high] = narrow(by.hard);
    let [soft_low, soft_high] = narrow(by.soft);
    if value < 0.0 {
        // Below zero the factors would turn the interval round: only the open end is kept.
        quantity.low = low.map(|_| value);
        quantity.high = high.map(|_| value);
        quantity.soft = (quantity.low, quantity.high);
    } else {
        quantity.low = times(low, false);
        quantity.high = times(high, true);
        quantity.soft = (times(soft_low, false), times(soft_high, true));
    }
    quantity.above_low = by.above_low;
    quantity.below_high = by.below_high;
    quantity.bound = by.bound;
    quantity
}

/// The factors of "about" or "nearly", closer to 1 beside a number that is not round: "some 5,480" is not 5,000, and "some 46"
/// no 64. Of measures and money that says nothing: "about 656 feet" is what becomes of 200 metres.
fn narrowed(factors: [Option<f64>; 2], value: f64, kind: Kind) -> [Option<f64>; 2] {
    let known = digits(value);
    let mut precise = quantifier::table().round.precise.iter().rev();
    let share = precise.find(|(least, _)| known >= *least);
    let converted = matches!(kind, Kind::Measure | Kind::Money);
    match (factors, share) {
        ([Some(low), Some(high)], Some((_, share))) if !converted => {
            [Some(low.max(1.0 - share)), Some(high.min(1.0 + share))]
        }
        (open, _) => open,
    }
}

/// How many digits of a number are not rounded away: three of 5,480, two of 46, one of 4,000. Halves and quarters are round
/// too (C. Jansen and M. Pollmann, On round numbers, 2001): 45,000, 125 and 1,750 have one.
fn digits(value: f64) -> u32 {
    const HALF: f64 = 5.0;
    const QUARTER: f64 = 25.0;
    /// Digits of a number that are looked at.
    const MOST: i32 = 9;
    if value == 0.0 || !value.is_finite() {
        return 0;
    }
    let places = value.abs().log10().floor() as i32;
    let mut left = (value.abs() * 10_f64.powi(MOST - 1 - places)).round();
    let mut digits = MOST as u32;
    while left % 10.0 == 0.0 && digits > 1 {
        left /= 10.0;
        digits -= 1;
    }
    match digits {
        2 if left % HALF == 0.0 => 1,
        3 if left % QUARTER == 0.0 => 1,
        _ => digits,
    }
}

/// "at least dozens": only the open ends move.
fn moved_vague(mut quantity: Quantity, by: &Move) -> Quantity {
    match by.bound {
        Bound::AtLeast | Bound::MoreThan => quantity.high = None,
        Bound::AtMost | Bound::LessThan => quantity.low = None,
        _ => {}
    }
    quantity
}

/// The quantity from the lower end of `first` to the upper end of `last`.
pub(super) fn range(first: &Amount, last: &Amount) -> Quantity {
    let mut quantity = plain(last);
    quantity.low = Some(first.value);
    quantity.high = Some(last.value);
    quantity.soft = (Some(first.value), Some(last.value));
    quantity.nominal = None;
    quantity.bound = Bound::Range;
    quantity
}

/// A count of what is always counted to the last: seats and votes, if they are not thousands.
pub(super) fn to_the_last(quantity: Quantity) -> Quantity {
    const MANY: f64 = 1000.0;
    let few = quantity.nominal.is_some_and(|number| number < MANY);
    if few && quantity.bound == Bound::Exact {
        exact(quantity)
    } else {
        quantity
    }
}

/// A number or range as an age.
pub(super) fn age(quantity: Quantity, age: &Age) -> Quantity {
    let mut quantity = Quantity {
        kind: Kind::Age,
        unit: Some(age.unit.to_owned()),
        ..quantity
    };
    if quantity.bound == Bound::Exact {
        quantity = exact(quantity);
    }
    if age.is_decade {
        let (first, last) = age.part.unwrap_or((0.0, 9.0));
        quantity.low = quantity.nominal.map(|value| value + first);
        quantity.high = quantity.nominal.map(|value| value + last);
        quantity.soft = (quantity.low, quantity.high);
        quantity.nominal = None;
        quantity.bound = Bound::Range;
    }
    quantity
}

/// A quantity that is its number and nothing else.
fn exact(quantity: Quantity) -> Quantity {
    Quantity {
        low: quantity.nominal,
        high: quantity.nominal,
        soft: (quantity.nominal, quantity.nominal),
        ..quantity
    }
}
