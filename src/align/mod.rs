//! Which claims of several articles answer one question about one thing: values meet only under equal keys.
//!
//! Events are matched first, then claims are grouped by question, event and what they are about. Never looks inside a
//! value: it asks the comparators.

mod events;
mod namesake;
mod same;

pub use events::Happening;
pub use same::{Evidence, SameEvent, Sameness};

use crate::claim::{Account, Claim, Profile};
use crate::compare::{Options, Verdict, comparator, usual};
use crate::rule::RuleSet;
use crate::value::{Kind, Value};

/// A claim of one of the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Member {
    /// Index of the article.
    pub article: usize,
    /// Index of the claim in its account.
    pub claim: usize,
}

impl Member {
    /// The claim itself.
    pub fn of<'a>(&self, accounts: &'a [Account<'_>]) -> Option<&'a Claim> {
        accounts.get(self.article)?.claims.get(self.claim)
    }
}

/// The letter by which an article is called: `A` to `Z`, then `AA`, `AB` …
pub fn letter(article: usize) -> String {
    let mut number = article + 1;
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(char::from(b'A' + (number % 26) as u8));
        number /= 26;
    }
    letters.iter().rev().collect()
}

/// Claims under one key: the same question, about the same event and the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The question: index into the rule set's claims.
    pub rule: usize,
    /// The event: index into the alignment's happenings.
    pub happening: Option<usize>,
    /// What it is about beside the event.
    pub about: Option<Value>,
    /// The claims, by article and position.
    pub members: Vec<Member>,
}

/// Several articles laid side by side.
#[derive(Clone, Debug)]
pub struct Alignment {
    /// The events, each with its instance in every article that tells of it.
    pub happenings: Vec<Happening>,
    /// The claims that meet.
    pub groups: Vec<Group>,
    /// Whether all articles are about one event.
    pub same_event: SameEvent,
    /// Who says so.
    pub sameness: Sameness,
    /// In what they are alike and in what they differ; of more than two articles those two that are least alike.
    pub evidence: Evidence,
}

/// Lays articles side by side.
pub fn align(accounts: &[Account<'_>], rules: &RuleSet, sameness: Sameness) -> Alignment {
    let profiles: Vec<Profile<'_>> = accounts.iter().map(Profile::of).collect();
    let judge = |a: usize, b: usize| match (profiles.get(a), profiles.get(b)) {
        _ if sameness == Sameness::Given => SameEvent::Yes,
        (Some(a), Some(b)) => same::judge(a, b),
        _ => SameEvent::Unclear,
    };
    let pairs = || (0..accounts.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
    let answers: Vec<SameEvent> = pairs().map(|(a, b)| judge(a, b)).collect();
    // The pairs in their order: all with the second article, all with the third.
    let same = |a: usize, b: usize| {
        let (a, b) = (a.min(b), a.max(b));
        let at = b * b.saturating_sub(1) / 2 + a;
        answers.get(at).copied().unwrap_or(SameEvent::Unclear)
    };
    let happenings = events::match_up(accounts, rules, same);
    let groups = groups(accounts, &happenings, &profiles);
    let judged: Vec<(SameEvent, (usize, usize))> = pairs()
        .map(|(a, b)| match same(a, b) {
            SameEvent::Unclear if events::share_main(accounts, &happenings, a, b) => {
                (SameEvent::Yes, (a, b))
            }
            answer => (answer, (a, b)),
        })
        .collect();
    let same_event = same::of_all(judged.iter().map(|(answer, _)| *answer));
    let decided = judged.iter().find(|(answer, _)| *answer == same_event);
    let evidence = decided.and_then(|(_, (a, b))| Some((profiles.get(*a)?, profiles.get(*b)?)));
    Alignment {
        evidence: evidence.map_or_else(Evidence::default, |(a, b)| same::evidence(a, b)),
        happenings,
        groups,
        same_event,
        sameness,
    }
}

/// The claims of all articles by what they ask, the event that they are of and what they are about.
fn groups(
    accounts: &[Account<'_>],
    happenings: &[Happening],
    profiles: &[Profile<'_>],
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (article, account) in accounts.iter().enumerate() {
        for (claim, member) in account.claims.iter().enumerate() {
            let happening = member.event.and_then(|event| {
                happenings
                    .iter()
                    .position(|h| h.members.contains(&(article, event)))
            });
            let fits = |g: &&mut Group| {
                g.rule == member.rule
                    && g.happening == happening
                    && same_thing(g.about.as_ref(), member.about.as_ref())
                    && !are_two(profiles, g, article, member.about.as_ref())
            };
            let member_of = Member { article, claim };
            match groups.iter_mut().find(fits) {
                Some(group) => group.members.push(member_of),
                None => groups.push(Group {
                    rule: member.rule,
                    happening,
                    about: member.about.clone(),
                    members: vec![member_of],
                }),
            }
        }
    }
    groups.sort_by_key(|g| g.rule);
    groups
}

/// Whether a claim of `article` is about somebody else than those of a group, though both names are forms of one: "Danny Moss"
/// here is Daniel Moss there only if neither article names both.
fn are_two(profiles: &[Profile<'_>], group: &Group, article: usize, about: Option<&Value>) -> bool {
    let known = group.about.as_ref().and_then(full_name);
    let (Some(left), Some(right)) = (known, about.and_then(full_name)) else {
        return false;
    };
    if left == right {
        return false;
    }
    let nearer = |article: usize, own: &str, other: &str| {
        let profile = profiles.get(article);
        profile.is_some_and(|profile| namesake::has_nearer(profile, own, other))
    };
    let first = group.members.first();
    nearer(article, right, left) || first.is_some_and(|member| nearer(member.article, left, right))
}

/// Whether two claims are about one thing beside the event.
fn same_thing(left: Option<&Value>, right: Option<&Value>) -> bool {
    match (left, right) {
        (None, None) => true,
        (Some(left), Some(right)) if left.kind() == right.kind() => {
            // A family name alone may be a father's or a son's.
            if left.kind() == Kind::Person && has_one_word(left) != has_one_word(right) {
                return false;
            }
            let judge = comparator(usual(left.kind()))
                .map(|row| (row.compare)(left, right, &Options::default()));
            judge.is_some_and(|j| j.verdict == Verdict::Agree)
        }
        _ => false,
    }
}

/// The name of a person who is named.
fn full_name(about: &Value) -> Option<&str> {
    match about {
        Value::Name(name) if name.kind == Kind::Person => name.name.as_deref(),
        _ => None,
    }
}

fn has_one_word(person: &Value) -> bool {
    match person {
        Value::Name(name) => name.name.as_deref().is_some_and(|n| !n.contains(' ')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_go_on_after_z() {
        let letters: Vec<String> = [0, 1, 25, 26, 27, 701, 702]
            .into_iter()
            .map(letter)
            .collect();
        assert_eq!(letters, ["A", "B", "Z", "AA", "AB", "ZZ", "AAA"]);
    }
}
