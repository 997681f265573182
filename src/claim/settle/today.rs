//! The day of an event that an article does not date: its own, where it reads like a report of the day.
//!
//! A dispatch that names no day but its own tells of that day, and "just before 2 p.m." in a report is of the day of the report.
//! Where it tells of several events of a kind and dates others, the one day of all others will do. Only for claims that
//! ask for it (`today-unless`), only if the article names no other day, and never to raise an alarm. One that names no day at all
//! tells of its own where a `today-if` pattern shows that it was written while things happened.

use crate::claim::draft::{Draft, Told};
use crate::claim::event::Event;
use crate::document::{Document, Shape};
use crate::mention::Mention;
use crate::rule::{Match, Purpose, RuleSet};
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
    let mut own: Option<Option<OwnDay>> = None;
    for (at, event) in events.iter().enumerate().filter(|(_, event)| event.main) {
        let pack = rules.packs.get(event.pack);
        let asked = pack.map_or(0..0, |pack| pack.claims.clone());
        let asks = |rule: &usize| rules.claims.get(*rule).is_some_and(|r| r.may_be_today);
        for rule in asked.filter(asks) {
            let answered = |d: &Draft| d.rule == rule && d.event == Some(at) && d.stated;
            if drafts.iter().any(answered) {
                continue;
            }
            if earliest(rules, matches, Purpose::NotToday(rule)).is_some() {
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
            let (time, tokens) = match own {
                Some(OwnDay::Told(time, tokens)) => (time.clone(), tokens.clone()),
                Some(OwnDay::Untold) => match earliest(rules, matches, Purpose::OfToday(rule)) {
                    Some(shown) => (Time::of_day(today), shown.tokens.clone()),
                    None => continue,
                },
                None => continue,
            };
            drafts.push(doubtful(rule, at, Value::Time(time), tokens));
        }
    }
}

/// An answer that no words tie to its event.
fn doubtful(rule: usize, event: usize, value: Value, tokens: Range<usize>) -> Draft {
    Draft {
        event: Some(event),
        told: Told::Doubtfully,
        ..Draft::asserted(rule, value, tokens)
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
pub(in crate::claim) fn is_stamp(document: &Document<'_>, draft: &Draft) -> bool {
    let sentence = document.sentence_at(draft.tokens.start);
    let sentence = sentence.and_then(|at| document.sentences.get(at));
    let beside = |at: usize| {
        let token = document.tokens.get(at);
        !draft.tokens.contains(&at) && token.is_some_and(|t| !t.is(Shape::PUNCTUATION))
    };
    let alone = sentence.is_some_and(|s| !s.tokens.clone().any(beside));
    alone && matches!(draft.value, Value::Time(_))
}

/// The first match of a pattern that is for this.
fn earliest<'m>(rules: &RuleSet, matches: &'m [Match], purpose: Purpose) -> Option<&'m Match> {
    let is = |m: &&Match| rules.patterns.purpose(m.pattern as usize) == Some(purpose);
    matches.iter().filter(is).min_by_key(|m| m.tokens.start)
}

/// What an article says of its own day.
enum OwnDay {
    /// Here it gives it, or a clock time that is of it.
    Told(Time, Range<usize>),
    /// Nothing; and it names no other day.
    Untold,
}

/// What an article says of its own day; none if it names another day or a time before it.
fn own_day(document: &Document<'_>, mentions: &[Mention], today: Date) -> Option<OwnDay> {
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
    let mut clocks = times.clone().filter(|(mention, time)| {
        running(mention) && is_clock(time) && !is_playing_time(document, mention, time)
    });
    if let Some((mention, time)) = clocks.next() {
        let day = Time {
            timex: format!("{today}{}", time.timex),
            from: Some(today),
            to: Some(today),
            ..time.clone()
        };
        return Some(OwnDay::Told(day, mention.tokens.clone()));
    }
    let mut days = times.filter(|(_, time)| is_today(time));
    let Some((mention, time)) = days.next() else {
        return Some(OwnDay::Untold);
    };
    let mut day = time.clone();
    day.readings
        .extend(today.yesterday().ok().map(|day| (day, day)));
    Some(OwnDay::Told(day, mention.tokens.clone()))
}

/// Whether a clock time is how long a film plays, before its title in a list of films: "1:38 Stray cat stops a match".
fn is_playing_time(document: &Document<'_>, mention: &Mention, time: &Time) -> bool {
    let sentence = document.sentence_at(mention.tokens.start);
    let sentence = sentence.and_then(|at| document.sentences.get(at));
    let opens = sentence.is_some_and(|s| s.tokens.start == mention.tokens.start);
    let next = document.tokens.get(mention.tokens.end);
    let titled = |shape| next.is_some_and(|t| t.is(shape));
    opens && time.either_half && (titled(Shape::CAPITAL) || titled(Shape::NUMBER))
}
