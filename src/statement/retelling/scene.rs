//! How one sentence is read for frames: from a value outwards on both sides, to the end of its clause.
//!
//! Nothing is parsed: a clause ends at a mark or at a word that opens the next one.

use super::frame::{Bears, Frame, Next, is_toll, noun};
use crate::claim::Account;
use crate::document::{Shape, Word, is_verb_form};
use crate::mention::Mention;
use crate::statement::wording::class::Class;
use crate::statement::wording::concept::Concept;
use crate::statement::wording::laying::Key;
use crate::statement::wording::open::{is_condition, is_wish, leaves_open};
use crate::statement::wording::statement::Item;
use crate::value::date::days_between;
use crate::value::{Grain, Kind, Time, Value};
use std::ops::{ControlFlow, Range};

/// How many concepts on either side may govern it.
const GOVERNING: usize = 2;
/// How far from a value, in concepts, names and marks still belong to it.
const NEAR: usize = 6;
/// A word weighs this much to be a concept and no grammar.
const CONTENT: f32 = 1.0;
/// How far from a value, in words, what limits it stands.
const BESIDE: usize = 3;
/// What happened this many days before the article is no news.
const PAST: i32 = 60;

/// Whether a value is a time long before the article.
pub(in crate::statement) fn is_long_ago(account: &Account<'_>, value: &Value) -> bool {
    let Value::Time(Time { grain, to, .. }) = value else {
        return false;
    };
    let dated = matches!(
        grain,
        Grain::Day | Grain::Month | Grain::Quarter | Grain::Year | Grain::Decade
    );
    let (Some(published), Some(to)) = (account.published, to) else {
        return false;
    };
    dated && days_between(*to, published) > PAST
}

/// A statement that is read for frames.
pub(in crate::statement) struct Scene<'a> {
    pub(in crate::statement) account: &'a Account<'a>,
    pub(in crate::statement) items: &'a [Item],
    pub(in crate::statement) concepts: Vec<Option<Concept>>,
    pub(in crate::statement) mentions: &'a [&'a Mention],
    /// Its index among the scenes of the article.
    pub(in crate::statement) at: usize,
}

/// What lies between two words.
#[derive(PartialEq, Eq)]
pub(in crate::statement) enum Gap {
    None,
    Comma,
    Stop,
}

/// What lies between an item of a statement and the next.
pub(in crate::statement) fn gap(account: &Account<'_>, items: &[Item], at: usize) -> Gap {
    let document = &account.document;
    let (Some(here), Some(next)) = (items.get(at), items.get(at + 1)) else {
        return Gap::None;
    };
    let between = document.tokens.get(here.token + 1..next.token);
    let mut gap = Gap::None;
    for token in between.unwrap_or(&[]) {
        match document.text(token) {
            "," => gap = Gap::Comma,
            ";" | ":" | "—" | "–" | "(" | ")" => return Gap::Stop,
            "-" if !token.is(Shape::GLUED) => return Gap::Stop,
            _ => {}
        }
    }
    gap
}

/// A concept with the weight that its item has in its statement; another word for it weighs as much as it tells.
fn weighed(item: &Item, concept: Concept) -> Concept {
    let weight = if concept.word == item.stem {
        item.weight
    } else {
        concept.weight
    };
    Concept { weight, ..concept }
}

/// How far one side of a value is read.
struct Walk {
    /// Whether it is the side before the value.
    back: bool,
    /// Whether one comma may be passed before the first concept.
    over_comma: bool,
    /// Whether an "of" before the value says that it stands whatever becomes of what governs it.
    granted: bool,
    /// How many concepts were found, and the last of them.
    count: usize,
    outermost: Option<Concept>,
}

impl<'a> Scene<'a> {
    /// What the sentence is about: its concepts, values aside.
    pub(super) fn about(&self) -> Vec<Concept> {
        let items = self.items.iter().zip(&self.concepts);
        let told = items.filter(|(item, _)| !item.is_value);
        let weighed = told.filter_map(|(item, concept)| Some(weighed(item, (*concept)?)));
        let mut about: Vec<Concept> = weighed.filter(|c| c.weight >= CONTENT).collect();
        about.sort_by_key(|c| c.word);
        about.dedup_by_key(|c| c.word);
        about
    }

    /// The concept of every item; what belongs to a phrase before it tells nothing by itself.
    pub(super) fn line(&self) -> Vec<Key> {
        let items = self.items.iter().zip(&self.concepts);
        let key = |(item, concept): (&Item, &Option<Concept>)| {
            let weighed = concept.map(|concept| weighed(item, concept));
            Key {
                word: weighed.map_or(item.stem, |c| c.word),
                weight: weighed.map_or(0.0, |c| c.weight),
            }
        };
        items.map(key).collect()
    }

    /// Whether the sentence tells of a day long before the article.
    fn is_past(&self) -> bool {
        let day = |m: &&&Mention| match &m.value {
            Value::Time(time) if time.grain == Grain::Day => time.to,
            _ => None,
        };
        let Some(published) = self.account.published else {
            return false;
        };
        let mut days = self.mentions.iter().filter_map(|m| day(&m));
        days.any(|d| days_between(d, published) > PAST)
    }

