//! Organisations and bodies that the whole world knows, under their short and other names.
//!
//! `known.tsv` is the table; [`known_at`] finds its entries in a document.

use super::lexicon::Tags;
use super::page::TaggedPage;
use crate::document::{Phrase, PhraseTable, Shape, Word, WordTable};
use crate::value::Kind;
use std::sync::OnceLock;

const TABLE: &str = include_str!("known.tsv");

// `PHRASES`: each with where its row begins in the table, and where the form does.
include!(concat!(env!("OUT_DIR"), "/known.rs"));

/// An entry of the table.
pub(super) struct Known {
    /// `Organisation` or `Body`.
    pub(super) kind: Kind,
    /// The canonical name.
    pub(super) name: &'static str,
}

impl Known {
    /// What a form of the table names: one in another language is a name of its own.
    fn of(phrase: &Phrase) -> Option<Known> {
        let row = TABLE.get(phrase.number as usize..)?;
        let (kind, name) = row.split_once('\t')?;
        let kind = if kind == "body" {
            Kind::Body
        } else {
            Kind::Organisation
        };
        let form = form(phrase)?;
        let name = match form.strip_prefix('=') {
            Some(foreign) => foreign,
            None => first_of(name)?,
        };
        Some(Known { kind, name })
    }
}

/// How a form of the table is written there.
fn form(phrase: &Phrase) -> Option<&'static str> {
    first_of(TABLE.get(phrase.note as usize..)?)
}

fn first_of(names: &'static str) -> Option<&'static str> {
    names.split(['|', '\t', '\n']).next()
}

fn is_acronym(phrase: &Phrase) -> bool {
    form(phrase).is_some_and(|form| !form.contains(char::is_lowercase))
}

/// The name under which an organisation is compared whose name in another language, or that name's acronym, is `name`:
/// articles keep to one of them, and are shown with the one they have.
pub fn full_name(name: &str) -> Option<&'static str> {
    let mut foreign = foreign().iter();
    let found = foreign.find(|(other, _)| other.eq_ignore_ascii_case(name));
    found.map(|(_, full)| *full)
}

/// Names in another language, with the name that comparing takes for them.
fn foreign() -> &'static [(&'static str, &'static str)] {
    static FOREIGN: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    FOREIGN.get_or_init(|| {
        let rows = TABLE
            .lines()
            .filter(|line| line.contains('=') && !line.starts_with('#'));
        let names = rows.flat_map(|row| {
            let mut columns = row.split('\t').skip(1);
            let name = columns.next().unwrap_or("");
            let forms = columns.next().unwrap_or("").split('|');
            forms.filter_map(move |form| Some((form.strip_prefix('=')?, name)))
        });
        names.collect()
    })
}

/// `tags` with `bits` for every word that a known name starts with.
pub(super) const fn mark<const SLOTS: usize>(
    tags: WordTable<SLOTS>,
    bits: u64,
) -> WordTable<SLOTS> {
    PHRASES.marked(tags, bits)
}

/// A known name in a document.
pub(super) struct KnownAt {
    /// One past its last token.
    pub(super) end: usize,
    /// What it names.
    pub(super) known: Known,
    /// Written as an acronym.
    pub(super) acronym: bool,
    /// Written without capitals, so that it may be mere words.
    pub(super) plain: bool,
}

/// The longest known name that starts at `at`.
pub(super) fn known_at(page: &TaggedPage<'_, '_>, at: usize, upper: bool) -> Option<KnownAt> {
    if !page.tags(at).any(Tags::KNOWN) {
        return None;
    }
    let follows = |rest: &[Word]| {
        (at + 1..)
            .zip(rest)
            .all(|(at, word)| page.word(at) == Some(*word))
    };
    let (rest, form) = PHRASES
        .of(page.word(at)?)
        .filter_map(|(words, form)| Some((words.get(1..)?, form)))
        .filter(|(rest, form)| {
            follows(rest) && (!rest.is_empty() || is_written_as_name(page, at, form, upper))
        })
        .max_by_key(|(rest, _)| rest.len())?;
    let end = at + 1 + rest.len();
    let lower = |at: usize| {
        page.is(at, Shape::WORD) && !page.is_capital(at) && !page.tags(at).any(Tags::FUNCTION)
    };
    Some(KnownAt {
        end,
        known: Known::of(form)?,
        acronym: is_acronym(form),
        plain: (at..end).any(lower),
    })
}

/// One word needs a capital, an acronym all capitals; more words speak for themselves.
fn is_written_as_name(page: &TaggedPage<'_, '_>, at: usize, form: &Phrase, upper: bool) -> bool {
    let spelled = page.is(at, Shape::CAPITAL)
        && (!is_acronym(form) || page.is(at, Shape::ALL_CAPS) || page.is(at, Shape::ABBREVIATION));
    let tags = page.tags(at);
    spelled && !(upper && tags.any(Tags::COMMON.with(Tags::GIVEN)))
}
