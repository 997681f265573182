//! Different values that two articles tell of one thing in different words.
//!
//! Two frames are of one thing if they are of one kind, of one noun, governed by one concept at least that tells
//! something, and limited by the same marks. That alone is not enough: the article must tell no other value of it. Of an
//! article that tells two percentages of "rose", neither is held against the other article's.

use super::frame::{Frame, Frames, Noun, is_toll};
use super::ground::{PlacedScene, shared, total};
use crate::compare::Verdict;
use crate::document::Word;
use crate::rule::{ClaimRule, RuleSet};
use crate::statement::Asked;
use crate::statement::article::ReadArticle;
use crate::statement::meeting::Meeting;
use crate::statement::wording::class::Class;
use crate::statement::wording::concept::Concept;
use crate::value::{Bound, Kind, Quantity, Value};
use jiff::civil::Date;

/// What governs both values must weigh this much to be more than grammar.
const GOVERNING: f32 = 1.0;
/// What both sentences and those around them share must weigh this much: two names, or a rare word and two others.
const SUPPORT: f32 = 7.0;

/// The same in accounts of so few sentences, if it is this share of what one tells and of what the other does.
const BRIEF: usize = 3;
const SUPPORT_OF_BRIEF: f32 = 3.5;
const COVERED: f32 = 0.6;
const COVERED_OF_LONGER: f32 = 0.4;

/// Values further apart than this factor are of two things.
const ONE_SIZE: f64 = 5.0;

/// Where two articles give different values of one thing.
pub(in crate::statement) fn retold(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    asked: &Asked,
    rules: &RuleSet,
) -> Vec<Meeting> {
    let search = RetoldValues {
        left: left.frames,
        right: right.frames,
        asked,
        rules,
    };
    let mut found = Vec::new();
    for (at, ours) in left.frames.firm().enumerate() {
        let Some((rule, claim_rule)) = search.rule(ours) else {
            continue;
        };
        let Some(theirs) = search.partner(at, ours, claim_rule) else {
            continue;
        };
        found.extend(Meeting::between(
            rule,
            ours.given_by(left),
            theirs.given_by(right),
        ));
    }
    found
}

/// The values of two articles, and what is asked of them.
struct RetoldValues<'a> {
    left: &'a Frames,
    right: &'a Frames,
    asked: &'a Asked,
    rules: &'a RuleSet,
}

impl<'a> RetoldValues<'a> {
    /// The claim that a value answers.
    fn rule(&self, frame: &Frame) -> Option<(usize, &'a ClaimRule)> {
        let kind = frame.value.kind();
        let asked = self.asked.retold_by(kind, self.rules);
        asked.filter(|_| may_differ(kind))
    }

    /// The frame of the right article that gives a value of what `ours`, the frame `at` of the left, gives one of.
    fn partner(&self, at: usize, ours: &Frame, rule: &ClaimRule) -> Option<&'a Frame> {
        let rival = |a: &Frame, b: &Frame| {
            rivals(a, b) && (a.of_a_time == b.of_a_time || a.marks == b.marks)
        };
        let theirs: Vec<&Frame> = self.right.firm().filter(|b| rival(ours, b)).collect();
        let first = *theirs.iter().find(|b| self.of_one_thing(ours, b))?;
        let judge = |a: &Value, b: &Value| (rule.comparator.compare)(a, b, &rule.options).verdict;
        let agree = |a: &Frame, b: &Frame| judge(&a.value, &b.value) == Verdict::Agree;
        if !theirs.iter().all(|b| agree(first, b)) {
            return None;
        }
        // The first of ours that gives it stands for all; all of ours must give the same.
        let mut own = self.left.firm().filter(|a| rival(a, first));
        let mut before = self.left.firm().take(at);
        if !own.all(|a| agree(ours, a)) || before.any(|a| self.of_one_thing(a, first)) {
            return None;
        }
        let differ = judge(&ours.value, &first.value) == Verdict::Conflict;
        let told = differ && of_one_size(&ours.value, &first.value);
        (told && !self.elsewhere(ours, first, judge)).then_some(first)
    }

    /// Whether two frames, one of each article, give values of one thing.
    fn of_one_thing(&self, a: &Frame, b: &Frame) -> bool {
        a.stated
            && b.stated
            && a.marks == b.marks
            && names_fit(a, b)
            && days_fit(&a.days, &b.days)
            && rivals(a, b)
            && !is_anybody(a, b)
            && !is_anybody(b, a)
            && is_supported(self.left.scene(a.scene), self.right.scene(b.scene), SUPPORT)
    }

    /// Whether one of two values in conflict stands in the other article as well: then it is told of something else.
    fn elsewhere(
        &self,
        ours: &Frame,
        theirs: &Frame,
        judge: impl Fn(&Value, &Value) -> Verdict,
    ) -> bool {
        let has = |frames: &Frames, wanted: &Frame| {
            let alike = |f: &&Frame| f.value.kind() == wanted.value.kind() && nouns_fit(f, wanted);
            let mut alike = frames.firm().filter(alike);
            alike.any(|f| judge(&f.value, &wanted.value) == Verdict::Agree)
        };
        has(self.right, ours) || has(self.left, theirs)
    }
}

