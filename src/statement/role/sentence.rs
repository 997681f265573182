//! Where in a sentence a description of somebody named can stand: the words of a phrase, and what ends it.

use crate::claim::Account;
use crate::compare::is_role;
use crate::document::{Shape, Word, WordLists, slots};
use crate::value::{Kind, Value};
use std::ops::Range;

/// The words of `words.tsv`.
const LISTS: &str = include_str!("words.tsv");
pub(super) static WORDS: WordLists<{ slots(LISTS) }> = WordLists::new(LISTS);

/// Longer phrases are clauses.
const LONGEST: usize = 8;

/// A sentence in which descriptions are looked for.
#[derive(Clone, Copy)]
pub(super) struct RoleSentence<'a> {
    /// The article.
    pub(super) account: &'a Account<'a>,
    /// What is described: a person, or an organisation or other body.
    pub(super) kind: Kind,
    /// The first token of the sentence, and one past the last.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl RoleSentence<'_> {
    /// Whether the token at `at` is in the sentence and has all flags of `shape`.
    pub(super) fn has(&self, at: usize, shape: Shape) -> bool {
        self.token(at).is_some_and(|t| t.is(shape))
    }

    fn token(&self, at: usize) -> Option<&crate::document::Token> {
        let inside = (self.start..self.end).contains(&at);
        self.account.document.tokens.get(at).filter(|_| inside)
    }

    /// Whether the word at `at` is of a class of `words.tsv`.
    pub(super) fn is(&self, at: usize, class: &str) -> bool {
        self.token(at).is_some_and(|t| WORDS.has(class, t.word))
    }

    /// The role that the word at `at` tells: what follows `prefix` in the name of its class.
    pub(super) fn role_of(&self, at: usize, prefix: &str) -> Option<String> {
        let mut classes = WORDS.classes(self.token(at)?.word);
        let role = classes.find_map(|class| class.strip_prefix(prefix))?;
        Some(role.replace('-', " "))
    }

    /// Whether the token at `at` is this sign or word.
    pub(super) fn spells(&self, at: usize, word: &str) -> bool {
        self.token(at).is_some_and(|t| t.word == Word::new(word))
    }

    /// Whether nothing, or a sign that ends a phrase, stands at `at`.
    pub(super) fn ends(&self, at: usize) -> bool {
        const SIGNS: [Word; 7] = [
            Word::of(","),
            Word::of("."),
            Word::of(";"),
            Word::of(":"),
            Word::of(")"),
            Word::of("!"),
            Word::of("?"),
        ];
        self.token(at).is_none_or(|t| {
            let dash = t.is(Shape::PUNCTUATION) && t.word == Word::of("-") && !t.is(Shape::GLUED);
            SIGNS.contains(&t.word) || t.is(Shape::QUOTE_MARK) || dash
        })
    }

    /// Whether the token at `at` can be part of a description without a break: a word that is not everyday grammar, a
    /// hyphen in it, a possessive.
    fn joins(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| {
            let hyphen = t.word == Word::of("-") && t.is(Shape::GLUED);
            let number = t.is(Shape::NUMBER) && self.has(at + 1, Shape::GLUED);
            let word =
                t.is(Shape::WORD) && !WORDS.has("stop", t.word) && !WORDS.has("determiner", t.word);
            word || hyphen || number || t.is(Shape::POSSESSIVE)
        })
    }

    /// One past the phrase that starts at `at`.
    pub(super) fn phrase_end(&self, at: usize) -> usize {
        let limit = self.end.min(at + LONGEST);
        (at..limit).find(|&at| !self.joins(at)).unwrap_or(limit)
    }

    /// Where the phrase that ends before `end` starts.
    pub(super) fn phrase_start(&self, end: usize) -> usize {
        let limit = self.start.max(end.saturating_sub(LONGEST));
        let mut start = end;
        while start > limit && self.joins(start - 1) {
            start -= 1;
        }
        start
    }

    /// The words of `tokens`, apart by single blanks; possessives and hyphens are left out.
    pub(super) fn words(&self, tokens: Range<usize>) -> String {
        let document = &self.account.document;
        let words = tokens.filter_map(|at| document.tokens.get(at));
        let words = words.filter(|t| !t.is(Shape::PUNCTUATION) && !t.is(Shape::POSSESSIVE));
        words
            .map(|t| document.text(t))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Whether `phrase` ends with a word for what somebody is.
    pub(super) fn is_described(&self, phrase: Range<usize>) -> bool {
        let end = phrase.end;
        let starts = phrase.filter(|&at| self.has(at, Shape::WORD));
        starts
            .into_iter()
            .any(|at| is_role(self.kind, &self.words(at..end)))
    }

    /// Whether the article names somebody within `tokens`.
    pub(super) fn names_somebody(&self, tokens: &Range<usize>) -> bool {
        let mentions = &self.account.mentions;
        let first = mentions.partition_point(|m| m.tokens.start + LONGEST < tokens.start);
        let near = mentions.get(first..).unwrap_or(&[]).iter();
        near.take_while(|m| m.tokens.start < tokens.end).any(|m| {
            let name = m.name_tokens.as_ref();
            let overlaps = name.is_some_and(|n| n.start < tokens.end && tokens.start < n.end);
            matches!(m.value, Value::Name(_)) && overlaps
        })
    }
}
