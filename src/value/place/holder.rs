//! In which country the known places of an article lie: San Vicente in a report that speaks of El Salvador is the one there.
//!
//! A name alone does not tell, for there are many of each. The country is one that the table gives for the name and that
//! the article names, or of which it names another place as well; where two would do, none is given.

use super::Spot;
use super::{gazetteer, relation};
use crate::value::Kind;
use rustc_hash::FxHashMap;

/// Gives the places of an article that end in no country the one they lie in.
pub(super) fn settle(spots: &mut [Spot]) {
    let mut told: FxHashMap<&'static str, CountryEvidence> = FxHashMap::default();
    let mut possible: FxHashMap<String, Vec<&'static str>> = FxHashMap::default();
    for spot in spots.iter() {
        let Some(widest) = widest(spot) else {
            continue;
        };
        if let Some(country) = relation::country_of(widest) {
            told.entry(country).or_default().named = true;
        } else if !possible.contains_key(widest) {
            let countries = countries(widest);
            for country in &countries {
                told.entry(country).or_default().places += 1;
            }
            possible.insert(widest.clone(), countries);
        }
    }
    let told = &told;
    let own = |spot: &Spot| {
        let countries = possible.get(widest(spot)?)?;
        let shown = |by: fn(&CountryEvidence) -> bool| {
            let mut shown = countries
                .iter()
                .filter(move |c| told.get(*c).is_some_and(by));
            let first = shown.next();
            (first, shown.next().is_none())
        };
        let (country, alone) = match shown(|told| told.named) {
            (None, _) => shown(|told| told.places > 1),
            named => named,
        };
        country.filter(|_| alone).copied()
    };
    let found: Vec<Option<&'static str>> = spots.iter().map(own).collect();
    for (spot, country) in spots.iter_mut().zip(found) {
        spot.name.parts.extend(country.map(str::to_owned));
    }
}

/// What an article tells of a country.
#[derive(Clone, Copy, Default)]
struct CountryEvidence {
    /// Whether it is named, or its people are.
    named: bool,
    /// How many of its places may be named.
    places: usize,
}

/// The widest place that a mention names.
fn widest(spot: &Spot) -> Option<&String> {
    match spot.name.kind {
        Kind::Country => spot.name.name.as_ref(),
        _ => spot.name.parts.last(),
    }
}

/// The countries in which the table knows a place of this name.
fn countries(name: &str) -> Vec<&'static str> {
    let mut countries = gazetteer::holders(name);
    countries.retain(|holder| relation::country_of(holder) == Some(holder));
    countries
}
