//! Of which time a claim tells, if that is another than its event's: "she missed most of March with a sore knee", in a report of a
//! match in June.
//!
//! What was so then is no answer that differs from what is so now, whatever question it answers. A time says so of the values in its
//! own clause: those near it, with no mark and no word between them that opens a clause; at the head of a sentence it reaches
//! further. One with which something is compared ("lower than in 2019") says nothing of it. It is another time if it ends long
//! before the article and before the days that the article tells of the event.

use crate::claim::draft::{Draft, Told};
use crate::claim::words::List;
use crate::document::{Document, Token, Word, WordLists, fold, slots};
use crate::mention::Mention;
use crate::rule::RuleSet;
use crate::value::date::days_between;
use crate::value::{Kind, Value};
use jiff::civil::Date;
use std::ops::Range;

/// How many days before an article, and before its event, a time is another.
const APART: i32 = 10;
/// Sums and percentages are told of periods that are over, a quarter's profit, last month's inflation: how long before the article such
/// a period or its end is another, and a period of so many days.
const PERIOD_APART: i32 = 45;
const QUARTER_APART: i32 = 120;
const QUARTER: i32 = 80;
/// So many sentences of an article tell its news.
const LEAD: usize = 3;
/// How many words may stand between a value and its time; and if that opens the sentence.
const NEAR: usize = 8;
const FROM_THE_HEAD: usize = 14;
/// Within so many words of its beginning a time opens the sentence: "in March".
const HEAD: usize = 2;
/// How many words before a number the period may stand that it is of.
const BESIDE: usize = 5;

/// So many days are a period that a sum is of; two that begin or end so many days apart, or of which one is so many times as long,
/// are two.
const PERIOD: i32 = 25;
const SLIP: i32 = 20;
const LONGER: f64 = 1.5;
/// Of which periods words tell that name no days, in days.
const TELLING: &str = include_str!("then.tsv");
static PERIODS: WordLists<{ slots(TELLING) }> = WordLists::new(TELLING);
const LENGTHS: [(&str, i32); 4] = [("year", 365), ("half", 182), ("quarter", 91), ("month", 30)];

/// A time, from its first day to its last.
type Days = (Date, Date);

/// The period that a number is of: the first quarter, a whole year.
#[derive(Clone, Copy, Debug)]
struct Period {
    /// How long it is, in days.
    length: i32,
    /// Which it is, where the words tell.
    days: Option<Days>,
}

impl Period {
    fn is_another(self, other: Period) -> bool {
        let (short, long) = (self.length.min(other.length), self.length.max(other.length));
        let apart = |a: Date, b: Date| days_between(a, b).abs() > SLIP;
        let days = self.days.zip(other.days);
        f64::from(long) > f64::from(short) * LONGER
            || days.is_some_and(|(a, b)| apart(a.0, b.0) || apart(a.1, b.1))
    }
}

/// Of which time a claim tells.
#[derive(Clone, Debug, Default)]
pub struct Then {
    /// A time long before its event's.
    other: Option<Days>,
    /// Every time that its sentence tells.
    told: Vec<Days>,
    /// Whether it is news: told at the beginning of the article, or of these days.
    is_news: bool,
    /// The period that it is of.
    period: Option<Period>,
}

impl Then {
    /// Whether one of two claims tells of a time long before its event, and the other is news and tells of no such time. What both
    /// tell by the way may be one thing long past.
    pub fn is_apart(&self, other: &Then) -> bool {
        let shares = |then: &Then, days: &Days| {
            let mut told = then.told.iter();
            told.any(|(first, last)| days.0 <= *last && *first <= days.1)
        };
        let alone = |one: &Then, other: &Then| {
            other.is_news && one.other.is_some_and(|days| !shares(other, &days))
        };
        alone(self, other) || alone(other, self)
    }

    /// Whether two claims are of two periods: a quarter's profit and a year's.
    pub fn is_of_another_period(&self, other: &Then) -> bool {
        let periods = self.period.zip(other.period);
        periods.is_some_and(|(one, other)| one.is_another(other))
    }
}

/// What a claim's time is judged by.
pub(in crate::claim) struct TimeContext<'a, 's> {
    document: &'a Document<'s>,
    rules: &'a RuleSet,
    mentions: &'a [Mention],
    published: Option<Date>,
    /// The days that the article tells of each event.
    of_events: Vec<(usize, Days)>,
    /// Where the article tells its news.
    lead: Range<usize>,
}

impl<'a, 's> TimeContext<'a, 's> {
    pub(in crate::claim) fn new(
        document: &'a Document<'s>,
        rules: &'a RuleSet,
        mentions: &'a [Mention],
        published: Option<Date>,
        drafts: &[Draft],
    ) -> Self {
        let own_day = |draft: &Draft| {
            let rule = rules.claims.get(draft.rule)?;
            let days = days(&draft.value).filter(|_| rule.may_be_today)?;
            Some((draft.event?, days))
        };
        TimeContext {
            document,
            rules,
            mentions,
            published,
            of_events: drafts.iter().filter_map(own_day).collect(),
            lead: document.lead(LEAD),
        }
    }

