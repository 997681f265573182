//! Which statement of one article is which statement of the other: the same words in the same order, but for a few.

use super::laying::{Index, Key, common};
use super::page::Statement;

/// Two statements laid beside each other.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// Index of the left statement.
    pub(super) left: usize,
    /// Index of the right statement.
    pub(super) right: usize,
    /// Items of both that are the same word, in order.
    pub(super) same: Vec<(usize, usize)>,
    /// The share of both statements' weight that is the same, from 0 to 1.
    pub(super) likeness: f32,
}

/// A pair is looked at if its words, in whatever order, are this much alike.
const WORTH_LAYING: f32 = 0.4;

/// Of every statement of `left` the one of `right` that is most like it, where each is the other's best, down to
/// `least` alike.
pub(super) fn pairs(left: &[Statement], right: &[Statement], least: f32) -> Vec<Pair> {
    let (ours, theirs) = (lines(left), lines(right));
    let index = Index::new(&theirs);
    let mut all: Vec<Pair> = Vec::new();
    for (at, (statement, line)) in left.iter().zip(&ours).enumerate() {
        for (other, shared) in index.shared(line).into_iter().enumerate() {
            let (Some(theirs), Some(their_line)) = (right.get(other), theirs.get(other)) else {
                continue;
            };
            if 2.0 * shared / (statement.weight + theirs.weight) < WORTH_LAYING {
                continue;
            }
            let same = common(line, their_line);
            let weight: f32 = same
                .iter()
                .filter_map(|(i, _)| statement.items.get(*i))
                .map(|i| i.weight)
                .sum();
            let likeness = 2.0 * weight / (statement.weight + theirs.weight).max(f32::EPSILON);
            if likeness >= least {
                all.push(Pair {
                    left: at,
                    right: other,
                    same,
                    likeness,
                });
            }
        }
    }
    // The order of the articles must not matter: of equals, those nearest the same place in both.
    all.sort_by(|a, b| {
        let apart = |p: &Pair| (p.left.abs_diff(p.right), p.left + p.right);
        b.likeness
            .total_cmp(&a.likeness)
            .then_with(|| apart(a).cmp(&apart(b)))
    });
    let (mut taken_left, mut taken_right) = (vec![false; left.len()], vec![false; right.len()]);
    let mut kept = Vec::new();
    for pair in all {
        let free = taken_left.get(pair.left) == Some(&false)
            && taken_right.get(pair.right) == Some(&false);
        if !free {
            continue;
        }
        if let (Some(l), Some(r)) = (
            taken_left.get_mut(pair.left),
            taken_right.get_mut(pair.right),
        ) {
            (*l, *r) = (true, true);
        }
        kept.push(pair);
    }
    kept.sort_by_key(|p| (p.left, p.right));
    kept
}

/// The statements as lines of stems.
fn lines(statements: &[Statement]) -> Vec<Vec<Key>> {
    let line = |statement: &Statement| {
        let keys = statement.items.iter().map(|item| Key {
            word: item.stem,
            weight: item.weight,
        });
        keys.collect()
    };
    statements.iter().map(line).collect()
}
