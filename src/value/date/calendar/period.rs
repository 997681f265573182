//! Periods longer than a day that have names: quarters, halves, seasons, years, fiscal years, decades, centuries.

use super::year::{decade, fiscal, numbered_year, spelled_year, year};
use super::{era, written};
use crate::document::{Shape, Word};
use crate::value::date::expr::{Amount, Day, Expr, Point, Whole, Year};
use crate::value::date::word::around::{self, List};
use crate::value::date::word::cursor::{COMMA, Cursor, DASH};
use crate::value::date::word::term::{Season, Term, Unit, Which};
use std::ops::Range;

const YEAR_END: i16 = 12;

/// A named period at `at`, and the position past it.
pub(in crate::value::date) fn read(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    match c.term(at) {
        Term::The => year_before(c, at + 1)
            .or_else(|| nth(c, at + 1))
            .or_else(|| ordinal_period(c, at + 1))
            .or_else(|| numbered_year(c, at + 1))
            .or_else(|| decade(c, at + 1))
            .or_else(|| same_period(c, at + 1))
            .or_else(|| year_of_quarter(c, at + 1))
            .or_else(|| week_of(c, at + 1))
            .or_else(|| week_number(c, at + 1))
            .or_else(|| season(c, at + 1)),
        Term::Ordinal(_) | Term::Second => nth(c, at).or_else(|| ordinal_period(c, at)),
        Term::Quarter(quarter) => {
            let (year, end) = year_after(c, at + 1);
            Some((point(Day::Quarter { quarter, year }), end))
        }
        Term::HalfYear(half) => {
            let (year, end) = year_after(c, at + 1);
            (year != Year::Unsaid).then(|| (point(Day::Half { half, year }), end))
        }
        Term::Which(_) => last_years(c, at).or_else(|| nth(c, at)),
        Term::Fiscal => ordinal_period(c, at).or_else(|| fiscal(c, at)),
        Term::Season(_) => season(c, at),
        Term::Unit(Unit::Week) => week_number(c, at),
        Term::Unit(Unit::Year) => year_before(c, at).or_else(|| year_end(c, at)),
        Term::Era(_) => era::year_after(c, at),
        Term::Digits { .. } | Term::Decimal if matches!(c.term(at + 1), Term::Era(_)) => {
            era::year_before(c, at)
        }
        Term::Digits { len: 4, .. } => quarter_after_year(c, at)
            .or_else(|| decade(c, at))
            .or_else(|| year(c, at)),
        Term::Digits { len: 1 | 2, .. } => ordinal_period(c, at).or_else(|| nth(c, at)),
        Term::Number(_) => ordinal_period(c, at).or_else(|| spelled_year(c, at)),
        Term::Apostrophe | Term::Tens(_) => decade(c, at),
        _ => None,
    }
}

pub(super) fn point(day: Day) -> Expr {
    Expr::Point(Point::day(day))
}

/// Whether the quarter at `quarter` is one of a match: "scored twice in the fourth quarter". What an account of a business tells is
/// of the year ("led sales in the fourth quarter").
fn is_of_match(c: &Cursor<'_>, quarter: Range<usize>) -> bool {
    let said = |list: List| {
        let mut words = (c.start..c.end).filter(|at| !quarter.contains(at));
        words.any(|at| around::is(c, at, list))
    };
    said(List::Played) && !said(List::Accounts)
}

/// `third quarter`, `fiscal first quarter`, `third-quarter`, `first half of 1990`, `20th century`.
fn ordinal_period(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let fiscal = c.term(at) == Term::Fiscal;
    let at = if fiscal { c.skip_hyphen(at + 1) } else { at };
    let (number, end) = match c.term(at) {
        Term::Which(which) if which.by() < 0 && c.term(at + 1) == Term::Half => (2, at + 1),
        _ => named_half(c, at).or_else(|| c.ordinal(at))?,
    };
    let hyphen = c.skip_hyphen(end);
    match c.term(hyphen) {
        Term::Unit(Unit::Quarter) if (1..=4).contains(&number) => {
            let (year, past) = year_after(c, hyphen + 1);
            let quarter = number as i8;
            let of_match = year == Year::Unsaid && !fiscal && is_of_match(c, at..past);
            (!of_match).then(|| (point(Day::Quarter { quarter, year }), past))
        }
        Term::Half if number <= 2 => {
            let (year, past) = year_after(c, hyphen + 1);
            let half = number as i8;
            (year != Year::Unsaid).then(|| (point(Day::Half { half, year }), past))
        }
        Term::Unit(Unit::Century) if is_batted(c) => None,
        Term::Unit(Unit::Century) => Some(match c.term(hyphen + 1) {
            Term::Era(-1) => (point(Day::Century(-(number as i16))), hyphen + 2),
            era => {
                let end = hyphen + 1 + usize::from(matches!(era, Term::Era(_)));
                (point(Day::Century(number as i16 - 1)), end)
            }
        }),
        _ => None,
    }
}

