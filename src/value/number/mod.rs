//! Numbers as intervals: counts with their noun, measures, money, percentages, ordinals, ages, scores.
//!
//! A number is what it is written as (`nominal`), what it can be at all (`low`, `high`: the hard interval, from
//! `rules/quantifiers.json` and from how round it is) and what is commonly meant by it (`soft`). The span covers all
//! that is said of it: the words that bound it, the number, its unit or the head of the noun it counts ("at least 120
//! people"). States are not nouns ("12 dead": the span ends with the number), and what an amount is for (`per share`)
//! lies outside.
//!
//! Not numbers: years, dates and times of day, names (flights, models, roads, addresses, telephones), durations (the
//! date room reads them), the article `a`, and `one` where it is a pronoun.

mod age;
mod amount;
mod apposition;
mod behind;
mod change;
mod cue;
mod fraction;
mod interval;
mod label;
mod literal;
mod noun;
mod numeral;
mod one;
mod phrases;
mod quantifier;
mod range;
mod rate;
mod reading;
mod score;
mod start;
mod tally;
mod title;
mod unit;
mod vague;
mod words;

pub use behind::rows_behind;
pub use noun::counted_at;
pub use quantifier::{Refused, check_quantifiers, replace_quantifiers};

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
    /// What a sum holds: `including debt`, `in cash`, `after tax`; `on average` of an average.
    pub basis: Option<String>,
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
            basis: None,
        }
    }

    /// A count by which this many are told: by its bound exactly, or at least so many.
    pub fn count(number: f64, bound: Bound) -> Self {
        Quantity {
            low: Some(number),
            high: Some(number).filter(|_| bound == Bound::Exact),
            soft: (Some(number), Some(number)),
            nominal: Some(number),
            ..Quantity::new(Kind::Count, bound)
        }
    }

    /// A score or tally of these two numbers.
    pub fn of_score(first: f64, second: f64) -> Self {
        Quantity {
            kind: Kind::Score,
            unit: Some(second.to_string()),
            ..Quantity::count(first, Bound::Exact)
        }
    }

    /// The two numbers of a score or tally, as told; `None` of anything else.
    pub fn score(&self) -> Option<(f64, f64)> {
        let second = self.unit.as_deref().filter(|_| self.kind == Kind::Score)?;
        Some((self.nominal?, second.parse().ok()?))
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
        if let Some(basis) = &self.basis {
            write!(f, " {basis}")?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;
    use crate::value::Value;
    use proptest::prelude::*;

    /// Pieces that numbers are made of, and what breaks them.
    const PIECES: &[&str] = &[
        "a",
        "an",
        "one",
        "two",
        "twenty",
        "-",
        "hundred",
        "thousand",
        "million",
        "and",
        "half",
        "third",
        "thirds",
        "quarter",
        "of",
        "the",
        "5",
        "1,000",
        "3.5",
        "2014",
        "0",
        "-7",
        ".",
        ",",
        "/",
        ":",
        "$",
        "€",
        "%",
        "percent",
        "point",
        "dozen",
        "dozens",
        "several",
        "no",
        "none",
        "people",
        "men",
        "km",
        "feet",
        "inches",
        "pounds",
        "years",
        "year",
        "old",
        "aged",
        "more",
        "than",
        "at",
        "least",
        "up",
        "to",
        "or",
        "between",
        "from",
        "about",
        "not",
        "(",
        ")",
        "magnitude",
        "in",
        "5-7",
        "737-800",
        "4:12",
        "p.m.",
        "May",
        "Smith",
        "US",
        "½",
        "e10",
        "^",
        "x10",
        "'s",
        "s",
        "th",
        "st",
        "m",
        "bn",
        "k",
        "~",
        "<",
        ">",
        "=",
        "per",
        "share",
        "was",
        "killed",
        "votes",
        "\n",
        "[",
        "]",
    ];

    proptest! {
        #[test]
        fn numbers_lie_in_the_text_and_their_ends_are_in_order(
            pieces in proptest::collection::vec(proptest::sample::select(PIECES), 1..14),
            glued in proptest::collection::vec(any::<bool>(), 14),
        ) {
            let mut text = String::new();
            for (piece, glue) in pieces.iter().zip(glued) {
                text.push_str(piece);
                text.push_str(if glue { "" } else { " " });
            }
            let source = Source::new("p", text);
            let document = Document::parse(&source);
            let mut found = Vec::new();
            read(&document, &mut found);
            for value in found {
                prop_assert!(document.span(value.tokens.clone()).is_some());
                let Value::Quantity(quantity) = value.value else {
                    continue;
                };
                if let (Some(low), Some(high)) = (quantity.low, quantity.high) {
                    prop_assert!(low <= high, "{quantity} of {:?}", document.slice(value.tokens));
                }
            }
        }
    }
}
