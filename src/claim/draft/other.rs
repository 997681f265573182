//! Of whom a find really tells: of somebody else than the one whom it holds, where that one only says who is meant ("Ann Lee's
//! brother", "the man who once married Ann Lee").

use crate::claim::party;
use crate::claim::words::List;
use crate::document::{Document, Shape};
use crate::value::{Kind, Value};
use std::ops::Range;

/// Whether somebody is told of as the one that another person belongs to: "killed Ann Lee's brother".
pub(in crate::claim) fn is_whose(
    document: &Document<'_>,
    tokens: &Range<usize>,
    value: &Value,
) -> bool {
    const NEAR: usize = 3;
    let end = tokens.end;
    let token = |at: usize| document.tokens.get(at);
    let owns = token(end).is_some_and(|token| token.is(Shape::POSSESSIVE));
    let somebody = || {
        let words = (end + 1..).map_while(token).take(NEAR);
        let mut words = words.take_while(|t| t.is(Shape::WORD));
        words.any(|t| party::is_people(t.word))
    };
    value.kind() == Kind::Person && owns && somebody()
}

/// Whether somebody, or so many, stand in a clause with "who" whose verb comes before, so that the words behind tell of whom the
/// clause describes: "the man who shot three people was arrested". After a verb of saying, or a word that opens a clause, they may
/// tell of the one named, and a participle behind a number is of those counted: "who was one of three people hurt".
pub(in crate::claim) fn is_in_clause(
    document: &Document<'_>,
    tokens: &Range<usize>,
    value: &Value,
) -> bool {
    let next = document.word(tokens.end);
    let goes_on = match value.kind() {
        Kind::Person => {
            let plain = document.is_shaped(tokens.end, Shape::WORD);
            plain && !List::Relative.has(next) && !List::And.has(next)
        }
        Kind::Count => List::Auxiliary.has(next),
        _ => false,
    };
    goes_on
        && clause(document, tokens.start).is_some_and(|clause| {
            !clause.is_empty()
                && !clause
                    .clone()
                    .any(|at| List::Clausal.has(document.word(at)))
        })
}

/// The words between a "who" and `end`, if it stands so near with no mark between.
fn clause(document: &Document<'_>, end: usize) -> Option<Range<usize>> {
    const NEAR: usize = 8;
    let before = (0..end).rev().take(NEAR);
    let mut words =
        before.take_while(|at| document.is_shaped(*at, Shape::WORD) || is_of_age(document, *at));
    let who = words.find(|at| List::Who.has(document.word(*at)))?;
    Some(who + 1..end)
}

/// Whether a token is a figure or hyphen, as in "17-year-old".
fn is_of_age(document: &Document<'_>, at: usize) -> bool {
    document.is_shaped(at, Shape::NUMBER) || document.slice(at..at + 1) == "-"
}
