//! What the label of a choice stands for: itself, or, in a claim that is compared as a number, the number it writes.
//!
//! "A man was shot" states a number without writing one. A rule file says so with a choice: `"1+": ["a man", …]`.

use crate::rule::ClaimRule;
use crate::value::{Bound, Quantity, Value};

/// The value of a choice's `label` in `claim`.
///
/// In a claim compared as a number, `2` is exactly two, `1+` at least one of which one is told, and `0-1` one whom some
/// count and some do not (a gunman among the dead); any other label, and every label elsewhere, is a choice.
pub(in crate::claim) fn value(label: &str, claim: &ClaimRule) -> Value {
    let counted = || {
        let is_number = claim.comparator.label == "number";
        is_number.then(|| count(label)).flatten()
    };
    counted().map_or_else(|| Value::Choice(label.to_owned()), Value::Quantity)
}

/// The number that a label writes: `2`, `1+`, `0-1`.
fn count(label: &str) -> Option<Quantity> {
    let whole = |digits: &str| digits.parse::<u32>().ok().map(f64::from);
    if let Some(least) = label.strip_suffix('+') {
        return Some(Quantity::count(whole(least)?, Bound::AtLeast));
    }
    let Some((low, high)) = label.split_once('-') else {
        return Some(Quantity::count(whole(label)?, Bound::Exact));
    };
    Some(Quantity {
        low: Some(whole(low)?),
        bound: Bound::Range,
        ..Quantity::count(whole(high)?, Bound::Exact)
    })
}
