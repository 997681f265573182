//! Which part of an article each sentence belongs to: headline, dateline, caption, boilerplate, embedded post.

use super::furniture;
use super::sentence::{Region, Sentence};
use super::shape::Shape;
use super::token::Token;
use super::word::Word;
use crate::text::Part;
use std::ops::Range;

/// An embedded post: its text, who posted it and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Tokens of the post's text.
    pub text: Range<usize>,
    /// Tokens of the author's name.
    pub author: Range<usize>,
    /// The token of the `@handle`.
    pub handle: usize,
    /// Tokens after the handle: the date it was posted.
    pub date: Range<usize>,
}

/// Longest line, in words, that may be a headline, subhead or other line that is not running text.
const SHORT_LINE: usize = 20;

/// What running text ends with.
const ENDS: [Word; 4] = [Word::of("."), Word::of("!"), Word::of("?"), Word::of(":")];

/// Finds the embedded posts in a text: `… — Name (@handle) March 1, 2022` at the end of a paragraph.
pub(super) fn posts(tokens: &[Token], paragraphs: &[Range<usize>]) -> Vec<Post> {
    paragraphs
        .iter()
        .filter_map(|paragraph| post(tokens, paragraph.clone()))
        .collect()
}

fn post(tokens: &[Token], paragraph: Range<usize>) -> Option<Post> {
    const LONGEST_DATE: usize = 8;
    const LONGEST_AUTHOR: usize = 14;
    let from = paragraph
        .end
        .saturating_sub(LONGEST_DATE)
        .max(paragraph.start);
    let word = |at: usize| tokens.get(at).map(|t| t.word);
    let handle = (from..paragraph.end).rev().find(|&at| {
        tokens.get(at).is_some_and(|t| t.is(Shape::LINK))
            && at > 0
            && word(at - 1) == Some(Word::of("("))
            && word(at + 1) == Some(Word::of(")"))
    })?;
    let earliest = handle.saturating_sub(LONGEST_AUTHOR).max(paragraph.start);
    let dash = (earliest..handle - 1).rev().find(|&at| {
        is_dash(tokens.get(at)) && tokens.get(at + 1).is_some_and(|t| !t.is(Shape::GLUED))
    })?;
    let dated = tokens
        .get(handle + 2..paragraph.end)?
        .iter()
        .any(|t| t.is(Shape::NUMBER));
    dated.then_some(Post {
        text: paragraph.start..dash,
        author: dash + 1..handle - 1,
        handle,
        date: handle + 2..paragraph.end,
    })
}

fn is_dash(token: Option<&Token>) -> bool {
    token.is_some_and(|t| t.word == Word::of("-"))
}

/// The index past a leading ` date 2022-03-02 ` (as some archives put before a text), and the tokens of the date.
pub(super) fn leading_date(tokens: &[Token], text: &str) -> Option<Range<usize>> {
    let first = tokens.first().filter(|t| t.word == Word::of("date"))?;
    let year = tokens.get(1).filter(|t| t.is(Shape::NUMBER))?;
    let day = tokens.get(5).filter(|t| t.is(Shape::NUMBER))?;
    let written = text.get(year.start as usize..day.end as usize)?;
    let plain = written.len() == 10
        && written.bytes().enumerate().all(|(at, b)| {
            if at == 4 || at == 7 {
                b == b'-'
            } else {
                b.is_ascii_digit()
            }
        });
    (plain && first.start < 40).then_some(1..6)
}

/// Gives every sentence of a part its region; `tokens` are the part's.
pub(super) fn assign(sentences: &mut [Sentence], tokens: &[Token]) {
    let mut body_seen = false;
    let mut headline_seen = sentences
        .first()
        .is_some_and(|s| s.span.part == Part::Title);
    for paragraph in sentences.chunk_by_mut(|a, b| a.paragraph == b.paragraph) {
        let region = paragraph_region(paragraph, tokens, body_seen, headline_seen);
        body_seen |= region == Region::Body;
        headline_seen |= region == Region::Headline;
        for sentence in paragraph {
            if sentence.region == Region::Body {
                sentence.region = region;
            }
        }
    }
    if !body_seen {
        // A text of one short line (a headline given as an article) is all there is to read.
        for sentence in sentences
            .iter_mut()
            .filter(|s| s.region == Region::Headline && s.span.part == Part::Text)
        {
            sentence.region = Region::Body;
        }
    }
}

fn paragraph_region(
    sentences: &[Sentence],
    tokens: &[Token],
    body_seen: bool,
    headline_seen: bool,
) -> Region {
    // Whose picture it is says nothing of the text before it.
    let is_text = |s: &&Sentence| s.region != Region::Caption;
    let (Some(first), Some(last)) = (sentences.first(), sentences.iter().rev().find(is_text))
    else {
        return Region::Body;
    };
    if first.span.part == Part::Title {
        return Region::Headline;
    }
    let all = tokens
        .get(first.tokens.start..last.tokens.end)
        .unwrap_or(&[]);
    let words = all.iter().filter(|t| !t.is(Shape::PUNCTUATION)).count();
    if let Some(region) = furniture::region(all, words) {
        return region;
    }
    let stopped = all
        .iter()
        .rev()
        .find(|t| !t.is(Shape::QUOTE_MARK))
        .is_some_and(|t| ENDS.contains(&t.word));
    if stopped || words > SHORT_LINE {
        return Region::Body;
    }
    if !body_seen && !headline_seen && words >= 3 {
        Region::Headline
    } else {
        Region::Subhead
    }
}
