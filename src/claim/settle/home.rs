//! Which countries say where something was: in a report from Peru "the Austrian envoy was shot" tells no place.
//!
//! A country that is named in passing, with no word around it that ties it to the event, answers "where" only if it is the one in
//! which most of the places told of lie.

use crate::claim::draft::{Draft, Told, leave_out};
use crate::claim::{Dropped, Why};
use crate::rule::RuleSet;
use crate::value::place::country_of;
use crate::value::{Kind, Value};
use rustc_hash::FxHashMap;

/// Leaves out countries named in passing that are not where an article's places lie.
pub(super) fn leave_out_foreign(
    rules: &RuleSet,
    drafts: &mut Vec<Draft>,
    dropped: &mut Vec<Dropped>,
) {
    let asks_where = |rule: usize| {
        rules
            .claims
            .get(rule)
            .is_some_and(|r| r.kind == Kind::Place)
    };
    let in_passing = |draft: &Draft| {
        draft.told == Told::Bare && draft.value.kind() == Kind::Country && asks_where(draft.rule)
    };
    let mut homes: FxHashMap<usize, Option<&'static str>> = FxHashMap::default();
    leave_out(drafts, dropped, |draft, all| {
        let mut home = |rule: usize| *homes.entry(rule).or_insert_with(|| home(all, rule));
        let foreign = in_passing(draft) && country(&draft.value) != home(draft.rule);
        foreign.then_some(Why::Foreign)
    });
}

/// The country in which most of the answers of a claim lie; of two the one told of first.
fn home(drafts: &[Draft], rule: usize) -> Option<&'static str> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    let answers = drafts.iter().filter(|d| d.rule == rule && d.stated);
    for country in answers.filter_map(|d| country(&d.value)) {
        match counts.iter_mut().find(|(known, _)| *known == country) {
            Some((_, count)) => *count += 1,
            None => counts.push((country, 1)),
        }
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    most.map(|(country, _)| *country)
}

/// The country that a place is or lies in, as far as the article or the tables tell.
fn country(value: &Value) -> Option<&'static str> {
    let Value::Name(name) = value else {
        return None;
    };
    let widest = name.parts.last().or(name.name.as_ref())?;
    country_of(widest)
}
