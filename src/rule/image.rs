//! The files that ship as bytes: their patterns, merged, and what else their claims say. Written when the program is built
//! (`build/rule/writer.rs`), read when it starts.

use super::automata::Automata;
use super::automaton::{Automaton, NameId, Numbering};
use super::class::WordClasses;
use super::file::{
    AnswersFrom, BoundTo, ClaimFile, CompareFile, EventFile, File, HowMany, NameFile,
};
use super::json::Text;
use super::merge::Held;
use super::open::Ends;
use super::purpose::Patterns;
use super::table::{NUMBER, Row, Table};
use std::borrow::Cow;

/// Everything that is known of patterns once they are merged.
pub(super) struct Image {
    pub(super) names: Vec<String>,
    pub(super) labels: Vec<String>,
    pub(super) patterns: Patterns,
    /// What the patterns of each claim hold.
    pub(super) held: Vec<Held>,
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

    /// The image and the files whose patterns it holds; none if these are no bytes of one.
    pub(super) fn read(mut self) -> Option<(Image, Vec<File<'static>>)> {
        let files = self.all(Reader::file)?;
        Some((self.image()?, files))
    }

    fn image(&mut self) -> Option<Image> {
        Some(Image {
            names: self.all(|r| r.string().map(str::to_owned))?,
            labels: self.all(|r| r.string().map(str::to_owned))?,
            patterns: Patterns {
                rows: self.table()?,
                strings: self.string()?.into(),
            },
            held: self.all(|r| {
                Some(Held {
                    capture: r.number()? as NameId,
                    per: r.optional(|r| Some(r.number()? as NameId))?,
                    counts: r.table()?,
                })
            })?,
            automata: Automata {
                always: self.automaton()?,
                awaiting: self.all(|r| Some((r.number()? as usize, r.automaton()?)))?,
                vocabulary: WordClasses {
                    classes: self.table()?,
                    slots: self.bytes.into(),
                },
            },
        })
    }

    /// A file without its patterns and its tests.
    fn file(&mut self) -> Option<File<'static>> {
        Some(File {
            id: self.text()?,
            title: self.string()?.into(),
            words: self.lists()?,
            names: self.all(|r| {
                Some(NameFile {
                    name: r.text()?,
                    kind: r.text()?,
                    also: r.all(Reader::text)?,
                })
            })?,
            event: self.optional(|r| {
                Some(EventFile {
                    told_apart_by: r.all(Reader::text)?,
                    ..EventFile::default()
                })
            })?,
            claims: self.all(Reader::claim)?,
            ..File::default()
        })
    }

    fn claim(&mut self) -> Option<ClaimFile<'static>> {
        Some(ClaimFile {
            id: self.text()?,
            ask: self.string()?.into(),
            value: self.optional(Reader::text)?,
            choices: self.lists()?,
            how_many: HowMany::ALL.get(self.number()? as usize)?.1,
            from: AnswersFrom::ALL.get(self.number()? as usize)?.1,
            today_unless: self.optional(|_| Some(Vec::new()))?,
            other_than: self.all(Reader::text)?,
            of_one: self.all(Reader::text)?,
            bound_to: BoundTo::ALL.get(self.number()? as usize)?.1,
            plans: self.flag()?,
            unnamed: self.flag()?,
            compare: self.optional(Reader::compare)?,
            on: self.all(|r| Some((r.text()?, r.text()?)))?,
            ..ClaimFile::default()
        })
    }

    fn compare(&mut self) -> Option<CompareFile<'static>> {
        Some(CompareFile {
            by: self.text()?,
            tolerance: self.optional(|r| Some(f64::from_bits(u64::read(r.numbers()?))))?,
            broader: self.lists()?,
            unclear: self.all(|r| Some((r.text()?, r.text()?)))?,
            strict: self.flag()?,
            growing: self.flag()?,
            same_speaker: self.flag()?,
            merging: self.flag()?,
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

    fn flag(&mut self) -> Option<bool> {
        self.number().map(|number| number == 1)
    }

    /// What is there or not; none if there are no such bytes.
    #[expect(clippy::option_option, reason = "the two say different things")]
    fn optional<T>(&mut self, read: impl FnOnce(&mut Reader) -> Option<T>) -> Option<Option<T>> {
        if self.flag()? {
            read(self).map(Some)
        } else {
            Some(None)
        }
    }

    fn string(&mut self) -> Option<&'static str> {
        let length = self.number()? as usize;
        let (string, rest) = self.text.split_at_checked(length)?;
        self.text = rest;
        Some(string)
    }

    /// A text whose place in its file is not kept: it has no mistake.
    fn text(&mut self) -> Option<Text<'static>> {
        Some(Text {
            text: self.string()?.into(),
            offset: 0,
        })
    }

    fn lists(&mut self) -> Option<Vec<(Text<'static>, Vec<Text<'static>>)>> {
        self.all(|r| Some((r.text()?, r.all(Reader::text)?)))
    }
}
