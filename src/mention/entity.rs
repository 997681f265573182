//! Which mentions of people are one person: full names, family names later, roles later, names in apposition.
//!
//! Within an article one person under three forms is one; two people with one family name stay two. A description is
//! given the name of the one whom the article itself gives that role of that country or place; the mention still says
//! that it was only described.

use super::Mention;
use crate::compare::{Likeness, likeness};
use crate::document::{Document, Word};
use crate::value::name::NameParts;
use crate::value::{Kind, Name, Value};

/// One person of the article.
struct Person {
    id: u32,
    /// Every form in which the person is named with a given name, taken apart.
    forms: Vec<NameParts>,
    /// The fullest form.
    canonical: String,
    words: usize,
    roles: Vec<(String, Option<String>)>,
}

impl Person {
    fn holds(&self, role: &str, of: Option<&str>) -> bool {
        self.roles
            .iter()
            .any(|(known, known_of)| known == role && known_of.as_deref() == of)
    }

    fn add_role(&mut self, value: &Name) {
        let Some(role) = &value.role else { return };
        let role = (role.clone(), value.of.clone());
        if !self.roles.contains(&role) {
            self.roles.push(role);
        }
    }

    fn nearest(&self, parts: &NameParts) -> Likeness {
        self.forms
            .iter()
            .map(|form| likeness(form, parts))
            .min()
            .unwrap_or(Likeness::Different)
    }
}

/// Numbers the people of an article, and gives every mention of one the canonical name, role and of-whom.
pub(super) fn resolve(document: &Document<'_>, mentions: &mut [Mention]) {
    let mut people: Vec<Person> = Vec::new();
    name_in_full(mentions, &mut people);
    name_alone(mentions, &mut people);
    appose(document, mentions, &mut people);
    describe(mentions, &people);
    for mention in mentions {
        let id = mention.entity;
        let Value::Name(value) = &mut mention.value else {
            continue;
        };
        let Some(person) = id.and_then(|id| people.iter().find(|p| p.id == id)) else {
            continue;
        };
        value.name = Some(person.canonical.clone());
        if value.role.is_none()
            && let Some((role, of)) = person.roles.first()
        {
            value.role = Some(role.clone());
            value.of.clone_from(of);
        }
    }
}

/// The person a mention stands for, if it is one.
fn person(mention: &Mention) -> Option<&Name> {
    match &mention.value {
        Value::Name(value) if value.kind == Kind::Person => Some(value),
        _ => None,
    }
}

/// People named with given and family name; those whose names are forms of one name are one.
fn name_in_full(mentions: &mut [Mention], people: &mut Vec<Person>) {
    for mention in mentions.iter_mut() {
        let Some(value) = person(mention) else {
            continue;
        };
        let Some(name) = value.name.clone() else {
            continue;
        };
        let parts = NameParts::of(&name);
        if parts.is_single() {
            continue;
        }
        let known = people.iter_mut().find(|p| {
            let nearest = p.nearest(&parts);
            nearest <= Likeness::Transcription
        });
        let words = parts.given.len() * 2 + usize::from(parts.suffix.is_some())
            - parts.given.iter().filter(|g| g.len() == 1).count();
        let id = match known {
            Some(known) => {
                if words > known.words {
                    known.words = words;
                    known.canonical.clone_from(&name);
                }
                known.add_role(value);
                known.forms.push(parts);
                known.id
            }
            None => {
                let mut new = Person {
                    id: people.len() as u32,
                    forms: vec![parts],
                    canonical: name,
                    words,
                    roles: Vec::new(),
                };
                new.add_role(value);
                let id = new.id;
                people.push(new);
                id
            }
        };
        mention.entity = Some(id);
    }
}

