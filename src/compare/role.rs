//! Who somebody is, or what a body is, by the words for it: the same office or trade, a wider word for it, or another.
//!
//! `roles.tsv` is the table of classes. Two descriptions of one person can both be true, so that only offices which
//! nobody holds at one time are in conflict.

use super::{Judgement, Options, Verdict};
use crate::document::{Phrase, PhraseTable, Word, fold};
use crate::text::pieces;
use crate::value::{Kind, Name, Value};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

const TABLE: &str = include_str!("roles.tsv");

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

impl Rank {
    /// The word before a role that makes this rank of it, which is the first of its row of the table; none in full.
    pub fn word(self) -> &'static str {
        match self {
            Rank::Full => "",
            Rank::Acting => "acting",
            Rank::Deputy => "deputy",
            Rank::Former => "former",
        }
    }

    /// The rank of a [`Rank::word`].
    fn of(word: &str) -> Option<Self> {
        let ranks = [Rank::Acting, Rank::Deputy, Rank::Former];
        ranks.into_iter().find(|rank| rank.word() == word)
    }
}

/// Says that somebody leads, and little else.
const LEADS: &str = "lead";
/// A body has one of them at a time.
const SINGLE: &str = "one";
/// Often told by a wider word alone: "the chief".
const SHORT: &str = "short";
/// Nobody holds two of these at a time.
const CABINET: &str = "cabinet";
/// A living that leaves no time for another.
const TRADE: &str = "trade";

/// One row of the table.
struct Class {
    name: &'static str,
    /// Names with commas between.
    flags: &'static str,
    broader: &'static str,
}

impl Class {
    fn has(&self, flag: &str) -> bool {
        pieces(self.flags, b',').any(|own| own == flag)
    }
}

// `PEOPLE` and `BODIES`: words for them, each phrase as one word, with the numbers of their classes.
include!(concat!(env!("OUT_DIR"), "/classes.rs"));

struct Table {
    classes: Vec<Class>,
    /// Words that name no body by themselves: "the group".
    vague: FxHashSet<Word>,
    /// Words that name a service that has one head: "police".
    services: FxHashMap<Word, &'static str>,
    /// Words before a role that make another rank of it: "former".
    ranks: FxHashMap<Word, Rank>,
    /// Words that tell no holder of an office from another: "longtime".
    small: FxHashSet<Word>,
    /// Words before what somebody does beside something else: "volunteer".
    aside: FxHashSet<Word>,
}

fn table() -> &'static Table {
    static ROLES: OnceLock<Table> = OnceLock::new();
    ROLES.get_or_init(|| {
        let mut table = Table {
            classes: Vec::with_capacity(256),
            vague: FxHashSet::default(),
            services: FxHashMap::default(),
            ranks: FxHashMap::default(),
            small: FxHashSet::default(),
            aside: FxHashSet::default(),
        };
        for row in TABLE.lines().filter(|row| !row.starts_with('#')) {
            table.add(row);
        }
        table
    })
}

impl Table {
    /// Adds a row.
    fn add(&mut self, row: &'static str) {
        let mut columns = pieces(row, b'\t');
        let mut column = || columns.next().unwrap_or("");
        let (kind, name, flags, others, broader) =
            (column(), column(), column(), column(), column());
        let forms = std::iter::once(name).chain(pieces(others, b'|').filter(|o| !o.is_empty()));
        match kind {
            "vague" => self.vague.extend(forms.map(Word::new)),
            "small" => self.small.extend(forms.map(Word::new)),
            "aside" => self.aside.extend(forms.map(Word::new)),
            "service" => {
                let services = forms.map(|form| (Word::new(form), name));
                self.services.extend(services);
            }
            "rank" => {
                let rank = Rank::of(name);
                let ranks = forms.filter_map(|form| Some((Word::new(form), rank?)));
                self.ranks.extend(ranks);
            }
            _ => self.classes.push(Class {
                name,
                flags,
                broader,
            }),
        }
    }

