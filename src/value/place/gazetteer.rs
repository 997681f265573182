//! Known places: cities, states and provinces of the world, seas and regions, each with what it is part of.
//!
//! `gazetteer.tsv` is the table. It is far from complete; most places of a text are known from their surroundings.

use super::index::Index;
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
            places: Vec::with_capacity(4600),
            index: Index::with_capacity(5200),
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
            all.insert_row(columns.next().unwrap_or(""), level, within);
        }
        all
    })
}

impl Gazetteer {
    /// Adds the places of `names`: `;` between places, `|` before a further name, `?` before a name that is a word or
    /// somebody's name too, `=XX` a postal code at the end. One pass: the table is read at every start.
    fn insert_row(&mut self, names: &'static str, level: Level, within: &'static str) {
        let mut rest = Some(names);
        let mut further = false;
        while let Some(all) = rest {
            let end = all.bytes().position(|b| b == b';' || b == b'|');
            let (written, after) = end.map_or((all, None), |end| {
                (all.get(..end).unwrap_or(""), all.get(end + 1..))
            });
            let written = self.take_postal(written, further);
            let name = written.strip_prefix('?').unwrap_or(written);
            if !further {
                self.places.push(Place {
                    name,
                    level,
                    within,
                    weak: name.len() < written.len(),
                });
            }
            self.index.insert(name, self.places.len() as u32 - 1);
            further = end.is_some_and(|end| all.as_bytes().get(end) == Some(&b'|'));
            rest = after;
        }
    }

    /// The name without its `=XX`, which is kept as the postal code of this place.
    fn take_postal(&mut self, written: &'static str, further: bool) -> &'static str {
        let code = written.len().saturating_sub(3);
        match written.split_at_checked(code) {
            Some((name, code)) if code.starts_with('=') => {
                let id = self.places.len() as u32 - u32::from(further);
                let code = code.get(1..).unwrap_or("");
                self.postal.insert(Word::of(code), id);
                name
            }
            _ => written,
        }
    }
}

/// The known place with the longest name at `at` that may end where it does, and its number of tokens; of several with
/// one name the first of the table.
pub(super) fn find(
    document: &Document<'_>,
    at: usize,
    may_end: impl Fn(usize) -> bool,
) -> Option<(usize, &'static Place)> {
    let all = gazetteer();
    let longest = all
        .index
        .starting(document, at)
        .filter(|m| may_end(at + m.tokens))
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
