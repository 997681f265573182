//! How firmly a value is tied to its event: by words of a pattern, by standing in the event's sentence, or by following it.
//!
//! An article is full of days. A pattern that is nothing but a hole (`{date}`) takes any of them, and so it speaks only
//! for events of which no pattern with words tells the day.

use super::total;
use crate::claim::draft::{Draft, Told};
use crate::document::Document;
use crate::rule::RuleSet;
use crate::value::date::days_between;
use crate::value::{Bound, Kind, Time, Value};
use jiff::civil::Date;
use rustc_hash::FxHashSet;

/// So many sentences of an article tell when and where its event was.
const LEAD: usize = 8;

/// Firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// The pattern has words of its own.
    Words,
    /// The value alone, in a sentence that mentions the event.
    Sentence,
    /// The value alone, in a sentence after one that mentions the event.
    Carried,
    /// In words that are more often those of something else.
    Doubtful,
}

impl Tie {
    /// The tie of a draft whose event is known.
    pub(super) fn of(draft: &Draft) -> Tie {
        if draft.told == Told::Doubtfully {
            Tie::Doubtful
        } else if draft.told != Told::Bare {
            Tie::Words
        } else if draft.trigger_in_sentence {
            Tie::Sentence
        } else {
            Tie::Carried
        }
    }
}

/// Whether a draft may be held against another article: a time must be tied to the event by words.
pub(super) fn is_tied(draft: &Draft) -> bool {
    match draft.value {
        Value::Time(_) => Tie::of(draft) == Tie::Words,
        _ => Tie::of(draft) < Tie::Doubtful,
    }
}

/// Whether the value is one day; "in May" leaves room for a better answer.
fn is_day(draft: &Draft) -> bool {
    matches!(&draft.value, Value::Time(time) if time.from.is_some() && time.from == time.to)
}

/// Whether the value is a time longer than a month ("in 2014") which no words tie to the event, or which is to tell
/// events apart.
fn is_loose(rules: &RuleSet, draft: &Draft) -> bool {
    const MONTH: i32 = 27;
    let Value::Time(time) = &draft.value else {
        return false;
    };
    let days = time
        .from
        .zip(time.to)
        .map_or(0, |(from, to)| days_between(from, to));
    let tells_apart = || {
        let pack = rules.claims.get(draft.rule).map(|c| c.pack);
        pack.and_then(|p| rules.packs.get(p)?.event.as_ref())
            .is_some_and(|told_apart| told_apart.contains(&draft.rule))
    };
    days >= MONTH && (Tie::of(draft) > Tie::Words || tells_apart())
}

/// Of the times and places that answer one question about one event, leaves out the carried ones if there are others;
/// puts the times that no words tie to the event last, the doubtful ones behind them. Leaves out days after that of publication
/// where an article may tell of its own day, times longer than a month, those carried after the lead
/// of the article, and carried places of the running text: a place named in passing is rarely where something happened.
pub(super) fn put_firmest_first(
    document: &Document<'_>,
    rules: &RuleSet,
    published: Option<Date>,
    drafts: &mut Vec<Draft>,
) {
    let sentence = |d: &Draft| document.sentence_at(d.tokens.start);
    let lead = document.lead(LEAD);
    let late = |d: &Draft| !lead.contains(&d.tokens.start);
    let running = |d: &Draft| {
        let sentence = sentence(d).and_then(|n| document.sentences.get(n));
        sentence.is_some_and(|s| s.region.is_running())
    };
    let astray = |d: &Draft| {
        let is_place = matches!(d.value.kind(), Kind::Place | Kind::Country);
        let stray = if is_place {
            running(d)
        } else {
            d.value.kind().is_common() && late(d)
        };
        stray && Tie::of(d) == Tie::Carried
    };
    let tomorrow = published.and_then(|day| day.tomorrow().ok());
    let ahead = |d: &Draft| {
        let rule = rules.claims.get(d.rule);
        let past = rule.is_some_and(|rule| rule.may_be_today);
        past && matches!(&d.value, Value::Time(time) if tomorrow.is_some() && time.from > tomorrow)
    };
    drafts.retain(|d| !(is_loose(rules, d) || astray(d) || ahead(d)));
    let is_own = |d: &Draft| Tie::of(d) < Tie::Carried;
    let is_common = |d: &Draft| d.value.kind().is_common();
    let answered = |d: &Draft| !is_common(d) || is_day(d) || d.value.kind() == Kind::Place;
    let own: FxHashSet<(usize, Option<usize>)> = drafts
        .iter()
        .filter(|d| d.stated && is_own(d) && answered(d))
        .map(|d| (d.rule, d.event))
        .collect();
    let last = |d: &Draft| Tie::of(d) == Tie::Doubtful || is_common(d) && !is_own(d);
    drafts.retain(|d| !last(d) || !own.contains(&(d.rule, d.event)));
    let sure = sure_days(drafts);
    drafts.sort_by_cached_key(|d| {
        let (tie, vague) = match &d.value {
            // "Shot to death around 7 p.m. Friday, police said Saturday": who gives the hour tells of what happened.
            Value::Time(time) if Tie::of(d) == Tie::Doubtful => {
                (Tie::Doubtful, time.clock.is_none())
            }
            // "Overnight" may be either of two days: a day that says which tells more.
            Value::Time(time) if is_settled(&sure, d, time) => (Tie::of(d).max(Tie::Carried), true),
            Value::Time(time) => (Tie::of(d), !time.readings.is_empty()),
            _ => (Tie::Words, false),
        };
        let (tie, place) = in_lead(tie, matches!(d.value, Value::Time(_)) && late(d));
        (tie, place, vague, toll_rank(document, rules, d, late(d)))
    });
}

