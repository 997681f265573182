//! Of whom or what somebody holds a role: the country, place or organisation before the role ("Russia's", "Ukrainian",
//! "Brown County") or after it ("of Leeds").

use super::known::known_at;
use super::lexicon::Tags;
use super::page::{Case, TaggedPage};
use super::role::{Role, Use};
use super::run::run_at;
use crate::document::{Shape, Word};
use crate::value::place::country_at;

/// Of whom a role is, and how far the phrase that says so reaches.
#[derive(Clone, Debug, Default)]
pub(super) struct Whom {
    /// The canonical country, or the words of a place or organisation.
    pub(super) of: Option<String>,
    /// The first token of the whole phrase, if it says of whom before the role.
    pub(super) start: Option<usize>,
    /// One past the last token, if it says so after the role.
    pub(super) end: Option<usize>,
    /// A determiner or possessor stands before the role, so that it can describe somebody by itself.
    pub(super) definite: bool,
}

/// Reads of whom `role` is; nothing before `from` or from `limit` on is looked at.
pub(super) fn whom(
    page: &TaggedPage<'_, '_>,
    role: &Role,
    from: usize,
    limit: usize,
    case: Case,
) -> Whom {
    let mut whom = before(page, role.start, from, case);
    if whom.of.is_none() && role.usage == Use::Office {
        after(page, role, limit, &mut whom);
    } else {
        posting(page, role, limit, &mut whom);
    }
    whom
}

fn before(page: &TaggedPage<'_, '_>, start: usize, from: usize, case: Case) -> Whom {
    // "the new mayor", "the club's new head coach": the adjective says when somebody came, and nothing of whom he is.
    let adjective = ["new", "current", "longtime", "then"]
        .iter()
        .any(|word| start > from + 1 && page.spells(start - 1, word));
    let start = start - usize::from(adjective);
    let Some(last) = start.checked_sub(1).filter(|&last| last >= from) else {
        return Whom::default();
    };
    let possessive = page.is(last, Shape::POSSESSIVE);
    let end = if possessive { last } else { start };
    if let Some((at, of)) = country_before(page, end, from) {
        return Whom {
            of: Some(of),
            start: Some(at),
            end: None,
            definite: true,
        };
    }
    if page.is_hyphen(last) {
        return Whom::default();
    }
    if !page.is_hyphen(last)
        && matches!(case, Case::Telling)
        && let Some(at) = run_before(page, end, from)
    {
        return Whom {
            of: Some(page.words(at..end)),
            start: Some(at),
            end: None,
            definite: true,
        };
    }
    if possessive {
        return besieged(page, end, from);
    }
    let definite = ["the", "its", "their", "his", "her", "our"]
        .iter()
        .any(|w| page.spells(last, w));
    Whom {
        definite,
        ..Whom::default()
    }
}

/// "the besieged country's": which country that is, the article must tell.
fn besieged(page: &TaggedPage<'_, '_>, end: usize, from: usize) -> Whom {
    let start = end
        .checked_sub(2)
        .filter(|&at| at >= from && page.tags(at).any(Tags::BESIEGED));
    let of = start.and_then(|_| attacked_country(page));
    Whom {
        of,
        start,
        end: None,
        definite: true,
    }
}

/// The one country that the article says is invaded or attacked; `None` if there are several or none.
fn attacked_country(page: &TaggedPage<'_, '_>) -> Option<String> {
    const JOINS: [Word; 4] = [
        Word::of("of"),
        Word::of("on"),
        Word::of("against"),
        Word::of("in"),
    ];
    let mut country: Option<String> = None;
    for at in 0..page.document.tokens.len() {
        if !page.tags(at).any(Tags::ASSAULT)
            || !page.word(at + 1).is_some_and(|w| JOINS.contains(&w))
        {
            continue;
        }
        let Some((_, name)) = country_at(page.document, at + 2) else {
            continue;
        };
        match &country {
            Some(known) if *known != name => return None,
            _ => country = Some(name),
        }
    }
    country
}

