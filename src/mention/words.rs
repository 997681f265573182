//! The word lists of the room.

use crate::document::word_lists;

word_lists! {
    /// The lists of `words.tsv`.
    pub(super) enum List of "words.tsv" {
        Pronoun = "pronoun",
        Determiner = "determiner",
        Verb = "verb",
        New = "new",
        Who = "who",
        Kin = "kin",
        Owner = "owner",
        And = "and",
        Since = "since",
    }
}
