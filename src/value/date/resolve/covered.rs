//! The days that a calendar period covers, with its TIMEX3 value.

use crate::value::Kind;
use crate::value::date::word::term::Unit;
use crate::value::date::{Grain, Time};
use jiff::ToSpan;
use jiff::civil::Date;

/// The days of a calendar period.
#[derive(Clone, Debug, Default)]
pub(super) struct Covered {
    pub(super) timex: String,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) grain: Option<Grain>,
    pub(super) readings: Vec<(Date, Date)>,
}

impl Covered {
    /// The days from one to another, under a name of their own.
    pub(super) fn stretch(timex: String, from: Date, to: Date, grain: Grain) -> Self {
        Covered {
            timex,
            from: Some(from),
            to: Some(to),
            grain: Some(grain),
            readings: Vec::new(),
        }
    }

    pub(super) fn unanchored(timex: String, grain: Grain) -> Self {
        Covered {
            timex,
            grain: Some(grain),
            ..Covered::default()
        }
    }

    /// "yesterday", "last week" where nothing says when that is: the wording in a form that can be compared.
    pub(super) fn undefined(unit: Unit, by: i32) -> Self {
        let (name, grain) = match unit {
            Unit::Week | Unit::Fortnight => ("week", Grain::Week),
            Unit::Weekend => ("weekend", Grain::Week),
            Unit::Month => ("month", Grain::Month),
            Unit::Quarter => ("quarter", Grain::Quarter),
            Unit::Year => ("year", Grain::Year),
            Unit::Decade => ("decade", Grain::Decade),
            Unit::Century => ("century", Grain::Century),
            _ => ("day", Grain::Day),
        };
        let timex = match by {
            0 => format!("UNDEF-{name}"),
            by if by < 0 => format!("UNDEF-{name}-minus-{}", -by),
            by => format!("UNDEF-{name}-plus-{by}"),
        };
        Covered::unanchored(timex, grain)
    }

    pub(super) fn day(day: Date) -> Self {
        Covered::stretch(day.to_string(), day, day, Grain::Day)
    }

    /// The ISO week of a day.
    pub(super) fn week(day: Date) -> Option<Self> {
        let monday = day
            .checked_sub(i32::from(day.weekday().to_monday_zero_offset()).days())
            .ok()?;
        let week = day.iso_week_date();
        let timex = format!("{:04}-W{:02}", week.year(), week.week());
        let sunday = monday.checked_add(6.days()).ok()?;
        Some(Covered::stretch(timex, monday, sunday, Grain::Week))
    }

    /// The weekend of a Saturday.
    pub(super) fn weekend(saturday: Date) -> Option<Self> {
        let week = saturday.iso_week_date();
        let timex = format!("{:04}-W{:02}-WE", week.year(), week.week());
        let sunday = saturday.checked_add(1.days()).ok()?;
        Some(Covered::stretch(timex, saturday, sunday, Grain::Week))
    }

    /// So many months from the first day of one.
    pub(super) fn months(
        timex: String,
        year: i16,
        month: i8,
        months: i32,
        grain: Grain,
    ) -> Option<Self> {
        let from = Date::new(year, month, 1).ok()?;
        let to = from.checked_add(months.months()).ok()?.yesterday().ok()?;
        Some(Covered::stretch(timex, from, to, grain))
    }

    pub(super) fn month(year: i16, month: i8) -> Option<Self> {
        Covered::months(
            format!("{year:04}-{month:02}"),
            year,
            month,
            1,
            Grain::Month,
        )
    }

    pub(super) fn quarter(year: i16, quarter: i8) -> Option<Self> {
        let timex = format!("{year:04}-Q{quarter}");
        Covered::months(timex, year, quarter * 3 - 2, 3, Grain::Quarter)
    }

    pub(super) fn year(year: i16) -> Option<Self> {
        if year < 1 {
            let timex = format!("BC{:04}", 1 - i32::from(year));
            let far = Covered::unanchored(timex.clone(), Grain::Year);
            return Covered::months(timex, year, 1, 12, Grain::Year).or(Some(far));
        }
        Covered::months(format!("{year:04}"), year, 1, 12, Grain::Year)
    }

    /// So many years from the first day of one.
    pub(super) fn years(timex: String, year: i16, years: i32, grain: Grain) -> Option<Self> {
        Covered::months(timex, year, 1, years * 12, grain)
    }

    /// As a value of kind date.
    pub(super) fn time(self) -> Time {
        Time {
            kind: Kind::Date,
            timex: self.timex,
            from: self.from,
            to: self.to,
            grain: self.grain.unwrap_or(Grain::Vague),
            readings: self.readings,
            clock: None,
            either_half: false,
            zone: None,
            length: None,
            times: None,
        }
    }
}
