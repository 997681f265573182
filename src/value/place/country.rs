//! Countries: by name ("Russia", "U.S."), by demonym ("Russian", "Russians"), and the capitals and seats of government
//! that stand for them.
//!
//! `countries.tsv` is the table. Countries that are no more (the Soviet Union) are in it: old news names them.

use super::index::{Index, Match};
use crate::document::{Document, Shape, Word};
use crate::text::pieces;
use rustc_hash::FxHashSet;
use std::cell::OnceCell;
use std::sync::OnceLock;

const TABLE: &str = include_str!("countries.tsv");

/// How a country was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// By its name: `Russia`.
    Name,
    /// By what its people and things are called: `Russian`.
    Demonym,
    /// By its seat of government, which also is just a place: `Moscow`.
    Seat,
}

/// A country found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Country {
    /// The canonical English short name.
    pub(super) name: &'static str,
    /// How many tokens name it.
    pub(super) tokens: usize,
    /// How it was named.
    pub(super) form: Form,
    /// Whether the name is somebody's name too: Jordan, Chad.
    pub(super) weak: bool,
}

struct Countries {
    names: Vec<&'static str>,
    /// Which names are somebody's too.
    weak: Vec<bool>,
    /// Numbers of entries are `country * 3 + form`.
    index: Index,
}

fn countries() -> &'static Countries {
    static COUNTRIES: OnceLock<Countries> = OnceLock::new();
    COUNTRIES.get_or_init(|| {
        let mut names = Vec::with_capacity(256);
        let mut weak = Vec::with_capacity(256);
        let mut index = Index::with_capacity(800);
        for row in TABLE.lines().filter(|row| !row.starts_with('#')) {
            let mut columns = row.split('\t');
            let first = columns.next().unwrap_or("");
            let name = first.trim_start_matches('?');
            weak.push(name.len() < first.len());
            let id = names.len() as u32 * 3;
            index.insert(name, id);
            for other in listed(columns.next()) {
                index.insert(other, id);
            }
            for demonym in listed(columns.next()) {
                index.insert(demonym, id + 1);
                if !demonym.ends_with(['s', 'h']) && !demonym.ends_with("ese") {
                    index.insert(&format!("{demonym}s"), id + 1);
                }
            }
            for seat in listed(columns.next()) {
                index.insert(seat, id + 2);
            }
            names.push(name);
        }
        Countries { names, weak, index }
    })
}

fn listed(column: Option<&'static str>) -> impl Iterator<Item = &'static str> {
    pieces(column.unwrap_or(""), b'|').filter(|name| !name.is_empty())
}

/// The country that the tokens starting at `at` name as a name or demonym (`Russia`, `Russian`, `the U.S.` from its
/// `U.S.` on; never as a capital): the number of tokens and the canonical English short name.
///
/// ```
/// use twosource::{document::Document, text::Source, value::place::country_at};
/// let source = Source::new("a", "Two South Korean divers met the envoy.");
/// let document = Document::parse(&source);
/// assert_eq!(country_at(&document, 1), Some((2, "South Korea".to_owned())));
/// assert_eq!(country_at(&document, 3), None);
/// ```
pub fn country_at(document: &Document<'_>, at: usize) -> Option<(usize, String)> {
    let found = find(document, at).filter(|c| c.form != Form::Seat)?;
    Some((found.tokens, found.name.to_owned()))
}

/// How many tokens from `at` on name a country, as [`country_at`] reads it.
pub(in crate::value) fn country_length(document: &Document<'_>, at: usize) -> Option<usize> {
    let found = find(document, at).filter(|c| c.form != Form::Seat)?;
    Some(found.tokens)
}

/// The country that the longest name starting at `at` names.
pub(super) fn find(document: &Document<'_>, at: usize) -> Option<Country> {
    let first = document.tokens.get(at)?;
    if !first.is(Shape::CAPITAL) {
        return None;
    }
    let table = countries();
    let longest = |a: &Match, b: &Match| (a.tokens, b.id).cmp(&(b.tokens, a.id));
    let found = table.index.starting(document, at).max_by(longest)?;
    if is_inside_other_name(document, at) || is_pronoun(document, at, found.tokens) {
        return None;
    }
    let form = match found.id % 3 {
        0 => Form::Name,
        1 => Form::Demonym,
        _ => Form::Seat,
    };
    Some(Country {
        name: table.names.get(found.id as usize / 3)?,
        tokens: found.tokens,
        form,
        weak: form == Form::Name && *table.weak.get(found.id as usize / 3)?,
    })
}

/// The countries that a document names otherwise than by name, too: by demonym or seat. Read when first asked for.
#[derive(Default)]
pub(super) struct Vouched {
    names: OnceCell<FxHashSet<&'static str>>,
}

impl Vouched {
    /// Whether `document` names the country `name` by demonym or seat.
    pub(super) fn has(&self, document: &Document<'_>, name: &str) -> bool {
        let read = || {
            let all = (0..document.tokens.len()).filter_map(|at| find(document, at));
            all.filter(|c| c.form != Form::Name)
                .map(|c| c.name)
                .collect()
        };
        self.names.get_or_init(read).contains(name)
    }
}

/// The canonical name of the country that the whole of `phrase` names, and how: `Moscow` is `Russia` as a seat.
pub(super) fn named(phrase: &str) -> Option<(&'static str, Form)> {
    let table = countries();
    let id = table.index.named(phrase).into_iter().min()?;
    let form = match id % 3 {
        0 => Form::Name,
        1 => Form::Demonym,
        _ => Form::Seat,
    };
    Some((table.names.get(id as usize / 3)?, form))
}

/// Whether the word before makes it another name: New Mexico, Latin America, Native Americans, Northern Ireland.
fn is_inside_other_name(document: &Document<'_>, at: usize) -> bool {
    const BEFORE_ALL: [Word; 4] = [
        Word::of("new"),
        Word::of("latin"),
        Word::of("native"),
        Word::of("african"),
    ];
    const BEFORE_SOME: [Word; 5] = [
        Word::of("south"),
        Word::of("north"),
        Word::of("central"),
        Word::of("asian"),
        Word::of("northern"),
    ];
    const SOME: [Word; 5] = [
        Word::of("america"),
        Word::of("american"),
        Word::of("americans"),
        Word::of("ireland"),
        Word::of("irish"),
    ];
    let Some(before) = at.checked_sub(1).and_then(|b| document.tokens.get(b)) else {
        return false;
    };
    let Some(word) = document.word(at) else {
        return false;
    };
    before.is(Shape::CAPITAL)
        && (BEFORE_ALL.contains(&before.word)
            || (BEFORE_SOME.contains(&before.word) && SOME.contains(&word)))
}

/// "us" is a country only in capitals, and in a text all in capitals only where the next words show it.
fn is_pronoun(document: &Document<'_>, at: usize, tokens: usize) -> bool {
    const US: Word = Word::of("us");
    if tokens > 1 || document.word(at) != Some(US) {
        return false;
    }
    let capitals = |at: usize| {
        document
            .tokens
            .get(at)
            .is_some_and(|t| t.is(Shape::ALL_CAPS))
    };
    let shouted = at.checked_sub(1).is_some_and(capitals) && capitals(at + 1);
    let article = at.checked_sub(1).and_then(|b| document.word(b)) == Some(Word::of("the"));
    !capitals(at) || (shouted && !article)
}
