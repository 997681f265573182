//! Tables of phrases, split as a text is and in the order in which the program looks them up
//! (`src/document/phrase_table.rs`), as Rust code.

use crate::document::{Word, digits, tokenize};
use crate::statement::stems_of;
use crate::text::Part;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write;

/// A phrase with its words and two numbers, as the file of its table explains them.
struct Phrase {
    words: Vec<Word>,
    number: usize,
    note: usize,
}

impl Phrase {
    fn new(words: Vec<Word>, number: usize, note: usize) -> Self {
        Phrase {
            words,
            number,
            note,
        }
    }
}

/// By which of its words a phrase is looked up.
#[derive(Clone, Copy)]
enum Key {
    First,
    Last,
}

/// Every table as a static of its name, in the file of the room that reads it.
pub(crate) fn tables() -> Vec<(&'static str, String)> {
    let (after, before) = units();
    let units = written("AFTER", after, Key::First) + &written("BEFORE", before, Key::Last);
    let (people, bodies) = classes();
    let classes = written("PEOPLE", people, Key::First) + &written("BODIES", bodies, Key::First);
    vec![
        ("units.rs", units),
        ("roles.rs", written("PHRASES", roles(), Key::First)),
        ("known.rs", written("PHRASES", known(), Key::First)),
        ("countries.rs", written("NAMES", countries(), Key::First)),
        ("gazetteer.rs", written("ODD", odd_places(), Key::First)),
        ("classes.rs", classes),
        ("furniture.rs", furniture()),
        ("times.rs", written("WORDS", times(), Key::First)),
        ("contrasts.rs", written("FORMS", contrasts(), Key::First)),
        ("stance.rs", written("CUES", cues(), Key::First)),
    ]
}

/// Forms of units behind a number, and those that may stand before one, with their rows: the longest first.
fn units() -> (Vec<Phrase>, Vec<Phrase>) {
    let (mut after, mut before) = (Vec::new(), Vec::new());
    let rows = include_str!("../src/value/number/units.tsv").lines();
    for (row, line) in rows.filter(|line| !line.starts_with('#')).enumerate() {
        let columns: Vec<&str> = line.split('\t').collect();
        for form in columns[0].split('|') {
            after.push(Phrase::new(split(form), row, 0));
            if columns[4].split(' ').any(|flag| flag == "before") {
                before.push(Phrase::new(split(form), row, 0));
            }
        }
    }
    for phrases in [&mut after, &mut before] {
        phrases.sort_by_key(|phrase| Reverse(phrase.words.len()));
    }
    (after, before)
}

/// The forms of roles, the last of the table first: where the row begins, and the country, which is 0 if there is none.
fn roles() -> Vec<Phrase> {
    let table = include_str!("../src/value/name/roles.tsv");
    let mut phrases = Vec::new();
    for line in lines(table) {
        for form in forms(line) {
            let (phrase, country) = form.split_once(" @").unwrap_or((form, ""));
            let note = if country.is_empty() {
                0
            } else {
                offset(table, country)
            };
            let words = phrase.split([' ', '-']).map(Word::new).collect();
            phrases.push(Phrase::new(words, offset(table, line), note));
        }
    }
    phrases.reverse();
    phrases
}

/// The forms of known names, the last of the table first: where the row begins, and where the form does.
fn known() -> Vec<Phrase> {
    let table = include_str!("../src/value/name/known.tsv");
    let mut phrases = Vec::new();
    for line in lines(table) {
        for form in forms(line) {
            let name = form.trim_start_matches('=');
            let words = if name.contains(['-', '&', '\'', ',']) {
                split(name)
            } else {
                name.split(' ').map(Word::new).collect()
            };
            phrases.push(Phrase::new(words, offset(table, line), offset(table, form)));
        }
    }
    phrases.reverse();
    phrases
}

/// The names of countries: three times where the row begins, and one more for a demonym, two more for a seat.
fn countries() -> Vec<Phrase> {
    let table = include_str!("../src/value/place/countries.tsv");
    let mut phrases = Vec::new();
    for line in lines(table) {
        let columns: Vec<&str> = line.split('\t').collect();
        let mut add = |name: &str, form: usize| {
            phrases.push(Phrase::new(split(name), offset(table, line) * 3 + form, 0));
        };
        add(columns[0].trim_start_matches('?'), 0);
        for (form, column) in columns.iter().skip(1).enumerate() {
            for name in column.split('|').filter(|name| !name.is_empty()) {
                add(name, form);
                if form == 1 && !name.ends_with(['s', 'h']) && !name.ends_with("ese") {
                    add(&format!("{name}s"), 1);
                }
            }
        }
    }
    phrases
}

/// The names of the gazetteer that are not of plain words ("N.H."), with the numbers of their places.
fn odd_places() -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let mut place = 0;
    for line in lines(include_str!("../src/value/place/gazetteer.tsv")) {
        let places = line.rsplit('\t').next().unwrap_or("");
        for names in places.split(';') {
            for name in names.split('|') {
                let name = name.split('=').next().unwrap_or("");
                let name = name.trim_start_matches('?');
                if !is_plain(name) {
                    phrases.push(Phrase::new(split(name), place, 0));
                }
            }
            place += 1;
        }
    }
    phrases
}

