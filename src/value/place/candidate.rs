//! What place, if any, starts at a token: by its type word, by the gazetteer, or by what stands around it.

use super::chain::{Chain, follow};
use super::context::{belongs, unknown};
use super::country::Country;
use super::gazetteer::Level;
use super::link::{Basis, Link, known, known_beside, level_of, typed};
use super::scan::Scan;
use super::words::Class;
use crate::document::{Shape, Word};

/// The chain of places whose first name starts at `at`; only called where [`Scan::fresh`] holds.
pub(super) fn read(scan: &Scan<'_>, at: usize, country: Option<Country>) -> Option<Chain> {
    let known = known_beside(scan, at, country);
    let typed = typed(scan, at);
    if let Some(link) = typed
        && known
            .as_ref()
            .is_none_or(|k| k.basis == Basis::Demonym || k.tokens.len() < link.tokens.len())
    {
        return Some(follow(scan, link));
    }
    if splits_after_compass(scan, at, known.as_ref()) {
        return None;
    }
    if let Some(chain) = facility(scan, at) {
        return Some(chain);
    }
    if let Some(link) = headed(scan, at)
        && known
            .as_ref()
            .is_none_or(|k| k.tokens.len() < link.tokens.len())
    {
        return Some(follow(scan, link));
    }
    if let Some(link) = of_type(scan, at) {
        return Some(follow(
            scan,
            known
                .filter(|k| k.tokens.end >= link.tokens.end)
                .unwrap_or(link),
        ));
    }
    if let Some(link) = known {
        // Power poles, in a text all in capitals.
        let word = scan.blind && scan.class(at).any(Class::STOP);
        if is_language(scan, at, &link) || (word && link.basis == Basis::Demonym) {
            return None;
        }
        if link.basis == Basis::Demonym || link.basis == Basis::Country {
            return Some(Chain {
                end: link.tokens.end,
                links: vec![link],
            });
        }
        return accept_known(scan, at, link);
    }
    unknown(scan, at)
}

/// "in Spanish" is a language, "in Spanish hands" is not.
fn is_language(scan: &Scan<'_>, at: usize, link: &Link) -> bool {
    let end = link.tokens.end;
    link.basis == Basis::Demonym
        && scan.is(at.wrapping_sub(1), Word::of("in"))
        && (scan.token(end).is_none_or(|t| t.is(Shape::PUNCTUATION))
            || scan
                .class(end)
                .any(Class::AFTER.or(Class::BEFORE).or(Class::FROM)))
}

/// "Southwest Baltimore" is read from `Baltimore` on, unless it is a name of its own (`North Charleston`).
fn splits_after_compass(scan: &Scan<'_>, at: usize, known_here: Option<&Link>) -> bool {
    scan.class(at).any(Class::COMPASS)
        && scan.capital(at + 1)
        && known_here.is_none()
        && known(scan, at + 1).is_some_and(|k| scan.run(at) == k.tokens.end)
}

/// A known place, unless its surroundings show somebody's name or a longer name.
fn accept_known(scan: &Scan<'_>, at: usize, link: Link) -> Option<Chain> {
    let end = link.tokens.end;
    // "Miss." and "Ore." are states only after a town.
    let abbreviation = link.level == Level::State
        && scan
            .token(end.wrapping_sub(1))
            .is_some_and(|t| t.is(Shape::PUNCTUATION) && t.is(Shape::ABBREVIATION));
    if abbreviation {
        return None;
    }
    let weak = link.basis == Basis::Weak;
    let placed = is_placed(scan, at, &link);
    let inhabited = is_inhabited(scan, at, end);
    let longer = scan.run(at) > end;
    let chain = follow(scan, link);
    if chain.links.len() > 1 {
        return Some(chain);
    }
    if scan.blind {
        let body = scan.class(end).any(Class::ORG) && !inhabited;
        // "No Answer in Austin Letter Case": in a headline the next capital still tells something.
        let after = Class::STOP.or(Class::FOLLOWER).or(Class::AFTER);
        let titled =
            scan.token(at)?.is(Shape::ALL_CAPS) || !scan.capital(end) || scan.class(end).any(after);
        return ((!weak || (placed && titled) || inhabited) && !body).then_some(chain);
    }
    let follows_name = longer && !scan.class(end).any(Class::FOLLOWER.or(Class::COMPASS));
    if weak {
        let next = scan.token(end);
        let joined = scan.is(end, Word::of("-")) && next.is_some_and(|t| t.is(Shape::GLUED));
        let possessive = next.is_some_and(|t| t.is(Shape::POSSESSIVE));
        let citys = possessive && scan.class(end + 1).any(Class::CITY_NOUN);
        let shown = (placed && !possessive) || inhabited || citys;
        return (shown && !follows_name && !joined).then_some(chain);
    }
    let state = chain.links.iter().all(|l| l.level >= Level::State);
    (!follows_name || (placed && state)).then_some(chain)
}

