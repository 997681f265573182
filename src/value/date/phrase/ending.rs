//! Lengths that end with a day or month: `the year to March 2023`, `the six months to June`, `the 12 months to 5 April`.

use super::relative::length;
use crate::document::{Shape, Word};
use crate::value::date::calendar::written;
use crate::value::date::expr::{Amount, Bound, Day, Expr};
use crate::value::date::word::cursor::Cursor;
use crate::value::date::word::term::{Term, Unit};

/// A length with the point it ends with, and the position past it.
pub(super) fn read(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    // "Delayed by six months to June" is no such length.
    if c.term(at) != Term::The {
        return None;
    }
    let first = at + 1 + usize::from(c.term(at + 1) == Term::Fiscal);
    let (amount, unit, end) = match c.term(first) {
        Term::Unit(unit) => (1, unit, first + 1),
        _ => match length(c, first)? {
            (Amount::Number(number, Bound::Exact), unit, end) if number.fract() == 0.0 => {
                (number.min(100.0) as i32, unit, end)
            }
            _ => return None,
        },
    };
    let (amount, unit) = match unit {
        Unit::Year | Unit::Month | Unit::Week => (amount, unit),
        Unit::Quarter => (amount * 3, Unit::Month),
        _ => return None,
    };
    if !c.is(end, Word::of("to")) {
        return None;
    }
    let month = past_end(c, end + 1);
    let named = (month..month + 3)
        .any(|at| matches!(c.term(at), Term::Month(..)) && c.shaped(at, Shape::CAPITAL));
    let (Expr::Point(last), past) = written::read(c, month).filter(|_| named)? else {
        return None;
    };
    let ends = matches!(last.day, Some(Day::Date { .. } | Day::Month { .. }));
    (ends && !c.possessive(past)).then_some((Expr::UpTo { amount, unit, last }, past))
}

/// Past "the end of" and "end-" before a month.
fn past_end(c: &Cursor<'_>, at: usize) -> usize {
    let the = c.skip_term(at, Term::The);
    if !c.is(the, Word::of("end")) {
        return at;
    }
    c.skip_term(c.skip_hyphen(the + 1), Term::Of)
}
