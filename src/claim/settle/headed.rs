//! Which places of a list at an article's head it tells of itself: a head of "Raids in Gao, Mopti, Segou" over a report that
//! goes on "In Mopti, soldiers …" is that of a longer bulletin.
//!
//! A place that stands at the head in a list, and nowhere by itself, is left out if the running text has another of that list
//! by itself, or a place in it. Only for questions with many answers, for the others of a list answer them too.

use crate::claim::draft::{Draft, leave_out};
use crate::claim::words::List;
use crate::claim::{Dropped, Why};
use crate::document::Document;
use crate::mention::Mention;
use crate::rule::{BoundTo, HowMany, RuleSet};
use crate::value::{Kind, Name, Value};
use std::ops::Range;

/// Leaves out the places of other reports that the head of this one lists.
pub(super) fn leave_out_others(
    document: &Document<'_>,
    rules: &RuleSet,
    mentions: &[Mention],
    drafts: &mut Vec<Draft>,
    dropped: &mut Vec<Dropped>,
) {
    let Some(head) = head(document) else {
        return;
    };
    let asks = |draft: &Draft| {
        let rule = rules.claims.get(draft.rule);
        let many = |r: &&crate::rule::ClaimRule| r.how_many == HowMany::Many;
        let place = draft.value.kind() == Kind::Place && head.contains(&draft.tokens.start);
        place
            && rule
                .filter(many)
                .is_some_and(|r| r.bound_to != BoundTo::Article)
    };
    if !drafts.iter().any(asks) {
        return;
    }
    let places: Vec<(&Mention, &Name)> = mentions.iter().filter_map(place).collect();
    let others = others(document, &places, head.clone());
    leave_out(drafts, dropped, |draft, _| {
        let other = asks(draft) && others.iter().any(|at| draft.tokens.contains(at));
        other.then_some(Why::ListedAbove)
    });
}

/// What an article is headed by: the first of its sentences that claims something.
fn head(document: &Document<'_>) -> Option<Range<usize>> {
    let mut sentences = document.sentences.iter();
    let first = sentences.find(|s| s.region.makes_claims())?;
    Some(first.tokens.clone())
}

fn place(mention: &Mention) -> Option<(&Mention, &Name)> {
    match &mention.value {
        Value::Name(name) if name.kind == Kind::Place => Some((mention, name)),
        _ => None,
    }
}

/// Where in `head` the places are listed that the running text does not tell of by themselves, where it does so of others listed with
/// them.
fn others(document: &Document<'_>, places: &[(&Mention, &Name)], head: Range<usize>) -> Vec<usize> {
    let is_running = |at: usize| {
        let sentence = document.sentence_at(at);
        let sentence = sentence.and_then(|at| document.sentences.get(at));
        sentence.is_some_and(|s| s.region.is_running())
    };
    let alone: Vec<&Name> = lists(document, places)
        .filter_map(|list| match list {
            [(mention, name)] => Some((mention, *name)),
            _ => None,
        })
        .filter(|(mention, _)| {
            let at = mention.tokens.start;
            !head.contains(&at) && is_running(at)
        })
        .map(|(_, name)| name)
        .collect();
    let is_told = |name: &Name| {
        let part = name.parts.first();
        part.is_some_and(|part| alone.iter().any(|other| other.parts.contains(part)))
    };
    lists(document, places)
        .filter(|list| list.len() > 1)
        .filter(|list| list.iter().all(|(m, _)| head.contains(&m.tokens.start)))
        .filter(|list| list.iter().any(|(_, name)| is_told(name)))
        .flatten()
        .filter(|(_, name)| !is_told(name))
        .map(|(mention, _)| mention.tokens.start)
        .collect()
}

/// The places of a text in lists: runs with nothing between them but commas and conjunctions.
fn lists<'p, 'm>(
    document: &'p Document<'_>,
    places: &'p [(&'m Mention, &'m Name)],
) -> impl Iterator<Item = &'p [(&'m Mention, &'m Name)]> {
    places.chunk_by(|(left, _), (right, _)| {
        let joins = |at: usize| {
            let word = document.word(at);
            word.is_some_and(|w| List::And.has(w) || List::Apart.has(w))
        };
        let mut between = left.tokens.end..right.tokens.start;
        let near =
            document.sentence_at(left.tokens.start) == document.sentence_at(right.tokens.start);
        near && between.all(joins)
    })
}
