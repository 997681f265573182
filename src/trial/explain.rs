//! Why: which pattern matched which words, what they were taken to mean, why a candidate was dropped, what decided.

use crate::align::letter;
use crate::claim::{self, Account, Claim};
use crate::compare::ComparatorRow;
use crate::finding::Finding;
use crate::report::Report;
use crate::rule::{Purpose, RuleSet, Tracer};
use crate::text::{Places, Span};
use crate::value::{Value, number};
use std::fmt::Write;

/// Explains what the rules made of articles.
pub struct Explainer<'a> {
    /// The rules.
    pub rules: &'a RuleSet,
    /// Tells how far patterns got that did not match, where asked for.
    pub tracer: Option<Tracer>,
}

impl Explainer<'_> {
    /// Everything about a claim (index into the rules) in the articles of a report.
    pub fn claim(&self, index: usize, report: &Report<'_>, text: &mut String) {
        for account in &report.accounts {
            let _ = writeln!(text, "\nin {}", account.document.source.id);
            let claims: Vec<&Claim> = account.told().filter(|c| c.rule == index).collect();
            for claim in &claims {
                self.reading(claim, account, text);
            }
            let mut dropped = claim::dropped(account, self.rules);
            dropped.retain(|d| d.rule == index);
            for dropped in &dropped {
                let span = account.document.span(dropped.tokens.clone());
                let words = words(account, span);
                let _ = writeln!(text, "  dropped \"{words}\"  {}", place(account, span));
                if let Some(pattern) = dropped.pattern {
                    self.pattern(pattern, "    ", text);
                }
                let _ = writeln!(text, "    because   {}", dropped.why.words(self.rules));
            }
            if claims.is_empty() && dropped.is_empty() {
                let _ = writeln!(text, "  no pattern of this claim matched");
                if self.tracer.is_none() {
                    let _ = writeln!(text, "  (--trace shows how far each got)");
                }
            }
            self.trace(index, account, text);
        }
        let mut findings = report
            .findings
            .iter()
            .filter(|f| f.rule == index)
            .peekable();
        if report.accounts.len() > 1 && findings.peek().is_none() {
            let _ = writeln!(text, "\nno finding: the articles give no answers that meet");
        }
        for finding in findings {
            self.finding(finding, report, false, text);
        }
    }

    /// A verdict and what it rests on; with `sides`, how each side was read.
    pub fn finding(&self, finding: &Finding, report: &Report<'_>, sides: bool, text: &mut String) {
        let _ = writeln!(
            text,
            "\n{} {} ({})",
            finding.fingerprint,
            finding.verdict.label(),
            finding.severity.label()
        );
        for side in &finding.sides {
            let Some(account) = report.accounts.get(side.member.article) else {
                continue;
            };
            let _ = writeln!(
                text,
                "  {:<9} \"{}\"  {}",
                letter(side.member.article),
                words(account, Some(side.span)),
                place(account, Some(side.span))
            );
            if sides && let Some(claim) = side.member.of(&report.accounts) {
                self.reading(claim, account, text);
            }
        }
        if let Some(rule) = self.rules.claims.get(finding.rule) {
            let why = if finding.why.is_empty() {
                String::new()
            } else {
                format!(": {}", finding.why)
            };
            let by = decided_by(finding.reason, rule.comparator);
            let _ = writeln!(text, "  decided   {by}; reason {}{why}", finding.reason);
        }
        let happening = finding
            .happening
            .and_then(|h| report.alignment.happenings.get(h));
        if let Some(happening) = happening {
            let events = happening.members.iter();
            let events: Vec<String> = events
                .map(|(article, event)| format!("{} #{}", letter(*article), event + 1))
                .collect();
            let taken = if events.len() > 1 {
                "taken as one"
            } else {
                "matched by no event of the other article"
            };
            let _ = writeln!(text, "  event     {}: {taken}", events.join(" and "));
        }
    }

    /// How one answer was read.
    fn reading(&self, claim: &Claim, account: &Account<'_>, text: &mut String) {
        let stated = if claim.is_stated() {
            "read"
        } else {
            "left aside"
        };
        let _ = writeln!(
            text,
            "  {stated} \"{}\"  {}",
            words(account, Some(claim.span)),
            place(account, Some(claim.span))
        );
        if let Some(pattern) = claim.pattern {
            self.pattern(pattern, "    ", text);
        }
        let _ = writeln!(
            text,
            "    matched   \"{}\"",
            words(account, Some(claim.evidence))
        );
        let _ = writeln!(text, "    means     {}", meaning(&claim.value));
        if let Some(thing) = claim.thing() {
            let _ = writeln!(text, "    about     {thing}");
        }
        for row in number::rows_behind(&account.document, claim.tokens.clone()) {
            let _ = writeln!(text, "    because   {row}");
        }
        if let Some(event) = claim.event.and_then(|e| account.events.get(e)) {
            let trigger = event.triggers.first();
            let _ = writeln!(
                text,
                "    event     #{}, first seen in \"{}\"",
                claim.event.map_or(0, |e| e + 1),
                words(account, trigger.map(|t| t.span))
            );
        }
        let speaker = claim.speaker.name.as_deref();
        let _ = writeln!(
            text,
            "    said by   {}{}",
            speaker.unwrap_or("the article itself"),
            match claim.speaker.voice {
                crate::claim::Voice::Article => "",
                crate::claim::Voice::Quotation => ", in a quotation",
                crate::claim::Voice::Post => ", in an embedded post",
            }
        );
        let _ = writeln!(
            text,
            "    certainty {}{}{}",
            claim.certainty.label(),
            if claim.negated { ", negated" } else { "" },
            if claim.is_stated() {
                ""
            } else {
                ": it is not compared"
            }
        );
    }

    fn pattern(&self, pattern: u32, indent: &str, text: &mut String) {
        if let Some(pattern) = self.rules.patterns.get(pattern as usize) {
            let written = if pattern.text.is_empty() {
                "the phrases of the choices"
            } else {
                pattern.text
            };
            let _ = writeln!(text, "{indent}pattern   {} {written}", pattern.name);
        }
    }

    /// Per sentence how far each pattern of the claim got that did not match.
    fn trace(&self, index: usize, account: &Account<'_>, text: &mut String) {
        let Some(tracer) = &self.tracer else {
            return;
        };
        let document = &account.document;
        for (at, sentence) in document.sentences.iter().enumerate() {
            if !sentence.region.makes_claims() {
                continue;
            }
            let reached = tracer.furthest(document, &account.mentions, at);
            let mine = reached.iter().filter(|r| {
                let pattern = self.rules.patterns.get(r.pattern as usize);
                pattern.is_some_and(|p| {
                    [
                        Purpose::Find(index),
                        Purpose::Unless(index),
                        Purpose::Doubt(index),
                    ]
                    .contains(&p.purpose)
                })
            });
            let mut mine = mine.peekable();
            if mine.peek().is_some() {
                let _ = writeln!(
                    text,
                    "  trace of {}  \"{}\"",
                    place(account, Some(sentence.span)),
                    words(account, Some(sentence.span))
                );
            }
            for reached in mine {
                let words = super::reached_in_words(self.rules, account, reached);
                let _ = writeln!(text, "    {words}");
            }
        }
    }
}

