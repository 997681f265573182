//! How old somebody is whom an article names, where it says so beside the name.

use super::Mention;
use crate::document::{Document, Word};
use crate::value::{Kind, Value};

/// The age in "Ann Lee, 34," and "34-year-old Ann Lee".
pub(super) fn age_beside(document: &Document<'_>, mentions: &[Mention], at: usize) -> Option<f64> {
    let name = &mentions.get(at)?.tokens;
    let age = |at: Option<usize>| {
        let mention = mentions.get(at?)?;
        match &mention.value {
            Value::Quantity(age) if age.kind == Kind::Age => Some((&mention.tokens, age.nominal?)),
            _ => None,
        }
    };
    let after = age(Some(at + 1)).filter(|(tokens, _)| {
        tokens.start == name.end + 1 && document.word(name.end) == Some(Word::of(","))
    });
    let before = age(at.checked_sub(1)).filter(|(tokens, _)| tokens.end == name.start);
    after.or(before).map(|(_, years)| years)
}

/// "Paul Hale, 50, and Paul Hale Jr., 10": a birthday apart is one, a generation is two.
pub(super) fn are_as_old(one: Option<f64>, other: Option<f64>) -> bool {
    one.zip(other)
        .is_none_or(|(one, other)| (one - other).abs() <= 1.0)
}
