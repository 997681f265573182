//! Countries: by name ("Russia", "U.S."), by demonym ("Russian", "Russians"), and the capitals and seats of government
//! that stand for them.
//!
//! `countries.tsv` is the table. Countries that are no more (the Soviet Union) are in it: old news names them.

use super::index::{self, Match};
use crate::document::{Document, Phrase, PhraseTable, Shape, Word};
use rustc_hash::FxHashSet;
use std::cell::OnceCell;

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

// `NAMES`: three times where the row of a country begins in the table, and what makes a [`Form`].
include!(concat!(env!("OUT_DIR"), "/countries.rs"));

/// The row of a number of `NAMES`: the country's name, and whether it is somebody's too.
fn row(number: u32) -> Option<(&'static str, bool)> {
    let (name, _) = TABLE.get(number as usize / 3..)?.split_once('\t')?;
    Some(match name.strip_prefix('?') {
        Some(name) => (name, true),
        None => (name, false),
    })
}

/// How a number of `NAMES` names its country.
fn form(number: u32) -> Form {
    match number % 3 {
        0 => Form::Name,
        1 => Form::Demonym,
        _ => Form::Seat,
    }
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
    if !first.is(Shape::CAPITAL) || !NAMES.has(first.word) {
        return None;
    }
    let longest = |a: &Match, b: &Match| (a.tokens, b.id).cmp(&(b.tokens, a.id));
    let found = index::starting(&NAMES, document, at).max_by(longest)?;
    if is_inside_other_name(document, at) || is_pronoun(document, at, found.tokens) {
        return None;
    }
    let (name, weak) = row(found.id)?;
    let form = form(found.id);
    Some(Country {
        name,
        tokens: found.tokens,
        form,
        weak: form == Form::Name && weak,
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
    let id = index::named(&NAMES, phrase).min()?;
    Some((row(id)?.0, form(id)))
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
