//! How old somebody is: `aged 25`, `a 20-year-old`, `Smith, 34,`, `18 months old`, `in his 40s`.

use super::amount::Amount;
use super::apposition::{
    MOST_HANGING, MOST_JOINTS, is_apposition, is_bracketed, is_last_of_kin, is_of_several,
    is_spelled_apposition,
};
use super::cue::{self, Cue, Lexis};
use super::numeral::{Form, number_word};
use super::words::Words;
use super::{Bound, Quantity, interval, noun};
use crate::document::{Shape, Word};
use crate::value::Kind;
use crate::value::name::is_given_name;
use std::ops::Range;

/// An age as written.
#[derive(Clone, Debug)]
pub(super) struct Age {
    /// `year`, `month`, `week` or `day`.
    pub(super) unit: &'static str,
    pub(super) tokens: Range<usize>,
    /// "in his 40s": ten years.
    pub(super) is_decade: bool,
    /// "in his early 40s": the first and last of the ten.
    pub(super) part: Option<(f64, f64)>,
    /// Whether a noun may follow: "a 20-year-old student".
    pub(super) has_noun: bool,
}

impl Age {
    fn years(tokens: Range<usize>) -> Self {
        Age {
            unit: "year",
            tokens,
            is_decade: false,
            part: None,
            has_noun: false,
        }
    }
}

/// The age that the number at `tokens` gives, if it gives one. `after_age` says that an age ended just before ("aged 21,
/// 22 and 24").
pub(super) fn read(
    words: &Words<'_>,
    amount: &Amount,
    tokens: &Range<usize>,
    after_age: bool,
) -> Option<Age> {
    let Range { start, end } = *tokens;
    let number = matches!(amount.form, Form::Digits | Form::Words | Form::Fraction);
    if amount.unit.is_some() || !number {
        return None;
    }
    if let Some(age) = years_old(words, start, end).or_else(|| hanging(words, start, end)) {
        return Some(age);
    }
    if !(0.0..=120.0).contains(&amount.value) || amount.value.fract() > 0.0 {
        return None;
    }
    if let Some(from) = named(words, start, end) {
        return (!noun::is_time(words.word(end))).then(|| Age::years(from..end));
    }
    // "under-16s": the hyphen goes with the age, so that what bounds it stands right before.
    let plural = words.is_word(end, "s") && words.glued(end);
    let bounds = |at: usize| words.is_word(at, "under") || words.is_word(at, "over");
    if plural && words.hyphen(start.wrapping_sub(1)) && bounds(start.wrapping_sub(2)) {
        return Some(Age::years(start - 1..end + 1));
    }
    if is_decade(words, start, end) {
        let (part, from) = part_of_decade(words, start);
        let owned = words
            .before(from)
            .is_some_and(|owner| OWNERS.iter().any(|word| owner == Word::of(word)));
        return Some(Age {
            is_decade: true,
            part: part.filter(|_| owned),
            ..Age::years(start..end + 1)
        });
    }
    // "Two 21-year-olds, one 26-year-old"
    let closes = !words.is(end, Shape::WORD) && !words.is(end, Shape::NUMBER);
    let listed = after_age && (closes || words.is_word(end, "and"));
    let digits = amount.form == Form::Digits;
    let spelled = amount.form == Form::Words && is_spelled_apposition(words, amount, start, end);
    let found = listed
        || spelled
        || is_of_youth(words, amount, start, end)
        || is_limit(words, amount, start, end)
        || is_turned(words, amount, start, end)
        || (digits
            && (is_apposition(words, start, end)
                || is_last_of_kin(words, start, end)
                || is_of_several(words, start, end)
                || is_bracketed(words, start, end)));
    found.then(|| Age::years(start..end))
}

/// "in his fifties", "in her early seventies": the age and where the phrase ends. Without a possessor the word tells of
/// years of the calendar.
pub(super) fn decade(words: &Words<'_>, at: usize) -> Option<(Range<usize>, Quantity)> {
    let tens = Cue::Tens
        .is(words.word(at))
        .then(|| tens(words.text(at)))??;
    let (part, start) = part_of_decade(words, at);
    let possessor = words.before(start)?;
    let owned = OWNERS.iter().any(|word| possessor == Word::of(word));
    let quantity = Quantity {
        nominal: Some(tens),
        ..Quantity::new(Kind::Count, Bound::Exact)
    };
    let age = Age {
        is_decade: true,
        part,
        ..Age::years(start..at + 1)
    };
    owned.then(|| (start..at + 1, interval::age(quantity, &age)))
}

/// The words that a decade of life in words can start with.
pub(super) fn starters() -> impl Iterator<Item = Word> {
    cue::words_of("tens")
}

/// Whose decade of life it is.
const OWNERS: [&str; 5] = ["his", "her", "their", "my", "our"];

/// "early", "mid", "late" before a decade of life, and where the phrase starts with it.
fn part_of_decade(words: &Words<'_>, at: usize) -> (Option<(f64, f64)>, usize) {
    let start = at.saturating_sub(1 + usize::from(words.dash(at.wrapping_sub(1))));
    let part = PARTS.iter().find(|row| words.is_word(start, row.0));
    part.map_or((None, at), |row| (Some((row.1, row.2)), start))
}

