//! The files that ship as bytes: their patterns, merged, and what else their claims say. Written when the program is built
//! (`build/rule/writer.rs`), read when it starts; the claims one by one when they are asked for.

use super::automaton::automata::Automata;
use super::automaton::class::WordClasses;
use super::automaton::open::Ends;
use super::automaton::table::{NUMBER, Row, Table, Texts};
use super::automaton::{Automaton, NameId, Numbering};
use super::file::json::Text;
use super::file::{AnswersFrom, BoundTo, ClaimFile, CompareFile, File, HowMany, NameFile};
use super::merge::Held;
use super::pattern::purpose::Patterns;
use std::borrow::Cow;
use std::ops::Range;

/// Everything that is known of patterns once they are merged.
pub(super) struct Image {
    pub(super) names: Texts,
    pub(super) labels: Texts,
    pub(super) patterns: Patterns,
    pub(super) automata: Automata,
}

/// The files that ship.
pub(super) struct Shipped {
    pub(super) image: Image,
    /// The files without their events and claims.
    pub(super) files: Vec<File<'static>>,
    /// What each of them asks.
    pub(super) asked: Vec<Asked>,
    /// The claims (numbers) whose answers come from elsewhere than from patterns.
    pub(super) elsewhere: Vec<usize>,
    pub(super) claims: Lying,
}

/// The claims (numbers) of a file.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) claims: Range<usize>,
    /// If it has an event, those that tell two of them apart.
    pub(super) told_apart_by: Option<Vec<usize>>,
}

/// Claims that are left where they lie in the program's file.
#[derive(Clone, Debug, Default)]
pub(super) struct Lying {
    pub(super) places: Table<Place, 3>,
    pub(super) bytes: &'static [u8],
    pub(super) rows: &'static [u8],
    pub(super) text: &'static str,
}

/// Where the bytes, the rows and the texts of a claim begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) bytes: u32,
    pub(super) rows: u32,
    pub(super) text: u32,
}

impl Row<3> for Place {
    fn read([bytes, rows, text]: [u32; 3]) -> Self {
        Place { bytes, rows, text }
    }

    fn numbers(&self) -> [u32; 3] {
        [self.bytes, self.rows, self.text]
    }
}

/// A claim as it lies there.
pub(super) struct Lain {
    /// Its pack, by number and by id.
    pub(super) pack: (usize, &'static str),
    pub(super) file: ClaimFile<'static>,
    pub(super) held: Held,
    /// The claims (numbers) that it names.
    pub(super) other_than: Vec<usize>,
    pub(super) of_one: Vec<usize>,
}

impl Lying {
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// The claim of a number.
    pub(super) fn claim(&self, number: usize) -> Option<Lain> {
        let place = self.places.get(number)?;
        let reader = ImageReader {
            bytes: self.bytes.get(place.bytes as usize..)?,
            rows: self.rows.get(place.rows as usize..)?,
            text: self.text.get(place.text as usize..)?,
        };
        reader.lain()
    }
}

/// Reads an image where it lies in the program's file. Rows and texts are passed over unseen: of most no page is ever loaded.
pub(super) struct ImageReader {
    pub(super) bytes: &'static [u8],
    /// The rows of tables, one table after the other.
    pub(super) rows: &'static [u8],
    pub(super) text: &'static str,
}

impl ImageReader {
    /// The files that ship, their patterns merged; none if these are no bytes of them.
    pub(super) fn read(mut self) -> Option<Shipped> {
        Some(Shipped {
            files: self.all(ImageReader::file)?,
            asked: self.all(ImageReader::asked)?,
            elsewhere: self.places()?,
            claims: Lying {
                places: self.table()?,
                bytes: self.block()?,
                rows: self.block()?,
                text: self.string()?,
            },
            image: self.image()?,
        })
    }

    fn image(&mut self) -> Option<Image> {
        Some(Image {
            names: self.texts()?,
            labels: self.texts()?,
            patterns: Patterns {
                rows: self.table()?,
                strings: self.string()?.into(),
            },
            automata: Automata {
                always: self.automaton()?,
                awaiting: self.all(|r| Some((r.number()? as usize, r.automaton()?)))?,
                vocabulary: WordClasses {
                    classes: self.table()?,
                    slots: self.rows.into(),
                },
            },
        })
    }

    /// A file without its event, its claims and its patterns.
    fn file(&mut self) -> Option<File<'static>> {
        Some(File {
            id: self.text()?,
            title: self.string()?.into(),
            words: self.lists()?,
            names: self.all(|r| {
                Some(NameFile {
                    name: r.text()?,
                    kind: r.text()?,
                    also: r.all(ImageReader::text)?,
                })
            })?,
            ..File::default()
        })
    }

    fn asked(&mut self) -> Option<Asked> {
        Some(Asked {
            claims: self.number()? as usize..self.number()? as usize,
            told_apart_by: self.optional(ImageReader::places)?,
        })
    }

    fn lain(mut self) -> Option<Lain> {
        Some(Lain {
            pack: (self.number()? as usize, self.string()?),
            file: self.claim()?,
            held: Held {
                capture: self.number()? as NameId,
                per: self.optional(|r| Some(r.number()? as NameId))?,
                counts: self.table()?,
            },
            other_than: self.places()?,
            of_one: self.places()?,
        })
    }

    /// A claim without its patterns, its tests and the claims that it names.
    fn claim(&mut self) -> Option<ClaimFile<'static>> {
        Some(ClaimFile {
            id: self.text()?,
            ask: self.string()?.into(),
            value: self.optional(ImageReader::text)?,
            choices: self.lists()?,
            how_many: HowMany::ALL.get(self.number()? as usize)?.1,
            from: AnswersFrom::ALL.get(self.number()? as usize)?.1,
            today_unless: self.optional(|_| Some(Vec::new()))?,
            bound_to: BoundTo::ALL.get(self.number()? as usize)?.1,
            plans: self.flag()?,
            unnamed: self.flag()?,
            compare: self.optional(ImageReader::compare)?,
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
            exact: self.flag()?,
            growing: self.flag()?,
            passing: self.flag()?,
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

    fn all<T>(&mut self, mut read: impl FnMut(&mut ImageReader) -> Option<T>) -> Option<Vec<T>> {
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
        let (rows, rest) = self.rows.split_at_checked(count * N * NUMBER)?;
        self.rows = rest;
        Some(Table::lying_in(rows))
    }

    /// Places in a list.
    fn places(&mut self) -> Option<Vec<usize>> {
        self.all(|r| Some(r.number()? as usize))
    }

    fn texts(&mut self) -> Option<Texts> {
        Some(Texts {
            ends: self.table()?,
            text: self.string()?.into(),
        })
    }

    /// As many bytes among the rows as are said first.
    fn block(&mut self) -> Option<&'static [u8]> {
        let length = self.number()? as usize;
        let (block, rest) = self.rows.split_at_checked(length)?;
        self.rows = rest;
        Some(block)
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
    fn optional<T>(
        &mut self,
        read: impl FnOnce(&mut ImageReader) -> Option<T>,
    ) -> Option<Option<T>> {
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
        self.all(|r| Some((r.text()?, r.all(ImageReader::text)?)))
    }
}
