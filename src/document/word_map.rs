//! A table keyed by words, asked for every word of every text: most words are not in it, and that costs next to nothing.

use super::word::Word;
use rustc_hash::FxHashMap;
use std::borrow::Borrow;

/// What is known of some words.
///
/// Before the table stands a sieve of bits, one for each of its words: a word whose bit is missing is not in the table, and
/// nine words of ten are found out so, without a look-up.
#[derive(Clone, Debug)]
pub struct WordMap<T> {
    sieve: Vec<u64>,
    map: FxHashMap<Word, T>,
}

/// So many bits of the sieve for each word of the table.
const BITS_A_WORD: usize = 16;

impl<T> WordMap<T> {
    /// What the table says of a word.
    pub fn get(&self, word: impl Borrow<Word>) -> Option<&T> {
        let word = *word.borrow();
        self.may_have(word).then(|| self.map.get(&word)).flatten()
    }

    /// Whether the table has the word.
    pub fn has(&self, word: Word) -> bool {
        self.may_have(word) && self.map.contains_key(&word)
    }

    fn may_have(&self, word: Word) -> bool {
        let (slot, bit) = self.place(word);
        self.sieve.get(slot).is_some_and(|bits| bits & bit != 0)
    }

    fn place(&self, word: Word) -> (usize, u64) {
        let number = word.number();
        let mixed = number ^ (number >> 32);
        let slot = (mixed >> 6) as usize & self.sieve.len().wrapping_sub(1);
        (slot, 1 << (mixed & 63))
    }
}

/// A table without words.
impl<T> Default for WordMap<T> {
    fn default() -> Self {
        FxHashMap::default().into()
    }
}

impl<T> From<FxHashMap<Word, T>> for WordMap<T> {
    fn from(map: FxHashMap<Word, T>) -> Self {
        let slots = (map.len() * BITS_A_WORD / 64).next_power_of_two();
        let mut table = WordMap {
            sieve: vec![0; slots],
            map,
        };
        for word in table.map.keys() {
            let (slot, bit) = table.place(*word);
            if let Some(bits) = table.sieve.get_mut(slot) {
                *bits |= bit;
            }
        }
        table
    }
}

impl FromIterator<Word> for WordMap<()> {
    fn from_iter<I: IntoIterator<Item = Word>>(words: I) -> Self {
        let map: FxHashMap<Word, ()> = words.into_iter().map(|word| (word, ())).collect();
        map.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_its_own_words_and_no_others() {
        let words = |from: usize| (from..from + 500).map(|n| Word::new(&format!("w{n}")));
        let table: WordMap<()> = words(0).collect();
        assert!(words(0).all(|word| table.has(word)));
        assert!(!words(500).any(|word| table.has(word)));
        assert_eq!(table.get(Word::of("w7")), Some(&()));
        assert!(!WordMap::<()>::from_iter([]).has(Word::of("w7")));
    }
}
