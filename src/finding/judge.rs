//! From groups to findings: the verdict of the best pair of claims, other voices apart, silence named.

use super::copied::copied;
use super::fingerprint::fingerprint;
use super::pair::{MemberClaim, best, other_source, settle, within_one};
use super::voice::Voices;
use super::{Finding, Side};
use crate::align::{Alignment, Group, Member, letter};
use crate::claim::{Account, Claim};
use crate::compare::{Judgement, Verdict};
use crate::rule::{AnswersFrom, ClaimRule, HowMany, RuleSet};
use crate::text::Span;
use crate::value::Value;

/// Judges every group of an alignment, whatever the verdict weighs and in whatever order the articles stand.
pub(super) fn judge(
    accounts: &[Account<'_>],
    alignment: &Alignment,
    rules: &RuleSet,
) -> Vec<Finding> {
    let bench = Bench {
        rules,
        accounts,
        alignment,
    };
    let mut findings = Vec::new();
    let mut spent = vec![false; alignment.groups.len()];
    for (at, group) in alignment.groups.iter().enumerate() {
        if spent.get(at) == Some(&true) {
            continue;
        }
        let Some(rule) = rules.claims.get(group.rule) else {
            continue;
        };
        bench.inconsistencies(group, rule, &mut findings);
        bench.disputes(group, rule, &mut findings);
        if bench.pairs(group, rule, &mut findings) {
            continue;
        }
        match bench.elsewhere(at, group, rule, &spent) {
            Some((partner, finding)) => {
                findings.push(finding);
                if let Some(mark) = spent.get_mut(partner) {
                    *mark = true;
                }
            }
            None => bench.only_in_one(group, rule, &mut findings),
        }
    }
    findings
}

/// What groups are judged by.
struct Bench<'a> {
    rules: &'a RuleSet,
    accounts: &'a [Account<'a>],
    alignment: &'a Alignment,
}

impl<'a> Bench<'a> {
    /// Where the article names whom a claim only describes ("Russia's foreign minister"), if the claim's name comes from
    /// there.
    fn named_at(&self, side: &Side) -> Option<Side> {
        let account = self.accounts.get(side.member.article)?;
        let claim = side.member.of(self.accounts)?;
        let described = account
            .mentions
            .iter()
            .find(|m| m.tokens == claim.tokens && m.is_described())?;
        let entity = described.entity?;
        let named = account
            .mentions
            .iter()
            .filter(|m| m.entity == Some(entity))
            .filter_map(|m| Some((m.name_tokens.as_ref()?.len(), m)))
            .reduce(|best, m| if m.0 > best.0 { m } else { best })?
            .1;
        Some(Side {
            span: named.span,
            ..*side
        })
    }

    fn finding(
        &self,
        group: &Group,
        rule: &ClaimRule,
        judgement: Judgement,
        sides: Vec<Side>,
    ) -> Finding {
        let mut sides = sides;
        let named: Vec<Side> = sides.iter().filter_map(|s| self.named_at(s)).collect();
        sides.extend(named);
        sides.sort_by_key(|s| (s.member.article, s.of_another_event));

        let source = |side: &Side| {
            self.accounts
                .get(side.member.article)
                .map(|a| a.document.source)
        };
        let words = sides.iter().flat_map(|side| {
            let quote = side.member.of(self.accounts).map(|c| c.quote);
            [Some(side.span), quote].map(|span| {
                span.zip(source(side))
                    .map_or("", |(span, source)| source.slice(span))
            })
        });
        // The name of a finding must not depend on which article came first.
        let mut words: Vec<&str> = words.collect();
        words.sort_unstable();
        let fingerprint = fingerprint(&rule.id, words);
        let severity = rule.severity(judgement.verdict);
        Finding {
            rule: group.rule,
            happening: group.happening,
            verdict: judgement.verdict,
            reason: judgement.reason,
            why: judgement.why,
            severity,
            sides,
            fingerprint,
        }
    }

    /// Compares every two articles of the group; whether any two spoke.
    fn pairs(&self, group: &Group, rule: &ClaimRule, findings: &mut Vec<Finding>) -> bool {
        let mut spoke = false;
        let tells_apart = self.rules.tells_apart(group.rule);
        for left in 0..self.accounts.len() {
            for right in left + 1..self.accounts.len() {
                let a = Voices::new(self.accounts, &group.members, left);
                let b = Voices::new(self.accounts, &group.members, right);
                if a.is_silent() || b.is_silent() {
                    continue;
                }
                spoke = true;
                if let Some((judgement, one, other)) = best(rule, &a.own, &b.own) {
                    let judgement = settle(rule, judgement, one.claim, other.claim, tells_apart);
                    let judgement = copied(self.accounts, judgement, one, other);
                    let judgement = match (a.only_others, b.only_others) {
                        _ if is_its_own(rule) => judgement,
                        (true, true) if may_be_one_speaker(one.claim, other.claim) => judgement,
                        (true, _) => without_alarm(judgement, one.claim),
                        (_, true) => without_alarm(judgement, other.claim),
                        _ => judgement,
                    };
                    findings.push(self.weigh_merging(group, rule, judgement, one, other));
                }
                self.other_voices(group, rule, &a, &b, findings);
            }
        }
        spoke
    }

