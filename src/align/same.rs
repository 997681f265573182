//! Are the articles about one event at all?

use super::events::Happening;
use crate::claim::Account;
use crate::document::fold;
use crate::value::{Kind, Value};
use rustc_hash::FxHashSet;

/// Whether articles report one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SameEvent {
    /// One event.
    Yes,
    /// Different events.
    No,
    /// Cannot be told.
    Unclear,
}

impl SameEvent {
    /// Its name in machine formats.
    pub fn label(self) -> &'static str {
        match self {
            SameEvent::Yes => "yes",
            SameEvent::No => "no",
            SameEvent::Unclear => "unclear",
        }
    }
}

/// Share of the shorter list of names that must be common to both articles for `Yes`, and below which it is `No`.
const YES: f64 = 0.3;
const NO: f64 = 0.08;
/// Fewer names than this tell nothing.
const ENOUGH: usize = 4;

/// Judges all articles; with more than two, the answer for the pair least alike.
pub(super) fn judge(accounts: &[Account<'_>], happenings: &[Happening]) -> SameEvent {
    let mut answer = SameEvent::Yes;
    for left in 0..accounts.len() {
        for right in left + 1..accounts.len() {
            let pair = judge_pair(accounts, happenings, left, right);
            answer = match (answer, pair) {
                (SameEvent::No, _) | (_, SameEvent::No) => SameEvent::No,
                (SameEvent::Unclear, _) | (_, SameEvent::Unclear) => SameEvent::Unclear,
                _ => SameEvent::Yes,
            };
        }
    }
    answer
}

fn judge_pair(
    accounts: &[Account<'_>],
    happenings: &[Happening],
    left: usize,
    right: usize,
) -> SameEvent {
    let (Some(a), Some(b)) = (accounts.get(left), accounts.get(right)) else {
        return SameEvent::Unclear;
    };
    let main =
        |account: &Account<'_>, index: usize| account.events.get(index).is_some_and(|e| e.main);
    let shared_main = happenings.iter().any(|h| {
        let of = |article: usize, account: &Account<'_>| {
            h.members
                .iter()
                .any(|(n, event)| *n == article && main(account, *event))
        };
        of(left, a) && of(right, b)
    });
    let (names_a, names_b) = (names(a), names(b));
    let fewer = names_a.len().min(names_b.len());
    if fewer < ENOUGH {
        return if shared_main {
            SameEvent::Yes
        } else {
            SameEvent::Unclear
        };
    }
    let share = names_a.intersection(&names_b).count() as f64 / fewer as f64;
    match share {
        s if s >= YES => SameEvent::Yes,
        s if s < NO && !shared_main => SameEvent::No,
        _ if shared_main => SameEvent::Yes,
        _ => SameEvent::Unclear,
    }
}

/// The names of an article, folded; of people the last word, which every account uses.
fn names(account: &Account<'_>) -> FxHashSet<String> {
    let name_of = |value: &Value| match value {
        Value::Name(name) => {
            let full = fold(name.name.as_deref()?);
            Some(if name.kind == Kind::Person {
                full.rsplit(' ').next().unwrap_or(&full).to_owned()
            } else {
                full
            })
        }
        _ => None,
    };
    account
        .mentions
        .iter()
        .filter_map(|m| name_of(&m.value))
        .collect()
}
