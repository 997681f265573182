//! What the members of a list of people come to: those who are told twice count once, and where it cannot be said who is one
//! more there is no number.

use super::Link;
use super::member::Who;
use crate::value::{Bound, Quantity};

/// What the members of a list come to, those who are told twice counted once.
pub(super) fn sum(links: &[Link]) -> Option<Quantity> {
    let (mut told, mut number, mut selves, mut unborn) = (0.0, 0.0, 0.0, 0.0);
    let (mut exact, mut names) = (true, 0);
    let mut at = 0;
    while let Some(link) = links.get(at) {
        let rest = links.get(at + 1..).unwrap_or(&[]);
        let again = match link.member.who {
            Who::Unknown => return None,
            Who::Himself => {
                selves += 1.0;
                0
            }
            Who::Unborn => {
                unborn += 1.0;
                0
            }
            Who::Several if at > 0 && names == at && !link.and && link.comma => {
                // "Ana Ruiz and Luis Holt, two students, were killed"
                let same = link.member.number() == Some(names as f64);
                return (same && rest.is_empty()).then(|| people(number, Bound::AtLeast));
            }
            Who::Several => told_again(link.member.number()?, rest)?,
            Who::Described => usize::from(is_told_again(rest)),
            Who::Named => usize::from(is_described_again(rest)?),
        };
        if !matches!(link.member.who, Who::Himself | Who::Unborn) {
            number += link.member.number()?;
            told += 1.0;
        }
        names += usize::from(link.member.who == Who::Named);
        exact &= link.member.exact || matches!(link.member.who, Who::Himself | Who::Unborn);
        at += 1 + again;
    }
    if told == 0.0 {
        return None;
    }
    Some(if !exact {
        people(number + selves, Bound::AtLeast)
    } else if selves + unborn > 0.0 {
        // "He killed three people and himself", "two women and an unborn child": some count these, some do not.
        Quantity {
            low: Some(number),
            high: Some(number + selves + unborn),
            ..people(number + selves, Bound::Range)
        }
    } else {
        people(number, Bound::Exact)
    })
}

/// How many of the members behind a number tell again of those it counts: "two boys, Luis and Ben Holt," and "three others, a
/// man and two girls,"; `None` where it cannot be said.
fn told_again(number: f64, rest: &[Link]) -> Option<usize> {
    let Some(first) = rest.first().filter(|l| l.comma && !l.and) else {
        return Some(0);
    };
    let mut told = 0.0;
    for (at, link) in rest.iter().enumerate() {
        told += link.member.number()?;
        let all = (told - number).abs() < f64::EPSILON;
        if all && (link.and || at == 0) {
            return Some(at + 1);
        }
        if link.and || told > number {
            break;
        }
    }
    (first.member.who != Who::Named).then_some(0)
}

/// "A clerk, Omar Brandt,"
fn is_told_again(rest: &[Link]) -> bool {
    rest.first()
        .is_some_and(|l| l.comma && !l.and && l.member.who == Who::Named)
}

/// "Omar Brandt, a clerk,"; `None` where it may be somebody else: "Ana Ruiz, her husband, and".
fn is_described_again(rest: &[Link]) -> Option<bool> {
    let Some(next) = rest.first().filter(|l| l.comma && !l.and) else {
        return Some(false);
    };
    if next.member.who != Who::Described {
        return Some(false);
    }
    let another = rest.get(1).is_some_and(|l| l.and && !l.comma);
    match (next.member.own, another) {
        (_, true) => Some(false),
        (true, false) => None,
        (false, false) => Some(true),
    }
}

/// So many people, or at least so many, of whom that many are told.
fn people(number: f64, bound: Bound) -> Quantity {
    Quantity {
        noun: Some("people".to_owned()),
        ..Quantity::count(number, bound)
    }
}
