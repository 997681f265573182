//! Which classes the words of a sentence are in, both ways: the classes of a word, and whether a word is of a class; and
//! where mentions of each kind begin.
//!
//! Most questions of matching are of the second form, and most answers are no; with many rule files a common word is in a
//! hundred classes. So the sentence is turned around once: each class that occurs has a set of places. What tells which
//! patterns may match is laid out first, and the rest only if one may.

use super::table::Rows;
use super::{ClassId, Kinds, Numbering};
use crate::value::Kind;

/// The classes of the words of one sentence.
#[derive(Debug)]
pub(in crate::rule) struct Present<'a> {
    numbering: Numbering,
    base: usize,
    /// The classes of each word, in order, and those of them that are not laid out yet.
    words: Vec<(Rows<'a, ClassId, 1>, Rows<'a, ClassId, 1>)>,
    /// Of each class, where it was last seen.
    places: Vec<Places>,
    /// The keys of patterns that the sentence has, each once.
    keys: Vec<ClassId>,
    /// Of each kind of mention, where one may be entered.
    mentions: [u64; u32::BITS as usize],
    sentence: u32,
}

/// Where in one sentence words of a class stand.
#[derive(Clone, Copy, Debug, Default)]
struct Places {
    /// The sentence, counted over all automata: those of an earlier one are none.
    sentence: u32,
    bits: u64,
}

impl<'a> Present<'a> {
    /// The place that stands for itself and every later one.
    pub(super) const LAST: usize = 63;

    /// For the classes of one automaton.
    pub(in crate::rule) fn new(numbering: Numbering) -> Self {
        Present {
            numbering,
            base: 0,
            words: Vec::new(),
            places: vec![Places::default(); numbering.classes as usize],
            keys: Vec::new(),
            mentions: [0; u32::BITS as usize],
            sentence: 0,
        }
    }

    /// Goes on to the classes of another automaton.
    pub(in crate::rule) fn turn_to(&mut self, numbering: Numbering) {
        self.numbering = numbering;
        let classes = (numbering.classes as usize).max(self.places.len());
        self.places.resize(classes, Places::default());
    }

    /// The bit of a word.
    #[inline]
    pub(in crate::rule) fn bit(&self, at: usize) -> u64 {
        1 << at.wrapping_sub(self.base).min(Self::LAST)
    }

    /// Goes on to a sentence that begins at `base` with words of these classes and these ways into mentions. Lays out what
    /// patterns need.
    pub(in crate::rule) fn sentence(
        &mut self,
        base: usize,
        words: &[Rows<'a, ClassId, 1>],
        mentions: impl Iterator<Item = (usize, Kind)>,
    ) {
        self.base = base;
        self.sentence += 1;
        self.words.clear();
        self.keys.clear();
        let Numbering { first, needs, .. } = self.numbering;
        for (at, classes) in words.iter().enumerate() {
            // Those of the first automaton come first.
            let before = match first {
                0 => 0,
                _ => classes.partition_point(|class| *class < first),
            };
            let own = classes.clone().after(before);
            let mut rest = own.clone();
            while let Some(class) = rest.first().map(|class| class - first)
                && class < needs
            {
                rest.next();
                self.lay(class, at);
            }
            self.words.push((own, rest));
        }
        self.mentions.fill(0);
        for (at, kind) in mentions {
            let bit = self.bit(at);
            if let Some(places) = self.mentions.get_mut(kind as usize) {
                *places |= bit;
            }
        }
    }

    /// Lays out the other classes.
    pub(in crate::rule) fn rest(&mut self) {
        let Numbering { first, classes, .. } = self.numbering;
        let words = std::mem::take(&mut self.words);
        for (at, (_, rest)) in words.iter().enumerate() {
            let classes = rest
                .clone()
                .map(|class| class - first)
                .take_while(|class| *class < classes);
            for class in classes {
                self.lay(class, at);
            }
        }
        self.words = words;
    }

    #[inline]
    fn lay(&mut self, class: ClassId, at: usize) {
        let Some(places) = self.places.get_mut(class as usize) else {
            return;
        };
        let bit = 1 << at.min(Self::LAST);
        if places.sentence == self.sentence {
            places.bits |= bit;
            return;
        }
        *places = Places {
            sentence: self.sentence,
            bits: bit,
        };
        if class < self.numbering.keys {
            self.keys.push(class);
        }
    }

    /// The keys of patterns that the sentence has, each once.
    pub(in crate::rule) fn keys(&self) -> impl Iterator<Item = ClassId> {
        self.keys.iter().copied()
    }

    /// A bit for each place where a word of a class stands.
    #[inline]
    pub(in crate::rule) fn places(&self, class: ClassId) -> u64 {
        match self.places.get(class as usize) {
            Some(places) if places.sentence == self.sentence => places.bits,
            _ => 0,
        }
    }

    /// A bit for each place where a mention of one of the kinds may be entered.
    pub(in crate::rule) fn mentions(&self, kinds: Kinds) -> u64 {
        let mut left = kinds.0;
        let mut places = 0;
        while left != 0 {
            let of_kind = self.mentions.get(left.trailing_zeros() as usize);
            places |= of_kind.copied().unwrap_or(0);
            left &= left - 1;
        }
        places
    }

    /// The classes of a word, numbered as in the automaton.
    #[inline]
    pub(in crate::rule) fn classes(&self, at: usize) -> impl Iterator<Item = ClassId> + use<'a> {
        let Numbering { first, classes, .. } = self.numbering;
        let own = self.row(at).map(move |class| class - first);
        own.take_while(move |class| *class < classes)
    }

    #[inline]
    fn row(&self, at: usize) -> Rows<'a, ClassId, 1> {
        let at = at.checked_sub(self.base);
        let classes = at.and_then(|at| self.words.get(at));
        classes.map_or(Rows::NONE, |(own, _)| own.clone())
    }

    /// Whether a word is of a class.
    #[inline]
    pub(in crate::rule) fn has(&self, class: ClassId, at: usize) -> bool {
        let place = at.wrapping_sub(self.base);
        let places = self.places(class);
        places >> place.min(Self::LAST) & 1 == 1
            && (place < Self::LAST || self.row(at).has(class + self.numbering.first))
    }
}
