//! Which mentions of people are one person: full names, family names later, roles later, names in apposition.
//!
//! Within an article one person under three forms is one; two people with one family name stay two. A description is
//! given the name of the one whom the article itself gives that role of that country or place; the mention still says
//! that it was only described.

use super::Mention;
use super::age::age_beside;
use super::describe::{appose, describe};
use super::family::shared_families;
use super::kin;
use super::person::{Person, enter, person, with_name};
use super::relative::Relatives;

use crate::document::Document;
use crate::value::name::{NameParts, has_particle};
use crate::value::{Name, Value};
use rustc_hash::{FxHashMap, FxHashSet};

/// Numbers the people of an article, and gives every mention of one the canonical name, role and of-whom.
pub(super) fn resolve(document: &Document<'_>, mentions: &mut [Mention]) {
    let mut people: Vec<Person> = Vec::new();
    let particled = particled(mentions);
    name_in_full(document, mentions, &particled, &mut people);
    let families = shared_families(document, mentions);
    kin::name(document, mentions, &families, &mut people);
    name_alone(mentions, &families, &particled, &mut people);
    appose(document, mentions, &mut people);
    describe(document, mentions, &people);
    for mention in mentions {
        let id = mention.entity;
        let Value::Name(value) = &mut mention.value else {
            continue;
        };
        let Some(person) = id.and_then(|id| people.get(id as usize)) else {
            continue;
        };
        if value.name.as_ref() != Some(&person.canonical) {
            value.name = Some(person.canonical.clone());
        }
        if value.role.is_none()
            && let Some((role, of)) = person.roles.first()
        {
            value.role = Some(role.clone());
            value.of.clone_from(of);
        }
    }
}

/// People named with given and family name; those whose names are forms of one name are one.
fn name_in_full(
    document: &Document<'_>,
    mentions: &mut [Mention],
    particled: &FxHashSet<String>,
    people: &mut Vec<Person>,
) {
    let mut known: FxHashMap<String, Option<u32>> = FxHashMap::default();
    for at in 0..mentions.len() {
        let named = |mention: &Mention| person(mention).is_some_and(|value| value.name.is_some());
        if !mentions.get(at).is_some_and(named) {
            continue;
        }
        let age = age_beside(document, mentions, at);
        let Some(value) = mentions.get(at).and_then(person) else {
            continue;
        };
        let Some(name) = &value.name else { continue };
        let id = if let Some(id) = known.get(name) {
            *id
        } else {
            let parts = parts_of(name, particled);
            let article = Relatives { document, mentions };
            let are_two = |a: &NameParts, b: &NameParts| article.are_two(a, b);
            let id = (!parts.is_single()).then(|| enter(name, parts, age, people, &are_two));
            known.insert(name.clone(), id);
            id
        };
        if let Some(person) = id.and_then(|id| people.get_mut(id as usize)) {
            person.add_role(value);
            person.age = person.age.or(age);
        }
        if let Some(mention) = mentions.get_mut(at) {
            mention.entity = id;
        }
    }
}

/// The family names of several words that the article has behind given names: `van gogh`.
fn particled(mentions: &[Mention]) -> FxHashSet<String> {
    let names = mentions.iter().filter_map(|m| person(m)?.name.as_deref());
    let parts = names.filter(|name| has_particle(name)).map(NameParts::of);
    let several = parts.filter(|parts| !parts.is_single() && parts.family.contains(' '));
    several.map(|parts| parts.family).collect()
}

/// The parts of a name; "Van Gogh" is a family name alone where the article has a Vincent van Gogh.
fn parts_of(name: &str, particled: &FxHashSet<String>) -> NameParts {
    let parts = NameParts::of(name);
    let alone = parts.with_particle();
    let known = alone.filter(|alone| particled.contains(&alone.family));
    known.unwrap_or(parts)
}

