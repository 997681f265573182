//! What a number counts: the head noun behind it, across adjectives.
//!
//! There is no parser here: a plural is the first word that looks like one, and a singular (after `one`) the last word
//! before the phrase must end. Where neither is found, the number counts nothing that is named.

use super::cue::{Cue, Lexis};
use super::numeral::{Class, number_word};
use super::unit;
use super::words::Words;
use crate::document::{Document, Shape, Word};
use crate::value::{Kind, Value};
use std::ops::Range;

/// The longest way from a number to its noun, in tokens.
const REACH: usize = 8;

/// Whether a word is a unit of time: such numbers are durations and belong to the date room.
pub(super) fn is_time(word: Option<Word>) -> bool {
    Cue::Time.is(word)
}

/// Whether a word ends a noun phrase.
pub(super) fn is_stop(word: Option<Word>) -> bool {
    Cue::EndsPhrase.is(word)
}

/// Whether the token at `at` looks like the plural of a noun.
pub(super) fn is_plural(words: &Words<'_>, at: usize) -> bool {
    let Some(token) = words.token(at).filter(|t| t.is(Shape::WORD)) else {
        return false;
    };
    let word = Some(token.word);
    if Cue::Plural.is(word) {
        return true;
    }
    if Cue::EndsPhrase.is(word) || Cue::NotPlural.is(word) {
        return false;
    }
    let text = words.text(at);
    if text.len() == 2 {
        return false;
    }
    let ending = |tail: &str| {
        let end = text.len().checked_sub(tail.len()).filter(|at| *at > 0);
        let end = end.and_then(|at| text.as_bytes().get(at..));
        end.is_some_and(|end| end.eq_ignore_ascii_case(tail.as_bytes()))
    };
    (ending("s")
        && !["ss", "us", "is", "'s", "’s"]
            .iter()
            .any(|tail| ending(tail)))
        || (ending("men") && text.len() > 4)
}

/// Where what a number at `tokens` counts begins within them: the last word of "34 arrests", the "of" of "four of the 16
/// workers". `None` for a share, an ordinal and a number that names nothing.
pub fn counted_at(document: &Document<'_>, tokens: &Range<usize>, value: &Value) -> Option<usize> {
    let Value::Quantity(quantity) = value else {
        return None;
    };
    let whole = quantity.nominal.is_none_or(|number| number.fract() == 0.0);
    let counts = quantity.kind == Kind::Count && quantity.unit.is_none() && whole;
    if quantity.noun.is_none() || !counts {
        return None;
    }
    let words = Words::new(document, tokens.clone());
    let is_part = |at: &usize| {
        words.is_word(*at, "of")
            && (Cue::Determiner.is(words.word(at + 1)) || whole_at(&words, at + 1).is_some())
    };
    let of = (tokens.start + 1..tokens.end).find(is_part);
    let out = |of: usize| of - usize::from(words.is_word(of.wrapping_sub(1), "out"));
    let noun = of.map_or(tokens.end.checked_sub(1)?, out);
    (noun > tokens.start).then_some(noun)
}

/// A counted noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    /// The head's token; `None` for a pronoun ("dozens of them").
    pub(super) head: Option<usize>,
    /// One past the last token of the phrase.
    pub(super) end: usize,
    /// Where the number of the whole stands that it counts a part of: the 16 of "four of the 16 workers".
    pub(super) whole: Option<usize>,
}

/// The noun counted by a number that ends before `at`; `one` asks for a singular.
pub(super) fn counted(words: &Words<'_>, at: usize, one: bool) -> Option<Noun> {
    // "two out of the ten boats"
    let out = usize::from(words.is_word(at, "out"));
    if words.is_word(at + out, "of") {
        return of_them(words, at + out + 1);
    }
    if one {
        singular(words, at)
    } else {
        plural(words, at)
    }
}

/// "of the diplomats", "of them". In "one of the five people killed on Monday" the five were killed: their number is one of its
/// own.
fn of_them(words: &Words<'_>, at: usize) -> Option<Noun> {
    let from = at + usize::from(Cue::Determiner.is(words.word(at)));
    let whole = whole_at(words, from);
    let number = whole.as_ref().map_or(from, |number| number.end);
    let pronoun = Cue::Pronoun.is(words.word(at)).then_some(Noun {
        head: None,
        end: at + 1,
        whole: None,
    });
    let noun = plural(words, number);
    if noun.is_some_and(|noun| number > from && is_undergone(words, noun.end)) {
        return None;
    }
    // "one of the 20-year-old's friends"
    let counted = whole.filter(|number| !words.hyphen(number.end));
    let whole = counted.map(|number| number.start);
    noun.map(|noun| Noun { whole, ..noun }).or(pronoun)
}

