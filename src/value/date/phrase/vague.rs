//! Words that date nothing, and words that bound a length: `recently`, `the near future`; `at least two weeks`, `around noon`.

use super::{gate, length, moment, relative};
use crate::document::{Shape, Word};
use crate::value::date::expr::{Amount, Bound, Expr};
use crate::value::date::word::cursor::{Cursor, DASH};
use crate::value::date::word::term::{Reference, Term, Unit, Which};

/// A length, clock time, date or offset with the words that bound it: `at least two weeks`, `around 7:15 p.m.`.
pub(super) fn bounded(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Some((bound, next)) = length::bound(c, at) else {
        return length::read(c, at);
    };
    let counted = gate::counts(c.term(next));
    if bound == Bound::About && !counted {
        return around(c, at, next);
    }
    if !counted {
        return None;
    }
    if let Some(read) = relative::offset(c, next) {
        return (!c.is(at, Word::of("just"))).then_some(read);
    }
    // "more than two weeks before today": a bound of the day it counts to.
    if bound != Bound::About
        && let Some(read) = relative::beyond(c, next)
    {
        return Some(read);
    }
    if bound == Bound::About
        && let Some(read) = around(c, at, next)
    {
        return Some(read);
    }
    let (expr, end) = length::read(c, next)?;
    match expr {
        Expr::Length {
            amount: Amount::Number(value, _),
            unit,
            toward,
            extra,
        } if !c.is(at, Word::of("just")) => {
            let amount = Amount::Number(value, bound);
            let expr = Expr::Length {
                amount,
                unit,
                toward,
                extra,
            };
            Some((expr, end))
        }
        _ => None,
    }
}

/// `around 7:15 p.m.`, `around Nov. 1`, `about noon`.
fn around(c: &Cursor<'_>, at: usize, next: usize) -> Option<(Expr, usize)> {
    if !c.is(at, Word::of("around")) {
        return None;
    }
    let read = moment(c, next)?;
    // "around Wednesday's ruling": about the ruling.
    (!c.possessive(read.1)).then_some(read)
}

/// `recently`, `now`, `soon`, `in the future`, `in the past`.
pub(super) fn vague(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    match c.term(at) {
        Term::Vague(value) => {
            if let (Term::Units(unit), true) = (c.term(at + 1), value == Reference::Past) {
                return Some(match unit {
                    Unit::Year | Unit::Decade => (Expr::Vague(value), at + 2),
                    _ => {
                        let amount = Amount::Some;
                        (Expr::length(amount, unit, -1), at + 2)
                    }
                });
            }
            // "recent attacks", "future talks": adjectives that date nothing. "the now-closed": no time either.
            let adjective = c.is(at, Word::of("recent")) || c.is(at, Word::of("future"));
            let hyphened = c.is(at + 1, DASH) && c.glued(at + 1) || c.is(at.wrapping_sub(1), DASH);
            (!adjective && !hyphened).then(|| (Expr::Vague(value), at + 1))
        }
        Term::The => match c.term(at + 1) {
            Term::Vague(value @ Reference::Future) => Some((Expr::Vague(value), at + 2)),
            Term::Which(Which::Past)
                if c.is(at + 1, Word::of("past"))
                    && !c.shaped(at + 2, Shape::WORD)
                    && c.term(at + 2) == Term::None =>
            {
                Some((Expr::Vague(Reference::Past), at + 2))
            }
            Term::Near if c.term(at + 2) == Term::Vague(Reference::Future) => {
                Some((Expr::Vague(Reference::Future), at + 3))
            }
            _ => None,
        },
        // "These days the mill is a school"; not "these days of mourning", "one of these days", "during these days".
        Term::These => {
            let other = matches!(c.before(at), Term::Of | Term::Lead | Term::In | Term::On)
                || matches!(c.term(at + 2), Term::Of);
            (!other && c.term(at + 1) == Term::Units(Unit::Day))
                .then(|| (Expr::Vague(Reference::Present), at + 2))
        }
        // "to date", not "to date a colleague"
        Term::To if !c.shaped(at + 2, Shape::WORD) => c
            .is(at + 1, Word::of("date"))
            .then(|| (Expr::Vague(Reference::Present), at + 2)),
        Term::At if c.term(at + 1) == Term::Which(Which::This) => {
            let now = c.term(at + 2) == Term::Time;
            now.then(|| (Expr::Vague(Reference::Present), at + 3))
        }
        Term::At => {
            // "at the moment", "at present"
            let the = c.skip_term(at + 1, Term::The);
            let now = c.term(the) == Term::Present;
            now.then(|| (Expr::Vague(Reference::Present), the + 1))
        }
        // "the current talks", not "the current was strong".
        Term::Which(Which::Current) => {
            let noun = c.shaped(at + 1, Shape::WORD)
                && !matches!(
                    c.term(at + 1),
                    Term::Past | Term::Will | Term::In | Term::Of
                );
            noun.then(|| (Expr::Vague(Reference::Present), at + 1))
        }
        Term::Which(Which::This) if c.is(at + 1, Word::of("moment")) => {
            Some((Expr::Vague(Reference::Present), at + 2))
        }
        _ => None,
    }
}
