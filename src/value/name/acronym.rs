//! Which acronyms an article defines, and what they stand for: `National Relief Agency (NRA)`.

use super::Name;
use super::group::{List, is};
use super::lexicon::Tags;
use super::organisation::{Organisation, organisation_at};
use super::page::{Case, TaggedPage};
use crate::document::{Shape, Word};
use crate::value::Kind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The acronyms that an article defines, with what they stand for.
pub(super) type Acronyms = FxHashMap<Word, Name>;

const OPEN_BRACKETS: [Word; 2] = [Word::of("("), Word::of("[")];

/// Finds definitions: `National Relief Agency (NRA)`, `NRA [NATIONAL RELIEF AGENCY]`.
pub(super) fn defined(page: &TaggedPage<'_, '_>, found: &mut Vec<Organisation>) -> Acronyms {
    let mut acronyms = Acronyms::default();
    let signs = page.document.tokens.iter().enumerate().skip(1);
    let brackets = signs.filter(|(_, sign)| OPEN_BRACKETS.contains(&sign.word));
    for (open, _) in brackets {
        let Some((acronym, full)) = definition(page, open) else {
            continue;
        };
        let Some(word) = page.word(acronym) else {
            continue;
        };
        let body = full.clone().any(|at| page.tags(at).any(Tags::BODY));
        let organisation = Organisation {
            kind: if body { Kind::Body } else { Kind::Organisation },
            name: page.words(full.clone()),
            tokens: full,
            plain: false,
        };
        acronyms.entry(word).or_insert_with(|| organisation.value());
        found.push(organisation);
    }
    acronyms
}

/// The token of the acronym and the tokens of the full name around the bracket at `open`.
fn definition(page: &TaggedPage<'_, '_>, open: usize) -> Option<(usize, Range<usize>)> {
    const LONGEST: usize = 12;
    let inside = open + 1;
    let close =
        (inside + 1..inside + LONGEST).find(|&at| page.spells(at, ")") || page.spells(at, "]"))?;
    // "(NRA)", "(UP-NRA)"
    if close == inside + 1 || (close == inside + 3 && page.is_hyphen(inside + 1)) {
        let letters = acronym_letters(page, close - 1)?;
        let full = name_before(page, open, &letters).or_else(|| group_before(page, open, close))?;
        return Some((close - 1, full));
    }
    let before = open - 1;
    let letters = acronym_letters(page, before)?;
    let full = inside..close;
    let initials = initials(page, &full);
    let in_other_words = || page.is_short_acronym(before) && is_group(page, &full);
    (spelled_by(&letters, &initials) || in_other_words()).then_some((before, full))
}

/// The name of a group right before the bracket at `open`. Its acronym may be that of its name in another language, as
/// CICR is that of the Red Cross.
fn group_before(page: &TaggedPage<'_, '_>, open: usize, close: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 10;
    let first = open.saturating_sub(LONGEST);
    if !page.is_short_acronym(close - 1) {
        return None;
    }
    (first..open)
        .map(|start| start..open)
        .find(|name| page.is_capital(name.start) && is_group(page, name))
}

/// Whether `name` is the whole name of a group, by the word that heads it.
fn is_group(page: &TaggedPage<'_, '_>, name: &Range<usize>) -> bool {
    let case = if page.is(name.start, Shape::ALL_CAPS) {
        Case::Upper
    } else {
        Case::Telling
    };
    let headed = name.clone().any(|at| is(page, at, List::Head));
    headed && organisation_at(page, name.start, name, case).is_some_and(|o| o.tokens == *name)
}

fn acronym_letters(page: &TaggedPage<'_, '_>, at: usize) -> Option<Vec<char>> {
    let token = page.token(at).filter(|t| t.is(Shape::ALL_CAPS))?;
    let text = page.document.text(token);
    let letters: Vec<char> = text
        .chars()
        .filter(|c| c.is_alphabetic())
        .map(|c| c.to_ascii_lowercase())
        .collect();
    (2..=8).contains(&letters.len()).then_some(letters)
}

/// The words before `end` whose initials spell `letters`.
fn name_before(page: &TaggedPage<'_, '_>, end: usize, letters: &[char]) -> Option<Range<usize>> {
    let furthest = end.saturating_sub(letters.len() * 2 + 2);
    let mut at = end;
    while at > furthest {
        at -= 1;
        if page.is(at, Shape::POSSESSIVE) || page.is_hyphen(at) {
            continue;
        }
        if !page.is(at, Shape::WORD) {
            return None;
        }
        if !page.is_capital(at) && !page.tags(at).any(Tags::FUNCTION) {
            return None;
        }
        let full = at..end;
        let starts = page.is_capital(at) && !page.spells(at, "the");
        if starts && end - at >= 2 && spelled_by(letters, &initials(page, &full)) {
            return Some(full);
        }
    }
    None
}

/// The initials of the words of a name, those of small words apart.
fn initials(page: &TaggedPage<'_, '_>, full: &Range<usize>) -> Vec<char> {
    full.clone()
        .filter(|&at| page.is(at, Shape::WORD) && !page.tags(at).any(Tags::FUNCTION))
        .filter_map(|at| page.document.text(page.token(at)?).chars().next())
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// Whether an acronym is its initials, or all but one of them.
fn spelled_by(letters: &[char], initials: &[char]) -> bool {
    if initials.len() < 2 || letters.first() != initials.first() {
        return false;
    }
    let mut rest = letters.iter();
    let matched = initials
        .iter()
        .filter(|c| rest.clone().next() == Some(c) && rest.next().is_some())
        .count();
    matched + 1 >= letters.len() && matched >= 2 && matched + 1 >= initials.len()
}
