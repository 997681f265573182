//! Texts whose values somebody marked who saw nothing of the program: times, numbers, and what reports of shootings tell.
//!
//! Of each sort there are two files in `tests/gold/`: what is wrong in `practice` was read and mended, `held-out` is only counted. The
//! figures are printed with `cargo test --test it -- texts --nocapture`.

#![expect(
    clippy::print_stdout,
    reason = "the figures are shown to whoever asks for them"
)]

use serde::Deserialize;
use std::collections::BTreeSet;
use twosource::claim::{Account, Certainty, extract};
use twosource::document::Document;
use twosource::rule::{RuleSet, built_in, compile};
use twosource::text::{Part, Source};
use twosource::value::{Kind, Quantity, Value};

/// A text with its marks.
#[derive(Deserialize)]
struct Marked {
    published: String,
    text: String,
    gold: Vec<Mark>,
    /// Values of which it is open whether they should be read.
    #[serde(default)]
    open: Vec<Mark>,
}

/// A marked value: bytes of the text, and what they mean. Of a time `value` is its TIMEX3 value.
#[derive(Deserialize)]
struct Mark {
    start: u32,
    end: u32,
    kind: Option<String>,
    value: Option<serde_json::Value>,
    low: Option<f64>,
    high: Option<f64>,
}

/// A report of a shooting and what was so.
#[derive(Deserialize)]
struct Incident {
    articles: Vec<Report>,
    gold: Facts,
}

#[derive(Deserialize)]
struct Report {
    title: String,
    published: String,
    text: String,
}

#[derive(Deserialize)]
struct Facts {
    date: String,
    people: Vec<Person>,
}

#[derive(Deserialize)]
struct Person {
    #[serde(rename = "type")]
    part: String,
    name: Option<String>,
}

/// What was read of a file's marks.
#[derive(Debug, Default, PartialEq, Eq)]
struct Read {
    marked: usize,
    found: usize,
    right: usize,
    /// Values where nothing is marked.
    extra: usize,
}

/// What must be read at least, and at most beside it: floors to be raised and a ceiling to be lowered.
struct Bounds {
    found: usize,
    right: usize,
    extra: usize,
}

impl Read {
    fn hold(&self, name: &str, bounds: &Bounds) {
        println!(
            "{name}: {} marked, {} found, {} right, {} beside",
            self.marked, self.found, self.right, self.extra
        );
        let held = self.found >= bounds.found && self.right >= bounds.right;
        assert!(held && self.extra <= bounds.extra, "{name}: {self:?}");
    }
}

fn lines<'a, T: Deserialize<'a>>(text: &'a str) -> Vec<T> {
    let parsed = text.lines().map(serde_json::from_str);
    parsed.collect::<Result<_, _>>().expect("a line of JSON")
}

/// Reads a file and counts which marks a value of the wanted kinds overlaps, and which it equals.
fn read(
    text: &str,
    rules: &RuleSet,
    wanted: impl Fn(Kind) -> bool,
    equals: impl Fn(&Mark, &Value) -> bool,
) -> Read {
    let mut sum = Read::default();
    for marked in lines::<Marked>(text) {
        let mut source = Source::new("text", marked.text.clone());
        source.published = Some(marked.published.clone());
        let account = extract(Document::parse(&source), rules);
        let mentions = account.mentions.iter();
        let read: Vec<_> = mentions
            .filter(|m| wanted(m.value.kind()) && m.span.part == Part::Text)
            .collect();
        let beside = |mark: &Mark, m: &twosource::mention::Mention| {
            m.span.end <= mark.start || mark.end <= m.span.start
        };
        let mut taken = BTreeSet::new();
        for mark in &marked.gold {
            let overlaps = |at: &usize| !taken.contains(at) && !beside(mark, read[*at]);
            let near: Vec<usize> = (0..read.len()).filter(overlaps).collect();
            let right = near.iter().find(|at| equals(mark, &read[**at].value));
            sum.marked += 1;
            sum.found += usize::from(!near.is_empty());
            sum.right += usize::from(right.is_some());
            taken.extend(right.or(near.first()).copied());
        }
        let all = || marked.gold.iter().chain(&marked.open);
        let extra = read.iter().filter(|m| all().all(|mark| beside(mark, m)));
        sum.extra += extra.count();
    }
    sum
}

fn is_timex(mark: &Mark, value: &Value) -> bool {
    let timex = mark.value.as_ref().and_then(serde_json::Value::as_str);
    matches!(value, Value::Time(time) if Some(time.timex.as_str()) == timex)
}

/// Whether a number is of the kind that is marked and means what is marked; of a score only the kind is marked.
fn is_number(mark: &Mark, value: &Value) -> bool {
    let Value::Quantity(read) = value else {
        return false;
    };
    let kind = mark.kind.as_deref() == Some(value.kind().label());
    let number = mark.value.as_ref().and_then(serde_json::Value::as_f64);
    kind && (value.kind() == Kind::Score
        || number.map_or_else(|| is_within(mark, read), |number| is_told(read, number)))
}

fn is_told(read: &Quantity, number: f64) -> bool {
    let told = [read.nominal, read.low, read.high];
    let near = |told: f64| (told - number).abs() <= 1e-6 * number.abs().max(1.0);
    told.into_iter().flatten().any(near)
}

