//! Merged patterns as bytes: the opposite of `src/rule/image.rs`.

use super::automaton::{Automaton, NameId};
use super::image::Image;
use super::purpose::{Cue, Pattern, Purpose};
use super::table::{Row, Table};

/// The bytes of an image, and its texts, one after the other.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) bytes: Vec<u8>,
    pub(super) text: String,
}

impl Writer {
    /// Writes an image.
    pub(super) fn image(&mut self, image: &Image) {
        self.all(&image.names, |w, name| w.string(name));
        self.all(&image.labels, |w, label| w.string(label));
        self.all(&image.patterns, Writer::pattern);
        self.all(&image.counts, |w, nouns| {
            w.all(nouns, |w, noun| {
                let number = noun.number();
                w.numbers(&[number as u32, (number >> 32) as u32]);
            });
        });
        self.automaton(&image.automata.always);
        self.all(&image.automata.awaiting, |w, (pack, automaton)| {
            w.numbers(&[*pack as u32]);
            w.automaton(automaton);
        });
        let vocabulary = &image.automata.vocabulary;
        self.table(&vocabulary.classes);
        self.bytes.extend_from_slice(&vocabulary.slots);
    }

    fn automaton(&mut self, automaton: &Automaton) {
        self.all(&automaton.forms, |w, form| w.string(form));
        self.table(&automaton.states);
        self.table(&automaton.accepts);
        self.table(&automaton.words);
        self.table(&automaton.edges);
        self.table(&automaton.calls);
        self.table(&automaton.exact);
        self.numbers(&[automaton.phrase_end, automaton.determiner]);
        self.numbers(&automaton.numbering.numbers());
        let ends = &automaton.ends;
        self.table(&ends.keyed);
        self.table(&ends.groups);
        self.table(&ends.each);
        self.table(&ends.needs);
        self.table(&ends.paths);
        self.table(&ends.roots);
        self.table(&ends.shared);
    }

    fn table<T: Row<N>, const N: usize>(&mut self, table: &Table<T, N>) {
        self.numbers(&[table.len() as u32]);
        self.bytes.extend_from_slice(&table.bytes);
    }

    fn all<T>(&mut self, items: &[T], write: impl Fn(&mut Writer, &T)) {
        self.numbers(&[items.len() as u32]);
        for item in items {
            write(self, item);
        }
    }

    fn numbers(&mut self, numbers: &[u32]) {
        let bytes = numbers.iter().flat_map(|number| number.to_le_bytes());
        self.bytes.extend(bytes);
    }

    fn string(&mut self, string: &str) {
        self.numbers(&[string.len() as u32]);
        self.text.push_str(string);
    }

    fn pattern(&mut self, pattern: &Pattern) {
        let (tag, index) = match pattern.purpose {
            Purpose::Trigger(pack) => (0, pack),
            Purpose::NewOne(pack) => (1, pack),
            Purpose::Find(claim) => (2, claim),
            Purpose::Unless(claim) => (3, claim),
            Purpose::AlsoBy(pack) => (4, pack),
            Purpose::NoTrigger(pack) => (5, pack),
            Purpose::Doubt(claim) => (6, claim),
            Purpose::NotToday(claim) => (7, claim),
            Purpose::Cue(cue) => {
                let place = Cue::ALL.iter().position(|(_, c)| *c == cue);
                (8, place.unwrap_or_default())
            }
        };
        self.numbers(&[tag, index as u32, optional(pattern.opening)]);
        self.string(&pattern.name);
        self.string(&pattern.text);
    }
}

/// A name that may be missing, as a number.
fn optional(name: Option<NameId>) -> u32 {
    name.map_or(0, |name| u32::from(name) + 1)
}
