//! Which names of a list start at a token: names of any number of words, found by the hash of their first word.

use crate::document::{Document, PhraseTable, Token, Word, tokenize};
use crate::text::Part;
use rustc_hash::FxHashMap;

/// A list of names, each with the number of what it names; one name may name several things.
pub(super) struct Index {
    /// From a first word to the last entry that begins with it.
    heads: FxHashMap<Word, u32>,
    /// A bit for each first word: most words of a text have none, and need no look-up.
    sieve: Vec<u64>,
    entries: Vec<Entry>,
    /// The words after the first, of all entries.
    words: Vec<Word>,
}

/// So many bits of the sieve for each name.
const BITS_A_NAME: usize = 16;

struct Entry {
    rest: std::ops::Range<u32>,
    id: u32,
    /// The entry before this one with the same first word, counted from 1.
    before: u32,
}

/// A name of the list found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// How many tokens it has.
    pub(super) tokens: usize,
    /// What it names.
    pub(super) id: u32,
}

impl Index {
    /// An empty list with room for `names`.
    pub(super) fn with_capacity(names: usize) -> Self {
        Index {
            heads: FxHashMap::with_capacity_and_hasher(names, rustc_hash::FxBuildHasher),
            sieve: vec![0; (names * BITS_A_NAME / 64).next_power_of_two()],
            entries: Vec::with_capacity(names),
            words: Vec::with_capacity(names / 2),
        }
    }

    /// Adds a name, split as a text would be.
    pub(super) fn insert(&mut self, name: &str, id: u32) {
        let from = self.words.len();
        let first = self.add_plain(name).or_else(|| {
            self.words.truncate(from);
            let tokens = tokenize(name, Part::Text);
            self.words.extend(tokens.iter().skip(1).map(|t| t.word));
            tokens.first().map(|t| t.word)
        });
        let Some(first) = first else { return };
        let number = self.entries.len() as u32 + 1;
        let before = self.heads.insert(first, number).unwrap_or(0);
        let (slot, bit) = self.bit(first);
        if let Some(bits) = self.sieve.get_mut(slot) {
            *bits |= bit;
        }
        self.entries.push(Entry {
            rest: from as u32..self.words.len() as u32,
            id,
            before,
        });
    }

    /// Adds the words after the first of a name of ASCII letters and spaces and gives the first; `None` for other names.
    /// Most names are such: one pass, no tokeniser.
    fn add_plain(&mut self, name: &str) -> Option<Word> {
        let mut first = None;
        let mut word = Word::EMPTY;
        for byte in name.bytes() {
            if byte.is_ascii_alphabetic() {
                word = word.then(byte);
            } else if byte != b' ' {
                return None;
            } else if first.is_none() {
                first = Some(std::mem::replace(&mut word, Word::EMPTY));
            } else {
                self.words.push(std::mem::replace(&mut word, Word::EMPTY));
            }
        }
        if first.is_some() {
            self.words.push(word);
        }
        first.or(Some(word))
    }

    /// The names that start at token `at`, in no useful order; nothing but one look-up for a word that starts none.
    pub(super) fn starting<'a>(
        &'a self,
        document: &'a Document<'_>,
        at: usize,
    ) -> impl Iterator<Item = Match> + 'a {
        let head = document.word(at).map_or(0, |word| self.head(word));
        let following = document.tokens.get(at + 1..).unwrap_or(&[]);
        self.chain(head)
            .filter(move |entry| self.follows(entry, following))
            .map(|entry| Match {
                tokens: 1 + entry.rest.len(),
                id: entry.id,
            })
    }

    /// What the whole of `name` names.
    pub(super) fn named(&self, name: &str) -> Vec<u32> {
        let tokens = tokenize(name, Part::Text);
        let Some((first, rest)) = tokens.split_first() else {
            return Vec::new();
        };
        self.chain(self.head(first.word))
            .filter(|entry| entry.rest.len() == rest.len() && self.follows(entry, rest))
            .map(|entry| entry.id)
            .collect()
    }

    /// The last entry that begins with `word`, counted from 1; 0 if there is none.
    fn head(&self, word: Word) -> u32 {
        let (slot, bit) = self.bit(word);
        if self.sieve.get(slot).is_none_or(|bits| bits & bit == 0) {
            return 0;
        }
        self.heads.get(&word).copied().unwrap_or(0)
    }

    fn bit(&self, word: Word) -> (usize, u64) {
        let number = word.number();
        let mixed = number ^ (number >> 32);
        let slot = (mixed >> 6) as usize & self.sieve.len().wrapping_sub(1);
        (slot, 1 << (mixed & 63))
    }

    fn chain(&self, head: u32) -> impl Iterator<Item = &Entry> {
        let entry = |number: u32| self.entries.get((number as usize).checked_sub(1)?);
        std::iter::successors(entry(head), move |e| entry(e.before))
    }

    fn follows(&self, entry: &Entry, following: &[Token]) -> bool {
        let rest = self
            .words
            .get(entry.rest.start as usize..entry.rest.end as usize)
            .unwrap_or(&[]);
        begin(following, rest)
    }
}

/// The names of a table that start at token `at`.
pub(super) fn starting<'a, const SLOTS: usize>(
    table: &'static PhraseTable<SLOTS>,
    document: &'a Document<'_>,
    at: usize,
) -> impl Iterator<Item = Match> + use<'a, SLOTS> {
    let tokens = document.tokens.get(at..).unwrap_or(&[]);
    let names = document
        .word(at)
        .into_iter()
        .flat_map(|word| table.of(word));
    names
        .filter(|(words, _)| begin(tokens, words))
        .map(|(words, name)| Match {
            tokens: words.len(),
            id: name.number,
        })
}

/// What the whole of `name` names in a table.
pub(super) fn named<const SLOTS: usize>(
    table: &'static PhraseTable<SLOTS>,
    name: &str,
) -> impl Iterator<Item = u32> + use<SLOTS> {
    let tokens = tokenize(name, Part::Text);
    let first = tokens.first().map(|token| token.word);
    let names = first.into_iter().flat_map(|word| table.of(word));
    names
        .filter(move |(words, _)| words.len() == tokens.len() && begin(&tokens, words))
        .map(|(_, name)| name.number)
}

/// Whether tokens begin with these words.
fn begin(tokens: &[Token], words: &[Word]) -> bool {
    words.len() <= tokens.len() && words.iter().zip(tokens).all(|(w, t)| *w == t.word)
}
