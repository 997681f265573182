//! Units of measure and currencies: how they are written, and how one converts into another.

use super::words::Words;
use crate::document::{Phrase, PhraseTable, Shape, Word};
use crate::text::pieces;
use std::sync::OnceLock;

/// A unit.
#[derive(Debug)]
pub(super) struct Unit {
    /// Its name in machine formats: `km`, `USD`, `%`.
    pub(super) name: &'static str,
    /// What it measures: `length`, `money`; units of one family convert, currencies only into their own parts.
    pub(super) family: &'static str,
    /// The unit in the family's base unit.
    pub(super) factor: f64,
    /// How it is written, as `units.tsv` explains.
    flags: &'static str,
}

impl Unit {
    /// Whether only a large number is measured in it: fewer than a hundred `won` is a verb.
    pub(super) fn is_for_large_numbers(&self) -> bool {
        self.has("large")
    }

    fn has(&self, flag: &str) -> bool {
        pieces(self.flags, b' ').any(|word| word == flag)
    }
}

// `AFTER` are forms behind a number, by their first word, `BEFORE` forms before one, by their last: each with the number of
// its row, the longest first.
include!(concat!(env!("OUT_DIR"), "/units.rs"));

/// The rows of the table.
fn units() -> &'static [Unit] {
    static UNITS: OnceLock<Vec<Unit>> = OnceLock::new();
    UNITS.get_or_init(|| {
        let lines = include_str!("units.tsv").lines();
        let rows = lines.filter(|line| !line.starts_with('#'));
        rows.filter_map(unit).collect()
    })
}

fn unit(row: &'static str) -> Option<Unit> {
    let mut columns = pieces(row, b'\t').skip(1);
    let mut column = || columns.next().unwrap_or("");
    Some(Unit {
        name: column(),
        family: column(),
        factor: column().parse().ok()?,
        flags: column(),
    })
}

/// The unit written from `at` on, which stands behind a number, and its end. `family` narrows a form of two units
/// (`pounds`); without it the first row of `units.tsv` is meant.
pub(super) fn after(
    words: &Words<'_>,
    at: usize,
    family: Option<&str>,
) -> Option<(&'static Unit, usize)> {
    let hyphen = words.hyphen(at);
    let from = at + usize::from(hyphen);
    let mut forms = AFTER.of(words.word(from)?);
    forms.find_map(|(form, phrase)| {
        let unit = of(phrase)?;
        let text = words.text(from);
        let fits = (!unit.has("glued") || (words.glued(at) && !hyphen))
            && (!unit.has("hyphen") || hyphen)
            && (!unit.has("mark") || words.glued(at) || !words.glued(from + form.len()))
            && (!unit.has("upper") || text.starts_with(char::is_uppercase))
            && (!unit.has("lower") || text.starts_with(char::is_lowercase))
            && family.is_none_or(|family| unit.family == family);
        // "12 m 2 dm" is no area.
        let whole = form.len() != 2 || !words.is(from + 1, Shape::NUMBER) || words.glued(from + 1);
        // "June 7, 2013 $10,000": the sign belongs to the number it is glued to.
        let next = from + form.len();
        let taken =
            !words.is(from, Shape::WORD) && words.glued(next) && words.is(next, Shape::NUMBER);
        (fits && whole && !taken && words.starts(from, form)).then_some((unit, from + form.len()))
    })
}

/// The currency written before a number at `at`, and its start: `$`, `US $`, `EUR`.
pub(super) fn before(words: &Words<'_>, at: usize) -> Option<(&'static Unit, usize)> {
    let last = at.checked_sub(1)?;
    let mut forms = BEFORE.of(words.word(last)?);
    // Before a number only signs and codes are currencies: "they paid the dollars 40 people had lent".
    let code = !words.is(last, Shape::WORD)
        || words.is(last, Shape::ALL_CAPS)
        || words.text(last).len() <= 3
        || words.is_word(last, "dollar");
    forms.find_map(|(form, phrase)| {
        let unit = of(phrase)?;
        let start = at
            .checked_sub(form.len())
            .filter(|start| *start >= words.free)?;
        // "a $5 fine" is no Australian dollar, "Spain's $5" none of Singapore; "c $ 5" is Canadian.
        let letter = form.len() == 2 && words.text(start).len() == 1;
        let joined = !letter || words.glued(last) || words.is_word(start, "c");
        (code && joined && words.ends(at, form)).then_some((unit, start))
    })
}

/// The unit that a form stands for.
fn of(form: &Phrase) -> Option<&'static Unit> {
    units().get(form.number as usize)
}

/// The unit called `name`.
pub(super) fn named(name: &str) -> Option<&'static Unit> {
    units().iter().find(|unit| unit.name == name)
}

/// A value of the unit `from` in the unit `to`; `None` if the one does not convert into the other. Currencies convert
/// into their own hundredths only: no exchange rate is known here.
pub(super) fn convert(value: f64, from: &str, to: &str) -> Option<f64> {
    if from == to {
        return Some(value);
    }
    let (from, to) = (named(from)?, named(to)?);
    match (from.family, from.name, to.name) {
        ("temperature", "Celsius", "Fahrenheit") => Some(value * 1.8 + 32.0),
        ("temperature", "Fahrenheit", "Celsius") => Some((value - 32.0) / 1.8),
        ("money", "cent", "USD" | "EUR" | "CAD" | "AUD") | ("money", "penny", "GBP") => {
            Some(value * 0.01)
        }
        ("money", "USD" | "EUR" | "CAD" | "AUD", "cent") | ("money", "GBP", "penny") => {
            Some(value * 100.0)
        }
        ("money", _, _) => None,
        (family, _, _) if family == to.family => Some(value * from.factor / to.factor),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_that_of_its_row() {
        let lines = include_str!("units.tsv").lines();
        let rows = lines.filter(|line| !line.starts_with('#'));
        for (row, line) in rows.enumerate() {
            let columns: Vec<&str> = line.split('\t').collect();
            let unit = units().get(row);
            assert_eq!(unit.map(|unit| unit.name), columns.get(1).copied());
            // Plain forms only: the others are split as a text is.
            let forms = columns
                .first()
                .into_iter()
                .flat_map(|forms| forms.split('|'));
            for form in forms.filter(|form| form.bytes().all(|b| b.is_ascii_lowercase())) {
                let mut read = AFTER.of(Word::of(form));
                assert!(read.any(|(words, own)| words.len() == 1 && own.number == row as u32));
            }
        }
    }
}
