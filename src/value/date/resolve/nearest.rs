//! Which one is meant: the year of "March 12", the day of "Tuesday", the month of "the 18th".

use super::covered::Covered;
use crate::value::date::calendar::holiday;
use crate::value::date::expr::Year;
use crate::value::date::story::Story;
use crate::value::date::tense::Tense;
use crate::value::date::word::term::Which;
use crate::value::date::{Grain, days_between};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The year of a holiday: given, or that of the nearest one on the side that "last", "next" or the tense speak of.
pub(super) fn holiday_year(row: usize, year: Year, tense: Tense, story: &Story) -> Option<i16> {
    let anchor = match year {
        Year::Given(year) => return Some(year),
        Year::Away(by) => return Some(story.anchor?.year() + by as i16),
        _ => story.anchor?,
    };
    let years = (anchor.year() - 1)..=(anchor.year() + 1);
    let mut days = years.filter_map(|year| holiday::day(row, year));
    let found = match year {
        Year::Which(which) if which.by() < 0 => days.rev().find(|day| *day < anchor),
        Year::Which(which) if which.by() > 0 => days.find(|day| *day > anchor),
        Year::Which(_) => return Some(anchor.year()),
        Year::Further(which) => {
            let near = holiday_year(row, Year::Which(which), tense, story)?;
            return Some(near + which.by() as i16);
        }
        _ => days.min_by_key(|day| {
            let away = days_between(anchor, *day);
            let fits = match tense {
                // "Shops prepared for Easter", "a street with Christmas lights".
                Tense::Past => away <= if year == Year::Dated { 0 } else { 31 },
                Tense::Future => away >= 0,
                Tense::Nearest | Tense::Unsaid => true,
            };
            (!fits, away.abs())
        }),
    };
    found.map(Date::year)
}

/// A day so many days off is no news.
const NEAR: i32 = 100;

/// The year of a day and month given without one: the nearest, unless the tense speaks for the other side and the
/// nearest lies more than four months off.
fn nearest_year(month: i8, day: i8, tense: Tense, anchor: Date) -> Option<i16> {
    let away = |year: i16| {
        let day = Date::new(year, month, day).ok()?;
        Some((year, days_between(anchor, day)))
    };
    // So far, for the 29th of February comes every fourth year.
    let candidates = (anchor.year() - 4..=anchor.year() + 4).filter_map(away);
    let fits = |days: i32| match tense {
        // What is told without a verb has mostly been.
        Tense::Past | Tense::Nearest | Tense::Unsaid => days <= 0,
        Tense::Future => days >= 0,
    };
    candidates
        .min_by_key(|(_, days)| (!fits(*days) && days.abs() > NEAR, days.abs()))
        .map(|(year, _)| year)
}

/// The day of a month; `None` if no calendar has it ("April 31", "29 February 2023").
pub(super) fn date(
    year: Option<i16>,
    month: i8,
    day: i8,
    tense: Tense,
    story: &Story,
) -> Option<Covered> {
    const LEAP_YEAR: i16 = 2000;
    let nearest = || nearest_year(month, day, tense, story.nearby()?);
    let known = Date::new(year.or_else(nearest).unwrap_or(LEAP_YEAR), month, day).ok()?;
    match (year, story.nearby()) {
        (None, None) => {
            let timex = format!("XXXX-{month:02}-{day:02}");
            Some(Covered::unanchored(timex, Grain::Day))
        }
        (None, Some(anchor)) if tense == Tense::Unsaid => {
            let mut covered = Covered::day(known);
            covered.readings.extend(in_other_year(known, anchor));
            Some(covered)
        }
        _ => Some(Covered::day(known)),
    }
}

/// A day far from the news that no verb puts before or after it may as well be that of the next year, or of the last: "Tickets go
/// on sale on 23 September", said in May.
fn in_other_year(day: Date, anchor: Date) -> Option<(Date, Date)> {
    let away = days_between(anchor, day);
    let year = day.year() + if away < 0 { 1 } else { -1 };
    let other = Date::new(year, day.month(), day.day()).ok()?;
    (away.abs() > NEAR).then_some((other, other))
}

/// The nearest month of which `day` is the given weekday.
pub(super) fn weekday_date(weekday: i8, day: i8, tense: Tense, anchor: Date) -> Option<Covered> {
    let months = (-12..=12).filter_map(|by: i32| {
        let month = anchor.first_of_month().checked_add(by.months()).ok()?;
        let date = Date::new(month.year(), month.month(), day).ok()?;
        (date.weekday().to_monday_one_offset() == weekday).then_some(date)
    });
    nearest(months, tense, anchor).map(Covered::day)
}

/// "the 18th": of this month, or of the month before or after where the tense asks for it.
pub(super) fn day_of_month(day: i8, tense: Tense, anchor: Date) -> Option<Covered> {
    let months = (-1..=1).filter_map(|by: i32| {
        let month = anchor.first_of_month().checked_add(by.months()).ok()?;
        Date::new(month.year(), month.month(), day).ok()
    });
    nearest(months, tense, anchor).map(Covered::day)
}

