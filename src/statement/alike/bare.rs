//! Two statements that tell one thing in any order of words, but for one place: "the airport in Linz reopened", "Linz airport
//! remained shut".
//!
//! Nothing is laid word beside word: every telling word, name and value of the one must have its like in the other. What is left,
//! one thing on each side, is words of one set (`sets.rs`) that say what became of something or in what way, and not who
//! did it to whom ("won", "lost"): those say one thing when they change places with the names. Or it is two places.

use super::content::{StatementContent, Unit, UnitKey, contents};
use crate::claim::Account;
use crate::compare::{Options, Verdict, comparator};
use crate::document::fold;
use crate::mention::Mention;
use crate::statement::Asked;
use crate::statement::article::ReadArticle;
use crate::statement::meeting::{GivenValue, Meeting};
use crate::statement::wording::sets::{Hit, fit};
use crate::statement::wording::statement::tokens;
use crate::value::{Kind, Value};
use std::ops::Range;

/// What two statements must share besides where they differ: in accounts of so few statements, in longer ones.
const SHARED: f32 = 3.0;
const SHARED_WITH_LONG: f32 = 3.5;
const SHARED_IN_LONG: f32 = 7.0;
const BRIEF: usize = 3;

/// Where the statements of two articles tell the same but for one thing.
pub(in crate::statement) fn bare(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    asked: &Asked,
) -> Vec<Meeting> {
    let (ours, theirs) = (contents(left), contents(right));
    let pair = BarePair {
        least: least_shared(left, right),
        left: BareArticle {
            article: left,
            told: &ours,
        },
        right: BareArticle {
            article: right,
            told: &theirs,
        },
    };
    let mut found = Vec::new();
    for one in &ours {
        for other in &theirs {
            let opposite = || pair.opposite(one, other, asked.opposites?);
            let place = || pair.place(one, other, asked.value(Kind::Place)?);
            found.extend(opposite().or_else(place));
        }
    }
    found
}

/// What two statements must share besides where they differ, by the lengths of their articles.
fn least_shared(left: ReadArticle<'_>, right: ReadArticle<'_>) -> f32 {
    let lengths = (left.statements.len(), right.statements.len());
    if lengths.0.max(lengths.1) <= BRIEF {
        SHARED
    } else if lengths.0.min(lengths.1) <= BRIEF {
        SHARED_WITH_LONG
    } else {
        SHARED_IN_LONG
    }
}

/// Two articles whose statements are laid beside each other.
struct BarePair<'a> {
    left: BareArticle<'a>,
    right: BareArticle<'a>,
    /// What two statements must share besides where they differ.
    least: f32,
}

/// An article with what its statements tell.
#[derive(Clone, Copy)]
struct BareArticle<'a> {
    article: ReadArticle<'a>,
    told: &'a [StatementContent<'a>],
}

/// What two statements share, if nothing but what stands in one place of each is told by one alone.
fn shared(
    one: &StatementContent<'_>,
    other: &StatementContent<'_>,
    places: (&Range<usize>, &Range<usize>),
) -> Option<f32> {
    let outside = |unit: &&Unit<'_>, place: &Range<usize>| {
        unit.items.end <= place.start || place.end <= unit.items.start
    };
    let mut theirs: Vec<&Unit> = other
        .units
        .iter()
        .filter(|u| outside(u, places.1))
        .collect();
    let mut weight = 0.0;
    for unit in one.units.iter().filter(|u| outside(u, places.0)) {
        let at = theirs.iter().position(|their| their.is(unit))?;
        let like = theirs.swap_remove(at);
        weight += unit.weight.min(like.weight);
    }
    theirs.is_empty().then_some(weight)
}

