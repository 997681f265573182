//! Which findings are told together, and in which order: of three articles or more, what agrees, or fits for
//! one reason, is one finding and not one for every two of them. Formats that are a contract (JSON) tell them pair by pair.

use super::{ORDER, Report};
use crate::align::Member;
use crate::compare::Verdict;
use crate::finding::{ADDED, Finding, REMOVED, Side};
use crate::rule::Severity;
use std::cmp::Reverse;

/// Findings that are told as one: the first of them, and the sides of all.
#[derive(Clone, Debug)]
pub(super) struct Joined<'r> {
    /// The finding that speaks for all.
    pub(super) finding: &'r Finding,
    /// The sides, by article.
    pub(super) sides: Vec<Side>,
    /// The reason in words; empty where there is none, or not one for all.
    pub(super) why: &'r str,
}

/// The findings of a report that are `wanted`, the gravest verdict first, then in the order of the rules.
pub(super) fn together<'r>(
    report: &'r Report<'_>,
    wanted: impl Fn(&Finding) -> bool,
) -> Vec<Joined<'r>> {
    let mut joined: Vec<Joined<'r>> = Vec::new();
    for finding in report.findings.iter().filter(|f| wanted(f)) {
        add(report, finding, &mut joined);
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
    let is_news = matches!(finding.reason, ADDED | REMOVED);
    finding.verdict == Verdict::OnlyInOne && (finding.severity >= Severity::Warning || is_news)
}

/// Adds a finding, to those of the same claims where it fits as they do.
fn add<'r>(report: &'r Report<'_>, finding: &'r Finding, joined: &mut Vec<Joined<'r>>) {
    let mut own = Joined {
        finding,
        sides: finding.sides.clone(),
        why: &finding.why,
    };
    if matches!(finding.verdict, Verdict::Agree | Verdict::Compatible) {
        // A new pair may tie two runs together that had nothing in common so far.
        let mut others = Vec::new();
        for one in std::mem::take(joined) {
            if one.meets(&own) && !one.is_torn(&own, report) {
                own = one.and(own);
            } else {
                others.push(one);
            }
        }
        *joined = others;
    }
    joined.push(own);
}

impl Joined<'_> {
    /// Whether both say that the same claim fits with something, and in the same way.
    fn meets(&self, other: &Self) -> bool {
        let (one, two) = (self.finding, other.finding);
        let has = |member: Member| self.sides.iter().any(|side| side.member == member);
        (one.verdict, one.rule, one.happening) == (two.verdict, two.rule, two.happening)
            && (one.verdict == Verdict::Agree || one.reason == two.reason)
            && other.sides.iter().any(|side| has(side.member))
    }

    /// Whether two of their articles contradict each other: "more than ten" fits with 12 and with 20.
    fn is_torn(&self, other: &Self, report: &Report<'_>) -> bool {
        let has = |article| {
            let mut sides = self.sides.iter().chain(&other.sides);
            sides.any(|side| side.member.article == article)
        };
        report.findings.iter().any(|found| {
            found.verdict == Verdict::Conflict
                && (found.rule, found.happening) == (self.finding.rule, self.finding.happening)
                && found.sides.iter().all(|side| has(side.member.article))
        })
    }

    /// The two as one. Of agreements the reason that says more is kept: two of three names may be spelled alike. Where values
    /// fit for several reasons of a kind, the kind is all that is said.
    fn and(mut self, other: Self) -> Self {
        for side in other.sides {
            if !self.sides.contains(&side) {
                self.sides.push(side);
            }
        }
        if self.finding.verdict == Verdict::Compatible {
            self.why = if self.why == other.why { self.why } else { "" };
        } else if self.why.is_empty() {
            (self.finding, self.why) = (other.finding, other.why);
        }
        self
    }
}
