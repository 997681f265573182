//! Which words around a number say what it is: a tally of votes, a rise, the number of a flight.

use crate::document::{Word, WordTable, numbered, slots};

/// What a word says of a number near it; `cues.tsv` and `nouns.tsv` list the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    Money,
    Score,
    Tally,
    Up,
    Down,
    Level,
    Label,
    LabelInLowerCase,
    LabelOfSpelled,
    Street,
    Members,
    Tremor,
    Month,
    Hour,
    Dated,
    State,
    Per,
    Rate,
    Aged,
    Turned,
    Decade,
    ClosesAge,
    ClosesDeath,
    Somebody,
    NoOne,
    AfterOne,
    Praise,
    AfterPart,
    WholeOfPart,
    Plural,
    NotPlural,
    EndsPhrase,
    Time,
    Determiner,
    Pronoun,
    NoSum,
    Idle,
    Modifier,
    Basis,
    Held,
    Condition,
    Tens,
    Counted,
    Voted,
    Whole,
    Joins,
    Undergone,
    Object,
    Weekday,
    Exact,
    Crowd,
    Workforce,
    InFavour,
    Against,
    Carried,
    Title,
    Persons,
    Each,
    NoCompound,
    Extent,
    Weather,
    Dialled,
    Travels,
}

/// The names of the cues in the lists, in their order.
const NAMES: [&str; 63] = [
    "money",
    "score",
    "tally",
    "up",
    "down",
    "level",
    "label",
    "label-lower",
    "label-spelled",
    "street",
    "members",
    "tremor",
    "month",
    "hour",
    "dated",
    "state",
    "per",
    "rate",
    "aged",
    "turned",
    "decade",
    "closes-age",
    "closes-death",
    "somebody",
    "no-one",
    "after-one",
    "praise",
    "after-part",
    "whole-of-part",
    "plural",
    "not-plural",
    "ends-phrase",
    "time",
    "determiner",
    "pronoun",
    "no-sum",
    "idle",
    "modifier",
    "basis",
    "held",
    "condition",
    "tens",
    "counted",
    "voted",
    "whole",
    "joins",
    "undergone",
    "object",
    "weekday",
    "exact",
    "crowd",
    "workforce",
    "in-favour",
    "against",
    "carried",
    "title",
    "persons",
    "each",
    "no-compound",
    "extent",
    "weather",
    "dialled",
    "travels",
];

const LISTS: &str = concat!(include_str!("cues.tsv"), include_str!("nouns.tsv"));

/// The cues of each word, one bit each.
static CUES: WordTable<{ slots(LISTS) }> = WordTable::of_classes(LISTS, &numbered(&NAMES));

impl Cue {
    /// Whether `word` is one of these.
    pub(super) fn is(self, word: Option<Word>) -> bool {
        word.is_some_and(|word| CUES.get(word) >> self as u32 & 1 == 1)
    }
}

/// The words listed under a name.
pub(super) fn words_of(name: &'static str) -> impl Iterator<Item = Word> {
    let rows = lines().filter_map(|line| line.split_once('\t'));
    let lists = rows.filter(move |(row, _)| *row == name);
    lists.flat_map(|(_, list)| list.split(' ').map(Word::new))
}

fn lines() -> impl Iterator<Item = &'static str> {
    LISTS.lines()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_known_name() {
        for line in lines().filter(|line| !line.starts_with('#')) {
            let name = line.split('\t').next().unwrap_or("");
            assert!(NAMES.contains(&name), "{name}");
        }
    }
}
