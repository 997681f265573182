//! Which statement of one article is which statement of the other: the same words in the same order, but for a few.

use crate::statement::wording::laying::{Index, Key, common};
use crate::statement::wording::statement::{Item, Statement};

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
        for (other, in_common) in index.shared(line).into_iter().enumerate() {
            let (Some(theirs), Some(their_line)) = (right.get(other), theirs.get(other)) else {
                continue;
            };
            if 2.0 * in_common / (statement.weight + theirs.weight) < WORTH_LAYING {
                continue;
            }
            let same = common(line, their_line);
            let weight = weight(shared(&same, statement, theirs));
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

/// The items of two statements that are the same word.
pub(super) fn shared<'a>(
    same: &'a [(usize, usize)],
    left: &'a Statement,
    right: &'a Statement,
) -> impl Iterator<Item = (&'a Item, &'a Item)> {
    let items = |(i, j): &(usize, usize)| Some((left.items.get(*i)?, right.items.get(*j)?));
    same.iter().filter_map(items)
}

/// What items of two statements weigh in the statement in which they weigh less.
pub(super) fn weight<'a>(items: impl Iterator<Item = (&'a Item, &'a Item)>) -> f32 {
    let sums = items.fold((0.0, 0.0), |(ours, theirs), (a, b)| {
        (ours + a.weight, theirs + b.weight)
    });
    f32::min(sums.0, sums.1)
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
