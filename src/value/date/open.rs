//! Times that a word before them bounds: `before March 1` is any day up to it, `after 2018` any day past it.

use super::cursor::Cursor;
use super::{Grain, Time};
use crate::document::Word;
use crate::value::Kind;

/// The days that "before", "until" or "after" leave of a date; its TIMEX3 value stays that of the date, which is what
/// the words say. "since March" keeps its days: what goes on since began in them.
pub(super) fn opened(c: &Cursor<'_>, time: Time, at: usize, end: usize) -> Time {
    let is = |word: &str| c.is(at.wrapping_sub(1), Word::of(word));
    // "before Friday's vote" is before the vote, not before Friday.
    let plain = time.kind == Kind::Date && time.grain < Grain::Vague && time.from <= time.to;
    if !plain || c.possessive(end) || !time.readings.is_empty() {
        return time;
    }
    let (from, to) = if is("after") {
        (time.to.and_then(|to| to.tomorrow().ok()), None)
    } else if is("before") {
        (None, time.from.and_then(|from| from.yesterday().ok()))
    } else if is("until") || is("till") {
        (None, time.to)
    } else {
        return time;
    };
    Time { from, to, ..time }
}
