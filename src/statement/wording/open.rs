//! Whether a word leaves open what its clause tells, or says that it is not so: not, may, if, unless, has yet to.
//!
//! A "not" that denies nothing of what follows ("not far from", "no fewer than") is none, nor is the "could" of "could reach only".

use super::class::Class;
use super::statement::Item;
use super::turn;
use crate::document::Word;

/// How many words after a "could" an "only" may stand.
const ONLY: usize = 3;

/// Whether the word at `at` says that what its clause tells did not happen, or leaves open whether it did.
pub(in crate::statement) fn leaves_open(items: &[Item], at: usize) -> bool {
    let word = |at: usize| items.get(at).map(|i| i.word);
    let of = |class: Class, word: Option<Word>| word.is_some_and(|word| class.has(word));
    if !of(Class::Open, word(at)) {
        return turn::is_not_at(word, at);
    }
    let able =
        of(Class::Able, word(at)) && (at + 1..=at + ONLY).any(|at| of(Class::Only, word(at)));
    !able && !of(Class::Idle, word(at + 1))
}

/// Whether the word at `at` is one of wishing or fearing: wants, expected.
pub(in crate::statement) fn is_wish(items: &[Item], at: usize) -> bool {
    items.get(at).is_some_and(|i| Class::Wish.has(i.word))
}

/// Whether the word at `at` opens a clause of what is not said to have come about: unless, until.
pub(in crate::statement) fn is_condition(items: &[Item], at: usize) -> bool {
    items.get(at).is_some_and(|i| Class::Condition.has(i.word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks whether any word of `text` leaves it open.
    #[track_caller]
    fn check(text: &str, expected: bool) {
        let items: Vec<Item> = text.split(' ').map(item).collect();
        let open = (0..items.len()).any(|at| leaves_open(&items, at));
        assert_eq!(open, expected, "{text}");
    }

    fn item(word: &str) -> Item {
        Item {
            token: 0,
            stem: Word::of(word),
            word: Word::of(word),
            rarity: 0.0,
            weight: 0.0,
            is_value: false,
            is_name: false,
        }
    }

    #[test]
    fn what_is_denied_or_awaited_is_open() {
        check("the road was not closed", true);
        check("the road has yet to be closed", true);
        check("the road remains to be closed", true);
        check("the road could be closed", true);
        check("they could not reach the road", true);
    }

    #[test]
    fn a_not_that_denies_nothing_leaves_nothing_open() {
        check("the road is closed", false);
        check("the road remains closed", false);
        check("a road not far from the mill", false);
        check("no fewer than nine roads", false);
        check("they could reach only the road", false);
    }
}
