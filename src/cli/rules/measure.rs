//! `twosource rules stats`, `coverage` and `mutate`: how good the rules are, and on what they are silent.

use super::super::args::{CoverageArgs, MutateArgs, RulesFormat, StatsArgs};
use super::super::{Outcome, input, output};
use super::load;
use crate::compare::Verdict;
use crate::error::Error;
use crate::finding::Mode;
use crate::report::plural;
use crate::text::{Places, sanitise};
use crate::trial::{self, Change, Label, Labelled, Mutation, Score};
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::json;
use std::fmt::Write;

/// A row of a gold file.
#[derive(Deserialize)]
struct Row {
    verdict: String,
    #[serde(default)]
    accept: Vec<String>,
    quote_a: Option<String>,
    quote_b: Option<String>,
}

/// A line of a gold file, beside its articles.
#[derive(Deserialize)]
struct GoldLine {
    gold: Vec<Row>,
}

/// `twosource rules stats`.
pub(crate) fn stats(args: &StatsArgs) -> Result<Outcome, Error> {
    let mut pairs = Vec::new();
    for path in &args.gold {
        let name = path.display().to_string();
        let text = input::text_of(path)?;
        let rows = text
            .lines()
            .enumerate()
            .filter(|(_, r)| !r.trim().is_empty());
        for ((at, row), group) in rows.zip(input::groups(path)?) {
            let line: GoldLine = serde_json::from_str(row).map_err(|error| {
                let message = format!(
                    "a line of a gold file needs \"articles\" and \"gold\", a list of rows with \"verdict\", \"quote_a\" and \"quote_b\" ({error})"
                );
                Error::new(message).at(format!("{name}:{}", at + 1))
            })?;
            pairs.push(Labelled {
                id: group.id,
                articles: group.articles,
                labels: line.gold.into_iter().map(label).collect(),
            });
        }
    }
    let loaded = load(&args.rules.paths)?;
    let failed = output::complain_of_rules(&loaded);
    let scores = trial::score(&pairs, &loaded.rules);
    let text = match args.format {
        RulesFormat::Text => stats_for_people(&scores, &pairs),
        RulesFormat::Json => {
            let rows: Vec<_> = scores
                .iter()
                .map(|s| {
                    json!({"claim": s.claim, "read": s.read, "judged": s.judged, "right": s.right, "alarms": s.alarms,
                           "confirmed": s.confirmed, "met": s.met, "answered": s.answered, "noisy": s.is_noisy()})
                })
                .collect();
            let value = json!({"schema": crate::SCHEMA, "pairs": pairs.len(), "rules": rows});
            output::render(&value, super::super::args::Format::Json)
        }
    };
    output::print(&sanitise(&text))?;
    Ok(failed)
}

fn label(row: Row) -> Label {
    let verdicts = std::iter::once(&row.verdict).chain(&row.accept);
    Label {
        right: verdicts.filter_map(|v| Verdict::named(v)).collect(),
        quotes: [row.quote_a, row.quote_b],
    }
}

fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        "-".to_owned()
    } else {
        format!("{:.2}", part as f64 / whole as f64)
    }
}

fn stats_for_people(scores: &[Score], pairs: &[Labelled]) -> String {
    let mut text = format!(
        "{:<34} {:>5} {:>9} {:>7} {:>15}\n",
        "rule", "read", "precision", "recall", "alarms (right)"
    );
    for score in scores {
        let alarms = format!("{} ({})", score.alarms, score.confirmed);
        let _ = writeln!(
            text,
            "{:<34} {:>5} {:>9} {:>7} {:>15}{}",
            score.claim,
            score.read,
            share(score.right, score.judged),
            share(score.answered, score.met),
            alarms,
            if score.is_noisy() { "  noisy" } else { "" }
        );
    }
    let sum = |of: fn(&Score) -> usize| scores.iter().map(of).sum::<usize>();
    let _ = writeln!(
        text,
        "{}, {} labels: {} judged, {} right; {} raised, {} confirmed",
        plural(pairs.len(), "pair"),
        pairs.iter().map(|p| p.labels.len()).sum::<usize>(),
        plural(sum(|s| s.judged), "finding"),
        sum(|s| s.right),
        plural(sum(|s| s.alarms), "alarm"),
        sum(|s| s.confirmed)
    );
    text.push_str(
        "precision: of the findings that a label speaks of, those with its verdict (agree and compatible count as one)\n\
         recall: of the labels in whose words the rule read both articles, those it compared rightly\n\
         noisy: an alarm that no label confirms, or a precision under 0.90\n",
    );
    text
}

