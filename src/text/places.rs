//! Where the spans of one source stand, in numbers and as people write it.

use super::{LineIndex, Part, Place, Source, Span};

/// Finds lines and columns in both parts of a source. Those of the text are those of the file, where it brings them along.
pub struct Places<'s> {
    source: &'s Source,
    title: LineIndex,
    text: LineIndex,
}

impl<'s> Places<'s> {
    /// Indexes a source.
    pub fn new(source: &'s Source) -> Self {
        Places {
            source,
            title: LineIndex::new(source.part(Part::Title)),
            text: LineIndex::of(source),
        }
    }

    /// The line and column where a span begins.
    pub fn place(&self, span: Span) -> Place {
        self.at(span.part, span.start)
    }

    /// The line and column one past a span's last character.
    pub fn end(&self, span: Span) -> Place {
        self.at(span.part, span.end)
    }

    fn at(&self, part: Part, offset: u32) -> Place {
        let index = if part == Part::Title {
            &self.title
        } else {
            &self.text
        };
        index.place(self.source.part(part), offset)
    }

    /// Where a span begins: `file:line:column`, in a headline that came apart `file:title:line:column`.
    pub fn named(&self, span: Span) -> String {
        let within = self.place(span).within(span.part);
        format!("{}:{within}", self.source.id)
    }
}

impl Place {
    /// The place as part of a name: `line:column`, in a headline that came apart `title:line:column`.
    pub fn within(self, part: Part) -> String {
        let title = if part == Part::Title { "title:" } else { "" };
        format!("{title}{}:{}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_that_of_the_file_and_names_a_headline() {
        let file = "# Ice\n\nThe ferry\nmet ice.";
        let mut source = Source::new("a.md", "      \nThe ferry met ice.");
        source.title = Some("Ice".to_owned());
        let named = |source: &Source, part| Places::new(source).named(Span::new(part, 17, 20));
        assert_eq!(named(&source, Part::Text), "a.md:2:11");
        assert_eq!(named(&source, Part::Title), "a.md:title:1:1");
        source.text = file.replace("ferry\n", "ferry ");
        source.lines = Some(LineIndex::new(file));
        assert_eq!(named(&source, Part::Text), "a.md:4:1");
    }
}
