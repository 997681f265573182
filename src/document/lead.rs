//! How far the lead of an article reaches: its headlines and the first sentences of its own text.

use super::{Document, Region, Sentence};
use std::ops::Range;

impl Document<'_> {
    /// The tokens of the lead: the title, the headlines, a dateline and all else down to the end of the first `sentences` of the
    /// article's own running text. Subheads, captions, boilerplate and embedded posts lie in it and are not counted. An
    /// article of fewer sentences is all lead.
    pub fn lead(&self, sentences: usize) -> Range<usize> {
        let last = self.body().nth(sentences.saturating_sub(1));
        0..last.map_or(self.tokens.len(), |s| s.tokens.end)
    }

    /// The sentences of the article's own running text, in order.
    pub fn body(&self) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(|s| s.region == Region::Body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    #[track_caller]
    fn check(title: Option<&str>, text: &str, sentences: usize, lead: &str) {
        let mut source = Source::new("a", text);
        source.title = title.map(str::to_owned);
        let document = Document::parse(&source);
        let tokens = document.lead(sentences);
        let text = tokens.filter_map(|at| document.tokens.get(at));
        let words: Vec<&str> = text.map(|token| document.text(token)).collect();
        assert_eq!(words.join(" "), lead);
    }

    #[test]
    fn headlines_and_dateline_are_of_the_lead_and_not_counted() {
        let text =
            "ALDMERE, May 3 (XX) - The ferry sank. Nobody drowned.\n\nWhat is known\n\nIt was old.";
        check(
            Some("Ferry sinks"),
            text,
            1,
            "Ferry sinks ALDMERE , May 3 ( XX ) - The ferry sank .",
        );
        check(
            None,
            "Ferry sinks off Aldmere\n\nThe ferry sank. Nobody drowned.",
            1,
            "Ferry sinks off Aldmere The ferry sank .",
        );
    }

    #[test]
    fn a_post_lies_in_the_lead_and_is_not_counted() {
        let text = "The ferry sank.\n\nIt is gone. — Ann Lee (@annlee) May 3, 2022\n\nNobody drowned. It was old.";
        check(
            None,
            text,
            2,
            "The ferry sank . It is gone . — Ann Lee ( @annlee ) May 3 , 2022 Nobody drowned .",
        );
    }

    #[test]
    fn a_short_article_is_all_lead() {
        check(None, "The ferry sank.", 3, "The ferry sank .");
    }
}
