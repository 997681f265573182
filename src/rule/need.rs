//! What a sentence must have for a pattern to match in it: most patterns are ruled out by that before any is tried.
//!
//! The words that a pattern cannot do without are known when it is made, and which of them is the rarest; a pattern is
//! thought of only in sentences that have its rarest word, as full-text search does with its terms. What lies between two of
//! them has a greatest width, so that the others must not only be there but near, as in a search for words in proximity.

use super::automaton::{ClassId, Kinds};
use super::builder::Builder;
use super::element::{Element, ElementId};
use super::table::Row;
use crate::document::{RAREST, Word, rarity};

/// Something that a sentence must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// A word of a class.
    Word(ClassId),
    /// A mention of one of the kinds.
    Mention(Kinds),
}

/// Something that a sentence must have, no farther than so from what must stand before it, or from the match's first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Needed {
    pub(super) what: Need,
    pub(super) reach: Width,
}

/// How wide something is at most: so many words and so many mentions, signs not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Width {
    pub(super) words: u32,
    pub(super) mentions: u32,
}

impl Width {
    fn of(words: u32) -> Width {
        Width { words, mentions: 0 }
    }

    /// One after the other.
    fn and(self, other: Width) -> Width {
        Width {
            words: self.words + other.words,
            mentions: self.mentions + other.mentions,
        }
    }

    /// One or the other.
    fn or(self, other: Width) -> Width {
        Width {
            words: self.words.max(other.words),
            mentions: self.mentions.max(other.mentions),
        }
    }
}

impl Row<4> for Needed {
    #[inline]
    fn read([tag, what, words, mentions]: [u32; 4]) -> Self {
        let what = match tag {
            0 => Need::Word(what),
            _ => Need::Mention(Kinds(what)),
        };
        let reach = Width { words, mentions };
        Needed { what, reach }
    }

    fn numbers(&self) -> [u32; 4] {
        let (tag, what) = match self.what {
            Need::Word(class) => (0, class),
            Need::Mention(kinds) => (1, kinds.0),
        };
        [tag, what, self.reach.words, self.reach.mentions]
    }
}

/// How often the words of each band of [`rarity`] occur among a million, roughly.
const PER_MILLION: [u32; RAREST as usize + 1] = [4_000, 4_000, 500, 160, 65, 25, 2];

/// Signs that stand in most sentences; the table of words has none.
const SIGNS: [&str; 10] = [",", "'s", "'", "-", ".", "\"", "(", ")", ":", "$"];

/// So many words the longest phrase has that a capture of a text takes.
pub(super) const LONGEST_PHRASE: u32 = 16;

/// As often as that a kind of mention occurs.
const MENTIONS: u32 = 20_000;

impl Builder {
    /// What a sentence must have, in this order, for these parts to match one after the other.
    pub(super) fn needs(&mut self, parts: &[ElementId]) -> Vec<Needed> {
        let mut flat = Vec::new();
        self.flatten(parts, &mut flat);
        let mut needs = Vec::new();
        // From the part of the last need on, which may stand anywhere in it.
        let mut reach = Width::default();
        for part in flat {
            let width = self.width(part);
            reach = reach.and(width);
            if let Some(what) = self.need(part) {
                needs.push(Needed { what, reach });
                reach = width;
            }
        }
        needs
    }

    /// Parts with what sequences among them consist of in their place.
    fn flatten(&self, parts: &[ElementId], flat: &mut Vec<ElementId>) {
        for part in parts {
            match self.elements.get(*part) {
                Element::Sequence(run) => self.flatten(self.elements.items(run), flat),
                _ => flat.push(*part),
            }
        }
    }

    /// How wide an element is at most.
    fn width(&mut self, id: ElementId) -> Width {
        if let Some(known) = self.known_widths.get(&id) {
            return *known;
        }
        let element = self.elements.get(id);
        let widest = |builder: &mut Builder, branches: &[ElementId]| {
            let widths = branches.iter().map(|branch| builder.width(*branch));
            widths.fold(Width::default(), Width::or)
        };
        let width = match element {
            Element::Class(_) | Element::Exact(..) => Width::of(1),
            Element::Gap(words) => Width::of(u32::from(words)),
            Element::Phrase(_) => Width::of(LONGEST_PHRASE),
            Element::Mention(..) => Width {
                words: 0,
                mentions: 1,
            },
            Element::Maybe(inner) => self.width(inner),
            Element::Sequence(run) => {
                let items = self.elements.items(run).to_vec();
                let widths = items.into_iter().map(|item| self.width(item));
                widths.fold(Width::default(), Width::and)
            }
            Element::Either(run) => {
                let branches = self.elements.items(run).to_vec();
                widest(self, &branches)
            }
            Element::List(list) => widest(self, &self.list_entries(list).1).or(Width::of(1)),
            Element::Choice(_, choice) => widest(self, &self.choice_entries(choice)),
        };
        self.known_widths.insert(id, width);
        width
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
                let needs = self.needs(&items).into_iter().map(|need| need.what);
                needs.min_by_key(|need| self.frequency(*need))
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
