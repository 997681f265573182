//! What somebody named is by what is said that they do: "Ann Lee, who runs the dig", "the dig, led by Ann Lee", "Norlund, which
//! operates the mine".

use super::page::Page;
use super::phrase::{Phrase, noun_phrase, past_asides};
use crate::document::Shape;
use crate::value::Kind;
use std::ops::Range;

/// What a verb says of the one who does it; the class of `words.tsv` is the role after the colon.
const PEOPLE: [&str; 10] = [
    "does:leader",
    "does:commander",
    "does:chairperson",
    "does:head-coach",
    "does:captain",
    "does:lawyer",
    "does:prosecutor",
    "does:editor",
    "does:owner",
    "does:teacher",
];
const BODIES: [&str; 5] = [
    "run:operator",
    "run:owner-of-it",
    "run:maker",
    "run:supplier",
    "run:publisher",
];
const PRESENT: [&str; 8] = [
    "now:leader",
    "now:commander",
    "now:chairperson",
    "now:head-coach",
    "now:captain",
    "now:lawyer",
    "now:editor",
    "now:owner",
];

/// How far a clause is looked through for what says that an office is over.
const CLAUSE: usize = 14;

/// "Ann Lee, who runs the dig", "Ann Lee, heading the dig", "Ann Lee, who was the dig's director".
pub(super) fn clause(page: &Page<'_>, name: &Range<usize>) -> Option<Phrase> {
    let who = past_asides(page, name.end)?;
    let participle = page.kind == Kind::Person && page.is(who, "now-doing");
    if !page.is(who, "who") && !participle {
        return None;
    }
    let mut at = who + usize::from(!participle);
    while page.is(at, "perfect") && at < who + 4 {
        at += 1;
    }
    let is_past = is_over(page, who);
    if page.is(at, "was") {
        return being(page, name, at, is_past);
    }
    let verbs: &[&str] = if page.kind == Kind::Person {
        &PEOPLE
    } else {
        &BODIES
    };
    let found = doing(page, at, verbs)?;
    Some(Phrase {
        tokens: name.start..found.tokens.end,
        is_past,
        ..found
    })
}

/// "who is the head of the dig", "who is in charge of the dig".
fn being(page: &Page<'_>, name: &Range<usize>, is: usize, is_past: bool) -> Option<Phrase> {
    let mut at = is + 1;
    while page.is(at, "now") {
        at += 1;
    }
    let of = |at: usize| Some(at).filter(|&at| page.spells(at, "of") || page.spells(at, "for"));
    let charge = page.is(at, "charge") && page.kind == Kind::Person;
    let of = charge.then(|| of(at + 1 + usize::from(page.is(at + 1, "care"))));
    if let Some(of) = of.flatten() {
        let found = object(page, of + 1, "leader")?;
        return Some(Phrase {
            tokens: name.start..found.tokens.end,
            is_past,
            ..found
        });
    }
    let found = noun_phrase(page, at)?;
    Some(Phrase {
        tokens: name.start..found.tokens.end,
        is_past: is_past || found.is_past,
        ..found
    })
}

/// "Ann Lee runs the dig": in the present alone, for "led" is said of races and marches.
pub(super) fn present(page: &Page<'_>, name: &Range<usize>) -> Option<Phrase> {
    if page.kind != Kind::Person {
        return None;
    }
    let mut at = name.end;
    while page.is(at, "now") {
        at += 1;
    }
    if page.is(at, "is") && page.is(at + 1, "determiner") {
        return being(page, name, at, false);
    }
    let found = doing(page, at, &PRESENT).filter(|_| page.is(at + 1, "determiner"))?;
    Some(Phrase {
        tokens: name.start..found.tokens.end,
        ..found
    })
}

/// "the dig, led by Ann Lee".
pub(super) fn done_by(page: &Page<'_>, name: &Range<usize>) -> Option<Phrase> {
    let by = name
        .start
        .checked_sub(1)
        .filter(|&at| page.spells(at, "by"))?;
    let verb = by.checked_sub(1)?;
    let verbs: &[&str] = if page.kind == Kind::Person {
        &PEOPLE
    } else {
        &BODIES
    };
    let class = verbs.iter().find(|class| page.is(verb, class))?;
    let mut end = verb;
    while end > page.start
        && (page.is(end - 1, "verb") || page.spells(end - 1, ",") || page.is(end - 1, "who"))
    {
        end -= 1;
    }
    let start = page.phrase_start(end);
    Some(Phrase {
        role: role_of(class),
        of: Some(page.words(start..end)).filter(|of| !of.is_empty()),
        tokens: start.min(verb)..name.end,
        is_past: is_over(page, name.end),
    })
}

/// The verb at `at`, of one of these classes, with what it is done to.
fn doing(page: &Page<'_>, at: usize, classes: &[&str]) -> Option<Phrase> {
    let class = classes.iter().find(|class| page.is(at, class))?;
    object(page, at + 1, class)
}

/// What a verb of `class` is done to, from `at` on.
fn object(page: &Page<'_>, at: usize, class: &str) -> Option<Phrase> {
    let start = at + usize::from(page.is(at, "determiner"));
    let end = page.phrase_end(start);
    let numbered = page.has(start, Shape::NUMBER);
    (end > start && !numbered).then(|| Phrase {
        role: role_of(class),
        of: Some(page.words(start..end)),
        tokens: at..end,
        is_past: false,
    })
}

fn role_of(class: &str) -> String {
    let role = class.split(':').next_back().unwrap_or(class);
    role.replace('-', " ")
}

/// Whether the clause that starts at `at` tells of something over: "until last year", "from 2010 to 2015", "once".
fn is_over(page: &Page<'_>, at: usize) -> bool {
    let limit = page.end.min(at + CLAUSE);
    let end = (at..limit)
        .find(|&at| page.spells(at, ","))
        .unwrap_or(limit);
    (at..end).any(|at| {
        let between = page.spells(at, "from") && page.has(at + 1, Shape::NUMBER);
        page.is(at, "past") || between
    })
}
