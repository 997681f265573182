//! How two lines of words are laid beside each other: which lines share enough to be worth it, and which of their words are
//! the same in order.

use crate::document::Word;
use rustc_hash::FxHashMap;

/// A word of a line: what is compared, and how much it tells.
#[derive(Clone, Copy, Debug)]
pub(in crate::statement) struct Key {
    /// A stem or a concept.
    pub(in crate::statement) word: Word,
    /// Its weight.
    pub(in crate::statement) weight: f32,
}

/// What a word weighs at least to bring two lines together.
const TELLING: f32 = 1.0;

/// The lines in which a word stands, each with what the word weighs there.
pub(in crate::statement) struct Index {
    by_word: FxHashMap<Word, Vec<(u32, f32)>>,
    lines: usize,
}

impl Index {
    /// An index of some lines.
    pub(in crate::statement) fn new(lines: &[Vec<Key>]) -> Self {
        let mut by_word: FxHashMap<Word, Vec<(u32, f32)>> = FxHashMap::default();
        for (at, line) in lines.iter().enumerate() {
            for key in line.iter().filter(|k| k.weight >= TELLING) {
                let list = by_word.entry(key.word).or_default();
                if list.last().is_none_or(|(last, _)| *last != at as u32) {
                    list.push((at as u32, key.weight));
                }
            }
        }
        Index {
            by_word,
            lines: lines.len(),
        }
    }

    /// What each line of the index shares with `line`, by weight, in whatever order; each word counts once, by the
    /// mean of what it weighs in both.
    pub(in crate::statement) fn shared(&self, line: &[Key]) -> Vec<f32> {
        let mut shared = vec![0.0f32; self.lines];
        let mut seen: Vec<Word> = Vec::with_capacity(line.len());
        for key in line {
            if key.weight < TELLING || seen.contains(&key.word) {
                continue;
            }
            seen.push(key.word);
            for (at, weight) in self.by_word.get(&key.word).into_iter().flatten() {
                if let Some(sum) = shared.get_mut(*at as usize) {
                    *sum += key.weight.midpoint(*weight);
                }
            }
        }
        shared
    }
}

/// The heaviest common subsequence of two lines, as pairs of their indices; the same whichever line comes first: a word counts by
/// the mean of what it weighs in both, and where several subsequences weigh the same, the choice hangs on the words alone.
pub(in crate::statement) fn common(left: &[Key], right: &[Key]) -> Vec<(usize, usize)> {
    let words = |line: &[Key]| line.iter().map(|k| k.word).collect::<Vec<_>>();
    if words(left) <= words(right) {
        ordered(left, right)
    } else {
        let turned = ordered(right, left).into_iter();
        turned.map(|(j, i)| (i, j)).collect()
    }
}

fn ordered(left: &[Key], right: &[Key]) -> Vec<(usize, usize)> {
    let width = right.len() + 1;
    // best[i * width + j]: the weight of the best subsequence of the words from i and from j on.
    let mut best = vec![0.0f32; (left.len() + 1) * width];
    let at = |best: &[f32], i: usize, j: usize| best.get(i * width + j).copied().unwrap_or(0.0);
    for (i, a) in left.iter().enumerate().rev() {
        for (j, b) in right.iter().enumerate().rev() {
            let mut value = at(&best, i + 1, j).max(at(&best, i, j + 1));
            if a.word == b.word {
                value = value.max(at(&best, i + 1, j + 1) + a.weight.midpoint(b.weight));
            }
            if let Some(cell) = best.get_mut(i * width + j) {
                *cell = value;
            }
        }
    }
    let mut same = Vec::new();
    let (mut i, mut j) = (0, 0);
    while let (Some(a), Some(b)) = (left.get(i), right.get(j)) {
        let here = at(&best, i, j);
        let weight = a.weight.midpoint(b.weight);
        if a.word == b.word && (here - at(&best, i + 1, j + 1) - weight).abs() < 1e-4 {
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
