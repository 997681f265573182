//! What a statement tells in whatever order of words: the words that tell something, names and values, each with its weight.

use crate::claim::Account;
use crate::document::{Shape, Word, stem};
use crate::mention::Mention;
use crate::statement::article::ReadArticle;
use crate::statement::retelling::echo;
use crate::statement::retelling::frame;
use crate::statement::wording::class::Class;
use crate::statement::wording::concept::{Concept, concepts};
use crate::statement::wording::open::{is_condition, is_wish, leaves_open};
use crate::statement::wording::sets::{Hit, Tie, hits, set};
use crate::statement::wording::statement::{Item, Statement, is_told, mentions};
use crate::statement::wording::turn;
use crate::value::{Kind, Value};
use std::ops::Range;

/// A word weighs this much to tell something; names always do.
const CONTENT: f32 = 1.0;
const NAME: f32 = 2.0;

/// What a statement tells.
pub(super) struct StatementContent<'a> {
    pub(super) statement: &'a Statement,
    /// What it tells, in the order of its words.
    pub(super) units: Vec<Unit<'a>>,
    /// Its words of sets that say what became of something, or in what way.
    pub(super) hits: Vec<Hit>,
}

/// A telling word, a name's word or a value.
pub(super) struct Unit<'a> {
    pub(super) items: Range<usize>,
    pub(super) key: UnitKey<'a>,
    pub(super) weight: f32,
}

/// By what a unit is known in another statement.
pub(super) enum UnitKey<'a> {
    Word(Word),
    Place(Word, &'a Mention),
    Value(&'a Value),
}

impl Unit<'_> {
    /// Whether another statement tells the same by a unit of its own.
    pub(super) fn is(&self, other: &Unit<'_>) -> bool {
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
pub(super) fn contents(article: ReadArticle<'_>) -> Vec<StatementContent<'_>> {
    let account = article.account;
    let told = |statement: &Statement| {
        let items = &statement.items;
        let leaves_open = |at: usize| {
            let word = items
                .get(at)
                .is_some_and(|i| Class::Ahead.has(i.word) && !i.is_value);
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
            .filter(|c| !light && !Class::TakesPlace.has(c.word))
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
    possessive || turn::is_auxiliary(item.word) || Class::TakesPlace.has(item.word)
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
