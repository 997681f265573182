//! Roles and titles: which phrase says what somebody is ("foreign minister", "Gen.", "top diplomat"), in canonical form.
//!
//! `roles.tsv` is the table. A role with a modifier in front is read as one phrase: "former deputy police chief".

use super::lexicon::Tags;
use super::page::Page;
use super::phrase::Phrases;
use crate::document::{Shape, Word};
use crate::text::pieces;
use std::sync::OnceLock;

const TABLE: &str = include_str!("roles.tsv");

/// How a role phrase may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// Names an office that one person holds: "the mayor" describes somebody.
    Office,
    /// Stands before a name only: `Sgt.`
    Title,
    /// Stands before a name and tells nothing of a role: `Mr.`
    Honorific,
    /// Says what somebody is; most of those are many: "suspect", "rapper".
    Word,
}

struct Row {
    usage: Use,
    canonical: &'static str,
}

struct Form {
    row: u32,
    /// The country whose office this form names; other countries' offices of that name are another role.
    only_of: Option<&'static str>,
}

struct Roles {
    rows: Vec<Row>,
    forms: Vec<Form>,
    phrases: Phrases,
}

/// A role phrase in a document.
#[derive(Clone, Debug)]
pub(super) struct Role {
    /// The first token, a modifier's if there is one.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// How it may be used.
    pub(super) usage: Use,
    canonical: &'static str,
    prefix: Option<&'static str>,
    /// The reading that holds if the country fits.
    conditional: Option<(&'static str, &'static str)>,
}

impl Role {
    /// The canonical role of somebody of `of`; `None` for mere honorifics.
    pub(super) fn canonical(&self, of: Option<&str>) -> Option<String> {
        if self.usage == Use::Honorific {
            return None;
        }
        let role = match self.conditional {
            Some((role, country)) if of == Some(country) => role,
            _ => self.canonical,
        };
        Some(match self.prefix {
            Some(prefix) => format!("{prefix} {role}"),
            None => role.to_owned(),
        })
    }
}

fn roles() -> &'static Roles {
    static ROLES: OnceLock<Roles> = OnceLock::new();
    ROLES.get_or_init(|| {
        let mut roles = Roles {
            rows: Vec::with_capacity(256),
            forms: Vec::with_capacity(512),
            phrases: Phrases::with_capacity(512),
        };
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            roles.add(line);
        }
        roles
    })
}

impl Roles {
    fn add(&mut self, line: &'static str) {
        let mut columns = pieces(line, b'\t');
        let usage = match columns.next() {
            Some("office" | "ruler") => Use::Office,
            Some("title") => Use::Title,
            Some("honorific") => Use::Honorific,
            _ => Use::Word,
        };
        let canonical = columns.next().unwrap_or("");
        let others = pieces(columns.next().unwrap_or(""), b'|');
        for form in std::iter::once(canonical).chain(others.filter(|f| !f.is_empty())) {
            let (phrase, only_of) = match form.split_once(" @") {
                Some((phrase, country)) => (phrase, Some(country)),
                None => (form, None),
            };
            let words = phrase.split([' ', '-']);
            self.phrases.insert(words.map(Word::new), self.forms.len());
            self.forms.push(Form {
                row: self.rows.len() as u32,
                only_of,
            });
        }
        self.rows.push(Row { usage, canonical });
    }
}

/// Whether nobody holds both roles: a king is no president, a victim no suspect.
pub fn are_exclusive(left: &str, right: &str) -> bool {
    const ACCUSED: [&str; 3] = ["suspect", "gunman", "defendant"];
    let rules = |role: &str| {
        TABLE.lines().any(|line| {
            let mut columns = pieces(line, b'\t');
            columns.next() == Some("ruler") && columns.next() == Some(role)
        })
    };
    let harmed = |a: &str, b: &str| a == "victim" && ACCUSED.contains(&b);
    left != right && (harmed(left, right) || harmed(right, left) || (rules(left) && rules(right)))
}

