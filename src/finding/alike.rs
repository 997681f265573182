//! Whether two nouns count the same: "300 homes" and "250 houses" are no part and its whole.
//!
//! The concepts of statements (`statement/wording/concepts.tsv`) are wider: they join senators with lawmakers and cars with vehicles, for both
//! tell of one thing; of counts the one may be a part of the other.

use crate::document::{Word, WordLists, slots};

const LISTS: &str = include_str!("alike.tsv");
/// The rows of each noun.
static ROWS: WordLists<{ slots(LISTS) }> = WordLists::new(LISTS);

/// Whether reporters use two nouns for one another when they count.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    let rows = |noun: &str| ROWS.classes(Word::new(noun.rsplit(' ').next().unwrap_or(noun)));
    rows(one).any(|row| rows(other).any(|of_other| row == of_other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_for_the_same() {
        assert!(are_alike("Homes", "houses"));
        assert!(are_alike("employees", "staff"));
        for (one, other) in [
            ("women", "people"),
            ("officers", "people"),
            ("senators", "lawmakers"),
        ] {
            assert!(!are_alike(one, other), "{one} {other}");
        }
    }
}
