//! Which of several values that claim the same words is kept: the longer, then the more specific kind.

use crate::value::{Found, Kind};

/// Keeps a set of values no two of which overlap, ordered by position.
pub(super) fn settle(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|f| {
        (
            f.tokens.start,
            std::cmp::Reverse(f.tokens.len()),
            rank(f.value.kind()),
        )
    });
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    for candidate in found {
        match kept.last() {
            Some(last) if candidate.tokens.start < last.tokens.end => {
                if wins(&candidate, last) {
                    kept.pop();
                    kept.push(candidate);
                }
            }
            _ => kept.push(candidate),
        }
    }
    kept
}

/// Whether the later `candidate` replaces `last`, which it overlaps.
fn wins(candidate: &Found, last: &Found) -> bool {
    let key = |f: &Found| (f.tokens.len(), std::cmp::Reverse(rank(f.value.kind())));
    key(candidate) > key(last)
}

/// Lower is more specific.
fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Date | Kind::Time | Kind::Duration | Kind::Set => 0,
        Kind::Money | Kind::Percent | Kind::Measure | Kind::Age | Kind::Score => 1,
        Kind::Person | Kind::Body | Kind::Organisation => 2,
        Kind::Country | Kind::Place => 3,
        Kind::Count | Kind::Ordinal => 4,
        Kind::Choice | Kind::Text => 5,
    }
}
