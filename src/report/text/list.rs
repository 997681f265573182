//! One line for every finding that needs nobody: what agrees, what is compatible and why, what one article alone says.

use super::line::Line;
use super::paint::Paint;
use super::wrap::Flow;
use super::{Page, value};
use crate::compare::Verdict;
use crate::finding::Finding;

/// Columns of a value that are shown at most.
const LONGEST_VALUE: usize = 48;
/// Columns that claims' names are padded to at most.
const LONGEST_ID: usize = 32;

/// Adds a line for each of the findings, and an empty one below them.
pub(super) fn render(page: &Page<'_>, findings: &[&Finding], out: &mut Vec<Line>) {
    let Some(labels) = findings.iter().map(|f| f.verdict.label().len()).max() else {
        return;
    };
    let ids = findings.iter().map(|f| id(page, f).len().min(LONGEST_ID));
    let ids = ids.max().unwrap_or(0);
    for finding in findings {
        let mut line = Line::new();
        line.push(finding.verdict.label(), Paint::Verdict(finding.verdict))
            .pad(labels + 2)
            .push(id(page, finding), Paint::Plain)
            .pad(labels + 2 + ids + 2);
        if line.width() > labels + 2 + ids + 2 {
            line.push("  ", Paint::Plain);
        }
        // Where names are long, what does not fit goes below them rather than into a narrow strip.
        let indent = (labels + 2 + ids + 2).min(page.width / 2);
        said(page, finding).hang(line, indent, page.width, out);
    }
    out.push(Line::new());
}

fn id<'r>(page: &Page<'r>, finding: &Finding) -> &'r str {
    let rule = page.report.rules.claims.get(finding.rule);
    rule.map_or("", |rule| &rule.id)
}

/// `A about 100 diplomats · B numerous diplomats (vague: …)`
fn said(page: &Page<'_>, finding: &Finding) -> Flow {
    let mut flow = Flow::new();
    if let Some(about) = value::about(page, finding) {
        flow.push(&format!("{about}: "), Paint::Plain);
    }
    let sides = Page::sides(finding);
    for (at, side) in sides.iter().enumerate() {
        if at > 0 {
            flow.push(" · ", Paint::Faint);
        }
        let article = side.member.article;
        flow.push(&value::letter(article), Paint::Article(article))
            .push(" ", Paint::Plain)
            .extend(&value::value(page, *side, Paint::Plain).clipped(LONGEST_VALUE));
        if finding.verdict == Verdict::OnlyInOne {
            flow.push("  ", Paint::Plain)
                .push(&value::place(page, *side), Paint::Faint);
        }
    }
    if let Some(reason) = reason(finding) {
        flow.push(&format!(" ({reason})"), Paint::Plain);
    }
    flow
}

/// Why two values fit; nothing where they are simply the same, or there is only one.
fn reason(finding: &Finding) -> Option<String> {
    match (finding.verdict, finding.reason, finding.why.as_str()) {
        (Verdict::OnlyInOne, _, _) | (Verdict::Agree, "same", "") => None,
        (_, reason, "") => Some(reason.to_owned()),
        (Verdict::Agree, "same", why) => Some(why.to_owned()),
        (_, reason, why) => Some(format!("{reason}: {why}")),
    }
}
