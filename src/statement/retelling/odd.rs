//! Two values of a kind beside each other, of which two articles give one alike and the other not: "from 5 to 8 percent", "from
//! 4 to 8 percent".
//!
//! The one that agrees shows that both sentences tell the same thing; the other is the odd one out.

use super::chance::chance;
use super::frame::{Frame, Frames};
use super::retold::{names_fit, of_one_size, same_unit, support};
use crate::claim::Account;
use crate::compare::Verdict;
use crate::rule::{ClaimRule, RuleSet};
use crate::statement::Asked;
use crate::statement::article::ReadArticle;
use crate::statement::meeting::Meeting;
use crate::statement::wording::class::Class;
use crate::value::{Kind, Value};

/// How far from each other, in tokens, the two values stand.
const BESIDE: usize = 9;
/// How exact the one that agrees is.
const EXACT: f32 = 1.5;
/// What both sentences and those around them share.
const AROUND: f32 = 5.0;

/// Where two articles give one of two values alike and the other not.
pub(in crate::statement) fn odd_ones(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    asked: &Asked,
    rules: &RuleSet,
) -> Vec<Meeting> {
    let mut found = Vec::new();
    for ours in left.frames.all.iter().filter(|ours| may_be_odd(ours)) {
        let Some((rule, claim_rule)) = asked.retold_by(ours.value.kind(), rules) else {
            continue;
        };
        let search = OddValues {
            left,
            right,
            rule: claim_rule,
        };
        let Some(theirs) = right
            .frames
            .all
            .iter()
            .find(|theirs| search.is_odd(ours, theirs))
        else {
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

/// Whether a value can be one of such two: others come in all numbers.
fn may_be_odd(frame: &Frame) -> bool {
    matches!(
        frame.value.kind(),
        Kind::Percent | Kind::Money | Kind::Measure
    )
}

/// Two articles, and the claim that a value of theirs answers.
struct OddValues<'a> {
    left: ReadArticle<'a>,
    right: ReadArticle<'a>,
    rule: &'a ClaimRule,
}

impl OddValues<'_> {
    fn judge(&self, a: &Value, b: &Value) -> Verdict {
        (self.rule.comparator.compare)(a, b, &self.rule.options).verdict
    }

    fn is_odd(&self, ours: &Frame, theirs: &Frame) -> bool {
        let (a, b) = (&ours.value, &theirs.value);
        ours.value.kind() == theirs.value.kind()
            && same_unit(a, b)
            && of_one_size(a, b)
            && self.judge(a, b) == Verdict::Conflict
            && is_origin(self.left.account, ours) == is_origin(self.right.account, theirs)
            && names_fit(ours, theirs)
            && self.has_partners(ours, theirs)
            && !self.is_told(self.right.frames, ours)
            && !self.is_told(self.left.frames, theirs)
            && self.support(ours, theirs) >= AROUND
    }

    /// What both sentences and those around them share.
    fn support(&self, ours: &Frame, theirs: &Frame) -> f32 {
        let here = self.left.frames.scene(ours.scene);
        support(here, self.right.frames.scene(theirs.scene))
    }

    /// Whether a value that agrees stands beside both, on the same side.
    fn has_partners(&self, ours: &Frame, theirs: &Frame) -> bool {
        let mut partners = beside(self.left.frames, ours);
        partners.any(|a| {
            beside(self.right.frames, theirs).any(|b| {
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
    word.is_some_and(|w| Class::Origin.has(w))
}
