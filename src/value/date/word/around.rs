//! Words around a time that move it, tell what it is, or open it.

use super::cursor::Cursor;
use crate::document::word_lists;
use std::ops::Range;

word_lists! {
    /// The lists of `around.tsv`.
    pub(in crate::value::date) enum List of "around.tsv" {
        Before = "before",
        After = "after",
        Close = "close",
        Dawn = "dawn",
        Dusk = "dusk",
        Auxiliary = "auxiliary",
        Past = "past",
        To = "to",
        Period = "period",
        Ahead = "ahead",
        Faces = "faces",
        Plan = "plan",
        Planned = "planned",
        Timed = "timed",
        Timing = "timing",
        Amounts = "amounts",
        From = "from",
        Programme = "programme",
        OnProgramme = "on-programme",
        Programmed = "programmed",
        Link = "link",
        Called = "called",
        Orders = "orders",
        Appears = "appears",
        Told = "told",
        PutOff = "put-off",
        PutTo = "put-to",
        Lasting = "lasting",
        AfterYear = "after-year",
        OfYear = "of-year",
        Won = "won",
        Played = "played",
        Accounts = "accounts",
        Fixture = "fixture",
        FixtureOn = "fixture-on",
        FixtureTo = "fixture-to",
        Reached = "reached",
        ReachedTo = "reached-to",
        Round = "round",
        AheadOf = "ahead-of",
        PutFor = "put-for",
        OnWhat = "on-what",
        Goes = "goes",
        Spans = "spans",
        Likely = "likely",
        Outlook = "outlook",
        Beside = "beside",
        Numbered = "numbered",
        NumberedName = "numbered-name",
        Block = "block",
        Broadcast = "broadcast",
        TitleSmall = "title-small",
        FirstHalf = "first-half",
        SecondHalf = "second-half",
        Cricket = "cricket",
        PlanFor = "plan-for",
        Infinitive = "infinitive",
    }
}

/// The lists that some of the tokens of a range are on: most ranges have words of few, so that the others need no search.
#[derive(Clone, Copy, Default)]
pub(in crate::value::date) struct Present(u64);

impl Present {
    pub(in crate::value::date) fn among(c: &Cursor<'_>, tokens: Range<usize>) -> Self {
        let tokens = c.document.tokens.get(tokens).unwrap_or(&[]);
        let bits = tokens.iter().map(|token| List::bits(token.word));
        Present(bits.fold(0, |all, bits| all | bits))
    }

    /// Whether a token of the range is on one of these lists.
    pub(in crate::value::date) fn any(self, lists: &[List]) -> bool {
        lists.iter().any(|list| self.0 >> *list as u32 & 1 == 1)
    }
}

/// Whether the token at `at` is on a list.
pub(in crate::value::date) fn is(c: &Cursor<'_>, at: usize, list: List) -> bool {
    c.token(at).is_some_and(|token| list.has(token.word))
}
