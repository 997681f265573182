//! Which names of two articles are one name that two desks spell differently: `Rasmund` here, `Rasmond` there.
//!
//! Only what each article alone has can be another spelling of what the other alone has. That two names are near is a
//! reason to lay the articles side by side; whether it is a slip is for those to say who compare them.

use crate::claim::{Person, Profile};
use crate::compare::{Likeness, likeness};
use crate::document::Word;
use crate::value::name::NameParts;

/// Words of one article and of the other that spell one name, each word once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Namesakes(Vec<(Word, Word)>);

impl Namesakes {
    /// The names that two articles spell differently.
    pub(super) fn of(a: &Profile<'_>, b: &Profile<'_>) -> Self {
        let mut found = Namesakes::default();
        let theirs = strangers(b, a);
        if theirs.is_empty() {
            return found;
        }
        for (name, role) in strangers(a, b) {
            for (other, their_role) in &theirs {
                let one_role = role.is_some() && role == *their_role;
                if !is_near(&name, other, one_role) {
                    continue;
                }
                for (ours, theirs) in differing(&name, other) {
                    if !b.has(Word::new(part(ours))) && !a.has(Word::new(part(theirs))) {
                        found.add(Word::new(ours), Word::new(theirs));
                        found.add(Word::new(part(ours)), Word::new(part(theirs)));
                    }
                }
            }
        }
        found
    }

    fn add(&mut self, ours: Word, theirs: Word) {
        let known = |(a, b): &(Word, Word)| *a == ours || *b == theirs;
        if !self.0.iter().any(known) {
            self.0.push((ours, theirs));
        }
    }

    /// The pairs, the first article's word first.
    pub(super) fn pairs(&self) -> &[(Word, Word)] {
        &self.0
    }

    /// Whether a word of either article is the other spelling of one of the other.
    pub(super) fn has(&self, word: Word) -> bool {
        self.0.iter().any(|(a, b)| *a == word || *b == word)
    }
}

/// Whether an article has somebody else whose name is nearer to `other`, a form of which its `own` is: a son's short form is his
/// father's only where the father is not named himself.
pub(super) fn has_nearer(article: &Profile<'_>, own: &str, other: &str) -> bool {
    let target = NameParts::of(other);
    let near = likeness(&NameParts::of(own), &target);
    let is_form = matches!(
        near,
        Likeness::Subset | Likeness::Nickname | Likeness::Transcription
    );
    let nearer = |name: &str| name != own && likeness(&NameParts::of(name), &target) < near;
    is_form
        && article
            .named_people
            .iter()
            .any(|person| nearer(person.name))
}

/// The people of an article whose names the other does not have in full, each with a role if the article tells one.
fn strangers<'a>(own: &Profile<'a>, other: &Profile<'_>) -> Vec<(NameParts, Option<&'a str>)> {
    let is_strange = |person: &&Person<'a>| {
        let mut words = person.name.split(' ');
        words.any(|word| !other.has(Word::new(part(word))))
    };
    let strange = own.named_people.iter().filter(is_strange);
    strange
        .map(|person| (NameParts::of(person.name), person.role))
        .collect()
}

/// The last part of a name with hyphens, which are words of their own in an article: `Sharif` of `al-Sharif`.
fn part(name: &str) -> &str {
    name.rsplit('-').next().unwrap_or(name)
}

/// Whether two names may be one: full names that are forms of each other or a letter apart; a family name alone only where
/// both articles give its bearer one role.
fn is_near(left: &NameParts, right: &NameParts, one_role: bool) -> bool {
    let full = !left.is_single() && !right.is_single();
    match likeness(left, right) {
        Likeness::Nickname | Likeness::Transcription | Likeness::Spelling => full || one_role,
        // "Mary Holt" and "Gary Holt" are two people; "Jan Holt" and "Jan Hold" may be one.
        Likeness::Near if full => left.family != right.family && left.given == right.given,
        Likeness::Near => one_role,
        _ => false,
    }
}

/// The words that two names have in one place and spell differently: given name and family name.
fn differing<'a>(left: &'a NameParts, right: &'a NameParts) -> Vec<(&'a str, &'a str)> {
    let last = |family: &'a str| family.rsplit(' ').next().unwrap_or(family);
    let family = (last(&left.family), last(&right.family));
    let given = left.given.first().zip(right.given.first());
    let given = given.map(|(a, b)| (a.as_str(), b.as_str()));
    let written = |word: &str| word.len() > 1;
    given
        .into_iter()
        .chain([family])
        .filter(|(a, b)| a != b && written(a) && written(b))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(left: &str, right: &str, one_role: bool, expected: bool) {
        let (a, b) = (NameParts::of(left), NameParts::of(right));
        assert_eq!(is_near(&a, &b, one_role), expected, "{left}, {right}");
        assert_eq!(is_near(&b, &a, one_role), expected, "{right}, {left}");
    }

    #[test]
    fn names_that_may_be_one() {
        for (left, right) in [
            ("Marit Hollund", "Marit Hollond"),
            ("Muhammad Tarif", "Mohammed Tarif"),
            ("Kristen Brome", "Kristin Brome"),
            ("Dmitry Kalynsky", "Dmitri Kalynskyy"),
            ("Jan Reed", "Jan Read"),
        ] {
            check(left, right, false, true);
        }
        check("Hollund", "Hollond", true, true);
    }

    #[test]
    fn names_of_two_people() {
        for (left, right) in [
            ("Mary Holt", "Gary Holt"),
            ("Omar Brandt Jr.", "Omar Brandt Sr."),
            ("Lena Novak", "Leon Novak"),
            ("Peter Hansen", "Ole Hanson"),
            ("Hollund", "Hollond"),
        ] {
            check(left, right, false, false);
        }
    }
}
