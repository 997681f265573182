//! Which given names go with the family name of somebody else: the "Amy" of "Amy and Lance Buckland".

use super::Mention;
use super::person::{named_in_full, person};
use crate::document::{Document, Word};
use crate::value::name::{NameParts, is_given_name, may_be_given_name};
use rustc_hash::FxHashMap;

/// The family name of each given name that "and" or commas join to a full name: "Buckland" for the "Amy" of "Amy and Lance
/// Buckland". By the number of the mention.
pub(super) fn shared_families(
    document: &Document<'_>,
    mentions: &[Mention],
) -> FxHashMap<usize, String> {
    const AND: Word = Word::of("and");
    const COMMA: Word = Word::of(",");
    let mut families = FxHashMap::default();
    // Where the name to the right starts, its family name, and what may join another to it.
    let mut right: Option<(usize, Family<'_>, Word)> = None;
    for (at, mention) in mentions.iter().enumerate().rev() {
        // "President Novak and General Ann Lee" share nothing.
        let untitled = person(mention).filter(|value| value.role.is_none());
        let Some(name) = untitled.and_then(|value| value.name.as_deref()) else {
            right = None;
            continue;
        };
        let start = mention.tokens.start;
        let touches = |next: usize, joint: Word| {
            let between = document.tokens.get(mention.tokens.end..next);
            matches!(between, Some([token]) if token.word == joint)
        };
        right = match right {
            _ if mention.entity.is_some() => Some((start, Family::Of(name), AND)),
            Some((next, family, joint)) if touches(next, joint) && is_given(mentions, name) => {
                family.written().map(|family| {
                    families.insert(at, family.clone());
                    (start, Family::Known(family), COMMA)
                })
            }
            _ => None,
        };
    }
    families
}

/// Whether a single name is a given name: nothing else, or not the family name of anybody whom the article names in full.
fn is_given(mentions: &[Mention], name: &str) -> bool {
    let mut full = named_in_full(mentions);
    let family = |full: &str| full.rsplit(' ').next() == Some(name);
    is_given_name(name) || may_be_given_name(name) && !full.any(family)
}

/// A family name, taken out of the full name only where somebody shares it.
enum Family<'n> {
    Of(&'n str),
    Known(String),
}

impl Family<'_> {
    fn written(self) -> Option<String> {
        match self {
            Family::Of(name) => family_as_written(name),
            Family::Known(family) => Some(family),
        }
    }
}

/// The family name at the end of a full name: `van der Berg` of `Paul van der Berg Jr.`
pub(super) fn family_as_written(name: &str) -> Option<String> {
    let parts = NameParts::of(name);
    let words: Vec<&str> = name.split_whitespace().collect();
    let end = words.len() - usize::from(parts.suffix.is_some()).min(words.len());
    let start = end.checked_sub(parts.family.split(' ').count())?;
    let family = words.get(start..end)?.join(" ");
    (!family.is_empty()).then(|| family.trim_end_matches(',').to_owned())
}
