//! Who did it and to whom, told the other way round: "Vale beat Thornby", "Thornby beat Vale".
//!
//! One of the ways in which texts contradict each other in spite of their words (M.-C. de Marneffe, A. Rafferty and C. Manning,
//! Finding contradictions in text, 2008: structure). Only verbs whose two sides cannot be exchanged are looked at
//! (`reversal.tsv`), with a name right on either side; a match told twice is told by its score, and what an article tells both
//! ways is two things.

use super::article::ReadArticle;
use super::meeting::Meeting;
use super::retelling::retold::days_fit;
use super::wording::class::Class;
use super::wording::open::{is_wish, leaves_open};
use super::wording::statement::{self, Item, Statement};
use super::wording::turn;
use crate::claim::Account;
use crate::document::{Document, Shape, WordLists, fold, slots};
use crate::value::{Kind, Value};
use jiff::civil::Date;
use std::ops::Range;

const REVERSAL: &str = include_str!("reversal.tsv");
static WORDS: WordLists<{ slots(REVERSAL) }> = WordLists::new(REVERSAL);
/// The class of what is told of a match.
const MATCH: &str = "win";
/// The classes that are no verbs.
const HELPERS: [&str; 10] = [
    "passive", "by", "between", "earlier", "won", "lost", "defeat", "over", "of", "to",
];

/// How many words that change nothing may stand between a name and the verb.
const BETWEEN: usize = 2;
/// How many words, a score among them, may stand between a verb and its "by", between "won" and "against", and before a "win".
const BY: usize = 4;
/// How far before a verb, and after it, what leaves it open or puts it into an earlier time stands.
const AROUND: usize = 6;

/// That one did something to another.
struct Deed {
    /// What was done, as a class of verbs.
    verb: &'static str,
    doer: String,
    done_to: String,
    /// The scores of its sentence.
    scores: Vec<Value>,
    /// The days of its sentence.
    days: Vec<(Date, Date)>,
    /// From the first name to the second.
    tokens: Range<usize>,
}

/// Where two articles tell one deed the other way round.
pub(super) fn reversals(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    rule: usize,
) -> Vec<Meeting> {
    let (ours, theirs) = (deeds(left), deeds(right));
    let reverses =
        |a: &Deed, b: &Deed| a.verb == b.verb && a.doer == b.done_to && a.done_to == b.doer;
    let both_ways = |deeds: &[Deed], deed: &Deed| deeds.iter().any(|d| reverses(d, deed));
    let mut found: Vec<Meeting> = Vec::new();
    for one in ours.iter().filter(|one| !both_ways(&ours, one)) {
        let other = theirs.iter().find(|other| reverses(one, other));
        let Some(other) = other.filter(|other| !both_ways(&theirs, other)) else {
            continue;
        };
        if !may_be_one_match(&one.scores, &other.scores) {
            continue;
        }
        let shown = |account: &Account<'_>, deed: &Deed| {
            Value::Choice(account.document.slice(deed.tokens.clone()).to_owned())
        };
        let meeting = Meeting::between(
            rule,
            left.gives(shown(left.account, one), one.tokens.clone()),
            right.gives(shown(right.account, other), other.tokens.clone()),
        );
        found.extend(meeting.filter(|m| !found.iter().any(|known| known.is_of(m))));
    }
    found
}

