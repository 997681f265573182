//! Which answers are taken: who did it is not among those it was done to.
//!
//! A claim may name others of its file (`other-than`): what those answer anywhere in an article is no answer of this one, unless
//! many more sentences of the article give it for this one. Somebody of whom five sentences tell that he was shot, and one that
//! he had been charged with a theft the year before, was shot.
//!
//! And what stands beside somebody with no mark between is not also of whom a comma parts it from: in "Ann Holm, 30-year-old Eva Holm"
//! it is Eva who is 30. In "60 people, nine of whom were hurt" nine were hurt.

use crate::claim::draft::{Draft, leave_out};
use crate::claim::words::List;
use crate::claim::{Dropped, Why};
use crate::compare::Verdict;
use crate::document::{Document, Shape};
use crate::rule::{ClaimRule, RuleSet};
use crate::value::Value;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// How many times as many sentences must give an answer as give it for the question that excludes it.
const OFTEN: usize = 2;

/// Leaves out the drafts whose value answers a question that theirs excludes.
pub(super) fn leave_out_taken(
    document: &Document<'_>,
    rules: &RuleSet,
    drafts: &mut Vec<Draft>,
    dropped: &mut Vec<Dropped>,
) {
    let sentences = |found: &mut dyn Iterator<Item = &Draft>| {
        let places = found.filter_map(|d| document.sentence_at(d.matched.start));
        places.collect::<FxHashSet<usize>>().len()
    };
    leave_out(drafts, dropped, |draft, all| {
        let rule = rules.claims.get(draft.rule)?;
        let takes = |d: &&Draft| {
            rule.other_than.contains(&d.rule)
                && !d.negated
                && is_taken(rule, &draft.value, &d.value)
        };
        let rival = all.iter().find(takes)?;
        let same =
            |d: &&Draft| d.rule == draft.rule && d.stated && is_taken(rule, &draft.value, &d.value);
        let (own, theirs) = (
            sentences(&mut all.iter().filter(same)),
            sentences(&mut all.iter().filter(takes)),
        );
        (own <= OFTEN * theirs).then_some(Why::Taken(rival.rule))
    });
}

/// Leaves out the drafts whose answer stands with no mark beside somebody else, of whom it is read as well.
pub(super) fn leave_out_parted(
    document: &Document<'_>,
    drafts: &mut Vec<Draft>,
    dropped: &mut Vec<Dropped>,
) {
    let is_parted = |draft: &Draft| {
        let mut matched = draft.matched.clone();
        matched.any(|at| {
            let token = document.tokens.get(at);
            let is_mark = token.is_some_and(|t| document.text(t) == ",");
            is_mark && !draft.tokens.contains(&at)
        })
    };
    leave_out(drafts, dropped, |draft, all| {
        draft.about.as_ref().filter(|_| is_parted(draft))?;
        let beside = |d: &Draft| {
            d.rule == draft.rule
                && d.tokens == draft.tokens
                && d.about.is_some()
                && d.about != draft.about
                && !is_parted(d)
        };
        all.iter().any(beside).then_some(Why::OfAnother)
    });
}

/// Leaves out the drafts of a number whose words are said of some of those alone, of whom the number is read as well: "of whom", "of
/// which" or "of them" stands behind it ("60 people, nine of whom were hurt"), or "of" before it ("of the 60 people nine were hurt").
/// And those of some who are only told of by the way: "60 people, nine of them women, were hurt".
pub(super) fn leave_out_wholes(
    document: &Document<'_>,
    drafts: &mut Vec<Draft>,
    dropped: &mut Vec<Dropped>,
) {
    let is = |at: usize, list: List| list.has(document.word(at));
    leave_out(drafts, dropped, |draft, all| {
        if !matches!(draft.value, Value::Quantity(_)) {
            return None;
        }
        if is_aside(document, draft) {
            return Some(Why::ByTheWay);
        }
        let led = is_led_by_of(document, draft.tokens.start);
        let mut after = draft.tokens.end..draft.matched.end;
        let of_them = after.find(|at| is(*at, List::Origin) && is(*at + 1, List::Those));
        let end = of_them.map_or(draft.matched.end, |of_them| of_them + 1);
        let part = |d: &&Draft| {
            let within = d.tokens.start >= draft.tokens.end && d.tokens.start < end;
            d.rule == draft.rule && within && !is_aside(document, d)
        };
        let is_whole = (led || of_them.is_some()) && all.iter().any(|d| part(&d));
        is_whole.then_some(Why::OfSome)
    });
}

/// Whether a number of "them" stands with its own words between two commas, and the find goes on behind them: "nine of them women,".
fn is_aside(document: &Document<'_>, draft: &Draft) -> bool {
    let Range { start, end } = draft.tokens.clone();
    let is = |at: usize, list: List| list.has(document.word(at));
    let of_them = (start..end).any(|at| is(at, List::Origin) && is(at + 1, List::Those));
    let opens = start.checked_sub(1).is_some_and(|at| is(at, List::Apart));
    let closes = || (end + 1..draft.matched.end).any(|at| is(at, List::Apart));
    of_them && opens && !is(end, List::Apart) && closes()
}

/// Whether "of" or "of the" before a token opens its clause: "of the 60 people nine were hurt", but not "the murder of six people".
fn is_led_by_of(document: &Document<'_>, at: usize) -> bool {
    let is = |at: usize, list: List| list.has(document.word(at));
    let of = match at.checked_sub(1) {
        Some(before) if is(before, List::Known) => before.checked_sub(1),
        before => before,
    };
    let Some(of) = of.filter(|of| is(*of, List::Origin)) else {
        return false;
    };
    let sentence = document.sentence_at(of);
    let sentence = sentence.and_then(|at| document.sentences.get(at));
    let ends = |at: usize| document.is_shaped(at, Shape::PUNCTUATION);
    sentence.is_some_and(|s| s.tokens.start == of) || of.checked_sub(1).is_some_and(ends)
}

/// Whether `value` is the same as that of the other question. A family name alone may be that of a relative: it takes
/// nothing from a full name.
fn is_taken(rule: &ClaimRule, value: &Value, other: &Value) -> bool {
    if let (Value::Name(value), Value::Name(other)) = (value, other) {
        let words = |name: &Option<String>| {
            let name = name.as_deref().unwrap_or_default();
            name.split_whitespace().count()
        };
        let (own, theirs) = (words(&value.name), words(&other.name));
        if own == 0 || theirs == 0 || theirs == 1 && own > 1 {
            return false;
        }
    }
    let judged = (rule.comparator.compare)(value, other, &rule.options);
    judged.verdict == Verdict::Agree
}
