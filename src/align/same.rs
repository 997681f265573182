//! Are the articles about one event at all?

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

/// What the names that two articles share say of their being about one event.
pub(super) fn by_names(a: &Account<'_>, b: &Account<'_>) -> SameEvent {
    let (names_a, names_b) = (names(a), names(b));
    let fewer = names_a.len().min(names_b.len());
    if fewer < ENOUGH {
        return SameEvent::Unclear;
    }
    let share = names_a.intersection(&names_b).count() as f64 / fewer as f64;
    match share {
        share if share >= YES => SameEvent::Yes,
        share if share < NO => SameEvent::No,
        _ => SameEvent::Unclear,
    }
}

/// Judges all articles; with more than two, the answer for the pair least alike. `shared_main(a, b)` says whether what
/// articles `a` and `b` are mainly about was matched.
pub(super) fn judge(
    accounts: &[Account<'_>],
    shared_main: impl Fn(usize, usize) -> bool,
) -> SameEvent {
    let mut answer = SameEvent::Yes;
    for (right, b) in accounts.iter().enumerate() {
        for (left, a) in accounts.iter().enumerate().take(right) {
            let pair = match by_names(a, b) {
                SameEvent::Unclear if shared_main(left, right) => SameEvent::Yes,
                by_names => by_names,
            };
            answer = match (answer, pair) {
                (SameEvent::No, _) | (_, SameEvent::No) => SameEvent::No,
                (SameEvent::Unclear, _) | (_, SameEvent::Unclear) => SameEvent::Unclear,
                _ => SameEvent::Yes,
            };
        }
    }
    answer
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
