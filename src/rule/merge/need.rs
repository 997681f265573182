//! What a sentence must have for a pattern to match in it: most patterns are ruled out by that before any is tried.
//!
//! The words that a pattern cannot do without are known when it is made, and which of them is the rarest; a pattern is
//! thought of only in sentences that have its rarest word, as full-text search does with its terms.

use super::builder::Builder;
use super::element::{Element, ElementId};
use crate::document::{RAREST, Word, rarity};
use crate::rule::automaton::table::Row;
use crate::rule::automaton::{ClassId, Kinds};

/// Something that a sentence must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rule) enum Need {
    /// A word of a class.
    Word(ClassId),
    /// A mention of one of the kinds.
    Mention(Kinds),
}

impl Row<2> for Need {
    #[inline]
    fn read([tag, what]: [u32; 2]) -> Self {
        match tag {
            0 => Need::Word(what),
            _ => Need::Mention(Kinds(what)),
        }
    }

    fn numbers(&self) -> [u32; 2] {
        match self {
            Need::Word(class) => [0, *class],
            Need::Mention(kinds) => [1, kinds.0],
        }
    }
}

/// How often the words of each band of [`rarity`] occur among a million, roughly.
const PER_MILLION: [u32; RAREST as usize + 1] = [4_000, 4_000, 500, 160, 65, 25, 2];

/// Signs that stand in most sentences; the table of words has none.
const SIGNS: [&str; 10] = [",", "'s", "'", "-", ".", "\"", "(", ")", ":", "$"];

/// As often as that a kind of mention occurs.
const MENTIONS: u32 = 20_000;

impl Builder {
    /// What a sentence must have, in this order, for these parts to match one after the other.
    pub(in crate::rule) fn needs(&mut self, parts: &[ElementId]) -> Vec<Need> {
        let mut needs = Vec::new();
        for part in parts {
            match self.elements.get(*part) {
                Element::Sequence(run) => {
                    let items = self.elements.items(run).to_vec();
                    needs.extend(self.needs(&items));
                }
                _ => needs.extend(self.need(*part)),
            }
        }
        needs
    }

    /// The rarest thing that an element cannot do without.
    fn need(&mut self, id: ElementId) -> Option<Need> {
        if let Some(known) = self.known_needs.get(&id) {
            return *known;
        }
        let need = match self.elements.get(id) {
            Element::Class(class) | Element::Exact(_, class) => Some(Need::Word(class)),
            Element::Mention(_, kinds) => Some(Need::Mention(kinds)),
            Element::Maybe(_) | Element::Gap(_) | Element::Phrase(_) => None,
            Element::Sequence(run) => {
                let items = self.elements.items(run).to_vec();
                let needs = self.needs(&items);
                needs.into_iter().min_by_key(|need| self.frequency(*need))
            }
            Element::Either(run) => {
                let branches = self.elements.items(run).to_vec();
                self.need_of_one(&branches, None)
            }
            Element::List(list) => {
                let (words, phrases) = self.list_entries(list);
                self.need_of_one(&phrases, words)
            }
            Element::Choice(_, choice) => {
                let phrases = self.choice_entries(choice);
                self.need_of_one(&phrases, None)
            }
        };
        self.known_needs.insert(id, need);
        need
    }

    /// What one of several elements, or a word of `words`, cannot do without: the needs of all as one.
    fn need_of_one(&mut self, branches: &[ElementId], words: Option<ClassId>) -> Option<Need> {
        let mut classes: Vec<ClassId> = words.into_iter().collect();
        let mut kinds = Kinds::default();
        for branch in branches {
            match self.need(*branch)? {
                Need::Word(class) => classes.push(class),
                Need::Mention(of) => kinds = kinds.or(of),
            }
        }
        match (classes.is_empty(), kinds == Kinds::default()) {
            (false, true) => Some(Need::Word(self.classes.join(&classes))),
            (true, false) => Some(Need::Mention(kinds)),
            _ => None,
        }
    }

    /// How often a need is met, roughly, among a million words.
    pub(super) fn frequency(&mut self, need: Need) -> u32 {
        let class = match need {
            Need::Mention(_) => return MENTIONS,
            Need::Word(class) => class,
        };
        if let Some(known) = self.frequencies.get(&class) {
            return *known;
        }
        let of = |word: Word| {
            if SIGNS.iter().any(|sign| Word::of(sign) == word) {
                return MENTIONS;
            }
            PER_MILLION
                .get(usize::from(rarity(word)))
                .copied()
                .unwrap_or(0)
        };
        let frequency = self.classes.members(class).map(of).sum();
        self.frequencies.insert(class, frequency);
        frequency
    }
}
