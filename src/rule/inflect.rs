//! The forms of a word: `lead` stands for lead, leads, leading, led.
//!
//! Regular forms are made by rule, and made too freely rather than too strictly (both `canceled` and `cancelled`): a form
//! that nobody writes matches nothing. Irregular ones come from a table (the exception lists of `WordNet`, cut to forms that
//! the rules do not make).

use crate::document::{Word, fold};
use rustc_hash::FxHashSet;
use std::sync::OnceLock;

/// Lines of a lemma and its irregular forms, sorted by lemma.
const IRREGULAR: &str = include_str!("irregular.txt");

/// Words that have no other forms: prepositions, pronouns, conjunctions, determiners, adverbs of place.
const INVARIABLE: &str = "a about above across after against all almost along also although an and another any around as at away back because before \
behind below beside between beyond both but by despite down during each either else even ever every few for from he her here him his how if in inside \
into it its just last least less like many may me more most much must my near next no nobody none nor not of off on once only onto or other our out \
outside over own past per same she since so some such than that the their them then there these they this those though through to together too toward \
towards under until up upon us very via was we were what when where whether which while who whom whose why with within without would yet you your";

/// Every form of `word` (itself included), folded and hashed. Words of fewer than two letters, with digits or dots, and
/// function words have one form.
pub(super) fn forms(word: &str) -> Vec<Word> {
    let word = fold(word);
    let mut found = Vec::with_capacity(12);
    found.push(Word::new(&word));
    let plain = word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase());
    if word == "be" || plain && !is_invariable(&word) {
        let mut add = |form: &str| {
            let form = Word::of(form);
            if !found.contains(&form) {
                found.push(form);
            }
        };
        irregular(&word).for_each(&mut add);
        if word != "be" {
            let mut form = String::with_capacity(word.len() + 5);
            regular(&word, &mut |stem, ending| {
                form.clear();
                form.push_str(stem);
                form.push_str(ending);
                add(&form);
            });
        }
    }
    found
}

fn is_invariable(word: &str) -> bool {
    static WORDS: OnceLock<FxHashSet<&str>> = OnceLock::new();
    WORDS
        .get_or_init(|| INVARIABLE.split(' ').collect())
        .contains(word)
}

fn irregular(lemma: &str) -> impl Iterator<Item = &'static str> {
    static ROWS: OnceLock<Vec<&str>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| IRREGULAR.lines().collect());
    let first = |row: &&'static str| row.split_once(' ').map_or(*row, |(first, _)| first);
    let at = rows.partition_point(|row| first(row) < lemma);
    let row = rows.get(at).filter(|row| first(row) == lemma);
    row.map_or("", |row| *row).split(' ').skip(1)
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Plural and third person, past and participle by the rules of spelling.
fn regular(word: &str, add: &mut impl FnMut(&str, &str)) {
    let bytes = word.as_bytes();
    let (Some(&last), Some(&before)) = (bytes.last(), bytes.get(bytes.len().wrapping_sub(2)))
    else {
        return;
    };
    let cut = |n: usize| word.get(..word.len().saturating_sub(n)).unwrap_or(word);
    let hissing =
        matches!(last, b's' | b'x' | b'z') || word.ends_with("ch") || word.ends_with("sh");
    let consonant_y = last == b'y' && !is_vowel(before);
    if hissing {
        add(word, "es");
    } else if consonant_y {
        add(cut(1), "ies");
    } else {
        add(word, "s");
    }
    if last == b'o' {
        add(word, "es");
    }
    if word.ends_with("ie") {
        add(word, "d");
        add(cut(2), "ying");
    } else if last == b'e' {
        add(word, "d");
        add(cut(1), "ing");
        add(word, "ing");
    } else if consonant_y {
        add(cut(1), "ied");
        add(word, "ing");
    } else {
        add(word, "ed");
        add(word, "ing");
        if !is_vowel(last)
            && !matches!(last, b'h' | b'j' | b'q' | b'w' | b'x' | b'y')
            && is_vowel(before)
            && word.len() > 2
        {
            let double = if last == b'c' { 'k' } else { char::from(last) };
            add(word, &format!("{double}ed"));
            add(word, &format!("{double}ing"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lemma: &str, expected: &str) {
        let found = forms(lemma);
        for form in expected.split(' ') {
            assert!(
                found.contains(&Word::of(form)),
                "{lemma} has no form {form}"
            );
        }
    }

    #[test]
    fn inflections() {
        check("lead", "lead leads leading led");
        check("cancel", "canceled cancelled canceling cancels");
        check("be", "is was were been are");
        check("flee", "fled flees fleeing");
        check("party", "parties");
        check("die", "dies died dying");
        check("man", "men");
        check("stop", "stopped stopping");
        check("address", "addresses addressed");
        check("go", "goes went gone going");
    }

    #[test]
    fn function_words_stay() {
        assert_eq!(forms("the").len(), 1);
        assert_eq!(forms("u.s.").len(), 1);
        assert_eq!(forms("as").len(), 1);
    }
}
