//! The day of an event that an article does not date: its own, where it reads like a report of the day.
//!
//! A dispatch that names no day but its own tells of that day, and "just before 2 p.m." in a report is of the day of the report.
//! Where it tells of several events of a kind and dates others, the one day of all others will do. Only for claims that
//! ask for it (`today-unless`), only if the article names no other day, and never to raise an alarm.

use super::certainty::Certainty;
use super::draft::{Draft, Told};
use super::event::Event;
use crate::document::{Document, Shape};
use crate::mention::Mention;
use crate::rule::{ClaimRule, Match, Purpose, RuleSet};
use crate::value::{Grain, Kind, Time, Value};
use jiff::civil::Date;
use std::ops::Range;

/// Adds the day of the article to the events that it is about and gives no day.
pub(super) fn add(
    document: &Document<'_>,
    rules: &RuleSet,
    mentions: &[Mention],
    matches: &[Match],
    events: &[Event],
    published: Option<Date>,
    drafts: &mut Vec<Draft>,
) {
    let Some(today) = published else {
        return;
    };
    let mut own: Option<Option<(&Mention, Time)>> = None;
    for (at, event) in events.iter().enumerate().filter(|(_, event)| event.main) {
        let asks = |rule: &ClaimRule| rule.may_be_today && rule.pack == event.pack;
        let asking = rules
            .claims
            .iter()
            .enumerate()
            .filter(|(_, rule)| asks(rule));
        for (rule, _) in asking {
            let answered = |d: &Draft| d.rule == rule && d.event == Some(at) && d.stated;
            if drafts.iter().any(answered) {
                continue;
            }
            if is_of_the_past(rules, matches, rule) {
                continue;
            }
            let mut others = drafts.iter().filter(|d| d.rule == rule && d.stated);
            if let Some(first) = others.next() {
                if others.all(|d| days(d) == days(first)) && is_day(first) {
                    drafts.push(Draft {
                        pattern: first.pattern,
                        ..doubtful(rule, at, first.value.clone(), first.tokens.clone())
                    });
                }
                continue;
            }
            let own = own.get_or_insert_with(|| own_day(document, mentions, today));
            if let Some((mention, time)) = own {
                let (day, tokens) = (Value::Time(time.clone()), mention.tokens.clone());
                drafts.push(doubtful(rule, at, day, tokens));
            }
        }
    }
}

/// An answer that no words tie to its event.
fn doubtful(rule: usize, event: usize, value: Value, tokens: Range<usize>) -> Draft {
    Draft {
        rule,
        value,
        matched: tokens.clone(),
        tokens,
        about: None,
        pattern: None,
        certainty: Certainty::Asserted,
        negated: false,
        stated: true,
        event: Some(event),
        trigger_in_sentence: false,
        told: Told::Doubtfully,
    }
}

/// The first and last day of a time.
fn days(draft: &Draft) -> Option<(Date, Date)> {
    match &draft.value {
        Value::Time(time) => time.from.zip(time.to),
        _ => None,
    }
}

fn is_day(draft: &Draft) -> bool {
    days(draft).is_some_and(|(from, to)| from == to)
}

/// Whether a time stands alone in its sentence: when a page was made, in a line of its own.
pub(super) fn is_stamp(document: &Document<'_>, draft: &Draft) -> bool {
    let sentence = document.sentence_at(draft.tokens.start);
    let sentence = sentence.and_then(|at| document.sentences.get(at));
    let beside = |at: usize| {
        let token = document.tokens.get(at);
        !draft.tokens.contains(&at) && token.is_some_and(|t| !t.is(Shape::PUNCTUATION))
    };
    let alone = sentence.is_some_and(|s| !s.tokens.clone().any(beside));
    alone && matches!(draft.value, Value::Time(_))
}

/// Whether a `today-unless` pattern of a claim says that its event was not on the day of the article.
fn is_of_the_past(rules: &RuleSet, matches: &[Match], rule: usize) -> bool {
    let purpose = |m: &Match| rules.patterns.purpose(m.pattern as usize);
    matches
        .iter()
        .any(|m| purpose(m) == Some(Purpose::NotToday(rule)))
}

/// Where an article gives its own day, or a clock time that is of it; none if it names another day or a time before it.
fn own_day<'m>(
    document: &Document<'_>,
    mentions: &'m [Mention],
    today: Date,
) -> Option<(&'m Mention, Time)> {
    let times = mentions.iter().filter_map(|mention| match &mention.value {
        Value::Time(time) => Some((mention, time)),
        _ => None,
    });
    let running = |mention: &Mention| {
        let sentence = document.sentence_at(mention.tokens.start);
        let sentence = sentence.and_then(|at| document.sentences.get(at));
        sentence.is_some_and(|s| s.region.makes_claims())
    };
    let is_day = |time: &Time| time.from.is_some() && time.from == time.to;
    let is_today = |time: &Time| time.from == Some(today) && time.to == Some(today);
    let is_past = |time: &Time| {
        let near = matches!(time.grain, Grain::Week | Grain::Month | Grain::Quarter);
        (is_day(time) || near) && !is_today(time) && time.from.is_some_and(|from| from <= today)
    };
    let mut elsewhere = times.clone().filter(|(mention, _)| running(mention));
    if elsewhere.any(|(_, time)| is_past(time)) {
        return None;
    }
    let is_clock =
        |time: &Time| time.kind == Kind::Time && time.from.is_none() && time.clock.is_some();
    let mut clocks = times
        .clone()
        .filter(|(mention, time)| running(mention) && is_clock(time));
    if let Some((mention, time)) = clocks.next() {
        let day = Time {
            timex: format!("{today}{}", time.timex),
            from: Some(today),
            to: Some(today),
            ..time.clone()
        };
        return Some((mention, day));
    }
    let mut days = times.filter(|(_, time)| is_today(time) && time.kind == Kind::Date);
    let (mention, time) = days.next()?;
    let mut day = time.clone();
    day.readings
        .extend(today.yesterday().ok().map(|day| (day, day)));
    Some((mention, day))
}
