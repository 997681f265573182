//! Where the patterns of an automaton match in a document.
//!
//! Matching backtracks within one sentence and visits a state at a position once for each start, nearest gap first.
//!
//! Here belongs what is done when a document is read: what patterns ask of it is looked up once (`page.rs`, `aside.rs`, `entrance.rs`),
//! and the automata are tried in two rounds (`staged.rs`).

mod aside;
mod entrance;
mod list;
pub(super) mod page;
mod staged;
mod start;
mod written;

use crate::document::{Shape, Word};
use crate::rule::automaton::open::Open;
use crate::rule::automaton::present::Present;
use crate::rule::automaton::{Automaton, Captured, Edge, Match, ROOT, State, Target, WordEdge};
use crate::value::Kind;
use crate::value::number::counted_at;
use entrance::Entrance;
use list::{KEPT_PHRASES, Phrases};
use page::PatternPage;
use rustc_hash::FxHashSet;
use start::Root;
use std::ops::Range;

impl Automaton {
    /// Every match in one sentence's tokens.
    pub(super) fn scan_one(&self, page: &PatternPage<'_>, sentence: Range<usize>) -> Vec<Match> {
        let mut scanner = Scanner::new(self, page);
        scanner.sentence(sentence);
        scanner.found
    }
}

/// Matches one automaton after the other in a document.
pub(super) struct Scanner<'a> {
    automaton: &'a Automaton,
    page: &'a PatternPage<'a>,
    /// The classes of the sentence's words: a word is looked up once, however many states ask.
    present: Present<'a>,
    /// The states on the way to what may match in the sentence.
    open: Open<'a>,
    /// With which edges patterns may begin in the sentence, and where.
    roots: Vec<Root>,
    /// Where the sentence begins, and where it ends.
    first: usize,
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
    pub(super) found: Vec<Match>,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(automaton: &'a Automaton, page: &'a PatternPage<'a>) -> Self {
        Scanner {
            automaton,
            page,
            present: Present::new(automaton.numbering),
            open: Open::new(&automaton.ends),
            roots: Vec::new(),
            first: 0,
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

    /// Goes on to another automaton. What it lays out of a sentence lies where that of the one before lay.
    pub(super) fn turn_to(&mut self, automaton: &'a Automaton) {
        self.automaton = automaton;
        self.present.turn_to(automaton.numbering);
        self.open.turn_to(&automaton.ends);
        self.phrases.fill(Phrases::default());
    }

    /// Finds every match in the sentences of the document that make claims: for each pattern and first word the nearest.
    pub(super) fn scan(&mut self) {
        let sentences = self.page.document.sentences.iter();
        for sentence in sentences.filter(|s| s.region.makes_claims()) {
            self.sentence(sentence.tokens.clone());
        }
    }

    fn sentence(&mut self, tokens: Range<usize>) {
        let page = self.page;
        (self.first, self.end) = (tokens.start, tokens.end);
        let words = page.classes.get(tokens.clone()).unwrap_or(&[]);
        let entrances = page.entrances.within(tokens.clone()).iter();
        let kinds = entrances.filter_map(|e| {
            let mention = page.mentions.get(e.mention)?;
            Some((e.start, mention.value.kind()))
        });
        self.present.sentence(tokens.start, words, kinds);
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
        if id == self.root {
            return;
        }
        if is_transparent(token.shape, token.word) {
            self.enter(id, at + 1);
        } else if let Some(end) = self.page.asides.light(at).filter(|end| *end < self.end) {
            self.skipped.push(at..end);
            self.enter(id, end);
            self.skipped.pop();
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
                while let Some(entrance) = self.page.entrances.at(next, at) {
                    let Entrance { end, mention, .. } = entrance;
                    next += 1;
                    let kind = self.page.mentions.get(mention).map(|m| m.value.kind());
                    if end <= self.end
                        && kind.is_some_and(|kind| kinds.has(kind))
                        && self.may_take(entrance)
                    {
                        let captured = Captured {
                            name,
                            tokens: self.own_words(mention, at..end),
                            mention: Some(mention),
                            label: None,
                        };
                        self.capture(captured.clone(), to, end);
                        self.before_noun(&captured, mention, to);
                        if may_act(kind) {
                            let counted = kind == Some(Kind::Count);
                            self.past_asides(&captured, at..end, counted, to);
                        }
                    }
                }
            }
            Edge::Phrase(name, to) if self.open.has(to) => {
                let end = self.phrase_end(at);
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

    /// The words of a mention without the determiner through which it was entered.
    fn own_words(&self, mention: usize, entered: Range<usize>) -> Range<usize> {
        let first = self
            .page
            .mentions
            .get(mention)
            .map_or(entered.start, |m| m.tokens.start);
        entered.start.max(first)..entered.end
    }

    /// Whether a mention may be taken here: a whole only after its part.
    fn may_take(&self, entrance: Entrance) -> bool {
        let taken = |part: usize| self.captures.iter().any(|c| c.mention == Some(part));
        entrance.part.is_none_or(taken)
    }

    /// Goes on within a number at what it counts, if the pattern writes that too: "{arrests} arrests", "{hurt} of the
    /// {aboard} people".
    fn before_noun(&mut self, captured: &Captured, mention: usize, to: u32) {
        let mention = self.page.mentions.get(mention);
        let noun = mention.and_then(|m| counted_at(self.page.document, &m.tokens, &m.value));
        if let Some(at) = noun.filter(|at| *at < self.end) {
            self.captures.push(captured.clone());
            self.read_word(to, at);
            self.captures.pop();
        }
    }

    /// Goes on if the word at `at` is one that `state` waits for; a pattern cannot end before it.
    fn read_word(&mut self, state: u32, at: usize) {
        let automaton = self.automaton;
        let own = automaton.state(state);
        self.follow(own, at);
        for edge in automaton.other_edges(own) {
            if let Edge::Free(next) = edge {
                self.read_word(next, at);
            }
        }
    }

    /// Goes on at the verb of a subject, `counted` or named.
    fn past_asides(&mut self, captured: &Captured, subject: Range<usize>, counted: bool, to: u32) {
        let (page, sentence) = (self.page, self.first..self.end);
        let verbs = page
            .asides
            .verbs(page.document, &sentence, &subject, counted);
        for (verb, passed) in verbs {
            if !self.may_enter(to, verb) {
                continue;
            }
            self.skipped.push(passed);
            self.capture(captured.clone(), to, verb);
            self.skipped.pop();
        }
    }

    fn capture(&mut self, captured: Captured, to: u32, at: usize) {
        self.captures.push(captured);
        self.enter(to, at);
        self.captures.pop();
    }

    /// Up to `words` words, punctuation not counted; neither a sentence's end nor a semicolon is ever crossed.
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
            } else if self.page.document.text(token) == ";" {
                return;
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
            || is_transparent(token.shape, token.word)
            || self.page.asides.light(at).is_some()
    }

    fn phrase_end(&self, from: usize) -> usize {
        const LONGEST: usize = 16;
        let ends = |at: usize| {
            self.page.document.tokens.get(at).is_none_or(|t| {
                let inner = is_transparent(t.shape, t.word) || t.is(Shape::POSSESSIVE);
                (t.is(Shape::PUNCTUATION) && !inner)
                    || self.present.has(self.automaton.phrase_end, at)
            })
        };
        let limit = self.end.min(from + LONGEST);
        let end = (from..limit).find(|at| ends(*at)).unwrap_or(limit);
        (from..end)
            .rev()
            .find(|at| {
                self.page
                    .document
                    .tokens
                    .get(*at)
                    .is_some_and(|t| !t.is(Shape::QUOTE_MARK))
            })
            .map_or(from, |last| last + 1)
    }
}

/// Whether a mention of a kind can be a subject of which something is said before its verb.
fn may_act(kind: Option<Kind>) -> bool {
    matches!(
        kind,
        Some(Kind::Person | Kind::Organisation | Kind::Body | Kind::Country | Kind::Count)
    )
}

/// Signs that a pattern need not write: quotation marks, hyphens inside words, the full stop of an abbreviation.
fn is_transparent(shape: Shape, word: Word) -> bool {
    shape.has(Shape::QUOTE_MARK)
        || (shape.has(Shape::PUNCTUATION)
            && (shape.has(Shape::ABBREVIATION)
                || (shape.has(Shape::GLUED) && word == Word::of("-"))))
}
