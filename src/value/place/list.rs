//! The further places of a list that a plural type word opens: "the towns of Obrunz, Dolun and Vesk".

use super::gazetteer::Level;
use super::link::{Basis, Link, known};
use super::scan::Scan;
use super::words::Class;
use crate::document::Word;

/// The places after the first, which runs from `first` to `end`.
pub(super) fn rest(scan: &Scan<'_>, first: usize, end: usize) -> Vec<Link> {
    let opened = scan.is(first.wrapping_sub(1), Word::of("of"))
        && scan.class(first.wrapping_sub(2)).any(Class::PLURAL);
    let mut links = Vec::new();
    if !opened {
        return links;
    }
    let mut at = end;
    loop {
        let comma = usize::from(scan.is(at, Word::of(",")));
        let and = usize::from(scan.is(at + comma, Word::of("and")));
        let start = at + comma + and;
        let next = if start > at && scan.capital(start) {
            item(scan, start)
        } else {
            None
        };
        let Some(link) = next else { break };
        at = link.tokens.end;
        links.push(link);
        if and > 0 {
            break;
        }
    }
    links
}

fn item(scan: &Scan<'_>, at: usize) -> Option<Link> {
    if let Some(link) = known(scan, at).filter(|k| k.basis != Basis::Demonym) {
        return Some(link);
    }
    let end = scan.name_end(at)?;
    Some(Link {
        tokens: at..end,
        name: scan.name(at, end),
        level: Level::City,
        within: "",
        basis: Basis::Typed,
    })
}
