//! From what is written to the days it covers: the arithmetic of the calendar, against the day of publication or the
//! day the story has reached.

use super::expr::{Amount, Bound, Clock, Day, Expr, Point, Within, Year};
use super::story::{Covered, Story};
use super::tense::Tense;
use super::term::{Season, Unit, Which};
use super::{Grain, Time, holiday};
use crate::value::Kind;
use jiff::ToSpan;
use jiff::civil::Date;

/// The value of an expression; `None` if it stands for no possible time.
pub(super) fn resolve(expr: &Expr, tense: Tense, story: &Story) -> Option<Time> {
    match expr {
        Expr::Point(point) => self::point(point, tense, story),
        Expr::Range(first, second) => range(first, second, tense, story),
        Expr::Length {
            amount,
            unit,
            toward,
            extra,
        } => Some(match extra {
            Some(extra) => super::measure::compound(*amount, *unit, *extra, story),
            None => super::measure::length(*amount, *unit, *toward, story),
        }),
        Expr::Ahead { amount, unit } => Some(ahead(*amount, *unit, story)),
        Expr::Beyond { by, unit, base } => beyond(*by, *unit, base, tense, story),
        Expr::Away {
            amount,
            unit,
            sign,
            in_story,
        } => {
            let clock = story.clock.filter(|_| !in_story);
            let moment = clock.and_then(|clock| {
                super::measure::moment(*amount, *unit, *sign, story.anchor?, clock)
            });
            Some(moment.unwrap_or_else(|| super::measure::length(*amount, *unit, 0, story)))
        }
        Expr::Set(timex) => Some(Time::bare(Kind::Set, timex.clone(), Grain::Vague)),
        Expr::Vague(timex) => Some(Time::bare(Kind::Date, (*timex).to_owned(), Grain::Vague)),
    }
}

fn point(point: &Point, tense: Tense, story: &Story) -> Option<Time> {
    let covered = match point.day {
        Some(day) => Some(self::day(day, tense, story)?),
        None => story.event_day().map(Covered::day),
    };
    Some(match point.within {
        None => covered?.time(),
        Some(within) => within_day(covered, within),
    })
}

/// "in two weeks": a length, and the day on which it ends; in hours or minutes the moment.
fn ahead(amount: Amount, unit: Unit, story: &Story) -> Time {
    if let (Some(day), Some(clock)) = (story.anchor, story.clock)
        && let Unit::Second | Unit::Minute | Unit::Hour = unit
        && let Some(time) = super::measure::moment(amount, unit, 1, day, clock)
    {
        return time;
    }
    let mut time = super::measure::length(amount, unit, 1, story);
    time.from = time.to;
    time
}

