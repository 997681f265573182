//! One line for every finding that needs no sentences: what agrees, what is compatible and why, what one article alone
//! says, and what differs in the same way as a discrepancy shown in full.

use super::line::Line;
use super::paint::Paint;
use super::wrap::Flow;
use super::{TextPage, value};
use crate::compare::Verdict;
use crate::finding::{Finding, Side};
use crate::report::together::{Joined, is_told};

/// Columns that claims' names are padded to at most.
const LONGEST_ID: usize = 32;

/// Adds a line for each of the findings, one for those that were folded away, and an empty one below them.
pub(super) fn render(
    page: &TextPage<'_>,
    findings: &[Joined<'_>],
    folded: usize,
    out: &mut Vec<Line>,
) {
    let labels = findings.iter().map(|j| label(page, j.finding).len());
    let Some(labels) = labels.max() else {
        return;
    };
    let ids = findings.iter();
    let ids = ids.map(|j| id(page, j.finding).len().min(LONGEST_ID));
    let ids = ids.max().unwrap_or(0);
    for joined in findings {
        let finding = joined.finding;
        let mut line = Line::new();
        line.push(&label(page, finding), Paint::Verdict(finding.verdict))
            .pad(labels + 2)
            .push(id(page, finding), Paint::Plain)
            .pad(labels + 2 + ids + 2);
        if line.width() > labels + 2 + ids + 2 {
            line.push("  ", Paint::Plain);
        }
        // Where names are long, what does not fit goes below them rather than into a narrow strip.
        let indent = (labels + 2 + ids + 2).min(page.width / 2);
        let said = said(page, joined);
        match (finding.verdict, finding.sides.first()) {
            (Verdict::OnlyInOne, Some(side)) => {
                let mut place = value::place_within(page, *side);
                if is_told(finding) {
                    // It can fail a run, so it can be accepted.
                    place = format!("{place}  {}", finding.fingerprint);
                }
                said.hang_with_place(line, indent, page.width, &place, out);
            }
            _ if finding.verdict.is_alarm() => {
                said.hang_with_place(line, indent, page.width, &finding.fingerprint, out);
            }
            _ => said.hang(line, indent, page.width, out),
        }
    }
    if folded > 0 {
        let mut line = Line::new();
        let more = format!("{folded} more told alike · --all lists them");
        line.pad(labels + 2).push(&more, Paint::Faint);
        out.push(line);
    }
    out.push(Line::new());
}

/// The verdict; of what weighs something, that somebody accepted it.
fn label(page: &TextPage<'_>, finding: &Finding) -> String {
    let accepted = page.accepted(finding).map_or("", |_| "accepted ");
    format!("{accepted}{}", finding.verdict.label())
}

fn id<'r>(page: &TextPage<'r>, finding: &Finding) -> &'r str {
    let rule = page.report.rules.claims.get(finding.rule);
    rule.map_or("", |rule| &rule.id)
}

/// `A about 100 diplomats · B numerous diplomats (vague: …)`; equal words once: `A, C Geneva · B the city`.
fn said(page: &TextPage<'_>, joined: &Joined<'_>) -> Flow {
    let mut flow = Flow::new();
    let finding = joined.finding;
    let notes = [value::event(page, finding), value::about(page, finding)];
    for note in notes.into_iter().flatten() {
        flow.push(&format!("{note}: "), Paint::Faint);
    }
    let mut sides: Vec<Side> = joined.sides.clone();
    // A claim may be shown at two places: its words, and where its name stands.
    sides.dedup_by_key(|side| side.member);
    let longest = page.width / 2;
    let mut said: Vec<(Flow, Vec<usize>)> = Vec::new();
    for side in &sides {
        let value = value::value(page, *side, Paint::Plain).clipped(longest);
        let article = side.member.article;
        match said.iter_mut().find(|(known, _)| *known == value) {
            Some((_, articles)) => articles.push(article),
            None => said.push((value, vec![article])),
        }
    }
    for (at, (value, articles)) in said.iter().enumerate() {
        if at > 0 {
            flow.push(" · ", Paint::Faint);
        }
        for (at, article) in articles.iter().enumerate() {
            if at > 0 {
                flow.push(", ", Paint::Faint);
            }
            flow.push(&value::letter(*article), Paint::Article(*article));
        }
        flow.push(" ", Paint::Plain).extend(value);
    }
    if let Some(reason) = reason(page, joined) {
        flow.push(&format!(" ({reason})"), Paint::Plain);
    }
    flow
}

/// Why two values fit, or why one weighs something alone; nothing where they are simply the same.
fn reason(page: &TextPage<'_>, joined: &Joined<'_>) -> Option<String> {
    let finding = joined.finding;
    match (finding.verdict, finding.reason, joined.why) {
        (Verdict::OnlyInOne, reason, _) => is_told(finding).then(|| {
            let severity = finding.severity.label();
            match page.accepted(finding) {
                Some(accepted) => format!("{reason}, {severity} · accepted: {accepted}"),
                None => format!("{reason}, {severity}"),
            }
        }),
        (Verdict::Agree, "same", "") => None,
        (_, reason, "") => Some(reason.to_owned()),
        (Verdict::Agree, "same", why) => Some(why.to_owned()),
        (_, reason, why) => Some(format!("{reason}: {why}")),
    }
}
