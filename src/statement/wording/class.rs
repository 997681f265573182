//! Classes of little words that say something of what stands beside them: that a clause begins, that it is left open, of what
//! part or time it holds (`classes.tsv`).

use crate::document::{Word, WordLists, slots};

const LISTS: &str = include_str!("classes.tsv");
static WORDS: WordLists<{ slots(LISTS) }> = WordLists::new(LISTS);

/// Whether `word` is of a class of `classes.tsv`.
pub(in crate::statement) fn is(class: &str, word: Word) -> bool {
    WORDS.has(class, word)
}
