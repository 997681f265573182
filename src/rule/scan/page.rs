//! What patterns ask of a document, looked up once for all automata: the classes of each word, the ways into mentions, what
//! is said by the way.

use super::aside::Asides;
use super::entrance::Entrances;
use crate::document::Document;
use crate::mention::Mention;
use crate::rule::automaton::class::WordClasses;
use crate::rule::automaton::table::Rows;
use crate::rule::automaton::{Automaton, ClassId};

/// A document as patterns see it.
#[derive(Debug)]
pub(in crate::rule) struct PatternPage<'a> {
    pub(in crate::rule) document: &'a Document<'a>,
    pub(in crate::rule) mentions: &'a [Mention],
    /// The classes of each word in all automata, in order.
    pub(in crate::rule) classes: Vec<Rows<'a, ClassId, 1>>,
    pub(super) entrances: Entrances,
    pub(super) asides: Asides,
}

impl<'a> PatternPage<'a> {
    /// A document with its mentions; which words are determiners, `any` automaton knows.
    pub(in crate::rule) fn new(
        document: &'a Document<'a>,
        mentions: &'a [Mention],
        any: &Automaton,
        vocabulary: &'a WordClasses,
    ) -> Self {
        let classes: Vec<_> = document
            .tokens
            .iter()
            .map(|token| vocabulary.of(token.word))
            .collect();
        let determiner = any.numbering.first + any.determiner;
        let is_determiner = |at: usize| classes.get(at).is_some_and(|of| of.has(determiner));
        let entrances = Entrances::new(document.tokens.len(), mentions, is_determiner);
        PatternPage {
            document,
            mentions,
            classes,
            entrances,
            asides: Asides::new(document, mentions),
        }
    }
}
