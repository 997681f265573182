//! Whether two statements in like words tell of two occasions: as of two days, of two periods, before a change and after it, at two
//! places. What is told of two is not told twice.

use super::difference::Difference;
use crate::claim::{Account, Claim};
use crate::document::Shape;
use crate::statement::Asked;
use crate::statement::article::StatementOf;
use crate::statement::meeting::Meeting;
use crate::statement::retelling::echo::is_same;
use crate::statement::wording::class::Class;
use crate::statement::wording::sets::{Tie, hits, set};
use crate::statement::wording::statement::Item;
use crate::value::date::days_between;
use crate::value::{Kind, Value};
use std::ops::Range;

/// Two statements beside each other.
pub(super) struct Occasions<'a> {
    pub(super) left: StatementOf<'a>,
    pub(super) right: StatementOf<'a>,
    pub(super) asked: &'a Asked,
}

impl Occasions<'_> {
    /// Leaves out of what differs between the statements what only shows that they tell of two occasions.
    pub(super) fn keep_one(&self, found: &mut Vec<Meeting>, differences: &[Difference]) {
        // The profits of two quarters, the tolls as of two days.
        let differ = found.len() > 1;
        let of_two_times = |m: &Meeting| self.are_as_of(m) || differ && are_periods(m);
        if found.iter().any(of_two_times) || self.changes_in_time(found) {
            found.clear();
        }
        if self.measured_from_elsewhere(differences) {
            found.retain(|m| !self.is_whereabouts(m));
        }
    }

    /// Whether a meeting is of two days as of which something is told.
    fn are_as_of(&self, meeting: &Meeting) -> bool {
        let (one, other) = &meeting.claims;
        let timed = matches!(&one.value, Value::Time(_));
        timed
            && is_as_of(self.left.account, one.tokens.start)
            && is_as_of(self.right.account, other.tokens.start)
    }

    /// Whether something was so at one time and its contrary at another: "closed on Monday", "reopened on Wednesday".
    fn changes_in_time(&self, found: &[Meeting]) -> bool {
        let in_time = |m: &Meeting| {
            let timed = |account: &Account<'_>, claim: &Claim| {
                let mut mentions = account.mentions.iter();
                mentions.any(|m| {
                    matches!(m.value, Value::Time(_)) && m.tokens.contains(&claim.tokens.start)
                })
            };
            let (one, other) = &m.claims;
            timed(self.left.account, one)
                && timed(self.right.account, other)
                && !is_same(&one.value, &other.value)
        };
        let opposed = |m: &Meeting| Some(m.rule) == self.asked.opposites && !in_time(m);
        found.iter().any(in_time) && found.iter().any(opposed)
    }

    /// Whether names stand in the place of other names: "12 km east of Aldmere", "30 km west of Varnholm".
    fn measured_from_elsewhere(&self, differences: &[Difference]) -> bool {
        let named = |side: StatementOf<'_>, place: &Range<usize>| {
            let items = side.statement.items.get(place.clone()).unwrap_or(&[]);
            let document = &side.account.document;
            let mut words = items.iter().filter(|item| !item.is_value);
            words.any(|item| document.is_shaped(item.token, Shape::CAPITAL))
        };
        let mut differences = differences.iter();
        differences.any(|d| named(self.left, &d.left) && named(self.right, &d.right))
    }

    /// Whether a meeting is of how far or on which side of something it was.
    fn is_whereabouts(&self, meeting: &Meeting) -> bool {
        let (one, _) = &meeting.claims;
        let side = || {
            let items = self.left.statement.items.iter();
            let items = items.filter(|i| one.tokens.contains(&i.token));
            let items: Vec<Item> = items.copied().collect();
            hits(&items)
                .iter()
                .any(|hit| set(hit.set).is_some_and(|s| s.tie == Tie::Bearing))
        };
        one.value.kind() == Kind::Measure || Some(meeting.rule) == self.asked.opposites && side()
    }
}

/// Whether a meeting is of two times so long that sums are told of them.
fn are_periods(meeting: &Meeting) -> bool {
    const DAYS: i32 = 25;
    let is_period = |claim: &Claim| match &claim.value {
        Value::Time(time) => {
            let days = time.from.zip(time.to);
            days.is_some_and(|(first, last)| days_between(first, last) >= DAYS)
        }
        _ => false,
    };
    is_period(&meeting.claims.0) && is_period(&meeting.claims.1)
}

/// Whether "as of" leads to a token.
fn is_as_of(account: &Account<'_>, at: usize) -> bool {
    let is = |back: usize, class: Class| {
        let before = at.checked_sub(back);
        let word = before.and_then(|at| account.document.word(at));
        word.is_some_and(|word| class.has(word))
    };
    is(2, Class::As) && is(1, Class::Of)
}
