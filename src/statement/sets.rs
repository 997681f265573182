//! Which words exclude each other: the sets of `contrasts.tsv`, and what ties two words of a set together.

use super::page::Item;
use super::stem::stem;
use crate::document::Word;
use crate::text::pieces;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::OnceLock;

const CONTRASTS: &str = include_str!("contrasts.tsv");

/// What two articles must say alike for their words to be of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// The noun that the word says more of.
    Modifies,
    /// The name after "of".
    Bearing,
    /// The name right after it.
    Route,
    /// The person who was hit there.
    Wound,
    /// A verb right before it.
    Means,
    /// The same, of what is told once: how somebody got away.
    Getaway,
    /// A verb before it.
    While,
    /// What stands on both sides of it.
    Around,
    /// Who did it, and of what.
    Act,
    /// An amount.
    Level,
    /// An age.
    Aged,
    /// The thing that it is done to, one of a few.
    Object,
    /// The person whose office it is.
    Office,
}

impl Tie {
    fn of(name: &str) -> Option<Tie> {
        Some(match name {
            "modifies" => Tie::Modifies,
            "bearing" => Tie::Bearing,
            "route" => Tie::Route,
            "wound" => Tie::Wound,
            "means" => Tie::Means,
            "getaway" => Tie::Getaway,
            "while" => Tie::While,
            "around" => Tie::Around,
            "act" => Tie::Act,
            "level" => Tie::Level,
            "aged" => Tie::Aged,
            "object" => Tie::Object,
            "office" => Tie::Office,
            _ => return None,
        })
    }
}

/// Words that exclude each other.
#[derive(Debug)]
pub(super) struct Set {
    name: &'static str,
    pub(super) tie: Tie,
    /// The words that lead to it: in, on, by.
    pub(super) leads: FxHashSet<Word>,
    /// Stems of the verbs that govern it, or of the nouns that it belongs to.
    pub(super) governors: FxHashSet<Word>,
}

/// One way of saying what a set's word means.
#[derive(Debug)]
struct Form {
    /// Where its words stand among those of all forms.
    words: Range<usize>,
    set: usize,
    meaning: &'static str,
    /// The next form with the same first word.
    next: Option<usize>,
}

/// A word of a set among the items of a statement.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Its first item.
    pub(super) at: usize,
    /// How many items it has.
    pub(super) words: usize,
    /// Index of its set.
    pub(super) set: usize,
    /// What it means.
    pub(super) meaning: &'static str,
}

/// Whether two meanings of one set are both possible at once: north and north-east.
pub(super) fn fit(a: &str, b: &str) -> bool {
    a.split('+')
        .any(|part| b.split('+').any(|other| part == other))
}

/// A set.
pub(super) fn set(at: usize) -> Option<&'static Set> {
    table().sets.get(at)
}

/// The words of sets among some items: at one place the longest of each set.
pub(super) fn hits(items: &[Item]) -> Vec<Hit> {
    let mut found: Vec<Hit> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        // "North" in "north east" is said.
        let within = |set: usize, found: &[Hit]| {
            let mut earlier = found.iter().filter(|h| h.set == set && h.at < at);
            earlier.any(|h| at < h.at + h.words)
        };
        let here = found.len();
        for (words, form) in table().beginning(item.word) {
            let rest = items.get(at..at + words.len());
            let is_said = |rest: &[Item]| rest.iter().map(|i| i.word).eq(words.iter().copied());
            if within(form.set, &found) || !rest.is_some_and(is_said) {
                continue;
            }
            let hit = Hit {
                at,
                words: form.words.len(),
                set: form.set,
                meaning: form.meaning,
            };
            let known = found.iter_mut().skip(here).find(|h| h.set == form.set);
            match known {
                Some(known) if known.words < hit.words => *known = hit,
                Some(_) => {}
                None => found.push(hit),
            }
        }
    }
    found
}

struct Table {
    sets: Vec<Set>,
    forms: Vec<Form>,
    /// The words of all forms.
    words: Vec<Word>,
    /// The first and the last form that begin with a word.
    heads: FxHashMap<Word, (usize, usize)>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table {
            sets: Vec::new(),
            forms: Vec::with_capacity(1024),
            words: Vec::with_capacity(2048),
            heads: FxHashMap::default(),
        };
        for row in CONTRASTS.lines().filter(|row| !row.starts_with('#')) {
            let mut cells = pieces(row, b'\t');
            match (cells.next(), cells.next(), cells.next()) {
                (Some("set"), Some(name), Some(tie)) => table.set(name, tie, cells),
                (Some(set), Some(meaning), Some(ways)) => table.ways(set, meaning, ways),
                _ => {}
            }
        }
        table
    })
}

impl Table {
    fn set(
        &mut self,
        name: &'static str,
        tie: &str,
        mut cells: impl Iterator<Item = &'static str>,
    ) {
        let words = |cell: Option<&'static str>| cell.into_iter().flat_map(|c| pieces(c, b' '));
        let leads = words(cells.next()).map(Word::of).collect();
        let governors = words(cells.next()).map(stem).collect();
        self.sets.extend(Tie::of(tie).map(|tie| Set {
            name,
            tie,
            leads,
            governors,
        }));
    }

    fn ways(&mut self, set: &str, meaning: &'static str, ways: &'static str) {
        let Some(set) = self.sets.iter().position(|s| s.name == set) else {
            return;
        };
        for way in pieces(ways, b',') {
            let first = self.words.len();
            let words = pieces(way.trim_start(), b' ');
            self.words.extend(words.map(Word::of));
            let Some(head) = self.words.get(first).copied() else {
                continue;
            };
            let number = self.forms.len();
            self.forms.push(Form {
                words: first..self.words.len(),
                set,
                meaning,
                next: None,
            });
            let (_, last) = self.heads.entry(head).or_insert((number, number));
            let before = std::mem::replace(last, number);
            if let Some(before) = self.forms.get_mut(before).filter(|_| before < number) {
                before.next = Some(number);
            }
        }
    }

    /// The forms that begin with a word, with their words, in the order of the table.
    fn beginning(&self, word: Word) -> impl Iterator<Item = (&[Word], &Form)> {
        let form = |number: usize| self.forms.get(number);
        let first = self.heads.get(&word).and_then(|(first, _)| form(*first));
        let forms = std::iter::successors(first, move |one| form(one.next?));
        forms.filter_map(|form| Some((self.words.get(form.words.clone())?, form)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        let rows = CONTRASTS.lines().filter(|row| !row.starts_with('#'));
        for row in rows {
            let cells: Vec<&str> = row.split('\t').collect();
            let read = match cells.as_slice() {
                ["set", name, tie, ..] => {
                    Tie::of(tie).is_some() && table().sets.iter().any(|s| s.name == *name)
                }
                [set, _, _] => table().sets.iter().any(|s| s.name == *set),
                _ => false,
            };
            assert!(read, "{row}");
        }
    }

    #[test]
    fn meanings_that_share_a_part_fit() {
        assert!(fit("north", "north+east"));
        assert!(!fit("south", "north+east"));
    }
}
