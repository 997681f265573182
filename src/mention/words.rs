//! The word lists of the room.

use crate::document::{Word, word_lists};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

const WORDS: &str = include_str!("words.tsv");

/// Whether `word` is of a class of `words.tsv`.
pub(super) fn is(word: Word, class: &str) -> bool {
    static LISTS: OnceLock<FxHashMap<&'static str, FxHashSet<Word>>> = OnceLock::new();
    let lists = LISTS.get_or_init(|| word_lists(WORDS));
    lists.get(class).is_some_and(|words| words.contains(&word))
}
