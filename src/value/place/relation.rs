//! How two places lie to each other, as far as the tables tell.

use super::country;
use super::gazetteer::{self, Level};

/// How one place lies to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Two names of one place.
    Same,
    /// One is part of the other.
    Part,
    /// Two places of one level: two cities, two provinces, two countries.
    Apart,
    /// The tables do not tell.
    Unknown,
}

/// How the places or countries called `left` and `right` lie to each other.
///
/// ```
/// use twosource::value::place::{Relation, relation};
/// assert_eq!(relation("Geneva", "Switzerland"), Relation::Part);
/// assert_eq!(relation("Kiev", "Kyiv"), Relation::Same);
/// assert_eq!(relation("Lyon", "Lille"), Relation::Apart);
/// assert_eq!(relation("Lyon", "the harbour"), Relation::Unknown);
/// ```
pub fn relation(left: &str, right: &str) -> Relation {
    let (a, b) = (Known::of(left), Known::of(right));
    if a.names.iter().any(|n| b.names.contains(n)) {
        return Relation::Same;
    }
    if a.holders.iter().any(|h| b.names.contains(h))
        || b.holders.iter().any(|h| a.names.contains(h))
    {
        return Relation::Part;
    }
    let apart = [Level::City, Level::State, Level::Country]
        .iter()
        .any(|level| a.levels.contains(level) && b.levels.contains(level));
    if apart || elsewhere(&a, &b) || elsewhere(&b, &a) {
        Relation::Apart
    } else {
        Relation::Unknown
    }
}

/// Whether `place`, of which the tables know exactly one and whose name is nothing else, lies in another state or
/// country than `wide`: Lyon and Germany.
fn elsewhere(place: &Known, wide: &Known) -> bool {
    let [level] = wide.levels.as_slice() else {
        return false;
    };
    let narrower =
        matches!(place.levels.as_slice(), [own] if own < level && *own != Level::Unknown);
    let of_level = |name: &&str| match level {
        Level::Country => country_of(name).is_some(),
        Level::State => gazetteer::named(name)
            .iter()
            .any(|p| p.level == Level::State),
        _ => false,
    };
    narrower && !place.weak && place.holders.iter().any(of_level)
}

/// The country that `name`, a country's name or demonym, stands for: `Russian` is `Russia`.
pub fn country_of(name: &str) -> Option<&'static str> {
    country::named(name)
        .filter(|(_, form)| *form != country::Form::Seat)
        .map(|(name, _)| name)
}

/// The country that `phrase` names or stands for, as demonym or seat of government too: `Moscow` is `Russia`.
pub fn stands_for(phrase: &str) -> Option<&'static str> {
    country::named(phrase).map(|(name, _)| name)
}

/// What the tables say of a name.
struct Known {
    names: Vec<&'static str>,
    levels: Vec<Level>,
    holders: Vec<&'static str>,
    weak: bool,
}

impl Known {
    fn of(name: &str) -> Known {
        let places = gazetteer::named(name);
        let mut known = Known {
            names: Vec::new(),
            levels: Vec::new(),
            holders: gazetteer::holders_of(&places),
            weak: false,
        };
        if let Some(country) = country_of(name) {
            known.names.push(country);
            known.levels.push(Level::Country);
        }
        for place in places {
            known.names.push(place.name);
            known.levels.push(place.level);
            known.weak |= place.weak;
        }
        known
    }
}
