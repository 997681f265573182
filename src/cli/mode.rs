//! What articles are to each other, and what their order then says: a summary before its sources, a version before the next.

use crate::align::Sameness;
use crate::compare::Verdict;
use crate::finding::{Finding, Side};
use crate::report::{ADDED, REMOVED, Report, UNSUPPORTED};
use crate::rule::{AnswersFrom, HowMany, Severity};
use crate::text::Span;
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

    /// Whether articles are about one event without a look at what they share: somebody says so, or one is made from the other.
    pub(super) fn sameness(self, given: bool) -> Sameness {
        Sameness::given(given || self != Mode::SameEvent)
    }

    /// Another word in one place of a text's next version may be another fact: that is for a person to say. Between two accounts it
    /// says nothing.
    fn weigh_rewordings(self, report: &mut Report<'_>) {
        let rules = report.rules;
        let is_reworded = |finding: &Finding| {
            let rule = rules.claims.get(finding.rule);
            rule.is_some_and(|rule| rule.from == AnswersFrom::Rewordings)
        };
        if self != Mode::Versions {
            report.findings.retain(|f| !is_reworded(f));
        }
        for finding in report.findings.iter_mut().filter(|f| is_reworded(f)) {
            finding.verdict = Verdict::Unclear;
            finding.reason = "look";
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
        self.weigh_rewordings(report);
        if self == Mode::Summary {
            entries_alone(report);
        }
        let agreed: Vec<Span> = agreed(report).collect();
        let alone = report.findings.iter_mut();
        for finding in alone.filter(|f| f.verdict == Verdict::OnlyInOne) {
            let article = of_one(finding);
            // What a source tells under another question is no less supported.
            if article == Some(0) && finding.sides.iter().all(|s| agreed.contains(&s.span)) {
                continue;
            }
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

/// Of a summary's entries of lists those that no source has stand alone.
fn entries_alone(report: &mut Report<'_>) {
    let rules = report.rules;
    let is_entry = |finding: &Finding| {
        let many = rules.claims.get(finding.rule).map(|rule| rule.how_many) == Some(HowMany::Many);
        many && finding.verdict == Verdict::Compatible && finding.reason == "other-scope"
    };
    let own = |side: &Side| side.member.article == 0;
    for finding in report.findings.iter_mut().filter(|f| is_entry(f)) {
        if finding.sides.iter().any(own) {
            finding.verdict = Verdict::OnlyInOne;
            finding.sides.retain(own);
            finding.why.clear();
        }
    }
}

/// What the first article tells and another agrees with.
fn agreed(report: &Report<'_>) -> impl Iterator<Item = Span> {
    let agreements = report.findings.iter();
    let agreements = agreements.filter(|finding| finding.verdict == Verdict::Agree);
    let sides = agreements.flat_map(|finding| &finding.sides);
    sides
        .filter(|side| side.member.article == 0)
        .map(|side| side.span)
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