/// Whether a preposition or the dateline shows the known name at `at` to be a place.
fn is_placed(scan: &Scan<'_>, at: usize, link: &Link) -> bool {
    let last = at.wrapping_sub(1);
    let before = scan.class(last);
    let sure = link.basis != Basis::Weak || link.level == Level::Country;
    // "in the Bronx"
    let the = scan.is(last, Word::of("the"))
        && link.level > Level::City
        && scan.class(last.wrapping_sub(1)).any(Class::BEFORE);
    // "flew to Porto"
    let reached = before.any(Class::FROM) && scan.class(last.wrapping_sub(1)).any(Class::TRAVEL);
    scan.dateline
        || the
        || reached
        || is_measured_from(scan, last)
        || before.any(Class::BEFORE.or(Class::COMPASS))
        || (sure && before.any(Class::FROM.or(Class::OF)))
}

/// Whether a direction or a distance is told from the name behind the word at `last`: "north of Rome", "20 km from Rome".
fn is_measured_from(scan: &Scan<'_>, last: usize) -> bool {
    const DISTANCES: [&str; 12] = [
        "km",
        "kms",
        "mile",
        "miles",
        "kilometre",
        "kilometres",
        "kilometer",
        "kilometers",
        "metres",
        "meters",
        "yards",
        "minutes",
    ];
    let word = last.wrapping_sub(1);
    let towards = scan.is(last, Word::of("of")) && scan.class(word).any(Class::COMPASS);
    let away = scan.is(word, Word::of("away"));
    let far = word - usize::from(away && word > scan.start);
    let from = scan.is(last, Word::of("from"))
        && DISTANCES.iter().any(|unit| scan.is(far, Word::of(unit)));
    towards || from
}

/// Whether the words beside a known name say who lives or what stands there: "Austin police", "an Austin hospital".
fn is_inhabited(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let article = ["a", "an"]
        .iter()
        .any(|w| scan.is(at.wrapping_sub(1), Word::of(w)));
    let building = article && !scan.capital(end) && scan.class(end).any(Class::BUILDING);
    building || scan.class(end).any(Class::TOWNSMAN.or(Class::FOLLOWER)) || belongs(scan, at, end)
}

/// "the town of X", "the province of X": a name that a type word and `of` stand before.
fn of_type(scan: &Scan<'_>, at: usize) -> Option<Link> {
    if !scan.is(at.wrapping_sub(1), Word::of("of")) {
        return None;
    }
    let type_at = at.checked_sub(2)?;
    if !scan.class(type_at).any(Class::ADMIN.or(Class::KIND)) {
        return None;
    }
    if !scan.blind && scan.is(type_at, Word::of("department")) && scan.capital(type_at) {
        return None;
    }
    let end = scan.name_end(at)?;
    let level = level_of(scan, type_at);
    Some(Link {
        tokens: at..end,
        name: scan.name(at, end),
        level,
        within: "",
        basis: Basis::Typed,
    })
}

/// A name whose last word is a type of building, ground or natural place: `Rogers Park`, `Mercy Hospital`.
fn facility(scan: &Scan<'_>, at: usize) -> Option<Chain> {
    if scan.blind || !scan.present.any(Class::FACILITY.or(Class::NATURE)) {
        return None;
    }
    let end = scan.run(at);
    let last = end.checked_sub(1)?;
    let is_type = scan.class(last).any(Class::FACILITY.or(Class::NATURE));
    // "Ann Parker-Hill" is somebody.
    if last <= at || !is_type || scan.is(last - 1, Word::of("-")) {
        return None;
    }
    let generic = Class::GENERIC.or(Class::FACILITY).or(Class::NATURE);
    if (at..last).any(|p| scan.class(p).any(Class::STOP.or(Class::ORG)))
        || (at..last).all(|p| scan.class(p).any(generic))
    {
        return None;
    }
    let possessive = scan.token(end).is_some_and(|t| t.is(Shape::POSSESSIVE));
    let link = Link {
        tokens: at..end,
        name: scan.name(at, end),
        level: Level::Unknown,
        within: "",
        basis: Basis::Context,
    };
    (!possessive).then(|| follow(scan, link))
}

/// A name whose first word is a type of natural place: `Mount Kenya`, `the River Tay`, `Strait of Hormuz`.
fn headed(scan: &Scan<'_>, at: usize) -> Option<Link> {
    if scan.blind
        || !scan
            .present
            .any(Class::HEAD.or(Class::HEAD_THE).or(Class::HEAD_OF))
    {
        return None;
    }
    let class = scan.class(at);
    let of = class.any(Class::HEAD_OF) && scan.is(at + 1, Word::of("of"));
    let the = scan.is(at.wrapping_sub(1), Word::of("the"));
    let start = if of {
        at + 2
    } else if class.any(Class::HEAD) || the && class.any(Class::HEAD_THE) {
        scan.inner(at + 1)
    } else {
        return None;
    };
    let end = scan.run(start);
    let named = end > start && !(start..end).any(|p| scan.class(p).any(Class::STOP.or(Class::ORG)));
    named.then(|| Link {
        tokens: at..end,
        name: scan.name(at, end),
        level: Level::Unknown,
        within: "",
        basis: Basis::Context,
    })
}
