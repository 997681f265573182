//! Which sentences of an article no rule read.

use crate::claim;
use crate::document::Document;
use crate::rule::RuleSet;
use crate::text::{Place, Source};

/// What rules read of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// How many sentences could make claims.
    pub sentences: usize,
    /// How many claims were read.
    pub claims: usize,
    /// The sentences that show an event and make no claim that a rule reads, and those that do neither.
    pub left: Vec<(Place, String, bool)>,
}

/// The sentences of an article from which no rule read a claim.
pub fn unread(source: &Source, rules: &RuleSet) -> Unread {
    let account = claim::extract(Document::parse(source), rules);
    let document = &account.document;
    let mut left = Vec::new();
    let mut sentences = 0;
    for (at, sentence) in document.sentences.iter().enumerate() {
        if !sentence.region.makes_claims() {
            continue;
        }
        sentences += 1;
        let inside = |token: usize| sentence.tokens.contains(&token);
        if account.claims.iter().any(|c| inside(c.tokens.start)) {
            continue;
        }
        let event = account
            .events
            .iter()
            .any(|e| e.triggers.iter().any(|t| t.sentence == at));
        let text = source.part(sentence.span.part);
        let place = crate::text::LineIndex::new(text).place(text, sentence.span.start);
        left.push((place, source.slice(sentence.span).to_owned(), event));
    }
    Unread {
        sentences,
        claims: account.claims.len(),
        left,
    }
}
