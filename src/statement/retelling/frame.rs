//! What an article says of each of its numbers and times: the words that govern the value, and what limits it.
//!
//! A frame is a value with the concepts nearest to it in its clause ("jailed" for "five years"), the names there, and the
//! marks that say of what part or time it holds ("another", "in 2018"). Nothing is parsed: a clause ends at a mark or at
//! a word that opens the next one.

use super::ground::{PlacedFrame, PlacedScene};
use super::scene::Scene;
use crate::claim::Account;
use crate::document::Word;
use crate::mention::Mention;
use crate::statement::article::ReadArticle;
use crate::statement::meeting::GivenValue;
use crate::statement::wording::class::Class;
use crate::statement::wording::concept::{Concept, concept, concepts};
use crate::statement::wording::laying::Key;
use crate::statement::wording::statement::{Statement, is_told, mentions};
use crate::value::{Kind, Quantity, Value};
use jiff::civil::Date;
use std::ops::Range;

/// A value and what is said of it.
#[derive(Clone, Debug)]
pub(in crate::statement) struct Frame {
    /// The value.
    pub(in crate::statement) value: Value,
    /// Its tokens.
    pub(in crate::statement) tokens: Range<usize>,
    /// What is counted.
    pub(in crate::statement) noun: Option<Noun>,
    /// What stands before the noun: the crossing of "five crossing points".
    pub(in crate::statement) kin: Vec<Word>,
    /// The concepts next to it, at most two on each side, and the one that opens the clause.
    pub(in crate::statement) next: Vec<Next>,
    /// What its clause says happened: "insured", "sold".
    pub(in crate::statement) verbs: Vec<Word>,
    /// Whether it is a number of the dead, hurt or missing.
    pub(in crate::statement) toll: bool,
    /// Index of its sentence in the article's scenes.
    pub(in crate::statement) scene: usize,
    /// The names around it, as words.
    pub(in crate::statement) names: Vec<Word>,
    /// What limits it: marks and coarse times, sorted.
    pub(in crate::statement) marks: Vec<Word>,
    /// Whether a month or year among them limits it.
    pub(in crate::statement) of_a_time: bool,
    /// The days around it.
    pub(in crate::statement) days: Vec<(Date, Date)>,
    /// Whether it is said to have been so.
    pub(in crate::statement) stated: bool,
    /// What may rest on it.
    pub(in crate::statement) bears: Bears,
}

impl Frame {
    /// Its value where it stands in its article.
    pub(in crate::statement) fn given_by<'a>(&self, article: ReadArticle<'a>) -> GivenValue<'a> {
        article.gives(self.value.clone(), self.tokens.clone())
    }
}

impl Frames {
    /// A sentence among those of the article.
    pub(in crate::statement) fn scene(&self, at: usize) -> PlacedScene<'_> {
        PlacedScene { frames: self, at }
    }

    /// A frame among those of the article.
    pub(super) fn placed<'a>(&'a self, frame: &'a Frame) -> PlacedFrame<'a> {
        PlacedFrame {
            frames: self,
            frame,
        }
    }

    /// The frames that a difference may rest on.
    pub(super) fn firm(&self) -> impl Iterator<Item = &Frame> {
        let firm = |f: &&Frame| f.bears == Bears::Difference;
        self.all.iter().filter(firm)
    }
}

/// What may rest on a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::statement) enum Bears {
    /// That two articles differ.
    Difference,
    /// Only that they agree: the way from one time to another, what is counted all through a match.
    Agreement,
}

/// A concept beside a value.
#[derive(Clone, Copy, Debug)]
pub(in crate::statement) struct Next {
    /// What it is.
    pub(super) concept: Concept,
    /// Whether no other stands between.
    pub(super) nearest: bool,
}

/// The frames of an article, and what their sentences are about.
#[derive(Clone, Debug, Default)]
pub(in crate::statement) struct Frames {
    /// The frames, in order.
    pub(in crate::statement) all: Vec<Frame>,
    /// The concepts of each statement, each once, by word.
    pub(in crate::statement) scenes: Vec<Vec<Concept>>,
    /// The concept of each item of each statement, in order.
    pub(in crate::statement) lines: Vec<Vec<Key>>,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::statement) enum Noun {
    /// People of whatever sort.
    Anyone,
    /// What was done to people or befell them: "17 arrests" are 17 people.
    Act(Word),
    /// People of a sort, whom another may call by another: "residents", "suspects".
    People(Word),
    /// A certain thing.
    Thing(Word),
}

impl Noun {
    /// Whether it may be another noun for some people.
    pub(super) fn is_of_people(self) -> bool {
        matches!(self, Noun::Anyone | Noun::People(_))
    }
}

/// The frames of an article.
pub(in crate::statement) fn frames(account: &Account<'_>, statements: &[Statement]) -> Frames {
    let mut found = Frames::default();
    for statement in statements {
        let Some(first) = statement.items.first() else {
            continue;
        };
        let own = mentions(account, statement);
        let is_value = |m: &&Mention| matches!(m.value, Value::Quantity(_) | Value::Time(_));
        let scene = Scene {
            account,
            items: &statement.items,
            concepts: concepts(&statement.items),
            mentions: &own,
            at: found.scenes.len(),
        };
        if is_told(account, first.token) {
            found.all.extend(
                own.iter()
                    .filter(|m| is_value(m))
                    .filter_map(|m| scene.frame(m)),
            );
        }
        found.scenes.push(scene.about());
        found.lines.push(scene.line());
    }
    found
}

/// What a value counts.
pub(in crate::statement) fn noun(value: &Value) -> Option<Noun> {
    let Value::Quantity(Quantity {
        kind: Kind::Count | Kind::Ordinal,
        noun: Some(noun),
        ..
    }) = value
    else {
        return None;
    };
    let (word, concept) = (Word::new(noun), concept(noun));
    Some(if Class::Anyone.has(word) {
        Noun::Anyone
    } else if Class::Act.has(word) {
        Noun::Act(concept)
    } else if Class::People.has(word) || Class::People.has(concept) {
        Noun::People(concept)
    } else {
        Noun::Thing(concept)
    })
}

/// Whether a concept is that of the dead, hurt or missing.
pub(super) fn is_toll(concept: Word) -> bool {
    Class::Toll.has(concept)
}
