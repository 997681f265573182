//! Roles and titles: which phrase says what somebody is ("foreign minister", "Gen.", "top diplomat"), in canonical form.
//!
//! `roles.tsv` is the table. A role with a modifier in front is read as one phrase: "former deputy police chief".

use super::lexicon::Tags;
use super::page::TaggedPage;
use crate::document::{Phrase, PhraseTable, Shape, Word, WordTable};
use crate::text::pieces;

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

// `PHRASES`: each with where its row begins in the table, and where the country does whose office it names; other countries'
// offices of that name are another role. 0 if there is no country.
include!(concat!(env!("OUT_DIR"), "/roles.rs"));

struct Row {
    usage: Use,
    canonical: &'static str,
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

/// The row that begins at a place of the table.
fn row(start: u32) -> Option<Row> {
    let line = TABLE.get(start as usize..)?.lines().next()?;
    let mut columns = pieces(line, b'\t');
    let usage = match columns.next() {
        Some("office" | "ruler") => Use::Office,
        Some("title") => Use::Title,
        Some("honorific") => Use::Honorific,
        _ => Use::Word,
    };
    let canonical = columns.next().unwrap_or("");
    Some(Row { usage, canonical })
}

/// The country that begins at a place of the table.
fn country(start: u32) -> Option<&'static str> {
    let rest = TABLE.get(start as usize..).filter(|_| start > 0)?;
    rest.split(['|', '\t', '\n']).next()
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

/// `tags` with `bits` for every word that a role phrase starts with.
pub(super) const fn mark<const SLOTS: usize>(
    tags: WordTable<SLOTS>,
    bits: u64,
) -> WordTable<SLOTS> {
    PHRASES.marked(tags, bits)
}

/// The longest role phrase that starts at `at`, modifiers included.
pub(super) fn role_at(page: &TaggedPage<'_, '_>, at: usize) -> Option<Role> {
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
fn modified(page: &TaggedPage<'_, '_>, at: usize) -> Option<Role> {
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

fn plain(page: &TaggedPage<'_, '_>, at: usize) -> Option<Role> {
    // "Da Vinci" is no district attorney.
    let acronym = page.is(at, Shape::ALL_CAPS);
    if page.tags(at).any(Tags::PARTICLE) && !acronym {
        return None;
    }
    let mut best: Option<Role> = None;
    for (words, phrase) in PHRASES.of(page.word(at)?) {
        let Some(end) = match_rest(page, at, words.get(1..)?) else {
            continue;
        };
        if best.as_ref().is_some_and(|b| b.end > end) {
            continue;
        }
        let row = row(phrase.number)?;
        let conditional = country(phrase.note).map(|country| (row.canonical, country));
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
fn after_elect(page: &TaggedPage<'_, '_>, at: usize) -> Option<usize> {
    let at = at + usize::from(page.is_hyphen(at));
    let elect = page.spells(at, "elect") || page.spells(at, "designate");
    elect.then_some(at + 1)
}

/// The end of the phrase at `at` if `rest` follows its first word; dots of abbreviations and hyphens are passed over.
fn match_rest(page: &TaggedPage<'_, '_>, at: usize, rest: &[Word]) -> Option<usize> {
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
