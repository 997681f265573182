//! Which classes the words of a sentence are in, both ways: the classes of a word, and whether a word is of a class.
//!
//! Most questions of matching are of the second form, and most answers are no; with many rule files a common word is in a
//! hundred classes. So the sentence is turned around once: each class that occurs has a set of places.

use super::automaton::ClassId;

/// The classes of the words of one sentence.
#[derive(Debug)]
pub(super) struct Present<'a> {
    base: usize,
    /// The classes of each word, in order.
    words: Vec<&'a [ClassId]>,
    /// Of each class, the sentence in which it was last seen and its places there.
    places: Vec<(u32, u64)>,
    sentence: u32,
}

/// The place that stands for itself and every later one.
const LAST: usize = 63;

impl<'a> Present<'a> {
    /// For so many classes.
    pub(super) fn new(classes: usize) -> Self {
        Present {
            base: 0,
            words: Vec::new(),
            places: vec![(0, 0); classes],
            sentence: 0,
        }
    }

    /// Goes on to a sentence that begins at `base` with words of these classes.
    pub(super) fn sentence(&mut self, base: usize, words: impl Iterator<Item = &'a [ClassId]>) {
        self.base = base;
        self.sentence += 1;
        self.words.clear();
        for (at, classes) in words.enumerate() {
            self.words.push(classes);
            for class in classes {
                if let Some((sentence, places)) = self.places.get_mut(*class as usize) {
                    if *sentence != self.sentence {
                        (*sentence, *places) = (self.sentence, 0);
                    }
                    *places |= 1 << at.min(LAST);
                }
            }
        }
    }

    /// The classes of a word.
    #[inline]
    pub(super) fn classes(&self, at: usize) -> &'a [ClassId] {
        let at = at.checked_sub(self.base);
        at.and_then(|at| self.words.get(at)).copied().unwrap_or(&[])
    }

    /// Whether a word is of a class.
    #[inline]
    pub(super) fn has(&self, class: ClassId, at: usize) -> bool {
        let place = at.wrapping_sub(self.base);
        match self.places.get(class as usize) {
            Some((sentence, places)) if *sentence == self.sentence => {
                places >> place.min(LAST) & 1 == 1
                    && (place < LAST || self.classes(at).binary_search(&class).is_ok())
            }
            _ => false,
        }
    }
}
