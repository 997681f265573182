//! The typed values of an article in order, overlaps settled and names resolved: mention = span + value.
//!
//! Knows nothing of rules and slots.

mod age;
mod describe;
mod entity;
mod family;
mod group;
mod kin;
mod overlap;
mod person;
mod pronoun;
mod relative;
mod words;

pub use pronoun::{antecedent, named_before};

use crate::document::Document;
use crate::text::Span;
use crate::value::{Found, Kind, READERS, Value, name};
use std::ops::Range;

/// About how many tokens an article has for each value.
const TOKENS_A_VALUE: usize = 8;

/// A span of the document with its typed value.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Indices into the document's tokens.
    pub tokens: Range<usize>,
    /// The bytes they cover.
    pub span: Span,
    /// What they stand for.
    pub value: Value,
    /// Which of the article's people, organisations and bodies this is: the same number, the same one.
    ///
    /// `None` for other kinds of values, and for a family name that two people share.
    pub entity: Option<u32>,
    /// The tokens of the bare name in "Foreign Minister Sergei Orlov". `None` if the mention has no name of its own:
    /// its value's name, if any, then is that of the one whom the article elsewhere gives the role.
    pub name_tokens: Option<Range<usize>>,
}

impl Mention {
    /// Whether somebody is described and not named here ("the foreign minister"), even if the article tells the name.
    pub fn is_described(&self) -> bool {
        self.value.kind() == Kind::Person && self.name_tokens.is_none()
    }
}

/// Every mention of a document, by position, the outer before the inner.
pub fn read(document: &Document<'_>) -> Vec<Mention> {
    read_with(document, Vec::new())
}

/// [`read`] with names that were found by other means: those that rule files make known.
pub fn read_with(document: &Document<'_>, known: Vec<Found>) -> Vec<Mention> {
    let mut found = known;
    found.reserve(document.tokens.len() / TOKENS_A_VALUE);
    for reader in READERS {
        reader(document, &mut found);
    }
    let mut mentions = Vec::with_capacity(found.len());
    mentions.extend(overlap::settle(found).filter_map(|f| mention(document, f)));
    entity::resolve(document, &mut mentions);
    group::resolve(&mut mentions);
    mentions
}

/// What was found as a mention.
fn mention(document: &Document<'_>, found: Found) -> Option<Mention> {
    let tokens = found.tokens;
    let own_name = match &found.value {
        Value::Name(value) if value.kind == Kind::Person => value.name.as_deref(),
        _ => None,
    };
    Some(Mention {
        span: document.span(tokens.clone())?,
        name_tokens: own_name.and_then(|own| name::name_tokens(document, tokens.clone(), own)),
        tokens,
        value: found.value,
        entity: None,
    })
}
