//! A number told in parts by several sentences: "A leader was detained. … Two more men were also detained" makes three.
//!
//! The first part is one person, and the second says that it comes to the first ("more", "another", "also") or counts
//! several of another name, told as new. "Three hurt. … Three others were hurt" is no sum: they are others than the dead.

use crate::claim::circumstance::scope::Scope;
use crate::claim::draft::{Draft, Told, sum};
use crate::claim::words::List;
use crate::document::{Document, Word};
use crate::rule::{RuleSet, is_form};
use crate::value::{Bound, Kind, Quantity, Value};

/// Most sentences from one part to the next.
const REACH: usize = 4;
/// Most words from an "also" to the claim it belongs to.
const NEAR: usize = 3;
/// Most words from "separate" to the "raids" that are.
const WIDE: usize = 5;

/// Adds the sums that the drafts tell in parts; in each event only what is more than any number told at once.
pub(super) fn add(document: &Document<'_>, rules: &RuleSet, drafts: &mut Vec<Draft>) {
    let is_part = |d: &&Draft| d.stated && d.event.is_some() && grows(rules, d);
    let mut sums: Vec<Draft> = Vec::new();
    for (at, second) in drafts.iter().enumerate().filter(|(_, d)| is_part(d)) {
        let of_one = |d: &&Draft| d.rule == second.rule && d.event == second.event;
        let told = || drafts.iter().filter(is_part).filter(of_one);
        let before = drafts.get(..at).unwrap_or(&[]).iter().rev();
        let mut before = before.filter(is_part).filter(of_one);
        let Some(first) = before.find(|d| !comes_to_others(document, rules, d)) else {
            continue;
        };
        if !are_parts(document, rules, first, second) {
            continue;
        }
        let Some(value) = sum::of(&first.value, &second.value) else {
            continue;
        };
        if told().any(|d| low(&d.value) >= low(&value)) {
            continue;
        }
        sums.retain(|s| s.rule != second.rule || s.event != second.event);
        sums.push(Draft {
            value,
            told: Told::InParts,
            ..second.clone()
        });
    }
    drafts.extend(sums);
    drafts.sort_by_key(|d| d.tokens.start);
}

/// Whether a number is told of several events at once: "12 rebels were killed in three raids", "… during separate security
/// operations", "… in a string of raids", "… in weekend raids".
pub(super) fn is_of_several(document: &Document<'_>, draft: &Draft) -> bool {
    let sentence = document.sentence_at(draft.tokens.start);
    let Some(sentence) = sentence.and_then(|at| document.sentences.get(at)) else {
        return false;
    };
    let is = |at: usize, list: List| list.has(document.word(at));
    let named = |opens: usize| {
        let end = sentence.tokens.end.min(opens + 1 + WIDE);
        let mut phrase = (opens + 1..end).take_while(|at| !is(*at, List::Preposition));
        phrase.any(|at| is(at, List::Events))
    };
    let mut tokens = sentence.tokens.clone();
    tokens.any(|at| {
        let figures = || is(at, List::Figures) && at > 0 && is(at - 1, List::Preposition);
        (is(at, List::Several) || figures()) && named(at)
            || is(at, List::Series)
                && document.word(at + 1) == Some(Word::of("of"))
                && named(at + 1)
    })
}

/// Whether a draft counts what grows while an event goes on: people hurt, people detained.
fn grows(rules: &RuleSet, draft: &Draft) -> bool {
    rules.claims.get(draft.rule).is_some_and(|r| r.growing) && count(&draft.value).is_some()
}

fn are_parts(document: &Document<'_>, rules: &RuleSet, first: &Draft, second: &Draft) -> bool {
    let sentence = |d: &Draft| document.sentence_at(d.tokens.start);
    let (Some(from), Some(to)) = (sentence(first), sentence(second)) else {
        return false;
    };
    let follows = first.tokens.end <= second.tokens.start && to - from <= REACH;
    follows
        && is_one(first)
        && (comes_to_others(document, rules, second)
            || is_also(document, second)
            || from < to
                && is_new(document, second)
                && is_another_kind(document, rules, first, second))
}

/// "Two more men", "three others".
fn comes_to_others(document: &Document<'_>, rules: &RuleSet, draft: &Draft) -> bool {
    Scope::of(document, rules, &draft.value, draft.tokens.clone()) == Scope::Besides
}

/// "The force also detained two men", "two men were also detained".
fn is_also(document: &Document<'_>, draft: &Draft) -> bool {
    let from = draft.matched.start.saturating_sub(NEAR);
    let sentence = document.sentence_at(draft.tokens.start);
    let here = |at: &usize| document.sentence_at(*at) == sentence;
    let mut words = (from..draft.matched.end).filter(here);
    words.any(|at| List::Also.has(document.word(at)))
}

/// "A leader", "the man".
fn is_one(draft: &Draft) -> bool {
    count(&draft.value).is_some_and(|q| q.bound == Bound::AtLeast && q.low == Some(1.0))
}

/// Whether a count is told for the first time: not "the two men", "all four victims".
fn is_new(document: &Document<'_>, draft: &Draft) -> bool {
    let start = draft.tokens.start;
    let words = [start.checked_sub(1), Some(start)].into_iter().flatten();
    let mut words = words.filter_map(|at| document.word(at));
    !words.any(|word| List::Known.has(word))
}

/// Whether two parts count people of different names, the second a number of its own: "two rebels" after "a leader". "Two
/// people" may be the leader and a rebel, "two men" may be "a 40-year-old man" and another.
fn is_another_kind(
    document: &Document<'_>,
    rules: &RuleSet,
    first: &Draft,
    second: &Draft,
) -> bool {
    let (Some(one), Some(other)) = (count(&first.value), count(&second.value)) else {
        return false;
    };
    let noun = other.noun.as_deref();
    let Some(noun) = noun.and_then(|noun| noun.rsplit(' ').next()) else {
        return false;
    };
    let noun = Word::new(noun);
    let tokens = document.tokens.get(first.tokens.start..first.matched.end);
    let mut called = tokens.unwrap_or(&[]).iter().map(|t| document.text(t));
    !rules.whole.contains(&noun)
        && other.low >= Some(2.0)
        && one.noun != other.noun
        && !called.any(|word| is_form(noun, word))
}

fn count(value: &Value) -> Option<&Quantity> {
    match value {
        Value::Quantity(quantity) if quantity.kind == Kind::Count => Some(quantity),
        _ => None,
    }
}

fn low(value: &Value) -> Option<f64> {
    count(value)?.low
}