/// `back` before "half": which half it is, and the position of "half".
pub(in crate::value::date) fn named_half(c: &Cursor<'_>, at: usize) -> Option<(u32, usize)> {
    let named = |list: List| c.term(at + 1) == Term::Half && around::is(c, at, list);
    match (named(List::FirstHalf), named(List::SecondHalf)) {
        (true, _) => Some((1, at + 1)),
        (_, true) => Some((2, at + 1)),
        _ => None,
    }
}

/// Whether a century in this sentence is one that a batsman makes.
fn is_batted(c: &Cursor<'_>) -> bool {
    (c.start..c.end).any(|at| around::is(c, at, List::Cricket))
}

/// `first week of 2015`, `last two weeks of July`, `third month of next year`, `15th day of the month`.
fn nth(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let (nth, end) = match c.term(at) {
        Term::Which(Which::Last) => (-1, at + 1),
        _ => c.ordinal(at).map(|(n, end)| (n.min(60) as i8, end))?,
    };
    if let Term::Weekday(weekday, _) = c.term(end) {
        return nth_weekday(c, nth, weekday, end + 1);
    }
    let (count, end) = match c.amount(end) {
        Some((Amount::Number(count, _), past)) if nth.abs() == 1 && count.fract() == 0.0 => {
            (count.min(100.0) as i8, past)
        }
        _ => (1, end),
    };
    let (Term::Unit(unit) | Term::Units(unit)) = c.term(end) else {
        return None;
    };
    // "the first nine months of 1997" is a length of nine months, as companies report it.
    let month = unit == Unit::Month && (count == 1 || nth < 0);
    let divides = matches!(unit, Unit::Day | Unit::Week) || month;
    if !divides || !matches!(c.term(end + 1), Term::Of | Term::In) {
        return None;
    }
    let (of, past) = whole(c, end + 2)?;
    let day = Day::Nth {
        nth,
        count,
        unit,
        of,
    };
    Some((point(day), past))
}

/// The month or year after "the first week of".
pub(in crate::value::date) fn whole(c: &Cursor<'_>, at: usize) -> Option<(Whole, usize)> {
    let the = c.skip_term(at, Term::The);
    match (c.term(the), c.term(the + 1)) {
        (Term::Unit(Unit::Month), _) if the > at => return Some((Whole::MonthAway(0), the + 1)),
        (Term::Which(which), Term::Unit(Unit::Month)) => {
            return Some((Whole::MonthAway(which.by()), the + 2));
        }
        _ => {}
    }
    let written = written::read(c, at).filter(|(expr, _)| matches!(expr, Expr::Point(_)));
    let (Expr::Point(whole), past) = written
        .or_else(|| year(c, at))
        .or_else(|| years_away(c, at))?
    else {
        return None;
    };
    let whole = match whole.day? {
        Day::Month { month, year } => Whole::Month(month, year),
        Day::Year(year) => Whole::Year(Year::Given(year)),
        Day::Shift {
            unit: Unit::Year,
            by,
            ..
        } => Whole::Year(Year::Away(by)),
        _ => return None,
    };
    Some((whole, past))
}

/// `week 31`, `week 3 of 2027`; not "Week 3" of a sport, nor "week 3 of the strike".
fn week_number(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Term::Digits {
        value: value @ 1..=53,
        len: 1 | 2,
    } = c.term(at + 1)
    else {
        return None;
    };
    let end = at + 2;
    let (year, past) = year_after(c, end);
    let other = c.shaped(end, Shape::PUNCTUATION) && c.glued(end) && c.glued(end + 1);
    let other = other || c.unit(end).is_some() || past == end && c.term(end) == Term::Of;
    let plain = c.term(at) == Term::Unit(Unit::Week) && !c.shaped(at, Shape::CAPITAL);
    (plain && !other && !c.glued(at + 1)).then(|| {
        let week = value as i8;
        (point(Day::WeekNumber { week, year }), past)
    })
}

