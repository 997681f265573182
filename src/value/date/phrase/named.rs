//! Whether words of times stand in a name: in the title of a film, of a newspaper, of a programme.
//!
//! Titles are known by their capitals, so nothing is told of sentences in which every word has one, as headlines do.

use crate::document::Shape;
use crate::value::date::tense;
use crate::value::date::word::around::{self, List};
use crate::value::date::word::cursor::Cursor;
use crate::value::date::word::term::Term;
use std::ops::Range;

/// The longest quotation that is taken for a title, in tokens.
const LONGEST: usize = 10;
/// The shortest word whose small first letter shows that a sentence is no headline, in bytes.
const PLAIN: u32 = 4;

/// Whether the word at `at` is of a name, or stands as "the" before one.
pub(super) fn is_named(c: &Cursor<'_>, at: usize) -> bool {
    let at = c.skip_term(at, Term::The);
    let title = title(c, at);
    let named = title.is_some() || is_masthead(c, at) || is_broadcast(c, at);
    named && is_running_text(c, &title.unwrap_or(at..at))
}

/// The quotation around `at`, if it is the title of something: "Friday Night Lights", "The Day After Tomorrow".
fn title(c: &Cursor<'_>, at: usize) -> Option<Range<usize>> {
    if !c.shaped(at, Shape::QUOTED) {
        return None;
    }
    let quotations = &c.document.quotations;
    let after = quotations.partition_point(|range| range.start <= at);
    let range = quotations.get(after.checked_sub(1)?)?.clone();
    if !range.contains(&at) || range.len() > LONGEST {
        return None;
    }
    let word = |at: &usize| c.shaped(*at, Shape::WORD) && !c.possessive(*at);
    let capital = |at: usize| c.shaped(at, Shape::CAPITAL);
    let mut words = range.clone().filter(word);
    let (first, last) = (words.next()?, words.next_back()?);
    let small = |at: usize| capital(at) || around::is(c, at, List::TitleSmall);
    // "The Boys of 1962"
    let ends = capital(last) || c.shaped(last + 1, Shape::NUMBER);
    let titled = capital(first) && ends && range.clone().filter(word).all(small);
    let shouted = range
        .clone()
        .filter(word)
        .all(|at| c.shaped(at, Shape::ALL_CAPS));
    // "Tuesday, March 1," and "Christmas Eve" have their capitals in any sentence.
    let unusual = |at: usize| capital(at) && !is_capital_anyway(c, at);
    let mut further = range.clone().filter(word).filter(|at| *at > first);
    let titled = titled && !shouted && (further.any(unusual) || is_inset(c, &range, first));
    titled.then_some(range)
}

/// Whether the word at `at` is written with a capital wherever it stands.
fn is_capital_anyway(c: &Cursor<'_>, at: usize) -> bool {
    matches!(
        c.term(at),
        Term::Month(..) | Term::Weekday(..) | Term::Weekdays(_) | Term::Holiday
    )
}

/// Whether a quotation that begins with a word of no time stands in its sentence like a name, before which nothing is said:
/// 'a sitcom called "Mayday, Wednesday"'; but 'she said, "No, Wednesday"'.
fn is_inset(c: &Cursor<'_>, range: &Range<usize>, first: usize) -> bool {
    let before = range.start.wrapping_sub(2);
    c.term(first) == Term::None
        && !around::is(c, first, List::TitleSmall)
        && c.shaped(before, Shape::WORD)
        && !tense::is_spoken(c, range.start.wrapping_sub(1))
}

/// "the Sunday Times", "the Friday Club"; not "the Sunday March 6 vote", "the Friday morning raid".
fn is_masthead(c: &Cursor<'_>, at: usize) -> bool {
    let name = |at: usize| {
        c.shaped(at, Shape::CAPITAL)
            && c.shaped(at, Shape::WORD)
            && !matches!(
                c.term(at),
                Term::Month(..) | Term::Part(_) | Term::Weekday(..)
            )
    };
    let part = usize::from(matches!(c.term(at + 1), Term::Part(_)));
    let part = part * usize::from(c.shaped(at + 1, Shape::CAPITAL));
    matches!(c.term(at), Term::Weekday(..))
        && c.term(at.wrapping_sub(1)) == Term::The
        && name(at + 1 + part)
}

/// "the Today programme", "The Tonight Show".
fn is_broadcast(c: &Cursor<'_>, at: usize) -> bool {
    let named = matches!(c.term(at), Term::Day(_) | Term::Tonight) && c.shaped(at, Shape::CAPITAL);
    named && (c.before(at) == Term::The || around::is(c, at + 1, List::Broadcast))
}

/// Whether a longer word of the sentence begins with a small letter outside of `title`.
fn is_running_text(c: &Cursor<'_>, title: &Range<usize>) -> bool {
    let plain = |at: usize| {
        c.token(at).is_some_and(|token| {
            token.is(Shape::WORD) && !token.is(Shape::CAPITAL) && token.end - token.start >= PLAIN
        })
    };
    (c.start..c.end).any(|at| !title.contains(&at) && plain(at))
}
