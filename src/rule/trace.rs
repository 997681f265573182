//! How far a pattern gets in a sentence that it does not match: which of its parts are there, and which is missing.
//!
//! Every beginning of a pattern is a pattern itself, so the automaton of all beginnings answers the question.

use super::automaton::class::WordClasses;
use super::automaton::{Automaton, PatternId};
use super::compile::RuleText;
use super::compiled::Compiled;
use super::merge::element::Element;
use super::pattern;
use super::scan::page::PatternPage;
use super::set::RuleSet;
use crate::document::Document;
use crate::mention::Mention;
use std::ops::Range;

/// The automaton of all beginnings of all patterns.
#[derive(Debug)]
pub struct Tracer {
    automaton: Automaton,
    vocabulary: WordClasses,
    /// The pattern, how many of its parts, and how many it has, by beginning.
    beginnings: Vec<(PatternId, usize, usize)>,
}

/// How far a pattern got in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The pattern.
    pub pattern: PatternId,
    /// How many of its parts matched.
    pub parts: usize,
    /// How many it has.
    pub of: usize,
    /// The tokens they matched.
    pub tokens: Range<usize>,
}

impl Reached {
    /// Whether the whole pattern matched.
    pub fn is_match(&self) -> bool {
        self.parts == self.of
    }

    /// The part of the pattern, as written, that matched and the part that is missing.
    pub fn written<'r>(&self, rules: &'r RuleSet) -> (&'r str, &'r str) {
        let text = rules
            .patterns
            .get(self.pattern as usize)
            .map_or("", |p| p.text);
        let parts = pattern::parts(text);
        let split = parts.get(self.parts).map_or(text.len(), |p| p.start);
        // A gap by itself is never missing: what should come after it is.
        let is_gap = |p: &Range<usize>| text.get(p.start..).is_some_and(|t| t.starts_with("..."));
        let gap = parts.get(self.parts).is_some_and(is_gap);
        let last = parts.get(self.parts + usize::from(gap));
        let next = split..last.map_or(text.len(), |p| p.end);
        (
            text.get(..split).unwrap_or("").trim_end(),
            text.get(next).unwrap_or(""),
        )
    }
}

impl Tracer {
    /// The tracer of the rules that these files compile to.
    pub fn new(texts: &[RuleText]) -> Tracer {
        let Compiled {
            read,
            force,
            mut compiler,
            ..
        } = Compiled::together(texts);
        let mut beginnings = Vec::new();
        for (at, element) in std::mem::take(&mut compiler.merger.elements)
            .iter()
            .enumerate()
        {
            let builder = &mut compiler.merger.shared.builder;
            let parts = builder.elements.parts(element).to_vec();
            for length in 1..=parts.len() {
                let beginning = parts.get(..length).unwrap_or(&[]);
                let last = beginning.last().map(|last| builder.elements.get(*last));
                if !matches!(last, Some(Element::Gap(_))) {
                    builder.add(beginnings.len() as PatternId, beginning);
                    beginnings.push((at as PatternId, length, parts.len()));
                }
            }
        }
        let automaton = compiler.merger.automaton(&read.in_order(&force));
        Tracer {
            automaton,
            vocabulary: compiler.merger.shared.builder.vocabulary(),
            beginnings,
        }
    }

    /// Per pattern that got anywhere, how far it got in the sentence (index into the document's); in order of patterns.
    pub fn furthest(
        &self,
        document: &Document<'_>,
        mentions: &[Mention],
        sentence: usize,
    ) -> Vec<Reached> {
        let Some(sentence) = document.sentences.get(sentence) else {
            return Vec::new();
        };
        let page = PatternPage::new(document, mentions, &self.automaton, &self.vocabulary);
        let found = self.automaton.scan_one(&page, sentence.tokens.clone());
        let mut reached: Vec<Reached> = Vec::new();
        for found in found {
            let beginning = self.beginnings.get(found.pattern as usize).copied();
            let Some((pattern, parts, of)) = beginning else {
                continue;
            };
            let new = Reached {
                pattern,
                parts,
                of,
                tokens: found.tokens,
            };
            match reached.iter_mut().find(|r| r.pattern == pattern) {
                Some(old) if old.parts < parts => *old = new,
                Some(_) => {}
                None => reached.push(new),
            }
        }
        reached.sort_by_key(|r| r.pattern);
        reached
    }
}
