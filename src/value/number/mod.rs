//! Numbers as intervals: counts with their noun, measures, money, percentages, ordinals, ages, scores.

mod age;
mod amount;
mod change;
mod cue;
mod fraction;
mod interval;
mod label;
mod literal;
mod noun;
mod numeral;
mod one;
mod quantifier;
mod range;
mod rate;
mod reading;
mod score;
mod unit;
mod vague;
mod words;

pub use quantifier::{Refused, replace_quantifiers, rows_behind};

use super::{Found, Kind};
use crate::document::Document;

/// What kind of statement a number makes about the true value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// That very number.
    Exact,
    /// "about 100".
    About,
    /// "at least 100".
    AtLeast,
    /// "more than 100".
    MoreThan,
    /// "up to 100", "at most 100".
    AtMost,
    /// "fewer than 100".
    LessThan,
    /// "100 to 120".
    Range,
    /// "dozens", "numerous".
    Vague,
    /// "no", "none": zero.
    None,
}

impl Bound {
    /// The bound's name in machine formats.
    pub fn label(self) -> &'static str {
        match self {
            Bound::Exact => "exact",
            Bound::About => "about",
            Bound::AtLeast => "at-least",
            Bound::MoreThan => "more-than",
            Bound::AtMost => "at-most",
            Bound::LessThan => "less-than",
            Bound::Range => "range",
            Bound::Vague => "vague",
            Bound::None => "none",
        }
    }
}

/// Whether a quantity is a level or a change of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// "rose 3 %".
    Up,
    /// "fell 3 %".
    Down,
}

impl Change {
    /// The change's name in machine formats.
    pub fn label(self) -> &'static str {
        match self {
            Change::Up => "up",
            Change::Down => "down",
        }
    }
}

/// A number as an interval with its unit or counted noun.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// One of `Count`, `Measure`, `Money`, `Percent`, `Ordinal`, `Age`, `Score`.
    pub kind: Kind,
    /// Hard lower bound; `None` when open.
    pub low: Option<f64>,
    /// Hard upper bound; `None` when open.
    pub high: Option<f64>,
    /// Whether the lower bound itself is excluded ("more than 100").
    pub above_low: bool,
    /// Whether the upper bound itself is excluded ("fewer than 100").
    pub below_high: bool,
    /// What the phrase is commonly taken to mean, within the hard bounds; `None` where that is open.
    pub soft: (Option<f64>, Option<f64>),
    /// The number written, if one is.
    pub nominal: Option<f64>,
    /// The statement made about it.
    pub bound: Bound,
    /// Unit: `%`, `USD`, `km`, `magnitude`; for a score the second number, as text.
    pub unit: Option<String>,
    /// Head noun counted, as written: `diplomats`.
    pub noun: Option<String>,
    /// "rose 3 %": the direction of change.
    pub change: Option<Change>,
    /// What each of it is for: `share` of "$60 per share", `day` of "500 barrels a day".
    pub per: Option<String>,
}

impl Quantity {
    /// A quantity of which nothing is known yet but its kind and bound.
    fn new(kind: Kind, bound: Bound) -> Self {
        Quantity {
            kind,
            low: None,
            high: None,
            above_low: false,
            below_high: false,
            soft: (None, None),
            nominal: None,
            bound,
            unit: None,
            noun: None,
            change: None,
            per: None,
        }
    }

    /// A value in this quantity's unit as one in the unit called `unit`: 3.1 for 5 km in miles. `None` where units do
    /// not convert (no exchange rate is known here).
    pub fn convert(value: f64, from: &str, to: &str) -> Option<f64> {
        unit::convert(value, from, to)
    }
}

/// The normal form in one line, as corpora and listings show it.
impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let end = |v: Option<f64>| v.map_or("∞".to_owned(), |v| v.to_string());
        let (open, close) = (
            if self.above_low { '(' } else { '[' },
            if self.below_high { ')' } else { ']' },
        );
        write!(f, "{open}{}, {}{close}", end(self.low), end(self.high))?;
        for word in [&self.unit, &self.noun].into_iter().flatten() {
            write!(f, " {word}")?;
        }
        if let Some(per) = &self.per {
            write!(f, " per {per}")?;
        }
        self.change
            .map_or(Ok(()), |change| write!(f, " {}", change.label()))
    }
}

/// Finds the numbers of a document.
pub fn read(document: &Document<'_>, found: &mut Vec<Found>) {
    for sentence in &document.sentences {
        let words = words::Words::new(document, sentence.tokens.clone());
        reading::sentence(words, found);
    }
}
