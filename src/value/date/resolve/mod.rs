//! From what is written to the days it covers: the arithmetic of the calendar, against the day of publication or the
//! day the story has reached.
//!
//! Here belongs what gives an expression its value: the days of a period (`covered.rs`, `away.rs`), which one is meant
//! (`nearest.rs`, `beside.rs`), lengths (`measure.rs`, `counted.rs`), a bound that the word before sets (`open.rs`).

mod away;
pub(super) mod beside;
mod counted;
mod covered;
mod measure;
mod nearest;
pub(super) mod open;

use crate::value::Kind;
use crate::value::date::calendar::holiday;
use crate::value::date::expr::{Amount, Bound, Clock, Day, Expr, Point, Whole, Within, Year};
use crate::value::date::story::Story;
use crate::value::date::tense::Tense;
use crate::value::date::word::term::Unit;
use crate::value::date::{Grain, Time};
use away::{nth_of, shift, year_before};
use counted::{ahead, beyond, lasting, up_to};
use covered::Covered;
use measure::span;
use nearest::{date, day_of_month, holiday_year, in_week, numeric, weekday, weekday_date, year_of};

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
            Some(extra) => measure::compound(*amount, *unit, *extra, story),
            None => measure::length(*amount, *unit, *toward, story),
        }),
        Expr::Taken {
            hours,
            minutes,
            seconds,
        } => Some(measure::taken(*hours, *minutes, *seconds)),
        Expr::TakenEither(first, second) => Some(measure::taken_either(*first, *second)),
        Expr::Ahead { amount, unit } => Some(ahead(*amount, *unit, story)),
        Expr::Lasting { first, length } => lasting(first, length, tense, story),
        Expr::Beyond { by, unit, base } => beyond(*by, *unit, base, tense, story),
        Expr::Away {
            amount,
            unit,
            sign,
            in_story,
        } => {
            let clock = story
                .clock
                .filter(|_| !in_story || story.focus_day().is_none());
            let moment = clock
                .and_then(|clock| measure::moment(*amount, *unit, *sign, story.anchor?, clock));
            Some(moment.unwrap_or_else(|| measure::length(*amount, *unit, 0, story)))
        }
        Expr::UpTo { amount, unit, last } => up_to(*amount, *unit, last, tense, story),
        Expr::Set(timex, often) => Some(Time {
            times: *often,
            ..Time::bare(Kind::Set, timex.clone(), Grain::Vague)
        }),
        Expr::Vague(reference) => {
            let timex = reference.timex().to_owned();
            Some(Time::bare(Kind::Date, timex, Grain::Vague))
        }
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
            // "midnight Friday" may begin the day or end it.
            let minutes = if clock.hour == 24 {
                (0, 24 * 60)
            } else {
                (minute, minute)
            };
            (clock_text(clock), grain, minutes, clock.zone)
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
/// length as written is the one of Recognizers-Text.
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
    // "from next Monday to Friday": the first says which week.
    let said = matches!(first.day, Some(Day::Weekday { which: Some(_), .. }));
    let second = match (second.day, to.from) {
        (Some(Day::Weekday { which: None, .. }), Some(day)) if said => Point {
            day: Some(Day::Date {
                year: Some(day.year()),
                month: day.month(),
                day: day.day(),
            }),
            within: second.within,
        },
        _ => second.clone(),
    };
    let length = measure::between(&from, &to);
    let clock = match (from.clock, to.clock) {
        (Some((start, _)), Some((_, end))) => Some((start, end)),
        _ => None,
    };
    Some(Time {
        timex: format!(
            "({},{},{length})",
            end_text(&from, first),
            end_text(&to, &second)
        ),
        to: to.to,
        clock,
        readings: Vec::new(),
        ..from
    })
}

