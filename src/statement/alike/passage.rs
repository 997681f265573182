//! What two articles tell alike: stretches of two sentences that have the same words, or words for the same, in one order.
//!
//! Sentences need not be alike as a whole: "the driver, who was not hurt, walked away" and "police said the driver walked
//! away" share one stretch. A stretch must say something: names and values alone do not, nor do everyday words. What stands
//! between its words in one article only may not be a name, a value or a word that leaves open whether it is so.

use crate::claim::Account;
use crate::document::{Shape, is_verb_form};
use crate::statement::article::ReadArticle;
use crate::statement::meeting::Meeting;
use crate::statement::retelling::scene::{Gap, gap};
use crate::statement::wording::class::Class;
use crate::statement::wording::laying::{Index, Key, common};
use crate::statement::wording::open::{is_condition, is_wish, leaves_open};
use crate::statement::wording::statement::{Item, is_told, tokens};
use crate::value::Value;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a stretch must weigh.
const ENOUGH: f32 = 3.5;
/// So many of its words must be neither names nor values; so many with a verb among them, or where they stand beside a name
/// or a value and weigh this much with it.
const WORDS: usize = 3;
const FEW_WORDS: usize = 2;
const ENOUGH_BESIDE: f32 = 5.0;
/// A word weighs this much to be content and no grammar.
const CONTENT: f32 = 1.0;
/// So many words that tell something may stand between two of a stretch in one article only, and so many of any sort.
const TELLING_BETWEEN: usize = 1;
const BETWEEN: usize = 4;
/// What each of those that tell something takes from the stretch.
const UNSHARED: f32 = 0.5;
/// How far before a stretch what leaves it open may stand.
const BEFORE: usize = 5;

/// A stretch that two statements share.
struct Passage {
    weight: f32,
    tokens: (Range<usize>, Range<usize>),
}

/// Where two articles tell the same in like words.
pub(in crate::statement) fn passages(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    rule: usize,
) -> Vec<Meeting> {
    let index = Index::new(&right.frames.lines);
    let mut found = Vec::new();
    for (at, line) in left.frames.lines.iter().enumerate() {
        for (other, shared) in index.shared(line).into_iter().enumerate() {
            if shared < ENOUGH {
                continue;
            }
            if let (Some(a), Some(b)) = (Line::of(left, at), Line::of(right, other)) {
                found.extend(stretches(&a, &b));
            }
        }
    }
    let words = |account: &Account<'_>, tokens: &Range<usize>| {
        account.document.slice(tokens.clone()).to_lowercase()
    };
    let told = apart(found).into_iter().filter_map(|(ours, theirs)| {
        // What both tell is one value, whichever article comes first: the shorter words for it.
        let ways = [words(left.account, &ours), words(right.account, &theirs)];
        Some(ToldByBoth {
            words: ways.into_iter().min_by_key(|w| (w.len(), w.clone()))?,
            ours,
            theirs,
        })
    });
    let meetings = once(told.collect()).into_iter().filter_map(|told| {
        let value = Value::Text(told.words);
        let ours = left.gives(value.clone(), told.ours);
        Meeting::between(rule, ours, right.gives(value, told.theirs))
    });
    meetings.collect()
}

/// The heaviest stretches of which no two share a word, in the order of the left article.
fn apart(mut found: Vec<Passage>) -> Vec<(Range<usize>, Range<usize>)> {
    found.sort_by(|a, b| {
        let place = |p: &Passage| {
            let (x, y) = (p.tokens.0.start, p.tokens.1.start);
            (x.abs_diff(y), x + y)
        };
        let heavier = b.weight.total_cmp(&a.weight);
        heavier.then_with(|| place(a).cmp(&place(b)))
    });
    let mut taken: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for Passage { tokens, .. } in found {
        let meet = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        let free =
            |(x, y): &(Range<usize>, Range<usize>)| !meet(x, &tokens.0) && !meet(y, &tokens.1);
        if taken.iter().all(free) {
            taken.push(tokens);
        }
    }
    taken.sort_by_key(|(x, _)| x.start);
    taken
}

