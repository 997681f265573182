//! Two statements that tell one thing in any order of words, but for one place: "the airport in Linz reopened", "Linz airport
//! remained shut".
//!
//! Nothing is laid word beside word: every telling word, name and value of the one must have its like in the other. What is left,
//! one thing on each side, is words of one set (`sets.rs`) that say what became of something or in what way, and not who
//! did it to whom ("won", "lost"): those say one thing when they change places with the names. Or it is two places.

use super::article::ReadArticle;
use super::concept::{Concept, concepts};
use super::contrast::mentions;
use super::difference::tokens;
use super::frame::{self, is_told};
use super::meeting::{GivenValue, Meeting};
use super::open::{is_condition, is_wish, leaves_open};
use super::page::{Item, Statement};
use super::sets::{Hit, Tie, fit, hits, set};
use super::{Asked, echo, turn};
use crate::claim::Account;
use crate::compare::{Options, Verdict, comparator};
use crate::document::{Shape, Word, fold, stem};
use crate::mention::Mention;
use crate::value::{Kind, Value};
use std::ops::Range;

/// A word weighs this much to tell something; names always do.
const CONTENT: f32 = 1.0;
const NAME: f32 = 2.0;
/// What two statements must share besides where they differ: in accounts of so few statements, in longer ones.
const SHARED: f32 = 3.0;
const SHARED_WITH_LONG: f32 = 3.5;
const SHARED_IN_LONG: f32 = 7.0;
const BRIEF: usize = 3;

/// Where the statements of two articles tell the same but for one thing.
pub(super) fn bare(left: ReadArticle<'_>, right: ReadArticle<'_>, asked: &Asked) -> Vec<Meeting> {
    let (ours, theirs) = (all_told(left), all_told(right));
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

/// What a statement tells.
struct StatementContent<'a> {
    statement: &'a Statement,
    units: Vec<Unit<'a>>,
    hits: Vec<Hit>,
}

/// A telling word, a name's word or a value.
struct Unit<'a> {
    items: Range<usize>,
    key: UnitKey<'a>,
    weight: f32,
}

enum UnitKey<'a> {
    Word(Word),
    Place(Word, &'a Mention),
    Value(&'a Value),
}

impl Unit<'_> {
    fn is(&self, other: &Unit<'_>) -> bool {
        match (&self.key, &other.key) {
            (UnitKey::Word(a) | UnitKey::Place(a, _), UnitKey::Word(b) | UnitKey::Place(b, _)) => {
                a == b
            }
            (UnitKey::Value(a), UnitKey::Value(b)) => {
                echo::is_same(a, b) && frame::noun(a) == frame::noun(b)
            }
            _ => false,
        }
    }
}

/// What the statements of an article tell that leave nothing open.
fn all_told(article: ReadArticle<'_>) -> Vec<StatementContent<'_>> {
    let account = article.account;
    let told = |statement: &Statement| {
        let items = &statement.items;
        let leaves_open = |at: usize| {
            let word = items
                .get(at)
                .is_some_and(|i| frame::is("ahead", i.word) && !i.is_value);
            word || leaves_open(items, at) || is_wish(items, at) || is_condition(items, at)
        };
        let first = items.first();
        first.is_some_and(|first| is_told(account, first.token))
            && !(0..items.len()).any(leaves_open)
    };
    let read = |statement| StatementContent {
        statement,
        units: units(account, statement),
        hits: said(account, &statement.items),
    };
    let told = article.statements.iter().filter(|s| told(s));
    told.map(read).collect()
}

/// The words of sets that say what became of something, or in what way, and are no names.
fn said(account: &Account<'_>, items: &[Item]) -> Vec<Hit> {
    let of_state = |hit: &Hit| {
        let tie = set(hit.set).map(|set| set.tie);
        matches!(
            tie,
            Some(Tie::Bare | Tie::Act | Tie::Level | Tie::Modifies | Tie::Object)
        )
    };
    let has_capital = |item: &Item| account.document.is_shaped(item.token, Shape::CAPITAL);
    let named = |hit: &Hit| hit.at > 0 && items.get(hit.at).is_some_and(has_capital);
    let all = hits(items).into_iter();
    all.filter(|hit| of_state(hit) && !named(hit)).collect()
}

fn units<'a>(account: &'a Account<'_>, statement: &Statement) -> Vec<Unit<'a>> {
    let items = &statement.items;
    let concepts = concepts(items);
    let mentions = mentions(account, statement);
    let mut found: Vec<Unit<'a>> = Vec::new();
    let mut at = 0;
    while let Some(item) = items.get(at) {
        let mention = mentions.iter().find(|m| m.tokens.contains(&item.token));
        if let Some((key, weight)) = mention.and_then(|m| whole(m)) {
            let inside = |i: &&Item| mention.is_some_and(|m| m.tokens.contains(&i.token));
            let end = at + items.iter().skip(at).take_while(inside).count();
            found.push(Unit {
                items: at..end,
                key,
                weight,
            });
            at = end;
            continue;
        }
        let named =
            mention.is_some() || at > 0 && account.document.is_shaped(item.token, Shape::CAPITAL);
        // "Went down" is no mere "went"; an "'s" belongs to the name before it.
        let phrase = concepts.get(at + 1).is_some_and(Option::is_none);
        let light = !phrase && is_light(account, item);
        if let Some(concept) = concepts
            .get(at)
            .copied()
            .flatten()
            .filter(|c| !light && !frame::is("takes-place", c.word))
        {
            found.extend(word(concept, named, item.rarity).map(|(key, weight)| Unit {
                items: at..at + 1,
                key,
                weight,
            }));
        }
        at += 1;
    }
    found
}

/// A place, number or time as one unit.
fn whole(mention: &Mention) -> Option<(UnitKey<'_>, f32)> {
    match &mention.value {
        Value::Name(name) if matches!(name.kind, Kind::Place | Kind::Country) => {
            let name = name.name.as_deref()?;
            Some((UnitKey::Place(stem(name), mention), NAME))
        }
        Value::Name(_) | Value::Choice(_) => None,
        value => Some((UnitKey::Value(value), CONTENT)),
    }
}

/// Whether a word is grammar, or only says that something was: "is", "took place".
fn is_light(account: &Account<'_>, item: &Item) -> bool {
    let token = account.document.tokens.get(item.token);
    let possessive = token
        .is_some_and(|t| t.is(Shape::POSSESSIVE) || !t.is(Shape::WORD) && !t.is(Shape::NUMBER));
    possessive || turn::is_auxiliary(item.word) || frame::is("takes-place", item.word)
}

/// What a word tells, if it tells something.
fn word<'a>(concept: Concept, named: bool, rarity: f32) -> Option<(UnitKey<'a>, f32)> {
    let tells = if named {
        rarity > 0.0
    } else {
        concept.weight >= CONTENT
    };
    let weight = if named {
        concept.weight.max(NAME)
    } else {
        concept.weight
    };
    tells.then_some((UnitKey::Word(concept.word), weight))
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
