//! Where sentences and paragraphs end.
//!
//! A single line break ends a paragraph unless the text is hard-wrapped, as old wires and mails are.

use super::shape::Shape;
use super::token::Token;
use super::word::Word;
use super::words::{may_end_sentence, opens_sentence};
use crate::text::Span;
use std::ops::Range;

/// What part of an article a sentence belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// The headline: the title, or the first short line of a text.
    Headline,
    /// A short line between paragraphs.
    Subhead,
    /// Place, date and agency before the first sentence: `PARIS, Sept 15 (XX) -`.
    Dateline,
    /// Running text.
    Body,
    /// A picture's caption or credit line.
    Caption,
    /// Advertisements, "Read more", subscription lines, the publication date on a line of its own.
    Boilerplate,
    /// The text of an embedded post.
    Post,
    /// Who posted it and when: `— Name (@handle) March 1, 2022`.
    Signature,
}

impl Region {
    /// The region's name in machine formats.
    pub fn label(self) -> &'static str {
        match self {
            Region::Headline => "headline",
            Region::Subhead => "subhead",
            Region::Dateline => "dateline",
            Region::Body => "body",
            Region::Caption => "caption",
            Region::Boilerplate => "boilerplate",
            Region::Post => "post",
            Region::Signature => "signature",
        }
    }

    /// Whether it is text in sentences, the article's own or that of an embedded post.
    pub fn is_running(self) -> bool {
        matches!(self, Region::Body | Region::Post)
    }

    /// Whether claims are read from it: nothing is claimed by captions, boilerplate, datelines and signatures.
    pub fn makes_claims(self) -> bool {
        matches!(
            self,
            Region::Headline | Region::Subhead | Region::Body | Region::Post
        )
    }
}

/// A sentence: a range of the document's tokens that no pattern crosses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Indices into the document's tokens.
    pub tokens: Range<usize>,
    /// From its first token to its last.
    pub span: Span,
    /// What part of the article it belongs to.
    pub region: Region,
    /// Number of its paragraph, from 0.
    pub paragraph: usize,
    /// Index into the document's posts, for regions `Post` and `Signature`.
    pub post: Option<usize>,
}

