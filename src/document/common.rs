//! How common a word is in English news: rare words tell what a text is about, common ones do not.

use super::word::Word;
use super::word_table::{WordTable, slots};

/// Lines of a band and its words; see the head of the file.
const WORDS: &str = include_str!("common.tsv");

static BANDS: WordTable<{ slots(WORDS) }> =
    WordTable::of_classes(WORDS, &[("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5)]);

/// The rarity of a word that the table does not have: a rare word, a rare form of one, or a name.
pub const RAREST: u8 = 6;

/// How rare `word` is: 1 for "the" and "said", 5 for "dispatch" and "warned", [`RAREST`] for what the table does not
/// have. Every form of a word is listed. Names are not in the table, nor are numbers.
#[inline]
pub fn rarity(word: Word) -> u8 {
    match BANDS.get(word) {
        0 => RAREST,
        band => band as u8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_told_from_rare_ones() {
        assert_eq!(rarity(Word::of("the")), 1);
        assert!((2..RAREST).contains(&rarity(Word::of("officials"))));
        assert_eq!(rarity(Word::of("lighthouse")), RAREST);
    }

    #[test]
    fn every_word_is_in_lower_case_and_in_one_band() {
        let mut seen = std::collections::HashSet::new();
        for row in WORDS.lines().filter(|row| !row.starts_with('#')) {
            let (band, words) = row.split_once('\t').unwrap_or((row, ""));
            assert!(("1"..="5").contains(&band), "{row}");
            for word in words.split(' ') {
                assert!(word.bytes().all(|b| b.is_ascii_lowercase()), "{word}");
                assert!(seen.insert(word), "{word}");
                assert_eq!(rarity(Word::of(word)).to_string(), band, "{word}");
            }
        }
    }
}
