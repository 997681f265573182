//! Whole time expressions: a day with its clock time or part, the words before it that belong to it, ranges.

use super::cursor::{COMMA, Cursor, DASH};
use super::expr::{Amount, Bound, Clock, Day, Expr, Point, Within, Year};
use super::term::{Part, Term, Unit};
use super::{clock, gate, holiday, length, period, relative, written};
use crate::document::{Shape, Word};

/// The time expression that starts at `at`, and the position past it: the longest reading.
pub(super) fn read(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if !gate::opens(c, at) {
        return None;
    }
    let mut best: Option<(Expr, usize)> = None;
    let mut consider = |read: Option<(Expr, usize)>| {
        if let Some(read) = read
            && best.as_ref().is_none_or(|(_, end)| read.1 > *end)
        {
            best = Some(read);
        }
    };
    consider(length::set(c, at));
    consider(edged(c, at));
    let joined = matches!(c.term(at), Term::From | Term::Between);
    let first = if joined { None } else { moment(c, at) };
    consider(range(c, at, first.as_ref()));
    consider(first);
    consider(bounded(c, at));
    consider(vague(c, at));
    best
}

/// A day, period or offset without anything around it: the longest reading.
fn day(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if c.term(at) == Term::None {
        return None;
    }
    let mut best: Option<(Expr, usize)> = None;
    let mut consider = |read: Option<(Expr, usize)>| {
        if let Some(read) = read
            && best.as_ref().is_none_or(|(_, end)| read.1 > *end)
        {
            best = Some(read);
        }
    };
    consider(written::read(c, at));
    consider(relative::read(c, at));
    consider(period::read(c, at));
    if c.term(at) == Term::Holiday {
        consider(holiday::read(c, at, Year::Unsaid));
    }
    if gate::counts(c.term(at)) || c.term(at) == Term::The {
        consider(relative::offset(c, at));
        consider(relative::beyond(c, at));
        consider(written::day_of_month(c, at));
    }
    best
}

/// A day with a clock time or part of the day, in either order; or a clock time alone.
fn moment(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if let Some(read) = named_part(c, at)
        .or_else(|| part_of(c, at))
        .or_else(|| in_the_part(c, at))
    {
        return Some(read);
    }
    let clock_read = clock::read(c, at);
    if let Some((time, end)) = clock_read {
        let within = Within::Clock(time);
        let next = c.skip(end, COMMA);
        let next = next + usize::from(matches!(c.term(next), Term::On | Term::Of));
        if let Some((Expr::Point(point), past)) = day(c, next)
            && is_day(&point)
            && point.within.is_none()
        {
            let point = Point {
                within: Some(within),
                ..point
            };
            return Some((Expr::Point(point), past));
        }
        if let Some((Expr::Point(point), past)) = named_part(c, next) {
            let point = Point {
                within: Some(within),
                ..point
            };
            return Some((Expr::Point(point), past));
        }
    }
    let Some((expr, end)) = day(c, at) else {
        let (time, end) = clock_read?;
        let point = Point {
            day: None,
            within: Some(Within::Clock(time)),
        };
        return Some((Expr::Point(point), end));
    };
    if let (Some((time, past)), true) = (clock_read, clock_read.is_some_and(|(_, past)| past > end))
    {
        let point = Point {
            day: None,
            within: Some(Within::Clock(time)),
        };
        return Some((Expr::Point(point), past));
    }
    match expr {
        Expr::Point(point) if is_day(&point) && point.within.is_none() => {
            Some(within_day(c, point, end))
        }
        other => Some((other, end)),
    }
}

/// Whether a point is a single day.
fn is_day(point: &Point) -> bool {
    matches!(
        point.day,
        Some(
            Day::Date { .. }
                | Day::Numeric { .. }
                | Day::Weekday { .. }
                | Day::WeekdayOfWeek { .. }
                | Day::Holiday { .. }
                | Day::Shift {
                    unit: Unit::Day,
                    ..
                }
        )
    )
}

