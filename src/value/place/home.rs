//! In which town the streets and quarters of an article lie: "CHICAGO (XX) - … in the 500 block of Alder Avenue".
//!
//! A street that stands without a town lies in the one beside it ("Alder Avenue in Gary"), else in the article's own: the one
//! whose police it quotes, the one of its dateline, the only one it names. Hospitals, prisons and the like get none:
//! people are brought there from other towns.

use super::Spot;
use super::scan::Scan;
use crate::document::Word;

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
    let home = by_police(scans, spots)
        .or_else(|| by_dateline(scans, spots))
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

/// The town whose police are spoken of; of several the one of the dateline, or the one named more often than all others.
fn by_police(scans: &[Scan<'_>], spots: &[Spot]) -> Option<Vec<String>> {
    let mut counts: Vec<(&Spot, usize)> = Vec::new();
    for spot in spots.iter().filter(|s| s.sort == Sort::Town) {
        let end = spot.tokens.end;
        let led = scan_of(scans, spot)
            .is_some_and(|scan| ["police", "firefighters"].iter().any(|w| scan.is(end, Word::of(w))));
        if !led {
            continue;
        }
        match counts.iter_mut().find(|(known, _)| town(known) == town(spot)) {
            Some((_, count)) => *count += 1,
            None => counts.push((spot, 1)),
        }
    }
    let (most, count) = *counts.iter().max_by_key(|(_, count)| *count)?;
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    if counts.len() == 1 || count * 2 > all {
        return Some(most.name.parts.clone());
    }
    None
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
    let alone = towns.all(|other| town(other) == town(first));
    alone.then(|| first.name.parts.clone())
}

/// The name of a town without its compass part.
fn town(spot: &Spot) -> Option<&String> {
    let mut parts = spot.name.parts.iter();
    parts.find(|part| !part.starts_with(char::is_lowercase))
}
