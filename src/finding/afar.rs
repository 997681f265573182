//! Answers too far from each other to be of one thing: who is wrong about a day is wrong by days, who miscounts thousands counts no two.

use crate::value::date::{Grain, days_between};
use crate::value::{Bound, Kind, Quantity, Time, Value};

/// Why two answers that differ are hardly of one thing; none where they may well be.
pub(super) fn are_of_two(one: &Value, other: &Value) -> Option<&'static str> {
    match (one, other) {
        (Value::Time(a), Value::Time(b)) => {
            let afar = is_told_from_afar(a, b) || is_told_from_afar(b, a);
            afar.then_some("one is told by a month, season or year long before the other's day")
        }
        (Value::Quantity(a), Value::Quantity(b)) => {
            let few = is_a_few_of(a, b) || is_a_few_of(b, a);
            few.then_some("a few of one thing, many of another")
        }
        _ => None,
    }
}

/// Whether `day` is a day and `period` a month, season or year that ended more than a month before it: "on Tuesday", "last autumn".
fn is_told_from_afar(day: &Time, period: &Time) -> bool {
    const AFAR: i32 = 31;
    let is_period = (Grain::Month..=Grain::Year).contains(&period.grain);
    let (Some(from), Some(to)) = (day.from, day.to) else {
        return false;
    };
    let Some(last) = period.to else {
        return false;
    };
    let is_day = day.grain <= Grain::Day && days_between(from, to) <= 1;
    is_day && is_period && days_between(last, from) > AFAR
}

/// Whether `few` is told exactly and so small beside `many` that no slip explains it: two models, 142,000 heaters.
fn is_a_few_of(few: &Quantity, many: &Quantity) -> bool {
    const FEW: f64 = 10.0;
    const TIMES: f64 = 100.0;
    let counts = few.kind == Kind::Count && many.kind == Kind::Count;
    let exact = few.bound == Bound::Exact && few.nominal.is_some_and(|n| n > 0.0 && n < FEW);
    let lowest = many.low.or(many.nominal);
    counts
        && exact
        && few
            .nominal
            .zip(lowest)
            .is_some_and(|(n, low)| low > n * TIMES)
}