/// Words for people and for bodies with the numbers of their classes: each phrase is one word, however it is hyphenated.
fn classes() -> (Vec<Phrase>, Vec<Phrase>) {
    let (mut people, mut bodies) = (Vec::new(), Vec::new());
    let rows = lines(include_str!("../src/compare/roles.tsv"));
    let rows = rows.filter(|line| line.starts_with("p\t") || line.starts_with("o\t"));
    for (class, line) in rows.enumerate() {
        let columns: Vec<&str> = line.split('\t').collect();
        let others = columns[3].split('|').filter(|form| !form.is_empty());
        for form in std::iter::once(columns[1]).chain(others) {
            let words = vec![Word::new(&form.replace('-', " "))];
            let phrases = if columns[0] == "p" {
                &mut people
            } else {
                &mut bodies
            };
            phrases.push(Phrase::new(words, class, 0));
        }
    }
    (people, bodies)
}

/// What lines that belong to the page hold, a table for each sign.
fn furniture() -> String {
    let signs: [(&str, &[&str]); 5] = [
        ("BEGINS", &["begins"]),
        ("OPENS", &["opens"]),
        ("CAPTION", &["caption", "credit"]),
        ("CREDIT", &["credit"]),
        ("SHOWS", &["shows"]),
    ];
    let tables = signs.map(|(name, signs)| {
        let rows = include_str!("../src/document/furniture.tsv").lines();
        let own = rows.filter_map(|row| row.split_once('\t'));
        let own = own.filter(|(sign, _)| signs.contains(sign));
        let phrases = own.map(|(_, phrase)| Phrase::new(split(phrase), 0, 0));
        written(name, phrases.collect(), Key::First)
    });
    tables.concat()
}

/// The words of times with the numbers of their rows, counted from 1, and 1 for a weak one; 0 for those that begin the names
/// of holidays.
fn times() -> Vec<Phrase> {
    let mut words: BTreeMap<Word, (usize, usize)> = BTreeMap::new();
    let rows = lines(include_str!("../src/value/date/word/words.tsv"));
    for (row, line) in (1..).zip(rows) {
        let columns: Vec<&str> = line.split('\t').collect();
        for word in columns[2].split(' ').map(Word::of) {
            if columns[0] == "weak" {
                words.entry(word).and_modify(|(_, weak)| *weak = 1);
            } else {
                words.insert(word, (row, 0));
            }
        }
    }
    for name in lines(include_str!("../src/value/date/calendar/holidays.tsv")) {
        let first = name.split([' ', '\t']).next().unwrap_or("");
        words.entry(Word::of(first)).or_default();
    }
    let words = words.into_iter();
    let phrase = |(word, (row, weak))| Phrase::new(vec![word], row, weak);
    words.map(phrase).collect()
}

/// The ways of saying what words that exclude each other mean, with the numbers of their sets, and where the meaning begins.
fn contrasts() -> Vec<Phrase> {
    let table = include_str!("../src/statement/wording/contrasts.tsv");
    let (mut sets, mut phrases) = (Vec::new(), Vec::new());
    for line in lines(table) {
        let cells: Vec<&str> = line.split('\t').collect();
        if cells[0] == "set" {
            sets.push(cells[1]);
            continue;
        }
        let own = sets.iter().position(|set| *set == cells[0]);
        let set = own.expect("a row of contrasts.tsv belongs to a set above it");
        for way in cells[2].split(',') {
            let words = way.trim_start().split(' ').map(Word::of).collect();
            phrases.push(Phrase::new(words, set, offset(table, cells[1])));
        }
    }
    phrases
}

/// The cues of short accounts, stemmed, with where their rows begin.
fn cues() -> Vec<Phrase> {
    let table = include_str!("../src/statement/stance/stance.tsv");
    let rows = lines(table).filter_map(|row| row.split_once('\t'));
    let cue = |(class, cue): (&str, &str)| Phrase::new(stems_of(cue), offset(table, class), 0);
    rows.map(cue).collect()
}

fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

/// The second column of a row, and what stands in the third between `|`.
fn forms(line: &str) -> impl Iterator<Item = &str> {
    let mut columns = line.split('\t').skip(1);
    let name = columns.next().unwrap_or("");
    let others = columns.next().unwrap_or("").split('|');
    std::iter::once(name).chain(others.filter(|form| !form.is_empty()))
}

/// Where a part of a table begins in it.
fn offset(table: &str, part: &str) -> usize {
    part.as_ptr() as usize - table.as_ptr() as usize
}

/// The words of a phrase as a text has them.
fn split(phrase: &str) -> Vec<Word> {
    if is_plain(phrase) {
        return phrase.split(' ').map(Word::of).collect();
    }
    let tokens = tokenize(phrase, Part::Text);
    tokens.iter().map(|token| token.word).collect()
}

fn is_plain(phrase: &str) -> bool {
    let mut bytes = phrase.bytes();
    bytes.all(|byte| byte.is_ascii_alphabetic() || byte == b' ')
}

/// A table as a static: phrases of one key one after the other, in the order that they have.
fn written(name: &str, mut phrases: Vec<Phrase>, key: Key) -> String {
    let key = |phrase: &Phrase| match key {
        Key::First => phrase.words[0],
        Key::Last => phrase.words[phrase.words.len() - 1],
    };
    phrases.sort_by_key(key);
    let (mut rows, mut words) = (String::new(), String::new());
    let mut end = 0;
    for phrase in &phrases {
        let (key, from) = (digits(key(phrase)), end);
        let (number, note) = (phrase.number, phrase.note);
        end += phrase.words.len();
        writeln!(
            rows,
            "    Phrase::laid({key}, ({from}, {end}), {number}, {note}),"
        )
        .expect("writing to a string");
        for word in &phrase.words {
            writeln!(words, "    Word::numbered({}),", digits(*word)).expect("writing to a string");
        }
    }
    let slots = (phrases.len() * 2).next_power_of_two();
    format!("static {name}: PhraseTable<{slots}> = PhraseTable::new(&[\n{rows}], &[\n{words}]);\n")
}
