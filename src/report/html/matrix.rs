//! More than two articles at a glance: a row a question, a column an article.

use super::escape::text;
use super::{Group, kind};
use crate::report::entry::Entry;
use crate::report::wording;
use std::fmt::Write;

/// Findings of one question about one thing.
struct Row<'g, 'r> {
    first: &'g Entry<'r>,
    entries: Vec<usize>,
}

pub(super) fn render(group: &Group<'_>, page: &mut String) {
    let rows = rows(group);
    if rows.is_empty() {
        return;
    }
    let articles = group.report.accounts.len();
    page.push_str("<details class=\"matrix\" open><summary>Who says what</summary>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Who says what\"><table>\n<thead><tr><th scope=\"col\">Question</th>");
    for article in 0..articles {
        let _ = write!(
            page,
            "<th scope=\"col\"><span class=\"letter\">{}</span></th>",
            wording::letter(article)
        );
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for row in &rows {
        let first = row.entries.first().copied().unwrap_or(0);
        let _ = write!(
            page,
            "<tr data-v=\"{}\"><th scope=\"row\"><a class=\"to\" href=\"#{}\">{}</a></th>",
            kind(row.first),
            group.card(first),
            text(&row.first.title())
        );
        for article in 0..articles {
            let _ = write!(page, "<td>{}</td>", cell(group, row, article));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody></table></div></details>\n");
}

/// The questions that any finding answers, the gravest first, as the findings come.
fn rows<'g, 'r>(group: &'g Group<'r>) -> Vec<Row<'g, 'r>> {
    let mut rows: Vec<Row<'g, 'r>> = Vec::new();
    for (at, entry) in group.entries.iter().enumerate() {
        let same = |row: &&mut Row<'_, '_>| {
            row.first.rule == entry.rule
                && row.first.happening == entry.happening
                && row.first.about == entry.about
        };
        match rows.iter_mut().find(same) {
            Some(row) => row.entries.push(at),
            None => rows.push(Row {
                first: entry,
                entries: vec![at],
            }),
        }
    }
    rows
}

/// The values that an article gives, each once, coloured by the gravest finding it is in.
fn cell(group: &Group<'_>, row: &Row<'_, '_>, article: usize) -> String {
    let mut values: Vec<String> = Vec::new();
    let mut cell = String::new();
    for at in &row.entries {
        let Some(entry) = group.entries.get(*at) else {
            continue;
        };
        for (side, told) in entry.sides.iter().enumerate() {
            let value = wording::line(&told.value);
            if told.article != article || values.contains(&value) {
                continue;
            }
            let _ = write!(
                cell,
                "<a class=\"to\" data-v=\"{}\" href=\"#{}\" data-card=\"{}\">{}</a> ",
                kind(entry),
                group.side(*at, side),
                group.card(*at),
                text(&value)
            );
            values.push(value);
        }
    }
    if cell.is_empty() {
        cell.push_str("<span class=\"silent\">silent</span>");
    }
    cell.trim_end().to_owned()
}
