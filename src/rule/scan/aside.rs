//! What a sentence says by the way: what stands between a subject and its verb, or between any two words of a pattern, and
//! need not be written there.
//!
//! "Ann Lee, 52, a former judge, on Monday formally resigned" is "Ann Lee resigned". English puts what is said of a subject
//! right after it, between commas or after "of", and adverbs and times almost anywhere; to find the verb, nothing has to
//! be parsed: what stands between has few shapes.

use crate::document::{Document, Shape, Token, Word, word_lists};
use crate::mention::Mention;
use crate::value::Kind;
use std::ops::Range;

word_lists! {
    /// The lists of `aside.tsv`.
    enum List of "aside.tsv" {
        Adverb = "adverb",
        BeforeTime = "before-time",
        Perfect = "perfect",
        Finite = "finite",
        OfWhom = "of-whom",
        Opening = "opening",
        NoVerb = "no-verb",
    }
}

/// How many words may stand between the commas after a subject.
const LONGEST: usize = 20;
/// How many things may be said of a subject, one after the other.
const DEEPEST: usize = 4;

/// The asides of a document.
#[derive(Debug)]
pub(super) struct Asides {
    /// Of each word, one past the adverb or time that begins there; 0 where none does.
    light: Vec<u32>,
    /// Of each word, one past the place or body that begins there; 0 where none does.
    named: Vec<u32>,
    /// Of each word, the first word of the age that ends right before it, plus one; 0 where none does.
    aged: Vec<u32>,
}

impl Asides {
    /// Those of a document with these mentions.
    pub(in crate::rule) fn new(document: &Document<'_>, mentions: &[Mention]) -> Self {
        let words = document.tokens.iter();
        let adverbs = (1..).zip(words).map(|(past, token)| {
            let is_adverb = List::Adverb.has(token.word);
            if is_adverb { past } else { 0 }
        });
        let mut light: Vec<u32> = adverbs.collect();
        let (mut named, mut aged) = (vec![0; light.len()], vec![0; light.len()]);
        for mention in mentions {
            let (start, end) = (mention.tokens.start, mention.tokens.end as u32);
            match mention.value.kind() {
                Kind::Date | Kind::Time => {
                    set(&mut light, start, end);
                    let before = start.checked_sub(1);
                    if let Some(before) = before.filter(|at| is(document, *at, List::BeforeTime)) {
                        set(&mut light, before, end);
                    }
                }
                Kind::Place | Kind::Country | Kind::Organisation | Kind::Body => {
                    set(&mut named, start, end);
                }
                Kind::Age => set(&mut aged, mention.tokens.end, start as u32 + 1),
                _ => {}
            }
        }
        Asides { light, named, aged }
    }

    /// Where an adverb or a time that begins at a word ends.
    #[inline]
    pub(super) fn light(&self, at: usize) -> Option<usize> {
        read(&self.light, at)
    }

    /// Where the verb of a subject (`counted`: a number of people) may begin, other than right after it; beside it the words
    /// passed over that can change how sure it is.
    pub(in crate::rule) fn verbs(
        &self,
        document: &Document<'_>,
        sentence: &Range<usize>,
        subject: &Range<usize>,
        counted: bool,
    ) -> Vec<(usize, Range<usize>)> {
        let mut walk = Walk {
            asides: self,
            counted,
            tokens: document.tokens.get(..sentence.end).unwrap_or(&[]),
            found: Vec::new(),
        };
        if walk.may_be_subject(sentence.start, subject.start) {
            walk.on(subject.end, DEEPEST);
        }
        walk.found
    }
}

/// The way from a subject to its verb.
struct Walk<'a> {
    asides: &'a Asides,
    /// The tokens to the end of the sentence.
    tokens: &'a [Token],
    /// Whether the subject is a number of people, who may be named after it.
    counted: bool,
    found: Vec<(usize, Range<usize>)>,
}

