//! Whom a description stands for: the one named beside it ("Ann Lee, the mayor"), or the one person to whom the article
//! gives the role.

use super::Mention;
use super::person::{Person, person};
use super::words::List;
use crate::document::{Document, Shape, Token, Word};

/// "Ann Lee, the company's chief executive,": the description is the name's.
pub(super) fn appose(document: &Document<'_>, mentions: &mut [Mention], people: &mut [Person]) {
    let outer = outermost(mentions);
    for pair in outer.windows(2) {
        let &[before, at] = pair else { continue };
        let (Some(first), Some(second)) = (mentions.get(before), mentions.get(at)) else {
            continue;
        };
        let (Some(a), Some(b)) = (person(first), person(second)) else {
            continue;
        };
        if !are_apposed(document, first, second) {
            continue;
        }
        let (named, described, role) = match (first.entity, second.entity) {
            (Some(id), None) if b.name.is_none() => (id, at, b.clone()),
            (None, Some(id)) if a.name.is_none() && b.role.is_none() => (id, before, a.clone()),
            _ => continue,
        };
        let known = people.iter_mut().find(|p| p.id == named);
        let Some(known) = known.filter(|p| p.may_be(&role)) else {
            continue;
        };
        known.add_role(&role);
        if let Some(mention) = mentions.get_mut(described) {
            mention.entity = Some(named);
        }
    }
}

/// The mentions that stand in no other: "the chief executive of Acme Corp." holds one.
fn outermost(mentions: &[Mention]) -> Vec<usize> {
    let mut end = 0;
    let mut outer = Vec::with_capacity(mentions.len());
    for (at, mention) in mentions.iter().enumerate() {
        if mention.tokens.start >= end {
            end = mention.tokens.end;
            outer.push(at);
        }
    }
    outer
}

/// Whether only a comma and a determiner stand between two mentions.
fn are_apposed(document: &Document<'_>, first: &Mention, second: &Mention) -> bool {
    // "Ann Lee, the president's aide": not she is the president. "According to Ann Lee, the boy was
    // well", "that is for the mayor, Ann Lee said": a new clause.
    let goes_on = document
        .tokens
        .get(second.tokens.end)
        .is_some_and(|after| after.is(Shape::POSSESSIVE) || starts_clause(after));
    if goes_on {
        return false;
    }
    let between = document
        .tokens
        .get(first.tokens.end..second.tokens.start)
        .unwrap_or(&[]);
    match between {
        [comma, before @ ..] => comma.word == Word::of(",") && is_before_role(before),
        [] => false,
    }
}

/// Whether only a determiner, a possessor and an adjective of time stand before what somebody is: "the club's new".
fn is_before_role(tokens: &[Token]) -> bool {
    let past = |tokens: &[Token], list: List| {
        let first = tokens.first();
        usize::from(first.is_some_and(|first| list.has(first.word)))
    };
    let mut left = tokens.get(past(tokens, List::Determiner)..).unwrap_or(&[]);
    if let [owner, ending, rest @ ..] = left
        && owner.is(Shape::WORD)
        && ending.is(Shape::POSSESSIVE)
    {
        left = rest;
    }
    left.len() == past(left, List::Since)
}

/// Whether the word after "Ann Lee, the mayor" or "the mayor, Ann Lee" is a verb of which the second alone is the subject.
fn starts_clause(after: &Token) -> bool {
    List::Verb.has(after.word)
}

/// Whether a description is of somebody new or tells him from others: "a spokesman", "another officer", "the judge who".
fn is_of_another(document: &Document<'_>, mention: &Mention) -> bool {
    let word = |at: Option<usize>| at.and_then(|at| document.word(at));
    let before = word(mention.tokens.start.checked_sub(1));
    let after = word(Some(mention.tokens.end));
    before.is_some_and(|w| List::New.has(w)) || after.is_some_and(|w| List::Who.has(w))
}

/// "Russia's top diplomat": the one person to whom the article gives the role, if there is just one.
pub(super) fn describe(document: &Document<'_>, mentions: &mut [Mention], people: &[Person]) {
    for mention in mentions.iter_mut().filter(|m| m.entity.is_none()) {
        let described = person(mention).filter(|value| value.name.is_none());
        let Some(value) = described.filter(|_| !is_of_another(document, mention)) else {
            continue;
        };
        let Some(role) = &value.role else { continue };
        let mut holders = people.iter().filter(|p| match &value.of {
            Some(of) => p.holds(role, Some(of)),
            None => p.roles.iter().any(|(known, _)| known == role),
        });
        if let (Some(holder), None) = (holders.next(), holders.next()) {
            mention.entity = Some(holder.id);
        }
    }
}
