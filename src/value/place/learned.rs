//! The other mentions of a name that the article itself once showed to be a place.

use super::Spot;
use super::index::Index;
use super::scan::Scan;
use crate::document::{Document, Shape};

/// Adds the bare mentions of the names found with a type word, a wider place or in a dateline, each with the chain it
/// was given there.
pub(super) fn add(document: &Document<'_>, scans: &[Scan<'_>], spots: &mut Vec<Spot>) {
    let mut index = Index::with_capacity(16);
    let mut names = Vec::new();
    for spot in spots.iter().filter(|s| s.sure) {
        let written = document.slice(spot.head.clone());
        let Some(head) = spot
            .name
            .parts
            .iter()
            .find(|p| !p.starts_with(char::is_lowercase))
        else {
            continue;
        };
        if index.named(head).is_empty() {
            index.insert(head, names.len() as u32);
            if written != head.as_str() && spot.head.len() < 4 {
                index.insert(written, names.len() as u32);
            }
            names.push((spot.name.clone(), spot.sort));
        }
    }
    if names.is_empty() {
        return;
    }
    let mut more = Vec::new();
    let mut taken = spots.iter().map(|s| s.tokens.clone()).peekable();
    for scan in scans {
        let mut at = scan.start;
        while at < scan.end {
            if !scan.capital(at) {
                at += 1;
                continue;
            }
            while taken.peek().is_some_and(|t| t.end <= at) {
                taken.next();
            }
            if let Some(range) = taken.peek().filter(|t| t.contains(&at)) {
                at = range.end;
                continue;
            }
            let found = index
                .starting(document, at)
                .max_by_key(|m| m.tokens)
                .filter(|m| stands_alone(scan, at, at + m.tokens));
            let Some(found) = found else {
                at += 1;
                continue;
            };
            if let Some((name, sort)) = names.get(found.id as usize) {
                more.push(Spot {
                    tokens: at..at + found.tokens,
                    head: at..at + found.tokens,
                    name: name.clone(),
                    sure: false,
                    sort: *sort,
                });
            }
            at += found.tokens;
        }
    }
    spots.extend(more);
}

/// Whether the name from `at` to `end` is not a piece of a longer name.
fn stands_alone(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let hyphen = scan
        .token(end)
        .is_some_and(|t| t.is(Shape::GLUED) && scan.is(end, crate::document::Word::of("-")));
    let longer = scan.capital(end)
        && !scan.blind
        && !scan
            .class(end)
            .any(super::words::Class::FOLLOWER.or(super::words::Class::STOP));
    scan.fresh(at) && end <= scan.end && !hyphen && !longer
}
