//! A discrepancy in full: the question, each side's value and place, the sentences, the reason.

use super::line::Line;
use super::paint::Paint;
use super::wrap::Flow;
use super::{TextPage, beside, stacked, value};
use crate::finding::Finding;
use crate::report::together::Joined;
use crate::rule::Severity;

/// Adds the lines of a finding.
pub(super) fn render(page: &TextPage<'_>, joined: &Joined<'_>, out: &mut Vec<Line>) {
    head(page, joined.finding, out);
    match beside::columns(page, joined) {
        Some((left, right)) => beside::render(page, joined, &left, &right, out),
        None => stacked::render(page, joined, out),
    }
}

/// `conflict[walkout.medium]: how did the minister speak?`
fn head(page: &TextPage<'_>, finding: &Finding, out: &mut Vec<Line>) {
    let rule = page.report.rules.claims.get(finding.rule);
    let verdict = Paint::Verdict(finding.verdict);
    let mut flow = Flow::new();
    if page.accepted(finding).is_some() {
        flow.push("accepted ", Paint::Plain);
    }
    flow.push(finding.verdict.label(), verdict);
    flow.push(&format!("[{}]", rule.map_or("", |r| &r.id)), Paint::Plain);
    flow.push(&format!(": {}", rule.map_or("", |r| &r.ask)), Paint::Plain);
    let about = value::about(page, finding).map(|about| format!("about {about}"));
    for note in [value::event(page, finding), about].into_iter().flatten() {
        flow.push(&format!(" ({note})"), Paint::Plain);
    }
    flow.hang(Line::new(), 2, page.width, out);
}

/// The reason in words; where there are none, the fixed word. And why somebody accepted it all the same.
pub(super) fn why(page: &TextPage<'_>, finding: &Finding) -> Flow {
    let why = if finding.why.is_empty() {
        finding.reason
    } else {
        &finding.why
    };
    let mut flow = Flow::of(&format!("why: {why}"), Paint::Plain);
    if let Some(reason) = page.accepted(finding) {
        flow.push(&format!(" · accepted: {reason}"), Paint::Plain);
    }
    flow
}

/// The fingerprint, and the severity where the rule gives another than the verdict has by itself.
pub(super) fn hint(finding: &Finding, indent: usize) -> Line {
    let mut line = Line::indented(indent);
    line.push(&finding.fingerprint, Paint::Faint);
    if finding.severity != Severity::default_for(finding.verdict) {
        line.push(
            &format!(" · {} by its rule", finding.severity.label()),
            Paint::Faint,
        );
    }
    line
}
