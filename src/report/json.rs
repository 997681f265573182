//! The JSON contract: what `mentions`, `read`, `extract` and `compare` write for machines.

use super::{Notice, Report, Show};
use crate::SCHEMA;
use crate::align::Sameness;
use crate::claim::Account;
use crate::compare::Verdict;
use crate::document::Document;
use crate::finding::{Finding, Side};
use crate::mention::Mention;
use crate::rule::RuleSet;
use crate::text::{Places, Span, begins_command, is_safe, is_unsafe};
use crate::value::{Kind, Name, Quantity, Time, Value};
use serde_json::{Map, Value as Json, json};
use std::fmt::Write;

/// A span as `{"part", "start", "end", "line", "column"}`.
fn place_of(places: &Places<'_>, span: Span) -> Json {
    let place = places.place(span);
    json!({"part": span.part.label(), "start": span.start, "end": span.end, "line": place.line, "column": place.column})
}

/// A JSON value as text with a line end. What may not be printed raw (and C0 is not all of it) stands as `\u` escapes, which
/// mean the same.
pub fn write(value: &Json, indented: bool) -> String {
    let text = if indented {
        serde_json::to_string_pretty(value)
    } else {
        serde_json::to_string(value)
    };
    // Serialising a value in memory fails for no value there is.
    let mut text = text.unwrap_or_default();
    if is_safe(&text) {
        text.push('\n');
        return text;
    }
    let mut safe = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        if (c != '\n' && is_unsafe(c)) || begins_command(&safe, c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(c);
        }
    }
    safe.push('\n');
    safe
}

