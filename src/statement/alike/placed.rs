//! The value or name that stands in one place of a statement.

use crate::claim::Account;
use crate::document::{Region, Shape, rarity};
use crate::mention::Mention;
use crate::statement::article::StatementOf;
use crate::statement::wording::statement::{Item, tokens};
use crate::value::{Found, Kind, Name, Value};
use std::ops::Range;

/// What may stand beside the value.
const LIGHT: f32 = 1.0;

/// The value in the place of a difference, if nothing else of weight is there.
pub(super) fn value_in(side: StatementOf<'_>, items: &[Item]) -> Option<Found> {
    let account = side.account;
    let place = tokens(items)?;
    let found = match value_at(account, &place) {
        Some(mention) => Found {
            tokens: mention.tokens.clone(),
            value: mention.value.clone(),
        },
        None => unread_name(account, &place)?,
    };
    let beside = items.iter().filter(|i| !found.tokens.contains(&i.token));
    (beside.map(|i| i.weight).sum::<f32>() <= LIGHT).then_some(found)
}

/// The smallest mention that holds all of the tokens, else the one that they hold.
fn value_at<'a>(account: &'a Account<'_>, tokens: &Range<usize>) -> Option<&'a Mention> {
    let mentions = || account.mentions.iter();
    let holds = |outer: &Range<usize>, inner: &Range<usize>| {
        outer.start <= inner.start && inner.end <= outer.end
    };
    let around = mentions().filter(|m| holds(&m.tokens, tokens));
    around.min_by_key(|m| m.tokens.len()).or_else(|| {
        let mut within = mentions().filter(|m| holds(tokens, &m.tokens));
        let first = within.next()?;
        // Two values in the place of one are two differences.
        within
            .all(|m| holds(&first.tokens, &m.tokens))
            .then_some(first)
    })
}

/// A name that no reader knows: words with capitals, taken with those around them. What it names is not known; in the
/// same place of the same words another such name names something else.
fn unread_name(account: &Account<'_>, place: &Range<usize>) -> Option<Found> {
    let document = &account.document;
    let is_name = |at: usize| {
        let is_rare = document.word(at).is_some_and(|word| rarity(word) > 1);
        is_rare && document.is_shaped(at, Shape::CAPITAL)
    };
    let sentence = document.sentences.get(document.sentence_at(place.start)?)?;
    let opens = place.start == sentence.tokens.start;
    if sentence.region == Region::Headline || opens || !place.clone().all(is_name) {
        return None;
    }
    let (mut start, mut end) = (place.start, place.end);
    while start > sentence.tokens.start + 1 && is_name(start - 1) {
        start -= 1;
    }
    while end < sentence.tokens.end && is_name(end) {
        end += 1;
    }
    let name = Name {
        kind: Kind::Organisation,
        name: Some(document.slice(start..end).to_owned()),
        role: None,
        of: None,
        parts: Vec::new(),
    };
    Some(Found {
        tokens: start..end,
        value: Value::Name(name),
    })
}

/// Two names in one place, of which one is read and the other not: what the one names, the other does too.
pub(super) fn of_one_kind(mut one: Found, mut other: Found) -> (Found, Found) {
    if let (Value::Name(a), Value::Name(b)) = (&mut one.value, &mut other.value) {
        let unread = |name: &Name| name.kind == Kind::Organisation && name.role.is_none();
        if unread(a) && b.kind == Kind::Place {
            *a = place(a);
        } else if unread(b) && a.kind == Kind::Place {
            *b = place(b);
        }
    }
    (one, other)
}

/// What an unread name names, if that is a place.
fn place(name: &Name) -> Name {
    Name {
        kind: Kind::Place,
        parts: name.name.iter().cloned().collect(),
        ..name.clone()
    }
}

/// Whether two numbers are the same: it is what they count that differs.
pub(super) fn count_alike(one: &Found, other: &Found) -> bool {
    match (&one.value, &other.value) {
        (Value::Quantity(a), Value::Quantity(b)) => {
            let is_count = a.kind == Kind::Count && b.kind == Kind::Count;
            is_count && a.nominal.is_some() && (a.low, a.high) == (b.low, b.high)
        }
        _ => false,
    }
}
