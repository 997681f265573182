//! Where something stands: byte spans, and lines and columns counted from them.

/// The part of a [`Source`](super::Source) that a span points into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The headline that came apart from the text (the `title` of an article object).
    Title,
    /// The text itself.
    Text,
}

impl Part {
    /// The name of the part in machine formats: `title` or `text`.
    pub fn label(self) -> &'static str {
        match self {
            Part::Title => "title",
            Part::Text => "text",
        }
    }
}

/// A range of UTF-8 bytes of one part, exactly as given: `start` included, `end` not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The part the offsets count in.
    pub part: Part,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of `start..end` in `part`.
    pub fn new(part: Part, start: u32, end: u32) -> Self {
        Span { part, start, end }
    }

    /// The smallest span that covers both; `self` if they lie in different parts.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        if self.part != other.part {
            return self;
        }
        Span::new(
            self.part,
            self.start.min(other.start),
            self.end.max(other.end),
        )
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.part == other.part && self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly within `self`.
    pub fn contains(self, other: Span) -> bool {
        self.part == other.part && self.start <= other.start && other.end <= self.end
    }
}

/// A line and a column, both from 1; columns count Unicode code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Column in code points, from 1.
    pub column: u32,
}

/// Finds lines and columns in a text without scanning it again for each question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Indexes the lines of `text`; a line ends after `\n`.
    pub fn new(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let starts = std::iter::once(0)
            .chain(ends.map(|(at, _)| at as u32 + 1))
            .collect();
        LineIndex { starts }
    }

    /// The place of byte `offset` in `text`, the text this index was made of.
    pub fn place(&self, text: &str, offset: u32) -> Place {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = text.get(start as usize..offset as usize).unwrap_or("");
        Place {
            line: line as u32,
            column: before.chars().count() as u32 + 1,
        }
    }

    /// The text of `line` (from 1) without its line end.
    pub fn line<'t>(&self, text: &'t str, line: u32) -> &'t str {
        let start = self
            .starts
            .get(line.saturating_sub(1) as usize)
            .map_or(text.len(), |&s| s as usize);
        let end = self
            .starts
            .get(line as usize)
            .map_or(text.len(), |&s| s as usize);
        text.get(start..end)
            .unwrap_or("")
            .trim_end_matches(['\n', '\r'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_code_points() {
        let text = "a\nNaïve “x”\n";
        let index = LineIndex::new(text);
        let at = text.find('x').unwrap_or(0) as u32;
        assert_eq!(index.place(text, at), Place { line: 2, column: 8 });
        assert_eq!(index.place(text, 0), Place { line: 1, column: 1 });
        assert_eq!(index.line(text, 2), "Naïve “x”");
        assert_eq!(index.line(text, 9), "");
    }
}
