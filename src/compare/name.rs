//! Organisations and bodies: canonical names, acronyms, names that leave out words.

use super::{Judgement, Options, Verdict};
use crate::document::fold;
use crate::value::{Kind, Name, Value};

/// Words that tell no organisation from another.
const SMALL: [&str; 8] = ["the", "of", "on", "for", "and", "s", "in", "to"];
/// What companies leave out of their names when they like.
const FORMS: [&str; 14] = [
    "inc",
    "corp",
    "corporation",
    "co",
    "company",
    "ltd",
    "limited",
    "llc",
    "plc",
    "ag",
    "sa",
    "nv",
    "gmbh",
    "group",
];

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
    match kinship(x, y) {
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
            "alias",
            format!("the spelling differs: {x}, {y}"),
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

/// How the organisations called `left` and `right` stand to each other.
pub fn kinship(left: &str, right: &str) -> Kinship {
    let (a, b) = (content_words(left), content_words(right));
    if same_words(&a, &b) {
        return Kinship::Same;
    }
    if is_acronym(left, right) || is_acronym(right, left) {
        return Kinship::Acronym;
    }
    let (short, long) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    if !short.is_empty() && short.iter().all(|word| long.contains(word)) {
        let keeps_head =
            short.last() == long.last() || short.first() == long.first() && short.len() > 1;
        return if keeps_head {
            Kinship::Shorter
        } else {
            Kinship::Part
        };
    }
    let (x, y) = (a.join(" "), b.join(" "));
    let near = x.len().min(y.len()) >= 6 && strsim::damerau_levenshtein(&x, &y) <= 1;
    if near {
        Kinship::Spelling
    } else {
        Kinship::None
    }
}

fn same_words(a: &[String], b: &[String]) -> bool {
    a.len() == b.len() && !a.is_empty() && a.iter().all(|word| b.contains(word))
}

/// The words that tell an organisation from others, in order, abbreviations written out.
fn content_words(name: &str) -> Vec<String> {
    let folded = fold(name).replace('.', "");
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
            small if SMALL.contains(&small) => {}
            other => words.push(other.to_owned()),
        }
    }
    while words.len() > 1
        && words
            .last()
            .is_some_and(|word| FORMS.contains(&word.as_str()))
    {
        words.pop();
    }
    words
}

/// Whether `short` is the initials of `long`, those of small words left out or kept.
fn is_acronym(short: &str, long: &str) -> bool {
    let letters: String = short.chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.len() < 2
        || letters.len() > 8
        || short.contains(' ')
        || letters.chars().any(char::is_lowercase)
    {
        return false;
    }
    let letters = letters.to_lowercase();
    let initials = |keep_small: bool| -> String {
        fold(long)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty() && (keep_small || !SMALL.contains(word)))
            .filter_map(|word| word.chars().next())
            .collect()
    };
    letters == initials(false) || letters == initials(true)
}
