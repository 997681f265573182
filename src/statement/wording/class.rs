//! Classes of little words that say something of what stands beside them: that a clause begins, that it is left open, of what
//! part or time it holds (`classes.tsv`).

use crate::document::word_lists;

word_lists! {
    /// The classes of `classes.tsv`.
    pub(in crate::statement) enum Class of "classes.tsv" {
        Break = "break",
        Open = "open",
        Idle = "idle",
        Condition = "condition",
        Able = "able",
        Only = "only",
        Wish = "wish",
        Mark = "mark",
        Of = "of",
        As = "as",
        Origin = "origin",
        Further = "further",
        Side = "side",
        Anyone = "anyone",
        People = "people",
        Act = "act",
        Shift = "shift",
        Turn = "turn",
        Toll = "toll",
        Level = "level",
        Tallied = "tallied",
        Particle = "particle",
        Moving = "moving",
        Joins = "joins",
        Relative = "relative",
        Under = "under",
        Ahead = "ahead",
        TakesPlace = "takes-place",
        Pays = "pays",
        All = "all",
        Both = "both",
        OfThe = "of-the",
    }
}
