//! Which of several values that claim the same words are kept.
//!
//! The longer wins, then the more specific kind; a counted noun gives way to a name. A place or body may stand inside a
//! count ("two South Korean divers") or inside what describes a person ("the U.S. envoy"), never inside the name itself.

use crate::value::{Found, Kind, Value};
use std::collections::BTreeMap;
use std::ops::Range;

/// Keeps the values that do not dispute each other's words, ordered by position, the outer before the inner.
pub(super) fn settle(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_cached_key(|f| {
        let kind = f.value.kind();
        (
            is_counted(kind),
            std::cmp::Reverse(f.tokens.len()),
            rank(kind),
            f.tokens.start,
        )
    });
    // Kept values by their first token; nested ones share words only with what they nest in.
    let mut by_start: BTreeMap<(usize, usize), Found> = BTreeMap::new();
    for candidate in found {
        let disputed = overlapping(&by_start, &candidate.tokens)
            .any(|kept| !nests(&candidate, kept) && !nests(kept, &candidate));
        if !disputed {
            by_start.insert(
                (candidate.tokens.start, usize::MAX - candidate.tokens.end),
                candidate,
            );
        }
    }
    by_start.into_values().collect()
}

/// The kept values that share a token with `tokens`. No value is longer than [`LONGEST`] tokens.
fn overlapping<'k>(
    kept: &'k BTreeMap<(usize, usize), Found>,
    tokens: &Range<usize>,
) -> impl Iterator<Item = &'k Found> {
    let start = tokens.start;
    let near = kept.range((start.saturating_sub(LONGEST), 0)..(tokens.end, 0));
    near.map(|(_, found)| found)
        .filter(move |found| found.tokens.end > start)
}

/// More tokens than any value has.
const LONGEST: usize = 64;

/// Whether `inner` may stand inside `outer`.
fn nests(inner: &Found, outer: &Found) -> bool {
    let inside = outer.tokens.start <= inner.tokens.start
        && inner.tokens.end <= outer.tokens.end
        && inner.tokens.len() < outer.tokens.len();
    let place = matches!(
        inner.value.kind(),
        Kind::Country | Kind::Place | Kind::Organisation | Kind::Body
    );
    inside
        && place
        && match &outer.value {
            Value::Quantity(quantity) => quantity.kind == Kind::Count,
            // The name stands at the end of "Ukrainian Ambassador Yevheniia Filipenko".
            Value::Name(name) if name.kind == Kind::Person => {
                let words = name
                    .name
                    .as_deref()
                    .map_or(0, |n| n.split_whitespace().count());
                inner.tokens.end + words <= outer.tokens.end
            }
            _ => false,
        }
}

fn is_counted(kind: Kind) -> bool {
    matches!(kind, Kind::Count | Kind::Ordinal)
}

/// Lower is more specific.
fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Date | Kind::Time | Kind::Duration | Kind::Set => 0,
        Kind::Money | Kind::Percent | Kind::Measure | Kind::Age | Kind::Score => 1,
        Kind::Person => 2,
        Kind::Country => 3,
        Kind::Body | Kind::Organisation => 4,
        Kind::Place => 5,
        Kind::Count | Kind::Ordinal => 6,
        Kind::Choice | Kind::Text => 7,
    }
}
