//! `twosource rules list` and `twosource rules show`: which rules are in force and where they come from.

use super::super::args::{ListArgs, RulesFormat, ShowArgs};
use super::super::{Outcome, output};
use super::{Loaded, load_with_tests, strays};
use crate::compare::Verdict;
use crate::error::Error;
use crate::report::plural;
use crate::rule::{BoundTo, ClaimRule, HowMany, Purpose, RuleSet};
use crate::text::sanitise;
use serde_json::json;
use std::fmt::Write;

/// `twosource rules list`.
pub(crate) fn list(args: &ListArgs) -> Result<Outcome, Error> {
    let loaded = load_with_tests(&args.rules.paths)?;
    let failed = output::complain_of_rules(&loaded);
    for stray in strays() {
        output::note(&stray.to_string());
    }
    let text = match args.format {
        RulesFormat::Text => packs(&loaded),
        RulesFormat::Json => as_json(&loaded.rules),
    };
    output::print(&sanitise(&text))?;
    Ok(failed)
}

fn packs(loaded: &Loaded) -> String {
    let rules = &loaded.rules;
    let mut text = String::new();
    for (at, pack) in rules.packs.iter().enumerate() {
        let _ = writeln!(text, "{}  {}  ({})", pack.id, pack.title, pack.origin);
        for (id, old, _) in &rules.overridden {
            if *id == pack.id {
                let _ = writeln!(text, "  replaces {old}");
            }
        }
        let claims = rules.claims.iter().enumerate();
        for (index, claim) in claims.filter(|(_, c)| c.pack == at) {
            let finds = of(rules, Purpose::Find(index)).count();
            let _ = writeln!(
                text,
                "  {:<32} {:<12} {:<13} {:<9} {}",
                claim.id,
                claim.kind.label(),
                plural(finds, "pattern"),
                plural(claim.tests.len(), "test"),
                claim.ask
            );
        }
    }
    let _ = writeln!(
        text,
        "{}, {}, {}",
        plural(rules.packs.len(), "rule file"),
        plural(rules.claims.len(), "claim"),
        plural(rules.patterns.len(), "pattern")
    );
    text
}

fn as_json(rules: &RuleSet) -> String {
    let packs: Vec<_> = rules
        .packs
        .iter()
        .enumerate()
        .map(|(at, pack)| {
            let claims = rules.claims.iter().enumerate().filter(|(_, c)| c.pack == at);
            let claims: Vec<_> = claims
                .map(|(index, claim)| {
                    json!({"id": claim.id, "ask": claim.ask, "value": claim.kind.label(),
                           "patterns": of(rules, Purpose::Find(index)).count(), "tests": claim.tests.len()})
                })
                .collect();
            let replaces: Vec<&str> = rules
                .overridden
                .iter()
                .filter(|(id, ..)| *id == pack.id)
                .map(|(_, old, _)| old.as_str())
                .collect();
            json!({"id": pack.id, "title": pack.title, "origin": pack.origin, "replaces": replaces, "claims": claims})
        })
        .collect();
    let value = json!({"schema": crate::SCHEMA, "packs": packs});
    output::render(&value, super::super::args::Format::Json)
}

/// The patterns that serve a purpose.
fn of(rules: &RuleSet, purpose: Purpose) -> impl Iterator<Item = &str> {
    let patterns = rules.patterns.iter();
    patterns.filter(move |p| p.purpose == purpose).map(|p| {
        if p.text.is_empty() {
            "(the phrases of the choices)"
        } else {
            p.text
        }
    })
}

/// `twosource rules show`.
pub(crate) fn show(args: &ShowArgs) -> Result<Outcome, Error> {
    let loaded = load_with_tests(&args.rules.paths)?;
    let failed = output::complain_of_rules(&loaded);
    let rules = &loaded.rules;
    let mut text = String::new();
    if let Some(pack) = rules.packs.iter().find(|p| p.id == args.id) {
        let file = loaded.texts.iter().find(|t| t.origin == pack.origin);
        text.push_str(file.map_or("", |f| f.text.as_ref()));
    } else {
        let index = claim_called(rules, &args.id)?;
        if let Some(claim) = rules.claims.get(index) {
            describe(rules, index, claim, &mut text);
        }
    }
    output::print(&sanitise(&text))?;
    Ok(failed)
}

/// The claim called `id`: `pack.claim`.
pub(super) fn claim_called(rules: &RuleSet, id: &str) -> Result<usize, Error> {
    let found = rules.claims.iter().position(|c| c.id == id);
    found.ok_or_else(|| {
        let ids = rules.claims.iter().map(|c| c.id.as_str());
        let ids = ids.chain(rules.packs.iter().map(|p| p.id.as_str()));
        let meant = crate::problem::nearest(id, ids);
        let meant = meant.map_or(String::new(), |m| format!(", did you mean {m}?"));
        Error::new(format!(
            "no rule is called {id}{meant} (twosource rules list names them all)"
        ))
    })
}

/// A claim rule in words.
pub(super) fn describe(rules: &RuleSet, index: usize, claim: &ClaimRule, text: &mut String) {
    let origin = rules
        .packs
        .get(claim.pack)
        .map_or("", |p| p.origin.as_ref());
    let _ = writeln!(text, "{}: {}", claim.id, claim.ask);
    let _ = writeln!(text, "  from       {origin}");
    let per = claim.per.and_then(|p| rules.names.get(usize::from(p)));
    let _ = writeln!(
        text,
        "  answer     {}{}{}",
        claim.kind.one(),
        if claim.how_many == HowMany::Many {
            ", one or more"
        } else {
            ""
        },
        per.map_or(String::new(), |p| format!(", for each {p}"))
    );
    let pack = rules.packs.get(claim.pack);
    let bound = match claim.bound_to {
        _ if pack.is_some_and(|pack| pack.event.is_none()) => "the article, whatever event",
        BoundTo::Event => "the event of the sentence, else the one told of before",
        BoundTo::EventInSentence => "an event seen in the same sentence",
        BoundTo::Article => "the article, whatever event",
    };
    let _ = writeln!(text, "  belongs to {bound}");
    let _ = writeln!(
        text,
        "  compared   as {}: {}",
        claim.comparator.label, claim.comparator.about
    );
    let weights: Vec<String> = Verdict::ALL
        .iter()
        .map(|v| format!("{} {}", v.label(), claim.severity(*v).label()))
        .collect();
    let _ = writeln!(text, "  weighs     {}", weights.join(", "));
    for (name, purpose) in [
        ("find", Purpose::Find(index)),
        ("unless", Purpose::Unless(index)),
        ("doubt", Purpose::Doubt(index)),
        ("not today", Purpose::NotToday(index)),
        ("today", Purpose::OfToday(index)),
    ] {
        for pattern in of(rules, purpose) {
            let _ = writeln!(text, "  {name:<10} {pattern}");
        }
    }
    // The tests of packs that ship are not read where a run has no use for them.
    if !claim.tests.is_empty() {
        let _ = writeln!(text, "  tests      {}", claim.tests.len());
    }
}
