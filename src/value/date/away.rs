//! Periods as days: seasons, quarters, the n-th week of a month, and what lies so many units away.

use super::Grain;
use super::covered::Covered;
use super::expr::Year;
use super::measure::span;
use super::nearest::{in_week, year_of};
use super::story::Story;
use super::tense::Tense;
use super::term::{Season, Unit};
use jiff::ToSpan;
use jiff::civil::Date;

/// "the first week of 2015", "the third month of 2021": weeks are those of ISO 8601, which belong to the year or
/// month that holds their Thursday.
pub(super) fn nth_of(
    nth: i8,
    unit: Unit,
    month: Option<i8>,
    year: Year,
    tense: Tense,
    story: &Story,
) -> Option<Covered> {
    let Some(year) = year_of(
        year,
        month.unwrap_or(1),
        if month.is_some() { 1 } else { 12 },
        tense,
        story,
    ) else {
        return Some(Covered::undefined(unit, 0));
    };
    let first = Date::new(year, month.unwrap_or(1), 1).ok()?;
    let last = if month.is_some() {
        first.last_of_month()
    } else {
        first.last_of_year()
    };
    match unit {
        Unit::Week => {
            let day = if nth < 0 {
                last.checked_sub(3.days()).ok()?
            } else {
                first
                    .checked_add((3 + 7 * (i32::from(nth) - 1)).days())
                    .ok()?
            };
            Covered::week(day)
        }
        Unit::Day if nth > 0 => first
            .checked_add((i32::from(nth) - 1).days())
            .ok()
            .map(Covered::day),
        Unit::Day => Some(Covered::day(last)),
        Unit::Month if month.is_none() => Covered::month(year, if nth < 0 { 12 } else { nth }),
        _ => None,
    }
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
        (Year::Unsaid, Some(anchor)) => {
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
