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
    if let Some(spelled) = in_words(words, first) {
        return Some(spelled);
    }
    let plain = |a: &Amount| is_plain(a) && a.form == Form::Digits;
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
        descending && !is_plural_counted(words, second.end)
            || cue(Cue::Score)
            || cue(Cue::Tally)
            || is_set(words, first.start, second.end)
    } else {
        // "They need 10 to 15 votes" counts what is needed.
        let needed = !descending && Cue::Tally.is(words.word(second.end));
        votes == 1
            || descending && is_carried(words, first.start, second.end)
            || (cue(Cue::Tally) && !needed && (descending || second.value > 9.0))
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

/// Whether "61 to 38" from `start` to `end` is the tally of what was carried or lost so, in whatever words: "backed it 61 to
/// 38", "waved the bill through by 121 to 64". What falls by 64 falls "to 12", and what is counted is no tally.
fn is_carried(words: &Words<'_>, start: usize, end: usize) -> bool {
    let said = |cue: Cue| (1..=REACH).any(|n| cue.is(words.word(start.wrapping_sub(n))));
    let by = words.is_word(start.wrapping_sub(1), "by");
    let closed = !words.is(end, Shape::WORD) || noun::is_stop(words.word(end));
    closed && (by || said(Cue::Carried)) && !said(Cue::Up) && !said(Cue::Down)
}

/// The tally that the number `first` of one side and that of the other make, those in favour first: "58 votes in favour and 41
/// against", "41 opposed, 58 for".
pub(super) fn of_sides(words: &Words<'_>, first: &Amount) -> Option<((Amount, f64), usize)> {
    if !is_plain(first) {
        return None;
    }
    let (favours, end) = side(words, first.end)?;
    let comma = end + usize::from(words.is_word(end, ","));
    let joined = ["and", "to", "with"]
        .iter()
        .any(|word| words.is_word(comma, word));
    let at = comma + usize::from(joined);
    let second = amount::read(words, at).filter(|second| at > end && is_plain(second))?;
    let (too, end) = side(words, second.end).filter(|_| second.start == at)?;
    let (most, least) = if favours {
        (*first, second.value)
    } else {
        (second, first.value)
    };
    (favours != too).then_some(((most, least), end))
}

/// Whether those counted before `at` voted in favour, and where that is said: "votes in favour", "members voted against", "for".
fn side(words: &Words<'_>, at: usize) -> Option<(bool, usize)> {
    let at = at + usize::from(noun::is_plural(words, at));
    let at = at + usize::from(Cue::Tally.is(words.word(at)));
    let at = at + usize::from(words.is_word(at, "in"));
    let word = words.word(at);
    let (favours, opposes) = (Cue::InFavour.is(word), Cue::Against.is(word));
    (favours || opposes).then_some((favours, at + 1))
}

/// Whether the score of another set stands beside, which only a score can be: "6-4, [3-6], 7-5".
fn is_set(words: &Words<'_>, start: usize, end: usize) -> bool {
    let falls = |at: usize| {
        let size = |at: usize| words.text(at).parse::<u8>().ok().filter(|games| *games < 8);
        let sizes = size(at).zip(size(at + 2));
        words.hyphen(at + 1) && sizes.is_some_and(|(won, lost)| won > lost)
    };
    let before = start - usize::from(words.is_word(start.wrapping_sub(1), ","));
    let after = end + usize::from(words.is_word(end, ","));
    before.checked_sub(3).is_some_and(falls) || falls(after)
}

fn is_plural_counted(words: &Words<'_>, at: usize) -> bool {
    let plural = noun::is_plural(words, at);
    plural && !Cue::Score.is(words.word(at)) && !Cue::Tally.is(words.word(at))
}

/// A number that games and votes are counted by.
fn is_plain(amount: &Amount) -> bool {
    amount.unit.is_none()
        && amount.value.fract() == 0.0
        && (0.0..1000.0).contains(&amount.value)
        && amount.scale <= 1.0
        && matches!(amount.form, Form::Digits | Form::Words)
}

/// "five votes to four", "six games to three", "voted nine to two", "by nine to two", "a five-four ruling". What is counted
/// is named between the two, or a word of voting stands right before; "nine to five" alone is a working day.
fn in_words(words: &Words<'_>, first: &Amount) -> Option<(f64, usize)> {
    if !is_plain(first) {
        return None;
    }
    let counted = Cue::Counted.is(words.word(first.end));
    // "a nine-to-two vote"
    let joined = words.hyphen(first.end) && words.is_word(first.end + 1, "to");
    let at = first.end + usize::from(counted) + usize::from(joined);
    let hyphen = usize::from(joined && words.dash(at + 1));
    let second = amount::read(words, at + 1 + hyphen)
        .filter(|second| is_plain(second) && second.start == at + 1 + hyphen)?;
    let past = second.end;
    let spelled = first.form == Form::Words && second.form == Form::Words;
    let before = first.start.wrapping_sub(1);
    let led = ["by", "of", "was"]
        .iter()
        .any(|word| words.is_word(before, word));
    let voted = |n: usize| Cue::Voted.is(words.word(first.start.wrapping_sub(n)));
    let voted = voted(1) || led && (2..5).any(voted);
    let descending = first.value > second.value;
    let found = if joined || spelled && words.hyphen(at) {
        descending && (Cue::Tally.is(words.word(past)) || voted)
    } else {
        words.is_word(at, "to") && (counted || spelled && voted && descending)
    };
    let timed = noun::is_time(words.word(past)) || words.hyphen(past);
    let rises = words.is_word(before, "from");
    (found && !timed && !rises && !is_plural_counted(words, past)).then_some((second.value, past))
}
