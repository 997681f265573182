//! One line for every finding that needs nobody: what agrees, what is compatible and why, what one article alone says.

use super::line::Line;
use super::paint::Paint;
use super::wrap::Flow;
use super::{Page, value};
use crate::compare::Verdict;
use crate::finding::Finding;

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
        let said = said(page, finding);
        match (finding.verdict, finding.sides.first()) {
            (Verdict::OnlyInOne, Some(side)) => {
                let place = value::place_within(page, *side);
                said.hang_with_place(line, indent, page.width, &place, out);
            }
            _ => said.hang(line, indent, page.width, out),
        }
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
    let notes = [value::event(page, finding), value::about(page, finding)];
    for note in notes.into_iter().flatten() {
        flow.push(&format!("{note}: "), Paint::Faint);
    }
    let mut sides = Page::sides(finding);
    // A claim may be shown at two places: its words, and where its name stands.
    sides.dedup_by_key(|side| side.member);
    let longest = page.width / 2;
    let values = sides
        .iter()
        .map(|side| value::value(page, *side, Paint::Plain).clipped(longest));
    let values: Vec<Flow> = values.collect();
    // "A, B Geneva" rather than the same words twice.
    let same = values.windows(2).all(|pair| pair.first() == pair.last());
    let last = sides.len().saturating_sub(1);
    for (at, (side, value)) in sides.iter().zip(&values).enumerate() {
        let article = side.member.article;
        flow.push(&value::letter(article), Paint::Article(article));
        if same && at < last {
            flow.push(", ", Paint::Faint);
            continue;
        }
        flow.push(" ", Paint::Plain).extend(value);
        if at < last {
            flow.push(" · ", Paint::Faint);
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
