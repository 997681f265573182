//! How a short account stands to what it shares with another: whether it says so, denies it, asks, or leaves it open.
//!
//! A cue counts where it can govern what both accounts tell: a "may" only if that follows in its clause, "alleged" only of
//! the thing right after it, a "not" that stands in no clause of its own.

use super::cue::{self, Cue};
use super::short::{Clause, ShortAccount};
use crate::document::{Word, fold};
use crate::statement::wording::turn;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// How many words on a "not" may still be meant for a word that both statements have.
const REACH: usize = 4;
/// How far from a tale the word may stand that says that it is none.
const NEAR: usize = 5;
/// At most this many words before or after a colon say whose account it is.
const NAMED: usize = 4;
/// A question that holds this share of what both tell asks about it.
const ASKED: f32 = 0.5;

/// A clause is told whole by another account that has this share of it.
const TOLD_WHOLE: f32 = 0.9;

/// How an account stands to what it shares with another.
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are what is asked of an account, each by itself"
)]
pub(super) struct Standing {
    /// What they share, by weight.
    pub(super) shared: f32,
    /// The items that say that it is not so.
    pub(super) refuted: Option<Range<usize>>,
    /// Whether words oppose what is told without saying that it is not so.
    pub(super) counters: bool,
    /// A "not" before what they share.
    pub(super) negated: Option<usize>,
    /// A "not" of which it is not known whether it denies what they share.
    pub(super) unclear: bool,
    /// Whether it only asks.
    pub(super) asks: bool,
    /// Whether it leaves open if it is so, or leaves it to somebody else.
    pub(super) hedged: bool,
    /// The items that leave open all that it tells: none, or words of a rumour.
    pub(super) rumour: Vec<Range<usize>>,
    /// From the first to the last item that both have.
    pub(super) common: Range<usize>,
}

impl Standing {
    /// Reads `told` beside `other`; `headlines`: whether both are so short that they tell one thing.
    pub(super) fn of(told: &ShortAccount<'_>, other: &ShortAccount<'_>, headlines: bool) -> Self {
        let beside = AccountBeside::new(told, other, headlines);
        let asks = beside.asks();
        let rumour = beside.rumour();
        let common: Vec<usize> = beside.common().collect();
        let (negated, unclear) = if headlines {
            beside.denial()
        } else {
            (beside.near_not(), false)
        };
        Standing {
            shared: beside.shared(&common),
            refuted: beside.refuted(),
            counters: beside.of(Cue::Counters).next().is_some(),
            negated: negated.or_else(|| beside.failure()),
            unclear,
            asks,
            hedged: asks || !rumour.is_empty() || beside.hedges(),
            rumour,
            common: common.first().copied().unwrap_or(0)..common.last().map_or(1, |at| at + 1),
        }
    }
}

/// An account beside another.
struct AccountBeside<'a> {
    told: &'a ShortAccount<'a>,
    stems: Vec<Word>,
    /// Stems of the other account.
    theirs: FxHashSet<Word>,
    /// What the words of the other account stand for; empty where only the same words count.
    ideas: FxHashSet<Word>,
    /// Cues that the other account does not have as well.
    cues: Vec<(Cue, Range<usize>)>,
    /// Whether it tells that somebody asks.
    tells_question: bool,
}

impl<'a> AccountBeside<'a> {
    fn new(told: &'a ShortAccount<'a>, other: &ShortAccount<'_>, headlines: bool) -> Self {
        let theirs: FxHashSet<Word> = other.items.iter().map(|i| i.stem).collect();
        let ideas = other.ideas.iter().flatten().filter(|_| headlines);
        let ideas = ideas.copied().collect();
        let stems: Vec<Word> = told.items.iter().map(|i| i.stem).collect();
        let mut cues = cue::cues(&stems);
        let tells_question = cues.iter().any(|(cue, _)| *cue == Cue::Asks);
        cues.retain(|(_, at)| {
            let words = stems.get(at.clone()).unwrap_or(&[]);
            // "May" in a date leaves nothing open.
            let items = told.items.get(at.clone()).unwrap_or(&[]);
            words.iter().any(|w| !theirs.contains(w)) && !items.iter().any(|i| i.is_value)
        });
        AccountBeside {
            told,
            stems,
            theirs,
            ideas,
            cues,
            tells_question,
        }
    }

    /// Whether an item tells something that the other account tells as well.
    fn is_common(&self, at: usize) -> bool {
        let item = self.told.items.get(at).filter(|i| i.rarity >= 1.0);
        let idea = self.told.ideas.get(at).copied().flatten();
        item.is_some_and(|item| {
            self.theirs.contains(&item.stem) || idea.is_some_and(|i| self.ideas.contains(&i))
        })
    }

    fn common(&self) -> impl Iterator<Item = usize> {
        (0..self.stems.len()).filter(|at| self.is_common(*at))
    }

