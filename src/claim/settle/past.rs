//! Which year a day without one is of, where a claim asks for what has been: "shot dead on August 8", told in May, was in the
//! year before.
//!
//! A day is read as the nearest of its name, and that may lie ahead. A claim that an article may answer with its own day asks for
//! the past. Only days that words tie to what happened: others may be those of an election to come. A day within a month
//! may be planned in words that nobody knows, and one with a weekday is that of the year in which they meet.

use crate::claim::draft::{Draft, Told};
use crate::claim::words::List;
use crate::document::{Document, Shape, Token};
use crate::rule::RuleSet;
use crate::value::{Grain, Time, Value};
use jiff::ToSpan;
use jiff::civil::Date;

/// How far ahead, in days, nothing is read that has not been.
const NEAR: i32 = 31;

/// Sets the days that lie further ahead than an article can tell of back by a year.
pub(super) fn set_back(
    document: &Document<'_>,
    rules: &RuleSet,
    published: Option<Date>,
    drafts: &mut [Draft],
) {
    let Some(limit) = published.and_then(|day| day.checked_add(NEAR.days()).ok()) else {
        return;
    };
    let of_past = |draft: &Draft| {
        let rule = rules.claims.get(draft.rule);
        let tied = draft.stated && draft.told == Told::InWords;
        tied && rule.is_some_and(|rule| rule.may_be_today)
    };
    for draft in drafts.iter_mut().filter(|draft| of_past(draft)) {
        let tokens = document.tokens.get(draft.tokens.clone()).unwrap_or(&[]);
        let tells_year = |token: &Token| {
            let is_year = token.is(Shape::NUMBER) && token.end - token.start >= 4;
            is_year || List::Weekday.has(token.word)
        };
        if let Value::Time(time) = &mut draft.value
            && !tokens.iter().any(tells_year)
            && let Some(back) = a_year_before(time, limit)
        {
            *time = back;
        }
    }
}

/// The same day a year before, for a day after `limit`.
fn a_year_before(time: &Time, limit: Date) -> Option<Time> {
    let day = time.from.filter(|from| time.to == Some(*from))?;
    let is_day = matches!(time.grain, Grain::Minute | Grain::Hour | Grain::Day);
    if day <= limit || !is_day {
        return None;
    }
    let before = day.checked_sub(1.year()).ok()?;
    let rest = time.timex.strip_prefix(&day.to_string())?;
    Some(Time {
        timex: format!("{before}{rest}"),
        from: Some(before),
        to: Some(before),
        readings: Vec::new(),
        ..time.clone()
    })
}
