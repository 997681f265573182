//! The word lists of the room: which words are verbs, people, prepositions.

use crate::document::{Word, WordTable, numbered, slots};

const WORDS: &str = include_str!("words.tsv");

/// What a word can be; one bit each, for a word may be several things ("leads", "guards").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Class {
    /// A verb after "he": says.
    Third,
    /// A verb after "they": say.
    Base,
    /// A verb in the past, or its participle: said.
    Past,
    /// Helps a verb: is, has, will.
    Aux,
    /// Looks ahead: will, to.
    Future,
    /// Doubts: may.
    Maybe,
    /// Somebody: woman, officers.
    Human,
    /// Who acts as one: company, team.
    Group,
    /// Is of several, and does not look it: police.
    Plural,
    /// Counts or groups what is named after "of": dozens, member.
    Quantity,
    /// Those whose word an article takes: police, officials.
    Source,
    /// Those who only tell of it: spokesman, witnesses.
    Voice,
    /// Says: said, told.
    Say,
    /// Does harm: killed.
    Harm,
    /// Happens to somebody: death, arrest.
    Fate,
    /// the, his.
    Determiner,
    /// he, there.
    Pronoun,
    /// of, in.
    Preposition,
    /// not, also.
    Adverb,
    /// Opens a clause about somebody or something: who, which.
    Who,
    /// Opens a clause that hangs on another: who, after.
    Relative,
    /// May stand before the subject: in, according, but.
    Opener,
    /// Before a place where something happens: in, near.
    Locative,
    /// What a place for the public is called: palace, stadium.
    Facility,
    /// Before a day that is not that of the event: until, since.
    Apart,
}

/// The names of the classes in the list, in their order.
const NAMES: [&str; 25] = [
    "third",
    "base",
    "past",
    "aux",
    "future",
    "maybe",
    "human",
    "group",
    "plural",
    "quantity",
    "source",
    "voice",
    "say",
    "harm",
    "fate",
    "determiner",
    "pronoun",
    "preposition",
    "adverb",
    "who",
    "relative",
    "opener",
    "locative",
    "facility",
    "apart",
];

static CLASSES: WordTable<{ slots(WORDS) }> = WordTable::of_classes(WORDS, &numbered(&NAMES));

/// Whether `word` is of a class.
pub(in crate::claim) fn is(word: Word, class: Class) -> bool {
    CLASSES.get(word) >> class as u32 & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_class_has_words_and_every_line_a_class() {
        let rows = WORDS.lines().filter(|row| !row.starts_with('#'));
        let rows = rows.filter_map(|row| row.split_once('\t'));
        let classes: BTreeSet<&str> = rows.map(|(class, _)| class).collect();
        assert_eq!(classes, NAMES.into_iter().collect());
        assert!(is(Word::of("guards"), Class::Human) && is(Word::of("says"), Class::Third));
    }
}
