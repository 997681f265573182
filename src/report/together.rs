//! Which findings are told together, and in which order: of three articles or more, what agrees is one finding and not one
//! for every two of them. Formats that are a contract (JSON) tell them pair by pair.

use super::{ORDER, Report};
use crate::align::Member;
use crate::compare::Verdict;
use crate::finding::{Finding, Side};
use crate::rule::Severity;
use std::cmp::Reverse;

/// Findings that are told as one: the first of them, and the sides of all.
#[derive(Clone, Debug)]
pub(super) struct Joined<'r> {
    /// The finding that speaks for all.
    pub(super) finding: &'r Finding,
    /// The sides, by article.
    pub(super) sides: Vec<Side>,
}

/// The findings of a report that are `wanted`, the gravest verdict first, then in the order of the rules.
pub(super) fn together<'r>(
    report: &'r Report<'_>,
    wanted: impl Fn(&Finding) -> bool,
) -> Vec<Joined<'r>> {
    let mut joined: Vec<Joined<'r>> = Vec::new();
    for finding in report.findings.iter().filter(|f| wanted(f)) {
        add(finding, &mut joined);
    }
    let rank = |verdict| ORDER.iter().position(|v| *v == verdict);
    joined.sort_by_key(|one| {
        let finding = one.finding;
        (
            rank(finding.verdict),
            Reverse(finding.severity),
            finding.rule,
        )
    });
    for one in &mut joined {
        one.sides.sort_by_key(|side| side.member.article);
    }
    joined
}

/// Whether what one article alone says is told without being asked for: it weighs something, or the order of the articles
/// makes it news.
pub(super) fn is_told(finding: &Finding) -> bool {
    let is_news = matches!(finding.reason, super::ADDED | super::REMOVED);
    finding.verdict == Verdict::OnlyInOne && (finding.severity >= Severity::Warning || is_news)
}

fn add<'r>(finding: &'r Finding, joined: &mut Vec<Joined<'r>>) {
    let mut own = Joined {
        finding,
        sides: finding.sides.clone(),
    };
    if finding.verdict == Verdict::Agree {
        // A new pair may tie two runs together that had nothing in common so far.
        let (same, others): (Vec<_>, Vec<_>) = std::mem::take(joined)
            .into_iter()
            .partition(|one| one.meets(&own));
        *joined = others;
        for one in same.into_iter().rev() {
            own = one.and(own);
        }
    }
    joined.push(own);
}

impl Joined<'_> {
    /// Whether both say that the same claim agrees with something.
    fn meets(&self, other: &Self) -> bool {
        let (one, two) = (self.finding, other.finding);
        let has = |member: Member| self.sides.iter().any(|side| side.member == member);
        one.verdict == two.verdict
            && (one.rule, one.happening) == (two.rule, two.happening)
            && other.sides.iter().any(|side| has(side.member))
    }

    /// The two as one. The reason that says more is kept: two of three names may be spelled alike.
    fn and(mut self, other: Self) -> Self {
        for side in other.sides {
            if !self.sides.contains(&side) {
                self.sides.push(side);
            }
        }
        if self.finding.why.is_empty() {
            self.finding = other.finding;
        }
        self
    }
}
