//! What turns a statement into its contrary: a "not" in one of two, or a word whose opposite stands in the other.

use super::stem::stem;
use crate::document::{Word, word_lists};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

const POLARITY: &str = include_str!("polarity.tsv");
const OPPOSITES: &str = include_str!("opposites.tsv");

/// Whether these words, and nothing else of weight, say that something is not so. `None` if other words stand among them.
pub(super) fn negates(words: impl IntoIterator<Item = Word>) -> Option<bool> {
    let lists = lists();
    let mut negated = false;
    for word in words {
        if lists.not.contains(&word) {
            negated = !negated;
        } else if !lists.auxiliary.contains(&word) {
            return None;
        }
    }
    Some(negated)
}

/// Whether a word alone says that something is not so.
pub(super) fn is_not(word: Word) -> bool {
    lists().not.contains(&word)
}

/// Whether a word says that somebody says something.
pub(super) fn is_saying(word: Word) -> bool {
    lists().saying.contains(&word)
}

/// Whether a word, in whatever form, is one by which somebody's words are given: said, told.
pub(super) fn is_saying_verb(word: Word) -> bool {
    lists().speech.contains(&word)
}

/// Whether a word before a name says that it is not that name, or not that name alone, that speaks: "told", "for", "and".
pub(super) fn leads_to_name(word: Word) -> bool {
    lists().leads.contains(&word)
}

/// Whether a word is an auxiliary, or stands between one and its verb.
pub(super) fn is_auxiliary(word: Word) -> bool {
    lists().auxiliary.contains(&word)
}

/// Whether a word tells a time from the day of writing.
pub(super) fn is_deictic(word: Word) -> bool {
    lists().deictic.contains(&word)
}

/// Whether a stem is listed as another's opposite.
pub(super) fn are_opposite(left: Word, right: Word) -> bool {
    opposites_of(left).iter().any(|(word, _)| *word == right)
}

/// Whether a stem is another's opposite whatever else is said.
pub(super) fn are_firm_opposites(left: Word, right: Word) -> bool {
    opposites_of(left).contains(&(right, true))
}

fn opposites_of(stem: Word) -> &'static [(Word, bool)] {
    lists().opposites.get(&stem).map_or(&[], Vec::as_slice)
}

struct Lists {
    not: FxHashSet<Word>,
    deictic: FxHashSet<Word>,
    auxiliary: FxHashSet<Word>,
    saying: FxHashSet<Word>,
    speech: FxHashSet<Word>,
    leads: FxHashSet<Word>,
    opposites: FxHashMap<Word, Vec<(Word, bool)>>,
}

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let rows = |text: &'static str| {
            let rows = text.lines().filter(|row| !row.starts_with('#'));
            rows.filter_map(|row| row.split_once('\t'))
        };
        let mut words = word_lists(POLARITY);
        let mut class = |wanted: &str| words.remove(wanted).unwrap_or_default();
        let mut opposites: FxHashMap<Word, Vec<(Word, bool)>> = FxHashMap::default();
        for (a, b) in rows(OPPOSITES) {
            let (b, firm) = b.split_once('\t').map_or((b, false), |(b, _)| (b, true));
            let (a, b) = (stem(a), stem(b));
            opposites.entry(a).or_default().push((b, firm));
            opposites.entry(b).or_default().push((a, firm));
        }
        Lists {
            not: class("not"),
            deictic: class("deictic"),
            auxiliary: class("aux"),
            saying: class("say"),
            speech: class("speech"),
            leads: class("lead"),
            opposites,
        }
    })
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
    }
}
