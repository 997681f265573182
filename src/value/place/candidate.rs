//! What place, if any, starts at a token: by its type word, by the gazetteer, or by what stands around it.

use super::chain::{self, Chain, follow};
use super::gazetteer::Level;
use super::link::{Basis, Link, known, typed};
use super::scan::Scan;
use super::words::Class;
use crate::document::{Shape, Word};

/// The chain of places whose first name starts at `at`; only called where [`Scan::fresh`] holds.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Chain> {
    let known = known(scan, at);
    let typed = typed(scan, at);
    if let Some(link) = typed
        && known
            .as_ref()
            .is_none_or(|k| k.basis == Basis::Demonym || k.tokens.len() < link.tokens.len())
    {
        return Some(follow(scan, link));
    }
    if let Some(chain) = facility(scan, at) {
        return Some(chain);
    }
    if let Some(link) = known {
        if link.basis == Basis::Demonym || link.basis == Basis::Country {
            return Some(Chain {
                end: link.tokens.end,
                links: vec![link],
            });
        }
        return accept_known(scan, at, link);
    }
    if let Some(link) = of_type(scan, at) {
        return Some(follow(scan, link));
    }
    unknown(scan, at)
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
        || (before.any(Class::FROM.or(Class::OF)) && !weak);
    let longer = scan.run(at).max(end);
    let chain = follow(scan, link);
    if chain.links.len() > 1 {
        return Some(chain);
    }
    let townsman = scan.class(end).any(Class::TOWNSMAN.or(Class::FOLLOWER));
    if scan.blind {
        return (!weak || placed || townsman).then_some(chain);
    }
    let follows_name = longer > end && !scan.class(end).any(Class::FOLLOWER);
    let joined = scan.is(end, Word::of("-")) && scan.token(end).is_some_and(|t| t.is(Shape::GLUED));
    if weak {
        let possessive = scan.token(end).is_some_and(|t| t.is(Shape::POSSESSIVE));
        return ((placed && !possessive || townsman) && !follows_name && !joined).then_some(chain);
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
    if !scan.class(type_at).any(Class::ADMIN.or(Class::STATE)) {
        return None;
    }
    let end = name_end(scan, at)?;
    let level = match scan.token(type_at)?.word {
        w if w == Word::of("province") || w == Word::of("department") || w == Word::of("state") => {
            Level::State
        }
        w if w == Word::of("district") || w == Word::of("county") => Level::County,
        _ => Level::City,
    };
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
    if scan.blind {
        return None;
    }
    let end = scan.run(at);
    let last = end.checked_sub(1)?;
    if last <= at || !scan.class(last).any(Class::FACILITY.or(Class::NATURE)) {
        return None;
    }
    if (at..last).any(|p| scan.class(p).any(Class::STOP.or(Class::ORG))) {
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
    if let Some(chain) = chain::of_unknown(scan, at, end) {
        return Some(chain);
    }
    if scan.dateline && at == scan.start {
        return Some(single(scan, at, end));
    }
    if scan.blind || end - at > 3 {
        return None;
    }
    let near = ["in", "near", "outside", "around"];
    if !near
        .iter()
        .any(|w| scan.is(at.wrapping_sub(1), Word::of(w)))
    {
        return None;
    }
    let acronym = scan.token(at)?.is(Shape::ALL_CAPS);
    let follower = scan.token(end);
    let ends = follower.is_none_or(|t| {
        (t.is(Shape::PUNCTUATION)
            && !t.is(Shape::POSSESSIVE)
            && !t.is(Shape::GLUED.with(Shape::WORD)))
            || scan.class(end).any(Class::AFTER)
            || t.is(Shape::CAPITAL)
    });
    let glued =
        scan.is(end, Word::of("-")) || scan.is(end, Word::of("&")) || scan.is(end, Word::of("/"));
    (ends && !acronym && !glued).then(|| single(scan, at, end))
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
