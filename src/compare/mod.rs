//! How two values of one kind stand to each other. Knows nothing of documents, spans or rules.
//!
//! A comparator is one file and one `.tsv` of examples (left, right, verdict, reason); [`COMPARATORS`] lists them.

mod choice;
mod date;
mod likeness;
mod name;
mod number;
mod person;
mod place;
mod role;
mod text;

pub use choice::narrowness;
pub use likeness::{Likeness, likeness, likeness_in_one_article, plain, transcribed};
pub use name::{Kinship, NameWords, kinship};
pub use role::{Rank, is_role, is_same_office, is_same_office_of_one_body, rank};

use crate::value::{Kind, Value};

/// The answer of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The same normal form.
    Agree,
    /// Different, and both can be true.
    Compatible,
    /// May differ; a person must look.
    Unclear,
    /// Cannot both be true.
    Conflict,
    /// One article contradicts itself; never a comparator's answer.
    Inconsistent,
    /// One article says it, the other is silent; never a comparator's answer.
    OnlyInOne,
}

impl Verdict {
    /// The verdict's name in rule files and machine formats.
    pub fn label(self) -> &'static str {
        match self {
            Verdict::Agree => "agree",
            Verdict::Compatible => "compatible",
            Verdict::Unclear => "unclear",
            Verdict::Conflict => "conflict",
            Verdict::Inconsistent => "inconsistent",
            Verdict::OnlyInOne => "only-in-one",
        }
    }

    /// Whether a person should look: a conflict, an inconsistency, or something unclear.
    pub fn is_alarm(self) -> bool {
        matches!(
            self,
            Verdict::Conflict | Verdict::Inconsistent | Verdict::Unclear
        )
    }

    /// Every verdict, in the order of summaries.
    pub const ALL: [Verdict; 6] = [
        Verdict::Agree,
        Verdict::Compatible,
        Verdict::Unclear,
        Verdict::Conflict,
        Verdict::Inconsistent,
        Verdict::OnlyInOne,
    ];

    /// The verdict called `label`.
    pub fn named(label: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|v| v.label() == label)
    }
}

/// A verdict with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The answer.
    pub verdict: Verdict,
    /// One fixed word: `same`, `refinement`, `bound`, `rounding`, `vague`, `unit`, `described`, `alias`,
    /// `spelling`, `disjoint` …
    pub reason: &'static str,
    /// The reason in words, with the two values: "120 or more against exactly 87". May be empty.
    pub why: String,
}

impl Judgement {
    /// A judgement with its explanation.
    pub fn new(verdict: Verdict, reason: &'static str, why: impl Into<String>) -> Self {
        Judgement {
            verdict,
            reason,
            why: why.into(),
        }
    }
}

/// What a rule says about how its claim is compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Numbers this far apart (absolute, in the left value's unit) still agree; for dates, days.
    pub tolerance: Option<f64>,
    /// Two different values of which nothing shows that they are one are held to be two, and numbers under one bound are
    /// taken in their usual sense: "at least 9" is not said of what "at least 40" is said of.
    pub strict: bool,
    /// Times and lengths: what looks like a bound is the figure itself ("at least 15 years" of a minimum set by a judge), and hours
    /// told from when to when are all of them (8 p.m. to 6 a.m. are not 9 p.m. to 6 a.m.).
    pub exact: bool,
    /// Choices: a label and the narrower labels it covers.
    pub broader: Vec<(String, Vec<String>)>,
    /// Choices: pairs of labels that only a person can tell apart.
    pub unclear: Vec<(String, String)>,
}

/// Compares two values; symmetric in verdict and reason.
pub type Comparator = fn(&Value, &Value, &Options) -> Judgement;

/// A comparator as rule files name it.
#[derive(Debug)]
pub struct ComparatorRow {
    /// Its name in `compare.as`.
    pub label: &'static str,
    /// The function.
    pub compare: Comparator,
    /// What it does, for listings.
    pub about: &'static str,
}

/// Every comparator.
pub const COMPARATORS: &[ComparatorRow] = &[
    ComparatorRow {
        label: "date",
        compare: date::compare,
        about: "days and coarser times: conflict only if no reading overlaps",
    },
    ComparatorRow {
        label: "number",
        compare: number::compare,
        about: "intervals with units: conflict only if the hard bounds are disjoint",
    },
    ComparatorRow {
        label: "person",
        compare: person::compare,
        about: "people: names against names, roles against roles, never a name against a role",
    },
    ComparatorRow {
        label: "name",
        compare: name::compare,
        about: "organisations and bodies: canonical names, acronyms, word subsets",
    },
    ComparatorRow {
        label: "place",
        compare: place::compare,
        about: "places: a place agrees with what contains it",
    },
    ComparatorRow {
        label: "choice",
        compare: choice::compare,
        about: "labels of the rule file, with `broader` and `unclear` pairs",
    },
    ComparatorRow {
        label: "role",
        compare: role::compare,
        about: "what somebody or some body is: conflict only between offices that nobody holds at one time",
    },
    ComparatorRow {
        label: "text",
        compare: text::compare,
        about: "phrases: content words; never a conflict",
    },
];

/// The comparator for values of `kind`, where a rule names none.
pub fn usual(kind: Kind) -> &'static str {
    match kind {
        Kind::Date | Kind::Time | Kind::Duration | Kind::Set => "date",
        Kind::Count
        | Kind::Measure
        | Kind::Money
        | Kind::Percent
        | Kind::Ordinal
        | Kind::Age
        | Kind::Score => "number",
        Kind::Person => "person",
        Kind::Organisation | Kind::Body => "name",
        Kind::Country | Kind::Place => "place",
        Kind::Choice => "choice",
        Kind::Text => "text",
    }
}

/// The comparator called `label`.
pub fn comparator(label: &str) -> Option<&'static ComparatorRow> {
    COMPARATORS.iter().find(|row| row.label == label)
}
