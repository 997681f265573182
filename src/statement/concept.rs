//! What a word stands for where two reports tell one thing in different words: "walked out" and "a strike" are one concept.
//!
//! The table joins words and phrases that reporters use for one another of the same event; a word that it does not have
//! is its own concept. Only for statements that are not the same words: where they are, words are compared as they stand.

use super::page::Item;
use super::stem::stem;
use crate::document::Word;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::sync::OnceLock;

const CONCEPTS: &str = include_str!("concepts.tsv");
/// What a phrase weighs at least: several everyday words can be a telling phrase together ("on board"). Others weigh what
/// their words do.
const PHRASE: f32 = 2.0;

/// What an item of a statement stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Concept {
    /// Its name.
    pub(super) word: Word,
    /// How much it tells.
    pub(super) weight: f32,
}

/// The concept of every item; `None` for those that belong to the phrase before them.
pub(super) fn concepts(items: &[Item]) -> Vec<Option<Concept>> {
    let table = table();
    let mut found = Vec::with_capacity(items.len());
    while let Some(item) = items.get(found.len()) {
        let rest = items.get(found.len()..).unwrap_or(&[]);
        let phrase = table.phrases.get(&item.stem).into_iter().flatten();
        let fits = phrase.filter(|(words, _)| {
            words.len() <= rest.len() && words.iter().zip(rest).all(|(w, i)| *w == i.stem)
        });
        if let Some((words, concept)) = fits.max_by_key(|(words, _)| words.len()) {
            let told = rest.iter().take(words.len()).map(|i| i.rarity);
            found.push(Some(Concept {
                word: *concept,
                weight: told.sum::<f32>().max(PHRASE),
            }));
            found.extend((1..words.len()).map(|_| None));
        } else {
            let word = table.words.get(&item.stem).copied();
            found.push(Some(Concept {
                word: word.unwrap_or(item.stem),
                weight: item.rarity,
            }));
        }
    }
    found
}

/// The concept of one word of the text.
pub(super) fn concept(text: &str) -> Word {
    let stem = stem(text);
    table().words.get(&stem).copied().unwrap_or(stem)
}

struct Table {
    words: FxHashMap<Word, Word>,
    /// Phrases by their first stem.
    phrases: FxHashMap<Word, Vec<(Vec<Word>, Word)>>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        // A word of the table takes some sixteen bytes, with what stands around it.
        let size = CONCEPTS.len() / 16;
        let mut words = FxHashMap::with_capacity_and_hasher(size, FxBuildHasher);
        let mut phrases: FxHashMap<Word, Vec<(Vec<Word>, Word)>> = FxHashMap::default();
        let rows = CONCEPTS.lines().filter(|row| !row.starts_with('#'));
        for (name, ways) in rows.filter_map(|row| row.split_once('\t')) {
            let name = Word::of(name);
            for way in ways.split(", ") {
                let Some((first, _)) = way.split_once(' ') else {
                    words.entry(stem(way)).or_insert(name);
                    continue;
                };
                let stems = way.split(' ').map(stem).collect();
                phrases.entry(stem(first)).or_default().push((stems, name));
            }
        }
        Table { words, phrases }
    })
}

#[cfg(test)]
mod tests {
    use super::{CONCEPTS, Item, Word, concept, concepts, stem};
    use rustc_hash::FxHashMap;

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
