//! What a word tells about the capitalised name beside it: prepositions, type words, street words, compass words.
//!
//! `words.tsv` is the table, one class a line; a word may be of several classes.

use crate::document::{Shape, Token, Word, WordTable, slots};

const TABLE: &str = include_str!("words.tsv");

/// The classes of a word: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u64);

/// The names of the classes in `words.tsv`; a class is the bit at the place of its name.
const LABELS: [&str; 39] = [
    "before",
    "from",
    "of",
    "admin",
    "state",
    "facility",
    "nature",
    "street",
    "compass",
    "stop",
    "travel",
    "metonym",
    "citynoun",
    "townsman",
    "follower",
    "opener",
    "particle",
    "georgia",
    "org",
    "after",
    "strongstreet",
    "route",
    "plural",
    "kind",
    "citizen",
    "crossing",
    "generic",
    "building",
    "other",
    "auxiliary",
    "quarter",
    "public",
    "head",
    "headthe",
    "headof",
    "district",
    "county",
    "province",
    "force",
];

static WORDS: WordTable<{ slots(TABLE) }> = WordTable::of_lists(TABLE, &LABELS);

impl Class {
    /// Prepositions of place: `in`, `near`.
    pub(super) const BEFORE: Class = Class(1);
    /// Prepositions a place may follow, among much else: `from`, `to`.
    pub(super) const FROM: Class = Class(1 << 1);
    /// `of`.
    pub(super) const OF: Class = Class(1 << 2);
    /// Types of administrative places: `district`, `county`, `village`.
    pub(super) const ADMIN: Class = Class(1 << 3);
    /// `state`, which is a type of place only after the name of one.
    pub(super) const STATE: Class = Class(1 << 4);
    /// Types of buildings and grounds: `Hospital`, `Park`.
    pub(super) const FACILITY: Class = Class(1 << 5);
    /// Types of natural places: `River`, `Valley`.
    pub(super) const NATURE: Class = Class(1 << 6);
    /// Types of streets: `Avenue`, `Rd`.
    pub(super) const STREET: Class = Class(1 << 7);
    /// `northern`, `southeast`, `downtown`.
    pub(super) const COMPASS: Class = Class(1 << 8);
    /// Words that are no place though they have a capital after a preposition.
    pub(super) const STOP: Class = Class(1 << 9);
    /// Ways of going somewhere: `flew to`, `flights from`.
    pub(super) const TRAVEL: Class = Class(1 << 10);
    /// What a capital does when it stands for its country: `said`, `rejected`.
    pub(super) const METONYM: Class = Class(1 << 11);
    /// What a city has: `mayor`, `airport`.
    pub(super) const CITY_NOUN: Class = Class(1 << 12);
    /// Whom a town's name stands before: `police`, `residents`.
    pub(super) const TOWNSMAN: Class = Class(1 << 13);
    /// Capitalised words that follow a place without making it a longer name: `Mayor`, `Police`.
    pub(super) const FOLLOWER: Class = Class(1 << 14);
    /// First words of names of more words: `San`, `Puerto`.
    pub(super) const OPENER: Class = Class(1 << 15);
    /// Small words inside names: `de`, `del`.
    pub(super) const PARTICLE: Class = Class(1 << 16);
    /// Words that show that Georgia is the country.
    pub(super) const GEORGIA: Class = Class(1 << 17);
    /// Last words of names that are organisations or events: `Council`, `Cup`.
    pub(super) const ORG: Class = Class(1 << 18);

    /// Words that may follow a place: `where`, `on`.
    pub(super) const AFTER: Class = Class(1 << 19);
    /// Types of streets that hardly end any other name: `Avenue`.
    pub(super) const STRONG_STREET: Class = Class(1 << 20);
    /// What stands before the number of a road: `Highway 61`.
    pub(super) const ROUTE: Class = Class(1 << 21);

    /// Types of places in the plural, before or after a list: `the towns of`, `Ghazni and Logar provinces`.
    pub(super) const PLURAL: Class = Class(1 << 22);
    /// What stands before `of` and a place, but not after one: `the suburb of Katy`.
    pub(super) const KIND: Class = Class(1 << 23);
    /// Who comes from a town: `a Tulsa man`.
    pub(super) const CITIZEN: Class = Class(1 << 24);

    /// Types of streets in the plural: `5th and Main streets`.
    pub(super) const CROSSING: Class = Class(1 << 25);

    /// What names no building by itself: `Medical Center`.
    pub(super) const GENERIC: Class = Class(1 << 26);

    /// What stands in a town: `a Tulsa hospital`.
    pub(super) const BUILDING: Class = Class(1 << 27);

    /// Prepositions that people rather than places follow: `by`, `with`.
    pub(super) const OTHER: Class = Class(1 << 28);

    /// What may stand before the verb: `has`, `would`.
    pub(super) const AUXILIARY: Class = Class(1 << 29);

    /// Types of places inside a town: `neighborhood`.
    pub(super) const QUARTER: Class = Class(1 << 30);

    /// Buildings and grounds that serve more than their town: `Hospital`, `Airport`.
    pub(super) const PUBLIC: Class = Class(1 << 31);

    /// Types of natural places before their name: `Mount Kenya`, `Lake Chad`.
    pub(super) const HEAD: Class = Class(1 << 32);

    /// The same after `the`, for the word alone is somebody's name too: `the River Tay`.
    pub(super) const HEAD_THE: Class = Class(1 << 33);

    /// Types of natural places before `of` and their name: `Strait of Hormuz`.
    pub(super) const HEAD_OF: Class = Class(1 << 34);

    /// Districts, which lie in a province: `Sabari district`.
    pub(super) const DISTRICT: Class = Class(1 << 35);
    /// Types of places as wide as a county.
    pub(super) const COUNTY: Class = Class(1 << 36);
    /// Types of places as wide as a state.
    pub(super) const PROVINCE: Class = Class(1 << 37);
    /// Words before "police" that name no town: `transit`, `military`.
    pub(super) const FORCE: Class = Class(1 << 38);

    /// Either.
    pub(super) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// Whether the two sets share a class.
    pub(super) const fn any(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }
}

/// The classes of each token.
pub(super) fn classes(tokens: &[Token]) -> Vec<Class> {
    let of = |t: &Token| {
        if t.is(Shape::WORD) {
            class(t.word)
        } else {
            Class::default()
        }
    };
    tokens.iter().map(of).collect()
}

/// The classes of `word`; none for most words.
pub(super) fn class(word: Word) -> Class {
    Class(WORDS.get(word))
}
