//! What single words tell about names: given and family names, words that head organisations and places, words that are
//! never part of a name. One look-up a word; the tables are data beside this file.

use super::sorted::{LONGEST, SortedWords};
use super::{known, role};
use crate::document::{Word, WordTable, fold, slots};
use std::borrow::Cow;

const GIVEN: &str = include_str!("given.txt");
const SURNAMES: &str = include_str!("surnames.txt");
const CLASSES: &str = include_str!("classes.tsv");

/// What is known of a word: a set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tags(u32);

impl Tags {
    /// A given name.
    pub(super) const GIVEN: Tags = Tags(1);
    /// A common family name.
    pub(super) const SURNAME: Tags = Tags(1 << 1);
    /// A word of the general language.
    pub(super) const COMMON: Tags = Tags(1 << 2);
    /// A weekday, month or other word of dates.
    pub(super) const CALENDAR: Tags = Tags(1 << 3);
    /// Heads the name of a company or agency: `Inc`, `Department`.
    pub(super) const ORGANISATION: Tags = Tags(1 << 4);
    /// Heads the name of a deliberative or official body: `Council`.
    pub(super) const BODY: Tags = Tags(1 << 5);
    /// Belongs to the name of a place: `Street`, `County`.
    pub(super) const PLACE: Tags = Tags(1 << 6);
    /// Heads the name of a thing that is none of these: `Act`, `Games`.
    pub(super) const THING: Tags = Tags(1 << 7);
    /// Joins the parts of a family name: `van`, `bin`.
    pub(super) const PARTICLE: Tags = Tags(1 << 8);
    /// Follows a name and belongs to it: `Jr`.
    pub(super) const SUFFIX: Tags = Tags(1 << 9);
    /// A verb of saying.
    pub(super) const SAY: Tags = Tags(1 << 10);
    /// A verb or pronoun whose subject often is a person.
    pub(super) const ACT: Tags = Tags(1 << 11);
    /// Often stands right before the name of a person.
    pub(super) const CUE: Tags = Tags(1 << 12);
    /// A relative or friend.
    pub(super) const KIN: Tags = Tags(1 << 13);
    /// Of a nation, party or belief.
    pub(super) const NATION: Tags = Tags(1 << 14);
    /// Qualifies a role: `former`, `deputy`.
    pub(super) const MODIFIER: Tags = Tags(1 << 15);
    /// Makes another role of a role: a former or deputy minister is not the minister.
    pub(super) const LOWERING: Tags = Tags(1 << 16);
    /// Shows the name before it to be a family's or a place's: `family`, `administration`.
    pub(super) const HOLDING: Tags = Tags(1 << 17);
    /// Said of a country under attack.
    pub(super) const BESIEGED: Tags = Tags(1 << 18);
    /// An attack on a country.
    pub(super) const ASSAULT: Tags = Tags(1 << 19);
    /// Opens the name of a place: `San`, `Fort`.
    pub(super) const OPENER: Tags = Tags(1 << 20);
    /// Starts a role phrase.
    pub(super) const ROLE: Tags = Tags(1 << 21);
    /// Starts a name in the table of known organisations and bodies.
    pub(super) const KNOWN: Tags = Tags(1 << 22);
    /// A pronoun for a man.
    pub(super) const HE: Tags = Tags(1 << 23);
    /// A pronoun for a woman.
    pub(super) const SHE: Tags = Tags(1 << 24);

    /// Articles, prepositions, pronouns and the like: never part of a name but as `NAMING`.
    pub(super) const FUNCTION: Tags = Tags(1 << 25);
    /// Joins the head of a name to what it is about: `Conference on Disarmament`.
    pub(super) const NAMING: Tags = Tags(1 << 26);

    /// A human being, whatever else: `teenager`.
    pub(super) const HUMAN: Tags = Tags(1 << 27);

    /// Ends the full name of a company and is left out later: `Corp`.
    pub(super) const COMPANY: Tags = Tags(1 << 28);

    /// What befalls a person, and what is held for one: `murder` of, `funeral` for.
    pub(super) const FATE: Tags = Tags(1 << 29);

    /// What no word of a person's name is, unless it also is a family name.
    pub(super) const NOT_IN_PERSONS: Tags = Tags(
        Tags::ORGANISATION.0
            | Tags::BODY.0
            | Tags::PLACE.0
            | Tags::THING.0
            | Tags::NATION.0
            | Tags::CALENDAR.0
            | Tags::COMMON.0,
    );

    /// Heads the name of something else than a person.
    pub(super) const HEADS: Tags =
        Tags(Tags::ORGANISATION.0 | Tags::PLACE.0 | Tags::THING.0 | Tags::BODY.0);

    /// Whether any flag of `other` is set.
    pub(super) const fn any(self, other: Tags) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether nothing is known of the word.
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    const fn bits(self) -> u64 {
        self.0 as u64
    }