/// A family or given name alone: the one person of the article who has it; by the role if several do. A given name that
/// nobody else has goes with the family name that it shares.
fn name_alone(
    mentions: &mut [Mention],
    families: &FxHashMap<usize, String>,
    particled: &FxHashSet<String>,
    people: &mut Vec<Person>,
) {
    let mut known: FxHashMap<(String, Option<String>), Vec<u32>> = FxHashMap::default();
    for (at, mention) in mentions.iter_mut().enumerate() {
        let Some(value) = person(mention).filter(|_| mention.entity.is_none()) else {
            continue;
        };
        let Some(name) = &value.name else { continue };
        let candidates = known
            .entry((name.clone(), value.role.clone()))
            .or_insert_with(|| {
                let parts = parts_of(name, particled);
                let mut candidates = with_name(people, &parts);
                candidates.retain(|id| people.get(*id as usize).is_some_and(|p| p.may_be(value)));
                if candidates.is_empty() {
                    let full = families.get(&at).map(|family| format!("{name} {family}"));
                    let full = full.as_deref().unwrap_or(name);
                    vec![enter(full, NameParts::of(full), None, people, &|_, _| {
                        false
                    })]
                } else {
                    candidates
                }
            });
        let id = match candidates.as_slice() {
            [one] => Some(*one),
            several => holder_among(several, value, people),
        };
        if let Some(person) = id.and_then(|id| people.get_mut(id as usize)) {
            person.add_role(value);
        }
        mention.entity = id;
    }
}

