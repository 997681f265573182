//! All patterns of all rule files in one automaton over tokens.
//!
//! The patterns are merged as a trie whose edges are word classes, kinds of mention, gaps and literal forms; patterns
//! that begin alike share their beginning. A token's classes come from one look-up, so a token that no pattern names
//! costs the same whatever the number of patterns.

use crate::document::Word;
use crate::value::Kind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Index of a pattern in the rule set.
pub type PatternId = u32;
/// Index of a capture's name in the rule set.
pub type NameId = u16;
/// Index of a set of words that edges are labelled with.
pub(super) type ClassId = u32;

/// The name of a capture that opens a pattern: the pattern knows what it is called, so that all patterns that open with
/// a person share one edge.
pub const OPENING: NameId = NameId::MAX;

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Kinds(u32);

impl Kinds {
    /// The kinds that a capture of `kind` accepts: a place may be a country, a body an organisation, a date a time of a
    /// day.
    pub(super) fn accepted_by(kind: Kind) -> Kinds {
        let also: &[Kind] = match kind {
            Kind::Place => &[Kind::Country],
            Kind::Organisation => &[Kind::Body],
            Kind::Body => &[Kind::Organisation],
            Kind::Date => &[Kind::Time],
            _ => &[],
        };
        Kinds(
            also.iter()
                .chain([&kind])
                .fold(0, |set, k| set | 1 << (*k as u32)),
        )
    }

    pub(super) fn has(self, kind: Kind) -> bool {
        self.0 & (1 << (kind as u32)) != 0
    }
}

/// A pattern ready to be merged: lists and captures resolved.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Element {
    /// One after the other.
    Sequence(Vec<Element>),
    /// One of several.
    Either(Vec<Element>),
    /// There or not.
    Maybe(Box<Element>),
    /// A word of the class.
    Class(ClassId),
    /// Exactly this form.
    Exact(Box<str>),
    /// Up to so many words.
    Gap(u8),
    /// A mention of one of the kinds.
    Mention(NameId, Kinds),
    /// The rest of the phrase.
    Phrase(NameId),
    /// One of the labelled alternatives (index into [`Builder::choices`]).
    Choice(NameId, u32),
    /// An entry of a word list (index into [`Builder::lists`]).
    List(u32),
}

/// What a capture holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captured {
    /// What it is called; [`OPENING`] for the capture that opens the pattern.
    pub name: NameId,
    /// The tokens.
    pub tokens: Range<usize>,
    /// The mention, for captures of a kind.
    pub mention: Option<usize>,
    /// The label, for choices.
    pub label: Option<u32>,
}

/// A place where a pattern matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which pattern.
    pub pattern: PatternId,
    /// The tokens from its first to its last word.
    pub tokens: Range<usize>,
    /// What its holes hold.
    pub captures: Vec<Captured>,
    /// The words that its gaps passed over.
    pub skipped: Vec<Range<usize>>,
}

#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) accepts: Vec<PatternId>,
    pub(super) free: Vec<u32>,
    /// Ends of choices: name, label, the state the choice began in, the state that follows.
    pub(super) closes: Vec<(NameId, u32, u32, u32)>,
    pub(super) gaps: Vec<(u8, u32)>,
    pub(super) mentions: Vec<(NameId, Kinds, u32)>,
    pub(super) phrases: Vec<(NameId, u32)>,
    /// Forms that must stand as written, each with the class of its word alone.
    pub(super) exact: Vec<(ClassId, Box<str>, u32)>,
    /// Whether edges for word classes leave it.
    pub(super) classes: bool,
}

impl State {
    /// Whether nothing happens here but by reading a token.
    pub(super) fn waits_for_a_word(&self) -> bool {
        self.accepts.is_empty()
            && self.free.is_empty()
            && self.closes.is_empty()
            && self.gaps.is_empty()
    }
}

pub(super) const ROOT: u32 = 0;

