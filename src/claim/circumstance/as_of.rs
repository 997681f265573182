//! As of which day a number is told that goes on growing: "as of Monday 120 had died", "the toll rose to 120 on Monday".

use crate::claim::draft::Draft;
use crate::document::{Document, word_lists};
use crate::mention::Mention;
use crate::value::{Kind, Value};
use jiff::civil::Date;

word_lists! {
    /// The lists of `as_of.tsv`.
    enum List of "as_of.tsv" {
        As = "as",
        Of = "of",
        Grew = "grew",
        Between = "between",
    }
}

/// How many words before a number its verb may stand, and between the number and its day.
const VERB: usize = 4;
const BETWEEN: usize = 4;

/// The day as of which the sentence of a draft tells its number, if it says so.
pub(in crate::claim) fn told(
    document: &Document<'_>,
    mentions: &[Mention],
    draft: &Draft,
) -> Option<Date> {
    let sentence = document.sentence_at(draft.tokens.start)?;
    let sentence = document.sentences.get(sentence)?.tokens.clone();
    let first = mentions.partition_point(|m| m.tokens.start < sentence.start);
    let own = mentions.get(first..)?.iter();
    let mut days = own
        .take_while(|m| m.tokens.start < sentence.end)
        .filter_map(|m| Some((m.tokens.start, day(&m.value)?)));
    let told = days.find(|(at, _)| is_led(document, *at) || has_grown(document, draft, *at));
    told.map(|(_, day)| day)
}

/// The one day that a date is.
fn day(value: &Value) -> Option<Date> {
    match value {
        Value::Time(time) if value.kind() == Kind::Date => {
            time.from.filter(|_| time.from == time.to)
        }
        _ => None,
    }
}

fn is(document: &Document<'_>, list: List, at: usize) -> bool {
    list.has(document.word(at))
}

/// Whether "as of" leads to the day at a token.
fn is_led(document: &Document<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(2) else {
        return false;
    };
    is(document, List::As, before) && is(document, List::Of, before + 1)
}

/// Whether the number came so far on the day at a token.
fn has_grown(document: &Document<'_>, draft: &Draft, at: usize) -> bool {
    let number = &draft.tokens;
    let between = number.end..at;
    let near = number.end <= at && between.len() <= BETWEEN;
    let before = number.start.saturating_sub(VERB)..number.start;
    near && between
        .into_iter()
        .all(|word| is(document, List::Between, word))
        && before
            .into_iter()
            .any(|verb| is(document, List::Grew, verb))
}
