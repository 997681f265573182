//! Claims, values and sentences of one article as plain lines, for people and for `grep`.

use crate::claim::Account;
use crate::document::Document;
use crate::mention::Mention;
use crate::rule::RuleSet;
use crate::text::{Places, Source, Span, sanitise};
use std::fmt::Write;

/// The words of a span on one line.
fn words(source: &Source, span: Span) -> String {
    let words: Vec<&str> = source.slice(span).split_whitespace().collect();
    words.join(" ")
}

/// Each claim on a line: place, claim, event, value, who says so, how surely.
pub fn claims(account: &Account<'_>, rules: &RuleSet) -> String {
    let source = account.document.source;
    let places = Places::new(source);
    let mut lines = String::new();
    for claim in account.told() {
        let rule = rules.claims.get(claim.rule).map_or("", |r| r.id.as_str());
        let event = claim
            .event
            .map_or(String::new(), |e| format!(" #{}", e + 1));
        let speaker = claim
            .speaker
            .name
            .as_deref()
            .map_or(String::new(), |name| format!(", says {name}"));
        let negated = if claim.negated { ", negated" } else { "" };
        let _ = writeln!(
            lines,
            "{}\t{rule}{event}\t{}\t{}\t{}{negated}{speaker}",
            places.named(claim.span),
            words(source, claim.span),
            claim.value,
            claim.certainty.label()
        );
    }
    sanitise(&lines).into_owned()
}

/// Each mention on a line: place, kind, words, normal form.
pub fn mentions(document: &Document<'_>, mentions: &[Mention]) -> String {
    let places = Places::new(document.source);
    let mut lines = String::new();
    for mention in mentions {
        let kind = mention.value.kind().label();
        let _ = writeln!(
            lines,
            "{}\t{kind}\t{}\t{}",
            places.named(mention.span),
            words(document.source, mention.span),
            mention.value
        );
    }
    sanitise(&lines).into_owned()
}

/// Each sentence on a line: region, text.
pub fn sentences(document: &Document<'_>) -> String {
    let rows = document.sentences.iter().map(|s| {
        format!(
            "{:<12}{}\n",
            s.region.label(),
            words(document.source, s.span)
        )
    });
    sanitise(&rows.collect::<String>()).into_owned()
}
