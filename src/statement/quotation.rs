//! The same words in quotation marks in two articles, and whom each gives them to.

use super::meeting::{Meeting, Side};
use super::turn;
use crate::claim::Account;
use crate::document::{Shape, Word};
use crate::mention::Mention;
use crate::value::Kind;
use std::ops::Range;

/// Fewer words than these may be said by two people.
const LEAST_WORDS: usize = 5;
/// How many words after a name "said" may stand.
const BESIDE: usize = 2;

/// The quotations that two articles share and both give to somebody named.
pub(super) fn quotations(left: Side<'_>, right: Side<'_>, rule: usize) -> Vec<Meeting> {
    let (ours, theirs) = (quoted(left.0), quoted(right.0));
    let mut found = Vec::new();
    for ours in &ours {
        let Some(theirs) = theirs.iter().find(|t| same_words(&ours.words, &t.words)) else {
            continue;
        };
        let of = |account, said: &Quoted<'_>| {
            let speaker = said.speaker;
            (account, speaker.value.clone(), speaker.tokens.clone())
        };
        found.extend(Meeting::between(
            rule,
            of(left.0, ours),
            of(right.0, theirs),
        ));
    }
    found
}

/// A quotation and who is said to have said it.
struct Quoted<'a> {
    words: Vec<Word>,
    speaker: &'a Mention,
}

fn quoted<'a>(account: &'a Account<'_>) -> Vec<Quoted<'a>> {
    let document = &account.document;
    let all = document.quotations.iter().filter_map(|range| {
        let tokens = document.tokens.get(range.clone())?;
        let words = tokens
            .iter()
            .filter(|t| t.is(Shape::WORD) && !t.is(Shape::PUNCTUATION));
        let words: Vec<Word> = words.map(|t| t.word).collect();
        (words.len() >= LEAST_WORDS).then_some(())?;
        Some(Quoted {
            words,
            speaker: speaker(account, range)?,
        })
    });
    all.collect()
}

/// The one person named in the sentence that a quotation ends or begins, if a word of saying stands beside the name.
fn speaker<'a>(account: &'a Account<'_>, quotation: &Range<usize>) -> Option<&'a Mention> {
    let document = &account.document;
    let sentence = |at: usize| document.sentences.get(document.sentence_at(at)?);
    let first = sentence(quotation.start)?.tokens.start;
    let last = sentence(quotation.end)?.tokens.end;
    let outside = |at: usize| {
        document
            .tokens
            .get(at)
            .is_some_and(|t| !t.is(Shape::QUOTED))
    };
    let is_named = |m: &&Mention| {
        let named = m.value.kind() == Kind::Person && m.name_tokens.is_some();
        named && first <= m.tokens.start && m.tokens.end <= last && outside(m.tokens.start)
    };
    // "Hill told Ray", "a spokesman for Ray said", "Ray and Hill said": with a second name it takes more to tell.
    let mut named = account.mentions.iter().filter(is_named);
    let (Some(one), None) = (named.next(), named.next()) else {
        return None;
    };
    let before = one
        .tokens
        .start
        .checked_sub(1)
        .and_then(|at| document.word(at));
    let after = document.word(one.tokens.end);
    let joined = before.is_some_and(turn::leads_to_name) || after == Some(Word::of("and"));
    let says = |at: usize| outside(at) && document.word(at).is_some_and(turn::is_saying_verb);
    let beside = one.tokens.start.saturating_sub(1)..one.tokens.end + BESIDE;
    (!joined && beside.into_iter().any(says)).then_some(one)
}

/// Whether one quotation is the other or a part of it.
fn same_words(a: &[Word], b: &[Word]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.windows(short.len()).any(|part| part == short)
}
