//! Phrases of a table, looked up by their first or last word; the longest is tried first.

use super::words::Words;
use crate::document::{Word, WordMap, tokenize};
use crate::text::Part;
use rustc_hash::FxHashMap;

/// Phrases, each with the number of the table row it stands in.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// The words of all phrases.
    words: Vec<Word>,
    /// Sorted by key, then the longest first.
    entries: Vec<Entry>,
    /// Where the entries of each key begin.
    starts: WordMap<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The word it is looked up by.
    key: Word,
    /// The second word, if it is looked up by its first.
    second: Option<Word>,
    from: u32,
    length: u32,
    row: u32,
}

/// Which word of a phrase it is looked up by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    First,
    Last,
}

impl Phrases {
    /// Adds a phrase; [`Phrases::sort`] must follow the last.
    pub(super) fn add(&mut self, text: &str, key: Key, row: usize) {
        let from = self.words.len();
        // Plain words need no tokeniser: a thousand phrases are read at every start.
        if !self.add_plain(text) {
            self.words.truncate(from);
            let tokens = tokenize(text, Part::Text);
            self.words.extend(tokens.iter().map(|token| token.word));
        }
        let added = self.words.get(from..).unwrap_or(&[]);
        let word = match key {
            Key::First => added.first(),
            Key::Last => added.last(),
        };
        if let Some(word) = word {
            self.entries.push(Entry {
                key: *word,
                second: added.get(1).copied().filter(|_| key == Key::First),
                from: from as u32,
                length: added.len() as u32,
                row: row as u32,
            });
        }
    }

    /// Adds the words of a phrase in small letters; of another not all.
    fn add_plain(&mut self, text: &str) -> bool {
        let mut word = Word::EMPTY;
        for byte in text.bytes() {
            match byte {
                b'a'..=b'z' => word = word.then(byte),
                b' ' => self.words.push(std::mem::replace(&mut word, Word::EMPTY)),
                _ => return false,
            }
        }
        self.words.push(word);
        true
    }

    /// Makes the phrases ready to be looked up. Rows keep their order among phrases of one length.
    pub(super) fn sort(&mut self) {
        self.entries
            .sort_by_key(|entry| (entry.key, std::cmp::Reverse(entry.length), entry.row));
        let mut starts: FxHashMap<Word, u32> = FxHashMap::default();
        for (at, entry) in self.entries.iter().enumerate() {
            starts.entry(entry.key).or_insert(at as u32);
        }
        self.starts = starts.into();
    }

    /// The phrases looked up by `key`, with their rows.
    pub(super) fn of(&self, key: Word) -> impl Iterator<Item = (&[Word], usize)> {
        self.entries(key)
            .map(|entry| (self.words(entry), entry.row as usize))
    }

    fn entries(&self, key: Word) -> impl Iterator<Item = &Entry> {
        let start = self.starts.get(key).map(|start| *start as usize);
        let entries = start.and_then(|start| self.entries.get(start..));
        let entries = entries.unwrap_or(&[]).iter();
        entries.take_while(move |entry| entry.key == key)
    }

    fn words(&self, entry: &Entry) -> &[Word] {
        let from = entry.from as usize;
        let words = self.words.get(from..from + entry.length as usize);
        words.unwrap_or(&[])
    }

    /// The longest phrase that starts at `at`: its row and its end.
    pub(super) fn starting(&self, words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
        let mut entries = self.entries(words.word(at)?);
        // "a" begins dozens of phrases: the second word tells them apart.
        let next = words.word(at + 1);
        let found = entries.find(|entry| {
            (entry.second.is_none() || entry.second == next) && words.starts(at, self.words(entry))
        })?;
        Some((found.row as usize, at + found.length as usize))
    }

    /// The longest phrase that ends before `end`: its row and its start.
    pub(super) fn ending(&self, words: &Words<'_>, end: usize) -> Option<(usize, usize)> {
        let mut phrases = self.of(words.before(end)?);
        let (phrase, row) = phrases.find(|(phrase, _)| words.ends(end, phrase))?;
        Some((row, end.checked_sub(phrase.len())?))
    }

    /// Every word that a phrase is looked up by.
    pub(super) fn keys(&self) -> impl Iterator<Item = Word> {
        self.entries.iter().map(|entry| entry.key)
    }
}
