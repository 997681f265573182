//! The forms of a word: `lead` stands for lead, leads, leading, led.
//!
//! Regular forms are made by rule, and made too freely rather than too strictly (both `canceled` and `cancelled`): a form
//! that nobody writes matches nothing. Irregular ones come from a table (the exception lists of `WordNet`, cut to forms that
//! the rules do not make).

use crate::document::{Word, fold};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// Lines of a lemma and its irregular forms.
const IRREGULAR: &str = include_str!("../../document/irregular.txt");

/// Words that have no other forms: prepositions, pronouns, conjunctions, determiners, adverbs of place.
const INVARIABLE: &str = "a about above across after against all almost along also although an and another any around as at away back because before \
behind below beside between beyond both but by despite down during each either else even ever every few for from he her here him his how if in inside \
into it its just last least less like many may me more most much must my near next no nobody none nor not of off on once only onto or other our out \
outside over own past per same she since so some such than that the their them then there these they this those though through to together too toward \
towards under until up upon us very via was we were what when where whether which while who whom whose why with within without would yet you your";

/// Adds every form of `word` (itself included) to `found`. Words of fewer than two letters, with digits or dots, and
/// function words have one form.
pub(in crate::rule) fn forms(word: &str, found: &mut Vec<Word>) {
    if !word.is_ascii() {
        let folded = fold(word);
        if folded.is_ascii() {
            return forms(&folded, found);
        }
    }
    let start = found.len();
    let lemma = Word::new(word);
    found.push(lemma);
    let is_be = lemma == Word::of("be");
    let plain = word.len() > 1 && word.bytes().all(|b| b.is_ascii_alphabetic());
    if !plain || !is_be && is_invariable(lemma) {
        return;
    }
    let mut add = |form: Word| {
        if !found.iter().skip(start).any(|known| *known == form) {
            found.push(form);
        }
    };
    for form in irregular(lemma).split_ascii_whitespace() {
        add(Word::of(form));
    }
    if !is_be {
        regular(word.as_bytes(), &mut add);
    }
}

/// Whether `form` is `word` itself or a form of it: "men" of "man".
pub fn is_form(form: Word, word: &str) -> bool {
    let mut found = Vec::new();
    forms(word, &mut found);
    found.contains(&form)
}

fn is_invariable(word: Word) -> bool {
    static WORDS: OnceLock<FxHashSet<Word>> = OnceLock::new();
    WORDS
        .get_or_init(|| INVARIABLE.split(' ').map(Word::of).collect())
        .contains(&word)
}

/// The irregular forms of a lemma, with spaces between.
fn irregular(lemma: Word) -> &'static str {
    static ROWS: OnceLock<FxHashMap<Word, &str>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| {
        let rows = IRREGULAR.lines().filter_map(|row| row.split_once(' '));
        rows.map(|(lemma, forms)| (Word::of(lemma), forms))
            .collect()
    });
    rows.get(&lemma).copied().unwrap_or("")
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The word that these letters spell. Hashes are made letter by letter, so no form is ever written out.
fn spelled(from: Word, letters: &[u8]) -> Word {
    letters.iter().fold(from, |word, letter| word.then(*letter))
}

/// Plural and third person, past and participle by the rules of spelling.
fn regular(word: &[u8], add: &mut impl FnMut(Word)) {
    let lower = |at: usize| {
        let at = word.len().checked_sub(at);
        at.and_then(|at| word.get(at))
            .map_or(b' ', u8::to_ascii_lowercase)
    };
    let (last, before) = (lower(1), lower(2));
    let cut = |letters: usize| {
        let length = word.len().saturating_sub(letters);
        spelled(Word::EMPTY, word.get(..length).unwrap_or(word))
    };
    let stem = cut(0);
    let mut with = |stem: Word, ending: &str| add(spelled(stem, ending.as_bytes()));
    let hissing =
        matches!(last, b's' | b'x' | b'z') || last == b'h' && matches!(before, b'c' | b's');
    let consonant_y = last == b'y' && !is_vowel(before);
    if hissing {
        with(stem, "es");
    } else if consonant_y {
        with(cut(1), "ies");
    } else {
        with(stem, "s");
    }
    if last == b'o' {
        with(stem, "es");
    }
    if last == b'e' && before == b'i' {
        with(stem, "d");
        with(cut(2), "ying");
    } else if last == b'e' {
        with(stem, "d");
        with(cut(1), "ing");
        with(stem, "ing");
    } else if consonant_y {
        with(cut(1), "ied");
        with(stem, "ing");
    } else {
        with(stem, "ed");
        with(stem, "ing");
        if !is_vowel(last)
            && !matches!(last, b'h' | b'j' | b'q' | b'w' | b'x' | b'y')
            && is_vowel(before)
            && word.len() > 2
        {
            let doubled = stem.then(if last == b'c' { b'k' } else { last });
            with(doubled, "ed");
            with(doubled, "ing");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(lemma: &str) -> Vec<Word> {
        let mut found = Vec::new();
        forms(lemma, &mut found);
        found
    }

    #[track_caller]
    fn check(lemma: &str, expected: &str) {
        let found = all(lemma);
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
        check("Panic", "panics panicked panicking");
    }

    #[test]
    fn function_words_stay() {
        assert_eq!(all("the").len(), 1);
        assert_eq!(all("u.s.").len(), 1);
        assert_eq!(all("as").len(), 1);
    }
}
