//! Annotations for GitHub Actions: a line each alarm, at the place in the first article, with both sentences below.
//!
//! The runner reads a command off every line that begins with `::`, so no text and no file name may begin one.

use super::entry::{Entry, entries};
use super::{Notice, Report, Show, wording};
use crate::rule::Severity;
use crate::text::{is_unsafe, spelled};
use std::fmt::Write;

/// Renders the alarms that nobody accepted, and what stands in one article only where it is asked for.
pub(super) fn render(reports: &[Report<'_>], notices: &[Notice], show: Show) -> String {
    let show = Show {
        agreements: false,
        ..show
    };
    let mut lines = String::new();
    for report in reports {
        for entry in entries(report, show) {
            if entry.accepted.is_none() {
                annotate(&entry, &mut lines);
            }
        }
    }
    for notice in notices {
        remark(notice, &mut lines);
    }
    lines
}

fn annotate(entry: &Entry<'_>, lines: &mut String) {
    let Some(side) = entry.sides.first() else {
        return;
    };
    let command = command(entry.severity);
    let _ = write!(lines, "::{command} file={}", property(path(side.file)));
    if side.in_file {
        let _ = write!(
            lines,
            ",line={},endLine={},col={}",
            side.from.line, side.to.line, side.from.column
        );
        // The runner refuses columns of a range of several lines.
        if side.from.line == side.to.line {
            let _ = write!(lines, ",endColumn={}", side.to.column);
        }
    } else {
        lines.push_str(",line=1");
    }
    let title = format!(
        "{}[{}] {}",
        entry.verdict.label(),
        wording::line(entry.claim),
        entry.title()
    );
    let mut message = entry.values();
    if !entry.why.is_empty() {
        let _ = write!(message, ": {}", wording::line(entry.why));
    }
    for side in &entry.sides {
        let _ = write!(message, "\n  {} {}", side.letter(), side.quoted());
    }
    let _ = write!(message, "\n  {}", entry.fingerprint);
    let _ = writeln!(lines, ",title={}::{}", property(&title), data(&message));
}

/// What the run has to say beside its findings.
fn remark(notice: &Notice, lines: &mut String) {
    let command = command(notice.severity);
    let _ = write!(lines, "::{command} file={}", property(path(&notice.file)));
    if let Some((line, column)) = notice.place {
        let _ = write!(lines, ",line={line},col={column}");
    }
    let message = wording::line(&notice.message);
    let _ = writeln!(lines, ",title={}::{}", notice.kind, data(&message));
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note | Severity::Off => "notice",
    }
}

/// A path as the runner knows it.
fn path(file: &str) -> &str {
    file.strip_prefix("./").unwrap_or(file)
}

/// Text after `::`.
fn data(text: &str) -> String {
    escape(text, &['%', '\r', '\n', '\t'])
}

/// The value of a property.
fn property(text: &str) -> String {
    escape(text, &['%', '\r', '\n', '\t', ':', ','])
}

fn escape(text: &str, special: &[char]) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if special.contains(&c) {
            let _ = write!(safe, "%{:02X}", c as u32);
        } else if is_unsafe(c) {
            safe.push_str(&spelled(c));
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_begins_a_line() {
        assert_eq!(
            property("a\n::error::x,y%0A"),
            "a%0A%3A%3Aerror%3A%3Ax%2Cy%250A"
        );
        assert_eq!(data("50%\r\n::stop\u{1b}"), "50%25%0D%0A::stop<U+001B>");
    }
}
