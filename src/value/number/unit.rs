//! Units of measure and currencies: how they are written, and how one converts into another.

use super::phrases::{Key, Phrases};
use super::words::Words;
use crate::document::Shape;
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

struct Table {
    units: Vec<Unit>,
    /// Forms behind a number, by their first word.
    after: Phrases,
    /// Forms before a number, by their last word.
    before: Phrases,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(load)
}

fn load() -> Table {
    let mut table = Table {
        units: Vec::new(),
        after: Phrases::default(),
        before: Phrases::default(),
    };
    for line in include_str!("units.tsv").lines() {
        let mut columns = pieces(line, b'\t');
        let mut column = || columns.next().unwrap_or("");
        let (forms, name, family, factor) = (column(), column(), column(), column().parse());
        let Ok(factor) = factor else {
            continue;
        };
        let unit = Unit {
            name,
            family,
            factor,
            flags: column(),
        };
        let row = table.units.len();
        for form in pieces(forms, b'|') {
            table.after.add(form, Key::First, row);
            if unit.has("before") {
                table.before.add(form, Key::Last, row);
            }
        }
        table.units.push(unit);
    }
    table.after.close();
    table.before.close();
    table
}

/// The unit written from `at` on, which stands behind a number, and its end. `family` narrows a form of two units
/// (`pounds`); without it the first row of `units.tsv` is meant.
pub(super) fn after(
    words: &Words<'_>,
    at: usize,
    family: Option<&str>,
) -> Option<(&'static Unit, usize)> {
    let table = table();
    let hyphen = words.hyphen(at);
    let from = at + usize::from(hyphen);
    let mut forms = table.after.of(words.word(from)?);
    forms.find_map(|(form, row)| {
        let unit = table.units.get(row)?;
        let text = words.text(from);
        let fits = (!unit.has("glued") || (words.glued(at) && !hyphen))
            && (!unit.has("hyphen") || hyphen)
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
    let table = table();
    let last = at.checked_sub(1)?;
    let mut forms = table.before.of(words.word(last)?);
    // Before a number only signs and codes are currencies: "they paid the dollars 40 people had lent".
    let code = !words.is(last, Shape::WORD)
        || words.is(last, Shape::ALL_CAPS)
        || words.text(last).len() <= 3
        || words.is_word(last, "dollar");
    forms.find_map(|(form, row)| {
        let unit = table.units.get(row)?;
        let start = at
            .checked_sub(form.len())
            .filter(|start| *start >= words.free)?;
        // "a $5 fine" is no Australian dollar, "Spain's $5" none of Singapore; "c $ 5" is Canadian.
        let letter = form.len() == 2 && words.text(start).len() == 1;
        let joined = !letter || words.glued(last) || words.is_word(start, "c");
        (code && joined && words.ends(at, form)).then_some((unit, start))
    })
}

/// The unit called `name`.
pub(super) fn named(name: &str) -> Option<&'static Unit> {
    table().units.iter().find(|unit| unit.name == name)
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
