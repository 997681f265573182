//! What may be a member of a list of people: a name, a number of people, somebody described, "himself".

use super::{List, is_known, is_within};
use crate::document::{Document, Shape, Word};
use crate::mention::Mention;
use crate::value::{Bound, Kind, Quantity, Value};
use std::ops::Range;

/// Most words of a description before its noun: "his former high school wrestling teacher".
const DESCRIPTION: usize = 6;
/// Most tokens of a remark between commas.
const REMARK: usize = 10;
/// Most tokens of a remark in brackets.
const BRACKETS: usize = 6;

/// What a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// Somebody by name.
    Named,
    /// Somebody by what he is: "a clerk", "her brother".
    Described,
    /// A number of people.
    Several,
    /// "Himself".
    Himself,
    /// "Her unborn child".
    Unborn,
    /// People of whom no number is told: "her children".
    Unknown,
}

/// A member of a list.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) tokens: Range<usize>,
    /// The tokens of the mention in it, if it is named.
    pub(super) name: Range<usize>,
    pub(super) who: Who,
    /// Whether it is described as somebody's own: "her brother".
    pub(super) own: bool,
    /// Whether no more than its number is meant.
    pub(super) exact: bool,
    number: Option<f64>,
}

impl Member {
    fn one(tokens: Range<usize>, who: Who, own: bool) -> Member {
        Member {
            name: tokens.clone(),
            tokens,
            who,
            own,
            exact: false,
            number: Some(1.0),
        }
    }

    /// How many people it is.
    pub(super) fn number(&self) -> Option<f64> {
        self.number
    }
}

/// Reads the members of one sentence.
pub(super) struct MemberReader<'a> {
    pub(super) document: &'a Document<'a>,
    /// Those from the sentence's first on.
    pub(super) mentions: &'a [Mention],
    /// One past the sentence's last token.
    pub(super) end: usize,
    /// Headlines leave out "a" and "and".
    pub(super) headline: bool,
}