/// The number of a whole whose phrase begins at `at`: "16", "at least 16", "the ship's 16".
fn whole_at(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    const BOUND: usize = 3;
    const OWNER: usize = 4;
    let number = |at: usize| Some(at..super::numeral::cardinal(words, at)?.end);
    if let Some(found) = number(at) {
        return Some(found);
    }
    // "four of the top 20 firms"
    if Lexis::Ranked.has(words.word(at))
        && let Some(found) = number(at + 1)
    {
        return Some(found);
    }
    let bounded = (at + 1..=at + BOUND).filter_map(number).find(|number| {
        let bound = super::quantifier::table().before(words, number.start);
        bound.is_some_and(|(_, from)| from == at)
    });
    bounded.map(|number| at..number.end).or_else(|| {
        let owner = (at..at + OWNER).take_while(|at| words.is(*at, Shape::WORD));
        let owner = owner.last().map(|last| last + 1)?;
        number(owner + 1).filter(|_| words.is(owner, Shape::POSSESSIVE))
    })
}

/// Whether what happened to those named before `at` is said of all of them, and not what they did: "killed on Monday", "shot
/// and wounded at a fair"; not "killed a guard".
fn is_undergone(words: &Words<'_>, at: usize) -> bool {
    let first = |at: usize| Cue::Undergone.is(words.word(at));
    let joined = words.is_word(at + 1, "and") && first(at + 2);
    let at = at + if joined { 2 } else { 0 };
    let next = words.word(at + 1);
    let object = Cue::Object.is(next)
        || words.is(at + 1, Shape::NUMBER)
        || next.is_some_and(|word| number_word(word).is_some())
        || words.is(at + 1, Shape::CAPITAL) && !Cue::Weekday.is(next);
    first(at) && !object
}

/// The crowd of "3,000-strong crowd", whose "strong" stands at `at`.
pub(super) fn of_strength(words: &Words<'_>, at: usize) -> Option<Noun> {
    const ADJECTIVES: usize = 2;
    let is_group = |at: &usize| {
        let word = words.word(*at);
        Cue::Crowd.is(word) || Cue::Workforce.is(word)
    };
    let head = (at + 1..=at + 1 + ADJECTIVES).find(is_group)?;
    let adjectives = (at + 1..head).all(|at| words.is(at, Shape::WORD) && !is_stop(words.word(at)));
    (words.is_word(at, "strong") && adjectives).then_some(Noun {
        head: Some(head),
        end: head + 1,
        whole: None,
    })
}

/// What is counted, by its noun: the people of a "3,000-strong crowd".
pub(super) fn named(words: &Words<'_>, head: usize) -> String {
    let strong = (1..=3)
        .map(|back| head.wrapping_sub(back))
        .any(|at| words.is_word(at, "strong") && words.hyphen(at.wrapping_sub(1)));
    let word = words.word(head);
    match strong {
        true if Cue::Workforce.is(word) => "workers".to_owned(),
        true if Cue::Crowd.is(word) => "people".to_owned(),
        _ => words.text(head).to_owned(),
    }
}

fn plural(words: &Words<'_>, from: usize) -> Option<Noun> {
    let mut head = None;
    let mut at = from;
    while at < from + REACH {
        let Some(token) = words.token(at) else {
            break;
        };
        if token.is(Shape::NUMBER)
            || number_word(token.word)
                .is_some_and(|(class, _)| class != Class::Ordinal && class != Class::Short)
        {
            // "two 17-year-old boys", "14 AK-47 rifles"
            let joined = words.hyphen(at + 1) || words.hyphen(at.wrapping_sub(1));
            if !(joined && head.is_none()) {
                break;
            }
        } else if token.is(Shape::POSSESSIVE) {
            head = None;
        } else if !token.is(Shape::WORD) {
            let joins = words.hyphen(at)
                || (token.is(Shape::QUOTE_MARK) && head.is_none())
                || token.is(Shape::ABBREVIATION);
            if !joins {
                break;
            }
            if words.hyphen(at) && head == Some(at - 1) {
                head = None;
            }
        } else if is_plural(words, at) {
            let two_in_a_row = head.is_some_and(|last| last + 1 != at);
            if two_in_a_row || (head.is_some() && !goes_on(words, at)) {
                break;
            }
            head = Some(at);
        } else if head.is_some() || (ends_phrase(words, at) && !words.hyphen(at + 1)) {
            // A possessive still can follow the plural: "the victims' relatives".
            if !words.is(at, Shape::POSSESSIVE) {
                break;
            }
        }
        at += 1;
    }
    head.map(|head| Noun {
        head: Some(head),
        end: head + 1,
        whole: None,
    })
}

/// Whether no noun of the number can follow `at`. States can stand before it ("three missing Afghan soldiers").
fn ends_phrase(words: &Words<'_>, at: usize) -> bool {
    let word = words.word(at);
    let country = words.text(at) == "US";
    is_stop(word) && !Cue::Condition.is(word) && !country || is_irregular(words, at)
}

/// Whether the word is the irregular past of a verb, and not the name of somebody called Drew or Heard.
pub(super) fn is_irregular(words: &Words<'_>, at: usize) -> bool {
    let name = words.is(at, Shape::CAPITAL) && !words.is(at, Shape::ALL_CAPS);
    Lexis::Irregular.has(words.word(at)) && !name
}

