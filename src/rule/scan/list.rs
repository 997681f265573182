//! Word lists and choices within a pattern: the phrases of one that begin at a word, read once, whoever asks.

use super::Scanner;
use crate::rule::automaton::{Call, Captured, Match};
use std::rc::Rc;

/// The phrases that begin in a state at a word.
#[derive(Clone, Default)]
pub(super) struct Phrases {
    /// The state; the first state of all is never one in which phrases begin.
    root: u32,
    at: usize,
    found: Option<Rc<[Match]>>,
}

/// So many of them are kept.
pub(super) const KEPT_PHRASES: usize = 128;

impl Scanner<'_> {
    /// Goes on after every phrase of a list or a choice that begins at `at`.
    pub(super) fn call(&mut self, call: u32, at: usize) {
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
}