    /// What the common items weigh, each idea once.
    fn shared(&self, common: &[usize]) -> f32 {
        let mut counted: FxHashSet<Word> = FxHashSet::default();
        let mut shared = 0.0;
        for at in common {
            let Some(item) = self.told.items.get(*at) else {
                continue;
            };
            let idea = self.told.ideas.get(*at).copied().flatten();
            let idea = idea.filter(|_| !self.ideas.is_empty());
            if counted.insert(idea.unwrap_or(item.stem)) {
                shared += item.rarity;
            }
        }
        shared
    }

    fn of(&self, wanted: Cue) -> impl Iterator<Item = &Range<usize>> {
        let cues = self.cues.iter().filter(move |(cue, _)| *cue == wanted);
        cues.map(|(_, at)| at)
    }

    fn is_idle(&self, at: usize) -> bool {
        self.of(Cue::Idle).any(|words| words.contains(&at))
    }

    /// The words that say that what is told is not so.
    fn refuted(&self) -> Option<Range<usize>> {
        // "Real or hoax?" leaves it open.
        let is_choice = |at: usize| {
            let items = self.told.items.get(self.told.clause(at)).unwrap_or(&[]);
            self.told.is_asked(at) && items.iter().any(|i| cue::is_or(i.word))
        };
        let refutes = |at: &&Range<usize>| !self.is_idle(at.start) && !is_choice(at.start);
        let puts_down = |at: &&Range<usize>| {
            let clause = self.told.clause(at.start);
            let mut tales = self.of(Cue::Tale);
            tales.any(|t| clause.contains(&t.start) && t.start.abs_diff(at.start) <= NEAR)
        };
        self.of(Cue::Refutes)
            .find(refutes)
            .or_else(|| self.of(Cue::PutsDown).find(puts_down))
            .cloned()
    }

    /// A "not" that denies what both tell, else whether there is one of which that is not known.
    fn denial(&self) -> (Option<usize>, bool) {
        if self.common().next().is_none() {
            return (None, false);
        }
        let mut unclear = false;
        let nots = (0..self.stems.len()).filter(|at| self.denies(*at));
        for at in nots.filter(|at| !self.turns_opposite(*at)) {
            let clause = self.told.clause(at);
            let mut rest = at + 1..clause.end.min(at + 1 + REACH);
            // "Closed? No, says the mayor": the answer is all that it says.
            if rest.is_empty()
                || self.told.before_mark(at)
                || rest.any(|at| self.is_common(at)) && !self.is_told_beside(&clause)
            {
                return (Some(at), false);
            }
            unclear = true;
        }
        (None, unclear)
    }

    /// Whether another clause than this, without a question and a "not", is one that both tell whole: "Ann Lee has won the prize. No
    /// Dane had won it since 1997."
    fn is_told_beside(&self, clause: &Range<usize>) -> bool {
        let weigh = |items: Range<usize>, counts: &dyn Fn(usize) -> bool| -> f32 {
            let items = items.filter(|at| counts(*at));
            let items = items.filter_map(|at| self.told.items.get(at));
            items.map(|i| i.rarity).filter(|r| *r >= 1.0).sum()
        };
        let common = |items: &Range<usize>| weigh(items.clone(), &|at| self.is_common(at));
        let mut others = self.told.clauses.iter().filter(|other| {
            let is_other = other.items != *clause && !other.asks && !other.attributes;
            is_other && !other.items.clone().any(|at| self.told.is_not(at))
        });
        others.any(|other| {
            let told = common(&other.items);
            told > common(clause) && told >= TOLD_WHOLE * weigh(other.items.clone(), &|_| true)
        })
    }

    /// Whether a "not" stands before the opposite of what the other tells: "did not pass" beside "rejected".
    fn turns_opposite(&self, at: usize) -> bool {
        let mut rest = (at + 1..self.stems.len()).filter(|at| !self.told.is_auxiliary(*at));
        let Some(stem) = rest.next().and_then(|at| self.stems.get(at)) else {
            return false;
        };
        let opposite = |theirs: &Word| turn::are_opposite(*stem, *theirs);
        !self.theirs.contains(stem) && self.theirs.iter().any(opposite)
    }

    /// Whether an item is a "not" that carries its clause.
    fn denies(&self, at: usize) -> bool {
        let told = self.told;
        let word = |at: usize| told.items.get(at).map(|i| i.word);
        if !told.is_not(at) || self.is_idle(at) || told.after_soft_mark(at) || told.is_joined(at) {
            return false;
        }
        let clause = told.clause(at);
        let is_any = |mut items: Range<usize>, class: fn(Word) -> bool| {
            items.any(|at| word(at).is_some_and(class))
        };
        let carried = at > clause.start && told.is_auxiliary(at - 1);
        let opener = (clause.start..at)
            .rev()
            .find(|at| word(*at).is_some_and(cue::opens_clause) && !self.quotes(*at));
        if let Some(opener) = opener {
            // "The photo that everybody shares is not": the second auxiliary is that of the main clause.
            let resumed = carried && is_any(opener + 1..at - 1, cue::is_finite);
            if !resumed {
                return false;
            }
        }
        if !carried && is_any(clause.start..at, cue::opens_phrase) {
            return false;
        }
        !self.commands(at, &clause, opener.is_some())
            && !is_any(at + 1..clause.end, cue::leaves_part)
    }

