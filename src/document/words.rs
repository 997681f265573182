//! Words that tell where sentences and addresses end, by the lists of `words.tsv`.

use super::lists::word_lists;
use super::word::Word;

word_lists! {
    /// The lists of `words.tsv`.
    enum List of "words.tsv" {
        Abbreviation = "abbreviation",
        Last = "last",
        Starter = "starter",
        TopDomain = "top-domain",
    }
}

/// Whether a full stop after `word` belongs to it.
pub(super) fn is_abbreviation(word: Word) -> bool {
    List::Abbreviation.has(word)
}

/// Whether a sentence may end with the abbreviation `word` (`Inc.`, `a.m.`, `U.S.`, `No.`).
pub(super) fn may_end_sentence(word: Word) -> bool {
    List::Last.has(word)
}

/// Whether a word opens a sentence far more often than it follows an abbreviation inside one.
pub(super) fn opens_sentence(word: Word) -> bool {
    List::Starter.has(word)
}

/// Whether an address without a path may end with this label, in small letters.
pub(super) fn is_top_domain(label: &str) -> bool {
    let small = label.bytes().all(|byte| byte.is_ascii_lowercase());
    small && List::TopDomain.has(Word::of(label))
}
