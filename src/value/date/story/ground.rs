//! What a day stands on: on the calendar, on the name of a weekday, or on nothing but the day of publication.
//!
//! "On March 9" is March 9 whatever the page says of its own date. "On Tuesday" is some Tuesday, and its week is counted
//! from the day of publication, which archives and reprints get wrong. "At 4 p.m." and "last week" have no day but that.

use crate::document::Document;
use crate::value::date::word::cursor::{DASH, SLASH};
use crate::value::date::word::lexicon;
use crate::value::date::word::term::Term;
use std::ops::Range;

/// What a day stands on, firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// A month, a year, a holiday, figures: "March 9", "2022-03-09", "in 2014".
    Calendar,
    /// A weekday: "on Tuesday", "Monday night".
    Weekday,
    /// Only the day from which it is counted: "4 p.m.", "tonight", "last week".
    Publication,
}

/// What the day of the time expression at `tokens` stands on.
pub fn ground(document: &Document<'_>, tokens: Range<usize>) -> Ground {
    const YEAR: usize = 4;
    let written = document.tokens.get(tokens).unwrap_or(&[]);
    let terms = || {
        written
            .iter()
            .map(|token| lexicon::term_of(document, token))
    };
    let figures = terms()
        .filter(|t| matches!(t, Term::Digits { .. } | Term::Decimal))
        .count();
    let joined = written.iter().any(|t| [DASH, SLASH].contains(&t.word));
    let calendar = |t: Term| match t {
        Term::Month(..) | Term::Holiday => true,
        Term::Digits { len, .. } => usize::from(len) == YEAR,
        _ => false,
    };
    if terms().any(calendar) || (joined && figures > 1) {
        Ground::Calendar
    } else if terms().any(|t| matches!(t, Term::Weekday(..))) {
        Ground::Weekday
    } else {
        Ground::Publication
    }
}
