//! Who the people and bodies are that two articles both name, by the words of each: "Police Chief Ann Lee" and "Ann Lee, who heads
//! the Bellmont force"; and where the two give one office of one body to different people.

mod named;
mod page;
mod phrase;
mod verb;

use super::Asked;
use super::meeting::{Meeting, claim};
use crate::claim::Account;
use crate::compare::{
    Kinship, Likeness, NameWords, Verdict, comparator, kinship, likeness, shared_office,
};
use crate::value::{Kind, Name, Value};
use named::{Named, named};
use phrase::Phrase;
use std::ops::Range;

/// What both articles say of those whom both name, and whom they name in one office.
pub(super) fn roles(left: &Account<'_>, right: &Account<'_>, asked: &Asked) -> Vec<Meeting> {
    if asked.roles.is_empty() && asked.holders.is_none() {
        return Vec::new();
    }
    let (ours, theirs) = (named(left), named(right));
    let mut found = Vec::new();
    for one in &ours {
        for other in theirs
            .iter()
            .filter(|other| is_one((&ours, one), (&theirs, other)))
        {
            for is_past in [false, true] {
                let pair = (left, one, right, other);
                found.extend(
                    asked
                        .role(one.kind, is_past)
                        .and_then(|rule| meeting(pair, rule, is_past)),
                );
            }
        }
    }
    if let Some(rule) = asked.holders {
        found.extend(holders((left, &ours), (right, &theirs), rule));
    }
    found
}

/// Whether two articles name one person or body; a family name alone only where each has just one of it.
fn is_one(left: (&[Named], &Named), right: (&[Named], &Named)) -> bool {
    let ((ours, one), (theirs, other)) = (left, right);
    if one.kind != other.kind {
        return false;
    }
    if one.kind != Kind::Person {
        let kin = kinship(&NameWords::of(&one.name), &NameWords::of(&other.name));
        return matches!(kin, Kinship::Same | Kinship::Acronym | Kinship::Shorter);
    }
    let alike = likeness(&one.parts, &other.parts);
    let alone = || {
        let only = |of: &[Named], named: &Named| {
            let same = |n: &&Named| {
                n.kind == Kind::Person && likeness(&n.parts, &named.parts) <= Likeness::Alone
            };
            of.iter().filter(same).count() == 1
        };
        only(ours, other) && only(theirs, one)
    };
    alike <= Likeness::Transcription || alike == Likeness::Alone && alone()
}

/// What two articles say of one person or body: the two descriptions that fit best; where one article gives only the name, its
/// first place there.
fn meeting(
    (left, one, right, other): (&Account<'_>, &Named, &Account<'_>, &Named),
    rule: usize,
    is_past: bool,
) -> Option<Meeting> {
    let of = |named: &'_ Named| -> Vec<Phrase> {
        let phrases = named.phrases.iter().filter(|p| p.is_past == is_past);
        phrases.cloned().collect()
    };
    let (ours, theirs) = (of(one), of(other));
    let pairs = ours.iter().flat_map(|a| theirs.iter().map(move |b| (a, b)));
    let best = pairs.min_by_key(|(a, b)| verdict(&one.value(Some(a)), &other.value(Some(b))));
    let (a, b) = match best {
        Some((a, b)) => (Some(a), Some(b)),
        None if is_past => return None,
        None => (ours.first(), theirs.first()),
    };
    if a.is_none() && b.is_none() {
        return None;
    }
    let place = |named: &Named, phrase: Option<&Phrase>| -> Option<Range<usize>> {
        phrase.map_or_else(|| named.places.first().cloned(), |p| Some(p.tokens.clone()))
    };
    let (here, there) = (place(one, a)?, place(other, b)?);
    Some(Meeting {
        rule,
        claims: (
            claim(left, rule, one.value(a), here)?,
            claim(right, rule, other.value(b), there)?,
        ),
    })
}

fn verdict(left: &Value, right: &Value) -> Verdict {
    comparator("role").map_or(Verdict::Unclear, |row| {
        (row.compare)(left, right, &Default::default()).verdict
    })
}

/// One office of one body that two articles give to two people, neither of whom the other article names.
fn holders(
    left: (&Account<'_>, &[Named]),
    right: (&Account<'_>, &[Named]),
    rule: usize,
) -> Vec<Meeting> {
    let mut found = Vec::new();
    let (ours, theirs) = (strangers(left.1, right.1), strangers(right.1, left.1));
    for one in &ours {
        for other in &theirs {
            let pairs = one
                .phrases
                .iter()
                .flat_map(|a| other.phrases.iter().map(move |b| (a, b)));
            let shared = pairs.into_iter().find(|(a, b)| {
                let present = !a.is_past && !b.is_past;
                present && shared_office(&name(one, a), &name(other, b)).is_some()
            });
            let Some((a, b)) = shared else { continue };
            let one = claim(left.0, rule, one.value(None), a.tokens.clone());
            let other = claim(right.0, rule, other.value(None), b.tokens.clone());
            found.extend(one.zip(other).map(|claims| Meeting { rule, claims }));
        }
    }
    found
}

fn name(named: &Named, phrase: &Phrase) -> Name {
    Name {
        kind: named.kind,
        name: None,
        role: Some(phrase.role.clone()),
        of: phrase.of.clone(),
        parts: Vec::new(),
    }
}

/// The people of one article whom the other does not name under anything like their names.
fn strangers<'n>(of: &'n [Named], others: &[Named]) -> Vec<&'n Named> {
    let known = |one: &Named| {
        others.iter().any(|other| {
            other.kind == Kind::Person && likeness(&one.parts, &other.parts) <= Likeness::Alone
        })
    };
    of.iter()
        .filter(|n| n.kind == Kind::Person && !n.phrases.is_empty() && !known(n))
        .collect()
}
