//! Which day an article gives for its own: in a dateline, on a "Posted:" line, in brackets at its head, in its file number.
//!
//! A day without a year (`KABUL, Afghanistan (Sept. 8)`) counts where a file number at the head tells year and month
//! (`2010-09-CA-125`); nothing else is guessed.

use super::Story;
use crate::document::{Document, Region, Sentence, Shape, Word};
use crate::value::date::calendar::written;
use crate::value::date::expr::{Day, Expr, Point};
use crate::value::date::resolve;
use crate::value::date::tense::Tense;
use crate::value::date::word::cursor::{COLON, COMMA, Cursor, DASH};
use crate::value::date::word::term::Term;
use jiff::civil::Date;
use std::ops::Range;

/// How many tokens of a text can be its head.
const HEAD: usize = 120;

/// The day of an article whose publication day nobody gives.
pub(super) fn day(document: &Document<'_>, terms: &[Term]) -> Option<Date> {
    let in_region = |region: Region| {
        let mut sentences = document.sentences.iter().filter(|s| s.region == region);
        sentences.find_map(|s| first_day(document, terms, s.tokens.clone(), None))
    };
    let head = document.leading_date.clone();
    head.and_then(|tokens| first_day(document, terms, tokens, None))
        .or_else(|| in_region(Region::Dateline))
        .or_else(|| stamps(document, terms).next())
        .or_else(|| in_region(Region::Boilerplate))
        .or_else(|| bracketed(document, terms, None))
        .or_else(|| in_region(Region::Headline))
        .or_else(|| in_region(Region::Subhead))
        .or_else(|| without_year(document, terms, month(document, terms)?))
}

/// The day that an article published on `published` gives for its own, where that lies earlier: archives and crawls give
/// the day on which they found it.
pub(super) fn earlier_day(
    document: &Document<'_>,
    terms: &[Term],
    published: Date,
) -> Option<Date> {
    let mut stamps = stamps(document, terms);
    let first = stamps.next();
    let (oldest, newest) = stamps.fold((first, first), |(low, high), day| {
        (low.min(Some(day)), high.max(Some(day)))
    });
    let yesterday = published.yesterday().ok()?;
    // Posted and brought up to date on the day of publication: nothing speaks against it.
    if let (Some(oldest), Some(newest)) = (oldest, newest) {
        return (newest < yesterday).then_some(oldest);
    }
    let mut head = (document.sentences.iter()).take_while(|s| s.tokens.start < HEAD);
    let dateline = head.find(|s| is_dateline(s))?;
    let day = first_day(document, terms, dateline.tokens.clone(), Some(published))?;
    (day < yesterday).then_some(day)
}

/// The day of a dateline inside the text, for an article that holds several; `near` tells its year where it does not.
pub(in crate::value::date) fn dateline_day(
    document: &Document<'_>,
    terms: &[Term],
    index: usize,
    near: Option<Date>,
) -> Option<Date> {
    let sentence = document.sentences.get(index).filter(|s| is_dateline(s))?;
    // In a report all in capitals every other sentence looks like a dateline.
    let next = document.sentences.get(index + 1)?;
    let running = document.tokens.get(next.tokens.clone())?;
    let plain = |t: &crate::document::Token| t.is(Shape::WORD) && !t.is(Shape::CAPITAL);
    running.iter().any(plain).then_some(())?;
    first_day(document, terms, sentence.tokens.clone(), near)
}

fn is_dateline(sentence: &Sentence) -> bool {
    sentence.region == Region::Dateline
}

/// The middle of the month that a file number at the head names (`2010-09-CA-125`, `2012-05-S-040`).
pub(in crate::value::date) fn month(document: &Document<'_>, terms: &[Term]) -> Option<Date> {
    let c = whole(document, terms);
    let head = 0..document.tokens.len().min(HEAD);
    head.into_iter().find_map(|at| {
        let year = c.year(at).filter(|year| (1950..2100).contains(year))?;
        let month = c.digits(at + 2, 2)?;
        let joined = |at: usize| c.is(at, DASH) && c.glued(at) && c.glued(at + 1);
        let series = c.shaped(at + 4, Shape::WORD.with(Shape::CAPITAL));
        let number = joined(at + 1) && joined(at + 3) && joined(at + 5) && series;
        let number = number && c.shaped(at + 6, Shape::NUMBER);
        Date::new(year, month as i8, 15).ok().filter(|_| number)
    })
}

