//! One link of a chain of places: a known place or country, or a name with a type word ("Andar district").

use super::country::{self, Country, Form};
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
    known_beside(scan, at, country::find(scan.document, at))
}

/// The same where the country, if any, is found already.
pub(super) fn known_beside(scan: &Scan<'_>, at: usize, country: Option<Country>) -> Option<Link> {
    let country = country.filter(|c| c.form != Form::Seat && at + c.tokens <= scan.end);
    // "a Brooklyn park" is not Brooklyn Park.
    let may_end = |end: usize| end <= scan.end && ends_capital(scan, at, end);
    let place = gazetteer::find(scan.document, at, may_end);
    match (country, place) {
        (Some(country), place)
            if place.is_none_or(|(n, p)| {
                n < country.tokens || (n == country.tokens && !is_state_here(scan, at, &p))
            }) =>
        {
            let basis = match country.form {
                Form::Demonym => Basis::Demonym,
                _ if country.weak && !scan.vouched.has(scan.document, country.name) => Basis::Weak,
                _ => Basis::Country,
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

fn ends_capital(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let last = end.saturating_sub(1);
    last == at
        || scan
            .token(last)
            .is_some_and(|t| !t.is(Shape::WORD) || t.is(Shape::CAPITAL) || t.is(Shape::GLUED))
}

/// Georgia is the American state unless the text speaks of the Caucasus.
fn is_state_here(scan: &Scan<'_>, at: usize, place: &gazetteer::Place) -> bool {
    place.level == Level::State
        && !(scan.is(at, Word::of("georgia")) && scan.classes.iter().any(|c| c.any(Class::GEORGIA)))
}

/// A name with a type word after it: `Andar district`, `Jefferson County`, `San Miguel Department`.
pub(super) fn typed(scan: &Scan<'_>, at: usize) -> Option<Link> {
    if !scan.present.any(Class::ADMIN.or(Class::STATE)) {
        return None;
    }
    let end = if scan.blind {
        scan.blind_run(at)
    } else {
        scan.run(at)
    };
    let head = (at + 1..=end).find(|&p| {
        let class = scan.class(p);
        class.any(Class::ADMIN) || (class.any(Class::STATE) && p == end && !scan.capital(p))
    })?;
    if !may_be_typed(scan, at, head) {
        return None;
    }
    let type_word = scan.token(head)?;
    let level = level_of(scan, head);
    let bare = scan.name(at, head);
    let known = gazetteer::named(&bare);
    let city = [Word::of("city"), Word::of("county")].contains(&type_word.word);
    // "Dodge City" and "Orange County" keep their type; "Herat City" is Herat.
    let keeps = city
        && type_word.is(Shape::CAPITAL)
        && (level == Level::County
            || !known
                .iter()
                .any(|p| p.level == Level::City || p.within != "United States"));
    let name = if keeps { scan.name(at, head + 1) } else { bare };
    let place = known
        .into_iter()
        .filter(|_| !keeps)
        .find(|p| p.level == level || level == Level::City);
    if scan.class(head).any(Class::PLURAL) && place.is_none() {
        return None;
    }
    Some(Link {
        tokens: at..head + 1,
        name: place.map_or(name, |p| p.name.to_owned()),
        level,
        within: place.map_or("", |p| p.within),
        basis: Basis::Typed,
    })
}

/// Whether the words from `at` to the type word at `head` can be a name, and no longer name goes on from there.
fn may_be_typed(scan: &Scan<'_>, at: usize, head: usize) -> bool {
    const NO_PART: Class = Class::STOP
        .or(Class::ORG)
        .or(Class::BEFORE)
        .or(Class::FROM)
        .or(Class::OTHER)
        .or(Class::OF);
    let named = (at..head).all(|p| !scan.class(p).any(NO_PART))
        && (at..head).any(|p| !scan.class(p).any(Class::COMPASS.or(Class::ADMIN)));
    let of = scan.is(head + 1, Word::of("of"));
    let department =
        scan.is(head, Word::of("department")) && !scan.blind && (of || scan.capital(head));
    // "the X District Court"; but the county of "X County Council" is a place.
    let county = scan.is(head, Word::of("county")) || scan.is(head, Word::of("parish"));
    let body = scan.capital(head)
        && !scan.blind
        && !county
        && scan.capital(head + 1)
        && scan.class(head + 1).any(Class::ORG);
    // "IN THE CONVULSED REGION"
    let region = scan.blind
        && scan.is(head, Word::of("region"))
        && gazetteer::named(scan.document.slice(at..head)).is_empty();
    // "the Lowe department store"
    let shop = scan.class(head + 1).any(Class::BUILDING) && scan.is(head, Word::of("department"));
    // "the port city of X", "the Peruvian town"
    let kind = of && level_of(scan, head) == Level::City;
    let people = country::find(scan.document, at)
        .is_some_and(|c| c.form == Form::Demonym && at + c.tokens == head);
    named && !department && !body && !region && !shop && !kind && !people
}

/// How wide the type word at `at` makes a place.
pub(super) fn level_of(scan: &Scan<'_>, at: usize) -> Level {
    let class = scan.class(at);
    if class.any(Class::COUNTY) {
        Level::County
    } else if class.any(Class::PROVINCE.or(Class::STATE)) {
        Level::State
    } else {
        Level::City
    }
}

/// A place that can stand at `at` inside a chain: known, typed, or a state's postal code.
pub(super) fn wider(scan: &Scan<'_>, at: usize) -> Option<Link> {
    if let Some(place) = postal(scan, at) {
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

/// The state whose postal code stands at `at`. Among words all in capitals `IN` and `OR` are what they seem.
pub(super) fn postal(scan: &Scan<'_>, at: usize) -> Option<gazetteer::Place> {
    let shouted = |at: usize| scan.token(at).is_some_and(|t| t.is(Shape::ALL_CAPS));
    let before = at.checked_sub(if scan.is(at.wrapping_sub(1), Word::of(",")) {
        2
    } else {
        1
    })?;
    if shouted(before)
        && (shouted(at + 1)
            || scan
                .class(at)
                .any(Class::STOP.or(Class::BEFORE).or(Class::PARTICLE)))
    {
        return None;
    }
    gazetteer::postal(scan.document, at).filter(|_| at < scan.end)
}
