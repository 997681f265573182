//! The stem of a word: what its forms share, so that "approved" and "approves" are one.
//!
//! Endings are cut off by rule; irregular forms come from the table from which the rule room makes forms. A stem is no
//! word: "closing" and "closes" share "clos". Only verbs' and nouns' endings are cut; "approval" stays apart from
//! "approve" unless the table of nominalisations joins them.

use super::word::{Word, fold};
use super::word_table::{WordTable, slots};

/// Lines of a lemma and its irregular forms.
const IRREGULAR: &str = include_str!("irregular.txt");
/// These, and lines of a verb and nouns for what it does: "resign resignation".
const LEMMAS: &str = concat!(include_str!("irregular.txt"), include_str!("nouns.txt"));

/// Where the line of each form begins.
static ROWS: WordTable<{ slots(LEMMAS) }> = WordTable::of_rows(LEMMAS);

/// The longest word that is folded without allocating.
const LONGEST: usize = 32;

/// The stem of a word as the text has it.
pub fn stem(text: &str) -> Word {
    folded(text, |folded| {
        let (stem, end) = cut(lemma(folded).unwrap_or(folded));
        end.bytes().fold(Word::of(stem), Word::then)
    })
}

/// Whether a word as the text has it looks like a form of a verb that tells what happened: "insured", "sold", "rising".
pub fn is_verb_form(text: &str) -> bool {
    folded(text, |folded| {
        let regular = folded.len() > 4 && (folded.ends_with("ed") || folded.ends_with("ing"));
        let is_irregular = |row: usize| row < IRREGULAR.len() && !folded.ends_with('s');
        regular || row_of(folded).is_some_and(is_irregular)
    })
}

/// What `answer` says of a folded text.
fn folded<T>(text: &str, answer: impl Fn(&str) -> T) -> T {
    let mut letters = [0; LONGEST];
    if text.is_ascii()
        && let Some(letters) = letters.get_mut(..text.len())
    {
        letters.copy_from_slice(text.as_bytes());
        letters.make_ascii_lowercase();
        if let Ok(folded) = std::str::from_utf8(letters) {
            return answer(folded);
        }
    }
    answer(&fold(text))
}

/// Where the line of a form begins.
fn row_of(folded: &str) -> Option<usize> {
    (ROWS.get(Word::of(folded)) as usize).checked_sub(1)
}

/// The lemma of irregular forms and of nouns that name what a verb does.
fn lemma(folded: &str) -> Option<&'static str> {
    let row = LEMMAS.get(row_of(folded)?..)?;
    row.split(' ').next()
}

/// A word without its ending, and what stands in the ending's place.
fn cut(word: &str) -> (&str, &'static str) {
    let plain = word.len() > 3 && word.bytes().all(|b| b.is_ascii_lowercase());
    if !plain {
        return (word, "");
    }
    let (stem, end) = without_ending(word);
    match stem.strip_suffix('e') {
        // "Die" and "age" are too short to be cut, and so are "dies" and "ages".
        Some(short) if end.is_empty() && stem.len() > 3 => (short, ""),
        _ => (stem, end),
    }
}

fn without_ending(word: &str) -> (&str, &'static str) {
    if let Some(rest) = word
        .strip_suffix("ies")
        .or_else(|| word.strip_suffix("ied"))
    {
        // "tried" is "try", "tied" is "tie".
        return (rest, if rest.len() > 1 { "y" } else { "ie" });
    }
    for ending in ["ing", "ed"] {
        if let Some(rest) = word.strip_suffix(ending)
            && rest.len() > 1
            && has_vowel(rest)
        {
            return (undoubled(rest), "");
        }
    }
    if let Some(rest) = word.strip_suffix("es")
        && ["s", "x", "z", "ch", "sh"]
            .iter()
            .any(|end| rest.ends_with(end))
    {
        return (rest, "");
    }
    match word.strip_suffix('s') {
        Some(rest) if !rest.ends_with(['s', 'u', 'i']) => (rest, ""),
        _ => (word, ""),
    }
}

fn has_vowel(text: &str) -> bool {
    text.bytes().any(|b| b"aeiouy".contains(&b))
}

/// "stopp" is "stop"; "kill" stays.
fn undoubled(stem: &str) -> &str {
    let mut last = stem.bytes().rev();
    let doubled = matches!((last.next(), last.next()), (Some(a), Some(b)) if a == b && !b"aeioulsz".contains(&a));
    let end = stem.len() - usize::from(doubled);
    stem.get(..end).unwrap_or(stem)
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
