//! Which event of one article is which event of another.
//!
//! Instances of one type match when what tells them apart agrees; what each article is mainly about matches when nothing
//! speaks against it. Instances that contradict each other never match.

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

/// Matches the events of all articles.
pub(super) fn match_up(accounts: &[Account<'_>], rules: &RuleSet) -> Vec<Happening> {
    let mut happenings: Vec<Happening> = Vec::new();
    for (article, account) in accounts.iter().enumerate() {
        let mut pairs: Vec<(i32, usize, usize)> = Vec::new();
        for (at, event) in account.events.iter().enumerate() {
            for (number, happening) in happenings
                .iter()
                .enumerate()
                .filter(|(_, h)| h.pack == event.pack)
            {
                if let Some(score) = score(accounts, rules, happening, event) {
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

/// How well an event fits a happening: `None` if they contradict each other or have nothing in common.
fn score(
    accounts: &[Account<'_>],
    rules: &RuleSet,
    happening: &Happening,
    event: &Event,
) -> Option<i32> {
    let mut agreements = 0;
    let mut main = false;
    for (article, index) in &happening.members {
        let other = accounts.get(*article)?.events.get(*index)?;
        main |= other.main;
        agreements += agreement(rules, other, event)?;
    }
    let both_main = main && event.main;
    (agreements > 0 || both_main).then_some(2 * agreements + i32::from(both_main))
}

/// The number of traits that agree; `None` when one contradicts.
fn agreement(rules: &RuleSet, left: &Event, right: &Event) -> Option<i32> {
    let mut agreements = 0;
    let told_apart = rules.packs.get(left.pack)?.event.as_deref().unwrap_or(&[]);
    for trait_rule in told_apart {
        let claim = rules.claims.get(*trait_rule)?;
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
            return None;
        }
    }
    Some(agreements)
}
