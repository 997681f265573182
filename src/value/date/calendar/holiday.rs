//! Days known by a name: Christmas Eve, Thanksgiving, Good Friday.

use crate::document::{Shape, Word};
use crate::value::date::expr::{Day, Expr, Point, Year};
use crate::value::date::word::cursor::Cursor;
use crate::value::date::word::term::{Term, Unit};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

const WEEKEND: Term = Term::Unit(Unit::Weekend);

/// On which day of a year a holiday falls.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Rule {
    /// Month and day.
    Fixed(i8, i8),
    /// Month, weekday (Monday is 1), which one (-1 is the last), days after it.
    Nth(i8, i8, i8, i32),
    /// Days from Easter Sunday.
    Easter(i32),
}

struct Holidays {
    rules: Vec<Rule>,
    /// By first word: the words that follow, and the row; longer names first.
    names: FxHashMap<Word, Vec<(Vec<Word>, usize)>>,
}

fn holidays() -> &'static Holidays {
    static HOLIDAYS: OnceLock<Holidays> = OnceLock::new();
    HOLIDAYS.get_or_init(|| {
        let mut rules = Vec::new();
        let mut names: FxHashMap<Word, Vec<(Vec<Word>, usize)>> = FxHashMap::default();
        let rows = include_str!("holidays.tsv").lines();
        for (name, rule) in rows
            .filter(|row| !row.starts_with('#'))
            .filter_map(|row| row.split_once('\t'))
        {
            let Some(rule) = parse(rule) else { continue };
            let mut words = name.split(' ').map(Word::of);
            if let Some(first) = words.next() {
                let rest = words.collect();
                names.entry(first).or_default().push((rest, rules.len()));
                rules.push(rule);
            }
        }
        Holidays { rules, names }
    })
}

fn parse(rule: &str) -> Option<Rule> {
    if let Some(days) = rule.strip_prefix("easter") {
        return Some(Rule::Easter(days.parse().ok()?));
    }
    if let Some((month, day)) = rule.split_once('-').filter(|_| !rule.contains(':')) {
        return Some(Rule::Fixed(month.parse().ok()?, day.parse().ok()?));
    }
    let (rule, after) = rule.split_once('+').unwrap_or((rule, "0"));
    let mut parts = rule.split(':');
    let mut number = || parts.next()?.parse::<i8>().ok();
    Some(Rule::Nth(
        number()?,
        number()?,
        number()?,
        after.parse().ok()?,
    ))
}

/// A holiday's name at `at`, in a year still to be found unless the name is followed by one.
pub(in crate::value::date) fn read(c: &Cursor<'_>, at: usize, year: Year) -> Option<(Expr, usize)> {
    if c.term(at) == Term::None {
        return None;
    }
    let first = c.token(at)?;
    let names = holidays().names.get(&first.word)?;
    let matched = names.iter().filter(|(rest, _)| {
        let mut rest = rest.iter().enumerate();
        rest.all(|(n, word)| c.is(at + 1 + n, *word))
    });
    let (rest, row) = matched.max_by_key(|(rest, _)| rest.len())?;
    // "a good friday" is no holiday; a single word in lower case needs the calendar's company ("last easter").
    let mut end = at + 1 + rest.len();
    let capital = c.shaped(at, Shape::CAPITAL);
    let before = c.before(at) == Term::Of && c.term(at.wrapping_sub(2)) == WEEKEND;
    let weekend = before || c.term(end) == WEEKEND;
    let company = c.year(end).is_some() || year != Year::Unsaid || weekend;
    if !capital && !company && (rest.is_empty() || first.word == Word::of("good")) {
        return None;
    }
    let mut year = year;
    if let Some(given) = c.year(end) {
        year = Year::Given(given);
        end += 1;
    }
    if c.term(end) == WEEKEND {
        // "Labor Day weekend 2021"
        let given = c.year(end + 1);
        let year = given.map_or(year, Year::Given);
        let day = Day::HolidayWeekend { row: *row, year };
        let past = end + 1 + usize::from(given.is_some());
        return Some((Expr::Point(Point::day(day)), past));
    }
    // "Independence Day of this year"
    let of = c.skip_term(end, Term::Of);
    if let (Term::Which(which), Term::Unit(Unit::Year)) = (c.term(of), c.term(of + 1))
        && of > end
    {
        year = Year::Away(which.by());
        end = of + 2;
    }
    let dated = matches!(c.before(at), Term::On | Term::At | Term::About);
    if dated && year == Year::Unsaid && !c.shaped(end, Shape::WORD) {
        year = Year::Dated;
    }
    let day = Day::Holiday { row: *row, year };
    Some((Expr::Point(Point::day(day)), end))
}

/// The day on which a holiday falls in a year.
pub(in crate::value::date) fn day(row: usize, year: i16) -> Option<Date> {
    match *holidays().rules.get(row)? {
        Rule::Fixed(month, day) => Date::new(year, month, day).ok(),
        Rule::Nth(month, weekday, nth, after) => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            let first = Date::new(year, month, 1).ok()?;
            let day = first.nth_weekday_of_month(nth, weekday).ok()?;
            day.checked_add(after.days()).ok()
        }
        Rule::Easter(days) => easter(year)?.checked_add(days.days()).ok(),
    }
}

/// Month and day of a holiday that falls on the same ones every year.
pub(in crate::value::date) fn fixed(row: usize) -> Option<(i8, i8)> {
    match *holidays().rules.get(row)? {
        Rule::Fixed(month, day) => Some((month, day)),
        _ => None,
    }
}

/// Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (8 * century + 13) / 25;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    let (month, day) = (days / 31, days % 31 + 1);
    Date::new(year as i16, month as i8, day as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_sundays() {
        for (year, month, day) in [(2000, 4, 23), (2019, 4, 21), (2022, 4, 17), (2024, 3, 31)] {
            assert_eq!(easter(year), Date::new(year, month, day).ok());
        }
    }
}
