//! What stands before a name or beside it in commas and says who that is: "police chief Ann Lee", "Ann Lee, the head of the
//! dig,", "a policewoman, Ann Lee".

use super::sentence::RoleSentence;
use crate::document::Shape;
use std::ops::Range;

/// What an article says that somebody named is.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// The words for it: "first base coach".
    pub(super) role: String,
    /// Of what, after the role: "dig" of "the head of the dig".
    pub(super) of: Option<String>,
    /// The name and the words, as they stand.
    pub(super) tokens: Range<usize>,
    /// Whether it is told as over.
    pub(super) is_past: bool,
}

/// How far back the words before "…, Ann Lee," may start.
const REACH: usize = 14;
/// Longer words after "of" are a clause.
const LONGEST_TAIL: usize = 12;

/// "police chief Ann Lee": the words right before a name.
pub(super) fn before(sentence: &RoleSentence<'_>, name: &Range<usize>) -> Option<Phrase> {
    let capital = |at: usize| sentence.has(at, Shape::CAPITAL) && sentence.has(at, Shape::WORD);
    // "Queen Anna Hospital" is no queen.
    if capital(name.end) && !sentence.has(name.end, Shape::NEW_LINE) {
        return None;
    }
    let end = past_title(sentence, name.start);
    let whole = sentence.phrase_start(end);
    // "toured Bellmont with", "thanked Bellmont coach": what stands before the first capital may be a verb.
    let start = (whole..end).find(|&at| capital(at)).unwrap_or(whole);
    sentence.is_described(start..end).then(|| Phrase {
        role: sentence.words(start..end),
        of: None,
        tokens: start..name.end,
        is_past: false,
    })
}

/// Where the titles before a name start: "Dr." tells nothing of what somebody is.
fn past_title(sentence: &RoleSentence<'_>, at: usize) -> usize {
    let mut at = at;
    while let Some(before) = at.checked_sub(1) {
        let dot = sentence.spells(before, ".");
        let title = before.saturating_sub(usize::from(dot));
        if !sentence.is(title, "honorific") {
            break;
        }
        at = title;
    }
    at
}

/// "Ann Lee, 52, the head of the dig,": the words after a name and a comma.
pub(super) fn after(sentence: &RoleSentence<'_>, name: &Range<usize>) -> Option<Phrase> {
    let at = past_asides(sentence, name.end)?;
    let described = noun_phrase(sentence, at)?;
    Some(Phrase {
        tokens: name.start..described.tokens.end,
        ..described
    })
}

/// Past the comma or bracket after a name, and past an age or a place between commas.
pub(super) fn past_asides(sentence: &RoleSentence<'_>, name_end: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    let opens = sentence.spells(name_end, ",") || sentence.spells(name_end, "(");
    let mut at = opens.then_some(name_end + 1)?;
    for _ in 0..2 {
        let aside = sentence.has(at, Shape::NUMBER) || sentence.is(at, "aside");
        let comma = (at..at + LONGEST).find(|&at| sentence.spells(at, ","));
        match comma.filter(|_| aside) {
            Some(comma) => at = comma + 1,
            None => break,
        }
    }
    Some(at)
}

/// A description that starts at `at`, with what it is of, up to what ends it.
pub(super) fn noun_phrase(sentence: &RoleSentence<'_>, at: usize) -> Option<Phrase> {
    let indefinite = sentence.is(at, "indefinite");
    let start = at + usize::from(sentence.is(at, "determiner"));
    let end = sentence.phrase_end(start);
    let last = end.checked_sub(1).filter(|&last| last >= start)?;
    let plain = sentence.has(last, Shape::WORD) && !sentence.has(last, Shape::CAPITAL);
    // What stands after "a" and ends with a comma or "who" describes, whatever the word.
    let ends = sentence.ends(end) || sentence.is(end, "who");
    let any = indefinite && plain && !sentence.is(last, "kin") && ends;
    if !(sentence.is_described(start..end) || any) || sentence.names_somebody(&(start..end)) {
        return None;
    }
    let (of, tail_end) = tail(sentence, end)?;
    Some(Phrase {
        role: sentence.words(start..end),
        of,
        tokens: start..tail_end,
        is_past: sentence.is(tail_end, "past"),
    })
}

/// What follows the words of a description at `at`: of what, and where all ends. `None` if a clause goes on.
fn tail(sentence: &RoleSentence<'_>, at: usize) -> Option<(Option<String>, usize)> {
    let time = sentence.is(at, "past") || sentence.is(at, "long");
    if sentence.ends(at) || sentence.is(at, "who") || time {
        return Some((None, at));
    }
    if !sentence.is(at, "posting") {
        return None;
    }
    let limit = sentence.end.min(at + LONGEST_TAIL);
    let end = (at..limit).find(|&at| sentence.ends(at) || sentence.is(at, "who"));
    let end = end.or((limit == sentence.end).then_some(limit))?;
    let clause = (at..end).any(|at| sentence.is(at, "verb"));
    let start = at + 1 + usize::from(sentence.is(at + 1, "determiner"));
    let of = sentence.words(start..sentence.phrase_end(start).min(end));
    (!clause).then(|| (Some(of).filter(|of| !of.is_empty()), end))
}

/// "the head of the dig, Ann Lee,": the words before a name and a comma.
pub(super) fn beside(sentence: &RoleSentence<'_>, name: &Range<usize>) -> Option<Phrase> {
    let first = past_title(sentence, name.start);
    let comma = first
        .checked_sub(1)
        .filter(|&at| sentence.spells(at, ","))?;
    let listed = sentence.is(name.end + 1, "joint");
    let closed = sentence.ends(name.end) && !listed || sentence.is(name.end, "who");
    if !closed {
        return None;
    }
    let from = sentence.start.max(comma.saturating_sub(REACH));
    let begins = |&at: &usize| sentence.is(at, "determiner") || sentence.has(at, Shape::POSSESSIVE);
    let found = (from..comma)
        .rev()
        .take_while(|&at| !sentence.ends(at))
        .filter(begins)
        .find_map(|at| before_comma(sentence, at, comma))?;
    Some(Phrase {
        tokens: found.tokens.start..name.end,
        ..found
    })
}

/// The description after the determiner or possessive at `at`, if it reaches to `comma`.
fn before_comma(sentence: &RoleSentence<'_>, at: usize, comma: usize) -> Option<Phrase> {
    let start = at + 1;
    let end = sentence.phrase_end(start);
    if !sentence.is_described(start..end) || sentence.names_somebody(&(start..end)) {
        return None;
    }
    let (of, reached) = tail(sentence, end)?;
    let role_start = if sentence.is(at, "determiner") {
        start
    } else {
        sentence.phrase_start(at)
    };
    (reached == comma).then(|| Phrase {
        role: sentence.words(role_start..end),
        of,
        tokens: role_start..comma,
        is_past: false,
    })
}