/// Splits `tokens` (of one part of a source) into paragraphs: ranges of token indices.
pub(super) fn paragraphs(tokens: &[Token]) -> Vec<Range<usize>> {
    let wrapped = is_hard_wrapped(tokens);
    let breaks = |t: &Token| t.is(Shape::NEW_PARAGRAPH) || (!wrapped && t.is(Shape::NEW_LINE));
    let mut ranges = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate().skip(1) {
        if breaks(token) {
            ranges.push(start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        ranges.push(start..tokens.len());
    }
    ranges
}

/// Whether most line breaks of the text fall inside sentences: lines of 40 to 90 bytes that end in mid-sentence.
fn is_hard_wrapped(tokens: &[Token]) -> bool {
    let mut line_start = 0;
    let (mut inside, mut all) = (0, 0);
    for pair in tokens.windows(2) {
        let [last, next] = pair else { continue };
        if !next.is(Shape::NEW_LINE) {
            continue;
        }
        let length = last.end.saturating_sub(line_start);
        line_start = next.start;
        if next.is(Shape::NEW_PARAGRAPH) {
            continue;
        }
        all += 1;
        if (40..=90).contains(&length) && !ends_clause(last) {
            inside += 1;
        }
    }
    all >= 2 && inside * 2 > all
}

fn ends_clause(token: &Token) -> bool {
    const ENDS: [Word; 6] = [
        Word::of("."),
        Word::of("!"),
        Word::of("?"),
        Word::of(":"),
        Word::of("\""),
        Word::of("'"),
    ];
    token.is(Shape::PUNCTUATION) && ENDS.contains(&token.word)
}

const STOP: Word = Word::of(".");
const STOPS: [Word; 4] = [STOP, Word::of("!"), Word::of("?"), Word::of("…")];

/// Splits a paragraph into sentences: ranges of token indices that together cover it.
pub(super) fn sentences(
    tokens: &[Token],
    paragraph: Range<usize>,
) -> impl Iterator<Item = Range<usize>> {
    let mut start = paragraph.start;
    std::iter::from_fn(move || {
        let end = end_of_sentence(tokens, start..paragraph.end);
        let sentence = start..end;
        start = end;
        (!sentence.is_empty()).then_some(sentence)
    })
}

/// Where the first sentence of a range of tokens ends.
fn end_of_sentence(tokens: &[Token], range: Range<usize>) -> usize {
    let stops = Shape::PUNCTUATION.with(Shape::ABBREVIATION);
    let all = tokens.get(range.clone()).unwrap_or(&[]);
    // Nine tokens of ten end nothing.
    let stops = all
        .iter()
        .zip(range.start..)
        .filter(|(token, _)| token.shape.any(stops));
    let mut ends = stops.filter_map(|(_, at)| {
        let end = after_closers(tokens, at, range.end);
        (end < range.end && ends_sentence(tokens, at, end)).then_some(end)
    });
    ends.next().unwrap_or(range.end)
}

/// The index past token `at` and the closing quotes and brackets glued to it.
fn after_closers(tokens: &[Token], at: usize, limit: usize) -> usize {
    let closes = |t: &Token| {
        t.is(Shape::GLUED)
            && (t.is(Shape::QUOTE_MARK)
                || t.word == Word::of(")")
                || t.word == Word::of("]")
                || STOPS.contains(&t.word))
    };
    let mut end = at + 1;
    while end < limit && tokens.get(end).is_some_and(closes) {
        end += 1;
    }
    end
}

/// Whether a sentence ends with token `at` and its closers, before token `next`.
fn ends_sentence(tokens: &[Token], at: usize, next: usize) -> bool {
    let (Some(token), Some(following)) = (tokens.get(at), tokens.get(next)) else {
        return false;
    };
    let dotted = token.is(Shape::WORD) && token.is(Shape::ABBREVIATION);
    let stop = token.is(Shape::PUNCTUATION) && STOPS.contains(&token.word);
    if !dotted && !stop {
        return false;
    }
    // "the end.Then": typed without a space, but a capital after a long word is a new sentence all the same.
    if following.is(Shape::GLUED) {
        let long = at
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .is_some_and(|t| t.end - t.start > 2 && t.is(Shape::WORD) && !t.is(Shape::CAPITAL));
        return !dotted && token.word == STOP && long && following.is(Shape::CAPITAL);
    }
    let opens = following.is(Shape::CAPITAL)
        || following.is(Shape::NUMBER)
        || following.is(Shape::LINK)
        || following.is(Shape::QUOTE_MARK)
        || matches!(following.word, w if [Word::of("("), Word::of("["), Word::of("-"), Word::of("•"), Word::of("×")].contains(&w));
    if !opens {
        return false;
    }
    if !dotted && !token.is(Shape::ABBREVIATION) {
        return true;
    }
    let abbreviation = if dotted {
        Some(token)
    } else {
        at.checked_sub(1).and_then(|before| tokens.get(before))
    };
    let initial = !dotted && abbreviation.is_some_and(|t| t.end - t.start == 1);
    let opener = opens_sentence(following.word) && following.is(Shape::CAPITAL);
    !initial && opener && abbreviation.is_some_and(|t| may_end_sentence(t.word))
}

#[cfg(test)]
mod tests {
    use super::super::token::tokenize;
    use super::*;
    use crate::text::Part;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tokens = tokenize(text, Part::Text);
        let mut shown = Vec::new();
        for paragraph in paragraphs(&tokens) {
            for range in sentences(&tokens, paragraph) {
                let (first, last) = (tokens[range.start], tokens[range.end - 1]);
                shown.push(&text[first.start as usize..last.end as usize]);
            }
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        check(
            "Sergey V. Lavrov met Gen. Smith in the U.S. Senate. He left.",
            &[
                "Sergey V. Lavrov met Gen. Smith in the U.S. Senate.",
                "He left.",
            ],
        );
        check(
            "It opened at 9 a.m. Tuesday. They came to the U.S. The talks began.",
            &[
                "It opened at 9 a.m. Tuesday.",
                "They came to the U.S.",
                "The talks began.",
            ],
        );
        check(
            "Nikko Inc. said so. It was No. 1.",
            &["Nikko Inc. said so.", "It was No. 1."],
        );
    }

    #[test]
    fn closing_quotes_belong_to_the_sentence_before() {
        check(
            "“We stay.” He smiled. \"Why?\" they asked.",
            &["“We stay.”", "He smiled.", "\"Why?\" they asked."],
        );
    }

    #[test]
    fn hard_wrapped_lines_are_one_paragraph() {
        let text = "THE MAYOR REPORTED THAT ABOUT FIFTY FARMERS OF VARIOUS\nVILLAGES HAD COME TO TOWN TO PROTEST AGAINST THE NEW\nTAX ON WATER. THEY LEFT AT NOON.";
        check(
            text,
            &[
                &text[..text.find(" THEY").unwrap_or(0)],
                "THEY LEFT AT NOON.",
            ],
        );
        check("First line\nSecond line", &["First line", "Second line"]);
    }
}
