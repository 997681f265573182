//! The word lists of the room: which words are verbs, people, prepositions.

use crate::document::{Word, word_lists};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

const WORDS: &str = include_str!("words.tsv");

/// What a word can be; one bit each, for a word may be several things ("leads", "guards").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
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

/// Every class with its name in the list.
const CLASSES: [(&str, Class); 25] = [
    ("third", Class::Third),
    ("base", Class::Base),
    ("past", Class::Past),
    ("aux", Class::Aux),
    ("future", Class::Future),
    ("maybe", Class::Maybe),
    ("human", Class::Human),
    ("group", Class::Group),
    ("plural", Class::Plural),
    ("quantity", Class::Quantity),
    ("source", Class::Source),
    ("voice", Class::Voice),
    ("say", Class::Say),
    ("harm", Class::Harm),
    ("fate", Class::Fate),
    ("determiner", Class::Determiner),
    ("pronoun", Class::Pronoun),
    ("preposition", Class::Preposition),
    ("adverb", Class::Adverb),
    ("who", Class::Who),
    ("relative", Class::Relative),
    ("opener", Class::Opener),
    ("locative", Class::Locative),
    ("facility", Class::Facility),
    ("apart", Class::Apart),
];

fn bit(class: Class) -> u32 {
    1 << class as u32
}

/// Whether `word` is of a class.
pub(super) fn is(word: Word, class: Class) -> bool {
    static CLASSES_OF: OnceLock<FxHashMap<Word, u32>> = OnceLock::new();
    let classes_of = CLASSES_OF.get_or_init(|| {
        let lists = word_lists(WORDS);
        let mut classes_of: FxHashMap<Word, u32> = FxHashMap::default();
        for (name, class) in CLASSES {
            for word in lists.get(name).into_iter().flatten() {
                *classes_of.entry(*word).or_default() |= bit(class);
            }
        }
        classes_of
    });
    classes_of
        .get(&word)
        .is_some_and(|bits| bits & bit(class) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_words_and_every_line_a_class() {
        let lists = word_lists(WORDS);
        for (name, _) in CLASSES {
            assert!(
                lists.get(name).is_some_and(|words| !words.is_empty()),
                "{name}"
            );
        }
        assert_eq!(lists.len(), CLASSES.len());
        assert!(is(Word::of("guards"), Class::Human) && is(Word::of("says"), Class::Third));
    }
}
