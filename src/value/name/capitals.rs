//! The words of an article that have a capital, and what was found out of the last of them.

use crate::document::{Document, Shape, Word};
use std::cell::Cell;

/// A bit for each word with a capital: only of those is it asked whether they also occur without.
pub(super) struct Capitals([u64; 64]);

impl Capitals {
    /// The words of `document`.
    pub(super) fn of(document: &Document<'_>) -> Self {
        let mut all = Capitals([0; 64]);
        for token in document.tokens.iter().filter(|t| t.is(Shape::CAPITAL)) {
            let (slot, bit) = Capitals::bit(token.word);
            if let Some(bits) = all.0.get_mut(slot) {
                *bits |= bit;
            }
        }
        all
    }

    /// Whether `word` may be one of them; surely not, if the answer is no.
    pub(super) fn may_have(&self, word: Word) -> bool {
        let (slot, bit) = Capitals::bit(word);
        self.0.get(slot).is_some_and(|bits| bits & bit != 0)
    }

    fn bit(word: Word) -> (usize, u64) {
        let mixed = word.number() ^ (word.number() >> 32);
        ((mixed >> 6) as usize % 64, 1 << (mixed & 63))
    }
}

/// What was found out of the last words asked for: an article has its names again and again, and the lists of words are long.
pub(super) struct Recent<T>([Cell<(Word, T)>; MOST]);

/// How many words are remembered at most.
const MOST: usize = 128;

impl<T: Copy + Default> Default for Recent<T> {
    fn default() -> Self {
        Recent(std::array::from_fn(|_| {
            Cell::new((Word::EMPTY, T::default()))
        }))
    }
}

impl<T: Copy> Recent<T> {
    /// What is known of `word`; found out by `tell` unless it was lately.
    pub(super) fn of(&self, word: Word, tell: impl FnOnce() -> T) -> T {
        let number = word.number();
        let Some(place) = self.0.get((number ^ (number >> 32)) as usize % MOST) else {
            return tell();
        };
        let (known, told) = place.get();
        if known == word {
            return told;
        }
        let told = tell();
        place.set((word, told));
        told
    }
}