impl BarePair<'_> {
    /// Words of one set that exclude each other, where neither article says of it also what the other says.
    fn opposite(
        &self,
        one: &StatementContent<'_>,
        other: &StatementContent<'_>,
        rule: usize,
    ) -> Option<Meeting> {
        let pairs = one
            .hits
            .iter()
            .flat_map(|a| other.hits.iter().map(move |b| (a, b)));
        let mut excluding = pairs.filter(|(a, b)| a.set == b.set && !fit(a.meaning, b.meaning));
        let (a, b) = excluding.find(|(a, b)| {
            let places = (&(a.at..a.at + a.words), &(b.at..b.at + b.words));
            shared(one, other, places).is_some_and(|weight| weight >= self.least)
                && !says_too(self.right.told, one, a)
                && !says_too(self.left.told, other, b)
        })?;
        let (here, there) = (self.left.shown(one, a)?, self.right.shown(other, b)?);
        Meeting::between(rule, here, there)
    }

    /// Two places of one sort or known to lie apart, neither of which the other article names.
    fn place(
        &self,
        one: &StatementContent<'_>,
        other: &StatementContent<'_>,
        rule: usize,
    ) -> Option<Meeting> {
        let brief = self.least <= SHARED;
        let pairs = places(one).flat_map(|a| places(other).map(move |b| (a, b)));
        let mut apart = pairs.filter(|((a, _), (b, _))| !a.is(b));
        let ((_, a), (_, b)) = apart.find(|((a, x), (b, y))| {
            let weight = shared(one, other, (&a.items, &b.items));
            weight.is_some_and(|weight| weight >= self.least)
                && !(names(self.right.article.account, x) || names(self.left.article.account, y))
                && (brief && are_apart(&x.value, &y.value) || self.are_two_of_a_sort(x, y))
        })?;
        Meeting::between(rule, self.left.names(a), self.right.names(b))
    }

    /// Whether the words for two places end alike and share nothing before that: "the Aegean Sea" and "the Ionian Sea", two districts of
    /// one province.
    fn are_two_of_a_sort(&self, a: &Mention, b: &Mention) -> bool {
        let (ours, theirs) = (self.left.words(a), self.right.words(b));
        let alike = ours
            .iter()
            .rev()
            .zip(theirs.iter().rev())
            .take_while(|(x, y)| x == y)
            .count();
        let (own, other) = (ours.len() - alike, theirs.len() - alike);
        let mut before = ours.iter().take(own);
        let apart = own > 0
            && other > 0
            && !before.any(|word| theirs.iter().take(other).any(|w| w == word));
        alike > 0
            && apart
            && matches!(
                judged(&a.value, &b.value),
                Some(Verdict::Conflict | Verdict::Unclear)
            )
    }
}

impl<'a> BareArticle<'a> {
    /// A word of a set as its article has it.
    fn shown(&self, told: &StatementContent<'_>, hit: &Hit) -> Option<GivenValue<'a>> {
        let items = told.statement.items.get(hit.at..hit.at + hit.words)?;
        let tokens = tokens(items)?;
        let text = self
            .article
            .account
            .document
            .slice(tokens.clone())
            .to_lowercase();
        Some(self.article.gives(Value::Choice(text), tokens))
    }

    /// A place that it names.
    fn names(&self, place: &Mention) -> GivenValue<'a> {
        self.article
            .gives(place.value.clone(), place.tokens.clone())
    }

    /// The words for a place, folded.
    fn words(&self, mention: &Mention) -> Vec<String> {
        let text = fold(self.article.account.document.slice(mention.tokens.clone()));
        let words = text.split([' ', ',']).filter(|w| !w.is_empty());
        words.map(str::to_owned).collect()
    }
}

/// Whether an article says in any sentence about one of the same things what a word of another's statement means.
fn says_too(told: &[StatementContent<'_>], statement: &StatementContent<'_>, hit: &Hit) -> bool {
    let means = |other: &Hit| other.set == hit.set && fit(other.meaning, hit.meaning);
    let is_thing = |unit: &&Unit<'_>| {
        let of_hit = unit.items.contains(&hit.at);
        !matches!(unit.key, UnitKey::Value(_)) && !of_hit
    };
    let about = |told: &StatementContent<'_>| {
        let mut things = statement.units.iter().filter(is_thing);
        things.any(|thing| told.units.iter().any(|unit| unit.is(thing)))
    };
    let mut told = told.iter();
    told.any(|told| told.hits.iter().any(means) && about(told))
}

fn places<'u, 'a>(
    told: &'u StatementContent<'a>,
) -> impl Iterator<Item = (&'u Unit<'a>, &'a Mention)> {
    told.units.iter().filter_map(|unit| match unit.key {
        UnitKey::Place(_, mention) => Some((unit, mention)),
        _ => None,
    })
}

/// Whether an article names a place anywhere.
fn names(account: &Account<'_>, place: &Mention) -> bool {
    let Some(wanted) = narrow(place) else {
        return false;
    };
    account.mentions.iter().any(|m| narrow(m) == Some(wanted))
}

/// The narrowest name of a place.
fn narrow(mention: &Mention) -> Option<&str> {
    match &mention.value {
        Value::Name(name) => name.name.as_deref(),
        _ => None,
    }
}

fn are_apart(a: &Value, b: &Value) -> bool {
    judged(a, b) == Some(Verdict::Conflict)
}

fn judged(a: &Value, b: &Value) -> Option<Verdict> {
    let judge = comparator("place")?;
    Some((judge.compare)(a, b, &Options::default()).verdict)
}
