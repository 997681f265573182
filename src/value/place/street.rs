//! Streets, blocks and crossings: "the 500 block of Prouty Avenue", "6740 N. Clark St", "5th and Main streets".

use super::scan::Scan;
use super::words::Class;
use crate::document::{Shape, Word};
use std::ops::Range;

/// A street, or a stretch of it.
#[derive(Clone, Debug)]
pub(super) struct Street {
    /// All of it, house number and block included.
    pub(super) tokens: Range<usize>,
    /// The street by itself.
    pub(super) street: Range<usize>,
}

/// The address or crossing whose first street name starts at `at`.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Street> {
    let streets = Class::STREET.or(Class::ROUTE).or(Class::CROSSING);
    if !scan.present.any(streets) {
        return None;
    }
    let end = named(scan, at)
        .or_else(|| route(scan, at))
        .or_else(|| crossing(scan, at))?;
    // "the Federal Highway Administration"
    if scan.capital(end) && !scan.blind && scan.class(end).any(Class::ORG) {
        return None;
    }
    let start = before_name(scan, at);
    let weak = !scan
        .class(last_word(scan, end))
        .any(Class::STRONG_STREET.or(Class::ROUTE));
    let numbered =
        scan.token(at).is_some_and(|t| t.is(Shape::NUMBER)) || scan.class(at).any(Class::ROUTE);
    let on = scan.is(start.wrapping_sub(1), Word::of("on"))
        || scan.is(start.wrapping_sub(1), Word::of("off"));
    if weak && start == at && !numbered && !on {
        return None;
    }
    let mut all = end;
    if scan.is(end, Word::of("and")) || scan.is(end, Word::of("at")) || scan.is(end, Word::of("&"))
    {
        all = named(scan, end + 1).unwrap_or(end);
    }
    Some(Street {
        tokens: start..all,
        street: at..end,
    })
}

fn last_word(scan: &Scan<'_>, end: usize) -> usize {
    let last = end.saturating_sub(1);
    if scan.is(last, Word::of(".")) {
        last.saturating_sub(1)
    } else {
        last
    }
}

/// The end of "Prouty Avenue", "N. Clark St.", "11th Street".
fn named(scan: &Scan<'_>, at: usize) -> Option<usize> {
    const NO_PART: Class = Class::STOP
        .or(Class::BEFORE)
        .or(Class::FROM)
        .or(Class::OTHER);
    // "Northwest 118th Avenue", "11th Street".
    let compass = scan.class(at).any(Class::COMPASS)
        && scan.token(at + 1).is_some_and(|t| t.is(Shape::NUMBER));
    let number = if compass { at + 1 } else { at };
    let mut end = at;
    if scan.token(number)?.is(Shape::NUMBER) {
        let suffix = scan
            .token(number + 1)
            .filter(|t| t.is(Shape::GLUED) && t.is(Shape::WORD))?;
        let ordinal = [
            Word::of("th"),
            Word::of("st"),
            Word::of("nd"),
            Word::of("rd"),
        ];
        if !ordinal.contains(&suffix.word) {
            return None;
        }
        end = number + 2;
    }
    for _ in 0..5 {
        if !scan.capital(end) {
            return None;
        }
        let body = scan.class_before(end).any(Class::ADMIN.or(Class::ORG));
        if end > at
            && scan.class(end).any(Class::STREET)
            && !body
            && !scan.class(end).any(Class::CROSSING)
        {
            let dot = scan.is(end + 1, Word::of("."))
                && scan
                    .token(end + 1)
                    .is_some_and(|t| t.is(Shape::ABBREVIATION));
            return Some(if dot { end + 2 } else { end + 1 });
        }
        // "In Main Street" opens with no name; "Martin Luther King Jr. Drive" has titles inside.
        if end == at && scan.class(end).any(NO_PART) && !scan.class(end + 1).any(Class::STREET) {
            return None;
        }
        let shouted = scan.blind && scan.class(end).any(NO_PART.or(Class::OF).or(Class::AFTER));
        if shouted {
            return None;
        }
        end = scan.inner(end + 1);
        if scan
            .token(end)
            .is_some_and(|t| t.is(Shape::ABBREVIATION) && t.is(Shape::PUNCTUATION))
        {
            end += 1;
        }
    }
    None
}

/// The end of "Highway 61", "Interstate 95".
fn route(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let number = scan
        .token(at + 1)
        .filter(|t| t.is(Shape::NUMBER) && t.end - t.start < 5)?;
    (scan.capital(at) && scan.class(at).any(Class::ROUTE) && !number.is(Shape::GLUED))
        .then_some(at + 2)
}

/// The end of "5th and Main streets".
fn crossing(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let first = scan.token(at)?;
    let and = if first.is(Shape::NUMBER) {
        at + 2
    } else {
        scan.run(at)
    };
    if !scan.is(and, Word::of("and")) {
        return None;
    }
    let second = if scan.token(and + 1)?.is(Shape::NUMBER) {
        and + 3
    } else {
        scan.run(and + 1)
    };
    let plural = scan.class(second).any(Class::CROSSING);
    (plural && second > and + 1).then_some(second + 1)
}

/// Back over a house number, or over "the 500 block of".
fn before_name(scan: &Scan<'_>, at: usize) -> usize {
    let Some(last) = at.checked_sub(1) else {
        return at;
    };
    if scan.token(last).is_some_and(|t| t.is(Shape::NUMBER)) {
        return last;
    }
    if !scan.is(last, Word::of("of")) || !scan.is(last.wrapping_sub(1), Word::of("block")) {
        return at;
    }
    let block = last - 1;
    // "500 block", "2900-block", "1300th block".
    (block.saturating_sub(2)..block)
        .find(|&n| scan.token(n).is_some_and(|t| t.is(Shape::NUMBER)))
        .unwrap_or(block)
}
