//! Of what sort a source is: the police's count is held against the police's, and the organisers' against the organisers'.

use crate::document::{Document, WordLists, slots};
use std::ops::Range;

const SOURCES: &str = include_str!("source.tsv");
static WORDS: WordLists<{ slots(SOURCES) }> = WordLists::new(SOURCES);

/// The sort of a source that is told by these tokens, by the first word that shows one; `None` of somebody who is only named, and
/// of "officials", who may be of any.
pub(super) fn sort_of(document: &Document<'_>, tokens: &Range<usize>) -> Option<&'static str> {
    first_in(document, tokens).map(|(_, sort)| sort)
}

/// The first token that shows of what sort a source is, and the sort.
pub(super) fn first_in(
    document: &Document<'_>,
    tokens: &Range<usize>,
) -> Option<(usize, &'static str)> {
    let sort = |at: usize| WORDS.classes(document.word(at)?).next();
    tokens.clone().find_map(|at| Some((at, sort(at)?)))
}

#[cfg(test)]
mod tests {
    use super::sort_of;
    use crate::document::Document;
    use crate::text::Source;

    #[test]
    fn a_source_is_of_the_sort_that_its_first_telling_word_names() {
        for (text, sort) in [
            ("a hospital doctor", Some("medical")),
            ("the police spokesman", Some("police")),
            ("Transport Minister Ann Lee", Some("government")),
            ("the march's organisers", Some("organiser")),
            ("local officials", None),
            ("Ann Lee", None),
        ] {
            let source = Source::new("a", text);
            let document = Document::parse(&source);
            let all = 0..document.tokens.len();
            assert_eq!(sort_of(&document, &all), sort, "{text}");
        }
    }
}
