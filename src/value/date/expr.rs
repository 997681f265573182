//! A time expression as it is written, before anything is known of the day it counts from.

use super::word::term::{Part, Reference, Season, Unit, Which};

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expr {
    /// A point in time: a day, a part of one, or something coarser.
    Point(Point),
    /// From one point to another, both included.
    Range(Point, Point),
    /// A length of time; `toward` tells "the past two weeks" (-1) and "the next three days" (1) from lengths that lie nowhere.
    Length {
        amount: Amount,
        unit: Unit,
        toward: i32,
        /// The smaller unit of "3 hours 30 minutes".
        extra: Option<(f64, Unit)>,
    },
    /// The same of which it is not told whether it is hours and minutes or minutes and seconds: "2:04".
    TakenEither(u32, u32),
    /// A length that a stopwatch took: "2:04:36".
    Taken {
        hours: u32,
        minutes: u32,
        seconds: f64,
    },
    /// So many hours, minutes or seconds before (-1) or after (1) now, or another moment of the story.
    Away {
        amount: Amount,
        unit: Unit,
        sign: i32,
        in_story: bool,
    },
    /// "in two weeks": a length that ends where something will be.
    Ahead { amount: Amount, unit: Unit },
    /// A length that begins at a point: "two weeks starting May 20", "from 2 p.m. for three hours".
    Lasting { first: Point, length: Box<Expr> },
    /// A length counted from a point: "two days after March 1", "three weeks from tomorrow".
    Beyond { by: i32, unit: Unit, base: Point },
    /// A length that ends with a point: "the year to March 2023".
    UpTo {
        amount: i32,
        unit: Unit,
        last: Point,
    },
    /// What recurs, as TIMEX3 writes it, and how many times in it: "twice a month".
    Set(String, Option<u32>),
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
    Vague(Reference),
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Amount {
    /// A number, and the bounds that "at least", "about" or "less than" put on it.
    Number(f64, Bound),
    /// "three to five".
    Between(f64, f64),
    /// "several", "a few".
    Some,
}

/// What a length's number bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    Exact,
    About,
    AtLeast,
    AtMost,
}

/// A point in time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Point {
    /// The day or the coarser period; `None` for a bare clock time.
    pub(super) day: Option<Day>,
    /// The part of the day or the clock time.
    pub(super) within: Option<Within>,
}

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Within {
    Part(Part),
    Clock(Clock),
}

/// A clock time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Clock {
    pub(super) hour: i8,
    pub(super) minute: Option<i8>,
    pub(super) second: Option<i8>,
    /// Minutes from UTC, where a zone is given.
    pub(super) zone: Option<i16>,
}

/// A day or a coarser period, as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Day {
    /// A calendar day; without a year it is sought near the anchor.
    Date {
        year: Option<i16>,
        month: i8,
        day: i8,
    },
    /// 02/03/2022: month first or day first, whichever fits.
    Numeric {
        first: i8,
        second: i8,
        year: Option<i16>,
    },
    Weekday {
        day: i8,
        which: Option<Which>,
    },
    /// So many weeks from such a weekday: "the Monday before last", "Friday week".
    WeekdayAway {
        day: i8,
        which: Option<Which>,
        weeks: i32,
    },
    /// "Tuesday of last week".
    WeekdayOfWeek {
        day: i8,
        by: i32,
    },
    Month {
        month: i8,
        year: Year,
    },
    Season {
        season: Season,
        year: Year,
    },
    Quarter {
        quarter: i8,
        year: Year,
    },
    /// First or second half.
    Half {
        half: i8,
        year: Year,
    },
    /// Counted through the year 0: 44 BC is -43.
    Year(i16),
    /// The first three digits: 199.
    Decade(i16),
    /// The first two digits: 19. The fifteenth before Christ is -15.
    Century(i16),
    /// So many units away: "last week", "two years ago", "a month earlier".
    Shift {
        unit: Unit,
        by: i32,
        in_story: bool,
    },
    /// "the latest quarter", "the quarter", "the period": the quarter the story speaks of, so many years away.
    SameQuarter {
        years: i32,
    },
    /// "a year ago", "the year-earlier": the same period a year before.
    YearBefore {
        in_story: bool,
    },
    /// Row of the holidays' table.
    Holiday {
        row: usize,
        year: Year,
    },
    /// "the week of March 6".
    WeekOf {
        month: i8,
        day: i8,
        year: Option<i16>,
    },
    /// "Tuesday the 13th": the nearest such day.
    WeekdayDate {
        weekday: i8,
        day: i8,
    },
    /// "the 18th".
    OfMonth(i8),
    /// "the week beginning March 7": seven days from it.
    WeekFrom {
        month: i8,
        day: i8,
        year: Option<i16>,
    },
    /// "week 31".
    WeekNumber {
        week: i8,
        year: Year,
    },
    /// "the end of March" as an end of a range: the first day (0), the middle (1), or the day after (2).
    Edge {
        place: u8,
        of: Whole,
    },
    /// "Labor Day weekend": row of the holidays' table.
    HolidayWeekend {
        row: usize,
        year: Year,
    },
    /// "the first week of 2015", "the last two weeks of July", "the third month of next year"; -1 is the last.
    Nth {
        nth: i8,
        count: i8,
        unit: Unit,
        of: Whole,
    },
    /// "the first Tuesday of November"; -1 is the last.
    NthWeekday {
        nth: i8,
        weekday: i8,
        month: i8,
        year: Year,
    },
    /// So many vague units away: "several years ago".
    Somewhen {
        by: i32,
    },
}

/// What the "first week" or "last two days" are a part of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Whole {
    Month(i8, Year),
    /// So many months from the anchor's.
    MonthAway(i32),
    Year(Year),
}

/// Which year a month, season, quarter or holiday belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Year {
    Given(i16),
    Which(Which),
    /// One year further than "last" or "next": "the summer before last".
    Further(Which),
    /// Years away from the anchor's: "last year's third quarter".
    Away(i32),
    Unsaid,
    /// Not said of a day on which something was: "on Good Friday", of the past in the past tense.
    Dated,
}

impl Expr {
    /// A length in one unit.
    pub(super) fn length(amount: Amount, unit: Unit, toward: i32) -> Expr {
        Expr::Length {
            amount,
            unit,
            toward,
            extra: None,
        }
    }
}

impl Point {
    pub(super) fn day(day: Day) -> Point {
        Point {
            day: Some(day),
            within: None,
        }
    }

    /// A clock time of a day that is not said.
    pub(super) fn clock(clock: Clock) -> Point {
        Point {
            day: None,
            within: Some(Within::Clock(clock)),
        }
    }

    /// A clock time of the same day.
    pub(super) fn at(&self, clock: Clock) -> Point {
        Point {
            within: Some(Within::Clock(clock)),
            ..self.clone()
        }
    }

    /// A clock time of this part of a day: "7 last night" is 19:00.
    pub(super) fn of_part(&self, clock: Clock) -> Point {
        let late = matches!(self.within, Some(Within::Part(part)) if part != Part::Morning);
        let afternoon = late && (4..12).contains(&clock.hour);
        self.at(Clock {
            hour: clock.hour + if afternoon { 12 } else { 0 },
            ..clock
        })
    }

    /// Whether it is a whole month.
    pub(super) fn is_month(&self) -> bool {
        matches!(self.day, Some(Day::Month { .. }))
    }
}

impl Clock {
    pub(super) fn hour(hour: i8) -> Clock {
        Clock {
            hour,
            minute: None,
            second: None,
            zone: None,
        }
    }
}
