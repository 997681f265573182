//! The table of concepts, its words stemmed as the program stems those of a text.

use crate::document::{Word, digits, stem};
use std::collections::BTreeMap;
use std::fmt::Write;

const CONCEPTS: &str = include_str!("../src/statement/wording/concepts.tsv");

/// What the table says of a stem: the concept of the word by itself, and the phrases that it begins.
#[derive(Default)]
struct Row {
    word: Option<Word>,
    phrases: Vec<(Word, Vec<Word>)>,
}

/// The rows of the table, the phrases, the stems of phrases: three lists as `src/statement/wording/concept.rs` reads them.
pub(crate) fn concepts() -> String {
    let mut rows: BTreeMap<Word, Row> = BTreeMap::new();
    let written = CONCEPTS.lines().filter(|row| !row.starts_with('#'));
    for (name, ways) in written.filter_map(|row| row.split_once('\t')) {
        let name = Word::of(name);
        for way in ways.split(", ") {
            let stems = stems_of(way);
            let row = rows.entry(stems[0]).or_default();
            match stems.len() {
                1 => _ = row.word.get_or_insert(name),
                _ => row.phrases.push((name, stems)),
            }
        }
    }
    let (mut table, mut phrases, mut stems) = (String::new(), String::new(), String::new());
    let (mut phrase, mut word) = (0, 0);
    for (stem, row) in rows {
        let (stem, name) = (literal(stem), row.word.map(literal));
        let name = name.map_or("None".to_owned(), |name| format!("Some({name})"));
        let end = phrase + row.phrases.len();
        line(
            &mut table,
            &format!("Row {{ stem: {stem}, word: {name}, phrases: ({phrase}, {end}) }}"),
        );
        phrase = end;
        for (name, own) in row.phrases {
            let (name, end) = (literal(name), word + own.len());
            line(
                &mut phrases,
                &format!("Phrase {{ concept: {name}, stems: ({word}, {end}) }}"),
            );
            word = end;
            for stem in own {
                line(&mut stems, &literal(stem));
            }
        }
    }
    format!("(&[\n{table}], &[\n{phrases}], &[\n{stems}])\n")
}

/// The stems of a phrase.
pub(crate) fn stems_of(phrase: &str) -> Vec<Word> {
    phrase.split(' ').map(stem).collect()
}

fn literal(word: Word) -> String {
    format!("Word::numbered({})", digits(word))
}

fn line(list: &mut String, item: &str) {
    writeln!(list, "    {item},").expect("writing to a string");
}
