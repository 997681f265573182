//! Where a number can start: asked of every word of every text, and of every word behind a number.

use super::words::Words;
use super::{age, quantifier};
use crate::document::{Shape, Token, Word, WordMap};
use std::sync::OnceLock;

/// Whether a number can start at `at`, in digits or words.
pub(super) fn is_at(words: &Words<'_>, at: usize) -> bool {
    words
        .token(at)
        .is_some_and(|token| opens(table(), token) || is_leading_dot(words, at))
}

/// The first token from `at` on where a number can start.
pub(super) fn next(words: &Words<'_>, at: usize) -> Option<usize> {
    let table = table();
    let tokens = words.tokens_from(at).iter().zip(at..);
    let mut starts = tokens.filter(|(token, at)| opens(table, token) || is_leading_dot(words, *at));
    starts.next().map(|(_, at)| at)
}

/// Whether a number can start with this token; one bit tells it of most.
fn opens(table: &WordMap<()>, token: &Token) -> bool {
    token.is(Shape::NUMBER) || table.has(token.word)
}

/// The words that a number can start with.
fn table() -> &'static WordMap<()> {
    static WORDS: OnceLock<WordMap<()>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let own = include_str!("numerals.tsv").lines();
        let own = own.filter_map(|line| line.split('\t').next()).map(Word::of);
        let signs = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞".chars();
        let signs = signs.map(|sign| Word::new(&sign.to_string()));
        let articles = ["a", "an"].map(Word::of);
        own.chain(signs)
            .chain(articles)
            .chain(quantifier::table().starters())
            .chain(age::starters())
            .collect()
    })
}

/// `.08`
fn is_leading_dot(words: &Words<'_>, at: usize) -> bool {
    const DOT: Word = Word::of(".");
    words.word(at) == Some(DOT) && words.is(at + 1, Shape::NUMBER)
}
