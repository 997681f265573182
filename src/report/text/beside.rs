//! The sides of a discrepancy next to each other, for wide terminals.

use super::line::Line;
use super::paint::Paint;
use super::passage::passages;
use super::wrap::Flow;
use super::{TextPage, block, value};
use crate::finding::Side;
use crate::report::together::Joined;

/// Which sides go left and which right: two articles, or two claims of one. `None` if they do not make two columns.
pub(super) fn columns(page: &TextPage<'_>, joined: &Joined<'_>) -> Option<(Vec<Side>, Vec<Side>)> {
    if !page.side_by_side {
        return None;
    }
    let sides = &joined.sides;
    let mut groups: Vec<Vec<Side>> = sides
        .chunk_by(|a, b| a.member.article == b.member.article)
        .map(<[Side]>::to_vec)
        .collect();
    if let ([one], 2) = (groups.as_slice(), sides.len()) {
        groups = one.iter().map(|side| vec![*side]).collect();
    }
    match groups.as_slice() {
        [left, right] => Some((left.clone(), right.clone())),
        _ => None,
    }
}

/// Adds both columns and the reason.
pub(super) fn render(
    page: &TextPage<'_>,
    joined: &Joined<'_>,
    left: &[Side],
    right: &[Side],
    out: &mut Vec<Line>,
) {
    // Two columns of indent, one for the frame between.
    let inner = page.width.saturating_sub(3);
    let widths = (inner / 2, inner - inner / 2);
    // A space before the frame, and one after it.
    let (mut a, mut b) = (
        Column::new(page, left, widths.0 - 1),
        Column::new(page, right, widths.1 - 1),
    );
    let height = a.head.len().max(b.head.len());
    for column in [&mut a, &mut b] {
        column.head.resize(height + 1, Line::new());
        column.head.append(&mut column.body);
    }
    rule(widths, "┬", out);
    for row in 0..a.head.len().max(b.head.len()) {
        let mut line = Line::indented(2);
        if let Some(text) = a.head.get(row) {
            line.append(text);
        }
        line.pad(2 + widths.0).push("│ ", Paint::Faint);
        if let Some(text) = b.head.get(row) {
            line.append(text);
        }
        out.push(line);
    }
    rule(widths, "┴", out);
    block::why(page, joined.finding).hang(Line::indented(2), 7, page.width, out);
    out.push(block::hint(joined.finding, 2));
}

fn rule(widths: (usize, usize), joint: &str, out: &mut Vec<Line>) {
    let mut line = Line::indented(2);
    line.push(&"─".repeat(widths.0), Paint::Faint)
        .push(joint, Paint::Faint)
        .push(&"─".repeat(widths.1), Paint::Faint);
    out.push(line);
}

/// One article's column.
struct Column {
    /// Letters, values and places.
    head: Vec<Line>,
    /// The sentences.
    body: Vec<Line>,
}

impl Column {
    fn new(page: &TextPage<'_>, sides: &[Side], width: usize) -> Self {
        let indent = page.letters + 2;
        let mut column = Column {
            head: Vec::new(),
            body: Vec::new(),
        };
        for side in sides {
            let article = side.member.article;
            let mut line = Line::new();
            line.push(&value::letter(article), Paint::Article(article))
                .pad(indent);
            let shown = value::attributed(page, *side);
            shown.hang(line, indent, width, &mut column.head);
            let place = Flow::of(&value::place(page, *side), Paint::Faint);
            place.hang(Line::indented(indent), indent, width, &mut column.head);
        }
        for (at, passage) in passages(page, sides).iter().enumerate() {
            if at > 0 {
                let mut line = Line::indented(indent);
                line.push("┆", Paint::Faint);
                column.body.push(line);
            }
            for sentence in &passage.sentences {
                let flow = sentence.flow(page, passage.article);
                for text in flow.underlined(width.saturating_sub(indent)) {
                    let mut line = Line::indented(indent);
                    line.append(&text);
                    column.body.push(line);
                }
            }
        }
        column
    }
}
