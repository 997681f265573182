//! Reading a sentence term by term.

use super::term::{Term, Unit};
use crate::document::{Document, Shape, Token, Word};
use crate::value::date::expr::{Amount, Bound};

/// A sentence's tokens with what they can mean. All positions are indices into the document's tokens.
pub(in crate::value::date) struct Cursor<'a> {
    pub(in crate::value::date) document: &'a Document<'a>,
    pub(in crate::value::date) terms: &'a [Term],
    pub(in crate::value::date) start: usize,
    pub(in crate::value::date) end: usize,
}

pub(in crate::value::date) const DASH: Word = Word::of("-");
pub(in crate::value::date) const COMMA: Word = Word::of(",");
pub(in crate::value::date) const COLON: Word = Word::of(":");
pub(in crate::value::date) const SLASH: Word = Word::of("/");
pub(in crate::value::date) const STOP: Word = Word::of(".");
pub(in crate::value::date) const APOSTROPHE: Word = Word::of("'");
const PLURAL: Word = Word::of("s");
const POSSESSIVE: Word = Word::of("'s");

/// A quarter of a unit: "a quarter of a century".
const QUARTER: f64 = 0.25;

impl Cursor<'_> {
    /// What the token at `at` can mean; nothing outside the sentence.
    pub(in crate::value::date) fn term(&self, at: usize) -> Term {
        if at < self.start || at >= self.end {
            return Term::None;
        }
        self.terms.get(at).copied().unwrap_or_default()
    }

    /// The first token from `at` on that can mean anything: most words of a text tell nothing of times.
    pub(in crate::value::date) fn next_term(&self, at: usize) -> Option<usize> {
        let terms = self.terms.get(at..self.end)?.iter();
        let skipped = terms.clone().take_while(|t| matches!(t, Term::None));
        let next = at + skipped.count();
        (next < self.end).then_some(next)
    }

    /// What the token before `at` can mean.
    pub(in crate::value::date) fn before(&self, at: usize) -> Term {
        at.checked_sub(1).map_or(Term::None, |at| self.term(at))
    }

    pub(in crate::value::date) fn token(&self, at: usize) -> Option<&Token> {
        self.document
            .tokens
            .get(at)
            .filter(|_| (self.start..self.end).contains(&at))
    }

    pub(in crate::value::date) fn is(&self, at: usize, word: Word) -> bool {
        self.token(at).is_some_and(|t| t.word == word)
    }

    pub(in crate::value::date) fn shaped(&self, at: usize, shape: Shape) -> bool {
        self.token(at).is_some_and(|t| t.is(shape))
    }

    /// Whether the token at `at` follows the one before it without a space.
    pub(in crate::value::date) fn glued(&self, at: usize) -> bool {
        self.shaped(at, Shape::GLUED)
    }

    /// The characters of the token at `at`.
    pub(in crate::value::date) fn text(&self, at: usize) -> &str {
        self.token(at).map_or("", |t| self.document.text(t))
    }

    /// `at`, or past the sign `word` if it stands there.
    pub(in crate::value::date) fn skip(&self, at: usize, word: Word) -> usize {
        at + usize::from(self.is(at, word))
    }

    /// Past the full stop of an abbreviation (`Sept.`).
    pub(in crate::value::date) fn skip_stop(&self, at: usize) -> usize {
        let stop = self.is(at, STOP) && self.shaped(at, Shape::ABBREVIATION.with(Shape::GLUED));
        at + usize::from(stop && at + 1 < self.end)
    }

    /// Past a hyphen between two words.
    pub(in crate::value::date) fn skip_hyphen(&self, at: usize) -> usize {
        at + usize::from(self.is(at, DASH) && self.glued(at))
    }

    /// `at` past a term, if that term is there.
    pub(in crate::value::date) fn skip_term(&self, at: usize, term: Term) -> usize {
        at + usize::from(self.term(at) == term)
    }

    /// Whether a possessive ending stands at `at`.
    pub(in crate::value::date) fn possessive(&self, at: usize) -> bool {
        self.shaped(at, Shape::POSSESSIVE)
    }

    /// Past the `s` of `1990s` or `'80s` or `1990's`.
    pub(in crate::value::date) fn plural_digit(&self, at: usize) -> Option<usize> {
        let mark = self.is(at, APOSTROPHE) && self.glued(at + 1) && self.is(at + 1, PLURAL);
        if self.glued(at) && mark {
            return Some(at + 2);
        }
        (self.glued(at) && (self.is(at, PLURAL) || self.is(at, POSSESSIVE))).then_some(at + 1)
    }

    /// Digits with exactly `len` places.
    pub(in crate::value::date) fn digits(&self, at: usize, places: u8) -> Option<u32> {
        match self.term(at) {
            Term::Digits { value, len } if len == places => Some(value),
            _ => None,
        }
    }

    /// A year in four digits, without judging whether it is meant as one.
    pub(in crate::value::date) fn year(&self, at: usize) -> Option<i16> {
        let value = self.digits(at, 4)?;
        (1000..2200).contains(&value).then_some(value as i16)
    }

    /// A day of the month in digits (`7`, `7th`) or as an ordinal in words; and the position past it.
    pub(in crate::value::date) fn day_number(&self, at: usize) -> Option<(i8, usize)> {
        match self.term(at) {
            Term::Digits { value, len: 1 | 2 } if (1..=31).contains(&value) => {
                let suffixed = self.glued(at + 1) && self.term(at + 1) == Term::Suffix;
                Some((value as i8, at + 1 + usize::from(suffixed)))
            }
            _ => self
                .ordinal(at)
                .filter(|(value, _)| *value <= 31)
                .map(|(value, end)| (value as i8, end)),
        }
    }

    /// An ordinal in words or digits: `third`, `twenty-first`, `21st`.
    pub(in crate::value::date) fn ordinal(&self, at: usize) -> Option<(u32, usize)> {
        match self.term(at) {
            Term::Ordinal(n) => Some((u32::from(n), at + 1)),
            Term::Second => Some((2, at + 1)),
            Term::Digits { value, len: 1 | 2 }
                if self.glued(at + 1) && self.term(at + 1) == Term::Suffix =>
            {
                Some((value, at + 2))
            }
            Term::Number(tens @ (20 | 30 | 40 | 50)) => {
                let next = self.skip_hyphen(at + 1);
                match self.term(next) {
                    Term::Ordinal(n @ 1..=9) => Some((u32::from(tens + n), next + 1)),
                    Term::Second => Some((u32::from(tens + 2), next + 1)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// A whole number up to 99 in words: `twenty-five`.
    pub(in crate::value::date) fn spelled(&self, at: usize) -> Option<(u32, usize)> {
        let Term::Number(first) = self.term(at) else {
            return None;
        };
        if first >= 20 {
            let next = self.skip_hyphen(at + 1);
            if let Term::Number(second @ 1..=9) = self.term(next) {
                return Some((u32::from(first + second), next + 1));
            }
        }
        Some((u32::from(first), at + 1))
    }

    /// An amount as it stands before a unit: `2`, `2.5`, `2 1/2`, `a`, `a few`, `twenty-five`, `two hundred`, `half a`, `a whole`.
    pub(in crate::value::date) fn amount(&self, at: usize) -> Option<(Amount, usize)> {
        let (amount, end) = self.plain_amount(at)?;
        let whole = self.term(end) == Term::Whole && self.unit(end + 1).is_some();
        Some((amount, end + usize::from(whole)))
    }

    /// An amount without "whole".
    fn plain_amount(&self, at: usize) -> Option<(Amount, usize)> {
        let number = |value: f64, end: usize| Some((Amount::Number(value, Bound::Exact), end));
        match self.term(at) {
            Term::Digits { value, .. } => match self.fraction(at + 1) {
                Some((part, end)) => number(f64::from(value) + part, end),
                None => number(f64::from(value), at + 1),
            },
            Term::Decimal => number(self.text(at).replace(',', "").parse().ok()?, at + 1),
            Term::Number(_) => {
                let (value, end) = self.spelled(at)?;
                match self.term(end) {
                    Term::Scale(scale) => number(f64::from(value) * f64::from(scale), end + 1),
                    _ if let Some(part) = self.and_a(end) => {
                        let half = self.term(part) == Term::Half;
                        half.then_some((
                            Amount::Number(f64::from(value) + 0.5, Bound::Exact),
                            part + 1,
                        ))
                    }
                    _ => match self.quarters_of(end) {
                        Some(unit) => number(f64::from(value) * QUARTER, unit),
                        None => number(f64::from(value), end),
                    },
                }
            }
            Term::Article => match self.term(at + 1) {
                Term::Couple => number(2.0, self.skip_term(at + 2, Term::Of)),
                Term::Some => Some((Amount::Some, at + 2)),
                Term::Scale(scale) => number(f64::from(scale), at + 2),
                Term::Half => number(0.5, at + 2),
                _ => match self.quarters_of(at + 1) {
                    Some(unit) => number(QUARTER, unit),
                    None => number(1.0, at + 1),
                },
            },
            Term::Couple => number(2.0, self.skip_term(at + 1, Term::Of)),
            Term::Scale(12) => number(12.0, at + 1),
            Term::Half => {
                let article = self.term(at + 1) == Term::Article;
                number(0.5, at + 1 + usize::from(article))
            }
            Term::Some => Some((Amount::Some, at + 1)),
            _ => None,
        }
    }

    /// Past `and a` behind a number, with hyphens or without: "two-and-a-half".
    fn and_a(&self, at: usize) -> Option<usize> {
        let and = self.skip_hyphen(at);
        let article = self.skip_hyphen(and + 1);
        let both = self.term(and) == Term::And && self.term(article) == Term::Article;
        both.then(|| self.skip_hyphen(article + 1))
    }

    /// The unit that `quarter of a`, or `quarters of an`, stands before.
    fn quarters_of(&self, at: usize) -> Option<usize> {
        let is_quarter = |unit: Unit| unit == Unit::Quarter;
        let quarter = self.unit(at).is_some_and(|(unit, _)| is_quarter(unit));
        let of = self.term(at + 1) == Term::Of && self.term(at + 2) == Term::Article;
        let unit = self.unit(at + 3).filter(|(unit, _)| !is_quarter(*unit));
        unit.filter(|_| quarter && of).map(|_| at + 3)
    }

    /// `1/2` after a number.
    fn fraction(&self, at: usize) -> Option<(f64, usize)> {
        let above = self.digits(at, 1)?;
        let below = self.digits(at + 2, 1).filter(|below| *below > above)?;
        let written = self.is(at + 1, SLASH) && self.glued(at + 1) && self.glued(at + 2);
        written.then_some((f64::from(above) / f64::from(below), at + 3))
    }

    /// A unit of time, one or several; `second` counts as one.
    pub(in crate::value::date) fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        match self.term(at) {
            Term::Unit(unit) | Term::Units(unit) => Some((unit, self.skip_stop(at + 1))),
            Term::Second => Some((Unit::Second, at + 1)),
            _ => None,
        }
    }
}

/// Whether the token at `at` is a round bracket.
pub(in crate::value::date) fn is_bracket(c: &Cursor<'_>, at: usize) -> bool {
    c.is(at, Word::of("(")) || c.is(at, Word::of(")"))
}
