//! How surely something is claimed: asserted, reported, planned, hypothetical or denied, and whether it is negated.
//!
//! A cue reaches forward from where it stands to the end of its clause, as in the `ConText` algorithm (Harkema and others
//! 2009), and over a match that it stands within.

use crate::document::{Document, Shape};
use crate::mention::Mention;
use crate::rule::{Cue, Match, Purpose, RuleSet};
use crate::value::Value;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How surely something is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The article says so.
    Asserted,
    /// The article says that somebody says so.
    Reported,
    /// It was to happen.
    Planned,
    /// It may have happened.
    Hypothetical,
    /// Somebody says that it is not so.
    Denied,
}

impl Certainty {
    /// The certainty's name in machine formats.
    pub fn label(self) -> &'static str {
        match self {
            Certainty::Asserted => "asserted",
            Certainty::Reported => "reported",
            Certainty::Planned => "planned",
            Certainty::Hypothetical => "hypothetical",
            Certainty::Denied => "denied",
        }
    }
}

/// Where a match begins, without a determiner before its first answer: in "denied that 50 people came" the cue "denied that"
/// and the match share the word.
fn own_start(found: &Match) -> usize {
    let start = found.tokens.start;
    let first = found.captures.first().filter(|c| c.mention.is_some());
    first.map_or(start, |c| {
        if c.tokens.start == start + 1 {
            start + 1
        } else {
            start
        }
    })
}

/// Whether words are part of a name or a time. "Not one" and "no arrests" are numbers and say "no" all the same.
fn is_in_value(mentions: &[Mention], tokens: &Range<usize>) -> bool {
    let end = mentions.partition_point(|m| m.tokens.start <= tokens.start);
    let before = mentions.get(..end).unwrap_or(&[]).iter().rev();
    before
        .take(NESTED)
        .any(|m| tokens.end <= m.tokens.end && matches!(m.value, Value::Name(_) | Value::Time(_)))
}

/// How many mentions may begin before one ends.
const NESTED: usize = 4;

/// How far a cue reaches, in tokens.
const REACH: usize = 14;

/// The cues of a document.
pub(super) struct Cues<'a> {
    document: &'a Document<'a>,
    rules: &'a RuleSet,
    by_sentence: FxHashMap<usize, Vec<(Cue, Range<usize>)>>,
}

impl<'a> Cues<'a> {
    /// The cues among the matches; a word of a name or a day is none ("on May 29", "Will Adler"). The mentions are in order.
    pub(super) fn new(
        document: &'a Document<'a>,
        rules: &'a RuleSet,
        mentions: &[Mention],
        matches: &[Match],
    ) -> Self {
        let mut by_sentence: FxHashMap<usize, Vec<(Cue, Range<usize>)>> = FxHashMap::default();
        for found in matches {
            let Some(Purpose::Cue(cue)) = rules.purpose(found) else {
                continue;
            };
            if let Some(sentence) = document
                .sentence_at(found.tokens.start)
                .filter(|_| cue != Cue::SaidBy && !is_in_value(mentions, &found.tokens))
            {
                by_sentence
                    .entry(sentence)
                    .or_default()
                    .push((cue, found.tokens.clone()));
            }
        }
        Cues {
            document,
            rules,
            by_sentence,
        }
    }

    /// The certainty of a match (leaving aside who says so) and whether it is negated. Words that the pattern itself asks
    /// for are no cues, nor are those inside the claim's answer: only what comes before the match or lies in its gaps.
    pub(super) fn judge(&self, found: &Match) -> (Certainty, bool) {
        let mut certainty = Certainty::Asserted;
        let mut negated = false;
        let sentence = self.document.sentence_at(found.tokens.start);
        for (cue, tokens) in sentence
            .and_then(|s| self.by_sentence.get(&s))
            .into_iter()
            .flatten()
        {
            if !self.reaches(tokens, found) {
                continue;
            }
            match cue {
                Cue::Negated => negated = true,
                Cue::Planned => certainty = certainty.max(Certainty::Planned),
                Cue::Hypothetical => certainty = certainty.max(Certainty::Hypothetical),
                Cue::Denied => certainty = certainty.max(Certainty::Denied),
                Cue::SaidBy => {}
            }
        }
        (certainty, negated)
    }

    fn reaches(&self, cue: &Range<usize>, found: &Match) -> bool {
        let within = |outer: &Range<usize>| cue.start >= outer.start && cue.end <= outer.end;
        if cue.start >= found.tokens.start {
            return found.skipped.iter().any(within);
        }
        let matched = own_start(found);
        cue.end <= matched && matched - cue.end <= REACH && self.same_clause(cue.end..matched)
    }

    /// Whether no clause begins among these tokens.
    fn same_clause(&self, tokens: Range<usize>) -> bool {
        let breaks = |t: &crate::document::Token| {
            let mark = t.is(Shape::PUNCTUATION)
                && !t.is(Shape::QUOTE_MARK)
                && !t.is(Shape::ABBREVIATION)
                && !t.is(Shape::GLUED);
            let comma = t.is(Shape::PUNCTUATION)
                && t.is(Shape::GLUED)
                && matches!(self.document.text(t), "," | ";" | ":" | "—");
            mark || comma || self.rules.clause_break.contains(&t.word)
        };
        !self
            .document
            .tokens
            .get(tokens)
            .unwrap_or(&[])
            .iter()
            .any(breaks)
    }
}
