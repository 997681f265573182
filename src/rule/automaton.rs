//! All patterns of all rule files in one automaton over tokens.
//!
//! The patterns are merged as a trie whose edges are word classes, kinds of mention, gaps and literal forms; patterns
//! that begin alike share their beginning. A token's classes come from one look-up, so a token that no pattern names
//! costs the same whatever the number of patterns. Matching backtracks within one sentence and visits a state at a
//! position once for each start, nearest gap first.

use crate::document::{Document, Shape, Word};
use crate::mention::Mention;
use crate::value::Kind;
use rustc_hash::{FxHashMap, FxHashSet};
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

    fn has(self, kind: Kind) -> bool {
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
struct State {
    accepts: Vec<PatternId>,
    free: Vec<u32>,
    /// Ends of choices: name, label, the state the choice began in, the state that follows.
    closes: Vec<(NameId, u32, u32, u32)>,
    gaps: Vec<(u8, u32)>,
    mentions: Vec<(NameId, Kinds, u32)>,
    phrases: Vec<(NameId, u32)>,
    exact: Vec<(Box<str>, u32)>,
    /// Whether edges for word classes leave it.
    classes: bool,
}

const ROOT: u32 = 0;

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
            Element::Exact(form) => self.states[from as usize].exact.push((form.clone(), to)),
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
        let mut pairs: Vec<(Word, ClassId)> = Vec::new();
        for (class, words) in self.members.iter().enumerate() {
            pairs.extend(words.iter().map(|word| (*word, class as ClassId)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut classes_of =
            FxHashMap::with_capacity_and_hasher(pairs.len(), rustc_hash::FxBuildHasher);
        for (at, (word, _)) in pairs.iter().enumerate() {
            classes_of.entry(*word).or_insert((at as u32, 0)).1 += 1;
        }
        let classes = pairs.into_iter().map(|(_, class)| class).collect();
        Automaton {
            states: self.states,
            edges: self.edges,
            classes_of,
            classes,
            phrase_end,
            determiner,
        }
    }
}

/// The merged patterns.
#[derive(Debug)]
pub struct Automaton {
    states: Vec<State>,
    edges: FxHashMap<(u32, ClassId), u32>,
    classes_of: FxHashMap<Word, (u32, u32)>,
    classes: Vec<ClassId>,
    phrase_end: ClassId,
    determiner: ClassId,
}

impl Automaton {
    /// The number of states, for listings.
    pub fn size(&self) -> usize {
        self.states.len()
    }

    /// Every match in the sentences of the document that make claims: for each pattern and first word the nearest.
    pub fn scan(&self, document: &Document<'_>, mentions: &[Mention]) -> Vec<Match> {
        let mut scanner = Scanner::new(self, document, mentions);
        for sentence in document
            .sentences
            .iter()
            .filter(|s| s.region.makes_claims())
        {
            scanner.sentence(sentence.tokens.clone());
        }
        scanner.found
    }

    /// Every match in one sentence's tokens.
    pub fn scan_one(
        &self,
        document: &Document<'_>,
        mentions: &[Mention],
        sentence: Range<usize>,
    ) -> Vec<Match> {
        let mut scanner = Scanner::new(self, document, mentions);
        scanner.sentence(sentence);
        scanner.found
    }

    fn is_determiner(&self, document: &Document<'_>, at: usize) -> bool {
        document
            .word(at)
            .is_some_and(|w| self.classes(w).contains(&self.determiner))
    }

    fn state(&self, state: u32) -> &State {
        &self.states[state as usize]
    }

    fn classes(&self, word: Word) -> &[ClassId] {
        match self.classes_of.get(&word) {
            Some((start, length)) => self
                .classes
                .get(*start as usize..(*start + *length) as usize)
                .unwrap_or(&[]),
            None => &[],
        }
    }
}

struct Scanner<'a> {
    automaton: &'a Automaton,
    document: &'a Document<'a>,
    /// Start of each mention's words, with the mention and its end: sorted.
    starts: Vec<(usize, usize, usize)>,
    mentions: &'a [Mention],
    end: usize,
    path: Vec<(u32, usize)>,
    captures: Vec<Captured>,
    skipped: Vec<Range<usize>>,
    visited: FxHashSet<(u32, usize)>,
    start: usize,
    first_found: usize,
    found: Vec<Match>,
}

impl<'a> Scanner<'a> {
    fn new(automaton: &'a Automaton, document: &'a Document<'a>, mentions: &'a [Mention]) -> Self {
        let mut starts = Vec::with_capacity(mentions.len() * 2);
        for (index, mention) in mentions.iter().enumerate() {
            let before = mention.tokens.start.checked_sub(1);
            let determined = before.filter(|at| automaton.is_determiner(document, *at));
            starts.extend(determined.map(|at| (at, mention.tokens.end, index)));
            starts.extend(entries(mention).map(|words| (words.start, words.end, index)));
        }
        starts.sort_unstable();
        Scanner {
            automaton,
            document,
            starts,
            mentions,
            end: 0,
            path: Vec::new(),
            captures: Vec::new(),
            skipped: Vec::new(),
            visited: FxHashSet::default(),
            start: 0,
            first_found: 0,
            found: Vec::new(),
        }
    }

    fn sentence(&mut self, tokens: Range<usize>) {
        self.end = tokens.end;
        let automaton = self.automaton;
        let root = automaton.state(ROOT);
        let mut next_mention = self
            .starts
            .partition_point(|(start, _, _)| *start < tokens.start);
        for at in tokens {
            while self
                .starts
                .get(next_mention)
                .is_some_and(|(start, _, _)| *start < at)
            {
                next_mention += 1;
            }
            let mention = self
                .starts
                .get(next_mention)
                .is_some_and(|(start, _, _)| *start == at)
                && !root.mentions.is_empty();
            let named = self
                .document
                .word(at)
                .is_some_and(|w| !self.automaton.classes(w).is_empty());
            if named || mention || !root.exact.is_empty() || !root.gaps.is_empty() {
                self.start = at;
                self.first_found = self.found.len();
                self.visited.clear();
                self.run(ROOT, at);
                self.keep_nearest();
            }
        }
    }

    /// Of several matches of one pattern from one start, keeps that whose holes are filled nearest and longest.
    fn keep_nearest(&mut self) {
        if self.found.len() < self.first_found + 2 {
            return;
        }
        let mut new = self.found.split_off(self.first_found);
        let key = |m: &Match| {
            let starts: Vec<usize> = m.captures.iter().map(|c| c.tokens.start).collect();
            let length: usize = m.captures.iter().map(|c| c.tokens.len()).sum();
            (m.pattern, starts, std::cmp::Reverse(length), m.tokens.end)
        };
        new.sort_by_cached_key(key);
        new.dedup_by_key(|m| m.pattern);
        self.found.extend(new);
    }

    fn run(&mut self, state: u32, at: usize) {
        if state != ROOT && !self.visited.insert((state, at)) {
            return;
        }
        let automaton = self.automaton;
        let here = automaton.state(state);
        for pattern in &here.accepts {
            self.found.push(Match {
                pattern: *pattern,
                tokens: self.start..at,
                captures: self.captures.clone(),
                skipped: self.skipped.clone(),
            });
        }
        self.path.push((state, at));
        for next in &here.free {
            self.run(*next, at);
        }
        for (name, label, from, to) in &here.closes {
            let began = self
                .path
                .iter()
                .rev()
                .find(|(state, _)| state == from)
                .map_or(at, |(_, at)| *at);
            self.capture(
                Captured {
                    name: *name,
                    tokens: began..at,
                    mention: None,
                    label: Some(*label),
                },
                *to,
                at,
            );
        }
        for (words, to) in &here.gaps {
            self.gap(*words, *to, at);
        }
        if at < self.end {
            self.step(state, at);
        }
        self.path.pop();
    }

    /// Follows the edges that read the token at `at`.
    fn step(&mut self, state: u32, at: usize) {
        let automaton = self.automaton;
        let here = automaton.state(state);
        let Some(token) = self.document.tokens.get(at) else {
            return;
        };
        if here.classes {
            for class in automaton.classes(token.word) {
                if let Some(to) = automaton.edges.get(&(state, *class)) {
                    self.run(*to, at + 1);
                }
            }
        }
        for (form, to) in &here.exact {
            if self.document.text(token) == &**form {
                self.run(*to, at + 1);
            }
        }
        if !here.mentions.is_empty() {
            let first = self.starts.partition_point(|(start, _, _)| *start < at);
            for index in first..self.starts.len() {
                let Some((start, end, mention)) = self
                    .starts
                    .get(index)
                    .copied()
                    .filter(|(start, _, _)| *start == at)
                else {
                    break;
                };
                let Some(kind) = self.mentions.get(mention).map(|m| m.value.kind()) else {
                    break;
                };
                let limit = self.end;
                for (name, _, to) in here
                    .mentions
                    .iter()
                    .filter(|(_, kinds, _)| kinds.has(kind) && end <= limit)
                {
                    self.capture(
                        Captured {
                            name: *name,
                            tokens: self.own_words(mention, start..end),
                            mention: Some(mention),
                            label: None,
                        },
                        *to,
                        end,
                    );
                }
            }
        }
        for (name, to) in &here.phrases {
            let end = self.phrase_end(at);
            if end > at {
                self.capture(
                    Captured {
                        name: *name,
                        tokens: at..end,
                        mention: None,
                        label: None,
                    },
                    *to,
                    end,
                );
            }
        }
        if state != ROOT && is_transparent(token.shape, token.word) {
            self.run(state, at + 1);
        }
    }

    /// The words of a mention without the determiner through which it was entered.
    fn own_words(&self, mention: usize, entered: Range<usize>) -> Range<usize> {
        let first = self
            .mentions
            .get(mention)
            .map_or(entered.start, |m| m.tokens.start);
        entered.start.max(first)..entered.end
    }

    fn capture(&mut self, captured: Captured, to: u32, at: usize) {
        self.captures.push(captured);
        self.run(to, at);
        self.captures.pop();
    }

    /// Up to `words` words, punctuation not counted; a sentence's end is never crossed.
    fn gap(&mut self, words: u8, to: u32, from: usize) {
        let mut left = words;
        let mut at = from;
        loop {
            self.skipped.push(from..at);
            self.run(to, at);
            self.skipped.pop();
            let Some(token) = self.document.tokens.get(at).filter(|_| at < self.end) else {
                return;
            };
            if !token.is(Shape::PUNCTUATION) && !token.is(Shape::POSSESSIVE) {
                if left == 0 {
                    return;
                }
                left -= 1;
            }
            at += 1;
        }
    }

    fn phrase_end(&self, from: usize) -> usize {
        const LONGEST: usize = 16;
        let ends = |at: usize| {
            self.document.tokens.get(at).is_none_or(|t| {
                let inner = is_transparent(t.shape, t.word) || t.is(Shape::POSSESSIVE);
                (t.is(Shape::PUNCTUATION) && !inner)
                    || self
                        .automaton
                        .classes(t.word)
                        .contains(&self.automaton.phrase_end)
            })
        };
        let limit = self.end.min(from + LONGEST);
        let end = (from..limit).find(|at| ends(*at)).unwrap_or(limit);
        (from..end)
            .rev()
            .find(|at| {
                self.document
                    .tokens
                    .get(*at)
                    .is_some_and(|t| !t.is(Shape::QUOTE_MARK))
            })
            .map_or(from, |last| last + 1)
    }
}

/// Where a pattern may enter and leave a mention: with a person's title and role, or at the bare name.
fn entries(mention: &Mention) -> impl Iterator<Item = Range<usize>> {
    let bare = mention
        .name_tokens
        .clone()
        .filter(|name| *name != mention.tokens);
    std::iter::once(mention.tokens.clone()).chain(bare)
}

/// Signs that a pattern need not write: quotation marks, hyphens inside words, the full stop of an abbreviation.
fn is_transparent(shape: Shape, word: Word) -> bool {
    shape.has(Shape::QUOTE_MARK)
        || (shape.has(Shape::PUNCTUATION)
            && (shape.has(Shape::ABBREVIATION)
                || (shape.has(Shape::GLUED) && word == Word::of("-"))))
}
