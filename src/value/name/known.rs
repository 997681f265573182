//! Organisations and bodies that the whole world knows, under their short and other names.
//!
//! `known.tsv` is the table; [`known_at`] finds its entries in a document.

use super::lexicon::Tags;
use super::page::Page;
use super::phrase::Phrases;
use crate::document::{Shape, Word, tokenize};
use crate::text::Part;
use crate::value::Kind;
use std::sync::OnceLock;

const TABLE: &str = include_str!("known.tsv");

/// An entry of the table.
pub(super) struct Known {
    /// `Organisation` or `Body`.
    pub(super) kind: Kind,
    /// The canonical name.
    pub(super) name: &'static str,
}

struct Form {
    known: u32,
    acronym: bool,
}

struct Table {
    entries: Vec<Known>,
    forms: Vec<Form>,
    phrases: Phrases,
    /// Names in another language, with the name that comparing takes for them.
    foreign: Vec<(&'static str, &'static str)>,
}

fn table() -> &'static Table {
    static TABLE_ONCE: OnceLock<Table> = OnceLock::new();
    TABLE_ONCE.get_or_init(|| {
        let mut table = Table {
            entries: Vec::with_capacity(256),
            forms: Vec::with_capacity(512),
            phrases: Phrases::with_capacity(512),
            foreign: Vec::new(),
        };
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            table.add(line);
        }
        table
    })
}

impl Table {
    fn add(&mut self, line: &'static str) {
        let mut columns = line.split('\t');
        let kind = if columns.next() == Some("body") {
            Kind::Body
        } else {
            Kind::Organisation
        };
        let name = columns.next().unwrap_or("");
        let others = columns.next().unwrap_or("").split('|');
        let entry = self.entries.len();
        self.entries.push(Known { kind, name });
        for form in std::iter::once(name).chain(others.filter(|f| !f.is_empty())) {
            let (form, known) = match form.strip_prefix('=') {
                Some(foreign) => {
                    self.foreign.push((foreign, name));
                    self.entries.push(Known {
                        kind,
                        name: foreign,
                    });
                    (foreign, self.entries.len() - 1)
                }
                None => (form, entry),
            };
            if form.contains(['-', '&', '\'', ',']) {
                let words = tokenize(form, Part::Text).into_iter().map(|t| t.word);
                self.phrases.insert(words, self.forms.len());
            } else {
                self.phrases
                    .insert(form.split(' ').map(Word::new), self.forms.len());
            }
            self.forms.push(Form {
                known: known as u32,
                acronym: !form.contains(char::is_lowercase),
            });
        }
    }
}

/// The name under which an organisation is compared whose name in another language, or that name's acronym, is `name`:
/// articles keep to one of them, and are shown with the one they have.
pub fn full_name(name: &str) -> Option<&'static str> {
    let mut foreign = table().foreign.iter();
    let found = foreign.find(|(other, _)| other.eq_ignore_ascii_case(name));
    found.map(|(_, full)| *full)
}

/// The words that a known name starts with.
pub(super) fn first_words() -> impl Iterator<Item = Word> {
    table().phrases.first_words()
}

/// A known name in a document.
pub(super) struct KnownAt {
    /// One past its last token.
    pub(super) end: usize,
    /// What it names.
    pub(super) known: &'static Known,
    /// Written as an acronym.
    pub(super) acronym: bool,
    /// Written without capitals, so that it may be mere words.
    pub(super) plain: bool,
}

/// The longest known name that starts at `at`.
pub(super) fn known_at(page: &Page<'_, '_>, at: usize, upper: bool) -> Option<KnownAt> {
    if !page.tags(at).any(Tags::KNOWN) {
        return None;
    }
    let table = table();
    let follows = |rest: &[Word]| {
        (at + 1..)
            .zip(rest)
            .all(|(at, word)| page.word(at) == Some(*word))
    };
    let (rest, form) = table
        .phrases
        .starting(page.word(at)?)
        .filter_map(|(rest, form)| Some((rest, table.forms.get(form)?)))
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
        known: table.entries.get(form.known as usize)?,
        acronym: form.acronym,
        plain: (at..end).any(lower),
    })
}

/// One word needs a capital, an acronym all capitals; more words speak for themselves.
fn is_written_as_name(page: &Page<'_, '_>, at: usize, form: &Form, upper: bool) -> bool {
    let spelled = page.is(at, Shape::CAPITAL)
        && (!form.acronym || page.is(at, Shape::ALL_CAPS) || page.is(at, Shape::ABBREVIATION));
    let tags = page.tags(at);
    spelled && !(upper && tags.any(Tags::COMMON.with(Tags::GIVEN)))
}