/// The answers of `twosource compare`, indented.
pub fn indented(reports: &[Report<'_>], _: &[Notice], _: Show) -> String {
    reports.iter().map(|r| write(&compare(r), true)).collect()
}

/// The answers of `twosource compare`, a line each.
pub fn lines(reports: &[Report<'_>], _: &[Notice], _: Show) -> String {
    reports.iter().map(|r| write(&compare(r), false)).collect()
}

/// A value with `kind`, `text` as written, and the fields of its kind.
pub fn value(value: &Value, text: &str) -> Json {
    let mut map = Map::new();
    map.insert("kind".into(), value.kind().label().into());
    map.insert("text".into(), text.into());
    match value {
        Value::Time(time) => insert_time(&mut map, time),
        Value::Quantity(quantity) => insert_quantity(&mut map, quantity),
        Value::Name(name) => insert_name(&mut map, name),
        Value::Choice(label) => {
            map.insert("choice".into(), label.as_str().into());
        }
        Value::Text(_) => {}
    }
    Json::Object(map)
}

fn insert_time(map: &mut Map<String, Json>, time: &Time) {
    map.insert("timex".into(), time.timex.as_str().into());
    map.insert("from".into(), time.from.map(|day| day.to_string()).into());
    map.insert("to".into(), time.to.map(|day| day.to_string()).into());
    map.insert("grain".into(), time.grain.label().into());
    if !time.readings.is_empty() {
        let readings = time
            .readings
            .iter()
            .map(|(from, to)| json!({"from": from.to_string(), "to": to.to_string()}));
        map.insert("readings".into(), readings.collect());
    }
}

fn insert_quantity(map: &mut Map<String, Json>, quantity: &Quantity) {
    map.insert("low".into(), number(quantity.low));
    map.insert("high".into(), number(quantity.high));
    map.insert(
        "soft".into(),
        Json::Array(vec![number(quantity.soft.0), number(quantity.soft.1)]),
    );
    map.insert("nominal".into(), number(quantity.nominal));
    map.insert("bound".into(), quantity.bound.label().into());
    map.insert("unit".into(), quantity.unit.clone().into());
    map.insert("noun".into(), quantity.noun.clone().into());
    if let Some(change) = quantity.change {
        map.insert("change".into(), change.label().into());
    }
    if let Some(per) = &quantity.per {
        map.insert("per".into(), per.as_str().into());
    }
    if let Some(basis) = &quantity.basis {
        map.insert("basis".into(), basis.as_str().into());
    }
}

/// A number without a needless `.0`; `null` where open.
fn number(value: Option<f64>) -> Json {
    match value {
        Some(v) if v.fract() == 0.0 && v.abs() < 9e15 => Json::from(v as i64),
        Some(v) => Json::from(v),
        None => Json::Null,
    }
}

fn insert_name(map: &mut Map<String, Json>, name: &Name) {
    map.insert("name".into(), name.name.clone().into());
    map.insert("role".into(), name.role.clone().into());
    map.insert("of".into(), name.of.clone().into());
    if !name.parts.is_empty() {
        map.insert("parts".into(), name.parts.clone().into());
    }
}

/// The answer of `twosource mentions`.
pub fn mentions(document: &Document<'_>, mentions: &[Mention]) -> Json {
    let places = Places::new(document.source);
    let rows: Vec<Json> = mentions
        .iter()
        .map(|mention| {
            let mut row = value(&mention.value, document.source.slice(mention.span));
            row["span"] = place_of(&places, mention.span);
            row
        })
        .collect();
    json!({"schema": SCHEMA, "id": document.source.id, "mentions": rows})
}

/// The answer of `twosource read`: the text as understood.
pub fn read(document: &Document<'_>) -> Json {
    let places = Places::new(document.source);
    let sentences: Vec<Json> = document
        .sentences
        .iter()
        .map(|s| json!({"region": s.region.label(), "paragraph": s.paragraph, "span": place_of(&places, s.span), "text": document.source.slice(s.span)}))
        .collect();
    json!({"schema": SCHEMA, "id": document.source.id, "title": document.source.title, "text": document.source.text, "sentences": sentences})
}

/// The answer of `twosource extract`.
pub fn extract(account: &Account<'_>, rules: &RuleSet) -> Json {
    let source = account.document.source;
    let places = Places::new(source);
    let names = event_names(account, rules);
    let events: Vec<Json> = account
        .all_events()
        .zip(&names)
        .map(|(event, name)| {
            let triggers: Vec<Json> = event
                .triggers
                .iter()
                .map(|t| place_of(&places, t.span))
                .collect();
            let pack = rules.packs.get(event.pack).map_or("", |p| p.id.as_str());
            json!({"id": name, "type": pack, "main": event.main, "triggers": triggers})
        })
        .collect();
    let claims: Vec<Json> = account
        .told()
        .map(|claim| {
            json!({
                "claim": rules.claims.get(claim.rule).map(|r| r.id.as_str()),
                "event": claim.event.and_then(|e| names.get(e)),
                "about": claim.thing(),
                "value": value(&claim.value, source.slice(claim.span)),
                "span": place_of(&places, claim.span),
                "evidence": place_of(&places, claim.evidence),
                "quote": source.slice(claim.quote),
                "speaker": claim.speaker.name,
                "certainty": claim.certainty.label(),
                "negated": claim.negated,
                "as_of": claim.holds_as_of().map(|day| day.to_string()),
                "rule": claim.pattern.and_then(|p| rules.patterns.get(p as usize)).map(|p| p.name),
            })
        })
        .collect();
    json!({"schema": SCHEMA, "id": source.id, "events": events, "claims": claims})
}

/// The names of an account's events: type and number, `walkout-1`.
fn event_names(account: &Account<'_>, rules: &RuleSet) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (at, event) in account.all_events().enumerate() {
        let number = account
            .all_events()
            .take(at + 1)
            .filter(|e| e.pack == event.pack)
            .count();
        names.push(format!(
            "{}-{number}",
            rules.packs.get(event.pack).map_or("", |p| p.id.as_str())
        ));
    }
    names
}

/// The name of a happening: that of its event in the first article that tells of it.
fn happening_name(report: &Report<'_>, happening: usize) -> Option<String> {
    let (article, event) = report
        .alignment
        .happenings
        .get(happening)?
        .members
        .first()?;
    event_names(report.accounts.get(*article)?, report.rules)
        .get(*event)
        .cloned()
}

/// The answer of `twosource compare`.
pub fn compare(report: &Report<'_>) -> Json {
    let places: Vec<Places<'_>> = report
        .accounts
        .iter()
        .map(|a| Places::new(a.document.source))
        .collect();
    let findings: Vec<Json> = report
        .findings
        .iter()
        .map(|finding| self::finding(report, &places, finding))
        .collect();
    let count = |verdict: Verdict| {
        report
            .findings
            .iter()
            .filter(|f| f.verdict == verdict)
            .count()
    };
    let summary: Map<String, Json> = Verdict::ALL
        .into_iter()
        .map(|v| (v.label().to_owned(), count(v).into()))
        .collect();
    let alignment = &report.alignment;
    json!({
        "schema": SCHEMA,
        "id": report.id,
        "same_event": alignment.same_event.label(),
        "because": {
            "given": alignment.sameness == Sameness::Given,
            "alike": alignment.evidence.alike,
            "different": alignment.evidence.different,
        },
        "about": report.accounts.iter().map(|a| about(a, report.rules)).collect::<Vec<Json>>(),
        "findings": findings,
        "summary": summary,
    })
}

/// Who did what, where and when in the event that an article is about.
fn about(account: &Account<'_>, rules: &RuleSet) -> Json {
    let source = account.document.source;
    let told = |kind: Kind| {
        let claims = account.story.iter().flat_map(|story| &story.claims);
        let of_kind = move |rule: usize| rules.claims.get(rule).is_some_and(|r| r.kind == kind);
        claims
            .filter(move |c| of_kind(c.rule))
            .map(|c| source.slice(c.span))
    };
    json!({
        "id": source.id,
        "who": told(Kind::Person).collect::<Vec<_>>(),
        "what": told(Kind::Text).next(),
        "where": told(Kind::Place).next(),
        "when": told(Kind::Date).next(),
    })
}

fn finding(report: &Report<'_>, places: &[Places<'_>], finding: &Finding) -> Json {
    let rule = report.rules.claims.get(finding.rule);
    let sides: Vec<Json> = finding
        .sides
        .iter()
        .filter_map(|s| side(report, places, s))
        .collect();
    json!({
        "claim": rule.map(|r| r.id.as_str()),
        "question": rule.map(|r| r.ask.as_str()),
        "event": finding.happening.and_then(|h| happening_name(report, h)),
        "verdict": finding.verdict.label(),
        "reason": finding.reason,
        "severity": finding.severity.label(),
        "why": finding.why,
        "fingerprint": finding.fingerprint,
        "sides": sides,
        "accepted": report.suppressed.get(&finding.fingerprint),
    })
}

fn side(report: &Report<'_>, places: &[Places<'_>], side: &Side) -> Option<Json> {
    let claim = side.member.of(&report.accounts)?;
    let source = report.accounts.get(side.member.article)?.document.source;
    Some(json!({
        "article": side.member.article,
        "id": source.id,
        "value": value(&claim.value, source.slice(claim.span)),
        "quote": source.slice(claim.quote),
        "span": place_of(places.get(side.member.article)?, side.span),
        "speaker": claim.speaker.name,
        "other_event": side.of_another_event,
    }))
}
