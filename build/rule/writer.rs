//! Merged patterns as bytes: the opposite of `src/rule/image.rs`.

use super::automaton::{Edge, NameId, Target};
use super::image::Image;
use super::need::Need;
use super::open::Ends;
use super::purpose::{Cue, Pattern, Purpose};

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
        let automaton = &image.automaton;
        self.ends(&automaton.ends);
        self.all(&automaton.forms, |w, form| w.string(form));
        self.all(&automaton.states, |w, state| {
            for (start, end) in [state.accepts, state.words, state.edges] {
                w.numbers(&[start, end]);
            }
        });
        self.all(&automaton.accepts, |w, pattern| w.numbers(&[*pattern]));
        self.all(&automaton.words, |w, edge| {
            let (tag, to) = match edge.target {
                Target::State(to) => (0, to),
                Target::Call(call) => (1, call),
                Target::Exact(exact) => (2, exact),
            };
            w.numbers(&[edge.class, tag, to]);
        });
        self.all(&automaton.edges, |w, edge| w.numbers(&numbers_of(*edge)));
        self.all(&automaton.calls, |w, call| {
            w.numbers(&[call.root, optional(call.name), call.to]);
        });
        self.all(&automaton.exact, |w, exact| {
            w.numbers(&[exact.form, exact.to]);
        });
        self.numbers(&[automaton.phrase_end, automaton.determiner]);
        self.all(&automaton.classes.classes, |w, class| w.numbers(&[*class]));
        self.bytes.extend_from_slice(&automaton.classes.slots);
    }

    fn ends(&mut self, ends: &Ends) {
        self.all(&ends.keyed, |w, first| w.numbers(&[*first]));
        self.all(&ends.ends, |w, end| {
            let second = end.second.map_or(0, |class| class + 1);
            let (needs, path) = (end.needs, end.path);
            w.numbers(&[second, needs.0, needs.1, path.0, path.1]);
        });
        self.all(&ends.needs, |w, need| match need {
            Need::Word(class) => w.numbers(&[0, *class]),
            Need::Mention(kinds) => w.numbers(&[1, kinds.0]),
        });
        self.all(&ends.paths, |w, state| w.numbers(&[*state]));
        for bits in [&ends.keys, &ends.shared] {
            self.all(bits, |w, bits| {
                w.numbers(&[*bits as u32, (*bits >> 32) as u32]);
            });
        }
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
            Purpose::Cue(cue) => {
                let place = Cue::ALL.iter().position(|(_, c)| *c == cue);
                (6, place.unwrap_or_default())
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

fn numbers_of(edge: Edge) -> [u32; 4] {
    match edge {
        Edge::Free(to) => [0, to, 0, 0],
        Edge::Gap(words, to) => [1, to, u32::from(words), 0],
        Edge::Mention(name, kinds, to) => [3, to, u32::from(name), kinds.0],
        Edge::Phrase(name, to) => [4, to, u32::from(name), 0],
        Edge::Call(call) => [5, call, 0, 0],
        Edge::CallAny(call) => [6, call, 0, 0],
    }
}
