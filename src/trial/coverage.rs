//! Which sentences of an article no rule read.

use crate::claim;
use crate::document::Document;
use crate::rule::RuleSet;
use crate::text::{Source, Span};

/// What rules read of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// How many sentences could make claims.
    pub sentences: usize,
    /// How many claims were read.
    pub claims: usize,
    /// The sentences without such a claim.
    pub left: Vec<Left>,
}

/// A sentence from which no rule read a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Where it stands.
    pub span: Span,
    /// The sentence.
    pub text: String,
    /// Whether it shows an event all the same.
    pub event: bool,
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
        left.push(Left {
            span: sentence.span,
            text: source.slice(sentence.span).to_owned(),
            event,
        });
    }
    Unread {
        sentences,
        claims: account.claims.len(),
        left,
    }
}
