//! The small vocabulary of time expressions: terms, units, parts of the day, seasons, and how far away "last" is.

/// What one token can mean in a time expression.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::value::date) enum Term {
    /// Nothing.
    #[default]
    None,
    /// Up to four digits.
    Digits {
        value: u32,
        len: u8,
    },
    /// A number with separators or more digits.
    Decimal,
    /// A month, and whether the word needs company to be one.
    Month(i8, bool),
    /// A weekday (Monday is 1), and whether the word needs company to be one.
    Weekday(i8, bool),
    Weekdays(i8),
    Unit(Unit),
    Units(Unit),
    /// Unit or ordinal.
    Second,
    Period,
    Long,
    Number(u8),
    Scale(u16),
    Article,
    Half,
    /// Before a unit: "a whole week".
    Whole,
    Couple,
    Some,
    Ordinal(u8),
    Suffix,
    /// "the nineties": 199.
    Tens(i16),
    Season(Season),
    Seasons(Season),
    Part(Part),
    Parts(Part),
    /// Noon is 12, midnight 24.
    Hour(i8),
    /// Hours to add: 0 or 12.
    Meridiem(i8),
    /// Days from today.
    Day(i8),
    Tonight,
    Overnight,
    Which(Which),
    Quarter(i8),
    HalfYear(i8),
    The,
    Ago,
    Earlier,
    Later,
    Hence,
    Early,
    Late,
    Mid,
    Bound,
    About,
    More,
    Most,
    Than,
    Fiscal,
    Calendar,
    Every,
    Set(Cycle),
    Vague(Reference),
    These,
    Time,
    Other,
    Once(u8),
    Times,
    Of,
    And,
    To,
    Between,
    From,
    On,
    In,
    At,
    For,
    /// Of a year: before Christ (-1) or after.
    Era(i8),
    /// Minutes from UTC.
    Zone(i16),
    /// Minutes from UTC, if "time" follows or a clock time stands before.
    ZoneName(i16),
    Local,
    Lead,
    Will,
    Past,
    /// What goes on now, after "is": "investigating".
    Ongoing,
    /// "all day", "another week".
    All,
    Within,
    Up,
    Under,
    No,
    Near,
    /// "at present", "at the moment".
    Present,
    Apostrophe,
    /// The first word of a holiday's name.
    Holiday,
}

impl Term {
    /// Marks a word that needs company.
    pub(super) fn weaken(&mut self) {
        match self {
            Term::Month(_, weak) | Term::Weekday(_, weak) => *weak = true,
            _ => {}
        }
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value::date) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    pub(super) fn coded(code: &str) -> Option<Unit> {
        Some(match code {
            "S" => Unit::Second,
            "N" => Unit::Minute,
            "H" => Unit::Hour,
            "D" => Unit::Day,
            "W" => Unit::Week,
            "F" => Unit::Fortnight,
            "WE" => Unit::Weekend,
            "M" => Unit::Month,
            "Q" => Unit::Quarter,
            "Y" => Unit::Year,
            "E" => Unit::Decade,
            "C" => Unit::Century,
            _ => return None,
        })
    }

    /// How TIMEX3 writes a length in it: what stands before the number, the letter after it, units per unit.
    pub(in crate::value::date) fn timex(self) -> (&'static str, &'static str, u32) {
        match self {
            Unit::Second => ("PT", "S", 1),
            Unit::Minute => ("PT", "M", 1),
            Unit::Hour => ("PT", "H", 1),
            Unit::Day => ("P", "D", 1),
            Unit::Weekend => ("P", "WE", 1),
            Unit::Week => ("P", "W", 1),
            Unit::Fortnight => ("P", "W", 2),
            Unit::Month => ("P", "M", 1),
            Unit::Quarter => ("P", "Q", 1),
            Unit::Year => ("P", "Y", 1),
            Unit::Decade => ("P", "Y", 10),
            Unit::Century => ("P", "Y", 100),
        }
    }

    /// Whether clocks count it: hours, minutes and seconds.
    pub(in crate::value::date) fn is_of_clock(self) -> bool {
        matches!(self, Unit::Second | Unit::Minute | Unit::Hour)
    }

    /// Its length in seconds, at the shortest and at the longest.
    pub(in crate::value::date) fn seconds(self) -> (f64, f64) {
        const MINUTE: f64 = 60.0;
        const HOUR: f64 = 60.0 * MINUTE;
        const DAY: f64 = 24.0 * HOUR;
        match self {
            Unit::Second => (1.0, 1.0),
            Unit::Minute => (MINUTE, MINUTE),
            Unit::Hour => (HOUR, HOUR),
            Unit::Day => (DAY, DAY),
            Unit::Week => (7.0 * DAY, 7.0 * DAY),
            Unit::Fortnight => (14.0 * DAY, 14.0 * DAY),
            Unit::Weekend => (2.0 * DAY, 3.0 * DAY),
            Unit::Month => (28.0 * DAY, 31.0 * DAY),
            Unit::Quarter => (90.0 * DAY, 92.0 * DAY),
            Unit::Year => (365.0 * DAY, 366.0 * DAY),
            Unit::Decade => (3652.0 * DAY, 3653.0 * DAY),
            Unit::Century => (36_524.0 * DAY, 36_525.0 * DAY),
        }
    }
}

