//! The kinds of value, and what the program says of each.

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A day or a coarser or vague point: `2022-03-01`, `2022-Q1`, `PAST_REF`.
    Date,
    /// A time of day: `2022-03-01T16:12`, `2022-03-01TMO`.
    Time,
    /// A length of time: `P10Y`.
    Duration,
    /// A time that recurs: every Tuesday.
    Set,
    /// How many of something.
    Count,
    /// A physical quantity with its unit.
    Measure,
    /// An amount of a currency.
    Money,
    /// A percentage, percentage points or basis points.
    Percent,
    /// A position in an order: third.
    Ordinal,
    /// How old somebody or something is.
    Age,
    /// A score or the tally of a vote: 7-2.
    Score,
    /// A human being, named or described.
    Person,
    /// A company, agency, group or party.
    Organisation,
    /// A deliberative or official body: a council, a court, a committee.
    Body,
    /// A sovereign country.
    Country,
    /// Any other place.
    Place,
    /// One of the labels that a rule file lists.
    Choice,
    /// A phrase taken as it stands.
    Text,
}

/// What the program says of a kind.
pub struct KindRow {
    /// The kind.
    pub kind: Kind,
    /// Its name in rule files and machine formats.
    pub label: &'static str,
    /// An example, for listings.
    pub example: &'static str,
}

/// Every kind of value, in the order of listings.
pub const KINDS: &[KindRow] = &[
    KindRow {
        kind: Kind::Date,
        label: "date",
        example: "on Tuesday; March 1, 2022; last year",
    },
    KindRow {
        kind: Kind::Time,
        label: "time",
        example: "4:12 a.m. local time; Tuesday morning",
    },
    KindRow {
        kind: Kind::Duration,
        label: "duration",
        example: "ten years; less than an hour; won in 2:04:36",
    },
    KindRow {
        kind: Kind::Set,
        label: "set",
        example: "every Tuesday; twice a month",
    },
    KindRow {
        kind: Kind::Count,
        label: "count",
        example: "about 100 diplomats; dozens of people",
    },
    KindRow {
        kind: Kind::Measure,
        label: "measure",
        example: "20 km; magnitude 6.1; 30 °C",
    },
    KindRow {
        kind: Kind::Money,
        label: "money",
        example: "$1.5 million; 30,000 euros",
    },
    KindRow {
        kind: Kind::Percent,
        label: "percent",
        example: "61 %; three percentage points; 25 basis points",
    },
    KindRow {
        kind: Kind::Ordinal,
        label: "ordinal",
        example: "third; 21st",
    },
    KindRow {
        kind: Kind::Age,
        label: "age",
        example: "aged 25; a 20-year-old; 34, of Leeds",
    },
    KindRow {
        kind: Kind::Score,
        label: "score",
        example: "7-2; 3 votes to 1; 31 for and 22 against",
    },
    KindRow {
        kind: Kind::Person,
        label: "person",
        example: "Sergey V. Lavrov; Russia's top diplomat",
    },
    KindRow {
        kind: Kind::Organisation,
        label: "organisation",
        example: "Nikko Securities Co.; AFP",
    },
    KindRow {
        kind: Kind::Body,
        label: "body",
        example: "the UN Human Rights Council",
    },
    KindRow {
        kind: Kind::Country,
        label: "country",
        example: "Russia; Russian; Moscow's",
    },
    KindRow {
        kind: Kind::Place,
        label: "place",
        example: "Geneva; Andar district, Ghazni province",
    },
    KindRow {
        kind: Kind::Choice,
        label: "choice",
        example: "a label of the rule file",
    },
    KindRow {
        kind: Kind::Text,
        label: "text",
        example: "a phrase",
    },
];

impl Kind {
    /// Whether every sentence has one, so that standing near something means little: times and places.
    pub fn is_common(self) -> bool {
        matches!(self, Kind::Date | Kind::Time | Kind::Place | Kind::Country)
    }

    /// Its name with an article, as sentences have it: `a count`, `an age`.
    pub fn one(self) -> String {
        let label = self.label();
        let article = if label.starts_with(['a', 'e', 'i', 'o', 'u']) {
            "an"
        } else {
            "a"
        };
        format!("{article} {label}")
    }

    /// The kind's name in rule files and machine formats.
    pub fn label(self) -> &'static str {
        KINDS
            .iter()
            .find(|row| row.kind == self)
            .map_or("", |row| row.label)
    }

    /// The kind called `label`.
    pub fn named(label: &str) -> Option<Kind> {
        KINDS
            .iter()
            .find(|row| row.label == label)
            .map(|row| row.kind)
    }
}
