//! Where the patterns of an automaton match in a document.
//!
//! Matching backtracks within one sentence and visits a state at a position once for each start, nearest gap first.

use super::automaton::{
    Automaton, Call, Captured, Edge, Exact, Match, ROOT, State, Target, WordEdge,
};
use super::entrance::Entrance;
use super::open::Open;
use super::page::{Page, is_transparent};
use super::present::Present;
use crate::document::Shape;
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::rc::Rc;

impl Automaton {
    /// Every match in the sentences of the document that make claims: for each pattern and first word the nearest.
    pub(super) fn scan(&self, page: &Page<'_>) -> Vec<Match> {
        let mut scanner = Scanner::new(self, page);
        let sentences = page.document.sentences.iter();
        for sentence in sentences.filter(|s| s.region.makes_claims()) {
            scanner.sentence(sentence.tokens.clone());
        }
        scanner.found
    }

    /// Every match in one sentence's tokens.
    pub(super) fn scan_one(&self, page: &Page<'_>, sentence: Range<usize>) -> Vec<Match> {
        let mut scanner = Scanner::new(self, page);
        scanner.sentence(sentence);
        scanner.found
    }
}

struct Scanner<'a> {
    automaton: &'a Automaton,
    page: &'a Page<'a>,
    /// The classes of the sentence's words: a word is looked up once, however many states ask.
    present: Present<'a>,
    /// The states on the way to what may match in the sentence.
    open: Open<'a>,
    /// With which edges patterns may begin in the sentence, and where.
    roots: Vec<Root>,
    end: usize,
    /// Which phrases were found of late, so that a list is read once at a word, whoever asks.
    phrases: Vec<Phrases>,
    captures: Vec<Captured>,
    skipped: Vec<Range<usize>>,
    /// The states visited at a word, and in which run: a run is one start of the patterns or of a list's phrases.
    visited: FxHashSet<(u32, u32, u32)>,
    runs: u32,
    run: u32,
    /// The state and the word in which the run began.
    root: u32,
    start: usize,
    first_found: usize,
    found: Vec<Match>,
}

/// An edge of the first state, and a bit for each place at which it may be followed.
#[derive(Clone, Copy)]
struct Root {
    edge: RootEdge,
    places: u64,
}

#[derive(Clone, Copy)]
enum RootEdge {
    Word(WordEdge),
    Other(Edge),
}

/// The phrases that begin in a state at a word.
#[derive(Clone, Default)]
struct Phrases {
    /// The state; the first state of all is never one in which phrases begin.
    root: u32,
    at: usize,
    found: Option<Rc<[Match]>>,
}

/// So many of them are kept.
const KEPT_PHRASES: usize = 128;

impl<'a> Scanner<'a> {
    fn new(automaton: &'a Automaton, page: &'a Page<'a>) -> Self {
        Scanner {
            automaton,
            page,
            present: Present::new(automaton.numbering),
            open: Open::new(&automaton.ends),
            roots: Vec::new(),
            end: 0,
            phrases: vec![Phrases::default(); KEPT_PHRASES],
            captures: Vec::new(),
            skipped: Vec::new(),
            visited: FxHashSet::default(),
            runs: 0,
            run: 0,
            root: ROOT,
            start: 0,
            first_found: 0,
            found: Vec::new(),
        }
    }

    fn sentence(&mut self, tokens: Range<usize>) {
        let page = self.page;
        self.end = tokens.end;
        self.present.sentence(page.sentence(tokens.clone()));
        self.open.sentence(&self.present);
        if self.open.roots().is_empty() {
            return;
        }
        self.present.rest();
        self.visited.clear();
        self.begin();
        let places = self.roots.iter().fold(0, |all, root| all | root.places);
        for at in tokens {
            if places & self.present.bit(at) != 0 {
                self.start = at;
                self.first_found = self.found.len();
                self.runs += 1;
                self.run = self.runs;
                self.from(at);
                self.keep_nearest();
            }
        }
    }

