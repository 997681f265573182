//! Statements in nearly the same words: laid beside each other word by word (`pairing.rs`), and what remains of either in one
//! place (`difference.rs`) held against each other: a value of one kind, a "not", an opposite.
//!
//! Here belongs whatever begins with two statements in like words: `bare.rs` lays them beside each other in any order,
//! `passage.rs` looks for a stretch that both have.

pub(super) mod bare;
mod content;
mod difference;
mod exchanged;
mod occasion;
mod pairing;
pub(super) mod passage;
mod placed;

use crate::claim::Account;
use crate::document::fold;
use crate::mention::Mention;
use crate::statement::Asked;
use crate::statement::article::{ReadArticle, StatementOf};
use crate::statement::meeting::{Meeting, NOT_SO, SO};
use crate::statement::wording::concept::concepts;
use crate::statement::wording::statement::{Item, Statement, tokens};
use crate::statement::wording::turn;
use crate::value::{Found, Kind, Value};
use difference::{Difference, differences};
use exchanged::{excluding, is_number, opposite_words, telling};
use occasion::Occasions;
use pairing::{Pair, pairs, shared, weight};
use placed::{count_alike, of_one_kind, value_in};
use std::ops::Range;

/// Statements this much alike say the same but for their differences.
const SAME: f32 = 0.7;
/// What they share, numbers and times aside, must weigh this much: two names, or three to four words that are not everyday
/// ones. "He was 43" and "It was 7" are not one statement.
const SUBSTANCE: f32 = 5.0;
/// With this likeness and substance only one fact was exchanged, even for a name that both articles have.
const VERY_SAME: (f32, f32) = (0.8, 10.0);
/// Statements must be this much alike for a "not" in one of them to turn the other round.
const TURNED: f32 = 0.85;
/// What statements must share for a name in one to stand in the place of a name in the other.
const NAME_SUBSTANCE: f32 = 8.0;
/// More differences than these, and two statements are each other's rewording, whose places do not match.
const MOST_DIFFERENCES: usize = 4;
/// What may stand beside the value that differs.
const LIGHT: f32 = 1.0;
/// Where the statements of two articles say different things in the same words.
pub(super) fn meetings(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    asked: &Asked,
) -> Vec<Meeting> {
    let mut found = Vec::new();
    for pair in pairs(left.statements, right.statements, SAME) {
        let (Some(ours), Some(theirs)) = (left.statement(pair.left), right.statement(pair.right))
        else {
            continue;
        };
        let shared = shared(&pair.same, ours.statement, theirs.statement);
        let substance = weight(shared.filter(|(ours, theirs)| !ours.is_value && !theirs.is_value));
        if substance < SUBSTANCE {
            continue;
        }
        let laid = Laid {
            left: ours,
            right: theirs,
            names_match: substance >= NAME_SUBSTANCE,
            very_same: pair.likeness >= VERY_SAME.0 && substance >= VERY_SAME.1,
            asked,
        };
        found.extend(laid.meetings(&pair));
    }
    found
}

/// Two statements beside each other.
struct Laid<'a> {
    left: StatementOf<'a>,
    right: StatementOf<'a>,
    /// Whether they share enough for a name to stand in the place of another.
    names_match: bool,
    /// Whether they differ in one fact at most.
    very_same: bool,
    asked: &'a Asked,
}

impl<'a> Laid<'a> {
    fn meetings(&self, pair: &Pair) -> Vec<Meeting> {
        let differences = differences(pair, self.left.statement, self.right.statement);
        if differences.len() > MOST_DIFFERENCES {
            return Vec::new();
        }
        // "No gun was found" and "the gun was not found" say one thing: a "not" on both sides is none.
        let nots = |statement: &Statement, place: fn(&Difference) -> Range<usize>| {
            let places = differences.iter().flat_map(place);
            places.filter(|at| statement.is_not(*at)).count()
        };
        let ours = nots(self.left.statement, |d| d.left.clone());
        let theirs = nots(self.right.statement, |d| d.right.clone());
        let governs = governs_shared(self.left.statement, &differences, |d| &d.left)
            && governs_shared(self.right.statement, &differences, |d| &d.right);
        let turned = ours + theirs == 1 && pair.likeness >= TURNED && governs;
        let found = differences.iter().filter_map(|d| {
            let meeting = self.meeting(d, turned)?;
            let counts = meeting.claims.0.value.kind() == Kind::Count;
            (!counts || !self.governed_apart(d, &differences)).then_some(meeting)
        });
        let mut found: Vec<Meeting> = found.collect();
        let occasions = Occasions {
            left: self.left,
            right: self.right,
            asked: self.asked,
        };
        occasions.keep_one(&mut found, &differences);
        found
    }

