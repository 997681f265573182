//! Words that tell where sentences and addresses end, by the lists of `words.tsv`.

use super::word::Word;
use super::word_list::WordLists;
use super::word_table::slots;

const LISTS: &str = include_str!("words.tsv");
static WORDS: WordLists<{ slots(LISTS) }> = WordLists::new(LISTS);

/// Whether a full stop after `word` belongs to it.
pub(super) fn is_abbreviation(word: Word) -> bool {
    WORDS.has("abbreviation", word)
}

/// Whether a sentence may end with the abbreviation `word` (`Inc.`, `a.m.`, `U.S.`, `No.`).
pub(super) fn may_end_sentence(word: Word) -> bool {
    WORDS.has("last", word)
}

/// Whether a word opens a sentence far more often than it follows an abbreviation inside one.
pub(super) fn opens_sentence(word: Word) -> bool {
    WORDS.has("starter", word)
}

/// Whether an address without a path may end with this label, in small letters.
pub(super) fn is_top_domain(label: &str) -> bool {
    let small = label.bytes().all(|byte| byte.is_ascii_lowercase());
    small && WORDS.has("top-domain", Word::of(label))
}
