//! The other mentions of a name that the article itself once showed to be a place.

use super::index::Index;
use super::scan::Scan;
use super::{Sort, Spot};
use crate::document::{Document, Shape};
use crate::value::Name;

/// Adds the bare mentions of the names found with a type word, a wider place or in a dateline, each with the chain it
/// was given there.
pub(super) fn add(document: &Document<'_>, scans: &[Scan<'_>], spots: &mut Vec<Spot>) {
    let learned = Learned::from(document, spots);
    if learned.names.is_empty() {
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
            let Some((end, spot)) = learned.starting(document, scan, at) else {
                at += 1;
                continue;
            };
            more.extend(spot);
            at = end;
        }
    }
    spots.extend(more);
}

/// The names that an article shows to be places.
struct Learned {
    index: Index,
    names: Vec<(Name, Sort)>,
}

impl Learned {
    fn from(document: &Document<'_>, spots: &[Spot]) -> Self {
        let mut learned = Learned {
            index: Index::with_capacity(16),
            names: Vec::new(),
        };
        for spot in spots.iter().filter(|s| s.sure) {
            let mut parts = spot.name.parts.iter();
            let Some(head) = parts.find(|p| !p.starts_with(char::is_lowercase)) else {
                continue;
            };
            if learned.index.named(head).is_empty() {
                let number = learned.names.len() as u32;
                learned.index.insert(head, number);
                let written = document.slice(spot.head.clone());
                if written != head.as_str() && spot.head.len() < 4 {
                    learned.index.insert(written, number);
                }
                learned.names.push((spot.name.clone(), spot.sort));
            }
        }
        learned
    }

    /// The longest name that stands alone at a token: where it ends, and its mention.
    fn starting(
        &self,
        document: &Document<'_>,
        scan: &Scan<'_>,
        at: usize,
    ) -> Option<(usize, Option<Spot>)> {
        let found = self.index.starting(document, at);
        let found = found.max_by_key(|m| m.tokens)?;
        let tokens = at..at + found.tokens;
        if !stands_alone(scan, at, tokens.end) {
            return None;
        }
        let spot = self.names.get(found.id as usize);
        let spot = spot.map(|(name, sort)| Spot {
            tokens: tokens.clone(),
            head: tokens.clone(),
            name: name.clone(),
            sure: false,
            sort: *sort,
        });
        Some((tokens.end, spot))
    }
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
