//! The part of a place that a compass word before it names: "northern Mali", "southeast Oklahoma City", "north of Quito".

use super::scan::Scan;
use super::words::Class;
use crate::document::{Shape, Word};

/// A part of a place.
pub(super) struct Part {
    /// The token of the compass word.
    pub(super) start: usize,
    /// `northern Mali`, `north of Quito`.
    pub(super) name: String,
}

/// The part that the words before `at`, where the place `name` starts, cut out of it.
pub(super) fn before(scan: &Scan<'_>, at: usize, name: &str) -> Option<Part> {
    let last = at.checked_sub(1)?;
    let of = scan.is(last, Word::of("of"));
    let start = if of { last.checked_sub(1)? } else { last };
    let compass = scan
        .token(start)
        .filter(|_| scan.class(start).any(Class::COMPASS))?;
    // "south of Kabul" lies beside it; "the upper of", "the rural of" are nothing.
    let word = scan.document.text(compass).to_lowercase();
    let point = ["north", "south", "east", "west"]
        .iter()
        .any(|p| word.starts_with(p));
    if of && (!point || word.ends_with("ern")) {
        return None;
    }
    // "south-east of Kabul"
    let first = start.checked_sub(2).filter(|first| {
        let joined = scan.is(start - 1, Word::of("-")) && scan.class(*first).any(Class::COMPASS);
        // "South Asia-Middle East-Western Europe" is a list.
        let one = of || !scan.capital(*first);
        joined && one && scan.token(start).is_some_and(|t| t.is(Shape::GLUED))
    });
    let (start, word) = match first.and_then(|first| Some((first, scan.token(first)?))) {
        Some((first, token)) => {
            let half = scan.document.text(token).to_lowercase();
            (first, format!("{half}-{word}"))
        }
        None => (start, word),
    };
    let name = if of {
        format!("{word} of {name}")
    } else {
        format!("{word} {name}")
    };
    Some(Part { start, name })
}
