//! In which town the streets and quarters of an article lie: "CHICAGO (XX) - … in the 500 block of Alder Avenue".
//!
//! A street that stands without a town lies in the one beside it ("Alder Avenue in Gary"), else in the article's own: the one
//! whose police it quotes, the one of its dateline, the only one it names. Hospitals, prisons and the like get none:
//! people are brought there from other towns.

use super::Spot;
use super::gazetteer::Level;
use super::link::Basis;
use super::scan::Scan;
use super::words::Class;
use crate::document::{Shape, Word};

/// What a place found is, as far as its town is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A street, quarter or building without a town.
    Within,
    /// What may be a town.
    Town,
    /// Anything else.
    Other,
}

/// Gives the streets and quarters of an article their town.
pub(super) fn settle(scans: &[Scan<'_>], spots: &mut [Spot]) {
    if spots.iter().all(|s| s.sort != Sort::Within) {
        return;
    }
    spots.sort_by_key(|spot| spot.tokens.start);
    let home = by_police(scans, |_, at| read_before(spots, at))
        .or_else(|| by_dateline(scans, spots))
        .or_else(|| by_police(scans, named_before))
        .or_else(|| only_town(spots));
    let found: Vec<Option<Vec<String>>> = (0..spots.len())
        .map(|at| match spots.get(at) {
            Some(spot) if spot.sort == Sort::Within => {
                beside(scans, spots, at).or_else(|| home.clone())
            }
            _ => None,
        })
        .collect();
    for (spot, town) in spots.iter_mut().zip(found) {
        for part in town.unwrap_or_default() {
            if !spot.name.parts.contains(&part) {
                spot.name.parts.push(part);
            }
        }
    }
}

fn scan_of<'s, 'd>(scans: &'s [Scan<'d>], spot: &Spot) -> Option<&'s Scan<'d>> {
    let index = scans.partition_point(|scan| scan.end <= spot.tokens.start);
    scans.get(index)
}

/// The town right after a street: "Alder Avenue in Gary".
fn beside(scans: &[Scan<'_>], spots: &[Spot], at: usize) -> Option<Vec<String>> {
    let spot = spots.get(at)?;
    let next = spots.get(at + 1).filter(|next| next.sort == Sort::Town)?;
    let scan = scan_of(scans, spot)?;
    let joined = next.tokens.start == spot.tokens.end + 1
        && (scan.is(spot.tokens.end, Word::of("in")) || scan.is(spot.tokens.end, Word::of("of")));
    joined.then(|| next.name.parts.clone())
}

/// The town whose police are spoken of, where one is spoken of more often than all others together; `town_before` gives
/// the town whose name ends before a token.
fn by_police(
    scans: &[Scan<'_>],
    town_before: impl Fn(&Scan<'_>, usize) -> Option<Vec<String>>,
) -> Option<Vec<String>> {
    let mut counts: Vec<(Vec<String>, usize)> = Vec::new();
    for scan in scans {
        let police = |at: &usize| scan.token(*at).is_some_and(|t| POLICE.contains(&t.word));
        for parts in (scan.start + 1..scan.end)
            .filter(police)
            .filter_map(|at| town_before(scan, at))
        {
            match counts
                .iter_mut()
                .find(|(known, _)| town(known) == town(&parts))
            {
                Some((_, count)) => *count += 1,
                None => counts.push((parts, 1)),
            }
        }
    }
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.filter(|(_, count)| count * 2 > all)
        .map(|(parts, _)| parts)
}

fn read_before(spots: &[Spot], end: usize) -> Option<Vec<String>> {
    let spot = spots
        .iter()
        .find(|s| s.tokens.end == end && s.sort == Sort::Town)?;
    Some(spot.name.parts.clone())
}

const POLICE: [Word; 2] = [Word::of("police"), Word::of("firefighters")];

/// The name before "Police" at `at`, which only the force shows to be a town's: "Alturas Police officers".
fn named_before(scan: &Scan<'_>, at: usize) -> Option<Vec<String>> {
    const LONGEST: usize = 3;
    const NO_TOWN: Class = Class::STOP
        .or(Class::ORG)
        .or(Class::ADMIN)
        .or(Class::STATE)
        .or(Class::FACILITY)
        .or(Class::GENERIC)
        .or(Class::BEFORE)
        .or(Class::FROM)
        .or(Class::OTHER)
        .or(Class::FORCE);
    if scan.blind || !scan.capital(at) {
        return None;
    }
    let mut start = at;
    while at - start < LONGEST && scan.capital(start.wrapping_sub(1)) {
        start -= 1;
    }
    let plain = |at: usize| {
        let acronym = scan.token(at).is_some_and(|t| t.is(Shape::ALL_CAPS));
        !acronym && !scan.class(at).any(NO_TOWN)
    };
    let joined = scan.token(start)?.is(Shape::GLUED);
    let free =
        !scan.capital(start.wrapping_sub(1)) && !joined && start < at && (start..at).all(plain);
    let known = super::link::known(scan, start);
    let other = known.is_some_and(|link| link.level > Level::City || link.basis == Basis::Demonym);
    (free && !other).then(|| vec![scan.name(start, at)])
}

fn by_dateline(scans: &[Scan<'_>], spots: &[Spot]) -> Option<Vec<String>> {
    let mut towns = spots.iter().filter(|s| s.sort == Sort::Town);
    let first = towns.find(|spot| scan_of(scans, spot).is_some_and(|scan| scan.dateline))?;
    Some(first.name.parts.clone())
}

/// The only town that the article names.
fn only_town(spots: &[Spot]) -> Option<Vec<String>> {
    let mut towns = spots.iter().filter(|s| s.sort == Sort::Town);
    let first = towns.next()?;
    let alone = towns.all(|other| town(&other.name.parts) == town(&first.name.parts));
    alone.then(|| first.name.parts.clone())
}

/// The name of a town without its compass part.
fn town(parts: &[String]) -> Option<&String> {
    let mut parts = parts.iter();
    parts.find(|part| !part.starts_with(char::is_lowercase))
}
