//! Two articles beside each other: what every reader of statements, values and names finds in the pair.

use super::alike::{self, bare, passage};
use super::article::ReadArticle;
use super::meeting::Meeting;
use super::retelling::{echo, midst, odd, retold, tally, whole};
use super::stance::{self, Stance};
use super::{Asked, contrast, deed, quotation, reversal, role, spelling};
use crate::rule::RuleSet;
use crate::value::Kind;
use std::ops::Range;

/// What two articles give of one question, and the tokens by which either leaves all that it tells open.
pub(super) struct PairFindings {
    pub(super) meetings: Vec<Meeting>,
    pub(super) open: (Vec<Range<usize>>, Vec<Range<usize>>),
}

/// Two articles and what is asked of them.
pub(super) struct Desk<'a> {
    pub(super) left: ReadArticle<'a>,
    pub(super) right: ReadArticle<'a>,
    pub(super) asked: &'a Asked,
    pub(super) rules: &'a RuleSet,
    /// Whether somebody says that both are of one event.
    pub(super) given: bool,
}

impl Desk<'_> {
    /// Where the articles say something of one thing; in words of their own only if both are of `one_event`.
    pub(super) fn read(&self, one_event: bool) -> PairFindings {
        let (left, right) = (self.left, self.right);
        let mut meetings = alike::meetings(left, right, self.asked);
        if one_event {
            add_new(&mut meetings, bare::bare(left, right, self.asked));
        }
        let Stance {
            meeting,
            open,
            of_headlines,
        } = stance::stance(left, right, self.asked, self.given);
        // That one word is another says nothing of what both hold.
        let reworded = |m: &Meeting| Some(m.rule) == self.asked.rewordings;
        if meetings.iter().all(reworded) {
            meetings.extend(meeting);
        }
        if one_event {
            self.add_retold(&mut meetings, of_headlines);
        }
        if let Some(rule) = self.asked.quotations {
            meetings.extend(quotation::quotations(left, right, rule));
        }
        if let Some(rule) = self.asked.words {
            meetings.extend(quotation::alterations(left, right, rule));
        }
        if let Some(rule) = self.asked.spellings {
            meetings.extend(spelling::spellings(left, right, rule));
        }
        // Whom two headlines name is not what they hold.
        if !of_headlines {
            meetings.extend(role::roles(left, right, self.asked));
        }
        PairFindings { meetings, open }
    }

    /// Adds what both tell of one thing in other words.
    fn add_retold(&self, meetings: &mut Vec<Meeting>, of_headlines: bool) {
        let (left, right) = (self.left, self.right);
        if let Some(rule) = self.asked.contrasts {
            let contrasts = contrast::contrasts(left, right, rule);
            let opposite = |m: &&Meeting| Some(m.rule) == self.asked.opposites;
            let known = |m: &Meeting| meetings.iter().filter(opposite).any(|old| old.is_of(m));
            let new: Vec<_> = contrasts.into_iter().filter(|m| !known(m)).collect();
            meetings.extend(new);
        }
        if let Some(rule) = self.asked.reversals {
            meetings.extend(reversal::reversals(left, right, rule));
        }
        if let Some(rule) = self.asked.doers {
            add_new(meetings, deed::doers(left, right, rule));
        }
        let (asked, rules) = (self.asked, self.rules);
        if let Some(rule) = asked.value(Kind::Score) {
            add_new(meetings, reversal::scores(left, right, rule));
        }
        add_new(meetings, retold::retold(left, right, asked, rules));
        add_new(meetings, tally::tallies(left, right, asked));
        if let Some(rule) = asked.wholes
            && let Some(claim) = rules.claims.get(rule)
        {
            add_new(meetings, whole::wholes(left, right, rule, claim));
        }
        add_new(meetings, odd::odd_ones(left, right, asked, rules));
        add_new(meetings, midst::in_like_words(left, right, asked, rules));
        add_new(meetings, echo::echoes(left, right, asked, rules));
        if let Some(rule) = asked.passages.filter(|_| !of_headlines) {
            meetings.extend(passage::passages(left, right, rule));
        }
    }
}

/// Adds meetings of values that have not met yet.
fn add_new(meetings: &mut Vec<Meeting>, more: Vec<Meeting>) {
    let known = |m: &Meeting| meetings.iter().any(|old| old.is_of(m));
    let more: Vec<_> = more.into_iter().filter(|m| !known(m)).collect();
    meetings.extend(more);
}
