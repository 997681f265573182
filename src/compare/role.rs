//! Who somebody is, or what a body is, by the words for it: the same office or trade, a wider word for it, or another.
//!
//! `roles.tsv` is the table of classes. Two descriptions of one person can both be true, so that only offices which
//! nobody holds at one time are in conflict.

use super::{Judgement, Options, Verdict};
use crate::document::{Word, fold};
use crate::value::{Kind, Name, Value};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

const TABLE: &str = include_str!("roles.tsv");

/// Words before a role that make another rank of it, and what they make.
const RANKS: [(&str, Rank); 14] = [
    ("former", Rank::Former),
    ("ex", Rank::Former),
    ("late", Rank::Former),
    ("retired", Rank::Former),
    ("ousted", Rank::Former),
    ("onetime", Rank::Former),
    ("erstwhile", Rank::Former),
    ("deputy", Rank::Deputy),
    ("vice", Rank::Deputy),
    ("assistant", Rank::Deputy),
    ("associate", Rank::Deputy),
    ("acting", Rank::Acting),
    ("interim", Rank::Acting),
    ("caretaker", Rank::Acting),
];

/// Words that tell no holder of an office from another.
const SMALL: [&str; 24] = [
    "a", "an", "the", "of", "for", "at", "in", "and", "s", "on", "its", "his", "her", "their",
    "to", "top", "senior", "longtime", "veteran", "local", "then", "new", "current", "with",
];

/// Letters that two forms of one word share at least: "Peru", "Peruvian".
const STEM: usize = 4;

/// Whether somebody holds an office in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// In full.
    Full,
    /// For somebody else.
    Acting,
    /// Below the holder.
    Deputy,
    /// No longer.
    Former,
}

/// One row of the table.
struct Class {
    name: &'static str,
    /// Says that somebody leads, and little else.
    leads: bool,
    /// A body has one of them at a time.
    is_single: bool,
    /// Nobody holds two of these at a time.
    in_cabinet: bool,
    broader: Vec<&'static str>,
}

struct Table {
    classes: Vec<Class>,
    people: FxHashMap<Word, Vec<usize>>,
    bodies: FxHashMap<Word, Vec<usize>>,
}

fn table() -> &'static Table {
    static ROLES: OnceLock<Table> = OnceLock::new();
    ROLES.get_or_init(|| {
        let mut table = Table {
            classes: Vec::with_capacity(256),
            people: FxHashMap::default(),
            bodies: FxHashMap::default(),
        };
        for row in TABLE.lines().filter(|row| !row.starts_with('#')) {
            table.add(row);
        }
        table
    })
}

impl Table {
    fn add(&mut self, row: &'static str) {
        let columns: Vec<&str> = row.split('\t').collect();
        let &[kind, name, flags, others, broader] = columns.as_slice() else {
            return;
        };
        let at = self.classes.len();
        let has = |flag: &str| flags.split(',').any(|f| f == flag);
        self.classes.push(Class {
            name,
            leads: has("lead"),
            is_single: has("one"),
            in_cabinet: has("cabinet"),
            broader: broader.split(',').filter(|b| !b.is_empty()).collect(),
        });
        let words = if kind == "p" {
            &mut self.people
        } else {
            &mut self.bodies
        };
        for form in std::iter::once(name).chain(others.split('|').filter(|o| !o.is_empty())) {
            words.entry(key(form)).or_default().push(at);
        }
    }

    fn of(&self, kind: Kind, phrase: &str) -> &[usize] {
        let words = if kind == Kind::Person {
            &self.people
        } else {
            &self.bodies
        };
        words.get(&key(phrase)).map_or(&[], Vec::as_slice)
    }

    /// Whether a class covers another.
    fn covers(&self, broad: usize, narrow: usize) -> bool {
        let wanted = self.classes.get(broad).map(|c| c.name);
        let mut open: Vec<&str> = self
            .classes
            .get(narrow)
            .map_or_else(Vec::new, |c| c.broader.clone());
        let mut steps = 0;
        while let Some(name) = open.pop() {
            steps += 1;
            if Some(name) == wanted {
                return true;
            }
            if steps < self.classes.len()
                && let Some(class) = self.classes.iter().find(|c| c.name == name)
            {
                open.extend(&class.broader);
            }
        }
        false
    }
}

/// A phrase however it is hyphenated.
fn key(phrase: &str) -> Word {
    if phrase.contains('-') {
        Word::new(&phrase.replace('-', " "))
    } else {
        Word::new(phrase)
    }
}

/// Whether a phrase as a whole is a word for what somebody, or a body of another `kind`, is.
pub fn is_role(kind: Kind, phrase: &str) -> bool {
    !table().of(kind, phrase).is_empty()
}

/// A description taken apart.
struct Described<'a> {
    classes: &'static [usize],
    /// The last word, where no class is known.
    head: String,
    rank: Rank,
    /// What tells the holder from others: of which body, of which field.
    details: Vec<&'a str>,
}

impl<'a> Described<'a> {
    fn of(name: &'a Name) -> Option<Self> {
        let words: Vec<&str> = words(name.role.as_deref()?).collect();
        let start = (0..words.len()).find(|&at| {
            let phrase = words.get(at..).unwrap_or(&[]).join(" ");
            is_role(name.kind, &phrase)
        });
        let head = start.unwrap_or_else(|| words.len().saturating_sub(1));
        let phrase = words.get(head..)?.join(" ");
        let before = words.get(..head)?;
        let rank = before.iter().find_map(|word| rank_of(word));
        let of = name.of.as_deref().unwrap_or("");
        let details = before.iter().copied().chain(self::words(of));
        Some(Described {
            classes: table().of(name.kind, &phrase),
            head: fold(&phrase),
            rank: rank.unwrap_or(Rank::Full),
            details: details.filter(|w| is_detail(w)).collect(),
        })
    }