/// So many units from a point: "two days after March 1".
fn beyond(by: i32, unit: Unit, base: &Point, tense: Tense, story: &Story) -> Option<Time> {
    let base = point(base, tense, story)?;
    let covered = match (base.from, unit) {
        (Some(day), Unit::Day) => Covered::day(day.checked_add(by.days()).ok()?),
        (Some(day), Unit::Week) => Covered::day(day.checked_add((7 * by).days()).ok()?),
        (Some(day), Unit::Month) => Covered::day(day.checked_add(by.months()).ok()?),
        (Some(day), Unit::Year) => Covered::day(day.checked_add(by.years()).ok()?),
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

/// A part of a day or a clock time on a day, or on a day nobody says.
fn within_day(covered: Option<Covered>, within: Within) -> Time {
    let covered = covered.unwrap_or_default();
    let (suffix, grain, clock, zone) = match within {
        Within::Part(part) => (
            format!("T{}", part.code()),
            Grain::Hour,
            part.minutes(),
            None,
        ),
        Within::Clock(clock) => {
            let minute = clock.hour as u16 * 60 + clock.minute.unwrap_or(0) as u16;
            let grain = if clock.minute.is_some() {
                Grain::Minute
            } else {
                Grain::Hour
            };
            (clock_text(clock), grain, (minute, minute), clock.zone)
        }
    };
    let mut time = covered.time();
    time.kind = Kind::Time;
    time.timex.push_str(&suffix);
    time.grain = grain;
    time.clock = Some(clock);
    time.zone = zone;
    time
}

fn clock_text(clock: Clock) -> String {
    let minute = clock.minute.unwrap_or(0);
    match clock.second {
        Some(second) => format!("T{:02}:{minute:02}:{second:02}", clock.hour),
        None => format!("T{:02}:{minute:02}", clock.hour),
    }
}

/// From the first day of one to the last day of the other. TIMEX3 has no such value; the triple of start, end and
/// length is the one of Recognizers-Text.
fn range(first: &Point, second: &Point, tense: Tense, story: &Story) -> Option<Time> {
    let from = point(first, tense, story)?;
    let mut to = point(second, tense, story)?;
    if let (Some(start), Some(end)) = (from.from, to.to)
        && end < start
    {
        // "from Friday to Monday": the second is sought from the first.
        let later = Story::at(start);
        to = point(second, Tense::Future, &later)?;
    }
    if let (Some(start), Some(end)) = (from.from, to.to)
        && end < start
    {
        return None;
    }
    let length = super::measure::between(&from, &to);
    let clock = match (from.clock, to.clock) {
        (Some((start, _)), Some((_, end))) => Some((start, end)),
        _ => None,
    };
    Some(Time {
        timex: format!(
            "({},{},{length})",
            start_text(&from, first),
            start_text(&to, second)
        ),
        to: to.to,
        clock,
        readings: Vec::new(),
        ..from
    })
}

/// The year of a holiday: given, or that of the nearest one on the side that "last", "next" or the tense speak of.
fn holiday_year(row: usize, year: Year, tense: Tense, story: &Story) -> Option<i16> {
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
        _ => days.min_by_key(|day| {
            let away = days_between(anchor, *day);
            let fits = match tense {
                Tense::Past => away <= 31,
                Tense::Future => away >= 0,
                Tense::Unsaid => true,
            };
            (!fits, away.abs())
        }),
    };
    found.map(Date::year)
}

/// The start of a time as a range's TIMEX3 triple gives it: an hour without minutes stays an hour.
fn start_text(time: &Time, point: &Point) -> String {
    match (point.within, time.from) {
        (Some(Within::Clock(Clock { minute: None, .. })), _) => {
            time.timex.trim_end_matches(":00").to_owned()
        }
        (None, Some(day)) => day.to_string(),
        _ => time.timex.clone(),
    }
}

/// The days a day or period covers.
fn day(day: Day, tense: Tense, story: &Story) -> Option<Covered> {
    Some(match day {
        Day::Date { year, month, day } => date(year, month, day, tense, story)?,
        Day::Numeric {
            first,
            second,
            year,
        } => numeric(first, second, year, tense, story)?,
        Day::Weekday { day, which } => weekday(day, which, tense, story),
        Day::WeekdayOfWeek { day, by } => match story.anchor {
            Some(anchor) => {
                let week = anchor.checked_add((7 * by).days()).ok()?;
                Covered::day(in_week(week, day)?)
            }
            None => Covered::unanchored(format!("XXXX-WXX-{day}"), Grain::Day),
        },
        Day::Month { month, year } => match year_of(year, month, 1, tense, story) {
            Some(year) => Covered::month(year, month)?,
            None => Covered::unanchored(format!("XXXX-{month:02}"), Grain::Month),
        },
        Day::Season { season, year } => match year_of(year, season.month(), 3, tense, story) {
            Some(year) => self::season(season, year)?,
            None => Covered::unanchored(format!("XXXX-{}", season.code()), Grain::Quarter),
        },
        Day::Quarter { quarter, year } => self::quarter(quarter, year, tense, story)?,
        Day::Half { half, year } => match year_of(year, half * 6 - 5, 6, tense, story) {
            Some(year) => Covered::months(
                format!("{year:04}-H{half}"),
                year,
                half * 6 - 5,
                6,
                Grain::Quarter,
            )?,
            None => Covered::unanchored(format!("XXXX-H{half}"), Grain::Quarter),
        },
        Day::Year(year) => Covered::year(year)?,
        Day::Decade(decade) => Covered::years(decade.to_string(), decade * 10, 10, Grain::Decade)?,
        Day::Century(century) => {
            Covered::years(century.to_string(), century * 100, 100, Grain::Century)?
        }
        Day::Shift { unit, by, in_story } => shift(unit, by, in_story, tense, story)?,
        Day::SameQuarter { years } => match story.quarter_spoken_of() {
            Some((year, quarter)) => Covered::quarter(year + years as i16, quarter)?,
            None => Covered::unanchored("XXXX-QX".to_owned(), Grain::Quarter),
        },
        Day::YearBefore { in_story } => year_before(in_story, tense, story)?,
        Day::Holiday { row, year } => {
            if let Some(year) = holiday_year(row, year, tense, story) {
                Covered::day(holiday::day(row, year)?)
            } else {
                let day = holiday::day(row, 2000)?;
                Covered::unanchored(
                    format!("XXXX-{:02}-{:02}", day.month(), day.day()),
                    Grain::Day,
                )
            }
        }
        Day::WeekOf { month, day, year } => {
            let start = date(year, month, day, tense, story)?;
            match start.from {
                Some(start) => Covered::week(start)?,
                None => Covered::unanchored("XXXX-WXX".to_owned(), Grain::Week),
            }
        }
        Day::WeekdayDate { weekday, day } => match story.anchor {
            Some(anchor) => weekday_date(weekday, day, tense, anchor)?,
            None => Covered::unanchored(format!("XXXX-WXX-{weekday}"), Grain::Day),
        },
        Day::OfMonth(day) => match story.anchor {
            Some(anchor) => day_of_month(day, tense, anchor)?,
            None => Covered::unanchored(format!("XXXX-XX-{day:02}"), Grain::Day),
        },
        Day::Nth {
            nth,
            unit,
            month,
            year,
        } => nth_of(nth, unit, month, year, tense, story)?,
        Day::Somewhen { by } => {
            let timex = if by < 0 { "PAST_REF" } else { "FUTURE_REF" };
            Covered::unanchored(timex.to_owned(), Grain::Vague)
        }
    })
}

/// The year of a day and month given without one: the nearest, unless the tense speaks for the other side and the
/// nearest lies more than four months off.
fn nearest_year(month: i8, day: i8, tense: Tense, anchor: Date) -> Option<i16> {
    const NEAR: i32 = 100;
    let away = |year: i16| {
        let day = Date::new(year, month, day).ok()?;
        Some((year, days_between(anchor, day)))
    };
    let around = [anchor.year() - 1, anchor.year(), anchor.year() + 1];
    let candidates = around.into_iter().filter_map(away);
    let fits = |days: i32| match tense {
        Tense::Past => days <= 0,
        Tense::Future => days >= 0,
        Tense::Unsaid => true,
    };
    candidates
        .min_by_key(|(_, days)| (!fits(*days) && days.abs() > NEAR, days.abs()))
        .map(|(year, _)| year)
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

fn date(year: Option<i16>, month: i8, day: i8, tense: Tense, story: &Story) -> Option<Covered> {
    let year = year.or_else(|| nearest_year(month, day, tense, story.anchor?));
    match year {
        Some(year) => Date::new(year, month, day).ok().map(Covered::day),
        None => Some(Covered::unanchored(
            format!("XXXX-{month:02}-{day:02}"),
            Grain::Day,
        )),
    }
}

/// The nearest month of which `day` is the given weekday.
fn weekday_date(weekday: i8, day: i8, tense: Tense, anchor: Date) -> Option<Covered> {
    let months = (-12..=12).filter_map(|by: i32| {
        let month = anchor.first_of_month().checked_add(by.months()).ok()?;
        let date = Date::new(month.year(), month.month(), day).ok()?;
        (date.weekday().to_monday_one_offset() == weekday).then_some(date)
    });
    nearest(months, tense, anchor).map(Covered::day)
}

/// "the 18th": of this month, or of the month before or after where the tense asks for it.
fn day_of_month(day: i8, tense: Tense, anchor: Date) -> Option<Covered> {
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
            Tense::Unsaid => true,
        };
        (!fits, away.abs())
    })
}

