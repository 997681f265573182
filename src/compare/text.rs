//! Phrases: their content words, without endings, with what stands for a country folded to its name. Never a conflict.
//!
//! | left | right | verdict |
//! |---|---|---|
//! | Moscow's invasion | the Russian invasion | agree |
//! | the invasion | Russia's full invasion | compatible, `refinement` |
//! | the water tax | a tax on water and salt | compatible, `refinement` |
//! | the water tax | the weather | unclear |

use super::{Judgement, Options, Verdict, name};
use crate::document::{Word, fold, stem};
use crate::value::place::stands_for;
use crate::value::{Name, Value};
use std::collections::BTreeSet;

/// Compares two phrases, or the phrases that stand for two other values.
pub(super) fn compare(left: &Value, right: &Value, _options: &Options) -> Judgement {
    let (a, b) = (phrase(left), phrase(right));
    let (left_words, right_words) = (content(&a), content(&b));
    let shared = left_words.intersection(&right_words).count();
    if left_words == right_words && (shared > 0 || fold(&a) == fold(&b)) {
        return Judgement::new(Verdict::Agree, "same", "");
    }
    let (fewer, more) = if left_words.len() <= right_words.len() {
        (left_words.len(), right_words.len())
    } else {
        (right_words.len(), left_words.len())
    };
    let why = format!("\"{a}\" and \"{b}\" share {shared} of {more} content words");
    if shared > 0 && shared == fewer {
        Judgement::new(Verdict::Compatible, "refinement", why)
    } else if shared > 0 && shared * 2 >= more {
        Judgement::new(Verdict::Compatible, "overlap", why)
    } else {
        Judgement::new(Verdict::Unclear, "differs", why)
    }
}

/// The words a value is compared by.
fn phrase(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Choice(text) => text.clone(),
        Value::Name(Name { name, role, of, .. }) => [of, role, name]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" "),
        other => other.to_string(),
    }
}

/// The set of content words of a phrase.
fn content(phrase: &str) -> BTreeSet<Word> {
    let folded = fold(phrase);
    let words: Vec<&str> = folded
        .split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '.'))
        .map(|word| word.trim_matches(['\'', '.']))
        .map(|word| word.strip_suffix("'s").unwrap_or(word))
        .filter(|word| !word.is_empty())
        .collect();
    let mut content = BTreeSet::new();
    let mut rest = words.as_slice();
    while let [first, tail @ ..] = rest {
        let pair = tail
            .first()
            .and_then(|second| stands_for(&format!("{first} {second}")));
        if let Some(country) = pair {
            content.insert(Word::new(country));
            rest = tail.get(1..).unwrap_or(&[]);
            continue;
        }
        if let Some(country) = stands_for(first).filter(|_| *first != "us") {
            content.insert(Word::new(country));
        } else if !name::is(name::List::Stop, first) {
            content.insert(stem(first));
        }
        rest = tail;
    }
    content
}
