//! From one time to another: `March 1 - April 2`, `from Monday to Wednesday`, `between 1990 and 1995`, `9-10 a.m.`.

use super::edge::named_part;
use super::{day, is_day, moment};
use crate::document::Word;
use crate::value::date::calendar::period;
use crate::value::date::clock;
use crate::value::date::expr::{Clock, Day, Expr, Point, Within, Year};
use crate::value::date::word::cursor::{COMMA, Cursor, DASH, SLASH};
use crate::value::date::word::term::{Reference, Term, Unit, Which};

/// `from Monday to Wednesday`, `between 1990 and 1995`, `1990-95`, `March 1 - April 2`, `9-10 a.m.`.
pub(super) fn range(
    c: &Cursor<'_>,
    at: usize,
    first: Option<&(Expr, usize)>,
) -> Option<(Expr, usize)> {
    let between = c.term(at) == Term::Between;
    let from = c.term(at) == Term::From;
    let first_at = at + usize::from(between || from);
    if let Some(read) = clock_range(c, first_at, between) {
        return Some(read);
    }
    let (first, end) = first
        .cloned()
        .or_else(|| now(c, first_at))
        .or_else(|| edge(c, first_at))
        .or_else(|| (first_at > at).then(|| moment(c, first_at)).flatten())?;
    let first = match first {
        Expr::Point(first) => first,
        // "between the 9th and the 17th of April"
        range @ Expr::Range(..) if between => return Some((range, end)),
        _ => return None,
    };
    let end = before_joint(c, end, between || from);
    let next = joined(c, &first, end, (between, from)).then_some(end + 1)?;
    let (second, past) = match (first.day, c.digits(next, 2)) {
        (Some(Day::Year(year)), Some(short)) if c.glued(next) && short as i16 > year % 100 => (
            Point::day(Day::Year(year - year % 100 + short as i16)),
            next + 1,
        ),
        _ => match now(c, next)
            .or_else(|| edge(c, next).filter(|_| between || from))
            .or_else(|| moment(c, next))?
        {
            (Expr::Point(second), past) => (second, past),
            _ => return None,
        },
    };
    let first = if from {
        begun_today(first, &second)
    } else {
        first
    };
    let ranks = (rank(&first), rank(&second));
    let through = c.is(end, Word::of("through"));
    let months = c.is(end, DASH) && ranks.0 == 2;
    let mixed = (between || from || through || months) && ranks.0 <= 3 && ranks.1 <= 3;
    if ranks.0 != ranks.1 && !mixed || first.within.is_some() != second.within.is_some() {
        return None;
    }
    Some((Expr::Range(share_period(&first, &second), second), past))
}

/// "from 2 p.m. until tomorrow 4:30 p.m.": the first hour is of today.
fn begun_today(first: Point, second: &Point) -> Point {
    let tomorrow = matches!(
        second.day,
        Some(Day::Shift {
            unit: Unit::Day,
            by: 1,
            in_story: false
        })
    );
    match (first.day, first.within, second.within) {
        (None, Some(Within::Clock(_)), Some(Within::Clock(_))) if tomorrow => Point {
            day: Some(TODAY),
            ..first
        },
        _ => first,
    }
}

/// The word that joins the ends of a range, past what may stand before it: the comma that closes "from Friday, March 4, to
/// Sunday", and all but the last of "right through to Sunday", "up until Sunday".
fn before_joint(c: &Cursor<'_>, end: usize, opened: bool) -> usize {
    let comma = c.skip(end, COMMA);
    let at = if opened && matches!(c.term(comma), Term::To | Term::And) {
        comma
    } else {
        end
    };
    let right = at + usize::from(c.is(at, Word::of("right")));
    let through = c.is(right, Word::of("through")) || c.term(right) == Term::Up;
    if through && c.term(right + 1) == Term::To {
        return right + 1;
    }
    at
}

