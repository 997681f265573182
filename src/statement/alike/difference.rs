//! Where two statements that say the same differ: the words of one that stand in the place of words of the other.

use super::pairing::Pair;
use crate::statement::wording::statement::Statement;
use std::ops::Range;

/// Words of two statements in one place; one of the ranges may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// Items of the left statement.
    pub(super) left: Range<usize>,
    /// Items of the right statement.
    pub(super) right: Range<usize>,
}

/// The differences of a pair, in order.
pub(super) fn differences(pair: &Pair, left: &Statement, right: &Statement) -> Vec<Difference> {
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    let end = (left.items.len(), right.items.len());
    for (next_i, next_j) in pair.same.iter().copied().chain([end]) {
        if next_i > i || next_j > j {
            found.push(Difference {
                left: i..next_i,
                right: j..next_j,
            });
        }
        (i, j) = (next_i + 1, next_j + 1);
    }
    found
}