impl MemberReader<'_> {
    /// The word at a place of the sentence.
    pub(super) fn word(&self, at: usize) -> Option<Word> {
        self.document.word(at).filter(|_| at < self.end)
    }

    fn has(&self, at: usize, shape: Shape) -> bool {
        let token = self.document.tokens.get(at);
        at < self.end && token.is_some_and(|t| t.is(shape))
    }

    /// The mentions that begin at a token.
    fn beginning(&self, at: usize) -> impl Iterator<Item = &Mention> {
        let first = self.mentions.partition_point(|m| m.tokens.start < at);
        let here = self.mentions.get(first..).unwrap_or(&[]).iter();
        here.take_while(move |m| m.tokens.start == at)
    }

    /// The member that begins at a token; `bare` if no determiner is needed.
    pub(super) fn member(&self, at: usize, bare: bool) -> Option<Member> {
        let word = self.word(at)?;
        // Most words begin nothing, which one look tells.
        let known = is_known(word) || self.has(at, Shape::POSSESSIVE);
        if !known && self.beginning(at).next().is_none() {
            return None;
        }
        if List::Oneself.has(word) {
            let member = Member::one(at..at + 1, Who::Himself, false);
            return (!self.headline || bare).then_some(member);
        }
        // "Her and two friends", but "her husband and two friends".
        let joined = List::And.has(self.word(at + 1));
        if List::Pronoun.has(word) && joined {
            return Some(Member::one(at..at + 1, Who::Described, false));
        }
        if let Some(named) = self.named(at) {
            return if self.has(named.end, Shape::POSSESSIVE) {
                self.described(named.end + 1, at, true)
            } else {
                Some(Member::one(named, Who::Named, false))
            };
        }
        if let Some(several) = self.several(at) {
            return Some(several);
        }
        let own = List::Own.has(word) || self.has(at, Shape::POSSESSIVE);
        let several = self.several(at + 1).filter(|_| own || List::The.has(word));
        if let Some(several) = several {
            let tokens = at..several.tokens.end;
            Some(Member {
                tokens,
                own,
                ..several
            })
        } else if own || List::The.has(word) {
            self.described(at + 1, at, own)
        } else if bare && self.is_bare(at) || self.is_noun(at) && self.named(at + 1).is_some() {
            // "and friend Peter Moss"
            self.described(at, at, false)
        } else {
            None
        }
    }

    fn named(&self, at: usize) -> Option<Range<usize>> {
        let person = |m: &&Mention| m.value.kind() == Kind::Person && m.name_tokens.is_some();
        self.beginning(at).find(person).map(|m| m.tokens.clone())
    }

    fn several(&self, at: usize) -> Option<Member> {
        let count = |m: &Mention| match &m.value {
            Value::Quantity(q) if q.kind == Kind::Count => Some((m.tokens.clone(), q.clone())),
            _ => None,
        };
        let (tokens, quantity) = self.beginning(at).find_map(count)?;
        let noun = quantity.noun.as_deref()?.rsplit(' ').next()?;
        let noun = Word::new(noun);
        (List::Several.has(noun) || List::One.has(noun)).then_some(())?;
        Some(Member {
            name: tokens.clone(),
            tokens,
            who: Who::Several,
            own: false,
            exact: quantity.bound == Bound::Exact,
            number: number(&quantity),
        })
    }

    /// Somebody described by the words from `from` on; what is described begins at `start`.
    fn described(&self, from: usize, start: usize, own: bool) -> Option<Member> {
        let mut at = from;
        let mut aged = None;
        while at < (from + DESCRIPTION).min(self.end) {
            if let Some(named) = self.named(at) {
                // "the Rev. Ann Lee"; "her brother Luis" is met after the noun
                return (at == from).then(|| Member {
                    name: named.clone(),
                    ..Member::one(start..named.end, Who::Named, own)
                });
            }
            if let Some(age) = self.age(at) {
                aged = Some(age);
                at = age;
                continue;
            }
            let word = self.word(at)?;
            let ends = !self.has(at + 1, Shape::POSSESSIVE) && !self.is_noun(at + 1);
            if List::One.has(word) && ends {
                let named = self.named(at + 1);
                let unborn = (from..at).any(|at| List::Unborn.has(self.word(at)));
                let plain = if unborn { Who::Unborn } else { Who::Described };
                let who = named.as_ref().map_or(plain, |_| Who::Named);
                let name = named.unwrap_or(start..at + 1);
                let tokens = start..name.end;
                return Some(Member {
                    name,
                    ..Member::one(tokens, who, own)
                });
            }
            if List::Several.has(word) && ends {
                return Some(Member {
                    number: None,
                    ..Member::one(start..at + 1, Who::Unknown, own)
                });
            }
            let hyphen = self.has(at, Shape::PUNCTUATION) && self.has(at, Shape::GLUED);
            let joins = hyphen && List::Comma.has(word) && self.has(at + 1, Shape::GLUED);
            // "The flood took four women": the number begins another.
            if !(joins || is_within(self.document, at)) || self.several(at).is_some() {
                break;
            }
            at += 1;
        }
        // "a 10-year-old"
        let end = aged?;
        let alone = self
            .word(end)
            .is_none_or(|w| List::Comma.has(w) || List::And.has(w) || List::Function.has(w));
        (alone || end == at && self.headline).then(|| Member::one(start..end, Who::Described, own))
    }

    /// Whether a description without a determiner begins at a token: "woman", "6-year-old son", "young mother".
    fn is_bare(&self, at: usize) -> bool {
        let word = self.word(at);
        self.is_noun(at) || self.age(at).is_some() || word.is_some_and(|w| List::Before.has(w))
    }

    fn is_noun(&self, at: usize) -> bool {
        self.word(at)
            .is_some_and(|w| List::One.has(w) || List::Several.has(w))
    }

    /// Where an age that begins at a token ends.
    fn age(&self, at: usize) -> Option<usize> {
        let age = |m: &&Mention| m.value.kind() == Kind::Age;
        self.beginning(at).find(age).map(|m| m.tokens.end)
    }

    /// Where what is said of the member before ends: an age, an origin, a remark in brackets.
    pub(super) fn aside(&self, at: usize) -> Option<usize> {
        if let Some(end) = self.age(at) {
            // "ages 7 and 10"
            let and = List::And.has(self.word(end));
            let more = self.age(end + 1).filter(|_| and);
            return Some(more.unwrap_or(end));
        }
        let word = self.word(at)?;
        if word == Word::of("(") {
            let within = at + 1..(at + BRACKETS).min(self.end);
            let closes = |at: &usize| self.word(*at) == Some(Word::of(")"));
            return within.clone().find(closes).map(|at| at + 1);
        }
        if List::Origin.has(word) {
            let the = List::The.has(self.word(at + 1));
            return self.place(at + 1 + usize::from(the));
        }
        if List::Side.has(word) {
            // "Ana Ruiz, left, and Luis Holt"; not "killed a boy and left a man"
            let apart = |at: Option<usize>| {
                let word = at.and_then(|at| self.word(at));
                word.is_some_and(|w| List::Comma.has(w) || List::And.has(w))
            };
            return (apart(Some(at + 1)) && apart(at.checked_sub(1))).then_some(at + 1);
        }
        // "both of Leeds" is a count as well.
        let read = self.beginning(at).map(|m| m.tokens.end).max();
        List::Aside.has(word).then(|| read.unwrap_or(at + 1))
    }

    /// Where a remark on somebody named ends that begins with "a" behind a comma: "a baker from Leeds," "the owner of a bar,".
    pub(super) fn remark(&self, at: usize) -> Option<usize> {
        self.word(at).filter(|w| List::The.has(*w))?;
        for at in at + 1..(at + REMARK).min(self.end) {
            let word = self.word(at)?;
            if word == Word::of(",") {
                return Some(at);
            }
            let ends = List::And.has(word)
                || List::Is.has(word)
                || List::Are.has(word)
                || List::Verb.has(word);
            if ends || !self.has(at, Shape::WORD) {
                return None;
            }
        }
        None
    }

    /// Where a clause on somebody ends that begins with "who" behind a comma: "who was asleep,".
    pub(super) fn relative(&self, at: usize) -> Option<usize> {
        self.word(at).filter(|w| List::Relative.has(*w))?;
        let mut within = at + 1..(at + REMARK).min(self.end);
        let end = within.find(|at| !self.has(*at, Shape::WORD) || self.joins(*at))?;
        (self.word(end) == Some(Word::of(","))).then_some(end)
    }

    fn joins(&self, at: usize) -> bool {
        List::And.has(self.word(at))
    }

    fn place(&self, at: usize) -> Option<usize> {
        let place = |m: &&Mention| m.value.kind() == Kind::Place;
        self.beginning(at).find(place).map(|m| m.tokens.end)
    }

    /// Where what is said of the last member ends, if anything is.
    pub(super) fn trailing_aside(&self, end: usize) -> usize {
        let mut last = end;
        loop {
            let comma = List::Comma.has(self.word(last));
            match self.aside(last + usize::from(comma)) {
                Some(end) => last = end,
                None => break,
            }
        }
        last
    }
}

/// The number of a count; none of "several".
fn number(quantity: &Quantity) -> Option<f64> {
    quantity.nominal.or(quantity.low)
}
