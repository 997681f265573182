//! What articles are to each other, and what their order then says: a summary before its sources, a version before the next.

use super::{Finding, Side};
use crate::align::Sameness;
use crate::compare::Verdict;
use crate::rule::{AnswersFrom, HowMany, RuleSet, Severity};
use crate::text::Span;

/// The reason of what only the newest of several versions says.
pub const ADDED: &str = "added";
/// The reason of what only the oldest of several versions says.
pub const REMOVED: &str = "removed";
/// The reason of what only a summary says, and none of its sources.
pub const UNSUPPORTED: &str = "unsupported";

/// What the articles of a group are to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Accounts of one event.
    #[default]
    SameEvent,
    /// Versions of one text, the oldest first: what came and what went is told as well, and which word became another.
    Versions,
    /// A summary first, then what it sums up: what only the summary says is a warning.
    Summary,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Mode; 3] = [Mode::SameEvent, Mode::Versions, Mode::Summary];

    /// The mode's name.
    pub fn label(self) -> &'static str {
        match self {
            Mode::SameEvent => "same-event",
            Mode::Versions => "versions",
            Mode::Summary => "summary",
        }
    }

    /// What the mode is for.
    pub fn about(self) -> &'static str {
        match self {
            Mode::SameEvent => "Accounts of one event",
            Mode::Versions => {
                "Versions of one text, the oldest first: what came and what went is told as well"
            }
            Mode::Summary => {
                "A summary first, then what it sums up: what only the summary says is a warning"
            }
        }
    }

    /// The mode in which a question is asked: what became another word, of versions only; all else in every mode.
    pub fn asking(from: AnswersFrom) -> Mode {
        match from {
            AnswersFrom::Rewordings => Mode::Versions,
            _ => Mode::SameEvent,
        }
    }

    /// Who says that articles are about one event: where one is made from the other, nobody needs to.
    pub fn sameness(self, known: Sameness) -> Sameness {
        match self {
            Mode::SameEvent => known,
            Mode::Versions | Mode::Summary => Sameness::Given,
        }
    }

    /// Reads the order of the articles, the last of which is `last`, into what one of them alone says.
    pub(super) fn weigh(self, findings: &mut Vec<Finding>, last: usize, rules: &RuleSet) {
        if self == Mode::Versions {
            // Of a text's next version nearly everything is told alike.
            findings.retain(|f| from(f, rules) != Some(AnswersFrom::Passages));
        }
        self.weigh_rewordings(findings, rules);
        if self == Mode::Summary {
            entries_alone(findings, rules);
        }
        let agreed: Vec<Span> = agreed(findings).collect();
        let alone = findings.iter_mut();
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

    /// Another word in one place of a text's next version may be another fact: that is for a person to say. Between two accounts it
    /// says nothing.
    fn weigh_rewordings(self, findings: &mut Vec<Finding>, rules: &RuleSet) {
        let is_reworded = |f: &Finding| from(f, rules) == Some(AnswersFrom::Rewordings);
        if self != Mode::Versions {
            findings.retain(|f| !is_reworded(f));
        }
        for finding in findings.iter_mut().filter(|f| is_reworded(f)) {
            finding.verdict = Verdict::Unclear;
            finding.reason = "look";
        }
    }
}

/// What the question of a finding compares.
fn from(finding: &Finding, rules: &RuleSet) -> Option<AnswersFrom> {
    rules.claims.get(finding.rule).map(|rule| rule.from)
}

/// Of a summary's entries of lists those that no source has stand alone.
fn entries_alone(findings: &mut [Finding], rules: &RuleSet) {
    let is_entry = |finding: &Finding| {
        let many = rules.claims.get(finding.rule).map(|rule| rule.how_many) == Some(HowMany::Many);
        many && finding.verdict == Verdict::Compatible && finding.reason == "other-scope"
    };
    let own = |side: &Side| side.member.article == 0;
    for finding in findings.iter_mut().filter(|f| is_entry(f)) {
        if finding.sides.iter().any(own) {
            finding.verdict = Verdict::OnlyInOne;
            finding.sides.retain(own);
            finding.why.clear();
        }
    }
}

/// What the first article tells and another agrees with.
fn agreed(findings: &[Finding]) -> impl Iterator<Item = Span> {
    let agreements = findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Agree);
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
