//! Patterns of rule files in one automaton over tokens.
//!
//! The patterns are merged as a trie whose edges are word classes, kinds of mention, gaps and literal forms; patterns
//! that begin alike share their beginning, and those that name a word list share the list. A token's classes in all
//! automata come from one look-up, so a token that no pattern names costs the same whatever the number of patterns.
//!
//! Here belongs what was merged, as it is read where it lies (`table.rs`): the classes of words (`class.rs`), what a sentence has of
//! them (`present.rs`), and what is open in it (`open.rs`); `automata.rs` has all automata of a run.

pub(super) mod automata;
pub(super) mod class;
pub(super) mod open;
pub(super) mod present;
pub(super) mod table;

use crate::value::Kind;
use open::Ends;
use std::borrow::Cow;
use std::ops::Range;
use table::{Row, Rows, Table};

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
pub(super) struct Kinds(pub(super) u32);

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

    /// The kinds of both.
    pub(super) fn or(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    pub(super) fn has(self, kind: Kind) -> bool {
        self.0 & (1 << (kind as u32)) != 0
    }
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

/// Where an edge leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// To a state, after the word.
    State(u32),
    /// Into the phrases of a list or of a choice that may begin with the word (index of the [`Call`]).
    Call(u32),
    /// To a state, if the word is written as it must be (index of the [`Exact`]).
    Exact(u32),
}

/// An edge for a word of a class.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordEdge {
    pub(super) class: ClassId,
    pub(super) target: Target,
}

/// An edge for anything but a word of a class.
#[derive(Clone, Copy, Debug)]
pub(super) enum Edge {
    /// Nothing is read.
    Free(u32),
    /// Up to so many words are passed over.
    Gap(u8, u32),
    /// A mention.
    Mention(NameId, Kinds, u32),
    /// The rest of a phrase.
    Phrase(NameId, u32),
    /// Phrases that may begin with a mention.
    Call(u32),
    /// Phrases that may begin with anything.
    CallAny(u32),
}

/// A form that must stand as written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exact {
    /// Its number among the forms.
    pub(super) form: u32,
    /// The state after it.
    pub(super) to: u32,
}

/// The phrases of a word list or a choice between two states: an automaton of their own, which all who name the list share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Call {
    /// The state in which the phrases begin.
    pub(super) root: u32,
    /// What a choice is kept under.
    pub(super) name: Option<NameId>,
    /// The state after the phrase.
    pub(super) to: u32,
}

/// What leaves a state, as ranges of the automaton's tables.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct State {
    pub(super) accepts: (u32, u32),
    pub(super) words: (u32, u32),
    pub(super) edges: (u32, u32),
    /// Whether nothing happens here but by reading a word.
    pub(super) waits: bool,
}

pub(super) const ROOT: u32 = 0;

impl State {
    /// Whether so many edges for words leave it that they are looked up by the classes of a word; fewer are held against the
    /// word one by one.
    pub(super) fn has_many_words(&self) -> bool {
        self.words.1 - self.words.0 > 100
    }
}

impl Row<7> for State {
    #[inline]
    fn read([accept, accepts, word, words, edge, edges, waits]: [u32; 7]) -> Self {
        State {
            accepts: (accept, accepts),
            words: (word, words),
            edges: (edge, edges),
            waits: waits != 0,
        }
    }

    fn numbers(&self) -> [u32; 7] {
        let (accepts, words, edges) = (self.accepts, self.words, self.edges);
        let waits = u32::from(self.waits);
        [
            accepts.0, accepts.1, words.0, words.1, edges.0, edges.1, waits,
        ]
    }
}

impl Row<3> for WordEdge {
    #[inline]
    fn read([class, tag, to]: [u32; 3]) -> Self {
        let target = match tag {
            0 => Target::State(to),
            1 => Target::Call(to),
            _ => Target::Exact(to),
        };
        WordEdge { class, target }
    }

    fn numbers(&self) -> [u32; 3] {
        let (tag, to) = match self.target {
            Target::State(to) => (0, to),
            Target::Call(call) => (1, call),
            Target::Exact(exact) => (2, exact),
        };
        [self.class, tag, to]
    }
}