/// `Friday night`, `Friday at 4 p.m.`, `March 1 in the morning`.
fn within_day(c: &Cursor<'_>, point: Point, end: usize) -> (Expr, usize) {
    let with = |within: Within, past: usize| {
        let point = Point {
            within: Some(within),
            ..point.clone()
        };
        (Expr::Point(point), past)
    };
    if let Some((part, past)) = clock::part(c, end) {
        if let Some((time, past)) = clock::read(c, c.skip_term(past, Term::At)) {
            return with(Within::Clock(time), past);
        }
        return with(part, past);
    }
    // "tomorrow from 7 to 8 p.m."
    let between = c.term(end) == Term::Between;
    let from = end + usize::from(between || c.term(end) == Term::From);
    if let Some((Expr::Range(mut first, mut last), past)) = clock_range(c, from, between)
        && first.day.is_none()
    {
        first.day = point.day;
        last.day = point.day;
        return (Expr::Range(first, last), past);
    }
    let in_the = c.term(end) == Term::In && c.term(end + 1) == Term::The;
    if in_the && let Some((part, past)) = clock::part(c, end + 2) {
        return with(part, past);
    }
    let at = c.skip(end, COMMA);
    let at = c.skip_term(at, Term::At);
    if let Some((time, past)) = clock::read(c, at)
        && (at > end || !matches!(c.term(at), Term::Hour(_)))
    {
        return with(Within::Clock(time), past);
    }
    (Expr::Point(point), end)
}

fn today(by: i32, in_story: bool, part: Part, end: usize) -> (Expr, usize) {
    let day = Day::Shift {
        unit: Unit::Day,
        by,
        in_story,
    };
    let point = Point {
        day: Some(day),
        within: Some(Within::Part(part)),
    };
    (Expr::Point(point), end)
}

/// `tonight`, `overnight`, `this morning`, `last night`, `the next morning`, `that evening`.
fn named_part(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let the = usize::from(c.term(at) == Term::The);
    match c.term(at + the) {
        Term::Tonight | Term::Overnight => Some(today(0, false, Part::Night, at + 1)),
        Term::Which(which) => {
            let Term::Part(part) = c.term(at + the + 1) else {
                return None;
            };
            let story = which.in_story() || the == 1;
            Some(today(which.by(), story, part, at + the + 2))
        }
        _ => None,
    }
}

/// `the morning of March 1`, `on the night of 3 May`.
fn part_of(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let first = c.skip_term(at, Term::The);
    let (within, end) = clock::part(c, first)?;
    if c.term(end) != Term::Of {
        return None;
    }
    let (Expr::Point(point), past) = day(c, end + 1)? else {
        return None;
    };
    (is_day(&point) && point.within.is_none()).then(|| {
        let point = Point {
            within: Some(within),
            ..point
        };
        (Expr::Point(point), past)
    })
}

/// `the morning` after "in" or "during": of the day the story speaks of.
fn in_the_part(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let said = matches!(c.before(at), Term::In | Term::Lead);
    let first = at + usize::from(c.term(at) == Term::The);
    if !said || first == at {
        return None;
    }
    let (within, end) = clock::part(c, first)?;
    let point = Point {
        day: None,
        within: Some(within),
    };
    Some((Expr::Point(point), end))
}

/// `early 1990`, `late last week`, `the end of the year`, `mid-November`, `earlier this month`, `later Sunday`.
fn edged(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let the = usize::from(c.term(at) == Term::The);
    let first = at + the;
    let next = match c.term(first) {
        Term::Early | Term::Late => {
            let next = c.skip_hyphen(first + 1);
            next + usize::from(c.term(next) == Term::On)
        }
        Term::Mid | Term::Bound if c.term(first + 1) == Term::Of => first + 2,
        Term::Mid => c.skip_hyphen(first + 1),
        Term::Earlier if the == 0 && c.is(at, Word::of("earlier")) => at + 1,
        Term::Later if the == 0 && c.is(at, Word::of("later")) => at + 1,
        _ => return None,
    };
    if let Some(read) = day_part_alone(c, next).filter(|_| c.term(first) != Term::Bound) {
        return Some(read);
    }
    let by_which = matches!(c.term(first), Term::Earlier | Term::Later);
    let next = if by_which && c.term(next) == Term::In {
        next + 1
    } else {
        next
    };
    let (expr, end) =
        moment(c, next).or_else(|| whole(c, next, by_which || c.term(first) == Term::Bound))?;
    match expr {
        Expr::Point(Point { day: Some(_), .. }) => Some((expr, end)),
        _ => None,
    }
}

