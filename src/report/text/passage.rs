//! The sentences that show a finding: one for each side, sides of one sentence together, the words marked.

use super::TextPage;
use super::paint::Paint;
use super::wrap::Flow;
use crate::finding::Side;
use crate::text::Span;
use std::ops::Range;

/// Sentences of one article that are shown together.
pub(super) struct Passage {
    /// The article.
    pub(super) article: usize,
    /// Its sentences, in order of the text; one as a rule.
    pub(super) sentences: Vec<Sentence>,
}

/// A sentence with the words to mark.
pub(super) struct Sentence {
    span: Span,
    marks: Vec<Span>,
}

/// Bytes of a sentence that are shown at most; a text without full stops is one sentence.
const LONGEST: u32 = 1600;
/// Bytes of a longer sentence that are shown before the words that matter.
const BEFORE: u32 = 400;

/// The passages of some sides, in their order.
pub(super) fn passages(page: &TextPage<'_>, sides: &[Side]) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    for side in sides {
        let article = side.member.article;
        let sentences = sentences(page, *side);
        let same = |p: &&mut Passage| {
            p.article == article
                && p.sentences
                    .iter()
                    .map(|s| s.span)
                    .eq(sentences.iter().copied())
        };
        if let Some(passage) = passages.iter_mut().find(same) {
            for sentence in &mut passage.sentences {
                sentence.marks.push(side.span);
            }
            continue;
        }
        let sentences = sentences.into_iter().map(|span| Sentence {
            span,
            marks: vec![side.span],
        });
        passages.push(Passage {
            article,
            sentences: sentences.collect(),
        });
    }
    passages
}

/// The sentence of a side's claim, and those that hold the words that show it, where they lie outside of it: the date of
/// an embedded post stands in its signature.
fn sentences(page: &TextPage<'_>, side: Side) -> Vec<Span> {
    let Some(claim) = side.member.of(&page.report.accounts) else {
        return Vec::new();
    };
    let mut spans = vec![claim.quote];
    if let Some(account) = page.report.accounts.get(side.member.article) {
        let holding = account.document.sentences.iter().map(|s| s.span);
        spans
            .extend(holding.filter(|span| span.overlaps(side.span) && !span.overlaps(claim.quote)));
    }
    spans.sort_unstable();
    spans
}

impl Sentence {
    /// The sentence as flowing text, its words marked.
    pub(super) fn flow(&self, page: &TextPage<'_>, article: usize) -> Flow {
        let mut flow = Flow::new();
        let Some(account) = page.report.accounts.get(article) else {
            return flow;
        };
        let source = account.document.source;
        let shown = self.window(source.part(self.span.part));
        let marks: Vec<Range<usize>> = self
            .marks
            .iter()
            .filter(|mark| mark.part == shown.part)
            .map(|mark| {
                let within = |offset: u32| offset.saturating_sub(shown.start) as usize;
                within(mark.start)..within(mark.end)
            })
            .collect();
        if shown.start > self.span.start {
            flow.push("… ", Paint::Plain);
        }
        flow.push_marked(
            source.slice(shown),
            &marks,
            Paint::Plain,
            Paint::Marked(article),
        );
        if shown.end < self.span.end {
            flow.push(" …", Paint::Plain);
        }
        flow
    }

    /// The part of the sentence that is shown: all of it, or what surrounds the first marked words.
    fn window(&self, text: &str) -> Span {
        if self.span.end - self.span.start <= LONGEST {
            return self.span;
        }
        let first = self.marks.iter().map(|m| m.start).min().unwrap_or(0);
        let wanted = first.clamp(self.span.start, self.span.end);
        let start = wanted.saturating_sub(BEFORE).max(self.span.start);
        let end = (start + LONGEST).min(self.span.end);
        let boundary = |offset: u32| {
            let at = offset as usize;
            (at..text.len())
                .find(|at| text.is_char_boundary(*at))
                .unwrap_or(text.len()) as u32
        };
        Span::new(
            self.span.part,
            boundary(start),
            boundary(end).min(self.span.end),
        )
    }
}