/// Whether the word after the first end of a range joins it with a second, behind "between" or "from" or neither.
fn joined(c: &Cursor<'_>, first: &Point, end: usize, (between, from): (bool, bool)) -> bool {
    let spelled = |words: &[Word]| words.iter().any(|word| c.is(end, *word));
    match c.term(end) {
        Term::And => between,
        Term::To => from || spelled(&[Word::of("to"), Word::of("through"), Word::of("thru")]),
        _ if c.is(end, SLASH) => is_next_year(c, first, end),
        _ => {
            let months = matches!(c.term(end + 1), Term::Month(..));
            let dash = c.is(end, DASH) || c.text(end) == "~";
            dash && (is_day(first) || !c.glued(end) || is_year(first) || months)
        }
    }
}

/// `2021/22`: a year and the two digits of the next.
fn is_next_year(c: &Cursor<'_>, first: &Point, slash: usize) -> bool {
    let next = c.digits(slash + 1, 2).filter(|_| c.glued(slash + 1));
    matches!((first.day, next), (Some(Day::Year(year)), Some(next)) if next as i16 == year % 100 + 1)
}

fn is_year(point: &Point) -> bool {
    matches!(point.day, Some(Day::Year(_)))
}

/// Points that can be the two ends of one range are of one rank.
fn rank(point: &Point) -> u8 {
    match point.day {
        _ if is_day(point) => 1,
        Some(Day::Month { .. } | Day::Edge { .. }) => 2,
        Some(Day::Year(_)) => 3,
        Some(Day::Quarter { .. }) => 4,
        Some(Day::Decade(_)) => 5,
        None => 6,
        _ => 7,
    }
}

/// "the end of March", "the middle of 2008" at an end of a range.
fn edge(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let first = c.skip_term(at, Term::The);
    let place = match c.term(first) {
        Term::Mid => 1,
        Term::Bound if c.is(first, Word::of("end")) => 2,
        Term::Bound => 0,
        _ => return None,
    };
    let (of, past) = period::whole(c, first + 2).filter(|_| c.term(first + 1) == Term::Of)?;
    Some((Expr::Point(Point::day(Day::Edge { place, of })), past))
}

const TODAY: Day = Day::Shift {
    unit: Unit::Day,
    by: 0,
    in_story: false,
};

/// "now", "date", "the current date" at an end of a range.
fn now(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    const DATE: Word = Word::of("date");
    let end = match c.term(at) {
        Term::Vague(Reference::Present) => at + 1,
        Term::Which(Which::Current) if c.is(at + 1, DATE) => at + 2,
        Term::None if c.is(at, DATE) && c.before(at) == Term::To => at + 1,
        _ => return None,
    };
    Some((Expr::Point(Point::day(TODAY)), end))
}

/// "March 1 to April 3, 2022", "from January to April 2015", "Nov-Feb 2017": the year stands once; "Monday to Wednesday of
/// last week": the week does.
fn share_period(first: &Point, second: &Point) -> Point {
    let later = match second.day {
        Some(
            Day::Date {
                year: Some(year),
                month,
                ..
            }
            | Day::Numeric {
                first: month,
                year: Some(year),
                ..
            }
            | Day::Month {
                month,
                year: Year::Given(year),
            },
        ) => Some((year, month)),
        _ => None,
    };
    let in_year = |month: i8| later.map(|(year, later)| year - i16::from(month > later));
    let day = match first.day {
        Some(Day::Date {
            year: None,
            month,
            day,
        }) => Some(Day::Date {
            year: in_year(month),
            month,
            day,
        }),
        Some(Day::Numeric {
            first,
            second,
            year: None,
        }) => Some(Day::Numeric {
            first,
            second,
            year: in_year(first),
        }),
        Some(Day::Month {
            month,
            year: Year::Unsaid,
        }) => Some(Day::Month {
            month,
            year: in_year(month).map_or(Year::Unsaid, Year::Given),
        }),
        Some(Day::Weekday { day, which: None }) => match second.day {
            Some(Day::WeekdayOfWeek { by, .. }) => Some(Day::WeekdayOfWeek { day, by }),
            _ => first.day,
        },
        day => day,
    };
    Point {
        day,
        ..first.clone()
    }
}

