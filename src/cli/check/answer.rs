//! What `check` prints: groups with discrepancies in full, the others a line each, and what the baseline needs.

use super::{CheckArgs, Checked, Due, Ground, compared};
use crate::SCHEMA;
use crate::cli::Outcome;
use crate::cli::args::FailOn;
use crate::cli::output;
use crate::compare::Verdict;
use crate::error::Error;
use crate::finding::Finding;
use crate::report::json;
use crate::report::text::{self, Style};
use crate::report::{self, Notice, Report, Show, plural};
use crate::rule::Severity;
use crate::text::sanitise;
use serde_json::{Value as Json, json};
use std::fmt::Write;

/// A finished check.
pub(super) struct Answer<'g> {
    pub(super) ground: &'g Ground,
    pub(super) checked: Vec<Checked<'g>>,
    pub(super) notices: Vec<Due<'g>>,
    pub(super) fail_on: FailOn,
    pub(super) outcome: Outcome,
}

impl Answer<'_> {
    /// The answer in the format asked for.
    pub(super) fn render(mut self, args: &CheckArgs) -> Result<String, Error> {
        let format = report::format(&args.format)
            .ok_or_else(|| Error::new(format!("there is no format {}", args.format)))?;
        match format.name {
            "text" => {
                let style = output::style(&args.look, args.all);
                return Ok(self.text(&style, args.all));
            }
            "json" => return Ok(json::write(&self.json(), true)),
            "jsonl" => {
                let groups = self.checked.iter().map(|c| self.group(c));
                let baseline = self.notices.iter().map(|n| self.notice(n));
                let rows = groups.chain(baseline);
                return Ok(rows.map(|row| json::write(&row, false)).collect());
            }
            _ => {}
        }
        let unchecked = self.ground.errors.iter();
        let unchecked = unchecked.chain(self.checked.iter().flat_map(|c| &c.errors));
        let unchecked = unchecked.map(|error| output::notice_of(error, Severity::Error));
        let baseline = self.notices.iter().map(|entry| self.remark(entry));
        let notices: Vec<Notice> = unchecked.chain(baseline).collect();
        let reports = self.checked.into_iter().map(|checked| checked.report);
        let reports: Vec<Report<'_>> = reports.collect();
        let show = Show {
            agreements: args.all,
            only_in_one: args.all,
        };
        Ok((format.render)(&reports, &notices, show))
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
        row["failing"] = checked.failing(self.fail_on).into();
        row
    }

    fn notice(&self, notice: &Due<'_>) -> Json {
        let entry = notice.entry;
        json!({
            "schema": SCHEMA, "claim": notice.kind, "severity": notice.severity.label(), "fingerprint": entry.fingerprint,
            "accepted_claim": entry.claim, "reason": entry.reason, "until": entry.until.map(|d| d.to_string()),
            "message": notice.message, "place": self.ground.config.place(entry.offset),
        })
    }

    /// An entry of the baseline as formats for machines tell it.
    fn remark(&self, notice: &Due<'_>) -> Notice {
        Notice {
            kind: notice.kind,
            severity: notice.severity,
            message: notice.message.clone(),
            file: self.ground.config.name.clone(),
            place: Some(self.ground.config.line_and_column(notice.entry.offset)),
            fingerprint: notice.entry.fingerprint.clone(),
        }
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
        let report = &checked.report;
        let is_accepted = |f: &Finding| report.suppressed.contains_key(&f.fingerprint);
        let wanting = report
            .findings
            .iter()
            .any(|f| is_worth_a_look(f) && !is_accepted(f));
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
                "{state}  {id}: {articles} articles, {} compared, {} agree, {} compatible",
                plural(compared(&checked.report, &self.ground.policy), "question"),
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
        let findings = std::mem::take(&mut checked.report.findings);
        // What somebody answers for is told in a line below.
        let (shown, set_aside) = findings
            .into_iter()
            .partition(|f| all || !checked.report.suppressed.contains_key(&f.fingerprint));
        checked.report.findings = shown;
        out.push_str(&text::render(&checked.report, style));
        checked.report.findings.extend::<Vec<Finding>>(set_aside);
        if !all {
            accepted(checked, out);
        }
        out.push('\n');
    }

    fn closing(&self) -> String {
        let failing: usize = self.checked.iter().map(|c| c.failing(self.fail_on)).sum();
        let accepted: usize = self.checked.iter().map(|c| c.report.suppressed.len()).sum();
        let level = match self.fail_on {
            FailOn::Error => "error",
            FailOn::Warning => "warning",
            FailOn::Note => "note",
            FailOn::Never => "never",
        };
        let groups = plural(self.checked.len(), "group");
        let findings = plural(failing, "finding");
        let verb = if failing == 1 { "fails" } else { "fail" };
        let mut out = format!("{groups} checked: {findings} {verb} the run (fail-on {level})");
        if accepted > 0 {
            let _ = write!(out, ", {accepted} accepted");
        }
        if !self.notices.is_empty() {
            let _ = write!(out, ", {} of the baseline to mend", self.notices.len());
        }
        let unchecked =
            self.ground.errors.len() + self.checked.iter().map(|c| c.errors.len()).sum::<usize>();
        if unchecked > 0 {
            let _ = write!(out, "; not everything could be checked, see above");
        }
        out.push('\n');
        out
    }
}

/// Whether a finding is worth a look without being asked for.
fn is_worth_a_look(finding: &Finding) -> bool {
    finding.verdict.is_alarm()
        || finding.verdict == Verdict::OnlyInOne && finding.severity >= Severity::Warning
}

/// A line for each finding that somebody answers for.
fn accepted(checked: &Checked<'_>, out: &mut String) {
    let report = &checked.report;
    for (fingerprint, reason) in &report.suppressed {
        let finding = report
            .findings
            .iter()
            .find(|f| f.fingerprint == *fingerprint);
        let rule = finding.and_then(|f| report.rules.claims.get(f.rule));
        let id = rule.map_or("", |r| r.id.as_str());
        let line = format!("accepted  {fingerprint} {id}: {reason}");
        let _ = writeln!(out, "{}", sanitise(&line).replace('\n', " "));
    }
}
