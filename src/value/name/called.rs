//! What an article calls its groups: names in quotation marks, names that they give themselves, acronyms that it does
//! not write out. Such a name shows what it is in one place and is then known wherever it stands.

use super::company;
use super::group::{List, is, is_name_word};
use super::lexicon::Tags;
use super::page::TaggedPage;
use super::run::run_at;
use crate::document::{Shape, Token, Word};
use crate::value::place::country_at;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The most words of a name in quotation marks.
const LONGEST: usize = 6;

/// The names of an article's groups by their first words.
#[derive(Default)]
pub(super) struct Called(FxHashMap<Word, Vec<Range<usize>>>);

impl Called {
    /// Finds where an article shows a name to be a group's.
    pub(super) fn of(page: &TaggedPage<'_, '_>) -> Self {
        let mut called = Called::default();
        let mut after_capital = false;
        for (at, token) in page.document.tokens.iter().enumerate() {
            if let Some(name) = shown(page, at, token, after_capital) {
                called.add(page, name);
            }
            after_capital = token.is(Shape::WORD.with(Shape::CAPITAL));
        }
        called
    }

    fn add(&mut self, page: &TaggedPage<'_, '_>, name: Range<usize>) {
        if let Some(first) = page.word(name.start) {
            self.0.entry(first).or_default().push(name);
        }
    }

    /// The tokens at `at` that are such a name, and where it first was one.
    pub(super) fn at(
        &self,
        page: &TaggedPage<'_, '_>,
        at: usize,
    ) -> Option<(Range<usize>, Range<usize>)> {
        let known = self.0.get(&page.word(at)?)?;
        let same = |name: &&Range<usize>| {
            let mut pairs = (*name).clone().zip(at..);
            pairs.all(|(there, here)| page.word(there) == page.word(here)) && page.is_capital(at)
        };
        let name = known.iter().filter(same).max_by_key(|name| name.len())?;
        let end = at + name.len();
        let before = at.wrapping_sub(1);
        let marked = page.is(before, Shape::QUOTE_MARK) || page.spells(before, "the");
        let telling = name.clone().any(|at| !page.is_english_form(at));
        // "Shell posted a profit": a plain word, shown to be a name where it stands.
        let shown = || company::shown(page, at).is_some_and(|name| name == (at..end));
        (marked || telling || shown()).then(|| (at..end, name.clone()))
    }
}

/// The name that shows itself at `token`, the one at `at`. Each way is tried only where it can begin: of most words their
/// shape tells that none does.
fn shown(
    page: &TaggedPage<'_, '_>,
    at: usize,
    token: &Token,
    after_capital: bool,
) -> Option<Range<usize>> {
    const THE: Word = Word::of("the");
    const CALLS: [Word; 5] = [
        Word::of("itself"),
        Word::of("themselves"),
        Word::of("as"),
        Word::of("called"),
        Word::of("named"),
    ];
    if token.is(Shape::QUOTE_MARK)
        && let Some(name) = quoted(page, at)
    {
        return Some(name);
    }
    if after_capital && let Some(name) = claimant(page, at) {
        return Some(name);
    }
    if CALLS.contains(&token.word)
        && let Some(name) = after_group(page, at)
    {
        return Some(name);
    }
    if token.word == THE {
        return many(page, at).or_else(|| before_gang(page, at));
    }
    let shown = token.is(Shape::CAPITAL).then(|| before_members(page, at))?;
    shown.or_else(|| (!after_capital).then(|| company::shown(page, at))?)
}

/// `the self-styled "Free Hand"`, `the "Free Hand" gang`, `"FREE HAND" CLAIMED CREDIT`.
fn quoted(page: &TaggedPage<'_, '_>, at: usize) -> Option<Range<usize>> {
    if !page.is(at, Shape::QUOTE_MARK) || !page.is_capital(at + 1) {
        return None;
    }
    let close = (at + 2..at + 2 + LONGEST)
        .find(|&end| page.is(end, Shape::QUOTE_MARK.with(Shape::GLUED)))?;
    let name = at + 1..close;
    let name = name.start..name.end - usize::from(page.spells(name.end - 1, ","));
    let words = name
        .clone()
        .all(|at| page.is_capital(at) || page.is_hyphen(at) || page.tags(at).any(Tags::FUNCTION));
    let before = at.checked_sub(1)?;
    let before = before - usize::from(page.spells(before, "the") && before > 0);
    let styled = is(page, before, List::Styled) && is_group_styled(page, before);
    let of_group = is(page, before, List::Group);
    let after = is(page, close + 1, List::Group) || is(page, close + 1, List::Member);
    let shown =
        styled || of_group || after || is_claim(page, close + 1) || is_described(page, close);
    let name = name.start + usize::from(page.spells(name.start, "the"))..name.end;
    (words && shown && !name.is_empty()).then_some(name)
}

/// Whether ", a clandestine group" follows the quotation mark at `close`; the comma may stand before it.
fn is_described(page: &TaggedPage<'_, '_>, close: usize) -> bool {
    let comma = page.spells(close - 1, ",") || page.spells(close + 1, ",");
    let from = close + 1 + usize::from(page.spells(close + 1, ","));
    let article = page.spells(from, "a") || page.spells(from, "the");
    comma && article && (from + 1..from + 4).any(|at| is(page, at, List::Group))
}

/// Whether "styled" or "called" is said of a group: "self-styled", "so-called", "a gang called".
fn is_group_styled(page: &TaggedPage<'_, '_>, at: usize) -> bool {
    let hyphen = page.is_hyphen(at.wrapping_sub(1));
    hyphen || (at.saturating_sub(4)..at).any(|at| is(page, at, List::Group))
}

