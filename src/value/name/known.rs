//! Organisations and bodies that the whole world knows, under their short and other names.
//!
//! `known.tsv` is the table; [`known_at`] finds its entries in a document.

use super::lexicon::Tags;
use super::page::Page;
use crate::document::{Shape, Word, tokenize};
use crate::text::Part;
use crate::value::Kind;
use rustc_hash::FxHashMap;
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
    rest: Vec<Word>,
    known: usize,
    acronym: bool,
}

struct Table {
    entries: Vec<Known>,
    forms: FxHashMap<Word, Vec<Form>>,
}

fn table() -> &'static Table {
    static TABLE_ONCE: OnceLock<Table> = OnceLock::new();
    TABLE_ONCE.get_or_init(|| {
        let mut table = Table {
            entries: Vec::with_capacity(128),
            forms: FxHashMap::default(),
        };
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let kind = if columns.next() == Some("body") {
                Kind::Body
            } else {
                Kind::Organisation
            };
            let name = columns.next().unwrap_or("");
            let others = columns.next().unwrap_or("").split('|');
            for form in std::iter::once(name).chain(others.filter(|f| !f.is_empty())) {
                let mut words = tokenize(form, Part::Text).into_iter().map(|t| t.word);
                let Some(first) = words.next() else { continue };
                table.forms.entry(first).or_default().push(Form {
                    rest: words.collect(),
                    known: table.entries.len(),
                    acronym: !form.contains(char::is_lowercase),
                });
            }
            table.entries.push(Known { kind, name });
        }
        table
    })
}

/// The words that a known name starts with.
pub(super) fn first_words() -> impl Iterator<Item = Word> {
    let mut words: Vec<Word> = table().forms.keys().copied().collect();
    words.sort_unstable();
    words.into_iter()
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
    let forms = table.forms.get(&page.word(at)?)?;
    let longest = forms
        .iter()
        .filter(|form| {
            let follows = |(n, word): (usize, &Word)| page.word(at + 1 + n) == Some(*word);
            form.rest.iter().enumerate().all(follows) && is_written_as_name(page, at, form, upper)
        })
        .max_by_key(|form| form.rest.len())?;
    let end = at + 1 + longest.rest.len();
    let lower = |at: usize| {
        page.is(at, Shape::WORD) && !page.is_capital(at) && !page.tags(at).any(Tags::FUNCTION)
    };
    Some(KnownAt {
        end,
        known: table.entries.get(longest.known)?,
        acronym: longest.acronym,
        plain: (at..end).any(lower),
    })
}

/// One word needs a capital, an acronym all capitals; three words speak for themselves.
fn is_written_as_name(page: &Page<'_, '_>, at: usize, form: &Form, upper: bool) -> bool {
    if form.rest.is_empty() {
        let shape = if form.acronym {
            Shape::CAPITAL
        } else {
            Shape::CAPITAL.with(Shape::WORD)
        };
        let spelled = page.is(at, shape)
            && (!form.acronym || page.is(at, Shape::ALL_CAPS) || page.is(at, Shape::ABBREVIATION));
        return spelled
            && !(upper && (page.tags(at).any(Tags::COMMON) || page.tags(at).any(Tags::GIVEN)));
    }
    true
}
