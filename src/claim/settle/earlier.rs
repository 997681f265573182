//! Which people an article names as those of an earlier case: "the shooting comes a year after Ana Ruiz, 7, was shot in May
//! 2014".
//!
//! Somebody who answers a question about an event, in a sentence whose own days all lie before those that the article tells of its
//! event, belongs to another event, unless the lead of the article or a sentence of another day names the same person: reports
//! of trials tell of deeds long past. So they do where nobody else answers the question and the lead tells no day of the event. Who is named
//! in the next sentence, if that tells no day, is of the earlier case too, and so he is in all that follows if he is first named
//! there. Who is named beside somebody of the event is of it too. A sentence that opens with an old day is of that day, whatever day it compares it with: "On Feb. 6, Ana Ruiz was shot a
//! block from Saturday's scene". Where the lead tells as news on which day the event was, so are the tolls and days that such a
//! sentence tells.

use super::tie::Tie;
use crate::claim::draft::{Draft, Told};
use crate::claim::event::Event;
use crate::document::Document;
use crate::mention::Mention;
use crate::rule::{HowMany, RuleSet};
use crate::value::date::{Ground, days_between, ground};
use crate::value::{Kind, Time, Value};
use jiff::civil::Date;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// So many sentences of an article tell who its news is of.
const LEAD: usize = 3;

/// How many days before those of its event a day of the calendar is of another one; and one told otherwise ("last month").
const APART: i32 = 2;
const FAR_APART: i32 = 8;
/// The same of a day of the calendar beside a toll: within a week the lead may tell how a case went on.
const WEEK: i32 = 6;

/// Within so many words of its beginning a day opens a sentence: "on Feb. 6", "in September".
const OPENING: usize = 2;

/// Gives those who are told of an earlier case an event of their own.
pub(super) fn set_apart(
    document: &Document<'_>,
    rules: &RuleSet,
    mentions: &[Mention],
    published: Option<Date>,
    events: &mut Vec<Event>,
    drafts: &mut [Draft],
) {
    let names_people = |d: &Draft| {
        let rule = rules.claims.get(d.rule);
        let many = rule.is_some_and(|r| r.how_many == HowMany::Many && r.kind == Kind::Person);
        many && d.event.is_some() && d.value.kind() == Kind::Person
    };
    let may_move = |d: &Draft| names_people(d) || d.event.is_some() && is_toll_or_day(rules, d);
    if !drafts.iter().any(may_move) {
        return;
    }
    let reader = EarlierCaseReader::new(document, mentions, published);
    for event in 0..events.len() {
        if !events.get(event).is_some_and(|e| e.main) {
            continue;
        }
        let mine = |d: &&Draft| d.event == Some(event);
        let Some(day) = reader.latest_day(drafts.iter().filter(mine)) else {
            continue;
        };
        let people: Vec<(usize, &Draft)> = (drafts.iter().enumerate())
            .filter(|(_, d)| d.event == Some(event) && names_people(d))
            .collect();
        let mut others = reader.others(&people, day);
        if !reader.is_news(drafts.iter().filter(mine)) {
            // Where a question would be left without an answer, the old day is that of the event.
            let rule = |at: usize| drafts.get(at).map(|d| d.rule);
            let answered: FxHashSet<usize> = (people.iter())
                .filter(|(at, d)| !others.contains(at) && name(&d.value).is_some())
                .map(|(_, d)| d.rule)
                .collect();
            others.retain(|at| rule(*at).is_some_and(|rule| answered.contains(&rule)));
        }
        let tolls = (drafts.iter().enumerate())
            .filter(|(_, d)| d.event == Some(event) && is_toll_or_day(rules, d));
        if let Some(day) = reader.news_day(drafts.iter().filter(mine)) {
            others.extend(reader.tolls_before(tolls, day));
        }
        move_to_another(document, events, drafts, event, &others);
    }
}

/// Whether a draft is a number that grows, or a day on which its event was.
fn is_toll_or_day(rules: &RuleSet, draft: &Draft) -> bool {
    let rule = rules.claims.get(draft.rule);
    rule.is_some_and(|rule| match draft.value {
        Value::Quantity(_) => rule.growing,
        Value::Time(_) => rule.may_be_today,
        _ => false,
    })
}

