//! Text that flows: where it may be broken, how many columns it takes, and which of them are marked.

use super::line::Line;
use super::measure::{is_blank, joins, width, width_of_cell};
use super::paint::Paint;
use crate::text::{begins_command, is_unsafe, sanitise, spelled};
use std::ops::Range;

/// Painted text, safe to print, as a row of cells that lines are filled with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Flow {
    text: String,
    cells: Vec<Cell>,
}

/// What stays together: a character with the marks that combine with it, or an unsafe character spelled out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cell {
    /// Byte offset in the flow's text.
    start: usize,
    end: usize,
    width: usize,
    paint: Paint,
    /// Whether a line may be broken here.
    blank: bool,
}

/// With fewer columns than this left on a first line, the text rather begins on the next.
const SPLINTER: usize = 16;

impl Flow {
    /// No text.
    pub(super) fn new() -> Self {
        Flow::default()
    }

    /// Text of one paint.
    pub(super) fn of(text: &str, paint: Paint) -> Self {
        let mut flow = Flow::new();
        flow.push(text, paint);
        flow
    }

    /// Adds text of one paint.
    pub(super) fn push(&mut self, text: &str, paint: Paint) -> &mut Self {
        self.push_marked(text, &[], paint, paint)
    }

    /// Adds text that no line may be broken in.
    pub(super) fn push_unbroken(&mut self, text: &str, paint: Paint) -> &mut Self {
        let before = self.cells.len();
        self.push(text, paint);
        for cell in self.cells.iter_mut().skip(before) {
            cell.blank = false;
        }
        self
    }

