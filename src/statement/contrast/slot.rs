//! Where a word of a set stands: what its clause has beside it, and what ties it to the same word's place in another article.

use super::holder::{officer, victim};
use crate::document::{Shape, Word};
use crate::mention::Mention;
use crate::statement::retelling::scene::{Gap, Scene, is_long_ago};
use crate::statement::wording::class::Class;
use crate::statement::wording::concept::Concept;
use crate::statement::wording::open::{is_wish, leaves_open};
use crate::statement::wording::sets::{Hit, Set, Tie, hits, set};
use crate::statement::wording::turn::is_auxiliary;
use crate::value::{Kind, Value};
use std::ops::Range;

/// A word weighs this much to be a concept and no grammar.
const CONTENT: f32 = 1.0;
/// How many concepts and names on either side belong to the clause, and how many of them stand next to the word.
const REACH: usize = 8;
const NEXT: usize = 2;
/// How far before a word, and after it, what leaves it open stands.
const OPEN_BEFORE: usize = 10;
const OPEN_AFTER: usize = 4;
/// How many words may stand between a word and what leads to it ("in the lower left leg"), and between a word and its noun.
const LEADS: usize = 4;
const NOUN: usize = 2;
/// How far after "of" a name may stand, and how long after a route it is.
const NAME: usize = 6;
const ROUTE: usize = 3;
/// How far from a word, in items, what it is done to stands; how far after an office its term, in tokens.
const OBJECT: usize = 6;
const TERM: usize = 7;
/// How far from a word an age stands.
const AGE: usize = 3;

/// A word of a set in its place.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) set: usize,
    pub(super) tie: Tie,
    pub(super) meaning: &'static str,
    pub(super) tokens: Range<usize>,
    /// Index of its sentence in the article's scenes.
    pub(super) scene: usize,
    /// What it is tied to: nouns, names.
    pub(super) ties: Vec<Word>,
    /// The concepts of its clause, the nearest first on either side.
    pub(super) near: Vec<Near>,
    /// The names of its clause.
    pub(super) names: Vec<Word>,
    /// The values of its clause.
    pub(super) values: Vec<ValueBeside>,
    /// Whether its clause leaves open what it tells.
    pub(super) open: bool,
}

/// A concept of a word's clause.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near {
    pub(super) concept: Concept,
    /// Whether it stands next to the word.
    pub(super) next: bool,
}

/// A value of a word's clause.
#[derive(Clone, Debug)]
pub(super) struct ValueBeside {
    pub(super) value: Value,
    /// Whether it is what something was before: "from 6 percent".
    pub(super) origin: bool,
    /// Whether nothing of weight stands between it and the word, which comes first.
    pub(super) follows: bool,
}

/// The words of sets that one sentence tells of the article's own news.
pub(super) fn slots(scene: &Scene<'_>) -> Vec<Slot> {
    let found = hits(scene.items);
    let read = found.iter().filter_map(|hit| slot(scene, *hit, &found));
    read.collect()
}

fn slot(scene: &Scene<'_>, hit: Hit, all: &[Hit]) -> Option<Slot> {
    let set = set(hit.set)?;
    let place = Place {
        scene,
        hit,
        set,
        before: side(scene, hit, true),
        after: side(scene, hit, false),
    };
    let tokens = place.tokens()?;
    let named = !matches!(set.tie, Tie::Bearing | Tie::Act | Tie::Office) && place.is_name(hit.at);
    let document = &scene.account.document;
    if document.is_shaped(tokens.start, Shape::QUOTED) || named || place.is_listed(all) {
        return None;
    }
    let ties = place.ties()?;
    let values = match set.tie {
        Tie::Office => place.term(),
        _ => place.values(),
    };
    if set.tie != Tie::Office && values.iter().any(|v| is_long_ago(scene.account, &v.value)) {
        return None;
    }
    Some(Slot {
        set: hit.set,
        tie: set.tie,
        meaning: hit.meaning,
        tokens,
        scene: scene.at,
        ties,
        near: place.near(),
        names: place.names(),
        open: place.is_open(),
        values,
    })
}

