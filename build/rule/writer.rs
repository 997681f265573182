//! Rule files and their merged patterns as bytes: the opposite of `src/rule/image.rs`.

use super::automaton::Automaton;
use super::automaton::table::{Row, Table, Texts};
use super::file::json::Text;
use super::file::{AnswersFrom, BoundTo, ClaimFile, CompareFile, File, HowMany};
use super::image::{Image, Place};
use super::merge::Held;

/// Word lists that the engine reads itself while it runs.
const KEPT_LISTS: [&str; 4] = ["clause-break", "deictic", "whole", "besides"];

/// An image in three parts: what is read at every start, the rows of tables and the texts, which are left where they lie.
#[derive(Default)]
pub(crate) struct Writer {
    pub(crate) bytes: Vec<u8>,
    pub(crate) rows: Vec<u8>,
    pub(crate) text: String,
}

impl Writer {
    /// Writes files, all but what only their patterns and their tests need; `held` is what the patterns of each claim hold.
    pub(super) fn files(&mut self, files: &[File<'_>], held: &[Held]) {
        self.all(files, Writer::file);
        let mut packs: Vec<(&File<'_>, usize)> = Vec::new();
        for file in files {
            packs.push((file, packs.last().map_or(0, after)));
        }
        self.all(&packs, |w, (file, first)| {
            w.numbers(&[*first as u32, after(&(file, *first)) as u32]);
            let named = file.event.as_ref().map(|event| &event.told_apart_by);
            w.optional(named, |w, named| w.claims_named(file, *first, named));
        });
        let claims = packs.iter().enumerate();
        let claims = claims.flat_map(|(at, (file, first))| {
            let claims = file.claims.iter();
            claims.map(move |claim| (at, *file, *first, claim))
        });
        let elsewhere = claims.clone().zip(0..);
        let elsewhere = elsewhere.filter(|((.., claim), _)| claim.from != AnswersFrom::Patterns);
        self.places(&elsewhere.map(|(_, number)| number).collect::<Vec<_>>());
        let (mut places, mut lying) = (Vec::new(), Writer::default());
        for ((pack, file, first, claim), held) in claims.zip(held) {
            places.push(Place {
                bytes: lying.bytes.len() as u32,
                rows: lying.rows.len() as u32,
                text: lying.text.len() as u32,
            });
            lying.numbers(&[pack as u32]);
            lying.text(&file.id);
            lying.claim(claim);
            lying.held(held);
            lying.claims_named(file, first, &claim.other_than);
            lying.claims_named(file, first, &claim.of_one);
        }
        self.table(&Table::new(places));
        for part in [lying.bytes, lying.rows] {
            self.numbers(&[part.len() as u32]);
            self.rows.extend(part);
        }
        self.string(&lying.text);
    }

    /// Writes an image.
    pub(super) fn image(&mut self, image: &Image) {
        self.texts(&image.names);
        self.texts(&image.labels);
        self.table(&image.patterns.rows);
        self.string(&image.patterns.strings);
        self.automaton(&image.automata.always);
        self.all(&image.automata.awaiting, |w, (pack, automaton)| {
            w.numbers(&[*pack as u32]);
            w.automaton(automaton);
        });
        let vocabulary = &image.automata.vocabulary;
        self.table(&vocabulary.classes);
        self.rows.extend_from_slice(&vocabulary.slots);
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

    fn held(&mut self, held: &Held) {
        self.numbers(&[u32::from(held.capture)]);
        self.optional(held.per, |w, per| w.numbers(&[u32::from(per)]));
        self.table(&held.counts);
    }

    /// The claims of a file that are called so, by number; its first has the number `first`.
    fn claims_named(&mut self, file: &File<'_>, first: usize, names: &[Text<'_>]) {
        let number = |name: &Text<'_>| {
            let place = file.claims.iter().position(|c| c.id.text == name.text)?;
            Some(first + place)
        };
        self.places(&names.iter().filter_map(number).collect::<Vec<_>>());
    }

    fn places(&mut self, places: &[usize]) {
        self.all(places, |w, place| w.numbers(&[*place as u32]));
    }

    fn texts(&mut self, texts: &Texts) {
        self.table(&texts.ends);
        self.string(&texts.text);
    }

    fn table<T: Row<N>, const N: usize>(&mut self, table: &Table<T, N>) {
        self.numbers(&[table.len() as u32]);
        self.rows.extend_from_slice(&table.bytes);
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
        self.flag(compare.exact);
        self.flag(compare.growing);
        self.flag(compare.passing);
        self.flag(compare.same_speaker);
        self.flag(compare.merging);
    }
}

/// The number of the first claim after those of a file, whose first has the number that is given with it.
fn after((file, first): &(&File<'_>, usize)) -> usize {
    first + file.claims.len()
}
