//! How old the only one of a kind is: "a 34-year-old driver", "the boy, 7".
//!
//! Where an article tells of one driver alone, no name is needed to hold his age against that which another gives. Of two
//! drivers, or of one whom it brings in far down, nothing is said; who is named is asked by name.

use super::{GROWN_UP, List, UnnamedReader, years};
use crate::claim::draft::Draft;
use crate::claim::settle::only::is_early;
use crate::document::{Document, Word, WordLists, slots};
use crate::mention::Mention;
use crate::rule::{AnswersFrom, RuleSet};
use crate::value::{Kind, Name, Value};
use std::ops::Range;

const KINDS: &str = include_str!("kinds.tsv");
static ONE: WordLists<{ slots(KINDS) }> = WordLists::new(KINDS);
const SEVERAL: &str = include_str!("several.tsv");
static MORE: WordLists<{ slots(SEVERAL) }> = WordLists::new(SEVERAL);

/// Adds the age of everybody who is the only one of a kind, for the claims that rule files answer so.
pub(in crate::claim) fn ages(
    document: &Document<'_>,
    rules: &RuleSet,
    mentions: &[Mention],
    drafts: &mut Vec<Draft>,
) {
    let mut asked = rules.answered_from(AnswersFrom::Described).peekable();
    if asked.peek().is_none() || !mentions.iter().any(|m| m.value.kind() == Kind::Age) {
        return;
    }
    let reader = UnnamedReader { document, mentions };
    let told = reader.only_ones();
    for (rule, _) in asked {
        drafts.extend(told.iter().filter_map(|one| one.draft(rule, mentions)));
    }
}

/// The only one of a kind, with an age.
struct OnlyOne {
    kind: &'static str,
    years: u32,
    /// Index of the age among the mentions.
    age: usize,
    tokens: Range<usize>,
}

impl OnlyOne {
    fn draft(&self, rule: usize, mentions: &[Mention]) -> Option<Draft> {
        let age = mentions.get(self.age)?;
        Some(Draft {
            matched: self.tokens.clone(),
            about: Some(Value::Name(Name::of_role(Kind::Person, self.kind, None))),
            ..Draft::asserted(rule, age.value.clone(), age.tokens.clone())
        })
    }
}

impl UnnamedReader<'_> {
    fn only_ones(&self) -> Vec<OnlyOne> {
        let mut found: Vec<OnlyOne> = Vec::new();
        let mut several: Vec<&'static str> = self.several();
        for (index, age) in self.mentions.iter().enumerate() {
            let one = years(age).and_then(|years| self.of_a_kind(years, index, age));
            let Some(one) = one.filter(|one| self.claims_something(one.tokens.start)) else {
                continue;
            };
            match found.iter().find(|known| known.kind == one.kind) {
                Some(known) if known.years != one.years => several.push(one.kind),
                Some(_) => {}
                None => found.push(one),
            }
        }
        found.retain(|one| {
            !several.contains(&one.kind)
                && is_early(self.document, one.tokens.start)
                && !(one.years < GROWN_UP && self.tells_of_another_child(one.years))
        });
        found
    }

    /// Whether a child of other years is told of, or one more child: where one shoots another, each report may bring in its own
    /// of the two as "a boy".
    fn tells_of_another_child(&self, own: u32) -> bool {
        let mut ages = self.mentions.iter().filter_map(years);
        let is_more = |at: usize| {
            let opens = self.determiner(at);
            self.is(at, List::Child) && opens.is_some_and(|opens| self.is(opens, List::More))
        };
        ages.any(|years| years < GROWN_UP && years != own)
            || (0..self.document.tokens.len()).any(is_more)
    }

    /// The kinds of which more than one is told of.
    fn several(&self) -> Vec<&'static str> {
        let tokens = self.document.tokens.iter();
        let mut several: Vec<_> = tokens.filter_map(|t| kind(&MORE, t.word)).collect();
        let mut brought_in: Vec<&'static str> = Vec::new();
        for (at, token) in self.document.tokens.iter().enumerate() {
            let Some(kind) = kind(&ONE, token.word) else {
                continue;
            };
            let Some(opens) = self.determiner(at) else {
                continue;
            };
            let again = brought_in.contains(&kind) && !self.in_headline(at);
            if self.is(opens, List::More) || self.is(opens, List::New) && again {
                several.push(kind);
            } else if self.is(opens, List::New) && !self.in_headline(at) {
                brought_in.push(kind);
            }
        }
        several
    }

    /// Of what kind the one is who is of an age.
    fn of_a_kind(&self, years: u32, index: usize, age: &Mention) -> Option<OnlyOne> {
        let of = |at: usize| kind(&ONE, self.document.word(at)?);
        let after = self.word_after(age.tokens.end, |at| of(at).is_some());
        let noun = match after {
            Some(noun) => noun,
            None => self.noun_before(age.tokens.start)?,
        };
        let tokens = age.tokens.start.min(noun)..age.tokens.end.max(noun + 1);
        if self.is_named(&tokens) {
            return None;
        }
        Some(OnlyOne {
            kind: of(noun)?,
            years,
            age: index,
            tokens,
        })
    }
}

/// The kind that a word is of by a list.
fn kind<const SLOTS: usize>(list: &WordLists<SLOTS>, word: Word) -> Option<&'static str> {
    list.classes(word).next()
}
