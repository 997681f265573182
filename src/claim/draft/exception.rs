//! What takes a find back or makes it doubtful: the `unless` and `doubt` patterns of a claim.

use super::Draft;
use crate::claim::words::List;
use crate::document::{Document, Shape};
use crate::rule::{Match, PatternId, Purpose, RuleSet};
use crate::value::Value;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The matches of `unless` and `doubt` patterns, by claim, in order of the text.
pub(in crate::claim) struct Exceptions<'m, 's> {
    document: &'m Document<'s>,
    unless: FxHashMap<usize, Vec<&'m Match>>,
    doubt: FxHashMap<usize, Vec<&'m Match>>,
    /// The longest of them, in tokens: how far before a find one may begin that still touches it.
    longest: usize,
}

/// A find and the claim that it makes.
pub(in crate::claim) struct Find<'f> {
    pub(in crate::claim) found: &'f Match,
    pub(in crate::claim) draft: &'f Draft,
}

impl<'m, 's> Exceptions<'m, 's> {
    pub(in crate::claim) fn new(
        document: &'m Document<'s>,
        rules: &RuleSet,
        matches: &'m [Match],
    ) -> Self {
        let mut all = Exceptions {
            document,
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

    /// The pattern that takes a find back.
    pub(in crate::claim) fn of(&self, find: &Find<'_>) -> Option<PatternId> {
        let found = self
            .touching(self.unless.get(&find.draft.rule)?, find)
            .next();
        found.map(|m| m.pattern)
    }

    /// Whether a pattern makes a find doubtful. What words before it tie to the event no words behind
    /// it can: "shot on Friday, police said" is not "on Friday, police said".
    pub(in crate::claim) fn doubts(&self, find: &Find<'_>, bare: bool) -> bool {
        let list = self.doubt.get(&find.draft.rule);
        let mut touching = list.into_iter().flat_map(|list| self.touching(list, find));
        touching.any(|m| bare || m.tokens.end <= find.found.tokens.end)
    }

    /// Those of a list that overlap a find and, where they have a gap, hold its answer as closely.
    fn touching<'a>(
        &'a self,
        list: &'a [&'m Match],
        find: &'a Find<'a>,
    ) -> impl Iterator<Item = &'m Match> + 'a {
        let found = &find.found.tokens;
        let first = found.start.saturating_sub(self.longest);
        let start = list.partition_point(|m| m.tokens.start < first);
        let near = list.get(start..).unwrap_or(&[]).iter().copied();
        near.take_while(|m| m.tokens.start < found.end)
            .filter(|m| found.start < m.tokens.end)
            .filter(|m| m.skipped.is_empty() || self.holds(m, find))
    }

    /// Whether an exception with a gap holds the answer of a find as closely as the find does.
    fn holds(&self, exception: &Match, find: &Find<'_>) -> bool {
        let (Range { start, end }, found) = (exception.tokens.clone(), find.found);
        let answer = &find.draft.tokens;
        if self.reaches_over(exception, find) {
            return false;
        }
        if end >= found.tokens.end {
            return true;
        }
        // "With 70 passengers" is not "with 70 passengers and four crew".
        let in_parts = !found.captures.iter().any(|part| part.tokens == *answer);
        let apart = end <= answer.start || answer.end <= start;
        // "And four crew" is not either; but what stands in the words of a choice is of the choice: "convicted in 1970" in "was
        // convicted in 1970 of".
        let is_label = matches!(find.draft.value, Value::Choice(_));
        let inside = answer.start < start && !is_label;
        let nearer = end > answer.end || !self.is_held_behind(found, answer.end);
        !(in_parts || apart || inside) && nearer
    }

    /// Whether an exception passes in a gap over what ties the answer to the find: in "charged after the shooting on Friday" the
    /// day of "shooting … Friday" is not that of "charged … Friday". A preposition ties nothing: "charged in Leeds on Friday".
    fn reaches_over(&self, exception: &Match, find: &Find<'_>) -> bool {
        let found = &find.found.tokens;
        let mut before = found.start..find.draft.tokens.start;
        let is_preposition = |at: usize| {
            let token = self.document.tokens.get(at);
            token.is_some_and(|t| List::Preposition.has(t.word) || List::Article.has(t.word))
        };
        if !before.is_empty() && before.all(is_preposition) {
            return false;
        }
        let mut gaps = exception.skipped.iter();
        gaps.any(|gap| gap.contains(&found.start) && gap.end <= found.end)
    }

    /// Whether what stands behind an answer holds it without a gap, as in "the 2015 shooting", or owns it: "Friday's first
    /// shooting", "the man who shot". Then words before it do not: "charged in the 2015 shooting".
    fn is_held_behind(&self, found: &Match, end: usize) -> bool {
        let next = self.document.tokens.get(end);
        let owns = next.is_some_and(|t| t.is(Shape::POSSESSIVE) || List::Relative.has(t.word));
        let passes = |gap: &Range<usize>| gap.start >= end && !gap.is_empty();
        end < found.tokens.end && (owns || !found.skipped.iter().any(passes))
    }
}
