//! Whether a day is that of a match or a round yet to be played: "she plays Holm on Sunday", "reached Sunday's final".

use super::{Tense, is_headline, verb};
use crate::document::{Shape, Word};
use crate::value::date::word::around::{self, List};
use crate::value::date::word::cursor::{COMMA, Cursor};
use crate::value::date::word::term::Term;

/// The lists of which one has the verb that tells of a match.
pub(super) const CUES: [List; 2] = [List::Fixture, List::FixtureOn];

/// How far before a day the way into its round is told, in tokens.
const REACHED: usize = 8;

/// Whether the verb before the time at `start` says in the present whom somebody meets: "Holm plays Brun in Sunday's final". What
/// headlines and what comes behind a comma tell is left open.
pub(super) fn is_fixture(c: &Cursor<'_>, first: usize, start: usize) -> bool {
    if is_headline(c) {
        return false;
    }
    let open = |at: &usize| !c.is(*at, COMMA) && verb(c, *at).is_none();
    let mut back = (first..start).rev().take_while(open);
    back.any(|at| {
        let on = around::is(c, at, List::FixtureOn) && around::is(c, at + 1, List::FixtureTo);
        let object = at + 1 + usize::from(on);
        let met = on || around::is(c, at, List::Fixture);
        // "Did not play Holm", "to face Holm": not in the present.
        let bare = c.term(at.wrapping_sub(1)) == Term::To
            || around::is(c, at.wrapping_sub(1), List::Auxiliary)
            || c.is(at.wrapping_sub(1), Word::of("did"))
            || matches!(c.before(at), Term::The | Term::Article);
        met && !bare && is_opponent(c, object) && object < start
    })
}

/// "Holm", "the Rovers".
fn is_opponent(c: &Cursor<'_>, at: usize) -> bool {
    let name = |at: usize| c.shaped(at, Shape::CAPITAL) && c.shaped(at, Shape::WORD);
    name(at) || c.term(at) == Term::The && name(at + 1)
}

/// Whether somebody has come into the round whose day stands at `start` and whose name follows its possessive at `end`, or whether
/// what is told lies ahead of it: it is the nearer of the two days, for such things are told before it and after.
pub(super) fn is_reached(c: &Cursor<'_>, first: usize, start: usize, end: usize) -> bool {
    let before = start.wrapping_sub(1);
    let ahead = c.term(before) == Term::Of && around::is(c, before.wrapping_sub(1), List::AheadOf);
    if ahead || around::is(c, before, List::Before) {
        return true;
    }
    let round = (end + 1..end + 4).any(|at| around::is(c, at, List::Round));
    if !round || !around::is(c, before, List::ReachedTo) {
        return false;
    }
    let from = start.saturating_sub(REACHED).max(first);
    let reached = |at: &usize| around::is(c, *at, List::Reached);
    let way = (from..start).rev().find(reached);
    // The way is the last that is told: "reached the town and lost in Sunday's final".
    way.is_some_and(|way| (way + 1..start).all(|at| verb(c, at) != Some(Tense::Past)))
}
