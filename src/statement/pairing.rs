//! Which statement of one article is which statement of the other: the same words in the same order, but for a few.

use super::page::Statement;
use crate::document::Word;
use rustc_hash::FxHashMap;

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
    let index = Index::new(right);
    let mut all: Vec<Pair> = Vec::new();
    for (at, statement) in left.iter().enumerate() {
        for other in index.candidates(statement, right) {
            let Some(theirs) = right.get(other) else {
                continue;
            };
            let same = common_either_way(statement, theirs);
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

/// The statements in which a stem stands.
struct Index {
    by_stem: FxHashMap<Word, Vec<u32>>,
}

impl Index {
    fn new(statements: &[Statement]) -> Self {
        let mut by_stem: FxHashMap<Word, Vec<u32>> = FxHashMap::default();
        for (at, statement) in statements.iter().enumerate() {
            for item in statement.items.iter().filter(|i| i.weight >= 1.0) {
                let list = by_stem.entry(item.stem).or_default();
                if list.last() != Some(&(at as u32)) {
                    list.push(at as u32);
                }
            }
        }
        Index { by_stem }
    }

    /// Statements that share enough words with `statement`, in order.
    fn candidates(&self, statement: &Statement, all: &[Statement]) -> Vec<usize> {
        let mut shared = vec![0.0f32; all.len()];
        let mut seen: Vec<Word> = Vec::with_capacity(statement.items.len());
        for item in &statement.items {
            if item.weight < 1.0 || seen.contains(&item.stem) {
                continue;
            }
            seen.push(item.stem);
            for at in self.by_stem.get(&item.stem).into_iter().flatten() {
                if let Some(sum) = shared.get_mut(*at as usize) {
                    *sum += item.weight;
                }
            }
        }
        let enough = |(at, sum): (usize, &f32)| {
            let other = all.get(at)?;
            (2.0 * sum / (statement.weight + other.weight) >= WORTH_LAYING).then_some(at)
        };
        shared.iter().enumerate().filter_map(enough).collect()
    }
}

/// [`common`], the same whichever article came first: where several subsequences weigh the same, the choice hangs on the
/// words alone.
fn common_either_way(left: &Statement, right: &Statement) -> Vec<(usize, usize)> {
    let words = |s: &Statement| s.items.iter().map(|i| i.stem).collect::<Vec<_>>();
    if words(left) <= words(right) {
        common(left, right)
    } else {
        common(right, left)
            .into_iter()
            .map(|(j, i)| (i, j))
            .collect()
    }
}

/// The heaviest common subsequence of two statements' stems, as pairs of item indices.
fn common(left: &Statement, right: &Statement) -> Vec<(usize, usize)> {
    let (rows, columns) = (left.items.len(), right.items.len());
    let width = columns + 1;
    // best[i * width + j]: the weight of the best subsequence of the items from i and from j on.
    let mut best = vec![0.0f32; (rows + 1) * width];
    let at = |best: &[f32], i: usize, j: usize| best.get(i * width + j).copied().unwrap_or(0.0);
    for (i, a) in left.items.iter().enumerate().rev() {
        for (j, b) in right.items.iter().enumerate().rev() {
            let mut value = at(&best, i + 1, j).max(at(&best, i, j + 1));
            if a.stem == b.stem {
                value = value.max(at(&best, i + 1, j + 1) + a.weight);
            }
            if let Some(cell) = best.get_mut(i * width + j) {
                *cell = value;
            }
        }
    }
    let mut same = Vec::new();
    let (mut i, mut j) = (0, 0);
    while let (Some(a), Some(b)) = (left.items.get(i), right.items.get(j)) {
        let here = at(&best, i, j);
        if a.stem == b.stem && (here - at(&best, i + 1, j + 1) - a.weight).abs() < 1e-4 {
            same.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if at(&best, i + 1, j) >= at(&best, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    same
}
