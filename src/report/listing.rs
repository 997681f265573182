//! Claims, values and sentences of one article as plain lines, for people and for `grep`.

use crate::claim::Account;
use crate::document::Document;
use crate::mention::Mention;
use crate::rule::RuleSet;
use crate::text::{LineIndex, Part, Source, Span, sanitise};
use std::fmt::Write;

/// `file:line:column` of spans of one source.
struct Places<'s> {
    source: &'s Source,
    text: LineIndex,
}

impl Places<'_> {
    fn of(&self, span: Span) -> String {
        if span.part == Part::Title {
            return format!("{}:title", self.source.id);
        }
        let place = self.text.place(&self.source.text, span.start);
        format!("{}:{}:{}", self.source.id, place.line, place.column)
    }

    fn words(&self, span: Span) -> String {
        self.source
            .slice(span)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

fn places(source: &Source) -> Places<'_> {
    Places {
        source,
        text: LineIndex::of(source),
    }
}

/// Each claim on a line: place, claim, event, value, who says so, how surely.
pub fn claims(account: &Account<'_>, rules: &RuleSet) -> String {
    let places = places(account.document.source);
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
            places.of(claim.span),
            places.words(claim.span),
            claim.value,
            claim.certainty.label()
        );
    }
    sanitise(&lines).into_owned()
}

/// Each mention on a line: place, kind, words, normal form.
pub fn mentions(document: &Document<'_>, mentions: &[Mention]) -> String {
    let places = places(document.source);
    let mut lines = String::new();
    for mention in mentions {
        let kind = mention.value.kind().label();
        let _ = writeln!(
            lines,
            "{}\t{kind}\t{}\t{}",
            places.of(mention.span),
            places.words(mention.span),
            mention.value
        );
    }
    sanitise(&lines).into_owned()
}

/// Each sentence on a line: region, text.
pub fn sentences(document: &Document<'_>) -> String {
    let places = places(document.source);
    let rows = document
        .sentences
        .iter()
        .map(|s| format!("{:<12}{}\n", s.region.label(), places.words(s.span)));
    sanitise(&rows.collect::<String>()).into_owned()
}
