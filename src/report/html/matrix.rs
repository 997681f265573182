//! More than two articles at a glance: a row a question, a column an article, who agrees with whom, who stands alone.

use super::escape::text;
use super::{Group, kind};
use crate::compare::Verdict;
use crate::report::matrix::{Cell, Row, Stand, outliers, rows};
use crate::report::wording;
use std::fmt::Write;

pub(super) fn render(group: &Group<'_>, page: &mut String) {
    let articles = group.report.accounts.len();
    let rows = rows(&group.entries, articles);
    if rows.is_empty() {
        return;
    }
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
        let at = row.entries.first().copied().unwrap_or(0);
        let Some(first) = group.entries.get(at) else {
            continue;
        };
        let _ = write!(
            page,
            "<tr data-v=\"{}\"><th scope=\"row\"><a class=\"to\" href=\"#{}\">{}</a> <small class=\"camps\">{}</small></th>",
            kind(first),
            group.card(at),
            text(&first.title()),
            row.camps()
        );
        for cell in &row.cells {
            let _ = write!(page, "<td>{}</td>", self::cell(group, cell));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody></table></div>\n");
    alone(&rows, page);
    page.push_str("</details>\n");
}

/// The values that an article gives, each once, coloured where the article stands against others.
fn cell(group: &Group<'_>, cell: &Cell) -> String {
    let verdict = match cell.stand {
        Stand::Silent | Stand::Fits => None,
        Stand::Unclear => Some(Verdict::Unclear),
        Stand::Inconsistent => Some(Verdict::Inconsistent),
        Stand::Disputed | Stand::Outlier => Some(Verdict::Conflict),
    };
    let colour = verdict.map_or(String::new(), |v| format!(" data-v=\"{}\"", v.label()));
    let values = cell.values.iter().map(|said| {
        format!(
            "<a class=\"to\"{colour} href=\"#{}\" data-card=\"{}\">{}</a>",
            group.side(said.entry, said.side),
            group.card(said.entry),
            text(&said.value)
        )
    });
    let values: Vec<String> = values.collect();
    let (sign, meaning) = cell.stand.sign();
    match cell.stand {
        Stand::Silent => "<span class=\"silent\">silent</span>".to_owned(),
        Stand::Fits => values.join(" "),
        _ => format!("{} <small>{sign} {meaning}</small>", values.join(" ")),
    }
}

/// Who stands alone, and how often.
fn alone(rows: &[Row], page: &mut String) {
    let outliers = outliers(rows).into_iter().map(|(article, count)| {
        format!(
            "<span class=\"letter\">{}</span> stands alone on {}",
            wording::letter(article),
            wording::plural(count, "question")
        )
    });
    let outliers: Vec<String> = outliers.collect();
    if !outliers.is_empty() {
        let _ = writeln!(page, "<p class=\"looked\">{}</p>", outliers.join(", "));
    }
}