/// Which years of the ten the words commonly mean, as widely as news use them.
const PARTS: [(&str, f64, f64); 4] = [
    ("early", 0.0, 4.0),
    ("mid", 3.0, 7.0),
    ("middle", 3.0, 7.0),
    ("late", 5.0, 9.0),
];

/// "fifties": 50.
fn tens(text: &str) -> Option<f64> {
    let stem = text.to_ascii_lowercase();
    let stem = format!("{}y", stem.strip_suffix("ies")?);
    number_word(Word::new(&stem)).map(|(_, value)| value)
}

/// "turned 18".
fn is_turned(words: &Words<'_>, amount: &Amount, start: usize, end: usize) -> bool {
    let counts = || noun::counted(words, end, super::one::is_one(amount)).is_some();
    Cue::Turned.is(words.before(start))
        && amount.value > 0.0
        && !counts()
        && !noun::is_time(words.word(end))
        && !words.is(end, Shape::CAPITAL)
}

/// The units of ages.
const UNITS: [(Word, &str); 10] = [
    (Word::of("year"), "year"),
    (Word::of("years"), "year"),
    (Word::of("yr"), "year"),
    (Word::of("yrs"), "year"),
    (Word::of("month"), "month"),
    (Word::of("months"), "month"),
    (Word::of("week"), "week"),
    (Word::of("weeks"), "week"),
    (Word::of("day"), "day"),
    (Word::of("days"), "day"),
];

/// "20-year-old", "ten months old", "3 years of age", "87 yo".
fn years_old(words: &Words<'_>, start: usize, end: usize) -> Option<Age> {
    let skip = |at: usize| at + usize::from(words.dash(at));
    let found = |unit, end| Age {
        unit,
        has_noun: true,
        ..Age::years(start..end)
    };
    let at = skip(end);
    if words.is_word(at, "yo") || words.is_word(at, "y.o.") {
        return Some(found("year", at + 1));
    }
    if words.is_word(at, "y") && words.is_word(at + 1, "/") && words.is_word(at + 2, "o") {
        return Some(found("year", at + 3));
    }
    let unit = words.word(at)?;
    let unit = UNITS.iter().find(|(word, _)| *word == unit)?.1;
    let next = skip(at + 1);
    if words.is_word(next, "old") || words.is_word(next, "olds") {
        return Some(found(unit, next + 1));
    }
    (words.is_word(next, "of") && words.is_word(next + 1, "age")).then(|| found(unit, next + 2))
}

/// Whether the "20" of "20-year-old" stands at `at`.
pub(super) fn is_old(words: &Words<'_>, at: usize) -> bool {
    words.is(at, Shape::NUMBER) && words.hyphen(at + 1) && years_old(words, at, at + 1).is_some()
}

/// "12-" of "12- and 10-year-old sons", "12-, 10- and 8-year-old sons": the unit stands behind the last of them.
fn hanging(words: &Words<'_>, start: usize, end: usize) -> Option<Age> {
    if !words.dash(end) {
        return None;
    }
    let mut at = end + 1;
    for _ in 0..MOST_HANGING {
        let joint = (at..at + MOST_JOINTS).take_while(|at| Cue::Joins.is(words.word(*at)));
        at += joint.count();
        if at == end + 1 || !words.is(at, Shape::NUMBER) {
            return None;
        }
        if let Some(last) = years_old(words, at, at + 1) {
            return Some(Age {
                unit: last.unit,
                ..Age::years(start..end)
            });
        }
        at += 1 + usize::from(words.dash(at + 1));
    }
    None
}

/// "aged 25", "age 25", "the age of 25", "ages 5 to 7": where the phrase starts.
fn named(words: &Words<'_>, start: usize, end: usize) -> Option<usize> {
    let before = start.checked_sub(1)?;
    if Cue::Aged.is(words.word(before)) {
        return Some(before);
    }
    let then =
        words.is_word(end, "when") || words.is_word(end, "at") && words.is_word(end + 2, "time");
    let closed = !words.is(end, Shape::WORD)
        || then
        || ["and", "or", "to"]
            .iter()
            .any(|word| words.is_word(end, word));
    let digits = words.is(start, Shape::NUMBER) && words.text(start).len() <= 3;
    // "He was 95 and lived", "two boys, both 15, were": nothing that is counted follows.
    // "Mara Pell, who is now 43,"
    let now = usize::from(
        ["now", "just", "only"]
            .iter()
            .any(|word| words.is_word(before, word)),
    );
    let verb = before.wrapping_sub(now);
    let person = ["he", "she", "who"]
        .iter()
        .any(|word| words.is_word(verb.wrapping_sub(1), word));
    let was = ["was", "is"].iter().any(|word| words.is_word(verb, word));
    let person = person || was && is_name_of_somebody(words, verb);
    if closed && digits && (person && was || words.is_word(before, "both")) {
        return Some(start);
    }
    // "Ann Lee died at 83"; "died at 5 on Friday" tells the hour.
    let old = words.text(start).len() == 2 && !words.text(start).starts_with('1');
    // "Died at 86 on Friday": no hour is so late.
    let late = words.text(start).parse().is_ok_and(|hour: u32| hour > 24);
    let done = Cue::ClosesAge.is(words.word(end)) || late && Cue::ClosesDeath.is(words.word(end));
    if digits && old && is_death(words, before) && done {
        return Some(start);
    }
    let of = words.is_word(before, "of") && before > 0;
    // "raise the pension age to 65"
    let moved = ["to", "from", "at"]
        .iter()
        .any(|word| words.is_word(before, word));
    if moved && closed && Cue::Aged.is(words.before(before)) {
        return Some(start);
    }
    let the = usize::from(words.is_word(before.wrapping_sub(2), "the"));
    (of && Cue::Aged.is(words.before(before))).then(|| before - 1 - the)
}

