//! Against which day an article's relative words are read: its publication day, or the day of an embedded post.
//!
//! The day comes from the source's `published`, unless the text itself gives an earlier one; else from a date at the head
//! of the text, a dateline or a "Posted:" line. The clock is never asked: without any of these there is no anchor, and
//! "Tuesday" stays a Tuesday.

use super::stated;
use crate::document::Document;
use crate::value::date::word::lexicon;
use crate::value::date::word::term::Term;
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
/// `published` given as `2022-03-02` or `2022-03-02T16:12` goes first, where no dateline and no "Posted:" line gives an
/// earlier day; then ` date 2022-03-02 ` at the head of the text, then a date in a dateline (`GENEVA, 1 March 2022 -`),
/// on a "Posted:" line or in a headline's place.
pub fn anchor(document: &Document<'_>) -> Option<Anchor> {
    anchor_of(document, &lexicon::terms(document))
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
pub(in crate::value::date) fn anchor_of(document: &Document<'_>, terms: &[Term]) -> Option<Anchor> {
    let day = match document.source.published.as_deref().and_then(parse) {
        Some(published) => match stated::earlier_day(document, terms, published.day) {
            None => return Some(published),
            earlier => earlier,
        },
        None => stated::day(document, terms),
    };
    day.map(|day| Anchor { day, clock: None })
}

/// The day an embedded post says it was posted; `index` counts `Document::posts`.
pub(in crate::value::date) fn post_day_of(
    document: &Document<'_>,
    terms: &[Term],
    index: usize,
) -> Option<Date> {
    let post = document.posts.get(index)?;
    stated::first_day(document, terms, post.date.clone(), None)
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