    /// The frame of a value.
    pub(super) fn frame(&self, mention: &Mention) -> Option<Frame> {
        let document = &self.account.document;
        let quoted = |at: usize| document.is_shaped(at, Shape::QUOTED);
        let follows = document.word(mention.tokens.end);
        let leads = mention
            .tokens
            .start
            .checked_sub(1)
            .and_then(|at| document.word(at));
        let shift = |word: Option<Word>| word.is_some_and(|w| Class::Shift.has(w));
        let shifts = mention.value.kind() == Kind::Duration && (shift(follows) || shift(leads));
        if mention.tokens.clone().all(quoted) || self.is_part(mention) || is_one(&mention.value) {
            return None;
        }
        let start = self
            .items
            .partition_point(|i| i.token < mention.tokens.start);
        let end = self.items.partition_point(|i| i.token < mention.tokens.end);
        let mut frame = Frame {
            value: mention.value.clone(),
            tokens: mention.tokens.clone(),
            noun: noun(&mention.value),
            kin: self.kin(start..end),
            next: Vec::new(),
            verbs: Vec::new(),
            toll: false,
            scene: self.at,
            names: Vec::new(),
            marks: Vec::new(),
            of_a_time: false,
            days: Vec::new(),
            stated: !self.is_past(),
            bears: if shifts || is_of_a_match(&mention.value) {
                Bears::Agreement
            } else {
                Bears::Difference
            },
        };
        for item in self.items.get(start..end)? {
            frame
                .marks
                .extend(Some(item.word).filter(|w| Class::Further.has(*w)));
        }
        let right = self.gather(&mut frame, end..self.items.len(), false, false);
        self.gather(&mut frame, 0..start, true, right == 0);
        frame.marks.sort_unstable();
        frame.marks.dedup();
        Some(frame)
    }

    /// What stands before the noun of a number: "crossing" in "five crossing points".
    fn kin(&self, items: Range<usize>) -> Vec<Word> {
        let before = self.concepts.get(items.start..items.end.saturating_sub(1));
        let told = before.unwrap_or(&[]).iter().flatten();
        let told = told.filter(|c| c.weight >= CONTENT);
        told.map(|c| c.word).collect()
    }

    /// Whether a number goes on before what was read of it: "4-1/2 months".
    fn is_part(&self, mention: &Mention) -> bool {
        let document = &self.account.document;
        let before = mention
            .tokens
            .start
            .checked_sub(1)
            .and_then(|at| document.tokens.get(at));
        before.is_some_and(|t| t.is(Shape::NUMBER) || matches!(document.text(t), "/" | "½"))
    }

    /// Takes in what stands on one side of a value, from the value outwards, to the end of the clause. How many concepts it
    /// found.
    fn gather(&self, frame: &mut Frame, side: Range<usize>, back: bool, over_comma: bool) -> usize {
        let nearest = if back {
            side.end.checked_sub(1)
        } else {
            Some(side.start)
        };
        // "He would not raise his offer of 6 percent" grants that he offered it.
        let of = |at: usize| self.items.get(at).is_some_and(|i| Class::Of.has(i.word));
        let mut walk = Walk {
            back,
            over_comma,
            granted: back && nearest.is_some_and(of),
            count: 0,
            outermost: None,
        };
        for step in 0..side.len() {
            let at = if back {
                side.end - 1 - step
            } else {
                side.start + step
            };
            let Some(item) = self
                .items
                .get(at)
                .filter(|i| self.reaches(&mut walk, at, i))
            else {
                // "Until Friday" is no clause.
                let is_clause = walk.count > 0 || !matches!(frame.value, Value::Time(_));
                frame.stated &= !(back && is_clause && is_condition(self.items, at));
                break;
            };
            let marks = self.mark(at, step + 1, frame, walk.granted);
            if !marks && self.take(at, item, frame, &mut walk).is_break() {
                break;
            }
        }
        // "Occupancy in the hotels of the town stood at 71 percent": the clause opens with what it is about.
        let subject = walk.outermost.filter(|_| back && walk.count > GOVERNING);
        frame.next.extend(subject.map(|concept| Next {
            concept,
            nearest: false,
        }));
        walk.count
    }

    /// Whether what is said of the value goes on as far as the word `at`.
    fn reaches(&self, walk: &mut Walk, at: usize, item: &Item) -> bool {
        let gap = if walk.back {
            self.gap(at)
        } else {
            at.checked_sub(1).map_or(Gap::None, |b| self.gap(b))
        };
        let goes_on = match gap {
            Gap::Stop => false,
            Gap::Comma => walk.count == 0 && std::mem::take(&mut walk.over_comma),
            Gap::None => true,
        };
        goes_on && !Class::Break.has(item.word) && walk.count < NEAR
    }