/// Whether a second plural in a row heads the phrase ("sales managers") and is no verb ("12 people dies").
fn goes_on(words: &Words<'_>, at: usize) -> bool {
    let capital = words.is(at, Shape::CAPITAL);
    let before_capital = words.is(at.saturating_sub(1), Shape::CAPITAL);
    !capital || before_capital
}

fn singular(words: &Words<'_>, from: usize) -> Option<Noun> {
    let before = from.checked_sub(1);
    let ranked = before.is_some_and(|at| {
        let spelled = words.word(at).and_then(number_word);
        let figures = words.glued(at) && words.is(at.wrapping_sub(1), Shape::NUMBER);
        figures || spelled.is_some_and(|(class, _)| class == Class::Ordinal) || words.hyphen(from)
    });
    // "One suffered severe burns": the burns are no verb.
    let ranked = ranked || is_participle(words, from);
    let mut head = None;
    let mut at = from;
    while at < from + 5 {
        let Some(token) = words.token(at) else {
            break;
        };
        if token.is(Shape::POSSESSIVE) {
            head = None;
        } else if !token.is(Shape::WORD) {
            let joins = words.hyphen(at) || token.is(Shape::ABBREVIATION);
            if !joins {
                break;
            }
        } else {
            let last = head.filter(|head| !Cue::Modifier.is(words.word(*head)));
            let verb = last.is_some_and(|last| is_verb_behind(words, last, at, ranked));
            let adverb = is_adverb(words, at);
            // "One heavily armed man"
            if adverb && head.is_none() && words.text(at + 1).ends_with("ed") {
                at += 1;
                continue;
            }
            let other = is_stop(Some(token.word)) || is_irregular(words, at);
            if other || verb || adverb || number_word(token.word).is_some() {
                break;
            }
            head = Some(at);
        }
        at += 1;
    }
    let head = head.filter(|head| !words.hyphen(head + 1))?;
    // "one used by officials"
    let participle = words.text(head).ends_with("ed") && is_participle(words, head);
    (!participle || words.text(head).len() < 5).then_some(Noun {
        head: Some(head),
        end: head + 1,
        whole: None,
    })
}

/// Whether the word at `at` is the verb of the one whose noun stands at `head`: "one man injured two", "one guard broke a leg",
/// "one man works there".
fn is_verb_behind(words: &Words<'_>, head: usize, at: usize, ranked: bool) -> bool {
    if words.is(at, Shape::CAPITAL) || Cue::Modifier.is(words.word(at)) {
        return is_participle(words, at);
    }
    // "The first patrol cars": what is ranked may be several.
    let person = !ranked && !words.is(head, Shape::CAPITAL) && is_plural(words, at);
    let agrees = person && !Lexis::WithS.has(words.word(at)) && !Cue::Plural.is(words.word(at));
    // "One fire a week": no object.
    let counted = |at: usize| is_time(words.word(at)) || unit::after(words, at, None).is_some();
    let governs = Lexis::Owned.has(words.word(at + 1)) && !counted(at + 2);
    let takes = Lexis::Taking.has(words.word(at)) && Cue::Object.is(words.word(at + 1));
    is_participle(words, at) || Lexis::Past.has(words.word(at)) || takes || agrees || governs
}

/// Whether the word is an adverb by its ending: "heavily", not "elderly".
fn is_adverb(words: &Words<'_>, at: usize) -> bool {
    let text = words.text(at);
    text.len() > 4 && text.ends_with("ly") && !Lexis::NoAdverb.has(words.word(at))
}

/// The noun of a number whose verb has an s, as that of one has: in "one of the drivers misses the turn" drivers are counted.
pub(super) fn before_verb(words: &Words<'_>, noun: Noun) -> Noun {
    let is_noun = |at: usize| {
        let small = words.is(at, Shape::WORD) && !words.is(at, Shape::CAPITAL);
        small && words.text(at).ends_with('s') && is_plural(words, at)
    };
    let first = |head: usize| {
        let ahead = (0..head).rev().take(REACH).take_while(|at| is_noun(*at));
        let plain = ahead.filter(|at| !Lexis::WithS.has(words.word(*at)));
        plain.last().filter(|_| is_noun(head)).unwrap_or(head)
    };
    let head = noun.head.map(first);
    Noun {
        head,
        end: head.map_or(noun.end, |head| head + 1),
        ..noun
    }
}

/// Whether the word can only be a verb behind a number: a participle that does not stand before nouns.
pub(super) fn is_verb(words: &Words<'_>, at: usize) -> bool {
    is_participle(words, at) && !Cue::Modifier.is(words.word(at))
}

/// Whether the word ends as participles do; names in capitals ("Ned", "Browning") do not count.
fn is_participle(words: &Words<'_>, at: usize) -> bool {
    let text = words.text(at);
    let ending = ["ed", "ing", "ED", "ING"]
        .iter()
        .any(|tail| text.ends_with(tail));
    ending && (!words.is(at, Shape::CAPITAL) || words.is(at, Shape::ALL_CAPS))
}