/// Whether "[have] claimed [full] responsibility" starts at `at`.
fn is_claim(page: &TaggedPage<'_, '_>, at: usize) -> bool {
    let skip = |mut at: usize| {
        while is(page, at, List::Between) {
            at += 1;
        }
        at
    };
    let verb = skip(at);
    is(page, verb, List::Claims) && is(page, skip(verb + 1), List::Credit)
}

/// "Free Hand claimed responsibility", "THE UNTOUCHABLES HAVE CLAIMED CREDIT".
fn claimant(page: &TaggedPage<'_, '_>, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|&last| page.is_capital(last))?;
    let opens = is(page, end, List::Claims) || is(page, end, List::Between);
    if !opens || is(page, last, List::Between) || !is_claim(page, end) {
        return None;
    }
    let names = |at: usize| {
        let tags = page.tags(at);
        let other = Tags::FUNCTION
            .with(Tags::CALENDAR)
            .with(Tags::ROLE)
            .with(Tags::GIVEN);
        let upper = page.is(at, Shape::ALL_CAPS) && !page.is_short_acronym(at);
        page.is_capital(at)
            && !tags.any(other)
            && (!upper || is_name_word(page, at))
            && country_at(page.document, at).is_none()
    };
    let start = (last.saturating_sub(LONGEST)..=last)
        .rev()
        .take_while(|&at| names(at))
        .last()?;
    let before = start.wrapping_sub(1);
    let article = page.spells(before, "the") || is(page, before, List::Styled);
    (article || last > start).then_some(start..end)
}

/// "THE UNTOUCHABLES, THE ARMED WING OF", "KILLED BY THE UNTOUCHABLES": a plural that is no word, where it acts or is said
/// to be a group.
fn many(page: &TaggedPage<'_, '_>, at: usize) -> Option<Range<usize>> {
    if !page.spells(at, "the") || !page.is(at, Shape::ALL_CAPS) || !is_name_word(page, at + 1) {
        return None;
    }
    let name = at + 1;
    let written = page.token(name).map_or("", |t| page.document.text(t));
    let person = page.tags(name).any(Tags::GIVEN.with(Tags::SURNAME));
    if person
        || !written.ends_with('S')
        || page.is_capital(name + 1) && is_name_word(page, name + 1)
    {
        return None;
    }
    let by = page.spells(at.wrapping_sub(1), "by");
    (by || is_described(page, name)).then_some(name..name + 1)
}

/// "a group calling itself Free Hand", "A GANG CALLED THE OWLS".
fn after_group(page: &TaggedPage<'_, '_>, at: usize) -> Option<Range<usize>> {
    if !page.is_capital(at + 1) && !page.is_capital(at + 2) {
        return None;
    }
    let calls = page.spells(at, "itself") || page.spells(at, "themselves");
    let calling = calls
        && at > 0
        && ["calling", "calls", "call"]
            .iter()
            .any(|w| page.spells(at - 1, w));
    let known = page.spells(at, "as") && at > 0 && page.spells(at - 1, "known");
    let called = page.spells(at, "called") || page.spells(at, "named");
    let group = (at.saturating_sub(5)..at).any(|at| is(page, at, List::Group));
    if !(calling || ((known || called) && group)) {
        return None;
    }
    let start = at + 1 + usize::from(page.spells(at + 1, "the"));
    let run = run_at(page, start, page.document.tokens.len())?;
    if page.is(start, Shape::ALL_CAPS) && page.is(at, Shape::ALL_CAPS) {
        let end = run
            .clone()
            .take(LONGEST)
            .take_while(|&at| is_name_word(page, at))
            .last()?;
        return Some(start..end + 1);
    }
    // "the Sons of the Valley"
    let rest = run.end + 1 + usize::from(page.spells(run.end + 1, "the"));
    let longer = page.spells(run.end, "of") && page.is_capital(rest);
    let more = longer.then(|| run_at(page, rest, page.document.tokens.len()));
    Some(run.start..more.flatten().map_or(run.end, |more| more.end))
}

/// "members of the Mara Verde gang": capitals between an article and a common word for a gang.
fn before_gang(page: &TaggedPage<'_, '_>, at: usize) -> Option<Range<usize>> {
    if !page.spells(at, "the") || !page.is_capital(at + 1) || page.is(at + 1, Shape::ALL_CAPS) {
        return None;
    }
    let run = run_at(page, at + 1, page.document.tokens.len())?;
    let placed =
        country_at(page.document, run.start).is_some_and(|(tokens, _)| tokens == run.len());
    let named = run.len() > 1 || page.tags(run.start).is_empty();
    let gang = is(page, run.end, List::Gang) && !page.is_capital(run.end);
    (gang && named && !placed && run.len() <= LONGEST).then_some(run)
}

/// "XLN guerrillas", "the Q-17 gang": letters that are no word, or a letter and a number, before those who belong to it.
fn before_members(page: &TaggedPage<'_, '_>, at: usize) -> Option<Range<usize>> {
    let letter = page.is_capital(at) && page.token(at).is_some_and(|t| t.end - t.start == 1);
    let numbered = letter && page.spells(at + 1, "-") && page.is(at + 2, Shape::NUMBER);
    if !numbered && !page.is_short_acronym(at) {
        return None;
    }
    let end = if numbered { at + 3 } else { at + 1 };
    // "XLN urban commandos"
    let members = end + usize::from(is(page, end, List::Kind));
    (is(page, members, List::Member) && !page.is(end, Shape::NEW_PARAGRAPH)).then_some(at..end)
}