/// `the year`, `the month`, `the day` after "the end of" or "later in".
fn whole(c: &Cursor<'_>, at: usize, said: bool) -> Option<(Expr, usize)> {
    if !said {
        return None;
    }
    let at = c.skip_term(at, Term::The).saturating_sub(1);
    let Term::Unit(unit) = c.term(at + 1) else {
        return None;
    };
    let day = Day::Shift {
        unit,
        by: 0,
        in_story: unit == Unit::Day,
    };
    Some((Expr::Point(Point::day(day)), at + 2))
}

/// `afternoon` after "mid" or "late": the part of the day the story speaks of.
fn day_part_alone(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Term::Part(part) = c.term(at) else {
        return None;
    };
    // "late morning fog" and "early morning raid" are read too: it is when it was.
    if let Some((Expr::Point(point), past)) = day(c, at + 1)
        && is_day(&point)
    {
        let point = Point {
            within: Some(Within::Part(part)),
            ..point
        };
        return Some((Expr::Point(point), past));
    }
    let point = Point {
        day: None,
        within: Some(Within::Part(part)),
    };
    Some((Expr::Point(point), at + 1))
}

/// `from Monday to Wednesday`, `between 1990 and 1995`, `1990-95`, `March 1 - April 2`, `9-10 a.m.`.
fn range(c: &Cursor<'_>, at: usize, first: Option<&(Expr, usize)>) -> Option<(Expr, usize)> {
    let between = c.term(at) == Term::Between;
    let from = c.term(at) == Term::From;
    let first_at = at + usize::from(between || from);
    if let Some(read) = clock_range(c, first_at, between) {
        return Some(read);
    }
    let (Expr::Point(first), end) = first.cloned().or_else(|| moment(c, first_at))? else {
        return None;
    };
    let joined = match c.term(end) {
        Term::And => between,
        Term::To => {
            from || ["to", "through", "thru"]
                .iter()
                .any(|to| c.is(end, Word::of(to)))
        }
        _ => {
            let months = matches!(c.term(end + 1), Term::Month(..));
            c.is(end, DASH) && (is_day(&first) || !c.glued(end) || is_year(&first) || months)
        }
    };
    if !joined {
        return None;
    }
    let next = end + 1;
    let (second, past) = match (first.day, c.digits(next, 2)) {
        (Some(Day::Year(year)), Some(short))
            if c.is(end, DASH) && c.glued(next) && short as i16 > year % 100 =>
        {
            (
                Point::day(Day::Year(year - year % 100 + short as i16)),
                next + 1,
            )
        }
        _ => match moment(c, next)? {
            (Expr::Point(second), past) => (second, past),
            _ => return None,
        },
    };
    let ranks = (rank(&first), rank(&second));
    let mixed = (between || from) && ranks.0 <= 3 && ranks.1 <= 3;
    if ranks.0 != ranks.1 && !mixed || first.within.is_some() != second.within.is_some() {
        return None;
    }
    Some((Expr::Range(share_year(&first, &second), second), past))
}

fn is_year(point: &Point) -> bool {
    matches!(point.day, Some(Day::Year(_)))
}

/// Points that can be the two ends of one range are of one rank.
fn rank(point: &Point) -> u8 {
    match point.day {
        _ if is_day(point) => 1,
        Some(Day::Month { .. }) => 2,
        Some(Day::Year(_)) => 3,
        Some(Day::Quarter { .. }) => 4,
        Some(Day::Decade(_)) => 5,
        None => 6,
        _ => 7,
    }
}