/// A day without a year where an article gives its own: in a dateline, in brackets, at the end of the headline.
fn without_year(document: &Document<'_>, terms: &[Term], near: Date) -> Option<Date> {
    let mut datelines = document.sentences.iter().filter(|s| is_dateline(s));
    datelines
        .find_map(|s| first_day(document, terms, s.tokens.clone(), Some(near)))
        .or_else(|| bracketed(document, terms, Some(near)))
        .or_else(|| {
            // "Morning Report, July 16"
            let headline = document
                .sentences
                .iter()
                .find(|s| s.region == Region::Headline)?;
            let c = whole(document, terms);
            let mut tokens = headline.tokens.clone();
            tokens.find_map(|at| {
                let (day, end) = day_at(&c, at, Some(near))?;
                (end == headline.tokens.end && c.is(at.wrapping_sub(1), COMMA)).then_some(day)
            })
        })
}

/// The days of `Posted: Saturday, April 5, 2014`, `Updated 01/26/2015` at the head of the text.
fn stamps<'a>(document: &'a Document<'_>, terms: &'a [Term]) -> impl Iterator<Item = Date> + 'a {
    let near = document.source.published.as_deref();
    let near = near.and_then(|day| day.get(..10)?.parse().ok());
    let c = whole(document, terms);
    (0..document.tokens.len().min(HEAD)).filter_map(move |at| {
        let next = past_sign(&c, at)?;
        day_at(&c, next, near).map(|(day, _)| day)
    })
}

/// The position past `Posted:`, `Updated`, `Published on` at `at`.
fn past_sign(c: &Cursor<'_>, at: usize) -> Option<usize> {
    const SIGNS: [Word; 5] = [
        Word::of("posted"),
        Word::of("updated"),
        Word::of("published"),
        Word::of("created"),
        Word::of("modified"),
    ];
    let token = c.token(at)?;
    let sign = token.is(Shape::CAPITAL) && SIGNS.contains(&token.word);
    sign.then(|| c.skip_term(c.skip(at + 1, COLON), Term::On))
}

/// Whether the time at `at` is that of a stamp: it tells when the page was made and not what happened.
pub(in crate::value::date) fn is_stamp(c: &Cursor<'_>, at: usize) -> bool {
    (1..=3).any(|back| {
        let sign = at.checked_sub(back);
        sign.and_then(|sign| past_sign(c, sign)) == Some(at)
    })
}

/// A date in brackets near the head of the text: `KABUL, Afghanistan (March 4, 2011) Troops …`.
fn bracketed(document: &Document<'_>, terms: &[Term], near: Option<Date>) -> Option<Date> {
    const BRACKETS: [Word; 2] = [Word::of("("), Word::of("[")];
    const CLOSED: [Word; 2] = [Word::of(")"), Word::of("]")];
    let c = whole(document, terms);
    let head = document.tokens.iter().take(HEAD).enumerate();
    let mut opened = head.filter(|(_, token)| BRACKETS.contains(&token.word));
    opened.find_map(|(at, _)| {
        let (day, end) = day_at(&c, at + 1, near)?;
        let alone = CLOSED.iter().any(|close| c.is(end, *close));
        (near.is_none() || alone).then_some(day)
    })
}

/// The first date in a range of tokens: with its year, or without where `near` tells which is meant.
pub(super) fn first_day(
    document: &Document<'_>,
    terms: &[Term],
    tokens: Range<usize>,
    near: Option<Date>,
) -> Option<Date> {
    let c = Cursor {
        document,
        terms,
        start: tokens.start,
        end: tokens.end,
    };
    tokens
        .into_iter()
        .find_map(|at| day_at(&c, at, near).map(|(day, _)| day))
}

/// The date at `at` and the position past it.
fn day_at(c: &Cursor<'_>, at: usize, near: Option<Date>) -> Option<(Date, usize)> {
    let (expr, end) = written::read(c, at)?;
    let Expr::Point(Point { day: Some(day), .. }) = &expr else {
        return None;
    };
    // 02/03/2022 may be in February or in March: only another day tells.
    let known = match day {
        Day::Date { year, .. } => year.is_some() || near.is_some(),
        Day::Numeric { .. } => near.is_some(),
        _ => false,
    };
    if !known {
        return None;
    }
    let time = resolve::resolve(&expr, Tense::Unsaid, &Story::near(near))?;
    let end = c.skip(end, COMMA);
    time.from
        .filter(|_| time.from == time.to)
        .map(|day| (day, end))
}

/// All tokens of a document, past the ends of sentences: heads are not made of sentences.
fn whole<'a>(document: &'a Document<'_>, terms: &'a [Term]) -> Cursor<'a> {
    Cursor {
        document,
        terms,
        start: 0,
        end: document.tokens.len(),
    }
}
