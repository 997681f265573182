//! Where a number can start: asked of every word of every text; and where a numeral can: asked of every word behind one.

use super::cue::Cue;
use super::numeral::number_word;
use super::words::Words;
use super::{age, fraction, one, quantifier};
use crate::document::{Shape, Token, Word, WordMap};
use std::sync::OnceLock;

/// Whether a numeral can start at `at`, in digits or words: no "several", no "nobody", and an article only before a number word.
pub(super) fn is_numeral(words: &Words<'_>, at: usize) -> bool {
    let Some(token) = words.token(at) else {
        return false;
    };
    if ARTICLES.contains(&token.word) {
        let full = usize::from(Cue::Whole.is(words.word(at + 1)));
        return words.word(at + 1 + full).and_then(number_word).is_some();
    }
    token.is(Shape::NUMBER)
        || number_word(token.word).is_some()
        || is_leading_dot(words, at)
        || fraction::sign(words.text(at)).is_some()
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

const ARTICLES: [Word; 2] = [Word::of("a"), Word::of("an")];

/// The words that a number can start with.
fn table() -> &'static WordMap<()> {
    static WORDS: OnceLock<WordMap<()>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let own = include_str!("numerals.tsv").lines();
        let own = own.filter_map(|line| line.split('\t').next()).map(Word::of);
        let signs = fraction::SIGNS.iter();
        let signs = signs.map(|(sign, _)| Word::new(&sign.to_string()));
        own.chain(signs)
            .chain(ARTICLES)
            .chain([one::ANOTHER])
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
