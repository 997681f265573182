//! What one alone does, and the ways of saying that somebody did it: the rows of `deeds.tsv`.

use crate::document::{Word, fold};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

const DEEDS: &str = include_str!("deeds.tsv");
const NONE: &str = "-";

/// What two articles must tell alike besides for a deed to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// Nothing: it is done once in what is told.
    Bare,
    /// What it was done to.
    Shared,
    /// Somebody else.
    Named,
    /// That nobody else did it, in one of them.
    Sole,
}

/// A row of the table.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) tie: Tie,
    /// Nouns of which one must stand beside a form; none where the form tells it all.
    pub(super) nouns: Vec<Word>,
}

/// How a form leads to who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// "Ann Lee was driving".
    Does,
    /// "driven by Ann Lee".
    Done,
    /// "Ann Lee's corner".
    Noun,
}

/// A way of saying what a row is of.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) row: usize,
    pub(super) way: Way,
    pub(super) words: Vec<Word>,
}

/// The rows, and the forms by their first words.
pub(super) struct Table {
    rows: Vec<Row>,
    forms: FxHashMap<Word, Vec<Form>>,
}

impl Table {
    /// The table of the program.
    pub(super) fn get() -> &'static Table {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(|| Table::of(DEEDS))
    }

    fn of(text: &str) -> Table {
        let mut table = Table {
            rows: Vec::new(),
            forms: FxHashMap::default(),
        };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t').skip(1);
            let mut column = || columns.next().unwrap_or(NONE);
            let tie = match column() {
                "shared" => Tie::Shared,
                "named" => Tie::Named,
                "sole" => Tie::Sole,
                _ => Tie::Bare,
            };
            let (does, done, nouns) = (column(), column(), column());
            table.enter(does, Way::Does);
            table.enter(done, Way::Done);
            let nouns = nouns.split(' ').filter(|noun| *noun != NONE);
            table.rows.push(Row {
                tie,
                nouns: nouns.map(|noun| Word::of(&fold(noun))).collect(),
            });
        }
        table
    }

    fn enter(&mut self, forms: &str, way: Way) {
        for form in forms.split(", ").filter(|form| *form != NONE) {
            let noun = form.strip_prefix('=');
            let way = if noun.is_some() { Way::Noun } else { way };
            let words = noun.unwrap_or(form).split(' ');
            let words: Vec<Word> = words.map(|word| Word::of(&fold(word))).collect();
            let Some(first) = words.first() else {
                continue;
            };
            self.forms.entry(*first).or_default().push(Form {
                row: self.rows.len(),
                way,
                words,
            });
        }
    }

    /// The row of a form.
    pub(super) fn row(&self, at: usize) -> Option<&Row> {
        self.rows.get(at)
    }

    /// The forms that begin with a word.
    pub(super) fn beginning(&self, word: Word) -> &[Form] {
        self.forms.get(&word).map_or(&[], Vec::as_slice)
    }
}
