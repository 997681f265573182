//! Which sequences of words name an organisation or body: by the word that heads them, or by the table of known
//! names.

use super::Name;
use super::group::group_in_capitals;
use super::known::known_at;
use super::lexicon::Tags;
use super::page::{Case, TaggedPage};
use super::person::is_opening;
use super::role::role_at;
use super::run::{role_inside, run_at};
use crate::document::Shape;
use crate::value::Kind;
use std::ops::Range;

/// The name of an organisation or body in a document.
#[derive(Clone, Debug)]
pub(super) struct Organisation {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// `Organisation` or `Body`.
    pub(super) kind: Kind,
    /// The canonical name.
    pub(super) name: String,
    /// Written without capitals: a name only if the article also has it with them.
    pub(super) plain: bool,
}

impl Organisation {
    /// The value it stands for.
    pub(super) fn value(&self) -> Name {
        Name {
            kind: self.kind,
            name: Some(self.name.clone()),
            role: None,
            of: None,
            parts: Vec::new(),
        }
    }
}

/// The organisation or body named from `at` on: the longer of a known name and a name with a head.
pub(super) fn organisation_at(
    page: &TaggedPage<'_, '_>,
    at: usize,
    sentence: &Range<usize>,
    case: Case,
) -> Option<Organisation> {
    let known = known(page, at, sentence, case);
    let headed = match case {
        Case::Telling => headed(page, at, sentence),
        Case::Upper => group_in_capitals(page, at, sentence),
        Case::Title | Case::Lower => None,
    };
    match (known, headed) {
        (Some(known), Some(headed)) if headed.tokens.len() > known.tokens.len() => Some(headed),
        (Some(known), _) => Some(known),
        (None, headed) => headed,
    }
}

fn known(
    page: &TaggedPage<'_, '_>,
    at: usize,
    sentence: &Range<usize>,
    case: Case,
) -> Option<Organisation> {
    let found =
        known_at(page, at, case == Case::Upper).filter(|found| found.end <= sentence.end)?;
    let words = found.end - at;
    if words < 3 && found.plain && !page.is_capital(at) {
        return None;
    }
    if words == 1 && !found.acronym && (case != Case::Telling || page.occurs_in_lower_case(at)) {
        return None;
    }
    // "Apple Valley" and "Congress Avenue" go on; "Google CEO" does not.
    let goes_on = case == Case::Telling
        && !found.acronym
        && page.is_capital(found.end)
        && !page.is(found.end, Shape::NEW_LINE)
        && role_at(page, found.end).is_none();
    let part_of_more = page.is_hyphen(found.end) || (at > sentence.start && page.is_hyphen(at - 1));
    (!goes_on && !part_of_more).then(|| Organisation {
        tokens: at..found.end,
        kind: found.known.kind,
        name: found.known.name.to_owned(),
        plain: found.plain,
    })
}

/// A run of capitals with a head: `Brown County Sheriff's Office`, `Acme Corp.`, `Department of Health`.
fn headed(page: &TaggedPage<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Organisation> {
    let mut run = run_at(page, at, sentence.end)?;
    // "Former Acme Industries chief Ann Lee"
    if run.len() > 2 && page.tags(at).any(Tags::LOWERING) {
        run.start += 1;
    }
    let end = bridged(page, run.end, sentence.end);
    let heads = Tags::ORGANISATION.with(Tags::BODY);
    let last = (run.start..end)
        .rev()
        .find(|&at| page.is(at, Shape::WORD))
        .filter(|&at| page.tags(at).any(heads) && !page.is_hyphen(at.saturating_sub(1)))?;
    // "Wayne Co. deputies" are of Wayne County.
    let dotted = last + 1 + usize::from(page.is_abbreviation_dot(last + 1));
    if page.spells(last, "co") && page.tags(dotted).any(Tags::HUMAN.with(Tags::ROLE)) {
        return None;
    }
    let whole = extended(page, last, end, sentence.end);
    if whole == end && !stands_by_itself(page, run.start..end, last, sentence) {
        return None;
    }
    let kind = if page.tags(last).any(Tags::BODY) {
        Kind::Body
    } else {
        Kind::Organisation
    };
    Some(Organisation {
        tokens: run.start..whole,
        kind,
        name: page.words(run.start..whole),
        plain: false,
    })
}

/// Whether words before a head make a name of it: not in "Local Police", "Traffic Police" or "Sarah Bank".
fn stands_by_itself(
    page: &TaggedPage<'_, '_>,
    name: Range<usize>,
    head: usize,
    sentence: &Range<usize>,
) -> bool {
    let words = name.clone().filter(|&at| page.is(at, Shape::WORD)).count();
    if words != 2 {
        return words > 2;
    }
    let (first, last) = (page.tags(name.start), page.tags(head));
    let opener = is_opening(page, name.start, sentence)
        && (first.any(Tags::COMMON) || page.occurs_in_lower_case(name.start))
        && !first.any(Tags::ORGANISATION.with(Tags::BODY));
    let mere_words = first.any(Tags::COMMON) && last.any(Tags::COMMON) && !last.any(Tags::BODY);
    let person = first.any(Tags::GIVEN) && !first.any(Tags::COMMON) && last.any(Tags::SURNAME);
    !opener && !mere_words && !person
}

/// Past `'s Office` and the like after a run.
fn bridged(page: &TaggedPage<'_, '_>, end: usize, limit: usize) -> usize {
    if !page.is(end, Shape::POSSESSIVE) || !page.is_capital(end + 1) {
        return end;
    }
    let Some(more) = run_at(page, end + 1, limit) else {
        return end;
    };
    let heads = Tags::ORGANISATION.with(Tags::BODY);
    let end_of_more = before_officer(page, &more);
    match (more.start..end_of_more)
        .rev()
        .find(|&at| page.is(at, Shape::WORD))
    {
        Some(last) if page.tags(last).any(heads) => end_of_more,
        _ => end,
    }
}

/// Where the name of an officer starts after a body's in one run: "Department of Fisheries Warden Ann Lee".
fn before_officer(page: &TaggedPage<'_, '_>, run: &Range<usize>) -> usize {
    role_inside(page, run)
        .filter(|&role| role_at(page, role).is_some_and(|r| r.end < run.end))
        .unwrap_or(run.end)
}

/// Past `of Justice`, `on Disarmament`, `for the Prevention of Crime` after a head.
fn extended(page: &TaggedPage<'_, '_>, head: usize, end: usize, limit: usize) -> usize {
    let company = page.tags(head).any(Tags::COMPANY);
    if company || head + 1 != end || !page.tags(end).any(Tags::NAMING) {
        return end;
    }
    let at = end + 1 + usize::from(page.spells(end + 1, "the"));
    let Some(mut run) = run_at(page, at, limit) else {
        return end;
    };
    run.end = before_officer(page, &run);
    let from_date = page.tags(at).any(Tags::CALENDAR);
    let person = page.tags(at).any(Tags::GIVEN) && !page.spells(end, "of");
    if from_date || person || role_at(page, at).is_some_and(|r| r.end >= run.end) {
        return end;
    }
    let and = page.spells(run.end, "and")
        && page.is_capital(run.end + 1)
        && !page.tags(run.end + 1).any(Tags::GIVEN.with(Tags::SURNAME))
        && (page.tags(run.end + 1).any(Tags::COMMON) || page.is_english(run.end + 1));
    if and && let Some(more) = run_at(page, run.end + 1, limit) {
        run = run.start..more.end;
    }
    run.end
}
