//! What the label of a choice stands for: itself, or, in a claim that is compared as a number, the number it writes.
//!
//! "A man was shot" states a number without writing one. A rule file says so with a choice: `"1+": ["a man", …]`.

use crate::rule::ClaimRule;
use crate::value::{Bound, Kind, Quantity, Value};

/// The value of a choice's `label` in `claim`.
///
/// In a claim compared as a number, `2` is exactly two, `1+` at least one of which one is told, and `0-1` one whom some
/// count and some do not (a gunman among the dead); any other label, and every label elsewhere, is a choice.
pub(super) fn value(label: &str, claim: &ClaimRule) -> Value {
    let counted = || {
        let is_number = claim.comparator.label == "number";
        is_number.then(|| count(label)).flatten()
    };
    counted().map_or_else(|| Value::Choice(label.to_owned()), Value::Quantity)
}

/// The number that a label writes: `2`, `1+`, `0-1`.
fn count(label: &str) -> Option<Quantity> {
    let whole = |digits: &str| digits.parse::<u32>().ok().map(f64::from);
    let (low, high, bound) = if let Some(least) = label.strip_suffix('+') {
        (whole(least)?, None, Bound::AtLeast)
    } else if let Some((low, high)) = label.split_once('-') {
        (whole(low)?, Some(whole(high)?), Bound::Range)
    } else {
        (whole(label)?, Some(whole(label)?), Bound::Exact)
    };
    let number = high.unwrap_or(low);
    Some(Quantity {
        kind: Kind::Count,
        low: Some(low),
        high,
        above_low: false,
        below_high: false,
        soft: (Some(number), Some(number)),
        nominal: Some(number),
        bound,
        unit: None,
        noun: None,
        change: None,
        per: None,
        basis: None,
    })
}