/// Whether the lead of an article tells as news on which day its event `main` was, and all that is told of the days of `other` lies
/// before.
pub(super) fn is_before(
    document: &Document<'_>,
    mentions: &[Mention],
    published: Option<Date>,
    drafts: &[Draft],
    (main, other): (usize, usize),
) -> bool {
    let reader = EarlierCaseReader::new(document, mentions, published);
    let of = |event: usize| drafts.iter().filter(move |d| d.event == Some(event));
    let day = reader.latest_day(of(main));
    let old = |day: Date| {
        let times = of(other).filter_map(|d| match &d.value {
            Value::Time(time) if d.stated => gap(time, day),
            _ => None,
        });
        let mut gaps = times.peekable();
        gaps.peek().is_some() && gaps.all(|gap| gap > APART)
    };
    reader.is_news(of(main)) && day.is_some_and(old)
}

fn name(value: &Value) -> Option<&str> {
    match value {
        Value::Name(name) => name.name.as_deref(),
        _ => None,
    }
}

/// Gives drafts of one event another one of their own.
pub(super) fn move_to_another(
    document: &Document<'_>,
    events: &mut Vec<Event>,
    drafts: &mut [Draft],
    event: usize,
    others: &[usize],
) {
    if others.is_empty() {
        return;
    }
    let new = events.len();
    let sentences: FxHashSet<usize> = others
        .iter()
        .filter_map(|at| document.sentence_at(drafts.get(*at)?.matched.start))
        .collect();
    let Some(from) = events.get_mut(event) else {
        return;
    };
    let (moved, kept) = std::mem::take(&mut from.triggers)
        .into_iter()
        .partition(|trigger| sentences.contains(&trigger.sentence));
    from.triggers = kept;
    let pack = from.pack;
    events.push(Event {
        pack,
        main: false,
        triggers: moved,
        traits: Vec::new(),
        separators: Vec::new(),
    });
    for at in others {
        if let Some(draft) = drafts.get_mut(*at) {
            draft.event = Some(new);
        }
    }
}

struct EarlierCaseReader<'r, 's> {
    document: &'r Document<'s>,
    mentions: &'r [Mention],
    published: Option<Date>,
    lead: Lead<'r>,
}

/// The lead of an article.
pub(super) struct Lead<'r> {
    tokens: Range<usize>,
    /// The names in it.
    pub(super) names: FxHashSet<&'r str>,
}

impl<'r> Lead<'r> {
    pub(super) fn of(document: &Document<'_>, mentions: &'r [Mention]) -> Self {
        let tokens = document.lead(LEAD);
        let told = mentions.iter().filter(|m| tokens.contains(&m.tokens.start));
        Lead {
            names: told.filter_map(|m| name(&m.value)).collect(),
            tokens,
        }
    }
}

impl<'r, 's> EarlierCaseReader<'r, 's> {
    fn new(
        document: &'r Document<'s>,
        mentions: &'r [Mention],
        published: Option<Date>,
    ) -> EarlierCaseReader<'r, 's> {
        EarlierCaseReader {
            document,
            mentions,
            published,
            lead: Lead::of(document, mentions),
        }
    }