/// The day nearest the anchor on the side that the tense speaks of.
fn nearest(days: impl Iterator<Item = Date>, tense: Tense, anchor: Date) -> Option<Date> {
    days.min_by_key(|day| {
        let away = days_between(anchor, *day);
        let fits = match tense {
            Tense::Past => away <= 0,
            Tense::Future => away >= 0,
            Tense::Nearest | Tense::Unsaid => true,
        };
        (!fits, away.abs())
    })
}

/// Month first or day first: the reading nearer the anchor leads, the other is kept.
pub(super) fn numeric(
    first: i8,
    second: i8,
    year: Option<i16>,
    tense: Tense,
    story: &Story,
) -> Option<Covered> {
    let american = date(year, first, second, tense, story)?;
    let european = date(year, second, first, tense, story)?;
    let far = |covered: &Covered| match (story.nearby(), covered.from) {
        (Some(anchor), Some(day)) => days_between(anchor, day).abs(),
        _ => 0,
    };
    // Month first is the commoner; day first leads where it falls on the news and month first does not.
    let (mut leading, other) = if far(&european) <= 14 && far(&american) > 60 {
        (european, american)
    } else {
        (american, european)
    };
    if let (Some(from), Some(to)) = (other.from, other.to) {
        leading.readings.push((from, to));
    }
    Some(leading)
}

/// The day of the ISO week of `date` that is weekday `day`.
pub(super) fn in_week(date: Date, day: i8) -> Option<Date> {
    let today = date.weekday().to_monday_one_offset();
    date.checked_add(i32::from(day - today).days()).ok()
}

/// The last `day` of the week on or before `date`.
fn on_or_before(date: Date, day: i8) -> Option<Date> {
    let back = (date.weekday().to_monday_one_offset() - day).rem_euclid(7);
    date.checked_sub(i32::from(back).days()).ok()
}

pub(super) fn weekday(day: i8, which: Option<Which>, tense: Tense, story: &Story) -> Covered {
    let unanchored = || Covered::unanchored(format!("XXXX-WXX-{day}"), Grain::Day);
    let base = match which {
        Some(which) if which.in_story() => story.focus_day().or(story.anchor),
        _ => story.anchor,
    };
    let Some(base) = base else {
        return unanchored();
    };
    let told = story.focus_day().is_some();
    let add = |date: Option<Date>, days: i32| date?.checked_add(days.days()).ok();
    let found = match which {
        None if tense == Tense::Future => add(on_or_before(base, day), 7).map(|next| {
            // The publication's own weekday is today in either tense.
            if days_between(base, next) == 7 {
                base
            } else {
                next
            }
        }),
        None if tense == Tense::Nearest => {
            let week = (-3..=3).filter_map(|by| add(Some(base), by));
            week.into_iter()
                .find(|date| date.weekday().to_monday_one_offset() == day)
        }
        None | Some(Which::That) => on_or_before(base, day),
        // Where nothing has been told, "the previous Friday" is that of the week before.
        Some(Which::Previous) if !told => add(in_week(base, day), -7),
        Some(Which::Following) if !told => add(in_week(base, day), 7),
        Some(Which::Last | Which::Past | Which::Latest | Which::Previous) => {
            on_or_before(base, day).and_then(|found| {
                if found == base {
                    add(Some(found), -7)
                } else {
                    Some(found)
                }
            })
        }
        Some(Which::This | Which::Current) => in_week(base, day),
        Some(Which::Next) => add(in_week(base, day), 7),
        Some(Which::Coming | Which::Following) => add(on_or_before(base, day), 7),
    };
    found.map_or_else(unanchored, Covered::day)
}

/// The year of a month, season or half: `month` is its first month, `length` its months.
pub(super) fn year_of(
    year: Year,
    month: i8,
    length: i8,
    tense: Tense,
    story: &Story,
) -> Option<i16> {
    let anchor = match year {
        Year::Given(year) => return Some(year),
        Year::Which(which) if which.in_story() => story.focus_day().or(story.anchor)?,
        _ => story.anchor?,
    };
    let (now, last) = (anchor.month(), month + length - 1);
    Some(match year {
        Year::Given(year) => year,
        Year::Away(by) => anchor.year() + by as i16,
        Year::Which(which) => match which.by() {
            // "last December" in January is eleven months nearer than the one before it.
            -1 if last + 1 < now || last < now && length > 1 => anchor.year(),
            -1 => anchor.year() - 1,
            1 if month > now => anchor.year(),
            1 => anchor.year() + 1,
            _ => anchor.year(),
        },
        Year::Further(which) => {
            let near = year_of(Year::Which(which), month, length, tense, story)?;
            near + which.by() as i16
        }
        Year::Unsaid | Year::Dated => {
            let middle = (month + length / 2).min(12);
            let away = i32::from(middle) - i32::from(now);
            match tense {
                Tense::Past if away > 2 && month > now => anchor.year() - 1,
                Tense::Future if last < now => anchor.year() + 1,
                Tense::Unsaid if away > 6 => anchor.year() - 1,
                Tense::Unsaid if away < -8 => anchor.year() + 1,
                _ => anchor.year(),
            }
        }
    })
}

/// The `nth` of a weekday in a month; -1 is the last.
pub(super) fn nth_weekday(nth: i8, weekday: i8, month: i8, year: i16) -> Option<Covered> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let first = Date::new(year, month, 1).ok()?;
    first
        .nth_weekday_of_month(nth, weekday)
        .ok()
        .map(Covered::day)
}
