//! Values that are left when all that agree are paired, and stand in one place of two accounts: one of them is wrong.
//!
//! Two values of one kind, unit and noun, next to one concept, in sentences that share much; neither of them in the other
//! article, and neither with another partner that is nearly as good. What is only feared, bounded, of another part or
//! another time does not count.

use super::Asked;
use super::chance::{are_far, chance};
use super::frame::{Frame, Frames};
use super::ground::{Ground, counted, governed, ground};
use super::meeting::{Meeting, claim};
use super::retold::{Told, days_fit, may_differ, names_fit, of_one_size, same_unit};
use crate::compare::Verdict;
use crate::document::Word;
use crate::rule::{ClaimRule, RuleSet};
use crate::value::{Kind, Value};

/// What a pair must share, by weight, and what must govern both.
const ENOUGH: f32 = 6.0;
const GOVERNING: f32 = 1.5;
/// By how much no other pair of either value may come near.
const LEAD: f32 = 1.0;
/// So many names beside both scores are those of both sides of a match.
const BOTH_SIDES: usize = 3;
/// Both count what befell people: "17 people were arrested", "no arrests".
const ACT: f32 = 2.0;

/// Two frames of one kind and unit, and what they share.
struct Pair<'a> {
    left: &'a Frame,
    right: &'a Frame,
    rule: usize,
    ground: Ground,
}

/// Where two articles give different values in one place.
pub(super) fn leftovers(
    left: Told<'_>,
    right: Told<'_>,
    asked: &Asked,
    rules: &RuleSet,
) -> Vec<Meeting> {
    let pairs = pairs(left.1, right.1, asked);
    let mut found = Vec::new();
    for pair in &pairs {
        let Some(rule) = rules.claims.get(pair.rule) else {
            continue;
        };
        if !pair.is_of_one_thing() || pair.has_rival(&pairs) {
            continue;
        }
        let judge = |a: &Value, b: &Value| (rule.comparator.compare)(a, b, &rule.options).verdict;
        let differ = judge(&pair.left.value, &pair.right.value) == Verdict::Conflict;
        let told = told(right.1, pair.left, rule) || told(left.1, pair.right, rule);
        if !differ || told {
            continue;
        }
        let side = |told: Told<'_>, frame: &Frame| {
            claim(told.0, pair.rule, frame.value.clone(), frame.tokens.clone())
        };
        found.extend(
            side(left, pair.left)
                .zip(side(right, pair.right))
                .map(|claims| Meeting {
                    rule: pair.rule,
                    claims,
                }),
        );
    }
    found
}

/// Every two frames that may be of one thing: those that nothing governs alike are not worth weighing.
fn pairs<'a>(left: &'a Frames, right: &'a Frames, asked: &Asked) -> Vec<Pair<'a>> {
    let mut found = Vec::new();
    for a in left.firm().filter(|a| may_differ(a.value.kind())) {
        let Some(rule) = asked.retold(a.value.kind()) else {
            continue;
        };
        let alike = right.firm().filter(|b| {
            a.value.kind() == b.value.kind()
                && counted(a, b, 0.0).is_some_and(|c| c + governed(a, b) >= GOVERNING)
        });
        found.extend(alike.filter_map(|b| {
            Some(Pair {
                left: a,
                right: b,
                rule,
                ground: ground((left, a), (right, b), 0.0)?,
            })
        }));
    }
    found
}

impl Pair<'_> {
    /// Whether nothing shows that the two are of two things, and enough that they are of one.
    fn is_of_one_thing(&self) -> bool {
        let (a, b) = (self.left, self.right);
        let ground = &self.ground;
        ground.weight >= ENOUGH
            && a.stated
            && b.stated
            && a.marks == b.marks
            && names_fit(a, b)
            && days_fit(&a.days, &b.days)
            && same_unit(&a.value, &b.value)
            && of_one_size(&a.value, &b.value)
            && self.acts_fit()
            && self.answers()
    }

    /// Whether what happened is the same in both, if both tell it: what was "bought for 3 million" may be "insured for 4".
    fn acts_fit(&self) -> bool {
        let (a, b) = (self.left, self.right);
        let governs = |frame: &Frame, act: &Word| frame.next.iter().any(|n| n.concept.word == *act);
        let happened = |own: &Frame, other: &Frame| {
            let same =
                |act: &Word| other.verbs.contains(act) || governs(own, act) && governs(other, act);
            own.verbs.iter().any(same)
        };
        a.verbs.is_empty() || b.verbs.is_empty() || happened(a, b) || happened(b, a)
    }

    /// Whether what the two share tells what they answer.
    fn answers(&self) -> bool {
        let (a, b) = (self.left, self.right);
        let ground = &self.ground;
        match a.value.kind() {
            Kind::Count if a.toll || b.toll => false,
            Kind::Count => {
                let thing = ground.counted > 0.0 && ground.governed >= GOVERNING;
                thing || ground.counted == ACT
            }
            Kind::Score => {
                let vote = |frame: &Frame| {
                    frame
                        .next
                        .iter()
                        .any(|n| n.concept.word == Word::of("vote"))
                };
                ground.names >= BOTH_SIDES || vote(a) && vote(b)
            }
            _ => ground.governed >= GOVERNING,
        }
    }

    /// Whether one of the two is nearly as well paired with another value.
    fn has_rival(&self, pairs: &[Pair<'_>]) -> bool {
        let other = |pair: &&Pair<'_>| {
            std::ptr::eq(pair.left, self.left) != std::ptr::eq(pair.right, self.right)
        };
        let mut others = pairs.iter().filter(other);
        others.any(|pair| pair.ground.weight > self.ground.weight - LEAD)
    }
}

/// Whether an article has a value, or one so near that it may be it.
fn told(frames: &Frames, wanted: &Frame, rule: &ClaimRule) -> bool {
    let is_it = |frame: &Frame| {
        let (own, wanted) = (&frame.value, &wanted.value);
        let judge = || (rule.comparator.compare)(own, wanted, &rule.options).verdict;
        own.kind() == wanted.kind()
            && !are_far(own, wanted)
            && chance(own, wanted, judge()).is_some()
    };
    frames.all.iter().any(is_it)
}
