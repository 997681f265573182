//! Offices that one person of a body holds: who is told by name in one article and by the office in the other, and one office
//! that two articles give to two people.

use super::named::Named;
use super::phrase::Phrase;
use crate::compare::{Likeness, is_same_office, is_same_office_of_one_body, likeness};
use crate::document::Region;
use crate::mention::Mention;
use crate::statement::article::ReadArticle;
use crate::statement::meeting::Meeting;
use crate::value::{Kind, Name, Value};

/// "Police Chief Ann Lee" in one article, "the police chief" in the other, which names nobody in that office.
pub(super) fn told_by_office(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    rule: usize,
) -> Vec<Meeting> {
    let mut found = Vec::new();
    for one in strangers(left.named, right.named) {
        let Some((phrase, mention)) =
            present(one).find_map(|p| Some((p, only(right, &name(one, p))?)))
        else {
            continue;
        };
        let office = name(one, phrase);
        if holders_of(left.named, &office).count() != 1 {
            continue;
        }
        found.extend(Meeting::between(
            rule,
            left.gives(one.value(Some(phrase)), phrase.tokens.clone()),
            right.gives(mention.value.clone(), mention.tokens.clone()),
        ));
    }
    found
}

/// The first who is told by an office alone, if the article names nobody in it.
fn only<'a>(article: ReadArticle<'a>, office: &Name) -> Option<&'a Mention> {
    let account = article.account;
    if holders_of(article.named, office).next().is_some() {
        return None;
    }
    let document = &account.document;
    let told = |m: &&Mention| {
        let sentence = document.sentence_at(m.tokens.start);
        let sentence = sentence.and_then(|at| document.sentences.get(at));
        sentence.is_some_and(|s| s.region == Region::Body)
    };
    let holds = |m: &&Mention| match &m.value {
        Value::Name(value) => value.name.is_none() && is_same_office(value, office),
        _ => false,
    };
    let described = account.mentions.iter().filter(|m| m.is_described());
    described.filter(told).find(holds)
}

/// Those whom an article names in an office.
fn holders_of<'n>(named: &'n [Named], office: &'n Name) -> impl Iterator<Item = &'n Named> {
    named.iter().filter(move |n| {
        n.kind == Kind::Person
            && n.phrases
                .iter()
                .any(|p| is_same_office(&name(n, p), office))
    })
}

fn present(named: &Named) -> impl Iterator<Item = &Phrase> {
    named.phrases.iter().filter(|p| !p.is_past)
}

/// One office of one body that two articles give to two people, neither of whom the other article names.
pub(super) fn holders(left: ReadArticle<'_>, right: ReadArticle<'_>, rule: usize) -> Vec<Meeting> {
    let mut found = Vec::new();
    let (ours, theirs) = (
        strangers(left.named, right.named),
        strangers(right.named, left.named),
    );
    for one in &ours {
        for other in &theirs {
            let pairs = present(one).flat_map(|a| present(other).map(move |b| (a, b)));
            let shared = pairs
                .into_iter()
                .find(|(a, b)| is_same_office_of_one_body(&name(one, a), &name(other, b)));
            let Some((a, b)) = shared else { continue };
            found.extend(Meeting::between(
                rule,
                left.gives(one.value(None), a.tokens.clone()),
                right.gives(other.value(None), b.tokens.clone()),
            ));
        }
    }
    found
}

fn name(named: &Named, phrase: &Phrase) -> Name {
    Name::of_role(named.kind, &phrase.role, phrase.of.clone())
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
