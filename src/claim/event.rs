//! Which happenings an article tells of, and which words belong to which: two walkouts in one article stay two.
//!
//! A trigger joins the instance it agrees with, else the one the sentence before was about; it opens a new one when its
//! traits (the claims that tell events apart) contradict every instance so far, or when a word says that it is another
//! ("a similar boycott", "less than an hour after").

use super::draft::{Draft, Told};
use crate::compare::Verdict;
use crate::document::{Document, Region};
use crate::rule::{Match, Purpose, RuleSet};
use crate::text::Span;
use crate::value::Value;
use crate::value::date::{Ground, days_between, ground};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// So many sentences of an article tell which event is its main one.
const LEAD: usize = 3;

/// Words that show an event.
#[derive(Clone, Debug)]
pub struct Trigger {
    /// Indices into the document's tokens.
    pub tokens: Range<usize>,
    /// The bytes they cover.
    pub span: Span,
    /// Index of the sentence.
    pub sentence: usize,
}

/// One happening as an article tells of it.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its type: index into the rule set's packs.
    pub pack: usize,
    /// Whether it is what the article is about; one of each type is.
    pub main: bool,
    /// Where it is mentioned.
    pub triggers: Vec<Trigger>,
    /// What tells it apart: claims (indices into the rules) with their values.
    pub traits: Vec<(usize, Value)>,
    /// Where the text says that it is another one, from the word that says so to the trigger.
    pub separators: Vec<Span>,
}

/// A trigger on its way into an instance.
struct Candidate {
    trigger: Trigger,
    traits: Vec<Trait>,
    separator: Option<Span>,
    event: usize,
}

/// What a trigger tells of its event, of that by which events are told apart.
#[derive(Clone, PartialEq)]
struct Trait {
    rule: usize,
    value: Value,
    /// Whether a difference in it shows two events. In a week's news "Friday" and "Monday" are the days of a crime and of
    /// an arrest more often than of two crimes.
    firm: bool,
    /// Whether words tie it to the event, more than that both stand in one sentence.
    tied: bool,
}

impl Trait {
    fn of(document: &Document<'_>, draft: &Draft) -> Self {
        let is_time = matches!(draft.value, Value::Time(_));
        Trait {
            rule: draft.rule,
            value: draft.value.clone(),
            firm: !is_time || ground(document, draft.tokens.clone()) == Ground::Calendar,
            tied: draft.told != Told::Bare,
        }
    }

    /// Whether a difference between the two shows two events: both are firm, or one is and they lie so far apart that
    /// the other is of no day near it ("Friday" in a report of this week, "in May 2011").
    fn is_apart_from(&self, other: &Trait) -> bool {
        let far = || {
            let gap = gap(&self.value, &other.value);
            gap.is_some_and(|days| days > FAR)
        };
        let dated = |one: &Trait| one.firm && one.tied;
        self.firm && other.firm || (dated(self) || dated(other)) && far()
    }
}

/// How many days lie between two times.
fn gap(a: &Value, b: &Value) -> Option<i32> {
    let days = |value: &Value| match value {
        Value::Time(time) => time.from.zip(time.to),
        _ => None,
    };
    let ((first, last), (other_first, other_last)) = (days(a)?, days(b)?);
    Some(days_between(last, other_first).max(days_between(other_last, first)))
}

/// How many days from a day of the calendar to one told by its name alone ("Friday") are too many for one event: what is told of
/// a crime months after it is told by the day of an arrest or of a trial.
const FAR: i32 = 200;

/// How many sentences further on something may still be about the event of an earlier sentence.
const CARRY: usize = 5;

/// Finds the events of a document and gives every draft its event.
pub(super) fn find(
    document: &Document<'_>,
    rules: &RuleSet,
    matches: &[Match],
    drafts: &mut [Draft],
) -> Vec<Event> {
    let mut events = Vec::new();
    let mut of_packs: BTreeMap<usize, Vec<(Purpose, &Match)>> = BTreeMap::new();
    for found in matches {
        if let Some(purpose) = rules.purpose(found)
            && let Some(pack) = purpose.of_event()
        {
            of_packs.entry(pack).or_default().push((purpose, found));
        }
    }
    for (pack, matches) in of_packs {
        let Some(told_apart) = rules.packs.get(pack).and_then(|rule| rule.event.as_ref()) else {
            continue;
        };
        let mut candidates = candidates(document, &matches, pack);
        if candidates.is_empty() {
            continue;
        }
        let mine = |draft: &Draft| rules.claims.get(draft.rule).is_some_and(|c| c.pack == pack);
        for draft in drafts.iter().filter(|d| {
            mine(d) && d.stated && d.told != Told::Doubtfully && told_apart.contains(&d.rule)
        }) {
            if let Some(at) = trigger_of(&candidates, document, draft)
                && let Some(candidate) = candidates.get_mut(at)
            {
                candidate.traits.push(Trait::of(document, draft));
            }
        }
        let first = events.len();
        assign(&mut candidates, rules, pack, &mut events);
        for draft in drafts.iter_mut().filter(|d| mine(d)) {
            draft.trigger_in_sentence = trigger_of(&candidates, document, draft).is_some();
            draft.event = event_of(&candidates, document, draft);
        }
        for candidate in candidates {
            if let Some(event) = events.get_mut(candidate.event) {
                event.separators.extend(candidate.separator);
                event.triggers.push(candidate.trigger);
            }
        }
        mark_main(document, events.get_mut(first..).unwrap_or(&mut []));
    }
    events
}

