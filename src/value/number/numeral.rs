//! What number a phrase in digits or words spells: `1.5 million`, `two hundred and six`, `two dozen`, `a third`, `21st`.

use super::fraction;
use super::literal;
use super::tally::Tally;
use super::words::Words;
use crate::document::{Shape, Word, WordMap};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// What a number word does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Class {
    /// `zero` to `nineteen`.
    Unit,
    /// `twenty` to `ninety`.
    Ten,
    Hundred,
    /// `thousand` and above.
    Scale,
    /// `bn`, `k`: a scale in letters, after digits only.
    Short,
    Dozen,
    Ordinal,
    /// `half`, `quarters`, `thirds`.
    Part,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits alone.
    Digits,
    /// Words, or digits and words.
    Words,
    /// "two dozen".
    Dozens,
    /// "a third".
    Fraction,
    /// "third", "21st".
    Ordinal,
}

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Numeral {
    pub(super) value: f64,
    /// The unit of the last digit written: 100,000 for `1.5 million`.
    pub(super) step: f64,
    /// The last word that multiplied, 1 if none did.
    pub(super) scale: f64,
    pub(super) form: Form,
    /// One past its last token.
    pub(super) end: usize,
}

/// The class and value of a number word.
pub(super) fn number_word(word: Word) -> Option<(Class, f64)> {
    static TABLE: OnceLock<WordMap<(Class, f64)>> = OnceLock::new();
    let rows = || {
        let rows = include_str!("numerals.tsv").lines();
        let rows: FxHashMap<Word, (Class, f64)> = rows.filter_map(row).collect();
        rows.into()
    };
    TABLE.get_or_init(rows).get(word).copied()
}

fn row(line: &str) -> Option<(Word, (Class, f64))> {
    let mut columns = line.split('\t');
    let word = columns.next()?;
    let class = match columns.next()? {
        "unit" => Class::Unit,
        "ten" => Class::Ten,
        "hundred" => Class::Hundred,
        "scale" => Class::Scale,
        "short" => Class::Short,
        "dozen" => Class::Dozen,
        "ordinal" => Class::Ordinal,
        "part" => Class::Part,
        _ => return None,
    };
    Some((Word::of(word), (class, columns.next()?.parse().ok()?)))
}

/// The number that starts at token `at`.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<Numeral> {
    if let Some(ordinal) = ordinal_in_digits(words, at) {
        return Some(ordinal);
    }
    let cardinal = cardinal(words, at);
    let with_part = fraction::read(words, at, cardinal);
    with_part.or(cardinal).map(|n| dozens(words, n))
}

/// `21st`.
fn ordinal_in_digits(words: &Words<'_>, at: usize) -> Option<Numeral> {
    const SUFFIXES: [&str; 4] = ["st", "nd", "rd", "th"];
    let joined = words.is(at, Shape::NUMBER) && words.glued(at + 1);
    if !joined || !SUFFIXES.iter().any(|s| words.is_word(at + 1, s)) {
        return None;
    }
    Some(Numeral {
        value: words.text(at).replace(',', "").parse().ok()?,
        step: 1.0,
        scale: 1.0,
        form: Form::Ordinal,
        end: at + 2,
    })
}

fn dozens(words: &Words<'_>, number: Numeral) -> Numeral {
    let at = number.end;
    match words.word(at).and_then(number_word) {
        Some((Class::Dozen, size))
            if matches!(number.form, Form::Digits | Form::Words | Form::Fraction) =>
        {
            // "three hundred and two dozen": the dozens are what "and" adds.
            let added = (at.checked_sub(2))
                .filter(|and| words.is_word(*and, "and") && number.value > 100.0)
                .and_then(|and| words.word(and + 1).and_then(number_word))
                .map_or(number.value, |(_, added)| added);
            Numeral {
                value: number.value - added + added * size,
                step: size,
                scale: size,
                form: Form::Dozens,
                end: at + 1,
            }
        }
        _ => number,
    }
}

/// A cardinal number in digits, words or both; `a hundred` and `a dozen` count, `a` alone does not.
pub(super) fn cardinal(words: &Words<'_>, at: usize) -> Option<Numeral> {
    let class = |at: usize| words.word(at).and_then(number_word);
    let article = words.is_word(at, "a") || words.is_word(at, "an");
    if article {
        let (class, _) = class(at + 1)?;
        if class == Class::Dozen {
            let one = Tally::start(1.0, 1.0, at + 1);
            return Some(one.numeral());
        }
        // "a hundreds-strong crowd" is no hundred: only the singular counts after an article.
        let plural = words.text(at + 1).ends_with(['s', 'S']);
        if plural || !matches!(class, Class::Hundred | Class::Scale) {
            return None;
        }
        return Some(Tally::start(1.0, 1.0, at + 1).finish(words));
    }
    if let Some(digits) = literal::read(words, at) {
        return Some(Tally::start(digits.value, digits.step, digits.end).finish(words));
    }
    match class(at)? {
        (Class::Unit | Class::Ten, value) => Some(Tally::start(value, 1.0, at + 1).finish(words)),
        (Class::Hundred, _)
            if matches!(class(at + 1), Some((Class::Scale, _)))
                && !words.text(at).ends_with(['s', 'S']) =>
        {
            Some(Tally::start(1.0, 1.0, at).finish(words))
        }
        _ => None,
    }
}
