//! Against which day an article's relative words are read: its publication day, or the day of an embedded post.
//!
//! The day comes from the source's `published`, else from a date at the head of the text, else from a dateline or a
//! "Posted:" line with a full date. The clock is never asked: without any of these there is no anchor, and "Tuesday"
//! stays a Tuesday.

use super::term::Term;
use super::{lexicon, written};
use crate::document::{Document, Region, Word};
use jiff::civil::{Date, Time as Clock};

/// A moment from which "yesterday" and "on Tuesday" are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The day.
    pub day: Date,
    /// The time of day, where one is given.
    pub clock: Option<Clock>,
}

/// The publication day of a document, as far as it says.
///
/// `published` given as `2022-03-02` or `2022-03-02T16:12` goes first, then ` date 2022-03-02 ` at the head of the text,
/// then a full date in a dateline (`GENEVA, 1 March 2022 -`), in a headline's place or on a "Posted:" line.
pub fn anchor(document: &Document<'_>) -> Option<Anchor> {
    let published = document.source.published.as_deref();
    published
        .and_then(parse)
        .or_else(|| stated(document, &lexicon::terms(document)))
}

/// The day that each embedded post says it was posted, in the order of `Document::posts`.
pub fn post_days(document: &Document<'_>) -> Vec<Option<Date>> {
    if document.posts.is_empty() {
        return Vec::new();
    }
    let terms = lexicon::terms(document);
    let posts = 0..document.posts.len();
    posts
        .map(|post| post_day_of(document, &terms, post))
        .collect()
}

/// [`anchor`] for a document whose terms are known.
pub(super) fn anchor_of(document: &Document<'_>, terms: &[Term]) -> Option<Anchor> {
    let published = document.source.published.as_deref();
    published
        .and_then(parse)
        .or_else(|| stated(document, terms))
}

/// The day an embedded post says it was posted; `index` counts `Document::posts`.
pub(super) fn post_day_of(document: &Document<'_>, terms: &[Term], index: usize) -> Option<Date> {
    let post = document.posts.get(index)?;
    written::full_date(document, terms, post.date.clone())
}

/// A full date in brackets near the head of the text: `KABUL, Afghanistan (March 4, 2011) Troops …`.
fn bracketed(document: &Document<'_>, terms: &[Term]) -> Option<Date> {
    const HEAD: usize = 120;
    const BRACKETS: [Word; 2] = [Word::of("("), Word::of("[")];
    let head = document.tokens.iter().take(HEAD).enumerate();
    let mut opened = head.filter(|(_, token)| BRACKETS.contains(&token.word));
    opened.find_map(|(at, _)| {
        let sentence = document.sentences.get(document.sentence_at(at)?)?;
        written::date_at(document, terms, at + 1, sentence.tokens.end)
    })
}

/// `YYYY-MM-DD`, optionally with `THH:MM` and what may follow.
fn parse(text: &str) -> Option<Anchor> {
    let day: Date = text.get(..10)?.parse().ok()?;
    let clock = text.get(11..16).and_then(|clock| {
        let (hour, minute) = clock.split_once(':')?;
        Clock::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
    });
    Some(Anchor { day, clock })
}

/// The day the text itself gives: at its head, in a dateline, on a "Posted:" line.
fn stated(document: &Document<'_>, terms: &[Term]) -> Option<Anchor> {
    let in_region = |region: Region| {
        let mut sentences = document.sentences.iter().filter(|s| s.region == region);
        sentences.find_map(|s| written::full_date(document, terms, s.tokens.clone()))
    };
    let head = document.leading_date.clone();
    head.and_then(|tokens| written::full_date(document, terms, tokens))
        .or_else(|| in_region(Region::Dateline))
        .or_else(|| in_region(Region::Boilerplate))
        .or_else(|| bracketed(document, terms))
        .or_else(|| in_region(Region::Headline))
        .or_else(|| in_region(Region::Subhead))
        .map(|day| Anchor { day, clock: None })
}
