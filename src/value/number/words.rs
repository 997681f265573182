//! The words of one sentence, seen from a position: what the readers of this room look at.

use crate::document::{Document, Shape, Token, Word};
use std::ops::Range;

/// A sentence of a document; positions outside it hold nothing, so that no phrase crosses its ends.
#[derive(Clone)]
pub(super) struct Words<'d> {
    pub(super) document: &'d Document<'d>,
    /// The sentence's tokens.
    pub(super) range: Range<usize>,
    /// Where the last number ended: what belongs to it bounds no other.
    pub(super) free: usize,
}

impl<'d> Words<'d> {
    pub(super) fn new(document: &'d Document<'d>, range: Range<usize>) -> Self {
        Words {
            document,
            free: range.start,
            range,
        }
    }

    /// The same up to the token `end`.
    pub(super) fn until(&self, end: usize) -> Self {
        Words {
            range: self.range.start..end.min(self.range.end),
            ..self.clone()
        }
    }

    pub(super) fn token(&self, at: usize) -> Option<&'d Token> {
        self.document
            .tokens
            .get(at)
            .filter(|_| self.range.contains(&at))
    }

    /// The tokens from `at` on.
    pub(super) fn tokens_from(&self, at: usize) -> &'d [Token] {
        let tokens = self.document.tokens.get(at..self.range.end);
        tokens.unwrap_or(&[])
    }

    pub(super) fn word(&self, at: usize) -> Option<Word> {
        self.token(at).map(|token| token.word)
    }

    /// The word before `at`.
    pub(super) fn before(&self, at: usize) -> Option<Word> {
        self.word(at.checked_sub(1)?)
    }

    pub(super) fn text(&self, at: usize) -> &'d str {
        self.token(at).map_or("", |token| self.document.text(token))
    }

    pub(super) fn is(&self, at: usize, shape: Shape) -> bool {
        self.token(at).is_some_and(|token| token.is(shape))
    }

    pub(super) fn is_word(&self, at: usize, ascii: &str) -> bool {
        let Some(token) = self.token(at) else {
            return false;
        };
        // Most words differ in length, which spares the hash; signs and apostrophes have variants of other lengths.
        let letters = ascii
            .as_bytes()
            .first()
            .is_some_and(u8::is_ascii_alphabetic);
        let length = (token.end - token.start) as usize;
        (length == ascii.len() || !letters) && token.word == Word::of(ascii)
    }

    /// Whether nothing stands between the tokens `at - 1` and `at`.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.is(at, Shape::GLUED)
    }

    /// Whether a hyphen or dash without spaces joins `at - 1` and `at + 1`.
    pub(super) fn hyphen(&self, at: usize) -> bool {
        self.dash(at) && self.glued(at) && self.glued(at + 1)
    }

    /// Whether `at` is a hyphen or dash of any length.
    pub(super) fn dash(&self, at: usize) -> bool {
        const HYPHEN: Word = Word::of("-");
        self.word(at) == Some(HYPHEN)
    }

    /// Whether the words from `at` on are `phrase`.
    pub(super) fn starts(&self, at: usize, phrase: &[Word]) -> bool {
        let mut words = phrase.iter().enumerate();
        words.all(|(n, word)| self.word(at + n) == Some(*word))
    }

    /// Whether the words before `end` are `phrase`.
    pub(super) fn ends(&self, end: usize, phrase: &[Word]) -> bool {
        end.checked_sub(phrase.len())
            .is_some_and(|start| self.starts(start, phrase))
    }

    /// Whether `at` is the first word of its sentence, quotation marks aside.
    pub(super) fn opens(&self, at: usize) -> bool {
        at == self.range.start || (at == self.range.start + 1 && !self.is(at - 1, Shape::WORD))
    }
}
