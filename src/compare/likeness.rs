//! How alike two people's names are: the same, another form of one, or two names.
//!
//! The ladder: equal after folding; a subset with the same family name; a nickname; another transcription; one letter
//! apart; a family name alone. Knows nothing of roles.

use crate::value::name::NameParts;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

const NICKNAMES: &str = include_str!("nickname.tsv");

/// How two names stand to each other, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Equal but for case, accents and punctuation.
    Same,
    /// One leaves out or shortens given names: `Sergey V. Orlov`, `Sergey Orlov`.
    Subset,
    /// A short form of the given name: `Ray`, `Raymond`.
    Nickname,
    /// Another transcription: `Kalynsky`, `Kalynskyy`.
    Transcription,
    /// A family or given name alone that the other has.
    Alone,
    /// One letter apart: `Jon Harwick`, `Jon Hardwick`.
    Spelling,
    /// Two names.
    Different,
}

/// How alike `left` and `right` are.
pub fn likeness(left: &NameParts, right: &NameParts) -> Likeness {
    if left.family.is_empty() || right.family.is_empty() {
        return Likeness::Different;
    }
    if left.suffix.is_some() && right.suffix.is_some() && left.suffix != right.suffix {
        return Likeness::Different;
    }
    if left.is_single() || right.is_single() {
        return alone(left, right);
    }
    let family = word(&left.family, &right.family);
    let given = given(left, right);
    // Two letters wrong in two places are two names.
    if family == Likeness::Spelling && given > Likeness::Subset {
        return Likeness::Different;
    }
    family.max(given)
}

fn alone(left: &NameParts, right: &NameParts) -> Likeness {
    let family = word(&left.family, &right.family);
    if left.is_single() && right.is_single() {
        return family;
    }
    let (single, full) = if left.is_single() {
        (left, right)
    } else {
        (right, left)
    };
    let first = full
        .given
        .first()
        .map_or(Likeness::Different, |first| word(&single.family, first));
    let nearest = family.min(first);
    if nearest < Likeness::Spelling {
        Likeness::Alone
    } else {
        nearest
    }
}

fn given(left: &NameParts, right: &NameParts) -> Likeness {
    let (Some(first), Some(other)) = (left.given.first(), right.given.first()) else {
        return Likeness::Different;
    };
    let by_first = given_word(first, other);
    if by_first <= Likeness::Transcription {
        let middle = |parts: &NameParts| parts.given.get(1..).unwrap_or(&[]).to_vec();
        let subset = by_first == Likeness::Same && middle(left) != middle(right);
        return if subset { Likeness::Subset } else { by_first };
    }
    let called = |a: &NameParts, b: &str| {
        let by_nickname = a
            .nickname
            .as_deref()
            .is_some_and(|n| given_word(n, b) <= Likeness::Transcription);
        by_nickname || a.given.iter().skip(1).any(|g| g.len() > 1 && g == b)
    };
    // "J. Robert Hale" goes by his middle name.
    if called(left, other) || called(right, first) {
        return Likeness::Nickname;
    }
    by_first
}

fn given_word(left: &str, right: &str) -> Likeness {
    if left == right {
        return Likeness::Same;
    }
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    if initial(left, right) || initial(right, left) {
        return Likeness::Subset;
    }
    if are_forms_of_one(left, right) {
        return Likeness::Nickname;
    }
    word(left, right)
}

/// One word of a name against another.
fn word(left: &str, right: &str) -> Likeness {
    if left == right {
        return Likeness::Same;
    }
    let (left, right) = (plain(left), plain(right));
    if left == right {
        return Likeness::Same;
    }
    if transcribed(&left) == transcribed(&right) {
        return Likeness::Transcription;
    }
    let shorter = left.chars().count().min(right.chars().count());
    let near = shorter >= 4 && strsim::damerau_levenshtein(&left, &right) <= 1
        || shorter >= 6 && strsim::jaro_winkler(&left, &right) >= 0.95;
    if near {
        Likeness::Spelling
    } else {
        Likeness::Different
    }
}

/// A folded name without what writers leave out at will: the Arabic article, hyphens, apostrophes.
pub fn plain(name: &str) -> String {
    without_article(name).replace(['\'', '-', ' '], "")
}

fn without_article(name: &str) -> &str {
    ["al-", "el-", "al ", "el "]
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .unwrap_or(name)
}

/// A name as any transcription of it is folded: `Kalynskyy`, `Kalynsky`, `Kalynskiy` are one.
pub fn transcribed(name: &str) -> String {
    const PAIRS: [(&str, &str); 16] = [
        ("sch", "sh"),
        ("tch", "ch"),
        ("kh", "h"),
        ("ph", "f"),
        ("ts", "c"),
        ("tz", "c"),
        ("ck", "k"),
        ("ue", "u"),
        ("oe", "o"),
        ("ae", "a"),
        ("ou", "u"),
        ("x", "ks"),
        ("q", "k"),
        ("w", "v"),
        ("y", "i"),
        ("j", "i"),
    ];
    let mut folded = name.to_owned();
    for (from, to) in PAIRS {
        folded = folded.replace(from, to);
    }
    let mut out = String::with_capacity(folded.len());
    for c in folded.chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

fn are_forms_of_one(left: &str, right: &str) -> bool {
    static ROWS: OnceLock<FxHashMap<&'static str, Vec<u32>>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| {
        let mut rows: FxHashMap<&'static str, Vec<u32>> = FxHashMap::default();
        let lines = NICKNAMES.lines().filter(|line| !line.starts_with('#'));
        for (number, line) in (0..).zip(lines) {
            for name in line.split(' ') {
                rows.entry(name).or_default().push(number);
            }
        }
        rows
    });
    match (rows.get(left), rows.get(right)) {
        (Some(a), Some(b)) => a.iter().any(|row| b.contains(row)),
        _ => false,
    }
}
