//! Periods as days: seasons, quarters, the n-th week of a month, and what lies so many units away.

use super::covered::Covered;
use super::measure::{self, span};
use super::nearest::{in_week, year_of};
use crate::value::date::Grain;
use crate::value::date::expr::{Whole, Year};
use crate::value::date::story::Story;
use crate::value::date::tense::Tense;
use crate::value::date::word::term::{Season, Unit};
use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// "the first week of 2015", "the last two days of May", "the third month of 2021": weeks are those of ISO 8601, which
/// belong to the year or month that holds their Thursday.
pub(super) fn nth_of(
    nth: i8,
    count: i8,
    unit: Unit,
    of: Whole,
    tense: Tense,
    story: &Story,
) -> Option<Covered> {
    let Some((first, last)) = whole(of, tense, story) else {
        return Some(
            day_of_unknown_year(nth, count, unit, of)
                .unwrap_or_else(|| Covered::undefined(unit, 0)),
        );
    };
    // The first day of the first or the last unit, and how many units from there the stretch begins.
    let (base, step) = match (unit, nth > 0) {
        (Unit::Week, true) => (in_week(first.checked_add(3.days()).ok()?, 1)?, nth - 1),
        (Unit::Week, false) => (in_week(last.checked_sub(3.days()).ok()?, 1)?, 1 - count),
        (Unit::Day | Unit::Month, true) => (first, nth - 1),
        (Unit::Day, false) => (last, 1 - count),
        (Unit::Month, false) => (last.first_of_month(), 1 - count),
        _ => return None,
    };
    let from = base.checked_add(span(unit, i32::from(step))?).ok()?;
    match unit {
        _ if count > 1 => {
            let after = from.checked_add(span(unit, i32::from(count))?).ok()?;
            let (prefix, letter, _) = unit.timex();
            let timex = format!("({from},{after},{prefix}{count}{letter})");
            Some(Covered::stretch(
                timex,
                from,
                after.yesterday().ok()?,
                measure::grain(unit),
            ))
        }
        Unit::Week => Covered::week(from),
        Unit::Month => Covered::month(from.year(), from.month()),
        _ => Some(Covered::day(from)),
    }
}

/// "the last day of September" where nothing tells the year; of February none is last in every year.
fn day_of_unknown_year(nth: i8, count: i8, unit: Unit, of: Whole) -> Option<Covered> {
    let Whole::Month(month, Year::Unsaid) = of else {
        return None;
    };
    let known = unit == Unit::Day && count == 1 && (nth > 0 || month != 2);
    let last = Date::new(2001, month, 1).ok()?.days_in_month();
    let day = if nth > 0 { nth } else { last };
    (known && day <= last)
        .then(|| Covered::unanchored(format!("XXXX-{month:02}-{day:02}"), Grain::Day))
}

/// Where a range begins or ends that runs "from the middle of March" or "to the end of 2008": of an end the first day is
/// the one after it, the last its last.
pub(super) fn edge(place: u8, of: Whole, tense: Tense, story: &Story) -> Option<Covered> {
    let (first, last) = whole(of, tense, story)?;
    let (from, to) = match (place, of) {
        (0, _) => (first, first),
        (1, Whole::Year(_)) => {
            let middle = Date::new(first.year(), 7, 2).ok()?;
            (middle, middle)
        }
        (1, _) => {
            let middle = first.checked_add(15.days()).ok()?;
            (middle, middle)
        }
        _ => (last.tomorrow().ok()?, last),
    };
    Some(Covered::stretch(from.to_string(), from, to, Grain::Month))
}

/// First and last day of the month or year that something is a part of.
fn whole(of: Whole, tense: Tense, story: &Story) -> Option<(Date, Date)> {
    let month = |first: Date| Some((first, first.last_of_month()));
    match of {
        Whole::Month(number, year) => {
            month(Date::new(year_of(year, number, 1, tense, story)?, number, 1).ok()?)
        }
        Whole::MonthAway(by) => {
            let day = story.anchor?.checked_add(span(Unit::Month, by)?).ok()?;
            month(day.first_of_month())
        }
        Whole::Year(year) => {
            let first = Date::new(year_of(year, 1, 12, tense, story)?, 1, 1).ok()?;
            Some((first, first.last_of_year()))
        }
    }
}

/// "week 31": a week of ISO 8601.
pub(super) fn week_number(week: i8, year: Year, tense: Tense, story: &Story) -> Option<Covered> {
    match year_of(year, 1, 12, tense, story) {
        Some(year) => Covered::week(ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date()),
        None => Some(Covered::unanchored(format!("XXXX-W{week:02}"), Grain::Week)),
    }
}