/// The items on one side of a word, from it outwards, to the end of its clause.
fn side(scene: &Scene<'_>, hit: Hit, back: bool) -> Vec<usize> {
    let mut found = Vec::new();
    let mut told = 0;
    let mut at = if back { hit.at } else { hit.at + hit.words - 1 };
    while told < REACH {
        let next = if back {
            at.checked_sub(1)
        } else {
            Some(at + 1)
        };
        let Some((next, item)) = next.and_then(|n| Some((n, scene.items.get(n)?))) else {
            break;
        };
        let ends = match scene.gap(at.min(next)) {
            Gap::Stop => true,
            Gap::Comma => told > 0,
            Gap::None => false,
        };
        if ends || Class::Break.has(item.word) && !Class::Joins.has(item.word) {
            break;
        }
        told += usize::from(content(scene, next).is_some() || is_name(scene, next));
        found.push(next);
        at = next;
    }
    found
}

/// The concept of an item that is neither grammar nor a value.
fn content(scene: &Scene<'_>, at: usize) -> Option<Concept> {
    let concept = scene.concepts.get(at).copied().flatten();
    let is_value = scene.items.get(at).is_some_and(|i| i.is_value);
    concept.filter(|c| c.weight >= CONTENT && !is_value)
}

fn is_name(scene: &Scene<'_>, at: usize) -> bool {
    let Some(item) = scene.items.get(at) else {
        return false;
    };
    match scene.mention_at(item.token).map(|m| &m.value) {
        Some(Value::Name(_)) => item.rarity >= CONTENT,
        _ => scene.is_name(item),
    }
}

/// A word of a set with the two sides of its clause.
struct Place<'a, 'b> {
    scene: &'b Scene<'a>,
    hit: Hit,
    set: &'static Set,
    before: Vec<usize>,
    after: Vec<usize>,
}

impl Place<'_, '_> {
    fn word(&self, at: usize) -> Option<Word> {
        Some(self.scene.items.get(at)?.word)
    }

    fn is_name(&self, at: usize) -> bool {
        is_name(self.scene, at)
    }

    fn content(&self, at: usize) -> Option<Concept> {
        content(self.scene, at).filter(|_| !self.is_name(at))
    }

    fn end(&self) -> usize {
        self.hit.at + self.hit.words
    }

    /// Whether another word of the set is joined to it: "in the arm and leg".
    fn is_listed(&self, all: &[Hit]) -> bool {
        let is_join = |at: Option<usize>| {
            at.and_then(|at| self.word(at))
                .is_some_and(|w| Class::Joins.has(w))
        };
        let of_set = |place: Range<usize>| {
            let mut others = all.iter().filter(|h| h.set == self.hit.set);
            others.any(|h| place.contains(&(h.at + h.words - 1)) || place.contains(&h.at))
        };
        let start = self.hit.at;
        is_join(Some(self.end())) && of_set(self.end() + 1..self.end() + 3)
            || is_join(start.checked_sub(1)) && of_set(start.saturating_sub(3)..start - 1)
    }

    fn near(&self) -> Vec<Near> {
        let mut found = Vec::new();
        for side in [&self.before, &self.after] {
            let concepts = side.iter().filter_map(|at| self.content(*at));
            found.extend(concepts.enumerate().map(|(nth, concept)| Near {
                concept,
                next: nth < NEXT,
            }));
        }
        found
    }