    /// Takes in a word that is no mark: a name, a time or a concept. Breaks at another value of the same kind.
    fn take(&self, at: usize, item: &Item, frame: &mut Frame, walk: &mut Walk) -> ControlFlow<()> {
        if let Some(mention) = self.mention_at(item.token) {
            match &mention.value {
                Value::Name(_) => frame.names.push(item.word),
                value if value.kind() == frame.value.kind() => return ControlFlow::Break(()),
                Value::Time(time) => take_time(time, frame),
                _ => {}
            }
            return ControlFlow::Continue(());
        }
        if self.is_name(item) {
            frame.names.push(item.word);
            return ControlFlow::Continue(());
        }
        let concept = self.concepts.get(at).copied().flatten();
        frame.toll |= walk.count == 0 && concept.is_some_and(|c| is_toll(c.word));
        if let Some(concept) = concept.filter(|c| c.weight >= CONTENT) {
            if walk.count < GOVERNING {
                frame.next.push(Next {
                    concept,
                    nearest: walk.count == 0,
                });
            }
            if self.is_verb(item) {
                frame.verbs.push(concept.word);
            }
            walk.outermost = Some(concept);
            walk.count += 1;
        }
        ControlFlow::Continue(())
    }

    /// Whether a word tells what happened, and not that something stood at some level.
    fn is_verb(&self, item: &Item) -> bool {
        let document = &self.account.document;
        let text = document.tokens.get(item.token).map(|t| document.text(t));
        !Class::Level.has(item.word) && text.is_some_and(is_verb_form)
    }

    /// What lies between an item and the next.
    pub(in crate::statement) fn gap(&self, at: usize) -> Gap {
        gap(self.account, self.items, at)
    }

    pub(in crate::statement) fn mention_at(&self, token: usize) -> Option<&Mention> {
        let at = self.mentions.partition_point(|m| m.tokens.end <= token);
        self.mentions
            .get(at)
            .copied()
            .filter(|m| m.tokens.contains(&token))
    }

    /// The number or time that a token belongs to.
    pub(in crate::statement) fn value_at(&self, token: usize) -> Option<&'a Mention> {
        let at = self.mentions.partition_point(|m| m.tokens.end <= token);
        let mention = self.mentions.get(at).copied();
        let is_value = |m: &&Mention| !matches!(m.value, Value::Name(_));
        mention
            .filter(|m| m.tokens.contains(&token))
            .filter(is_value)
    }

    /// Whether a word is part of a name that no reader knows.
    pub(in crate::statement) fn is_name(&self, item: &Item) -> bool {
        let opens = self.items.first().is_some_and(|f| f.token == item.token);
        !opens && self.account.document.is_shaped(item.token, Shape::CAPITAL)
    }

    /// Takes in the word `at`, so many `steps` from the value, if it says whether, of what part or by whose count something
    /// is so. Whether it is such a word.
    fn mark(&self, at: usize, steps: usize, frame: &mut Frame, granted: bool) -> bool {
        let Some(item) = self.items.get(at) else {
            return false;
        };
        // "Call back" calls for nothing.
        let phrase = self.concepts.get(at + 1).is_some_and(Option::is_none);
        // "In May" leaves nothing open.
        if self
            .value_at(item.token)
            .is_some_and(|m| matches!(m.value, Value::Time(_)))
        {
            return false;
        }
        let is = |class: Class| class.has(item.word);
        let open = leaves_open(self.items, at);
        if open || is_wish(self.items, at) && !phrase {
            frame.stated &= open && granted;
            return open;
        }
        let beside = steps <= BESIDE && is(Class::Mark) || steps == 1 && is(Class::Origin);
        let marks = beside || is(Class::Further) || is(Class::Side);
        frame.marks.extend(marks.then_some(item.word));
        marks
    }
}

/// Takes in a time beside the value: a day is compared, a month or year limits what the value holds for.
fn take_time(time: &Time, frame: &mut Frame) {
    match (time.from, time.to, time.grain) {
        (Some(from), Some(to), Grain::Day) => frame.days.push((from, to)),
        (from, to, Grain::Minute | Grain::Hour) => {
            frame.days.extend(from.zip(to));
            if matches!(frame.value.kind(), Kind::Percent | Kind::Money) {
                frame.marks.push(Word::of(&time.timex));
            }
        }
        (_, _, Grain::Month | Grain::Quarter | Grain::Year | Grain::Decade) => {
            frame.marks.push(Word::of(&time.timex));
            frame.of_a_time = true;
        }
        _ => {}
    }
}

/// "One" is as often a pronoun as a number.
fn is_one(value: &Value) -> bool {
    matches!(value, Value::Quantity(q) if q.kind == Kind::Count && q.nominal == Some(1.0))
}

/// Points and goals are counted all through a match.
fn is_of_a_match(value: &Value) -> bool {
    let Value::Quantity(quantity) = value else {
        return false;
    };
    let noun = quantity.noun.as_ref().or(quantity.unit.as_ref());
    noun.is_some_and(|noun| Class::Turn.has(Word::new(noun)))
}