/// What both tell, with the tokens by which each tells it.
struct ToldByBoth {
    words: String,
    ours: Range<usize>,
    theirs: Range<usize>,
}

/// Of what is told alike in several places the first: that whose places lie first in both articles taken together, so that
/// the choice does not hang on which comes first.
fn once(told: Vec<ToldByBoth>) -> Vec<ToldByBoth> {
    let place = |one: &ToldByBoth| one.ours.start + one.theirs.start;
    let mut first: FxHashMap<&str, usize> = FxHashMap::default();
    for one in &told {
        let known = first.entry(one.words.as_str()).or_insert(usize::MAX);
        *known = place(one).min(*known);
    }
    let is_first: Vec<bool> = told
        .iter()
        .map(|one| first.get(one.words.as_str()) == Some(&place(one)))
        .collect();
    let told = told.into_iter().zip(is_first);
    told.filter(|(_, first)| *first)
        .map(|(one, _)| one)
        .collect()
}

/// A statement as a line of concepts.
struct Line<'a> {
    account: &'a Account<'a>,
    items: &'a [Item],
    keys: &'a [Key],
}

impl<'a> Line<'a> {
    /// The statement `at` of an article, if it is the article's own running text.
    fn of(article: ReadArticle<'a>, at: usize) -> Option<Self> {
        let items = article.statements.get(at)?.items.as_slice();
        let keys = article.frames.lines.get(at)?;
        is_told(article.account, items.first()?.token).then_some(Line {
            account: article.account,
            items,
            keys,
        })
    }

    /// The words from the first to the last that tells something and stands in another line.
    fn shared(&self, other: &[Key]) -> Range<usize> {
        let stands = |key: &&Key| other.iter().any(|k| k.word == key.word);
        let is_shared = |key: &Key| {
            Some(key)
                .filter(|k| k.weight >= CONTENT)
                .is_some_and(|k| stands(&k))
        };
        let first = self.keys.iter().position(is_shared).unwrap_or(0);
        let end = self
            .keys
            .iter()
            .rposition(is_shared)
            .map_or(0, |last| last + 1);
        first..end
    }

    /// Whether a word tells something; what is left of "don't" does not.
    fn is_content(&self, at: usize) -> bool {
        let token = |i: &Item| self.account.document.tokens.get(i.token);
        let whole = self.items.get(at).and_then(token).is_some_and(|t| {
            let text = self.account.document.text(t);
            !text.contains(['\'', '’']) && text.len() > 1
        });
        whole && self.keys.get(at).is_some_and(|k| k.weight >= CONTENT)
    }

    /// Where a word ends, with the rest of the phrase that it begins: the table counts a phrase at its first word.
    fn end_of_phrase(&self, at: usize) -> usize {
        let rest = self.keys.get(at + 1..).unwrap_or(&[]);
        at + 1 + rest.iter().take_while(|k| k.weight == 0.0).count()
    }

    /// Whether a word belongs to a name, also one that no reader knows, or to a value.
    fn is_mention(&self, at: usize) -> bool {
        let document = &self.account.document;
        let capital = |i: &Item| at > 0 && document.is_shaped(i.token, Shape::CAPITAL);
        let item = self.items.get(at);
        item.is_some_and(|i| i.is_value || i.is_name || capital(i))
    }

    /// Whether a word may be a verb that says what is done: not "parking" right before "lot".
    fn does(&self, at: usize) -> bool {
        let item = self.items.get(at);
        let token = item.and_then(|i| self.account.document.tokens.get(i.token));
        let verb = token.is_some_and(|t| is_verb_form(self.account.document.text(t)));
        verb && !(self.is_content(at + 1) && self.gap(at) == Gap::None)
    }

    /// Whether words that only this article has between two of a stretch leave it one stretch.
    fn bridges(&self, gap: Range<usize>) -> bool {
        let stops = |at: usize| self.gap(at) == Gap::Stop;
        gap.len() <= BETWEEN
            && gap.clone().filter(|&at| self.is_content(at)).count() <= TELLING_BETWEEN
            && !gap
                .clone()
                .any(|at| self.is_mention(at) || self.leaves_open(at))
            && !(gap.start.saturating_sub(1)..gap.end).any(stops)
    }

