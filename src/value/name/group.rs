//! Names of movements, armed groups and units in sentences whose capitals tell nothing: by the word that heads them and
//! by words that only names have. `groups.tsv` has both.

use super::lexicon::Tags;
use super::organisation::Organisation;
use super::page::TaggedPage;
use crate::document::{Shape, word_lists};
use crate::value::Kind;
use crate::value::place::country_at;
use std::ops::Range;

word_lists! {
    /// The lists of `groups.tsv`.
    pub(super) enum List of "groups.tsv" {
        Head = "head",
        Loose = "loose",
        Cause = "cause",
        Aim = "aim",
        Kind = "kind",
        Member = "member",
        Group = "group",
        Gang = "gang",
        Styled = "styled",
        Claims = "claims",
        Credit = "credit",
        Between = "between",
        Results = "results",
        Accounts = "accounts",
        Posted = "posted",
        Announces = "announces",
        Announced = "announced",
        Shares = "shares",
        Club = "club",
        TownClub = "town-club",
        Plays = "plays",
    }
}

/// The most tokens before the end of a name.
const LONGEST: usize = 10;

/// Whether the word at `at` is on a list.
pub(super) fn is(page: &TaggedPage<'_, '_>, at: usize, list: List) -> bool {
    list.has(page.word(at))
}

/// The name that starts at `at` or the ordinal before it: "HARBOUR LIBERATION MOVEMENT", "ARMY OF POPULAR RESISTANCE".
pub(super) fn group_in_capitals(
    page: &TaggedPage<'_, '_>,
    at: usize,
    sentence: &Range<usize>,
) -> Option<Organisation> {
    let numbered = at > sentence.start && is_ordinal(page, at - 1);
    let start = at - usize::from(numbered);
    let limit = sentence.end.min(at + LONGEST);
    let mut named = numbered;
    let mut end = None;
    let mut next = at;
    while next < limit {
        if next > at && (page.is_hyphen(next) || page.is(next, Shape::POSSESSIVE)) {
            next += 1;
            continue;
        }
        match part(page, next).or_else(|| opening(page, next, at)) {
            Some(Part::Head) if named || end.is_some() => end = Some(next + 1),
            Some(Part::Head | Part::Kind) => {}
            Some(Part::Name) => named = true,
            None => break,
        }
        next += 1;
    }
    let end = match end {
        Some(end) => purpose(page, end, sentence.end).unwrap_or(end),
        // "ARMY OF NATIONAL LIBERATION"
        None if next == at + 1 && is(page, at, List::Head) && !is(page, at, List::Loose) => {
            purpose(page, next, sentence.end)?
        }
        None => return None,
    };
    Some(Organisation {
        tokens: start..end,
        kind: Kind::Organisation,
        name: page.words(start..end),
        plain: false,
    })
}

/// A common word right after "THE" that such a name begins with: "THE HARBOUR LIBERATION MOVEMENT".
fn opening(page: &TaggedPage<'_, '_>, at: usize, start: usize) -> Option<Part> {
    let after_article = at == start && page.spells(at.wrapping_sub(1), "the");
    let word = page.is_english(at) && !page.tags(at).any(Tags::FUNCTION);
    (after_article && word && is(page, at + 1, List::Cause)).then_some(Part::Kind)
}

/// What a word is in the name of a group.
enum Part {
    Head,
    Name,
    Kind,
}

fn part(page: &TaggedPage<'_, '_>, at: usize) -> Option<Part> {
    if !page.is_capital(at) {
        return None;
    }
    if is(page, at, List::Head) {
        Some(Part::Head)
    } else if is(page, at, List::Kind) || is_of_nation(page, at) {
        Some(Part::Kind)
    } else if is(page, at, List::Cause) || is_name_word(page, at) {
        Some(Part::Name)
    } else {
        None
    }
}

fn is_of_nation(page: &TaggedPage<'_, '_>, at: usize) -> bool {
    page.tags(at).any(Tags::NATION)
        || country_at(page.document, at).is_some_and(|(tokens, _)| tokens == 1)
}

/// Whether a word in capitals is no word of the general language, or is known as a name and as nothing else.
pub(super) fn is_name_word(page: &TaggedPage<'_, '_>, at: usize) -> bool {
    let tags = page.tags(at);
    let names = Tags::GIVEN.with(Tags::SURNAME);
    let other = Tags::NOT_IN_PERSONS
        .with(Tags::ACT)
        .with(Tags::OPENER)
        .with(Tags::PARTICLE);
    let known = tags.any(names) && !tags.any(other);
    let written = page.token(at).map_or("", |t| page.document.text(t));
    let participle = ["ED", "ING", "LY"].iter().any(|end| written.ends_with(end));
    let unknown = tags.is_empty() && written.len() > 2 && !participle && !page.is_english_form(at);
    page.is_capital(at) && (known || unknown) && !is_of_nation(page, at)
}

/// Past "OF NATIONAL LIBERATION", "OF COLOMBIA", "FOR THE PEOPLE'S DEFENSE" after a head: what it is for, or its country.
fn purpose(page: &TaggedPage<'_, '_>, at: usize, limit: usize) -> Option<usize> {
    if !page.tags(at).any(Tags::NAMING) || at >= limit {
        return None;
    }
    let from = at + 1 + usize::from(page.spells(at + 1, "the"));
    let country =
        |at: usize| !page.tags(at).any(Tags::NATION) && country_at(page.document, at).is_some();
    let goes_on = |at: usize| {
        let named = is(page, at, List::Cause) || is(page, at, List::Aim);
        named || page.is(at, Shape::POSSESSIVE) || country(at)
    };
    let end = (from..limit).find(|&at| !goes_on(at)).unwrap_or(limit);
    let last = (from..end)
        .rev()
        .find(|&at| is(page, at, List::Aim) || country(at))?;
    Some(last + 1)
}

/// Whether the token at `at` is "6TH" or "3D".
fn is_ordinal(page: &TaggedPage<'_, '_>, at: usize) -> bool {
    let written = page
        .token(at)
        .filter(|t| t.is(Shape::NUMBER))
        .map_or("", |t| page.document.text(t));
    written.ends_with(|c: char| c.is_alphabetic())
}
