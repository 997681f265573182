//! What was looked at: every verdict counted, the claims and sentences read in each article, and whether the articles
//! report one event. No discrepancies without it.

use super::line::Line;
use super::measure::width;
use super::paint::Paint;
use super::wrap::Flow;
use super::{ORDER, TextPage, value};
use crate::align::{Alignment, SameEvent, Sameness};
use crate::compare::Verdict;
use crate::report::entry::read;
use crate::report::together::together;
use crate::report::wording::plural;
use std::collections::BTreeSet;

/// Columns that articles' names are padded to at most.
const LONGEST_NAME: usize = 40;

/// Above the findings: that the articles do not report one event.
pub(super) fn warning(page: &TextPage<'_>, out: &mut Vec<Line>) {
    if page.report.alignment.same_event != SameEvent::No {
        return;
    }
    let mut flow = Flow::of("different events:", Paint::Verdict(Verdict::Unclear));
    flow.push(
        " these articles do not seem to report one event, so a difference between them may be none",
        Paint::Plain,
    )
    .push(
        " · to compare them anyway: compare --same-event",
        Paint::Faint,
    );
    flow.hang(Line::new(), 2, page.width, out);
    out.push(Line::new());
}

/// Below the findings: the counts.
pub(super) fn render(page: &TextPage<'_>, out: &mut Vec<Line>) {
    verdicts(page).hang(Line::new(), 2, page.width, out);
    let names: Vec<String> = page
        .report
        .accounts
        .iter()
        .map(|account| value::name(&account.document.source.id))
        .collect();
    let longest = names.iter().map(|n| width(n).min(LONGEST_NAME)).max();
    for (article, (account, name)) in page.report.accounts.iter().zip(&names).enumerate() {
        let indent = page.letters + 2;
        let mut line = Line::new();
        line.push(&value::letter(article), Paint::Article(article))
            .pad(indent);
        let mut flow = Flow::of(name, Paint::Plain);
        let missing = longest.unwrap_or(0).saturating_sub(flow.width());
        flow.space(missing + 2)
            .push_unbroken(&read(account), Paint::Plain);
        if let Some(day) = account.published {
            flow.push(",", Paint::Plain)
                .push(" ", Paint::Plain)
                .push_unbroken(&format!("published {day}"), Paint::Plain);
        }
        flow.hang(line, indent, page.width, out);
    }
    compared(page).hang(Line::new(), 2, page.width, out);
}

/// `1 conflict, 0 inconsistent, 2 unclear, …`
fn verdicts(page: &TextPage<'_>) -> Flow {
    let mut flow = Flow::new();
    let told = together(page.report, |_| true);
    let (accepted, open): (Vec<_>, Vec<_>) = told
        .iter()
        .partition(|joined| page.accepted(joined.finding).is_some());
    for (at, verdict) in ORDER.into_iter().enumerate() {
        let of_verdict = open.iter().filter(|j| j.finding.verdict == verdict);
        let count = of_verdict.count();
        let paint = if count > 0 {
            Paint::Verdict(verdict)
        } else {
            Paint::Faint
        };
        if at > 0 {
            flow.push(", ", Paint::Faint);
        }
        flow.push_unbroken(&counted(verdict, count), paint);
    }
    if !accepted.is_empty() {
        flow.push(", ", Paint::Faint)
            .push_unbroken(&format!("{} accepted", accepted.len()), Paint::Plain);
    }
    flow
}

fn counted(verdict: Verdict, count: usize) -> String {
    match verdict {
        Verdict::Conflict => plural(count, "conflict"),
        _ => format!("{count} {}", verdict.label()),
    }
}

/// How many questions were compared; if none, why.
fn compared(page: &TextPage<'_>) -> Flow {
    let mut questions = BTreeSet::new();
    for finding in &page.report.findings {
        let articles: BTreeSet<usize> = finding.sides.iter().map(|s| s.member.article).collect();
        if articles.len() > 1 {
            let about = value::about(page, finding);
            questions.insert((finding.rule, finding.happening, about));
        }
    }
    let mut flow = Flow::new();
    if questions.is_empty() {
        flow.push("nothing was compared:", Paint::Verdict(Verdict::Unclear))
            .push(&format!(" {}", why_nothing(page)), Paint::Plain);
    } else {
        flow.push(
            &format!("{} compared", plural(questions.len(), "question")),
            Paint::Plain,
        );
    }
    flow.push(&same_event(&page.report.alignment), Paint::Plain);
    let found = |verdict| page.report.findings.iter().any(|f| f.verdict == verdict);
    if !page.show.only_in_one && found(Verdict::OnlyInOne) {
        flow.push(" · --all lists only-in-one", Paint::Faint);
    }
    if !page.show.agreements && (found(Verdict::Agree) || found(Verdict::Compatible)) {
        flow.push(" · agreements are not listed", Paint::Faint);
    }
    flow
}

/// Whether the articles report one event and, if they seem not to, what was weighed.
fn same_event(alignment: &Alignment) -> String {
    let answer = format!(" · same event: {}", alignment.same_event.label());
    let evidence = &alignment.evidence;
    let told = |what: &str, list: &[&str]| match list {
        [] => None,
        list => Some(format!("{what} {}", list.join(", "))),
    };
    let weighed = [
        told("different", &evidence.different),
        told("alike:", &evidence.alike),
    ];
    let weighed: Vec<String> = weighed.into_iter().flatten().collect();
    match (alignment.sameness, alignment.same_event) {
        (Sameness::Given, _) => format!("{answer} (as --same-event says)"),
        (_, SameEvent::No) if !weighed.is_empty() => format!("{answer} ({})", weighed.join("; ")),
        _ => answer,
    }
}

fn why_nothing(page: &TextPage<'_>) -> String {
    let report = page.report;
    let silent = report.accounts.iter().enumerate();
    let silent: Vec<String> = silent
        .filter(|(_, account)| account.claims.is_empty())
        .map(|(article, _)| value::letter(article))
        .collect();
    let shared = report.alignment.groups.iter().any(|group| {
        let articles: BTreeSet<usize> = group.members.iter().map(|m| m.article).collect();
        articles.len() > 1
    });
    if report.accounts.len() < 2 {
        "it takes two articles".to_owned()
    } else if report.rules.claims.is_empty() {
        "no rule is loaded".to_owned()
    } else if !silent.is_empty() {
        format!("no claim was read in {}", silent.join(", "))
    } else if shared {
        "what both say is planned, denied or switched off in the rules".to_owned()
    } else if report.alignment.same_event == SameEvent::No {
        "the articles report different events".to_owned()
    } else {
        "no question has an answer in two of the articles".to_owned()
    }
}
