//! Which of two names that are forms of one belong to two relatives: "Daniel Moss and his son, Danny Moss".
//!
//! Read only where an article has two such names, which most have not.

use super::Mention;
use super::age::{age_beside, are_as_old};
use super::person::person;
use super::words::List;
use crate::document::{Document, Shape, Word};
use crate::value::Kind;
use crate::value::name::NameParts;

/// How many words may stand between "his" and the word of kinship: "his two younger sons".
const DESCRIPTION: usize = 4;
/// How many words a description after a name may have: "one of the deputy's sons from an earlier marriage".
const AFTER: usize = 9;

/// An article in which kin are looked for.
#[derive(Clone, Copy)]
pub(super) struct Relatives<'r, 's> {
    pub(super) document: &'r Document<'s>,
    pub(super) mentions: &'r [Mention],
}

impl<'r> Relatives<'r, '_> {
    /// Whether the article tells that one of two names is of a relative of the other's bearer, or that they are not of an age.
    pub(super) fn are_two(self, one: &NameParts, other: &NameParts) -> bool {
        let named: Vec<(usize, NameParts)> = (0..self.mentions.len())
            .filter_map(|at| Some((at, self.full(at)?)))
            .filter(|(_, parts)| parts == one || parts == other)
            .collect();
        let age = |of: &NameParts| {
            let mut of = named.iter().filter(|(_, parts)| parts == of);
            of.find_map(|(at, _)| age_beside(self.document, self.mentions, *at))
        };
        if !are_as_old(age(one), age(other)) {
            return true;
        }
        named.iter().any(|(at, parts)| {
            let owner = if parts == one { other } else { one };
            self.is_kin_of(*at, owner)
        })
    }

    /// The full name that a mention itself has.
    fn full(self, at: usize) -> Option<NameParts> {
        let mention = self.mentions.get(at)?;
        let value = person(mention).filter(|_| mention.name_tokens.is_some())?;
        let parts = NameParts::of(value.name.as_deref()?);
        (!parts.is_single()).then_some(parts)
    }

    /// Whether the words before or after a name say that it is of kin of `owner`.
    fn is_kin_of(self, at: usize, owner: &NameParts) -> bool {
        self.kin_before(at)
            .is_some_and(|kin| self.is_of(kin, at, owner))
            || self
                .kin_after(at)
                .is_some_and(|kin| self.is_of(kin, at, owner) || self.goes_on_of(kin, owner))
    }

    /// The word of kinship right before a name: "his son, Danny Moss", "his 9-year-old son Danny Moss".
    fn kin_before(self, at: usize) -> Option<usize> {
        let mention = self.mentions.get(at)?;
        let mut end = mention.tokens.start;
        end -= usize::from(self.is(end.checked_sub(1)?, ","));
        end.checked_sub(1).filter(|kin| self.is_kin(*kin))
    }

    /// The word of kinship in the description after a name and an age: "Danny Moss, 17, one of the guard's sons".
    fn kin_after(self, at: usize) -> Option<usize> {
        let mut start = self.mentions.get(at)?.tokens.end;
        if !self.is(start, ",") {
            return None;
        }
        let aged = self
            .mentions
            .get(at + 1)
            .filter(|next| next.tokens.start == start + 1 && next.value.kind() == Kind::Age);
        if let Some(aged) = aged.filter(|aged| self.is(aged.tokens.end, ",")) {
            start = aged.tokens.end;
        }
        let described = start + 1..start + 1 + AFTER;
        let mut words = described.take_while(|at| {
            let token = self.document.tokens.get(*at);
            token.is_some_and(|t| t.is(Shape::WORD) || t.is(Shape::POSSESSIVE))
        });
        words.find(|at| self.is_kin(*at))
    }

    /// Whether whoever "his" or "the guard's" before a word of kinship stands for is `owner`.
    fn is_of(self, kin: usize, relative: usize, owner: &NameParts) -> bool {
        for at in (kin.saturating_sub(DESCRIPTION + 1)..kin).rev() {
            let Some(token) = self.document.tokens.get(at) else {
                return false;
            };
            if token.is(Shape::POSSESSIVE) {
                let before = self.mentions.iter().filter(|m| m.tokens.end == at);
                return before.into_iter().any(|m| self.is_called(m, owner));
            }
            if List::Owner.has(token.word) {
                let before = self.person_before(at, relative);
                return before.is_some_and(|m| self.is_called(m, owner));
            }
            if !token.is(Shape::WORD) || token.is(Shape::CAPITAL) {
                return false;
            }
        }
        false
    }

    /// "The son of Daniel Moss".
    fn goes_on_of(self, kin: usize, owner: &NameParts) -> bool {
        let named = |m: &Mention| m.tokens.start == kin + 2 && self.is_called(m, owner);
        self.is(kin + 1, "of") && self.mentions.iter().any(named)
    }

    /// The person last mentioned before a pronoun, in its sentence or the one before.
    fn person_before(self, at: usize, relative: usize) -> Option<&'r Mention> {
        let known = self.mentions.iter().enumerate();
        let (_, last) = known
            .rev()
            .find(|(n, m)| *n != relative && m.tokens.end <= at && person(m).is_some())?;
        let here = self.document.sentence_at(at)?;
        let there = self.document.sentence_at(last.tokens.start)?;
        (there + 1 >= here).then_some(last)
    }

    /// Whether a mention can stand for the one with that name: by the name, its family name or a role given beside it.
    fn is_called(self, mention: &Mention, owner: &NameParts) -> bool {
        let Some(value) = person(mention) else {
            return false;
        };
        if let Some(name) = &value.name {
            let parts = NameParts::of(name);
            return parts == *owner || parts.is_single() && parts.family == owner.family;
        }
        let holds = |at: usize| {
            let role = self.mentions.get(at).and_then(person).map(|p| &p.role);
            role == Some(&value.role) && self.full(at).as_ref() == Some(owner)
        };
        value.role.is_some() && (0..self.mentions.len()).any(holds)
    }

    fn is_kin(self, at: usize) -> bool {
        let token = self.document.tokens.get(at);
        token.is_some_and(|t| List::Kin.has(t.word) && !t.is(Shape::CAPITAL))
    }

    fn is(self, at: usize, word: &str) -> bool {
        self.document.word(at) == Some(Word::of(word))
    }
}
