//! What `check` prints: groups with discrepancies in full, the others a line each, and what the baseline needs.

use super::{CheckArgs, Checked, Ground, Notice, UNSUPPORTED, compared};
use crate::SCHEMA;
use crate::cli::Outcome;
use crate::cli::args::{FailOn, Format};
use crate::cli::output;
use crate::compare::Verdict;
use crate::finding::Finding;
use crate::report::json::{self, Places};
use crate::report::text::{self, Style};
use crate::rule::Severity;
use crate::text::sanitise;
use serde_json::{Value as Json, json};
use std::fmt::Write;

/// A finished check.
pub(super) struct Answer<'g> {
    pub(super) ground: &'g Ground,
    pub(super) checked: Vec<Checked<'g>>,
    pub(super) notices: Vec<Notice<'g>>,
    pub(super) fail_on: FailOn,
    pub(super) outcome: Outcome,
}

impl Answer<'_> {
    /// The answer in the format asked for.
    pub(super) fn render(mut self, args: &CheckArgs) -> String {
        match args.format {
            Format::Text => {
                let style = output::style(args.color, args.width, args.all);
                self.text(&style, args.all)
            }
            Format::Json => output::render(&self.json(), Format::Json),
            Format::Jsonl => {
                let groups = self.checked.iter().map(|c| self.group(c));
                let baseline = self.notices.iter().map(|n| self.notice(n));
                groups
                    .chain(baseline)
                    .map(|row| output::render(&row, Format::Jsonl))
                    .collect()
            }
        }
    }

    fn json(&self) -> Json {
        let groups: Vec<Json> = self.checked.iter().map(|c| self.group(c)).collect();
        let baseline: Vec<Json> = self.notices.iter().map(|n| self.notice(n)).collect();
        let unchecked = self.ground.errors.iter();
        let errors: Vec<Json> = unchecked
            .chain(self.checked.iter().flat_map(|c| &c.errors))
            .map(|error| json!({"message": error.message(), "place": error.place()}))
            .collect();
        let outcome = match self.outcome {
            Outcome::Clean => "clean",
            Outcome::Findings => "findings",
            Outcome::Failed => "failed",
        };
        json!({"schema": SCHEMA, "config": self.ground.config.name, "outcome": outcome, "groups": groups, "baseline": baseline, "errors": errors})
    }

    fn group(&self, checked: &Checked<'_>) -> Json {
        let mut row = json::compare(&checked.report);
        row["mode"] = checked.gathered.mode.label().into();
        row["failing"] = checked.failing(self.fail_on).count().into();
        row
    }

    fn notice(&self, notice: &Notice<'_>) -> Json {
        let entry = notice.entry;
        json!({
            "schema": SCHEMA, "claim": notice.kind, "severity": notice.severity.label(), "fingerprint": entry.fingerprint,
            "accepted_claim": entry.claim, "reason": entry.reason, "until": entry.until.map(|d| d.to_string()),
            "message": notice.message, "place": self.ground.config.place(entry.offset),
        })
    }

    fn text(&mut self, style: &Style, all: bool) -> String {
        let mut out = String::new();
        let mut checked = std::mem::take(&mut self.checked);
        for one in &mut checked {
            self.group_text(one, style, all, &mut out);
        }
        self.checked = checked;
        for notice in &self.notices {
            let error = self
                .ground
                .config
                .mistake(notice.entry.offset, &notice.message);
            let head = format!("{}[{}]: ", notice.severity.label(), notice.kind);
            let _ = writeln!(out, "{head}{}", sanitise(&error.to_string()));
        }
        if !self.notices.is_empty() {
            out.push('\n');
        }
        out.push_str(&self.closing());
        out
    }

    /// A group with anything to look at in full, any other in a line.
    fn group_text(&self, checked: &mut Checked<'_>, style: &Style, all: bool, out: &mut String) {
        let id = sanitise(checked.report.id).replace('\n', " ");
        let articles = checked.report.accounts.len();
        let wanting = checked
            .report
            .findings
            .iter()
            .any(|f| f.accepted.is_none() && policy_worthy(f));
        if !wanting && !all {
            let count = |verdict| {
                let findings = checked.report.findings.iter();
                findings.filter(|f| f.verdict == verdict).count()
            };
            let state = if checked.errors.is_empty() {
                "ok"
            } else {
                "unchecked"
            };
            let _ = writeln!(
                out,
                "{state}  {id}: {articles} articles, {} questions compared, {} agree, {} compatible",
                compared(&checked.report, &self.ground.policy),
                count(Verdict::Agree),
                count(Verdict::Compatible),
            );
            accepted(checked, out);
            return;
        }
        let _ = writeln!(
            out,
            "== {id} ({}, {articles} articles)\n",
            checked.gathered.mode.label()
        );
        let unsupported = unsupported(checked);
        if !all {
            // What somebody answers for is told in a line below.
            let mut kept = Vec::new();
            let mut set_aside = Vec::new();
            for finding in std::mem::take(&mut checked.report.findings) {
                if finding.accepted.is_some() {
                    set_aside.push(finding);
                } else {
                    kept.push(finding);
                }
            }
            checked.report.findings = kept;
            out.push_str(&text::render(&checked.report, style));
            checked.report.findings.extend(set_aside);
        } else {
            out.push_str(&text::render(&checked.report, style));
        }
        out.push_str(&unsupported);
        accepted(checked, out);
        out.push('\n');
    }

    fn closing(&self) -> String {
        let failing: usize = self
            .checked
            .iter()
            .map(|c| c.failing(self.fail_on).count())
            .sum();
        let findings = self.checked.iter().flat_map(|c| &c.report.findings);
        let accepted = findings.filter(|f| f.accepted.is_some()).count();
        let level = match self.fail_on {
            FailOn::Error => "fail the run (fail-on error)",
            FailOn::Warning => "fail the run (fail-on warning)",
            FailOn::Note => "fail the run (fail-on note)",
            FailOn::Never => "fail the run (fail-on never)",
        };
        let mut out = format!(
            "{} groups checked: {failing} findings {level}",
            self.checked.len()
        );
        if accepted > 0 {
            let _ = write!(out, ", {accepted} accepted");
        }
        if !self.notices.is_empty() {
            let _ = write!(out, ", {} baseline entries to mend", self.notices.len());
        }
        let unchecked =
            self.ground.errors.len() + self.checked.iter().map(|c| c.errors.len()).sum::<usize>();
        if unchecked > 0 {
            let _ = write!(out, "; not everything could be checked: {unchecked} errors");
        }
        out.push('\n');
        out
    }
}

