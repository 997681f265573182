//! Tables of words that are laid out while the program is compiled: one that starts reads no list.
//!
//! For lists whose words stand between spaces. Their words are ASCII: what folding does is not known at compile time.

use super::word::Word;

/// Words with a number each, which is not 0.
///
/// `SLOTS` is a power of two, at least twice the number of words: see [`slots`].
#[derive(Debug)]
pub struct WordTable<const SLOTS: usize> {
    /// Eight bits for each slot: most words of a text have none, which one look tells.
    sieve: [u8; SLOTS],
    words: [u64; SLOTS],
    /// 0 in a free slot.
    values: [u64; SLOTS],
}

/// How many slots a table of the words of `text` has.
pub const fn slots(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut words) = (0, 1);
    while at < bytes.len() {
        if bytes[at] == b' ' || bytes[at] == b'\n' {
            words += 1;
        }
        at += 1;
    }
    (words * 2_usize).next_power_of_two()
}

impl<const SLOTS: usize> WordTable<SLOTS> {
    /// A table without words.
    pub const EMPTY: Self = WordTable {
        sieve: [0; SLOTS],
        words: [0; SLOTS],
        values: [0; SLOTS],
    };

    /// Lines of a class, a tab, and words between spaces; those that begin with `#` are remarks. A word has the bits of all
    /// its classes; a class that is not among `classes` is passed over.
    pub const fn of_classes(text: &str, classes: &[(&str, u64)]) -> Self {
        let bytes = text.as_bytes();
        let mut table = Self::EMPTY;
        let mut at = 0;
        while at < bytes.len() {
            let name = at;
            while at < bytes.len() && bytes[at] != b'\t' && bytes[at] != b'\n' {
                at += 1;
            }
            let bits = if bytes[name] == b'#' || at == bytes.len() || bytes[at] == b'\n' {
                0
            } else {
                bits_of(bytes, name, at, classes)
            };
            at = if bits == 0 {
                end_of(bytes, at, b'\n', bytes.len())
            } else {
                table.add_line(bytes, at + 1, bits)
            } + 1;
        }
        table
    }

    /// Lines of a name, a tab, and words between spaces: a word has the bits of the places of its names among `names`.
    ///
    /// # Panics
    /// While the program is compiled: if a name has no line, or a line no name.
    pub const fn of_lists(text: &str, names: &[&str]) -> Self {
        let mut classes = [("", 0); MOST_LISTS];
        let mut at = 0;
        while at < names.len() {
            classes[at] = (names[at], 1 << at);
            at += 1;
        }
        assert!(
            names_of(text, &classes) == !0 >> (MOST_LISTS - names.len()),
            "a list without a line"
        );
        Self::of_classes(text, &classes)
    }

    /// Lines of a head and other words between spaces: each of the others has where the first of its lines begins, counted
    /// from 1.
    pub const fn of_rows(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut table = Self::EMPTY;
        let mut at = 0;
        while at < bytes.len() {
            let row = at as u64 + 1;
            at = end_of(bytes, at, b' ', bytes.len());
            while at < bytes.len() && bytes[at] != b'\n' {
                let (word, end) = Word::read(bytes, at + 1, bytes.len());
                let slot = table.slot(word);
                if table.values[slot] == 0 {
                    table.values[slot] = row;
                }
                at = end;
            }
            at += 1;
        }
        table
    }

    /// What the table says of a word; 0 if it does not have it.
    #[inline]
    pub fn get(&self, word: Word) -> u64 {
        let (byte, bit) = Self::bit(word);
        if self.sieve.get(byte).is_none_or(|bits| bits & bit == 0) {
            return 0;
        }
        let mut at = Self::first(word);
        loop {
            match (self.words.get(at), self.values.get(at)) {
                (_, None | Some(0)) | (None, _) => return 0,
                (Some(known), Some(value)) if *known == word.number() => return *value,
                _ => at = (at + 1) & (SLOTS - 1),
            }
        }
    }

    /// Gives a word a value; what it had before is given back.
    pub const fn set(&mut self, word: Word, value: u64) -> u64 {
        let slot = self.slot(word);
        std::mem::replace(&mut self.values[slot], value)
    }

    /// Gives a word more bits.
    pub(super) const fn add(&mut self, word: Word, bits: u64) {
        let slot = self.slot(word);
        self.values[slot] |= bits;
    }

