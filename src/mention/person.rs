//! The people of an article as they become known: under which names, how old, in which roles.

use super::Mention;
use super::age::are_as_old;
use crate::compare::{Likeness, likeness_in_one_article, plain, transcribed};
use crate::value::name::{NameParts, are_exclusive};
use crate::value::{Kind, Name, Value};

/// One person of the article.
pub(super) struct Person {
    pub(super) id: u32,
    /// Every form in which the person is named, taken apart.
    pub(super) forms: Vec<NameParts>,
    /// The family name as every transcription of it is folded.
    family: String,
    /// How old, if the article says so beside the name.
    pub(super) age: Option<f64>,
    /// The fullest form.
    pub(super) canonical: String,
    /// How much of the name `canonical` gives.
    fullness: usize,
    /// Whether the article gives no family name, which is that of a relative: a family name alone is not this one's.
    pub(super) inherits: bool,
    pub(super) roles: Vec<(String, Option<String>)>,
}

impl Person {
    /// Whether the article gives this one the role, of that country or body.
    pub(super) fn holds(&self, role: &str, of: Option<&str>) -> bool {
        self.roles
            .iter()
            .any(|(known, known_of)| known == role && known_of.as_deref() == of)
    }

    /// Whether the roles already known and that of a mention can be one person's: "King Olaf" is not the president.
    pub(super) fn may_be(&self, value: &Name) -> bool {
        let Some(role) = &value.role else { return true };
        let excluded = |known: &(String, Option<String>)| are_exclusive(&known.0, role);
        !self.roles.iter().any(excluded)
    }

    /// Notes the role that a mention gives.
    pub(super) fn add_role(&mut self, value: &Name) {
        let Some(role) = &value.role else { return };
        let role = (role.clone(), value.of.clone());
        if !self.roles.contains(&role) {
            self.roles.push(role);
        }
    }

    /// Whether `parts`, a given and family name, is a form of this one's name, and not a relative's: `are_two` tells that.
    fn is_called(&self, parts: &NameParts, family: &str, are_two: &AreTwo<'_>) -> bool {
        if self.family != family {
            return false;
        }
        let likeness = |form: &NameParts| likeness_in_one_article(form, parts);
        match self.forms.iter().map(likeness).min() {
            Some(Likeness::Subset | Likeness::Nickname) => {
                !self.forms.iter().any(|form| are_two(form, parts))
            }
            Some(nearest) => nearest <= Likeness::Transcription,
            None => false,
        }
    }
}

/// Whether an article tells that two forms of one name are of two people.
pub(super) type AreTwo<'a> = dyn Fn(&NameParts, &NameParts) -> bool + 'a;

/// The person a mention stands for, if it is one.
pub(super) fn person(mention: &Mention) -> Option<&Name> {
    match &mention.value {
        Value::Name(value) if value.kind == Kind::Person => Some(value),
        _ => None,
    }
}

/// The names of those whom an article names in full, as often as it does.
pub(super) fn named_in_full(mentions: &[Mention]) -> impl Iterator<Item = &str> {
    let full = mentions.iter().filter(|m| m.entity.is_some());
    full.filter_map(|m| person(m)?.name.as_deref())
}

/// The number of the person called `name`: one already known under a form of it, or a new one.
pub(super) fn enter(
    name: &str,
    parts: NameParts,
    age: Option<f64>,
    people: &mut Vec<Person>,
    are_two: &AreTwo<'_>,
) -> u32 {
    let initials = parts.given.iter().filter(|given| given.len() == 1).count();
    let fullness = parts.given.len() * 2 + usize::from(parts.suffix.is_some()) - initials;
    let family = family_key(&parts.family);
    let same = people.iter_mut().filter(|p| are_as_old(p.age, age));
    let called = |p: &&mut Person| p.is_called(&parts, &family, are_two);
    let nearest = |p: &&mut Person| !p.forms.contains(&parts);
    if let Some(known) = same.filter(called).min_by_key(nearest) {
        if fullness > known.fullness {
            known.fullness = fullness;
            name.clone_into(&mut known.canonical);
        }
        known.forms.push(parts);
        return known.id;
    }
    let id = people.len() as u32;
    people.push(Person {
        id,
        forms: vec![parts],
        family,
        age,
        canonical: name.to_owned(),
        fullness,
        inherits: false,
        roles: Vec::new(),
    });
    id
}

/// The people with that full name, or with that family name; if there are none, those with that given name.
pub(super) fn with_name(people: &[Person], name: &NameParts) -> Vec<u32> {
    if !name.is_single() {
        let full = people.iter().filter(|p| p.forms.contains(name));
        return full.map(|p| p.id).collect();
    }
    let alone = name;
    let exact = |p: &&Person| p.forms.iter().any(|form| form.family == alone.family);
    let given = |p: &&Person| {
        let is_first = |form: &NameParts| form.given.first() == Some(&alone.family);
        p.forms.iter().any(is_first)
    };
    let ids = |found: Vec<&Person>| found.into_iter().map(|p| p.id).collect::<Vec<u32>>();
    let named = || people.iter().filter(|p| !p.inherits);
    let by_family = ids(named().filter(exact).collect());
    if !by_family.is_empty() {
        return by_family;
    }
    // "Rashid", where the article has an Omar bin Rashid.
    let bare = |p: &&Person| {
        let is_bare = |form: &NameParts| form.bare_family() == alone.bare_family();
        p.forms.iter().any(is_bare)
    };
    let by_bare = ids(named().filter(bare).collect());
    if !by_bare.is_empty() {
        return by_bare;
    }
    let key = family_key(&alone.family);
    let by_sound = ids(named().filter(|p| p.family == key).collect());
    if by_sound.is_empty() {
        ids(people.iter().filter(given).collect())
    } else {
        by_sound
    }
}

/// A family name as every transcription of it is folded.
fn family_key(family: &str) -> String {
    transcribed(&plain(family))
}
