//! Whether two short accounts, a claim and a headline say, hold the same thing to be so.
//!
//! In so short a text everything is about the one thing that it tells: a "hoax" or a "denies" anywhere in it turns it
//! round. Of a longer text only the sentence that tells the same counts, and only a "not" beside the words that both have.
//! Texts that tell more than one thing are left alone.

mod cue;
mod short;
mod standing;

use crate::claim::{Account, Voice};
use crate::document::{Word, stem};
use crate::mention::Mention;
use crate::statement::Asked;
use crate::statement::article::ReadArticle;
use crate::statement::meeting::{GivenValue, Meeting, NOT_SO, SO};
use crate::statement::wording::class::Class;
use crate::statement::wording::statement::Item;
use crate::statement::wording::turn;
use crate::value::{Quantity, Value};
use rustc_hash::FxHashSet;
use short::ShortAccount;
use standing::Standing;
use std::ops::Range;

/// An account of more statements than these tells more than one thing.
const SHORT: usize = 3;
/// A headline has at most this many words.
const HEADLINE: usize = 28;
/// What two accounts must share to be about one thing: a name, or two words that are not everyday ones.
const TOPIC: f32 = 2.5;
/// The share of the lighter account that the other must have for them to agree. Of two short accounts of one thing, those
/// that share a fifth to a third agree as often as those that share more: reporters seldom use the same words.
const COVERED: f32 = 0.2;
/// The same where one is no headline and they are to differ.
const COVERED_WHOLLY: f32 = 0.4;
/// The same for opposites to be said of one thing.
const COVERED_TO_OPPOSE: f32 = 0.5;

/// What two short accounts hold of the one thing that they tell.
#[derive(Debug, Default)]
pub(super) struct Stance {
    /// Where they agree or differ.
    pub(super) meeting: Option<Meeting>,
    /// The tokens by which the left and the right leave all that they tell open: a rumour or a question gives nothing to
    /// agree with.
    pub(super) open: (Vec<Range<usize>>, Vec<Range<usize>>),
    /// Whether both are headlines, written as such: what they hold of that one thing is all that there is to compare.
    pub(super) of_headlines: bool,
}

/// What both accounts hold of the one thing that they tell, if they tell one thing.
///
/// Where somebody says that both are of one event, only one of them has to be short: a summary beside its source.
pub(super) fn stance(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    asked: &Asked,
    of_one: bool,
) -> Stance {
    let Some((ours, theirs, headlines)) = told(left, right, of_one) else {
        return Stance::default();
    };
    let pair = ShortPair {
        left: Standing::of(&ours, &theirs, headlines),
        right: Standing::of(&theirs, &ours, headlines),
        ours,
        theirs,
        headlines,
        asked,
    };
    Stance {
        open: (
            pair.open(&pair.left, &pair.ours),
            pair.open(&pair.right, &pair.theirs),
        ),
        meeting: pair.meeting(),
        of_headlines: headlines && !(is_sentence(left.account) || is_sentence(right.account)),
    }
}

/// Whether a text ends as a sentence does: no headline has a full stop.
fn is_sentence(account: &Account<'_>) -> bool {
    let document = &account.document;
    let last = document.tokens.last();
    last.is_some_and(|token| document.text(token) == ".")
}

/// Two accounts that tell one thing each.
struct ShortPair<'a> {
    ours: ShortAccount<'a>,
    theirs: ShortAccount<'a>,
    left: Standing,
    right: Standing,
    headlines: bool,
    asked: &'a Asked,
}

