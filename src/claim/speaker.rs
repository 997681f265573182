//! Who says what: the article itself, somebody it cites or quotes, or the author of an embedded post.

use crate::document::{Document, Region, Shape};
use crate::mention::Mention;
use crate::rule::{Captured, Cue, Match, OPENING, Purpose, RuleSet};
use crate::value::Value;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// In whose voice something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// The article's own, be it on somebody's word.
    Article,
    /// Between quotation marks.
    Quotation,
    /// An embedded post.
    Post,
}

/// Who says something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Speaker {
    /// In whose voice.
    pub voice: Voice,
    /// The name or description; `None` when the article itself says it.
    pub name: Option<String>,
}

/// A place where somebody is said to say something.
struct Attribution {
    /// The speaker and the verb.
    matched: Range<usize>,
    name: String,
}

/// The attributions of a document.
pub(super) struct Speakers<'a> {
    document: &'a Document<'a>,
    by_sentence: FxHashMap<usize, Vec<Attribution>>,
}

impl<'a> Speakers<'a> {
    pub(super) fn new(
        document: &'a Document<'a>,
        rules: &RuleSet,
        mentions: &[Mention],
        matches: &[Match],
    ) -> Self {
        let mut by_sentence: FxHashMap<usize, Vec<Attribution>> = FxHashMap::default();
        for found in matches {
            let Some(pattern) = rules.patterns.get(found.pattern as usize) else {
                continue;
            };
            if pattern.purpose != Purpose::Cue(Cue::SaidBy) {
                continue;
            }
            let is_speaker = |c: &&Captured| {
                c.name == OPENING
                    || rules
                        .names
                        .get(c.name as usize)
                        .is_some_and(|n| n == "speaker")
            };
            let Some(speaker) = found.captures.iter().find(is_speaker) else {
                continue;
            };
            let name = name_of(document, mentions, speaker);
            if let Some(sentence) = document.sentence_at(found.tokens.start) {
                by_sentence.entry(sentence).or_default().push(Attribution {
                    matched: found.tokens.clone(),
                    name,
                });
            }
        }
        Speakers {
            document,
            by_sentence,
        }
    }

    /// Who says what `matched` says.
    pub(super) fn of(&self, matched: &Range<usize>) -> Speaker {
        let Some(index) = self.document.sentence_at(matched.start) else {
            return Speaker {
                voice: Voice::Article,
                name: None,
            };
        };
        let sentence = self.document.sentences.get(index);
        if let Some(post) = sentence
            .filter(|s| s.region == Region::Post)
            .and_then(|s| self.document.posts.get(s.post?))
        {
            return Speaker {
                voice: Voice::Post,
                name: Some(self.document.slice(post.author.clone()).to_owned()),
            };
        }
        let quoted = self
            .document
            .tokens
            .get(matched.start)
            .is_some_and(|t| t.is(Shape::QUOTED))
            && self
                .document
                .tokens
                .get(matched.end.saturating_sub(1))
                .is_some_and(|t| t.is(Shape::QUOTED));
        let voice = if quoted {
            Voice::Quotation
        } else {
            Voice::Article
        };
        let name = self.said_in(index, matched).or_else(|| {
            if quoted {
                self.said_nearby(index, matched)
            } else {
                None
            }
        });
        Speaker { voice, name }
    }

    /// The speaker named in the sentence, unless the claim stands between the speaker and the verb ("X, who led it,
    /// said"): that is the article's own voice.
    fn said_in(&self, sentence: usize, matched: &Range<usize>) -> Option<String> {
        let said = self.by_sentence.get(&sentence)?.iter();
        let outside =
            |a: &&Attribution| matched.end <= a.matched.start || a.matched.end <= matched.start;
        let after = |a: &&Attribution| a.matched.end <= matched.start;
        let said: Vec<&Attribution> = said.filter(outside).collect();
        let nearest = said
            .iter()
            .rev()
            .copied()
            .find(after)
            .or_else(|| said.first().copied());
        nearest.map(|a| a.name.clone())
    }

    /// For a quotation: the speaker of the sentence before or after, within the paragraph.
    fn said_nearby(&self, sentence: usize, matched: &Range<usize>) -> Option<String> {
        let paragraph = self.document.sentences.get(sentence)?.paragraph;
        let near = [sentence.checked_sub(1), Some(sentence + 1)]
            .into_iter()
            .flatten();
        let mut near = near.filter(|n| {
            self.document
                .sentences
                .get(*n)
                .is_some_and(|s| s.paragraph == paragraph)
        });
        near.find_map(|n| self.said_in(n, matched))
    }
}

/// The name of a mention, or the words as they stand.
fn name_of(document: &Document<'_>, mentions: &[Mention], captured: &Captured) -> String {
    let named = captured
        .mention
        .and_then(|index| mentions.get(index))
        .and_then(|m| match &m.value {
            Value::Name(name) => name.name.clone(),
            _ => None,
        });
    named.unwrap_or_else(|| document.slice(captured.tokens.clone()).to_owned())
}
