//! The merged patterns of the files that ship, as bytes: written when the program is built (`build/rule/writer.rs`), read
//! when it starts.

use super::automata::Automata;
use super::automaton::{Automaton, NameId, Numbering};
use super::class::WordClasses;
use super::open::Ends;
use super::purpose::{Cue, Pattern, Purpose};
use super::table::{NUMBER, Row, Table};
use crate::document::Word;
use std::borrow::Cow;

/// Everything that is known of patterns once they are merged.
pub(super) struct Image {
    pub(super) names: Vec<String>,
    pub(super) labels: Vec<String>,
    pub(super) patterns: Vec<Pattern>,
    /// The nouns of which each claim's numbers may be.
    pub(super) counts: Vec<Vec<Word>>,
    pub(super) automata: Automata,
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
        let automata = Automata {
            always: self.automaton()?,
            awaiting: self.all(|r| Some((r.number()? as usize, r.automaton()?)))?,
            vocabulary: WordClasses {
                classes: self.table()?,
                slots: self.bytes.into(),
            },
        };
        Some(Image {
            names,
            labels,
            patterns,
            counts,
            automata,
        })
    }

    fn automaton(&mut self) -> Option<Automaton> {
        Some(Automaton {
            forms: self.all(|r| r.string().map(Cow::Borrowed))?,
            states: self.table()?,
            accepts: self.table()?,
            words: self.table()?,
            edges: self.table()?,
            calls: self.table()?,
            exact: self.table()?,
            phrase_end: self.number()?,
            determiner: self.number()?,
            numbering: Numbering::read(self.numbers()?),
            ends: Ends {
                keyed: self.table()?,
                groups: self.table()?,
                each: self.table()?,
                needs: self.table()?,
                paths: self.table()?,
                roots: self.table()?,
                shared: self.table()?,
            },
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

    /// As many rows as are said first, left where they lie.
    fn table<T: Row<N>, const N: usize>(&mut self) -> Option<Table<T, N>> {
        let count = self.number()? as usize;
        let (bytes, rest) = self.bytes.split_at_checked(count * N * NUMBER)?;
        self.bytes = rest;
        Some(Table::lying_in(bytes))
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
                6 => Purpose::Doubt(at),
                7 => Purpose::NotToday(at),
                _ => Purpose::Cue(Cue::ALL.get(at)?.1),
            },
            opening: name_of(opening),
            name: self.string()?.into(),
            text: self.string()?.into(),
        })
    }
}

fn name_of(number: u32) -> Option<NameId> {
    number.checked_sub(1).map(|name| name as NameId)
}