/// `twosource rules coverage`.
pub(crate) fn coverage(args: &CoverageArgs) -> Result<Outcome, Error> {
    let loaded = load(&args.rules.paths)?;
    let failed = output::complain_of_rules(&loaded);
    let mut text = String::new();
    let mut values = Vec::new();
    for path in &args.read.articles {
        for source in input::articles(path, args.read.input)? {
            let unread = trial::unread(&source, &loaded.rules);
            let read = unread.sentences - unread.left.len();
            let places = Places::new(&source);
            for left in &unread.left {
                let sentence = left.text.split_whitespace().collect::<Vec<_>>().join(" ");
                let mark = if left.event {
                    "event, no claim"
                } else {
                    "nothing"
                };
                let _ = writeln!(text, "{}  {mark:<15}  {sentence}", places.named(left.span));
            }
            let _ = writeln!(
                text,
                "{}: {} of {} read, {}",
                source.id,
                read,
                plural(unread.sentences, "sentence"),
                plural(unread.claims, "claim")
            );
            let left: Vec<_> = unread
                .left
                .iter()
                .map(|left| {
                    let place = places.place(left.span);
                    json!({"part": left.span.part.label(), "line": place.line, "column": place.column,
                           "sentence": left.text, "event": left.event})
                })
                .collect();
            values.push(json!({"id": source.id, "sentences": unread.sentences, "claims": unread.claims, "unread": left}));
        }
    }
    if args.format == RulesFormat::Json {
        let value = json!({"schema": crate::SCHEMA, "articles": values});
        text = output::render(&value, super::super::args::Format::Json);
    }
    output::print(&sanitise(&text))?;
    Ok(failed)
}

/// What became of a planted change: the rules that raised an alarm.
struct Fate {
    mutation: Mutation,
    caught: Vec<String>,
}

/// `twosource rules mutate`.
pub(crate) fn mutate(args: &MutateArgs) -> Result<Outcome, Error> {
    let loaded = load(&args.rules.paths)?;
    let failed = output::complain_of_rules(&loaded);
    let Some(source) = input::articles(&args.article, args.input)?
        .into_iter()
        .next()
    else {
        return Err(Error::new("there is no article in this file"));
    };
    let rules = &loaded.rules;
    let fates: Vec<Fate> = trial::plant(&source)
        .into_par_iter()
        .map(|mutation| {
            let articles = [source.clone(), mutation.source.clone()];
            let report = crate::compare("mutate", &articles, rules, Mode::Versions);
            let alarms = report.findings.iter().filter(|f| f.verdict.is_alarm());
            let mut caught: Vec<String> = alarms
                .filter_map(|f| {
                    let rule = rules.claims.get(f.rule)?;
                    Some(format!("{} ({})", rule.id, f.verdict.label()))
                })
                .collect();
            caught.sort();
            caught.dedup();
            Fate { mutation, caught }
        })
        .collect();
    let text = match args.format {
        RulesFormat::Text => fates_for_people(&source.id, &fates),
        RulesFormat::Json => {
            let rows: Vec<_> = fates
                .iter()
                .map(|f| {
                    json!({"change": f.mutation.change.label(), "line": f.mutation.place.line, "column": f.mutation.place.column,
                           "was": f.mutation.was, "now": f.mutation.now, "sentence": f.mutation.sentence, "caught": f.caught})
                })
                .collect();
            let value = json!({"schema": crate::SCHEMA, "id": source.id, "changes": rows});
            output::render(&value, super::super::args::Format::Json)
        }
    };
    output::print(&sanitise(&text))?;
    Ok(failed)
}

fn fates_for_people(id: &str, fates: &[Fate]) -> String {
    let mut text = String::new();
    for fate in fates {
        let place = fate.mutation.place;
        let caught = if fate.caught.is_empty() {
            "not seen".to_owned()
        } else {
            format!("seen by {}", fate.caught.join(", "))
        };
        let _ = writeln!(
            text,
            "{id}:{}:{}  {:<9}  {} → {}  {caught}",
            place.line,
            place.column,
            fate.mutation.change.label(),
            fate.mutation.was,
            fate.mutation.now
        );
    }
    for (label, change) in Change::ALL {
        let all = fates.iter().filter(|f| f.mutation.change == change);
        let (planted, seen) = all.fold((0, 0), |(planted, seen), f| {
            (planted + 1, seen + usize::from(!f.caught.is_empty()))
        });
        let _ = writeln!(text, "{label:<9}  {seen} of {planted} seen");
    }
    text
}
