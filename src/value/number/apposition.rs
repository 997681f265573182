//! Ages that stand behind whom they are of: "Smith, 34, of Leeds", "Ruth Adler (61)", "the sisters, 7, 9 and 12,", "a boy, six,".

use super::amount::Amount;
use super::cue::Cue;
use super::noun;
use super::numeral::number_word;
use super::words::Words;
use crate::document::Shape;
use crate::value::name::{is_given_name, may_be_given_name};

/// So many ages may share one unit.
pub(super) const MOST_HANGING: usize = 4;
/// ", and": so many words and marks between two of them.
pub(super) const MOST_JOINTS: usize = 2;

/// "Ruth Adler (61)": behind the full name of somebody with a given name that is known. What the scorers of a match are
/// told in ("Adler (61), Pell (77)") has no given names, a party's seats have none.
pub(super) fn is_bracketed(words: &Words<'_>, start: usize, end: usize) -> bool {
    let Some(open) = start.checked_sub(1).filter(|at| words.is_word(*at, "(")) else {
        return false;
    };
    let name = |at: usize| {
        words.is(at, Shape::WORD)
            && words.is(at, Shape::CAPITAL)
            && !words.is(at, Shape::ALL_CAPS)
            && words.text(at).len() > 1
    };
    let Some(last) = open.checked_sub(1).filter(|at| name(*at)) else {
        return false;
    };
    let first = (words.range.start..last).rev().take(4).take_while(|at| {
        name(*at)
            || words.is(*at, Shape::ABBREVIATION)
            || words.dash(*at)
            || words.text(*at).len() == 1
    });
    let given = first.last().is_some_and(|at| is_given_name(words.text(at)));
    // The minute of a goal stands so too.
    let played = |at: usize| Cue::Score.is(words.word(at)) || Cue::Counted.is(words.word(at));
    if words.range.clone().any(played) {
        return false;
    }
    given && words.text(start).len() == 2 && words.is_word(end, ")")
}

/// "The two men, 24 and 31, were held": the first age of several people, closed by a comma behind the last.
pub(super) fn is_of_several(words: &Words<'_>, start: usize, end: usize) -> bool {
    let people = start.checked_sub(2).filter(|at| words.is_word(at + 1, ","));
    if !people.is_some_and(|at| Cue::Persons.is(words.word(at))) {
        return false;
    }
    let age = |at: usize| words.is(at, Shape::NUMBER) && words.text(at).len() <= 2;
    let mut at = end;
    for _ in 0..MOST_HANGING {
        let joint = (at..at + MOST_JOINTS).take_while(|at| Cue::Joins.is(words.word(*at)));
        let next = at + joint.count();
        if next == at || !age(next) {
            break;
        }
        at = next + 1;
    }
    at > end
        && [",", ".", ")", ";"]
            .iter()
            .any(|mark| words.is_word(at, mark))
}

/// "and a granddaughter, 2.": the age of kin that ends its sentence or its part of a list.
pub(super) fn is_last_of_kin(words: &Words<'_>, start: usize, end: usize) -> bool {
    let kin = start.checked_sub(2).filter(|at| words.is_word(at + 1, ","));
    let ends =
        words.token(end).is_none() || [".", ";", ")"].iter().any(|mark| words.is_word(end, mark));
    ends && words.text(start).len() <= 3 && kin.is_some_and(|at| Cue::Somebody.is(words.word(at)))
}

/// "A boy, six, was hurt"; "Ruth, eight, and her brother" by a given name that is known. "Of the injured, three, all men, are".
pub(super) fn is_spelled_apposition(
    words: &Words<'_>,
    amount: &Amount,
    start: usize,
    end: usize,
) -> bool {
    let Some(noun) = start.checked_sub(2).filter(|at| words.is_word(at + 1, ",")) else {
        return false;
    };
    let named = words.is(noun, Shape::CAPITAL) && is_given_name(words.text(noun));
    let somebody = named || Cue::Somebody.is(words.word(noun));
    let listed =
        words.is(end + 1, Shape::NUMBER) || words.word(end + 1).and_then(number_word).is_some();
    somebody && amount.value > 1.0 && words.is_word(end, ",") && !listed
}

/// "Smith, 34, of Leeds", "Smith, now 34,": a name, a comma, two digits, and a sign or a preposition.
pub(super) fn is_apposition(words: &Words<'_>, start: usize, end: usize) -> bool {
    // "Mara Pell, now 43,", "Mara Pell, then 31,"
    let now = usize::from(
        ["now", "then"]
            .iter()
            .any(|word| words.is_word(start.wrapping_sub(1), word)),
    );
    let comma = start.checked_sub(1 + now);
    let Some(comma) = comma.filter(|at| words.is_word(*at, ",")) else {
        return false;
    };
    let Some(name) = comma.checked_sub(1) else {
        return false;
    };
    let name = if words.is_word(name, ".") {
        name.saturating_sub(1)
    } else {
        name
    };
    // "IE6, 7, 8 and 9"
    let numbered = words.text(name).contains(|c: char| c.is_ascii_digit());
    let listed = words.is_word(end, ",") && words.is(end + 1, Shape::NUMBER);
    if numbered || listed {
        return false;
    }
    let digits = words.text(start).len() <= 3 && !words.text(start).contains('.');
    // "Karen May, 40,", but "on May, 40"
    let given = |at: usize| words.is(at, Shape::CAPITAL) && may_be_given_name(words.text(at));
    let month = Cue::Month.is(words.word(name)) && !name.checked_sub(1).is_some_and(given);
    let named = words.is(name, Shape::CAPITAL) && !month && !noun::is_stop(words.word(name));
    // "another man, 28, was shot": between commas, one person in lower case will do.
    let person = words.is(name, Shape::WORD)
        && !words.is(name, Shape::CAPITAL)
        && !noun::is_plural(words, name)
        && !noun::is_stop(words.word(name))
        && !noun::is_time(words.word(name));
    if person && digits && words.is_word(end, ",") {
        return true;
    }
    let then = words.is_word(end, "at") && words.is_word(end + 2, "time");
    let closed = words.token(end).is_none() || Cue::ClosesAge.is(words.word(end)) || then;
    digits && named && closed
}
