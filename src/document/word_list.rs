//! Word lists that stand in text files beside the code: lines of a class, a tab, and its words.

use super::word::Word;
use super::word_map::WordMap;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// The words of each class of a list. Lines that begin with `#` are remarks; a class may have several lines.
pub fn word_lists(text: &'static str) -> FxHashMap<&'static str, FxHashSet<Word>> {
    let mut lists: FxHashMap<&str, FxHashSet<Word>> = FxHashMap::default();
    let rows = text.lines().filter(|row| !row.starts_with('#'));
    for (class, words) in rows.filter_map(|row| row.split_once('\t')) {
        let words = words.split(' ').map(Word::new);
        lists.entry(class).or_default().extend(words);
    }
    lists
}

/// The word lists of one file, read when they are first asked.
#[derive(Debug)]
pub struct WordLists {
    text: &'static str,
    /// The classes of each word: most words of a text have none, which the table's sieve tells.
    classes: OnceLock<WordMap<Vec<&'static str>>>,
}

impl WordLists {
    /// The lists of a text as [`word_lists`] reads it.
    pub const fn new(text: &'static str) -> Self {
        WordLists {
            text,
            classes: OnceLock::new(),
        }
    }

    /// Whether `word` is of a class; no word is of one that the text does not have.
    pub fn has(&self, class: &str, word: Word) -> bool {
        let classes = self.classes.get_or_init(|| classes_of_words(self.text));
        let known = classes.get(word);
        known.is_some_and(|known| known.contains(&class))
    }
}

fn classes_of_words(text: &'static str) -> WordMap<Vec<&'static str>> {
    let mut classes: FxHashMap<Word, Vec<&str>> = FxHashMap::default();
    for (class, words) in word_lists(text) {
        for word in words {
            classes.entry(word).or_default().push(class);
        }
    }
    classes.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_one_class_are_one_list() {
        let lists = word_lists("# remark\nnot\tno never\nnot\tn't\nwho\twho");
        let not = lists.get("not").cloned().unwrap_or_default();
        assert_eq!(not.len(), 3);
        assert!(not.contains(&Word::of("never")) && !not.contains(&Word::of("who")));
    }

    #[test]
    fn a_word_is_of_the_classes_that_name_it() {
        static LISTS: WordLists = WordLists::new("not\tno never");
        assert!(LISTS.has("not", Word::of("never")));
        assert!(!LISTS.has("not", Word::of("who")) && !LISTS.has("who", Word::of("never")));
    }
}