    fn names(&self) -> Vec<Word> {
        let all = self.before.iter().chain(&self.after);
        let mut names: Vec<Word> = all
            .filter(|at| self.is_name(**at))
            .filter_map(|at| self.word(*at))
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn values(&self) -> Vec<ValueBeside> {
        let document = &self.scene.account.document;
        let mut found: Vec<(usize, ValueBeside)> = Vec::new();
        let mut told = false;
        for at in self.after.iter().chain(&self.before) {
            let Some(token) = self.scene.items.get(*at).map(|i| i.token) else {
                continue;
            };
            let Some(mention) = self.scene.value_at(token) else {
                told |= self.content(*at).is_some() || self.is_name(*at);
                continue;
            };
            let start = mention.tokens.start;
            let known = found.iter().any(|(known, _)| *known == start);
            let leads = start.checked_sub(1).and_then(|at| document.word(at));
            if !known {
                let beside = ValueBeside {
                    value: mention.value.clone(),
                    origin: leads.is_some_and(|w| Class::Origin.has(w)),
                    follows: !told && *at >= self.end(),
                };
                found.push((start, beside));
            }
        }
        found.into_iter().map(|(_, beside)| beside).collect()
    }

    /// Whether the clause says that it was not so, or may be so, or is wanted.
    fn is_open(&self) -> bool {
        let items = self.scene.items;
        let leaves_open = |at: &usize| {
            let is_value = items.get(*at).is_some_and(|i| i.is_value);
            !is_value && (leaves_open(items, *at) || is_wish(items, *at))
        };
        self.before.iter().take(OPEN_BEFORE).any(leaves_open)
            || self.after.iter().take(OPEN_AFTER).any(leaves_open)
    }

    /// What the word is tied to; `None` if it does not stand in such a place.
    fn ties(&self) -> Option<Vec<Word>> {
        let ties = match self.set.tie {
            Tie::Modifies => self.noun(),
            Tie::Bearing => self.named_after_of(),
            Tie::Route => self.named_next(),
            Tie::Wound => return self.victim(),
            Tie::Means | Tie::Getaway => return self.governor().map(|_| Vec::new()),
            Tie::While => return self.governed().then(Vec::new),
            Tie::Around => self.object(),
            Tie::Act => return Some(Vec::new()),
            Tie::Level => return self.has_amount().then(Vec::new),
            Tie::Aged => return self.has_age().then(Vec::new),
            Tie::Object => self.listed_object(),
            Tie::Office => return self.officer(),
            Tie::Bare => return None,
        };
        (!ties.is_empty()).then_some(ties)
    }

    /// The noun right after it, with the word before that; of "a train heading west" the train.
    fn noun(&self) -> Vec<Word> {
        let before = |nth: usize| self.hit.at.checked_sub(nth);
        if before(1)
            .and_then(|at| self.word(at))
            .is_some_and(|w| Class::Moving.has(w))
        {
            let mut further = (2..2 + NOUN).filter_map(before);
            let noun = further.find_map(|at| self.content(at));
            return noun.into_iter().map(|c| c.word).collect();
        }
        let mut found = Vec::new();
        // "Rock-bottom prices" are not the bottom of anything.
        let document = &self.scene.account.document;
        let joined = self
            .scene
            .items
            .get(self.hit.at)
            .and_then(|i| i.token.checked_sub(1));
        if joined
            .and_then(|at| document.tokens.get(at))
            .is_some_and(|t| document.text(t) == "-")
        {
            return found;
        }
        for at in self.end()..self.end() + NOUN {
            let joined = self.scene.gap(at - 1) == Gap::None;
            match self.content(at) {
                Some(concept) if joined => found.push(concept.word),
                _ => break,
            }
        }
        found
    }

    fn named_after_of(&self) -> Vec<Word> {
        let of = self.word(self.end());
        let leads = of.is_some_and(|w| Class::Of.has(w) || Class::Origin.has(w));
        let mut found = Vec::new();
        for at in (self.end() + 1..self.end() + 1 + NAME).take_while(|_| leads) {
            if self.scene.gap(at - 1) != Gap::None {
                break;
            }
            if self.is_name(at) {
                found.extend(self.word(at));
            } else if !found.is_empty() {
                break;
            }
        }
        found
    }

    fn named_next(&self) -> Vec<Word> {
        let near = self.end()..self.end() + ROUTE;
        let named = near.take_while(|at| self.is_name(*at));
        named.filter_map(|at| self.word(at)).collect()
    }

    /// The item of the word that leads to it.
    fn lead(&self) -> Option<usize> {
        if self
            .word(self.hit.at)
            .is_some_and(|w| self.set.leads.contains(&w))
        {
            return Some(self.hit.at);
        }
        let mut before = (1..=LEADS).filter_map(|nth| self.hit.at.checked_sub(nth));
        before.find(|at| self.word(*at).is_some_and(|w| self.set.leads.contains(&w)))
    }

    /// The verb right before what leads to it.
    fn governor(&self) -> Option<usize> {
        let lead = self.lead()?;
        let is_particle = |at: &usize| Class::Particle.has(self.word(*at));
        let verb = (0..lead).rev().find(|at| !is_particle(at))?;
        let stem = self.scene.items.get(verb)?.stem;
        let joined = (verb..self.hit.at).all(|at| self.scene.gap(at) == Gap::None);
        (joined && self.set.governors.contains(&stem)).then_some(verb)
    }

    fn governed(&self) -> bool {
        let stems = self
            .before
            .iter()
            .filter_map(|at| self.scene.items.get(*at));
        self.lead().is_some()
            && stems
                .map(|i| i.stem)
                .any(|s| self.set.governors.contains(&s))
    }

    /// Who "was shot in the leg".
    fn victim(&self) -> Option<Vec<Word>> {
        let verb = self.governor()?;
        let passive = self.word(verb.checked_sub(1)?);
        passive.filter(|w| is_auxiliary(*w))?;
        victim(self.scene, verb)
    }

    /// Whose office it is: "transport minister", "minister of transport", "led the fire department".
    fn officer(&self) -> Option<Vec<Word>> {
        let of_office = |at: usize| {
            let item = self.scene.items.get(at);
            item.is_some_and(|i| self.set.governors.contains(&i.stem))
        };
        let start = self.hit.at;
        let joined = |at: &usize| self.scene.gap(at - 1) == Gap::None;
        let mut after = (self.end()..self.end() + NOUN).take_while(joined);
        let led = |at: usize| {
            let lead = self.word(at).is_some_and(|w| self.set.leads.contains(&w));
            lead && at.checked_sub(1).is_some_and(of_office)
        };
        let under = (1..=NOUN)
            .filter_map(|nth| self.word(start.checked_sub(nth)?))
            .any(|w| Class::Under.has(w));
        if under || !after.any(of_office) && !start.checked_sub(1).is_some_and(led) {
            return None;
        }
        officer(self.scene, &self.tokens()?)
    }

    /// The times told right after an office.
    fn term(&self) -> Vec<ValueBeside> {
        let Some(end) = self.tokens().map(|t| t.end) else {
            return Vec::new();
        };
        let near = |m: &&&Mention| m.tokens.start >= end && m.tokens.start < end + TERM;
        let times = self.scene.mentions.iter().filter(near);
        let times = times.filter(|m| matches!(m.value, Value::Time(_)));
        let beside = times.map(|m| ValueBeside {
            value: m.value.clone(),
            origin: false,
            follows: false,
        });
        beside.collect()
    }

    /// What of a few things stands beside it.
    fn listed_object(&self) -> Vec<Word> {
        let near = |side: &[usize]| -> Vec<Word> {
            let items = side
                .iter()
                .take(OBJECT)
                .filter_map(|at| self.scene.items.get(*at));
            let stems = items.map(|i| i.stem);
            stems.filter(|s| self.set.governors.contains(s)).collect()
        };
        let mut found = near(&self.before);
        found.extend(near(&self.after));
        found
    }

    fn tokens(&self) -> Option<Range<usize>> {
        let first = self.scene.items.get(self.hit.at)?.token;
        let last = self.scene.items.get(self.end() - 1)?.token;
        Some(first..last + 1)
    }

    /// The first concept after it, and the time before that: "the 9 p.m. roll call".
    fn object(&self) -> Vec<Word> {
        let first = self.after.iter().find_map(|at| self.content(*at));
        first.into_iter().map(|c| c.word).collect()
    }

    fn has_amount(&self) -> bool {
        let values = self.values();
        values
            .iter()
            .any(|v| matches!(v.value.kind(), Kind::Percent | Kind::Money))
    }

    fn has_age(&self) -> bool {
        let near = self.hit.at.saturating_sub(AGE)..self.end() + AGE;
        let mut tokens = near.filter_map(|at| Some(self.scene.items.get(at)?.token));
        tokens.any(|t| {
            let value = self.scene.value_at(t);
            value.is_some_and(|m| m.value.kind() == Kind::Age)
        })
    }
}
