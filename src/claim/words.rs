//! The word lists of the room.

use crate::document::{Word, WordLists};

static WORDS: WordLists = WordLists::new(include_str!("words.tsv"));

/// Whether `word` is of a class of `words.tsv`.
pub(super) fn is(word: Word, class: &str) -> bool {
    WORDS.has(class, word)
}
