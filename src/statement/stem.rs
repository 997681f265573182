//! The stem of a word: what its forms share, so that "approved" and "approves" are one.
//!
//! Endings are cut off by rule; irregular forms come from the table that the rule room makes forms from. A stem is no
//! word: "closing" and "closes" share "clos". Only verbs' and nouns' endings are cut; "approval" stays apart from
//! "approve" unless the table of nominalisations joins them.

use crate::document::{Word, fold};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// Lines of a lemma and its irregular forms.
const IRREGULAR: &str = include_str!("../rule/irregular.txt");
/// Lines of a verb and nouns for what it does: "resign resignation".
const NOUNS: &str = include_str!("nouns.txt");

/// The stem of a word as the text has it.
pub(super) fn stem(text: &str) -> Word {
    let folded = fold(text);
    let lemma = lemmas().get(&Word::of(&folded)).copied();
    Word::of(&cut(lemma.unwrap_or(&folded)))
}

/// Whether a word as the text has it looks like a form of a verb that tells what happened: "insured", "sold", "rising".
pub(super) fn is_verb_form(text: &str) -> bool {
    static FORMS: OnceLock<FxHashSet<Word>> = OnceLock::new();
    let irregular = FORMS.get_or_init(|| {
        let forms = IRREGULAR.lines().flat_map(|row| row.split(' ').skip(1));
        forms
            .filter(|form| !form.ends_with('s'))
            .map(Word::of)
            .collect()
    });
    let folded = fold(text);
    let regular = folded.len() > 4 && (folded.ends_with("ed") || folded.ends_with("ing"));
    regular || irregular.contains(&Word::of(&folded))
}

/// The lemma of irregular forms and of nouns that name what a verb does.
fn lemmas() -> &'static FxHashMap<Word, &'static str> {
    static LEMMAS: OnceLock<FxHashMap<Word, &'static str>> = OnceLock::new();
    LEMMAS.get_or_init(|| {
        let mut lemmas = FxHashMap::default();
        for row in IRREGULAR.lines().chain(NOUNS.lines()) {
            let mut words = row.split(' ');
            let Some(lemma) = words.next() else { continue };
            for form in words {
                lemmas.entry(Word::of(form)).or_insert(lemma);
            }
        }
        lemmas
    })
}

/// A word without its ending.
fn cut(word: &str) -> String {
    let plain = word.len() > 3 && word.bytes().all(|b| b.is_ascii_lowercase());
    if !plain {
        return word.to_owned();
    }
    let mut stem = without_ending(word);
    // "Die" and "age" are too short to be cut, and so are "dies" and "ages".
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

fn without_ending(word: &str) -> String {
    if let Some(rest) = word
        .strip_suffix("ies")
        .or_else(|| word.strip_suffix("ied"))
    {
        // "tried" is "try", "tied" is "tie".
        let end = if rest.len() > 1 { "y" } else { "ie" };
        return format!("{rest}{end}");
    }
    for ending in ["ing", "ed"] {
        if let Some(rest) = word.strip_suffix(ending)
            && rest.len() > 1
            && has_vowel(rest)
        {
            return undoubled(rest);
        }
    }
    if let Some(rest) = word.strip_suffix("es")
        && ["s", "x", "z", "ch", "sh"]
            .iter()
            .any(|end| rest.ends_with(end))
    {
        return rest.to_owned();
    }
    match word.strip_suffix('s') {
        Some(rest) if !rest.ends_with(['s', 'u', 'i']) => rest.to_owned(),
        _ => word.to_owned(),
    }
}

fn has_vowel(text: &str) -> bool {
    text.bytes().any(|b| b"aeiouy".contains(&b))
}

/// "stopp" is "stop"; "kill" stays.
fn undoubled(stem: &str) -> String {
    let mut last = stem.bytes().rev();
    let doubled = matches!((last.next(), last.next()), (Some(a), Some(b)) if a == b && !b"aeioulsz".contains(&a));
    let end = stem.len() - usize::from(doubled);
    stem.get(..end).unwrap_or(stem).to_owned()
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for forms in [
            &["approve", "approves", "approved", "approving"][..],
            &["stop", "stops", "stopped", "stopping"],
            &["close", "closes", "closed", "closing"],
            &["city", "cities"],
            &["rise", "rose", "risen", "rising"],
            &["resign", "resigned", "resignation"],
            &["church", "churches"],
            &["die", "died", "dies"],
        ] {
            for form in forms {
                assert_eq!(stem(form), stem(forms[0]), "{form}");
            }
        }
    }

    #[test]
    fn words_stay_apart() {
        for (a, b) in [
            ("bus", "bu"),
            ("king", "k"),
            ("red", "r"),
            ("this", "thi"),
            ("police", "policy"),
        ] {
            assert_ne!(stem(a), stem(b), "{a} {b}");
        }
    }
}
