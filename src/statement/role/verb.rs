//! What somebody named is by what is said that they do: "Ann Lee, who runs the dig", "the dig, led by Ann Lee", "Norlund, which
//! operates the mine".

use super::phrase::{Phrase, noun_phrase, past_asides};
use super::sentence::RoleSentence;
use crate::document::Shape;
use crate::value::Kind;
use std::ops::Range;

/// The classes of `words.tsv` whose verbs say of somebody who does what they tell what that is: the role stands after the colon.
const PEOPLE: &str = "does:";
/// The same of bodies.
const BODIES: &str = "run:";
/// The same of people, in the present.
const PRESENT: &str = "now:";

/// How far a clause is looked through for what says that an office is over.
const CLAUSE: usize = 14;

/// "Ann Lee, who runs the dig", "Ann Lee, heading the dig", "Ann Lee, who was the dig's director".
pub(super) fn clause(sentence: &RoleSentence<'_>, name: &Range<usize>) -> Option<Phrase> {
    let who = past_asides(sentence, name.end)?;
    let participle = sentence.kind == Kind::Person && sentence.is(who, "now-doing");
    if !sentence.is(who, "who") && !participle {
        return None;
    }
    let mut at = who + usize::from(!participle);
    while sentence.is(at, "perfect") && at < who + 4 {
        at += 1;
    }
    let is_past = is_over(sentence, who);
    if sentence.is(at, "was") {
        return being(sentence, name, at, is_past);
    }
    let found = doing(sentence, at, verbs(sentence.kind))?;
    Some(Phrase {
        tokens: name.start..found.tokens.end,
        is_past,
        ..found
    })
}

/// "who is the head of the dig", "who is in charge of the dig".
fn being(
    sentence: &RoleSentence<'_>,
    name: &Range<usize>,
    is: usize,
    is_past: bool,
) -> Option<Phrase> {
    let mut at = is + 1;
    while sentence.is(at, "now") {
        at += 1;
    }
    let of = at + 1 + usize::from(sentence.is(at + 1, "care"));
    let charge = sentence.kind == Kind::Person && sentence.is(of, "charged-with");
    if let Some(role) = sentence.role_of(at, "charge:").filter(|_| charge) {
        let found = object(sentence, of + 1, role)?;
        return Some(Phrase {
            tokens: name.start..found.tokens.end,
            is_past,
            ..found
        });
    }
    let found = noun_phrase(sentence, at)?;
    Some(Phrase {
        tokens: name.start..found.tokens.end,
        is_past: is_past || found.is_past,
        ..found
    })
}

/// "Ann Lee runs the dig": in the present alone, for "led" is said of races and marches.
pub(super) fn present(sentence: &RoleSentence<'_>, name: &Range<usize>) -> Option<Phrase> {
    if sentence.kind != Kind::Person {
        return None;
    }
    let mut at = name.end;
    while sentence.is(at, "now") {
        at += 1;
    }
    if sentence.is(at, "is") && sentence.is(at + 1, "determiner") {
        return being(sentence, name, at, false);
    }
    let found = doing(sentence, at, PRESENT).filter(|_| sentence.is(at + 1, "determiner"))?;
    Some(Phrase {
        tokens: name.start..found.tokens.end,
        ..found
    })
}

/// "the dig, led by Ann Lee".
pub(super) fn done_by(sentence: &RoleSentence<'_>, name: &Range<usize>) -> Option<Phrase> {
    let by = name
        .start
        .checked_sub(1)
        .filter(|&at| sentence.is(at, "by"))?;
    let verb = by.checked_sub(1)?;
    let role = sentence.role_of(verb, verbs(sentence.kind))?;
    let mut end = verb;
    while end > sentence.start
        && (sentence.is(end - 1, "verb")
            || sentence.spells(end - 1, ",")
            || sentence.is(end - 1, "who"))
    {
        end -= 1;
    }
    let start = sentence.phrase_start(end);
    Some(Phrase {
        role,
        of: Some(sentence.words(start..end)).filter(|of| !of.is_empty()),
        tokens: start.min(verb)..name.end,
        is_past: is_over(sentence, name.end),
    })
}

/// The classes of the verbs that tell what somebody of a kind is.
fn verbs(kind: Kind) -> &'static str {
    if kind == Kind::Person { PEOPLE } else { BODIES }
}

/// The verb at `at`, of a class that begins with `classes`, with what it is done to.
fn doing(sentence: &RoleSentence<'_>, at: usize, classes: &str) -> Option<Phrase> {
    let role = sentence.role_of(at, classes)?;
    object(sentence, at + 1, role)
}

/// The role of whoever does something to what stands from `at` on.
fn object(sentence: &RoleSentence<'_>, at: usize, role: String) -> Option<Phrase> {
    let start = at + usize::from(sentence.is(at, "determiner"));
    let end = sentence.phrase_end(start);
    let numbered = sentence.has(start, Shape::NUMBER);
    (end > start && !numbered).then(|| Phrase {
        role,
        of: Some(sentence.words(start..end)),
        tokens: at..end,
        is_past: false,
    })
}

/// Whether the clause that starts at `at` tells of something over: "until last year", "from 2010 to 2015", "once".
fn is_over(sentence: &RoleSentence<'_>, at: usize) -> bool {
    let limit = sentence.end.min(at + CLAUSE);
    let end = (at..limit)
        .find(|&at| sentence.spells(at, ","))
        .unwrap_or(limit);
    (at..end).any(|at| {
        let between = sentence.is(at, "between") && sentence.has(at + 1, Shape::NUMBER);
        sentence.is(at, "past") || between
    })
}
