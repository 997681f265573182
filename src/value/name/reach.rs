//! How far a person's name reaches: given names, initials, particles, a nickname in quotation marks, a suffix.

use super::lexicon::Tags;
use super::page::TaggedPage;
use super::role::role_at;
use crate::document::Shape;
use crate::value::place::country_length;
use std::ops::Range;

/// The most words that a name of a person has, initials and particles counted.
const LONGEST: usize = 7;

/// In a headline a verb looks like a surname: end the name with the first word that is a known one.
pub(super) fn shortened_to_surname(
    page: &TaggedPage<'_, '_>,
    name: &Range<usize>,
) -> Option<Range<usize>> {
    let known = |at: &usize| {
        let surname = page.tags(*at).any(Tags::SURNAME) && !page.tags(*at).any(Tags::ACT);
        page.is(*at, Shape::WORD) && (surname || page.stands_alone_as_person(*at))
    };
    let first = name.clone().find(known)?;
    // "Mary Ann Lee" has a surname that also is a given name in the middle.
    let second = first + 1;
    let end = if second < name.end && known(&second) {
        second
    } else {
        first
    };
    Some(name.start..end + 1)
}

/// The words of a name from `at` on: capitals, initials, particles, a nickname in quotation marks, a suffix.
pub(super) fn words_of_name(
    page: &TaggedPage<'_, '_>,
    at: usize,
    limit: usize,
) -> Option<Range<usize>> {
    let limit = limit.min(at + LONGEST * 2);
    let mut end = at;
    let mut words = 0;
    while end < limit && words < LONGEST {
        let next = next_word_of_name(page, at, end, limit);
        let Some(next) = next else { break };
        words += 1;
        end = next;
    }
    while end > at && (page.is_hyphen(end - 1) || is_particle_in_lower(page, end - 1)) {
        end -= 1;
    }
    if end == at {
        return None;
    }
    Some(at..with_suffix(page, end, limit))
}

fn next_word_of_name(
    page: &TaggedPage<'_, '_>,
    start: usize,
    at: usize,
    limit: usize,
) -> Option<usize> {
    if at > start && page.is(at, Shape::NEW_LINE) && !page.wrapped() {
        return None;
    }
    let tags = page.tags(at);
    if page.is_capital(at) {
        let bad = tags.any(Tags::FUNCTION)
            || (tags.any(Tags::CALENDAR) && !tags.any(Tags::GIVEN))
            || (at > start
                && !page.tags(at - 1).any(Tags::PARTICLE)
                && role_at(page, at)
                    .is_some_and(|r| r.end > at + 1 || !tags.any(Tags::SURNAME.with(Tags::GIVEN))))
            || (is_suffix(page, at) && at > start);
        if bad {
            return None;
        }
        return Some(at + 1 + usize::from(page.is_abbreviation_dot(at + 1) && at + 1 < limit));
    }
    if at == start {
        return None;
    }
    if page.is_joint(at) {
        let joined = page.is_capital(at + 1)
            || page.tags(at + 1).any(Tags::PARTICLE)
            || !page.is_hyphen(at)
            || page.ends_asian_name(at + 1);
        return joined.then_some(at + 2);
    }
    if tags.any(Tags::PARTICLE) {
        let next = at + 1 + usize::from(page.is_hyphen(at + 1));
        let goes_on = page.is_capital(next) || page.tags(next).any(Tags::PARTICLE);
        return goes_on.then_some(at + 1);
    }
    nickname_end(page, at, limit)
}

/// The end of `"Ray"` or `(Ray)` between two words of a name.
fn nickname_end(page: &TaggedPage<'_, '_>, at: usize, limit: usize) -> Option<usize> {
    if !page.is(at, Shape::QUOTE_MARK) || page.is(at, Shape::GLUED) {
        return None;
    }
    let close = (at + 2..limit.min(at + 5))
        .find(|&n| page.is(n, Shape::PUNCTUATION) && page.is(n, Shape::GLUED))?;
    let words = (at + 1..close).all(|n| page.is_capital(n));
    let marks = page.is(close, Shape::QUOTE_MARK)
        && page.is_capital(close + 1)
        && !page.is(close + 1, Shape::GLUED);
    (words && marks).then_some(close + 1)
}

