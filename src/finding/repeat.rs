//! Findings that say again what another says: two rule files may ask one question.

use super::{Finding, Side};
use crate::compare::Verdict;
use crate::rule::{AnswersFrom, BUILT_IN, RuleSet};

/// Leaves out what another finding says of the same words with the same verdict: two files may ask one question. Files of
/// the user come before those that ship, patterns before statements.
pub(super) fn without_repeats(findings: Vec<Finding>, rules: &RuleSet) -> Vec<Finding> {
    let rank = |finding: &Finding| {
        let rule = rules.claims.get(finding.rule);
        let pack = rule.and_then(|r| rules.packs.get(r.pack));
        let ships = pack.is_some_and(|p| p.origin.starts_with(BUILT_IN));
        (ships, rule.is_some_and(|r| r.from != AnswersFrom::Patterns))
    };
    let repeats = |finding: &Finding| {
        findings.iter().any(|other| {
            let same = other.verdict == finding.verdict && other.sides.len() == finding.sides.len();
            same && rank(other) < rank(finding) && {
                let mut sides = other.sides.iter().zip(&finding.sides);
                sides.all(|(a, b)| is_of(a, b))
            }
        })
    };
    let keep: Vec<bool> = findings
        .iter()
        .enumerate()
        .map(|(at, finding)| !repeats(finding) && !is_told_elsewhere(at, &findings, rules))
        .collect();
    let kept = findings.into_iter().zip(keep).filter(|(_, keep)| *keep);
    kept.map(|(finding, _)| finding).collect()
}

/// Whether what one article alone says is told under the question of another file of the same name: an article may tell of
/// an accident and a disaster, and how many were killed is asked for both.
fn is_told_elsewhere(at: usize, findings: &[Finding], rules: &RuleSet) -> bool {
    let name = |finding: &Finding| {
        let id = rules.claims.get(finding.rule).map(|rule| rule.id.as_str());
        id.and_then(|id| id.split_once('.')).map(|(_, name)| name)
    };
    let is_alone = |finding: &Finding| finding.verdict == Verdict::OnlyInOne;
    let Some(finding) = findings.get(at).filter(|f| is_alone(f)) else {
        return false;
    };
    findings.iter().enumerate().any(|(place, other)| {
        let speaks = !is_alone(other) || place < at;
        let another = other.rule != finding.rule && name(other) == name(finding);
        speaks && another && {
            let mut sides = finding.sides.iter();
            sides.all(|a| other.sides.iter().any(|b| is_of(a, b)))
        }
    })
}

/// Whether two sides show the same words of one article.
fn is_of(one: &Side, other: &Side) -> bool {
    one.member.article == other.member.article && one.span.overlaps(other.span)
}
