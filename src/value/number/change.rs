//! Whether a number is a change and not a level: "rose 3 %", "a 5 % drop", "up 20".

use super::Change;
use super::cue::Cue;
use super::words::Words;
use crate::value::Kind;

/// The direction in which a number from `start` to `end` moves something. "rose to 5 %" gives a level, and no direction.
pub(super) fn read(words: &Words<'_>, kind: Kind, start: usize, end: usize) -> Option<Change> {
    let direction = |at: usize| {
        let word = words.word(at);
        match (Cue::Up.is(word), Cue::Down.is(word)) {
            (true, false) => Some(Change::Up),
            (false, true) => Some(Change::Down),
            _ => None,
        }
    };
    let measured = matches!(kind, Kind::Percent | Kind::Money | Kind::Measure);
    if !measured {
        return None;
    }
    let noun = usize::from(kind == Kind::Percent && words.is_word(end, "of"));
    if noun == 0
        && let Some(change) = direction(end)
    {
        return Some(change);
    }
    for back in 1..=3 {
        let at = start.checked_sub(back)?;
        let word = words.word(at)?;
        if Cue::Level.is(Some(word)) || !words.is(at, crate::document::Shape::WORD) {
            return None;
        }
        if let Some(change) = direction(at) {
            return Some(change);
        }
        let between = words.is_word(at, "by")
            || words.is_word(at, "a")
            || words.is_word(at, "an")
            || words.is_word(at, "another")
            || super::noun::is_stop(Some(word))
            || words.text(at).ends_with("ly");
        if !between && back > 1 {
            return None;
        }
    }
    None
}
