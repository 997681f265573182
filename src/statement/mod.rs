//! What two articles say in nearly the same words, and where one of them says something else there: another number, day,
//! name or place, its contrary, or that it is not so. Needs no rule for the event.
//!
//! A statement is a sentence. Two statements are laid beside each other word by word; what remains is their difference.
//! Values are compared by the comparators of their kind, under the claims of rule files that ask for statements
//! (`"from": "values"`, `"polarity"`, `"opposites"`), so that each kind can be weighed and switched off.

mod alike;
mod alone;
mod article;
mod contrast;
mod deed;
mod desk;
mod meeting;
mod quotation;
mod retelling;
mod reversal;
mod role;
mod spelling;
mod stance;
mod wording;

use crate::align::{Alignment, Group, Member, SameEvent, Sameness};
use crate::claim::{Account, Certainty, Claim};
use crate::compare::Verdict;
use crate::rule::{AnswersFrom, ClaimRule, HowMany, RuleSet, Severity};
use crate::text::Span;
use crate::value::{Kind, Value};
use article::Prepared;
use desk::Desk;
use meeting::Meeting;
use std::ops::Range;

/// The claims of the rules that statements answer.
struct Asked {
    values: Vec<(Kind, usize)>,
    retold: Vec<(Kind, usize)>,
    polarity: Option<usize>,
    opposites: Option<usize>,
    contrasts: Option<usize>,
    reversals: Option<usize>,
    doers: Option<usize>,
    wholes: Option<usize>,
    spellings: Option<usize>,
    quotations: Option<usize>,
    words: Option<usize>,
    rewordings: Option<usize>,
    /// By the kind of whom they are asked, and whether what they were is asked.
    roles: Vec<(Kind, bool, usize)>,
    holders: Option<usize>,
    passages: Option<usize>,
    names: Vec<(Kind, usize)>,
}

impl Asked {
    fn of(rules: &RuleSet) -> Self {
        let first = |from: AnswersFrom| rules.answered_from(from).next().map(|(at, _)| at);
        let kinds = |from: AnswersFrom| -> Vec<(Kind, usize)> {
            let asked = rules.answered_from(from);
            asked.map(|(at, claim)| (claim.kind, at)).collect()
        };
        let present = rules.answered_from(AnswersFrom::Roles);
        let former = rules.answered_from(AnswersFrom::FormerRoles);
        let present = present.map(|(at, claim)| (claim.kind, false, at));
        let described = present.chain(former.map(|(at, claim)| (claim.kind, true, at)));
        Asked {
            roles: described.collect(),
            holders: first(AnswersFrom::Holders),
            passages: first(AnswersFrom::Passages),
            names: kinds(AnswersFrom::Names),
            values: kinds(AnswersFrom::Values),
            retold: kinds(AnswersFrom::Retold),
            polarity: first(AnswersFrom::Polarity),
            opposites: first(AnswersFrom::Opposites),
            contrasts: first(AnswersFrom::Contrasts),
            reversals: first(AnswersFrom::Reversals),
            doers: first(AnswersFrom::Doers),
            wholes: first(AnswersFrom::Wholes),
            spellings: first(AnswersFrom::Spellings),
            quotations: first(AnswersFrom::Quotations),
            words: first(AnswersFrom::Words),
            rewordings: first(AnswersFrom::Rewordings),
        }
    }

    fn nothing(&self) -> bool {
        self.values.is_empty()
            && self.retold.is_empty()
            && self.roles.is_empty()
            && self.names.is_empty()
            && [
                self.polarity,
                self.opposites,
                self.contrasts,
                self.reversals,
                self.doers,
                self.wholes,
                self.spellings,
                self.quotations,
                self.words,
                self.rewordings,
                self.holders,
                self.passages,
            ]
            .iter()
            .all(Option::is_none)
    }

    /// The claim that compares values of a kind in nearly the same words.
    fn value(&self, kind: Kind) -> Option<usize> {
        let kind = match kind {
            Kind::Country => Kind::Place,
            Kind::Body => Kind::Organisation,
            Kind::Set => Kind::Duration,
            other => other,
        };
        claim_of(&self.values, kind)
    }

    /// The claim that asks what somebody, or a body, is; or was.
    fn role(&self, kind: Kind, is_past: bool) -> Option<usize> {
        let mut roles = self.roles.iter();
        let asked = roles.find(|(of, past, _)| *of == kind && *past == is_past);
        asked.map(|(_, _, at)| *at)
    }

    /// The claim that compares values of a kind told in other words.
    fn retold(&self, kind: Kind) -> Option<usize> {
        claim_of(&self.retold, kind)
    }

    /// The same, with its rule.
    fn retold_by<'r>(&self, kind: Kind, rules: &'r RuleSet) -> Option<(usize, &'r ClaimRule)> {
        let at = self.retold(kind)?;
        Some((at, rules.claims.get(at)?))
    }
}

fn claim_of(claims: &[(Kind, usize)], kind: Kind) -> Option<usize> {
    claims.iter().find(|(k, _)| *k == kind).map(|(_, at)| *at)
}

