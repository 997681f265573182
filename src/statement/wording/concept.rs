//! What a word stands for where two reports tell one thing in different words: "walked out" and "a strike" are one concept.
//!
//! The table joins words and phrases that reporters use for one another of the same event; a word that it does not have
//! is its own concept. Only for statements that are not the same words: where they are, words are compared as they stand.

use super::statement::Item;
use crate::document::{Word, WordTable, stem};

/// The table (`concepts.tsv`), its words stemmed when the program was built (`build/statement.rs`): rows in the order of
/// their stems, phrases in that of their rows, the stems of phrases.
const TABLE: (&[Row], &[Phrase], &[Word]) = include!(concat!(env!("OUT_DIR"), "/concepts.rs"));
static ROWS: &[Row] = TABLE.0;
static PHRASES: &[Phrase] = TABLE.1;
static STEMS: &[Word] = TABLE.2;
/// The number of each stem's row, counted from 1.
static NUMBERS: WordTable<{ (TABLE.0.len() * 2).next_power_of_two() }> = numbers();

/// What a phrase weighs at least: several everyday words can be a telling phrase together ("on board"). Others weigh what
/// their words do.
const PHRASE: f32 = 2.0;

/// What an item of a statement stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::statement) struct Concept {
    /// Its name.
    pub(in crate::statement) word: Word,
    /// How much it tells.
    pub(in crate::statement) weight: f32,
}

/// The concept of every item; `None` for those that belong to the phrase before them.
pub(in crate::statement) fn concepts(items: &[Item]) -> Vec<Option<Concept>> {
    let mut found = Vec::with_capacity(items.len());
    while let Some(item) = items.get(found.len()) {
        let rest = items.get(found.len()..).unwrap_or(&[]);
        let row = row(item.stem);
        let phrases = row.into_iter().flat_map(Row::phrases);
        let fits = phrases.filter(|(stems, _)| {
            stems.len() <= rest.len() && stems.iter().zip(rest).all(|(s, i)| *s == i.stem)
        });
        if let Some((stems, concept)) = fits.max_by_key(|(stems, _)| stems.len()) {
            let told = rest.iter().take(stems.len()).map(|i| i.rarity);
            found.push(Some(Concept {
                word: concept,
                weight: told.sum::<f32>().max(PHRASE),
            }));
            found.extend((1..stems.len()).map(|_| None));
        } else {
            let word = row.and_then(|row| row.word);
            found.push(Some(Concept {
                word: word.unwrap_or(item.stem),
                weight: item.rarity,
            }));
        }
    }
    found
}

/// The concept of one word of the text.
pub(in crate::statement) fn concept(text: &str) -> Word {
    let stem = stem(text);
    row(stem).and_then(|row| row.word).unwrap_or(stem)
}

/// What the table says of a stem.
struct Row {
    stem: Word,
    /// The concept of the word by itself.
    word: Option<Word>,
    /// The phrases that begin with it.
    phrases: (usize, usize),
}

struct Phrase {
    concept: Word,
    stems: (usize, usize),
}

impl Row {
    /// The stems and the concept of each phrase that begins here.
    fn phrases(&self) -> impl Iterator<Item = (&'static [Word], Word)> {
        let (start, end) = self.phrases;
        let phrases = PHRASES.get(start..end).unwrap_or(&[]).iter();
        phrases.filter_map(|phrase| {
            let (start, end) = phrase.stems;
            Some((STEMS.get(start..end)?, phrase.concept))
        })
    }
}

fn row(stem: Word) -> Option<&'static Row> {
    ROWS.get((NUMBERS.get(stem) as usize).checked_sub(1)?)
}

const fn numbers<const SLOTS: usize>() -> WordTable<SLOTS> {
    let mut numbers = WordTable::EMPTY;
    let mut at = 0;
    while at < TABLE.0.len() {
        numbers.set(TABLE.0[at].stem, at as u64 + 1);
        at += 1;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::{Item, Word, concept, concepts, stem};
    use rustc_hash::FxHashMap;

    const CONCEPTS: &str = include_str!("concepts.tsv");

    #[test]
    fn words_for_one_thing_are_one_concept() {
        for (a, b) in [
            ("stoppage", "strikes"),
            ("jailed", "imprisonment"),
            ("blaze", "fires"),
            ("abdomen", "stomach"),
            ("sidewalks", "pavement"),
            ("adjourned", "postponement"),
            ("amputation", "amputated"),
        ] {
            assert_eq!(concept(a), concept(b), "{a} {b}");
        }
        for (a, b) in [
            ("strike", "fire"),
            ("murder", "manslaughter"),
            ("injured", "killed"),
            ("arrested", "charged"),
            ("mayor", "councillor"),
        ] {
            assert_ne!(concept(a), concept(b), "{a} {b}");
        }
    }

    #[test]
    fn a_phrase_weighs_what_its_words_do() {
        let item = |(token, word): (usize, &str)| Item {
            token,
            stem: stem(word),
            word: Word::of(word),
            rarity: 1.5,
            weight: 1.5,
            is_value: false,
            is_name: false,
        };
        let items: Vec<Item> = ["fish", "traffic", "circle"]
            .into_iter()
            .enumerate()
            .map(item)
            .collect();
        let found = concepts(&items);
        let weights: Vec<Option<f32>> = found.iter().map(|c| c.map(|c| c.weight)).collect();
        assert_eq!(weights, [Some(1.5), Some(3.0), None]);
        assert_eq!(found[1].map(|c| c.word), Some(concept("roundabout")));
    }

    #[test]
    fn no_word_belongs_to_two_concepts() {
        let mut of: FxHashMap<Vec<Word>, &str> = FxHashMap::default();
        let rows = CONCEPTS.lines().filter(|row| !row.starts_with('#'));
        for (name, ways) in rows.filter_map(|row| row.split_once('\t')) {
            for way in ways.split(", ") {
                let stems: Vec<Word> = way.split(' ').map(stem).collect();
                let before = of.insert(stems, name).filter(|before| *before != name);
                assert_eq!(before, None, "{way}");
            }
        }
    }
}
