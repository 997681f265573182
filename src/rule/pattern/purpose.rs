//! What a pattern is for, and the patterns of a run by number.

use crate::rule::automaton::NameId;
use crate::rule::automaton::table::{Row, Table};
use std::borrow::Cow;

/// What the engine, not a claim, looks for: the phrases of `cues` in a rule file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cue {
    /// What follows did not happen: not, never, refused to.
    Negated,
    /// What follows was meant to happen: was scheduled to, will.
    Planned,
    /// What follows may have happened: might, feared, if.
    Hypothetical,
    /// Somebody denies what follows.
    Denied,
    /// Somebody says what the clause says; `{speaker}` is who.
    SaidBy,
    /// Holds a word that is another cue elsewhere, and here says nothing of what follows: not only, no fewer than.
    Idle,
}

impl Cue {
    /// Every cue with its name in rule files.
    pub const ALL: [(&'static str, Cue); 6] = [
        ("negated", Cue::Negated),
        ("planned", Cue::Planned),
        ("hypothetical", Cue::Hypothetical),
        ("denied", Cue::Denied),
        ("said-by", Cue::SaidBy),
        ("idle", Cue::Idle),
    ];
}

/// What a pattern is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Shows an event of the pack (index).
    Trigger(usize),
    /// Is about an event of the pack (index) that the article shows elsewhere.
    AlsoBy(usize),
    /// Takes back a trigger of the pack (index).
    NoTrigger(usize),
    /// Says that another event of the pack (index) follows.
    NewOne(usize),
    /// Finds the claim (index).
    Find(usize),
    /// Takes a find of the claim (index) back.
    Unless(usize),
    /// Makes a find of the claim (index) doubtful.
    Doubt(usize),
    /// Shows that the event of the claim (index) was not on the day of publication.
    NotToday(usize),
    /// Shows that the event of the claim (index) was on the day of publication.
    OfToday(usize),
    /// A cue.
    Cue(Cue),
}

impl Purpose {
    /// The pack (index) of whose event it tells.
    pub fn of_event(self) -> Option<usize> {
        match self {
            Purpose::Trigger(pack)
            | Purpose::AlsoBy(pack)
            | Purpose::NoTrigger(pack)
            | Purpose::NewOne(pack) => Some(pack),
            _ => None,
        }
    }

    /// As two numbers, for tables.
    fn numbers(self) -> [u32; 2] {
        let (tag, index) = match self {
            Purpose::Trigger(pack) => (0, pack),
            Purpose::NewOne(pack) => (1, pack),
            Purpose::Find(claim) => (2, claim),
            Purpose::Unless(claim) => (3, claim),
            Purpose::AlsoBy(pack) => (4, pack),
            Purpose::NoTrigger(pack) => (5, pack),
            Purpose::Doubt(claim) => (6, claim),
            Purpose::NotToday(claim) => (7, claim),
            Purpose::Cue(cue) => {
                let place = Cue::ALL.iter().position(|(_, c)| *c == cue);
                (8, place.unwrap_or_default())
            }
            Purpose::OfToday(claim) => (9, claim),
        };
        [tag, index as u32]
    }

    /// What has these [`Purpose::numbers`].
    fn numbered([tag, index]: [u32; 2]) -> Purpose {
        let at = index as usize;
        match tag {
            0 => Purpose::Trigger(at),
            1 => Purpose::NewOne(at),
            2 => Purpose::Find(at),
            3 => Purpose::Unless(at),
            4 => Purpose::AlsoBy(at),
            5 => Purpose::NoTrigger(at),
            6 => Purpose::Doubt(at),
            7 => Purpose::NotToday(at),
            9 => Purpose::OfToday(at),
            _ => Purpose::Cue(Cue::ALL.get(at).map_or(Cue::Negated, |(_, cue)| *cue)),
        }
    }
}

/// A pattern of the set.
#[derive(Clone, Copy, Debug)]
pub struct Pattern<'p> {
    /// What it is for.
    pub purpose: Purpose,
    /// Its name in machine formats: `walkout.leader/3`.
    pub name: &'p str,
    /// As written.
    pub text: &'p str,
    /// The name of the capture that opens it.
    pub opening: Option<NameId>,
}

/// The patterns of a run, by number; like the tables of the automata they are read where they lie.
#[derive(Debug, Default)]
pub struct Patterns {
    pub(in crate::rule) rows: Table<PatternRow, 6>,
    /// Their names and texts, one after the other.
    pub(in crate::rule) strings: Cow<'static, str>,
}

/// A pattern, its name and its text given by where they begin and how long they are.
#[derive(Clone, Copy, Debug)]
pub(in crate::rule) struct PatternRow {
    purpose: Purpose,
    opening: Option<NameId>,
    start: u32,
    name: u32,
    text: u32,
}

impl Row<6> for PatternRow {
    fn read([tag, index, opening, start, name, text]: [u32; 6]) -> Self {
        PatternRow {
            purpose: Purpose::numbered([tag, index]),
            opening: opening.checked_sub(1).map(|name| name as NameId),
            start,
            name,
            text,
        }
    }

    fn numbers(&self) -> [u32; 6] {
        let [tag, index] = self.purpose.numbers();
        let opening = self.opening.map_or(0, |name| u32::from(name) + 1);
        [tag, index, opening, self.start, self.name, self.text]
    }
}

impl Patterns {
    /// Adds one; its number is how many there were before.
    pub(in crate::rule) fn push(&mut self, pattern: Pattern<'_>) {
        let strings = self.strings.to_mut();
        let start = strings.len() as u32;
        strings.extend([pattern.name, pattern.text]);
        self.rows.push(&PatternRow {
            purpose: pattern.purpose,
            opening: pattern.opening,
            start,
            name: pattern.name.len() as u32,
            text: pattern.text.len() as u32,
        });
    }

    /// Adds those of `others`, numbered on.
    pub(in crate::rule) fn append(&mut self, others: &Patterns) {
        for pattern in others.iter() {
            self.push(pattern);
        }
    }

    /// The pattern of a number.
    pub fn get(&self, number: usize) -> Option<Pattern<'_>> {
        self.rows.get(number).map(|row| self.pattern(row))
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = Pattern<'_>> {
        self.rows.all().map(|row| self.pattern(row))
    }

    /// The number of the first that is for this.
    pub fn first(&self, purpose: Purpose) -> Option<usize> {
        self.rows.all().position(|row| row.purpose == purpose)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What the pattern of a number is for.
    pub fn purpose(&self, number: usize) -> Option<Purpose> {
        self.rows.get(number).map(|row| row.purpose)
    }

    fn pattern(&self, row: PatternRow) -> Pattern<'_> {
        let (start, name) = (row.start as usize, row.name as usize);
        let string = |from: usize, length: usize| self.strings.get(from..from + length);
        Pattern {
            purpose: row.purpose,
            name: string(start, name).unwrap_or(""),
            text: string(start + name, row.text as usize).unwrap_or(""),
            opening: row.opening,
        }
    }
}
