//! Whether a number is of what its claim asks for: "300 homes", and "300" where homes were spoken of.
//!
//! A number that names its noun is of that noun. One without a noun is of people if people are asked for ("310 voted
//! against", "killing 12"); of a thing only where the thing stands in its sentence or the one before ("level three of
//! five" counts no houses), or where the rule says that the number may stand alone (`"#"`: "a closing 67").

use crate::claim::party;
use crate::claim::words::List;
use crate::document::{Document, Word};
use crate::rule::{ALONE, ClaimRule};
use crate::value::{Kind, Quantity};
use std::ops::Range;

/// Whether a number that was found at `tokens` is of a noun of the claim.
pub(in crate::claim) fn is_asked_for(
    document: &Document<'_>,
    claim: &ClaimRule,
    quantity: &Quantity,
    tokens: &Range<usize>,
) -> bool {
    let noun = quantity.noun.as_deref();
    let noun = noun.and_then(|noun| noun.split_whitespace().last());
    let noun = noun.map(Word::new);
    if claim.counts_anything() {
        // "Shot at four times" counts nobody; a claim that asks how often says so.
        return !noun.is_some_and(|noun| List::Often.has(noun));
    }
    if let Some(noun) = noun {
        return claim.counts(noun);
    }
    let alone = |noun: Word| noun == Word::of(ALONE) || party::is_people(noun);
    quantity.kind == Kind::Ordinal
        || claim.counted_nouns().any(alone)
        || is_told_of(document, claim, tokens)
}

/// Whether a noun of the claim stands in the sentence at `tokens` or the one before.
fn is_told_of(document: &Document<'_>, claim: &ClaimRule, tokens: &Range<usize>) -> bool {
    let Some(last) = document.sentence_at(tokens.start) else {
        return false;
    };
    let near = document.sentences.get(last.saturating_sub(1)..=last);
    let mut words = near.unwrap_or(&[]).iter().flat_map(|s| s.tokens.clone());
    words.any(|at| document.word(at).is_some_and(|w| claim.counts(w)))
}
