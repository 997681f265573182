//! Who the people and bodies are that two articles both name, by the words of each: "Police Chief Ann Lee" and "Ann Lee, who heads
//! the Bellmont force"; and where the two give one office of one body to different people.

mod named;
mod office;
mod phrase;
mod sentence;
mod verb;

use crate::claim::Account;
use crate::compare::{
    Kinship, Likeness, NameWords, Options, Verdict, comparator, kinship, likeness,
};
use crate::document::{Word, fold, rarity};
use crate::statement::article::ReadArticle;
use crate::statement::meeting::{GivenValue, Meeting};
use crate::statement::{Asked, claim_of};
use crate::text::Part;
use crate::value::{Kind, Value};
pub(super) use named::Named;
use named::named;
use phrase::Phrase;
use std::ops::Range;

/// One of those whom an article names.
#[derive(Clone, Copy)]
struct NamedIn<'a> {
    article: ReadArticle<'a>,
    named: &'a Named,
}

/// Those whom an article names, if anything is asked of them.
pub(super) fn people(account: &Account<'_>, asked: &Asked) -> Vec<Named> {
    if asked.roles.is_empty() && asked.holders.is_none() && asked.names.is_empty() {
        return Vec::new();
    }
    named(account)
}

/// What both articles say of those whom both name, and whom they name in one office.
pub(super) fn roles(left: ReadArticle<'_>, right: ReadArticle<'_>, asked: &Asked) -> Vec<Meeting> {
    let mut found = Vec::new();
    for one in all_named(left) {
        for other in all_named(right).filter(|other| is_one(one, *other)) {
            let kind = one.named.kind;
            for is_past in [false, true] {
                let rule = asked.role(kind, is_past);
                found.extend(rule.and_then(|rule| meeting(one, other, rule, is_past)));
            }
            let rule = claim_of(&asked.names, kind);
            found.extend(rule.and_then(|rule| named_by_both(one, other, rule)));
        }
    }
    if let Some(rule) = asked.role(Kind::Person, false) {
        found.extend(office::told_by_office(left, right, rule));
        let turned = office::told_by_office(right, left, rule);
        found.extend(turned.into_iter().map(Meeting::turned));
    }
    if let Some(rule) = asked.holders {
        found.extend(office::holders(left, right, rule));
    }
    found
}

fn all_named(article: ReadArticle<'_>) -> impl Iterator<Item = NamedIn<'_>> {
    let all = article.named.iter();
    all.map(move |named| NamedIn { article, named })
}

/// Those whom an article names and none of the others does: the question, and the name where it stands.
pub(super) fn named_alone<'a>(
    article: ReadArticle<'a>,
    others: &(impl Iterator<Item = ReadArticle<'a>> + Clone),
    asked: &Asked,
) -> Vec<(usize, GivenValue<'a>)> {
    let strange = all_named(article).filter(|NamedIn { named: one, .. }| {
        // "Police chief Weber" is told from others as much as a full name.
        let titled = || {
            one.phrases
                .iter()
                .any(|p| one.places.iter().any(|at| at.end == p.tokens.end))
        };
        let full = one.kind != Kind::Person || one.name.contains(' ') || titled();
        full && others.clone().all(|other| {
            let own = NamedIn {
                article,
                named: one,
            };
            !tells_by(&one.name, one.kind, other.account)
                && !all_named(other).any(|theirs| is_one(own, theirs))
        })
    });
    let answers = strange.filter_map(|one| {
        let rule = claim_of(&asked.names, one.named.kind)?;
        Some((rule, one.described(None)?))
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
fn is_one(left: NamedIn<'_>, right: NamedIn<'_>) -> bool {
    let (one, other) = (left.named, right.named);
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
        only(left.article.named, other) && only(right.article.named, one)
    };
    alike <= Likeness::Transcription || alike == Likeness::Alone && alone()
}

/// What two articles say of one person or body: the two descriptions that fit best; where one article gives only the name, its
/// first place there.
fn meeting(left: NamedIn<'_>, right: NamedIn<'_>, rule: usize, is_past: bool) -> Option<Meeting> {
    let (one, other) = (left.named, right.named);
    let of = |named: &'_ Named| -> Vec<Phrase> {
        let phrases = named.phrases.iter().filter(|p| p.is_past == is_past);
        phrases.cloned().collect()
    };
    let (ours, theirs) = (of(one), of(other));
    let pairs = ours.iter().flat_map(|a| theirs.iter().map(move |b| (a, b)));
    // What stands in a headline stands in the text too, with more beside it.
    let titles = |a: &Phrase, b: &Phrase| {
        usize::from(left.is_title(&a.tokens)) + usize::from(right.is_title(&b.tokens))
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
            left.first(&ours).or_else(|| one.phrases.first()),
            right.first(&theirs).or_else(|| other.phrases.first()),
        ),
    };
    Meeting::between(rule, left.described(a)?, right.described(b)?)
}

/// Somebody whom both articles name in full, and of whom neither says more.
fn named_by_both(left: NamedIn<'_>, right: NamedIn<'_>, rule: usize) -> Option<Meeting> {
    let (one, other) = (left.named, right.named);
    let full = |named: &Named| named.kind != Kind::Person || named.name.contains(' ');
    if !(full(one) && full(other) && one.phrases.is_empty() && other.phrases.is_empty()) {
        return None;
    }
    Meeting::between(rule, left.described(None)?, right.described(None)?)
}

impl<'a> NamedIn<'a> {
    /// What an article says that somebody is, where it describes them; by the name alone where it first names them in full.
    fn described(&self, phrase: Option<&Phrase>) -> Option<GivenValue<'a>> {
        let full = |place: &&Range<usize>| (self.is_title(place), place.len() < 2);
        let name = || self.named.places.iter().min_by_key(full).cloned();
        let tokens = phrase.map_or_else(name, |p| Some(p.tokens.clone()))?;
        Some(self.article.gives(self.named.value(phrase), tokens))
    }

    /// The first of some descriptions that stands in the text, else in a title.
    fn first<'p>(&self, phrases: &'p [Phrase]) -> Option<&'p Phrase> {
        phrases.iter().min_by_key(|p| self.is_title(&p.tokens))
    }

    fn is_title(&self, tokens: &Range<usize>) -> bool {
        let token = self.article.account.document.tokens.get(tokens.start);
        token.is_some_and(|t| t.part == Part::Title)
    }
}

fn verdict(left: &Value, right: &Value) -> Verdict {
    comparator("role").map_or(Verdict::Unclear, |row| {
        (row.compare)(left, right, &Options::default()).verdict
    })
}