/// Whether two sentences, and those around them, share so much, or in short accounts most of what either tells.
pub(in crate::statement) fn is_supported(
    left: PlacedScene<'_>,
    right: PlacedScene<'_>,
    least: f32,
) -> bool {
    let brief = left.frames.scenes.len().max(right.frames.scenes.len()) <= BRIEF;
    let told = |scene: PlacedScene<'_>| {
        let concepts = scene.concepts().unwrap_or(&[]);
        total(concepts.iter().map(|c| c.weight).collect())
    };
    let (ours, theirs) = (told(left), told(right));
    let within = shared(left, right);
    let covers =
        within >= COVERED * ours.min(theirs) && within >= COVERED_OF_LONGER * ours.max(theirs);
    support(left, right) >= least || brief && within >= SUPPORT_OF_BRIEF && covers
}

/// What two sentences, and those around them, share, by weight.
pub(super) fn support(left: PlacedScene<'_>, right: PlacedScene<'_>) -> f32 {
    fn around(scene: PlacedScene<'_>) -> &[Vec<Concept>] {
        let scenes = &scene.frames.scenes;
        let end = scenes.len().min(scene.at + 2);
        scenes.get(scene.at.saturating_sub(1)..end).unwrap_or(&[])
    }
    let theirs = around(right);
    let mut counted: Vec<Word> = Vec::new();
    let mut weights = Vec::new();
    for concept in around(left).iter().flatten() {
        let there = theirs.iter().find_map(|scene| {
            let at = scene.binary_search_by_key(&concept.word, |c| c.word).ok()?;
            scene.get(at)
        });
        if let Some(there) = there
            && !counted.contains(&concept.word)
        {
            counted.push(concept.word);
            weights.push(there.weight.min(concept.weight));
        }
    }
    total(weights)
}

/// Whether values of a kind can be in conflict. Days, ages and ranks are told of too many things and people: they can only agree.
fn may_differ(kind: Kind) -> bool {
    !matches!(kind, Kind::Date | Kind::Time | Kind::Age | Kind::Ordinal)
}

/// Whether two frames may give values of one thing, or of two that the words hardly tell apart.
fn rivals(a: &Frame, b: &Frame) -> bool {
    a.value.kind() == b.value.kind()
        && same_unit(&a.value, &b.value)
        && nouns_fit(a, b)
        && governed_alike(a, b)
}

/// Whether two values are near enough to be two accounts of one thing; others are of two things.
pub(super) fn of_one_size(a: &Value, b: &Value) -> bool {
    let size = |value: &Value| match value {
        Value::Quantity(quantity) => quantity.nominal,
        Value::Time(time) => time.length.map(|(shortest, _)| shortest),
        _ => None,
    };
    match (size(a), size(b)) {
        (Some(a), Some(b)) if a != 0.0 && b != 0.0 => a.max(b) <= a.min(b) * ONE_SIZE,
        _ => true,
    }
}