/// The one of several people with a name who holds the role that the mention gives.
fn holder_among(several: &[u32], value: &Name, people: &[Person]) -> Option<u32> {
    let role = value.role.as_deref()?;
    let holds = |id: &&u32| {
        let person = people.get(**id as usize);
        person.is_some_and(|p| p.holds(role, value.of.as_deref()))
    };
    let mut holders = several.iter().filter(holds);
    holders.next().filter(|_| holders.next().is_none()).copied()
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::mention::read;
    use crate::text::Source;
    use crate::value::{Kind, Value};

    /// Checks the people of `text`: `words = canonical name#number`, `*` before those only described.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let source = Source::new("a", text);
        let document = Document::parse(&source);
        let shown: Vec<String> = read(&document)
            .iter()
            .filter(|m| m.value.kind() == Kind::Person)
            .map(|m| {
                let Value::Name(value) = &m.value else {
                    return String::new();
                };
                let mark = if m.is_described() { "*" } else { "" };
                let name = value.name.as_deref().unwrap_or("?");
                let id = m.entity.map_or("-".to_owned(), |id| id.to_string());
                format!("{mark}{} = {name}#{id}", source.slice(m.span))
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn one_person_under_many_forms_is_one() {
        check(
            "Chadian Foreign Minister Amina H. Saleh left the hall. Saleh was angry. Chad's top diplomat told Amina Saleh's aides so.",
            &[
                "Chadian Foreign Minister Amina H. Saleh = Amina H. Saleh#0",
                "Saleh = Amina H. Saleh#0",
                "*Chad's top diplomat = Amina H. Saleh#0",
                "Amina Saleh = Amina H. Saleh#0",
            ],
        );
    }

    #[test]
    fn two_people_with_one_family_name_stay_two() {
        check(
            "Ellen Marsh, 40, and Victor Marsh, 12, were found. Marsh said nothing. Ellen wept.",
            &[
                "Ellen Marsh = Ellen Marsh#0",
                "Victor Marsh = Victor Marsh#1",
                "Marsh = Marsh#-",
                "Ellen = Ellen Marsh#0",
            ],
        );
    }

    #[test]
    fn a_title_tells_two_people_with_one_family_name_apart() {
        check(
            "President Emil Novak met General Peter Novak. \"Well,\" said General Novak.",
            &[
                "President Emil Novak = Emil Novak#0",
                "General Peter Novak = Peter Novak#1",
                "General Novak = Peter Novak#1",
            ],
        );
    }

    #[test]
    fn a_description_beside_a_name_is_its_own() {
        check(
            "Nora Bright, the chief executive of Acme, resigned. The chief executive of Zenith did not.",
            &[
                "Nora Bright = Nora Bright#0",
                "*chief executive of Acme = Nora Bright#0",
                "*chief executive of Zenith = ?#-",
            ],
        );
    }

    #[test]
    fn given_names_share_the_family_name_that_they_are_joined_to() {
        check(
            "Nora, Karen and Peter van der Lind won. Karen wept.",
            &[
                "Nora = Nora van der Lind#1",
                "Karen = Karen van der Lind#2",
                "Peter van der Lind = Peter van der Lind#0",
                "Karen = Karen van der Lind#2",
            ],
        );
        check(
            "Karen Holt and Peter Lind won. Karen and Peter Lind wept.",
            &[
                "Karen Holt = Karen Holt#0",
                "Peter Lind = Peter Lind#1",
                "Karen = Karen Holt#0",
                "Peter Lind = Peter Lind#1",
            ],
        );
    }

    #[test]
    fn kin_told_by_a_given_name_share_the_family_name() {
        check(
            "Paul Holt, 40, lives with his wife, Ida, and their sons, Tom and 9-year-old Kevin.",
            &[
                "Paul Holt = Paul Holt#0",
                "Ida = Ida Holt#1",
                "Tom = Tom Holt#2",
                "Kevin = Kevin Holt#3",
            ],
        );
        check(
            "Paul Holt won. Holt's 12-year-old daughter Ida and her friend Grace wept.",
            &[
                "Paul Holt = Paul Holt#0",
                "Holt = Paul Holt#0",
                "Ida = Ida Holt#1",
            ],
        );
        check(
            "Karen Lind met Paul Holt and his daughter, Grace, twice. Karen Lind told Paul Holt that his ex-wife Eva lost.",
            &[
                "Karen Lind = Karen Lind#0",
                "Paul Holt = Paul Holt#1",
                "Grace = Grace Holt#2",
                "Karen Lind = Karen Lind#0",
                "Paul Holt = Paul Holt#1",
            ],
        );
    }

    #[test]
    fn a_new_clause_or_another_one_is_not_described() {
        check(
            "According to police spokesman Peter Lind, the teen was well. The spokesman who left said more.",
            &[
                "spokesman Peter Lind = Peter Lind#0",
                "*teen = ?#-",
                "*spokesman = ?#-",
            ],
        );
    }

    #[test]
    fn father_and_son_of_one_name_stay_two() {
        check(
            "They are Paul Hale, 50, Paul Hale Jr., 10, and Karen T. Hale, 41. Karen Hale, 42, wept.",
            &[
                "Paul Hale = Paul Hale#0",
                "Paul Hale Jr. = Paul Hale Jr.#1",
                "Karen T. Hale = Karen T. Hale#2",
                "Karen Hale = Karen T. Hale#2",
            ],
        );
    }

    #[test]
    fn kin_whose_given_names_are_forms_of_one_stay_two() {
        check(
            "Officer Daniel Moss fell. \"He was proud,\" said Danny Moss, 17, one of the officer's sons.",
            &[
                "Officer Daniel Moss = Daniel Moss#0",
                "Danny Moss = Danny Moss#1",
                "*officer = Daniel Moss#0",
            ],
        );
        check(
            "Daniel Moss runs the mill with his eldest son, Danny Moss. Dan Moss left.",
            &[
                "Daniel Moss = Daniel Moss#0",
                "Danny Moss = Danny Moss#1",
                "Dan Moss = Daniel Moss#0",
            ],
        );
        check(
            "Thomas Moss, 51, lives with his wife, Ida, and their sons, Tom and 9-year-old Kevin.",
            &[
                "Thomas Moss = Thomas Moss#0",
                "Ida = Ida Moss#1",
                "Tom = Tom Moss#2",
                "Kevin = Kevin Moss#3",
            ],
        );
        check(
            "Rosa Moss wept when her son, Danny Moss, was found. Daniel Moss was 17.",
            &[
                "Rosa Moss = Rosa Moss#0",
                "Danny Moss = Danny Moss#1",
                "Daniel Moss = Danny Moss#1",
            ],
        );
    }

    #[test]
    fn a_slip_of_the_pen_makes_no_other_person() {
        check(
            "Karla Tindle left. Karlla Tindle came back with Carla Tindell.",
            &[
                "Karla Tindle = Karla Tindle#0",
                "Karlla Tindle = Karla Tindle#0",
                "Carla Tindell = Carla Tindell#1",
            ],
        );
    }

    #[test]
    fn a_role_that_two_hold_names_neither() {
        check(
            "Chad's President Idris Saleh met Mali's President Moussa Keita. The president was late.",
            &[
                "Chad's President Idris Saleh = Idris Saleh#0",
                "Mali's President Moussa Keita = Moussa Keita#1",
                "*president = ?#-",
            ],
        );
    }
}
