//! What takes a find back or makes it doubtful: the `unless` and `doubt` patterns of a claim.

use crate::rule::{Match, PatternId, Purpose, RuleSet};
use rustc_hash::FxHashMap;

/// The matches of `unless` and `doubt` patterns, by claim, in order of the text.
pub(super) struct Exceptions<'m> {
    unless: FxHashMap<usize, Vec<&'m Match>>,
    doubt: FxHashMap<usize, Vec<&'m Match>>,
    /// The longest of them, in tokens: how far before a find one may begin that still touches it.
    longest: usize,
}

impl<'m> Exceptions<'m> {
    pub(super) fn new(rules: &RuleSet, matches: &'m [Match]) -> Self {
        let mut all = Exceptions {
            unless: FxHashMap::default(),
            doubt: FxHashMap::default(),
            longest: 0,
        };
        for found in matches {
            let (lists, rule) = match rules.purpose(found) {
                Some(Purpose::Unless(rule)) => (&mut all.unless, rule),
                Some(Purpose::Doubt(rule)) => (&mut all.doubt, rule),
                _ => continue,
            };
            all.longest = all.longest.max(found.tokens.len());
            lists.entry(rule).or_default().push(found);
        }
        for list in all.unless.values_mut().chain(all.doubt.values_mut()) {
            list.sort_by_key(|m| (m.tokens.start, m.pattern));
        }
        all
    }

    /// The pattern that takes a find of the claim `rule` back: one that overlaps it and holds the value as closely.
    pub(super) fn of(&self, found: &Match, rule: usize) -> Option<PatternId> {
        let found = self.touching(self.unless.get(&rule)?, found).next();
        found.map(|m| m.pattern)
    }

    /// Whether a pattern of the claim `rule` makes a find doubtful. What words before it tie to the event no words behind
    /// it can: "shot on Friday, police said" is not "on Friday, police said".
    pub(super) fn doubts(&self, found: &Match, rule: usize, bare: bool) -> bool {
        let list = self.doubt.get(&rule);
        let mut touching = list.into_iter().flat_map(|list| self.touching(list, found));
        touching.any(|m| bare || m.tokens.end <= found.tokens.end)
    }

    /// Those of a list that overlap a find and hold the value as closely.
    fn touching<'a>(
        &self,
        list: &'a [&'m Match],
        found: &'a Match,
    ) -> impl Iterator<Item = &'m Match> + 'a {
        let first = found.tokens.start.saturating_sub(self.longest);
        let start = list.partition_point(|m| m.tokens.start < first);
        let near = list.get(start..).unwrap_or(&[]).iter().copied();
        near.take_while(|m| m.tokens.start < found.tokens.end)
            .filter(|m| found.tokens.start < m.tokens.end && !reaches_over(m, found))
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