pub(super) fn same_unit(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Quantity(a), Value::Quantity(b)) => {
            let told = |q: &Quantity| matches!(q.bound, Bound::Exact | Bound::About | Bound::None);
            told(a)
                && told(b)
                && (a.unit == b.unit || a.kind == Kind::Score)
                && a.per == b.per
                && a.basis == b.basis
                && a.change.is_some() == b.change.is_some()
        }
        _ => true,
    }
}

/// Whether two numbers may count one thing: "17 people arrested", "17 arrests".
pub(super) fn nouns_fit(a: &Frame, b: &Frame) -> bool {
    let done_to = |act: Option<Noun>, of: &Frame| matches!(act, Some(Noun::Act(act)) if of.next.iter().any(|n| n.concept.word == act));
    let people = |noun: Option<Noun>| matches!(noun, None | Some(Noun::Anyone));
    match (a.noun, b.noun) {
        (Some(x), Some(y)) if x == y => true,
        (Some(Noun::Act(_)), of) if people(of) => done_to(a.noun, b),
        (of, Some(Noun::Act(_))) if people(of) => done_to(b.noun, a),
        (Some(Noun::Anyone), None) | (None, Some(Noun::Anyone)) => true,
        (None, None) => a.value.kind() != Kind::Count,
        _ => false,
    }
}

/// "Four" and "17 people": the four may be some of them.
fn is_anybody(bare: &Frame, of: &Frame) -> bool {
    bare.noun.is_none() && of.noun == Some(Noun::Anyone)
}

/// Whether nothing shows that two clauses are about different people, places or bodies.
pub(super) fn names_fit(a: &Frame, b: &Frame) -> bool {
    a.names.is_empty() || b.names.is_empty() || share_name(a, b)
}

fn share_name(a: &Frame, b: &Frame) -> bool {
    a.names.iter().any(|n| b.names.contains(n))
}

/// Whether no days show that two sentences tell of two times.
pub(in crate::statement) fn days_fit(a: &[(Date, Date)], b: &[(Date, Date)]) -> bool {
    let meet = |x: &(Date, Date), y: &(Date, Date)| x.0 <= y.1 && y.0 <= x.1;
    a.is_empty() || b.is_empty() || a.iter().any(|x| b.iter().any(|y| meet(x, y)))
}

/// Whether one concept stands next to both values, and next of all to one of them; where what was done to people is
/// counted, it is that.
fn governed_alike(a: &Frame, b: &Frame) -> bool {
    if let (Some(Noun::Act(act)), other) | (other, Some(Noun::Act(act))) = (a.noun, b.noun)
        && other != Some(Noun::Act(act))
    {
        return !is_toll(act);
    }
    let both_happened = !a.verbs.is_empty() && !b.verbs.is_empty();
    // "Bought for 3 million" and "insured for 4 million" are of two things, whatever was bought and insured.
    // "Was fined 7 million", "agreed to pay a fine of 4 million".
    let pays = |frame: &Frame| frame.verbs.iter().all(|v| Class::Pays.has(*v));
    let did = |verb: &Word, other: &Frame| {
        let named = other.next.iter().any(|n| n.concept.word == *verb);
        other.verbs.contains(verb) || named && pays(other)
    };
    let same_act = a.verbs.iter().any(|v| did(v, b)) || b.verbs.iter().any(|v| did(v, a));
    if both_happened && !same_act || a.value.kind() == Kind::Count && (a.toll || b.toll) {
        return false;
    }
    let mut pairs = a
        .next
        .iter()
        .flat_map(|x| b.next.iter().map(move |y| (x, y)));
    pairs.any(|(x, y)| {
        let weight = x.concept.weight.min(y.concept.weight);
        let tally = a.value.kind() != Kind::Score || Class::Tallied.has(x.concept.word);
        x.concept.word == y.concept.word && (x.nearest || y.nearest) && weight >= GOVERNING && tally
    })
}
