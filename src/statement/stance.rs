//! Whether two short accounts, a claim and a headline say, hold the same thing to be so.
//!
//! In so short a text everything is about the one thing that it tells: a "hoax" or a "denies" anywhere in it turns it
//! round. Of a longer text only the sentence that tells the same counts, and only a "not" beside the words that both have.
//! Texts that tell more than one thing are left alone.

use super::Asked;
use super::difference::tokens;
use super::meeting::{Meeting, NOT_SO, SO, Side, claim};
use super::page::Item;
use super::stem::stem;
use super::turn::{self, Cue};
use crate::claim::Account;
use crate::document::{Shape, Word};
use crate::mention::Mention;
use crate::value::{Quantity, Value};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// An account of more statements than these tells more than one thing.
const SHORT: usize = 3;
/// A headline has at most this many words.
const HEADLINE: usize = 28;
/// What two accounts must share to be about one thing: a name, or two words that are not everyday ones.
const TOPIC: f32 = 2.5;
/// The share of the lighter account that the other must have for them to agree.
const COVERED: f32 = 0.3;
/// The same where one is no headline and they are to differ.
const COVERED_WHOLLY: f32 = 0.4;
/// The same for opposites to be said of one thing.
const COVERED_TO_OPPOSE: f32 = 0.5;
/// How many words on a "not" may still be meant for a word that both statements have.
const REACH: usize = 4;

/// What both accounts hold of the one thing that they tell, if they tell one thing.
pub(super) fn stance(left: Side<'_>, right: Side<'_>, asked: &Asked) -> Option<Meeting> {
    let (ours, theirs, headlines) = told(left, right)?;
    let (a, b) = (
        Reading::of(&ours, &theirs, headlines),
        Reading::of(&theirs, &ours, headlines),
    );
    let covered = a.shared / ours.weight().min(theirs.weight()).max(f32::EPSILON);
    if a.shared < TOPIC || !headlines && covered < COVERED_WHOLLY {
        return None;
    }
    let turn = |reading: &Reading| {
        let refuted = reading.refuted.clone().filter(|_| headlines);
        refuted.or_else(|| reading.negated.clone())
    };
    let meeting = |rule: usize, values: (Value, Value), places: (Range<usize>, Range<usize>)| {
        let one = claim(left.0, rule, values.0, ours.tokens(places.0)?)?;
        let other = claim(right.0, rule, values.1, theirs.tokens(places.1)?)?;
        Some(Meeting {
            rule,
            claims: (one, other),
        })
    };
    let label = |negative: bool| Value::Choice(if negative { NOT_SO } else { SO }.to_owned());
    let around = |reading: &Reading, turn: Option<Range<usize>>| match turn {
        Some(turn) => turn.start.min(reading.common.start)..turn.end.max(reading.common.end),
        None => reading.common.clone(),
    };
    match (turn(&a), turn(&b)) {
        (None, None) => {
            if covered >= COVERED_TO_OPPOSE
                && let Some((one, other)) = opposites(&ours, &theirs)
            {
                let word = |told: &Told<'_>, at: usize| {
                    told.word(at).map(|w| Value::Choice(w.to_lowercase()))
                };
                let values = (word(&ours, one)?, word(&theirs, other)?);
                return meeting(asked.opposites?, values, (one..one + 1, other..other + 1));
            }
            if !headlines {
                return figures(&ours, &theirs, asked);
            }
            let agree = covered >= COVERED && a.hedged == b.hedged;
            agree.then(|| {
                meeting(
                    asked.polarity?,
                    (label(false), label(false)),
                    (a.common, b.common),
                )
            })?
        }
        (Some(_), Some(_)) => None,
        (one, other) => {
            let values = (label(one.is_some()), label(other.is_some()));
            meeting(
                asked.polarity?,
                values,
                (around(&a, one), around(&b, other)),
            )
        }
    }
}

