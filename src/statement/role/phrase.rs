//! What stands before a name or beside it in commas and says who that is: "police chief Ann Lee", "Ann Lee, the head of the
//! dig,", "a policewoman, Ann Lee".

use super::page::Page;
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
pub(super) fn before(page: &Page<'_>, name: &Range<usize>) -> Option<Phrase> {
    let capital = |at: usize| page.has(at, Shape::CAPITAL) && page.has(at, Shape::WORD);
    // "Queen Anna Hospital" is no queen.
    if capital(name.end) && !page.has(name.end, Shape::NEW_LINE) {
        return None;
    }
    let end = past_title(page, name.start);
    let whole = page.phrase_start(end);
    // "toured Bellmont with", "thanked Bellmont coach": what stands before the first capital may be a verb.
    let start = (whole..end).find(|&at| capital(at)).unwrap_or(whole);
    page.is_described(start..end).then(|| Phrase {
        role: page.words(start..end),
        of: None,
        tokens: start..name.end,
        is_past: false,
    })
}

/// Where the titles before a name start: "Dr." tells nothing of what somebody is.
fn past_title(page: &Page<'_>, at: usize) -> usize {
    let mut at = at;
    while let Some(before) = at.checked_sub(1) {
        let dot = page.spells(before, ".");
        let title = before.saturating_sub(usize::from(dot));
        if !page.is(title, "honorific") {
            break;
        }
        at = title;
    }
    at
}

/// "Ann Lee, 52, the head of the dig,": the words after a name and a comma.
pub(super) fn after(page: &Page<'_>, name: &Range<usize>) -> Option<Phrase> {
    let at = past_asides(page, name.end)?;
    let described = noun_phrase(page, at)?;
    Some(Phrase {
        tokens: name.start..described.tokens.end,
        ..described
    })
}

/// Past the comma or bracket after a name, and past an age or a place between commas.
pub(super) fn past_asides(page: &Page<'_>, name_end: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    let opens = page.spells(name_end, ",") || page.spells(name_end, "(");
    let mut at = opens.then_some(name_end + 1)?;
    for _ in 0..2 {
        let aside = page.has(at, Shape::NUMBER) || page.is(at, "aside");
        let comma = (at..at + LONGEST).find(|&at| page.spells(at, ","));
        match comma.filter(|_| aside) {
            Some(comma) => at = comma + 1,
            None => break,
        }
    }
    Some(at)
}

/// A description that starts at `at`, with what it is of, up to what ends it.
pub(super) fn noun_phrase(page: &Page<'_>, at: usize) -> Option<Phrase> {
    let indefinite = page.is(at, "indefinite");
    let start = at + usize::from(page.is(at, "determiner"));
    let end = page.phrase_end(start);
    let last = end.checked_sub(1).filter(|&last| last >= start)?;
    let plain = page.has(last, Shape::WORD) && !page.has(last, Shape::CAPITAL);
    // What stands after "a" and ends with a comma or "who" describes, whatever the word.
    let ends = page.ends(end) || page.is(end, "who");
    let any = indefinite && plain && !page.is(last, "kin") && ends;
    if !(page.is_described(start..end) || any) || page.names_somebody(&(start..end)) {
        return None;
    }
    let (of, tail_end) = tail(page, end)?;
    Some(Phrase {
        role: page.words(start..end),
        of,
        tokens: start..tail_end,
        is_past: page.is(tail_end, "past"),
    })
}

/// What follows the words of a description at `at`: of what, and where all ends. `None` if a clause goes on.
fn tail(page: &Page<'_>, at: usize) -> Option<(Option<String>, usize)> {
    let time = page.is(at, "past") || page.is(at, "long");
    if page.ends(at) || page.is(at, "who") || time {
        return Some((None, at));
    }
    if !page.is(at, "posting") {
        return None;
    }
    let limit = page.end.min(at + LONGEST_TAIL);
    let end = (at..limit).find(|&at| page.ends(at) || page.is(at, "who"));
    let end = end.or((limit == page.end).then_some(limit))?;
    let clause = (at..end).any(|at| page.is(at, "verb"));
    let start = at + 1 + usize::from(page.is(at + 1, "determiner"));
    let of = page.words(start..page.phrase_end(start).min(end));
    (!clause).then(|| (Some(of).filter(|of| !of.is_empty()), end))
}

/// "the head of the dig, Ann Lee,": the words before a name and a comma.
pub(super) fn beside(page: &Page<'_>, name: &Range<usize>) -> Option<Phrase> {
    let first = past_title(page, name.start);
    let comma = first.checked_sub(1).filter(|&at| page.spells(at, ","))?;
    let listed = page.is(name.end + 1, "joint");
    let closed = page.ends(name.end) && !listed || page.is(name.end, "who");
    if !closed {
        return None;
    }
    let from = page.start.max(comma.saturating_sub(REACH));
    let begins = |&at: &usize| page.is(at, "determiner") || page.has(at, Shape::POSSESSIVE);
    let found = (from..comma)
        .rev()
        .take_while(|&at| !page.ends(at))
        .filter(begins)
        .find_map(|at| before_comma(page, at, comma))?;
    Some(Phrase {
        tokens: found.tokens.start..name.end,
        ..found
    })
}

/// The description after the determiner or possessive at `at`, if it reaches to `comma`.
fn before_comma(page: &Page<'_>, at: usize, comma: usize) -> Option<Phrase> {
    let start = at + 1;
    let end = page.phrase_end(start);
    if !page.is_described(start..end) || page.names_somebody(&(start..end)) {
        return None;
    }
    let (of, reached) = tail(page, end)?;
    let role_start = if page.is(at, "determiner") {
        start
    } else {
        page.phrase_start(at)
    };
    (reached == comma).then(|| Phrase {
        role: page.words(role_start..end),
        of,
        tokens: role_start..comma,
        is_past: false,
    })
}
