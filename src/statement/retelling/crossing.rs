//! What a value says in the form of another kind, where two reporters put one fact in two forms: "since 2019" and "six
//! years", "built in 1987" and "38 years old", "her fourth title" and "four titles".
//!
//! A length or an age and the year it began are one only as seen from the day of an article, so nothing is said without it.

use crate::value::{Bound, Grain, Kind, Quantity, Time, Value};
use jiff::civil::Date;

/// A length and a time that begins it are one if neither is longer than the other by more than this factor.
const BOUNDED: f64 = 1.2;
/// Shorter lengths, in years, fit many years that an article names; and an age in years fits a year by accident.
const LONG: i16 = 3;
const GROWN: f64 = 12.0;
/// An ordinal this small is rather of an order than of a number.
const ORDER: f64 = 2.0;
const MONTHS: i32 = 12;

/// What `value` says as a value of the kind of `other`, in an article of the day `published`; `None` if that is no fact in two
/// forms.
pub(in crate::statement) fn as_kind_of(
    value: &Value,
    other: &Value,
    published: Option<Date>,
) -> Option<Value> {
    match (value, other) {
        (Value::Quantity(ordinal), Value::Quantity(count)) => as_count(ordinal, count),
        (Value::Time(date), Value::Time(length)) => as_length(date, length, published?),
        (Value::Time(date), Value::Quantity(age)) => as_age(date, age, published?),
        _ => None,
    }
}

/// Whether values of two kinds may be one fact in two forms, the first to be put in the form of the second.
pub(in crate::statement) fn may_cross(from: Kind, to: Kind) -> bool {
    matches!(
        (from, to),
        (Kind::Ordinal, Kind::Count) | (Kind::Date, Kind::Duration | Kind::Age)
    )
}

fn as_count(ordinal: &Quantity, count: &Quantity) -> Option<Value> {
    let whole = count.unit.is_none() && count.bound == Bound::Exact;
    let fits = ordinal.nominal == count.nominal && ordinal.nominal.is_some_and(|n| n > ORDER);
    let counted = || Quantity {
        kind: Kind::Count,
        ..ordinal.clone()
    };
    (whole && fits).then(|| Value::Quantity(counted()))
}

fn as_length(date: &Time, length: &Time, published: Date) -> Option<Value> {
    let told = years_told(&length.timex)?;
    let since = years_since(date, published)?;
    if since.min(told) < LONG {
        return None;
    }
    if since == told {
        return Some(Value::Time(length.clone()));
    }
    let (since, told) = (f64::from(since), f64::from(told));
    let (shortest, longest) = length.length?;
    let year = shortest / told;
    let is_floor = longest > shortest * 2.0;
    let fits = is_floor && since > told && since <= (told * BOUNDED).max(told + 1.0);
    fits.then(|| {
        Value::Time(Time {
            timex: format!("P{since}Y"),
            length: Some((since * year, (since + 1.0) * year)),
            ..length.clone()
        })
    })
}

/// Somebody born in a year is so many years old, or one less until the birthday.
fn as_age(date: &Time, age: &Quantity, published: Date) -> Option<Value> {
    let years = age
        .nominal
        .filter(|_| age.unit.as_deref() == Some("year"))?;
    let born = date.from.filter(|_| date.grain == Grain::Year)?;
    let since = f64::from(published.year() - born.year());
    let fits = years > GROWN && (years..=years + 1.0).contains(&since);
    fits.then(|| Value::Quantity(age.clone()))
}

/// The number of `P6Y`.
fn years_told(timex: &str) -> Option<i16> {
    timex.strip_prefix('P')?.strip_suffix('Y')?.parse().ok()
}

/// How many years a date lies from the day of the article, before or after it: a year by the calendar, a month or a day to
/// the nearest.
fn years_since(date: &Time, published: Date) -> Option<i16> {
    let day = date.from?;
    let years = published.year() - day.year();
    match date.grain {
        Grain::Year => Some(years.abs()),
        Grain::Month | Grain::Day => {
            let months = i32::from(years) * MONTHS + i32::from(published.month() - day.month());
            i16::try_from((months.abs() + MONTHS / 2) / MONTHS).ok()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::as_kind_of;
    use crate::document::Document;
    use crate::mention;
    use crate::text::Source;
    use crate::value::Value;
    use jiff::civil::date;

    fn only(text: &str) -> Value {
        let source = Source::new("a", text);
        let document = Document::parse(&source);
        mention::read(&document).swap_remove(0).value
    }

    #[test]
    fn one_fact_in_two_forms() {
        let day = Some(date(2025, 3, 4));
        for (from, to, fits) in [
            ("It was shut in 2019.", "It was shut for six years.", true),
            ("It was shut in 2019.", "It was shut for nine years.", false),
            (
                "It was built in 1958.",
                "It stood for more than 65 years.",
                true,
            ),
            (
                "It was built in 1938.",
                "It stood for more than 65 years.",
                false,
            ),
            ("She was born in 1990.", "She is a 34-year-old baker.", true),
            (
                "She was born in 1990.",
                "She is a 39-year-old baker.",
                false,
            ),
            ("It was her fourth title.", "She has four titles.", true),
            ("It was her second title.", "She has two titles.", false),
        ] {
            let crossed = as_kind_of(&only(from), &only(to), day);
            assert_eq!(crossed.is_some(), fits, "{from} {to}");
        }
    }
}
