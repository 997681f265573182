//! What turns a statement into its contrary: a "not" in one of two, or a word whose opposite stands in the other.

use crate::document::{Word, stem, word_lists};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::OnceLock;

word_lists! {
    /// The lists of `polarity.tsv`.
    enum List of "polarity.tsv" {
        Not = "not",
        Aux = "aux",
        Yet = "yet",
        Still = "still",
        To = "to",
        Be = "be",
        Deictic = "deictic",
        Say = "say",
        Speech = "speech",
        Lead = "lead",
    }
}
const OPPOSITES: &str = include_str!("opposites.tsv");

/// Whether the words of a statement in `place`, and nothing else of weight there, say that something is not so. `None` if other
/// words stand among them.
pub(in crate::statement) fn negates(
    word: impl Fn(usize) -> Option<Word>,
    place: Range<usize>,
) -> Option<bool> {
    let mut negated = false;
    for at in place {
        if is_not_at(&word, at) {
            negated = !negated;
        } else if !is_auxiliary(word(at)?) {
            return None;
        }
    }
    Some(negated)
}

/// Whether the word at `at` says that something is not so: a "not", or the "to" of "has yet to resign" and "remains to be
/// repaired"; "not yet" is one "not".
pub(in crate::statement) fn is_not_at(word: impl Fn(usize) -> Option<Word>, at: usize) -> bool {
    let is = |at: Option<usize>, list: List| {
        let word = at.and_then(&word);
        word.is_some_and(|word| list.has(word))
    };
    let before = at.checked_sub(1);
    let awaited =
        || is(before, List::Yet) || is(before, List::Still) && is(at.checked_add(1), List::Be);
    is(Some(at), List::Not) || is(Some(at), List::To) && awaited()
}

/// Whether a word alone says that something is not so.
pub(in crate::statement) fn is_not(word: Word) -> bool {
    List::Not.has(word)
}

/// Whether a word says that somebody says something.
pub(in crate::statement) fn is_saying(word: Word) -> bool {
    List::Say.has(word)
}

/// Whether a word, in whatever form, is one by which somebody's words are given: said, told.
pub(in crate::statement) fn is_saying_verb(word: Word) -> bool {
    List::Speech.has(word)
}

/// Whether a word before a name says that it is not that name, or not that name alone, that speaks: "told", "for", "and".
pub(in crate::statement) fn leads_to_name(word: Word) -> bool {
    List::Lead.has(word)
}

/// Whether a word is an auxiliary, or stands between one and its verb.
pub(in crate::statement) fn is_auxiliary(word: Word) -> bool {
    List::Aux.has(word)
}

/// Whether a word tells a time from the day of writing.
pub(in crate::statement) fn is_deictic(word: Word) -> bool {
    List::Deictic.has(word)
}

/// Whether a stem is listed as another's opposite.
pub(in crate::statement) fn are_opposite(left: Word, right: Word) -> bool {
    opposites_of(left).iter().any(|(word, _)| *word == right)
}

/// Whether two opposites exclude each other only as said of one side: who wins beats who loses.
pub(in crate::statement) fn are_converse(left: Word, right: Word) -> bool {
    let mut opposites = opposites_of(left).iter();
    opposites.any(|(word, how)| *word == right && how.converse)
}

/// Whether a stem is another's opposite whatever else is said.
pub(in crate::statement) fn are_firm_opposites(left: Word, right: Word) -> bool {
    let mut opposites = opposites_of(left).iter();
    opposites.any(|(word, how)| *word == right && how.firm)
}

/// How two words are opposites.
#[derive(Clone, Copy)]
struct How {
    /// Whatever else is said.
    firm: bool,
    /// Only as said of one side.
    converse: bool,
}

/// The opposites of a stem.
fn opposites_of(stem: Word) -> &'static [(Word, How)] {
    static OPPOSITES_OF: OnceLock<FxHashMap<Word, Vec<(Word, How)>>> = OnceLock::new();
    let known = OPPOSITES_OF.get_or_init(read_opposites);
    known.get(&stem).map_or(&[], Vec::as_slice)
}

fn read_opposites() -> FxHashMap<Word, Vec<(Word, How)>> {
    let rows = OPPOSITES.lines().filter(|row| !row.starts_with('#'));
    let mut opposites: FxHashMap<Word, Vec<(Word, How)>> = FxHashMap::default();
    for (a, rest) in rows.filter_map(|row| row.split_once('\t')) {
        let mut cells = rest.split('\t');
        let b = cells.next().unwrap_or("");
        let marks: Vec<&str> = cells.collect();
        let how = How {
            firm: marks.contains(&"firm"),
            converse: marks.contains(&"converse"),
        };
        let (a, b) = (stem(a), stem(b));
        opposites.entry(a).or_default().push((b, how));
        opposites.entry(b).or_default().push((a, how));
    }
    opposites
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_hold_in_every_form_and_both_ways() {
        assert!(are_opposite(stem("rose"), stem("falling")));
        assert!(are_opposite(stem("fell"), stem("rises")));
        assert!(!are_opposite(stem("rose"), stem("climbed")));
    }

    #[test]
    fn only_a_bare_not_negates() {
        let words = |text: &str| {
            let words: Vec<Word> = text.split(' ').map(Word::of).collect();
            negates(|at| words.get(at).copied(), 0..words.len())
        };
        assert_eq!(words("did not"), Some(true));
        assert_eq!(words("was"), Some(false));
        assert_eq!(words("not only"), None);
        assert_eq!(words("has yet to"), Some(true));
        assert_eq!(words("has not yet"), Some(true));
        assert_eq!(words("remains to be"), Some(true));
        assert_eq!(words("has still to be"), Some(true));
        assert_eq!(words("remains to"), Some(false));
    }
}
