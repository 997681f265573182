//! Where a time expression can start: a look at one or two terms that spares most words of a text the grammar.

use super::further;
use crate::document::{Shape, Word};
use crate::value::date::calendar::{holiday, period};
use crate::value::date::clock::hour;
use crate::value::date::expr::Year;
use crate::value::date::word::around;
use crate::value::date::word::cursor::{COLON, Cursor, DASH, SLASH, STOP};
use crate::value::date::word::term::{Term, Unit, Which};

/// Whether a time expression can start at `at`.
pub(in crate::value::date) fn opens(c: &Cursor<'_>, at: usize) -> bool {
    let next = c.term(at + 1);
    match c.term(at) {
        // "15 people" is no time; most numbers of a text go this way.
        Term::Digits { len: 1..=3, .. } if next == Term::None => {
            !counts_plainly(c, at + 1) && goes_on(c, at)
        }
        Term::Era(_) => matches!(next, Term::Digits { .. }),
        term if opens_alone(term) => true,
        Term::From | Term::Between => next != Term::None || c.is(at + 1, DASH),
        // "earlier this month", but not "before" and "after".
        Term::Earlier => c.is(at, Word::of("earlier")),
        Term::Later => c.is(at, Word::of("later")),
        Term::Apostrophe => c.digits(at + 1, 2).is_some(),
        Term::Every => next != Term::None,
        Term::Holiday => holiday::read(c, at, Year::Unsaid).is_some(),
        Term::Number(_) | Term::Scale(_) | Term::Couple | Term::Half => number_opens(c, at),
        Term::Some => counted(next) || matches!(next, Term::Seasons(_)),
        Term::Once(_) => matches!(next, Term::Article | Term::Every),
        Term::Ordinal(_) | Term::Second => next != Term::None || hyphen(c, at + 1),
        Term::Article => {
            counted(next)
                || matches!(
                    next,
                    Term::Couple | Term::Some | Term::Scale(_) | Term::Half | Term::Whole
                )
        }
        Term::The => {
            in_the(next) || further::opens(c, at + 1) || period::named_half(c, at + 1).is_some()
        }
        Term::These => next == Term::Units(Unit::Day),
        Term::Which(_) => {
            !is_verb(c, at)
                && !matches!(
                    next,
                    Term::None | Term::The | Term::Past | Term::Will | Term::Article
                )
                || around::is(c, at + 1, around::List::Period)
        }
        Term::Unit(Unit::Week | Unit::Quarter | Unit::Year) => {
            matches!(next, Term::Earlier | Term::Later)
                || c.possessive(at + 1)
                || hyphen(c, at + 1)
                || bound(c, at + 1)
                || c.is(at + 1, Word::of("past"))
                || matches!(next, Term::Digits { .. })
        }
        Term::Part(_) => next == Term::Of || hour::is_light(c, at),
        Term::To => c.is(at + 1, Word::of("date")),
        Term::All => matches!(next, Term::Unit(_) | Term::Units(Unit::Weekend)),
        _ => bound_opens(c, at),
    }
}

/// Whether a number in words at `at` opens a time: only with the calendar's words, not as in "one man", "several people",
/// "second", "a quarter of the town".
fn number_opens(c: &Cursor<'_>, at: usize) -> bool {
    let plain = matches!(c.term(at), Term::Number(_));
    match c.term(at + 1) {
        Term::Past | Term::Will | Term::Other if plain => false,
        // "one of May", but not "one of them".
        Term::Of if plain => {
            matches!(c.term(at + 2), Term::Month(..)) || !c.shaped(at + 2, Shape::WORD)
        }
        Term::None => {
            hyphen(c, at + 1)
                || c.is(at + 1, Word::of("or"))
                || is_oclock(c, at + 1)
                || hour::is_near(c, at)
        }
        _ => true,
    }
}

/// Whether a word that bounds an amount opens a time at `at`: "about", "more than", "up to", "at most".
fn bound_opens(c: &Cursor<'_>, at: usize) -> bool {
    let next = c.term(at + 1);
    let further = || c.term(at + 2);
    match c.term(at) {
        Term::About => {
            counts(next)
                || c.is(at, Word::of("around"))
                    && matches!(
                        next,
                        Term::Month(..) | Term::Weekday(..) | Term::Hour(_) | Term::The
                    )
        }
        Term::More => next == Term::Than && counts(further()),
        Term::Under => counts(next),
        Term::No => next == Term::More,
        Term::Up => next == Term::To && counts(further()),
        Term::At => match next {
            Term::Most => counts(further()),
            Term::The => further() == Term::Present,
            Term::Which(Which::This) => further() == Term::Time,
            other => other == Term::Present,
        },
        _ => false,
    }
}

/// Whether the word at `at`, which no time expression knows, is what the number before it counts: "o'clock" apart.
fn counts_plainly(c: &Cursor<'_>, at: usize) -> bool {
    c.shaped(at, Shape::WORD) && !c.glued(at) && !is_oclock(c, at)
}

/// Whether "o'clock" begins at `at`, however it is split.
fn is_oclock(c: &Cursor<'_>, at: usize) -> bool {
    const WAYS: [Word; 3] = [Word::of("o"), Word::of("oclock"), Word::of("o'clock")];
    c.token(at).is_some_and(|token| WAYS.contains(&token.word))
}

/// Whether a short number at `at` can be of a time though no word of times follows: "7:30", "10-day", "5 or 6 days",
/// "March 1 and 2", "just after 8".
fn goes_on(c: &Cursor<'_>, at: usize) -> bool {
    const SIGNS: [Word; 8] = [
        COLON,
        SLASH,
        Word::of("~"),
        Word::of("ish"),
        Word::of("p"),
        Word::of("o"),
        Word::of("oclock"),
        Word::of("or"),
    ];
    let Some(next) = c.token(at + 1) else {
        return c.before(at) == Term::And || hour::is_near(c, at);
    };
    match next.word {
        DASH => c.term(at + 2) != Term::None,
        STOP if matches!(c.term(at + 2), Term::Meridiem(_)) => true,
        word => SIGNS.contains(&word) || c.before(at) == Term::And || hour::is_near(c, at),
    }
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
            | Term::Fiscal
            | Term::Calendar
            | Term::Set(_)
            | Term::Vague(_)
            | Term::Tens(_)
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
            | Term::Holiday
    )
}

fn hyphen(c: &Cursor<'_>, at: usize) -> bool {
    c.is(at, DASH) && c.glued(at)
}

fn bound(c: &Cursor<'_>, at: usize) -> bool {
    c.term(at) == Term::Bound
}

/// Whether "last" is a verb: "will last 36 hours", "is to last a week".
fn is_verb(c: &Cursor<'_>, at: usize) -> bool {
    let next = c.term(at + 1);
    let length = counts(next) || matches!(next, Term::About | Term::Under | Term::More | Term::Up);
    c.is(at, Word::of("last"))
        && length
        && around::is(c, at.wrapping_sub(1), around::List::Auxiliary)
}
