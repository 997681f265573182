//! One vote that two articles count differently, in whatever form: "voted 5-2" and "six of the seven members backed it", "eight
//! trustees to three". As many voted in both; so it is one vote, and one of the two counts is wrong.

use super::retold::is_supported;
use crate::claim::Account;
use crate::document::{Word, word_lists};
use crate::mention::Mention;
use crate::statement::Asked;
use crate::statement::article::ReadArticle;
use crate::statement::meeting::{GivenValue, Meeting};
use crate::statement::wording::statement::{Statement, all_mentions, is_told};
use crate::value::{Bound, Kind, Quantity, Value};
use std::ops::Range;

word_lists! {
    /// The words of a vote.
    enum List of "tally.tsv" {
        Voter = "voter",
        Stance = "stance",
        Votes = "votes",
        To = "to",
        Of = "of",
    }
}

/// What both sentences and those around them must share.
const AROUND: f32 = 1.0;
/// How far after "six of the seven members" stands what they did, in tokens; how many tokens "of the" has.
const STANCE: usize = 9;
const OF: usize = 3;
/// The bodies of which a count by heads is told: no parliament, where many do not vote.
const FEWEST: u32 = 3;
const MOST: u32 = 40;

/// A vote as an article counts it.
pub(in crate::statement) struct Tally {
    /// The larger side and the smaller.
    sides: (u32, u32),
    value: Value,
    tokens: Range<usize>,
    /// Index of its sentence in the article's statements.
    statement: usize,
}

impl Tally {
    fn of(sides: (u32, u32), tokens: Range<usize>, statement: usize) -> Option<Tally> {
        let sides = (sides.0.max(sides.1), sides.0.min(sides.1));
        let value = Quantity::of_score(f64::from(sides.0), f64::from(sides.1));
        let fits = (FEWEST..=MOST).contains(&(sides.0 + sides.1)) && sides.0 > sides.1;
        fits.then_some(Tally {
            sides,
            value: Value::Quantity(value),
            tokens,
            statement,
        })
    }

    fn voters(&self) -> u32 {
        self.sides.0 + self.sides.1
    }

    fn given_by<'a>(&self, article: ReadArticle<'a>) -> GivenValue<'a> {
        article.gives(self.value.clone(), self.tokens.clone())
    }
}

/// Where two articles count one vote differently.
pub(in crate::statement) fn tallies(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    asked: &Asked,
) -> Vec<Meeting> {
    let Some(rule) = asked.retold(Kind::Score) else {
        return Vec::new();
    };
    let (ours, theirs) = (left.tallies, right.tallies);
    let mut found = Vec::new();
    for (at, one) in ours.iter().enumerate() {
        let same = |other: &&Tally| other.voters() == one.voters();
        let agree =
            |of: &[Tally], one: &Tally| of.iter().filter(same).all(|o| o.sides == one.sides);
        let told = ours.iter().take(at).any(|before| same(&before));
        let Some(other) = theirs.iter().find(same).filter(|_| !told) else {
            continue;
        };
        let single = agree(ours, one) && agree(theirs, other);
        let here = left.frames.scene(one.statement);
        let there = right.frames.scene(other.statement);
        if single && one.sides != other.sides && is_supported(here, there, AROUND) {
            found.extend(Meeting::between(
                rule,
                one.given_by(left),
                other.given_by(right),
            ));
        }
    }
    found
}

/// The votes that an article counts.
pub(in crate::statement) fn all(account: &Account<'_>, statements: &[Statement]) -> Vec<Tally> {
    let mut found = Vec::new();
    for (at, statement) in statements.iter().enumerate() {
        let first = statement.items.first();
        let told = first.is_some_and(|first| is_told(account, first.token));
        if !told || !statement.items.iter().any(|item| item.is_value) {
            continue;
        }
        let own = all_mentions(account, statement).iter();
        let own: Vec<&Mention> = own
            .filter(|m| matches!(m.value, Value::Quantity(_)))
            .collect();
        for (nth, mention) in own.iter().enumerate() {
            let next = own.get(nth + 1).copied();
            let told = as_score(statement, mention)
                .or_else(|| as_share(account, mention, next))
                .or_else(|| as_two(account, mention, next));
            found.extend(told.and_then(|(sides, tokens)| Tally::of(sides, tokens, at)));
        }
    }
    found
}

/// Both sides of a vote, and where they stand.
type Sides = ((u32, u32), Range<usize>);

/// "Voted 5-2".
fn as_score(statement: &Statement, mention: &Mention) -> Option<Sides> {
    let Value::Quantity(quantity) = &mention.value else {
        return None;
    };
    let (first, second) = quantity.score()?;
    let mut items = statement.items.iter();
    let is_vote = items.any(|item| List::Votes.has(item.word));
    let sides = (heads(first)?, heads(second)?);
    is_vote.then(|| (sides, mention.tokens.clone()))
}

/// "Six of the seven members backed it".
fn as_share(account: &Account<'_>, some: &Mention, all: Option<&Mention>) -> Option<Sides> {
    let all = all.filter(|all| all.tokens.start < some.tokens.end)?;
    let word = |at: usize| account.document.word(at);
    let of = all.tokens.start.saturating_sub(OF)..all.tokens.start;
    let is_share = of.clone().any(|at| List::Of.has(word(at)));
    let end = all.tokens.end;
    let mut after = end..end + STANCE;
    let voted = after.any(|at| List::Stance.has(word(at)));
    let (part, whole) = (counted(some)?, counted(all)?);
    let voters = end
        .checked_sub(1)
        .is_some_and(|at| List::Voter.has(word(at)));
    (is_share && voters && voted && part < whole)
        .then(|| ((part, whole - part), some.tokens.clone()))
}

/// "By eight trustees to three".
fn as_two(account: &Account<'_>, first: &Mention, second: Option<&Mention>) -> Option<Sides> {
    let second = second.filter(|second| second.tokens.start == first.tokens.end + 1)?;
    let word = |at: usize| account.document.word(at);
    let last: Option<Word> = first.tokens.end.checked_sub(1).and_then(word);
    let fits = List::To.has(word(first.tokens.end)) && List::Voter.has(last);
    let (ours, theirs) = (counted(first)?, counted(second)?);
    fits.then_some(((ours, theirs), first.tokens.start..second.tokens.end))
}

fn counted(mention: &Mention) -> Option<u32> {
    match &mention.value {
        Value::Quantity(quantity)
            if quantity.kind == Kind::Count && quantity.bound == Bound::Exact =>
        {
            heads(quantity.nominal?)
        }
        _ => None,
    }
}

/// A number as one of heads.
fn heads(number: f64) -> Option<u32> {
    let fits = number.fract() == 0.0 && (0.0..=f64::from(MOST)).contains(&number);
    fits.then_some(number as u32)
}
