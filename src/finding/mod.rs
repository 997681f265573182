//! The verdict on every group of claims, with its reason, weight and both places. Knows nothing of output formats.

mod afar;
mod alike;
mod copied;
mod fingerprint;
mod judge;
mod pair;
mod repeat;
mod voice;

pub use judge::judge;

use crate::align::Member;
use crate::compare::Verdict;
use crate::rule::Severity;
use crate::text::Span;

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
