//! What a token can mean in a time expression: the words of `words.tsv` and the digits of numbers.

use super::term::{Part, Season, Term, Unit, Which};
use crate::document::{Document, Shape, Token, Word, WordMap};
use crate::text::pieces;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// The terms of all tokens of a document, by token index.
pub(super) fn terms(document: &Document<'_>) -> Vec<Term> {
    let tokens = document.tokens.iter();
    tokens.map(|token| term_of(document, token)).collect()
}

/// What one token can mean.
pub(super) fn term_of(document: &Document<'_>, token: &Token) -> Term {
    if token.is(Shape::NUMBER) {
        return number(document.text(token));
    }
    words().get(token.word).copied().unwrap_or_default()
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

fn words() -> &'static WordMap<Term> {
    static WORDS: OnceLock<WordMap<Term>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut map: FxHashMap<Word, Term> = FxHashMap::default();
        let rows = include_str!("words.tsv").lines();
        for row in rows.filter(|row| !row.starts_with('#')) {
            let mut columns = pieces(row, b'\t');
            let (Some(class), Some(value), Some(list)) =
                (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            for word in pieces(list, b' ').map(Word::of) {
                if class == "weak" {
                    map.entry(word).and_modify(Term::weaken);
                } else if let Some(term) = term(class, value) {
                    map.insert(word, term);
                }
            }
        }
        for word in super::holiday::first_words() {
            map.entry(word).or_insert(Term::Holiday);
        }
        map.into()
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
        "zone" => Term::Zone(number.ok()?),
        "zonename" => Term::ZoneName(number.ok()?),
        "once" => Term::Once(number.ok()? as u8),
        "set" => Term::Set(set(value)?),
        "vague" => Term::Vague(reference(value)?),
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

fn set(value: &str) -> Option<&'static str> {
    const SETS: [&str; 7] = ["P1D", "P1W", "P2W", "P1M", "P3M", "P1Y", "PT1H"];
    SETS.into_iter().find(|set| *set == value)
}

fn reference(value: &str) -> Option<&'static str> {
    const REFERENCES: [&str; 3] = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"];
    REFERENCES.into_iter().find(|r| *r == value)
}