/// A tie and the place within it of what stands in the lead or behind it: the day that the lead names beside the event stands before
/// one that words tie to an event further down, which may be an earlier one.
fn in_lead(tie: Tie, late: bool) -> (Tie, u8) {
    match (tie, late) {
        (Tie::Words, true) => (Tie::Sentence, 1),
        (Tie::Sentence, true) => (Tie::Sentence, 2),
        _ => (tie, 0),
    }
}

/// A day that answers a question about an event.
#[derive(PartialEq, Eq, Hash)]
struct SureDay {
    /// The question: index into the rule set's claims.
    rule: usize,
    event: Option<usize>,
    day: Date,
}

/// The days that leave no doubt.
fn sure_days(drafts: &[Draft]) -> FxHashSet<SureDay> {
    let sure = |d: &&Draft| d.stated && is_day(d) && Tie::of(d) < Tie::Doubtful;
    let day = |d: &Draft| match &d.value {
        Value::Time(time) if time.readings.is_empty() => Some(SureDay {
            rule: d.rule,
            event: d.event,
            day: time.from?,
        }),
        _ => None,
    };
    drafts.iter().filter(sure).filter_map(day).collect()
}

/// Whether a sure day is the other of those that a time may be.
fn is_settled(sure: &FxHashSet<SureDay>, draft: &Draft, time: &Time) -> bool {
    let mut others = time.readings.iter();
    others.any(|(from, _)| {
        sure.contains(&SureDay {
            rule: draft.rule,
            event: draft.event,
            day: *from,
        })
    })
}

/// Where a toll stands among those of one question, the first first. What tells most is compared first.
#[derive(Default, PartialEq, Eq, PartialOrd, Ord)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says by itself why a toll stands behind another"
)]
struct TollRank {
    /// It is not counted, but only implied by "a man was killed".
    implied: bool,
    /// It is of several events at once, and not of one.
    of_several: bool,
    /// It is told behind the lead.
    late: bool,
    /// It is told by one sentence, and is not the sum of several.
    whole: bool,
    /// It is told as "several", and not as a number.
    numberless: bool,
}

/// The rank of a draft; that of all others than tolls is the first.
fn toll_rank(document: &Document<'_>, rules: &RuleSet, draft: &Draft, late: bool) -> TollRank {
    let grows = rules
        .claims
        .get(draft.rule)
        .is_some_and(|rule| rule.growing);
    let Value::Quantity(quantity) = &draft.value else {
        return TollRank::default();
    };
    if !grows {
        return TollRank::default();
    }
    let implied = quantity.bound == Bound::AtLeast && quantity.low <= Some(1.0);
    TollRank {
        implied,
        of_several: total::is_of_several(document, draft),
        late,
        whole: draft.told != Told::InParts,
        numberless: quantity.nominal.is_none(),
    }
}
