//! SARIF 2.1.0: a result is a finding, its one location the first article, its related locations the others.
//!
//! GitHub rejects a file in which a result has no location, and shows related locations only where the message links to
//! them. Columns count code points, as everywhere in the program.

use super::entry::{Entry, EntrySide, entries};
use super::{Notice, Report, Show, UNCHECKED, json, wording};
use crate::compare::Verdict;
use crate::rule::Severity;
use crate::text::{Fidelity, Part, Source, sanitise};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Renders one log with one run; what agrees or is compatible, where asked for, is a result of kind `pass`.
pub(super) fn render(reports: &[Report<'_>], notices: &[Notice], show: Show) -> String {
    let mut run = Run::default();
    let mut results = Vec::new();
    for report in reports {
        let artifacts: Vec<usize> = report
            .accounts
            .iter()
            .map(|account| run.artifact(account.document.source))
            .collect();
        for entry in entries(report, show) {
            results.extend(run.result(report, &entry, &artifacts));
        }
    }
    let mut driver = json!({
        "name": "twosource",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": run.rules.iter().map(|(_, rule)| rule.clone()).collect::<Vec<_>>(),
    });
    if !env!("CARGO_PKG_REPOSITORY").is_empty() {
        driver["informationUri"] = env!("CARGO_PKG_REPOSITORY").into();
    }
    let kinds: BTreeMap<&str, &str> = notices.iter().map(|n| (n.kind, n.about())).collect();
    let kinds: Vec<Json> = kinds
        .iter()
        .map(|(id, about)| json!({"id": id, "shortDescription": {"text": about}}))
        .collect();
    if !kinds.is_empty() {
        driver["notifications"] = kinds.into();
    }
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": driver},
            "invocations": [invocation(notices)],
            "columnKind": "unicodeCodePoints",
            "artifacts": run.artifacts.iter().map(|(_, artifact)| artifact.clone()).collect::<Vec<_>>(),
            "results": results,
        }],
    });
    json::write(&log, true)
}

/// What the results refer to by index, by a key that tells one from another.
#[derive(Default)]
struct Run {
    rules: Vec<(String, Json)>,
    artifacts: Vec<((String, String), Json)>,
}

impl Run {
    /// The index of an article among the artifacts.
    fn artifact(&mut self, source: &Source) -> usize {
        let uri = uri(&source.id);
        let sha256 = hexadecimal(&Sha256::digest(source.text.as_bytes()));
        let key = (uri, sha256);
        if let Some(at) = self.artifacts.iter().position(|(k, _)| *k == key) {
            return at;
        }
        let mut artifact = json!({"location": {"uri": key.0}, "roles": ["analysisTarget"]});
        // What is said of the file must be true of the file.
        if source.fidelity == Fidelity::Exact {
            artifact["length"] = source.text.len().into();
            artifact["mimeType"] = "text/plain".into();
            artifact["encoding"] = "utf-8".into();
            artifact["hashes"] = json!({"sha-256": key.1});
        }
        self.artifacts.push((key, artifact));
        self.artifacts.len() - 1
    }

    /// The index of a finding's rule among the rules.
    fn rule(&mut self, report: &Report<'_>, entry: &Entry<'_>) -> usize {
        if let Some(at) = self.rules.iter().position(|(id, _)| id == entry.claim) {
            return at;
        }
        let rule = report.rules.claims.get(entry.rule);
        let severity = rule.map_or(Severity::Error, |r| r.severity(Verdict::Conflict));
        let question = text(&wording::line(entry.question));
        let pack = rule
            .and_then(|r| report.rules.packs.get(r.pack))
            .map_or("", |pack| &pack.title);
        let descriptor = json!({
            "id": entry.claim,
            "shortDescription": {"text": sentence(&question)},
            "fullDescription": {"text": sentence(&format!("{question} ({})", text(&wording::line(pack))))},
            "help": {"text": format!("What the articles answer to this question is compared. 'twosource extract' shows what was read in each of them; the rule is '{}'.", text(&wording::line(entry.claim)))},
            "defaultConfiguration": {"level": level(severity)},
        });
        self.rules.push((entry.claim.to_owned(), descriptor));
        self.rules.len() - 1
    }

    fn result(
        &mut self,
        report: &Report<'_>,
        entry: &Entry<'_>,
        artifacts: &[usize],
    ) -> Option<Json> {
        let (first, others) = entry.sides.split_first()?;
        let passes = matches!(entry.verdict, Verdict::Agree | Verdict::Compatible);
        let related: Vec<Json> = others
            .iter()
            .enumerate()
            .map(|(at, side)| {
                let mut location = location(side, artifacts);
                location["id"] = (at + 1).into();
                location
            })
            .collect();
        let suppressions: Vec<Json> = entry
            .accepted
            .map(|reason| json!({"kind": "external", "status": "accepted", "justification": text(&wording::line(reason))}))
            .into_iter()
            .collect();
        Some(json!({
            "ruleId": entry.claim,
            "ruleIndex": self.rule(report, entry),
            "kind": if passes { "pass" } else { "fail" },
            "level": if passes { "none" } else { level(entry.severity) },
            "message": {"text": message(entry, first, others)},
            "locations": [location(first, artifacts)],
            "relatedLocations": related,
            "partialFingerprints": {"twosourceFinding/v1": entry.fingerprint},
            "suppressions": suppressions,
            "properties": {"group": report.id, "verdict": entry.verdict.label(), "reason": entry.reason},
        }))
    }
}