    /// Of which time a claim about an event tells.
    pub(in crate::claim) fn then(&self, draft: &Draft) -> Then {
        let is_day = matches!(draft.value.kind(), Kind::Date | Kind::Time);
        let Some((sentence, published)) = self.sentence(draft).zip(self.published) else {
            return Then::default();
        };
        if is_day || draft.told == Told::InParts || draft.event.is_none() {
            return Then::default();
        }
        let first = (self.mentions).partition_point(|m| m.tokens.start < sentence.start);
        let mentions = self.mentions.get(first..).unwrap_or(&[]).iter();
        let own = mentions.take_while(|m| m.tokens.start < sentence.end);
        let dated = own
            .clone()
            .filter_map(|m| Some((&m.tokens, dated(&m.value)?)));
        let times: Vec<(&Range<usize>, Days)> = dated.collect();
        // "$318 million, from $284 million a year earlier": the time is that of the sum beside it.
        let kind = draft.value.kind();
        let other_value = |time: &Range<usize>| {
            let between = draft.tokens.end.min(time.end)..draft.tokens.start.max(time.start);
            let mut rivals = own.clone().filter(|m| m.value.kind() == kind);
            rivals.any(|m| between.contains(&m.tokens.start))
        };
        let is_near = |time: &Range<usize>| {
            self.is_near(&sentence, &draft.tokens, time) && !other_value(time)
        };
        let near = times.iter().filter(|(tokens, _)| is_near(tokens));
        let near: Vec<Days> = near.map(|(_, days)| *days).collect();
        let others = near
            .iter()
            .all(|days| self.is_another(draft, published, *days));
        let is_late = |(_, days): &(&Range<usize>, Days)| days_between(days.1, published) <= APART;
        Then {
            other: near.first().copied().filter(|_| others),
            told: times.iter().map(|(_, days)| *days).collect(),
            is_news: self.lead.contains(&sentence.start) || times.iter().any(is_late),
            period: period(&near).or_else(|| self.named_period(draft)),
        }
    }

    /// The period that a word right beside the number tells: "a full-year profit of 40 million", "annual sales".
    fn named_period(&self, draft: &Draft) -> Option<Period> {
        let before = draft.tokens.start.saturating_sub(BESIDE)..draft.tokens.start;
        // "Full-year" is three tokens.
        let whole = |at: usize| {
            let hyphen = self.document.tokens.get(at.checked_sub(1)?)?;
            let joined = self.document.text(hyphen) == "-";
            Some(Word::of(&fold(
                self.document.slice(at.checked_sub(2)?..at + 1),
            )))
            .filter(|_| joined)
        };
        let class = |at: usize| {
            let named = PERIODS.classes(self.document.word(at)?).next();
            named.or_else(|| PERIODS.classes(whole(at)?).next())
        };
        let told = before.rev().find_map(class)?;
        let (_, length) = LENGTHS.iter().find(|(name, _)| *name == told)?;
        let days = None;
        Some(Period {
            length: *length,
            days,
        })
    }

    /// Whether a time lies long before the article, and before all days that it tells of the event.
    fn is_another(&self, draft: &Draft, published: Date, days: Days) -> bool {
        let is_figure = matches!(draft.value.kind(), Kind::Money | Kind::Percent);
        let apart = match days_between(days.0, days.1) {
            QUARTER.. if is_figure => QUARTER_APART,
            _ if is_figure => PERIOD_APART,
            _ => APART,
        };
        let before = |day: Date| days_between(days.1, day) > apart;
        let events = self.of_events.iter();
        let mut of_event = events.filter(|(event, _)| Some(*event) == draft.event);
        before(published) && of_event.all(|(_, own)| before(own.0))
    }

    fn sentence(&self, draft: &Draft) -> Option<Range<usize>> {
        let at = self.document.sentence_at(draft.tokens.start)?;
        Some(self.document.sentences.get(at)?.tokens.clone())
    }

    /// Whether a time stands in the clause of a value.
    fn is_near(&self, sentence: &Range<usize>, value: &Range<usize>, time: &Range<usize>) -> bool {
        let (between, most) = if time.end <= value.start {
            let opens = time.start <= sentence.start + HEAD;
            (
                time.end..value.start,
                if opens { FROM_THE_HEAD } else { NEAR },
            )
        } else if value.end <= time.start {
            (value.end..time.start, NEAR)
        } else {
            return false;
        };
        let opens = most == FROM_THE_HEAD;
        let tokens = self.document.tokens.get(between).unwrap_or(&[]);
        let parts = |t: &Token| match self.document.text(t) {
            "," => !opens,
            ";" | ":" | "(" | ")" | "—" | "–" => true,
            // "Turnout fell to 58 percent compared with the election five years ago".
            _ => self.rules.clause_break.contains(&t.word) || List::Compares.has(t.word),
        };
        tokens.len() <= most && !tokens.iter().any(parts)
    }
}

/// The period among the times near a number, if they tell one.
fn period(near: &[Days]) -> Option<Period> {
    let length = |days: &Days| days_between(days.0, days.1) + 1;
    let mut periods = near.iter().filter(|days| length(days) >= PERIOD);
    let (days, more) = (periods.next()?, periods.next());
    more.is_none().then_some(Period {
        length: length(days),
        days: Some(*days),
    })
}

/// The days of a time that is told as a date.
fn dated(value: &Value) -> Option<Days> {
    days(value).filter(|_| matches!(value.kind(), Kind::Date | Kind::Time))
}

fn days(value: &Value) -> Option<Days> {
    match value {
        Value::Time(time) => time.from.zip(time.to),
        _ => None,
    }
}
