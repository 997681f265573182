//! Companies, bodies and clubs with names of plain words, where what stands beside a name shows it to be one's: "Shell posted a
//! profit", "shares of Amazon", "BP said it", "Procter & Gamble said", "Manchester United". The words are in `groups.tsv`.

use super::group::{List, is};
use super::lexicon::Tags;
use super::page::TaggedPage;
use super::role::role_at;
use super::run::run_at;
use crate::document::{Shape, Token};
use crate::value::place::country_at;
use std::ops::Range;

/// The most tokens of such a name.
const LONGEST: usize = 5;

/// The name that begins at `at`, if what stands beside it shows it to be a company's or a club's.
pub(super) fn shown(page: &TaggedPage<'_, '_>, at: usize) -> Option<Range<usize>> {
    let run = run_at(page, at, page.document.tokens.len())?;
    // Little is a company's: what shows it is asked before all that could speak against it.
    let shown = run.len() <= LONGEST
        && (is_club(page, &run)
            || has_results(page, run.end)
            || has_shares(page, &run)
            || are_partners(page, &run)
            || is_acronym(page, &run));
    (shown && may_be_one(page, &run)).then_some(run)
}

/// Whether nothing in the words of a run shows it to be somebody's, a country's or a mere noun's.
fn may_be_one(page: &TaggedPage<'_, '_>, run: &Range<usize>) -> bool {
    let first = page.tags(run.start);
    let other = Tags::GIVEN
        .with(Tags::CALENDAR)
        .with(Tags::NATION)
        .with(Tags::HUMAN)
        .with(Tags::KIN)
        .with(Tags::KNOWN);
    let opens = !page.is(run.start.wrapping_sub(1), Shape::WORD);
    let written = page
        .token(run.start)
        .map_or("", |token| page.document.text(token));
    // "Carmakers posted a loss", "Management reported a profit".
    let people = ["ers", "ors", "ists", "ians", "ies"];
    let mere = || {
        let ends = ["s", "ment", "tion"]
            .iter()
            .any(|end| written.ends_with(end));
        first.any(Tags::COMMON) || page.occurs_in_lower_case(run.start) || ends
    };
    let noun = people.iter().any(|end| written.ends_with(end))
        || page.is_english_form(run.start) && mere();
    let noun = noun && opens && run.len() == 1;
    let surname = run.len() == 1
        && page.stands_alone_as_person(run.start)
        && first.any(Tags::SURNAME)
        && !is(page, run.end, List::Posted);
    let role = run.clone().any(|at| role_at(page, at).is_some());
    let country = run
        .clone()
        .any(|at| country_at(page.document, at).is_some());
    let part = page.is_joint(run.start.wrapping_sub(1)) || page.is_joint(run.end);
    !(first.any(other) || noun || surname || role || country || part)
}

/// "posted a profit", "announced 300 job cuts", "reported record sales".
fn has_results(page: &TaggedPage<'_, '_>, verb: usize) -> bool {
    const REACH: usize = 7;
    let ends = |at: &usize| page.is(*at, Shape::PUNCTUATION) && page.spells(*at, ".");
    let mut object = (verb + 1..=verb + REACH).take_while(|at| !ends(at));
    let told = if is(page, verb, List::Announces) {
        List::Announced
    } else {
        List::Accounts
    };
    let tells = is(page, verb, List::Results) || told == List::Announced;
    tells && object.any(|at| is(page, at, told))
}

/// "shares of Amazon", "Amazon's shares".
fn has_shares(page: &TaggedPage<'_, '_>, run: &Range<usize>) -> bool {
    let before = run.start.wrapping_sub(1);
    let of = page.spells(before, "of") && is(page, before.wrapping_sub(1), List::Shares);
    of || page.is(run.end, Shape::POSSESSIVE) && is(page, run.end + 1, List::Shares)
}

/// "Procter & Gamble said", "Procter & Gamble's profit".
fn are_partners(page: &TaggedPage<'_, '_>, run: &Range<usize>) -> bool {
    let Some(and) = run.clone().find(|at| page.spells(*at, "&")) else {
        return false;
    };
    let long = |at: usize| page.token(at).is_some_and(|t| t.end - t.start > 2);
    let given = |at: usize| page.tags(at).any(Tags::GIVEN);
    let names = long(and - 1) && long(and + 1) && !given(and - 1) && !given(and + 1);
    let words = run.clone().all(|at| at == and || page.is_english_form(at));
    let acts = page.tags(run.end).any(Tags::SAY) || is(page, run.end, List::Results);
    let owns = page.is(run.end, Shape::POSSESSIVE) && is(page, run.end + 1, List::Accounts);
    names && !words && (acts || owns)
}

/// "KVD said", "BP said it": a few capitals that speak. Two may be somebody's office or initials.
fn is_acronym(page: &TaggedPage<'_, '_>, run: &Range<usize>) -> bool {
    let two = page
        .token(run.start)
        .is_some_and(|t| t.is(Shape::ALL_CAPS) && t.end - t.start == 2);
    let says = run.len() == 1 && page.tags(run.end).any(Tags::SAY);
    // "KVD Says" in a headline tells nothing.
    let it = page.spells(run.end + 1, "it");
    let short = two && it || page.is_short_acronym(run.start);
    says && short && !page.is_capital(run.end)
}

/// "Manchester United", "Bristol City beat". "Citizens United" are no club.
fn is_club(page: &TaggedPage<'_, '_>, run: &Range<usize>) -> bool {
    let last = run.end - 1;
    let first = page.tags(run.start);
    let several = run.len() > 1 && !first.any(Tags::COMMON.with(Tags::FUNCTION));
    let town = || is(page, last, List::TownClub) && is(page, run.end, List::Plays);
    let people = || {
        let ends_in_s = |token: &Token| page.document.text(token).ends_with('s');
        page.token(run.start).is_some_and(ends_in_s) && page.is_english_form(run.start)
    };
    several && (is(page, last, List::Club) || town()) && !people()
}