    /// Adds text, painted `inside` where it lies in one of the byte ranges `marks` and `outside` where it does not.
    ///
    /// A run of blanks, tabs and line ends becomes one space; none stands at the beginning.
    pub(super) fn push_marked(
        &mut self,
        text: &str,
        marks: &[Range<usize>],
        outside: Paint,
        inside: Paint,
    ) -> &mut Self {
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if c == '\r' && matches!(chars.peek(), Some((_, '\n'))) {
                continue;
            }
            let marked = marks.iter().any(|mark| mark.contains(&at));
            self.add(c, if marked { inside } else { outside });
        }
        self
    }

    /// Adds another flow at the end of this one.
    pub(super) fn extend(&mut self, other: &Flow) -> &mut Self {
        let offset = self.text.len();
        self.text.push_str(&other.text);
        self.cells.extend(other.cells.iter().map(|cell| Cell {
            start: cell.start + offset,
            end: cell.end + offset,
            ..*cell
        }));
        self
    }

    /// Adds `columns` blanks, which stay together.
    pub(super) fn space(&mut self, columns: usize) -> &mut Self {
        let start = self.text.len();
        self.text.push_str(&" ".repeat(columns));
        self.cells.push(Cell {
            start,
            end: self.text.len(),
            width: columns,
            paint: Paint::Plain,
            blank: true,
        });
        self
    }

    fn add(&mut self, c: char, paint: Paint) {
        let blank = !is_unsafe(c) && is_blank(c);
        match self.cells.last_mut() {
            None if blank => return,
            Some(last) if blank && last.blank => {
                last.paint = paint;
                return;
            }
            Some(last) if !blank && !last.blank && joins(c) => {
                self.text.push(c);
                last.end = self.text.len();
                last.width = self.text.get(last.start..).map_or(0, width_of_cell);
                return;
            }
            _ => {}
        }
        let start = self.text.len();
        let written = if blank { ' ' } else { c };
        if begins_command(&self.text, written) {
            self.text.push_str(&spelled(written));
        } else {
            self.text
                .push_str(&sanitise(written.encode_utf8(&mut [0; 4])));
        }
        self.cells.push(Cell {
            start,
            end: self.text.len(),
            width: self.text.get(start..).map_or(0, width_of_cell),
            paint,
            blank,
        });
    }

    /// The columns it takes on one line.
    pub(super) fn width(&self) -> usize {
        self.cells.iter().map(|cell| cell.width).sum()
    }

    /// The flow cut down to `columns`, after a word if there are several, with `…` at the end if anything was cut.
    #[must_use]
    pub(super) fn clipped(mut self, columns: usize) -> Self {
        if self.width() <= columns {
            return self;
        }
        let mut width = 1;
        let fits = |cell: &&Cell| {
            width += cell.width;
            width <= columns
        };
        let fitting = self.cells.iter().take_while(fits).count();
        let is_blank = |at: &usize| self.cells.get(*at).is_some_and(|cell| cell.blank);
        let kept = (1..=fitting).rev().find(is_blank).unwrap_or(fitting);
        self.cells.truncate(kept);
        let paint = self.cells.last().map_or(Paint::Plain, |cell| cell.paint);
        self.text
            .truncate(self.cells.last().map_or(0, |cell| cell.end));
        self.add('…', paint);
        self
    }

    /// Lays the flow out in lines: the first has room for `first` columns, the others for `rest`.
    ///
    /// Lines end between words; a word longer than a line is broken where the line ends.
    fn rows(&self, first: usize, rest: usize) -> Vec<&[Cell]> {
        let mut rows = Vec::new();
        let mut left = self.cells.as_slice();
        while !left.is_empty() {
            let room = if rows.is_empty() { first } else { rest };
            let (row, after) = take_row(left, room.max(1));
            rows.push(row);
            left = after;
        }
        rows
    }

    /// The flow in lines of at most `columns`; below each line that has marked words, the line that marks them.
    pub(super) fn underlined(&self, columns: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        for row in self.rows(columns, columns) {
            let mut line = Line::new();
            self.fill(row, &mut line);
            lines.push(line);
            lines.extend(underline(row));
        }
        lines
    }

    /// Adds the flow to `line`, goes on in lines indented by `indent` where it is too long, and ends the last of them.
    pub(super) fn hang(&self, mut line: Line, indent: usize, columns: usize, out: &mut Vec<Line>) {
        let mut first = columns.saturating_sub(line.width());
        let rest = columns.saturating_sub(indent);
        if self.width() > first && first < SPLINTER && first < rest {
            out.push(std::mem::replace(&mut line, Line::indented(indent)));
            first = rest;
        }
        for (at, row) in self.rows(first, rest).into_iter().enumerate() {
            if at > 0 {
                out.push(std::mem::replace(&mut line, Line::indented(indent)));
            }
            self.fill(row, &mut line);
        }
        out.push(line);
    }

    /// As [`Flow::hang`], with `place` at the right edge of the last line, or of the next where there is no room.
    pub(super) fn hang_with_place(
        &self,
        line: Line,
        indent: usize,
        columns: usize,
        place: &str,
        out: &mut Vec<Line>,
    ) {
        self.hang(line, indent, columns, out);
        let start = columns.saturating_sub(width(place));
        match out.last_mut() {
            Some(last) if last.width() + 2 <= start => {
                last.pad(start).push(place, Paint::Faint);
            }
            _ => {
                let line = Line::indented(start.max(indent));
                Flow::of(place, Paint::Faint).hang(line, indent, columns, out);
            }
        }
    }

    fn fill(&self, row: &[Cell], line: &mut Line) {
        for run in row.chunk_by(|a, b| a.paint == b.paint) {
            if let (Some(first), Some(last)) = (run.first(), run.last()) {
                line.push(
                    self.text.get(first.start..last.end).unwrap_or(""),
                    first.paint,
                );
            }
        }
    }
}

/// The line of `━` below the marked cells of a row, if there are any.
fn underline(row: &[Cell]) -> Option<Line> {
    let mut line = Line::new();
    let mut column = 0;
    for cell in row {
        if let Paint::Marked(article) = cell.paint {
            line.pad(column);
            line.push(&"━".repeat(cell.width), Paint::Article(article));
        }
        column += cell.width;
    }
    (line.width() > 0).then_some(line)
}

