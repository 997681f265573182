//! How surely something is claimed: asserted, reported, planned, hypothetical or denied, and whether it is negated.
//!
//! A cue reaches forward from where it stands to the end of its clause, as in the `ConText` algorithm (Harkema and others
//! 2009), and over a match that it stands within. Of two cues that share words the longer counts: "not only" is no "not".

use crate::claim::story::{self, Class};
use crate::claim::words::List;
use crate::document::{Document, Shape, Word};
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

/// A cue in its place.
struct Placed<'a> {
    cue: Cue,
    found: &'a Match,
    /// The longer cue that it is a part of: the "not" of "not only".
    held: Option<&'a Match>,
}

/// Whether the word at `at` is one of a cue's own, and not one that it passes over.
fn has_word(cue: &Match, at: usize) -> bool {
    cue.tokens.contains(&at) && !cue.skipped.iter().any(|gap| gap.contains(&at))
}

/// Whether a cue says that what follows is still to come.
fn looks_ahead(cue: Cue) -> bool {
    matches!(cue, Cue::Planned | Cue::Hypothetical)
}

/// Of each cue the longest that it is a part of.
fn hold(cues: &mut [Placed<'_>]) {
    let held: Vec<Option<&Match>> = cues
        .iter()
        .map(|placed| {
            let own = &placed.found.tokens;
            let holds = |other: &&Placed<'_>| {
                let longer = other.found.tokens.len() > own.len();
                longer && own.clone().all(|at| has_word(other.found, at))
            };
            let longer = cues.iter().filter(holds);
            longer
                .map(|other| other.found)
                .max_by_key(|found| found.tokens.len())
        })
        .collect();
    for (placed, held) in cues.iter_mut().zip(held) {
        placed.held = held;
    }
}

/// The cues of a document.
pub(in crate::claim) struct Cues<'a> {
    document: &'a Document<'a>,
    rules: &'a RuleSet,
    by_sentence: FxHashMap<usize, Vec<Placed<'a>>>,
}

impl<'a> Cues<'a> {
    /// The cues among the matches; a word of a name or a day is none ("on May 29", "Will Adler"). The mentions are in order.
    pub(in crate::claim) fn new(
        document: &'a Document<'a>,
        rules: &'a RuleSet,
        mentions: &[Mention],
        matches: &'a [Match],
    ) -> Self {
        let mut by_sentence: FxHashMap<usize, Vec<Placed<'a>>> = FxHashMap::default();
        for found in matches {
            let Some(Purpose::Cue(cue)) = rules.purpose(found) else {
                continue;
            };
            if let Some(sentence) = document
                .sentence_at(found.tokens.start)
                .filter(|_| cue != Cue::SaidBy && !is_in_value(mentions, &found.tokens))
            {
                by_sentence.entry(sentence).or_default().push(Placed {
                    cue,
                    found,
                    held: None,
                });
            }
        }
        for cues in by_sentence.values_mut() {
            hold(cues);
        }
        Cues {
            document,
            rules,
            by_sentence,
        }
    }

    /// The certainty of a match (leaving aside who says so) and whether it is negated. Words that the pattern itself asks
    /// for are no cues, nor are those inside the claim's answer: only what comes before the match or lies in its gaps.
    pub(in crate::claim) fn judge(&self, found: &Match) -> (Certainty, bool) {
        let mut certainty = Certainty::Asserted;
        let mut negated = false;
        let sentence = self.document.sentence_at(found.tokens.start);
        for placed in sentence
            .and_then(|s| self.by_sentence.get(&s))
            .into_iter()
            .flatten()
        {
            if !self.reaches(placed, found) {
                continue;
            }
            match placed.cue {
                Cue::Negated => negated = true,
                Cue::Planned => certainty = certainty.max(Certainty::Planned),
                Cue::Hypothetical => certainty = certainty.max(Certainty::Hypothetical),
                Cue::Denied => certainty = certainty.max(Certainty::Denied),
                Cue::SaidBy | Cue::Idle => {}
            }
        }
        (certainty, negated)
    }

