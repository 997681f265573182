//! Tables of phrases that the build script lays out (`build/phrases.rs`): one that starts reads no list.
//!
//! For lists whose phrases are split as a text is, which no constant function can do.

use super::word::Word;
use super::word_table::WordTable;

/// Phrases with two numbers each, looked up by one of their words.
///
/// `SLOTS` is a power of two, at least twice the number of words that phrases are looked up by.
#[derive(Debug)]
pub struct PhraseTable<const SLOTS: usize> {
    /// The first phrase of each key, counted from 1.
    firsts: WordTable<SLOTS>,
    phrases: &'static [Phrase],
    words: &'static [Word],
}

/// A phrase of a table; what its numbers say is for the table's own file.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// The word it is looked up by.
    pub key: Word,
    /// Where its words begin and end among those of all.
    pub words: (u32, u32),
    /// What it stands for.
    pub number: u32,
    /// What else is known of it.
    pub note: u32,
}

impl Phrase {
    /// A phrase as the build script writes it: its key by number.
    pub const fn laid(key: u64, words: (u32, u32), number: u32, note: u32) -> Self {
        Phrase {
            key: Word::numbered(key),
            words,
            number,
            note,
        }
    }
}

impl<const SLOTS: usize> PhraseTable<SLOTS> {
    /// These phrases, those of one key one after the other.
    pub const fn new(phrases: &'static [Phrase], words: &'static [Word]) -> Self {
        let mut firsts = WordTable::EMPTY;
        let mut at = phrases.len();
        while at > 0 {
            firsts.set(phrases[at - 1].key, at as u64);
            at -= 1;
        }
        PhraseTable {
            firsts,
            phrases,
            words,
        }
    }

    /// `table` with `bits` for every word that a phrase is looked up by: one look-up then tells of both.
    pub const fn marked<const OTHERS: usize>(
        &self,
        mut table: WordTable<OTHERS>,
        bits: u64,
    ) -> WordTable<OTHERS> {
        let mut at = 0;
        while at < self.phrases.len() {
            table.add(self.phrases[at].key, bits);
            at += 1;
        }
        table
    }

    /// Whether a phrase is looked up by this word.
    #[inline]
    pub fn has(&self, key: Word) -> bool {
        self.firsts.get(key) > 0
    }

    /// The phrases looked up by a word, with all their words, in the order in which the build script puts them.
    #[inline]
    pub fn of(&self, key: Word) -> impl Iterator<Item = (&'static [Word], &'static Phrase)> {
        let (phrases, words) = (self.phrases, self.words);
        let first = (self.firsts.get(key) as usize).checked_sub(1);
        let phrases = first.and_then(|first| phrases.get(first..)).unwrap_or(&[]);
        let own = phrases.iter().take_while(move |phrase| phrase.key == key);
        own.map(move |phrase| {
            let (from, end) = phrase.words;
            let words = words.get(from as usize..end as usize);
            (words.unwrap_or(&[]), phrase)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [Word; 3] = [Word::of("at"), Word::of("all"), Word::of("once")];

    const fn phrase(words: (u32, u32), number: u32) -> Phrase {
        Phrase::laid(WORDS[words.0 as usize].number(), words, number, 0)
    }

    #[test]
    fn phrases_of_one_key_come_in_their_order() {
        static TABLE: PhraseTable<4> = PhraseTable::new(
            &[phrase((0, 2), 5), phrase((0, 1), 6), phrase((2, 3), 7)],
            &WORDS,
        );
        let of = |word| {
            let found = TABLE.of(Word::of(word));
            found
                .map(|(words, phrase)| (words.len(), phrase.number))
                .collect::<Vec<_>>()
        };
        assert_eq!(of("at"), [(2, 5), (1, 6)]);
        assert_eq!(of("once"), [(1, 7)]);
        assert!(of("all").is_empty() && TABLE.has(Word::of("at")) && !TABLE.has(Word::of("all")));
    }
}