/// What two accounts tell, if it is one thing each, and whether both are headlines.
fn told<'a>(left: Side<'a>, right: Side<'a>) -> Option<(Told<'a>, Told<'a>, bool)> {
    if left.1.len() > SHORT || right.1.len() > SHORT {
        return None;
    }
    let (ours, theirs) = (Told::all(left), Told::all(right));
    let brief = |told: &Told<'_>| told.items.len() <= HEADLINE;
    if brief(&ours) && brief(&theirs) {
        return Some((ours, theirs, true));
    }
    // Of the longer, the sentence that tells the most of what the other tells.
    let nearest = |side: Side<'a>, other: &Told<'_>| {
        let each = (0..side.1.len()).map(|at| Told::one(side, at));
        each.map(|told| (Reading::of(&told, other, false).shared, told))
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
    };
    if brief(&theirs) {
        let (_, ours) = nearest(left, &theirs)?;
        Some((ours, theirs, false))
    } else if brief(&ours) {
        let (_, theirs) = nearest(right, &ours)?;
        Some((ours, theirs, false))
    } else {
        None
    }
}

/// Words of an account that tell one thing.
struct Told<'a> {
    account: &'a Account<'a>,
    items: Vec<Item>,
}

impl<'a> Told<'a> {
    fn all(side: Side<'a>) -> Self {
        Told {
            account: side.0,
            items: side
                .1
                .iter()
                .flat_map(|s| s.items.iter().copied())
                .collect(),
        }
    }

    fn one(side: Side<'a>, at: usize) -> Self {
        Told {
            account: side.0,
            items: side.1.get(at).map_or_else(Vec::new, |s| s.items.clone()),
        }
    }

    fn weight(&self) -> f32 {
        self.items.iter().map(|i| i.rarity).sum()
    }

    fn tokens(&self, items: Range<usize>) -> Option<Range<usize>> {
        tokens(self.items.get(items)?)
    }

    fn word(&self, at: usize) -> Option<&'a str> {
        let document = &self.account.document;
        Some(document.text(document.tokens.get(self.items.get(at)?.token)?))
    }

    /// The numbers among its words.
    fn figures(&self) -> Vec<&'a Mention> {
        let holds = |m: &&Mention| {
            let first = self
                .items
                .first()
                .is_some_and(|i| i.token <= m.tokens.start);
            first && self.items.last().is_some_and(|i| m.tokens.start <= i.token)
        };
        let numbers = self
            .account
            .mentions
            .iter()
            .filter(|m| matches!(m.value, Value::Quantity(_)));
        numbers.filter(holds).collect()
    }

    fn asks(&self) -> bool {
        let document = &self.account.document;
        let last = self
            .items
            .last()
            .and_then(|i| document.tokens.get(i.token + 1..));
        let mark = last.and_then(|rest| rest.iter().find(|t| !t.is(Shape::QUOTE_MARK)));
        mark.is_some_and(|t| document.text(t) == "?")
    }

    /// Whether a mark stands before an item: ", not" sets something against what was said.
    fn after_mark(&self, at: usize) -> bool {
        let document = &self.account.document;
        let before = self
            .items
            .get(at)
            .and_then(|i| document.tokens.get(i.token.checked_sub(1)?));
        before.is_some_and(|t| t.is(Shape::PUNCTUATION))
    }
}

/// A word of one account and one of the other that are opposites, where neither has the other's.
fn opposites(ours: &Told<'_>, theirs: &Told<'_>) -> Option<(usize, usize)> {
    let own = |a: &Told<'_>, b: &Told<'_>| -> Vec<(usize, Word)> {
        let stems: FxHashSet<Word> = b.items.iter().map(|i| i.stem).collect();
        let items = a.items.iter().enumerate();
        items
            .filter(|(_, i)| !stems.contains(&i.stem))
            .map(|(at, i)| (at, i.stem))
            .collect()
    };
    let other = own(theirs, ours);
    own(ours, theirs).into_iter().find_map(|(at, stem)| {
        let opposite = other
            .iter()
            .find(|(_, word)| turn::are_firm_opposites(stem, *word));
        opposite.map(|(there, _)| (at, *there))
    })
}

