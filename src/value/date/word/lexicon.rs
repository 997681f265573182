//! What a token can mean in a time expression: the words of `words.tsv` and the digits of numbers.

use super::term::{Cycle, Part, Reference, Season, Term, Unit, Which};
use crate::document::{Document, Phrase, PhraseTable, Shape, Token, Word};
use crate::text::pieces;
use std::sync::OnceLock;

// `WORDS`: each with the number of its row, counted from 1, and 1 if it is weak; 0 where the name of a holiday begins.
include!(concat!(env!("OUT_DIR"), "/times.rs"));

/// The terms of all tokens of a document, by token index.
pub(in crate::value::date) fn terms(document: &Document<'_>) -> Vec<Term> {
    let tokens = document.tokens.iter();
    tokens.map(|token| term_of(document, token)).collect()
}

/// What one token can mean.
pub(in crate::value::date) fn term_of(document: &Document<'_>, token: &Token) -> Term {
    if token.is(Shape::NUMBER) {
        return number(document.text(token));
    }
    match word(token.word) {
        // "an ad", "the ce" are no years of the Lord.
        Term::Era(_) if !token.is(Shape::ALL_CAPS) => Term::None,
        term => term,
    }
}

/// Digits, or a number with separators inside.
fn number(text: &str) -> Term {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    match text.parse() {
        Ok(value) if digits && text.len() <= 4 => Term::Digits {
            value,
            len: text.len() as u8,
        },
        _ => Term::Decimal,
    }
}

/// What a word can mean.
fn word(word: Word) -> Term {
    let Some((_, row)) = WORDS.of(word).next() else {
        return Term::default();
    };
    let mut term = match (row.number as usize).checked_sub(1) {
        Some(row) => terms_of_rows().get(row).copied().unwrap_or_default(),
        None => Term::Holiday,
    };
    if row.note > 0 {
        term.weaken();
    }
    term
}

/// The term of every row of the table.
fn terms_of_rows() -> &'static [Term] {
    static TERMS: OnceLock<Vec<Term>> = OnceLock::new();
    TERMS.get_or_init(|| {
        let rows = include_str!("words.tsv").lines();
        let rows = rows.filter(|row| !row.starts_with('#'));
        let term = rows.map(|row| {
            let mut columns = pieces(row, b'\t');
            term(columns.next()?, columns.next()?)
        });
        term.map(Option::unwrap_or_default).collect()
    })
}

fn term(class: &str, value: &str) -> Option<Term> {
    let number = value.parse::<i16>();
    Some(match class {
        "month" => Term::Month(number.ok()? as i8, false),
        "weekday" => Term::Weekday(number.ok()? as i8, false),
        "weekdays" => Term::Weekdays(number.ok()? as i8),
        "unit" => Term::Unit(Unit::coded(value)?),
        "units" => Term::Units(Unit::coded(value)?),
        "number" => Term::Number(number.ok()? as u8),
        "scale" => Term::Scale(number.ok()? as u16),
        "ordinal" => Term::Ordinal(number.ok()? as u8),
        "tens" => Term::Tens(number.ok()?),
        "season" => Term::Season(Season::coded(value)?),
        "seasons" => Term::Seasons(Season::coded(value)?),
        "part" => Term::Part(Part::coded(value)?),
        "parts" => Term::Parts(Part::coded(value)?),
        "hour" => Term::Hour(number.ok()? as i8),
        "meridiem" => Term::Meridiem(number.ok()? as i8),
        "day" => Term::Day(number.ok()? as i8),
        "which" => Term::Which(Which::coded(value)?),
        "quarter" => Term::Quarter(number.ok()? as i8),
        "halfyear" => Term::HalfYear(number.ok()? as i8),
        "era" => Term::Era(number.ok()? as i8),
        "zone" => Term::Zone(number.ok()?),
        "zonename" => Term::ZoneName(number.ok()?),
        "once" => Term::Once(number.ok()? as u8),
        "set" => Term::Set(Cycle::coded(value)?),
        "vague" => Term::Vague(Reference::coded(value)?),
        other => plain(other)?,
    })
}

/// The classes whose words carry no value.
fn plain(class: &str) -> Option<Term> {
    const PLAIN: &[(&str, Term)] = &[
        ("second", Term::Second),
        ("period", Term::Period),
        ("long", Term::Long),
        ("article", Term::Article),
        ("half", Term::Half),
        ("whole", Term::Whole),
        ("these", Term::These),
        ("couple", Term::Couple),
        ("some", Term::Some),
        ("suffix", Term::Suffix),
        ("tonight", Term::Tonight),
        ("overnight", Term::Overnight),
        ("the", Term::The),
        ("ago", Term::Ago),
        ("earlier", Term::Earlier),
        ("later", Term::Later),
        ("hence", Term::Hence),
        ("early", Term::Early),
        ("late", Term::Late),
        ("mid", Term::Mid),
        ("bound", Term::Bound),
        ("about", Term::About),
        ("under", Term::Under),
        ("more", Term::More),
        ("most", Term::Most),
        ("than", Term::Than),
        ("fiscal", Term::Fiscal),
        ("calendar", Term::Calendar),
        ("every", Term::Every),
        ("time", Term::Time),
        ("other", Term::Other),
        ("times", Term::Times),
        ("of", Term::Of),
        ("and", Term::And),
        ("to", Term::To),
        ("between", Term::Between),
        ("from", Term::From),
        ("on", Term::On),
        ("in", Term::In),
        ("at", Term::At),
        ("for", Term::For),
        ("local", Term::Local),
        ("lead", Term::Lead),
        ("will", Term::Will),
        ("past", Term::Past),
        ("ongoing", Term::Ongoing),
        ("all", Term::All),
        ("within", Term::Within),
        ("up", Term::Up),
        ("no", Term::No),
        ("near", Term::Near),
        ("present", Term::Present),
        ("apostrophe", Term::Apostrophe),
    ];
    PLAIN
        .iter()
        .find(|(name, _)| *name == class)
        .map(|(_, term)| *term)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_that_of_its_row() {
        let rows = include_str!("words.tsv").lines();
        for row in rows.filter(|row| !row.starts_with('#')) {
            let columns: Vec<&str> = row.split('\t').collect();
            assert_eq!(columns.len(), 3, "{row}");
            let (class, value, list) = (columns[0], columns[1], columns[2]);
            for text in list.split(' ') {
                let mut wanted = term(class, value);
                let found = word(Word::of(text));
                if class == "weak" || matches!(found, Term::Month(_, true) | Term::Weekday(_, true))
                {
                    wanted = wanted.or(Some(found));
                    wanted.iter_mut().for_each(Term::weaken);
                }
                assert_eq!(Some(found), wanted, "{text}");
            }
        }
        assert_eq!(word(Word::of("thanksgiving")), Term::Holiday);
    }
}
