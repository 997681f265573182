//! GitLab's code quality report: an issue each alarm, at the line in the first article, the others among its locations.

use super::entry::{Entry, EntrySide, entries};
use super::{Notice, Report, Show, json, wording};
use crate::rule::Severity;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Renders the alarms that nobody accepted, and what stands in one article only where it is asked for.
pub(super) fn render(reports: &[Report<'_>], notices: &[Notice], show: Show) -> String {
    let show = Show {
        agreements: false,
        ..show
    };
    let mut seen = BTreeMap::new();
    let mut issues = Vec::new();
    for report in reports {
        for entry in entries(report, show) {
            if entry.accepted.is_none() {
                issues.extend(issue(&entry, &mut seen));
            }
        }
    }
    issues.extend(notices.iter().map(remark));
    json::write(&Json::Array(issues), true)
}

fn issue<'r>(entry: &Entry<'r>, seen: &mut BTreeMap<&'r str, usize>) -> Option<Json> {
    let (first, others) = entry.sides.split_first()?;
    let mut description = format!(
        "{}: {} {}",
        entry.verdict.label(),
        entry.title(),
        entry.values()
    );
    if !entry.why.is_empty() {
        let _ = write!(description, ": {}", wording::line(entry.why));
    }
    for side in others {
        let _ = write!(description, "; {} {}", side.letter(), side.quoted());
    }
    // Of two issues with one fingerprint the server keeps one; the same words can meet in two groups.
    let count = seen.entry(entry.fingerprint).or_insert(0);
    *count += 1;
    let fingerprint = if *count == 1 {
        entry.fingerprint.to_owned()
    } else {
        format!("{}-{count}", entry.fingerprint)
    };
    let quotes: Vec<String> = entry
        .sides
        .iter()
        .map(|side| format!("{} {}", side.letter(), side.quoted()))
        .collect();
    Some(json!({
        "type": "issue",
        "check_name": wording::line(entry.claim),
        "description": description,
        "content": {"body": quotes.join("\n\n")},
        "categories": ["Style"],
        "severity": severity(entry.severity),
        "fingerprint": fingerprint,
        "location": location(first),
        "other_locations": others.iter().map(location).collect::<Vec<_>>(),
    }))
}

/// What the run has to say beside its findings.
fn remark(notice: &Notice) -> Json {
    let line = notice.place.map_or(1, |(line, _)| line);
    json!({
        "type": "issue",
        "check_name": notice.kind,
        "description": wording::line(&notice.message),
        "categories": ["Style"],
        "severity": severity(notice.severity),
        "fingerprint": format!("{}-{}", notice.kind, wording::line(&notice.fingerprint)),
        "location": {"path": wording::name(&notice.file), "lines": {"begin": line, "end": line}},
    })
}

fn location(side: &EntrySide<'_>) -> Json {
    let path = side.file.strip_prefix("./").unwrap_or(side.file);
    let (begin, end) = if side.in_file {
        (side.from.line, side.to.line)
    } else {
        (1, 1)
    };
    json!({"path": wording::name(path), "lines": {"begin": begin, "end": end}})
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note | Severity::Off => "info",
    }
}
