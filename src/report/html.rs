//! One page for a browser: the articles side by side, every claim marked and tied to its finding.
//!
//! The page is one file that loads nothing: its policy allows the one script and the one style sheet inside, by their hashes.
//! It reads without the script too; the script adds scrolling both sides, filters and keys.

mod article;
mod card;
mod escape;
mod matrix;
mod notices;

use super::entry::{Entry, entries, read, silent};
use super::{Notice, ORDER, Report, Show, wording};
use crate::align::SameEvent;
use crate::compare::Verdict;
use escape::text;
use sha2::{Digest, Sha256};
use std::fmt::Write;

const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

/// Renders all groups on one page. It holds every finding, whatever is asked for: its filters hide them.
pub(super) fn render(reports: &[Report<'_>], notices: &[Notice], _: Show) -> String {
    let groups: Vec<Group<'_>> = reports
        .iter()
        .enumerate()
        .map(|(number, report)| Group {
            number,
            report,
            entries: entries(report, Show::ALL),
        })
        .collect();
    let mut page = String::new();
    let title = match groups.as_slice() {
        [one] => one.title(),
        many => format!("{} groups of articles", many.len()),
    };
    head(&title, &mut page);
    banner(&title, &groups, &mut page);
    page.push_str("<main>\n");
    notices::render(notices, &mut page);
    for group in &groups {
        section(group, groups.len() > 1, &mut page);
    }
    let _ = write!(
        page,
        "</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n"
    );
    page
}

/// A comparison on the page.
struct Group<'r> {
    number: usize,
    report: &'r Report<'r>,
    entries: Vec<Entry<'r>>,
}

impl Group<'_> {
    /// The id of a finding's card.
    fn card(&self, entry: usize) -> String {
        format!("g{}f{}", self.number, entry + 1)
    }

    /// The id of the words of one of its sides.
    fn side(&self, entry: usize, side: usize) -> String {
        format!("{}s{}", self.card(entry), side + 1)
    }

    /// `2 conflicts`, `no conflict`: the alarms.
    fn title(&self) -> String {
        let count = |verdict| {
            let found = self.entries.iter().filter(|e| e.is_alarm());
            found.filter(|e| e.verdict == verdict).count()
        };
        let conflicts = match count(Verdict::Conflict) {
            0 => "no conflict".to_owned(),
            some => wording::plural(some, "conflict"),
        };
        let others = [Verdict::Inconsistent, Verdict::Unclear].map(|v| (v, count(v)));
        let others = others
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(verdict, count)| format!(", {count} {}", verdict.label()));
        others.fold(conflicts, |title, other| title + &other)
    }
}

/// What a finding is filtered and coloured by.
fn kind(entry: &Entry<'_>) -> &'static str {
    if entry.accepted.is_some() {
        "accepted"
    } else {
        entry.verdict.label()
    }
}

fn head(title: &str, page: &mut String) {
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{}'; style-src '{}'; img-src data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<title>{} · twosource</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        hash(SCRIPT),
        hash(STYLE),
        text(title),
    );
}

fn banner(title: &str, groups: &[Group<'_>], page: &mut String) {
    let _ = write!(page, "<header>\n<h1>{}</h1>\n", text(title));
    if groups.len() > 1 {
        page.push_str("<label class=\"groups\">Group <select>");
        for group in groups {
            let _ = write!(
                page,
                "<option value=\"{}\">{}: {}</option>",
                group.number,
                text(&wording::line(group.report.id)),
                text(&group.title())
            );
        }
        page.push_str("</select></label>\n");
    }
    page.push_str("<fieldset class=\"filter\"><legend>Show</legend>\n");
    for kind in ORDER.map(Verdict::label).into_iter().chain(["accepted"]) {
        let entries = groups.iter().flat_map(|group| &group.entries);
        let count = entries.filter(|e| self::kind(e) == kind).count();
        // Silence is no discrepancy; it is a click away.
        let checked = if kind == Verdict::OnlyInOne.label() {
            ""
        } else {
            " checked"
        };
        if count > 0 {
            let _ = writeln!(
                page,
                "<label data-v=\"{kind}\"><input type=\"checkbox\" value=\"{kind}\"{checked}> {kind} <b>{count}</b></label>"
            );
        }
    }
    page.push_str(
        "</fieldset>\n<button type=\"button\" class=\"theme\">Light or dark</button>\n</header>\n",
    );
}

fn section(group: &Group<'_>, named: bool, page: &mut String) {
    let report = group.report;
    let _ = writeln!(
        page,
        "<section class=\"group\" id=\"g{}\">\n<div class=\"findings\">",
        group.number
    );
    if named {
        let _ = writeln!(page, "<h2>{}</h2>", text(&wording::line(report.id)));
    } else {
        page.push_str("<h2>Findings</h2>\n");
    }
    looked_at(report, page);
    if report.accounts.len() > 2 {
        matrix::render(group, page);
    }
    page.push_str("<ol class=\"cards\">\n");
    for (at, entry) in group.entries.iter().enumerate() {
        card::render(group, at, entry, page);
    }
    page.push_str("</ol>\n<p class=\"keys\"><kbd>↑</kbd> <kbd>↓</kbd> in the list: next finding · <kbd>Esc</kbd>: none</p>\n</div>\n<div class=\"articles\">\n");
    for number in 0..report.accounts.len() {
        article::render(group, number, page);
    }
    page.push_str("</div>\n</section>\n");
}

/// What was looked at: a clean page must say so.
fn looked_at(report: &Report<'_>, page: &mut String) {
    let _ = write!(page, "<p class=\"looked\">");
    for (number, account) in report.accounts.iter().enumerate() {
        let _ = write!(page, "{}: {}. ", wording::letter(number), read(account));
    }
    let same = match report.alignment.same_event {
        SameEvent::No => {
            "<strong>These articles do not seem to report one event, so a difference between them may be none.</strong>"
                .to_owned()
        }
        other => format!("Same event: {}.", other.label()),
    };
    let _ = writeln!(page, "{same}</p>");
    for file in silent(report) {
        let _ = writeln!(
            page,
            "<p class=\"looked\"><strong>No claim of any rule was found in {}.</strong></p>",
            text(&wording::name(file))
        );
    }
}

/// A hash as content security policies write it.
fn hash(content: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(content.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = DIGITS.get((bits >> (18 - 6 * place)) as usize & 63);
            let padding = place > chunk.len();
            out.push(digit.filter(|_| !padding).map_or('=', |d| char::from(*d)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_padded() {
        assert_eq!(base64(b""), "");
        assert_eq!(base64(b"f"), "Zg==");
        assert_eq!(base64(b"fo"), "Zm8=");
        assert_eq!(base64(b"foobar"), "Zm9vYmFy");
    }
}
