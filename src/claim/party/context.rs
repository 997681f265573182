//! Whether a list of people is one part of its sentence, and not the end of one clause and the beginning of the next: "he shot
//! Ana Ruiz, and Luis Holt fled".

use super::List;
use super::member::MemberReader;
use crate::document::{Shape, Word};
use std::ops::Range;

/// A list to be judged.
pub(super) struct People {
    pub(super) tokens: Range<usize>,
    /// Whether its last member is one person.
    pub(super) ends_in_one: bool,
    pub(super) has_aside: bool,
    /// Whether it is two members with ", and" between them.
    pub(super) of_two: bool,
}

/// Whether the words around a list in the sentence from `start` on leave it whole.
pub(super) fn is_whole(reader: &MemberReader<'_>, start: usize, list: &People) -> bool {
    let comma = reader
        .word(list.tokens.end)
        .is_some_and(|w| List::Comma.has(w));
    let after = |skipped: bool| list.tokens.end + usize::from(comma && skipped);
    // "X and Y was": the verb has Y alone.
    if List::Is.has(reader.word(after(true))) {
        return false;
    }
    let after = after(list.has_aside);
    let Some(word) = reader.word(after) else {
        return true;
    };
    if List::Are.has(word) && list.ends_in_one {
        return true;
    }
    if !List::Are.has(word) && !is_verb(reader, after, word) {
        return true;
    }
    opens(reader, start, list.tokens.start)
        && (List::Are.has(word) || !list.of_two || list.has_aside)
}

fn is_verb(reader: &MemberReader<'_>, at: usize, word: Word) -> bool {
    let token = reader.document.tokens.get(at);
    let past = token.is_some_and(|t| {
        t.is(Shape::WORD) && reader.document.text(t).to_ascii_lowercase().ends_with("ed")
    });
    past || List::Verb.has(word)
}

/// Whether a clause may begin at a token.
fn opens(reader: &MemberReader<'_>, start: usize, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= start) else {
        return true;
    };
    let token = reader.document.tokens.get(before);
    token.is_some_and(|t| {
        let mark = t.is(Shape::PUNCTUATION) && !t.is(Shape::POSSESSIVE);
        mark || List::Opens.has(t.word)
    })
}
