//! The merged patterns of the files that ship, as bytes: written when the program is built (`build/rule/writer.rs`), read
//! when it starts.

use super::automaton::{
    Automaton, Beginning, Call, Edge, Exact, Kinds, NameId, State, Target, WordEdge,
};
use super::class::WordClasses;
use super::need::Need;
use super::open::{End, Ends};
use super::purpose::{Cue, Pattern, Purpose};
use super::tables;
use crate::document::Word;
use std::borrow::Cow;

/// Everything that is known of patterns once they are merged.
pub(super) struct Image {
    pub(super) names: Vec<String>,
    pub(super) labels: Vec<String>,
    pub(super) patterns: Vec<Pattern>,
    /// The nouns of which each claim's numbers may be.
    pub(super) counts: Vec<Vec<Word>>,
    pub(super) automaton: Automaton,
}

/// Reads an image where it lies in the program's file.
pub(super) struct Reader {
    bytes: &'static [u8],
    text: &'static str,
}

impl Reader {
    pub(super) fn new(bytes: &'static [u8], text: &'static str) -> Reader {
        Reader { bytes, text }
    }

    /// The image; none if these are no bytes of one.
    pub(super) fn image(mut self) -> Option<Image> {
        let names = self.all(|r| r.string().map(str::to_owned))?;
        let labels = self.all(|r| r.string().map(str::to_owned))?;
        let patterns = self.all(Reader::pattern)?;
        let counts = self.all(|r| r.all(Reader::word))?;
        let ends = self.ends()?;
        let mut automaton = Automaton {
            forms: self.all(|r| r.string().map(Box::from))?,
            states: self.rows(|[accept, after, word, last, edge, end]| State {
                accepts: (accept, after),
                words: (word, last),
                edges: (edge, end),
                waits: false,
            })?,
            accepts: self.rows(|[pattern]| pattern)?,
            words: self.rows(|[class, tag, to]| {
                let target = match tag {
                    0 => Target::State(to),
                    1 => Target::Call(to),
                    _ => Target::Exact(to),
                };
                WordEdge { class, target }
            })?,
            edges: self.all(|r| r.numbers().and_then(edge_of))?,
            calls: self.all(|r| {
                let [root, name, to] = r.numbers()?;
                let name = name_of(name);
                Some(Call { root, name, to })
            })?,
            exact: self.all(|r| {
                let [form, to] = r.numbers()?;
                Some(Exact { form, to })
            })?,
            phrase_end: self.number()?,
            determiner: self.number()?,
            classes: WordClasses {
                classes: self.rows(|[class]| class)?,
                slots: Cow::Borrowed(self.bytes),
            },
            beginning: Beginning::default(),
            ends,
        };
        for state in &mut automaton.states {
            state.waits = tables::waits(*state, &automaton.edges);
        }
        automaton.beginning = tables::beginning(&automaton);
        Some(Image {
            names,
            labels,
            patterns,
            counts,
            automaton,
        })
    }

    fn ends(&mut self) -> Option<Ends> {
        Some(Ends {
            keyed: self.rows(|[first]| first)?,
            ends: self.rows(|[second, need, needs, state, states]| End {
                second: second.checked_sub(1),
                needs: (need, needs),
                path: (state, states),
            })?,
            needs: self.rows(|[tag, what]| match tag {
                0 => Need::Word(what),
                _ => Need::Mention(Kinds(what)),
            })?,
            paths: self.rows(|[state]| state)?,
            keys: self.rows(bits)?,
            shared: self.rows(bits)?,
        })
    }

    fn all<T>(&mut self, mut read: impl FnMut(&mut Reader) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()? as usize;
        let mut items = Vec::with_capacity(count);
        for _ in 0..count {
            items.push(read(self)?);
        }
        Some(items)
    }

    /// As many rows of numbers as are said first: the large tables, read in one pass.
    fn rows<const N: usize, T>(&mut self, make: impl Fn([u32; N]) -> T) -> Option<Vec<T>> {
        let count = self.number()? as usize;
        let (bytes, rest) = self.bytes.split_at_checked(count * N * 4)?;
        self.bytes = rest;
        let row = |row: &[u8]| {
            let mut numbers = [0; N];
            for (number, bytes) in numbers.iter_mut().zip(row.chunks_exact(4)) {
                *number = bytes.try_into().map_or(0, u32::from_le_bytes);
            }
            make(numbers)
        };
        Some(bytes.chunks_exact(N * 4).map(row).collect())
    }

    fn number(&mut self) -> Option<u32> {
        let (bytes, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(u32::from_le_bytes(*bytes))
    }

    fn numbers<const N: usize>(&mut self) -> Option<[u32; N]> {
        let mut numbers = [0; N];
        for number in &mut numbers {
            *number = self.number()?;
        }
        Some(numbers)
    }

    fn word(&mut self) -> Option<Word> {
        let [low, high] = self.numbers()?;
        Some(Word::numbered(u64::from(high) << 32 | u64::from(low)))
    }

    fn string(&mut self) -> Option<&'static str> {
        let length = self.number()? as usize;
        let (string, rest) = self.text.split_at_checked(length)?;
        self.text = rest;
        Some(string)
    }

    fn pattern(&mut self) -> Option<Pattern> {
        let [tag, index, opening] = self.numbers()?;
        let at = index as usize;
        Some(Pattern {
            purpose: match tag {
                0 => Purpose::Trigger(at),
                1 => Purpose::NewOne(at),
                2 => Purpose::Find(at),
                3 => Purpose::Unless(at),
                4 => Purpose::AlsoBy(at),
                5 => Purpose::NoTrigger(at),
                _ => Purpose::Cue(Cue::ALL.get(at)?.1),
            },
            opening: name_of(opening),
            name: self.string()?.into(),
            text: self.string()?.into(),
        })
    }
}

fn bits([low, high]: [u32; 2]) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

fn name_of(number: u32) -> Option<NameId> {
    number.checked_sub(1).map(|name| name as NameId)
}

fn edge_of([tag, to, a, b]: [u32; 4]) -> Option<Edge> {
    Some(match tag {
        0 => Edge::Free(to),
        1 => Edge::Gap(a as u8, to),
        3 => Edge::Mention(a as NameId, Kinds(b), to),
        4 => Edge::Phrase(a as NameId, to),
        5 => Edge::Call(to),
        6 => Edge::CallAny(to),
        _ => return None,
    })
}
