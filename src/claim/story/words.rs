//! The word lists of the room: which words are verbs, people, prepositions.

use crate::document::{Word, word_lists};

word_lists! {
    /// What a word can be; one bit each, for a word may be several things ("leads", "guards").
    pub(in crate::claim) enum Class of "words.tsv" {
        /// A verb after "he": says.
        Third = "third",
        /// A verb after "they": say.
        Base = "base",
        /// A verb in the past, or its participle: said.
        Past = "past",
        /// Helps a verb: is, has, will.
        Aux = "aux",
        /// Looks ahead: will, to.
        Future = "future",
        /// Doubts: may.
        Maybe = "maybe",
        /// Somebody: woman, officers.
        Human = "human",
        /// Who acts as one: company, team.
        Group = "group",
        /// Is of several, and does not look it: police.
        Plural = "plural",
        /// Counts or groups what is named after "of": dozens, member.
        Quantity = "quantity",
        /// Those whose word an article takes: police, officials.
        Source = "source",
        /// Those who only tell of it: spokesman, witnesses.
        Voice = "voice",
        /// Says: said, told.
        Say = "say",
        /// Does harm: killed.
        Harm = "harm",
        /// Happens to somebody: death, arrest.
        Fate = "fate",
        /// the, his.
        Determiner = "determiner",
        /// he, there.
        Pronoun = "pronoun",
        /// of, in.
        Preposition = "preposition",
        /// not, also.
        Adverb = "adverb",
        /// Opens a clause about somebody or something: who, which.
        Who = "who",
        /// Opens a clause that hangs on another: who, after.
        Relative = "relative",
        /// May stand before the subject: in, according, but.
        Opener = "opener",
        /// Before a place where something happens: in, near.
        Locative = "locative",
        /// What a place for the public is called: palace, stadium.
        Facility = "facility",
        /// Before a day that is not that of the event: until, since.
        Apart = "apart",
    }
}

/// Whether `word` is of a class.
pub(in crate::claim) fn is(word: Word, class: Class) -> bool {
    class.has(word)
}
