//! Scores and tallies of votes: `7-2`, `beat them 3 to 1`, `217 votes to 213`.

use super::amount::{self, Amount};
use super::cue::Cue;
use super::noun;
use super::numeral::Form;
use super::words::Words;
use crate::document::Shape;

/// How far before a score its cue may stand, in tokens.
const REACH: usize = 9;

/// The second number of the score that `first` begins, and the score's end.
pub(super) fn read(words: &Words<'_>, first: &Amount) -> Option<(f64, usize)> {
    let plain = |a: &Amount| {
        a.unit.is_none()
            && a.value.fract() == 0.0
            && (0.0..1000.0).contains(&a.value)
            && a.scale <= 1.0
            && a.form == Form::Digits
    };
    if !plain(first) {
        return None;
    }
    let votes = usize::from(words.is_word(first.end, "votes"));
    let at = first.end + votes;
    let hyphen = words.hyphen(at);
    if !(hyphen || words.is_word(at, "to")) {
        return None;
    }
    let second =
        amount::read(words, at + 1).filter(|second| plain(second) && second.start == at + 1)?;
    // "5-7-year-olds", "3-5 km", "10-12 people"
    let counts = noun::is_time(words.word(second.end))
        || words.hyphen(second.end) && noun::is_time(words.word(second.end + 1));
    if counts || words.is_word(second.end, "%") {
        return None;
    }
    let cue = |cue: Cue| {
        (1..=REACH).any(|n| cue.is(words.word(first.start.wrapping_sub(n))))
            || (0..2).any(|n| cue.is(words.word(second.end + n)))
    };
    let descending = first.value > second.value;
    let bracketed = words.is_word(first.start.wrapping_sub(1), "(")
        && [")", ","]
            .iter()
            .any(|mark| words.is_word(second.end, mark));
    let winless = first.value < 1.0;
    let found = if hyphen && (bracketed || winless) {
        true
    } else if hyphen {
        descending && !is_plural_counted(words, second.end) || cue(Cue::Score) || cue(Cue::Tally)
    } else {
        votes == 1
            || (cue(Cue::Tally) && (descending || second.value > 9.0))
            || (cue(Cue::Score)
                && descending
                && second.value < 200.0
                && !words.is(first.start.wrapping_sub(1), Shape::CAPITAL)
                && !is_plural_counted(words, second.end))
    };
    let rises = !hyphen && words.is_word(first.start.wrapping_sub(1), "from");
    let counted = !descending && !winless && is_plural_counted(words, second.end);
    (found && !rises && !counted).then_some((second.value, second.end))
}

fn is_plural_counted(words: &Words<'_>, at: usize) -> bool {
    let plural = noun::is_plural(words, at);
    plural && !Cue::Score.is(words.word(at)) && !Cue::Tally.is(words.word(at))
}
