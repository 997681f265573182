//! The table of approximators, bounds and vague words (`rules/quantifiers.json`), ready to be looked up.

use super::Bound;
use super::phrases::{Key, Phrases};
use super::words::Words;
use crate::document::Word;
use rustc_hash::FxHashSet;
use serde::Deserialize;
use std::sync::OnceLock;

/// The table as the file has it.
#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "an object with about, round, before, after, vague and none"
)]
struct File<'f> {
    #[serde(rename = "about")]
    _about: &'f str,
    round: Round,
    #[serde(borrow)]
    before: Vec<MoveRow<'f>>,
    after: Vec<MoveRow<'f>>,
    vague: Vec<VagueRow<'f>>,
    none: NoneRow<'f>,
}

/// How exact a number written without any of the words is meant.
#[derive(Clone, Debug, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "an object with counts_from, at_most, dozen and precise"
)]
pub(super) struct Round {
    /// Counts below this are meant to the last digit.
    pub(super) counts_from: f64,
    /// No round number stands for more than this share of itself above and below.
    pub(super) at_most: f64,
    /// The same for dozens.
    pub(super) dozen: f64,
    /// A number is known the better the more of its digits are not rounded away, whatever "about" stands before it: so many
    /// digits, and the share of itself above and below that is meant at most; fewer digits first.
    #[serde(default)]
    pub(super) precise: Vec<(u32, f64)>,
}

#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a row: an object with say, bound, hard and soft"
)]
struct MoveRow<'f> {
    #[serde(borrow)]
    say: Vec<&'f str>,
    #[serde(deserialize_with = "bound")]
    bound: Bound,
    hard: [Option<f64>; 2],
    soft: [Option<f64>; 2],
    #[serde(default)]
    open: &'f str,
    #[serde(default)]
    not_after: Vec<&'f str>,
    #[serde(default)]
    rate_not_after: Vec<&'f str>,
    #[serde(default)]
    behind_noun: bool,
    #[serde(default)]
    told_of: Vec<&'f str>,
}

#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a row: an object with say, hard and soft"
)]
struct VagueRow<'f> {
    #[serde(borrow)]
    say: Vec<&'f str>,
    hard: [Option<f64>; 2],
    soft: [Option<f64>; 2],
    nominal: Option<f64>,
    #[serde(default)]
    open: &'f str,
    #[serde(default)]
    needs: Needs,
    unit: Option<&'f str>,
    #[serde(default)]
    not_after: Vec<&'f str>,
}

#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "an object with say, with_noun and blocked"
)]
struct NoneRow<'f> {
    #[serde(borrow)]
    say: Vec<&'f str>,
    with_noun: Vec<&'f str>,
    blocked: Vec<&'f str>,
}

/// What must follow a vague word for it to count something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Needs {
    /// Nothing: "dozens were hurt".
    #[default]
    Nothing,
    /// A plural noun.
    Noun,
    /// A plural noun, or `of` and anything.
    Of,
    /// A noun of any number: "almost no audience".
    Thing,
}

/// What a word does to the number beside it.
#[derive(Debug)]
pub(super) struct Move {
    pub(super) bound: Bound,
    /// Factors of the number; `None` is open.
    pub(super) hard: [Option<f64>; 2],
    pub(super) soft: [Option<f64>; 2],
    pub(super) above_low: bool,
    pub(super) below_high: bool,
    not_after: FxHashSet<Word>,
    rate_not_after: FxHashSet<Word>,
    /// Whether it may also stand behind what is counted: "40 people or fewer".
    behind_noun: bool,
    /// A word before it of which alone it is told: a toll passes 40, a bus passes 40 checkpoints. The phrase stays outside.
    told_of: FxHashSet<Word>,
}

impl Move {
    /// Whether the phrase belongs to what is told of the number and not to the number.
    pub(super) fn stays_outside(&self) -> bool {
        !self.told_of.is_empty()
    }

    /// Whether the phrase at `start` is told of what it has to be told of.
    fn is_told(&self, words: &Words<'_>, start: usize) -> bool {
        const REACH: usize = 7;
        let first = start.saturating_sub(REACH).max(words.range.start);
        let mut before = (first..start).filter_map(|at| words.word(at));
        self.told_of.is_empty() || before.any(|word| self.told_of.contains(&word))
    }

    /// Whether the phrase can have this meaning behind `before`: "anger over five deaths" bounds nothing.
    pub(super) fn may_follow(&self, before: Option<Word>) -> bool {
        before.is_none_or(|word| !self.not_after.contains(&word))
    }