/// Where two articles tell one match with two scores: each tells one match of the two sides, with one score.
pub(super) fn scores(left: ReadArticle<'_>, right: ReadArticle<'_>, rule: usize) -> Vec<Meeting> {
    let (ours, theirs) = (deeds(left), deeds(right));
    let same = |a: &Deed, b: &Deed| {
        a.verb == MATCH && b.verb == MATCH && a.doer == b.doer && a.done_to == b.done_to
    };
    let mut found = Vec::new();
    for one in &ours {
        let mut others = theirs.iter().filter(|other| same(one, other));
        let alone = ours.iter().filter(|other| same(one, other)).count() == 1;
        let (Some(other), None, true) = (others.next(), others.next(), alone) else {
            continue;
        };
        let ([a], [b]) = (one.scores.as_slice(), other.scores.as_slice()) else {
            continue;
        };
        let place = |account: &Account<'_>, deed: &Deed, score: &Value| {
            let sentence = account.document.sentence_at(deed.tokens.start)?;
            let tokens = account.document.sentences.get(sentence)?.tokens.clone();
            let mut own = account
                .mentions
                .iter()
                .filter(|m| tokens.contains(&m.tokens.start));
            own.find(|m| m.value == *score).map(|m| m.tokens.clone())
        };
        let meeting = place(left.account, one, a)
            .zip(place(right.account, other, b))
            .filter(|_| a != b && days_fit(&one.days, &other.days))
            .and_then(|(x, y)| {
                Meeting::between(rule, left.gives(a.clone(), x), right.gives(b.clone(), y))
            });
        found.extend(meeting);
    }
    found
}

/// Whether no two scores tell two matches apart.
fn may_be_one_match(ours: &[Value], theirs: &[Value]) -> bool {
    ours.is_empty() || theirs.is_empty() || ours.iter().any(|score| theirs.contains(score))
}

/// What an article tells that one did to another.
fn deeds(article: ReadArticle<'_>) -> Vec<Deed> {
    let account = article.account;
    let mut found = Vec::new();
    for statement in article.statements {
        let first = statement.items.first();
        if first.is_some_and(|first| statement::is_told(account, first.token)) {
            let reader = DeedReader {
                account,
                items: &statement.items,
            };
            found.extend((0..statement.items.len()).filter_map(|at| reader.deed(statement, at)));
        }
    }
    found
}

/// A statement in which deeds are looked for.
struct DeedReader<'a> {
    account: &'a Account<'a>,
    items: &'a [Item],
}

