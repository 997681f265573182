//! Sequences of words that make a name together: capitals with the initials, particles and hyphens between them.

use super::lexicon::Tags;
use super::page::TaggedPage;
use super::role::role_at;
use crate::document::Shape;
use std::ops::Range;

/// The longest sequence of capitalised words from `at` on, within `limit`: `Jean-Pierre van der Berg Jr.`
pub(super) fn run_at(page: &TaggedPage<'_, '_>, at: usize, limit: usize) -> Option<Range<usize>> {
    if at >= limit || !opens(page, at) {
        return None;
    }
    let mut end = at + 1;
    while end < limit {
        match step(page, end, limit) {
            Some(next) => end = next,
            None => break,
        }
    }
    Some(at..end)
}

fn opens(page: &TaggedPage<'_, '_>, at: usize) -> bool {
    page.is_capital(at) && !page.tags(at).any(Tags::FUNCTION)
}

/// The index past what continues a run at `at`.
fn step(page: &TaggedPage<'_, '_>, at: usize, limit: usize) -> Option<usize> {
    if page.is(at, Shape::NEW_LINE) && !page.wrapped() {
        return None;
    }
    if opens(page, at) {
        let word_of_dates = page.tags(at).any(Tags::CALENDAR) && !page.tags(at).any(Tags::GIVEN);
        return (!word_of_dates).then_some(at + 1);
    }
    if page.is_abbreviation_dot(at) {
        return Some(at + 1);
    }
    if page.is_joint(at) && at + 1 < limit {
        let joined = page.is_capital(at + 1)
            || page.tags(at + 1).any(Tags::PARTICLE)
            || !page.is_hyphen(at)
            || page.ends_asian_name(at + 1);
        return joined.then_some(at + 2);
    }
    if page.spells(at, "&") && at + 1 < limit && opens(page, at + 1) {
        return Some(at + 2);
    }
    let mut next = at;
    while next < limit && page.tags(next).any(Tags::PARTICLE) && !page.is(next, Shape::CAPITAL) {
        next += 1;
        if page.is_hyphen(next) {
            next += 1;
        }
    }
    let joined = next > at && next <= at + 4 && next < limit && opens(page, next);
    joined.then_some(next + 1)
}

/// Where the first role phrase starts inside a run, not at its start.
pub(super) fn role_inside(page: &TaggedPage<'_, '_>, run: &Range<usize>) -> Option<usize> {
    (run.start + 1..run.end).find(|&at| {
        let particle = page.tags(at - 1).any(Tags::PARTICLE) && !page.is_capital(at - 1);
        if particle || page.is_joint(at - 1) || page.is_joint(at) {
            return false;
        }
        let Some(role) = role_at(page, at) else {
            return false;
        };
        // "Michael King" is no king, nor is "Jorvan King, 30,".
        let name = page.tags(at);
        let surname = role.end == at + 1
            && name.any(Tags::SURNAME.with(Tags::GIVEN))
            && (page.tags(at - 1).any(Tags::GIVEN)
                || (name.any(Tags::SURNAME) && role.end == run.end));
        !surname
    })
}
