//! The names of the gazetteer laid out while the program is compiled: which places a name of plain words names.
//!
//! A name is plain if it is of ASCII letters and spaces; the others, which have to be split as a text is,
//! are laid out by the build script.

use super::gazetteer::Level;
use crate::document::{Token, Word, WordTable};

/// The table; its head says how it is written.
const TABLE: &str = include_str!("gazetteer.tsv");

/// How many places and names it has.
const COUNTS: (usize, usize) = counts();

/// A power of two, more than twice the names.
const SLOTS: usize = (COUNTS.1 * 2).next_power_of_two();

/// What the program keeps of the table.
struct Atlas {
    places: [Row; COUNTS.0],
    names: [Name; COUNTS.1],
    /// The last name that begins with each word, counted from 1.
    heads: WordTable<SLOTS>,
    /// The place of each postal code, counted from 1.
    postal: WordTable<256>,
}

static ATLAS: Atlas = read();

/// A place as the table has it; texts by where they begin and end.
#[derive(Clone, Copy)]
struct Row {
    name: (u32, u32),
    within: (u32, u32),
    level: Level,
    weak: bool,
}

#[derive(Clone, Copy)]
struct Name {
    text: (u32, u32),
    place: u32,
    /// The name before this one with the same first word, counted from 1.
    before: u32,
}

/// A known place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The canonical name.
    pub(super) name: &'static str,
    /// How wide it is.
    pub(super) level: Level,
    /// The state or country it is part of; may be empty.
    pub(super) within: &'static str,
    /// Whether the name is also a common word or somebody's name, so that something else must show it to be a place.
    pub(super) weak: bool,
}

/// The place of a number.
pub(super) fn place(number: u32) -> Option<Place> {
    let row = ATLAS.places.get(number as usize)?;
    Some(Place {
        name: text(row.name),
        level: row.level,
        within: text(row.within),
        weak: row.weak,
    })
}

/// The place with a postal code.
pub(super) fn postal(code: Word) -> Option<Place> {
    place((ATLAS.postal.get(code) as u32).checked_sub(1)?)
}

/// Whether a plain name begins with `first`.
pub(super) fn has(first: Word) -> bool {
    ATLAS.heads.get(first) > 0
}

/// The plain names that begin with `first` and go on as `following` does: how many words they have, and their places.
pub(super) fn starting(first: Word, following: &[Token]) -> impl Iterator<Item = (usize, u32)> {
    chain(ATLAS.heads.get(first) as u32).filter_map(move |name| {
        let (from, end) = (name.text.0 as usize, name.text.1 as usize);
        let mut words = 0;
        let (_, mut at) = Word::read(TABLE.as_bytes(), from, end);
        while at < end {
            let (word, past) = Word::read(TABLE.as_bytes(), at + 1, end);
            if following.get(words)?.word != word {
                return None;
            }
            words += 1;
            at = past;
        }
        Some((1 + words, name.place))
    })
}

/// The name of a number counted from 1, and those before it that are like it.
fn chain(last: u32) -> impl Iterator<Item = &'static Name> {
    let name = |number: u32| ATLAS.names.get((number as usize).checked_sub(1)?);
    std::iter::successors(name(last), move |n| name(n.before))
}

#[inline]
fn text((from, to): (u32, u32)) -> &'static str {
    TABLE.get(from as usize..to as usize).unwrap_or("")
}

/// A walk over the names of the table.
struct Walk {
    at: usize,
    level: Level,
    within: (u32, u32),
    /// Whether the name that comes next is a further one of the same place.
    is_further: bool,
}

/// A name as the walk comes to it.
struct Step {
    text: (u32, u32),
    is_weak: bool,
    is_further: bool,
    is_plain: bool,
    code: Option<Word>,
}

impl Walk {
    const fn new() -> Walk {
        Walk {
            at: 0,
            level: Level::Unknown,
            within: (0, 0),
            is_further: false,
        }
    }

    /// The next name: `;` stands between places, `|` before a further name, `?` before a name that is a word or somebody's
    /// name too, `=XX` a postal code at the end.
    const fn next(&mut self) -> Option<Step> {
        let bytes = TABLE.as_bytes();
        while self.at == 0 || bytes[self.at - 1] == b'\n' {
            if self.at == bytes.len() {
                return None;
            }
            self.head();
        }
        if self.at >= bytes.len() {
            return None;
        }
        let is_weak = bytes[self.at] == b'?';
        let from = if is_weak { self.at + 1 } else { self.at };
        let mut end = from;
        let mut signs = PLAIN;
        while SIGNS[bytes[end] as usize] != LAST {
            signs |= SIGNS[bytes[end] as usize];
            end += 1;
        }
        let text = (from as u32, end as u32);
        let code = if bytes[end] == b'=' {
            end += 3;
            let (code, _) = Word::read(bytes, end - 2, end);
            Some(code)
        } else {
            None
        };
        let is_further = self.is_further;
        self.is_further = bytes[end] == b'|';
        self.at = end + 1;
        Some(Step {
            text,
            is_weak,
            is_further,
            is_plain: signs == PLAIN,
            code,
        })
    }