    fn reaches(&self, placed: &Placed<'_>, found: &Match) -> bool {
        let cue = &placed.found.tokens;
        let start = found.tokens.start;
        if cue.start >= start {
            let within = |inner: &Range<usize>, outer: &Range<usize>| {
                inner.start >= outer.start && inner.end <= outer.end
            };
            let gap = found.skipped.iter().find(|gap| within(cue, gap));
            return gap.is_some_and(|gap| {
                // A pattern for "guilty" passes over the "not" of "not guilty"; one for "not put out" over its "could".
                let own = |held: &Match| placed.cue != Cue::Negated || within(&held.tokens, gap);
                !placed.held.is_some_and(own)
                    && !self.has_closed(gap.start..found.tokens.end, placed)
            });
        }
        // "Found not guilty of fraud": what begins at "guilty" is denied, and what follows it is not.
        if placed.held.is_some_and(|held| !has_word(held, start)) {
            return false;
        }
        if self.is_by_the_way(found) {
            return false;
        }
        let matched = own_start(found);
        let sentence = self.document.sentence_at(cue.start);
        let sentence = sentence.and_then(|s| self.document.sentences.get(s));
        let opens = sentence.map_or(cue.start, |s| s.tokens.start);
        cue.end <= matched
            && matched - cue.end <= REACH
            && self.same_clause(cue.end..matched, looks_ahead(placed.cue))
            && !self.has_closed(opens..matched, placed)
    }

    /// Whether a match tells of its first answer by the way, in a clause with a past of its own, which no cue before it governs: "a vigil
    /// will be held for Ann Lee, who was shot", "he denies murdering Ann Lee, who was stabbed".
    fn is_by_the_way(&self, found: &Match) -> bool {
        const COMMA: Word = Word::of(",");
        let Some(answer) = found.captures.first() else {
            return false;
        };
        (answer.tokens.end..found.tokens.end).any(|at| {
            let comma = self.document.word(at.wrapping_sub(1)) == Some(COMMA);
            comma && self.is(at, Class::Who) && self.is_on(at + 1, List::Past)
        })
    }

    /// Whether a cue in these tokens says something of what is told by the way, which has ended where they do: the verb that
    /// begins there, or between, is not the one that the cue governs. "A driver who did not stop killed two people", "a man
    /// without a licence killed two people".
    fn has_closed(&self, tokens: Range<usize>, placed: &Placed<'_>) -> bool {
        let cue = &placed.found.tokens;
        let of_noun = cue
            .end
            .checked_sub(1)
            .is_some_and(|at| self.is_on(at, List::BeforeNoun));
        if !of_noun && !self.in_relative(tokens.start..cue.start) {
            return false;
        }
        let mut rest = cue.end..tokens.end;
        let governed = rest.find(|at| of_noun || !self.helps(*at));
        governed.is_some_and(|governed| {
            // "That would leave two people stranded", "who did not see the car stolen": that is governed too.
            let past = placed.cue == Cue::Negated && !self.is_on(governed, List::TakesPast);
            let begins = |at: usize| self.is(at, Class::Aux) || past && self.is(at, Class::Past);
            (governed + 1..=tokens.end)
                .any(|at| begins(at) && !self.leads_to_noun(at - 1) && !self.helps(at - 1))
        })
    }

    fn is(&self, at: usize, class: Class) -> bool {
        let word = self.document.word(at);
        word.is_some_and(|word| story::is(word, class))
    }

    fn is_on(&self, at: usize, list: List) -> bool {
        let word = self.document.word(at);
        word.is_some_and(|word| list.has(word))
    }

    /// Whether a word stands before a verb and is a part of it: has, been, not, to.
    fn helps(&self, at: usize) -> bool {
        self.is(at, Class::Aux) || self.is(at, Class::Adverb) || self.is_on(at, List::Helper)
    }

    fn leads_to_noun(&self, at: usize) -> bool {
        self.is(at, Class::Determiner) || self.is(at, Class::Preposition)
    }

    /// Whether the last clause that begins in these tokens is one about somebody or something just named: "who did".
    fn in_relative(&self, tokens: Range<usize>) -> bool {
        let mut back = tokens.rev().take_while(|at| {
            let token = self.document.tokens.get(*at);
            !token.is_some_and(|t| t.is(Shape::PUNCTUATION) && !t.is(Shape::POSSESSIVE))
        });
        back.any(|at| {
            let that = self.is_on(at, List::That) && self.is(at + 1, Class::Aux);
            that || self.is(at, Class::Who)
        })
    }

    /// Whether no clause begins among these tokens; what is `ahead` is so with that on which it waits: "will be shut until the
    /// mine has paid $3 million".
    fn same_clause(&self, tokens: Range<usize>, ahead: bool) -> bool {
        let breaks = |t: &crate::document::Token| {
            let mark = t.is(Shape::PUNCTUATION)
                && !t.is(Shape::QUOTE_MARK)
                && !t.is(Shape::ABBREVIATION)
                && !t.is(Shape::GLUED);
            let comma = t.is(Shape::PUNCTUATION)
                && t.is(Shape::GLUED)
                && matches!(self.document.text(t), "," | ";" | ":" | "—");
            let waits = ahead && List::Waits.has(t.word);
            mark || comma || !waits && self.rules.clause_break.contains(&t.word)
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
