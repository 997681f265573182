//! The word lists of the room.

use crate::document::{Word, WordLists, slots};

const LISTS: &str = include_str!("words.tsv");
static WORDS: WordLists<{ slots(LISTS) }> = WordLists::new(LISTS);

/// Whether `word` is of a class of `words.tsv`.
pub(super) fn is(word: Word, class: &str) -> bool {
    WORDS.has(class, word)
}
