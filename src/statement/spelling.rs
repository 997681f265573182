//! Names that two articles spell differently: one letter apart in one word, and each spelling in one article alone.

use super::meeting::{Meeting, Side, claim};
use crate::claim::Account;
use crate::compare::{Likeness, likeness};
use crate::document::fold;
use crate::mention::Mention;
use crate::value::name::NameParts;
use crate::value::{Kind, Value};
use std::collections::BTreeMap;

/// Shorter words that differ by a letter are two words.
const LEAST_LETTERS: usize = 5;

/// The names of two articles that differ by a letter, each pair once, at the first place of both.
pub(super) fn spellings(left: Side<'_>, right: Side<'_>, rule: usize) -> Vec<Meeting> {
    let (ours, theirs) = (names(left.0), names(right.0));
    let mut found = Vec::new();
    for (name, mention) in &ours {
        if theirs.contains_key(name) {
            continue;
        }
        let strange = theirs
            .iter()
            .filter(|(other, _)| !ours.contains_key(*other));
        for (other, there) in strange {
            if mention.value.kind() != there.value.kind()
                || !is_misspelt(name, other, mention.value.kind())
            {
                continue;
            }
            let value = |mention: &Mention| {
                Value::Choice(shown(&mention.value).unwrap_or_default().to_owned())
            };
            let place = |mention: &Mention| {
                mention
                    .name_tokens
                    .clone()
                    .unwrap_or_else(|| mention.tokens.clone())
            };
            let one = claim(left.0, rule, value(mention), place(mention));
            let two = claim(right.0, rule, value(there), place(there));
            if let (Some(one), Some(two)) = (one, two) {
                found.push(Meeting {
                    rule,
                    claims: (one, two),
                });
            }
        }
    }
    found
}

/// The names of an article of two words and more, in folded form, each with its first mention.
fn names<'a>(account: &'a Account<'_>) -> BTreeMap<String, &'a Mention> {
    let mut found = BTreeMap::new();
    for mention in account.mentions.iter().filter(|m| !m.is_described()) {
        let Some(name) = shown(&mention.value) else {
            continue;
        };
        // "6900 block of Harbour Lane" is about Harbour Lane.
        let words = name
            .split_whitespace()
            .filter(|w| w.starts_with(char::is_uppercase));
        let name = fold(&words.collect::<Vec<_>>().join(" "));
        if name.contains(' ') {
            found.entry(name).or_insert(mention);
        }
    }
    found
}

fn shown(value: &Value) -> Option<&str> {
    match value {
        Value::Name(name) => name.name.as_deref(),
        _ => None,
    }
}

/// Whether two names differ by one letter in one long word and are no known variants.
fn is_misspelt(left: &str, right: &str, kind: Kind) -> bool {
    let pairs = || left.split(' ').zip(right.split(' '));
    let as_many = left.split(' ').count() == right.split(' ').count();
    let mut differing = pairs().filter(|(a, b)| a != b);
    let (Some((a, b)), None, true) = (differing.next(), differing.next(), as_many) else {
        return false;
    };
    let long = a.chars().count().min(b.chars().count()) >= LEAST_LETTERS;
    // "Crime" and "Crimes" are two words of the language, "Hall 1" and "Hall 2" two halls.
    let plural = a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a);
    let numbered = a.chars().chain(b.chars()).any(|c| c.is_ascii_digit());
    let one_letter = strsim::damerau_levenshtein(a, b) == 1 && a.chars().next() == b.chars().next();
    let variants = variant(a) == variant(b);
    let parts = || likeness(&NameParts::of(left), &NameParts::of(right)) == Likeness::Spelling;
    long && one_letter && !plural && !numbered && !variants && (kind != Kind::Person || parts())
}

/// A word in the one form that British and American spelling share: "centre" is "center", "organise" "organize".
fn variant(word: &str) -> String {
    let word = word
        .trim_end_matches('\'')
        .replace("our", "or")
        .replace('s', "z");
    let end = ["re", "or"].iter().find_map(|end| word.strip_suffix(end));
    end.map_or(word.clone(), |stem| format!("{stem}er"))
}
