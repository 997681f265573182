//! Which words around a number say what it is: a tally of votes, a rise, the number of a flight.

use crate::document::{Word, word_lists};

word_lists! {
    /// What a word says of a number near it; `cues.tsv` and `nouns.tsv` list the words.
    pub(super) enum Cue of "cues.tsv", "nouns.tsv" {
        Money = "money",
        Score = "score",
        Tally = "tally",
        Up = "up",
        Down = "down",
        Level = "level",
        Label = "label",
        LabelInLowerCase = "label-lower",
        LabelOfSpelled = "label-spelled",
        Street = "street",
        Members = "members",
        Tremor = "tremor",
        Month = "month",
        Hour = "hour",
        Dated = "dated",
        State = "state",
        Per = "per",
        Rate = "rate",
        Aged = "aged",
        Turned = "turned",
        Decade = "decade",
        ClosesAge = "closes-age",
        ClosesDeath = "closes-death",
        Somebody = "somebody",
        NoOne = "no-one",
        AfterOne = "after-one",
        Praise = "praise",
        AfterPart = "after-part",
        WholeOfPart = "whole-of-part",
        Plural = "plural",
        NotPlural = "not-plural",
        EndsPhrase = "ends-phrase",
        Time = "time",
        Determiner = "determiner",
        Pronoun = "pronoun",
        NoSum = "no-sum",
        Idle = "idle",
        Modifier = "modifier",
        Basis = "basis",
        Held = "held",
        Condition = "condition",
        Tens = "tens",
        Counted = "counted",
        Voted = "voted",
        Whole = "whole",
        Joins = "joins",
        Undergone = "undergone",
        Object = "object",
        Weekday = "weekday",
        Exact = "exact",
        Crowd = "crowd",
        Workforce = "workforce",
        InFavour = "in-favour",
        Against = "against",
        Carried = "carried",
        Title = "title",
        Persons = "persons",
        Each = "each",
        NoCompound = "no-compound",
        Extent = "extent",
        Weather = "weather",
        Dialled = "dialled",
        Travels = "travels",
    }
}

word_lists! {
    /// What a word is of itself, whatever number stands near it; `lexis.tsv` lists the words.
    pub(super) enum Lexis of "lexis.tsv" {
        Irregular = "irregular",
        Past = "past",
        Taking = "taking",
        WithS = "with-s",
        NoAdverb = "ly",
        Owned = "owned",
        Building = "building",
        InTitle = "in-title",
        Idiom = "idiom",
        Labels = "labels",
        LabelsInLowerCase = "labels-lower",
        Gauged = "gauged",
        Youth = "youth",
        Aging = "aging",
        NoSuperlative = "no-superlative",
        Superlative = "superlative",
        Shifted = "shifted",
        Turnout = "turnout",
        Phrasal = "phrasal",
        AfterMove = "after-move",
        DoneTo = "done-to",
        AfterAnother = "after-another",
        HasDone = "has-done",
        Away = "away",
        Ranked = "ranked",
        Dies = "dies",
        DiesAbout = "dies-about",
    }
}

impl Cue {
    /// Whether `word` is one of these.
    pub(super) fn is(self, word: Option<Word>) -> bool {
        word.is_some_and(|word| self.has(word))
    }
}

/// The words listed under a name.
pub(super) fn words_of(name: &'static str) -> impl Iterator<Item = Word> {
    let rows = Cue::TEXT.lines().filter_map(|line| line.split_once('\t'));
    let lists = rows.filter(move |(row, _)| *row == name);
    lists.flat_map(|(_, list)| list.split(' ').map(Word::new))
}