impl ShortPair<'_> {
    /// The tokens by which an account leaves open all that it tells; of a question, all.
    fn open(&self, standing: &Standing, told: &ShortAccount<'_>) -> Vec<Range<usize>> {
        if !self.headlines {
            return Vec::new();
        }
        let question = standing.asks.then_some(0..told.items.len());
        let words = standing.rumour.iter().cloned().chain(question);
        words.filter_map(|items| told.tokens(items)).collect()
    }

    fn meeting(&self) -> Option<Meeting> {
        let shared = self.left.shared.min(self.right.shared);
        let lighter = self.ours.weight().min(self.theirs.weight());
        let covered = shared / lighter.max(f32::EPSILON);
        if shared < TOPIC || !self.headlines && covered < COVERED_WHOLLY {
            return None;
        }
        let turns = (self.turn(&self.left), self.turn(&self.right));
        match turns {
            (None, None) => self.both_so(covered),
            (Some(_), Some(_)) => None,
            // "Denies the charges" and "contests the charges" are one stance.
            (Some(_), None) if self.right.counters => None,
            (None, Some(_)) if self.left.counters => None,
            (one, other) => self.is_so(one, other),
        }
    }

    /// The items by which an account turns round what both tell.
    fn turn(&self, standing: &Standing) -> Option<Range<usize>> {
        let refuted = standing.refuted.clone().filter(|_| self.headlines);
        refuted.or_else(|| standing.negated.map(|at| at..at + 1))
    }

    /// Neither turns round what both tell: opposites, figures that differ, or they agree.
    fn both_so(&self, covered: f32) -> Option<Meeting> {
        if self.left.unclear || self.right.unclear {
            return None;
        }
        if covered >= COVERED_TO_OPPOSE
            && let Some((one, other)) = opposites(&self.ours, &self.theirs)
        {
            let word = |told: &ShortAccount<'_>, at: usize| {
                told.word(at).map(|w| Value::Choice(w.to_lowercase()))
            };
            let values = (word(&self.ours, one)?, word(&self.theirs, other)?);
            let rule = self.asked.opposites?;
            return self.meeting_of(rule, values, (one..one + 1, other..other + 1));
        }
        if !self.headlines {
            return figures(&self.ours, &self.theirs, self.asked);
        }
        let asks = self.left.asks || self.right.asks;
        let agree = covered >= COVERED && !asks && self.left.hedged == self.right.hedged;
        agree.then(|| self.is_so(None, None))?
    }

    /// What both say of the one thing; an account that turns it round says "not so".
    fn is_so(&self, one: Option<Range<usize>>, other: Option<Range<usize>>) -> Option<Meeting> {
        let label = |turned: bool| Value::Choice(if turned { NOT_SO } else { SO }.to_owned());
        let around = |standing: &Standing, turn: Option<Range<usize>>| match turn {
            Some(turn) => turn.start.min(standing.common.start)..turn.end.max(standing.common.end),
            None => standing.common.clone(),
        };
        let values = (label(one.is_some()), label(other.is_some()));
        let places = (
            around(&self.left, one.clone()),
            around(&self.right, other.clone()),
        );
        let mut meeting = self.meeting_of(self.asked.polarity?, values, places)?;
        // Who denies it between quotation marks speaks for himself.
        let (ours, theirs) = &mut meeting.claims;
        for (told, turn, claim) in [(&self.ours, one, ours), (&self.theirs, other, theirs)] {
            if turn.is_some_and(|turn| told.is_quoted(turn)) {
                claim.speaker.voice = Voice::Quotation;
            }
        }
        Some(meeting)
    }

    fn meeting_of(
        &self,
        rule: usize,
        values: (Value, Value),
        places: (Range<usize>, Range<usize>),
    ) -> Option<Meeting> {
        let one = self.ours.gives(values.0, places.0)?;
        let other = self.theirs.gives(values.1, places.1)?;
        Meeting::between(rule, one, other)
    }
}

