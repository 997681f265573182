//! The table of approximators, bounds and vague words (`rules/quantifiers.json`), ready to be looked up.

use super::Bound;
use crate::document::{Document, Word, tokenize};
use crate::text::Part;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::sync::OnceLock;

/// The table as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "about")]
    _about: String,
    round: Round,
    before: Vec<MoveRow>,
    after: Vec<MoveRow>,
    vague: Vec<VagueRow>,
    none: NoneRow,
}

/// How exact a number written without any of the words is meant.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Round {
    /// Counts below this are meant to the last digit.
    pub(super) counts_from: f64,
    /// No round number stands for more than this share of itself above and below.
    pub(super) at_most: f64,
    /// The same for dozens.
    pub(super) dozen: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MoveRow {
    say: Vec<String>,
    #[serde(deserialize_with = "bound")]
    bound: Bound,
    hard: [Option<f64>; 2],
    soft: [Option<f64>; 2],
    #[serde(default)]
    open: String,
    #[serde(default)]
    not_after: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VagueRow {
    say: Vec<String>,
    hard: [Option<f64>; 2],
    soft: [Option<f64>; 2],
    nominal: Option<f64>,
    #[serde(default)]
    open: String,
    #[serde(default)]
    needs: Needs,
    unit: Option<String>,
    #[serde(default)]
    not_after: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoneRow {
    say: Vec<String>,
    with_noun: Vec<String>,
    blocked: Vec<String>,
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
}

impl Move {
    /// Whether the phrase can have this meaning behind `before`: "anger over five deaths" bounds nothing.
    pub(super) fn may_follow(&self, before: Option<Word>) -> bool {
        before.is_none_or(|word| !self.not_after.contains(&word))
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

/// Phrases by a word of theirs, the longest first, with the row they belong to.
type Phrases = FxHashMap<Word, Vec<(Vec<Word>, usize)>>;

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
/// read, and once.
///
/// # Errors
/// If the table cannot be read, or another is in use already.
pub fn replace_quantifiers(json: &str) -> Result<(), Refused> {
    if json == BUILT_IN {
        return Ok(());
    }
    let table = Quantifiers::parse(json).map_err(|error| {
        let message = error.to_string();
        let message = message
            .rsplit_once(" at line ")
            .map_or(message.as_str(), |(m, _)| m);
        Refused {
            line: error.line().max(1),
            column: error.column().max(1),
            message: message.to_owned(),
        }
    })?;
    TABLE.set(table).map_err(|_| Refused {
        line: 1,
        column: 1,
        message: "a table of quantifiers is in use already: only one can be".to_owned(),
    })
}

/// The rows of the table behind the words of a number: "numerous" and what it can mean.
pub fn rows_behind(document: &Document<'_>, tokens: std::ops::Range<usize>) -> Vec<String> {
    let table = table();
    let mut rows = Vec::new();
    for at in tokens.clone() {
        let Some(word) = document.word(at) else {
            continue;
        };
        let fits = |phrase: &[Word], start: usize| {
            let mut words = phrase.iter().enumerate();
            start + phrase.len() <= tokens.end
                && words.all(|(n, w)| document.word(start + n) == Some(*w))
        };
        let end = |v: Option<f64>| {
            v.map_or("any".to_owned(), |v| {
                ((v * 100.0).round() / 100.0).to_string()
            })
        };
        let mut add = |section: &str,
                       start: usize,
                       length: usize,
                       hard: [Option<f64>; 2],
                       soft: [Option<f64>; 2]| {
            let words = document.slice(start..start + length);
            let [low, high] = hard.map(end);
            let [least, most] = soft.map(end);
            rows.push(format!(
                "\"{words}\" in the table of quantifiers ({section}): can mean {low} to {high}, commonly means {least} to {most}"
            ));
        };
        for (phrase, row) in table.before.get(&word).into_iter().flatten() {
            let start = (at + 1)
                .checked_sub(phrase.len())
                .filter(|s| *s >= tokens.start);
            if let (Some(start), Some(row)) = (start, table.moves.get(*row))
                && fits(phrase, start)
            {
                add(
                    "before, times the number",
                    start,
                    phrase.len(),
                    row.hard,
                    row.soft,
                );
                break;
            }
        }
        for (phrase, row) in table.after.get(&word).into_iter().flatten() {
            if let Some(row) = table.moves.get(*row).filter(|_| fits(phrase, at)) {
                add(
                    "after, times the number",
                    at,
                    phrase.len(),
                    row.hard,
                    row.soft,
                );
                break;
            }
        }
        for (phrase, row) in table.vague.get(&word).into_iter().flatten() {
            if let Some(row) = table.vagues.get(*row).filter(|_| fits(phrase, at)) {
                add("vague", at, phrase.len(), row.hard, row.soft);
                break;
            }
        }
    }
    rows
}

fn words(phrase: &str) -> Vec<Word> {
    let tokens = tokenize(phrase, Part::Text).into_iter();
    tokens.map(|token| token.word).collect()
}

fn set(list: &[String]) -> FxHashSet<Word> {
    list.iter().map(|word| Word::new(word)).collect()
}

fn add(phrases: &mut Phrases, say: &[String], row: usize, by_last: bool) {
    for phrase in say {
        let phrase = words(phrase);
        let key = if by_last {
            phrase.last()
        } else {
            phrase.first()
        };
        if let Some(key) = key {
            let rows = phrases.entry(*key).or_default();
            rows.push((phrase, row));
            rows.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        }
    }
}

impl Quantifiers {
    fn empty() -> Self {
        Quantifiers {
            round: Round {
                counts_from: 100.0,
                at_most: 0.1,
                dozen: 0.0,
            },
            moves: Vec::new(),
            before: Phrases::default(),
            after: Phrases::default(),
            vagues: Vec::new(),
            vague: Phrases::default(),
            none: Phrases::default(),
            blocked: FxHashSet::default(),
        }
    }

    /// A table in the form of `rules/quantifiers.json`.
    fn parse(json: &str) -> Result<Self, serde_json::Error> {
        let file: File = serde_json::from_str(json)?;
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
                add(phrases, &row.say, table.moves.len(), !after);
                table.moves.push(Move {
                    bound: row.bound,
                    hard: row.hard,
                    soft: row.soft,
                    above_low: row.open == "low",
                    below_high: row.open == "high",
                    not_after: set(&row.not_after),
                });
            }
        }
        for row in file.vague {
            add(&mut table.vague, &row.say, table.vagues.len(), false);
            table.vagues.push(Vague {
                hard: row.hard,
                soft: row.soft,
                nominal: row.nominal,
                above_low: row.open == "low",
                needs: row.needs,
                unit: row.unit,
                not_after: set(&row.not_after),
            });
        }
        add(&mut table.none, &file.none.say, 0, false);
        add(&mut table.none, &file.none.with_noun, 1, false);
        table.blocked = set(&file.none.blocked);
        Ok(table)
    }

    /// The phrase before `end`: what it does and where it starts.
    pub(super) fn before(
        &self,
        words: &super::words::Words<'_>,
        end: usize,
    ) -> Option<(&Move, usize)> {
        let list = self.before.get(&words.before(end)?)?;
        let (phrase, row) = list.iter().find(|(phrase, _)| words.ends(end, phrase))?;
        let start = end
            .checked_sub(phrase.len())
            .filter(|start| *start >= words.free)?;
        let found = self.moves.get(*row)?;
        found
            .may_follow(words.before(start))
            .then_some((found, start))
    }

    /// The phrase after a number that ends at `at`: what it does and where it ends.
    pub(super) fn after(
        &self,
        words: &super::words::Words<'_>,
        at: usize,
    ) -> Option<(&Move, usize)> {
        let list = self.after.get(&words.word(at)?)?;
        let (phrase, row) = list.iter().find(|(phrase, _)| words.starts(at, phrase))?;
        Some((self.moves.get(*row)?, at + phrase.len()))
    }

    /// The vague phrase that starts at `at`, and its end.
    pub(super) fn vague(
        &self,
        words: &super::words::Words<'_>,
        at: usize,
    ) -> Option<(&Vague, usize)> {
        let list = self.vague.get(&words.word(at)?)?;
        let (phrase, row) = list.iter().find(|(phrase, _)| words.starts(at, phrase))?;
        let found = self.vagues.get(*row)?;
        found
            .may_follow(words.before(at))
            .then_some((found, at + phrase.len()))
    }

    /// The phrase for zero that starts at `at`: its end, and whether a noun must follow.
    pub(super) fn none(&self, words: &super::words::Words<'_>, at: usize) -> Option<(usize, bool)> {
        let list = self.none.get(&words.word(at)?)?;
        let (phrase, row) = list.iter().find(|(phrase, _)| words.starts(at, phrase))?;
        Some((at + phrase.len(), *row == 1))
    }

    /// Whether `word` makes "no …" say nothing of the total: "no other injuries".
    pub(super) fn blocks_none(&self, word: Option<Word>) -> bool {
        word.is_some_and(|word| self.blocked.contains(&word))
    }

    /// The words a phrase without a number can start with.
    pub(super) fn starters(&self) -> impl Iterator<Item = Word> {
        self.vague.keys().chain(self.none.keys()).copied()
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
}
