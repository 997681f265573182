//! Where a time expression can start: a look at one or two terms that spares most words of a text the grammar.

use super::around;
use super::cursor::Cursor;
use super::hour;
use super::term::{Term, Unit, Which};
use crate::document::{Shape, Word};

/// Whether a time expression can start at `at`.
pub(super) fn opens(c: &Cursor<'_>, at: usize) -> bool {
    let next = c.term(at + 1);
    match c.term(at) {
        // "15 people" is no time; most numbers of a text go this way.
        Term::Digits { len: 1..=3, .. } if next == Term::None && counts_plainly(c, at + 1) => false,
        term if opens_alone(term) => true,
        // "one man", "several people", "second", "a quarter of the town": only with the calendar's words.
        Term::Number(_) | Term::Scale(_) | Term::Couple | Term::Half => {
            next != Term::None
                || hyphen(c, at + 1)
                || c.is(at + 1, Word::of("or"))
                || hour::is_near(c, at)
        }
        Term::Some => counted(next),
        Term::Once(_) => matches!(next, Term::Article | Term::Every),
        Term::Ordinal(_) | Term::Second => next != Term::None || hyphen(c, at + 1),
        Term::Article => {
            counted(next)
                || matches!(
                    next,
                    Term::Couple | Term::Some | Term::Scale(_) | Term::Half
                )
        }
        Term::The => in_the(next),
        Term::Which(_) => {
            !is_verb(c, at)
                && !matches!(
                    next,
                    Term::None | Term::The | Term::Past | Term::Will | Term::Article
                )
                || around::is(c, at + 1, "period")
        }
        Term::Unit(_) => {
            matches!(next, Term::Earlier | Term::Later)
                || c.possessive(at + 1)
                || hyphen(c, at + 1)
                || bound(c, at + 1)
                || c.is(at + 1, Word::of("past"))
                || matches!(next, Term::Digits { .. })
        }
        Term::Part(_) => next == Term::Of || hour::is_light(c, at),
        Term::About => {
            counts(next)
                || matches!(
                    next,
                    Term::Month(..) | Term::Weekday(..) | Term::Hour(_) | Term::The
                )
        }
        Term::More => next == Term::Than,
        Term::Under => counts(next),
        Term::No => next == Term::More,
        Term::Up => next == Term::To,
        Term::At => matches!(
            next,
            Term::Most | Term::The | Term::Present | Term::Which(Which::This)
        ),
        Term::To => c.is(at + 1, Word::of("date")),
        Term::All => matches!(next, Term::Unit(_) | Term::Units(Unit::Weekend)),
        _ => false,
    }
}

/// Whether the word at `at`, which no time expression knows, is what the number before it counts: "o'clock" apart.
fn counts_plainly(c: &Cursor<'_>, at: usize) -> bool {
    const O: Word = Word::of("o");
    const OCLOCK: Word = Word::of("oclock");
    c.shaped(at, Shape::WORD) && !c.glued(at) && !c.is(at, O) && !c.is(at, OCLOCK)
}

/// Terms that open an expression whatever follows.
fn opens_alone(term: Term) -> bool {
    matches!(
        term,
        Term::Month(..)
            | Term::Weekday(..)
            | Term::Weekdays(_)
            | Term::Units(_)
            | Term::Digits { .. }
            | Term::Decimal
            | Term::Season(_)
            | Term::Hour(_)
            | Term::Day(_)
            | Term::Tonight
            | Term::Overnight
            | Term::Quarter(_)
            | Term::HalfYear(_)
            | Term::Early
            | Term::Late
            | Term::Mid
            | Term::Bound
            | Term::Earlier
            | Term::Later
            | Term::Fiscal
            | Term::Calendar
            | Term::Every
            | Term::Set(_)
            | Term::Vague(_)
            | Term::Tens(_)
            | Term::Holiday
            | Term::Between
            | Term::From
            | Term::Apostrophe
            | Term::Which(Which::Current)
    )
}

/// Whether a number can start here.
pub(super) fn counts(term: Term) -> bool {
    matches!(
        term,
        Term::Digits { .. }
            | Term::Decimal
            | Term::Number(_)
            | Term::Article
            | Term::Half
            | Term::Couple
            | Term::Some
            | Term::Scale(_)
    )
}

/// Units, and what may stand between a number and its unit.
fn counted(term: Term) -> bool {
    matches!(
        term,
        Term::Unit(_) | Term::Units(_) | Term::Second | Term::Times | Term::Period
    )
}

/// What "the" may open.
fn in_the(term: Term) -> bool {
    !matches!(
        term,
        Term::None
            | Term::The
            | Term::Past
            | Term::Will
            | Term::Half
            | Term::More
            | Term::Other
            | Term::Local
            | Term::Time
            | Term::Of
            | Term::And
            | Term::To
    )
}

fn hyphen(c: &Cursor<'_>, at: usize) -> bool {
    c.is(at, super::cursor::DASH) && c.glued(at)
}

fn bound(c: &Cursor<'_>, at: usize) -> bool {
    c.term(at) == Term::Bound
}

/// Whether "last" is a verb: "will last 36 hours", "is to last a week".
fn is_verb(c: &Cursor<'_>, at: usize) -> bool {
    let next = c.term(at + 1);
    let length = counts(next) || matches!(next, Term::About | Term::Under | Term::More | Term::Up);
    c.is(at, Word::of("last")) && length && around::is(c, at.wrapping_sub(1), "auxiliary")
}
