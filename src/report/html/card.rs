//! A finding on the page: what each article says, with its sentence and the way there.

use super::escape::text;
use super::{Group, kind};
use crate::report::entry::{Entry, EntrySide};
use crate::report::wording;
use std::fmt::Write;

pub(super) fn render(group: &Group<'_>, at: usize, entry: &Entry<'_>, page: &mut String) {
    let id = group.card(at);
    let kind = kind(entry);
    let number = at + 1;
    let _ = writeln!(
        page,
        "<li class=\"card\" id=\"{id}\" data-v=\"{kind}\" data-n=\"{number}\">\n<h3><a class=\"pick\" href=\"#{id}\"><span class=\"verdict\">{}</span> {}</a></h3>",
        verdict(entry),
        text(&entry.title())
    );
    page.push_str("<ul class=\"sides\">\n");
    for (side, told) in entry.sides.iter().enumerate() {
        self::side(&group.side(at, side), told, page);
    }
    page.push_str("</ul>\n");
    if !entry.why.is_empty() {
        let _ = writeln!(
            page,
            "<p class=\"why\">{}</p>",
            text(&wording::line(entry.why))
        );
    }
    if let Some(reason) = entry.accepted {
        let _ = writeln!(
            page,
            "<p class=\"why\">Accepted: {}</p>",
            text(&wording::line(reason))
        );
    }
    let _ = writeln!(
        page,
        "<p class=\"rule\">{} · {} · {}</p>\n</li>",
        text(&wording::line(entry.claim)),
        entry.severity.label(),
        entry.fingerprint
    );
}

fn verdict(entry: &Entry<'_>) -> String {
    if entry.accepted.is_some() {
        return format!("accepted {}", entry.verdict.label());
    }
    entry.verdict_and_reason()
}

fn side(anchor: &str, told: &EntrySide<'_>, page: &mut String) {
    let note = told.note();
    let note = if note.is_empty() {
        note
    } else {
        format!(" <small>{}</small>", text(&note))
    };
    let (before, marked, after) = told.quote_parts();
    let letter = told.letter();
    let place = told.place_within();
    let _ = writeln!(
        page,
        "<li><span class=\"letter\">{letter}</span> <span class=\"value\">{}</span>{note} <a class=\"place\" href=\"#{anchor}\" aria-label=\"{letter} {place}\">{place}</a>\
         <q>{}<mark>{}</mark>{}</q></li>",
        text(&wording::line(&told.value)),
        text(before),
        text(marked),
        text(after)
    );
}
