//! A table keyed by words, asked for every word of every text: most words are not in it, and that costs next to nothing.

use super::word::Word;
use rustc_hash::FxHashMap;
use std::borrow::Borrow;

/// What is known of some words.
///
/// Before the table stands a sieve of bits, one for each of its words: a word whose bit is missing is not in the table, and
/// nine words of ten are found out so, without a look-up. A word is a hash already, so the table takes it as it is.
#[derive(Clone, Debug)]
pub struct WordMap<T> {
    sieve: Vec<u64>,
    /// For each word the number of its entry and one more, at the place that the word's hash tells or the next free one.
    places: Vec<u32>,
    entries: Vec<(Word, T)>,
}

/// So many bits of the sieve for each word of the table.
const BITS_A_WORD: usize = 16;

impl<T> WordMap<T> {
    /// What the table says of a word.
    #[inline]
    pub fn get(&self, word: impl Borrow<Word>) -> Option<&T> {
        let word = *word.borrow();
        self.may_have(word).then(|| self.find(word)).flatten()
    }

    /// Whether the table has the word.
    #[inline]
    pub fn has(&self, word: Word) -> bool {
        self.may_have(word) && self.find(word).is_some()
    }

    fn find(&self, word: Word) -> Option<&T> {
        let mut place = self.first_place(word);
        loop {
            let number = *self.places.get(place)?;
            let (known, value) = self.entries.get((number as usize).checked_sub(1)?)?;
            if *known == word {
                return Some(value);
            }
            place = (place + 1) & (self.places.len() - 1);
        }
    }

    /// Makes the entry `number` one that is found.
    fn enter(&mut self, number: usize) {
        let Some((word, _)) = self.entries.get(number) else {
            return;
        };
        let (slot, bit) = self.bit(*word);
        let mut place = self.first_place(*word);
        while self.places.get(place).is_some_and(|taken| *taken > 0) {
            place = (place + 1) & (self.places.len() - 1);
        }
        if let (Some(bits), Some(free)) = (self.sieve.get_mut(slot), self.places.get_mut(place)) {
            *bits |= bit;
            *free = number as u32 + 1;
        }
    }

    fn first_place(&self, word: Word) -> usize {
        let number = word.number();
        (number ^ (number >> 29)) as usize & self.places.len().wrapping_sub(1)
    }

    fn may_have(&self, word: Word) -> bool {
        let (slot, bit) = self.bit(word);
        self.sieve.get(slot).is_some_and(|bits| bits & bit != 0)
    }

    fn bit(&self, word: Word) -> (usize, u64) {
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
            // Half of the places stay free, so that a search soon ends.
            places: vec![0; (map.len() * 2).next_power_of_two()],
            entries: map.into_iter().collect(),
        };
        for number in 0..table.entries.len() {
            table.enter(number);
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
