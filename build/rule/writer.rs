//! Rule files and their merged patterns as bytes: the opposite of `src/rule/image.rs`.

use super::automaton::Automaton;
use super::file::{AnswersFrom, BoundTo, ClaimFile, CompareFile, File, HowMany};
use super::image::Image;
use super::json::Text;
use super::table::{Row, Table};

/// Word lists that the engine reads itself while it runs.
const KEPT_LISTS: [&str; 4] = ["clause-break", "deictic", "whole", "besides"];

/// The bytes of an image, and its texts, one after the other.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) bytes: Vec<u8>,
    pub(super) text: String,
}

impl Writer {
    /// Writes files, all but what only their patterns and their tests need.
    pub(super) fn files(&mut self, files: &[File<'_>]) {
        self.all(files, Writer::file);
    }

    /// Writes an image.
    pub(super) fn image(&mut self, image: &Image) {
        self.all(&image.names, |w, name| w.string(name));
        self.all(&image.labels, |w, label| w.string(label));
        self.table(&image.patterns.rows);
        self.string(&image.patterns.strings);
        self.all(&image.held, |w, held| {
            w.numbers(&[u32::from(held.capture)]);
            w.optional(held.per, |w, per| w.numbers(&[u32::from(per)]));
            w.table(&held.counts);
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

    fn text(&mut self, text: &Text<'_>) {
        self.string(&text.text);
    }

    fn flag(&mut self, flag: bool) {
        self.numbers(&[u32::from(flag)]);
    }

    fn optional<T>(&mut self, item: Option<T>, write: impl FnOnce(&mut Writer, T)) {
        self.flag(item.is_some());
        if let Some(item) = item {
            write(self, item);
        }
    }

    /// Which of `all` something is.
    fn one_of<T: PartialEq>(&mut self, all: &[(&str, T)], one: &T) {
        let place = all.iter().position(|(_, other)| other == one);
        self.numbers(&[place.unwrap_or_default() as u32]);
    }

    fn file(&mut self, file: &File<'_>) {
        self.text(&file.id);
        self.string(&file.title);
        let kept = file.words.iter();
        let kept = kept.filter(|(list, _)| KEPT_LISTS.contains(&list.text.as_ref()));
        self.all(&kept.collect::<Vec<_>>(), |w, (list, words)| {
            w.text(list);
            w.all(words, Writer::text);
        });
        self.all(&file.names, |w, name| {
            w.text(&name.name);
            w.text(&name.kind);
            w.all(&name.also, Writer::text);
        });
        self.optional(file.event.as_ref(), |w, event| {
            w.all(&event.told_apart_by, Writer::text);
        });
        self.all(&file.claims, Writer::claim);
    }

    fn claim(&mut self, claim: &ClaimFile<'_>) {
        self.text(&claim.id);
        self.string(&claim.ask);
        self.optional(claim.value.as_ref(), Writer::text);
        // The labels are asked for, the phrases are patterns.
        self.all(&claim.choices, |w, (label, _)| {
            w.text(label);
            w.all(&[], Writer::text);
        });
        self.one_of(&HowMany::ALL, &claim.how_many);
        self.one_of(&AnswersFrom::ALL, &claim.from);
        // Whether it is there is asked for.
        self.optional(claim.today_unless.as_ref(), |_, _| {});
        self.all(&claim.other_than, Writer::text);
        self.all(&claim.of_one, Writer::text);
        self.one_of(&BoundTo::ALL, &claim.bound_to);
        self.flag(claim.plans);
        self.flag(claim.unnamed);
        self.optional(claim.compare.as_ref(), Writer::compare);
        self.all(&claim.on, |w, (verdict, severity)| {
            w.text(verdict);
            w.text(severity);
        });
    }

    fn compare(&mut self, compare: &CompareFile<'_>) {
        self.text(&compare.by);
        self.optional(compare.tolerance, |w, tolerance| {
            w.numbers(&tolerance.to_bits().numbers());
        });
        self.all(&compare.broader, |w, (label, narrower)| {
            w.text(label);
            w.all(narrower, Writer::text);
        });
        self.all(&compare.unclear, |w, (one, other)| {
            w.text(one);
            w.text(other);
        });
        self.flag(compare.strict);
        self.flag(compare.growing);
        self.flag(compare.same_speaker);
        self.flag(compare.merging);
    }
}
