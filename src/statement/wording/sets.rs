//! Which words exclude each other: the sets of `contrasts.tsv`, and what ties two words of a set together.

use super::statement::Item;
use crate::document::{Phrase, PhraseTable, Word, stem};
use crate::text::pieces;
use std::sync::OnceLock;

const CONTRASTS: &str = include_str!("contrasts.tsv");

/// What two articles must say alike for their words to be of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::statement) enum Tie {
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
    /// All that its statement tells (`bare.rs`).
    Bare,
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
            "bare" => Tie::Bare,
            _ => return None,
        })
    }
}

/// Words that exclude each other.
#[derive(Debug)]
pub(in crate::statement) struct Set {
    pub(in crate::statement) tie: Tie,
    /// The words that lead to it: in, on, by.
    pub(in crate::statement) leads: Vec<Word>,
    /// Stems of the verbs that govern it, or of the nouns that it belongs to.
    pub(in crate::statement) governors: Vec<Word>,
}

// `FORMS`: the ways of saying what words of the sets mean, each with the number of its set and where the meaning begins.
include!(concat!(env!("OUT_DIR"), "/contrasts.rs"));

/// A word of a set among the items of a statement.
#[derive(Clone, Copy, Debug)]
pub(in crate::statement) struct Hit {
    /// Its first item.
    pub(in crate::statement) at: usize,
    /// How many items it has.
    pub(in crate::statement) words: usize,
    /// Index of its set.
    pub(in crate::statement) set: usize,
    /// What it means.
    pub(in crate::statement) meaning: &'static str,
}

/// Whether two meanings of one set are both possible at once: north and north-east.
pub(in crate::statement) fn fit(a: &str, b: &str) -> bool {
    a.split('+')
        .any(|part| b.split('+').any(|other| part == other))
}

/// A set.
pub(in crate::statement) fn set(at: usize) -> Option<&'static Set> {
    sets().get(at)
}

/// The words of sets among some items: at one place the longest of each set.
pub(in crate::statement) fn hits(items: &[Item]) -> Vec<Hit> {
    let mut found: Vec<Hit> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        // "North" in "north east" is said.
        let within = |set: usize, found: &[Hit]| {
            let mut earlier = found.iter().filter(|h| h.set == set && h.at < at);
            earlier.any(|h| at < h.at + h.words)
        };
        let here = found.len();
        for (words, form) in FORMS.of(item.word) {
            let set = form.number as usize;
            let rest = items.get(at..at + words.len());
            let is_said = |rest: &[Item]| rest.iter().map(|i| i.word).eq(words.iter().copied());
            if within(set, &found) || !rest.is_some_and(is_said) {
                continue;
            }
            let hit = Hit {
                at,
                words: words.len(),
                set,
                meaning: meaning(form).unwrap_or(""),
            };
            let known = found.iter_mut().skip(here).find(|h| h.set == set);
            match known {
                Some(known) if known.words < hit.words => *known = hit,
                Some(_) => {}
                None => found.push(hit),
            }
        }
    }
    found
}

fn sets() -> &'static [Set] {
    static SETS: OnceLock<Vec<Set>> = OnceLock::new();
    SETS.get_or_init(|| {
        let rows = CONTRASTS.lines();
        rows.filter_map(|row| read(row.strip_prefix("set\t")?))
            .collect()
    })
}

/// A set by its row: its name, which `FORMS` have by number, its tie, the words that lead to it, and those that govern it.
fn read(row: &'static str) -> Option<Set> {
    let mut cells = pieces(row, b'\t');
    let tie = Tie::of(cells.nth(1)?)?;
    let words = |cell: Option<&'static str>| cell.into_iter().flat_map(|c| pieces(c, b' '));
    Some(Set {
        tie,
        leads: words(cells.next()).map(Word::of).collect(),
        governors: words(cells.next()).map(stem).collect(),
    })
}

/// What a form of the table means.
fn meaning(form: &Phrase) -> Option<&'static str> {
    CONTRASTS.get(form.note as usize..)?.split('\t').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        let rows = CONTRASTS.lines().filter(|row| !row.starts_with('#'));
        let mut named: Vec<&str> = Vec::new();
        for row in rows {
            let cells: Vec<&str> = row.split('\t').collect();
            let read = match cells.as_slice() {
                ["set", name, tie, ..] => {
                    named.push(name);
                    Tie::of(tie).is_some()
                }
                [set, means, ways] => {
                    let ways = ways.split(',').map(str::trim_start);
                    let mut sets = ways.map(|way| {
                        let words: Vec<Word> = way.split(' ').map(Word::of).collect();
                        let mut forms = words.first().into_iter().flat_map(|w| FORMS.of(*w));
                        forms.any(|(own, form)| {
                            own == words
                                && named.get(form.number as usize) == Some(set)
                                && meaning(form) == Some(means)
                        })
                    });
                    sets.all(|read| read)
                }
                _ => false,
            };
            assert!(read, "{row}");
        }
        assert_eq!(named.len(), sets().len());
    }

    #[test]
    fn meanings_that_share_a_part_fit() {
        assert!(fit("north", "north+east"));
        assert!(!fit("south", "north+east"));
    }
}
