//! Who the people and bodies are that two articles both name, by the words of each: "Police Chief Ann Lee" and "Ann Lee, who heads
//! the Bellmont force"; and where the two give one office of one body to different people.

mod named;
mod office;
mod page;
mod phrase;
mod verb;

use super::meeting::Meeting;
use super::{Asked, claim_of};
use crate::claim::Account;
use crate::compare::{
    Kinship, Likeness, NameWords, Options, Verdict, comparator, kinship, likeness,
};
use crate::document::{Word, fold, rarity};
use crate::text::Part;
use crate::value::{Kind, Value};
pub(super) use named::Named;
use named::named;
use phrase::Phrase;
use std::ops::Range;

/// An article with those whom it names.
pub(super) type Told<'a> = (&'a Account<'a>, &'a [Named]);

/// Those whom an article names, if anything is asked of them.
pub(super) fn people(account: &Account<'_>, asked: &Asked) -> Vec<Named> {
    if asked.roles.is_empty() && asked.holders.is_none() && asked.names.is_empty() {
        return Vec::new();
    }
    named(account)
}

/// What both articles say of those whom both name, and whom they name in one office.
pub(super) fn roles(ours: Told<'_>, theirs: Told<'_>, asked: &Asked) -> Vec<Meeting> {
    let ((left, our_people), (right, their_people)) = (ours, theirs);
    let mut found = Vec::new();
    for one in our_people {
        for other in their_people
            .iter()
            .filter(|other| is_one((our_people, one), (their_people, other)))
        {
            let pair = (left, one, right, other);
            for is_past in [false, true] {
                let rule = asked.role(one.kind, is_past);
                found.extend(rule.and_then(|rule| meeting(pair, rule, is_past)));
            }
            let rule = claim_of(&asked.names, one.kind);
            found.extend(rule.and_then(|rule| named_by_both(pair, rule)));
        }
    }
    if let Some(rule) = asked.role(Kind::Person, false) {
        found.extend(office::told_by_office(ours, theirs, rule));
        let turned = office::told_by_office(theirs, ours, rule);
        found.extend(turned.into_iter().map(Meeting::turned));
    }
    if let Some(rule) = asked.holders {
        found.extend(office::holders(ours, theirs, rule));
    }
    found
}

/// Those whom an article names and none of the others does: the question, the name and where it stands.
pub(super) fn named_alone<'a>(
    (account, own): Told<'_>,
    others: &(impl Iterator<Item = Told<'a>> + Clone),
    asked: &Asked,
) -> Vec<(usize, Value, Range<usize>)> {
    let strange = own.iter().filter(|one| {
        // "Police chief Weber" is told from others as much as a full name.
        let titled = || {
            one.phrases
                .iter()
                .any(|p| one.places.iter().any(|at| at.end == p.tokens.end))
        };
        let full = one.kind != Kind::Person || one.name.contains(' ') || titled();
        full && others.clone().all(|(other, theirs)| {
            let is_it = |other: &Named| is_one((own, one), (theirs, other));
            !tells_by(&one.name, one.kind, other) && !theirs.iter().any(is_it)
        })
    });
    let answers = strange.filter_map(|one| {
        let rule = claim_of(&asked.names, one.kind)?;
        Some((rule, one.value(None), place(account, one, None)?))
    });
    answers.collect()
}

/// Whether the word by which a name is known stands in an article: of a person the last, else the rarest.
fn tells_by(name: &str, kind: Kind, article: &Account<'_>) -> bool {
    let words = || name.split([' ', '-']).map(fold).map(|w| Word::of(&w));
    let word = if kind == Kind::Person {
        words().next_back()
    } else {
        words().max_by_key(|w| rarity(*w))
    };
    word.is_some_and(|word| article.document.tokens.iter().any(|t| t.word == word))
}

/// Whether two articles name one person or body; a family name alone only where each has just one of it.
fn is_one(left: (&[Named], &Named), right: (&[Named], &Named)) -> bool {
    let ((ours, one), (theirs, other)) = (left, right);
    if one.kind != other.kind {
        return false;
    }
    if one.kind == Kind::Place {
        return fold(&one.name) == fold(&other.name);
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
    // What stands in a headline stands in the text too, with more beside it.
    let titles = |a: &Phrase, b: &Phrase| {
        usize::from(is_title(left, &a.tokens)) + usize::from(is_title(right, &b.tokens))
    };
    let best = pairs.min_by_key(|(a, b)| {
        let verdict = verdict(&one.value(Some(a)), &other.value(Some(b)));
        (verdict, titles(a, b))
    });
    let (a, b) = match best {
        Some((a, b)) => (Some(a), Some(b)),
        None if is_past || ours.is_empty() && theirs.is_empty() => return None,
        // An office that is over is no less told beside one that is held.
        None => (
            first(left, &ours).or_else(|| one.phrases.first()),
            first(right, &theirs).or_else(|| other.phrases.first()),
        ),
    };
    let (here, there) = (place(left, one, a)?, place(right, other, b)?);
    Meeting::between(
        rule,
        (left, one.value(a), here),
        (right, other.value(b), there),
    )
}

fn first<'p>(account: &Account<'_>, phrases: &'p [Phrase]) -> Option<&'p Phrase> {
    phrases.iter().min_by_key(|p| is_title(account, &p.tokens))
}

/// Somebody whom both articles name in full, and of whom neither says more.
fn named_by_both(
    (left, one, right, other): (&Account<'_>, &Named, &Account<'_>, &Named),
    rule: usize,
) -> Option<Meeting> {
    let full = |named: &Named| named.kind != Kind::Person || named.name.contains(' ');
    if !(full(one) && full(other) && one.phrases.is_empty() && other.phrases.is_empty()) {
        return None;
    }
    let here = place(left, one, None)?;
    let there = place(right, other, None)?;
    Meeting::between(
        rule,
        (left, one.value(None), here),
        (right, other.value(None), there),
    )
}

/// Where an article describes somebody, or else where it first names them in full.
fn place(account: &Account<'_>, named: &Named, phrase: Option<&Phrase>) -> Option<Range<usize>> {
    let full = |place: &&Range<usize>| (is_title(account, place), place.len() < 2);
    let name = || named.places.iter().min_by_key(full).cloned();
    phrase.map_or_else(name, |p| Some(p.tokens.clone()))
}

fn is_title(account: &Account<'_>, tokens: &Range<usize>) -> bool {
    let token = account.document.tokens.get(tokens.start);
    token.is_some_and(|t| t.part == Part::Title)
}

fn verdict(left: &Value, right: &Value) -> Verdict {
    comparator("role").map_or(Verdict::Unclear, |row| {
        (row.compare)(left, right, &Options::default()).verdict
    })
}