/// "March 1 to April 3, 2022", "from January to April 2015": the year stands once.
fn share_year(first: &Point, second: &Point) -> Point {
    let day = match (first.day, second.day) {
        (
            Some(Day::Date {
                year: None,
                month,
                day,
            }),
            Some(Day::Date {
                year, month: later, ..
            }),
        ) if month <= later => Some(Day::Date { year, month, day }),
        (
            Some(Day::Month {
                month,
                year: Year::Unsaid,
            }),
            Some(Day::Month { month: later, year }),
        ) if month <= later => Some(Day::Month { month, year }),
        (day, _) => day,
    };
    Point {
        day,
        ..first.clone()
    }
}

/// `5 to 6 p.m.`, `1-3 pm`, `between 4pm and 5pm`.
fn clock_range(c: &Cursor<'_>, at: usize, between: bool) -> Option<(Expr, usize)> {
    let point = |clock: Clock| Point {
        day: None,
        within: Some(Within::Clock(clock)),
    };
    let (start, end) = match clock::read(c, at) {
        Some((clock, end)) => (Some(clock), end),
        None if !matches!(c.term(at), Term::Digits { .. }) => return None,
        None => {
            let bare = matches!(
                c.term(at),
                Term::Digits {
                    len: 1 | 2,
                    value: 1..=12
                }
            );
            bare.then_some((None, at + 1))?
        }
    };
    let joined = match c.term(end) {
        Term::And => between,
        Term::To => true,
        _ => c.is(end, DASH),
    };
    if !joined {
        return None;
    }
    let said = between || c.before(at) == Term::From;
    let (last, past) =
        clock::read(c, end + 1).or_else(|| bare_hour(c, end + 1).filter(|_| said))?;
    let first = match start {
        // "2:20 to 3 p.m.": both are afternoon.
        Some(clock)
            if clock.minute.is_some()
                && matches!(c.before(past), Term::Meridiem(12))
                && !matches!(c.before(end), Term::Meridiem(_))
                && clock.hour < 12
                && clock.hour <= last.hour - 12 =>
        {
            Clock {
                hour: clock.hour + 12,
                ..clock
            }
        }
        Some(clock) => clock,
        // "5 to 6 p.m.": the first shares what stands after the second.
        None => {
            let Term::Digits { value, .. } = c.term(at) else {
                return None;
            };
            let hour = value as i8;
            // "5 and 6 in the afternoon" shares the afternoon too; "between 10 and 11:30" shares nothing.
            let shared = matches!(c.before(past), Term::Meridiem(_) | Term::Part(_));
            if !shared && !said {
                return None;
            }
            let noon = shared && last.hour >= 12 && hour % 12 <= last.hour % 12;
            Clock {
                hour: hour % 12 + if noon { 12 } else { 0 },
                minute: None,
                ..last
            }
        }
    };
    let range = Expr::Range(point(first), point(last));
    // "from 5 to 6 p.m. on Friday"
    let next = past + usize::from(matches!(c.term(past), Term::On | Term::Of));
    if let Some((Expr::Point(day), past)) = day(c, next)
        && is_day(&day)
    {
        let on = |clock: Clock| Point {
            within: Some(Within::Clock(clock)),
            ..day.clone()
        };
        return Some((Expr::Range(on(first), on(last)), past));
    }
    Some((range, past))
}

/// The second hour of "between 3 and 5 yesterday": a bare number with a day after it.
fn bare_hour(c: &Cursor<'_>, at: usize) -> Option<(Clock, usize)> {
    let Term::Digits {
        value: value @ 1..=12,
        len: 1 | 2,
    } = c.term(at)
    else {
        return None;
    };
    let next = c.skip_term(at + 1, Term::On);
    let (Expr::Point(point), _) = day(c, next).or_else(|| named_part(c, next))? else {
        return None;
    };
    let clock = Clock {
        hour: value as i8,
        minute: None,
        second: None,
        zone: None,
    };
    is_day(&point).then_some((clock, at + 1))
}

