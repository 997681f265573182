//! What the label of a choice stands for: itself, or, in a claim that is compared as a number, the number it writes.
//!
//! "A man was shot" states a number without writing one. A rule file says so with a choice: `"1+": ["a man", …]`.

use crate::rule::ClaimRule;
use crate::value::{Bound, Quantity, Value};

/// The value of a choice's `label` in `claim`.
///
/// In a claim compared as a number, `2` is exactly two and `1+` at least one of which one is told; any other label, and
/// every label elsewhere, is a choice.
pub(super) fn value(label: &str, claim: &ClaimRule) -> Value {
    let count = || {
        if claim.comparator.label != "number" {
            return None;
        }
        let bound = if label.ends_with('+') {
            Bound::AtLeast
        } else {
            Bound::Exact
        };
        let number: u32 = label.trim_end_matches('+').parse().ok()?;
        Some(Value::Quantity(Quantity::count(number.into(), bound)))
    };
    count().unwrap_or_else(|| Value::Choice(label.to_owned()))
}
