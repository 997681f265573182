//! Word lists whose classes are data themselves, read off by the name that the file gives them: lines of a class, a tab, and its
//! words. Those that the code asks for one by one are enums (`lists.rs`).

use super::word::Word;
use super::word_table::{WordTable, end_of, is_equal};

/// The word lists of one file, laid out while the program is compiled.
#[derive(Debug)]
pub struct WordLists<const SLOTS: usize> {
    /// The classes in the order in which the text names them first.
    classes: [(&'static str, u64); MOST_CLASSES],
    words: WordTable<SLOTS>,
}

/// How many classes a file may have.
const MOST_CLASSES: usize = 64;

impl<const SLOTS: usize> WordLists<SLOTS> {
    /// The lists of a text: lines that begin with `#` are remarks, and a class may have several lines. `SLOTS` are the
    /// [`slots`](super::slots) of the text.
    pub const fn new(text: &'static str) -> Self {
        let classes = classes_of(text);
        WordLists {
            words: WordTable::of_classes(text, &classes),
            classes,
        }
    }

    /// Whether `word` is of a class; no word is of one that the text does not have.
    #[inline]
    pub fn has(&self, class: &str, word: Word) -> bool {
        self.classes(word).any(|known| known == class)
    }

    /// The classes of `word`, in the order in which the text names them first.
    #[inline]
    pub fn classes(&self, word: Word) -> impl Iterator<Item = &'static str> {
        let mut left = self.words.get(word);
        std::iter::from_fn(move || {
            let (name, bit) = self.classes.get(left.trailing_zeros() as usize)?;
            left &= !bit;
            Some(*name)
        })
    }

    /// Whether `word` is of any class.
    pub fn knows(&self, word: Word) -> bool {
        self.words.get(word) != 0
    }
}

const fn classes_of(text: &'static str) -> [(&'static str, u64); MOST_CLASSES] {
    let bytes = text.as_bytes();
    let mut classes = [("", 0); MOST_CLASSES];
    let (mut at, mut count) = (0, 0);
    while at < bytes.len() {
        let end = end_of(bytes, at, b'\n', bytes.len());
        let tab = end_of(bytes, at, b'\t', end);
        if bytes[at] != b'#' && tab < end {
            let mut known = 0;
            while known < count && !is_equal(bytes, at, tab, classes[known].0.as_bytes()) {
                known += 1;
            }
            if known == count {
                let (_, rest) = text.split_at(at);
                let (name, _) = rest.split_at(tab - at);
                classes[count] = (name, 1 << count);
                count += 1;
            }
        }
        at = end + 1;
    }
    classes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_of_the_classes_that_name_it() {
        static LISTS: WordLists<16> =
            WordLists::new("# remark\nnot\tno never\nwho\twhom\nnot\tn't");
        assert!(LISTS.has("not", Word::of("never")) && LISTS.has("not", Word::of("n't")));
        assert!(!LISTS.has("not", Word::of("who")) && !LISTS.has("who", Word::of("never")));
        assert!(LISTS.classes(Word::of("no")).eq(["not"]));
    }
}
