//! Times that a word before them bounds: `before March 1` is any day up to it, `after 2018` any day past it.

use crate::document::Word;
use crate::value::Kind;
use crate::value::date::word::cursor::Cursor;
use crate::value::date::word::term::Term;
use crate::value::date::{Grain, Time};

/// The days that "before" or "after" leave of a date; its TIMEX3 value stays that of the date, which is what the words
/// say. "since March" and "until March" keep their days: what goes on since began, and what lasts until ends, in them.
pub(in crate::value::date) fn opened(
    c: &Cursor<'_>,
    mut time: Time,
    at: usize,
    end: usize,
) -> Time {
    if time.kind == Kind::Time
        && time.grain == Grain::Hour
        && !matches!(c.term(at), Term::Hour(_))
        && bounds_hour(c, at, end)
    {
        // As at the ends of a range, an hour without minutes stays an hour.
        time.timex
            .truncate(time.timex.trim_end_matches(":00").len());
        return time;
    }
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
    } else {
        return time;
    };
    Time { from, to, ..time }
}

/// Whether "before", "after", "by" or "later than" stands before a clock time, or "or later" after it.
fn bounds_hour(c: &Cursor<'_>, at: usize, end: usize) -> bool {
    let about = usize::from(c.term(at.wrapping_sub(1)) == Term::About);
    let before = at.wrapping_sub(1 + about);
    let is = |at: usize, words: &[&str]| words.iter().any(|word| c.is(at, Word::of(word)));
    is(before, &["before", "after", "by"])
        || is(before, &["than"]) && is(before.wrapping_sub(1), &["later", "earlier"])
        || is(end, &["or"]) && is(end + 1, &["later", "earlier", "after", "before"])
}