impl DeedReader<'_> {
    fn document(&self) -> &Document<'_> {
        &self.account.document
    }

    fn is(&self, class: &str, at: usize) -> bool {
        let item = self.items.get(at);
        item.is_some_and(|item| WORDS.has(class, item.word))
    }

    /// Whether nothing but a space stands between two items.
    fn follows(&self, at: usize) -> bool {
        let tokens = self.items.get(at).zip(self.items.get(at + 1));
        tokens.is_some_and(|(a, b)| a.token + 1 == b.token)
    }

    fn deed(&self, statement: &Statement, at: usize) -> Option<Deed> {
        let item = self.items.get(at)?;
        // Hardly a word is of any class.
        if !WORDS.knows(item.word) || self.is_name(at) || self.is_open(at) {
            return None;
        }
        let verb = WORDS
            .classes(item.word)
            .find(|class| !HELPERS.contains(class));
        let by_verb = verb.and_then(|verb| self.done(statement, at, verb));
        by_verb.or_else(|| self.match_told(statement, at))
    }

    /// Who did it by the verb at `at`, with a name right on either side.
    fn done(&self, statement: &Statement, at: usize, verb: &'static str) -> Option<Deed> {
        let passive = at
            .checked_sub(1)
            .is_some_and(|before| self.is("passive", before));
        let before = self.name_before(if passive { at - 1 } else { at })?;
        let after = if passive {
            let by = (at + 1..=at + BY).find(|by| self.is("by", *by))?;
            self.name_after(by)?
        } else {
            self.name_after(at)?
        };
        let names = (self.name(&before)?, self.name(&after)?);
        let (doer, done_to) = if passive { (names.1, names.0) } else { names };
        let tokens = self.items.get(before.start)?.token..self.items.get(after.end - 1)?.token + 1;
        (doer != done_to).then(|| Deed {
            verb,
            doer,
            done_to,
            scores: self.scores(statement),
            days: self.days(statement),
            tokens,
        })
    }

    /// Who won and who lost, by words that name the one and then the other: "Vale won 3-1 against Thornby", "Thornby's defeat to Vale".
    fn match_told(&self, statement: &Statement, at: usize) -> Option<Deed> {
        let near = || at + 1..=at + BY;
        let joint = |class: &str| near().find(|near| self.is(class, *near));
        let (joint, first_won) = if self.is("won", at) {
            (joint("over")?, true)
        } else if self.is("defeat", at) && self.is("of", at + 1) {
            (at + 1, true)
        } else if self.is("defeat", at) || self.is("lost", at) {
            (joint("to")?, false)
        } else {
            return None;
        };
        let end = (at.saturating_sub(BY)..at)
            .rev()
            .find(|near| self.is_name(*near))?
            + 1;
        let (before, after) = (self.name_before(end)?, self.name_after(joint)?);
        let (first, second) = (self.name(&before)?, self.name(&after)?);
        let (doer, done_to) = if first_won {
            (first, second)
        } else {
            (second, first)
        };
        let tokens = self.items.get(before.start)?.token..self.items.get(after.end - 1)?.token + 1;
        (doer != done_to).then(|| Deed {
            verb: MATCH,
            doer,
            done_to,
            scores: self.scores(statement),
            days: self.days(statement),
            tokens,
        })
    }

    /// Whether the words around a verb leave open whether it was done, or put it into an earlier time.
    fn is_open(&self, at: usize) -> bool {
        let around = at.saturating_sub(AROUND)..(at + AROUND).min(self.items.len());
        around.clone().any(|near| self.is("earlier", near))
            || (around.start..at).any(|near| {
                leaves_open(self.items, near) || is_wish(self.items, near) && near + 1 == at
            })
            || (around.start..at).any(|near| {
                let word = self.items.get(near).map(|item| item.word);
                word.is_some_and(|word| turn::is_not(word) || Class::Condition.has(word))
            })
    }

    /// Whether an item is a word of a name: it has a capital.
    fn is_name(&self, at: usize) -> bool {
        let is_shaped = |shape: Shape| {
            let item = self.items.get(at);
            item.is_some_and(|item| self.document().is_shaped(item.token, shape))
        };
        is_shaped(Shape::CAPITAL) && !is_shaped(Shape::QUOTED)
    }

    /// The name that ends before an item.
    fn name_before(&self, at: usize) -> Option<Range<usize>> {
        let mut end = at;
        while end > 0 && at - end < BETWEEN && self.is("between", end - 1) && !self.is_name(end - 1)
        {
            end -= 1;
        }
        let touches = end
            .checked_sub(1)
            .is_some_and(|last| self.is_name(last) && self.follows(last));
        let mut start = end;
        while start > 0 && self.is_name(start - 1) && (start == end || self.follows(start - 1)) {
            start -= 1;
        }
        (touches && start < end).then_some(start..end)
    }

    /// The name that begins after an item.
    fn name_after(&self, at: usize) -> Option<Range<usize>> {
        let mut start = at + 1;
        while start - at <= BETWEEN && self.is("between", start) && !self.is_name(start) {
            start += 1;
        }
        let touches = self.follows(start - 1);
        let mut end = start;
        while self.is_name(end) && (end == start || self.follows(end - 1)) {
            end += 1;
        }
        (touches && start < end).then_some(start..end)
    }

    /// A name by its last word, which short and full forms share.
    fn name(&self, items: &Range<usize>) -> Option<String> {
        let last = self.items.get(items.end.checked_sub(1)?)?;
        let token = self.document().tokens.get(last.token)?;
        Some(fold(self.document().text(token)))
    }

    fn scores(&self, statement: &Statement) -> Vec<Value> {
        let values = self.values(statement);
        let scores = values.filter(|value| value.kind() == Kind::Score);
        scores.cloned().collect()
    }

    fn days(&self, statement: &Statement) -> Vec<(Date, Date)> {
        let days = self.values(statement).filter_map(|value| match value {
            Value::Time(time) => time.from.zip(time.to),
            _ => None,
        });
        days.collect()
    }

    fn values(&self, statement: &Statement) -> impl Iterator<Item = &Value> {
        let ends = statement.items.first().zip(statement.items.last());
        let within = ends.map_or(0..0, |(first, last)| first.token..last.token + 1);
        let mentions = self.account.mentions.iter();
        let own = mentions.filter(move |m| within.contains(&m.tokens.start));
        own.map(|m| &m.value)
    }
}
