//! Points, lengths and repetitions of time, as TIMEX3 values with the days they cover.
//!
//! A sentence's words become terms (`word`); `calendar`, `clock` and `phrase` read them as expressions (`expr.rs`), which
//! say what is written and know no day; `tense` and `story` tell what they count from, `resolve` their days.

mod calendar;
mod clock;
mod expr;
mod phrase;
mod resolve;
mod story;
mod tense;
mod word;

pub use story::anchor::{Anchor, anchor, post_days};
pub use story::ground::{Ground, ground};

use super::{Found, Kind, Value};
use crate::document::{Document, Sentence};
use clock::hour;
use jiff::civil::Date;
use resolve::{beside, open};
use story::{Story, anchor, stated};
use word::cursor::{self, Cursor};
use word::lexicon;
use word::term::Term;

/// How exact a time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// A clock time.
    Minute,
    /// A part of a day or an hour.
    Hour,
    /// A day.
    Day,
    /// A week or a weekend.
    Week,
    /// A month.
    Month,
    /// A quarter or a season.
    Quarter,
    /// A year, calendar or fiscal.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years or more.
    Century,
    /// Not said: "recently".
    Vague,
}

impl Grain {
    /// The grain's name in machine formats.
    pub fn label(self) -> &'static str {
        match self {
            Grain::Minute => "minute",
            Grain::Hour => "hour",
            Grain::Day => "day",
            Grain::Week => "week",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::Year => "year",
            Grain::Decade => "decade",
            Grain::Century => "century",
            Grain::Vague => "vague",
        }
    }
}

/// A time expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Time {
    /// One of `Date`, `Time`, `Duration`, `Set`.
    pub kind: Kind,
    /// The TIMEX3 value: `2022-03-01`, `2022-W09`, `P10Y`, `PAST_REF`, `XXXX-WXX-2` for a Tuesday nothing anchors.
    pub timex: String,
    /// First day it covers; `None` when open or unanchored.
    pub from: Option<Date>,
    /// Last day it covers, included; `None` when open or unanchored.
    pub to: Option<Date>,
    /// How exact it is.
    pub grain: Grain,
    /// Other readings, as first and last day (02/03/2022 is 2 March and 3 February).
    pub readings: Vec<(Date, Date)>,
    /// First and last minute of the day it covers, counted from midnight; a night runs past 1440.
    pub clock: Option<(u16, u16)>,
    /// Whether the clock may be of the other half of the day: "at 4:12", where nothing tells a.m. from p.m.
    pub either_half: bool,
    /// Minutes from UTC, where the text names a zone.
    pub zone: Option<i16>,
    /// Shortest and longest length in seconds, for a duration; without end where only the least is told.
    pub length: Option<(f64, f64)>,
    /// How many times it is in each period, for what recurs: 2 of "twice a month".
    pub times: Option<u32>,
}

impl Time {
    /// A day.
    pub fn of_day(day: Date) -> Self {
        let (from, to) = (Some(day), Some(day));
        let bare = Time::bare(Kind::Date, day.to_string(), Grain::Day);
        Time { from, to, ..bare }
    }

    /// A value that lies on no known day.
    fn bare(kind: Kind, timex: String, grain: Grain) -> Self {
        Time {
            kind,
            timex,
            from: None,
            to: None,
            grain,
            readings: Vec::new(),
            clock: None,
            either_half: false,
            zone: None,
            length: None,
            times: None,
        }
    }
}

/// The normal form in one line, as corpora and listings show it.
impl std::fmt::Display for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.timex)
    }
}

/// How many days `to` lies after `from`; fewer than none if it lies before.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// Finds the time expressions of a document.
pub fn read(document: &Document<'_>, found: &mut Vec<Found>) {
    let terms = lexicon::terms(document);
    if terms.iter().all(|term| *term == Term::None) {
        return;
    }
    let mut story = Story::new(anchor::anchor_of(document, &terms));
    if story.anchor.is_none() {
        story.about = stated::month(document, &terms);
    }
    for (index, sentence) in document.sentences.iter().enumerate() {
        story.sentence = index;
        if let Some(day) = stated::dateline_day(document, &terms, index, story.nearby()) {
            story.move_to(day);
        }
        let post = sentence
            .post
            .and_then(|post| anchor::post_day_of(document, &terms, post));
        match post {
            Some(day) => read_sentence(document, &terms, sentence, &mut Story::at(day), found),
            None => read_sentence(document, &terms, sentence, &mut story, found),
        }
    }
}

fn read_sentence(
    document: &Document<'_>,
    terms: &[Term],
    sentence: &Sentence,
    story: &mut Story,
    found: &mut Vec<Found>,
) {
    let c = Cursor {
        document,
        terms,
        start: sentence.tokens.start,
        end: sentence.tokens.end,
    };
    let earlier = found.len();
    let mut at = c.start;
    while let Some(next) = c.next_term(at) {
        at = next;
        let read = phrase::opens(&c, at).then(|| phrase::read(&c, at));
        let Some((expr, end)) = read.flatten() else {
            at += 1;
            continue;
        };
        let tense = tense::of(&c, at, end);
        let earlier_day = found.get(earlier..).and_then(<[Found]>::last);
        let time = beside::beside(&c, (&expr, at, end), tense, story, earlier_day)
            .or_else(|| resolve::resolve(&expr, tense, story));
        if let Some(time) = time {
            if !stated::is_stamp(&c, at) {
                story.tell(&time, tense::is_spoken(&c, at));
            }
            give_day(&c, &time, at, &mut found[earlier..]);
            let mut time = hour::moved(&c, open::opened(&c, time, at, end), at, end);
            if c.term(at) == Term::Overnight && end == at + 1 {
                add_night_before(&mut time);
            }
            found.push(Found {
                tokens: at..end,
                value: Value::Time(time),
            });
        }
        at = end.max(at + 1);
    }
}

/// "overnight" is the night that begins on the day of publication or the one that ends on it.
fn add_night_before(time: &mut Time) {
    if let Some(day) = time.from.and_then(|day| day.yesterday().ok()) {
        time.readings.push((day, day));
    }
}

/// "at 04:12 (01:12 GMT) on Tuesday": the day goes to the clock times right before it, brackets and "on" apart.
fn give_day(c: &Cursor<'_>, day: &Time, mut start: usize, earlier: &mut [Found]) {
    if day.kind != Kind::Date || day.grain != Grain::Day || day.from.is_none() || day.from != day.to
    {
        return;
    }
    for found in earlier.iter_mut().rev() {
        let Value::Time(time) = &mut found.value else {
            return;
        };
        let between = found.tokens.end..start;
        let joined = between
            .clone()
            .all(|at| c.term(at) == Term::On || cursor::is_bracket(c, at));
        if !joined || time.clock.is_none() || !time.timex.starts_with('T') {
            return;
        }
        time.timex = format!("{}{}", day.timex, time.timex);
        (time.from, time.to) = (day.from, day.to);
        start = found.tokens.start;
    }
}