fn is_within(mark: &Mark, read: &Quantity) -> bool {
    let (Some(low), Some(high)) = (mark.low, mark.high) else {
        return true;
    };
    read.low.is_some_and(|least| least <= low) && read.high.is_some_and(|most| high <= most)
}

#[test]
fn times_are_read_where_others_marked_them() {
    let rules = compile(&built_in()).0;
    let times = |kind| matches!(kind, Kind::Date | Kind::Time | Kind::Duration | Kind::Set);
    let check = |name: &str, text: &str, [found, right, extra]: [usize; 3]| {
        let bounds = Bounds {
            found,
            right,
            extra,
        };
        read(text, &rules, times, is_timex).hold(name, &bounds);
    };
    check(
        "times, practice",
        include_str!("../gold/times-practice.jsonl"),
        [209, 192, 0],
    );
    check(
        "times, held out",
        include_str!("../gold/times-held-out.jsonl"),
        [201, 167, 11],
    );
}

#[test]
fn numbers_are_read_where_others_marked_them() {
    use Kind::{Age, Count, Measure, Money, Ordinal, Percent, Score};
    let rules = compile(&built_in()).0;
    let numbers = |kind| [Age, Count, Measure, Money, Ordinal, Percent, Score].contains(&kind);
    let check = |name: &str, text: &str, [found, right, extra]: [usize; 3]| {
        let bounds = Bounds {
            found,
            right,
            extra,
        };
        read(text, &rules, numbers, is_number).hold(name, &bounds);
    };
    check(
        "numbers, practice",
        include_str!("../gold/numbers-practice.jsonl"),
        [214, 209, 1],
    );
    check(
        "numbers, held out",
        include_str!("../gold/numbers-held-out.jsonl"),
        [210, 194, 18],
    );
}

/// The answers to a question of the pack `attack` about the event that an article is about.
fn answers<'a>(account: &'a Account<'_>, rules: &RuleSet, claim: &str) -> Vec<&'a Value> {
    let asked = |rule: usize| rules.claims.get(rule).is_some_and(|r| r.id == claim);
    let main = |event: usize| account.events.get(event).is_some_and(|e| e.main);
    let mine = account.claims.iter().filter(|c| {
        asked(c.rule)
            && c.event.is_some_and(main)
            && matches!(c.certainty, Certainty::Asserted | Certainty::Reported)
            && !c.negated
    });
    mine.map(|c| &c.value).collect()
}

/// Whether two names may be one person's: the same last word, and first words of which one begins the other.
fn is_same(a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let plain = name.to_lowercase().replace(['.', '"', '“', '”', ','], "");
        let words = plain.split_whitespace().map(str::to_owned);
        words
            .filter(|w| !["jr", "sr", "ii", "iii"].contains(&w.as_str()))
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let ends = a.last() == b.last();
    let begins = a
        .first()
        .zip(b.first())
        .is_some_and(|(x, y)| x.starts_with(y.as_str()) || y.starts_with(x.as_str()));
    ends && (begins || a.len() == 1 || b.len() == 1)
}

/// Counts reports whose first day is that of the shooting, and the victims found, right and beside it.
fn incidents(text: &str, rules: &RuleSet) -> (usize, Read) {
    let mut dated = 0;
    let mut sum = Read::default();
    for incident in lines::<Incident>(text) {
        for report in &incident.articles {
            let mut source = Source::new("report", report.text.clone());
            source.title = Some(report.title.clone());
            source.published = Some(report.published.clone());
            let account = extract(Document::parse(&source), rules);
            let days = answers(&account, rules, "attack.date");
            let first = days.iter().find_map(|day| match day {
                Value::Time(time) if time.from == time.to => time.from,
                _ => None,
            });
            dated += usize::from(first.is_some_and(|d| d.to_string() == incident.gold.date));
            let people = incident.gold.people.iter().filter(|p| p.part == "Victim");
            let gold: BTreeSet<&str> = people.filter_map(|p| p.name.as_deref()).collect();
            let told = answers(&account, rules, "attack.victim");
            let told = told.into_iter().filter_map(|value| match value {
                Value::Name(name) => name.name.as_deref(),
                _ => None,
            });
            let told: BTreeSet<&str> = told.collect();
            let found = |name: &&&str| told.iter().any(|told| is_same(told, name));
            let right = |told: &&&str| gold.iter().any(|name| is_same(told, name));
            sum.marked += gold.len();
            sum.found += gold.iter().filter(found).count();
            if !gold.is_empty() {
                sum.right += told.iter().filter(right).count();
                sum.extra += told.iter().filter(|told| !right(told)).count();
            }
        }
    }
    (dated, sum)
}

#[test]
fn reports_of_shootings_give_their_days_and_victims() {
    let rules = compile(&built_in()).0;
    let check = |name: &str, text: &str, days: usize, [found, right, extra]: [usize; 3]| {
        let (dated, victims) = incidents(text, &rules);
        println!("days, {name}: {dated} of 40");
        assert!(dated >= days, "{name}: {dated} dated");
        victims.hold(
            &format!("victims, {name}"),
            &Bounds {
                found,
                right,
                extra,
            },
        );
    };
    check(
        "practice",
        include_str!("../gold/incidents-practice.jsonl"),
        35,
        [44, 47, 3],
    );
    check(
        "held out",
        include_str!("../gold/incidents-held-out.jsonl"),
        32,
        [30, 31, 5],
    );
}
