//! What a rule file may say: every key with its meaning, its type and an example.
//!
//! One table. Files are checked against it, the JSON Schema is made from it, and a test holds `docs/rules.md` to it.

use super::outcome::{COMPARE, TEST};
use super::shape::{Field, Object, Set, Shape};
use crate::compare::Verdict;
use crate::rule::file::{AnswersFrom, BoundTo, HowMany};
use crate::rule::pattern::purpose::Cue;
use crate::rule::set::Severity;
use crate::value::KINDS;

const KIND: Set = Set {
    noun: "kind",
    words: || KINDS.iter().map(|row| row.label).collect(),
};
pub(super) const VERDICT: Set = Set {
    noun: "verdict",
    words: || Verdict::ALL.iter().map(|v| v.label()).collect(),
};
const SEVERITY: Set = Set {
    noun: "severity",
    words: || Severity::ALL.iter().rev().map(|s| s.label()).collect(),
};
const CUE: Set = Set {
    noun: "cue",
    words: || Cue::ALL.iter().map(|(name, _)| *name).collect(),
};
const HOW_MANY: Set = Set {
    noun: "how-many",
    words: || HowMany::ALL.iter().map(|(name, _)| *name).collect(),
};
const BOUND_TO: Set = Set {
    noun: "bound-to",
    words: || BoundTo::ALL.iter().map(|(name, _)| *name).collect(),
};
const FROM: Set = Set {
    noun: "from",
    words: || AnswersFrom::ALL.iter().map(|(name, _)| *name).collect(),
};

pub(super) const fn field(
    key: &'static str,
    shape: Shape,
    required: bool,
    example: &'static str,
    about: &'static str,
) -> Field {
    Field {
        key,
        about,
        shape,
        required,
        example,
    }
}

/// A rule file.
pub(in crate::rule) const FILE: Object = Object {
    name: "file",
    about: "A rule file: one kind of event, what is claimed of it, and the tests of all that.",
    fields: &[
        field(
            "format",
            Shape::Format,
            true,
            "1",
            "The version of this language: always 1.",
        ),
        field(
            "id",
            Shape::Id,
            true,
            "\"strike-ballot\"",
            "The name of the file in reports. A file of the same id replaces this one.",
        ),
        field(
            "title",
            Shape::Text,
            false,
            "\"Strike ballots\"",
            "What the file is about, for listings.",
        ),
        field(
            "note",
            Shape::Text,
            false,
            "\"Ask the labour desk.\"",
            "Free text for readers of the file; JSON has no comments.",
        ),
        field(
            "use",
            Shape::List(&Shape::Id),
            false,
            "[\"common\"]",
            "Ids of rule files whose word lists this one may name.",
        ),
        field(
            "words",
            Shape::Map(None, &Shape::List(&Shape::Pattern)),
            false,
            "{\"vote\": [\"vote\", \"ballot\", \"cast (a | its) ballot\"]}",
            "Word lists. A pattern names one with @ and matches any of its entries.",
        ),
        field(
            "names",
            Shape::List(&Shape::Object(&NAME)),
            false,
            "[{\"name\": \"Dock Workers' League\", \"kind\": \"organisation\", \"also\": [\"DWL\"]}]",
            "Names to be known, with other names for the same thing.",
        ),
        field(
            "event",
            Shape::Object(&EVENT),
            false,
            "{\"seen-by\": [\"strike (ballot | vote)\"]}",
            "The happening that the claims are about. Without it they are about the article.",
        ),
        field(
            "cues",
            Shape::Map(Some(&CUE), &Shape::List(&Shape::Pattern)),
            false,
            "{\"negated\": [\"no longer\"]}",
            "Words the engine itself looks for before a match: what follows did not happen, was planned, may have happened, is denied, is said by somebody. Of two that share words the longer counts; idle: words that look like one and say nothing of what follows (not only).",
        ),
        field(
            "claims",
            Shape::List(&Shape::Object(&CLAIM)),
            false,
            "[{\"id\": \"turnout\", \"ask\": \"How many voted?\", \"value\": \"percent\", \"find\": [\"turnout (of | be) {turnout}\"]}]",
            "The questions, and how their answers are found and compared.",
        ),
    ],
};