/// `5 to 6 p.m.`, `1-3 pm`, `between 4pm and 5pm`.
pub(super) fn clock_range(c: &Cursor<'_>, at: usize, between: bool) -> Option<(Expr, usize)> {
    let opens = matches!(
        c.term(at),
        Term::Digits { .. } | Term::Decimal | Term::Number(_) | Term::Half | Term::Hour(_)
    );
    if !opens {
        return None;
    }
    let (start, end) = match clock::read(c, at) {
        Some((clock, end)) => (Some(clock), end),
        None => (None, at + 1),
    };
    let joined = match c.term(end) {
        Term::And => between,
        Term::To => true,
        _ => c.is(end, DASH) || c.text(end) == "~",
    };
    if !joined {
        return None;
    }
    let said = between || c.before(at) == Term::From;
    let (last, past) =
        clock::read(c, end + 1).or_else(|| bare_hour(c, end + 1).filter(|_| said))?;
    let first = match start {
        Some(clock) => same_half(c, clock, end, last, past),
        None => bare_first(c, at, last, past, said)?,
    };
    let last = past_noon(c, first, last, past);
    let range = Expr::Range(Point::clock(first), Point::clock(last));
    // "from 5 to 6 p.m. on Friday"
    let next = past + usize::from(matches!(c.term(past), Term::On | Term::Of));
    if let Some((Expr::Point(day), past)) = day(c, next)
        && is_day(&day)
    {
        let past = clock::part(c, past).map_or(past, |(_, past)| past);
        return Some((Expr::Range(day.at(first), day.at(last)), past));
    }
    // "between 10 and 11:30 last night"
    if let Some((Expr::Point(part), past)) = named_part(c, past) {
        let range = Expr::Range(part.of_part(first), part.of_part(last));
        return Some((range, past));
    }
    Some((range, past))
}

/// "2:20 to 3 p.m.": both are afternoon, if only the second says so.
fn same_half(c: &Cursor<'_>, first: Clock, end: usize, last: Clock, past: usize) -> Clock {
    let shared = first.minute.is_some()
        && matches!(c.before(past), Term::Meridiem(12))
        && !matches!(c.before(end), Term::Meridiem(_));
    let minutes = |clock: Clock| (clock.hour, clock.minute.unwrap_or(0));
    let noon = (first.hour + 12, first.minute.unwrap_or(0));
    let later = shared && first.hour < 12 && noon <= minutes(last);
    Clock {
        hour: first.hour + if later { 12 } else { 0 },
        ..first
    }
}

/// "from 10:30 to 3": the second hour is of the afternoon, if it can only so be after the first.
fn past_noon(c: &Cursor<'_>, first: Clock, last: Clock, past: usize) -> Clock {
    let plain = !matches!(c.before(past), Term::Meridiem(_) | Term::Hour(_));
    let wraps = plain && (1..12).contains(&last.hour) && last.hour < first.hour && first.hour <= 12;
    let night = matches!(c.term(past), Term::Which(_) | Term::Tonight | Term::Part(_));
    Clock {
        hour: last.hour + if wraps && !night { 12 } else { 0 },
        ..last
    }
}

/// "5 to 6 p.m.": the bare first hour shares what stands after the second; "between 10 and 11:30" shares nothing, so
/// only "between" and "from" make a time of it (`said`).
fn bare_first(c: &Cursor<'_>, at: usize, last: Clock, past: usize, said: bool) -> Option<Clock> {
    let hour = clock::digits(c, at)?.hour % 12;
    let shared = matches!(c.before(past), Term::Meridiem(_) | Term::Part(_));
    if !shared && !said {
        return None;
    }
    let noon = shared && last.hour >= 12 && hour <= last.hour % 12;
    Some(Clock {
        hour: hour + if noon { 12 } else { 0 },
        minute: None,
        ..last
    })
}

/// The second hour of "between 3 and 5 yesterday": a bare number with a day after it.
fn bare_hour(c: &Cursor<'_>, at: usize) -> Option<(Clock, usize)> {
    let clock = clock::digits(c, at)?;
    let next = c.skip_term(at + 1, Term::On);
    let (Expr::Point(point), _) = day(c, next).or_else(|| named_part(c, next))? else {
        return None;
    };
    is_day(&point).then_some((clock, at + 1))
}
