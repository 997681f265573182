//! What turns a statement into its contrary: a "not" in one of two, or a word whose opposite stands in the other.

use super::stem::stem;
use crate::document::Word;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

const POLARITY: &str = include_str!("polarity.tsv");
const OPPOSITES: &str = include_str!("opposites.tsv");

/// Whether these words, and nothing else of weight, say that something is not so. `None` if other words stand among them.
pub(super) fn negates(stems: impl IntoIterator<Item = Word>) -> Option<bool> {
    let lists = lists();
    let mut negated = false;
    for word in stems {
        if lists.not.contains(&word) {
            negated = !negated;
        } else if !lists.auxiliary.contains(&word) {
            return None;
        }
    }
    Some(negated)
}

/// Whether a word alone says that something is not so.
pub(super) fn is_not(stem: Word) -> bool {
    lists().not.contains(&stem)
}

/// Whether a word says that somebody says something.
pub(super) fn is_saying(stem: Word) -> bool {
    lists().saying.contains(&stem)
}

/// Whether a word tells a time from the day of writing.
pub(super) fn is_deictic(word: Word) -> bool {
    lists().deictic.contains(&word)
}

/// Whether a word is listed as another's opposite.
pub(super) fn are_opposite(left: Word, right: Word) -> bool {
    lists()
        .opposites
        .get(&left)
        .is_some_and(|words| words.contains(&right))
}

struct Lists {
    not: FxHashSet<Word>,
    deictic: FxHashSet<Word>,
    auxiliary: FxHashSet<Word>,
    saying: FxHashSet<Word>,
    opposites: FxHashMap<Word, Vec<Word>>,
}

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let rows = |text: &'static str| {
            let rows = text.lines().filter(|row| !row.starts_with('#'));
            rows.filter_map(|row| row.split_once('\t'))
        };
        let class = |wanted: &str| {
            let rows = rows(POLARITY).filter(|(class, _)| *class == wanted);
            rows.map(|(_, word)| stem(word)).collect()
        };
        let mut opposites: FxHashMap<Word, Vec<Word>> = FxHashMap::default();
        for (a, b) in rows(OPPOSITES) {
            let (a, b) = (stem(a), stem(b));
            opposites.entry(a).or_default().push(b);
            opposites.entry(b).or_default().push(a);
        }
        Lists {
            not: class("not"),
            deictic: rows(POLARITY)
                .filter(|(class, _)| *class == "deictic")
                .map(|(_, word)| Word::of(word))
                .collect(),
            auxiliary: class("aux"),
            saying: class("say"),
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
        let words = |text: &str| negates(text.split(' ').map(stem));
        assert_eq!(words("did not"), Some(true));
        assert_eq!(words("was"), Some(false));
        assert_eq!(words("not only"), None);
    }
}
