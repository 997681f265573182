//! Times that a stopwatch takes, which are lengths: `won in 2:04:36`, `clocked 27:12`, `a record of 1:40.91`.

use crate::document::Shape;
use crate::value::date::expr::Expr;
use crate::value::date::word::around::{self, List};
use crate::value::date::word::cursor::{COLON, Cursor};
use crate::value::date::word::term::Term;

/// Hours of a clock: a first number above them counts minutes.
const DAY: u32 = 24;

/// A length in hours, minutes and seconds at `at` that words of a race stand before, and the position past it.
pub(in crate::value::date) fn read(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Term::Digits {
        value: first,
        len: 1 | 2,
    } = c.term(at)
    else {
        return None;
    };
    let (second, end) = sixtieth(c, at + 1)?;
    if !is_timed(c, at) {
        return None;
    }
    let taken = |hours: u32, minutes: u32, seconds: f64| Expr::Taken {
        hours,
        minutes,
        seconds,
    };
    if second.fract() == 0.0
        && let Some((third, past)) = sixtieth(c, end)
    {
        return Some((taken(first, second as u32, third), past));
    }
    let minutes = first > DAY || c.term(end - 1) == Term::Decimal;
    if minutes {
        return Some((taken(0, first, second), end));
    }
    // "Won in 2:04" may be hours or minutes, and is no time of day.
    let either = is_won(c, at) && second.fract() == 0.0;
    either.then_some((Expr::TakenEither(first, second as u32), end))
}

/// `:36`, `:40.91`.
fn sixtieth(c: &Cursor<'_>, at: usize) -> Option<(f64, usize)> {
    let glued = c.is(at, COLON) && c.glued(at) && c.glued(at + 1);
    let text = c.text(at + 1);
    let (whole, _) = text.split_once('.').unwrap_or((text, ""));
    let value: f64 = text.parse().ok().filter(|value| *value < 60.0)?;
    (glued && whole.len() == 2).then_some((value, at + 2))
}

/// Whether a race is won, run or lost before "in" or "a time of" at `at`, with nothing between but who and what.
fn is_won(c: &Cursor<'_>, at: usize) -> bool {
    /// "won the women's race over the hills in 2:12".
    const REACH: usize = 10;
    let meridiem = matches!(c.term(at + 3), Term::Meridiem(_));
    let before = (at.saturating_sub(REACH).max(c.start)..at).rev();
    let mut before = before.take_while(|at| !c.shaped(*at, Shape::PUNCTUATION));
    let told = before.any(|at| {
        [List::Won, List::Timed, List::Timing]
            .into_iter()
            .any(|list| around::is(c, at, list))
    });
    told && !meridiem
}

/// Whether what stands before `at` tells how long a race took: "in", "clocked", "a time of".
fn is_timed(c: &Cursor<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let linked =
        matches!(c.term(before), Term::Of | Term::At) || around::is(c, before, List::Amounts);
    let told = |at: usize| around::is(c, at, List::Timed) || around::is(c, at, List::Timing);
    c.term(before) == Term::In
        || around::is(c, before, List::Timed)
        || linked && told(before.wrapping_sub(1))
}
