//! Days of an event that are told by how far they lie from another: "a curfew was imposed on Monday, a day after two people were shot"
//! tells of Sunday.
//!
//! The day beside the length is that of what stands before it. Whole days are counted off; after "hours after", "a week after" the day
//! of the event is not known so well, and the day told is left as a doubtful one.

use crate::claim::draft::{Draft, Told};
use crate::claim::event::Event;
use crate::claim::words::List;
use crate::document::Document;
use crate::mention::Mention;
use crate::rule::RuleSet;
use crate::value::{Time, Value};
use jiff::ToSpan;
use jiff::civil::Date;
use std::ops::Range;

const DAY: f64 = 86_400.0;
/// Longer lengths are told in round numbers, in days.
const LONGEST: f64 = 6.0;

/// Gives days from which the event's is counted the event's own.
pub(super) fn count_off(
    document: &Document<'_>,
    rules: &RuleSet,
    mentions: &[Mention],
    events: &[Event],
    drafts: &mut [Draft],
) {
    let asked = |d: &Draft| rules.claims.get(d.rule).is_some_and(|r| r.may_be_today);
    for draft in drafts.iter_mut().filter(|d| asked(d)) {
        let Some((length, link)) = length_behind(document, mentions, draft.tokens.end) else {
            continue;
        };
        if !is_told_behind(document, events, draft, link) {
            continue;
        }
        let after = List::After.has(document.word(link));
        match own_day(&draft.value, length, after) {
            Some(day) => {
                draft.value = Value::Time(Time::of_day(day));
                draft.tokens.end = link + 1;
                draft.matched.end = draft.matched.end.max(link + 1);
            }
            None => draft.told = Told::Doubtfully,
        }
    }
}

/// The length of time told right behind a day, in seconds from the least to the most, and the "after" or "before" behind it.
fn length_behind(
    document: &Document<'_>,
    mentions: &[Mention],
    end: usize,
) -> Option<((f64, f64), usize)> {
    let start = end + usize::from(List::Apart.has(document.word(end)));
    let first = mentions.partition_point(|m| m.tokens.start < start);
    let length = mentions.get(first).filter(|m| m.tokens.start == start)?;
    let Range { end: link, .. } = length.tokens;
    let linked = List::After.has(document.word(link)) || List::Before.has(document.word(link));
    match &length.value {
        Value::Time(time) if linked => Some((time.length?, link)),
        _ => None,
    }
}

/// Whether its sentence tells of the event of a day behind `link` alone.
fn is_told_behind(document: &Document<'_>, events: &[Event], draft: &Draft, link: usize) -> bool {
    let sentence = document.sentence_at(draft.tokens.start);
    let event = draft.event.and_then(|at| events.get(at));
    let triggers = event.into_iter().flat_map(|e| &e.triggers);
    let mut here = triggers.filter(|t| Some(t.sentence) == sentence).peekable();
    here.peek().is_some() && here.all(|t| t.tokens.start > link)
}

/// The day so many whole days before (or after) one.
fn own_day(value: &Value, length: (f64, f64), after: bool) -> Option<Date> {
    let Value::Time(time) = value else {
        return None;
    };
    let day = time.from.filter(|day| time.to == Some(*day))?;
    let is_exact = length.0.total_cmp(&length.1).is_eq();
    let days = is_exact.then_some(length.0 / DAY)?;
    let whole = days.fract() == 0.0 && (1.0..=LONGEST).contains(&days);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a whole number from 1 to 6"
    )]
    let days = whole.then_some(days as i64)?;
    let away = if after { -days } else { days };
    day.checked_add(away.days()).ok()
}