/// One end of a range as it is written: a year or day that the text leaves unsaid stays open (`XXXX-03-04`,
/// `XXXX-WXX-2T14`), an hour without minutes stays an hour. Which days are meant, `from` and `to` say.
fn end_text(time: &Time, point: &Point) -> String {
    let mut text = match (point.day, time.from) {
        (None, _) => String::new(),
        (
            Some(Day::Date {
                year: None,
                month,
                day,
            }),
            _,
        ) => format!("XXXX-{month:02}-{day:02}"),
        (Some(Day::Numeric { year: None, .. }), Some(day)) => {
            format!("XXXX-{:02}-{:02}", day.month(), day.day())
        }
        (
            Some(Day::Month {
                month,
                year: Year::Unsaid,
            }),
            _,
        ) => format!("XXXX-{month:02}-01"),
        (
            Some(Day::Edge {
                of: Whole::Month(_, Year::Unsaid),
                ..
            }),
            Some(day),
        ) => format!("XXXX-{:02}-{:02}", day.month(), day.day()),
        (Some(Day::Weekday { day, which: None }), _) => format!("XXXX-WXX-{day}"),
        (Some(Day::WeekdayDate { weekday, .. }), _) => format!("XXXX-WXX-{weekday}"),
        (Some(Day::OfMonth(day)), _) => format!("XXXX-XX-{day:02}"),
        (_, Some(day)) => day.to_string(),
        (_, None) => {
            let day = time.timex.split_once('T').filter(|_| time.clock.is_some());
            day.map_or(time.timex.as_str(), |(day, _)| day).to_owned()
        }
    };
    match point.within {
        Some(Within::Clock(clock)) if clock.minute.is_none() => {
            text += clock_text(clock).trim_end_matches(":00");
        }
        Some(Within::Clock(clock)) => text += &clock_text(clock),
        Some(Within::Part(part)) => text.extend(["T", part.code()]),
        None => {}
    }
    text
}

/// The days a day or period covers.
fn day(day: Day, tense: Tense, story: &Story) -> Option<Covered> {
    match day {
        Day::Date { year, month, day } => date(year, month, day, tense, story),
        Day::Numeric {
            first,
            second,
            year,
        } => numeric(first, second, year, tense, story),
        Day::Weekday { day, which } => Some(weekday(day, which, tense, story)),
        Day::WeekdayAway { day, which, weeks } => {
            // "A week ago Tuesday" has been, whatever else is told.
            let tense = if which.is_none() { Tense::Past } else { tense };
            let covered = weekday(day, which, tense, story);
            match covered.from {
                Some(day) => Some(Covered::day(
                    day.checked_add(span(Unit::Week, weeks)?).ok()?,
                )),
                None => Some(covered),
            }
        }
        Day::WeekdayOfWeek { day, by } => weekday_of_week(day, by, story),
        Day::WeekdayDate { weekday, day } => match story.anchor {
            Some(anchor) => weekday_date(weekday, day, tense, anchor),
            None => unanchored(format!("XXXX-WXX-{weekday}"), Grain::Day),
        },
        Day::OfMonth(day) => match story.anchor {
            Some(anchor) => day_of_month(day, tense, anchor),
            None => unanchored(format!("XXXX-XX-{day:02}"), Grain::Day),
        },
        Day::NthWeekday {
            nth,
            weekday,
            month,
            year,
        } => match year_of(year, month, 1, tense, story) {
            Some(year) => nearest::nth_weekday(nth, weekday, month, year),
            None => unanchored(format!("XXXX-{month:02}-WXX-{weekday}"), Grain::Day),
        },
        Day::Holiday { row, year } => holiday(row, year, tense, story),
        other => period(other, tense, story),
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "the last arm of matches whose others may fail"
)]
fn unanchored(timex: String, grain: Grain) -> Option<Covered> {
    Some(Covered::unanchored(timex, grain))
}

/// "Tuesday of last week".
fn weekday_of_week(day: i8, by: i32, story: &Story) -> Option<Covered> {
    let Some(anchor) = story.anchor else {
        return unanchored(format!("XXXX-WXX-{day}"), Grain::Day);
    };
    let week = anchor.checked_add(span(Unit::Week, by)?).ok()?;
    in_week(week, day).map(Covered::day)
}

fn holiday(row: usize, year: Year, tense: Tense, story: &Story) -> Option<Covered> {
    if let Some(year) = holiday_year(row, year, tense, story) {
        return holiday::day(row, year).map(Covered::day);
    }
    let day = holiday::day(row, 2000)?;
    unanchored(
        format!("XXXX-{:02}-{:02}", day.month(), day.day()),
        Grain::Day,
    )
}

