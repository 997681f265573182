//! What patterns ask of a document, looked up once for all automata: the classes of each word, and the ways into mentions.

use super::automaton::{Automaton, ClassId};
use super::class::WordClasses;
use super::entrance::Entrances;
use super::need::LONGEST_PHRASE;
use super::present::Sentence;
use super::table::Rows;
use crate::document::{Document, Shape, Token, Word};
use crate::mention::Mention;
use crate::value::Kind;
use std::ops::Range;

/// A document as patterns see it.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) mentions: &'a [Mention],
    /// The classes of each word in all automata, in order.
    pub(super) classes: Vec<Rows<'a, ClassId, 1>>,
    pub(super) entrances: Entrances,
    /// How many signs stand before each token, and in all.
    signs: Vec<u32>,
}

impl<'a> Page<'a> {
    /// A document with its mentions; which words are determiners, `any` automaton knows.
    pub(super) fn new(
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
        let mut signs = Vec::with_capacity(document.tokens.len() + 1);
        signs.push(0);
        let mut count = 0;
        for token in &document.tokens {
            count += u32::from(is_sign(token));
            signs.push(count);
        }
        Page {
            document,
            mentions,
            classes,
            entrances,
            signs,
        }
    }
    /// The words and the ways into mentions of a sentence.
    pub(super) fn sentence(
        &self,
        tokens: Range<usize>,
    ) -> Sentence<'_, 'a, impl Iterator<Item = (Range<usize>, Kind)>> {
        let before = |at: usize| self.signs.get(at).copied().unwrap_or_default();
        let entrances = self.entrances.within(tokens.clone()).iter();
        Sentence {
            base: tokens.start,
            words: self.classes.get(tokens.clone()).unwrap_or(&[]),
            signs: before(tokens.end) - before(tokens.start),
            mentions: entrances.filter_map(|entrance| {
                let mention = self.mentions.get(entrance.mention)?;
                Some((entrance.start..entrance.end, mention.value.kind()))
            }),
        }
    }

    /// The words of a mention without the determiner through which it was entered.
    pub(super) fn own_words(&self, mention: usize, entered: Range<usize>) -> Range<usize> {
        let mention = self.mentions.get(mention);
        let first = mention.map_or(entered.start, |m| m.tokens.start);
        entered.start.max(first)..entered.end
    }

    /// One past the last word of the phrase that begins with the first of these tokens; `ends` says which words end one.
    pub(super) fn phrase_end(&self, tokens: Range<usize>, ends: impl Fn(usize) -> bool) -> usize {
        let from = tokens.start;
        let token = |at: usize| self.document.tokens.get(at);
        let ends = |at: usize| {
            token(at).is_none_or(|t| {
                let inner = is_transparent(t) || t.is(Shape::POSSESSIVE);
                (t.is(Shape::PUNCTUATION) && !inner) || ends(at)
            })
        };
        let limit = tokens.end.min(from + LONGEST_PHRASE as usize);
        let end = (from..limit).find(|at| ends(*at)).unwrap_or(limit);
        let is_word = |at: &usize| token(*at).is_some_and(|t| !t.is(Shape::QUOTE_MARK));
        let last = (from..end).rev().find(is_word);
        last.map_or(from, |last| last + 1)
    }
}

/// Whether a token is a sign that a pattern need not write: quotation marks, hyphens inside words, the full stop of an
/// abbreviation.
pub(super) fn is_transparent(token: &Token) -> bool {
    let shape = token.shape;
    shape.has(Shape::QUOTE_MARK)
        || (shape.has(Shape::PUNCTUATION)
            && (shape.has(Shape::ABBREVIATION)
                || (shape.has(Shape::GLUED) && token.word == Word::of("-"))))
}

/// Whether a token counts as no word: a match may pass it for nothing.
fn is_sign(token: &Token) -> bool {
    token.is(Shape::PUNCTUATION) || token.is(Shape::POSSESSIVE) || is_transparent(token)
}
