//! Three articles and more as a table: a row a question, a column an article, who agrees with whom, who stands alone.
//!
//! Where the articles do not fit next to each other, the table goes on below with the others.

use super::line::Line;
use super::paint::Paint;
use super::wrap::Flow;
use super::{TextPage, value};
use crate::compare::Verdict;
use crate::report::Show;
use crate::report::entry::{Entry, entries};
use crate::report::matrix::{Cell, Row, Stand, outliers, rows};
use crate::report::wording::plural;

/// Columns of a cell at least, the frame and the sign before its text counted.
const NARROWEST_CELL: usize = 14;
/// And at most.
const WIDEST_CELL: usize = 30;
/// Lines of a cell at most.
const TALLEST_CELL: usize = 3;
/// Columns of a question at most.
const WIDEST_QUESTION: usize = 32;

/// Adds the table and an empty line below it; nothing for two articles.
pub(super) fn render(page: &TextPage<'_>, out: &mut Vec<Line>) {
    let articles = page.report.accounts.len();
    if articles < 3 {
        return;
    }
    let entries = entries(page.report, Show::ALL);
    let mut rows = rows(&entries, articles);
    rows.retain(|row| row.is_compared() || page.show.only_in_one);
    if rows.is_empty() {
        return;
    }
    let table = Table::new(page, &entries, &rows);
    let all: Vec<usize> = (0..articles).collect();
    for block in all.chunks(table.articles) {
        table.head(page, block, out);
        for row in &rows {
            table.row(row, block, out);
        }
    }
    legend(page, &rows, out);
    out.push(Line::new());
}

struct Table<'e, 'r> {
    entries: &'e [Entry<'r>],
    rows: &'e [Row],
    /// Columns of the question, of a cell, and of who agrees with whom.
    question: usize,
    cell: usize,
    camps: usize,
    /// Articles next to each other.
    articles: usize,
}

