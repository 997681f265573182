//! Which two claims of two articles are held against each other, and what their key says of a difference.

use crate::align::Member;
use crate::claim::Claim;
use crate::compare::{Judgement, Verdict};
use crate::rule::{ClaimRule, HowMany};

/// A claim with its place in the accounts.
pub(super) type Found<'a> = (Member, &'a Claim);

/// The pair of claims that fit best: where any value of one article agrees with one of the other, the question agrees.
pub(super) fn best<'a>(
    rule: &ClaimRule,
    left: &[Found<'a>],
    right: &[Found<'a>],
) -> Option<(Judgement, Found<'a>, Found<'a>)> {
    let pairs = left
        .iter()
        .flat_map(|a| right.iter().map(move |b| (*a, *b)));
    let judged = pairs.map(|(a, b)| {
        (
            (rule.comparator.compare)(&a.1.value, &b.1.value, &rule.options),
            a,
            b,
        )
    });
    judged.min_by_key(|(judgement, a, b)| {
        // Of several pairs the fullest words tell most, and of those the first.
        let exactness = a.1.tokens.len() + b.1.tokens.len();
        (
            judgement.verdict,
            std::cmp::Reverse(exactness),
            a.0.claim + b.0.claim,
            a.0.claim,
        )
    })
}

/// What the key says about a difference between two values: a list never conflicts by what it leaves out, a toll grows,
/// where only like sources compare, others do not, and a day that merely stands near may be that of something else.
pub(super) fn settle(
    rule: &ClaimRule,
    judgement: Judgement,
    one: &Claim,
    other: &Claim,
) -> Judgement {
    if !matches!(judgement.verdict, Verdict::Conflict | Verdict::Unclear) {
        return judgement;
    }
    if rule.how_many == HowMany::Many {
        return Judgement::new(Verdict::Compatible, "other-scope", "two entries of a list");
    }
    if !one.tied || !other.tied {
        return Judgement::new(
            Verdict::Unclear,
            "look",
            "the day may be that of something else",
        );
    }
    let strict = rule.options.strict && judgement.verdict == Verdict::Unclear;
    let judgement = if strict {
        Judgement {
            verdict: Verdict::Conflict,
            reason: "differs",
            ..judgement
        }
    } else {
        judgement
    };
    if rule.same_speaker && one.speaker.name != other.speaker.name {
        return Judgement::new(Verdict::Compatible, "other-source", "");
    }
    if let (true, Some(a), Some(b)) = (rule.growing, one.as_of, other.as_of)
        && a != b
    {
        return Judgement::new(
            Verdict::Compatible,
            "update",
            format!("as of {a} and of {b}"),
        );
    }
    judgement
}
