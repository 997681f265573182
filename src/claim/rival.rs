//! Which answers are taken: who did it is not among those it was done to.
//!
//! A claim may name others of its file (`other-than`): what those answer anywhere in an article is no answer of this one.

use super::draft::{Draft, leave_out};
use super::{Dropped, Why};
use crate::compare::Verdict;
use crate::rule::{ClaimRule, RuleSet};
use crate::value::Value;

/// Leaves out the drafts whose value answers a question that theirs excludes.
pub(super) fn leave_out_taken(
    rules: &RuleSet,
    drafts: &mut Vec<Draft>,
    dropped: &mut Vec<Dropped>,
) {
    leave_out(drafts, dropped, |draft, all| {
        let rule = rules.claims.get(draft.rule)?;
        let asked = |d: &&Draft| rule.other_than.contains(&d.rule) && !d.negated;
        let mut rivals = all.iter().filter(asked);
        let rival = rivals.find(|rival| is_taken(rule, &draft.value, &rival.value))?;
        Some(Why::Taken(rival.rule))
    });
}

/// Whether `value` is the same as that of the other question. A family name alone may be that of a relative: it takes
/// nothing from a full name.
fn is_taken(rule: &ClaimRule, value: &Value, other: &Value) -> bool {
    if let (Value::Name(value), Value::Name(other)) = (value, other) {
        let words = |name: &Option<String>| {
            let name = name.as_deref().unwrap_or_default();
            name.split_whitespace().count()
        };
        let (own, theirs) = (words(&value.name), words(&other.name));
        if own == 0 || theirs == 0 || theirs == 1 && own > 1 {
            return false;
        }
    }
    let judged = (rule.comparator.compare)(value, other, &rule.options);
    judged.verdict == Verdict::Agree
}
