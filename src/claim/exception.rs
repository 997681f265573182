//! What takes a find back: the `unless` patterns of a claim.

use crate::rule::{Match, PatternId, Purpose, RuleSet};
use rustc_hash::FxHashMap;

/// The matches of `unless` patterns, by claim, in order of the text.
pub(super) struct Exceptions<'m> {
    by_rule: FxHashMap<usize, Vec<&'m Match>>,
    /// The longest of them, in tokens: how far before a find one may begin that still touches it.
    longest: usize,
}

impl<'m> Exceptions<'m> {
    pub(super) fn new(rules: &RuleSet, matches: &'m [Match]) -> Self {
        let mut by_rule: FxHashMap<usize, Vec<&Match>> = FxHashMap::default();
        let mut longest = 0;
        for found in matches {
            if let Some(Purpose::Unless(rule)) = rules.purpose(found) {
                longest = longest.max(found.tokens.len());
                by_rule.entry(rule).or_default().push(found);
            }
        }
        for list in by_rule.values_mut() {
            list.sort_by_key(|m| (m.tokens.start, m.pattern));
        }
        Exceptions { by_rule, longest }
    }

    /// The pattern that takes a find of the claim `rule` back: one that overlaps it and holds the value as closely.
    pub(super) fn of(&self, found: &Match, rule: usize) -> Option<PatternId> {
        let list = self.by_rule.get(&rule)?;
        let first = found.tokens.start.saturating_sub(self.longest);
        let start = list.partition_point(|m| m.tokens.start < first);
        let near = list
            .get(start..)?
            .iter()
            .take_while(|m| m.tokens.start < found.tokens.end);
        let mut touching = near.filter(|m| found.tokens.start < m.tokens.end);
        touching
            .find(|m| !reaches_over(m, found))
            .map(|m| m.pattern)
    }
}

/// Whether an exception passes in a gap over what ties the value to the match: in "charged after the shooting on Friday"
/// the day of "shooting … Friday" is not that of "charged … Friday". One that ends before the find does is of the find's first
/// words alone: "with 70 passengers" in "with 70 passengers and four crew".
fn reaches_over(exception: &Match, found: &Match) -> bool {
    let start = found.tokens.start;
    let skips = exception
        .skipped
        .iter()
        .any(|gap| gap.contains(&start) && gap.end <= found.tokens.end);
    let ends_within = !exception.skipped.is_empty() && exception.tokens.end < found.tokens.end;
    skips || ends_within
}