/// Splits `cells` after what fits into `columns`: the row without the blank it ends at, and what comes after.
fn take_row(cells: &[Cell], columns: usize) -> (&[Cell], &[Cell]) {
    let mut width = 0;
    let mut fitting = 0;
    for cell in cells {
        width += cell.width;
        if width > columns {
            break;
        }
        fitting += 1;
    }
    if fitting == cells.len() {
        return (cells, &[]);
    }
    let breaks = |at: &usize| cells.get(*at).is_some_and(|cell| cell.blank);
    // A blank just past the edge is a break as well: the row is exactly full.
    match (1..=fitting).rev().find(breaks) {
        Some(at) => (
            cells.get(..at).unwrap_or(cells),
            cells.get(at + 1..).unwrap_or(&[]),
        ),
        None => cells.split_at(fitting.clamp(1, cells.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::text::measure::width_of;
    use proptest::prelude::*;

    /// The lines of `text`, wrapped at `columns`, with the words of `marked` underlined.
    #[track_caller]
    fn check(text: &str, marked: &str, columns: usize, expected: &[&str]) {
        let start = text.find(marked);
        let mark = start.map_or(0..0, |start| start..start + marked.len());
        let mut flow = Flow::new();
        flow.push_marked(text, &[mark], Paint::Plain, Paint::Marked(0));
        assert_eq!(shown(&flow, columns), expected);
    }

    fn shown(flow: &Flow, columns: usize) -> Vec<String> {
        let write = |line: Line| {
            let mut out = String::new();
            line.write(false, &mut out);
            out.trim_end_matches('\n').to_owned()
        };
        flow.underlined(columns).into_iter().map(write).collect()
    }

    #[test]
    fn marked_words_are_underlined_on_every_line() {
        check(
            "The delegates left the hall at noon.",
            "left the hall",
            20,
            &[
                "The delegates left",
                "              ━━━━",
                "the hall at noon.",
                "━━━━━━━━",
            ],
        );
    }

    #[test]
    fn line_ends_and_tabs_are_spaces() {
        check(
            "They\r\n\tleft  the\nhall.",
            "left  the",
            40,
            &["They left the hall.", "     ━━━━━━━━"],
        );
    }

    #[test]
    fn words_longer_than_a_line_are_broken() {
        check(
            "See https://example.org/story now",
            "example",
            10,
            &[
                "See",
                "https://ex",
                "        ━━",
                "ample.org/",
                "━━━━━",
                "story now",
            ],
        );
    }

    #[test]
    fn wide_and_combining_characters_keep_the_marks_in_place() {
        check("日本語 left", "left", 40, &["日本語 left", "       ━━━━"]);
        check(
            "cafe\u{301} left",
            "left",
            40,
            &["cafe\u{301} left", "     ━━━━"],
        );
    }

    #[test]
    fn what_is_spelled_out_keeps_the_marks_in_place() {
        check(
            "a\u{1b}[2Jb left",
            "left",
            40,
            &["a<U+001B>[2Jb left", "              ━━━━"],
        );
    }

    #[test]
    fn what_is_cut_ends_in_an_ellipsis() {
        let clipped = |columns| shown(&Flow::of("seven words", Paint::Plain).clipped(columns), 40);
        assert_eq!(clipped(11), ["seven words"]);
        assert_eq!(clipped(10), ["seven…"]);
        assert_eq!(clipped(6), ["seven…"]);
        assert_eq!(clipped(5), ["seve…"]);
    }

    /// What stands above `━`, without blanks.
    fn underlined(lines: &[String]) -> String {
        let mut found = String::new();
        for pair in lines.windows(2) {
            let [above, below] = pair else { continue };
            if !below.contains('━') || !below.chars().all(|c| c == '━' || c == ' ') {
                continue;
            }
            let mut column = 0;
            for c in above.chars() {
                let under = below.chars().nth(column);
                if under == Some('━') && c != ' ' {
                    found.push(c);
                }
                column += width_of(c);
            }
        }
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn exactly_the_marked_words_are_underlined(
            before in "[a-z日é\u{1b}\u{200b}\n\t ]{0,40}",
            marked in "[a-z日é\u{202e}]{1,6}([ \r\n\t]{1,3}[a-z日é]{1,12}){0,6}",
            after in "( [a-z日é\u{7f} ]{0,40})?",
            columns in 10_usize..60,
        ) {
            let text = format!("{before}{marked}{after}");
            let mut flow = Flow::new();
            let mark = before.len()..before.len() + marked.len();
            flow.push_marked(&text, &[mark], Paint::Plain, Paint::Marked(0));
            let lines = shown(&flow, columns);
            let expected: String = sanitise(&marked).split_whitespace().collect();
            prop_assert_eq!(underlined(&lines), expected);
            for line in &lines {
                prop_assert!(width(line) <= columns);
            }
        }
    }
}
