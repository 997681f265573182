//! The people and bodies that an article names, each with what the article says that it is.

use super::phrase::{Phrase, after, before, beside};
use super::sentence::RoleSentence;
use super::verb::{clause, done_by, present};
use crate::claim::Account;
use crate::compare::{Rank, is_role, rank};
use crate::document::{Region, Shape, fold};
use crate::mention::Mention;
use crate::value::name::NameParts;
use crate::value::{Kind, Name, Value};
use std::ops::Range;

/// Somebody, or a body or place, that an article names.
pub(in crate::statement) struct Named {
    /// A person, an organisation (bodies are among these) or a place.
    pub(super) kind: Kind,
    /// The fullest name.
    pub(super) name: String,
    pub(super) parts: NameParts,
    /// Where it stands.
    pub(super) places: Vec<Range<usize>>,
    /// What it is, present offices and former ones.
    pub(super) phrases: Vec<Phrase>,
}

impl Named {
    /// The value of a description of this one; without one, of the name alone.
    pub(super) fn value(&self, phrase: Option<&Phrase>) -> Value {
        let role = |phrase: &Phrase| {
            if phrase.is_past && rank(&phrase.role) != Rank::Former {
                format!("{} {}", Rank::Former.word(), phrase.role)
            } else {
                phrase.role.clone()
            }
        };
        Value::Name(Name {
            kind: self.kind,
            name: Some(self.name.clone()),
            role: phrase.map(role),
            of: phrase.and_then(|p| p.of.clone()),
            parts: Vec::new(),
        })
    }
}

/// Everybody and every body that an article names, in order of first mention.
pub(super) fn named(account: &Account<'_>) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    for mention in account.mentions.iter().filter(|m| !m.is_described()) {
        let Some((kind, name)) = who(mention) else {
            continue;
        };
        let tokens = mention.name_tokens.clone();
        enter(
            account,
            &mut found,
            kind,
            name,
            tokens.unwrap_or_else(|| mention.tokens.clone()),
        );
    }
    for tokens in unread(account) {
        let name = account.document.slice(tokens.clone());
        enter(account, &mut found, Kind::Organisation, name, tokens);
    }
    found
}

fn who(mention: &Mention) -> Option<(Kind, &str)> {
    match &mention.value {
        Value::Name(name) => match name.kind {
            Kind::Person => Some((Kind::Person, name.name.as_deref()?)),
            Kind::Organisation | Kind::Body => Some((Kind::Organisation, name.name.as_deref()?)),
            Kind::Place => Some((Kind::Place, name.name.as_deref()?)),
            _ => None,
        },
        _ => None,
    }
}

fn enter(
    account: &Account<'_>,
    found: &mut Vec<Named>,
    kind: Kind,
    name: &str,
    tokens: Range<usize>,
) {
    let document = &account.document;
    let sentence = document.sentence_at(tokens.start);
    let Some(sentence) = sentence.and_then(|at| document.sentences.get(at)) else {
        return;
    };
    if !matches!(sentence.region, Region::Body | Region::Headline) {
        return;
    }
    let sentence = RoleSentence {
        account,
        kind,
        start: sentence.tokens.start,
        end: sentence.tokens.end,
    };
    let at = found.iter().position(|n| n.kind == kind && n.name == name);
    let at = at.unwrap_or_else(|| {
        found.push(Named {
            kind,
            name: name.to_owned(),
            parts: NameParts::of(name),
            places: Vec::new(),
            phrases: Vec::new(),
        });
        found.len() - 1
    });
    if let Some(known) = found.get_mut(at) {
        if kind != Kind::Place {
            known.phrases.extend(phrases(&sentence, &tokens));
        }
        known.places.push(tokens);
    }
}

/// What the words around a name say that its bearer is.
fn phrases(sentence: &RoleSentence<'_>, name: &Range<usize>) -> Vec<Phrase> {
    let readers = [before, after, beside, clause, present, done_by];
    let found = readers.iter().filter_map(|read| read(sentence, name));
    let past = |phrase: Phrase| Phrase {
        is_past: phrase.is_past || rank(&phrase.role) == Rank::Former,
        ..phrase
    };
    found.map(past).collect()
}

/// Names that no reader knows, if the words beside them say that they are a body's: "mine operator Norlund", "Norlund, which runs
/// the mine". By the tokens of every place where such a name stands.
fn unread(account: &Account<'_>) -> Vec<Range<usize>> {
    let document = &account.document;
    let mut runs = Vec::new();
    for sentence in document
        .sentences
        .iter()
        .filter(|s| s.region == Region::Body)
    {
        let sentence = RoleSentence {
            account,
            kind: Kind::Organisation,
            start: sentence.tokens.start,
            end: sentence.tokens.end,
        };
        let mut at = sentence.start;
        while at < sentence.end {
            let end = run_end(&sentence, at);
            if end > at && !is_read(account, &(at..end)) {
                runs.push((at..end, shows_body(&sentence, &(at..end))));
            }
            at = end.max(at + 1);
        }
    }
    let shown: Vec<String> = runs
        .iter()
        .filter(|(_, shown)| *shown)
        .map(|(run, _)| fold(document.slice(run.clone())))
        .collect();
    let known = |run: &Range<usize>| shown.contains(&fold(document.slice(run.clone())));
    runs.into_iter()
        .map(|(run, _)| run)
        .filter(|run| !shown.is_empty() && known(run))
        .collect()
}

/// One past the words with capitals that start at `at`; small words between two of them belong to a name.
fn run_end(sentence: &RoleSentence<'_>, at: usize) -> usize {
    let capital = |at: usize| sentence.has(at, Shape::CAPITAL) && sentence.has(at, Shape::WORD);
    let mut end = at;
    while capital(end) {
        end += 1;
        if sentence.is(end, "of") && capital(end + 1) {
            end += 1;
        }
    }
    // "The" at the head of a sentence is no name.
    let small = sentence.is(at, "stop") || sentence.is(at, "determiner");
    if small && end == at + 1 { at } else { end }
}

fn is_read(account: &Account<'_>, tokens: &Range<usize>) -> bool {
    let names = |m: &&Mention| matches!(m.value, Value::Name(_));
    let mut mentions = account.mentions.iter().filter(names);
    mentions.any(|m| m.tokens.start < tokens.end && tokens.start < m.tokens.end)
}

/// Whether the words beside a name say that it is a body's.
fn shows_body(sentence: &RoleSentence<'_>, name: &Range<usize>) -> bool {
    let before = name.start.checked_sub(1).filter(|&at| {
        sentence.has(at, Shape::WORD)
            && !sentence.has(at, Shape::CAPITAL)
            && is_role(Kind::Organisation, &sentence.words(at..at + 1))
    });
    before.is_some()
        || after(sentence, name).is_some_and(|p| is_body(&p))
        || clause(sentence, name).is_some()
}

/// Whether a phrase after a name ends with a word for a body, and is not merely any word after "a".
fn is_body(phrase: &Phrase) -> bool {
    let words: Vec<&str> = phrase.role.split(' ').collect();
    (0..words.len()).any(|at| {
        let phrase = words.get(at..).unwrap_or(&[]).join(" ");
        is_role(Kind::Organisation, &phrase)
    })
}
