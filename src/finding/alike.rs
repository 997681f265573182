//! Whether two nouns count the same: "300 homes" and "250 houses" are no part and its whole.

use crate::document::{Word, WordTable, numbered, slots};

const LISTS: &str = include_str!("alike.tsv");

/// The names of the rows, in any order.
const NAMES: [&str; 17] = [
    "homes",
    "flats",
    "workers",
    "wagons",
    "lawmakers",
    "customers",
    "students",
    "soldiers",
    "rebels",
    "officers",
    "firefighters",
    "prisoners",
    "women",
    "men",
    "children",
    "tourists",
    "planes",
];

/// The rows of each noun, one bit each.
static ROWS: WordTable<{ slots(LISTS) }> = WordTable::of_classes(LISTS, &numbered(&NAMES));

/// Whether reporters use two nouns for one another when they count.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    let row = |noun: &str| ROWS.get(Word::new(noun.rsplit(' ').next().unwrap_or(noun)));
    row(one) & row(other) != 0
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

    #[test]
    fn every_row_has_a_known_name() {
        for line in LISTS.lines().filter(|line| !line.starts_with('#')) {
            let name = line.split('\t').next().unwrap_or("");
            assert!(NAMES.contains(&name), "{name}");
        }
    }
}