/// A length, clock time, date or offset with the words that bound it: `at least two weeks`, `around 7:15 p.m.`.
fn bounded(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Some((bound, next)) = length::bound(c, at) else {
        return length::read(c, at);
    };
    let counted = matches!(
        c.term(next),
        Term::Digits { .. }
            | Term::Decimal
            | Term::Number(_)
            | Term::Article
            | Term::Half
            | Term::Couple
            | Term::Some
            | Term::Scale(_)
    );
    if bound == Bound::About && !counted {
        return around(c, at, next);
    }
    if !counted {
        return None;
    }
    if let Some(read) = relative::offset(c, next) {
        return (!c.is(at, Word::of("just"))).then_some(read);
    }
    if bound == Bound::About
        && let Some(read) = around(c, at, next)
    {
        return Some(read);
    }
    let (expr, end) = length::read(c, next)?;
    match expr {
        Expr::Length {
            amount: Amount::Number(value, _),
            unit,
            toward,
            extra,
        } if !c.is(at, Word::of("just")) => {
            let amount = Amount::Number(value, bound);
            let expr = Expr::Length {
                amount,
                unit,
                toward,
                extra,
            };
            Some((expr, end))
        }
        _ => None,
    }
}

/// `around 7:15 p.m.`, `around Nov. 1`, `about noon`.
fn around(c: &Cursor<'_>, at: usize, next: usize) -> Option<(Expr, usize)> {
    if !c.is(at, Word::of("around")) {
        return None;
    }
    let read = moment(c, next)?;
    // "around Wednesday's ruling": about the ruling.
    (!c.possessive(read.1)).then_some(read)
}

/// `recently`, `now`, `soon`, `in the future`, `in the past`.
fn vague(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    match c.term(at) {
        Term::Vague(value) => {
            if let (Term::Units(unit), true) = (c.term(at + 1), value == "PAST_REF") {
                return Some(match unit {
                    Unit::Year | Unit::Decade => (Expr::Vague(value), at + 2),
                    _ => {
                        let amount = Amount::Some;
                        (Expr::length(amount, unit, -1), at + 2)
                    }
                });
            }
            // "recent attacks", "future talks": adjectives that date nothing. "the now-closed": no time either.
            let adjective = c.is(at, Word::of("recent")) || c.is(at, Word::of("future"));
            let hyphened = c.is(at + 1, DASH) && c.glued(at + 1) || c.is(at.wrapping_sub(1), DASH);
            (!adjective && !hyphened).then(|| (Expr::Vague(value), at + 1))
        }
        Term::The => match c.term(at + 1) {
            Term::Vague(value @ "FUTURE_REF") => Some((Expr::Vague(value), at + 2)),
            Term::Which(super::term::Which::Past)
                if c.is(at + 1, Word::of("past"))
                    && !c.shaped(at + 2, Shape::WORD)
                    && c.term(at + 2) == Term::None =>
            {
                Some((Expr::Vague("PAST_REF"), at + 2))
            }
            Term::Near if c.term(at + 2) == Term::Vague("FUTURE_REF") => {
                Some((Expr::Vague("FUTURE_REF"), at + 3))
            }
            _ => None,
        },
        Term::Earlier if c.is(at, Word::of("previously")) => {
            Some((Expr::Vague("PAST_REF"), at + 1))
        }
        Term::At => {
            // "at the moment", "at present"
            let the = c.skip_term(at + 1, Term::The);
            let now = c.term(the) == Term::Present;
            now.then(|| (Expr::Vague("PRESENT_REF"), the + 1))
        }
        Term::Which(super::term::Which::Current) => Some((Expr::Vague("PRESENT_REF"), at + 1)),
        Term::Which(super::term::Which::This) if c.is(at + 1, Word::of("moment")) => {
            Some((Expr::Vague("PRESENT_REF"), at + 2))
        }
        _ => None,
    }
}
