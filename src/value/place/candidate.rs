//! What place, if any, starts at a token: by its type word, by the gazetteer, or by what stands around it.

use super::chain::{self, Chain, follow};
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
    if let Some(link) = of_type(scan, at) {
        return Some(follow(
            scan,
            known
                .filter(|k| k.tokens.end >= link.tokens.end)
                .unwrap_or(link),
        ));
    }
    if let Some(link) = known {
        if is_language(scan, at, &link) {
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
    let abbreviation = link.level == Level::State
        && scan
            .token(end.wrapping_sub(1))
            .is_some_and(|t| t.is(Shape::PUNCTUATION) && t.is(Shape::ABBREVIATION));
    if abbreviation {
        return None;
    }
    let weak = link.basis == Basis::Weak;
    let before = scan.class_before(at);
    let placed = scan.dateline
        || before.any(Class::BEFORE.or(Class::COMPASS))
        || scan.is(at.wrapping_sub(1), Word::of("at"))
        || (before.any(Class::FROM.or(Class::OF)) && (!weak || link.level == Level::Country));
    let longer = scan.run(at).max(end);
    let the = scan.is(at.wrapping_sub(1), Word::of("the")) && link.level > Level::City;
    let placed = placed || (the && scan.class_before(at.wrapping_sub(1)).any(Class::BEFORE));
    let citizen = belongs(scan, at, end);
    let chain = follow(scan, link);
    if chain.links.len() > 1 {
        return Some(chain);
    }
    let building = scan.class(end).any(Class::BUILDING)
        && !scan.capital(end)
        && ["a", "an"]
            .iter()
            .any(|w| scan.is(at.wrapping_sub(1), Word::of(w)));
    let townsman = citizen || building || scan.class(end).any(Class::TOWNSMAN.or(Class::FOLLOWER));
    if scan.blind {
        let body = scan.class(end).any(Class::ORG) && !townsman;
        // "No Answer in Austin Letter Case": in a headline the next capital still tells something.
        let titled = scan.token(at)?.is(Shape::ALL_CAPS)
            || !scan.capital(end)
            || scan
                .class(end)
                .any(Class::STOP.or(Class::FOLLOWER).or(Class::AFTER));
        return ((!weak || (placed && titled) || townsman) && !body).then_some(chain);
    }
    let follows_name = longer > end && !scan.class(end).any(Class::FOLLOWER.or(Class::COMPASS));
    let joined = scan.is(end, Word::of("-")) && scan.token(end).is_some_and(|t| t.is(Shape::GLUED));
    if weak {
        let possessive = scan.token(end).is_some_and(|t| t.is(Shape::POSSESSIVE));
        let citys = possessive && scan.class(end + 1).any(Class::CITY_NOUN);
        return ((placed && !possessive || townsman || citys) && !follows_name && !joined)
            .then_some(chain);
    }
    (!follows_name || placed && chain.links.iter().all(|l| l.level >= Level::State))
        .then_some(chain)
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
    let end = name_end(scan, at)?;
    let level = level_of(scan, type_at);
    Some(Link {
        tokens: at..end,
        name: scan.name(at, end),
        level,
        within: "",
        basis: Basis::Typed,
    })
}

fn name_end(scan: &Scan<'_>, at: usize) -> Option<usize> {
    const NO_PART: Class = Class::STOP.or(Class::ORG);
    let end = if scan.blind {
        scan.blind_run(at)
    } else {
        scan.run(at)
    };
    (end > at && !(at..end).any(|p| scan.class(p).any(NO_PART))).then_some(end)
}

/// A name whose last word is a type of building, ground or natural place: `Rogers Park`, `Mercy Hospital`.
fn facility(scan: &Scan<'_>, at: usize) -> Option<Chain> {
    if scan.blind || !scan.present.any(Class::FACILITY.or(Class::NATURE)) {
        return None;
    }
    let end = scan.run(at);
    let last = end.checked_sub(1)?;
    if last <= at || !scan.class(last).any(Class::FACILITY.or(Class::NATURE)) {
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

/// An unknown name that its surroundings show to be a place.
fn unknown(scan: &Scan<'_>, at: usize) -> Option<Chain> {
    let end = name_end(scan, at)?;
    let end = if scan.blind {
        before_comma(scan, at, end)
    } else {
        end
    };
    if let Some(chain) = chain::of_unknown(scan, at, end) {
        return Some(chain);
    }
    let letters = scan.token(at)?;
    if scan.dateline && at == scan.start && letters.end - letters.start > 4 {
        return Some(single(scan, at, end));
    }
    if scan.blind || end - at > 3 || scan.token(at)?.is(Shape::ALL_CAPS) {
        return None;
    }
    let joined = scan.token(end).is_some_and(|t| t.is(Shape::GLUED)) && scan.is(end, Word::of("-"));
    if joined || scan.is(end, Word::of("&")) || scan.is(end, Word::of("/")) {
        return None;
    }
    (lies_there(scan, at, end) || comes_from(scan, at, end)).then(|| single(scan, at, end))
}

/// In a text all in capitals: the end of a name of several words between a preposition and a comma, if there is one,
/// else `end` ("IN LOMAS VERDES, OLANCHO DEPARTMENT").
fn before_comma(scan: &Scan<'_>, at: usize, end: usize) -> usize {
    const NO_PART: Class = Class::STOP
        .or(Class::ORG)
        .or(Class::BEFORE)
        .or(Class::FROM)
        .or(Class::AFTER);
    if !scan
        .class_before(at)
        .any(Class::BEFORE.or(Class::FROM).or(Class::OF))
    {
        return end;
    }
    (end..end + 3)
        .take_while(|&p| p == end || (scan.capital(p - 1) && !scan.class(p - 1).any(NO_PART)))
        .find(|&p| scan.is(p, Word::of(",")))
        .unwrap_or(end)
}

/// Whether the words before and after an unknown name say that something is there: "in Alturas on", "north of Alturas".
fn lies_there(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let last = at.wrapping_sub(1);
    let near = ["in", "near", "outside", "around"];
    let direct = near.iter().any(|w| scan.is(last, Word::of(w)));
    let beside = scan.is(last, Word::of("of"))
        && (scan.is(last.wrapping_sub(1), Word::of("outside"))
            || scan.class_before(last).any(Class::COMPASS));
    (direct || beside)
        && scan.token(end).is_none_or(|t| {
            (t.is(Shape::PUNCTUATION) && !t.is(Shape::POSSESSIVE))
                || scan.class(end).any(Class::AFTER)
                || t.is(Shape::CAPITAL)
        })
}

/// Whether an unknown name is a town's because of who comes from it or what stands there: "Alturas police", "28, of
/// Alturas,", "Ann Lowe of Alturas,".
fn comes_from(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let police = scan.is(end, Word::of("police"))
        && !scan.document.slice(at..end).ends_with("ed")
        && (at > scan.start
            || scan.capital(end)
            || scan.class(end + 1).any(Class::METONYM.or(Class::AFTER))
            || scan
                .token(end + 1)
                .is_some_and(|t| t.is(Shape::PUNCTUATION)));
    police || belongs(scan, at, end)
}

/// Whether the name from `at` to `end` says where somebody or something belongs: "an Alturas man", "a 30-year-old Alturas
/// woman", "a man from Alturas", "28, of Alturas,", "Ann Lowe of Alturas,", "the Alturas area".
fn belongs(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let last = at.wrapping_sub(1);
    let article = ["a", "an", "old"]
        .iter()
        .any(|w| scan.is(last, Word::of(w)));
    let lower = !scan.capital(end);
    if lower && article && scan.class(end).any(Class::CITIZEN) {
        return true;
    }
    if lower && scan.is(last, Word::of("the")) && scan.is(end, Word::of("area")) {
        return true;
    }
    let closed = scan
        .token(end)
        .is_none_or(|t| t.is(Shape::PUNCTUATION) && !t.is(Shape::POSSESSIVE));
    if scan.is(last, Word::of("from")) {
        return scan.class_before(last).any(Class::CITIZEN)
            && (closed || scan.class(end).any(Class::AFTER));
    }
    if !scan.is(last, Word::of("of")) {
        return false;
    }
    let comma = scan.is(last.wrapping_sub(1), Word::of(","));
    (comma && closed) || (is_person(scan, last) && (closed || scan.class(end).any(Class::AFTER)))
}

/// Whether two capitalised words that look like a person's name stand before `end`.
fn is_person(scan: &Scan<'_>, end: usize) -> bool {
    const NOT_NAMES: Class = Class::STOP
        .or(Class::ORG)
        .or(Class::FACILITY)
        .or(Class::GENERIC)
        .or(Class::ADMIN)
        .or(Class::STREET)
        .or(Class::COMPASS);
    !scan.blind
        && (1..=2).all(|n| {
            let at = end.wrapping_sub(n);
            scan.capital(at)
                && !scan.class(at).any(NOT_NAMES)
                && !scan.token(at).is_some_and(|t| t.is(Shape::ALL_CAPS))
        })
        && known(scan, end.wrapping_sub(1)).is_none()
}

fn single(scan: &Scan<'_>, at: usize, end: usize) -> Chain {
    let link = Link {
        tokens: at..end,
        name: scan.name(at, end),
        level: Level::Unknown,
        within: "",
        basis: Basis::Context,
    };
    follow(scan, link)
}