    /// Passes a remark, or the first two columns of a line.
    const fn head(&mut self) {
        let bytes = TABLE.as_bytes();
        if bytes[self.at] == b'#' {
            self.at = after(self.at, b'\n');
            return;
        }
        self.level = match bytes[self.at + 1] {
            b'i' => Level::City,
            b'o' => Level::County,
            b't' => Level::State,
            b'r' => Level::Area,
            _ => Level::Unknown,
        };
        let within = after(self.at, b'\t');
        self.at = after(within, b'\t');
        self.within = (within as u32, self.at as u32 - 1);
    }
}

/// What a byte is in a name, for a table that is looked up: the compiler walks over each byte, step by step.
const PLAIN: u8 = 0;
const ODD: u8 = 1;
const LAST: u8 = 2;
const SIGNS: [u8; 256] = {
    let mut signs = [ODD; 256];
    let mut letter = 0;
    while letter < 26 {
        signs[b'a' as usize + letter] = PLAIN;
        signs[b'A' as usize + letter] = PLAIN;
        letter += 1;
    }
    signs[b' ' as usize] = PLAIN;
    signs[b';' as usize] = LAST;
    signs[b'|' as usize] = LAST;
    signs[b'=' as usize] = LAST;
    signs[b'\n' as usize] = LAST;
    signs
};

/// One past the first `sign` from `at` on.
const fn after(at: usize, sign: u8) -> usize {
    let bytes = TABLE.as_bytes();
    let mut at = at;
    while at < bytes.len() && bytes[at] != sign {
        at += 1;
    }
    at + 1
}

const fn counts() -> (usize, usize) {
    let bytes = TABLE.as_bytes();
    let (mut at, mut places, mut further) = (0, 0, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'#' => at = after(at, b'\n') - 1,
            b';' | b'\n' => places += 1,
            b'|' => further += 1,
            _ => {}
        }
        at += 1;
    }
    (places, places + further)
}

#[expect(
    clippy::large_stack_arrays,
    reason = "the compiler makes them, on no stack"
)]
const fn read() -> Atlas {
    let no_row = Row {
        name: (0, 0),
        within: (0, 0),
        level: Level::Unknown,
        weak: false,
    };
    let no_name = Name {
        text: (0, 0),
        place: 0,
        before: 0,
    };
    let mut atlas = Atlas {
        places: [no_row; COUNTS.0],
        names: [no_name; COUNTS.1],
        heads: WordTable::EMPTY,
        postal: WordTable::EMPTY,
    };
    let mut walk = Walk::new();
    let (mut places, mut names) = (0, 0);
    while let Some(step) = walk.next() {
        if !step.is_further {
            atlas.places[places] = Row {
                name: step.text,
                within: walk.within,
                level: walk.level,
                weak: step.is_weak,
            };
            places += 1;
        }
        if let Some(code) = step.code {
            atlas.postal.set(code, places as u64);
        }
        let before = if step.is_plain {
            let (from, end) = step.text;
            let (first, _) = Word::read(TABLE.as_bytes(), from as usize, end as usize);
            atlas.heads.set(first, names as u64 + 1)
        } else {
            0
        };
        atlas.names[names] = Name {
            text: step.text,
            place: places as u32 - 1,
            before: before as u32,
        };
        names += 1;
    }
    atlas
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_known_level_and_three_columns() {
        for row in TABLE.lines().filter(|row| !row.starts_with('#')) {
            let columns: Vec<&str> = row.split('\t').collect();
            assert_eq!(columns.len(), 3, "{row}");
            let levels = ["city", "county", "state", "area", "place"];
            assert!(levels.contains(&columns[0]), "{row}");
        }
    }

    #[test]
    fn places_are_laid_out_as_the_table_has_them() {
        let names = |row: &'static str| row.rsplit('\t').next().unwrap_or("").split([';', '|']);
        let rows = TABLE.lines().filter(|row| !row.starts_with('#'));
        assert_eq!(rows.flat_map(names).count(), COUNTS.1);
        let maine = postal(Word::of("me")).map(|place| (place.name, place.within, place.level));
        assert_eq!(maine, Some(("Maine", "United States", Level::State)));
    }
}
