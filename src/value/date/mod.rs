//! Points, lengths and repetitions of time, as TIMEX3 values with the days they cover.

use super::{Found, Kind};
use crate::document::Document;
use jiff::civil::Date;

/// How exact a time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// A clock time.
    Minute,
    /// A part of a day or an hour.
    Hour,
    /// A day.
    Day,
    /// A week or a weekend.
    Week,
    /// A month.
    Month,
    /// A quarter or a season.
    Quarter,
    /// A year, calendar or fiscal.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years or more.
    Century,
    /// Not said: "recently".
    Vague,
}

impl Grain {
    /// The grain's name in machine formats.
    pub fn label(self) -> &'static str {
        match self {
            Grain::Minute => "minute",
            Grain::Hour => "hour",
            Grain::Day => "day",
            Grain::Week => "week",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::Year => "year",
            Grain::Decade => "decade",
            Grain::Century => "century",
            Grain::Vague => "vague",
        }
    }
}

/// A time expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// One of `Date`, `Time`, `Duration`, `Set`.
    pub kind: Kind,
    /// The TIMEX3 value: `2022-03-01`, `2022-W09`, `P10Y`, `PAST_REF`, `XXXX-WXX-2` for a Tuesday nothing anchors.
    pub timex: String,
    /// First day it covers; `None` when open or unanchored.
    pub from: Option<Date>,
    /// Last day it covers, included; `None` when open or unanchored.
    pub to: Option<Date>,
    /// How exact it is.
    pub grain: Grain,
    /// Other readings, as first and last day (02/03/2022 is 2 March and 3 February).
    pub readings: Vec<(Date, Date)>,
}

/// The normal form in one line, as corpora and listings show it.
impl std::fmt::Display for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.timex)
    }
}

/// Finds the time expressions of a document.
pub fn read(_document: &Document<'_>, _found: &mut Vec<Found>) {}
