//! How lines of Markdown begin: items of lists, headings, quotations, and which lines are code by their indentation.

use super::Line;

/// The item of a list that a line may stand in.
#[derive(Debug, Default)]
pub(super) struct List {
    /// The column where its text begins.
    pub(super) column: Option<usize>,
}

impl List {
    /// Whether a line is code by its indentation: four columns more than the text around it, after an empty line or code.
    pub(super) fn is_code(&self, line: &str, after_blank: bool) -> bool {
        let least = self.column.unwrap_or(0) + 4;
        after_blank && !line.trim().is_empty() && column_of(line) >= least
    }

    /// Goes on with a line of prose.
    pub(super) fn read(&mut self, opening: &Opening, after_blank: bool) {
        match opening.item {
            Some(column) => self.column = Some(column),
            // After an empty line, what is not indented is no part of the item.
            None if after_blank && self.column.is_some_and(|c| opening.column < c.min(2)) => {
                self.column = None;
            }
            None => {}
        }
    }
}

/// Columns of white space before a line's text; a tab goes to the next multiple of four.
fn column_of(line: &str) -> usize {
    let blanks = line.chars().take_while(|c| matches!(c, ' ' | '\t'));
    blanks.fold(0, |column, c| {
        if c == '\t' {
            column / 4 * 4 + 4
        } else {
            column + 1
        }
    })
}

/// How a line of prose begins.
pub(super) struct Opening {
    pub(super) kind: Line,
    /// Bytes before its text.
    pub(super) length: usize,
    /// Columns of white space before it.
    pub(super) column: usize,
    /// The column of its text, if it begins an item of a list.
    pub(super) item: Option<usize>,
    pub(super) is_quoted: bool,
}

impl Opening {
    /// Reads how `line` begins, after what stands in `list`.
    pub(super) fn of(line: &str, list: &List) -> Self {
        let bare = line.trim_start_matches([' ', '>', '\t']);
        let length = line.len() - bare.len();
        let is_quoted = line.get(..length).is_some_and(|head| head.contains('>'));
        let column = column_of(line);
        let heading = bare.len() - bare.trim_start_matches('#').len();
        if (1..=6).contains(&heading)
            && bare
                .get(heading..)
                .is_some_and(|rest| rest.starts_with([' ', '\t']))
        {
            return Opening {
                kind: Line::Head,
                length: length + heading,
                column,
                item: None,
                is_quoted,
            };
        }
        let mark = mark_of(bare, list.column.is_some());
        Opening {
            kind: if mark > 0 { Line::Opens } else { Line::Goes },
            length: length + mark,
            column,
            item: (mark > 0).then_some(column + mark),
            is_quoted,
        }
    }
}

/// The length of what opens an item of a list: `- `, `* `, `+ `, `- [x] `, `12. `. Only a 1 begins a list of numbers, so
/// that a line of prose may begin with "2031. ".
fn mark_of(line: &str, in_list: bool) -> usize {
    for mark in ["- [ ] ", "- [x] ", "- ", "* ", "+ "] {
        if line.starts_with(mark) {
            return mark.len();
        }
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = line.split_at_checked(digits).unwrap_or((line, ""));
    let ends = rest.starts_with(". ") || rest.starts_with(") ");
    let counts = number == "1" || (in_list && (1..=3).contains(&digits));
    if ends && counts { digits + 2 } else { 0 }
}
