//! The sides of a discrepancy one above the other, for narrow terminals and more than two articles.

use super::line::Line;
use super::paint::Paint;
use super::passage::passages;
use super::{TextPage, block, value};
use crate::finding::Side;
use crate::report::together::Joined;

/// Adds values, sentences and reason.
pub(super) fn render(page: &TextPage<'_>, joined: &Joined<'_>, out: &mut Vec<Line>) {
    for side in &joined.sides {
        head(page, *side, out);
    }
    let gutter = page.gutter();
    out.push(bar(page, "╷"));
    for (at, passage) in passages(page, &joined.sides).iter().enumerate() {
        if at > 0 {
            out.push(bar(page, "┆"));
        }
        let mut first = true;
        for sentence in &passage.sentences {
            let flow = sentence.flow(page, passage.article);
            for text in flow.underlined(page.width.saturating_sub(gutter)) {
                let mut line = Line::indented(2);
                if std::mem::take(&mut first) {
                    line.push(
                        &value::letter(passage.article),
                        Paint::Article(passage.article),
                    );
                }
                line.pad(gutter - 2).push("│ ", Paint::Faint).append(&text);
                out.push(line);
            }
        }
    }
    let mut end = bar(page, "╰");
    end.push(" ", Paint::Plain);
    block::why(page, joined.finding).hang(end, gutter, page.width, out);
    out.push(block::hint(joined.finding, gutter));
}

/// A line with nothing but a piece of the frame.
fn bar(page: &TextPage<'_>, piece: &str) -> Line {
    let mut line = Line::indented(page.gutter() - 2);
    line.push(piece, Paint::Faint);
    line
}

/// `A  Human Rights Council                    a.txt:7:20`
fn head(page: &TextPage<'_>, side: Side, out: &mut Vec<Line>) {
    let article = side.member.article;
    let indent = 2 + page.letters + 2;
    let mut line = Line::indented(2);
    line.push(&value::letter(article), Paint::Article(article))
        .pad(indent);
    let place = value::place(page, side);
    value::attributed(page, side).hang_with_place(line, indent, page.width, &place, out);
}
