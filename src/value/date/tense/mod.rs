//! Whether the words around a time speak of what was or of what will be.
//!
//! Here belongs what decides between a day behind and a day ahead: the verbs, what was appointed (`appointed.rs`), and
//! matches yet to be played (`fixture.rs`).

mod appointed;
mod fixture;

use crate::document::{Region, Shape, Word};
use crate::value::date::word::around::{self, List, Present};
use crate::value::date::word::cursor::{COMMA, Cursor};
use crate::value::date::word::term::Term;
use appointed::is_appointed;

/// The direction in which a weekday or month without "last" or "next" is sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// On which side it lies is not told; the nearer is meant: "reached Sunday's final".
    Nearest,
    Unsaid,
}

/// How far from the time its verb is looked for, in tokens.
const REACH: usize = 14;

/// The tense of the nearest verb before `start`, else after `end`, in the clause between semicolons; in the sentence, where the
/// clause has none: "Six were hurt on Friday; two on Saturday".
pub(super) fn of(c: &Cursor<'_>, start: usize, end: usize) -> Tense {
    const SEMICOLON: Word = Word::of(";");
    let before = (c.start..start).rev().find(|at| c.is(*at, SEMICOLON));
    let after = (end..c.end).find(|at| c.is(*at, SEMICOLON));
    if before.is_none() && after.is_none() {
        return in_clause(c, start, end);
    }
    let clause = Cursor {
        start: before.map_or(c.start, |at| at + 1),
        end: after.unwrap_or(c.end),
        ..*c
    };
    match in_clause(&clause, start, end) {
        Tense::Unsaid => in_clause(c, start, end),
        tense => tense,
    }
}

/// The tense of the nearest verb before `start`, else after `end`.
fn in_clause(c: &Cursor<'_>, start: usize, end: usize) -> Tense {
    let first = start.saturating_sub(REACH).max(c.start);
    if c.possessive(end) {
        // "Wednesday's ruling" has been given, unless it is one that somebody "will" give.
        let verb = (first..start).rev().find(|at| verb(c, *at).is_some());
        let ahead = verb.is_some_and(|at| c.term(at) == Term::Will && !c.is(at, Word::of("would")));
        let ahead = ahead || fixture::is_fixture(c, first, start);
        return match ahead {
            true => Tense::Future,
            false if fixture::is_reached(c, first, start, end) => Tense::Nearest,
            false => Tense::Past,
        };
    }
    // "until Friday", "by Friday" look ahead unless the verb right before says otherwise.
    let before = |back: usize, word: &str| c.is(start.wrapping_sub(back), Word::of(word));
    let as_soon_as = before(1, "as") && before(3, "as");
    let present = Present::among(c, first..start);
    let planned = is_to(c, start)
        || is_effective(c, start)
        || is_to_come(c, first, start)
        || is_on_programme(c, first, start)
        || is_called_for(c, first, start)
        || present.any(&[List::Likely]) && is_likely(c, first, start)
        || present.any(&fixture::CUES) && fixture::is_fixture(c, first, start)
        || present.any(&appointed::CUES) && is_appointed(c, first, start);
    if planned {
        return Tense::Future;
    }
    let plans = present.any(&PLANS);
    let ahead = before(1, "until") || before(1, "through") || before(1, "by") || as_soon_as;
    for at in (first..start).rev() {
        if plans && is_plan(c, at) {
            return Tense::Future;
        }
        match verb(c, at) {
            Some(Tense::Past) if is_to_be(c, at) => return Tense::Future,
            // "No arrests had been made by Monday"; but "was told to leave by Monday", "was extended until Monday".
            Some(Tense::Past) if ahead => {
                let done = before(1, "by") && !(at..start).any(|at| infinitive(c, at));
                if done {
                    return Tense::Past;
                }
                break;
            }
            Some(Tense::Future) if is_come(c, end) => return Tense::Past,
            Some(tense) => return tense,
            None => {}
        }
    }
    let last = (end + REACH).min(c.end);
    let after = (end..last).find_map(|at| verb(c, at));
    match after {
        // "Until Thursday, they had not …"
        Some(Tense::Past) if ahead && start <= c.start + 3 => Tense::Past,
        _ if ahead => Tense::Future,
        None if is_first(c, start) => Tense::Future,
        None if is_headline(c) && (c.start..start).any(|at| infinitive(c, at)) => Tense::Future,
        // "The hearing is on Thursday", "She is meeting him Thursday"; but "Police are looking into a fire Thursday".
        None if is_present_beside(c, start) && !is_headline(c) => Tense::Future,
        after => after.unwrap_or(Tense::Unsaid),
    }
}

