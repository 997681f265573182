//! Known places: cities, states and provinces of the world, seas and regions, each with what it is part of.
//!
//! `gazetteer.tsv` is the table, `atlas.rs` how it is kept. It is far from complete; most places of a text are known from
//! their surroundings.

use super::atlas;
pub(super) use super::atlas::Place;
use super::index;
use crate::document::{Document, Phrase, PhraseTable, Shape, Word, tokenize};
use crate::text::Part;

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

// `ODD`: the names that are not of plain words ("N.H."), with the numbers of their places.
include!(concat!(env!("OUT_DIR"), "/gazetteer.rs"));

/// The known place with the longest name at `at` that may end where it does, and its number of tokens; of several with
/// one name the first of the table.
pub(super) fn find(
    document: &Document<'_>,
    at: usize,
    may_end: impl Fn(usize) -> bool,
) -> Option<(usize, Place)> {
    let first = document.word(at)?;
    if !atlas::has(first) && !ODD.has(first) {
        return None;
    }
    let following = document.tokens.get(at + 1..).unwrap_or(&[]);
    let plain = atlas::starting(first, following);
    let others = index::starting(&ODD, document, at).map(|m| (m.tokens, m.id));
    let (tokens, place) = plain
        .chain(others)
        .filter(|(tokens, _)| may_end(at + tokens))
        .max_by_key(|(tokens, place)| (*tokens, std::cmp::Reverse(*place)))?;
    Some((tokens, atlas::place(place)?))
}

/// The state with the postal code at `at` (`CA`): two capitals.
pub(super) fn postal(document: &Document<'_>, at: usize) -> Option<Place> {
    let token = document.tokens.get(at)?;
    if token.end - token.start != 2 || !token.is(Shape::ALL_CAPS) {
        return None;
    }
    atlas::postal(token.word)
}

/// The known places that the whole of `name` names.
pub(super) fn named(name: &str) -> Vec<Place> {
    let tokens = tokenize(name, Part::Text);
    let Some((first, rest)) = tokens.split_first() else {
        return Vec::new();
    };
    let plain = atlas::starting(first.word, rest);
    let whole = plain.filter(|(words, _)| *words == tokens.len());
    let mut places: Vec<u32> = whole.map(|(_, place)| place).collect();
    places.extend(index::named(&ODD, name));
    places.sort_unstable();
    places.into_iter().filter_map(atlas::place).collect()
}

/// The states and countries that the places called `name` are part of.
pub(super) fn holders(name: &str) -> Vec<&'static str> {
    holders_of(&named(name))
}

/// The states and countries that `places` are part of.
pub(super) fn holders_of(places: &[Place]) -> Vec<&'static str> {
    let mut holders = Vec::new();
    for place in places {
        let mut within = place.within;
        while !within.is_empty() && !holders.contains(&within) {
            holders.push(within);
            within = named(within).first().map_or("", |p| p.within);
        }
    }
    holders
}
