//! Which event of one article is which event of another.
//!
//! Instances of one type match when what tells them apart agrees; what each article is mainly about matches when nothing
//! speaks against it. Instances that contradict each other never match.

use super::same::SameEvent;
use crate::claim::{Account, Event};
use crate::compare::Verdict;
use crate::rule::RuleSet;

/// One happening as several articles tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// Its type: index into the rule set's packs.
    pub pack: usize,
    /// Article and event of it, at most one an article.
    pub members: Vec<(usize, usize)>,
}

/// Matches the events of all articles; `same(a, b)` says whether articles `a` and `b` are about one event.
pub(super) fn match_up(
    accounts: &[Account<'_>],
    rules: &RuleSet,
    same: impl Fn(usize, usize) -> SameEvent,
) -> Vec<Happening> {
    let mut happenings: Vec<Happening> = Vec::new();
    for (article, account) in accounts.iter().enumerate() {
        let mut pairs: Vec<(i32, usize, usize)> = Vec::new();
        for (at, event) in account.events.iter().enumerate() {
            for (number, happening) in happenings
                .iter()
                .enumerate()
                .filter(|(_, h)| h.pack == event.pack)
            {
                let apart = || {
                    let mut others = happening.members.iter();
                    others.any(|(other, _)| same(*other, article) == SameEvent::No)
                };
                if let Some(score) = score(accounts, rules, happening, event, apart) {
                    pairs.push((score, number, at));
                }
            }
        }
        pairs.sort_by_key(|(score, number, at)| (std::cmp::Reverse(*score), *number, *at));
        let mut placed = vec![false; account.events.len()];
        for (_, number, at) in pairs {
            let Some(happening) = happenings.get_mut(number) else {
                continue;
            };
            let free = placed.get(at) == Some(&false)
                && happening.members.iter().all(|(a, _)| *a != article);
            if free && let Some(done) = placed.get_mut(at) {
                happening.members.push((article, at));
                *done = true;
            }
        }
        for (at, event) in account.events.iter().enumerate() {
            if placed.get(at) == Some(&false) {
                happenings.push(Happening {
                    pack: event.pack,
                    members: vec![(article, at)],
                });
            }
        }
    }
    happenings
}

/// How well `event` of article `article` fits a happening; `None` if it does not.
///
/// What both articles are mainly about matches when one trait of several is at odds (the difference then is a finding),
/// unless the articles are `apart`: about different things. Other events match by what they have in
/// common, and never against a contradiction.
fn score(
    accounts: &[Account<'_>],
    rules: &RuleSet,
    happening: &Happening,
    event: &Event,
    apart: impl Fn() -> bool,
) -> Option<i32> {
    let (mut agreements, mut contradictions) = (0, 0);
    let mut main = false;
    for (other_article, index) in &happening.members {
        let other = accounts.get(*other_article)?.events.get(*index)?;
        main |= other.main;
        let stance = stance(rules, other, event);
        agreements += stance.0;
        contradictions += stance.1;
    }
    let both_main = main && event.main;
    let fits = if both_main {
        contradictions <= 1 && !apart()
    } else {
        agreements > 0 && contradictions == 0
    };
    fits.then_some(2 * (agreements - contradictions) + i32::from(both_main))
}

/// The numbers of traits that agree and that contradict each other.
fn stance(rules: &RuleSet, left: &Event, right: &Event) -> (i32, i32) {
    let (mut agreements, mut contradictions) = (0, 0);
    let told_apart = rules
        .packs
        .get(left.pack)
        .and_then(|p| p.event.as_deref())
        .unwrap_or(&[]);
    for trait_rule in told_apart {
        let Some(claim) = rules.claims.get(*trait_rule) else {
            continue;
        };
        let mut verdicts = Vec::new();
        for (_, a) in left.traits.iter().filter(|(rule, _)| rule == trait_rule) {
            for (_, b) in right.traits.iter().filter(|(rule, _)| rule == trait_rule) {
                verdicts.push((claim.comparator.compare)(a, b, &claim.options).verdict);
            }
        }
        if verdicts
            .iter()
            .any(|v| matches!(v, Verdict::Agree | Verdict::Compatible))
        {
            agreements += 1;
        } else if verdicts.contains(&Verdict::Conflict) {
            contradictions += 1;
        }
    }
    (agreements, contradictions)
}

/// Whether articles `left` and `right` are mainly about one happening.
pub(super) fn share_main(
    accounts: &[Account<'_>],
    happenings: &[Happening],
    left: usize,
    right: usize,
) -> bool {
    let main = |article: usize, event: usize| {
        accounts
            .get(article)
            .and_then(|a| a.events.get(event))
            .is_some_and(|e| e.main)
    };
    let of = |h: &Happening, article: usize| {
        h.members
            .iter()
            .any(|(n, event)| *n == article && main(article, *event))
    };
    happenings.iter().any(|h| of(h, left) && of(h, right))
}