/// "Labor Day weekend": the weekend next to a holiday, with the days that join them.
pub(super) fn holiday_weekend(day: Date) -> Option<Covered> {
    let weekday = day.weekday().to_monday_one_offset();
    let saturday = if weekday <= 3 {
        in_week(day.checked_sub(7.days()).ok()?, 6)?
    } else {
        in_week(day, 6)?
    };
    let mut covered = Covered::weekend(saturday)?;
    covered.from = covered.from.map(|from| from.min(day));
    covered.to = covered.to.map(|to| to.max(day));
    Some(covered)
}

/// "the week beginning March 7".
pub(super) fn week_from(day: Date) -> Option<Covered> {
    let to = day.checked_add(6.days()).ok()?;
    Some(Covered::stretch(day.to_string(), day, to, Grain::Week))
}

/// A winter is named by either of its years: both are kept.
pub(super) fn season(season: Season, year: i16) -> Option<Covered> {
    let timex = format!("{year:04}-{}", season.code());
    let mut covered = Covered::months(timex.clone(), year, season.month(), 3, Grain::Quarter)?;
    if season == Season::Winter {
        let before = Covered::months(timex, year - 1, season.month(), 3, Grain::Quarter)?;
        if let (Some(from), Some(to)) = (before.from, before.to) {
            covered.readings.push((from, to));
        }
    }
    Some(covered)
}

pub(super) fn quarter(quarter: i8, year: Year, tense: Tense, story: &Story) -> Option<Covered> {
    if quarter == 0 {
        // "the 1988 period": the quarter the story speaks of, in that year.
        let Year::Given(year) = year else { return None };
        return match story.quarter {
            Some((_, quarter)) => Covered::quarter(year, quarter),
            None => Covered::year(year),
        };
    }
    let anchored = match (year, story.anchor) {
        (Year::Given(year), _) => Some(year),
        (Year::Away(by), Some(anchor)) => Some(anchor.year() + by as i16),
        (Year::Which(which), Some(anchor)) => Some(anchor.year() + which.by() as i16),
        (Year::Further(which), Some(anchor)) => Some(anchor.year() + 2 * which.by() as i16),
        (Year::Unsaid | Year::Dated, Some(anchor)) => {
            // The quarter that began last, or under "will" the one that ends next.
            let started = quarter * 3 - 2 <= anchor.month();
            let over = quarter * 3 < anchor.month();
            Some(match tense {
                // "will report third-quarter profit" in November: the quarter just over.
                Tense::Future if over && anchor.month() > quarter * 3 + 4 => anchor.year() + 1,
                Tense::Future => anchor.year(),
                _ if started => anchor.year(),
                _ => anchor.year() - 1,
            })
        }
        _ => None,
    };
    match anchored {
        Some(year) => Covered::quarter(year, quarter),
        None => Some(Covered::unanchored(
            format!("XXXX-Q{quarter}"),
            Grain::Quarter,
        )),
    }
}

/// "a year ago", "a year earlier": in a report on a quarter the same quarter of the year before.
pub(super) fn year_before(in_story: bool, tense: Tense, story: &Story) -> Option<Covered> {
    if let Some((year, quarter)) = story.quarter {
        return Covered::quarter(year - 1, quarter);
    }
    shift(Unit::Year, -1, in_story, tense, story)
}

/// So many units from the anchor or from the day the story has reached.
pub(super) fn shift(
    unit: Unit,
    by: i32,
    in_story: bool,
    tense: Tense,
    story: &Story,
) -> Option<Covered> {
    let base = if in_story {
        story.focus_for(unit).or(story.anchor)
    } else {
        story.anchor
    };
    let Some(base) = base else {
        return Some(Covered::undefined(unit, by));
    };
    let day = |by: i32| base.checked_add(span(unit, by)?).ok();
    Some(match unit {
        Unit::Day => Covered::day(day(by)?),
        Unit::Week | Unit::Fortnight => Covered::week(day(by)?)?,
        Unit::Weekend => {
            let late = base.weekday().to_monday_one_offset() >= 5;
            let back = by == 0 && !late && tense != Tense::Future;
            Covered::weekend(in_week(day(if back { -1 } else { by })?, 6)?)?
        }
        Unit::Month => {
            let month = day(by)?;
            Covered::month(month.year(), month.month())?
        }
        Unit::Quarter => {
            let month = day(by)?;
            Covered::quarter(month.year(), (month.month() + 2) / 3)?
        }
        Unit::Year => Covered::year(day(by)?.year())?,
        Unit::Decade => {
            let decade = day(by)?.year() / 10;
            Covered::years(decade.to_string(), decade * 10, 10, Grain::Decade)?
        }
        Unit::Century => {
            let century = day(by)?.year() / 100;
            Covered::years(century.to_string(), century * 100, 100, Grain::Century)?
        }
        Unit::Second | Unit::Minute | Unit::Hour => return None,
    })
}
