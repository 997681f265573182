//! A place and the wider places written after it: "Andar district, Ghazni province", "Alturas, Calif.".

use super::gazetteer::{self, Level};
use super::link::{Basis, Link, postal, wider};
use super::scan::Scan;
use super::words::Class;
use crate::document::{Shape, Word};

/// A place with all its links, narrow to wide.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    /// The links, never empty.
    pub(super) links: Vec<Link>,
    /// One past the last token.
    pub(super) end: usize,
}

/// Reads on from `head` through ", X" and "of X province".
pub(super) fn follow(scan: &Scan<'_>, head: Link) -> Chain {
    let mut end = head.tokens.end;
    let mut links = vec![head];
    while let Some(last) = links.last()
        && let Some(next) = next_link(scan, last, end)
    {
        end = next.tokens.end;
        links.push(next);
    }
    Chain { links, end }
}

fn next_link(scan: &Scan<'_>, last: &Link, end: usize) -> Option<Link> {
    let comma = scan.is(end, Word::of(","));
    if comma {
        return wider(scan, end + 1).filter(|next| holds(scan, last, next));
    }
    // "Tulsa OK" without a comma, by its postal code only.
    if !scan.blind && last.level <= Level::City && postal(scan, end).is_some() {
        return wider(scan, end).filter(|next| holds(scan, last, next));
    }
    let joined = scan.is(end, Word::of("of")) || scan.is(end, Word::of("in"));
    if !joined || last.basis != Basis::Typed {
        return None;
    }
    let start = if scan.is(end + 1, Word::of("the")) {
        end + 2
    } else {
        end + 1
    };
    wider(scan, start).filter(|next| holds(scan, last, next))
}

/// Whether `next`, written after `last`, can be the place that holds it and not the next of a list.
fn holds(scan: &Scan<'_>, last: &Link, next: &Link) -> bool {
    if next.level <= last.level || (next.level < Level::County && next.basis != Basis::Typed) {
        return false;
    }
    let known = matches!(last.basis, Basis::Known | Basis::Typed) && !last.within.is_empty();
    let stated =
        last.within == next.name || gazetteer::holders(&last.name).contains(&next.name.as_str());
    if stated {
        return true;
    }
    if next.level == Level::Area {
        return false;
    }
    // "Florida, Mexico and Peru" is a list; "Paris, Texas" is not.
    !known
        || last.level < Level::State && (next.basis != Basis::Country || last.basis == Basis::Typed)
        || abbreviated(scan, next)
}

/// `Calif.`, `N.Y.`, `OK`: only written so after a town.
pub(super) fn abbreviated(scan: &Scan<'_>, link: &Link) -> bool {
    let last = link.tokens.end.checked_sub(1).and_then(|at| scan.token(at));
    last.is_some_and(|t| t.is(Shape::ABBREVIATION))
        || (link.tokens.len() == 1
            && last.is_some_and(|t| t.is(Shape::ALL_CAPS) && t.end - t.start == 2))
}

/// The chain that an unknown name from `at` to `end` opens: "Alturas, Calif.". The wider place must be one that says
/// so by itself: a typed or abbreviated one, or a state or country where a preposition or dateline stands before.
pub(super) fn of_unknown(scan: &Scan<'_>, at: usize, end: usize) -> Option<Chain> {
    const NO_PART: Class = Class::STOP.or(Class::ORG);
    if !scan.is(end, Word::of(",")) || (at..end).any(|p| scan.class(p).any(NO_PART)) {
        return None;
    }
    let next = wider(scan, end + 1)?;
    let before = scan.class_before(at);
    let placed = scan.dateline || before.any(Class::BEFORE.or(Class::FROM).or(Class::OF));
    let enclosed = scan
        .token(next.tokens.end)
        .is_none_or(|t| t.is(Shape::PUNCTUATION) || !t.is(Shape::CAPITAL));
    // "J. Rohack, MD, said" has no state.
    let titled = scan.capital(at.wrapping_sub(1))
        || (at.saturating_sub(1)..end).any(|p| scan.is(p, Word::of(".")))
        || scan.is(end + 1, Word::of("md"));
    // "their Alturas, California home"
    let follower = next.tokens.end;
    let described = matches!(next.level, Level::State | Level::Country)
        && !scan.capital(follower)
        && scan.class(follower).any(Class::BUILDING.or(Class::CITIZEN));
    // "the fall of Lowe, Britain's oldest mill"
    let possessive = scan
        .token(next.tokens.end)
        .is_some_and(|t| t.is(Shape::POSSESSIVE));
    let clear = abbreviated(scan, &next) && (placed || !titled)
        || described
        || (placed && next.basis == Basis::Typed)
        || (placed && enclosed && matches!(next.level, Level::State | Level::Country));
    if !clear || possessive || (next.level < Level::County && next.basis != Basis::Typed) {
        return None;
    }
    let head = Link {
        tokens: at..end,
        name: scan.name(at, end),
        level: Level::Unknown,
        within: "",
        basis: Basis::Context,
    };
    Some(follow(scan, head))
}
