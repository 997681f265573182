//! How common a word is in English news: rare words tell what a text is about, common ones do not.

use super::word::Word;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// Lines of a word and its band; see the head of the file.
const WORDS: &str = include_str!("common.tsv");

/// The rarity of a word that the table does not have: a rare word, a rare form of one, or a name.
pub const RAREST: u8 = 6;

/// How rare `word` is: 1 for "the" and "said", 5 for "dispatch" and "warned", [`RAREST`] for what the table does not
/// have. Every form of a word has its own line. Names are not in the table, nor are numbers.
pub fn rarity(word: Word) -> u8 {
    static BANDS: OnceLock<FxHashMap<Word, u8>> = OnceLock::new();
    let bands = BANDS.get_or_init(|| {
        let rows = WORDS.lines().filter_map(|row| row.split_once('\t'));
        rows.filter_map(|(word, band)| Some((Word::of(word), band.parse().ok()?)))
            .collect()
    });
    bands.get(&word).copied().unwrap_or(RAREST)
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
    fn every_line_is_a_word_in_lower_case_and_a_band() {
        for row in WORDS.lines().filter(|row| !row.starts_with('#')) {
            let (word, band) = row.split_once('\t').unwrap_or((row, ""));
            assert!(word.bytes().all(|b| b.is_ascii_lowercase()), "{word}");
            assert!(("1"..="5").contains(&band), "{word}");
        }
    }
}
