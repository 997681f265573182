//! Which given names go with the family name of a relative told of beside them: the "Ida" of "Paul Berg, 40, and his wife, Ida".
//!
//! A wife, child, brother or parent told by a given name alone shares the family name of the one whose kin it is; those who do
//! not are named in full.

use super::Mention;
use super::family::family_as_written;
use super::person::{Person, enter, named_in_full, person, with_name};
use super::words::List;
use crate::document::{Document, Shape, Token};
use crate::value::Kind;
use crate::value::name::NameParts;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;
use std::ops::Range;

/// How many words may stand between "his" and the word of kinship: "his two younger sons".
const DESCRIPTION: usize = 4;

/// What ties a given name to somebody named before it.
enum Tie {
    /// "Berg and his wife, Ida", "Berg's wife Ida".
    Beside,
    /// "Their sons Tom and Ida", "his wife, Ida, and daughter Eva": it goes with the name before it, as that one does.
    Listed,
    /// "Berg shot his wife, Ida": a pronoun further on.
    Apart,
}

/// Given names that words of kinship tie to a family name: those of somebody who has both, or of one more.
pub(super) fn name(
    document: &Document<'_>,
    mentions: &mut [Mention],
    shared: &FxHashMap<usize, String>,
    people: &mut Vec<Person>,
) {
    let families = families(document, mentions, shared);
    for (at, mention) in mentions.iter_mut().enumerate() {
        let Some((family, owner)) = families.get(&at) else {
            continue;
        };
        let Some(name) = person(mention).and_then(|value| value.name.as_deref()) else {
            continue;
        };
        let full = format!("{name} {family}");
        let known = people.len();
        // "Daniel Moss and his son Danny": not himself.
        let owner = owner
            .as_deref()
            .map_or_else(Vec::new, |owner| forms(people, owner));
        let are_two = |form: &NameParts, _: &NameParts| owner.contains(form);
        let id = enter(&full, NameParts::of(&full), None, people, &are_two);
        if let Some(one_more) = people.get_mut(known) {
            one_more.inherits = true;
        }
        mention.entity = Some(id);
    }
}

/// The forms of the name of the one person called `owner`, in full or by family name; none if there are several.
fn forms(people: &[Person], owner: &str) -> Vec<NameParts> {
    match with_name(people, &NameParts::of(owner)).as_slice() {
        [id] => people
            .get(*id as usize)
            .map_or_else(Vec::new, |p| p.forms.clone()),
        _ => Vec::new(),
    }
}

/// The family name of each given name that words of kinship tie to somebody, and that one's name, by the number of the mention. `shared` are those
/// of given names that are joined to a full name.
fn families(
    document: &Document<'_>,
    mentions: &[Mention],
    shared: &FxHashMap<usize, String>,
) -> FxHashMap<usize, (String, Option<String>)> {
    let mut families = FxHashMap::default();
    let mut reader = KinReader {
        document,
        mentions,
        shared,
        sentence: None,
        named: Vec::new(),
        full: OnceCell::new(),
    };
    for at in 0..mentions.len() {
        let owner = reader.named.last().map(|named| named.owner);
        if let Some(family) = reader.next(at) {
            let owner = owner.and_then(|at| person(mentions.get(at)?)?.name.clone());
            families.insert(at, (family, owner));
        }
    }
    families
}

/// Somebody named in the sentence at hand.
struct Named {
    at: usize,
    /// The mention of the one whose kin it is, or its own.
    owner: usize,
    /// The family name of the one whose kin it is.
    inherited: Option<String>,
}

struct KinReader<'r, 's> {
    document: &'r Document<'s>,
    mentions: &'r [Mention],
    shared: &'r FxHashMap<usize, String>,
    sentence: Option<usize>,
    named: Vec<Named>,
    /// The full names of the article, each once, read when first asked for.
    full: OnceCell<Vec<FullName>>,
}

/// A full name taken apart, and its family name as it is written.
struct FullName {
    parts: NameParts,
    family: Option<String>,
}

impl KinReader<'_, '_> {
    /// The family name that the mention `at` has by kinship, if it has one; notes whom the sentence names.
    fn next(&mut self, at: usize) -> Option<String> {
        let mention = self.mentions.get(at)?;
        let value = person(mention).filter(|_| mention.name_tokens.is_some())?;
        let name = value.name.as_deref()?;
        let sentence = self.document.sentence_at(mention.tokens.start);
        if sentence != self.sentence {
            self.sentence = sentence;
            self.named.clear();
        }
        let alone = mention.entity.is_none() && value.role.is_none() && !name.contains(' ');
        let inherits = alone && !self.shared.contains_key(&at);
        let inherited = inherits.then(|| self.inherited(mention)).flatten();
        let before = self.named.last().filter(|_| inherited.is_some());
        let owner = before.map_or(at, |before| before.owner);
        self.named.push(Named {
            at,
            owner,
            inherited: inherited.clone(),
        });
        inherited
    }

