//! One link of a chain of places: a known place or country, or a name with a type word ("Andar district").

use super::country::{self, Form};
use super::gazetteer::{self, Level};
use super::scan::Scan;
use super::words::Class;
use crate::document::{Shape, Word};
use std::ops::Range;

/// A place as far as one name tells.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// The name with its type word.
    pub(super) tokens: Range<usize>,
    /// The name without its type word, canonical where known.
    pub(super) name: String,
    /// How wide it is.
    pub(super) level: Level,
    /// The state or country the gazetteer holds it to be in.
    pub(super) within: &'static str,
    /// How it was recognised.
    pub(super) basis: Basis,
}

/// How a place was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Basis {
    /// A country's name.
    Country,
    /// A country's demonym.
    Demonym,
    /// The gazetteer.
    Known,
    /// The gazetteer, but the name is also a common word or somebody's name.
    Weak,
    /// A type word beside it.
    Typed,
    /// Only what stands around it.
    Context,
}

/// The longest known country or place whose name starts at `at`.
pub(super) fn known(scan: &Scan<'_>, at: usize) -> Option<Link> {
    let country = country::find(scan.document, at).filter(|c| c.form != Form::Seat);
    let place = gazetteer::find(scan.document, at).filter(|(n, _)| at + n <= scan.end);
    match (country, place) {
        (Some(country), place)
            if place.is_none_or(|(n, p)| {
                n < country.tokens || (n == country.tokens && !is_state_here(scan, at, p))
            }) =>
        {
            let basis = if country.form == Form::Demonym {
                Basis::Demonym
            } else {
                Basis::Country
            };
            Some(Link {
                tokens: at..at + country.tokens,
                name: country.name.to_owned(),
                level: Level::Country,
                within: "",
                basis,
            })
        }
        (_, Some((n, place))) => Some(Link {
            tokens: at..at + n,
            name: place.name.to_owned(),
            level: place.level,
            within: place.within,
            basis: if place.weak {
                Basis::Weak
            } else {
                Basis::Known
            },
        }),
        _ => None,
    }
}

/// Georgia is the American state unless the text speaks of the Caucasus.
fn is_state_here(scan: &Scan<'_>, at: usize, place: &gazetteer::Place) -> bool {
    place.level == Level::State
        && !(scan.is(at, Word::of("georgia"))
            && scan
                .document
                .tokens
                .iter()
                .any(|t| t.is(Shape::CAPITAL) && super::words::class(t.word).any(Class::GEORGIA)))
}

/// A name with a type word after it: `Andar district`, `Jefferson County`, `San Miguel Department`.
pub(super) fn typed(scan: &Scan<'_>, at: usize) -> Option<Link> {
    const NO_PART: Class = Class::STOP
        .or(Class::ORG)
        .or(Class::BEFORE)
        .or(Class::FROM)
        .or(Class::OF);
    let end = if scan.blind {
        scan.blind_run(at)
    } else {
        scan.run(at)
    };
    let longest = if scan.blind { end } else { end.min(at + 6) };
    let head = (at + 1..=longest).find(|&p| {
        let class = scan.class(p);
        class.any(Class::ADMIN) || (class.any(Class::STATE) && p == end && !scan.capital(p))
    })?;
    let type_word = scan.token(head)?;
    if (at..head).any(|p| scan.class(p).any(NO_PART)) {
        return None;
    }
    if scan.capital(head) && !scan.blind && continues_as_body(scan, head + 1) {
        return None;
    }
    let city = type_word.word == Word::of("city") || type_word.word == Word::of("county");
    let keeps = city && type_word.is(Shape::CAPITAL);
    let name = scan.name(at, if keeps { head + 1 } else { head });
    let level = match type_word.word {
        w if [
            Word::of("district"),
            Word::of("county"),
            Word::of("subdistrict"),
        ]
        .contains(&w) =>
        {
            Level::County
        }
        w if scan.class(head).any(Class::STATE) || STATES.contains(&w) => Level::State,
        _ => Level::City,
    };
    let place = gazetteer::named(&name)
        .into_iter()
        .find(|p| p.level == level || level == Level::City);
    Some(Link {
        tokens: at..head + 1,
        name: place.map_or(name, |p| p.name.to_owned()),
        level,
        within: place.map_or("", |p| p.within),
        basis: Basis::Typed,
    })
}

const STATES: [Word; 9] = [
    Word::of("province"),
    Word::of("provinces"),
    Word::of("department"),
    Word::of("departments"),
    Word::of("governorate"),
    Word::of("prefecture"),
    Word::of("oblast"),
    Word::of("region"),
    Word::of("canton"),
];

/// Whether a capitalised word at `at` makes "X District" the name of a body: `X District Court`.
fn continues_as_body(scan: &Scan<'_>, at: usize) -> bool {
    scan.capital(at) && scan.class(at).any(Class::ORG)
}

/// A place that can stand at `at` inside a chain: known, typed, or a state's postal code.
pub(super) fn wider(scan: &Scan<'_>, at: usize) -> Option<Link> {
    if let Some(place) = gazetteer::postal(scan.document, at).filter(|_| at < scan.end) {
        return Some(Link {
            tokens: at..at + 1,
            name: place.name.to_owned(),
            level: place.level,
            within: place.within,
            basis: Basis::Known,
        });
    }
    if !scan.capital(at) {
        return None;
    }
    let known = known(scan, at);
    match typed(scan, at) {
        Some(typed)
            if known
                .as_ref()
                .is_none_or(|k| k.tokens.len() < typed.tokens.len()) =>
        {
            Some(typed)
        }
        _ => known.filter(|k| k.basis != Basis::Demonym),
    }
}
