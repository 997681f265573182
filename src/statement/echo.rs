//! Values that two articles give alike of one thing, in whatever words they do.
//!
//! That two accounts of one event both have "2,430" is no chance; that both have "three" may be. So a pair of values that
//! agree counts for what it shares: how exact the value is, what is counted, what governs it, who is named beside it, and
//! what both sentences tell. The best pairs come first, and a value is paired once. Nothing found here can be an alarm.

use super::Asked;
use super::chance::{are_far, chance};
use super::concept::Concept;
use super::frame::{Frame, Frames, Noun};
use super::meeting::{Meeting, claim};
use super::retold::{Told, support};
use crate::document::Word;
use crate::rule::{ClaimRule, RuleSet};
use crate::value::{Kind, Value};

/// What a pair must share, by weight; days, of which every article has several for many things, a little more.
const ENOUGH: f32 = 3.5;
const ENOUGH_DAYS: f32 = 4.0;
/// What it must share besides the value.
const BESIDES: f32 = 1.5;
/// A value this exact tells by itself what it is of, whatever it is said to count.
const TELLING: f32 = 3.0;
/// What the value counts, the same in both: a thing, what befell people, people of whatever sort.
const SAME_THING: f32 = 2.5;
const SAME_ACT: f32 = 2.0;
const SAME_PEOPLE: f32 = 1.0;
/// What governs both without being next to either; and what both sentences, or those around them, have at all.
const GOVERNS: f32 = 0.6;
const SAME_SENTENCE: f32 = 0.5;
const AROUND: f32 = 0.2;
/// No more than this of what counts can come from the words that govern, or from those that only stand there.
const MOST: f32 = 5.0;
/// A name beside both values, of which two count; a mark beside one of them only, of which two count; said to be so in
/// one of them only.
const NAME: f32 = 1.5;
const NAMES: usize = 2;
const OTHER_MARK: f32 = 1.0;
const MARKS: usize = 2;
const OPEN: f32 = 1.0;
/// What a value loses by being given again and again.
const CROWD: f32 = 0.5;
/// Weights are sums in an order that depends on the order of the articles: they are compared by this grain.
const GRAIN: f32 = 64.0;

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

/// What two frames of one kind share; `None` if it is too little.
fn weight(left: (&Frames, &Frame), right: (&Frames, &Frame), claim: &ClaimRule) -> Option<f32> {
    let (a, b) = (left.1, right.1);
    let verdict = (claim.comparator.compare)(&a.value, &b.value, &claim.options).verdict;
    let exact = chance(&a.value, &b.value, verdict)? - crowd(left, right);
    let besides = besides(left, right, exact)?;
    let enough = match a.value.kind() {
        Kind::Date | Kind::Time => ENOUGH_DAYS,
        _ => ENOUGH,
    };
    let weight = ((exact + besides) * GRAIN).round() / GRAIN;
    (besides >= BESIDES && weight >= enough).then_some(weight)
}

/// A value that an article gives again and again is of many things.
fn crowd(left: (&Frames, &Frame), right: (&Frames, &Frame)) -> f32 {
    let times = |(frames, of): (&Frames, &Frame)| {
        let same = frames.all.iter().filter(|f| is_same(&f.value, &of.value));
        same.count().max(1) as f32
    };
    (times(left) * times(right)).ln() * CROWD
}

/// Whether two values of one article are one.
fn is_same(a: &Value, b: &Value) -> bool {
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

/// What two frames share besides a value this `exact`; `None` if they are of two things.
fn besides(left: (&Frames, &Frame), right: (&Frames, &Frame), exact: f32) -> Option<f32> {
    let (a, b) = (left.1, right.1);
    let names = a.names.iter().filter(|n| b.names.contains(n)).count();
    let apart =
        |these: &[Word], those: &[Word]| these.iter().filter(|m| !those.contains(m)).count();
    let marks = apart(&a.marks, &b.marks) + apart(&b.marks, &a.marks);
    let sentence = shared(left, right);
    let around = (support(left, right) - sentence).max(0.0);
    let there = (sentence * SAME_SENTENCE + around * AROUND).min(MOST);
    let open = if a.stated == b.stated { 0.0 } else { OPEN };
    Some(
        counted(a, b, exact)? + governed(a, b).min(MOST) + names.min(NAMES) as f32 * NAME + there
            - marks.min(MARKS) as f32 * OTHER_MARK
            - open,
    )
}

/// What it says that two numbers count the same; `None` if they count two things and are not exact enough to be one.
fn counted(a: &Frame, b: &Frame, exact: f32) -> Option<f32> {
    let has = |frame: &Frame, act: Word| frame.next.iter().any(|n| n.concept.word == act);
    match (a.noun, b.noun) {
        (Some(Noun::Thing(x)), Some(Noun::Thing(y))) if x == y => Some(SAME_THING),
        (Some(Noun::Act(x)), Some(Noun::Act(y))) if x == y => Some(SAME_ACT),
        (Some(Noun::Anyone), Some(Noun::Anyone)) => Some(SAME_PEOPLE),
        (Some(Noun::Act(act)), _) if has(b, act) => Some(SAME_ACT),
        (_, Some(Noun::Act(act))) if has(a, act) => Some(SAME_ACT),
        (Some(Noun::Thing(_)), Some(Noun::Thing(_))) => (exact >= TELLING).then_some(0.0),
        _ => Some(0.0),
    }
}

/// What governs both.
fn governed(a: &Frame, b: &Frame) -> f32 {
    let shared = a.next.iter().filter_map(|x| {
        let y = b.next.iter().find(|y| y.concept.word == x.concept.word)?;
        let next = if x.nearest || y.nearest { 1.0 } else { GOVERNS };
        Some(x.concept.weight.min(y.concept.weight) * next)
    });
    shared.sum()
}

/// What two sentences share, by weight.
fn shared(left: (&Frames, &Frame), right: (&Frames, &Frame)) -> f32 {
    let ours = left.0.scenes.get(left.1.scene);
    let (Some(ours), Some(theirs)) = (ours, right.0.scenes.get(right.1.scene)) else {
        return 0.0;
    };
    let weight = |concept: &Concept| {
        let at = theirs
            .binary_search_by_key(&concept.word, |c| c.word)
            .ok()?;
        theirs.get(at).map(|c| c.weight.min(concept.weight))
    };
    ours.iter().filter_map(weight).sum()
}
