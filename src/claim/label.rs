//! What the label of a choice stands for: itself, or, in a claim that is compared as a number, the number it writes.
//!
//! "A man was shot" states a number without writing one. A rule file says so with a choice: `"1+": ["a man", …]`.

use crate::rule::ClaimRule;
use crate::value::{Bound, Kind, Quantity, Value};

/// The value of a choice's `label` in `claim`.
///
/// In a claim compared as a number, `2` is exactly two and `1+` at least one of which one is told; any other label, and
/// every label elsewhere, is a choice.
pub(super) fn value(label: &str, claim: &ClaimRule) -> Value {
    let number = || -> Option<(f64, bool)> {
        if claim.comparator.label != "number" {
            return None;
        }
        let open = label.ends_with('+');
        let digits = label.trim_end_matches('+');
        Some((digits.parse::<u32>().ok()?.into(), open))
    };
    match number() {
        Some((number, open)) => Value::Quantity(count(number, open)),
        None => Value::Choice(label.to_owned()),
    }
}

fn count(number: f64, open: bool) -> Quantity {
    let high = Some(number).filter(|_| !open);
    Quantity {
        kind: Kind::Count,
        low: Some(number),
        high,
        above_low: false,
        below_high: false,
        soft: (Some(number), Some(number)),
        nominal: Some(number),
        bound: if open { Bound::AtLeast } else { Bound::Exact },
        unit: None,
        noun: None,
        change: None,
        per: None,
        basis: None,
    }
}