    /// Whether other things are said of what stands in one place: "nobody was killed", "three workers were injured".
    fn governed_apart(&self, difference: &Difference, differences: &[Difference]) -> bool {
        let next = |statement: &Statement, place: &Range<usize>| {
            let mut after = statement.items.iter().enumerate().skip(place.end);
            let (at, _) = after.find(|(_, item)| !turn::is_auxiliary(item.word))?;
            let concept = concepts(&statement.items).get(at).copied().flatten()?;
            Some((at, concept))
        };
        let ours = next(self.left.statement, &difference.left);
        let theirs = next(self.right.statement, &difference.right);
        ours.zip(theirs).is_some_and(|((i, one), (j, other))| {
            let exchanged = |d: &Difference| d.left.contains(&i) && d.right.contains(&j);
            let tells = one.weight.min(other.weight) >= LIGHT;
            tells && one.word != other.word && differences.iter().any(exchanged)
        })
    }

    fn meeting(&self, difference: &Difference, turned: bool) -> Option<Meeting> {
        let ours = self.left.statement.items.get(difference.left.clone())?;
        let theirs = self.right.statement.items.get(difference.right.clone())?;
        let polarity = || self.polarity(difference, ours, theirs).filter(|_| turned);
        polarity()
            .or_else(|| self.opposites(ours, theirs))
            .or_else(|| self.values(ours, theirs))
            .or_else(|| self.rewording(ours, theirs))
    }

    /// Other words in one place, that are neither told for each other nor mere grammar, and no names: "an engineer", "a lawyer".
    fn rewording(&self, ours: &[Item], theirs: &[Item]) -> Option<Meeting> {
        let rule = self.asked.rewordings?;
        let (one, other) = (telling(ours)?, telling(theirs)?);
        let concept = |side: &Statement, item: &Item| {
            let at = side.items.iter().position(|i| i.token == item.token)?;
            concepts(&side.items).get(at).copied().flatten()
        };
        if is_number(self.left.account, one) || is_number(self.right.account, other) {
            return None;
        }
        let (a, b) = (
            concept(self.left.statement, one)?,
            concept(self.right.statement, other)?,
        );
        let word = |side: StatementOf<'a>, item: &Item| {
            let tokens = item.token..item.token + 1;
            let text = side.account.document.slice(tokens.clone());
            side.gives(Value::Choice(text.to_lowercase()), tokens)
        };
        if a.word == b.word {
            return None;
        }
        Meeting::between(rule, word(self.left, one), word(self.right, other))
    }

    /// One side has a "not" where the other has nothing.
    fn polarity(&self, difference: &Difference, ours: &[Item], theirs: &[Item]) -> Option<Meeting> {
        let rule = self.asked.polarity?;
        let negates = |statement: &Statement, place: &Range<usize>| {
            turn::negates(|at| statement.word(at), place.clone())
        };
        let a = negates(self.left.statement, &difference.left)?;
        let b = negates(self.right.statement, &difference.right)?;
        if a == b {
            return None;
        }
        // The "not" is shown with the word after it, and the same word stands for it where there is none.
        let shown = |items: &[Item], statement: &Statement, place: &Range<usize>| {
            let after = statement
                .items
                .get(place.end)
                .or_else(|| statement.items.last())?;
            let first = items.first().map_or(after.token, |i| i.token);
            Some(first.min(after.token)..after.token.max(first) + 1)
        };
        let label = |negated: bool| Value::Choice(if negated { NOT_SO } else { SO }.to_owned());
        let here = shown(ours, self.left.statement, &difference.left)?;
        let there = shown(theirs, self.right.statement, &difference.right)?;
        let (ours, theirs) = (
            self.left.gives(label(a), here),
            self.right.gives(label(b), there),
        );
        Meeting::between(rule, ours, theirs)
    }

    /// One word on each side, each the other's opposite, beside auxiliaries: "is open", "remained closed"; or words of one set that
    /// exclude each other: "behind closed doors", "in public".
    fn opposites(&self, ours: &[Item], theirs: &[Item]) -> Option<Meeting> {
        let rule = self.asked.opposites?;
        let (a, b) = opposite_words(ours, theirs).or_else(|| excluding(ours, theirs))?;
        let words = |side: StatementOf<'a>, items: &[Item]| {
            let tokens = tokens(items)?;
            let label = side.account.document.slice(tokens.clone()).to_lowercase();
            Some(side.gives(Value::Choice(label), tokens))
        };
        Meeting::between(rule, words(self.left, a)?, words(self.right, b)?)
    }

    /// One value of a kind on each side, with next to nothing beside it.
    fn values(&self, ours: &[Item], theirs: &[Item]) -> Option<Meeting> {
        let (one, other) = (value_in(self.left, ours)?, value_in(self.right, theirs)?);
        let (one, other) = of_one_kind(one, other);
        let rule = self.asked.value(one.value.kind())?;
        if self.asked.value(other.value.kind()) != Some(rule) || count_alike(&one, &other) {
            return None;
        }
        if matches!(one.value, Value::Name(_)) && !self.names_meet(&one, &other) {
            return None;
        }
        if is_deictic(self.left.account, &one) != is_deictic(self.right.account, &other)
            && !self.dated()
        {
            return None;
        }
        Meeting::between(
            rule,
            self.left.gives(one.value, one.tokens),
            self.right.gives(other.value, other.tokens),
        )
    }

    /// Whether two names in one place name the same part of one statement.
    fn names_meet(&self, one: &Found, other: &Found) -> bool {
        // A name that the other article has as well may stand here for another of its people: another statement.
        let shared =
            || names(self.right.account, &one.value) || names(self.left.account, &other.value);
        // Two spokesmen saying the same are two sources.
        let says = says(self.left, one) && says(self.right, other);
        !self.abbreviates(one, other) && (self.very_same || self.names_match && !says && !shared())
    }

    /// Whether one name has a short form of a word of the other: "Mt Hallin", "Mount Hallin National Park".
    fn abbreviates(&self, one: &Found, other: &Found) -> bool {
        const SHORT: usize = 3;
        let words = |account: &Account<'_>, found: &Found| -> Vec<String> {
            let text = account.document.slice(found.tokens.clone());
            text.split([' ', '-'])
                .map(|w| fold(w.trim_end_matches('.')))
                .collect()
        };
        let (a, b) = (
            words(self.left.account, one),
            words(self.right.account, other),
        );
        let own = |x: &[String], y: &[String]| -> Vec<String> {
            x.iter().filter(|w| !y.contains(w)).cloned().collect()
        };
        let (own_a, own_b) = (own(&a, &b), own(&b, &a));
        let shortens = |x: &String, y: &String| {
            let ends = x.chars().next() == y.chars().next() && x.chars().last() == y.chars().last();
            x.len() < y.len() && x.len() <= SHORT && ends
        };
        own_a
            .iter()
            .any(|x| own_b.iter().any(|y| shortens(x, y) || shortens(y, x)))
            || own_a.is_empty()
            || own_b.is_empty()
    }

    /// Whether the days of both articles are given, so that "today" means one.
    fn dated(&self) -> bool {
        let given = |account: &Account<'_>| account.document.source.published.is_some();
        given(self.left.account) && given(self.right.account)
    }
}