    /// The latest day that an event is told of, if any is told; else that of the article.
    fn latest_day<'d>(&self, drafts: impl Iterator<Item = &'d Draft>) -> Option<Date> {
        let told = |d: &Draft| match &d.value {
            Value::Time(time) if d.stated && d.told != Told::Doubtfully => time.from,
            _ => None,
        };
        drafts.filter_map(told).max().or(self.published)
    }

    /// Those of `people` (drafts and their positions) who are of a case before `day`.
    fn others(&self, people: &[(usize, &Draft)], day: Date) -> Vec<usize> {
        let sentence = |d: &Draft| self.document.sentence_at(d.tokens.start);
        let days = |d: &Draft| sentence(d).and_then(|at| self.days(at, day, APART));
        let told_now: FxHashSet<&str> = (people.iter())
            .filter(|(_, d)| days(d) == Some(false))
            .filter_map(|(_, d)| name(&d.value))
            .collect();
        let known = |name: &str| told_now.contains(name) || self.lead.names.contains(name);
        let of_event: FxHashSet<usize> = (people.iter())
            .filter(|(_, d)| name(&d.value).is_some_and(known))
            .filter_map(|(_, d)| sentence(d))
            .collect();
        let mut last = None;
        let mut told_before: FxHashSet<&str> = FxHashSet::default();
        let mut of_others: FxHashSet<&str> = FxHashSet::default();
        let mut others = Vec::new();
        for (at, draft) in people {
            let here = sentence(draft);
            let next = || {
                let last: Option<usize> = last;
                last.is_some_and(|last| here == Some(last) || here == Some(last + 1))
            };
            let past = days(draft).unwrap_or_else(next);
            let beside = || {
                let opens = |at: &usize| self.opens_with_old_day(*at, day, APART);
                here.is_some_and(|here| of_event.contains(&here) && !opens(&here))
            };
            let Some(name) = name(&draft.value).filter(|name| !known(name) && !beside()) else {
                continue;
            };
            if past {
                last = here;
                if !told_before.contains(name) {
                    of_others.insert(name);
                }
            }
            if past || of_others.contains(name) {
                others.push(*at);
            } else {
                told_before.insert(name);
            }
        }
        others
    }

    /// Whether the lead of the article tells by words, and not by the calendar, on which day its event was.
    fn is_news<'d>(&self, drafts: impl Iterator<Item = &'d Draft>) -> bool {
        self.news(drafts, Tie::Words).next().is_some()
    }

    /// The day of its event that the lead of the article tells as news, in a sentence that tells of the event.
    fn news_day<'d>(&self, drafts: impl Iterator<Item = &'d Draft>) -> Option<Date> {
        self.news(drafts, Tie::Sentence).find_map(|time| time.from)
    }

    /// The times that the lead tells of an event, tied to it as firmly as `least` at the least, and not by the calendar.
    fn news<'d>(
        &self,
        drafts: impl Iterator<Item = &'d Draft>,
        least: Tie,
    ) -> impl Iterator<Item = &'d Time> {
        drafts.filter_map(move |d| {
            let told = d.stated && Tie::of(d) <= least;
            let early = self.lead.tokens.contains(&d.tokens.start);
            match &d.value {
                Value::Time(time) if told && early => {
                    (ground(self.document, d.tokens.clone()) != Ground::Calendar).then_some(time)
                }
                _ => None,
            }
        })
    }

    /// Those of an event's tolls and days that a sentence behind the lead tells, all of whose days lie before `day`: "one such bomb
    /// on Oct. 17 killed a midwife". A toll that the lead tells as well is of the event.
    fn tolls_before<'d>(
        &self,
        tolls: impl Iterator<Item = (usize, &'d Draft)>,
        day: Date,
    ) -> Vec<usize> {
        let (lead, rest): (Vec<_>, Vec<_>) =
            tolls.partition(|(_, d)| self.lead.tokens.contains(&d.tokens.start));
        let in_lead = |draft: &Draft| {
            let mut lead = lead.iter();
            lead.any(|(_, d)| d.rule == draft.rule && d.value == draft.value)
        };
        let before = rest.into_iter().filter(|(_, d)| {
            let sentence = self.document.sentence_at(d.tokens.start);
            let old = sentence.and_then(|at| self.days(at, day, WEEK)) == Some(true);
            old && !in_lead(d)
        });
        before.map(|(at, _)| at).collect()
    }

    /// Whether a sentence tells days and all lie before `day`, those of the calendar by more than `apart` days, or it opens with one
    /// that does; `None` if it tells none.
    fn days(&self, sentence: usize, day: Date, apart: i32) -> Option<bool> {
        let all = || {
            self.told_days(sentence, day, apart)
                .map(|(_, old)| old)
                .reduce(|a, b| a && b)
        };
        self.opens_with_old_day(sentence, day, apart)
            .then_some(true)
            .or_else(all)
    }

    /// Whether the first day that a sentence tells opens it and lies before `day`.
    fn opens_with_old_day(&self, sentence: usize, day: Date, apart: i32) -> bool {
        let start = self
            .document
            .sentences
            .get(sentence)
            .map(|s| s.tokens.start);
        let first = self.told_days(sentence, day, apart).next();
        first
            .zip(start)
            .is_some_and(|((at, old), start)| old && at <= start + OPENING)
    }

    /// Where a sentence tells days, and whether they lie before `day`.
    fn told_days(
        &self,
        sentence: usize,
        day: Date,
        apart: i32,
    ) -> impl Iterator<Item = (usize, bool)> {
        let sentence = self.document.sentences.get(sentence);
        let tokens = sentence.map_or(0..0, |s| s.tokens.clone());
        let first = self
            .mentions
            .partition_point(|m| m.tokens.start < tokens.start);
        let here = self.mentions.iter().skip(first);
        let here = here.take_while(move |m| m.tokens.start < tokens.end);
        here.filter_map(move |mention| {
            let Value::Time(time) = &mention.value else {
                return None;
            };
            let least = match ground(self.document, mention.tokens.clone()) {
                Ground::Calendar => apart,
                _ => FAR_APART,
            };
            Some((mention.tokens.start, gap(time, day)? > least))
        })
    }
}

/// How many days before `day` a time ends.
fn gap(time: &Time, day: Date) -> Option<i32> {
    time.to.map(|last| days_between(last, day))
}