    /// Quotations and posts against the other article's own voice: they can agree, never raise an alarm.
    fn other_voices(
        &self,
        group: &Group,
        rule: &ClaimRule,
        a: &Voices<'a>,
        b: &Voices<'a>,
        findings: &mut Vec<Finding>,
    ) {
        let mut said: Vec<(usize, &Value)> = Vec::new();
        for (own, others, swapped) in [(&a.own, &b.others, false), (&b.own, &a.others, true)] {
            for other in others {
                let agrees = |v: &Value| {
                    (rule.comparator.compare)(v, &other.claim.value, &rule.options).verdict
                        == Verdict::Agree
                };
                let theirs = if swapped { &a.own } else { &b.own };
                let repeated = theirs.iter().any(|c| agrees(&c.claim.value))
                    || said
                        .iter()
                        .any(|(article, v)| *article == other.member.article && agrees(v));
                if repeated {
                    continue;
                }
                said.push((other.member.article, &other.claim.value));
                let Some((judgement, one, _)) = best(rule, own, std::slice::from_ref(other)) else {
                    continue;
                };
                let judgement = without_alarm(judgement, other.claim);
                let sides = if swapped {
                    vec![side(*other), side(one)]
                } else {
                    vec![side(one), side(*other)]
                };
                findings.push(self.finding(group, rule, judgement, sides));
            }
        }
    }

    /// A conflict whose one value the other article gives to a second event is a mistaken reading of ours, or, where
    /// the rule says so, two events made one by that article.
    fn weigh_merging(
        &self,
        group: &Group,
        rule: &ClaimRule,
        judgement: Judgement,
        one: MemberClaim<'a>,
        other: MemberClaim<'a>,
    ) -> Finding {
        let plain = |judgement| self.finding(group, rule, judgement, vec![side(one), side(other)]);
        if judgement.verdict != Verdict::Conflict {
            return plain(judgement);
        }
        let elsewhere = [(one, other), (other, one)]
            .into_iter()
            .find_map(|(mine, theirs)| self.told_of_another(rule, mine, theirs));
        let Some((second, separator)) = elsewhere else {
            return plain(judgement);
        };
        let name = |member: Member| letter(member.article);
        let telling = name(second.member);
        let merging = if second.member.article == one.member.article {
            name(other.member)
        } else {
            name(one.member)
        };
        if !rule.merging {
            let why = format!("{telling} says this of another event");
            return plain(Judgement::new(Verdict::Compatible, "other-scope", why));
        }
        let why = format!(
            "{telling} tells of two events and keeps them apart; {merging} gives to one what {telling} says of the other"
        );
        let mut sides = vec![
            side(one),
            side(other),
            Side {
                member: second.member,
                span: separator,
                of_another_event: true,
            },
        ];
        sides.sort_by_key(|s| (s.member.article, s.member.claim));
        self.finding(
            group,
            rule,
            Judgement::new(Verdict::Conflict, "merged-events", why),
            sides,
        )
    }

    /// A claim of `mine`'s article about another event of the type that agrees with `theirs`, and the words that set that
    /// event apart.
    fn told_of_another(
        &self,
        rule: &ClaimRule,
        mine: MemberClaim<'a>,
        theirs: MemberClaim<'a>,
    ) -> Option<(MemberClaim<'a>, Span)> {
        let account = self.accounts.get(mine.member.article)?;
        account.claims.iter().enumerate().find_map(|(at, claim)| {
            let other_event = claim.rule == mine.claim.rule
                && claim.is_stated()
                && claim.event.is_some()
                && claim.event != mine.claim.event;
            let agrees = || {
                (rule.comparator.compare)(&claim.value, &theirs.claim.value, &rule.options).verdict
                    == Verdict::Agree
            };
            if !other_event || !agrees() {
                return None;
            }
            let event = account.events.get(claim.event?)?;
            let near = |span: &&Span| span.overlaps(claim.quote);
            let separator = event
                .separators
                .iter()
                .find(near)
                .map_or(claim.span, |s| s.cover(claim.span));
            Some((
                MemberClaim {
                    member: Member {
                        article: mine.member.article,
                        claim: at,
                    },
                    claim,
                },
                separator,
            ))
        })
    }

    /// One article against itself: two values of one question in its own voice, no two of which fit.
    fn inconsistencies(&self, group: &Group, rule: &ClaimRule, findings: &mut Vec<Finding>) {
        if rule.how_many == HowMany::Many || rule.growing || rule.passing {
            return;
        }
        for article in 0..self.accounts.len() {
            let voices = Voices::new(self.accounts, &group.members, article);
            let mut by_one = voices
                .own_pairs()
                .filter(|(one, other)| one.claim.speaker == other.claim.speaker);
            let differing = by_one.find_map(|(one, other)| {
                let judgement =
                    (rule.comparator.compare)(&one.claim.value, &other.claim.value, &rule.options);
                let tells_apart = self.rules.tells_apart(group.rule);
                let judgement = within_one(rule, judgement, one.claim, other.claim, tells_apart);
                (judgement.verdict == Verdict::Conflict).then_some((judgement, one, other))
            });
            if let Some((judgement, one, other)) = differing {
                let judgement = Judgement {
                    verdict: Verdict::Inconsistent,
                    ..judgement
                };
                let sides = vec![side(one), side(other)];
                findings.push(self.finding(group, rule, judgement, sides));
            }
        }
    }