/// Merges patterns into an [`Automaton`].
#[derive(Debug, Default)]
pub(super) struct Builder {
    states: Vec<State>,
    edges: FxHashMap<(u32, ClassId), u32>,
    shared: FxHashMap<(u32, Element), u32>,
    class_ids: FxHashMap<Vec<Word>, ClassId>,
    members: Vec<Vec<Word>>,
    /// Entries of each word list.
    pub lists: Vec<Element>,
    /// Labelled alternatives of each choice.
    pub choices: Vec<Vec<(u32, Element)>>,
}

impl Builder {
    /// The class of exactly these words.
    pub(super) fn class(&mut self, mut words: Vec<Word>) -> ClassId {
        words.sort_unstable();
        words.dedup();
        let next = self.members.len() as ClassId;
        *self.class_ids.entry(words).or_insert_with_key(|words| {
            self.members.push(words.clone());
            next
        })
    }

    /// The class of all words of some classes.
    pub(super) fn join(&mut self, classes: &[ClassId]) -> ClassId {
        let words = classes
            .iter()
            .filter_map(|class| self.members.get(*class as usize))
            .flatten()
            .copied()
            .collect();
        self.class(words)
    }

    /// The words of a class.
    pub(super) fn members(&self, class: ClassId) -> &[Word] {
        self.members.get(class as usize).map_or(&[], Vec::as_slice)
    }

    /// Adds a pattern.
    pub(super) fn add(&mut self, pattern: PatternId, element: &Element) {
        if self.states.is_empty() {
            self.states.push(State::default());
        }
        let end = self.extend(ROOT, element);
        self.states[end as usize].accepts.push(pattern);
    }

    /// The state reached from `from` by `element`, shared with every pattern that went there before.
    fn extend(&mut self, from: u32, element: &Element) -> u32 {
        match element {
            Element::Sequence(items) => {
                return items
                    .iter()
                    .fold(from, |state, item| self.extend(state, item));
            }
            Element::Class(class) => {
                if let Some(state) = self.edges.get(&(from, *class)) {
                    return *state;
                }
                let to = self.new_state();
                self.states[from as usize].classes = true;
                self.edges.insert((from, *class), to);
                return to;
            }
            _ => {}
        }
        let key = (from, element.clone());
        if let Some(state) = self.shared.get(&key) {
            return *state;
        }
        let to = self.new_state();
        self.shared.insert(key, to);
        self.connect(from, element, to);
        to
    }

    fn connect(&mut self, from: u32, element: &Element, to: u32) {
        match element {
            Element::Sequence(_) | Element::Class(_) => {
                let end = self.extend(from, element);
                self.states[end as usize].free.push(to);
            }
            Element::Either(branches) => branches
                .iter()
                .for_each(|branch| self.connect(from, branch, to)),
            Element::List(list) => {
                let entries = self.lists.get(*list as usize).cloned();
                if let Some(entries) = entries {
                    self.connect(from, &entries, to);
                }
            }
            Element::Maybe(inner) => {
                self.connect(from, inner, to);
                self.states[from as usize].free.push(to);
            }
            Element::Choice(name, choice) => {
                for (label, element) in self
                    .choices
                    .get(*choice as usize)
                    .cloned()
                    .unwrap_or_default()
                {
                    let end = self.extend(from, &element);
                    self.states[end as usize]
                        .closes
                        .push((*name, label, from, to));
                }
            }
            Element::Gap(words) => self.states[from as usize].gaps.push((*words, to)),
            Element::Mention(name, kinds) => self.states[from as usize]
                .mentions
                .push((*name, *kinds, to)),
            Element::Phrase(name) => self.states[from as usize].phrases.push((*name, to)),
            Element::Exact(form) => {
                let class = self.class(vec![Word::new(form)]);
                self.states[from as usize]
                    .exact
                    .push((class, form.clone(), to));
            }
        }
    }

    fn new_state(&mut self) -> u32 {
        self.states.push(State::default());
        self.states.len() as u32 - 1
    }

