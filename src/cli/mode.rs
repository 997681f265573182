//! What articles are to each other, and what their order then says: a summary before its sources, a version before the next.

use crate::compare::Verdict;
use crate::finding::Finding;
use crate::report::{ADDED, REMOVED, Report, UNSUPPORTED};
use crate::rule::{AnswersFrom, Severity};
use clap::ValueEnum;

/// What the articles of a group are to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Mode {
    /// Accounts of one event
    #[default]
    SameEvent,
    /// Versions of one text, the oldest first: what came and what went is told as well
    Versions,
    /// A summary first, then what it sums up: what only the summary says is a warning
    Summary,
}

impl Mode {
    /// Every mode.
    pub(super) const ALL: [Mode; 3] = [Mode::SameEvent, Mode::Versions, Mode::Summary];

    /// The mode's name.
    pub(super) fn label(self) -> &'static str {
        match self {
            Mode::SameEvent => "same-event",
            Mode::Versions => "versions",
            Mode::Summary => "summary",
        }
    }

    /// Reads the order of the articles into what one of them alone says.
    pub(super) fn weigh(self, report: &mut Report<'_>) {
        let last = report.accounts.len().saturating_sub(1);
        let rules = report.rules;
        if self == Mode::Versions {
            // Of a text's next version nearly everything is told alike.
            let from = |finding: &Finding| rules.claims.get(finding.rule).map(|rule| rule.from);
            let findings = &mut report.findings;
            findings.retain(|f| from(f) != Some(AnswersFrom::Passages));
        }
        let alone = report.findings.iter_mut();
        for finding in alone.filter(|f| f.verdict == Verdict::OnlyInOne) {
            let article = of_one(finding);
            match self {
                Mode::Versions if article == Some(last) => finding.reason = ADDED,
                Mode::Versions if article == Some(0) => finding.reason = REMOVED,
                Mode::Summary if article == Some(0) => {
                    finding.reason = UNSUPPORTED;
                    let rule = rules.claims.get(finding.rule);
                    let mut weighed = rule.into_iter().flat_map(|rule| &rule.on);
                    if !weighed.any(|(verdict, _)| *verdict == Verdict::OnlyInOne) {
                        finding.severity = Severity::Warning;
                    }
                }
                _ => {}
            }
        }
    }
}

/// The article that all sides of a finding lie in.
fn of_one(finding: &Finding) -> Option<usize> {
    let article = finding.sides.first()?.member.article;
    let same = finding
        .sides
        .iter()
        .all(|side| side.member.article == article);
    same.then_some(article)
}
