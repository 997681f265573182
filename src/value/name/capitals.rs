//! The words of an article that have a capital: which they are, and what is known of the last of them.

use super::lexicon::{Tags, tags_of};
use crate::document::{Document, Shape, Token, Word};

/// A bit for each word with a capital: only of those is it asked whether they also occur without.
pub(super) struct Capitals([u64; 64]);

impl Capitals {
    /// The words of `document`.
    pub(super) fn of(document: &Document<'_>) -> Self {
        let mut all = Capitals([0; 64]);
        for token in document.tokens.iter().filter(|t| t.is(Shape::CAPITAL)) {
            let (slot, bit) = Capitals::bit(token.word);
            if let Some(bits) = all.0.get_mut(slot) {
                *bits |= bit;
            }
        }
        all
    }

    /// Whether `word` may be one of them; surely not, if the answer is no.
    pub(super) fn may_have(&self, word: Word) -> bool {
        let (slot, bit) = Capitals::bit(word);
        self.0.get(slot).is_some_and(|bits| bits & bit != 0)
    }

    fn bit(word: Word) -> (usize, u64) {
        let mixed = word.number() ^ (word.number() >> 32);
        ((mixed >> 6) as usize % 64, 1 << (mixed & 63))
    }
}

/// What is known of the last words with a capital: an article has its names again and again, and the lists of names are
/// long.
pub(super) struct Names {
    known: [(Word, Tags); Names::MOST],
}

impl Default for Names {
    fn default() -> Self {
        Names {
            known: [(Word::EMPTY, Tags::default()); Names::MOST],
        }
    }
}

impl Names {
    const MOST: usize = 128;

    /// What is known of the word of `token`, which has a capital.
    pub(super) fn tags_of(&mut self, document: &Document<'_>, token: &Token) -> Tags {
        let text = document.text(token);
        let number = token.word.number();
        let place = self
            .known
            .get_mut((number ^ (number >> 32)) as usize % Names::MOST);
        // The letters of "McNamara" tell a name by their case.
        let Some(place) = place.filter(|_| !text.starts_with("Mc")) else {
            return tags_of(token.word, text, true);
        };
        if place.0 != token.word {
            *place = (token.word, tags_of(token.word, text, true));
        }
        place.1
    }
}
