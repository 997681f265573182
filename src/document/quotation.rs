//! What stands between quotation marks.

use super::sentence::Sentence;
use super::shape::Shape;
use super::token::Token;
use super::word::Word;
use std::ops::Range;

/// Marks the tokens of quotations as `QUOTED` and lists their ranges. A quotation ends with its paragraph at the
/// latest: a mark left open by a typing mistake must not swallow the article.
pub(super) fn mark(
    tokens: &mut [Token],
    sentences: &[Sentence],
    quotations: &mut Vec<Range<usize>>,
) {
    for paragraph in sentences.chunk_by(|a, b| a.paragraph == b.paragraph) {
        if let (Some(first), Some(last)) = (paragraph.first(), paragraph.last()) {
            mark_paragraph(tokens, first.tokens.start..last.tokens.end, quotations);
        }
    }
}

fn mark_paragraph(
    tokens: &mut [Token],
    paragraph: Range<usize>,
    quotations: &mut Vec<Range<usize>>,
) {
    let mut open: Option<usize> = None;
    let mut at = paragraph.start;
    while at < paragraph.end {
        let Some(width) = mark_width(tokens, at) else {
            at += 1;
            continue;
        };
        open = match open {
            Some(from) => {
                close(tokens, from..at, quotations);
                None
            }
            None => Some(at + width),
        };
        at += width;
    }
    if let Some(from) = open {
        close(tokens, from..paragraph.end, quotations);
    }
}

fn close(tokens: &mut [Token], range: Range<usize>, quotations: &mut Vec<Range<usize>>) {
    if range.is_empty() {
        return;
    }
    for token in tokens.get_mut(range.clone()).unwrap_or(&mut []) {
        token.shape = token.shape.with(Shape::QUOTED);
    }
    quotations.push(range);
}

/// How many tokens make the double quotation mark at `at`: one, or two for the typewriter's ``` `` ``` and `''`.
/// Single marks are left alone: too many of them are apostrophes.
fn mark_width(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens
        .get(at)
        .filter(|t| t.is(Shape::QUOTE_MARK) || t.is(Shape::POSSESSIVE))?;
    if token.word == Word::of("\"") {
        return Some(1);
    }
    let next = tokens.get(at + 1)?;
    (token.word == Word::of("'") && next.word == token.word && next.is(Shape::GLUED)).then_some(2)
}
