//! The word lists of the room.

use crate::document::word_lists;

word_lists! {
    /// The lists of `words.tsv`.
    pub(super) enum List of "words.tsv" {
        And = "and",
        Apart = "apart",
        Origin = "origin",
        Address = "address",
        Kin = "kin",
        Role = "role",
        Also = "also",
        Several = "several",
        Events = "events",
        Scene = "scene",
        Lives = "lives",
        Preposition = "preposition",
        Figures = "figures",
        Series = "series",
        Together = "together",
        Taken = "taken",
        Entirety = "entirety",
        Among = "among",
        Them = "them",
        Those = "those",
        Often = "often",
        Article = "article",
        Relative = "relative",
        Who = "who",
        Auxiliary = "auxiliary",
        Clausal = "clausal",
        Known = "known",
        Weekday = "weekday",
        BeforeNoun = "before-noun",
        Waits = "waits",
        Compares = "compares",
        Helper = "helper",
        That = "that",
        TakesPast = "takes-past",
        Subject = "subject",
        Male = "male",
        Female = "female",
        Definite = "definite",
        Old = "old",
    }
}
