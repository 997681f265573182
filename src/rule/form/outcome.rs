//! What a rule file may say of how answers are compared and of its tests: the keys of `compare` and `tests`.

use super::keys::{VERDICT, field};
use super::shape::{Object, Set, Shape};
use crate::compare::COMPARATORS;

const COMPARATOR: Set = Set {
    noun: "comparator",
    words: || COMPARATORS.iter().map(|row| row.label).collect(),
};
const MERGING: Set = Set {
    noun: "merging",
    words: || vec!["compatible", "conflict"],
};

/// How answers are compared.
pub(super) const COMPARE: Object = Object {
    name: "compare",
    about: "How two answers are compared.",
    fields: &[
        field(
            "as",
            Shape::OneOf(&COMPARATOR),
            true,
            "\"number\"",
            "The comparator.",
        ),
        field(
            "tolerance",
            Shape::Number,
            false,
            "1",
            "Numbers (or days) this far apart still agree.",
        ),
        field(
            "broader",
            Shape::Map(None, &Shape::List(&Shape::Text)),
            false,
            "{\"vehicle\": [\"car\", \"lorry\"]}",
            "Choices that cover others: the broad one and a narrow one are compatible.",
        ),
        field(
            "unclear",
            Shape::List(&Shape::Pair(&Shape::Text)),
            false,
            "[[\"suspended\", \"postponed\"]]",
            "Pairs of choices that only a person can tell apart.",
        ),
        field(
            "strict",
            Shape::Flag,
            false,
            "true",
            "Whether two answers of which nothing shows that they are one are in conflict and not unclear, and numbers under one bound are taken in their usual sense (\"at least 9\" against \"at least 40\").",
        ),
        field(
            "exact",
            Shape::Flag,
            false,
            "true",
            "Whether times and lengths are told exactly: a bound is the figure itself, as a minimum that a judge sets (\"at least 15 years\" against \"20 years\"), and hours all of them, as those of a curfew (8 p.m. to 6 a.m. against 9 p.m. to 6 a.m.).",
        ),
        field(
            "growing",
            Shape::Flag,
            false,
            "true",
            "Whether the answer grows while the event goes on, as a toll does.",
        ),
        field(
            "passing",
            Shape::Flag,
            false,
            "true",
            "Whether the answer holds for a time only, as a state does (the road is closed, 900 homes are still dark): two answers conflict only if both are told as of one day.",
        ),
        field(
            "same-speaker",
            Shape::Flag,
            false,
            "true",
            "Whether only answers of one speaker are compared.",
        ),
        field(
            "merging",
            Shape::OneOf(&MERGING),
            false,
            "\"conflict\"",
            "What it is when one article gives to one event what the other gives to a second event. Without it: compatible.",
        ),
    ],
};

/// A test.
pub(super) const TEST: Object = Object {
    name: "test",
    about: "Either one text (\"in\") and what the claim reads in it (\"get\"), or two (\"a\", \"b\") and how they compare (\"verdict\").",
    fields: &[
        field(
            "in",
            Shape::Text,
            false,
            "\"Turnout was 71 percent.\"",
            "A text of one or more sentences.",
        ),
        field(
            "get",
            Shape::TextOrNull,
            false,
            "\"71 percent\"",
            "The words, the choice or the name that the claim must read; null: it must read nothing.",
        ),
        field(
            "a",
            Shape::Text,
            false,
            "\"Turnout was 71 percent.\"",
            "One account.",
        ),
        field(
            "b",
            Shape::Text,
            false,
            "\"Turnout was 64 percent.\"",
            "The other account.",
        ),
        field(
            "verdict",
            Shape::OneOfOrNull(&VERDICT),
            false,
            "\"conflict\"",
            "How the two must compare (from rewordings: as versions of one text); null: nothing must be found.",
        ),
        field(
            "published",
            Shape::Text,
            false,
            "\"2024-05-01\"",
            "The day the texts were published, for \"yesterday\" and \"on Monday\".",
        ),
    ],
};
