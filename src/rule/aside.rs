//! What a sentence says by the way: what stands between a subject and its verb, or between any two words of a pattern, and
//! need not be written there.
//!
//! "Ann Lee, 52, a former judge, on Monday formally resigned" is "Ann Lee resigned". English puts what is said of a subject
//! right after it, between commas or after "of", and adverbs and times almost anywhere; to find the verb, nothing has to
//! be parsed: what stands between has few shapes.

use crate::document::{Document, Shape, Token, Word, WordLists};
use crate::mention::Mention;
use crate::value::Kind;
use std::ops::Range;

static WORDS: WordLists = WordLists::new(include_str!("aside.tsv"));

/// How many words may stand between the commas after a subject.
const LONGEST: usize = 16;
/// How many things may be said of a subject, one after the other.
const DEEPEST: usize = 4;

/// The asides of one sentence.
#[derive(Debug, Default)]
pub(super) struct Asides {
    base: usize,
    /// Of each word, where an adverb or a time that begins there ends; 0 where none does.
    light: Vec<u32>,
    /// Of each word, where a time, place or body that begins there ends.
    named: Vec<u32>,
    tokens: Range<usize>,
}

impl Asides {
    /// Goes on to the sentence of these tokens.
    pub(super) fn sentence(
        &mut self,
        document: &Document<'_>,
        mentions: &[Mention],
        tokens: &Range<usize>,
    ) {
        self.base = tokens.start;
        self.tokens = tokens.clone();
        self.light.clear();
        self.light.resize(tokens.len(), 0);
        self.named.clear();
        self.named.resize(tokens.len(), 0);
        let first = mentions.partition_point(|m| m.tokens.start < tokens.start);
        let inside = mentions.get(first..).unwrap_or(&[]).iter();
        for mention in inside.take_while(|m| m.tokens.start < tokens.end) {
            let at = mention.tokens.start - self.base;
            let end = mention.tokens.end as u32;
            match mention.value.kind() {
                Kind::Date | Kind::Time => {
                    let led = tokens.start < mention.tokens.start
                        && is(document, mention.tokens.start - 1, "before-time");
                    set(&mut self.light, at, end);
                    if led {
                        set(&mut self.light, at - 1, end);
                    }
                }
                Kind::Place | Kind::Country | Kind::Organisation | Kind::Body => {
                    set(&mut self.named, at, end);
                }
                _ => {}
            }
        }
        for at in tokens.clone() {
            if self.light(at).is_none() && is(document, at, "adverb") {
                set(&mut self.light, at - self.base, at as u32 + 1);
            }
        }
    }

    /// Where an adverb or a time that begins at a word ends.
    pub(super) fn light(&self, at: usize) -> Option<usize> {
        read(&self.light, at.checked_sub(self.base)?)
    }

    /// Where the verb of a subject may begin, other than right after it; beside it the words passed over that can change how
    /// sure it is.
    pub(super) fn verbs(
        &self,
        document: &Document<'_>,
        subject: &Range<usize>,
    ) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        if self.may_be_subject(document, subject.start) {
            self.walk(document, subject.end, DEEPEST, &mut found);
        }
        found
    }

    /// Whether a clause can begin at a word.
    fn may_be_subject(&self, document: &Document<'_>, start: usize) -> bool {
        let Some(before) = start.checked_sub(1).filter(|at| *at >= self.tokens.start) else {
            return true;
        };
        let Some(token) = document.tokens.get(before) else {
            return true;
        };
        token.is(Shape::PUNCTUATION) || WORDS.has("opening", token.word)
    }

    fn walk(
        &self,
        document: &Document<'_>,
        at: usize,
        deep: usize,
        found: &mut Vec<(usize, Range<usize>)>,
    ) {
        let Some(token) = document.tokens.get(at).filter(|_| at < self.tokens.end && deep > 0)
        else {
            return;
        };
        let mut pass = |end: usize, passed: Range<usize>| {
            if self.may_be_verb(document, end) {
                found.push((end, passed));
            }
            self.walk(document, end, deep - 1, found);
        };
        if let Some(end) = self.light(at) {
            pass(end, at..end);
        } else if WORDS.has("perfect", token.word) {
            pass(at + 1, at..at + 1);
        } else if token.word == Word::of(",") {
            for end in self.commas(document, at) {
                pass(end, end..end);
            }
        } else if token.word == Word::of("(") {
            if let Some(end) = self.sign(document, at, ")") {
                pass(end, end..end);
            }
        } else if WORDS.has("of-whom", token.word)
            && let Some(end) = self.name(document, at + 1)
        {
            pass(end, end..end);
        }
    }

    /// Where the place or body that begins at a word ends; what no table knows is taken by its capitals.
    fn name(&self, document: &Document<'_>, at: usize) -> Option<usize> {
        let capital = |at: &usize| {
            let token = document.tokens.get(*at).filter(|_| *at < self.tokens.end);
            token.is_some_and(|token| token.is(Shape::CAPITAL))
        };
        let known = read(&self.named, at - self.base);
        known.or_else(|| (at..).take_while(capital).last().map(|last| last + 1))
    }

    /// Past each comma after the one at `from`.
    fn commas(&self, document: &Document<'_>, from: usize) -> Vec<usize> {
        let mut ends = Vec::new();
        for at in from + 1..self.tokens.end.min(from + LONGEST) {
            let Some(token) = document.tokens.get(at) else {
                break;
            };
            if token.word == Word::of(",") {
                ends.push(at + 1);
            } else if token.is(Shape::QUOTE_MARK) || token.word == Word::of(";") || token.word == Word::of(":") {
                break;
            }
        }
        ends
    }

    /// Past the next sign.
    fn sign(&self, document: &Document<'_>, from: usize, sign: &'static str) -> Option<usize> {
        let closes = |token: &Token| token.word == Word::of(sign);
        let reach = from + 1..self.tokens.end.min(from + LONGEST);
        let found = reach.clone().find(|at| document.tokens.get(*at).is_some_and(closes));
        found.map(|at| at + 1)
    }

    fn may_be_verb(&self, document: &Document<'_>, at: usize) -> bool {
        let token = document.tokens.get(at).filter(|_| at < self.tokens.end);
        token.is_some_and(|token| token.is(Shape::WORD) && !WORDS.has("no-verb", token.word))
    }
}

fn is(document: &Document<'_>, at: usize, class: &str) -> bool {
    document.word(at).is_some_and(|word| WORDS.has(class, word))
}

fn set(ends: &mut [u32], at: usize, end: u32) {
    if let Some(known) = ends.get_mut(at) {
        *known = (*known).max(end);
    }
}

fn read(ends: &[u32], at: usize) -> Option<usize> {
    let end = ends.get(at).copied().filter(|end| *end > 0)?;
    Some(end as usize)
}
