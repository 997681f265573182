//! The forms of a word: `lead` stands for lead, leads, leading, led.
//!
//! Regular forms are made by rule, and made too freely rather than too strictly (both `canceled` and `cancelled`): a form
//! that nobody writes matches nothing. Irregular ones come from a table (WordNet's exception lists, cut to forms that
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
    let mut found = vec![Word::new(&word)];
    if word == "be"
        || !is_invariable(&word) && word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase())
    {
        found.extend(irregular(&word).map(Word::of));
        if word != "be" {
            regular(&word, &mut |form| found.push(Word::new(form)));
        }
    }
    let mut seen = FxHashSet::default();
    found.retain(|w| seen.insert(*w));
    found
}

fn is_invariable(word: &str) -> bool {
    static WORDS: OnceLock<FxHashSet<&str>> = OnceLock::new();
    WORDS
        .get_or_init(|| INVARIABLE.split(' ').collect())
        .contains(word)
}

fn irregular(lemma: &str) -> impl Iterator<Item = &'static str> {
    let (mut low, mut high) = (0, IRREGULAR.len());
    let mut line = "";
    while low < high {
        let middle = usize::midpoint(low, high);
        let start = IRREGULAR
            .get(..middle)
            .and_then(|s| s.rfind('\n'))
            .map_or(0, |at| at + 1);
        let end = IRREGULAR
            .get(start..)
            .and_then(|s| s.find('\n'))
            .map_or(IRREGULAR.len(), |at| start + at);
        let row = IRREGULAR.get(start..end).unwrap_or("");
        match row.split(' ').next().unwrap_or("").cmp(lemma) {
            std::cmp::Ordering::Equal => {
                line = row;
                break;
            }
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    line.split(' ').skip(1)
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Plural and third person, past and participle by the rules of spelling.
fn regular(word: &str, add: &mut impl FnMut(&str)) {
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
        add(&format!("{word}es"));
    } else if consonant_y {
        add(&format!("{}ies", cut(1)));
    } else {
        add(&format!("{word}s"));
    }
    if last == b'o' {
        add(&format!("{word}es"));
    }
    if word.ends_with("ie") {
        add(&format!("{word}d"));
        add(&format!("{}ying", cut(2)));
    } else if last == b'e' {
        add(&format!("{word}d"));
        add(&format!("{}ing", cut(1)));
        add(&format!("{word}ing"));
    } else if consonant_y {
        add(&format!("{}ied", cut(1)));
        add(&format!("{word}ing"));
    } else {
        add(&format!("{word}ed"));
        add(&format!("{word}ing"));
        if !is_vowel(last)
            && !matches!(last, b'h' | b'j' | b'q' | b'w' | b'x' | b'y')
            && is_vowel(before)
            && word.len() > 2
        {
            let double = if last == b'c' { 'k' } else { char::from(last) };
            add(&format!("{word}{double}ed"));
            add(&format!("{word}{double}ing"));
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
