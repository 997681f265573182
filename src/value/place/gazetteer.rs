//! Known places: cities, states and provinces of the world, seas and regions, each with what it is part of.
//!
//! `gazetteer.tsv` is the table. It is far from complete; most places of a text are known from their surroundings.

use super::index::{Index, pieces};
use crate::document::{Document, Shape, Word};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

const TABLE: &str = include_str!("gazetteer.tsv");

/// How wide a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Not known.
    Unknown,
    /// A city, town, village or quarter.
    City,
    /// A county or district.
    County,
    /// A state, province or department: the widest parts of a country.
    State,
    /// A country.
    Country,
    /// Anything else on a map: a sea, a mountain range, a continent.
    Area,
}

/// A known place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The canonical name.
    pub(super) name: &'static str,
    /// How wide it is.
    pub(super) level: Level,
    /// The state or country it is part of; may be empty.
    pub(super) within: &'static str,
    /// Whether the name is also a common word or somebody's name, so that something else must show it to be a place.
    pub(super) weak: bool,
}

struct Gazetteer {
    places: Vec<Place>,
    index: Index,
    postal: FxHashMap<Word, u32>,
}

fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
    GAZETTEER.get_or_init(|| {
        let mut all = Gazetteer {
            places: Vec::with_capacity(5000),
            index: Index::with_capacity(7000),
            postal: FxHashMap::default(),
        };
        for row in TABLE.lines().filter(|row| !row.starts_with('#')) {
            let mut columns = row.split('\t');
            let level = match columns.next() {
                Some("city") => Level::City,
                Some("county") => Level::County,
                Some("state") => Level::State,
                Some("area") => Level::Area,
                _ => Level::Unknown,
            };
            let within = columns.next().unwrap_or("");
            for entry in pieces(columns.next().unwrap_or(""), b';') {
                all.insert(entry, level, within);
            }
        }
        all
    })
}

impl Gazetteer {
    fn insert(&mut self, entry: &'static str, level: Level, within: &'static str) {
        let id = self.places.len() as u32;
        // `=XX` at the end.
        let code = entry.len().saturating_sub(3);
        let (names, postal) = match entry.split_at_checked(code) {
            Some((names, postal)) if postal.starts_with('=') => (names, postal.get(1..)),
            _ => (entry, None),
        };
        if let Some(postal) = postal {
            self.postal.insert(Word::of(postal), id);
        }
        let marked = names.strip_prefix('?');
        let mut names = pieces(marked.unwrap_or(names), b'|');
        let name = names.next().unwrap_or("");
        self.places.push(Place {
            name,
            level,
            within,
            weak: marked.is_some(),
        });
        self.index.insert(name, id);
        for other in names {
            self.index.insert(other, id);
        }
    }
}

/// The known place with the longest name at `at`, and its number of tokens; of several with one name the first of the
/// table.
pub(super) fn find(document: &Document<'_>, at: usize) -> Option<(usize, &'static Place)> {
    let all = gazetteer();
    let longest = all
        .index
        .starting(document, at)
        .max_by_key(|m| (m.tokens, std::cmp::Reverse(m.id)))?;
    Some((longest.tokens, all.places.get(longest.id as usize)?))
}

/// The state with the postal code at `at` (`CA`): two capitals.
pub(super) fn postal(document: &Document<'_>, at: usize) -> Option<&'static Place> {
    let token = document.tokens.get(at)?;
    if token.end - token.start != 2 || !token.is(Shape::ALL_CAPS) {
        return None;
    }
    let all = gazetteer();
    all.places.get(*all.postal.get(&token.word)? as usize)
}

/// The known places that the whole of `name` names.
pub(super) fn named(name: &str) -> Vec<&'static Place> {
    let all = gazetteer();
    let mut ids = all.index.named(name);
    ids.sort_unstable();
    ids.iter()
        .filter_map(|id| all.places.get(*id as usize))
        .collect()
}

/// The states and countries that the places called `name` are part of.
pub(super) fn holders(name: &str) -> Vec<&'static str> {
    let mut holders = Vec::new();
    for place in named(name) {
        let mut within = place.within;
        while !within.is_empty() && !holders.contains(&within) {
            holders.push(within);
            within = named(within).first().map_or("", |p| p.within);
        }
    }
    holders
}
