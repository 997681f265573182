//! Which rows of the quantifier table stand behind the words of a number, for explanations.

use super::quantifier::{Meaning, table};
use crate::document::{Document, Word};
use std::ops::Range;

/// The rows of the table behind the words of a number: "numerous" and what it can mean; the longest phrase at each word.
pub fn rows_behind(document: &Document<'_>, tokens: Range<usize>) -> Vec<String> {
    let mut rows = Vec::new();
    for at in tokens.clone() {
        let Some(word) = document.word(at) else {
            continue;
        };
        let mut told = Vec::new();
        for meaning in table().meanings(word) {
            let start = if meaning.last {
                (at + 1).checked_sub(meaning.words.len())
            } else {
                Some(at)
            };
            let fits = |start: &usize| {
                *start >= tokens.start
                    && start + meaning.words.len() <= tokens.end
                    && stands(document, *start, meaning.words)
            };
            if let Some(start) = start
                .filter(fits)
                .filter(|_| !told.contains(&meaning.section))
            {
                told.push(meaning.section);
                rows.push(row(document, start, &meaning));
            }
        }
    }
    rows
}

fn stands(document: &Document<'_>, start: usize, words: &[Word]) -> bool {
    words
        .iter()
        .enumerate()
        .all(|(n, word)| document.word(start + n) == Some(*word))
}

fn row(document: &Document<'_>, start: usize, meaning: &Meaning<'_>) -> String {
    let end = |v: Option<f64>| {
        v.map_or("any".to_owned(), |v| {
            ((v * 100.0).round() / 100.0).to_string()
        })
    };
    let words = document.slice(start..start + meaning.words.len());
    let ([low, high], [least, most]) = (meaning.hard.map(end), meaning.soft.map(end));
    let section = meaning.section;
    format!(
        "\"{words}\" in the table of quantifiers ({section}): can mean {low} to {high}, commonly means {least} to {most}"
    )
}
