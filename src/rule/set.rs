//! The rules of a run: packs and their claims, with all patterns merged.

use super::automaton::NameId;
use super::automaton::automata::Automata;
use super::automaton::table::{Table, Texts};
use super::claims::ClaimRules;
use super::file::{AnswersFrom, BoundTo, HowMany};
use super::pattern::purpose::Patterns;
use crate::compare::{ComparatorRow, Options, Verdict};
use crate::document::Word;
use crate::value::Kind;
use std::borrow::Cow;
use std::ops::Range;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Not reported at all.
    Off,
    /// Nuance, or no alarm.
    Note,
    /// A person should look.
    Warning,
    /// Numbers, who, what happened, yes or no.
    Error,
}

impl Severity {
    /// Every severity, mildest first.
    pub const ALL: [Severity; 4] = [
        Severity::Off,
        Severity::Note,
        Severity::Warning,
        Severity::Error,
    ];

    /// The severity's name in rule files and machine formats.
    pub fn label(self) -> &'static str {
        match self {
            Severity::Off => "off",
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// The severity called `label`.
    pub fn named(label: &str) -> Option<Severity> {
        Severity::ALL.into_iter().find(|s| s.label() == label)
    }

    /// What a verdict weighs when the rule does not say.
    pub fn default_for(verdict: Verdict) -> Severity {
        match verdict {
            Verdict::Conflict => Severity::Error,
            Verdict::Unclear | Verdict::Inconsistent => Severity::Warning,
            Verdict::Agree | Verdict::Compatible | Verdict::OnlyInOne => Severity::Note,
        }
    }
}

/// A test of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// What is tested.
    pub case: Case,
    /// Publication date of the sentences.
    pub published: Option<String>,
    /// Byte offset of the test in its file.
    pub offset: usize,
}

/// What a test says.
#[derive(Clone, Debug, PartialEq)]
pub enum Case {
    /// The sentence gives this value, or none.
    Reads {
        /// The sentence.
        sentence: String,
        /// The value's text, label, or canonical name.
        get: Option<String>,
    },
    /// Two sentences compare so.
    Compares {
        /// One account.
        a: String,
        /// The other.
        b: String,
        /// The verdict wanted; `None`: no finding at all.
        verdict: Option<Verdict>,
    },
}

/// A claim of a pack: a question and how its answers are found, compared and weighed.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are the flags of the file, each by itself"
)]
pub struct ClaimRule {
    /// `pack.claim`.
    pub id: String,
    /// Index of its pack.
    pub pack: usize,
    /// The question.
    pub ask: String,
    /// Where its answers come from.
    pub from: AnswersFrom,
    /// Kind of its values.
    pub kind: Kind,
    /// The capture that holds the value.
    pub capture: NameId,
    /// The capture that says what the claim is about beside the event.
    pub per: Option<NameId>,
    /// The nouns, in every form, of which its numbers may be, and [`ALONE`](super::ALONE) if they may be of none told; empty:
    /// of any.
    pub(super) counts: Table<Word, 2>,
    /// The claims whose answers are none of this one.
    pub other_than: Vec<usize>,
    /// The claims that count people, of whom there must be one in all for it to be asked; empty: it always is.
    pub of_one: Vec<usize>,
    /// Whether it has one true answer.
    pub how_many: HowMany,
    /// What it belongs to.
    pub bound_to: BoundTo,
    /// Whether it is also asked of people without a name, whom sex and age tell from others.
    pub unnamed: bool,
    /// Whether what is planned is an answer.
    pub plans: bool,
    /// Whether an article that names no day is taken to tell of its own.
    pub may_be_today: bool,
    /// How values are compared.
    pub comparator: &'static ComparatorRow,
    /// Settings of the comparator.
    pub options: Options,
    /// Whether the value grows while an event goes on (a toll).
    pub growing: bool,
    /// Whether the value holds for a time only (a state: closed, still without power).
    pub passing: bool,
    /// Whether only like sources compare.
    pub same_speaker: bool,
    /// Whether it is a conflict when one article gives to one event what the other gives to a second event.
    pub merging: bool,
    /// Severities that differ from the default.
    pub on: Vec<(Verdict, Severity)>,
    /// Its tests.
    pub tests: Vec<Test>,
}

impl ClaimRule {
    /// Whether numbers of anything can be answers.
    pub fn counts_anything(&self) -> bool {
        self.counts.len() == 0
    }

    /// Whether numbers of this noun, in whatever form, can be answers.
    pub fn counts(&self, noun: Word) -> bool {
        self.counts_anything() || self.counts.all().has(noun)
    }

    /// The nouns, in every form, of which its numbers may be.
    pub fn counted_nouns(&self) -> impl Iterator<Item = Word> {
        self.counts.all()
    }

    /// How much a verdict on this claim matters.
    pub fn severity(&self, verdict: Verdict) -> Severity {
        self.on
            .iter()
            .find(|(v, _)| *v == verdict)
            .map_or_else(|| Severity::default_for(verdict), |(_, s)| *s)
    }
}

/// A rule file that is in force.
#[derive(Clone, Debug)]
pub struct Pack {
    /// The file's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The file it came from, or `built in`.
    pub origin: Cow<'static, str>,
    /// Its claims (indices).
    pub claims: Range<usize>,
    /// Whether it has an event, and the claims (indices) that tell two of them apart.
    pub event: Option<Vec<usize>>,
}

/// Every rule in force.
#[derive(Debug)]
pub struct RuleSet {
    /// The packs, in order of loading.
    pub packs: Vec<Pack>,
    /// The claims of all packs.
    pub claims: ClaimRules,
    /// The claims (indices) whose answers come from elsewhere than from patterns.
    pub elsewhere: Vec<usize>,
    /// The patterns, by [`PatternId`](super::PatternId).
    pub patterns: Patterns,
    /// Names of captures, by [`NameId`].
    pub names: Texts,
    /// Labels of choices.
    pub labels: Texts,
    /// The patterns merged: those of the files that ship, and, where there are others beside them, theirs.
    pub automata: Vec<Automata>,
    /// Words that open a new clause (the list `clause-break`): no cue reaches across one.
    pub clause_break: rustc_hash::FxHashSet<Word>,
    /// Words whose meaning depends on when they are said (the list `deictic`): today, yesterday.
    pub deictic: rustc_hash::FxHashSet<Word>,
    /// Nouns that count everybody (the list `whole`): "12 people"; "12 women" may be part of them.
    pub whole: rustc_hash::FxHashSet<Word>,
    /// Words that leave out somebody told of before (the list `besides`): "12 others".
    pub besides: rustc_hash::FxHashSet<Word>,
    /// Names that rule files make known.
    pub known: super::names::KnownNames,
    /// Files that another of the same id replaced: id, origin of the old, origin of the new.
    pub overridden: Vec<(String, String, String)>,
}

impl RuleSet {
    /// The claims whose answers come from `from`, which is not patterns, with their indices, in order.
    pub fn answered_from(&self, from: AnswersFrom) -> impl Iterator<Item = (usize, &ClaimRule)> {
        let claims = self.elsewhere.iter();
        let claims = claims.filter_map(|at| Some((*at, self.claims.get(*at)?)));
        claims.filter(move |(_, claim)| claim.from == from)
    }

    /// Whether a claim (index) tells two events of its pack apart.
    pub fn tells_apart(&self, claim: usize) -> bool {
        let rule = self.claims.get(claim);
        let traits = rule.and_then(|r| self.packs.get(r.pack)?.event.as_deref());
        traits.is_some_and(|traits| traits.contains(&claim))
    }
}
