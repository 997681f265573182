//! Which classes the words of a sentence are in, both ways: the classes of a word, and whether a word is of a class; and
//! where mentions of each kind begin.
//!
//! Most questions of matching are of the second form, and most answers are no; with many rule files a common word is in a
//! hundred classes. So the sentence is turned around once: each class that occurs has a set of places.

use super::automaton::{ClassId, Kinds};
use super::table::Rows;
use crate::value::Kind;

/// The classes of the words of one sentence.
#[derive(Debug)]
pub(super) struct Present<'a> {
    base: usize,
    /// The classes of each word, in order.
    words: Vec<Rows<'a, ClassId, 1>>,
    /// Of each class, the sentence in which it was last seen and its places there.
    places: Vec<(u32, u64)>,
    /// The classes that the sentence has, each once.
    seen: Vec<ClassId>,
    /// Of each kind of mention, where one may be entered.
    mentions: [u64; u32::BITS as usize],
    sentence: u32,
}

impl<'a> Present<'a> {
    /// The place that stands for itself and every later one.
    pub(super) const LAST: usize = 63;

    /// For so many classes.
    pub(super) fn new(classes: usize) -> Self {
        Present {
            base: 0,
            words: Vec::new(),
            places: vec![(0, 0); classes],
            seen: Vec::new(),
            mentions: [0; u32::BITS as usize],
            sentence: 0,
        }
    }

    /// Goes on to a sentence that begins at `base` with words of these classes.
    pub(super) fn sentence(
        &mut self,
        base: usize,
        words: impl Iterator<Item = Rows<'a, ClassId, 1>>,
    ) {
        self.base = base;
        self.sentence += 1;
        self.words.clear();
        self.seen.clear();
        self.mentions.fill(0);
        for (at, classes) in words.enumerate() {
            self.words.push(classes.clone());
            for class in classes {
                if let Some((sentence, places)) = self.places.get_mut(class as usize) {
                    if *sentence != self.sentence {
                        (*sentence, *places) = (self.sentence, 0);
                        self.seen.push(class);
                    }
                    *places |= 1 << at.min(Self::LAST);
                }
            }
        }
    }

    /// Adds a mention of a kind that may be entered at a word.
    pub(super) fn mention(&mut self, at: usize, kind: Kind) {
        if let Some(places) = self.mentions.get_mut(kind as usize) {
            *places |= 1 << at.saturating_sub(self.base).min(Self::LAST);
        }
    }

    /// The classes that the sentence has, each once.
    pub(super) fn seen(&self) -> impl Iterator<Item = ClassId> {
        self.seen.iter().copied()
    }

    /// A bit for each place where a word of a class stands.
    #[inline]
    pub(super) fn places(&self, class: ClassId) -> u64 {
        match self.places.get(class as usize) {
            Some((sentence, places)) if *sentence == self.sentence => *places,
            _ => 0,
        }
    }

    /// A bit for each place where a mention of one of the kinds may be entered.
    pub(super) fn mentions(&self, kinds: Kinds) -> u64 {
        let mut left = kinds.0;
        let mut places = 0;
        while left != 0 {
            let of_kind = self.mentions.get(left.trailing_zeros() as usize);
            places |= of_kind.copied().unwrap_or(0);
            left &= left - 1;
        }
        places
    }

    /// The classes of a word.
    #[inline]
    pub(super) fn classes(&self, at: usize) -> Rows<'a, ClassId, 1> {
        let at = at.checked_sub(self.base);
        let classes = at.and_then(|at| self.words.get(at)).cloned();
        classes.unwrap_or(Rows::NONE)
    }

    /// Whether a word is of a class.
    #[inline]
    pub(super) fn has(&self, class: ClassId, at: usize) -> bool {
        let place = at.wrapping_sub(self.base);
        let places = self.places(class);
        places >> place.min(Self::LAST) & 1 == 1
            && (place < Self::LAST || self.classes(at).has(class))
    }
}
