//! Typed values: what a phrase of the text stands for, in a form that can be compared.
//!
//! A kind of value is one folder: its type and normal form, how it is recognised, and its corpus of examples (yes and
//! no). [`KINDS`] lists the kinds, [`READERS`] the folders' recognisers. Knows nothing of rules, claims, or of how two
//! values compare.

pub mod date;
mod kind;
pub mod name;
pub mod number;
pub mod place;

pub use date::{Grain, Time};
pub use kind::{KINDS, Kind, KindRow};
pub use name::Name;
pub use number::{Bound, Change, Quantity};

use crate::document::Document;
use std::ops::Range;

/// The normal form of a phrase.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Kinds `date`, `time`, `duration`, `set`.
    Time(Time),
    /// Kinds `count`, `measure`, `money`, `percent`, `ordinal`, `age`, `score`.
    Quantity(Quantity),
    /// Kinds `person`, `organisation`, `body`, `country`, `place`.
    Name(Name),
    /// Kind `choice`: the label.
    Choice(String),
    /// Kind `text`.
    Text(String),
}

impl Value {
    /// The value's kind.
    pub fn kind(&self) -> Kind {
        match self {
            Value::Time(time) => time.kind,
            Value::Quantity(quantity) => quantity.kind,
            Value::Name(name) => name.kind,
            Value::Choice(_) => Kind::Choice,
            Value::Text(_) => Kind::Text,
        }
    }
}

/// The normal form in one line, as corpora and listings show it.
impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Time(time) => time.fmt(f),
            Value::Quantity(quantity) => quantity.fmt(f),
            Value::Name(name) => name.fmt(f),
            Value::Choice(text) | Value::Text(text) => f.write_str(text),
        }
    }
}

/// A value found in a document, and the tokens it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Indices into the document's tokens.
    pub tokens: Range<usize>,
    /// What they stand for.
    pub value: Value,
}

/// A recogniser: finds all values of its kinds in a document, in any order. Where two claim the same words, the
/// mention room decides.
pub type Reader = fn(&Document<'_>, &mut Vec<Found>);

/// The recognisers, one a folder.
pub const READERS: &[Reader] = &[date::read, number::read, name::read, place::read];
