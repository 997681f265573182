//! Which lines belong to the page and not to the article: advertisements, "Read more", captions and credit lines.

use super::phrase_table::{Phrase, PhraseTable};
use super::sentence::Region;
use super::shape::Shape;
use super::token::Token;
use super::word::Word;
use std::ops::Range;

// `BEGINS`, `OPENS`, `CAPTION`, `CREDIT` and `SHOWS`: the phrases of each sign of `furniture.tsv`.
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

/// Where the words that say whose picture it is begin, if they stand behind running text: "Two people died in the fire on
/// Monday. (Photo: Tom Berg)". Of a text with several of them each ends a caption, and so does one above the text.
pub(super) fn credit(tokens: &[Token], paragraphs: &[Range<usize>]) -> Option<usize> {
    let own = |paragraph: &Range<usize>| tokens.get(paragraph.clone()).unwrap_or(&[]);
    let credited = |paragraph: &&Range<usize>| sign(own(paragraph)).is_some();
    let mut all = paragraphs.iter().filter(credited);
    let (Some(paragraph), None) = (all.next(), all.next()) else {
        return None;
    };
    let mut text = paragraphs
        .iter()
        .filter(|p| *p != paragraph && p.len() > LONGEST_LINE / 2);
    let above = text
        .next()
        .is_some_and(|first| first.start > paragraph.start);
    let at = (!above).then(|| credit_in(own(paragraph)))?;
    at.map(|at| paragraph.start + at)
}

/// Where in a paragraph words stand that say whose picture it is.
fn sign(paragraph: &[Token]) -> Option<usize> {
    paragraph.iter().enumerate().position(|(at, token)| {
        CREDIT.has(token.word) && start(&CREDIT, paragraph.get(at..).unwrap_or(&[]))
    })
}

/// Where they begin in one that ends with them and is else running text; `None` where they are all of it, or a caption.
fn credit_in(paragraph: &[Token]) -> Option<usize> {
    let sign = sign(paragraph)?;
    let after = paragraph.len() - sign;
    let before = paragraph.get(..=sign)?;
    let opens = |at: &usize| {
        let own = before.get(*at).is_some_and(|t| BRACKETS.contains(&t.word));
        let last = at.checked_sub(1).and_then(|last| before.get(last));
        own || last.is_some_and(|t| STOPS.contains(&t.word))
    };
    let nearest = sign.saturating_sub(LONGEST_NAME)..=sign;
    let at = nearest.rev().find(opens)?;
    let text = before.get(..at)?;
    let head = text.iter().position(|t| !t.is(Shape::PUNCTUATION))?;
    let words = text.iter().filter(|t| !t.is(Shape::PUNCTUATION)).count();
    let last = text.iter().rev().find(|t| !t.is(Shape::QUOTE_MARK))?;
    let runs = words >= SHORTEST_TEXT && STOPS.contains(&last.word);
    let opens = text.get(head..).is_some_and(|text| start(&OPENS, text));
    let shows = |t: &Token| SHOWS.has(t.word) && !t.is(Shape::PUNCTUATION);
    (runs && !opens && !text.iter().any(shows) && after <= LONGEST_CREDIT).then_some(at)
}

/// What ends a sentence before a credit, and what a credit is written in.
const STOPS: [Word; 3] = [Word::of("."), Word::of("!"), Word::of("?")];
const BRACKETS: [Word; 2] = [Word::of("("), Word::of("[")];
/// How far before its sign a credit begins: "(Tom Berg/", and how long it is from there on, in tokens.
const LONGEST_NAME: usize = 8;
const LONGEST_CREDIT: usize = 14;
/// A text before a credit has so many words; one of fewer is a caption without a verb.
const SHORTEST_TEXT: usize = 8;

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::text::Source;

    /// Checks the sentences of `text` with the region of each.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let source = Source::new("a", text);
        let document = Document::parse(&source);
        let sentences = document.sentences.iter();
        let found: Vec<_> = sentences
            .map(|s| (s.region.label(), source.slice(s.span)))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_credit_hides_itself_and_not_the_text_before_it() {
        let told = "Two bakers died in the fire at the old mill on Monday.";
        for credit in [
            "(Photo: Tom Berg)",
            "Photo by Tom Berg.",
            "(Tom Berg/Reuters)",
        ] {
            check(
                &format!("{told} {credit}"),
                &[("body", told), ("caption", credit)],
            );
        }
        // What has no full stop is a caption: it tells of a picture.
        let caption = "Smoke over the old mill of the town on Monday (Photo: Tom Berg)";
        check(caption, &[("caption", caption)]);
        check(told, &[("body", told)]);
    }

    #[test]
    fn what_a_picture_shows_is_a_caption() {
        let caption = |text: &str| [text, "(Photo: Tom Berg)"].join(" ");
        let regions = |text: &str| -> Vec<&str> {
            let source = Source::new("a", text);
            let document = Document::parse(&source);
            document
                .sentences
                .iter()
                .map(|s| s.region.label())
                .collect()
        };
        let seen = caption("Hanna Olsen, left, greets the bakers of the old mill.");
        assert!(!regions(&seen).contains(&"body"));
        // One above the text, and one of several.
        let told = "Two bakers died in the fire at the old mill on Monday.";
        let long = "The fire began in the loft of the old mill, where sacks of flour had been left to dry beside a stove, the fire service said.";
        assert!(!regions(&caption(told)).contains(&"subhead"));
        assert_eq!(
            regions(&[caption(told).as_str(), long].join("\n\n")),
            ["caption", "caption", "body"]
        );
        assert_eq!(
            regions(&[long, caption(told).as_str()].join("\n\n")),
            ["body", "body", "caption"]
        );
    }
}
