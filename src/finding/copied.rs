//! What both articles tell word for word: two sources seldom choose the same words, so one may have them from the other, or
//! both from a third.

use super::pair::MemberClaim;
use crate::claim::Account;
use crate::compare::{Judgement, Verdict};
use crate::document::{Shape, Word};

/// So many words in a row are no chance.
const COPIED: usize = 8;

/// Says of an agreement that it is one of words, where it is.
pub(super) fn copied(
    accounts: &[Account<'_>],
    judgement: Judgement,
    one: MemberClaim<'_>,
    other: MemberClaim<'_>,
) -> Judgement {
    if judgement.verdict != Verdict::Agree || one.claim.tokens.len() < COPIED {
        return judgement;
    }
    let words = |MemberClaim { member, claim }: MemberClaim<'_>| -> Vec<Word> {
        let document = accounts.get(member.article).map(|a| &a.document);
        let tokens = document.and_then(|d| d.tokens.get(claim.tokens.clone()));
        let spoken = tokens
            .unwrap_or(&[])
            .iter()
            .filter(|t| !t.is(Shape::PUNCTUATION));
        spoken.map(|t| t.word).collect()
    };
    let (ours, theirs) = (words(one), words(other));
    if ours.len() < COPIED || ours != theirs {
        return judgement;
    }
    let why = format!("{} words in a row", ours.len());
    Judgement::new(Verdict::Agree, "verbatim", why)
}
