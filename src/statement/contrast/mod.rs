//! Where two articles say of one thing words that exclude each other: the east bank and the western bank.
//!
//! The sets of such words are data (`sets.rs`); each says by what two of its words are known to be of one thing: the noun
//! that they say more of, the name after them, the amount beside them (`slot.rs`). What is said elsewhere in an article in
//! the other's words takes the difference back.

mod holder;
mod slot;

use crate::claim::Account;
use crate::statement::article::ReadArticle;
use crate::statement::meeting::Meeting;
use crate::statement::retelling::echo::is_same;
use crate::statement::retelling::ground::shared;
use crate::statement::retelling::retold::is_supported;
use crate::statement::retelling::scene::Scene;
use crate::statement::wording::concept::concepts;
use crate::statement::wording::sets::{Tie, fit, hits};
use crate::statement::wording::statement::{is_told, mentions};
use crate::value::{Kind, Time, Value};
use slot::{Near, Slot, ValueBeside, slots};

/// What both sentences and those around them must share, by the tie.
const AROUND: f32 = 7.0;
const AROUND_NAMED: f32 = 6.0;
const AROUND_AMOUNT: f32 = 4.0;
const AROUND_MEANS: f32 = 5.0;
const AROUND_GETAWAY: f32 = 3.0;
/// What both clauses must share for one act, and with what their sentences share besides.
const ACT: f32 = 3.0;
const ACT_IN_ALL: f32 = 9.0;
/// The same for one amount, one age, one thing, one distance.
const AMOUNT: f32 = 2.0;
const AGED: f32 = 4.0;
const OBJECT: f32 = 2.5;
const BEARING: f32 = 6.0;
/// So little makes another word of the set a rival.
const RIVAL: f32 = 2.0;
/// What a concept counts that does not stand next to both words; a name, of which two count.
const FURTHER: f32 = 0.6;
const NAME: f32 = 1.5;
const NAMES: usize = 2;

/// Where two articles say words of one set of one thing.
pub(super) fn contrasts(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    rule: usize,
) -> Vec<Meeting> {
    let (ours, theirs) = (all_slots(left), all_slots(right));
    let words = SlotPairs {
        left,
        right,
        ours: &ours,
        theirs: &theirs,
    };
    let mut pairs = words.pairs();
    pairs.sort_by(|a, b| {
        let place = (a.left + a.right, a.left).cmp(&(b.left + b.right, b.left));
        b.weight.total_cmp(&a.weight).then(place)
    });
    let mut sets: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for pair in pairs {
        let (Some(a), Some(b)) = (ours.get(pair.left), theirs.get(pair.right)) else {
            continue;
        };
        if sets.contains(&a.set) {
            continue;
        }
        sets.push(a.set);
        found.extend(Meeting::between(
            rule,
            left.gives(label(left.account, a), a.tokens.clone()),
            right.gives(label(right.account, b), b.tokens.clone()),
        ));
    }
    found
}

/// What a word means; of several things that it may mean, the word itself.
fn label(account: &Account<'_>, slot: &Slot) -> Value {
    Value::Choice(if slot.meaning.contains('+') {
        account.document.slice(slot.tokens.clone()).to_lowercase()
    } else {
        slot.meaning.to_owned()
    })
}

/// The words of sets in an article's own running text.
fn all_slots(article: ReadArticle<'_>) -> Vec<Slot> {
    let account = article.account;
    let mut found = Vec::new();
    for (at, statement) in article.statements.iter().enumerate() {
        let first = statement.items.first();
        let told = first.is_some_and(|first| is_told(account, first.token));
        if told && !hits(&statement.items).is_empty() {
            found.extend(slots(&Scene {
                account,
                items: &statement.items,
                concepts: concepts(&statement.items),
                mentions: &mentions(account, statement),
                at,
            }));
        }
    }
    found
}

/// A word of the left article and one of the right, and how much ties them.
struct SlotPair {
    left: usize,
    right: usize,
    weight: f32,
}

/// The words of sets in two articles.
struct SlotPairs<'a> {
    left: ReadArticle<'a>,
    right: ReadArticle<'a>,
    ours: &'a [Slot],
    theirs: &'a [Slot],
}

