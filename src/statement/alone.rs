//! What one article alone tells: values that no other gives in any form, and those whom no other names.
//!
//! A pack says of its own questions which account is silent. Here it is said of every number, time and name that no pack
//! asks for; that an article has such a value anywhere, of whatever, is enough for silence.

use super::article::{Prepared, articles};
use super::retelling::chance::{are_far, chance, is_vague};
use super::retelling::crossing::{as_kind_of, may_cross};
use super::retelling::echo::{is_same, question};
use super::retelling::frame::Frame;
use super::{Asked, role};
use crate::align::{Alignment, Group, Member};
use crate::claim::{Account, Claim};
use crate::rule::{AnswersFrom, RuleSet};
use crate::text::Span;
use crate::value::{Bound, Kind, Quantity, Time, Value};
use std::ops::Range;

/// What each article alone tells, as claims: the article and the claim.
pub(super) fn told_alone(
    accounts: &[Account<'_>],
    prepared: &[Prepared],
    alignment: &Alignment,
    asked: &Asked,
    rules: &RuleSet,
) -> Vec<(usize, Claim)> {
    let mut found = Vec::new();
    let articles = || articles(accounts, prepared).enumerate();
    for (at, article) in articles() {
        let account = article.account;
        let others = || {
            let others = articles().filter(move |(other, _)| *other != at);
            others.map(|(_, article)| article)
        };
        let spoken = spoken(accounts, alignment, rules, at);
        let is_new = |tokens: &Range<usize>| {
            let span = account.document.span(tokens.clone());
            span.is_some_and(|span| !spoken.iter().any(|s| s.overlaps(span)))
        };
        let mut once: Vec<&Frame> = Vec::new();
        for frame in article
            .frames
            .all
            .iter()
            .filter(|f| says_something(&f.value))
        {
            let again = once.iter().any(|f| is_same(&f.value, &frame.value));
            let Some(rule) = asked.retold(frame.value.kind()).filter(|_| !again) else {
                continue;
            };
            once.push(frame);
            if is_new(&frame.tokens)
                && !others().any(|o| gives(o.account, account, &frame.value, asked, rules))
            {
                found.extend(frame.given_by(article).claim(rule).map(|c| (at, c)));
            }
        }
        let strangers = role::named_alone(article, &others(), asked).into_iter();
        let strangers = strangers.filter(|(_, given)| is_new(&given.tokens));
        let claims = strangers.filter_map(|(rule, given)| given.claim(rule));
        found.extend(claims.map(|c| (at, c)));
    }
    found
}

/// The words of an article that answer some question already: to a pack, or beside another article. That somebody is the only one
/// of a kind in one article says nothing of the other, and is not told where that has none.
fn spoken(
    accounts: &[Account<'_>],
    alignment: &Alignment,
    rules: &RuleSet,
    article: usize,
) -> Vec<Span> {
    let answers = |member: &&Member| member.article == article;
    let is_told = |group: &&Group| {
        let rule = rules.claims.get(group.rule);
        let described = rule.is_some_and(|rule| rule.from == AnswersFrom::Described);
        !described || group.members.iter().any(|m| m.article != article)
    };
    let groups = alignment.groups.iter().filter(is_told);
    let members = groups.flat_map(|g| g.members.iter().filter(answers));
    let claims = members.filter_map(|m| m.of(accounts));
    let stated = claims.filter(|c| c.is_stated());
    stated.map(|c| c.span).collect()
}

/// Whether a value is one that another article could repeat: not "some", "recently", "the first".
fn says_something(value: &Value) -> bool {
    match value {
        Value::Quantity(Quantity {
            kind: Kind::Ordinal,
            ..
        }) => false,
        Value::Quantity(quantity) => quantity.nominal.is_some() || quantity.bound == Bound::Range,
        Value::Time(time) => !is_vague(time) && is_placed(time),
        _ => false,
    }
}

/// Whether a time has days or a length: a bare "8 p.m." or an undated "Tuesday" may be any.
fn is_placed(time: &Time) -> bool {
    time.from.is_some() || time.length.is_some()
}

/// Whether an article gives a value anywhere, in whatever form.
fn gives(
    account: &Account<'_>,
    of: &Account<'_>,
    value: &Value,
    asked: &Asked,
    rules: &RuleSet,
) -> bool {
    let same = |other: &Value| {
        let (from, to) = (value.kind(), other.kind());
        if may_cross(from, to) {
            return as_kind_of(value, other, of.published).is_some();
        }
        if may_cross(to, from) {
            return as_kind_of(other, value, account.published).is_some();
        }
        let rule = question((value, other), asked).and_then(|at| rules.claims.get(at));
        rule.filter(|_| !are_far(value, other)).is_some_and(|rule| {
            let judged = (rule.comparator.compare)(value, other, &rule.options);
            chance(value, other, judged.verdict).is_some()
        })
    };
    account.mentions.iter().any(|m| same(&m.value))
}
