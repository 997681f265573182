//! Whether a number is a change and not a level: "rose 3 %", "a 5 % drop", "up 20".

use super::Change;
use super::cue::{Cue, Lexis};
use super::noun;
use super::words::Words;
use crate::document::{Shape, Word};
use crate::value::Kind;

/// How far before a number the verb that moves something by it may stand, in tokens: "cut its key rate by 3 %".
const REACH: usize = 6;

/// The direction in which a number from `start` to `end` moves something. "rose to 5 %" gives a level, and no direction.
pub(super) fn read(words: &Words<'_>, kind: Kind, start: usize, end: usize) -> Option<Change> {
    if !matches!(kind, Kind::Percent | Kind::Money | Kind::Measure) {
        return None;
    }
    if let Some(change) = direction(words, kind, end) {
        return Some(change);
    }
    let by = words.before(start) == Some(Word::of("by"));
    for back in 1..=REACH {
        let at = start.checked_sub(back)?;
        let word = words.word(at)?;
        if Cue::Level.is(Some(word)) || !words.is(at, Shape::WORD) {
            return None;
        }
        if let Some(change) = direction(words, kind, at) {
            return Some(change);
        }
        let between = noun::is_stop(Some(word)) || words.text(at).ends_with("ly");
        if !(between || by) && back > 1 {
            return None;
        }
    }
    None
}

fn direction(words: &Words<'_>, kind: Kind, at: usize) -> Option<Change> {
    let word = words.word(at);
    // "Women make up 40 percent", "they turned down $3 billion".
    let adverb = words.is_word(at, "up") || words.is_word(at, "down");
    if adverb && Lexis::Phrasal.has(words.before(at)) {
        return None;
    }
    if kind == Kind::Money && Cue::NoSum.is(word) {
        return None;
    }
    match (Cue::Up.is(word), Cue::Down.is(word)) {
        (true, false) => Some(Change::Up),
        (false, true) => Some(Change::Down),
        _ => None,
    }
}