    /// Whether the details of two descriptions leave them one: one has none, or both share some.
    fn fits(&self, other: &Self) -> bool {
        let shared = |a: &&str| other.details.iter().any(|b| is_one_word(a, b));
        self.details.is_empty() || other.details.is_empty() || self.details.iter().any(shared)
    }

    fn has_name(&self) -> bool {
        self.details
            .iter()
            .any(|w| w.starts_with(char::is_uppercase))
    }
}

fn words(phrase: &str) -> impl Iterator<Item = &str> {
    phrase
        .split(|c: char| !c.is_alphanumeric() && c != '.' && c != '\'' && c != '’')
        .flat_map(|word| word.split(['\'', '’']))
        .filter(|word| !word.is_empty())
}

fn rank_of(word: &str) -> Option<Rank> {
    let word = fold(word);
    RANKS
        .iter()
        .find(|(w, _)| *w == word)
        .map(|(_, rank)| *rank)
}

fn is_detail(word: &str) -> bool {
    rank_of(word).is_none() && !SMALL.contains(&fold(word).as_str())
}

fn is_one_word(left: &str, right: &str) -> bool {
    let (a, b) = (fold(left), fold(right));
    let shared = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    a == b || shared >= STEM
}

/// The rank that a description gives: former, deputy, acting or in full.
pub fn rank(role: &str) -> Rank {
    words(role).find_map(rank_of).unwrap_or(Rank::Full)
}

/// The office that one person of a body holds which two descriptions both give in full, of the same body.
pub fn shared_office(left: &Name, right: &Name) -> Option<&'static str> {
    let (a, b) = (Described::of(left)?, Described::of(right)?);
    let named = |d: &Described<'_>| d.rank == Rank::Full && d.has_name();
    let same = a
        .details
        .iter()
        .all(|x| b.details.iter().any(|y| is_one_word(x, y)))
        && b.details
            .iter()
            .all(|x| a.details.iter().any(|y| is_one_word(x, y)));
    if !(named(&a) && named(&b) && same) {
        return None;
    }
    let shared = a.classes.iter().find(|class| b.classes.contains(class));
    let class = shared.and_then(|at| table().classes.get(*at))?;
    class.is_single.then_some(class.name)
}

/// Compares what two accounts say that somebody is.
pub(super) fn compare(left: &Value, right: &Value, _options: &Options) -> Judgement {
    let (Value::Name(one), Value::Name(other)) = (left, right) else {
        return Judgement::new(Verdict::Unclear, "kind", "a name against something else");
    };
    let (Some(a), Some(b)) = (Described::of(one), Described::of(other)) else {
        return Judgement::new(Verdict::Agree, "same", "one only gives the name");
    };
    let both = || format!("{} / {}", shown(one), shown(other));
    let is_one = |x: &usize| b.classes.contains(x);
    if a.classes.iter().any(is_one) || a.head == b.head {
        return match (a.rank == b.rank, a.fits(&b)) {
            (true, true) => Judgement::new(Verdict::Agree, "same", ""),
            (true, false) => Judgement::new(Verdict::Compatible, "described", both()),
            (false, _) => Judgement::new(Verdict::Compatible, "refinement", both()),
        };
    }
    if let Some(judgement) = wider(&a, &b).or_else(|| wider(&b, &a)) {
        return Judgement {
            why: both(),
            ..judgement
        };
    }
    if exclude(&a, &b) {
        return Judgement::new(Verdict::Conflict, "differs", both());
    }
    Judgement::new(Verdict::Compatible, "described", both())
}

/// Where `broad` is a wider word for what `narrow` is.
fn wider(broad: &Described<'_>, narrow: &Described<'_>) -> Option<Judgement> {
    let table = table();
    let mut covering = broad.classes.iter().filter(|&&broad| {
        let covers = |&narrow: &usize| table.covers(broad, narrow);
        narrow.classes.iter().any(covers)
    });
    let class = covering.next().and_then(|at| table.classes.get(*at))?;
    // "who leads the group" is how its chief executive is told in other words; "who leads the choir" is not.
    let elsewhere = broad.has_name() && narrow.details.is_empty();
    let same = class.leads && broad.rank == narrow.rank && broad.fits(narrow) && !elsewhere;
    Some(if same {
        Judgement::new(Verdict::Agree, "described", "")
    } else {
        Judgement::new(Verdict::Compatible, "refinement", "")
    })
}

/// Whether nobody holds both offices at a time.
fn exclude(left: &Described<'_>, right: &Described<'_>) -> bool {
    let in_cabinet = |d: &Described<'_>| {
        let mut classes = d.classes.iter().filter_map(|at| table().classes.get(*at));
        d.rank == Rank::Full && classes.any(|class| class.in_cabinet)
    };
    in_cabinet(left) && in_cabinet(right) && left.fits(right)
}

fn shown(name: &Name) -> String {
    let role = name.role.as_deref().unwrap_or("");
    match &name.of {
        Some(of) => format!("{role} of {of}"),
        None => role.to_owned(),
    }
}
