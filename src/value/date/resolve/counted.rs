//! Lengths with a point that they begin at, end with or are counted from: `in two weeks`, `two weeks starting May 20`,
//! `the year to March 2023`, `two days after March 1`.

use super::covered::Covered;
use super::measure::span;
use super::{end_text, measure, point, resolve};
use crate::value::date::expr::{Amount, Expr, Point};
use crate::value::date::story::Story;
use crate::value::date::tense::Tense;
use crate::value::date::word::term::Unit;
use crate::value::date::{Grain, Time};

/// "in two weeks": a length, and the day on which it ends; in hours or minutes the moment.
pub(super) fn ahead(amount: Amount, unit: Unit, story: &Story) -> Time {
    if let (Some(day), Some(clock)) = (story.anchor, story.clock)
        && let Unit::Second | Unit::Minute | Unit::Hour = unit
        && let Some(time) = measure::moment(amount, unit, 1, day, clock)
    {
        return time;
    }
    let mut time = measure::length(amount, unit, 1, story);
    time.from = time.to;
    time
}

/// A length from a point: "two weeks starting May 20", "from 2 p.m. for three hours".
pub(super) fn lasting(first: &Point, length: &Expr, tense: Tense, story: &Story) -> Option<Time> {
    let from = point(first, tense, story)?;
    let length = resolve(length, Tense::Unsaid, &Story::default())?;
    let (seconds, _) = length.length?;
    let start = end_text(&from, first);
    if let Some((clock, _)) = from.clock {
        let end = (f64::from(clock) + seconds / 60.0) as u16;
        let day = start.split_once('T').map_or("", |(day, _)| day);
        return Some(Time {
            timex: format!(
                "({start},{day}T{:02}:{:02}:00,{})",
                end / 60 % 24,
                end % 60,
                length.timex
            ),
            clock: Some((clock, end)),
            ..from
        });
    }
    let day = from.from?;
    let after = length.timex.parse::<jiff::Span>().ok()?;
    let after = day.checked_add(after).ok()?;
    Some(Time {
        timex: format!("({day},{after},{})", length.timex),
        from: Some(day),
        to: after.yesterday().ok(),
        readings: Vec::new(),
        ..from
    })
}

/// A length up to the end of a point: "the year to March 2023" begins in April 2022.
pub(super) fn up_to(
    amount: i32,
    unit: Unit,
    last: &Point,
    tense: Tense,
    story: &Story,
) -> Option<Time> {
    let to = point(last, tense, story)?;
    let Some(after) = to.to.and_then(|day| day.tomorrow().ok()) else {
        return Some(to);
    };
    let from = after.checked_sub(span(unit, amount)?).ok()?;
    let grain = match unit {
        Unit::Year => Grain::Year,
        _ if last.is_month() => Grain::Quarter,
        _ => to.grain,
    };
    let (prefix, letter, each) = unit.timex();
    let timex = format!("({from},{after},{prefix}{}{letter})", amount * each as i32);
    Some(Covered::stretch(timex, from, to.to?, grain).time())
}

/// So many units from a point: "two days after March 1".
pub(super) fn beyond(
    by: i32,
    unit: Unit,
    base: &Point,
    tense: Tense,
    story: &Story,
) -> Option<Time> {
    let base = point(base, tense, story)?;
    let covered = match (base.from, unit) {
        (Some(day), Unit::Day | Unit::Week | Unit::Month | Unit::Year) => {
            Covered::day(day.checked_add(span(unit, by)?).ok()?)
        }
        _ => return None,
    };
    // A month or year can only be counted from in its own kind.
    if base.grain > Grain::Day {
        return match unit {
            Unit::Month => {
                Covered::month(covered.from?.year(), covered.from?.month()).map(Covered::time)
            }
            Unit::Year => Covered::year(covered.from?.year()).map(Covered::time),
            _ => None,
        };
    }
    Some(covered.time())
}