/// A name made known.
pub(super) const NAME: Object = Object {
    name: "name",
    about: "A name to be known wherever it stands.",
    fields: &[
        field(
            "name",
            Shape::Text,
            true,
            "\"Dock Workers' League\"",
            "The full name, as reports show it.",
        ),
        field(
            "kind",
            Shape::OneOf(&KIND),
            true,
            "\"organisation\"",
            "What it is the name of.",
        ),
        field(
            "also",
            Shape::List(&Shape::Text),
            false,
            "[\"DWL\"]",
            "Other names for the same.",
        ),
    ],
};

/// The happening.
pub(super) const EVENT: Object = Object {
    name: "event",
    about: "How an article shows the happening, and how two of one kind are told apart.",
    fields: &[
        field(
            "seen-by",
            Shape::List(&Shape::Pattern),
            true,
            "[\"strike (ballot | vote)\", \"@vote ...4 strike\"]",
            "Patterns that show that a sentence is about such an event.",
        ),
        field(
            "also-by",
            Shape::List(&Shape::Pattern),
            false,
            "[\"union\", \"pay talks\"]",
            "Patterns that are about the event where \"seen-by\" shows one elsewhere in the article; alone they show none.",
        ),
        field(
            "unless",
            Shape::List(&Shape::Pattern),
            false,
            "[\"(lightning | hunger) strike\"]",
            "Patterns that take back a \"seen-by\" they overlap.",
        ),
        field(
            "told-apart-by",
            Shape::List(&Shape::Id),
            false,
            "[\"union\", \"date\"]",
            "Claims of this file: where two of their values conflict there are two events.",
        ),
        field(
            "new-one-after",
            Shape::List(&Shape::Pattern),
            false,
            "[\"(second | another) ballot\"]",
            "Patterns that say that another event of the kind follows.",
        ),
    ],
};

