//! One account as it was given.

/// The largest input accepted, in bytes (64 MiB): offsets are 32-bit and a news article is a few kilobytes.
pub const MAX_BYTES: u64 = 64 << 20;

/// What a source's text is of the file that it came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fidelity {
    /// Its very bytes.
    #[default]
    Exact,
    /// Other characters (another encoding, marks blanked out) at the same lines and columns.
    Placed,
    /// A piece taken out of it (of a web page, of an object): places count in the text alone.
    Extracted,
}

/// One account of an event, as given: text and what is known of it from outside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Name in reports: the file's name or the `id` of an article object.
    pub id: String,
    /// Headline, when it came apart from the text.
    pub title: Option<String>,
    /// When it was published: `YYYY-MM-DD`, optionally `THH:MM[:SS]` and a zone.
    pub published: Option<String>,
    /// The outlet.
    pub outlet: Option<String>,
    /// Who wrote it, where that is known from outside the text.
    pub author: Option<String>,
    /// The text.
    pub text: String,
    /// Where its lines begin, if the text does not say: the paragraphs of a wrapped file are one line each, and their places
    /// are those of the file.
    pub lines: Option<super::LineIndex>,
    /// What the text is of its file.
    pub fidelity: Fidelity,
}

impl Source {
    /// A source of `text` alone, called `id`.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Source {
            id: id.into(),
            text: text.into(),
            ..Source::default()
        }
    }

    /// The characters of a part; the empty string for a title that is not there.
    pub fn part(&self, part: super::Part) -> &str {
        match part {
            super::Part::Title => self.title.as_deref().unwrap_or(""),
            super::Part::Text => &self.text,
        }
    }

    /// The characters of a span; the empty string if it does not lie in the part.
    pub fn slice(&self, span: super::Span) -> &str {
        self.part(span.part)
            .get(span.start as usize..span.end as usize)
            .unwrap_or("")
    }
}

impl super::LineIndex {
    /// The lines of a source's text: those of the file it came from, where it brings them along.
    pub fn of(source: &Source) -> Self {
        let known = source.lines.clone();
        known.unwrap_or_else(|| super::LineIndex::new(&source.text))
    }
}