impl<'e, 'r> Table<'e, 'r> {
    fn new(page: &TextPage<'_>, entries: &'e [Entry<'r>], rows: &'e [Row]) -> Self {
        let longest = |lengths: &mut dyn Iterator<Item = usize>| lengths.max().unwrap_or(0);
        let questions = &mut rows.iter().map(|row| question(entries, row, rows).width());
        let widest = WIDEST_QUESTION.min(page.width / 4);
        let question = longest(questions).clamp(11, widest.max(11));
        let camps = longest(&mut rows.iter().map(|row| row.camps().chars().count()));
        let camps = camps.min(page.width / 5);
        let left = page.width.saturating_sub(2 + question + 1 + 2 + camps);
        let fitting = (left / NARROWEST_CELL).max(1);
        let count = page.report.accounts.len();
        // Blocks of one size: of seven articles four and three rather than six and one.
        let blocks = count.div_ceil(fitting);
        let articles = count.div_ceil(blocks);
        Table {
            entries,
            rows,
            question,
            cell: (left / articles).min(WIDEST_CELL),
            camps,
            articles,
        }
    }

    fn head(&self, page: &TextPage<'_>, block: &[usize], out: &mut Vec<Line>) {
        let mut line = Line::new();
        line.push("who says what", Paint::Faint);
        let mut column = 2 + self.question + 1;
        for article in block {
            line.pad(column).push("│ ", Paint::Faint);
            let letter = value::letter(*article);
            line.push(&letter, Paint::Article(*article));
            let name = page.report.accounts.get(*article);
            let name = name.map_or(String::new(), |a| value::name(&a.document.source.id));
            let room = self.cell.saturating_sub(letter.len() + 4);
            let name = Flow::of(&tail(&name, room), Paint::Faint);
            for text in name.clipped(room).underlined(room).iter().take(1) {
                line.push(" ", Paint::Plain).append(text);
            }
            column += self.cell;
        }
        out.push(line);
    }

    fn row(&self, row: &Row, block: &[usize], out: &mut Vec<Line>) {
        let mut columns: Vec<Vec<Line>> = Vec::new();
        columns.push(question(self.entries, row, self.rows).underlined(self.question));
        for article in block {
            let cell = row.cells.get(*article);
            let room = self.cell.saturating_sub(4);
            let mut lines = cell.map_or(Vec::new(), |cell| said(cell).underlined(room));
            if lines.len() > TALLEST_CELL {
                lines.truncate(TALLEST_CELL);
                if let Some(last) = lines.last_mut() {
                    last.push("…", Paint::Faint);
                }
            }
            columns.push(lines);
        }
        let camps = Flow::of(&row.camps(), Paint::Plain).underlined(self.camps);
        let height = columns.iter().map(Vec::len).chain([camps.len()]).max();
        for at in 0..height.unwrap_or(0) {
            let mut line = Line::indented(2);
            let mut column = 2;
            for (number, lines) in columns.iter().enumerate() {
                line.pad(column);
                if number > 0 {
                    line.push("│", Paint::Faint);
                    let cell = block.get(number - 1).and_then(|a| row.cells.get(*a));
                    let stand = cell.filter(|_| at == 0).map_or(Stand::Fits, |c| c.stand);
                    line.push(stand.sign().0, paint(stand))
                        .push(" ", Paint::Plain);
                }
                if let Some(text) = lines.get(at) {
                    line.append(text);
                }
                column += if number == 0 {
                    self.question + 1
                } else {
                    self.cell
                };
            }
            if let Some(text) = camps.get(at) {
                line.pad(column).push("│ ", Paint::Faint).append(text);
            }
            out.push(line);
        }
    }
}

/// The claim's name, without its pack's where no other row ends alike, and what it is about.
fn question(entries: &[Entry<'_>], row: &Row, rows: &[Row]) -> Flow {
    let first = |row: &Row| row.entries.first().and_then(|at| entries.get(*at));
    let short = |claim: &str| claim.rsplit('.').next().unwrap_or("").to_owned();
    let mut flow = Flow::new();
    if let Some(entry) = first(row) {
        let claim = entry.claim;
        let mut claims = rows.iter().filter_map(first).map(|other| other.claim);
        let is_ambiguous = claims.any(|other| other != claim && short(other) == short(claim));
        let name = if is_ambiguous {
            claim.to_owned()
        } else {
            short(claim)
        };
        flow.push(&name, Paint::Plain);
        if !entry.about.is_empty() {
            flow.push(&format!(" {}", entry.about.join(", ")), Paint::Faint);
        }
    }
    flow
}

fn said(cell: &Cell) -> Flow {
    let mut flow = Flow::new();
    for (at, said) in cell.values.iter().enumerate() {
        if at > 0 {
            flow.push(" / ", Paint::Faint);
        }
        flow.push(&said.value, Paint::Plain);
    }
    if cell.values.is_empty() {
        flow.push("·", Paint::Faint);
    }
    flow
}

fn paint(stand: Stand) -> Paint {
    match stand {
        Stand::Silent | Stand::Fits => Paint::Plain,
        Stand::Unclear => Paint::Verdict(Verdict::Unclear),
        Stand::Inconsistent => Paint::Verdict(Verdict::Inconsistent),
        Stand::Disputed | Stand::Outlier => Paint::Verdict(Verdict::Conflict),
    }
}

/// What the signs mean that were used, and who stands alone how often.
fn legend(page: &TextPage<'_>, rows: &[Row], out: &mut Vec<Line>) {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let mut flow = Flow::new();
    for stand in [
        Stand::Outlier,
        Stand::Disputed,
        Stand::Inconsistent,
        Stand::Unclear,
    ] {
        if cells().any(|cell| cell.stand == stand) {
            let (sign, meaning) = stand.sign();
            flow.push(sign, paint(stand));
            flow.push(&format!(" {meaning} · "), Paint::Faint);
        }
    }
    flow.push("A B | C: A and B fit, C does not", Paint::Faint);
    for (article, count) in outliers(rows) {
        flow.push(" · ", Paint::Faint);
        flow.push(&value::letter(article), Paint::Article(article));
        let alone = format!(" stands alone on {}", plural(count, "question"));
        flow.push(&alone, Paint::Plain);
    }
    flow.hang(Line::indented(2), 2, page.width, out);
}

/// The end of a path, which tells more than its beginning.
fn tail(name: &str, room: usize) -> String {
    let last = name.rsplit('/').next().unwrap_or(name);
    let length = last.chars().count();
    if length <= room {
        return last.to_owned();
    }
    let kept: String = last.chars().skip(length + 1 - room.max(1)).collect();
    format!("…{kept}")
}
