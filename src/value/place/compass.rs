//! The part of a place that a compass word before it names: "northern Mali", "southeast Oklahoma City", "north of Quito".

use super::scan::Scan;
use super::words::Class;
use crate::document::Word;

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
    let name = if of {
        format!("{word} of {name}")
    } else {
        format!("{word} {name}")
    };
    Some(Part { start, name })
}