impl SlotPairs<'_> {
    /// The words of one thing that exclude each other and nothing in either article takes back, and those that agree.
    fn pairs(&self) -> Vec<SlotPair> {
        let mut found = Vec::new();
        for (left, a) in self.ours.iter().enumerate() {
            for (right, b) in self.theirs.iter().enumerate() {
                if a.set != b.set || a.open || b.open || fit(a.meaning, b.meaning) {
                    continue;
                }
                let (tied, weight) = self.tied(a, b);
                if !tied {
                    continue;
                }
                let rivals = self.ours.iter().any(|c| self.is_rival(c, a, b, true))
                    || self.theirs.iter().any(|c| self.is_rival(c, b, a, false));
                if !rivals {
                    found.push(SlotPair {
                        left,
                        right,
                        weight,
                    });
                }
            }
        }
        found
    }

    /// Whether `other`, a word of the same article as `own`, says of the same thing what the other article says.
    fn is_rival(&self, other: &Slot, own: &Slot, theirs: &Slot, left: bool) -> bool {
        if other.set != own.set || fit(other.meaning, own.meaning) {
            return false;
        }
        match own.tie {
            Tie::Modifies | Tie::Bearing | Tie::Route | Tie::Wound | Tie::Object | Tie::Office => {
                share(&other.ties, &own.ties)
            }
            Tie::Means | Tie::Getaway | Tie::Bare => true,
            Tie::While | Tie::Around | Tie::Act | Tie::Level | Tie::Aged => {
                let tied = if left {
                    self.tied(other, theirs)
                } else {
                    self.tied(theirs, other)
                };
                let says_theirs = fit(other.meaning, theirs.meaning);
                let loosely = |weight: f32| weight >= RIVAL && own.tie != Tie::Level;
                says_theirs && (tied.0 || loosely(tied.1))
            }
        }
    }

    /// Whether two words, one of each article, are of one thing, and what their clauses share.
    fn tied(&self, a: &Slot, b: &Slot) -> (bool, f32) {
        let here = self.left.frames.scene(a.scene);
        let there = self.right.frames.scene(b.scene);
        let around = |least: f32| is_supported(here, there, least);
        let sentence = shared(here, there);
        let weight = common(a, b);
        let tied = match a.tie {
            Tie::Modifies | Tie::Wound => share(&a.ties, &b.ties) && around(AROUND),
            Tie::Bearing => {
                let distance = alike(a, b, |v| v.value.kind() == Kind::Measure);
                let near = sentence >= BEARING || distance;
                share(&a.ties, &b.ties) && around(AROUND_NAMED) && near
            }
            Tie::Route => share(&a.ties, &b.ties) && around(AROUND_NAMED),
            Tie::Means => around(AROUND_MEANS),
            Tie::Getaway => around(AROUND_GETAWAY),
            Tie::While => around(AROUND) && weight >= AMOUNT,
            Tie::Around => is_around(a, b),
            Tie::Act => weight >= ACT && weight + sentence >= ACT_IN_ALL,
            Tie::Level => around(AROUND_AMOUNT) && weight >= AMOUNT && same_amount(a, b),
            Tie::Object => share(&a.ties, &b.ties) && around(AROUND_NAMED) && weight >= OBJECT,
            Tie::Office => {
                let terms = a.values.is_empty() && b.values.is_empty() || alike(a, b, |_| true);
                share(&a.ties, &b.ties) && terms
            }
            Tie::Bare => false,
            Tie::Aged => {
                let age = alike(a, b, |v| v.value.kind() == Kind::Age);
                age && around(AROUND_NAMED) && weight + sentence >= AGED
            }
        };
        (tied, weight)
    }
}

/// Whether two words stand before or after one thing at one hour: "the 9 p.m. roll call". Of a thing without an hour much
/// is told that was before it and after it.
fn is_around(a: &Slot, b: &Slot) -> bool {
    let hour =
        |x: &ValueBeside, y: &ValueBeside| x.follows && y.follows && same_clock(&x.value, &y.value);
    share(&a.ties, &b.ties) && alike_by(a, b, hour)
}

/// Whether two words are said of one amount: a rise and a fall to 5 percent. What stayed as it was may have been that before.
fn same_amount(a: &Slot, b: &Slot) -> bool {
    let stays = |slot: &Slot| slot.meaning == "unchanged";
    alike_by(a, b, |x, y| {
        let amount = matches!(x.value.kind(), Kind::Percent | Kind::Money);
        let then = x.origin == y.origin || stays(a) || stays(b);
        amount && then && is_same(&x.value, &y.value)
    })
}

fn alike(a: &Slot, b: &Slot, counts: impl Fn(&ValueBeside) -> bool) -> bool {
    alike_by(a, b, |x, y| counts(x) && is_same(&x.value, &y.value))
}

fn alike_by(a: &Slot, b: &Slot, alike: impl Fn(&ValueBeside, &ValueBeside) -> bool) -> bool {
    a.values
        .iter()
        .any(|x| b.values.iter().any(|y| alike(x, y)))
}

fn same_clock(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Time(Time { clock: Some(a), .. }), Value::Time(Time { clock: Some(b), .. })) => {
            a == b && a.0 == a.1
        }
        _ => false,
    }
}

fn share<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    a.iter().any(|x| b.contains(x))
}

/// What two clauses share, by weight.
fn common(a: &Slot, b: &Slot) -> f32 {
    let mut weight = 0.0;
    for (at, x) in a.near.iter().enumerate() {
        let same = |y: &&Near| y.concept.word == x.concept.word;
        let before = a.near.get(..at).unwrap_or(&[]);
        if before.iter().any(|y| same(&y)) {
            continue;
        }
        if let Some(y) = b.near.iter().find(same) {
            let next = if x.next && y.next { 1.0 } else { FURTHER };
            weight += x.concept.weight.min(y.concept.weight) * next;
        }
    }
    let names = a.names.iter().filter(|n| b.names.contains(n)).count();
    weight + names.min(NAMES) as f32 * NAME
}