/// What two accounts tell, if it is one thing each, and whether both are headlines.
fn told<'a>(
    left: ReadArticle<'a>,
    right: ReadArticle<'a>,
    of_one: bool,
) -> Option<(ShortAccount<'a>, ShortAccount<'a>, bool)> {
    let lengths = (left.statements.len(), right.statements.len());
    let (shorter, longer) = (lengths.0.min(lengths.1), lengths.0.max(lengths.1));
    if shorter > SHORT || longer > SHORT && !of_one {
        return None;
    }
    let (ours, theirs) = (ShortAccount::all(left), ShortAccount::all(right));
    let brief = |told: &ShortAccount<'_>| told.items.len() <= HEADLINE;
    if brief(&ours) && brief(&theirs) {
        return Some((ours, theirs, true));
    }
    // Of the longer, the sentence that tells the most of what the other tells.
    let nearest = |article: ReadArticle<'a>, other: &ShortAccount<'_>| {
        let each = (0..article.statements.len()).map(|at| ShortAccount::one(article, at));
        each.map(|told| (Standing::of(&told, other, false).shared, told))
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

/// A word of one account and one of the other that are opposites, where neither has the other's and no "not" turns one.
fn opposites(ours: &ShortAccount<'_>, theirs: &ShortAccount<'_>) -> Option<(usize, usize)> {
    let own = |a: &ShortAccount<'_>, b: &ShortAccount<'_>| -> Vec<(usize, Word)> {
        let stems: FxHashSet<Word> = b.items.iter().map(|i| i.stem).collect();
        let items = a.items.iter().enumerate();
        items
            .filter(|(at, i)| !stems.contains(&i.stem) && !a.is_negated(*at))
            .map(|(at, i)| (at, i.stem))
            .collect()
    };
    let other = own(theirs, ours);
    own(ours, theirs).into_iter().find_map(|(at, stem)| {
        let opposite = other.iter().find(|(there, word)| {
            let one_side =
                !turn::are_converse(stem, *word) || of_one_side((ours, at), (theirs, *there));
            turn::are_firm_opposites(stem, *word)
                && one_side
                && !is_told_beside((ours, at), (theirs, *there))
                && !is_told_beside((theirs, *there), (ours, at))
        });
        opposite.map(|(there, _)| (at, *there))
    })
}

/// Whether nothing shows that "won" and "lost" are said of two sides: another name before each, or "the defeat of" somebody, which
/// is who won.
fn of_one_side(
    (a, at): (&ShortAccount<'_>, usize),
    (b, there): (&ShortAccount<'_>, usize),
) -> bool {
    let side = |told: &ShortAccount<'_>, at: usize| {
        let named = |item: &&Item| item.is_name || told.is_like_name(item);
        let before = told.items.get(..at).unwrap_or(&[]);
        before.iter().rev().find(named).map(|item| item.stem)
    };
    let of = |told: &ShortAccount<'_>, at: usize| {
        told.items
            .get(at + 1)
            .is_some_and(|i| Class::Of.has(i.word))
    };
    let differ = side(a, at).zip(side(b, there)).is_some_and(|(a, b)| a != b);
    !(differ || of(a, at) || of(b, there))
}

/// Whether the clause of a word is about something that the other account tells of in another clause than that of the word's
/// opposite: "revenue rose while profit was flat", "profit fell".
fn is_told_beside(
    (a, at): (&ShortAccount<'_>, usize),
    (b, there): (&ShortAccount<'_>, usize),
) -> bool {
    const TELLING: f32 = 1.0;
    let (own, other) = (clause_of(a, at), clause_of(b, there));
    let has = |told: &ShortAccount<'_>, range: Range<usize>, stem: Word| {
        told.items
            .get(range)
            .unwrap_or(&[])
            .iter()
            .any(|i| i.stem == stem)
    };
    let tells = |item: &&Item| {
        item.rarity >= TELLING && !(item.is_value || item.is_name || a.is_like_name(item))
    };
    let near = own.filter(|near| *near != at);
    let things: Vec<&Item> = near
        .filter_map(|near| a.items.get(near))
        .filter(tells)
        .collect();
    // "Passed an amendment that lets women vote", "a women's amendment was rejected" are about the amendment.
    let apart = things.iter().all(|item| !has(b, other.clone(), item.stem));
    apart
        && things.iter().any(|item| {
            has(b, 0..other.start, item.stem) || has(b, other.end..b.items.len(), item.stem)
        })
}

/// The items around a word up to those that open or end a clause.
fn clause_of(told: &ShortAccount<'_>, at: usize) -> Range<usize> {
    let whole = told.clause(at);
    let breaks = |near: &usize| {
        told.items
            .get(*near)
            .is_some_and(|i| Class::Break.has(i.word))
    };
    let start = (whole.start..at)
        .rev()
        .find(breaks)
        .map_or(whole.start, |near| near + 1);
    let end = (at + 1..whole.end).find(breaks).unwrap_or(whole.end);
    start..end
}

/// One number of one thing on each side, where neither gives another.
fn figures(ours: &ShortAccount<'_>, theirs: &ShortAccount<'_>, asked: &Asked) -> Option<Meeting> {
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
    let given = |account, mention: &Mention| GivenValue {
        account,
        value: mention.value.clone(),
        tokens: mention.tokens.clone(),
    };
    Meeting::between(rule, given(ours.account, a), given(theirs.account, b))
}