    /// The same before a percentage, sum or measure: "growth picked up to 3 percent" bounds nothing, "picked up to 20
    /// players" does.
    pub(super) fn may_bound_rate(&self, before: Option<Word>) -> bool {
        before.is_none_or(|word| !self.rate_not_after.contains(&word))
    }
}

/// A number without a number.
#[derive(Debug)]
pub(super) struct Vague {
    pub(super) hard: [Option<f64>; 2],
    pub(super) soft: [Option<f64>; 2],
    pub(super) nominal: Option<f64>,
    pub(super) above_low: bool,
    pub(super) needs: Needs,
    pub(super) unit: Option<String>,
    not_after: FxHashSet<Word>,
}

impl Vague {
    /// Whether the phrase counts anything behind `before`: "how many" does not.
    pub(super) fn may_follow(&self, before: Option<Word>) -> bool {
        before.is_none_or(|word| !self.not_after.contains(&word))
    }
}

/// The table.
pub(super) struct Quantifiers {
    pub(super) round: Round,
    moves: Vec<Move>,
    /// By their last word.
    before: Phrases,
    /// By their first word.
    after: Phrases,
    vagues: Vec<Vague>,
    /// By their first word.
    vague: Phrases,
    /// Phrases for zero by their first word; the flag asks for a noun.
    none: Phrases,
    blocked: FxHashSet<Word>,
    /// The text it was read from, if that is not the built-in one: the same file may be named twice.
    source: Box<str>,
}

/// The table that ships with the program.
const BUILT_IN: &str = include_str!("../../../rules/quantifiers.json");

/// The table in use, read once.
static TABLE: OnceLock<Quantifiers> = OnceLock::new();

/// The table in use: the one that was put in place of the built-in one, else that.
pub(super) fn table() -> &'static Quantifiers {
    TABLE.get_or_init(|| {
        // The file is part of the program and a test reads it; an empty table only makes the reader say less.
        Quantifiers::parse(BUILT_IN).unwrap_or_else(|_| Quantifiers::empty())
    })
}

/// Why a table was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Line, from 1.
    pub line: usize,
    /// Column in bytes, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

/// Puts a table of the form of `rules/quantifiers.json` in place of the built-in one. To be called before anything is
/// read, and with one table only; the same table again changes nothing.
///
/// # Errors
/// If the table cannot be read, or another is in use already.
pub fn replace_quantifiers(json: &str) -> Result<(), Refused> {
    if json == BUILT_IN || TABLE.get().is_some_and(|table| *table.source == *json) {
        return Ok(());
    }
    let mut table = parsed(json)?;
    table.source = json.into();
    TABLE.set(table).map_err(|_| Refused {
        line: 1,
        column: 1,
        message: "a table of quantifiers is in use already: only one can be".to_owned(),
    })
}

/// Reads a table of the form of `rules/quantifiers.json` and puts it nowhere.
///
/// # Errors
/// If it cannot be read.
pub fn check_quantifiers(json: &str) -> Result<(), Refused> {
    parsed(json).map(|_| ())
}

fn parsed(json: &str) -> Result<Quantifiers, Refused> {
    Quantifiers::parse(json).map_err(|error| {
        let message = error.to_string();
        let message = message.rsplit_once(" at line ");
        Refused {
            line: error.line().max(1),
            column: error.column().max(1),
            message: message.map_or_else(|| error.to_string(), |(m, _)| m.to_owned()),
        }
    })
}

fn set(list: &[&str]) -> FxHashSet<Word> {
    list.iter().map(|word| Word::new(word)).collect()
}

fn add(phrases: &mut Phrases, say: &[&str], key: Key, row: usize) {
    for phrase in say {
        phrases.add(phrase, key, row);
    }
}

impl Quantifiers {
    fn empty() -> Self {
        Quantifiers {
            round: Round {
                counts_from: 100.0,
                at_most: 0.1,
                dozen: 0.0,
                precise: Vec::new(),
            },
            moves: Vec::new(),
            before: Phrases::default(),
            after: Phrases::default(),
            vagues: Vec::new(),
            vague: Phrases::default(),
            none: Phrases::default(),
            blocked: FxHashSet::default(),
            source: Box::default(),
        }
    }

