//! Names that two articles spell differently: one letter apart in one word, and each spelling in one article alone.

use super::article::ReadArticle;
use super::meeting::Meeting;
use crate::claim::Account;
use crate::compare::{Likeness, likeness};
use crate::document::{Region, Shape, fold};
use crate::value::name::NameParts;
use crate::value::{Kind, Value};
use std::collections::BTreeMap;
use std::ops::Range;

/// Shorter words that differ by a letter are two words.
const LEAST_LETTERS: usize = 5;
/// Where both articles give the bearers one role, shorter ones count: "Chairman Jan Holt", "Jan Hotl, the chairman".
const LEAST_LETTERS_OF_ONE_ROLE: usize = 4;

/// The names of two articles that differ by a letter, each pair once, at the first place of both.
pub(super) fn spellings(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    rule: usize,
) -> Vec<Meeting> {
    let (ours, theirs) = (names(left.account), names(right.account));
    let mut found = Vec::new();
    for (name, here) in &ours {
        if theirs.contains_key(name) {
            continue;
        }
        let strange = theirs
            .iter()
            .filter(|(other, _)| !ours.contains_key(*other));
        for (other, there) in strange {
            let one_role = here.role.is_some() && here.role == there.role;
            let least = if one_role {
                LEAST_LETTERS_OF_ONE_ROLE
            } else {
                LEAST_LETTERS
            };
            let misspelt = is_misspelt(name, other, here.is_person, least);
            if here.is_person != there.is_person || !misspelt {
                continue;
            }
            let value = |named: &SpelledName| Value::Choice(named.shown.clone());
            found.extend(Meeting::between(
                rule,
                left.gives(value(here), here.tokens.clone()),
                right.gives(value(there), there.tokens.clone()),
            ));
        }
    }
    found
}

/// A name as it stands in an article.
struct SpelledName {
    /// What is compared with what: people with people, all else with all else.
    is_person: bool,
    /// What a person is, where the article tells.
    role: Option<String>,
    shown: String,
    tokens: Range<usize>,
}

/// The names of an article of two words and more, folded, each at its first place; with those that no reader knows.
fn names(account: &Account<'_>) -> BTreeMap<String, SpelledName> {
    let mut found = BTreeMap::new();
    for mention in account.mentions.iter().filter(|m| !m.is_described()) {
        let Some(name) = shown(&mention.value) else {
            continue;
        };
        // "6900 block of Harbour Lane" is about Harbour Lane.
        let words = name
            .split_whitespace()
            .filter(|w| w.starts_with(char::is_uppercase));
        let words = words.collect::<Vec<_>>().join(" ");
        let tokens = mention.name_tokens.clone();
        let named = SpelledName {
            is_person: mention.value.kind() == Kind::Person,
            role: role(&mention.value),
            tokens: tokens.unwrap_or_else(|| mention.tokens.clone()),
            shown: words.clone(),
        };
        if words.contains(' ') {
            found.entry(fold(&words)).or_insert(named);
        }
    }
    for (words, tokens) in unread(account) {
        let named = SpelledName {
            is_person: false,
            role: None,
            tokens,
            shown: words.clone(),
        };
        found.entry(fold(&words)).or_insert(named);
    }
    found
}

/// Three and more words with capitals inside a sentence: the names of streets and houses that no reader knows.
fn unread(account: &Account<'_>) -> Vec<(String, Range<usize>)> {
    const LEAST_WORDS: usize = 3;
    let document = &account.document;
    let mut found = Vec::new();
    for sentence in document
        .sentences
        .iter()
        .filter(|s| s.region == Region::Body)
    {
        let mut start = None;
        for at in sentence.tokens.start + 1..=sentence.tokens.end {
            let capital = document.is_shaped(at, Shape::CAPITAL.with(Shape::WORD));
            if capital && at < sentence.tokens.end {
                start.get_or_insert(at);
            } else if let Some(first) = start.take()
                && at - first >= LEAST_WORDS
            {
                found.push((document.slice(first..at).to_owned(), first..at));
            }
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

fn role(value: &Value) -> Option<String> {
    match value {
        Value::Name(name) => name.role.clone(),
        _ => None,
    }
}

/// Whether two names differ by one letter in one long word and are no known variants.
fn is_misspelt(left: &str, right: &str, is_person: bool, least: usize) -> bool {
    let pairs = || left.split(' ').zip(right.split(' '));
    let as_many = left.split(' ').count() == right.split(' ').count();
    let mut differing = pairs().filter(|(a, b)| a != b);
    let (Some((a, b)), None, true) = (differing.next(), differing.next(), as_many) else {
        return false;
    };
    let long = a.chars().count().min(b.chars().count()) >= least;
    // "Crime" and "Crimes" are two words of the language, "Hall 1" and "Hall 2" two halls.
    let plural = a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a);
    let numbered = a.chars().chain(b.chars()).any(|c| c.is_ascii_digit());
    let one_initial = may_begin_alike(a, b, is_person);
    let variants = variant(a) == variant(b);
    let one_slip = || {
        if is_person {
            likeness(&NameParts::of(left), &NameParts::of(right)) == Likeness::Spelling
        } else {
            strsim::damerau_levenshtein(a, b) == 1
        }
    };
    long && one_initial && !plural && !numbered && !variants && one_slip()
}

/// Whether two words begin with one letter, or, as people's names, with two that sound alike: "Karla" and "Carla". Letters that
/// transcriptions mix (y and i, v and w) make no other spelling.
fn may_begin_alike(left: &str, right: &str, is_person: bool) -> bool {
    const ALIKE: [[char; 2]; 4] = [['c', 'k'], ['g', 'j'], ['c', 's'], ['s', 'z']];
    let (Some(a), Some(b)) = (left.chars().next(), right.chars().next()) else {
        return false;
    };
    a == b || is_person && (ALIKE.contains(&[a, b]) || ALIKE.contains(&[b, a]))
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
