//! Which words around a number say what it is: a tally of votes, a rise, the number of a flight.

use crate::document::Word;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// What a word says of a number near it. One bit each, for a word can say several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue(u16);

impl Cue {
    pub(super) const MONEY: Cue = Cue(1);
    pub(super) const SCORE: Cue = Cue(1 << 1);
    pub(super) const TALLY: Cue = Cue(1 << 2);
    pub(super) const UP: Cue = Cue(1 << 3);
    pub(super) const DOWN: Cue = Cue(1 << 4);
    pub(super) const LABEL: Cue = Cue(1 << 5);
    pub(super) const STREET: Cue = Cue(1 << 6);
    pub(super) const MEMBERS: Cue = Cue(1 << 7);
    pub(super) const TREMOR: Cue = Cue(1 << 8);
    pub(super) const MONTH: Cue = Cue(1 << 9);
    pub(super) const PER: Cue = Cue(1 << 10);
    pub(super) const RATE: Cue = Cue(1 << 11);

    fn named(label: &str) -> Option<Cue> {
        Some(match label {
            "money" => Cue::MONEY,
            "score" => Cue::SCORE,
            "tally" => Cue::TALLY,
            "up" => Cue::UP,
            "down" => Cue::DOWN,
            "label" => Cue::LABEL,
            "street" => Cue::STREET,
            "members" => Cue::MEMBERS,
            "tremor" => Cue::TREMOR,
            "month" => Cue::MONTH,
            "per" => Cue::PER,
            "rates" => Cue::RATE,
            _ => return None,
        })
    }

    /// Whether `word` is one of these.
    pub(super) fn is(self, word: Option<Word>) -> bool {
        static TABLE: OnceLock<FxHashMap<Word, u16>> = OnceLock::new();
        let table = TABLE.get_or_init(|| {
            let mut table: FxHashMap<Word, u16> = FxHashMap::default();
            for line in include_str!("cues.tsv").lines() {
                if let Some((label, list)) = line.split_once('\t')
                    && let Some(cue) = Cue::named(label)
                {
                    for word in list.split(' ') {
                        *table.entry(Word::new(word)).or_default() |= cue.0;
                    }
                }
            }
            table
        });
        word.and_then(|word| table.get(&word))
            .is_some_and(|cues| cues & self.0 != 0)
    }
}