/// Whether a participle at `at` is of what will be: "will be held", "would also be buried".
fn is_to_be(c: &Cursor<'_>, at: usize) -> bool {
    const BESIDE: usize = 4;
    let first = at.saturating_sub(BESIDE).max(c.start);
    let be = (first..at)
        .rev()
        .take(2)
        .find(|at| c.is(*at, Word::of("be")));
    be.is_some_and(|be| {
        (first..be)
            .rev()
            .take(2)
            .any(|at| verb(c, at) == Some(Tense::Future) || is_plan(c, at))
    })
}

/// Whether "is to begin", "are to meet" stands right before, or "is to be laid to rest", with nothing but that between.
fn is_to(c: &Cursor<'_>, start: usize) -> bool {
    const BESIDE: usize = 6;
    const REACH: usize = 10;
    let first = start.saturating_sub(REACH).max(c.start);
    (first..start.saturating_sub(2)).any(|at| {
        let present = c.is(at, Word::of("is")) || c.is(at, Word::of("are"));
        let passive = c.is(at + 2, Word::of("be"));
        let told = || (at + 4..start).any(|at| verb(c, at) == Some(Tense::Past));
        let beside = start - at <= BESIDE || !told() && (passive || !is_headline(c));
        present && infinitive(c, at + 1) && beside
    })
}

/// Whether the verb right before the time says in the present what is on the programme: "the march takes place on Saturday",
/// "polls open on Sunday". "Shops were open on Sunday" tells of what was.
fn is_on_programme(c: &Cursor<'_>, first: usize, start: usize) -> bool {
    let linked = |at: &usize| around::is(c, at.wrapping_sub(1), List::Link);
    let end = (first..=start).rev().find(|at| !linked(at));
    let Some(at) = end
        .and_then(|end| end.checked_sub(1))
        .filter(|at| *at > first)
    else {
        return false;
    };
    // "Tickets go on sale on Friday".
    let goes = at >= first + 2
        && around::is(c, at, List::OnWhat)
        && c.term(at - 1) == Term::On
        && around::is(c, at - 2, List::Goes);
    let before = |at: usize| (first..at).rev().find_map(|at| verb(c, at));
    if goes {
        return before(at - 2) != Some(Tense::Past);
    }
    let pair = around::is(c, at, List::Programmed) && around::is(c, at - 1, List::OnProgramme);
    // "They return to work on Monday".
    let to = (first + 1..at)
        .rev()
        .take(2)
        .find(|at| c.is(*at, Word::of("to")));
    let at = match to {
        _ if pair => at - 1,
        Some(to) => to - 1,
        None => at,
    };
    let past = before(at) == Some(Tense::Past);
    (pair || around::is(c, at, List::Programme)) && !past && !is_headline(c)
}

/// Whether something is called or arranged for the time: "unions called a rally for Saturday", "the outlook for Saturday".
fn is_called_for(c: &Cursor<'_>, first: usize, start: usize) -> bool {
    const BESIDE: usize = 5;
    let linked = c.term(start.wrapping_sub(1)) == Term::For;
    let outlook = start.saturating_sub(BESIDE).max(first);
    linked
        && ((first..start).any(|at| around::is(c, at, List::Called))
            || (outlook..start).any(|at| around::is(c, at, List::Outlook)))
}

/// Whether what is told of the time is no more than likely: "rain is likely on Saturday", "45C likely at Leeds on Saturday"; but "he
/// was likely killed at Leeds on Saturday".
fn is_likely(c: &Cursor<'_>, first: usize, start: usize) -> bool {
    const BESIDE: usize = 5;
    let from = start.saturating_sub(BESIDE).max(first);
    let mut back = (from..start).rev();
    let Some(at) = back.find(|at| around::is(c, *at, List::Likely)) else {
        return false;
    };
    let link = c.term(at + 1);
    let led = at + 1 == start || matches!(link, Term::At | Term::On | Term::In | Term::From);
    led && (first..start).all(|at| verb(c, at) != Some(Tense::Past))
}

/// Whether what was due at the time up to `end` came, though early or late: "the ferry, due out on Monday, left a day late". In
/// "the vote, due on Monday, was called off late on Friday" it is another time that is late.
fn is_come(c: &Cursor<'_>, end: usize) -> bool {
    const REACH: usize = 6;
    let last = (end + REACH).min(c.end);
    let come = c.is(end, COMMA) && verb(c, end + 1) == Some(Tense::Past);
    let timed = |at: usize| {
        matches!(
            c.term(at),
            Term::On
                | Term::In
                | Term::At
                | Term::Which(_)
                | Term::Weekday(..)
                | Term::Day(_)
                | Term::Part(_)
        )
    };
    let mut after = end + 2..last;
    come && after.any(|at| matches!(c.term(at), Term::Early | Term::Late) && !timed(at + 1))
}

/// Whether what begins at the time is told right before it: "effective July 1", "with effect from July 1".
fn is_effective(c: &Cursor<'_>, start: usize) -> bool {
    let word = |back: usize, word: &str| c.is(start.wrapping_sub(back), Word::of(word));
    let linked = usize::from(matches!(c.before(start), Term::In | Term::On | Term::From));
    word(1 + linked, "effective") || word(1, "from") && word(2, "effect")
}