    /// Finds out where in the sentence patterns may begin.
    fn begin(&mut self) {
        let automaton = self.automaton;
        let root = automaton.state(ROOT);
        let words = automaton.word_edges(root);
        let others = automaton.other_edges(root);
        let present = &self.present;
        let roots = self.open.roots().iter().filter_map(|(root, starts)| {
            let at = *root as usize;
            let Some(other) = at.checked_sub(words.len()) else {
                let edge = words.get(at)?;
                let places = present.places(edge.class) & starts;
                let edge = RootEdge::Word(edge);
                return Some(Root { edge, places });
            };
            let edge = others.get(other)?;
            let places = match edge {
                Edge::Mention(_, kinds, _) => present.mentions(kinds) & starts,
                _ => *starts,
            };
            let edge = RootEdge::Other(edge);
            Some(Root { edge, places })
        });
        self.roots.clear();
        self.roots.extend(roots.filter(|root| root.places != 0));
    }

    /// Follows every pattern that may begin at a word.
    fn from(&mut self, at: usize) {
        let bit = self.present.bit(at);
        for number in 0..self.roots.len() {
            let Some(root) = self.roots.get(number).filter(|root| root.places & bit != 0) else {
                continue;
            };
            match root.edge {
                RootEdge::Word(edge) if self.present.has(edge.class, at) => {
                    self.take(edge.target, at);
                }
                RootEdge::Word(_) => {}
                RootEdge::Other(Edge::Free(to)) => self.enter(to, at),
                RootEdge::Other(Edge::Gap(words, to)) => self.gap(words, to, at),
                RootEdge::Other(edge) => self.step(edge, at),
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

    /// Enters a state that several ways may lead to: it is visited once at a word.
    fn enter(&mut self, id: u32, at: usize) {
        if self.open.has(id) && self.visited.insert((id, at as u32, self.run)) {
            self.visit(id, at);
        }
    }

    /// Enters a state by reading a word: no other way leads to it from the state before.
    fn visit(&mut self, id: u32, at: usize) {
        let automaton = self.automaton;
        let state = automaton.state(id);
        for pattern in automaton.accepted(state) {
            self.found.push(Match {
                pattern,
                tokens: self.start..at,
                captures: self.captures.clone(),
                skipped: self.skipped.clone(),
            });
        }
        let edges = automaton.other_edges(state);
        for edge in edges.clone() {
            match edge {
                Edge::Free(next) => self.enter(next, at),
                Edge::Gap(words, to) => self.gap(words, to, at),
                // What reads a word comes after what reads nothing.
                _ => break,
            }
        }
        let Some(token) = self.page.document.tokens.get(at).filter(|_| at < self.end) else {
            return;
        };
        self.follow(state, at);
        for edge in edges {
            self.step(edge, at);
        }
        if id != self.root && is_transparent(token) {
            self.enter(id, at + 1);
        }
    }

    /// Follows the edges for a word of a class.
    fn follow(&mut self, state: State, at: usize) {
        let automaton = self.automaton;
        if state.has_many_words() {
            for class in self.present.classes(at) {
                for edge in automaton.edges_of(state, class) {
                    self.take(edge.target, at);
                }
            }
            return;
        }
        for edge in automaton.word_edges(state) {
            if self.present.has(edge.class, at) {
                self.take(edge.target, at);
            }
        }
    }

    fn take(&mut self, target: Target, at: usize) {
        match target {
            Target::State(to) if self.open.has(to) && self.may_enter(to, at + 1) => {
                self.visit(to, at + 1);
            }
            Target::State(_) => {}
            Target::Call(call) => self.call(call, at),
            Target::Exact(exact) => self.exact(exact, at),
        }
    }

    /// Follows an edge that reads more than a word of a class.
    fn step(&mut self, edge: Edge, at: usize) {
        match edge {
            Edge::Mention(name, kinds, to) if self.open.has(to) => {
                let mut next = self.page.entrances.first(at);
                while let Some(Entrance { end, mention, .. }) = self.page.entrances.at(next, at) {
                    next += 1;
                    let kind = self.page.mentions.get(mention).map(|m| m.value.kind());
                    if end <= self.end && kind.is_some_and(|kind| kinds.has(kind)) {
                        let captured = Captured {
                            name,
                            tokens: self.page.own_words(mention, at..end),
                            mention: Some(mention),
                            label: None,
                        };
                        self.capture(captured, to, end);
                    }
                }
            }
            Edge::Phrase(name, to) if self.open.has(to) => {
                let ends = |at| self.present.has(self.automaton.phrase_end, at);
                let end = self.page.phrase_end(at..self.end, ends);
                if end > at {
                    let captured = Captured {
                        name,
                        tokens: at..end,
                        mention: None,
                        label: None,
                    };
                    self.capture(captured, to, end);
                }
            }
            Edge::Call(call) if self.page.entrances.has(at) => self.call(call, at),
            Edge::CallAny(call) => self.call(call, at),
            _ => {}
        }
    }

    /// Goes on after a word that must stand as written.
    fn exact(&mut self, exact: u32, at: usize) {
        let automaton = self.automaton;
        let Some(Exact { form, to }) = automaton.exact.get(exact as usize) else {
            return;
        };
        if !self.open.has(to) {
            return;
        }
        let token = self.page.document.tokens.get(at);
        let written = token.map(|token| self.page.document.text(token));
        if written == automaton.forms.get(form as usize).map(|form| &**form) {
            self.visit(to, at + 1);
        }
    }

    /// Goes on after every phrase of a list or a choice that begins at `at`.
    fn call(&mut self, call: u32, at: usize) {
        let Some(Call { root, name, to }) = self.automaton.calls.get(call as usize) else {
            return;
        };
        if !self.open.has(to) {
            return;
        }
        let Some(phrases) = self.phrases_from(root, at) else {
            return;
        };
        let (captures, skipped) = (self.captures.len(), self.skipped.len());
        for phrase in phrases.iter() {
            self.captures.extend_from_slice(&phrase.captures);
            self.skipped.extend_from_slice(&phrase.skipped);
            self.captures.extend(name.map(|name| Captured {
                name,
                tokens: phrase.tokens.clone(),
                mention: None,
                label: Some(phrase.pattern),
            }));
            self.enter(to, phrase.tokens.end);
            self.captures.truncate(captures);
            self.skipped.truncate(skipped);
        }
    }

    /// The phrases of the automaton that begins in `root`, from `at` on.
    fn phrases_from(&mut self, root: u32, at: usize) -> Option<Rc<[Match]>> {
        let slot = (root as usize).wrapping_mul(31).wrapping_add(at) % KEPT_PHRASES;
        if let Some(known) = self.phrases.get(slot)
            && (known.root, known.at) == (root, at)
        {
            return known.found.clone();
        }
        let captures = std::mem::take(&mut self.captures);
        let skipped = std::mem::take(&mut self.skipped);
        let (outer, start, run) = (self.root, self.start, self.run);
        let before = self.found.len();
        self.runs += 1;
        (self.root, self.start, self.run) = (root, at, self.runs);
        self.visit(root, at);
        (self.root, self.start, self.run) = (outer, start, run);
        self.captures = captures;
        self.skipped = skipped;
        let found = self.found.split_off(before);
        let found: Option<Rc<[Match]>> = (!found.is_empty()).then(|| found.into());
        if let Some(kept) = self.phrases.get_mut(slot) {
            let found = found.clone();
            *kept = Phrases { root, at, found };
        }
        found
    }

    fn capture(&mut self, captured: Captured, to: u32, at: usize) {
        self.captures.push(captured);
        self.enter(to, at);
        self.captures.pop();
    }

    /// Up to `words` words, punctuation not counted; a sentence's end is never crossed.
    fn gap(&mut self, words: u8, to: u32, from: usize) {
        if !self.open.has(to) {
            return;
        }
        let mut left = words;
        let mut at = from;
        loop {
            if self.may_enter(to, at) {
                self.skipped.push(from..at);
                self.enter(to, at);
                self.skipped.pop();
            }
            let Some(token) = self.page.document.tokens.get(at).filter(|_| at < self.end) else {
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

    /// Whether anything can come of being in `state` at `at`: most words are none that it waits for.
    fn may_enter(&self, id: u32, at: usize) -> bool {
        let automaton = self.automaton;
        let state = automaton.state(id);
        if !state.waits {
            return true;
        }
        let Some(token) = self.page.document.tokens.get(at).filter(|_| at < self.end) else {
            return false;
        };
        let named = |edge: WordEdge| self.present.has(edge.class, at);
        let read = |edge: Edge| match edge {
            Edge::Mention(..) | Edge::Call(_) => self.page.entrances.has(at),
            _ => true,
        };
        automaton.word_edges(state).any(named)
            || automaton.other_edges(state).any(read)
            || is_transparent(token)
    }
}
