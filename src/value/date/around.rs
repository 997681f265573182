//! Words around a time that move it, tell what it is, or open it.

use super::cursor::Cursor;
use crate::document::{WordLists, slots};

const LISTS: &str = include_str!("around.tsv");
static WORDS: WordLists<{ slots(LISTS) }> = WordLists::new(LISTS);

/// Whether the token at `at` is of a class of `around.tsv`.
pub(super) fn is(c: &Cursor<'_>, at: usize, class: &str) -> bool {
    c.token(at)
        .is_some_and(|token| WORDS.has(class, token.word))
}
