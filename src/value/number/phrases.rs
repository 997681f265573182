//! Phrases of a table, looked up by their first or last word; the longest is tried first.

use super::words::Words;
use crate::document::{Word, WordMap, tokenize};
use crate::text::Part;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// Phrases, each with the number of the table row it stands in.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// The words of all phrases.
    words: Vec<Word>,
    entries: Vec<Entry>,
    /// The first entry of each key.
    starts: WordMap<u32>,
    /// The same while phrases are added.
    firsts: FxHashMap<Word, u32>,
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
    /// The next entry of its key: the longest comes first, of two of one length that of the earlier row.
    next: Option<u32>,
}

/// Which word of a phrase it is looked up by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    First,
    Last,
}

impl Phrases {
    /// Adds a phrase; [`Phrases::close`] must follow the last.
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
        if let Some(word) = word.copied() {
            let entry = Entry {
                key: word,
                second: added.get(1).copied().filter(|_| key == Key::First),
                from: from as u32,
                length: added.len() as u32,
                row: row as u32,
                next: None,
            };
            self.enter(entry);
        }
    }

    /// Puts an entry into its place among those of its key.
    fn enter(&mut self, mut entry: Entry) {
        let rank = |entry: &Entry| (Reverse(entry.length), entry.row);
        let mut before = None;
        let mut next = self.firsts.get(&entry.key).copied();
        while let Some(number) = next
            && let Some(other) = self.entries.get(number as usize)
            && rank(other) <= rank(&entry)
        {
            before = next;
            next = other.next;
        }
        let number = self.entries.len() as u32;
        let before = before.and_then(|before| self.entries.get_mut(before as usize));
        match before {
            Some(before) => before.next = Some(number),
            None => _ = self.firsts.insert(entry.key, number),
        }
        entry.next = next;
        self.entries.push(entry);
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

    /// Makes the phrases ready to be looked up.
    pub(super) fn close(&mut self) {
        self.starts = std::mem::take(&mut self.firsts).into();
    }

    /// The phrases looked up by `key`, with their rows.
    pub(super) fn of(&self, key: Word) -> impl Iterator<Item = (&[Word], usize)> {
        self.entries(key)
            .map(|entry| (self.words(entry), entry.row as usize))
    }

    fn entries(&self, key: Word) -> impl Iterator<Item = &Entry> {
        let entry = |number: u32| self.entries.get(number as usize);
        let first = self.starts.get(key).and_then(|first| entry(*first));
        std::iter::successors(first, move |one| entry(one.next?))
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
