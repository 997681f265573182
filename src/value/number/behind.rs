//! Which rows of the table of quantifiers a number rests on, for explanations.

use super::quantifier::table;
use super::words::Words;
use crate::document::Document;
use std::ops::Range;

/// The rows behind the words of a number, each as a sentence: "numerous" and what it can mean.
pub fn rows_behind(document: &Document<'_>, tokens: Range<usize>) -> Vec<String> {
    let words = Words::new(document, tokens.clone());
    let table = table();
    let mut rows = Vec::new();
    let mut add = |section: &str, at: Range<usize>, hard: Interval, soft: Interval| {
        let [low, high] = hard.map(end);
        let [least, most] = soft.map(end);
        rows.push(format!(
            "\"{}\" in the table of quantifiers ({section}): can mean {low} to {high}, commonly means {least} to {most}",
            document.slice(at)
        ));
    };
    for at in tokens {
        if let Some((row, start)) = table.before(&words, at) {
            add("before, times the number", start..at, row.hard, row.soft);
        }
        if let Some((row, end)) = table.after(&words, at) {
            add("after, times the number", at..end, row.hard, row.soft);
        }
        if let Some((row, end)) = table.vague(&words, at) {
            add("vague", at..end, row.hard, row.soft);
        }
    }
    rows
}

type Interval = [Option<f64>; 2];

/// An end of an interval in words.
fn end(value: Option<f64>) -> String {
    value.map_or_else(
        || "any".to_owned(),
        |v| ((v * 100.0).round() / 100.0).to_string(),
    )
}
