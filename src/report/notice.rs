//! What a run has to say beside its findings: entries of a baseline that must be mended, and what could not be checked.

use crate::rule::Severity;

/// A remark on the run, at a place in a file that people write or in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is: `baseline.stale`, `baseline.expired`, `unchecked`.
    pub kind: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it says to people; untrusted.
    pub message: String,
    /// The file; untrusted.
    pub file: String,
    /// Line and column, both from 1, where it is about a place within the file.
    pub place: Option<(u32, u32)>,
    /// A name that survives moved lines.
    pub fingerprint: String,
}

/// The kind of a notice about what could not be checked: it is no discrepancy, and nothing passes with it.
pub const UNCHECKED: &str = "unchecked";

impl Notice {
    /// Whether it says that something could not be checked.
    pub(super) fn is_unchecked(&self) -> bool {
        self.kind == UNCHECKED && self.severity >= Severity::Warning
    }

    /// What its kind means, for formats that explain every kind once.
    pub(super) fn about(&self) -> &'static str {
        match self.kind {
            "baseline.stale" => "An accepted finding that is found no more.",
            "baseline.expired" => "An accepted finding whose last day has passed.",
            _ => "Something could not be checked.",
        }
    }
}
