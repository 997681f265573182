//! Mistakes in files that people write, with their place and what was probably meant.

use crate::error::Error;
use crate::text::LineIndex;

/// A mistake in such a file, or in a pattern, at a byte offset of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Byte offset in the text that was read.
    pub offset: usize,
    /// What is wrong and, where known, what was meant.
    pub message: String,
}

impl Problem {
    /// A problem at `offset`.
    pub fn new(offset: usize, message: impl Into<String>) -> Self {
        Problem {
            offset,
            message: message.into(),
        }
    }

    /// The same problem, `by` bytes further on.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        self.offset += by;
        self
    }

    /// The problem as an error about `file`, whose whole text is `text`: `file:line:column`, the line and a caret.
    pub fn into_error(self, file: &str, text: &str) -> Error {
        let index = LineIndex::new(text);
        let mut offset = self.offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let place = index.place(text, offset as u32);
        let line = index.line(text, place.line);
        let (shown, column) = window(line, place.column as usize - 1);
        let number = place.line.to_string();
        let margin = " ".repeat(number.len());
        let caret = " ".repeat(column);
        Error::new(self.message)
            .at(format!("{file}:{}:{}", place.line, place.column))
            .with_detail(format!(
                "{margin} |\n{number} | {shown}\n{margin} | {caret}^"
            ))
    }
}

/// An error about a place of `file` that was given as a line and a column in bytes, both from 1.
pub fn error_at(
    file: &str,
    text: &str,
    (line, column): (usize, usize),
    message: impl Into<String>,
) -> Error {
    let before = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = before.map(str::len).sum();
    Problem::new(start + column.saturating_sub(1), message).into_error(file, text)
}

/// The part of a long line around `column` (in characters), and the column within it.
fn window(line: &str, column: usize) -> (String, usize) {
    const BEFORE: usize = 50;
    const WIDTH: usize = 90;
    let line = line.replace('\t', " ");
    if line.chars().count() <= WIDTH {
        return (line, column);
    }
    let start = column.saturating_sub(BEFORE);
    let shown: String = line.chars().skip(start).take(WIDTH).collect();
    if start == 0 {
        (format!("{shown}…"), column)
    } else {
        (format!("…{shown}…"), column - start + 1)
    }
}

/// The candidate closest to `name`, if one is close enough to have been meant.
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    const CLOSE: f64 = 0.8;
    let likeness = |candidate: &str| {
        // One slip of the finger in a short word weighs too much in shares of its length.
        if name.len() > 2 && strsim::osa_distance(name, candidate) == 1 {
            return 0.99;
        }
        strsim::jaro_winkler(name, candidate)
            .max(strsim::normalized_damerau_levenshtein(name, candidate))
    };
    let scored = candidates.into_iter().map(|c| (likeness(c), c));
    scored
        .filter(|(score, _)| *score >= CLOSE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, c)| c)
}

/// `message`, and the nearest candidate as a suggestion.
pub fn suggest<'c>(
    message: String,
    name: &str,
    candidates: impl IntoIterator<Item = &'c str>,
    sigil: &str,
) -> String {
    match nearest(name, candidates) {
        Some(meant) => format!("{message}, did you mean {sigil}{meant}?"),
        None => message,
    }
}