fn with_suffix(page: &TaggedPage<'_, '_>, end: usize, limit: usize) -> usize {
    let at = end + usize::from(page.spells(end, ","));
    if at < limit && is_suffix(page, at) {
        return at + 1 + usize::from(page.is_abbreviation_dot(at + 1));
    }
    end
}

/// Whether `Jr`, `III` or the fifth's `V` stands at `at`.
fn is_suffix(page: &TaggedPage<'_, '_>, at: usize) -> bool {
    let fifth = page.spells(at, "v")
        && !page.is_abbreviation_dot(at + 1)
        && !page.is(at + 1, Shape::CAPITAL);
    page.is_capital(at) && (fifth || page.tags(at).any(Tags::SUFFIX))
}

fn is_particle_in_lower(page: &TaggedPage<'_, '_>, at: usize) -> bool {
    page.tags(at).any(Tags::PARTICLE) && !page.is_capital(at)
}

/// In a text in capitals: words that are names, or unknown to the general language.
pub(super) fn words_in_capitals(
    page: &TaggedPage<'_, '_>,
    at: usize,
    limit: usize,
) -> Option<Range<usize>> {
    const MOST: usize = 4;
    let limit = limit.min(at + MOST * 2);
    let mut end = at;
    let mut words = 0;
    while end < limit && words < MOST {
        let tags = page.tags(end);
        if end > at && page.is_hyphen(end) {
            end += 1;
            continue;
        }
        if !page.is_capital(end) {
            break;
        }
        let initial = page.token(end).is_some_and(|t| t.end - t.start == 1)
            && page.is_abbreviation_dot(end + 1);
        let particle = end > at
            && tags.any(Tags::PARTICLE)
            && page.is_capital(end + 1)
            && !tags.any(Tags::SUFFIX)
            && !page.spells(end, "y");
        let named = tags.any(Tags::GIVEN.with(Tags::SURNAME))
            && (tags.any(Tags::SURNAME) || !tags.any(Tags::COMMON));
        let not_name = Tags::NOT_IN_PERSONS
            .with(Tags::SAY)
            .with(Tags::ACT)
            .with(Tags::CUE)
            .with(Tags::KIN)
            .with(Tags::ROLE)
            .with(Tags::HOLDING)
            .with(Tags::MODIFIER)
            .with(Tags::ASSAULT);
        let unknown = !tags.any(not_name)
            && page.token(end).is_some_and(|t| t.end - t.start > 2)
            && !page.is_english_form(end)
            && country_length(page.document, end).is_none();
        if !(initial || particle || named || unknown) {
            break;
        }
        end += 1 + usize::from(initial);
        words += 1;
    }
    while end > at
        && (page.is_hyphen(end - 1)
            || (page.tags(end - 1).any(Tags::PARTICLE)
                && !page.tags(end - 1).any(Tags::SURNAME.with(Tags::GIVEN))))
    {
        end -= 1;
    }
    (end > at).then(|| at..with_suffix(page, end, limit))
}

/// How many words, initials included, a name has.
pub(super) fn name_words(page: &TaggedPage<'_, '_>, name: &Range<usize>) -> usize {
    let joints = name.clone().filter(|&at| page.is_joint(at)).count();
    let words = name.clone().filter(|&at| page.is(at, Shape::WORD)).count();
    words.saturating_sub(joints)
}

/// The last word of a name before its suffix.
pub(super) fn last_word(page: &TaggedPage<'_, '_>, name: &Range<usize>) -> Option<usize> {
    name.clone()
        .rev()
        .find(|&at| page.is(at, Shape::WORD) && (!is_suffix(page, at) || at == name.start))
}

pub(super) fn has_initial(page: &TaggedPage<'_, '_>, name: &Range<usize>) -> bool {
    name.clone().any(|at| {
        page.token(at)
            .is_some_and(|t| t.end - t.start == 1 && t.is(Shape::CAPITAL))
            && page.is_abbreviation_dot(at + 1)
    })
}

pub(super) fn ends_in_suffix(page: &TaggedPage<'_, '_>, name: &Range<usize>) -> bool {
    name.clone().rev().take(2).any(|at| is_suffix(page, at))
}

/// Whether a nickname stands in the name in quotation marks.
pub(super) fn has_nickname(page: &TaggedPage<'_, '_>, name: &Range<usize>) -> bool {
    name.clone().any(|at| page.is(at, Shape::QUOTE_MARK))
}
