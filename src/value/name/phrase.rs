//! Phrases of a table, found by their first word: the words of all lie in one list, so that loading allocates little.

use crate::document::Word;
use rustc_hash::FxHashMap;
use std::ops::Range;

const NONE: u32 = u32::MAX;

/// A phrase, by what the table says of it.
struct Entry {
    rest: Range<u32>,
    id: u32,
    /// The next phrase with the same first word.
    next: u32,
}

/// Phrases with a number each.
pub(super) struct Phrases {
    first: FxHashMap<Word, u32>,
    entries: Vec<Entry>,
    words: Vec<Word>,
}

impl Phrases {
    /// Room for `phrases`.
    pub(super) fn with_capacity(phrases: usize) -> Self {
        Phrases {
            first: FxHashMap::with_capacity_and_hasher(phrases, rustc_hash::FxBuildHasher),
            entries: Vec::with_capacity(phrases),
            words: Vec::with_capacity(phrases * 2),
        }
    }

    /// Adds a phrase.
    pub(super) fn insert(&mut self, mut words: impl Iterator<Item = Word>, id: usize) {
        let Some(first) = words.next() else { return };
        let start = self.words.len() as u32;
        self.words.extend(words);
        let entry = self.entries.len() as u32;
        let next = self.first.insert(first, entry).unwrap_or(NONE);
        self.entries.push(Entry {
            rest: start..self.words.len() as u32,
            id: id as u32,
            next,
        });
    }

    /// The phrases that start with `word`: the words after it, and the number.
    pub(super) fn starting(&self, word: Word) -> impl Iterator<Item = (&[Word], usize)> {
        let first = self.first.get(&word).copied();
        let entry = |at: u32| self.entries.get(at as usize);
        let chain = std::iter::successors(first.and_then(entry), move |e| entry(e.next));
        chain.map(|entry| {
            let rest = entry.rest.start as usize..entry.rest.end as usize;
            (self.words.get(rest).unwrap_or(&[]), entry.id as usize)
        })
    }

    /// The words that phrases start with, in no order.
    pub(super) fn first_words(&self) -> impl Iterator<Item = Word> {
        self.first.keys().copied()
    }
}