/// A claim.
pub(super) const CLAIM: Object = Object {
    name: "claim",
    about: "A question, how its answer is found, compared and weighed, and its tests.",
    fields: &[
        field(
            "id",
            Shape::Id,
            true,
            "\"turnout\"",
            "The name of the claim and of the capture that holds its value.",
        ),
        field(
            "ask",
            Shape::Text,
            true,
            "\"How many voted?\"",
            "The question, as reports show it.",
        ),
        field(
            "value",
            Shape::OneOf(&KIND),
            false,
            "\"percent\"",
            "The kind of the answer. Either this or \"choices\".",
        ),
        field(
            "choices",
            Shape::Map(None, &Shape::List(&Shape::Pattern)),
            false,
            "{\"for\": [\"vote for\", \"in favour of\"], \"against\": [\"vote against\", \"reject\"]}",
            "The answers that there are, each with the phrases that mean it. Either this or \"value\".",
        ),
        field(
            "how-many",
            Shape::OneOf(&HOW_MANY),
            false,
            "\"many\"",
            "one: two different answers cannot both be true. many: a list, where leaving out is no conflict. Without it: one.",
        ),
        field(
            "from",
            Shape::OneOf(&FROM),
            false,
            "\"values\"",
            "patterns: what \"find\" says. The others need no pattern. lead: what headline and first sentences tell of any event, by the kind of the value: who (person), where (place), when (date), what (text); never compared. described: how old the only one of a kind is of whom an article tells (the boy, the driver). The rest compare what two articles say. values: statements in nearly the same words, with another value of the claim's kind in one of them. polarity: one of them negated, denied or called false. opposites: one of them saying the opposite (rose, fell). retold: a value of the claim's kind, told of the same thing in other words: the same in both, or (numbers and lengths of time only) another. contrasts: words that exclude each other (the east bank, the western bank), told of one thing in whatever words. reversals: who did something and to whom (who beat whom), told the other way round. doers: who did what one alone does (was driving, raised the alarm), given to two people. wholes: how many there are in all of one kind (all 14 patients). quotations: the same words in quotation marks, given to somebody else. words: the words of one speaker in quotation marks, of which one differs. rewordings: of two versions of a text (`--as versions`), words in one place of a sentence that say two things. spellings: names in two articles that differ by a letter. roles: what two articles say that somebody (person) or a body (organisation) is whom both name; former-roles: what they say that such a one was. holders: an office that one person holds, given to two people. names: people, bodies or places that both articles name in full, of which neither says what they are. Without it: patterns.",
        ),
        field(
            "find",
            Shape::List(&Shape::Pattern),
            false,
            "[\"turnout (of | be) {turnout}\"]",
            "Patterns that hold the answer in the capture named after the claim. With choices it may be left out: the phrases themselves are the patterns.",
        ),
        field(
            "unless",
            Shape::List(&Shape::Pattern),
            false,
            "[\"turnout ...4 (last | previous) year\"]",
            "Patterns that take back a find they overlap.",
        ),
        field(
            "doubt",
            Shape::List(&Shape::Pattern),
            false,
            "[\"expect ...3 {:percent}\"]",
            "Patterns that make a find they overlap doubtful: it is an answer only where the article has no other about the event, and raises no alarm.",
        ),
        field(
            "today-unless",
            Shape::List(&Shape::Pattern),
            false,
            "[\"anniversary\", \"last year\"]",
            "For dates. Where it stands, an article that names no other day is taken to tell of the day it gives for its own (a dateline, the time of posting) or, of a mere clock time, of its day of publication, unless one of these patterns matches anywhere in it. Such a day raises no alarm. A day after that of publication is no answer then.",
        ),
        field(
            "today-if",
            Shape::List(&Shape::Pattern),
            false,
            "[\"this be a developing story\", \"police be investigating\"]",
            "Beside `today-unless`: patterns that show that the news is told while it happens. An article in which one of them matches and that names no day tells of its day of publication.",
        ),
        field(
            "per",
            Shape::Id,
            false,
            "\"union\"",
            "A capture that says what the claim is about beside the event: answers are compared per union.",
        ),
        field(
            "counts",
            Shape::List(&Shape::Pattern),
            false,
            "[\"nurse\", \"@staff\"]",
            "Nouns: a number of anything else is no answer. One without a noun is if people are asked for (\"310 voted against\"), if such a noun stands in its sentence or the one before, or if `\"#\"` is among the nouns (\"a closing 67\").",
        ),
        field(
            "other-than",
            Shape::List(&Shape::Id),
            false,
            "[\"accused\"]",
            "Claims of this file: what they answer anywhere in the article is no answer of this one, unless more than twice as many sentences give it for this one.",
        ),
        field(
            "of-one",
            Shape::List(&Shape::Id),
            false,
            "[\"killed\"]",
            "Claims of this file that count people: this one is asked only where all that the article counts by them of one event is one. If two died there are two ages.",
        ),
        field(
            "bound-to",
            Shape::OneOf(&BOUND_TO),
            false,
            "\"event-in-sentence\"",
            "event: the event of the sentence, else the one told of before. event-in-sentence: only an event of the same sentence. article: no event. Without it: event.",
        ),
        field(
            "plans",
            Shape::Flag,
            false,
            "true",
            "Whether what is planned, scheduled or announced is an answer, as it is where the question is of what is to come (\"will begin on 3 June\").",
        ),
        field(
            "unnamed",
            Shape::Flag,
            false,
            "true",
            "With \"per\": whether it is also asked of people without a name, where sex and age tell who is meant (\"an 18-year-old man\", \"a boy, 7\", then \"the boy\") and the article describes just one so.",
        ),
        field(
            "compare",
            Shape::Object(&COMPARE),
            false,
            "{\"as\": \"number\", \"tolerance\": 1}",
            "How two answers are compared. Without it: as is usual for the kind.",
        ),
        field(
            "on",
            Shape::Map(Some(&VERDICT), &Shape::OneOf(&SEVERITY)),
            false,
            "{\"conflict\": \"warning\", \"only-in-one\": \"off\"}",
            "How much a verdict matters. Without it: a conflict is an error, unclear and inconsistent are warnings, the others notes.",
        ),
        field(
            "tests",
            Shape::List(&Shape::Object(&TEST)),
            false,
            "[{\"in\": \"Turnout was 71 percent.\", \"get\": \"71 percent\"}, {\"in\": \"Turnout was low.\", \"get\": null}]",
            "Sentences and what the claim must read in them; at least one that gives an answer and one that gives none.",
        ),
        field(
            "note",
            Shape::Text,
            false,
            "\"Postal votes count.\"",
            "Free text for readers of the file.",
        ),
    ],
};

/// Every object, outermost first.
pub const OBJECTS: &[&Object] = &[&FILE, &NAME, &EVENT, &CLAIM, &COMPARE, &TEST];
