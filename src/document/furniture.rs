//! Which lines belong to the page and not to the article: advertisements, "Read more", captions and credit lines.

use super::phrase_table::{Phrase, PhraseTable};
use super::sentence::Region;
use super::shape::Shape;
use super::token::Token;
use super::word::Word;

// `BEGINS`, `OPENS` and `CAPTION`: the phrases of each sign of `furniture.tsv`.
include!(concat!(env!("OUT_DIR"), "/furniture.rs"));

/// Longest line, in words, that is furniture for what it begins with.
const LONGEST_LINE: usize = 40;
/// Longest caption, in words.
const LONGEST_CAPTION: usize = 60;

/// Whether one of the phrases stands at the head of `tokens`.
fn start<const SLOTS: usize>(phrases: &PhraseTable<SLOTS>, tokens: &[Token]) -> bool {
    let at_head = |words: &[Word]| {
        words.len() <= tokens.len()
            && words
                .iter()
                .zip(tokens)
                .all(|(word, token)| *word == token.word)
    };
    let first = tokens.first().map(|token| token.word);
    first.is_some_and(|first| phrases.of(first).any(|(words, _)| at_head(words)))
}

/// The region of a paragraph that is no part of the article; `words` counts its tokens without punctuation.
pub(super) fn region(paragraph: &[Token], words: usize) -> Option<Region> {
    const COPYRIGHT: Word = Word::of("©");
    if words > LONGEST_CAPTION {
        return None;
    }
    let sign = |t: &Token| t.is(Shape::PUNCTUATION) && t.word != COPYRIGHT;
    let head = paragraph.iter().position(|t| !sign(t)).unwrap_or(0);
    let head = paragraph.get(head..).unwrap_or(&[]);
    if words <= LONGEST_LINE && start(&BEGINS, head) {
        return Some(Region::Boilerplate);
    }
    let caption = start(&OPENS, head)
        || paragraph.iter().enumerate().any(|(at, token)| {
            CAPTION.has(token.word) && start(&CAPTION, paragraph.get(at..).unwrap_or(&[]))
        });
    caption.then_some(Region::Caption)
}
