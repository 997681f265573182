//! Each comparator's examples, and that it does not care which side is which.
//!
//! `src/compare/<name>.tsv`: `left <TAB> right <TAB> verdict <TAB> reason`. A phrase is read as an article published on
//! 2022-03-02 would be and stands for the first value of the comparator's kinds in it.

use crate::read::values;
use twosource::compare::{Options, comparator};
use twosource::value::{Kind, Name, Value};

fn kinds(name: &str) -> &'static [Kind] {
    match name {
        "date" => &[Kind::Date, Kind::Time, Kind::Duration, Kind::Set],
        "number" => &[
            Kind::Count,
            Kind::Measure,
            Kind::Money,
            Kind::Percent,
            Kind::Ordinal,
            Kind::Age,
            Kind::Score,
        ],
        "person" => &[Kind::Person],
        "name" => &[Kind::Organisation, Kind::Body, Kind::Country],
        "place" => &[Kind::Place, Kind::Country],
        _ => &[],
    }
}

fn value(name: &str, phrase: &str) -> Option<Value> {
    match name {
        "choice" => Some(Value::Choice(phrase.to_owned())),
        "text" => Some(Value::Text(phrase.to_owned())),
        "role" => Some(role(phrase)),
        _ => values(phrase, "2022-03-02")
            .into_iter()
            .map(|(_, v)| v)
            .find(|v| kinds(name).contains(&v.kind())),
    }
}

/// What somebody is: "chairman of Norlund Steel".
fn role(phrase: &str) -> Value {
    let (role, of) = match phrase.split_once(" of ") {
        Some((role, of)) if role != "head" || of != "police" => (role, Some(of)),
        _ => (phrase, None),
    };
    Value::Name(Name {
        kind: Kind::Person,
        name: Some("Ann Lee".to_owned()),
        role: Some(role.to_owned()),
        of: of.map(str::to_owned),
        parts: Vec::new(),
    })
}

fn check_examples(name: &str, rows: &str, options: &Options) {
    let compare = comparator(name).expect("a listed comparator").compare;
    let mut wrong = Vec::new();
    for row in rows
        .lines()
        .filter(|row| !row.is_empty() && !row.starts_with('#'))
    {
        let columns: Vec<&str> = row.split('\t').collect();
        let [left, right, verdict, reason] = columns.as_slice() else {
            wrong.push(format!("{row}\n    not four columns"));
            continue;
        };
        let (Some(a), Some(b)) = (value(name, left), value(name, right)) else {
            wrong.push(format!("{row}\n    a side was not read"));
            continue;
        };
        let (there, back) = (compare(&a, &b, options), compare(&b, &a, options));
        if there.verdict.label() != *verdict || there.reason != *reason {
            wrong.push(format!(
                "{row}\n    {} {} ({a} / {b}) {}",
                there.verdict.label(),
                there.reason,
                there.why
            ));
        }
        if (there.verdict, there.reason) != (back.verdict, back.reason) {
            wrong.push(format!(
                "{row}\n    the other way round: {} {}",
                back.verdict.label(),
                back.reason
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn examples() {
    let plain = Options::default();
    check_examples("date", include_str!("../../src/compare/date.tsv"), &plain);
    check_examples(
        "number",
        include_str!("../../src/compare/number.tsv"),
        &plain,
    );
    check_examples(
        "person",
        include_str!("../../src/compare/person.tsv"),
        &plain,
    );
    check_examples("name", include_str!("../../src/compare/name.tsv"), &plain);
    check_examples("place", include_str!("../../src/compare/place.tsv"), &plain);
    check_examples("role", include_str!("../../src/compare/role.tsv"), &plain);
    check_examples("text", include_str!("../../src/compare/text.tsv"), &plain);
    let choice = include_str!("../../src/compare/choice.tsv");
    check_examples("choice", choice, &choice_options(choice));
}

/// The options that the second line of `choice.tsv` states:
/// `# broader: vehicle > car, truck; truck > tanker <TAB> unclear: fled/left`.
fn choice_options(rows: &str) -> Options {
    let mut options = Options::default();
    for stated in rows
        .lines()
        .nth(1)
        .unwrap_or("")
        .trim_start_matches("# ")
        .split('\t')
    {
        if let Some(list) = stated.strip_prefix("broader: ") {
            options.broader.extend(list.split("; ").filter_map(|row| {
                let (broad, narrow) = row.split_once(" > ")?;
                Some((
                    broad.to_owned(),
                    narrow.split(", ").map(str::to_owned).collect(),
                ))
            }));
        } else if let Some(list) = stated.strip_prefix("unclear: ") {
            let pairs = list.split(", ").filter_map(|pair| pair.split_once('/'));
            options
                .unclear
                .extend(pairs.map(|(a, b)| (a.to_owned(), b.to_owned())));
        }
    }
    assert!(
        !options.broader.is_empty() && !options.unclear.is_empty(),
        "no options stated"
    );
    options
}

/// The verdict on the first times in two phrases of articles without a date.
fn undated(left: &str, right: &str) -> &'static str {
    let compare = comparator("date").expect("a listed comparator").compare;
    let time = |phrase: &str| {
        let values = values(phrase, "").into_iter();
        values
            .map(|(_, value)| value)
            .find(|value| matches!(value, Value::Time(_)))
            .expect("a time")
    };
    compare(&time(left), &time(right), &Options::default())
        .verdict
        .label()
}

#[test]
fn a_night_belongs_to_two_days() {
    assert_eq!(undated("on Friday night", "early Saturday"), "compatible");
    assert_eq!(undated("on Friday night", "on Saturday"), "compatible");
    assert_eq!(
        undated("on Sunday night", "on Monday morning"),
        "compatible"
    );
    assert_eq!(undated("on Friday night", "on Saturday night"), "conflict");
    assert_eq!(
        undated("on Friday night", "on Saturday afternoon"),
        "conflict"
    );
    assert_eq!(undated("on Friday night", "early Sunday"), "conflict");
    assert_eq!(undated("on Friday", "on Saturday"), "conflict");
    assert_eq!(undated("the night of 31 May", "1 June"), "compatible");
}