/// "the first week of 2015", "the third month of 2021": weeks are those of ISO 8601, which belong to the year or
/// month that holds their Thursday.
fn nth_of(
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

/// Month first or day first: the reading nearer the anchor leads, the other is kept.
fn numeric(
    first: i8,
    second: i8,
    year: Option<i16>,
    tense: Tense,
    story: &Story,
) -> Option<Covered> {
    let american = date(year, first, second, tense, story)?;
    let european = date(year, second, first, tense, story)?;
    let far = |covered: &Covered| match (story.anchor, covered.from) {
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
fn in_week(date: Date, day: i8) -> Option<Date> {
    let today = date.weekday().to_monday_one_offset();
    date.checked_add(i32::from(day - today).days()).ok()
}

/// The last `day` of the week on or before `date`.
fn on_or_before(date: Date, day: i8) -> Option<Date> {
    let back = (date.weekday().to_monday_one_offset() - day).rem_euclid(7);
    date.checked_sub(i32::from(back).days()).ok()
}

fn weekday(day: i8, which: Option<Which>, tense: Tense, story: &Story) -> Covered {
    let unanchored = || Covered::unanchored(format!("XXXX-WXX-{day}"), Grain::Day);
    let base = match which {
        Some(which) if which.in_story() => story.focus_day().or(story.anchor),
        _ => story.anchor,
    };
    let Some(base) = base else {
        return unanchored();
    };
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
        None | Some(Which::That) => on_or_before(base, day),
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
fn year_of(year: Year, month: i8, length: i8, tense: Tense, story: &Story) -> Option<i16> {
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
        Year::Unsaid => {
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

/// A winter is named by either of its years: both are kept.
fn season(season: Season, year: i16) -> Option<Covered> {
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

fn quarter(quarter: i8, year: Year, tense: Tense, story: &Story) -> Option<Covered> {
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
fn year_before(in_story: bool, tense: Tense, story: &Story) -> Option<Covered> {
    if let Some((year, quarter)) = story.quarter {
        return Covered::quarter(year - 1, quarter);
    }
    shift(Unit::Year, -1, in_story, tense, story)
}

/// So many units from the anchor or from the day the story has reached.
fn shift(unit: Unit, by: i32, in_story: bool, tense: Tense, story: &Story) -> Option<Covered> {
    let base = if in_story {
        story.focus_for(unit).or(story.anchor)
    } else {
        story.anchor
    };
    let Some(base) = base else {
        return Some(Covered::undefined(unit, by));
    };
    let day = |span: jiff::Span| base.checked_add(span).ok();
    Some(match unit {
        Unit::Day => Covered::day(day(by.days())?),
        Unit::Week | Unit::Fortnight => Covered::week(day((7 * i64::from(by)).days())?)?,
        Unit::Weekend => {
            let late = base.weekday().to_monday_one_offset() >= 5;
            let back = by == 0 && !late && tense != Tense::Future;
            let by = if back { -1 } else { by };
            Covered::weekend(in_week(day((7 * i64::from(by)).days())?, 6)?)?
        }
        Unit::Month => {
            let month = day(by.months())?;
            Covered::month(month.year(), month.month())?
        }
        Unit::Quarter => {
            let month = day((3 * i64::from(by)).months())?;
            Covered::quarter(month.year(), (month.month() + 2) / 3)?
        }
        Unit::Year => Covered::year(day(by.years())?.year())?,
        Unit::Decade => {
            let decade = base.year() / 10 + by as i16;
            Covered::years(decade.to_string(), decade * 10, 10, Grain::Decade)?
        }
        Unit::Century => {
            let century = base.year() / 100 + by as i16;
            Covered::years(century.to_string(), century * 100, 100, Grain::Century)?
        }
        Unit::Second | Unit::Minute | Unit::Hour => return None,
    })
}

/// What a bound leaves of a number.
pub(super) fn bounds(amount: Amount) -> (f64, f64) {
    match amount {
        Amount::Number(n, Bound::Exact) => (n, n),
        Amount::Number(n, Bound::About) => (n * 0.75, n * 1.33),
        Amount::Number(n, Bound::AtLeast) => (n, f64::INFINITY),
        Amount::Number(n, Bound::AtMost) => (0.0, n),
        Amount::Some => (2.0, 20.0),
    }
}