    fn inherited(&self, mention: &Mention) -> Option<String> {
        let before = self.named.last()?;
        let end = self.mentions.get(before.at)?.tokens.end;
        let tie = self.tie(end..mention.tokens.start)?;
        let first = self.family(before)?;
        let same = |named: &Named| self.family(named).as_ref() == Some(&first);
        let holds = match tie {
            Tie::Beside => true,
            Tie::Listed => before.inherited.is_some(),
            Tie::Apart => self.named.iter().all(same),
        };
        holds.then_some(first)
    }

    /// The family name of somebody named, as it is written.
    fn family(&self, named: &Named) -> Option<String> {
        let known = named.inherited.as_ref().or(self.shared.get(&named.at));
        if let Some(known) = known {
            return Some(known.clone());
        }
        let mention = self.mentions.get(named.at)?;
        let name = person(mention)?.name.as_deref()?;
        if mention.entity.is_some() {
            family_as_written(name)
        } else {
            self.family_of(name)
        }
    }

    /// What the words `between` a name and the given name after it make of the second.
    fn tie(&self, between: Range<usize>) -> Option<Tie> {
        let mut at = self.back_over_signs(between.clone());
        let token = |at: usize| {
            at.checked_sub(1)
                .and_then(|at| self.document.tokens.get(at))
        };
        let is_kin = |t: &Token| List::Kin.has(t.word) && !t.is(Shape::CAPITAL);
        if !token(at).filter(|_| at > between.start).is_some_and(is_kin) {
            return (at == between.start && !between.is_empty()).then_some(Tie::Listed);
        }
        at -= 1;
        let mut left = DESCRIPTION;
        while at > between.start {
            let word = token(at)?;
            if List::Owner.has(word.word) || word.is(Shape::POSSESSIVE) {
                let beside = self.back_over_signs(between.start..at - 1) == between.start;
                return match (word.is(Shape::POSSESSIVE), beside) {
                    (_, true) => Some(Tie::Beside),
                    (false, false) => Some(Tie::Apart),
                    (true, false) => None,
                };
            }
            if self.is_of_age(at - 1) {
                at -= 1;
                continue;
            }
            if List::And.has(word.word) {
                let listed = self.back_over_signs(between.start..at) == between.start;
                return listed.then_some(Tie::Listed);
            }
            at -= 1;
            if word.is(Shape::CAPITAL) || !word.is(Shape::WORD) || left == 0 {
                return None;
            }
            left -= 1;
        }
        None
    }

    /// Where ages, commas and "and" at the end of a range begin.
    fn back_over_signs(&self, range: Range<usize>) -> usize {
        let mut at = range.end;
        while at > range.start {
            let passes = |t: &Token| List::And.has(t.word);
            let token = self.document.tokens.get(at - 1);
            if !token.is_some_and(passes) && !self.is_of_age(at - 1) {
                break;
            }
            at -= 1;
        }
        at
    }

    fn is_of_age(&self, at: usize) -> bool {
        let near = self.mentions.partition_point(|m| m.tokens.start <= at);
        let near = self
            .mentions
            .get(near.saturating_sub(2)..near)
            .unwrap_or(&[]);
        let holds = |m: &Mention| m.value.kind() == Kind::Age && m.tokens.contains(&at);
        near.iter().any(holds)
    }

    /// The family name of one told by a single name: the name itself, if somebody of the article has it as such, or that of
    /// the one whose given name it is.
    fn family_of(&self, name: &str) -> Option<String> {
        let alone = NameParts::of(name).family;
        let called = |full: &&FullName| {
            full.parts.given.first() == Some(&alone) || full.parts.family == alone
        };
        let full = self.full.get_or_init(|| full_names(self.mentions));
        let mut families = full
            .iter()
            .filter(called)
            .filter_map(|full| full.family.as_ref());
        let first = families.next()?;
        families.all(|other| other == first).then(|| first.clone())
    }
}

/// The full names of an article, each once.
fn full_names(mentions: &[Mention]) -> Vec<FullName> {
    let names: FxHashSet<&str> = named_in_full(mentions).collect();
    let apart = names.into_iter().map(|name| FullName {
        parts: NameParts::of(name),
        family: family_as_written(name),
    });
    apart.collect()
}