    /// Whether a word that opens a clause gives somebody's words: "the mayor said that".
    fn quotes(&self, at: usize) -> bool {
        let before = at
            .checked_sub(1)
            .and_then(|before| self.told.items.get(before));
        before.is_some_and(|i| turn::is_saying_verb(i.word))
    }

    /// Whether a "not" forbids: "do not feed the gulls". `aside`: whether a clause between commas may have ended before it:
    /// "members, who met on Monday, do not".
    fn commands(&self, at: usize, clause: &Range<usize>, aside: bool) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let first = before == clause.start || !aside && self.told.after_mark(before);
        let is_do = self.told.word(before).is_some_and(|w| fold(w) == "do");
        first && is_do
    }

    /// In a longer text: a "not" a few words before what both tell.
    fn near_not(&self) -> Option<usize> {
        let mut nots = (0..self.stems.len()).filter(|at| {
            self.told.is_not(*at)
                && !self.is_idle(*at)
                && !self.told.after_soft_mark(*at)
                && !self.turns_opposite(*at)
        });
        nots.find(|at| self.reaches_common(*at))
    }

    /// What does not come about: words like "fails to", right before what both tell.
    fn failure(&self) -> Option<usize> {
        let word = |at: usize| self.told.items.get(at).map(|i| i.word);
        let mut fails = self.of(Cue::Fails).filter(|fails| {
            // "They are jailed because they refuse to", "praised for refusing to": told as somebody's reason.
            let mut before = self.told.clause(fails.start).start..fails.start;
            let phrase = before.clone().next_back().and_then(word);
            let subordinate = before.any(|at| word(at).is_some_and(cue::gives_ground));
            !subordinate && !phrase.is_some_and(cue::opens_phrase)
        });
        let fails = fails.find(|fails| self.reaches_common(fails.end.saturating_sub(1)))?;
        Some(fails.start)
    }

    /// Whether what both tell follows an item within reach.
    fn reaches_common(&self, at: usize) -> bool {
        let mut reach = at + 1..(at + 1 + REACH).min(self.stems.len());
        reach.any(|at| self.is_common(at))
    }

    /// Whether what both tell stands in a question. "She asked: how is it going?" is told, not asked.
    fn asks(&self) -> bool {
        if self.tells_question {
            return false;
        }
        let weigh = |clauses: &mut dyn Iterator<Item = &Clause>| -> f32 {
            let items = clauses.flat_map(|c| c.items.clone());
            let common = items.filter(|at| self.is_common(*at));
            common
                .filter_map(|at| self.told.items.get(at))
                .map(|i| i.rarity)
                .sum()
        };
        let all = weigh(&mut self.told.clauses.iter());
        let asked = weigh(&mut self.told.clauses.iter().filter(|c| c.asks));
        self.told.asks() || all > 0.0 && asked >= ASKED * all
    }

    /// The words that leave all of it open.
    fn rumour(&self) -> Vec<Range<usize>> {
        let rumours = self.cues.iter().filter(|(cue, at)| match cue {
            Cue::Rumours => true,
            Cue::May => self.governs(at),
            Cue::Alleged => self.qualifies(at),
            _ => false,
        });
        rumours.map(|(_, at)| at.clone()).collect()
    }

    /// Whether words leave it to somebody else.
    fn hedges(&self) -> bool {
        self.of(Cue::Hedges).next().is_some() || self.is_attributed()
    }

    /// Whether what both tell follows in the clause.
    fn governs(&self, cue: &Range<usize>) -> bool {
        let clause = self.told.clause(cue.start);
        (cue.end..clause.end).any(|at| self.is_common(at))
    }

    /// Whether the thing right after a cue is what both tell, or a tale of it: an "alleged robber" robbed, but an "alleged
    /// robbery" may be none.
    fn qualifies(&self, cue: &Range<usize>) -> bool {
        let at = cue.end;
        let everyday = self.told.items.get(at).is_none_or(|i| i.rarity < 1.0);
        let ends = !self.told.clause(cue.start).contains(&at);
        ends || everyday || self.is_common(at) || self.of(Cue::Tale).any(|t| t.start == at)
    }

    /// Whether a colon says whose account it is: "Mayor: bridge to close", "Bridge to close: radio".
    fn is_attributed(&self) -> bool {
        let clauses = &self.told.clauses;
        let (Some(first), [.., before, last]) = (clauses.first(), clauses.as_slice()) else {
            return false;
        };
        let names = |clause: &Clause| {
            clause.items.len() <= NAMED && !clause.items.clone().any(|at| self.is_common(at))
        };
        let has = |cue: Cue, clause: &Clause| self.of(cue).any(|a| clause.items.contains(&a.start));
        first.attributes && names(first) && has(Cue::By, first)
            || before.attributes && names(last) && !has(Cue::Label, last)
    }
}