/// The words that a role phrase starts with.
pub(super) fn first_words() -> impl Iterator<Item = Word> {
    roles().phrases.first_words()
}

/// The longest role phrase that starts at `at`, modifiers included.
pub(super) fn role_at(page: &Page<'_, '_>, at: usize) -> Option<Role> {
    let tags = page.tags(at);
    if tags.any(Tags::MODIFIER)
        && let Some(role) = modified(page, at)
    {
        return Some(role);
    }
    if tags.any(Tags::ROLE) {
        plain(page, at)
    } else {
        None
    }
}

/// A role with a modifier before it; a hyphen between is passed over ("ex-president").
fn modified(page: &Page<'_, '_>, at: usize) -> Option<Role> {
    const FORMER: [Word; 4] = [
        Word::of("former"),
        Word::of("ex"),
        Word::of("late"),
        Word::of("retired"),
    ];
    const ACTING: [Word; 2] = [Word::of("acting"), Word::of("interim")];
    let mut next = at + 1;
    if page.is_hyphen(next) {
        next += 1;
    }
    let inner = role_at(page, next).filter(|role| role.usage != Use::Honorific)?;
    let word = page.word(at)?;
    let prefix = if FORMER.contains(&word) {
        Some("former")
    } else if ACTING.contains(&word) {
        Some("acting")
    } else if page.tags(at).any(Tags::LOWERING) {
        Some("deputy")
    } else {
        None
    };
    // "Vice President" and "deputy sheriff" are roles of their own.
    if let Some(whole) = plain(page, at).filter(|whole| whole.end >= inner.end) {
        return Some(whole);
    }
    Some(Role {
        start: at,
        prefix: inner.prefix.or(prefix),
        ..inner
    })
}

fn plain(page: &Page<'_, '_>, at: usize) -> Option<Role> {
    let table = roles();
    let mut best: Option<Role> = None;
    for (rest, form) in table.phrases.starting(page.word(at)?) {
        let Some(end) = match_rest(page, at, rest) else {
            continue;
        };
        let Some(form) = table.forms.get(form) else {
            continue;
        };
        let Some(row) = table.rows.get(form.row as usize) else {
            continue;
        };
        if best.as_ref().is_some_and(|b| b.end > end) {
            continue;
        }
        let conditional = form.only_of.map(|country| (row.canonical, country));
        match best.as_mut().filter(|b| b.end == end) {
            Some(known) => {
                if conditional.is_some() {
                    known.conditional = conditional;
                } else {
                    known.canonical = row.canonical;
                }
            }
            None => {
                best = Some(Role {
                    start: at,
                    end,
                    usage: row.usage,
                    canonical: row.canonical,
                    prefix: None,
                    conditional,
                });
            }
        }
    }
    best.map(|role| {
        let end = role.end + usize::from(page.is_abbreviation_dot(role.end));
        match after_elect(page, end) {
            Some(end) => Role {
                end,
                prefix: Some("incoming"),
                ..role
            },
            None => Role { end, ..role },
        }
    })
}

/// The end of "-elect" or "Designate" after a role.
fn after_elect(page: &Page<'_, '_>, at: usize) -> Option<usize> {
    let at = at + usize::from(page.is_hyphen(at));
    let elect = page.spells(at, "elect") || page.spells(at, "designate");
    elect.then_some(at + 1)
}

/// The end of the phrase at `at` if `rest` follows its first word; dots of abbreviations and hyphens are passed over.
fn match_rest(page: &Page<'_, '_>, at: usize, rest: &[Word]) -> Option<usize> {
    let mut next = at + 1;
    for word in rest {
        if page.is_abbreviation_dot(next) || page.is_hyphen(next) {
            next += 1;
        }
        if page.word(next) != Some(*word)
            || page
                .token(next)
                .is_some_and(|t| t.is(Shape::NEW_LINE) && !page.wrapped())
        {
            return None;
        }
        next += 1;
    }
    Some(next)
}
