//! Which words are of the general language: asked where a capital tells nothing, as at the start of a sentence.

use super::sorted::SortedWords;

const WORDS: &str = include_str!("english.txt");

/// Regular endings of forms of a word, and what stands in their place in it.
const FORMS: [(&str, &str); 9] = [
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
];

/// Endings of words made of others. Names have them as well: `Tucker`, `Clarence`.
const DERIVED: [(&str, &str); 3] = [("er", ""), ("er", "e"), ("ers", "")];

/// Whether `word` or the stem of a regular form of it is in the list, or its ending is one of words.
pub(super) fn is_english(word: &str) -> bool {
    in_lower_case(word, |word| {
        is_form(word) || has_stem(word, &DERIVED) || is_derived(word)
    })
}

/// Whether `word` or the stem of a regular form of it is in the list: the answer for a word that may well be a name.
pub(super) fn is_listed(word: &str) -> bool {
    in_lower_case(word, is_form)
}

/// Whether `word` is in the list, is a form of a word in it or says who does it: `Kicker`.
pub(super) fn is_listed_or_doer(word: &str) -> bool {
    in_lower_case(word, |word| is_form(word) || has_stem(word, &DERIVED))
}

/// The longest word that is asked for without taking memory.
const LONGEST: usize = 32;

/// The answer for `word` in lower case.
fn in_lower_case(word: &str, answer: impl Fn(&str) -> bool) -> bool {
    let mut letters = [0; LONGEST];
    match letters.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        Some(letters) => {
            letters.copy_from_slice(word.as_bytes());
            letters.make_ascii_lowercase();
            std::str::from_utf8(letters).is_ok_and(answer)
        }
        None => answer(&word.to_lowercase()),
    }
}

fn is_form(word: &str) -> bool {
    contains(word) || has_stem(word, &FORMS) || doubled_stem(word).is_some_and(contains)
}

fn has_stem(word: &str, endings: &[(&str, &str)]) -> bool {
    endings.iter().any(|(ending, back)| {
        word.strip_suffix(ending)
            .filter(|stem| stem.len() > 2)
            .is_some_and(|stem| match *back {
                "" => contains(stem),
                back => joined(stem, back, contains),
            })
    })
}

/// The answer for `stem` and `back` as one word.
fn joined(stem: &str, back: &str, answer: impl Fn(&str) -> bool) -> bool {
    let mut letters = [0; LONGEST];
    let length = stem.len() + back.len();
    match letters.get_mut(..length) {
        Some(letters) => {
            let pair = stem.bytes().chain(back.bytes());
            letters
                .iter_mut()
                .zip(pair)
                .for_each(|(to, from)| *to = from);
            std::str::from_utf8(letters).is_ok_and(answer)
        }
        None => answer(&format!("{stem}{back}")),
    }
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
    static LIST: SortedWords = SortedWords::new(WORDS);
    LIST.contains(word.as_bytes())
}
