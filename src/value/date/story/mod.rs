//! Where an article stands in time while it is read: its anchor, the day and quarter it last spoke of.
//!
//! Here belongs from which day an article's times are counted: its anchor (`anchor.rs`), the days it gives for its own
//! (`stated.rs`), and which times need none of them (`ground.rs`).

pub(super) mod anchor;
pub(super) mod ground;
pub(super) mod stated;

use crate::value::Kind;
use crate::value::date::word::term::Unit;
use crate::value::date::{Grain, Time, days_between};
use anchor::Anchor;
use jiff::ToSpan;
use jiff::civil::Date;

/// What earlier sentences tell of the times in the next one.
#[derive(Clone, Debug, Default)]
pub(super) struct Story {
    /// The publication day, or the day of the post being read.
    pub(super) anchor: Option<Date>,
    /// A day of about the time of the article, where no anchor is known: it tells the year of a date without one.
    pub(super) about: Option<Date>,
    /// The clock of the anchor.
    pub(super) clock: Option<jiff::civil::Time>,
    /// The last day or period told, by its first day, how exact it was, and in which sentence.
    focus: Option<(Date, Grain, usize)>,
    /// The same, of what happened: "police said Saturday" tells when they spoke.
    event: Option<(Date, Grain, usize)>,
    /// The last quarter told: year and number.
    pub(super) quarter: Option<(i16, i8)>,
    /// The sentence being read.
    pub(super) sentence: usize,
}

impl Story {
    pub(super) fn new(anchor: Option<Anchor>) -> Self {
        Story {
            anchor: anchor.map(|a| a.day),
            clock: anchor.and_then(|a| a.clock),
            ..Story::default()
        }
    }

    /// A story told on one day.
    pub(super) fn at(day: Date) -> Self {
        Story {
            anchor: Some(day),
            ..Story::default()
        }
    }

    /// Goes on from a dateline inside the text. A publication day that lies no more than a day off stays.
    pub(super) fn move_to(&mut self, day: Date) {
        let near = |anchor: Date| days_between(anchor, day).abs() <= 1;
        if !self.anchor.is_some_and(near) {
            (self.anchor, self.clock) = (Some(day), None);
            (self.focus, self.event) = (None, None);
        }
    }

    /// A story of about a day.
    pub(super) fn near(day: Option<Date>) -> Self {
        Story {
            about: day,
            ..Story::default()
        }
    }

    /// The day from which the year of a date without one is sought.
    pub(super) fn nearby(&self) -> Option<Date> {
        self.anchor.or(self.about)
    }

    /// The last day told.
    pub(super) fn focus_day(&self) -> Option<Date> {
        self.focus_for(Unit::Day)
    }

    /// The last time told that is exact enough to count `unit`s from.
    pub(super) fn focus_for(&self, unit: Unit) -> Option<Date> {
        let (day, grain, _) = self.focus?;
        let coarsest = match unit {
            Unit::Month => Grain::Month,
            Unit::Year | Unit::Decade | Unit::Century => Grain::Year,
            Unit::Quarter => Grain::Quarter,
            Unit::Week | Unit::Fortnight | Unit::Weekend => Grain::Week,
            _ => Grain::Day,
        };
        (grain <= coarsest).then_some(day)
    }

    /// The day on which a bare clock time falls: the one told in this sentence or the one before.
    pub(super) fn event_day(&self) -> Option<Date> {
        let lately = |told: Option<(Date, Grain, usize)>| {
            let (day, grain, sentence) = told?;
            (grain <= Grain::Day && sentence + 2 >= self.sentence).then_some(day)
        };
        lately(self.event).or_else(|| lately(self.focus))
    }

    /// The quarter "the quarter" means: the last one told, else the last one over.
    pub(super) fn quarter_spoken_of(&self) -> Option<(i16, i8)> {
        self.quarter.or_else(|| {
            let over = self.anchor?.checked_sub(3.months()).ok()?;
            Some((over.year(), (over.month() + 2) / 3))
        })
    }

    /// Takes note of a time just told; `spoken`: of when somebody said something.
    pub(super) fn tell(&mut self, time: &Time, spoken: bool) {
        let Some(day) = time
            .from
            .filter(|_| matches!(time.kind, Kind::Date | Kind::Time))
        else {
            return;
        };
        self.focus = Some((day, time.grain, self.sentence));
        if !spoken {
            self.event = self.focus;
        }
        if let Some((year, quarter)) = time.timex.split_once("-Q")
            && let (Ok(year), Ok(quarter)) = (year.parse(), quarter.parse())
            && !self.is_year_before(year, quarter)
            && time.to <= self.anchor
        {
            self.quarter = Some((year, quarter));
        }
    }

    /// Whether a quarter is the one a year before the quarter spoken of: a comparison, not a new subject.
    fn is_year_before(&self, year: i16, quarter: i8) -> bool {
        self.quarter == Some((year + 1, quarter))
    }
}