    /// The automaton of all patterns added. A phrase ends before a word of `phrase_end` and before punctuation; a word
    /// of `determiner` before a mention belongs to it.
    pub(super) fn finish(mut self, phrase_end: ClassId, determiner: ClassId) -> Automaton {
        if self.states.is_empty() {
            self.states.push(State::default());
        }
        // Counted first, then filled in: every word's classes lie side by side, in order.
        let mut classes_of: FxHashMap<Word, (u32, u32)> = FxHashMap::default();
        for word in self.members.iter().flatten() {
            classes_of.entry(*word).or_default().1 += 1;
        }
        let mut total = 0;
        for (start, length) in classes_of.values_mut() {
            *start = total;
            total += std::mem::take(length);
        }
        let mut classes: Vec<ClassId> = vec![0; total as usize];
        for (class, words) in self.members.iter().enumerate() {
            for word in words {
                if let Some((start, length)) = classes_of.get_mut(word)
                    && let Some(slot) = classes.get_mut((*start + *length) as usize)
                {
                    *slot = class as ClassId;
                    *length += 1;
                }
            }
        }
        let opening = opening_states(&self.states);
        let opens = |class: ClassId| {
            opening.iter().any(|at| {
                let exact = self.states.get(*at as usize).map_or(&[][..], |s| &s.exact);
                self.edges.contains_key(&(*at, class)) || exact.iter().any(|(c, ..)| *c == class)
            })
        };
        let opens = (0..self.members.len())
            .map(|class| opens(class as ClassId))
            .collect();
        let opening = || {
            opening
                .iter()
                .filter_map(|state| self.states.get(*state as usize))
        };
        let by_mention = opening().any(|state| !state.mentions.is_empty());
        let by_any = opening().any(|s| !s.gaps.is_empty() || !s.phrases.is_empty());
        Automaton {
            opens,
            by_mention,
            by_any,
            states: self.states,
            edges: self.edges,
            classes_of,
            classes,
            phrase_end,
            determiner,
        }
    }
}

/// The states that matching begins in: the first and those reached from it by leaving something out.
fn opening_states(states: &[State]) -> Vec<u32> {
    let mut opening = vec![ROOT];
    let mut at = 0;
    while let Some(state) = opening.get(at).and_then(|s| states.get(*s as usize)) {
        for next in &state.free {
            if !opening.contains(next) {
                opening.push(*next);
            }
        }
        at += 1;
    }
    opening
}

/// The merged patterns.
#[derive(Debug)]
pub struct Automaton {
    pub(super) states: Vec<State>,
    pub(super) edges: FxHashMap<(u32, ClassId), u32>,
    pub(super) classes_of: FxHashMap<Word, (u32, u32)>,
    pub(super) classes: Vec<ClassId>,
    pub(super) phrase_end: ClassId,
    pub(super) determiner: ClassId,
    /// Of each class, whether a pattern begins with a word of it.
    opens: Vec<bool>,
    /// Whether a pattern begins with a mention.
    by_mention: bool,
    /// Whether a pattern may begin at any word.
    by_any: bool,
}

impl Automaton {
    /// The number of states, for listings.
    pub fn size(&self) -> usize {
        self.states.len()
    }

    /// Whether a pattern may begin at a word of `classes`, or where a mention begins.
    pub(super) fn may_begin(&self, classes: &[ClassId], mention: bool) -> bool {
        let opens = |class: &ClassId| self.opens.get(*class as usize) == Some(&true);
        self.by_any || (mention && self.by_mention) || classes.iter().any(opens)
    }

    pub(super) fn state(&self, state: u32) -> &State {
        &self.states[state as usize]
    }

    pub(super) fn classes(&self, word: Word) -> &[ClassId] {
        match self.classes_of.get(&word) {
            Some((start, length)) => self
                .classes
                .get(*start as usize..(*start + *length) as usize)
                .unwrap_or(&[]),
            None => &[],
        }
    }
}
