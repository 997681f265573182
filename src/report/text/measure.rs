//! How many columns text takes in a terminal, and which characters stay together.

use crate::text::is_unsafe;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Whether a line may be broken at `c`: white space, but none that is made to hold words together.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Whether `c` is drawn over or into the character before it: combining marks, variation selectors, skin tones.
pub(super) fn joins(c: char) -> bool {
    !is_unsafe(c) && (width_of(c) == 0 || matches!(c, '\u{1f3fb}'..='\u{1f3ff}'))
}

/// The columns of a character by itself.
pub(super) fn width_of(c: char) -> usize {
    UnicodeWidthChar::width(c).unwrap_or(0)
}

/// The columns of a character with what combines with it.
pub(super) fn width_of_cell(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The columns that `text`, which is safe to print, takes.
///
/// The sum of its cells, so that a line and the marks below it are measured alike.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    let mut sum = 0;
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if !joins(c) {
            sum += text.get(start..at).map_or(0, width_of_cell);
            start = at;
        }
    }
    sum + text.get(start..).map_or(0, width_of_cell)
}
