//! Who says what: the article itself, somebody it cites or quotes, or the author of an embedded post.

use super::source;
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
    /// Of what sort the source is: police, organisers; `None` where its words do not tell.
    pub sort: Option<&'static str>,
}

impl Speaker {
    /// Whether two sources are of two sorts, of which neither speaks for the other.
    pub fn is_another_sort(&self, other: &Speaker) -> bool {
        self.sort.zip(other.sort).is_some_and(|(a, b)| a != b)
    }
}

/// A place where somebody is said to say something.
#[derive(Clone, Debug)]
struct Attribution {
    /// The speaker and the verb.
    matched: Range<usize>,
    name: String,
    sort: Option<&'static str>,
}

/// Where a document says who says something.
#[derive(Clone, Debug, Default)]
pub struct Speakers {
    by_sentence: FxHashMap<usize, Vec<Attribution>>,
}

impl Speakers {
    pub(in crate::claim) fn new(
        document: &Document<'_>,
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
            let named = || {
                let speaker = found.captures.iter().find(is_speaker)?;
                let sort = source::sort_of(document, &speaker.tokens);
                Some((name_of(document, mentions, speaker), sort))
            };
            // "Police said": who it is, is one of the words that the pattern asks for.
            let told = || {
                let (at, sort) = source::first_in(document, &found.tokens)?;
                Some((document.slice(at..at + 1).to_owned(), Some(sort)))
            };
            let sentence = document.sentence_at(found.tokens.start);
            if let Some((sentence, (name, sort))) = sentence.zip(named().or_else(told)) {
                by_sentence.entry(sentence).or_default().push(Attribution {
                    matched: found.tokens.clone(),
                    name,
                    sort,
                });
            }
        }
        for said in by_sentence.values_mut() {
            keep_first_of_a_verb(said);
        }
        Speakers { by_sentence }
    }

    /// Who says what `matched` says.
    pub fn of(&self, document: &Document<'_>, matched: &Range<usize>) -> Speaker {
        let nobody = |voice| Speaker {
            voice,
            name: None,
            sort: None,
        };
        let Some(index) = document.sentence_at(matched.start) else {
            return nobody(Voice::Article);
        };
        let sentence = document.sentences.get(index);
        if let Some(post) = sentence
            .filter(|s| s.region == Region::Post)
            .and_then(|s| document.posts.get(s.post?))
        {
            return Speaker {
                name: Some(document.slice(post.author.clone()).to_owned()),
                ..nobody(Voice::Post)
            };
        }
        let is_quoted = |at: usize| document.is_shaped(at, Shape::QUOTED);
        let quoted = is_quoted(matched.start) && is_quoted(matched.end.saturating_sub(1));
        let voice = if quoted {
            Voice::Quotation
        } else {
            Voice::Article
        };
        let said = self.said_in(index, matched);
        let nearby = || {
            self.said_nearby(document, index, matched)
                .filter(|_| quoted)
        };
        match said.or_else(nearby) {
            Some(said) => Speaker {
                voice,
                name: Some(said.name.clone()),
                sort: said.sort,
            },
            None => nobody(voice),
        }
    }

    /// The speaker named in the sentence, unless the claim stands between the speaker and the verb ("X, who led it,
    /// said"): that is the article's own voice.
    fn said_in(&self, sentence: usize, matched: &Range<usize>) -> Option<&Attribution> {
        let said = self.by_sentence.get(&sentence)?.iter();
        let outside =
            |a: &&Attribution| matched.end <= a.matched.start || a.matched.end <= matched.start;
        let after = |a: &&Attribution| a.matched.end <= matched.start;
        let said: Vec<&Attribution> = said.filter(outside).collect();
        let nearest = said.iter().rev().copied().find(after);
        nearest.or_else(|| said.first().copied())
    }

    /// For a quotation: the speaker of the sentence before or after, within the paragraph.
    fn said_nearby(
        &self,
        document: &Document<'_>,
        sentence: usize,
        matched: &Range<usize>,
    ) -> Option<&Attribution> {
        let paragraph = document.sentences.get(sentence)?.paragraph;
        let near = [sentence.checked_sub(1), Some(sentence + 1)]
            .into_iter()
            .flatten();
        let mut near = near.filter(|n| {
            let near = document.sentences.get(*n);
            near.is_some_and(|s| s.paragraph == paragraph)
        });
        near.find_map(|n| self.said_in(n, matched))
    }
}

/// Leaves out whoever stands behind a verb that has its speaker before it: in "police say Ann Lee and Jon Holt were shot" Ann Lee
/// says nothing.
fn keep_first_of_a_verb(said: &mut Vec<Attribution>) {
    let spoken: Vec<Range<usize>> = said.iter().map(|a| a.matched.clone()).collect();
    said.retain(|a| {
        let start = a.matched.start;
        !spoken
            .iter()
            .any(|other| other.start < start && start < other.end)
    });
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

#[cfg(test)]
mod tests {
    use crate::claim::extract;
    use crate::document::Document;
    use crate::rule::{built_in, compile};
    use crate::text::Source;

    #[test]
    fn whoever_stands_before_the_verb_says_it() {
        let rules = compile(&built_in()).0;
        let text = "Nora Quist was shot. Police say Quist and Hugo Frane were shot on Friday. Ida Bloom was shot too, said Otto Marn.";
        let source = Source::new("report", text.to_owned());
        let account = extract(Document::parse(&source), &rules);
        let asked = |rule: usize| {
            rules
                .claims
                .get(rule)
                .is_some_and(|r| r.id == "attack.victim")
        };
        let claims = account.claims.iter().filter(|c| asked(c.rule));
        let said: Vec<(&str, Option<&str>)> = claims
            .map(|c| (source.slice(c.span), c.speaker.name.as_deref()))
            .collect();
        assert_eq!(
            said,
            [
                ("Nora Quist", None),
                ("Quist", Some("Police")),
                ("Hugo Frane", Some("Police")),
                ("Ida Bloom", Some("Otto Marn")),
            ]
        );
    }
}