    /// The flags that are not in `other`.
    pub(super) const fn without(self, other: Tags) -> Tags {
        Tags(self.0 & !other.0)
    }

    /// Both sets of flags.
    pub(super) const fn with(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }
}

/// The classes of `classes.tsv`.
const CLASS_TAGS: [(&str, u64); 26] = [
    ("common", Tags::COMMON.bits()),
    ("function", Tags::COMMON.with(Tags::FUNCTION).bits()),
    ("human", Tags::HUMAN.bits()),
    ("company", Tags::COMPANY.bits()),
    ("fate", Tags::FATE.bits()),
    ("naming", Tags::NAMING.bits()),
    ("calendar", Tags::CALENDAR.bits()),
    ("organisation", Tags::ORGANISATION.bits()),
    ("body", Tags::BODY.bits()),
    ("place", Tags::PLACE.bits()),
    ("thing", Tags::THING.bits()),
    ("particle", Tags::PARTICLE.bits()),
    ("suffix", Tags::SUFFIX.bits()),
    ("say", Tags::SAY.bits()),
    ("act", Tags::ACT.bits()),
    ("cue", Tags::CUE.bits()),
    ("kin", Tags::KIN.bits()),
    ("nation", Tags::NATION.bits()),
    ("modifier", Tags::MODIFIER.bits()),
    ("lowering", Tags::LOWERING.bits()),
    ("holding", Tags::HOLDING.bits()),
    ("besieged", Tags::BESIEGED.bits()),
    ("assault", Tags::ASSAULT.bits()),
    ("opener", Tags::OPENER.bits()),
    ("pronoun-he", Tags::HE.bits()),
    ("pronoun-she", Tags::SHE.bits()),
];

/// The tags of words whatever their capitals; those of roles and known names by the words with which they begin.
static TAGS: WordTable<{ slots(CLASSES) * 2 }> = {
    let classes = WordTable::of_classes(CLASSES, &CLASS_TAGS);
    let with_roles = role::mark(classes, Tags::ROLE.bits());
    known::mark(with_roles, Tags::KNOWN.bits())
};

/// What is known of the word a token spells, written `text`. Names of people are asked for only with a capital.
pub(super) fn tags_of(word: Word, text: &str, capital: bool) -> Tags {
    let tags = tags(word);
    if capital && !tags.any(Tags::FUNCTION) {
        tags.with(name_tags(text))
    } else {
        tags
    }
}

/// Whether `name` is a given name and nothing else.
pub fn is_given_name(name: &str) -> bool {
    tags(Word::new(name)).is_empty() && name_tags(name) == Tags::GIVEN
}

/// Whether `name` is a given name, whatever else it is.
pub fn may_be_given_name(name: &str) -> bool {
    name_tags(name).any(Tags::GIVEN)
}

/// Whether a word is a given or family name.
fn name_tags(text: &str) -> Tags {
    static LISTS: [(SortedWords, Tags); 2] = [
        (SortedWords::new(GIVEN), Tags::GIVEN),
        (SortedWords::new(SURNAMES), Tags::SURNAME),
    ];
    // "McAnything" is a name wherever it stands.
    if let Some(rest) = text.strip_prefix("Mc")
        && rest.starts_with(|c: char| c.is_ascii_uppercase())
    {
        return Tags::SURNAME;
    }
    let mut letters = [0_u8; LONGEST];
    let folded = if text.is_ascii() {
        let Some(letters) = letters.get_mut(..text.len()) else {
            return Tags::default();
        };
        letters.copy_from_slice(text.as_bytes());
        letters.make_ascii_lowercase();
        Cow::Borrowed(&*letters)
    } else {
        Cow::Owned(fold(text).into_bytes())
    };
    LISTS
        .iter()
        .filter(|(list, _)| list.contains(&folded))
        .fold(Tags::default(), |all, (_, tags)| all.with(*tags))
}

/// What is known of a word whatever its capitals.
fn tags(word: Word) -> Tags {
    Tags(TAGS.get(word) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_whatever_their_case_and_accents() {
        assert_eq!(name_tags("JOSÉ"), Tags::GIVEN);
        assert_eq!(name_tags("Okafor"), Tags::SURNAME);
        assert_eq!(name_tags("Xq"), Tags::default());
    }

    #[test]
    fn lists_are_sorted_within_lines_of_one_length() {
        for line in GIVEN
            .lines()
            .chain(SURNAMES.lines())
            .filter(|line| !line.starts_with('#'))
        {
            let words: Vec<&str> = line.split(' ').collect();
            assert!(words.is_sorted(), "{line}");
            assert!(
                words
                    .iter()
                    .all(|w| Some(w.len()) == words.first().map(|f| f.len())),
                "{line}"
            );
        }
    }

    #[test]
    fn every_class_of_the_table_is_known() {
        let unknown: Vec<&str> = CLASSES
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split('\t').next())
            .filter(|class| !CLASS_TAGS.iter().any(|(name, _)| name == class))
            .collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