/// Whether the name of a human being ends before `verb`: "Mr Reyes is 52", "Tom Hart was 52".
fn is_name_of_somebody(words: &Words<'_>, verb: usize) -> bool {
    const WORDS: usize = 4;
    let capital = |at: &usize| words.is(*at, Shape::CAPITAL) && words.is(*at, Shape::WORD);
    let stop = |at: &usize| words.is(*at, Shape::ABBREVIATION) || words.is_word(*at, ".");
    let before = (words.range.start..verb).rev().take(WORDS);
    let name = before.take_while(|at| capital(at) || stop(at)).last();
    name.is_some_and(|first| {
        Cue::Title.is(words.word(first))
            || is_given_name(words.text(first)) && !noun::is_stop(words.word(first))
    })
}

/// "died at", "died in Paris on Sunday at".
fn is_death(words: &Words<'_>, at: usize) -> bool {
    const REACH: usize = 6;
    let between =
        |at: &usize| words.is(*at, Shape::CAPITAL) || Lexis::DiesAbout.has(words.word(*at));
    let mut back = (words.range.start..at).rev().take(REACH);
    let told = back.find(|at| !between(at));
    words.is_word(at, "at") && told.is_some_and(|at| Lexis::Dies.has(words.word(at)))
}

/// Whether a number that ends before `end` counts nothing that is named there.
fn counts_nothing(words: &Words<'_>, amount: &Amount, end: usize) -> bool {
    let next = words.word(end);
    let closed = !words.is(end, Shape::WORD)
        || noun::is_stop(next)
        || noun::is_verb(words, end)
        || noun::is_irregular(words, end);
    closed
        && !words.dash(end)
        && !noun::is_time(next)
        && !words.is_word(end, "of")
        && noun::counted(words, end, super::one::is_one(amount)).is_none()
}

/// "a boy of eight", "the little girl of 12"; a father of three has children, and "one man of five" is one of them.
fn is_of_youth(words: &Words<'_>, amount: &Amount, start: usize, end: usize) -> bool {
    const ADJECTIVES: usize = 2;
    let Some(youth) = start
        .checked_sub(2)
        .filter(|at| words.is_word(at + 1, "of"))
    else {
        return false;
    };
    let article = |at: usize| {
        ["a", "an", "the"]
            .iter()
            .any(|word| words.is_word(at, word))
    };
    let plain = |at: &usize| words.is(*at, Shape::WORD) && !noun::is_stop(words.word(*at));
    let before = (words.range.start..youth)
        .rev()
        .take(ADJECTIVES)
        .take_while(plain);
    let first = before.last().unwrap_or(youth);
    Lexis::Youth.has(words.word(youth))
        && first.checked_sub(1).is_some_and(article)
        && amount.value > 0.0
        && counts_nothing(words, amount, end)
}

/// "people under 30", "anyone older than 65": the age that bounds whom it is told of.
fn is_limit(words: &Words<'_>, amount: &Amount, start: usize, end: usize) -> bool {
    const YOUNGEST: f64 = 5.0;
    let bound = start.wrapping_sub(1);
    let is_one_of = |at: usize, list: &[&str]| list.iter().any(|word| words.is_word(at, word));
    let compared = usize::from(words.is_word(bound, "than"));
    let bounds = if compared == 1 {
        is_one_of(bound - 1, &["older", "younger"])
    } else {
        is_one_of(bound, &["under", "over", "below", "above"])
    };
    let who = bound.wrapping_sub(1 + compared);
    // "beat them over 12"
    let part = !words.is_word(who, "them") || words.is_word(who.wrapping_sub(1), "of");
    bounds
        && part
        && Lexis::Aging.has(words.word(who))
        && amount.value >= YOUNGEST
        && counts_nothing(words, amount, end)
}

/// "in his 40s".
fn is_decade(words: &Words<'_>, start: usize, end: usize) -> bool {
    let plural = words.is_word(end, "s") || words.is_word(end, "'s");
    let before = start.wrapping_sub(1);
    // "mid-40s", but not "under-16s" and "F-16s".
    let part = words.dash(before)
        && PARTS
            .iter()
            .any(|row| words.is_word(before.wrapping_sub(1), row.0));
    let owned = Cue::Decade.is(words.word(before));
    plural && words.glued(end) && (owned || part)
}