    /// One article that gives two sorts of sources with two answers: no inconsistency, but the range that it leaves open.
    fn disputes(&self, group: &Group, rule: &ClaimRule, findings: &mut Vec<Finding>) {
        if rule.how_many == HowMany::Many {
            return;
        }
        for article in 0..self.accounts.len() {
            let voices = Voices::new(self.accounts, &group.members, article);
            let disputed = voices.own_pairs().find(|(one, other)| {
                let judgement =
                    (rule.comparator.compare)(&one.claim.value, &other.claim.value, &rule.options);
                let apart = judgement.verdict == Verdict::Conflict;
                apart && one.claim.speaker.is_another_sort(&other.claim.speaker)
            });
            if let Some((one, other)) = disputed {
                let judgement = other_source(one.claim, other.claim);
                let sides = vec![side(one), side(other)];
                findings.push(self.finding(group, rule, judgement, sides));
            }
        }
    }

    /// For a group that one article alone speaks in: the same question about another event, told by the other article
    /// only. Where one article tells of more events than the other, an agreement across them is worth saying; a
    /// difference is not.
    fn elsewhere(
        &self,
        at: usize,
        group: &Group,
        rule: &ClaimRule,
        spent: &[bool],
    ) -> Option<(usize, Finding)> {
        let happening = self.alignment.happenings.get(group.happening?)?;
        let article = group.members.first()?.article;
        for (partner, other) in self.alignment.groups.iter().enumerate().skip(at + 1) {
            let same_question = other.rule == group.rule
                && other.about == group.about
                && other.happening != group.happening
                && spent.get(partner) == Some(&false);
            let other_happening = other
                .happening
                .and_then(|h| self.alignment.happenings.get(h));
            let (Some(other_happening), true) = (other_happening, same_question) else {
                continue;
            };
            let articles = |g: &Group| {
                g.members
                    .iter()
                    .map(|m| m.article)
                    .collect::<std::collections::BTreeSet<_>>()
            };
            let (mine, theirs) = (articles(group), articles(other));
            let alone = happening.members.len() == 1 || other_happening.members.len() == 1;
            if !alone || mine.len() != 1 || theirs.len() != 1 || mine == theirs {
                continue;
            }
            let a = Voices::new(self.accounts, &group.members, article);
            let b = Voices::new(self.accounts, &other.members, *theirs.first()?);
            let Some((judgement, one, two)) = best(rule, &a.own, &b.own) else {
                continue;
            };
            if matches!(judgement.verdict, Verdict::Agree | Verdict::Compatible) {
                let mut sides = vec![side(one), side(two)];
                sides.sort_by_key(|s| s.member);
                return Some((partner, self.finding(group, rule, judgement, sides)));
            }
        }
        None
    }

    /// What one article alone says: each different value once.
    fn only_in_one(&self, group: &Group, rule: &ClaimRule, findings: &mut Vec<Finding>) {
        for article in 0..self.accounts.len() {
            let voices = Voices::new(self.accounts, &group.members, article);
            let mut said: Vec<MemberClaim<'a>> = Vec::new();
            for found in voices.own {
                let again = said.iter().any(|s| {
                    (rule.comparator.compare)(&s.claim.value, &found.claim.value, &rule.options)
                        .verdict
                        == Verdict::Agree
                });
                if !again {
                    said.push(found);
                    findings.push(self.finding(
                        group,
                        rule,
                        Judgement::new(Verdict::OnlyInOne, "silent", ""),
                        vec![side(found)],
                    ));
                }
            }
        }
    }
}

fn side(found: MemberClaim<'_>) -> Side {
    Side {
        member: found.member,
        span: found.claim.span,
        of_another_event: false,
    }
}

/// Whether an article answers for what it tells even in a quotation: how it spells a name, whose words they are.
fn is_its_own(rule: &ClaimRule) -> bool {
    use AnswersFrom::{Quotations, Spellings, Words};
    matches!(rule.from, Spellings | Quotations | Words)
}

/// Whether two quotations may be one speaker's: words that differ were altered.
fn may_be_one_speaker(one: &Claim, other: &Claim) -> bool {
    let names = one.speaker.name.as_ref().zip(other.speaker.name.as_ref());
    names.is_none_or(|(one, other)| one == other)
}

/// A judgement on what a quotation or post says: it can agree and never raises an alarm.
fn without_alarm(judgement: Judgement, said: &Claim) -> Judgement {
    match judgement.verdict {
        Verdict::Agree | Verdict::Compatible => judgement,
        _ => {
            let speaker = said.speaker.name.as_deref().unwrap_or("somebody else");
            let why = format!("said by {speaker}");
            Judgement::new(Verdict::Compatible, "other-source", why)
        }
    }
}