impl Walk<'_> {
    /// Whether a clause can begin at a word, or at the age before it: "37-year-old Ann Lee of Leeds, a judge, has resigned".
    fn may_be_subject(&self, sentence: usize, start: usize) -> bool {
        let start = read(&self.asides.aged, start).map_or(start, |past| past - 1);
        let before = start.checked_sub(1).filter(|at| *at >= sentence);
        let before = before.and_then(|at| self.tokens.get(at));
        before.is_none_or(|token| token.is(Shape::PUNCTUATION) || List::Opening.has(token.word))
    }

    /// Goes on past what begins at a word, if more than none may still be passed.
    fn on(&mut self, at: usize, deep: usize) {
        let word = self.tokens.get(at).map(|token| token.word);
        let Some(word) = word.filter(|_| deep > 0) else {
            return;
        };
        if let Some(end) = self.asides.light(at) {
            self.past(at, end, deep);
        } else if List::Perfect.has(word) {
            self.past(at, at + 1, deep);
        } else if word == Word::of(",") && !(self.counted && self.is_capital(at + 1)) {
            for end in self.commas(at) {
                self.past(end, end, deep);
            }
        } else if word == Word::of("(") {
            if let Some(end) = self.bracket(at) {
                self.past(end, end, deep);
            }
        } else if self.is_dash(at) {
            for end in self.dashes(at) {
                self.past(end, end, deep);
            }
        } else if List::OfWhom.has(word)
            && let Some(end) = self.name(at + 1)
        {
            self.past(end, end, deep);
        }
    }

    /// The verb may begin at `end`, past words from `from` on that can change how sure it is; or more is said before it.
    fn past(&mut self, from: usize, end: usize, deep: usize) {
        let token = self.tokens.get(end);
        if token.is_some_and(|token| token.is(Shape::WORD) && !List::NoVerb.has(token.word)) {
            self.found.push((end, from..end));
        }
        self.on(end, deep - 1);
    }

    /// Where the place or body that begins at a word ends; what no table knows is taken by its capitals.
    fn name(&self, at: usize) -> Option<usize> {
        let capitals = || (at..).take_while(|at| self.is_capital(*at));
        let known = read(&self.asides.named, at);
        known.or_else(|| capitals().last().map(|last| last + 1))
    }

    fn is_capital(&self, at: usize) -> bool {
        let token = self.tokens.get(at);
        token.is_some_and(|token| token.is(Shape::CAPITAL))
    }

    /// Past each comma after the one at `from`, up to that before a verb.
    fn commas(&self, from: usize) -> Vec<usize> {
        let reach = (from + 1..).zip(self.tokens.iter().skip(from + 1).take(LONGEST));
        let closes = |token: &Token| {
            token.is(Shape::QUOTE_MARK)
                || token.word == Word::of(";")
                || token.word == Word::of(":")
        };
        let inside = reach.take_while(|(_, token)| !closes(token));
        let commas = inside.filter(|(_, token)| token.word == Word::of(","));
        let mut ends = Vec::new();
        for (at, _) in commas {
            ends.push(at + 1);
            // "Ann Lee, 52, was hurt, said Tom Berg": what follows is not said by the way.
            let next = self.tokens.get(at + 1);
            if next.is_some_and(|token| List::Finite.has(token.word)) {
                break;
            }
        }
        ends
    }

    /// Past the dash at `from`, which may close what stands between two, and past the next.
    fn dashes(&self, from: usize) -> Vec<usize> {
        let mut next = from + 1..(from + 1 + LONGEST).min(self.tokens.len());
        let closing = next.find(|at| self.is_dash(*at));
        std::iter::once(from)
            .chain(closing)
            .map(|at| at + 1)
            .collect()
    }

    /// Whether a dash stands at a word, and not the hyphen of one.
    fn is_dash(&self, at: usize) -> bool {
        let glued = |at: usize| self.tokens.get(at).is_some_and(|t| t.is(Shape::GLUED));
        let token = self.tokens.get(at).filter(|t| t.word == Word::of("-"));
        token.is_some_and(|t| t.end - t.start > 1 || !(glued(at) && glued(at + 1)))
    }

    /// Past the bracket that closes the one at `from`.
    fn bracket(&self, from: usize) -> Option<usize> {
        let mut reach = (from + 1..).zip(self.tokens.iter().skip(from + 1).take(LONGEST));
        let closing = reach.find(|(_, token)| token.word == Word::of(")"));
        closing.map(|(at, _)| at + 1)
    }
}

fn is(document: &Document<'_>, at: usize, list: List) -> bool {
    list.has(document.word(at))
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
