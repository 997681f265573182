//! Two values of a kind beside each other, of which two articles give one alike and the other not: "from 5 to 8 percent", "from
//! 4 to 8 percent".
//!
//! The one that agrees shows that both sentences tell the same thing; the other is the odd one out.

use super::Asked;
use super::chance::chance;
use super::frame::{Frame, Frames, is};
use super::meeting::Meeting;
use super::retold::{Told, names_fit, of_one_size, same_unit, support};
use crate::claim::Account;
use crate::compare::Verdict;
use crate::rule::{ClaimRule, RuleSet};
use crate::value::{Kind, Value};

/// How far from each other, in tokens, the two values stand.
const BESIDE: usize = 9;
/// How exact the one that agrees is.
const EXACT: f32 = 1.5;
/// What both sentences and those around them share.
const AROUND: f32 = 5.0;

/// Where two articles give one of two values alike and the other not.
pub(super) fn odd_ones(
    left: Told<'_>,
    right: Told<'_>,
    asked: &Asked,
    rules: &RuleSet,
) -> Vec<Meeting> {
    let mut found = Vec::new();
    for ours in left.1.all.iter().filter(|ours| may_be_odd(ours)) {
        let Some((rule, claim_rule)) = asked.retold_by(ours.value.kind(), rules) else {
            continue;
        };
        let bench = Bench {
            left,
            right,
            rule: claim_rule,
        };
        let Some(theirs) = right.1.all.iter().find(|theirs| bench.is_odd(ours, theirs)) else {
            continue;
        };
        found.extend(Meeting::between(rule, ours.of(left.0), theirs.of(right.0)));
    }
    found
}

/// Whether a value can be one of such two: others come in all numbers.
fn may_be_odd(frame: &Frame) -> bool {
    matches!(
        frame.value.kind(),
        Kind::Percent | Kind::Money | Kind::Measure
    )
}

struct Bench<'a> {
    left: Told<'a>,
    right: Told<'a>,
    rule: &'a ClaimRule,
}

impl Bench<'_> {
    fn judge(&self, a: &Value, b: &Value) -> Verdict {
        (self.rule.comparator.compare)(a, b, &self.rule.options).verdict
    }

    fn is_odd(&self, ours: &Frame, theirs: &Frame) -> bool {
        let (a, b) = (&ours.value, &theirs.value);
        ours.value.kind() == theirs.value.kind()
            && same_unit(a, b)
            && of_one_size(a, b)
            && self.judge(a, b) == Verdict::Conflict
            && is_origin(self.left.0, ours) == is_origin(self.right.0, theirs)
            && names_fit(ours, theirs)
            && self.has_partners(ours, theirs)
            && !self.is_told(self.right.1, ours)
            && !self.is_told(self.left.1, theirs)
            && support((self.left.1, ours.scene), (self.right.1, theirs.scene)) >= AROUND
    }

    /// Whether a value that agrees stands beside both, on the same side.
    fn has_partners(&self, ours: &Frame, theirs: &Frame) -> bool {
        let mut partners = beside(self.left.1, ours);
        partners.any(|a| {
            beside(self.right.1, theirs).any(|b| {
                let one_side =
                    (a.tokens.start < ours.tokens.start) == (b.tokens.start < theirs.tokens.start);
                let verdict = self.judge(&a.value, &b.value);
                let exact = || chance(&a.value, &b.value, verdict);
                one_side && verdict == Verdict::Agree && exact().is_some_and(|e| e >= EXACT)
            })
        })
    }

    /// Whether an article gives the value of a frame anywhere.
    fn is_told(&self, frames: &Frames, frame: &Frame) -> bool {
        let mut alike = frames
            .all
            .iter()
            .filter(|f| f.value.kind() == frame.value.kind());
        alike.any(|f| self.judge(&f.value, &frame.value) == Verdict::Agree)
    }
}

/// The values of the same kind near a value in its sentence.
fn beside<'a>(frames: &'a Frames, of: &'a Frame) -> impl Iterator<Item = &'a Frame> {
    frames.all.iter().filter(move |f| {
        let apart = f.tokens.start.abs_diff(of.tokens.start);
        let same = f.value.kind() == of.value.kind() && f.scene == of.scene;
        same && apart > 0 && apart <= BESIDE
    })
}

/// Whether a value is what something was before: "from 5 percent".
fn is_origin(account: &Account<'_>, frame: &Frame) -> bool {
    let before = frame.tokens.start.checked_sub(1);
    let word = before.and_then(|at| account.document.word(at));
    word.is_some_and(|w| is("origin", w))
}