/// Whether what a "not" at one of the places governs stands outside them all, so that the other statement has it too: "has been
/// lost" and "has not been found" do not share it.
fn governs_shared(
    statement: &Statement,
    differences: &[Difference],
    place: fn(&Difference) -> &Range<usize>,
) -> bool {
    let is_shared = |at: usize| !differences.iter().any(|d| place(d).contains(&at));
    differences.iter().map(place).all(|place| {
        let mut rest = statement.items.iter().enumerate().skip(place.end);
        let verb = rest.find(|(_, item)| !turn::is_auxiliary(item.word));
        !place.clone().any(|at| statement.is_not(at)) || verb.is_none_or(|(at, _)| is_shared(at))
    })
}

/// Whether a name is that of somebody who is said to say something.
fn says(side: StatementOf<'_>, found: &Found) -> bool {
    let items = &side.statement.items;
    let before = items.iter().rev().find(|i| i.token < found.tokens.start);
    let after = items.iter().find(|i| i.token >= found.tokens.end);
    [before, after]
        .into_iter()
        .flatten()
        .any(|i| turn::is_saying(i.word))
}

/// Whether a time is told from the day of writing: "today", "this afternoon".
fn is_deictic(account: &Account<'_>, found: &Found) -> bool {
    let document = &account.document;
    let mut words = found.tokens.clone().filter_map(|at| document.word(at));
    matches!(found.value, Value::Time(_)) && words.any(turn::is_deictic)
}

/// Whether an article names what `value` names.
fn names(account: &Account<'_>, value: &Value) -> bool {
    let Value::Name(wanted) = value else {
        return false;
    };
    let is_it = |m: &Mention| matches!(&m.value, Value::Name(name) if name.name.is_some() && name.name == wanted.name);
    account.mentions.iter().any(is_it)
}