    /// A table in the form of `rules/quantifiers.json`.
    fn parse(json: &str) -> Result<Self, serde_json::Error> {
        let file: File<'_> = serde_json::from_str(json)?;
        let mut table = Quantifiers {
            round: file.round,
            ..Quantifiers::empty()
        };
        for (rows, after) in [(file.before, false), (file.after, true)] {
            for row in rows {
                let phrases = if after {
                    &mut table.after
                } else {
                    &mut table.before
                };
                let key = if after { Key::First } else { Key::Last };
                add(phrases, &row.say, key, table.moves.len());
                table.moves.push(Move {
                    bound: row.bound,
                    hard: row.hard,
                    soft: row.soft,
                    above_low: row.open == "low",
                    below_high: row.open == "high",
                    not_after: set(&row.not_after),
                    rate_not_after: set(&row.rate_not_after),
                    behind_noun: row.behind_noun,
                    told_of: set(&row.told_of),
                });
            }
        }
        for row in file.vague {
            add(&mut table.vague, &row.say, Key::First, table.vagues.len());
            table.vagues.push(Vague {
                hard: row.hard,
                soft: row.soft,
                nominal: row.nominal,
                above_low: row.open == "low",
                needs: row.needs,
                unit: row.unit.map(str::to_owned),
                not_after: set(&row.not_after),
            });
        }
        add(&mut table.none, &file.none.say, Key::First, 0);
        add(&mut table.none, &file.none.with_noun, Key::First, 1);
        table.blocked = set(&file.none.blocked);
        table.before.close();
        table.after.close();
        table.vague.close();
        table.none.close();
        Ok(table)
    }

    /// The phrase before `end`: what it does and where it starts.
    pub(super) fn before(&self, words: &Words<'_>, end: usize) -> Option<(&Move, usize)> {
        let (row, start) = self.before.ending(words, end)?;
        let found = self.moves.get(row).filter(|_| start >= words.free)?;
        let fits = found.may_follow(words.before(start)) && found.is_told(words, start);
        fits.then_some((found, start))
    }

    /// The phrase after what is counted, whose words end at `at`: "40 people or fewer", "40 people, at most".
    pub(super) fn behind(&self, words: &Words<'_>, at: usize) -> Option<(&Move, usize)> {
        let at = at + usize::from(words.is_word(at, ","));
        self.after(words, at).filter(|(found, _)| found.behind_noun)
    }

    /// The phrase after a number that ends at `at`: what it does and where it ends.
    pub(super) fn after(&self, words: &Words<'_>, at: usize) -> Option<(&Move, usize)> {
        let (row, end) = self.after.starting(words, at)?;
        Some((self.moves.get(row)?, end))
    }

    /// The vague phrase that starts at `at`, and its end.
    pub(super) fn vague(&self, words: &Words<'_>, at: usize) -> Option<(&Vague, usize)> {
        let (row, end) = self.vague.starting(words, at)?;
        let found = self.vagues.get(row)?;
        let fits = found.may_follow(words.before(at));
        fits.then_some((found, end))
    }

    /// The phrase for zero that starts at `at`: its end, and whether a noun must follow.
    pub(super) fn none(&self, words: &Words<'_>, at: usize) -> Option<(usize, bool)> {
        let (row, end) = self.none.starting(words, at)?;
        Some((end, row == 1))
    }

    /// Whether `word` makes "no …" say nothing of the total: "no other injuries".
    pub(super) fn blocks_none(&self, word: Option<Word>) -> bool {
        word.is_some_and(|word| self.blocked.contains(&word))
    }

    /// The words a phrase without a number can start with.
    pub(super) fn starters(&self) -> impl Iterator<Item = Word> {
        self.vague.keys().chain(self.none.keys())
    }
}

/// A bound by its label.
fn bound<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Bound, D::Error> {
    const ALL: [Bound; 6] = [
        Bound::Exact,
        Bound::About,
        Bound::AtLeast,
        Bound::MoreThan,
        Bound::AtMost,
        Bound::LessThan,
    ];
    let label = String::deserialize(deserializer)?;
    let found = ALL.into_iter().find(|bound| bound.label() == label);
    found.ok_or_else(|| {
        let all = ALL.map(Bound::label).join(", ");
        serde::de::Error::custom(format!("unknown bound \"{label}\" (there are {all})"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_table_is_read() {
        let table = Quantifiers::parse(include_str!("../../../rules/quantifiers.json"));
        assert!(table.is_ok_and(|table| !table.moves.is_empty() && !table.vagues.is_empty()));
    }

    #[test]
    fn what_is_no_table_is_told_in_the_words_of_the_file() {
        let no_round = BUILT_IN.replacen("\"round\": {", "\"round\": 5, \"was\": {", 1);
        assert_ne!(no_round, BUILT_IN);
        let refused = check_quantifiers(&no_round).err();
        let message = refused.map_or_else(String::new, |refused| refused.message);
        assert!(
            message.contains("expected an object with counts_from"),
            "{message}"
        );
        assert_eq!(check_quantifiers(BUILT_IN), Ok(()));
    }
}