/// Whether a finding is worth a look without being asked for.
fn policy_worthy(finding: &Finding) -> bool {
    finding.verdict.is_alarm()
        || finding.verdict == Verdict::OnlyInOne && finding.severity >= Severity::Warning
}

/// A line for each thing that one article alone says and that weighs something.
fn unsupported(checked: &Checked<'_>) -> String {
    let mut out = String::new();
    let heavy = checked.report.findings.iter().filter(|f| {
        f.verdict == Verdict::OnlyInOne && f.severity >= Severity::Warning && f.accepted.is_none()
    });
    for finding in heavy {
        let Some((claim, side)) = finding
            .sides
            .first()
            .and_then(|side| Some((side.member.of(&checked.report.accounts)?, side)))
        else {
            continue;
        };
        let Some(account) = checked.report.accounts.get(side.member.article) else {
            continue;
        };
        let source = account.document.source;
        let place = Places::new(source).place(side.span);
        let id = checked
            .report
            .rules
            .claims
            .get(finding.rule)
            .map_or("", |r| r.id.as_str());
        let what = if finding.reason == UNSUPPORTED {
            "the summary alone says"
        } else {
            "one article alone says"
        };
        let words: Vec<&str> = source.slice(claim.span).split_whitespace().collect();
        let line = format!(
            "{}[{id}]: {what} \"{}\"  {}:{}:{}  {}",
            finding.severity.label(),
            words.join(" "),
            source.id,
            place.line,
            place.column,
            finding.fingerprint
        );
        let _ = writeln!(out, "{}", sanitise(&line).replace('\n', " "));
    }
    out
}

/// A line for each finding that somebody answers for.
fn accepted(checked: &Checked<'_>, out: &mut String) {
    for finding in &checked.report.findings {
        let Some(acceptance) = &finding.accepted else {
            continue;
        };
        let id = checked
            .report
            .rules
            .claims
            .get(finding.rule)
            .map_or("", |r| r.id.as_str());
        let until = acceptance
            .until
            .as_ref()
            .map_or_else(String::new, |day| format!(", until {day}"));
        let line = format!(
            "accepted  {} {id}: {}{until}",
            finding.fingerprint, acceptance.reason
        );
        let _ = writeln!(out, "{}", sanitise(&line).replace('\n', " "));
    }
}