/// `first Tuesday of November`, `last Monday in May 2020`.
fn nth_weekday(c: &Cursor<'_>, nth: i8, weekday: i8, end: usize) -> Option<(Expr, usize)> {
    if !matches!(c.term(end), Term::Of | Term::In) || nth > 5 {
        return None;
    }
    let (Expr::Point(whole), past) = written::read(c, end + 1)? else {
        return None;
    };
    let Some(Day::Month { month, year }) = whole.day else {
        return None;
    };
    let day = Day::NthWeekday {
        nth,
        weekday,
        month,
        year,
    };
    Some((point(day), past))
}

/// `last year`, `next year`.
fn years_away(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Term::Which(which) = c.term(at) else {
        return None;
    };
    let day = Day::Shift {
        unit: Unit::Year,
        by: which.by(),
        in_story: false,
    };
    (c.term(at + 1) == Term::Unit(Unit::Year)).then(|| (point(day), at + 2))
}

/// ` of 1990`, `, 1990`, ` 1990`, ` of last year`, ` of this year` after a quarter or half.
fn year_after(c: &Cursor<'_>, end: usize) -> (Year, usize) {
    let at = c.skip_term(c.skip(end, COMMA), Term::Of);
    let at = c.skip_term(at, Term::Fiscal);
    let at = if at == end { c.skip_hyphen(at) } else { at };
    if let Some(year) = c.year(at) {
        return (Year::Given(year), at + 1);
    }
    let the = c.skip_term(at, Term::The);
    match (c.term(the), c.term(the + 1)) {
        (Term::Which(which), Term::Unit(Unit::Year)) => (Year::Away(which.by()), the + 2),
        // "the second half of the year"
        (Term::Unit(Unit::Year), _)
            if the > at && c.before(at) == Term::Of && !c.possessive(the + 1) =>
        {
            (Year::Away(0), the + 1)
        }
        _ => (Year::Unsaid, end),
    }
}

/// `2017 Q1`, `the 1988 third quarter`.
fn quarter_after_year(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let year = Year::Given(c.year(at)?);
    let next = c.skip_hyphen(at + 1);
    if let Term::Quarter(quarter) = c.term(next) {
        return Some((point(Day::Quarter { quarter, year }), next + 1));
    }
    if let Term::HalfYear(half) = c.term(next) {
        return Some((point(Day::Half { half, year }), next + 1));
    }
    let (number, end) = c.ordinal(next)?;
    let quarter = number as i8;
    let end = c.skip_hyphen(end);
    ((1..=4).contains(&number) && c.term(end) == Term::Unit(Unit::Quarter))
        .then(|| (point(Day::Quarter { quarter, year }), end + 1))
}

/// `the 1988 quarter`, `the 1988 period`, `the 1988 third quarter`.
fn year_of_quarter(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if let Some(read) = quarter_after_year(c, at) {
        return Some(read);
    }
    let year = c.year(at)?;
    matches!(c.term(at + 1), Term::Period | Term::Unit(Unit::Quarter)).then(|| {
        let year = Year::Given(year);
        (point(Day::Quarter { quarter: 0, year }), at + 2)
    })
}

/// `last year's third quarter`, `next year's first quarter`.
fn last_years(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Term::Which(which) = c.term(at) else {
        return None;
    };
    if c.term(at + 1) != Term::Unit(Unit::Year) || !c.possessive(at + 2) {
        return None;
    }
    let year = Year::Away(which.by());
    if let Some((number, end)) = c.ordinal(at + 3)
        && c.term(c.skip_hyphen(end)) == Term::Unit(Unit::Quarter)
    {
        let quarter = number as i8;
        return Some((
            point(Day::Quarter { quarter, year }),
            c.skip_hyphen(end) + 1,
        ));
    }
    let shift = Day::Shift {
        unit: Unit::Year,
        by: which.by(),
        in_story: which.in_story(),
    };
    Some((point(shift), at + 2))
}

/// `year-ago`, `year-earlier quarter`, `the year-ago period`; a length ("the year-earlier nine months") is left alone.
fn year_before(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let dash = c.is(at + 1, DASH) && c.glued(at + 1);
    if c.term(at) != Term::Unit(Unit::Year) || !dash {
        return None;
    }
    if !matches!(c.term(at + 2), Term::Ago | Term::Earlier) {
        return None;
    }
    let mut end = at + 3;
    if let Some((number, past)) = c.ordinal(end)
        && c.term(c.skip_hyphen(past)) == Term::Unit(Unit::Quarter)
    {
        let day = Day::Quarter {
            quarter: number as i8,
            year: Year::Away(-1),
        };
        return Some((point(day), c.skip_hyphen(past) + 1));
    }
    end += usize::from(matches!(
        c.term(end),
        Term::Period | Term::Unit(Unit::Quarter)
    ));
    Some((point(Day::YearBefore { in_story: true }), end))
}