impl Row<4> for Edge {
    #[inline]
    fn read([tag, to, a, b]: [u32; 4]) -> Self {
        match tag {
            0 => Edge::Free(to),
            1 => Edge::Gap(a as u8, to),
            2 => Edge::Mention(a as NameId, Kinds(b), to),
            3 => Edge::Phrase(a as NameId, to),
            4 => Edge::Call(to),
            _ => Edge::CallAny(to),
        }
    }

    fn numbers(&self) -> [u32; 4] {
        match *self {
            Edge::Free(to) => [0, to, 0, 0],
            Edge::Gap(words, to) => [1, to, u32::from(words), 0],
            Edge::Mention(name, kinds, to) => [2, to, u32::from(name), kinds.0],
            Edge::Phrase(name, to) => [3, to, u32::from(name), 0],
            Edge::Call(call) => [4, call, 0, 0],
            Edge::CallAny(call) => [5, call, 0, 0],
        }
    }
}

impl Row<3> for Call {
    #[inline]
    fn read([root, name, to]: [u32; 3]) -> Self {
        let name = name.checked_sub(1).map(|name| name as NameId);
        Call { root, name, to }
    }

    fn numbers(&self) -> [u32; 3] {
        let name = self.name.map_or(0, |name| u32::from(name) + 1);
        [self.root, name, self.to]
    }
}

impl Row<2> for Exact {
    #[inline]
    fn read([form, to]: [u32; 2]) -> Self {
        Exact { form, to }
    }

    fn numbers(&self) -> [u32; 2] {
        [self.form, self.to]
    }
}

/// All patterns merged.
#[derive(Debug)]
pub(super) struct Automaton {
    pub(super) states: Table<State, 7>,
    pub(super) accepts: Table<PatternId, 1>,
    pub(super) words: Table<WordEdge, 3>,
    pub(super) edges: Table<Edge, 4>,
    pub(super) calls: Table<Call, 3>,
    pub(super) exact: Table<Exact, 2>,
    pub(super) forms: Vec<Cow<'static, str>>,
    /// How its classes are numbered.
    pub(super) numbering: Numbering,
    pub(super) phrase_end: ClassId,
    pub(super) determiner: ClassId,
    /// Where patterns end, and what a sentence needs for them to be reached.
    pub(super) ends: Ends,
}

/// How the classes of an automaton are numbered: in this order.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Numbering {
    /// What its first class is called among those of all automata.
    pub(super) first: ClassId,
    /// How many are the rarest word of a pattern.
    pub(super) keys: ClassId,
    /// How many are those or are needed otherwise.
    pub(super) needs: ClassId,
    /// How many there are.
    pub(super) classes: ClassId,
}

impl Row<4> for Numbering {
    fn read([first, keys, needs, classes]: [u32; 4]) -> Self {
        Numbering {
            first,
            keys,
            needs,
            classes,
        }
    }

    fn numbers(&self) -> [u32; 4] {
        [self.first, self.keys, self.needs, self.classes]
    }
}

impl Automaton {
    #[inline]
    pub(super) fn state(&self, state: u32) -> State {
        self.states.get(state as usize).unwrap_or_default()
    }

    /// The patterns that end in a state.
    #[inline]
    pub(super) fn accepted(&self, state: State) -> Rows<'_, PatternId, 1> {
        self.accepts.rows(state.accepts)
    }

    /// The edges of a state for words, in the order in which they are tried; by class if they are many.
    #[inline]
    pub(super) fn word_edges(&self, state: State) -> Rows<'_, WordEdge, 3> {
        self.words.rows(state.words)
    }

    /// The edges of a state that has many, for words of a class.
    pub(super) fn edges_of(&self, state: State, class: ClassId) -> impl Iterator<Item = WordEdge> {
        let edges = self.word_edges(state);
        let first = edges.partition_point(|edge| edge.class < class);
        let edges = edges.after(first);
        edges.take_while(move |edge| edge.class == class)
    }

    /// The other edges of a state, in the order in which they are tried.
    #[inline]
    pub(super) fn other_edges(&self, state: State) -> Rows<'_, Edge, 4> {
        self.edges.rows(state.edges)
    }
}
