//! A Markdown summary, for a job page or a pull request: alarms as a table and with their sentences, the rest folded away.
//!
//! Text of articles may hold anything that Markdown reads; [`text`] leaves it words alone.

use super::entry::{Entry, EntrySide, entries, read, silent};
use super::together::together;
use super::{Notice, ORDER, Report, Show, wording};
use crate::compare::Verdict;
use std::fmt::Write;

/// Renders a section a group; what stands in one article only is listed where it is asked for.
pub(super) fn render(reports: &[Report<'_>], notices: &[Notice], show: Show) -> String {
    let show = Show {
        agreements: true,
        ..show
    };
    let mut out = String::new();
    remarks(notices, &mut out);
    for report in reports {
        if !out.is_empty() {
            out.push('\n');
        }
        section(report, show, &mut out);
    }
    out
}

/// What the run has to say beside its findings.
fn remarks(notices: &[Notice], out: &mut String) {
    for notice in notices {
        let place = notice
            .place
            .map_or(String::new(), |(line, column)| format!(":{line}:{column}"));
        let _ = writeln!(
            out,
            "- **{}** {}: {} ({}{place})",
            notice.severity.label(),
            text(notice.kind),
            text(&notice.message),
            name(&notice.file)
        );
    }
}

fn section(report: &Report<'_>, show: Show, out: &mut String) {
    let entries = entries(report, show);
    let (accepted, rest): (Vec<_>, Vec<_>) = entries.iter().partition(|e| e.accepted.is_some());
    let of = |wanted: &[Verdict]| -> Vec<&Entry<'_>> {
        let found = rest.iter();
        let found = found.filter(|e| wanted.contains(&e.verdict) && !e.is_alarm());
        found.copied().collect()
    };
    let alarms: Vec<&Entry<'_>> = rest.iter().filter(|e| e.is_alarm()).copied().collect();
    let _ = writeln!(out, "## {}: {}\n", text(report.id), counts(report));
    if !alarms.is_empty() {
        table(report, &alarms, out);
        out.push('\n');
        folded("The sentences", out, |out| sentences(&alarms, out));
    }
    for (title, listed) in [
        ("accepted", accepted),
        ("compatible", of(&[Verdict::Compatible])),
        ("agree", of(&[Verdict::Agree])),
        ("in one article only", of(&[Verdict::OnlyInOne])),
    ] {
        if !listed.is_empty() {
            let title = format!("{} {title}", listed.len());
            folded(&title, out, |out| table(report, &listed, out));
        }
    }
    articles(report, out);
}

/// `1 conflict, 0 inconsistent, …`: every verdict, so that a clean result says what was looked at.
fn counts(report: &Report<'_>) -> String {
    let told = together(report, |_| true);
    let (accepted, open): (Vec<_>, Vec<_>) = told
        .iter()
        .map(|joined| joined.finding)
        .partition(|f| report.suppressed.contains_key(&f.fingerprint));
    let mut counted: Vec<String> = ORDER
        .into_iter()
        .map(|verdict| {
            let count = open.iter().filter(|f| f.verdict == verdict).count();
            match verdict {
                Verdict::Conflict => wording::plural(count, "conflict"),
                _ => format!("{count} {}", verdict.label()),
            }
        })
        .collect();
    if !accepted.is_empty() {
        counted.push(format!("{} accepted", accepted.len()));
    }
    counted.join(", ")
}

