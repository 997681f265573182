//! Which words around a number say what it is: a tally of votes, a rise, the number of a flight.

use crate::document::{Word, WordMap};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

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
}

/// The names of the cues in the lists.
const NAMES: [(&str, Cue); 43] = [
    ("money", Cue::Money),
    ("score", Cue::Score),
    ("tally", Cue::Tally),
    ("up", Cue::Up),
    ("down", Cue::Down),
    ("level", Cue::Level),
    ("label", Cue::Label),
    ("label-lower", Cue::LabelInLowerCase),
    ("label-spelled", Cue::LabelOfSpelled),
    ("street", Cue::Street),
    ("members", Cue::Members),
    ("tremor", Cue::Tremor),
    ("month", Cue::Month),
    ("hour", Cue::Hour),
    ("dated", Cue::Dated),
    ("state", Cue::State),
    ("per", Cue::Per),
    ("rate", Cue::Rate),
    ("aged", Cue::Aged),
    ("turned", Cue::Turned),
    ("decade", Cue::Decade),
    ("closes-age", Cue::ClosesAge),
    ("no-one", Cue::NoOne),
    ("after-one", Cue::AfterOne),
    ("praise", Cue::Praise),
    ("after-part", Cue::AfterPart),
    ("whole-of-part", Cue::WholeOfPart),
    ("plural", Cue::Plural),
    ("not-plural", Cue::NotPlural),
    ("ends-phrase", Cue::EndsPhrase),
    ("time", Cue::Time),
    ("determiner", Cue::Determiner),
    ("pronoun", Cue::Pronoun),
    ("no-sum", Cue::NoSum),
    ("idle", Cue::Idle),
    ("modifier", Cue::Modifier),
    ("basis", Cue::Basis),
    ("held", Cue::Held),
    ("condition", Cue::Condition),
    ("tens", Cue::Tens),
    ("counted", Cue::Counted),
    ("voted", Cue::Voted),
    ("whole", Cue::Whole),
];

impl Cue {
    /// Whether `word` is one of these.
    pub(super) fn is(self, word: Option<Word>) -> bool {
        word.and_then(|word| table().get(word))
            .is_some_and(|cues| cues & self.bit() != 0)
    }

    fn bit(self) -> u64 {
        1 << self as u64
    }
}

/// The words listed under a name.
pub(super) fn words_of(name: &'static str) -> impl Iterator<Item = Word> {
    let rows = lines().filter_map(|line| line.split_once('\t'));
    let lists = rows.filter(move |(row, _)| *row == name);
    lists.flat_map(|(_, list)| list.split(' ').map(Word::new))
}

fn lines() -> impl Iterator<Item = &'static str> {
    let cues = include_str!("cues.tsv").lines();
    cues.chain(include_str!("nouns.tsv").lines())
}

/// The cues of each word, one bit each.
fn table() -> &'static WordMap<u64> {
    static TABLE: OnceLock<WordMap<u64>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: FxHashMap<Word, u64> =
            FxHashMap::with_capacity_and_hasher(2048, rustc_hash::FxBuildHasher);
        for line in lines() {
            let row = line.split_once('\t');
            let cue = row.and_then(|(name, _)| NAMES.iter().find(|row| row.0 == name));
            if let (Some((_, list)), Some((_, cue))) = (row, cue) {
                for word in list.split(' ') {
                    *table.entry(Word::new(word)).or_default() |= cue.bit();
                }
            }
        }
        table.into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_known_name() {
        for line in lines().filter(|line| !line.starts_with('#')) {
            let name = line.split('\t').next().unwrap_or("");
            assert!(NAMES.iter().any(|row| row.0 == name), "{name}");
        }
    }
}
