//! Values that two articles give alike of one thing, in whatever words they do.
//!
//! That two accounts of one event both have "2,430" is no chance; that both have "three" may be. So a pair of values that
//! agree counts for what it shares: how exact the value is, what is counted, what governs it, who is named beside it, and
//! what both sentences tell. The best pairs come first, and a value is paired once. Nothing found here can be an alarm.

use super::Asked;
use super::chance::{are_far, chance};
use super::frame::{Frame, Frames};
use super::ground::{Placed, ground};
use super::meeting::{Meeting, claim};
use super::retold::Told;
use crate::rule::{ClaimRule, RuleSet};
use crate::value::{Kind, Value};

/// What a pair must share, by weight; days, of which every article has several for many things, a little more.
const ENOUGH: f32 = 3.5;
const ENOUGH_DAYS: f32 = 4.0;
/// What it must share besides the value.
const BESIDES: f32 = 1.5;
/// What a value loses by being given again and again.
const CROWD: f32 = 0.5;
/// A pair of frames and how much it shares.
struct Pair {
    weight: f32,
    left: usize,
    right: usize,
    rule: usize,
}

/// Where two articles give the same value of one thing.
pub(super) fn echoes(
    left: Told<'_>,
    right: Told<'_>,
    asked: &Asked,
    rules: &RuleSet,
) -> Vec<Meeting> {
    let mut pairs = pairs(left.1, right.1, asked, rules);
    pairs.sort_by(|a, b| {
        let place = (a.left + a.right, a.left).cmp(&(b.left + b.right, b.left));
        b.weight.total_cmp(&a.weight).then(place)
    });
    let mut taken: Vec<(&Frame, &Frame)> = Vec::new();
    let mut found = Vec::new();
    for pair in pairs {
        let (Some(a), Some(b)) = (left.1.all.get(pair.left), right.1.all.get(pair.right)) else {
            continue;
        };
        let again = |(x, y): &(&Frame, &Frame)| {
            std::ptr::eq(*x, a) || std::ptr::eq(*y, b) || is_again(x, a) && is_again(y, b)
        };
        if taken.iter().any(again) {
            continue;
        }
        taken.push((a, b));
        let one = claim(left.0, pair.rule, a.value.clone(), a.tokens.clone());
        let other = claim(right.0, pair.rule, b.value.clone(), b.tokens.clone());
        found.extend(one.zip(other).map(|claims| Meeting {
            rule: pair.rule,
            claims,
        }));
    }
    found
}

/// Every pair of values that agree and share enough.
fn pairs(left: &Frames, right: &Frames, asked: &Asked, rules: &RuleSet) -> Vec<Pair> {
    let mut found = Vec::new();
    for (at, a) in left.all.iter().enumerate() {
        for (other, b) in right.all.iter().enumerate() {
            if are_far(&a.value, &b.value) {
                continue;
            }
            let rule = question(a, b, asked);
            let Some((rule, claim)) = rule.and_then(|r| Some((r, rules.claims.get(r)?))) else {
                continue;
            };
            found.extend(weight((left, a), (right, b), claim).map(|weight| Pair {
                weight,
                left: at,
                right: other,
                rule,
            }));
        }
    }
    found
}

/// The claim that two values may answer both: a time of day is compared with a day as a day.
fn question(a: &Frame, b: &Frame, asked: &Asked) -> Option<usize> {
    let (a, b) = (a.value.kind(), b.value.kind());
    match (a, b) {
        (Kind::Date, Kind::Time) | (Kind::Time, Kind::Date) => asked.retold(Kind::Date),
        _ if a == b => asked.retold(a),
        _ => None,
    }
}

/// How surely two frames give one value of one thing; `None` if not surely enough.
fn weight(left: Placed<'_>, right: Placed<'_>, claim: &ClaimRule) -> Option<f32> {
    let (a, b) = (left.1, right.1);
    let verdict = (claim.comparator.compare)(&a.value, &b.value, &claim.options).verdict;
    let exact = chance(&a.value, &b.value, verdict)? - crowd(left, right);
    let besides = ground(left, right, exact)?;
    let enough = match a.value.kind() {
        Kind::Date | Kind::Time => ENOUGH_DAYS,
        _ => ENOUGH,
    };
    let weight = exact + besides;
    (besides >= BESIDES && weight >= enough).then_some(weight)
}

/// A value that an article gives again and again is of many things.
fn crowd(left: Placed<'_>, right: Placed<'_>) -> f32 {
    let times = |(frames, of): Placed<'_>| {
        let same = frames.all.iter().filter(|f| is_same(&f.value, &of.value));
        same.count().max(1) as f32
    };
    (times(left) * times(right)).ln() * CROWD
}

/// Whether two values of one article are one.
pub(super) fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Quantity(a), Value::Quantity(b)) => {
            a.kind == b.kind && a.unit == b.unit && a.nominal == b.nominal
        }
        (Value::Time(a), Value::Time(b)) => a.kind == b.kind && a.timex == b.timex,
        _ => false,
    }
}

/// Whether a frame gives the value of an earlier one once more.
fn is_again(first: &Frame, second: &Frame) -> bool {
    let timeless = !matches!(first.value.kind(), Kind::Date | Kind::Time);
    timeless && first.noun == second.noun && is_same(&first.value, &second.value)
}
