//! Where in a sentence matching begins: with the edges of the first state that an open pattern begins with, where they can be
//! followed.

use super::Scanner;
use crate::rule::automaton::{Edge, ROOT, WordEdge};

/// An edge of the first state, and a bit for each place at which it may be followed.
#[derive(Clone, Copy)]
pub(super) struct Root {
    edge: RootEdge,
    pub(super) places: u64,
}

#[derive(Clone, Copy)]
enum RootEdge {
    Word(WordEdge),
    Other(Edge),
}

impl Scanner<'_> {
    /// Finds out where in the sentence patterns may begin.
    pub(super) fn begin(&mut self) {
        let automaton = self.automaton;
        let root = automaton.state(ROOT);
        let words = automaton.word_edges(root);
        let others = automaton.other_edges(root);
        let present = &self.present;
        let roots = self.open.roots().iter().filter_map(|root| {
            let at = *root as usize;
            let Some(other) = at.checked_sub(words.len()) else {
                let edge = words.get(at)?;
                let places = present.places(edge.class);
                let edge = RootEdge::Word(edge);
                return Some(Root { edge, places });
            };
            let edge = others.get(other)?;
            let places = match edge {
                Edge::Mention(_, kinds, _) => present.mentions(kinds),
                _ => u64::MAX,
            };
            let edge = RootEdge::Other(edge);
            Some(Root { edge, places })
        });
        self.roots.clear();
        self.roots.extend(roots.filter(|root| root.places != 0));
    }

    /// Follows every pattern that may begin at a word.
    pub(super) fn from(&mut self, at: usize) {
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
}
