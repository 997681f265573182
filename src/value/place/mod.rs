//! Places and countries, with the chain of places that hold them.
//!
//! A sentence is read once from left to right. A name is a place if the gazetteer knows it, if a type word stands beside
//! it ("Andar district", "the town of Andar"), if a wider place is written after it ("Alturas, Calif."), or if it stands
//! where places stand ("in Alturas"); then its other mentions in the article are places too. A text all in capitals is
//! read by names and type words alone.

mod atlas;
mod candidate;
mod chain;
mod compass;
mod context;
mod country;
mod gazetteer;
mod holder;
mod home;
mod index;
mod learned;
mod link;
mod list;
mod province;
mod relation;
mod scan;
mod seat;
mod street;
mod words;

pub use country::country_at;
pub(in crate::value) use country::country_length;
pub use relation::{Relation, country_of, relation, stands_for};

use super::{Found, Kind, Name, Value};
use crate::document::{Document, Shape, Word};
use chain::Chain;
use country::Vouched;
use gazetteer::Level;
use home::Sort;
use link::Basis;
use scan::Scan;
use std::ops::Range;
use words::Class;

/// Finds the places of a document.
pub fn read(document: &Document<'_>, found: &mut Vec<Found>) {
    let classes = words::classes(&document.tokens);
    let shouted = scan::is_shouted(document);
    let vouched = Vouched::default();
    let scan = |sentence| Scan::new(document, &classes, sentence, shouted, &vouched);
    let scans: Vec<Scan<'_>> = document.sentences.iter().map(scan).collect();
    let mut spots = Vec::new();
    for scan in &scans {
        read_sentence(scan, &mut spots);
    }
    province::settle(&scans, &mut spots);
    learned::add(document, &scans, &mut spots);
    home::settle(&scans, &mut spots);
    holder::settle(&mut spots);
    found.extend(spots.into_iter().map(|spot| Found {
        tokens: spot.tokens,
        value: Value::Name(spot.name),
    }));
}

/// A place found, and whether its name is worth looking for elsewhere in the article.
struct Spot {
    tokens: Range<usize>,
    /// The first name of the chain by itself.
    head: Range<usize>,
    name: Name,
    sure: bool,
    sort: Sort,
}

fn read_sentence(scan: &Scan<'_>, spots: &mut Vec<Spot>) {
    let mut at = scan.start;
    while let Some(token) = scan.token(at) {
        if !token.shape.any(Shape::CAPITAL.with(Shape::NUMBER)) {
            at += 1;
            continue;
        }
        // "Downing Street said" is told of a government.
        let seat = || {
            let country = country::find(scan.document, at)?;
            (country.tokens > 1).then(|| seat::read(scan, at, Some(&country)))?
        };
        let street = street_spot(scan, at).map(|street| seat().unwrap_or(street));
        let spot = street.or_else(|| {
            if !scan.capital(at) || !scan.fresh(at) {
                return None;
            }
            let country = country::find(scan.document, at);
            seat::read(scan, at, country.as_ref())
                .or_else(|| Some(chain_spot(scan, candidate::read(scan, at, country)?)))
        });
        match spot {
            Some(spot) => {
                let (first, end) = (spot.head.start, spot.tokens.end);
                at = end.max(at + 1);
                spots.push(spot);
                for link in list::rest(scan, first, end) {
                    let chain = chain::follow(scan, link);
                    at = chain.end;
                    spots.push(chain_spot(scan, chain));
                }
            }
            None => at += 1,
        }
    }
}

fn street_spot(scan: &Scan<'_>, at: usize) -> Option<Spot> {
    let street = street::read(scan, at)?;
    let whole = scan.name(street.tokens.start, street.tokens.end);
    let mut parts = vec![whole.clone()];
    if street.street.len() < street.tokens.len() {
        parts.push(scan.name(street.street.start, street.street.end));
    }
    let mut end = street.tokens.end;
    let mut sort = Sort::Within;
    if scan.is(end, Word::of(","))
        && let Some(next) = link::wider(scan, end + 1)
    {
        let chain = chain::follow(scan, next);
        end = chain.end;
        sort = Sort::Other;
        parts.extend(chain.links.into_iter().map(|l| l.name));
    }
    Some(Spot {
        tokens: street.tokens.start..end,
        head: street.street,
        name: place(whole, parts),
        sure: false,
        sort,
    })
}

/// A chain as a place, with its compass part if one stands before it.
fn chain_spot(scan: &Scan<'_>, chain: Chain) -> Spot {
    let head = chain.links.first().map_or(0..0, |l| l.tokens.clone());
    let basis = chain.links.first().map_or(Basis::Context, |l| l.basis);
    let mut tokens = head.start..chain.end;
    if chain.links.len() == 1
        && let Some(link) = chain.links.first()
        && link.level == Level::Country
    {
        if basis != Basis::Demonym
            && let Some(part) = compass::before(scan, head.start, &link.name)
        {
            return Spot {
                tokens: part.start..chain.end,
                head,
                name: place(part.name.clone(), vec![part.name, link.name.clone()]),
                sure: false,
                sort: Sort::Other,
            };
        }
        return Spot {
            tokens,
            head,
            name: country(&link.name),
            sure: false,
            sort: Sort::Other,
        };
    }
    let sure = basis == Basis::Typed
        || (basis == Basis::Context && chain.links.len() > 1)
        || scan.dateline;
    let sort = sort_of(scan, &chain);
    let mut parts: Vec<String> = chain.links.into_iter().map(|l| l.name).collect();
    parts.dedup();
    let mut name = parts.first().cloned().unwrap_or_default();
    if let Some(part) = compass::before(scan, head.start, &name) {
        tokens.start = part.start;
        name.clone_from(&part.name);
        parts.insert(0, part.name);
    }
    Spot {
        tokens,
        head,
        name: place(name, parts),
        sure,
        sort,
    }
}

/// Whether a chain is a town, or lies in one that it does not name.
fn sort_of(scan: &Scan<'_>, chain: &Chain) -> Sort {
    const BUILT: Class = Class::FACILITY.or(Class::NATURE);
    let (Some(link), single) = (chain.links.first(), chain.links.len() == 1) else {
        return Sort::Other;
    };
    let class = scan.class(link.tokens.end.saturating_sub(1));
    match link.level {
        Level::City if link.basis == Basis::Typed && class.any(Class::QUARTER) => {
            if single {
                Sort::Within
            } else {
                Sort::Other
            }
        }
        Level::Unknown if link.tokens.len() > 1 && class.any(BUILT) => {
            if single && !class.any(Class::PUBLIC) {
                Sort::Within
            } else {
                Sort::Other
            }
        }
        Level::City | Level::Unknown => Sort::Town,
        _ => Sort::Other,
    }
}

/// Whether a name written without capitals is that of a street or an address: `500 block of alder avenue`.
pub fn is_street(name: &str) -> bool {
    let street = Class::STREET.or(Class::ROUTE).or(Class::CROSSING);
    let mut words = name.split([' ', '.']).filter(|word| !word.is_empty());
    name.starts_with(|c: char| c.is_ascii_digit())
        || words
            .clone()
            .any(|word| words::class(Word::new(word)).any(Class::ROUTE))
        || words
            .next_back()
            .is_some_and(|word| words::class(Word::new(word)).any(street))
}

fn place(name: String, parts: Vec<String>) -> Name {
    Name {
        kind: Kind::Place,
        name: Some(name),
        role: None,
        of: None,
        parts,
    }
}

fn country(name: &str) -> Name {
    Name {
        kind: Kind::Country,
        parts: Vec::new(),
        ..place(name.to_owned(), Vec::new())
    }
}
