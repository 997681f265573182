//! Organisations and bodies: canonical names, acronyms, names that leave out words.

use super::{Judgement, Options, Verdict};
use crate::document::{Word, fold, word_lists};
use crate::value::name::full_name;
use crate::value::{Kind, Name, Value};

word_lists! {
    /// The lists of `words.tsv`.
    pub(super) enum List of "words.tsv" {
        Small = "small",
        Company = "company",
        Payment = "payment",
        Stop = "stop",
    }
}

/// Whether a word of a name is on a list.
pub(super) fn is(list: List, word: &str) -> bool {
    list.has(Word::of(word))
}

/// Compares two organisations, bodies or countries.
pub(super) fn compare(left: &Value, right: &Value, _options: &Options) -> Judgement {
    let (Value::Name(a), Value::Name(b)) = (left, right) else {
        return Judgement::new(Verdict::Unclear, "kind", "a name against something else");
    };
    let (Some(x), Some(y)) = (&a.name, &b.name) else {
        return Judgement::new(Verdict::Compatible, "described", "");
    };
    let one_country = |a: &Name, b: &Name| a.kind == Kind::Country && b.kind != Kind::Country;
    if one_country(a, b) || one_country(b, a) {
        return Judgement::new(Verdict::Unclear, "kind", format!("{x} against {y}"));
    }
    match kinship(&NameWords::of(x), &NameWords::of(y)) {
        Kinship::Same => Judgement::new(Verdict::Agree, "same", ""),
        Kinship::Acronym => {
            Judgement::new(Verdict::Agree, "alias", format!("{x} and {y}: an acronym"))
        }
        Kinship::Shorter => Judgement::new(
            Verdict::Agree,
            "alias",
            format!("{x} and {y}: one leaves out words"),
        ),
        Kinship::Part => Judgement::new(
            Verdict::Compatible,
            "refinement",
            format!("{x} and {y}: one may be part of the other"),
        ),
        Kinship::Spelling => Judgement::new(
            Verdict::Compatible,
            "spelling",
            format!("one letter differs: {x}, {y}"),
        ),
        Kinship::None => Judgement::new(Verdict::Conflict, "different", format!("{x} against {y}")),
    }
}

/// How the names of two organisations stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinship {
    /// The same words but for small ones, in any order.
    Same,
    /// One is the initials of the other.
    Acronym,
    /// One leaves out words of the other and keeps its head: `Human Rights Council`.
    Shorter,
    /// One holds the words of the other under another head: `Senate`, `Senate Judiciary Committee`.
    Part,
    /// A letter or two apart.
    Spelling,
    /// Two names.
    None,
}

/// An organisation's name made ready for comparing: [`kinship`] of many pairs takes each apart once.
#[derive(Clone, Debug)]
pub struct NameWords {
    /// The words that tell it from others, folded, in order.
    words: Vec<String>,
    /// The letters, if it may be an acronym.
    acronym: Option<String>,
    /// The initials of its words, small ones left out, and kept.
    initials: [String; 2],
}

impl NameWords {
    /// Takes a name apart.
    pub fn of(name: &str) -> Self {
        let name = full_name(name).unwrap_or(name);
        let folded = fold(name);
        let initials = |keep_small: bool| -> String {
            folded
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty() && (keep_small || !is(List::Small, word)))
                .filter_map(|word| word.chars().next())
                .collect()
        };
        NameWords {
            words: content_words(&folded),
            acronym: acronym(name),
            initials: [initials(false), initials(true)],
        }
    }

    fn abbreviates(&self, long: &NameWords) -> bool {
        self.acronym
            .as_ref()
            .is_some_and(|letters| long.initials.contains(letters))
    }
}

/// How two organisations stand to each other by their names.
pub fn kinship(left: &NameWords, right: &NameWords) -> Kinship {
    let (a, b) = (&left.words, &right.words);
    if same_words(a, b) {
        return Kinship::Same;
    }
    if left.abbreviates(right) || right.abbreviates(left) {
        return Kinship::Acronym;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if !short.is_empty() && short.iter().all(|word| long.contains(word)) {
        let keeps_head =
            short.last() == long.last() || (short.first() == long.first() && short.len() > 1);
        return if keeps_head {
            Kinship::Shorter
        } else {
            Kinship::Part
        };
    }
    if a.len() == b.len() && is_one_letter_apart(a, b) {
        Kinship::Spelling
    } else {
        Kinship::None
    }
}

/// Whether all words are equal but one, which differs by a letter.
fn is_one_letter_apart(a: &[String], b: &[String]) -> bool {
    let mut differing = a.iter().zip(b).filter(|(x, y)| x != y);
    let (Some((x, y)), None) = (differing.next(), differing.next()) else {
        return false;
    };
    x.len().min(y.len()) >= 5 && strsim::damerau_levenshtein(x, y) <= 1
}

fn same_words(a: &[String], b: &[String]) -> bool {
    a.len() == b.len() && !a.is_empty() && a.iter().all(|word| b.contains(word))
}

/// The words that tell an organisation from others, in order, abbreviations written out.
fn content_words(folded: &str) -> Vec<String> {
    let folded = folded.replace('.', "");
    let mut words: Vec<String> = Vec::new();
    for word in folded.split(|c: char| !c.is_alphanumeric()) {
        match word {
            "" => {}
            "un" => words.extend(["united".to_owned(), "nations".to_owned()]),
            "eu" => words.extend(["european".to_owned(), "union".to_owned()]),
            "dept" => words.push("department".to_owned()),
            "organisation" => words.push("organization".to_owned()),
            "centre" => words.push("center".to_owned()),
            "defence" => words.push("defense".to_owned()),
            "labour" => words.push("labor".to_owned()),
            small if is(List::Small, small) => {}
            other => words.push(other.to_owned()),
        }
    }
    while words.len() > 1 && words.last().is_some_and(|word| is(List::Company, word)) {
        words.pop();
    }
    words
}

/// The letters of a name that may be an acronym.
fn acronym(name: &str) -> Option<String> {
    if name.contains(' ') || name.chars().any(char::is_lowercase) {
        return None;
    }
    let letters: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    (2..=8)
        .contains(&letters.len())
        .then(|| letters.to_lowercase())
}
