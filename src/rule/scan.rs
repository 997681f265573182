//! Where the patterns of an automaton match in a document.
//!
//! Matching backtracks within one sentence and visits a state at a position once for each start, nearest gap first.

use super::automaton::{Automaton, Captured, ClassId, Match, ROOT};
use crate::document::{Document, Shape, Word};
use crate::mention::Mention;
use rustc_hash::FxHashSet;
use std::ops::Range;

impl Automaton {
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
}

struct Scanner<'a> {
    automaton: &'a Automaton,
    document: &'a Document<'a>,
    /// Start of each mention's words, with the mention and its end: sorted.
    starts: Vec<(usize, usize, usize)>,
    mentions: &'a [Mention],
    /// The classes of the sentence's words, from `base` on: a word is looked up once, however many states ask.
    classes: Vec<&'a [ClassId]>,
    base: usize,
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
            classes: Vec::new(),
            base: 0,
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
        let automaton = self.automaton;
        self.base = tokens.start;
        self.end = tokens.end;
        self.classes.clear();
        let words = self.document.tokens.get(tokens.clone()).unwrap_or(&[]);
        self.classes
            .extend(words.iter().map(|t| automaton.classes(t.word)));
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
                .is_some_and(|(start, _, _)| *start == at);
            if automaton.may_begin(self.classes_at(at), mention) {
                self.start = at;
                self.first_found = self.found.len();
                self.visited.clear();
                self.run(ROOT, at);
                self.keep_nearest();
            }
        }
    }

    fn classes_at(&self, at: usize) -> &'a [ClassId] {
        at.checked_sub(self.base)
            .and_then(|n| self.classes.get(n))
            .copied()
            .unwrap_or(&[])
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
            for class in self.classes_at(at) {
                if let Some(to) = automaton.edges.get(&(state, *class)) {
                    self.run(*to, at + 1);
                }
            }
        }
        for (class, form, to) in &here.exact {
            if self.classes_at(at).contains(class) && self.document.text(token) == &**form {
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
            if self.may_enter(to, at) {
                self.skipped.push(from..at);
                self.run(to, at);
                self.skipped.pop();
            }
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

    /// Whether anything can come of being in `state` at `at`: most words after a gap are none that it waits for.
    fn may_enter(&self, state: u32, at: usize) -> bool {
        let here = self.automaton.state(state);
        if !here.waits_for_a_word() {
            return true;
        }
        let Some(token) = self.document.tokens.get(at).filter(|_| at < self.end) else {
            return false;
        };
        let named = || {
            let edges = &self.automaton.edges;
            self.classes_at(at)
                .iter()
                .any(|class| edges.contains_key(&(state, *class)))
        };
        let mentioned = || {
            let first = self.starts.partition_point(|(start, _, _)| *start < at);
            self.starts
                .get(first)
                .is_some_and(|(start, _, _)| *start == at)
        };
        (here.classes && named())
            || (!here.mentions.is_empty() && mentioned())
            || here
                .exact
                .iter()
                .any(|(class, ..)| self.classes_at(at).contains(class))
            || !here.phrases.is_empty()
            || is_transparent(token.shape, token.word)
    }

    fn phrase_end(&self, from: usize) -> usize {
        const LONGEST: usize = 16;
        let ends = |at: usize| {
            self.document.tokens.get(at).is_none_or(|t| {
                let inner = is_transparent(t.shape, t.word) || t.is(Shape::POSSESSIVE);
                (t.is(Shape::PUNCTUATION) && !inner)
                    || self.classes_at(at).contains(&self.automaton.phrase_end)
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