    /// Whether a class covers another.
    fn covers(&self, broad: usize, narrow: usize) -> bool {
        let wanted = self.classes.get(broad).map(|c| c.name);
        let mut open: Vec<&str> = self
            .classes
            .get(narrow)
            .map_or_else(Vec::new, |c| pieces(c.broader, b',').collect());
        let mut steps = 0;
        while let Some(name) = open.pop() {
            steps += 1;
            if Some(name) == wanted {
                return true;
            }
            if steps < self.classes.len()
                && let Some(class) = self.classes.iter().find(|c| c.name == name)
            {
                open.extend(pieces(class.broader, b','));
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
    if kind == Kind::Person {
        PEOPLE.has(key(phrase))
    } else {
        BODIES.has(key(phrase))
    }
}

/// The classes of a phrase as a whole.
fn classes(kind: Kind, phrase: &str) -> Vec<usize> {
    let number = |(_, phrase): (&[Word], &Phrase)| phrase.number as usize;
    if kind == Kind::Person {
        PEOPLE.of(key(phrase)).map(number).collect()
    } else {
        BODIES.of(key(phrase)).map(number).collect()
    }
}

/// A description taken apart.
struct Described<'a> {
    classes: Vec<usize>,
    /// The words of the class, or the last word where no class is known.
    head: String,
    rank: Rank,
    /// What tells the holder from others: of which body, of which field.
    details: Vec<&'a str>,
    /// Whether a body is spoken of and not named: "the group".
    is_vague: bool,
    /// The service that it is in, if one is told: "police".
    service: Option<&'static str>,
    /// Whether it is done beside something else: "volunteer".
    is_aside: bool,
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
        let mut of = name.of.as_deref().unwrap_or("");
        let mut classes = classes(name.kind, &phrase);
        // "superintendent of police"
        let whole = self::classes(name.kind, &format!("{of} {phrase}"));
        if !of.is_empty() && !whole.is_empty() {
            (classes, of) = (whole, "");
        }
        let said = || before.iter().copied().chain(self::words(of));
        let all = || said().chain(words.iter().skip(head).copied());
        let service = |word: &str| table().services.get(&Word::new(word)).copied();
        let is_vague = |word: &str| table().vague.contains(&Word::new(word));
        Some(Described {
            classes,
            is_vague: all().any(is_vague),
            is_aside: before.iter().any(|word| is_aside(word)),
            service: all()
                .chain(self::words(name.of.as_deref().unwrap_or("")))
                .find_map(service),
            details: said().filter(|w| is_detail(w) && !is_vague(w)).collect(),
            rank: rank.unwrap_or(Rank::Full),
            head: fold(&phrase),
        })
    }

    /// Whether the details of two descriptions leave them one: one has none, or both share some.
    fn fits(&self, other: &Self) -> bool {
        let shared = |a: &&str| other.details.iter().any(|b| is_one_word(a, b));
        self.details.is_empty() || other.details.is_empty() || self.details.iter().any(shared)
    }

    /// Whether a word that says little else than that somebody leads can be said of `narrow`: no two bodies are named, or
    /// the one that it names is in the other's words ("in charge of public health", "health director").
    fn covers(&self, narrow: &Self) -> bool {
        let told = || narrow.details.iter().copied().chain(words(&narrow.head));
        let shared = |a: &&str| told().any(|b| is_one_word(a, b));
        let unnamed = !(self.has_name() && narrow.has_name());
        unnamed || self.fits(narrow) || self.details.iter().any(shared)
    }

    fn has_name(&self) -> bool {
        let mut details = self.details.iter();
        details.any(|w| w.starts_with(char::is_uppercase))
    }

    /// Whether both are of a class of which a body has one.
    fn shares_office(&self, other: &Self) -> bool {
        let mut classes = self.classes.iter();
        classes.any(|class| other.classes.contains(class) && has_flag(*class, SINGLE))
    }

    /// Whether every detail of `other` is one of this.
    fn says_all_of(&self, other: &Self) -> bool {
        let said = |b: &&str| self.details.iter().any(|a| is_one_word(a, b));
        other.details.iter().all(said)
    }

    /// Whether it is somebody at the head of a body, whatever it is called.
    fn leads(&self) -> bool {
        let table = table();
        let leader = table.classes.iter().position(|c| c.name == "leader");
        leader.is_some_and(|leader| {
            let mut classes = self.classes.iter();
            classes.any(|&class| class == leader || table.covers(leader, class))
        })
    }

    fn has(&self, flag: &str) -> bool {
        self.classes.iter().any(|class| has_flag(*class, flag))
    }
}

fn has_flag(class: usize, flag: &str) -> bool {
    let class = table().classes.get(class);
    class.is_some_and(|class| class.has(flag))
}

fn words(phrase: &str) -> impl Iterator<Item = &str> {
    phrase
        .split(|c: char| !c.is_alphanumeric() && c != '.' && c != '\'' && c != '’')
        .flat_map(|word| word.split(['\'', '’']))
        .filter(|word| !word.is_empty())
}

fn rank_of(word: &str) -> Option<Rank> {
    table().ranks.get(&Word::new(&fold(word))).copied()
}

fn is_aside(word: &str) -> bool {
    table().aside.contains(&Word::new(&fold(word)))
}

fn is_detail(word: &str) -> bool {
    rank_of(word).is_none() && !table().small.contains(&Word::new(&fold(word)))
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

/// Whether two descriptions give in full one office that one person of a body holds, and name one body, if both do.
pub fn is_same_office(left: &Name, right: &Name) -> bool {
    let (Some(a), Some(b)) = (Described::of(left), Described::of(right)) else {
        return false;
    };
    let full = a.rank == Rank::Full && b.rank == Rank::Full;
    full && a.shares_office(&b) && a.fits(&b)
}

/// [`is_same_office`], and both name the body.
pub fn is_same_office_of_one_body(left: &Name, right: &Name) -> bool {
    let (Some(a), Some(b)) = (Described::of(left), Described::of(right)) else {
        return false;
    };
    let named = |d: &Described<'_>| d.rank == Rank::Full && d.has_name();
    let heads = a.head == b.head && is_head(&a) && is_head(&b);
    let office = heads || a.shares_office(&b);
    named(&a) && named(&b) && office && a.says_all_of(&b) && b.says_all_of(&a)
}

/// Whether it says of somebody that he is the head of a service, and no more: "the head of the Danish navy".
fn is_head(described: &Described<'_>) -> bool {
    described.has(LEADS) && described.service.is_some()
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
    if exclude(&a, &b) || is_stand_in(one, other) || is_stand_in(other, one) {
        return Judgement::new(Verdict::Conflict, "differs", both());
    }
    if a.head == b.head || a.classes.iter().any(|class| b.classes.contains(class)) {
        let loosely = a.has(LEADS) && b.has(LEADS) && a.covers(&b) && b.covers(&a);
        return match (a.rank == b.rank, loosely || a.fits(&b)) {
            (true, true) => Judgement::new(Verdict::Agree, "same", ""),
            (true, false) => Judgement::new(Verdict::Compatible, "described", both()),
            (false, _) => Judgement::new(Verdict::Compatible, "refinement", both()),
        };
    }
    let one_service = a.service.is_some() && a.service == b.service;
    if one_service && a.leads() && b.leads() && a.rank == b.rank {
        return Judgement::new(Verdict::Agree, "described", both());
    }
    if let Some(judgement) = wider(&a, &b).or_else(|| wider(&b, &a)) {
        return Judgement {
            why: both(),
            ..judgement
        };
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
    let elsewhere =
        broad.has_name() && narrow.details.is_empty() && !narrow.is_vague && !narrow.has(SHORT);
    let same = class.has(LEADS) && broad.rank == narrow.rank && broad.covers(narrow) && !elsewhere;
    Some(if same {
        Judgement::new(Verdict::Agree, "described", "")
    } else {
        Judgement::new(Verdict::Compatible, "refinement", "")
    })
}

/// Whether nobody holds both offices at a time, or lives by both: two ministries of one country, the heads of two services, a
/// baker and a nurse.
fn exclude(left: &Described<'_>, right: &Described<'_>) -> bool {
    let shared = left
        .classes
        .iter()
        .any(|class| right.classes.contains(class));
    let ministry = |d: &Described<'_>| d.rank == Rank::Full && d.has(CABINET);
    let ministries = ministry(left) && ministry(right) && !shared && left.fits(right);
    let services = left.service.zip(right.service);
    let heads = services.is_some_and(|(a, b)| a != b) && left.leads() && right.leads();
    let lives = |d: &Described<'_>| {
        let every = |class: &usize| has_flag(*class, TRADE);
        let by_it = !d.classes.is_empty() && d.classes.iter().all(every);
        by_it && d.rank == Rank::Full && !d.is_aside
    };
    let trades = lives(left) && lives(right) && !shared;
    trades && wider(left, right).is_none() && wider(right, left).is_none()
        || ministries
        || heads && left.rank == right.rank
}

/// Whether one title is that of the deputy of who holds the other: "Deputy Mayor", "Mayor". Who acts for somebody is often told by
/// the title alone, and abbreviations are loose ("fellow DA").
fn is_stand_in(below: &Name, full: &Name) -> bool {
    let words: Vec<&str> = below.role.as_deref().into_iter().flat_map(words).collect();
    let mut told = full.role.as_deref().into_iter().flat_map(self::words);
    let abbreviated = told.any(|word| word.len() > 1 && !word.contains(char::is_lowercase));
    let below_at = words
        .iter()
        .position(|word| rank_of(word) == Some(Rank::Deputy));
    let Some(at) = below_at.filter(|_| !abbreviated) else {
        return false;
    };
    let office = [words.get(..at), words.get(at + 1..)]
        .into_iter()
        .flatten()
        .flatten();
    let office = Name {
        role: Some(office.copied().collect::<Vec<_>>().join(" ")),
        ..below.clone()
    };
    is_same_office(&office, full)
}

fn shown(name: &Name) -> String {
    let role = name.role.as_deref().unwrap_or("");
    match &name.of {
        Some(of) => format!("{role} of {of}"),
        None => role.to_owned(),
    }
}
