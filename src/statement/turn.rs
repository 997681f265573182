//! What turns a statement into its contrary: a "not" in one of two, or a word whose opposite stands in the other.

use crate::document::{Word, WordLists, slots, stem};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

const POLARITY: &str = include_str!("polarity.tsv");
static WORDS: WordLists<{ slots(POLARITY) }> = WordLists::new(POLARITY);
const OPPOSITES: &str = include_str!("opposites.tsv");

/// Whether these words, and nothing else of weight, say that something is not so. `None` if other words stand among them.
pub(super) fn negates(words: impl IntoIterator<Item = Word>) -> Option<bool> {
    let mut negated = false;
    let mut before = None;
    for word in words {
        if is_not_after(before.replace(word), word) {
            negated = !negated;
        } else if !is_auxiliary(word) {
            return None;
        }
    }
    Some(negated)
}

/// Whether a word after another says that something is not so: a "not", or the "to" of "has yet to resign"; "not yet" is one "not".
pub(super) fn is_not_after(before: Option<Word>, word: Word) -> bool {
    is_not(word) || word == Word::of("to") && before == Some(Word::of("yet"))
}

/// Whether a word alone says that something is not so.
pub(super) fn is_not(word: Word) -> bool {
    WORDS.has("not", word)
}

/// Whether a word says that somebody says something.
pub(super) fn is_saying(word: Word) -> bool {
    WORDS.has("say", word)
}

/// Whether a word, in whatever form, is one by which somebody's words are given: said, told.
pub(super) fn is_saying_verb(word: Word) -> bool {
    WORDS.has("speech", word)
}

/// Whether a word before a name says that it is not that name, or not that name alone, that speaks: "told", "for", "and".
pub(super) fn leads_to_name(word: Word) -> bool {
    WORDS.has("lead", word)
}

/// Whether a word is an auxiliary, or stands between one and its verb.
pub(super) fn is_auxiliary(word: Word) -> bool {
    WORDS.has("aux", word)
}

/// Whether a word tells a time from the day of writing.
pub(super) fn is_deictic(word: Word) -> bool {
    WORDS.has("deictic", word)
}

/// Whether a stem is listed as another's opposite.
pub(super) fn are_opposite(left: Word, right: Word) -> bool {
    opposites_of(left).iter().any(|(word, _)| *word == right)
}

/// Whether a stem is another's opposite whatever else is said.
pub(super) fn are_firm_opposites(left: Word, right: Word) -> bool {
    opposites_of(left).contains(&(right, true))
}

/// The opposites of a stem, each with whether it is one whatever else is said.
fn opposites_of(stem: Word) -> &'static [(Word, bool)] {
    static OPPOSITES_OF: OnceLock<FxHashMap<Word, Vec<(Word, bool)>>> = OnceLock::new();
    let known = OPPOSITES_OF.get_or_init(read_opposites);
    known.get(&stem).map_or(&[], Vec::as_slice)
}

fn read_opposites() -> FxHashMap<Word, Vec<(Word, bool)>> {
    let rows = OPPOSITES.lines().filter(|row| !row.starts_with('#'));
    let mut opposites: FxHashMap<Word, Vec<(Word, bool)>> = FxHashMap::default();
    for (a, b) in rows.filter_map(|row| row.split_once('\t')) {
        let (b, firm) = b.split_once('\t').map_or((b, false), |(b, _)| (b, true));
        let (a, b) = (stem(a), stem(b));
        opposites.entry(a).or_default().push((b, firm));
        opposites.entry(b).or_default().push((a, firm));
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
        let words = |text: &str| negates(text.split(' ').map(Word::of));
        assert_eq!(words("did not"), Some(true));
        assert_eq!(words("was"), Some(false));
        assert_eq!(words("not only"), None);
        assert_eq!(words("has yet to"), Some(true));
        assert_eq!(words("has not yet"), Some(true));
    }
}