fn country_before(page: &TaggedPage<'_, '_>, end: usize, from: usize) -> Option<(usize, String)> {
    const LONGEST: usize = 4;
    (from.max(end.saturating_sub(LONGEST))..end).find_map(|at| {
        let (tokens, name) = country_at(page.document, at)?;
        (at + tokens == end).then_some((at, name))
    })
}

/// The start of the capitalised words that end right before `end`, if they can name a place or organisation.
fn run_before(page: &TaggedPage<'_, '_>, end: usize, from: usize) -> Option<usize> {
    let mut start = end;
    while start > from {
        let at = start - 1;
        let capital =
            page.is_capital(at) && !page.tags(at).any(Tags::FUNCTION.with(Tags::CALENDAR));
        let joins = page.is_hyphen(at) || page.is_abbreviation_dot(at);
        if !(capital || (joins && start < end)) {
            break;
        }
        if start < end && page.is(start, Shape::NEW_LINE) && !page.wrapped() {
            break;
        }
        start = at;
    }
    while start < end && !page.is_capital(start) {
        start += 1;
    }
    // The first word of a sentence may be no part of the name, and a person's name is no place.
    if start == from && page.tags(start).any(Tags::COMMON) {
        start += 1;
    }
    let first = page.tags(start);
    let heads = Tags::ORGANISATION.with(Tags::PLACE).with(Tags::BODY);
    let headed = page.tags(end - 1).any(heads);
    let person = first.any(Tags::GIVEN) && !first.any(Tags::COMMON) && start + 1 < end && !headed;
    (start < end && !person && !first.any(Tags::ROLE)).then_some(start)
}

/// "of Leeds", "of the United States": the place or organisation after the role.
fn after(page: &TaggedPage<'_, '_>, role: &Role, limit: usize, whom: &mut Whom) {
    let at = role.end;
    if !page.spells(at, "of") || at + 1 >= limit {
        posting(page, role, limit, whom);
        return;
    }
    let named = at + 1 + usize::from(page.spells(at + 1, "the"));
    if named >= limit || !page.is_capital(named) {
        return;
    }
    if let Some((tokens, of)) = country_at(page.document, named) {
        let possessive = page.is(named + tokens, Shape::POSSESSIVE);
        if !page.is_capital(named + tokens) && !possessive {
            whom.of = Some(of);
            whom.end = Some(named + tokens);
            whom.definite = true;
            return;
        }
    }
    if let Some(known) = known_at(page, named, false) {
        whom.of = Some(known.known.name.to_owned());
        whom.end = Some(known.end);
        whom.definite = true;
        return;
    }
    let Some(run) = run_at(page, named, limit) else {
        return;
    };
    let person = page.tags(named).any(Tags::GIVEN) && !page.tags(named).any(Tags::COMMON);
    if person || page.tags(named).any(Tags::CALENDAR) || page.is(run.end, Shape::POSSESSIVE) {
        return;
    }
    whom.of = Some(page.words(run.clone()));
    whom.end = Some(run.end);
    whom.definite = true;
}

/// "to the United Nations": where an ambassador is sent belongs to the phrase, and is not of whom he or she is.
fn posting(page: &TaggedPage<'_, '_>, role: &Role, limit: usize, whom: &mut Whom) {
    let at = whom.end.unwrap_or(role.end);
    if !page.spells(at, "to") || role.canonical(None).as_deref() != Some("ambassador") {
        return;
    }
    let named = at + 1 + usize::from(page.spells(at + 1, "the"));
    if named >= limit {
        return;
    }
    if let Some((tokens, _)) = country_at(page.document, named) {
        whom.end = Some(named + tokens);
    } else if let Some(known) = known_at(page, named, false) {
        whom.end = Some(known.end);
    } else if let Some(run) = run_at(page, named, limit) {
        whom.end = Some(run.end);
    }
    whom.definite |= whom.end.is_some();
}