/// What is coarser than a day.
fn period(day: Day, tense: Tense, story: &Story) -> Option<Covered> {
    match day {
        Day::Month { month, year } => match year_of(year, month, 1, tense, story) {
            Some(year) => Covered::month(year, month),
            None => unanchored(format!("XXXX-{month:02}"), Grain::Month),
        },
        Day::Season { season, year } => match year_of(year, season.month(), 3, tense, story) {
            Some(year) => away::season(season, year),
            None => unanchored(format!("XXXX-{}", season.code()), Grain::Quarter),
        },
        Day::Quarter { quarter, year } => away::quarter(quarter, year, tense, story),
        Day::Half { half, year } => match year_of(year, half * 6 - 5, 6, tense, story) {
            Some(year) => {
                let timex = format!("{year:04}-H{half}");
                Covered::months(timex, year, half * 6 - 5, 6, Grain::Quarter)
            }
            None => unanchored(format!("XXXX-H{half}"), Grain::Quarter),
        },
        Day::Year(year) => Covered::year(year),
        Day::Decade(decade) => Covered::years(decade.to_string(), decade * 10, 10, Grain::Decade),
        Day::Century(century) => {
            if century < 0 {
                let timex = format!("BC{:02}", -century - 1);
                return Covered::years(timex, century * 100 + 1, 100, Grain::Century);
            }
            Covered::years(century.to_string(), century * 100, 100, Grain::Century)
        }
        Day::Shift { unit, by, in_story } => {
            let covered = shift(unit, by, in_story, tense, story)?;
            // "He died two days later": not after publication, so of a day the story has not told.
            let ahead = in_story && by > 0 && tense == Tense::Past && covered.from > story.anchor;
            Some(if ahead && story.anchor.is_some() {
                Covered::undefined(unit, by)
            } else {
                covered
            })
        }
        Day::SameQuarter { years } => match story.quarter_spoken_of() {
            Some((year, quarter)) => Covered::quarter(year + years as i16, quarter),
            None => unanchored("XXXX-QX".to_owned(), Grain::Quarter),
        },
        Day::YearBefore { in_story } => year_before(in_story, tense, story),
        Day::Edge { place, of } => away::edge(place, of, tense, story),
        Day::Nth {
            nth,
            count,
            unit,
            of,
        } => nth_of(nth, count, unit, of, tense, story),
        Day::Somewhen { by } => {
            let timex = if by < 0 { "PAST_REF" } else { "FUTURE_REF" };
            unanchored(timex.to_owned(), Grain::Vague)
        }
        other => week(other, tense, story),
    }
}

/// A week of the calendar, or the weekend of one.
fn week(day: Day, tense: Tense, story: &Story) -> Option<Covered> {
    let unknown = || unanchored("XXXX-WXX".to_owned(), Grain::Week);
    match day {
        Day::WeekOf { month, day, year } => match date(year, month, day, tense, story)?.from {
            Some(start) => Covered::week(start),
            None => unknown(),
        },
        Day::WeekFrom { month, day, year } => match date(year, month, day, tense, story)?.from {
            Some(start) => {
                let mut covered = away::week_from(start)?;
                if year.is_none() {
                    covered.timex = format!("XXXX-{month:02}-{day:02}");
                }
                Some(covered)
            }
            None => unknown(),
        },
        Day::WeekNumber { week, year } => away::week_number(week, year, tense, story),
        Day::HolidayWeekend { row, year } => match holiday(row, year, tense, story)?.from {
            Some(day) => away::holiday_weekend(day),
            None => unanchored("XXXX-WXX-WE".to_owned(), Grain::Week),
        },
        _ => None,
    }
}

/// What a bound leaves of a number.
fn bounds(amount: Amount) -> (f64, f64) {
    match amount {
        Amount::Number(n, Bound::Exact) => (n, n),
        Amount::Number(n, Bound::About) => (n * 0.75, n * 1.33),
        Amount::Number(n, Bound::AtLeast) => (n, f64::INFINITY),
        Amount::Number(n, Bound::AtMost) => (0.0, n),
        Amount::Between(low, high) => (low, high),
        Amount::Some => (2.0, 20.0),
    }
}
