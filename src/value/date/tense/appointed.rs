//! Whether a time is one for which something was appointed, so that it lies ahead though what tells of it is in the past:
//! "was ordered to appear in court on Monday", "adjourned the trial to Monday".

use crate::document::Word;
use crate::value::date::word::around::{self, List};
use crate::value::date::word::cursor::Cursor;
use crate::value::date::word::term::Term;

/// How far before a time what is appointed for it stands, in tokens.
const APPEARS: usize = 9;
/// How far before "to appear" what orders it stands.
const ORDERS: usize = 3;
/// How far before "to Monday" what is put off stands.
const PUT_OFF: usize = 6;

/// The lists of which one has the word that appoints.
pub(super) const CUES: [List; 2] = [List::Orders, List::PutOff];

/// Whether the time at `start` is appointed by words from `first` on.
pub(super) fn is_appointed(c: &Cursor<'_>, first: usize, start: usize) -> bool {
    is_summons(c, first, start) || is_put_off(c, first, start)
}

/// "Was told to report to prison on Monday"; but "failed to appear on Monday".
fn is_summons(c: &Cursor<'_>, first: usize, start: usize) -> bool {
    let linked = around::is(c, start.wrapping_sub(1), List::Link);
    let end = if linked { start - 1 } else { start };
    let from = end.saturating_sub(APPEARS).max(first);
    let to = (from..end)
        .rev()
        .find(|at| c.is(*at, Word::of("to")) && around::is(c, at + 1, List::Appears));
    to.is_some_and(|to| {
        let orders = |at: usize| around::is(c, at, List::Orders);
        (to.saturating_sub(ORDERS).max(first)..to).any(orders)
            && !(to + 2..end).any(|at| around::is(c, at, List::Told))
    })
}

/// "The trial was adjourned to Monday", "the match was rescheduled for Monday".
fn is_put_off(c: &Cursor<'_>, first: usize, start: usize) -> bool {
    let from = start.saturating_sub(PUT_OFF).max(first);
    let linked = around::is(c, start.wrapping_sub(1), List::PutTo);
    let off = |at: usize| around::is(c, at, List::PutOff);
    linked && (from..start).any(off) || is_put_off_for(c, from, start)
}

/// "Adjourned for sentencing on Monday"; but "adjourned for lunch on Monday".
fn is_put_off_for(c: &Cursor<'_>, from: usize, start: usize) -> bool {
    let on = usize::from(around::is(c, start.wrapping_sub(1), List::Link));
    let Some(what) = start.checked_sub(on + 1) else {
        return false;
    };
    let named = around::is(c, what, List::PutFor);
    let off = (from..what)
        .rev()
        .find(|at| around::is(c, *at, List::PutOff));
    named && off.is_some_and(|off| (off + 1..what).any(|at| c.term(at) == Term::For))
}
