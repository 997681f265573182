//! Which words of a short account say how it stands to what it tells: that it is not so, that somebody says so, that it may
//! be so. The words are data (`stance.tsv`); what they govern is for `standing.rs`.

use crate::document::{Phrase, PhraseTable, Word, WordLists, slots};
use std::ops::Range;

const STANCE: &str = include_str!("stance.tsv");
/// Classes of single words as they stand.
static WORDS: WordLists<{ slots(STANCE) }> = WordLists::new(STANCE);

// `CUES`: each, stemmed, with where its row begins in the table.
include!(concat!(env!("OUT_DIR"), "/stance.rs"));

/// What a word or phrase says of what is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// It is not so: hoax, denies, made up.
    Refutes,
    /// The tale that is named with it is not so: shoots down.
    PutsDown,
    /// It is opposed, as it is where it is denied: contests.
    Counters,
    /// It is a tale: rumour, claim.
    Tale,
    /// It is left to somebody else: officials say.
    Hedges,
    /// It is left open altogether: reportedly.
    Rumours,
    /// What follows in the clause is left open: may.
    May,
    /// The thing right after it is left open: alleged.
    Alleged,
    /// A "not" that denies nothing of it: no longer, not only.
    Idle,
    /// What follows does not come about: fails to, declines.
    Fails,
    /// Somebody asks what follows.
    Asks,
    /// Before a colon: whose words they are.
    By,
    /// After a colon: not whose words they are, but what they come with.
    Label,
}

impl Cue {
    /// The cue of the row that begins at a place of the table; none for a class of single words.
    fn of_row(start: u32) -> Option<Cue> {
        Cue::of(STANCE.get(start as usize..)?.split('\t').next()?)
    }

    fn of(class: &str) -> Option<Cue> {
        Some(match class {
            "refute" => Cue::Refutes,
            "down" => Cue::PutsDown,
            "counter" => Cue::Counters,
            "tale" => Cue::Tale,
            "hedge" => Cue::Hedges,
            "rumour" => Cue::Rumours,
            "may" => Cue::May,
            "alleged" => Cue::Alleged,
            "idle" => Cue::Idle,
            "fail" => Cue::Fails,
            "ask" => Cue::Asks,
            "by" => Cue::By,
            "label" => Cue::Label,
            _ => return None,
        })
    }
}

/// The cues among some stems: which, and where its words begin and end.
pub(super) fn cues(stems: &[Word]) -> Vec<(Cue, Range<usize>)> {
    let mut found = Vec::new();
    for (at, word) in stems.iter().enumerate() {
        for (words, phrase) in CUES.of(*word) {
            let stands = stems.get(at..).is_some_and(|rest| rest.starts_with(words));
            if let Some(cue) = Cue::of_row(phrase.number).filter(|_| stands) {
                found.push((cue, at..at + words.len()));
            }
        }
    }
    found
}

/// Whether a word opens a clause that does not tell the main thing: who, because.
pub(super) fn opens_clause(word: Word) -> bool {
    WORDS.has("clause", word)
}

/// Whether a word opens a clause that says why or of whom: because, who.
pub(super) fn gives_ground(word: Word) -> bool {
    WORDS.has("ground", word)
}

/// Whether a word opens a phrase that a "not" may stand in: of, with.
pub(super) fn opens_phrase(word: Word) -> bool {
    WORDS.has("prep", word)
}

/// Whether a word is an auxiliary that carries a clause: is, has, did.
pub(super) fn is_finite(word: Word) -> bool {
    WORDS.has("finite", word)
}

/// Whether a word after a "not" says that only a part is denied: only, unless.
pub(super) fn leaves_part(word: Word) -> bool {
    WORDS.has("bound", word)
}

/// Whether a word sets a second answer beside the first: "real or hoax?"
pub(super) fn is_or(word: Word) -> bool {
    WORDS.has("or", word)
}

#[cfg(test)]
mod tests {
    use super::{Cue, STANCE, cues};
    use crate::document::Word;
    use crate::document::stem;

    #[test]
    fn every_class_of_the_table_is_read() {
        let rows = STANCE.lines().filter(|row| !row.starts_with('#'));
        for row in rows {
            let class = row.split('\t').next().unwrap_or("");
            let of_words = ["bound", "clause", "finite", "ground", "or", "prep"];
            let read = Cue::of(class).is_some() || of_words.contains(&class);
            assert!(read, "{row}");
        }
    }

    #[test]
    fn words_are_cues_in_every_form() {
        for (text, cue) in [
            ("mayor denies", Cue::Refutes),
            ("shot down by", Cue::PutsDown),
            ("shooting down", Cue::PutsDown),
            ("he refused to", Cue::Fails),
            ("rumors of", Cue::Rumours),
            ("it might", Cue::May),
        ] {
            let stems: Vec<Word> = text.split(' ').map(stem).collect();
            let found = cues(&stems);
            assert!(found.iter().any(|(found, _)| *found == cue), "{text}");
        }
        assert!(cues(&[stem("bridge"), stem("closed")]).is_empty());
    }
}
