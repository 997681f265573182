//! Whether an unknown name is a place because of what stands around it: "in Alturas on Friday", "Alturas police", "28, of
//! Alturas,".

use super::chain::{self, Chain, follow};
use super::gazetteer::Level;
use super::link::{Basis, Link, known};
use super::scan::Scan;
use super::words::Class;
use crate::document::{Shape, Word};

/// An unknown name that its surroundings show to be a place.
pub(super) fn unknown(scan: &Scan<'_>, at: usize) -> Option<Chain> {
    let end = scan.name_end(at)?;
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
pub(super) fn belongs(scan: &Scan<'_>, at: usize, end: usize) -> bool {
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
