//! The same words in quotation marks in two articles, and whom each gives them to; and words that one speaker is given in two
//! forms, of which one was altered.

use super::article::ReadArticle;
use super::meeting::Meeting;
use super::wording::concept::concept;
use super::wording::turn;
use crate::claim::Account;
use crate::compare::{Options, Verdict, comparator, usual};
use crate::document::{Document, Shape, Word, rarity};
use crate::mention::Mention;
use crate::value::{Kind, Value};
use std::ops::Range;

/// Fewer words than these may be said by two people.
const LEAST_WORDS: usize = 5;
/// How many words after a name "said" may stand.
const BESIDE: usize = 2;
/// How long what is said of the speaker may be between the name and "said", commas and all: ", 41, a teacher,".
const APPOSITION: usize = 9;
/// How rare a word of a quotation is that was altered, and from which likeness on two words are spellings of one.
const TELLING: u8 = 2;
const ALIKE: f64 = 0.88;
/// Of "we'll" and "they've" no more letters than these are left behind the apostrophe.
const CUT_OFF: usize = 2;

/// The quotations that two articles share and both give to somebody named.
pub(super) fn quotations(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    rule: usize,
) -> Vec<Meeting> {
    let (ours, theirs) = (quoted(left.account), quoted(right.account));
    let mut found = Vec::new();
    for ours in &ours {
        let Some(theirs) = theirs.iter().find(|t| same_words(&ours.words, &t.words)) else {
            continue;
        };
        if runs_into(text(left.account, ours), text(right.account, theirs)) {
            continue;
        }
        let (one, other) = (ours.speaker, theirs.speaker);
        found.extend(Meeting::between(
            rule,
            left.gives(one.value.clone(), one.tokens.clone()),
            right.gives(other.value.clone(), other.tokens.clone()),
        ));
    }
    found
}

/// Where two articles give one speaker the same words but for one.
pub(super) fn alterations(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    rule: usize,
) -> Vec<Meeting> {
    let (ours, theirs) = (quoted(left.account), quoted(right.account));
    let mut found = Vec::new();
    for ours in &ours {
        let altered = theirs.iter().find_map(|theirs| {
            let at = altered(&ours.words, &theirs.words)?;
            let words = ours.tokens.get(at).zip(theirs.tokens.get(at))?;
            let texts = (
                word_at(left.account, *words.0),
                word_at(right.account, *words.1),
            );
            (are_one(ours.speaker, theirs.speaker) && are_two_words(texts))
                .then_some((words, texts))
        });
        let Some(((one, other), texts)) = altered else {
            continue;
        };
        let word = |text: &str| Value::Choice(text.to_lowercase());
        found.extend(Meeting::between(
            rule,
            left.gives(word(texts.0), *one..*one + 1),
            right.gives(word(texts.1), *other..*other + 1),
        ));
    }
    found
}

/// Whether one name is the other with the word before it run into it, as a lost line break does: "`MailAnn` Lee", "Ann Lee".
fn runs_into(one: &str, other: &str) -> bool {
    one != other && (one.ends_with(other) || other.ends_with(one))
}

fn text<'a>(account: &'a Account<'_>, said: &Quoted<'_>) -> &'a str {
    account.document.slice(said.speaker.tokens.clone())
}

fn word_at<'a>(account: &'a Account<'_>, at: usize) -> &'a str {
    account.document.slice(at..at + 1)
}

/// Where two quotations differ, if it is in one word that tells something.
fn altered(ours: &[Word], theirs: &[Word]) -> Option<usize> {
    let differ = || ours.iter().zip(theirs).enumerate();
    let mut places = differ().filter(|(_, (one, other))| one != other);
    let (at, (one, other)) = places.next()?;
    let alone = ours.len() == theirs.len() && places.next().is_none();
    let tells = rarity(*one).min(rarity(*other)) >= TELLING;
    (alone && tells && ours.len() > LEAST_WORDS).then_some(at)
}

/// Whether two words are neither forms nor spellings of one, nor told for each other; what an apostrophe cut off is no word.
fn are_two_words((one, other): (&str, &str)) -> bool {
    let is_whole = |word: &str| word.len() > CUT_OFF && word.chars().all(char::is_alphabetic);
    is_whole(one)
        && is_whole(other)
        && concept(one) != concept(other)
        && strsim::jaro_winkler(one, other) < ALIKE
}

/// Whether two speakers may be one: nothing in their names tells them apart.
fn are_one(one: &Mention, other: &Mention) -> bool {
    let judge = comparator(usual(Kind::Person));
    let verdict =
        judge.map(|row| (row.compare)(&one.value, &other.value, &Options::default()).verdict);
    verdict.is_some_and(|verdict| verdict != Verdict::Conflict)
}

/// A quotation and who is said to have said it.
struct Quoted<'a> {
    words: Vec<Word>,
    /// The token of each word.
    tokens: Vec<usize>,
    speaker: &'a Mention,
}

fn quoted<'a>(account: &'a Account<'_>) -> Vec<Quoted<'a>> {
    let document = &account.document;
    let all = document.quotations.iter().filter_map(|range| {
        let is_word = |at: &usize| {
            let token = document.tokens.get(*at);
            token.is_some_and(|t| t.is(Shape::WORD) && !t.is(Shape::PUNCTUATION))
        };
        let tokens: Vec<usize> = range.clone().filter(is_word).collect();
        (tokens.len() >= LEAST_WORDS).then_some(())?;
        Some(Quoted {
            words: tokens.iter().filter_map(|at| document.word(*at)).collect(),
            tokens,
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
    let outside = |at: usize| at < document.tokens.len() && !document.is_shaped(at, Shape::QUOTED);
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
    let (start, end) = with_apposition(document, &one.tokens);
    let mut beside =
        (start.saturating_sub(1)..one.tokens.start).chain(one.tokens.end..end + BESIDE);
    (!joined && beside.any(says)).then_some(one)
}

/// From where to where a name goes with what is said of its bearer between commas: "the mayor, Luc Perret", "Mia Long, 41, a
/// teacher,".
fn with_apposition(document: &Document<'_>, name: &Range<usize>) -> (usize, usize) {
    let is_comma = |at: usize| {
        document
            .tokens
            .get(at)
            .is_some_and(|t| document.text(t) == ",")
    };
    let mut start = name.start;
    if start > 0 && is_comma(start - 1) {
        let title = (start.saturating_sub(APPOSITION)..start - 1).rev();
        let mut verbs = title.filter(|at| document.word(*at).is_some_and(turn::is_saying_verb));
        start = verbs.next().map_or(start, |verb| verb + 1);
    }
    let mut end = name.end;
    if is_comma(end) {
        let closing = (end + 1..end + APPOSITION).rfind(|at| is_comma(*at));
        end = closing.map_or(end, |comma| comma + 1);
    }
    (start, end)
}

/// Whether one quotation is the other or a part of it.
fn same_words(a: &[Word], b: &[Word]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.windows(short.len()).any(|part| part == short)
}
