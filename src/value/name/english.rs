//! Which words are of the general language: asked only of texts in capitals, where a name looks like any word.

use crate::document::Word;
use rustc_hash::FxHashSet;
use std::sync::OnceLock;

const WORDS: &str = include_str!("english.txt");

/// Regular endings, and what stands in their place in the stem.
const INFLECTIONS: [(&str, &str); 12] = [
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("er", ""),
    ("er", "e"),
    ("ers", ""),
];

/// Whether `word` or the stem of a regular form of it is in the list.
pub(super) fn is_english(word: &str) -> bool {
    let word = word.to_lowercase();
    if contains(&word) {
        return true;
    }
    let by_stem = INFLECTIONS.iter().any(|(ending, back)| {
        word.strip_suffix(ending)
            .filter(|stem| stem.len() > 2)
            .is_some_and(|stem| contains(&format!("{stem}{back}")))
    });
    by_stem || is_derived(&word) || doubled_stem(&word).is_some_and(contains)
}

/// The stem of a form that doubles its last letter: `refer` of `referred`.
fn doubled_stem(word: &str) -> Option<&str> {
    let stem = word
        .strip_suffix("ed")
        .or_else(|| word.strip_suffix("ing"))?;
    let mut letters = stem.chars().rev();
    let last = letters.next()?;
    (letters.next() == Some(last)).then(|| stem.strip_suffix(last))?
}

/// Endings that names in the languages of the news do not have.
fn is_derived(word: &str) -> bool {
    const ENDINGS: [&str; 22] = [
        "tion", "tions", "ment", "ments", "ness", "ity", "ities", "ously", "ively", "cy", "cies",
        "ism", "ist", "ists", "ship", "ance", "ence", "able", "ible", "ful", "less", "ous",
    ];
    word.len() > 6 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

fn contains(word: &str) -> bool {
    static SET: OnceLock<FxHashSet<Word>> = OnceLock::new();
    SET.get_or_init(|| {
        WORDS
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| line.split_ascii_whitespace())
            .map(Word::new)
            .collect()
    })
    .contains(&Word::new(word))
}
