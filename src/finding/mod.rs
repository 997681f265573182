//! The verdict on every group of claims, with its reason, weight and both places; and what the order of the articles says of it.
//! Knows nothing of output formats.

mod afar;
mod alike;
mod copied;
mod fingerprint;
mod judge;
mod mode;
mod pair;
mod repeat;
mod voice;

pub use mode::{ADDED, Mode, REMOVED, UNSUPPORTED};

use crate::align::{Alignment, Member};
use crate::claim::Account;
use crate::compare::Verdict;
use crate::rule::{RuleSet, Severity};
use crate::text::Span;

/// Judges every group of an alignment; findings whose severity is `off` are left out. `mode` says how the order of the articles is
/// read.
pub fn judge(
    accounts: &[Account<'_>],
    alignment: &Alignment,
    rules: &RuleSet,
    mode: Mode,
) -> Vec<Finding> {
    let mut findings = judge::judge(accounts, alignment, rules);
    findings.retain(|f| f.severity != Severity::Off);
    let mut findings = repeat::without_repeats(findings, rules);
    mode.weigh(&mut findings, accounts.len().saturating_sub(1), rules);
    findings
}

/// What one article contributes to a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// The claim.
    pub member: Member,
    /// The bytes that show it: the value, or the words that set its event apart.
    pub span: Span,
    /// Whether it is said of another event than the finding's.
    pub of_another_event: bool,
}

/// A verdict on claims under one key.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The question: index into the rule set's claims.
    pub rule: usize,
    /// The event: index into the alignment's happenings.
    pub happening: Option<usize>,
    /// The verdict.
    pub verdict: Verdict,
    /// One fixed word: why.
    pub reason: &'static str,
    /// The reason in words; may be empty.
    pub why: String,
    /// How much it matters.
    pub severity: Severity,
    /// The claims it rests on, by article.
    pub sides: Vec<Side>,
    /// Eight hexadecimal digits that depend on the claim, the values and the quotes alone.
    pub fingerprint: String,
}