/// A family or given name alone: the one person of the article who has it; by the role if several do.
fn name_alone(mentions: &mut [Mention], people: &mut Vec<Person>) {
    for mention in mentions.iter_mut().filter(|m| m.entity.is_none()) {
        let Some(value) = person(mention) else {
            continue;
        };
        let Some(name) = value.name.clone() else {
            continue;
        };
        let parts = NameParts::of(&name);
        let mut same: Vec<usize> = with_family(people, &parts);
        if same.is_empty() {
            let given = |p: &&Person| {
                p.forms
                    .iter()
                    .any(|f| f.given.first() == Some(&parts.family))
            };
            same = people.iter().filter(given).map(|p| p.id as usize).collect();
        }
        if same.len() > 1
            && let Some(role) = &value.role
        {
            let holders: Vec<usize> = same
                .iter()
                .copied()
                .filter(|&at| {
                    people
                        .get(at)
                        .is_some_and(|p| p.holds(role, value.of.as_deref()))
                })
                .collect();
            if holders.len() == 1 {
                same = holders;
            }
        }
        let id = match same.as_slice() {
            [one] => *one,
            [] => {
                let id = people.len();
                people.push(Person {
                    id: id as u32,
                    forms: vec![parts],
                    canonical: name,
                    words: 0,
                    roles: Vec::new(),
                });
                id
            }
            _ => continue,
        };
        if let Some(known) = people.get_mut(id) {
            known.add_role(value);
        }
        mention.entity = Some(id as u32);
    }
}

fn with_family(people: &[Person], parts: &NameParts) -> Vec<usize> {
    let near = |limit: Likeness| -> Vec<usize> {
        people
            .iter()
            .filter(|p| {
                p.forms.iter().any(|form| {
                    let family = NameParts {
                        family: form.family.clone(),
                        ..NameParts::default()
                    };
                    likeness(&family, parts) <= limit
                })
            })
            .map(|p| p.id as usize)
            .collect()
    };
    let same = near(Likeness::Same);
    if same.is_empty() {
        near(Likeness::Transcription)
    } else {
        same
    }
}

/// "Ann Lee, the company's chief executive,": the description is the name's.
fn appose(document: &Document<'_>, mentions: &mut [Mention], people: &mut [Person]) {
    for at in 1..mentions.len() {
        let (Some(first), Some(second)) = (mentions.get(at - 1), mentions.get(at)) else {
            continue;
        };
        let (Some(a), Some(b)) = (person(first), person(second)) else {
            continue;
        };
        if !are_apposed(document, first, second) {
            continue;
        }
        let (named, described, role) = match (first.entity, second.entity) {
            (Some(id), None) if b.name.is_none() => (id, at, b.clone()),
            (None, Some(id)) if a.name.is_none() && b.role.is_none() => (id, at - 1, a.clone()),
            _ => continue,
        };
        if let Some(known) = people.iter_mut().find(|p| p.id == named) {
            known.add_role(&role);
        }
        if let Some(mention) = mentions.get_mut(described) {
            mention.entity = Some(named);
        }
    }
}

/// Whether only a comma and a determiner stand between two mentions.
fn are_apposed(document: &Document<'_>, first: &Mention, second: &Mention) -> bool {
    const DETERMINERS: [Word; 6] = [
        Word::of("the"),
        Word::of("a"),
        Word::of("an"),
        Word::of("its"),
        Word::of("their"),
        Word::of("'s"),
    ];
    let between = document
        .tokens
        .get(first.tokens.end..second.tokens.start)
        .unwrap_or(&[]);
    match between {
        [comma] => comma.word == Word::of(","),
        [comma, determiner] => {
            comma.word == Word::of(",") && DETERMINERS.contains(&determiner.word)
        }
        _ => false,
    }
}

/// "Russia's top diplomat": the one person to whom the article gives the role, if there is just one.
fn describe(mentions: &mut [Mention], people: &[Person]) {
    for mention in mentions.iter_mut().filter(|m| m.entity.is_none()) {
        let Some(value) = person(mention).filter(|value| value.name.is_none()) else {
            continue;
        };
        let Some(role) = &value.role else { continue };
        let mut holders = people.iter().filter(|p| match &value.of {
            Some(of) => p.holds(role, Some(of)),
            None => p.roles.iter().any(|(known, _)| known == role),
        });
        if let (Some(holder), None) = (holders.next(), holders.next()) {
            mention.entity = Some(holder.id);
        }
    }
}
