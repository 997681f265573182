//! A number told in parts: "a farmer and two soldiers were killed" claims three.
//!
//! A rule asks for the sum by capturing its claim more than once in one pattern.

use crate::value::{Bound, Kind, Quantity, Value};

/// The sum of two counts; `None` for anything else.
pub(in crate::claim) fn of(left: &Value, right: &Value) -> Option<Value> {
    let (Value::Quantity(a), Value::Quantity(b)) = (left, right) else {
        return None;
    };
    if a.kind != Kind::Count || b.kind != Kind::Count {
        return None;
    }
    let both = |x: Option<f64>, y: Option<f64>| Some(x? + y?);
    let bound = if a.bound == Bound::Exact {
        b.bound
    } else {
        a.bound
    };
    Some(Value::Quantity(Quantity {
        low: both(a.low, b.low),
        high: both(a.high, b.high),
        above_low: a.above_low || b.above_low,
        below_high: a.below_high || b.below_high,
        soft: (both(a.soft.0, b.soft.0), both(a.soft.1, b.soft.1)),
        nominal: both(a.nominal, b.nominal),
        bound,
        noun: b.noun.clone(),
        ..a.clone()
    }))
}