/// At which level a verdict was decided: of events, of voices, of the question, or by the comparator of values.
fn decided_by(reason: &str, comparator: &ComparatorRow) -> String {
    match reason {
        "merged-events" | "other-scope" => {
            "by the events: which of them each article gives the value to".to_owned()
        }
        "other-source" => "by who says so: another voice raises no alarm".to_owned(),
        "update" => "by the days for which the values hold".to_owned(),
        "silent" => "by the other article's silence".to_owned(),
        _ => format!(
            "by the comparator {} ({})",
            comparator.label, comparator.about
        ),
    }
}

fn words(account: &Account<'_>, span: Option<Span>) -> String {
    let text = span.map_or("", |span| account.document.source.slice(span));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn place(account: &Account<'_>, span: Option<Span>) -> String {
    let places = || Places::new(account.document.source);
    span.map_or_else(String::new, |span| places().named(span))
}

/// A value's normal form in words.
fn meaning(value: &Value) -> String {
    let kind = value.kind().label();
    match value {
        Value::Quantity(quantity) => {
            let end = |v: Option<f64>| v.map_or("any".to_owned(), |v| v.to_string());
            format!(
                "{kind} {quantity}, {}; commonly {} to {}",
                quantity.bound.label(),
                end(quantity.soft.0),
                end(quantity.soft.1)
            )
        }
        other => format!("{kind} {other}"),
    }
}
