//! Matching in two rounds: first what is tried in every article, then the patterns of the packs whose events were seen.
//!
//! An article tells of one or two kinds of event, and the patterns of dozens are known.

use super::Scanner;
use super::page::PatternPage;
use crate::document::Document;
use crate::mention::Mention;
use crate::rule::automaton::Match;
use crate::rule::automaton::automata::Automata;
use crate::rule::pattern::purpose::Purpose;
use crate::rule::set::RuleSet;

impl RuleSet {
    /// Every match that a claim can come of, in the order of the text.
    pub fn matches(&self, document: &Document<'_>, mentions: &[Mention]) -> Vec<Match> {
        self.scan(document, mentions, false)
    }

    /// Every match, also of patterns that await an event which the article does not tell of.
    pub fn all_matches(&self, document: &Document<'_>, mentions: &[Mention]) -> Vec<Match> {
        self.scan(document, mentions, true)
    }

    fn scan(&self, document: &Document<'_>, mentions: &[Mention], all: bool) -> Vec<Match> {
        let automata = self.automata.iter();
        let matches = automata.flat_map(|merged| self.scan_merged(merged, document, mentions, all));
        let mut matches: Vec<Match> = matches.collect();
        // A pattern matches once from a word.
        matches.sort_unstable_by_key(|found| (found.tokens.start, found.pattern));
        matches
    }

    fn scan_merged(
        &self,
        merged: &Automata,
        document: &Document<'_>,
        mentions: &[Mention],
        all: bool,
    ) -> Vec<Match> {
        let Automata {
            always,
            awaiting,
            vocabulary,
        } = merged;
        let page = PatternPage::new(document, mentions, always, vocabulary);
        let mut scanner = Scanner::new(always, &page);
        scanner.scan();
        let seen = self.seen(&scanner.found);
        let is_seen = |pack: &usize| seen.get(*pack).is_some_and(|seen| *seen);
        for (_, automaton) in awaiting.iter().filter(|(pack, _)| all || is_seen(pack)) {
            scanner.turn_to(automaton);
            scanner.scan();
        }
        scanner.found
    }

    /// Of each pack, whether a match shows its event.
    fn seen(&self, matches: &[Match]) -> Vec<bool> {
        let mut seen = vec![false; self.packs.len()];
        for found in matches {
            if let Some(Purpose::Trigger(pack)) = self.purpose(found)
                && let Some(seen) = seen.get_mut(pack)
            {
                *seen = true;
            }
        }
        seen
    }

    /// What the pattern of a match is for.
    pub fn purpose(&self, found: &Match) -> Option<Purpose> {
        self.patterns.purpose(found.pattern as usize)
    }
}
