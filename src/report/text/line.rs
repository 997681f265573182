//! One line of the report: painted pieces of known width. Nothing unsafe gets into one.

use super::measure::width;
use super::paint::Paint;
use crate::text::sanitise;
use std::borrow::Cow;

/// A line that is being put together.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pieces: Vec<(String, Paint)>,
    width: usize,
}

impl Line {
    /// An empty line.
    pub(super) fn new() -> Self {
        Line::default()
    }

    /// A line that begins with `columns` spaces.
    pub(super) fn indented(columns: usize) -> Self {
        let mut line = Line::new();
        line.pad(columns);
        line
    }

    /// The columns it takes so far.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Adds `text`, made safe to print on one line.
    ///
    /// What comes from outside has mostly been through [`sanitise`] when it was wrapped; doing it here again makes sure
    /// that no way to the terminal leads past it.
    pub(super) fn push(&mut self, text: &str, paint: Paint) -> &mut Self {
        let clean = one_line(text);
        self.width += width(&clean);
        match self.pieces.last_mut() {
            Some((last, its)) if *its == paint => last.push_str(&clean),
            _ => self.pieces.push((clean.into_owned(), paint)),
        }
        self
    }

    /// Adds spaces up to column `columns`; nothing if the line is longer.
    pub(super) fn pad(&mut self, columns: usize) -> &mut Self {
        let missing = columns.saturating_sub(self.width);
        if missing > 0 {
            self.push(&" ".repeat(missing), Paint::Plain);
        }
        self
    }

    /// Adds another line at the end of this one.
    pub(super) fn append(&mut self, other: &Line) -> &mut Self {
        for (text, paint) in &other.pieces {
            self.push(text, *paint);
        }
        self
    }

    /// Writes the line and its end, without the blanks before it.
    pub(super) fn write(&self, color: bool, out: &mut String) {
        let blank = |(text, _): &&(String, Paint)| text.trim_end_matches(' ').is_empty();
        let kept = self.pieces.len() - self.pieces.iter().rev().take_while(blank).count();
        for (at, (text, paint)) in self.pieces.iter().take(kept).enumerate() {
            let last = at + 1 == kept;
            let text = if last {
                text.trim_end_matches(' ')
            } else {
                text
            };
            paint.write(text, color, out);
        }
        out.push('\n');
    }
}

/// `text` without unsafe characters, tabs and line ends.
fn one_line(text: &str) -> Cow<'_, str> {
    let safe = sanitise(text);
    if safe.contains(['\n', '\t']) {
        return Cow::Owned(safe.replace(['\n', '\t'], " "));
    }
    safe
}