/// The triggers of a pack among matches and what their patterns are for, in order, overlapping ones joined, each with what
/// says that it is another event.
fn candidates(
    document: &Document<'_>,
    matches: &[(Purpose, &Match)],
    pack: usize,
) -> Vec<Candidate> {
    let of = |wanted: Purpose| {
        let of_pack = matches
            .iter()
            .filter(move |(purpose, _)| *purpose == wanted);
        of_pack.map(|(_, found)| found.tokens.clone())
    };
    let taken_back: Vec<Range<usize>> = of(Purpose::NoTrigger(pack)).collect();
    let stands = |range: &Range<usize>| {
        let overlaps = |back: &Range<usize>| back.start < range.end && range.start < back.end;
        !taken_back.iter().any(overlaps)
    };
    let mut ranges: Vec<Range<usize>> = of(Purpose::Trigger(pack)).filter(stands).collect();
    if ranges.is_empty() {
        return Vec::new();
    }
    ranges.extend(of(Purpose::AlsoBy(pack)).filter(stands));
    ranges.sort_by_key(|r| (r.start, r.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    let separators: Vec<Range<usize>> = of(Purpose::NewOne(pack)).collect();
    let candidate = |tokens: Range<usize>| {
        let sentence = document.sentence_at(tokens.start)?;
        let trigger = Trigger {
            span: document.span(tokens.clone())?,
            tokens,
            sentence,
        };
        Some(Candidate {
            trigger,
            traits: Vec::new(),
            separator: None,
            event: 0,
        })
    };
    let mut candidates: Vec<Candidate> = joined.into_iter().filter_map(candidate).collect();
    for separator in separators {
        // The word belongs to the first trigger that ends after it, in its sentence.
        let sentence = document.sentence_at(separator.start);
        let after = |c: &&mut Candidate| {
            Some(c.trigger.sentence) == sentence && c.trigger.tokens.end >= separator.end
        };
        if let Some(candidate) = candidates.iter_mut().find(after) {
            let start = separator.start.min(candidate.trigger.tokens.start);
            candidate.separator = document.span(start..candidate.trigger.tokens.end);
        }
    }
    candidates
}

/// The trigger that a draft goes with: one within its words, else the last before it, else the next, in its sentence.
fn trigger_of(candidates: &[Candidate], document: &Document<'_>, draft: &Draft) -> Option<usize> {
    let sentence = document.sentence_at(draft.matched.start)?;
    let here = || {
        candidates
            .iter()
            .enumerate()
            .filter(move |(_, c)| c.trigger.sentence == sentence)
    };
    let within = |c: &Candidate| {
        c.trigger.tokens.start < draft.matched.end && draft.matched.start < c.trigger.tokens.end
    };
    let distance = |c: &Candidate| c.trigger.tokens.start.abs_diff(draft.tokens.start);
    let inside = here()
        .filter(|(_, c)| within(c))
        .min_by_key(|(_, c)| distance(c));
    let before = || here().rfind(|(_, c)| c.trigger.tokens.start <= draft.tokens.start);
    inside
        .or_else(before)
        .or_else(|| here().next())
        .map(|(at, _)| at)
}

/// The event of a draft: of its trigger, else of the main clause of a sentence not far before, else the only one.
fn event_of(candidates: &[Candidate], document: &Document<'_>, draft: &Draft) -> Option<usize> {
    if let Some(at) = trigger_of(candidates, document, draft) {
        return candidates.get(at).map(|c| c.event);
    }
    let sentence = document.sentence_at(draft.matched.start)?;
    let near = candidates
        .iter()
        .rev()
        .find(|c| c.trigger.sentence < sentence)
        .map(|c| c.trigger.sentence);
    let near = near.filter(|n| sentence - n <= CARRY && !crosses_heading(document, *n, sentence));
    if let Some(near) = near {
        return candidates
            .iter()
            .find(|c| c.trigger.sentence == near)
            .map(|c| c.event);
    }
    let first = candidates.first()?.event;
    candidates.iter().all(|c| c.event == first).then_some(first)
}

fn crosses_heading(document: &Document<'_>, from: usize, to: usize) -> bool {
    document
        .sentences
        .get(from + 1..to)
        .unwrap_or(&[])
        .iter()
        .any(|s| s.region == Region::Subhead)
}

/// Gives every candidate its instance, opening new ones in `events` as needed.
fn assign(candidates: &mut [Candidate], rules: &RuleSet, pack: usize, events: &mut Vec<Event>) {
    let first = events.len();
    // What is told of each event, from `first` on.
    let mut told: Vec<Vec<Trait>> = Vec::new();
    let mut current: Option<usize> = None;
    let mut sentence = usize::MAX;
    for candidate in candidates {
        let stances = Stances {
            rules,
            first,
            told: &told,
            new: &candidate.traits,
            answers: vec![OnceCell::new(); told.len()],
        };
        let chosen = chosen(candidate, &stances, current, events);
        candidate.event = chosen.unwrap_or_else(|| {
            told.push(Vec::new());
            events.push(Event {
                pack,
                main: false,
                triggers: Vec::new(),
                traits: Vec::new(),
                separators: candidate.separator.into_iter().collect(),
            });
            events.len() - 1
        });
        if let Some(known) = told.get_mut(candidate.event - first) {
            for new in &candidate.traits {
                if !known.contains(new) {
                    known.push(new.clone());
                }
            }
        }
        // What the first trigger of a sentence is about, the next sentence is about, unless it says otherwise.
        if candidate.trigger.sentence != sentence {
            current = Some(candidate.event);
            sentence = candidate.trigger.sentence;
        }
    }
    for (event, told) in events.iter_mut().skip(first).zip(told) {
        for one in told {
            let value = (one.rule, one.value);
            if !event.traits.contains(&value) {
                event.traits.push(value);
            }
        }
    }
}

/// The instance that a candidate joins: after words that tell of another event one that agrees with it; else the one told of
/// last if it agrees, any that agrees, the one told of last, any that does not contradict it.
fn chosen(
    candidate: &Candidate,
    stances: &Stances<'_>,
    current: Option<usize>,
    events: &[Event],
) -> Option<usize> {
    let agreeing = |not: Option<usize>| {
        let mut known = stances.first..events.len();
        known.find(|at| Some(*at) != not && stances.of(*at) == Stance::Agrees)
    };
    if candidate.separator.is_some() {
        return agreeing(current);
    }
    let open = |at: &usize| stances.of(*at) != Stance::Contradicts;
    let others = || {
        let joined = |at: &usize| events.get(*at).is_some_and(|e| e.separators.is_empty());
        let mut known = stances.first..events.len();
        known.find(|at| joined(at) && open(at))
    };
    current
        .filter(|at| stances.of(*at) == Stance::Agrees)
        .or_else(|| agreeing(None))
        .or_else(|| current.filter(open))
        .or_else(others)
}

/// How a candidate stands to each instance, from the `first` on. Comparing values is dear, and several questions ask for the
/// same stance.
struct Stances<'a> {
    rules: &'a RuleSet,
    first: usize,
    told: &'a [Vec<Trait>],
    new: &'a [Trait],
    answers: Vec<OnceCell<Stance>>,
}

impl Stances<'_> {
    fn of(&self, event: usize) -> Stance {
        let at = event - self.first;
        let known = self.answers.get(at).zip(self.told.get(at));
        known.map_or(Stance::Silent, |(answer, told)| {
            *answer.get_or_init(|| stance(self.rules, told, self.new))
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stance {
    Agrees,
    Silent,
    Contradicts,
}

/// How a trigger's traits stand to an instance's.
fn stance(rules: &RuleSet, known: &[Trait], new: &[Trait]) -> Stance {
    let mut answer = Stance::Silent;
    for new in new {
        let Some(claim) = rules.claims.get(new.rule) else {
            continue;
        };
        let mut conflicts = false;
        let fits = |known: &Trait| {
            let judged = (claim.comparator.compare)(&known.value, &new.value, &claim.options);
            conflicts |= judged.verdict == Verdict::Conflict && known.is_apart_from(new);
            matches!(judged.verdict, Verdict::Agree | Verdict::Compatible)
        };
        let mut same = known.iter().filter(|known| known.rule == new.rule);
        if same.any(fits) {
            answer = Stance::Agrees;
        } else if conflicts {
            return Stance::Contradicts;
        }
    }
    answer
}

/// Marks the instance the article is about: mentioned in the headline or the first three sentences, then most often. What is
/// told as another one is the main one if it opens the article and takes up most of it: "the scene of another shooting on Sunday".
fn mark_main(document: &Document<'_>, events: &mut [Event]) {
    let lead = document.lead(LEAD);
    let all: usize = events.iter().map(|e| e.triggers.len()).sum();
    let key = |event: &Event| {
        let early = event
            .triggers
            .iter()
            .filter(|t| lead.contains(&t.tokens.start))
            .count();
        let is_most = early > 0 && 2 * event.triggers.len() > all;
        (
            early > 0,
            event.separators.is_empty() || is_most,
            early,
            event.triggers.len(),
        )
    };
    let best = events
        .iter()
        .enumerate()
        .max_by_key(|(at, event)| (key(event), std::cmp::Reverse(*at)))
        .map(|(at, _)| at);
    if let Some(event) = best.and_then(|at| events.get_mut(at)) {
        event.main = true;
    }
}