/// `Who led it? A says "Ann Lee", [article B](1) says "Bo Poe": two names (conflict).`
fn message(entry: &Entry<'_>, first: &EntrySide<'_>, others: &[EntrySide<'_>]) -> String {
    let mut message = format!("{} ", text(&entry.title()));
    let article = if entry.verdict == Verdict::OnlyInOne {
        "Only article"
    } else {
        "Article"
    };
    let _ = write!(message, "{article} {} says {}", first.letter(), said(first));
    for (at, side) in others.iter().enumerate() {
        let elsewhere = if side.article == first.article {
            " elsewhere"
        } else {
            ""
        };
        let letter = side.letter();
        let _ = write!(
            message,
            ", [article {letter}{elsewhere}]({}) says {}",
            at + 1,
            said(side)
        );
    }
    if !entry.why.is_empty() {
        let _ = write!(message, ": {}", text(&wording::line(entry.why)));
    }
    let _ = write!(message, " ({}).", entry.verdict_and_reason());
    message
}

fn said(side: &EntrySide<'_>) -> String {
    let note = side.note();
    let note = if note.is_empty() {
        note
    } else {
        format!(" ({})", text(&note))
    };
    format!("\"{}\"{note}", text(&wording::line(&side.value)))
}

/// A place. What was taken out of its file is no region of it, so the file's first line stands for it; a headline that came
/// apart is named.
fn location(side: &EntrySide<'_>, artifacts: &[usize]) -> Json {
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": {"uri": uri(side.file), "index": artifacts.get(side.article)},
            "region": {
                "startLine": side.from.line, "startColumn": side.from.column,
                "endLine": side.to.line, "endColumn": side.to.column,
            },
        },
        "message": {"text": text(&format!("{} says: {}", side.letter(), wording::line(side.quote)))},
    });
    if !side.in_file {
        location["physicalLocation"]["region"] = json!({"startLine": 1});
    }
    if side.span.part == Part::Title {
        location["logicalLocations"] = json!([{"name": "title", "kind": "element"}]);
    }
    location
}

/// The run itself: what could not be checked is of the tool's execution, the baseline of its configuration.
fn invocation(notices: &[Notice]) -> Json {
    let (unchecked, baseline): (Vec<_>, Vec<_>) = notices.iter().partition(|n| n.kind == UNCHECKED);
    let rows = |notices: Vec<&Notice>| notices.into_iter().map(notification).collect::<Vec<_>>();
    json!({
        "executionSuccessful": !notices.iter().any(Notice::is_unchecked),
        "toolExecutionNotifications": rows(unchecked),
        "toolConfigurationNotifications": rows(baseline),
    })
}

fn notification(notice: &Notice) -> Json {
    let mut place = json!({"artifactLocation": {"uri": uri(&notice.file)}});
    if let Some((line, column)) = notice.place {
        place["region"] = json!({"startLine": line, "startColumn": column});
    }
    json!({
        "descriptor": {"id": notice.kind},
        "level": level(notice.severity),
        "message": {"text": sentence(&text(&wording::line(&notice.message)))},
        "locations": [{"physicalLocation": place}],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Off => "none",
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// Untrusted text in a message: brackets would make a link, braces a placeholder.
fn text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in sanitise(text).chars() {
        match c {
            '\\' | '[' | ']' => safe.extend(['\\', c]),
            '{' | '}' => safe.extend([c, c]),
            _ => safe.push(c),
        }
    }
    safe
}

/// `text` with a full stop, unless it ends a sentence already.
fn sentence(text: &str) -> String {
    format!("{}.", text.trim_end_matches('.'))
}

/// A path or name as a relative reference, or `file:` where it is absolute. Everything but unreserved characters is
/// percent-encoded, so that no name can pass for a scheme, a query or another host.
fn uri(path: &str) -> String {
    let path = if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.to_owned()
    };
    let path = path.strip_prefix("./").unwrap_or(&path);
    let drive = path.as_bytes().get(1) == Some(&b':') && cfg!(windows);
    let mut uri = match path.strip_prefix('/') {
        Some(_) => "file://".to_owned(),
        None if drive => "file:///".to_owned(),
        None => String::new(),
    };
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) || (drive && byte == b':') {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    if uri.is_empty() {
        uri.push_str("unnamed");
    }
    uri
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_references() {
        assert_eq!(uri("./seeds/a b.txt"), "seeds/a%20b.txt");
        assert_eq!(uri("https://x?y#z"), "https%3A//x%3Fy%23z");
        assert_eq!(uri("/tmp/é"), "file:///tmp/%C3%A9");
        assert_eq!(uri(""), "unnamed");
    }

    #[test]
    fn text_makes_no_link_and_no_placeholder() {
        assert_eq!(text("[a](1) {0} \\"), "\\[a\\](1) {{0}} \\\\");
    }
}