/// One number of one thing on each side, where neither gives another.
fn figures(ours: &Told<'_>, theirs: &Told<'_>, asked: &Asked) -> Option<Meeting> {
    let (one, other) = (ours.figures(), theirs.figures());
    let alike = |a: &Mention, b: &Mention| match (&a.value, &b.value) {
        (Value::Quantity(a), Value::Quantity(b)) => {
            let noun = |q: &Quantity| q.noun.as_deref().map(stem);
            a.kind == b.kind
                && a.unit == b.unit
                && noun(a) == noun(b)
                && (a.unit.is_some() || a.noun.is_some())
        }
        _ => false,
    };
    let mut pairs = one
        .iter()
        .flat_map(|a| other.iter().filter(|b| alike(a, b)).map(move |b| (*a, *b)));
    let (Some((a, b)), None) = (pairs.next(), pairs.next()) else {
        return None;
    };
    let rule = asked.value(a.value.kind())?;
    Some(Meeting {
        rule,
        claims: (
            claim(ours.account, rule, a.value.clone(), a.tokens.clone())?,
            claim(theirs.account, rule, b.value.clone(), b.tokens.clone())?,
        ),
    })
}

/// How an account stands to what it shares with another.
struct Reading {
    /// What they share, by weight.
    shared: f32,
    /// The items that say that it is not so.
    refuted: Option<Range<usize>>,
    /// A "not" before what they share.
    negated: Option<Range<usize>>,
    /// Whether it leaves open if it is so.
    hedged: bool,
    /// From the first to the last item that both have.
    common: Range<usize>,
}

impl Reading {
    fn of(told: &Told<'_>, other: &Told<'_>, headlines: bool) -> Self {
        let theirs: FxHashSet<Word> = other.items.iter().map(|i| i.stem).collect();
        let stems: Vec<Word> = told.items.iter().map(|i| i.stem).collect();
        let is_common = |at: usize| {
            let item = told.items.get(at);
            item.is_some_and(|i| i.rarity >= 1.0 && theirs.contains(&i.stem))
        };
        let own = |at: &Range<usize>| {
            let words = stems.get(at.clone()).unwrap_or(&[]);
            words.iter().any(|w| !theirs.contains(w))
        };
        let cues: Vec<_> = turn::cues(&stems)
            .into_iter()
            .filter(|(_, at)| own(at))
            .collect();
        let first = |wanted: Cue| {
            cues.iter()
                .find(|(cue, _)| *cue == wanted)
                .map(|(_, at)| at.clone())
        };
        let idle = |at: usize| {
            cues.iter()
                .any(|(cue, words)| *cue == Cue::Idle && words.contains(&at))
        };
        let subordinate = told.items.iter().position(|i| turn::opens_clause(i.word));
        let negated = told.items.iter().enumerate().position(|(at, item)| {
            let main = !headlines || subordinate.is_none_or(|clause| at < clause);
            let reach = if headlines {
                0..stems.len()
            } else {
                at + 1..(at + 1 + REACH).min(stems.len())
            };
            let counts = turn::is_not(item.word) && !idle(at) && !told.after_mark(at);
            counts && main && reach.into_iter().any(is_common)
        });
        // "She asked: how is it going?" is told, not asked.
        let reports_question = first(Cue::Asks).is_some();
        let common: Vec<usize> = (0..stems.len()).filter(|at| is_common(*at)).collect();
        let mut counted: FxHashSet<Word> = FxHashSet::default();
        let shared = common.iter().filter_map(|at| told.items.get(*at));
        let shared = shared
            .filter(|i| counted.insert(i.stem))
            .map(|i| i.rarity)
            .sum();
        Reading {
            shared,
            refuted: first(Cue::Refutes),
            negated: negated.map(|at| at..at + 1),
            hedged: told.asks() && !reports_question || first(Cue::Hedges).is_some(),
            common: common.first().copied().unwrap_or(0)..common.last().map_or(1, |at| at + 1),
        }
    }
}