/// Lays the statements of every two articles side by side; where they differ, both sides become claims that meet.
///
/// Articles about different events are left alone: their sentences are alike because such sentences are.
pub fn meet(accounts: &mut [Account<'_>], alignment: &mut Alignment, rules: &RuleSet) {
    let asked = Asked::of(rules);
    if asked.nothing() || alignment.same_event == SameEvent::No {
        return;
    }
    let prepared: Vec<Prepared> = accounts.iter().map(|a| Prepared::of(a, &asked)).collect();
    let mut found: Vec<(usize, usize, Meeting)> = Vec::new();
    let mut open: Vec<(usize, Vec<Range<usize>>)> = Vec::new();
    let articles = || article::articles(accounts, &prepared).enumerate();
    for (right, theirs) in articles() {
        for (left, ours) in articles().take(right) {
            let desk = Desk {
                left: ours,
                right: theirs,
                asked: &asked,
                rules,
                given: alignment.sameness == Sameness::Given,
            };
            let pair = desk.read(alignment.same_event == SameEvent::Yes);
            open.extend([(left, pair.open.0), (right, pair.open.1)]);
            found.extend(pair.meetings.into_iter().map(|m| (left, right, m)));
        }
    }
    for (article, words) in open {
        leave_open(accounts, rules, article, &words);
    }
    for (left, right, meeting) in found {
        let Meeting {
            rule,
            claims: (one, other),
        } = meeting;
        if !told(accounts, rules, (left, &one), (right, &other)) {
            add(accounts, alignment, rule, vec![(left, one), (right, other)]);
        }
    }
    for (article, claim) in alone::told_alone(accounts, &prepared, alignment, &asked, rules) {
        add(accounts, alignment, claim.rule, vec![(article, claim)]);
    }
    alignment.groups.sort_by_key(|g| g.rule);
}

/// Adds claims of some articles, as answers to one question.
fn add(
    accounts: &mut [Account<'_>],
    alignment: &mut Alignment,
    rule: usize,
    claims: Vec<(usize, Claim)>,
) {
    let member = |(article, claim): (usize, Claim)| {
        let claims = &mut accounts.get_mut(article)?.claims;
        claims.push(claim);
        Some(Member {
            article,
            claim: claims.len() - 1,
        })
    };
    let members = claims.into_iter().filter_map(member).collect();
    alignment.groups.push(Group {
        rule,
        happening: None,
        about: None,
        members,
    });
}

/// Makes what packs read in an account whose `words` leave open all that it tells no more than possible; but a pattern that
/// asks for such a word itself means it.
fn leave_open(
    accounts: &mut [Account<'_>],
    rules: &RuleSet,
    article: usize,
    words: &[Range<usize>],
) {
    let Some(account) = accounts.get_mut(article) else {
        return;
    };
    let open: Vec<_> = words
        .iter()
        .filter_map(|w| account.document.span(w.clone()))
        .collect();
    for claim in account.claims.iter_mut().filter(|_| !open.is_empty()) {
        let meant = open.iter().any(|span| claim.evidence.contains(*span));
        if is_read(rules, claim) && claim.is_stated() && !meant {
            claim.certainty = Certainty::Hypothetical;
        }
    }
}

/// Whether a pack reads a claim in its article alone, and no other article beside it.
fn is_read(rules: &RuleSet, claim: &Claim) -> bool {
    let rule = rules.claims.get(claim.rule);
    rule.is_some_and(|rule| matches!(rule.from, AnswersFrom::Patterns | AnswersFrom::Described))
}

/// Whether a "not" stands among the words of a span.
fn has_not(account: &Account<'_>, span: Span) -> bool {
    let mut tokens = account.document.tokens.iter();
    tokens.any(|token| wording::turn::is_not(token.word) && token.span().overlaps(span))
}

/// Whether a pack finds these words in conflict already, or chooses the same answer by both where a "not" or an opposite differs; of
/// what is told in other words, whether it reads both.
fn told(
    accounts: &[Account<'_>],
    rules: &RuleSet,
    left: (usize, &Claim),
    right: (usize, &Claim),
) -> bool {
    let read = |(article, claim): (usize, &Claim)| {
        let claims = accounts.get(article).map_or(&[][..], |a| &a.claims);
        let span = claim.span;
        claims
            .iter()
            .filter(move |c| is_read(rules, c) && c.is_stated() && c.span.overlaps(span))
    };
    let from = rules.claims.get(left.1.rule).map(|r| r.from);
    if matches!(from, Some(AnswersFrom::Retold | AnswersFrom::Contrasts)) {
        return read(left).any(|one| read(right).any(|other| other.rule == one.rule));
    }
    // "Failed to pass" and "was not passed": a pack that reads both words the same way knows them better.
    if from == Some(AnswersFrom::Polarity) && left.1.value != right.1.value {
        // A hoax of which a pack reads what it was about is no such answer: the turning words must be of it.
        let reads_turn = |(article, claim): (usize, &Claim), of: &Claim| {
            let says_not = accounts
                .get(article)
                .is_some_and(|a| has_not(a, of.evidence));
            says_not || of.evidence.contains(claim.span)
        };
        let same = |one: &Claim, other: &Claim| {
            let turned = reads_turn(left, one) || reads_turn(right, other);
            other.rule == one.rule && other.value == one.value && turned
        };
        let mut chosen = read(left).filter(|one| matches!(one.value, Value::Choice(_)));
        if chosen.any(|one| read(right).any(|other| same(one, other))) {
            return true;
        }
    }
    read(left).any(|one| {
        let rule = rules
            .claims
            .get(one.rule)
            .filter(|r| r.how_many == HowMany::One && !r.growing && !r.passing)
            // A day that tells events apart is weighed for that, and not as what the sentence says.
            .filter(|_| !rules.tells_apart(one.rule))
            // What a pack keeps to itself it does not tell.
            .filter(|r| r.severity(Verdict::Conflict) != Severity::Off);
        rule.is_some_and(|rule| {
            let mut others = read(right).filter(|other| other.rule == one.rule);
            let differ = |other: &Claim| {
                (rule.comparator.compare)(&one.value, &other.value, &rule.options).verdict
                    == Verdict::Conflict
            };
            others.any(differ)
        })
    })
}