/// Whether the clause opens with the time from which something holds: "From July 1 the ferry runs daily".
fn is_first(c: &Cursor<'_>, start: usize) -> bool {
    let from = start.wrapping_sub(1);
    let opens = from == c.start || from > c.start && c.is(from - 1, COMMA);
    opens && around::is(c, from, List::From)
}

/// Whether a description before the time says what is yet to come: "the bridge, to be built by June".
fn is_to_come(c: &Cursor<'_>, first: usize, start: usize) -> bool {
    let to = (first..start).rev().find(|at| infinitive(c, *at));
    let to = to.filter(|to| *to > c.start && c.is(to - 1, COMMA));
    to.is_some_and(|to| {
        let word = |at: usize, word: &str| c.is(at, Word::of(word));
        // "Raids to find smugglers on Wednesday" have been.
        let told = word(to + 1, "be") || word(to + 2, "effect");
        told && (to + 3..start).all(|at| verb(c, at) != Some(Tense::Past))
    })
}

/// The lists of which one has the word at which a plan is told.
const PLANS: [List; 4] = [List::Faces, List::Ahead, List::PlanFor, List::Plan];

/// Whether a plan is told at `at` by words of which none alone is a verb that looks ahead: "is set to rule", "has been set for",
/// "comes into force", "faces trial".
fn is_plan(c: &Cursor<'_>, at: usize) -> bool {
    let faces = around::is(c, at, List::Faces) && !is_headline(c);
    let infinite = around::is(c, at, List::Ahead) && infinitive(c, at + 1);
    let set = around::is(c, at, List::PlanFor) && c.term(at + 1) == Term::For;
    let pair = around::is(c, at, List::Plan) && around::is(c, at + 1, List::Planned);
    // "Came into force" has been.
    let came = c.term(at.wrapping_sub(1)) == Term::Past;
    infinite && !c.is(at + 2, Word::of("have")) || set || faces || pair && !came
}

/// Whether "is" or "are" stands so close before that it is the time that it tells; what is going on now has no day ahead.
fn is_present_beside(c: &Cursor<'_>, start: usize) -> bool {
    const BESIDE: usize = 4;
    let mut before = (start.saturating_sub(BESIDE).max(c.start)..start).rev();
    before.any(|at| {
        let present = c.is(at, Word::of("is")) || c.is(at, Word::of("are"));
        present && c.term(at + 1) != Term::Ongoing
    })
}

fn is_headline(c: &Cursor<'_>) -> bool {
    let sentence = c
        .document
        .sentence_at(c.start)
        .and_then(|at| c.document.sentences.get(at));
    sentence.is_some_and(|s| matches!(s.region, Region::Headline | Region::Subhead))
}

/// A bare "to meet", as headlines announce: "Ministers to meet Tuesday".
fn infinitive(c: &Cursor<'_>, at: usize) -> bool {
    let verb = c.term(at + 1) == Term::None && c.shaped(at + 1, Shape::WORD);
    c.is(at, Word::of("to")) && verb && !c.shaped(at + 1, Shape::CAPITAL)
}

/// Whether the time at `at` is that of speaking: "police said Saturday".
pub(super) fn is_spoken(c: &Cursor<'_>, at: usize) -> bool {
    const SAID: [&str; 6] = ["said", "say", "says", "announced", "confirmed", "reported"];
    let before = at.wrapping_sub(1);
    let before = before.wrapping_sub(usize::from(c.term(before) == Term::On));
    SAID.iter().any(|word| c.is(before, Word::of(word)))
}

/// What the token at `at` tells of tense, if it is a verb form that does.
pub(super) fn verb(c: &Cursor<'_>, at: usize) -> Option<Tense> {
    match c.term(at) {
        Term::Will if is_noun(c, at) => None,
        Term::Will => Some(Tense::Future),
        Term::Past => Some(Tense::Past),
        Term::None => {
            let token = c.token(at)?;
            let plain =
                token.is(Shape::WORD) && !token.is(Shape::CAPITAL) && token.end - token.start > 4;
            (plain && c.text(at).ends_with("ed")).then_some(Tense::Past)
        }
        _ => None,
    }
}

/// Whether "plan", "hope" or "will" is a noun: "the plan", "White Plan"; "the planned march" lies ahead all the same.
fn is_noun(c: &Cursor<'_>, at: usize) -> bool {
    const NOUNS: [&str; 5] = ["plan", "plans", "hope", "hopes", "will"];
    let named = c.shaped(at, Shape::CAPITAL) && at > c.start;
    let noun = NOUNS.iter().any(|noun| c.is(at, Word::of(noun)));
    noun && (named || matches!(c.before(at), Term::The | Term::Article))
}