    /// Gives the words from `from` to the end of the line these bits. Where the line ends.
    const fn add_line(&mut self, bytes: &[u8], from: usize, bits: u64) -> usize {
        let mut from = from;
        loop {
            let (word, end) = Word::read(bytes, from, bytes.len());
            self.add(word, bits);
            if end == bytes.len() || bytes[end] == b'\n' {
                return end;
            }
            from = end + 1;
        }
    }

    /// The slot of a word, or the free one that it takes now.
    const fn slot(&mut self, word: Word) -> usize {
        let (byte, bit) = Self::bit(word);
        self.sieve[byte] |= bit;
        let mut at = Self::first(word);
        while self.values[at] != 0 && self.words[at] != word.number() {
            at = (at + 1) & (SLOTS - 1);
        }
        self.words[at] = word.number();
        at
    }

    const fn first(word: Word) -> usize {
        let number = word.number();
        (number ^ (number >> 29)) as usize & (SLOTS - 1)
    }

    const fn bit(word: Word) -> (usize, u8) {
        let number = word.number();
        let mixed = number ^ (number >> 32);
        ((mixed >> 3) as usize & (SLOTS - 1), 1 << (mixed & 7))
    }
}

/// How many lists a file may have: a word has a bit for each.
const MOST_LISTS: usize = 64;

/// The bits of all names that the lines of a text have; each line must have one.
const fn names_of(text: &str, classes: &[(&str, u64)]) -> u64 {
    let bytes = text.as_bytes();
    let (mut at, mut all) = (0, 0);
    while at < bytes.len() {
        let end = end_of(bytes, at, b'\n', bytes.len());
        let tab = end_of(bytes, at, b'\t', end);
        if bytes[at] != b'#' && tab < end {
            let bits = bits_of(bytes, at, tab, classes);
            assert!(bits != 0, "a line of no list");
            all |= bits;
        }
        at = end + 1;
    }
    all
}

/// Where the first `sign` stands between `from` and `end`; `end` if none does.
pub(super) const fn end_of(bytes: &[u8], from: usize, sign: u8, end: usize) -> usize {
    let mut at = from;
    while at < end && bytes[at] != sign {
        at += 1;
    }
    at
}

/// Whether the bytes from `from` to `end` are these.
pub(super) const fn is_equal(bytes: &[u8], from: usize, end: usize, others: &[u8]) -> bool {
    let mut at = 0;
    while at < others.len() && from + at < end && bytes[from + at] == others[at] {
        at += 1;
    }
    at == others.len() && from + at == end
}

/// The bits of the class whose name stands from `from` to `end`; none if it is not among `classes`.
const fn bits_of(bytes: &[u8], from: usize, end: usize, classes: &[(&str, u64)]) -> u64 {
    let (mut bits, mut class) = (0, 0);
    while class < classes.len() {
        let (name, own) = classes[class];
        if own != 0 && is_equal(bytes, from, end, name.as_bytes()) {
            bits |= own;
        }
        class += 1;
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLASSES: &str = "# remark\nnot\tno never\nother\twho\nnot\tn't\nsaid\tno Say";

    #[test]
    fn a_word_has_the_bits_of_its_classes() {
        static TABLE: WordTable<{ slots(CLASSES) }> =
            WordTable::of_classes(CLASSES, &[("not", 1), ("said", 2)]);
        for (word, bits) in [
            ("no", 3),
            ("never", 1),
            ("n't", 1),
            ("say", 2),
            ("who", 0),
            ("remark", 0),
            ("not", 0),
        ] {
            assert_eq!(TABLE.get(Word::of(word)), bits, "{word}");
        }
    }

    #[test]
    fn a_word_of_a_row_tells_where_its_first_row_begins() {
        const ROWS: &str = "go went gone\nwind wound\nwound wounds went";
        static TABLE: WordTable<{ slots(ROWS) }> = WordTable::of_rows(ROWS);
        for (word, row) in [("went", 1), ("wound", 14), ("wounds", 25), ("go", 0)] {
            assert_eq!(TABLE.get(Word::of(word)), row, "{word}");
        }
    }

    #[test]
    fn a_full_table_has_its_own_words_and_no_others() {
        static TABLE: WordTable<8> = WordTable::of_classes("a\tb c d e", &[("a", 1)]);
        let has = |word: &&&str| TABLE.get(Word::of(word)) == 1;
        assert_eq!(["a", "b", "c", "d", "e", "f"].iter().filter(has).count(), 4);
    }
}