/// A row a finding, a column an article.
fn table(report: &Report<'_>, entries: &[&Entry<'_>], out: &mut String) {
    out.push_str("| Verdict | Question |");
    for (article, account) in report.accounts.iter().enumerate() {
        let name = name(&account.document.source.id);
        let _ = write!(out, " {}: {name} |", wording::letter(article));
    }
    out.push_str(" Why |\n|---|---|");
    out.push_str(&"---|".repeat(report.accounts.len() + 1));
    out.push('\n');
    for entry in entries {
        let verdict = if entry.is_alarm() {
            let verdict = entry.verdict_and_reason();
            format!("**{verdict}** ({})", entry.severity.label())
        } else {
            entry.verdict_and_reason()
        };
        let _ = write!(
            out,
            "| {verdict} | {}<br>{} |",
            text(&entry.title()),
            text(entry.claim)
        );
        for article in 0..report.accounts.len() {
            let told = entry.sides.iter().filter(|side| side.article == article);
            let cell: Vec<String> = told.map(value).collect();
            let _ = write!(out, " {} |", cell.join("<br>"));
        }
        let mut why = text(entry.why);
        if let Some(reason) = entry.accepted {
            let _ = write!(why, " Accepted: {}", text(reason));
        }
        let _ = writeln!(out, " {} |", why.trim());
    }
}

/// `about 100 diplomats (says police) 3:17`
fn value(side: &EntrySide<'_>) -> String {
    let note = side.note();
    let note = if note.is_empty() {
        note
    } else {
        format!(" ({})", text(&note))
    };
    format!(
        "{}{note} <sub>{}</sub>",
        text(&side.value),
        side.place_within()
    )
}

fn sentences(entries: &[&Entry<'_>], out: &mut String) {
    for entry in entries {
        let _ = writeln!(
            out,
            "- **{}** {} ({})",
            entry.verdict.label(),
            text(&entry.title()),
            entry.fingerprint
        );
        for side in &entry.sides {
            let (before, marked, after) = side.quote_parts();
            let _ = writeln!(
                out,
                "  - **{}** {}: {}<b>{}</b>{}",
                side.letter(),
                text(&side.place()),
                kept(before),
                kept(marked),
                kept(after)
            );
        }
    }
}

fn articles(report: &Report<'_>, out: &mut String) {
    for (article, account) in report.accounts.iter().enumerate() {
        let published = account
            .published
            .map_or(String::new(), |day| format!(", published {day}"));
        let _ = writeln!(
            out,
            "- {}: {}, {}{published}",
            wording::letter(article),
            name(&account.document.source.id),
            read(account)
        );
    }
    let _ = writeln!(out, "- same event: {}", report.alignment.same_event.label());
    for file in silent(report) {
        let _ = writeln!(
            out,
            "- **no claim of any rule was found in {}**",
            name(file)
        );
    }
}

fn folded(title: &str, out: &mut String, body: impl Fn(&mut String)) {
    // The empty lines make what is inside be read as Markdown again.
    let _ = writeln!(out, "<details><summary>{title}</summary>\n");
    body(out);
    out.push_str("\n</details>\n\n");
}

fn name(id: &str) -> String {
    text(&wording::name(id))
}

/// Untrusted text as words on one line.
fn text(text: &str) -> String {
    escape(&wording::line(text))
}

/// A piece of a sentence: as [`text`], with the blanks at its ends.
fn kept(piece: &str) -> String {
    let blank = |c: Option<char>| {
        if c.is_some_and(char::is_whitespace) {
            " "
        } else {
            ""
        }
    };
    let words = text(piece);
    if words.is_empty() {
        return blank(piece.chars().next()).to_owned();
    }
    let (before, after) = (
        blank(piece.chars().next()),
        blank(piece.chars().next_back()),
    );
    format!("{before}{words}{after}")
}

/// A backslash before whatever Markdown could read; `@` and `#` apart from what follows, which would notify people or
/// link to issues even when escaped.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '@' | '#' => safe.extend(["<span>", c.encode_utf8(&mut [0; 4]), "</span>"]),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '~' | '$' => {
                safe.extend(['\\', c]);
            }
            // Else an address would become a link.
            ':' if chars.peek() == Some(&'/') => safe.push_str("\\:"),
            _ => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_words() {
        assert_eq!(
            text("a|b <b>*c*</b>\n@d [e](f)"),
            "a\\|b &lt;b&gt;\\*c\\*&lt;/b&gt; <span>@</span>d \\[e\\](f)"
        );
        assert_eq!(kept(" a "), " a ");
    }
}
