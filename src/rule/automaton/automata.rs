//! The patterns of all rule files as automata: one of those that are tried in every article, and one for each pack of those
//! that can say nothing in an article that does not tell of the pack's event.

use super::Automaton;
use super::class::WordClasses;

/// All patterns, merged.
#[derive(Debug)]
pub struct Automata {
    /// The classes that each word is in, of all automata.
    pub(in crate::rule) vocabulary: WordClasses,
    /// The patterns that show events, cues, and those of claims that need no event.
    pub(in crate::rule) always: Automaton,
    /// The packs (indices), in order, with the patterns that await their event.
    pub(in crate::rule) awaiting: Vec<(usize, Automaton)>,
}
