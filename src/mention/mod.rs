//! The typed values of an article in order, overlaps settled and names resolved: mention = span + value.
//!
//! Knows nothing of rules and slots.

mod overlap;

use crate::document::Document;
use crate::text::Span;
use crate::value::{Found, READERS, Value};
use std::ops::Range;

/// A span of the document with its typed value.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Indices into the document's tokens.
    pub tokens: Range<usize>,
    /// The bytes they cover.
    pub span: Span,
    /// What they stand for.
    pub value: Value,
}

/// Every mention of a document, by position; `known` are names found by other means (the names of rule files).
pub fn read(document: &Document<'_>, known: Vec<Found>) -> Vec<Mention> {
    let mut found = known;
    for reader in READERS {
        reader(document, &mut found);
    }
    let mentions = overlap::settle(found).into_iter();
    mentions
        .filter_map(|f| {
            Some(Mention {
                span: document.span(f.tokens.clone())?,
                tokens: f.tokens,
                value: f.value,
            })
        })
        .collect()
}