    /// What lies between a word and the next.
    fn gap(&self, at: usize) -> Gap {
        gap(self.account, self.items, at)
    }

    /// Whether a word says that what stands beside it is not so, may be so, or is wanted or feared.
    fn leaves_open(&self, at: usize) -> bool {
        leaves_open(self.items, at) || is_wish(self.items, at)
    }

    /// Whether words before a stretch leave open what it tells.
    fn is_open(&self, stretch: &Range<usize>) -> bool {
        let before = || (stretch.start.saturating_sub(BEFORE)..stretch.start).rev();
        let joined = |at: &usize| self.gap(*at) == Gap::None;
        let begins = |at: usize| {
            let item = self.items.get(at);
            item.is_none_or(|i| Class::Break.has(i.word))
        };
        let clause = before().take_while(|at| joined(at) && !begins(*at));
        let opener = before().take_while(joined).find(|at| begins(*at));
        if opener.is_some_and(|at| is_condition(self.items, at)) {
            return true;
        }
        clause.chain(stretch.clone()).any(|at| self.leaves_open(at))
    }
}

/// The stretches that two lines share.
fn stretches(left: &Line<'_>, right: &Line<'_>) -> Vec<Passage> {
    // Only what lies between words that both have can be common, and laying takes the product of the lengths.
    let (ours, theirs) = (left.shared(right.keys), right.shared(left.keys));
    let same = common(
        left.keys.get(ours.clone()).unwrap_or(&[]),
        right.keys.get(theirs.clone()).unwrap_or(&[]),
    );
    let same: Vec<_> = same
        .into_iter()
        .map(|(i, j)| (i + ours.start, j + theirs.start))
        .collect();
    let mut found = Vec::new();
    let mut rest = same.as_slice();
    while !rest.is_empty() {
        let joined = rest.windows(2).take_while(|pair| match pair {
            [(i, j), (next_i, next_j)] => {
                left.bridges(i + 1..*next_i) && right.bridges(j + 1..*next_j)
            }
            _ => false,
        });
        let (run, after) = rest.split_at(joined.count() + 1);
        found.extend(passage(left, right, run));
        rest = after;
    }
    found
}

/// What a run of common words tells, if it tells something.
fn passage(left: &Line<'_>, right: &Line<'_>, run: &[(usize, usize)]) -> Option<Passage> {
    let tells = |(i, j): &&(usize, usize)| left.is_content(*i) && right.is_content(*j);
    let (first, last) = (run.iter().find(tells)?, run.iter().rev().find(tells)?);
    let ours = first.0..left.end_of_phrase(last.0);
    let theirs = first.1..right.end_of_phrase(last.1);
    let (mut weight, mut shared, mut words, mut verb) = (0.0, 0, 0, false);
    for (i, j) in run.iter().filter(tells) {
        weight += left.keys.get(*i)?.weight.min(right.keys.get(*j)?.weight);
        shared += 1;
        if !left.is_mention(*i) && !right.is_mention(*j) {
            words += 1;
            verb |= left.does(*i) && right.does(*j);
        }
    }
    let content = |line: &Line<'_>, stretch: &Range<usize>| {
        stretch.clone().filter(|&at| line.is_content(at)).count()
    };
    let unshared = content(left, &ours) + content(right, &theirs) - 2 * shared;
    weight -= unshared as f32 * UNSHARED;
    let beside = shared > words && weight >= ENOUGH_BESIDE;
    let says = words >= if verb || beside { FEW_WORDS } else { WORDS };
    if !says || weight < ENOUGH || left.is_open(&ours) != right.is_open(&theirs) {
        return None;
    }
    let tokens = (
        tokens(left.items.get(ours)?)?,
        tokens(right.items.get(theirs)?)?,
    );
    Some(Passage { weight, tokens })
}