/// How often something recurs that one word tells: "daily", "quarterly".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value::date) enum Cycle {
    Hourly,
    Daily,
    Weekly,
    Fortnightly,
    Monthly,
    Quarterly,
    Yearly,
}

impl Cycle {
    pub(super) fn coded(code: &str) -> Option<Cycle> {
        const ALL: [Cycle; 7] = [
            Cycle::Hourly,
            Cycle::Daily,
            Cycle::Weekly,
            Cycle::Fortnightly,
            Cycle::Monthly,
            Cycle::Quarterly,
            Cycle::Yearly,
        ];
        ALL.into_iter().find(|cycle| cycle.timex() == code)
    }

    /// Its length in TIMEX3.
    pub(in crate::value::date) fn timex(self) -> &'static str {
        match self {
            Cycle::Hourly => "PT1H",
            Cycle::Daily => "P1D",
            Cycle::Weekly => "P1W",
            Cycle::Fortnightly => "P2W",
            Cycle::Monthly => "P1M",
            Cycle::Quarterly => "P3M",
            Cycle::Yearly => "P1Y",
        }
    }
}

/// Where a time without a date of its own lies, seen from now: "recently", "nowadays", "soon".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value::date) enum Reference {
    Past,
    Present,
    Future,
}

impl Reference {
    pub(super) fn coded(code: &str) -> Option<Reference> {
        const ALL: [Reference; 3] = [Reference::Past, Reference::Present, Reference::Future];
        ALL.into_iter().find(|reference| reference.timex() == code)
    }

    /// Its value in TIMEX3.
    pub(in crate::value::date) fn timex(self) -> &'static str {
        match self {
            Reference::Past => "PAST_REF",
            Reference::Present => "PRESENT_REF",
            Reference::Future => "FUTURE_REF",
        }
    }
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value::date) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
}

impl Part {
    pub(super) fn coded(code: &str) -> Option<Part> {
        const ALL: [Part; 4] = [Part::Morning, Part::Afternoon, Part::Evening, Part::Night];
        ALL.into_iter().find(|part| part.code() == code)
    }

    /// Its letters in TIMEX3, after a `T`.
    pub(in crate::value::date) fn code(self) -> &'static str {
        match self {
            Part::Morning => "MO",
            Part::Afternoon => "AF",
            Part::Evening => "EV",
            Part::Night => "NI",
        }
    }

    /// First and last minute, counted from midnight, as widely as news use the word; a night runs into the next day.
    pub(in crate::value::date) fn minutes(self) -> (u16, u16) {
        match self {
            Part::Morning => (0, 12 * 60),
            Part::Afternoon => (12 * 60, 18 * 60 + 59),
            Part::Evening => (16 * 60, 24 * 60),
            Part::Night => (17 * 60, 30 * 60),
        }
    }
}

/// A season of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value::date) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    pub(super) fn coded(code: &str) -> Option<Season> {
        const ALL: [Season; 4] = [
            Season::Spring,
            Season::Summer,
            Season::Autumn,
            Season::Winter,
        ];
        ALL.into_iter().find(|season| season.code() == code)
    }

    /// Its letters in TIMEX3.
    pub(in crate::value::date) fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    /// Its first month.
    pub(in crate::value::date) fn month(self) -> i8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}

/// "last", "this", "next" and their kin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value::date) enum Which {
    Last,
    Past,
    Latest,
    Previous,
    This,
    Current,
    That,
    Next,
    Coming,
    Following,
}

impl Which {
    pub(super) fn coded(code: &str) -> Option<Which> {
        Some(match code {
            "last" => Which::Last,
            "past" => Which::Past,
            "latest" => Which::Latest,
            "previous" => Which::Previous,
            "this" => Which::This,
            "current" => Which::Current,
            "that" => Which::That,
            "next" => Which::Next,
            "coming" => Which::Coming,
            "following" => Which::Following,
            _ => return None,
        })
    }

    /// How many units away.
    pub(in crate::value::date) fn by(self) -> i32 {
        match self {
            Which::Last | Which::Past | Which::Latest | Which::Previous => -1,
            Which::This | Which::Current | Which::That => 0,
            Which::Next | Which::Coming | Which::Following => 1,
        }
    }

    /// Whether it counts from the day the story has reached, not from its publication.
    pub(in crate::value::date) fn in_story(self) -> bool {
        matches!(self, Which::Previous | Which::That | Which::Following)
    }
}