/// `the quarter`, `the period`: the one the story speaks of.
fn same_period(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let quarter = c.term(at) == Term::Unit(Unit::Quarter);
    (quarter && !c.is(at + 1, DASH)).then(|| (point(Day::SameQuarter { years: 0 }), at + 1))
}

/// `year-end`, `year end`, `year's end`.
fn year_end(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let end = if c.possessive(at + 1) {
        at + 2
    } else {
        c.skip_hyphen(at + 1)
    };
    c.is(end, Word::of("end")).then(|| {
        let day = Day::Month {
            month: YEAR_END as i8,
            year: Year::Unsaid,
        };
        (point(day), end + 1)
    })
}

/// `spring 2022`, `the summer of 1990`, `in spring`, `the summer`.
fn season(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let early = usize::from(matches!(c.term(at), Term::Early | Term::Late | Term::Mid));
    let Term::Season(season) = c.term(at + early) else {
        return None;
    };
    // "Prices are unlikely to fall", "hope began to spring".
    let verb = matches!(season, Season::Autumn | Season::Spring);
    let to = c.before(at) == Term::To;
    if verb && to && around::is(c, at.wrapping_sub(2), List::Infinitive) {
        return None;
    }
    let end = at + early + 1;
    let year_at = c.skip_term(end, Term::Of);
    if let Some(year) = c.year(year_at) {
        let year = Year::Given(year);
        return Some((point(Day::Season { season, year }), year_at + 1));
    }
    if let Some((
        Expr::Point(Point {
            day: Some(Day::Year(year)),
            ..
        }),
        past,
    )) = spelled_year(c, year_at)
    {
        let year = Year::Given(year);
        return Some((point(Day::Season { season, year }), past));
    }
    if let (Term::Which(which), Term::Unit(Unit::Year)) = (c.term(year_at), c.term(year_at + 1)) {
        let year = Year::Away(which.by());
        return Some((point(Day::Season { season, year }), year_at + 2));
    }
    // "a fall", "the fall of Kabul", "spring a surprise": nothing but the calendar's words may stand beside it.
    let the = c.before(at) == Term::The;
    let said = match c.before(at) {
        Term::In | Term::Lead | Term::To => true,
        Term::The => {
            !verb || matches!(c.term(at.wrapping_sub(2)), Term::In | Term::Lead | Term::To)
        }
        _ => false,
    };
    let ends = c
        .token(end)
        .is_none_or(|t| t.is(Shape::PUNCTUATION) || c.term(end) != Term::None)
        || !verb && the;
    (said && ends && !matches!(c.term(end), Term::Of | Term::Under)).then(|| {
        let year = Year::Unsaid;
        (point(Day::Season { season, year }), end)
    })
}

/// `the week of March 6`, `the week beginning March 7`; `the week` in "the week ended March 6", whose date stands for
/// itself.
fn week_of(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    if c.term(at) != Term::Unit(Unit::Week) {
        return None;
    }
    let is = |words: [&str; 3]| words.iter().any(|word| c.is(at + 1, Word::of(word)));
    let from = is(["beginning", "starting", "commencing"]);
    let ended = is(["ended", "ending", "ends"]);
    if !from && !ended && c.term(at + 1) != Term::Of {
        return None;
    }
    let date_at = c.skip_term(at + 2, Term::On);
    let (Expr::Point(date), end) = written::read(c, date_at)? else {
        return None;
    };
    match date.day? {
        Day::Date { year, month, day } if from => {
            Some((point(Day::WeekFrom { month, day, year }), end))
        }
        Day::Date { year, month, day } => {
            let end = if ended { at + 1 } else { end };
            Some((point(Day::WeekOf { month, day, year }), end))
        }
        _ => None,
    }
}

/// Past what makes "the same month" one of the year before: `last year`, `of last year`, `a year earlier`.
pub(in crate::value::date) fn year_behind(c: &Cursor<'_>, at: usize) -> Option<usize> {
    let of = c.skip_term(at, Term::Of);
    let year = c.term(of + 1) == Term::Unit(Unit::Year);
    let last = matches!(c.term(of), Term::Which(Which::Last | Which::Previous));
    if year && last {
        return Some(of + 2);
    }
    let away = matches!(c.term(at + 2), Term::Earlier | Term::Ago);
    (year && of == at && c.term(at) == Term::Article && away).then_some(at + 3)
}
