//! How alike two people's names are: the same, another form of one, or two names.
//!
//! The ladder: equal after folding; a subset with the same family name; a nickname; another transcription; a family name
//! alone; one letter apart; much alike. Knows nothing of roles.

use crate::value::name::NameParts;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

const FORMS: &str = include_str!("nickname.tsv");

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
    /// Two full names, one letter of one part apart: `Jon Harwick`, `Jon Hardwick`.
    Spelling,
    /// Alike in another way, as two people's names can be: `Mary Holt`, `Gary Holt`.
    Near,
    /// Two names.
    Different,
}

/// How alike `left` and `right` are.
pub fn likeness(left: &NameParts, right: &NameParts) -> Likeness {
    compare(left, right, word)
}

/// How alike two names in one article are, which is more likely to slip than to name two people by nearly one name: a
/// consonant written twice or once is another transcription here.
pub fn likeness_in_one_article(left: &NameParts, right: &NameParts) -> Likeness {
    compare(left, right, |a, b| match word(a, b) {
        Likeness::Spelling if differs_by_doubling(&plain(a), &plain(b)) => Likeness::Transcription,
        other => other,
    })
}

/// How one word of a name stands to another.
type WordLikeness = fn(&str, &str) -> Likeness;

fn compare(left: &NameParts, right: &NameParts, word: WordLikeness) -> Likeness {
    if left.family.is_empty() || right.family.is_empty() {
        return Likeness::Different;
    }
    if left.suffix.is_some() && right.suffix.is_some() && left.suffix != right.suffix {
        return Likeness::Different;
    }
    if left.is_single() || right.is_single() {
        return alone(left, right, word);
    }
    let family = word(&left.family, &right.family);
    let given = given(left, right, word);
    // Two letters wrong in two places are two names.
    if family.is_by_letters() && given > Likeness::Subset {
        return Likeness::Different;
    }
    family.max(given)
}

impl Likeness {
    /// Whether only letters in common make two names alike, and no knowledge of names.
    fn is_by_letters(self) -> bool {
        matches!(self, Likeness::Spelling | Likeness::Near)
    }
}

fn alone(left: &NameParts, right: &NameParts, word: WordLikeness) -> Likeness {
    let family = word(&left.family, &right.family);
    if left.is_single() && right.is_single() {
        return if family == Likeness::Spelling {
            Likeness::Near
        } else {
            family
        };
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
    match family.min(first) {
        nearest if nearest < Likeness::Spelling => Likeness::Alone,
        Likeness::Spelling => Likeness::Near,
        nearest => nearest,
    }
}

fn given(left: &NameParts, right: &NameParts, word: WordLikeness) -> Likeness {
    let (Some(first), Some(other)) = (left.given.first(), right.given.first()) else {
        return Likeness::Different;
    };
    let by_first = given_word(first, other, word);
    if by_first <= Likeness::Transcription {
        return by_first.max(middle(left, right));
    }
    let called = |a: &NameParts, b: &str| {
        let by_nickname = a
            .nickname
            .as_deref()
            .is_some_and(|n| given_word(n, b, word) <= Likeness::Transcription);
        by_nickname || a.given.iter().skip(1).any(|g| g.len() > 1 && g == b)
    };
    // "J. Robert Hale" goes by his middle name.
    if called(left, other) || called(right, first) {
        return Likeness::Nickname;
    }
    by_first
}

/// The names between the first and the family name: left out at will, but `John A. Hale` is hardly `John B. Hale`.
fn middle(left: &NameParts, right: &NameParts) -> Likeness {
    let names = |parts: &NameParts| parts.given.get(1..).unwrap_or(&[]).to_vec();
    match (names(left).as_slice(), names(right).as_slice()) {
        (a, b) if a == b => Likeness::Same,
        ([one], [other]) if one.chars().next() != other.chars().next() => Likeness::Near,
        _ => Likeness::Subset,
    }
}

fn given_word(left: &str, right: &str, word: WordLikeness) -> Likeness {
    if left == right {
        return Likeness::Same;
    }
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    if initial(left, right) || initial(right, left) {
        return Likeness::Subset;
    }
    if share_row(left, right, |_| true) {
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
    let folded = transcribed(&left) == transcribed(&right) && !differs_by_doubling(&left, &right);
    if folded || share_row(&left, &right, |row| row.any_part) {
        return Likeness::Transcription;
    }
    let shorter = left.chars().count().min(right.chars().count());
    let one_letter = shorter >= 4 && is_one_letter_apart(&left, &right);
    if shorter >= 6 && differs_by_ending(&left, &right) {
        return Likeness::Spelling;
    }
    if one_letter && (shorter >= 5 || is_transposed(&left, &right)) {
        Likeness::Spelling
    } else if one_letter || (shorter >= 6 && strsim::jaro_winkler(&left, &right) >= 0.95) {
        Likeness::Near
    } else {
        Likeness::Different
    }
}

/// Whether two words of four letters and more differ by a letter at most, or by two that have changed places. Such words
/// begin or end alike, which most pairs do not.
fn is_one_letter_apart(left: &str, right: &str) -> bool {
    let begins = left.chars().next() == right.chars().next();
    let ends = left.chars().next_back() == right.chars().next_back();
    (begins || ends) && strsim::damerau_levenshtein(left, right) <= 1
}

/// Whether two names end in one sound that is written in two ways, and are alike before it: `Hartrey`, `Hartrie`.
fn differs_by_ending(left: &str, right: &str) -> bool {
    const ENDINGS: [&str; 4] = ["ey", "ie", "ee", "y"];
    let stem = |name: &'_ str| {
        let mut endings = ENDINGS.iter();
        endings.find_map(|end| name.strip_suffix(end)).map(str::len)
    };
    let stems = stem(left).zip(stem(right));
    left != right && stems.is_some_and(|(a, b)| a == b && left.get(..a) == right.get(..b))
}

/// Whether two words that are one letter apart are so because two letters beside each other have changed places: `Wien`,
/// `Wein`. That is a slip of the hand in shorter words too.
fn is_transposed(left: &str, right: &str) -> bool {
    let as_long = left.chars().count() == right.chars().count();
    let differing = left.chars().zip(right.chars()).filter(|(a, b)| a != b);
    as_long && differing.count() == 2
}

/// Whether one name only has a consonant twice that the other has once: `Karla`, `Karlla`. No two alphabets explain that;
/// where names of other languages come with one and with two, the table of forms says so (`Hasan`, `Hassan`).
fn differs_by_doubling(left: &str, right: &str) -> bool {
    let (short, long) = if left.len() < right.len() {
        (left, right)
    } else {
        (right, left)
    };
    if short.len() + 1 != long.len() {
        return false;
    }
    let at = short
        .bytes()
        .zip(long.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let doubled = long.as_bytes().get(at).copied();
    let before = at
        .checked_sub(1)
        .and_then(|b| long.as_bytes().get(b))
        .copied();
    let vowel = |letter: u8| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    doubled.is_some_and(|d| Some(d) == before && !vowel(d)) && short.get(at..) == long.get(at + 1..)
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
    const PAIRS: [(&str, &str); 17] = [
        ("yev", "ev"),
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
    let mut has = letters(&folded);
    for (from, to) in PAIRS {
        // Most names have few of the pairs, which their letters tell.
        let needed = letters(from);
        if has & needed == needed && folded.contains(from) {
            folded = folded.replace(from, to);
            has = letters(&folded);
        }
    }
    let mut out = String::with_capacity(folded.len());
    for c in folded.chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// The letters from `a` to `z` in a text, a bit each.
fn letters(text: &str) -> u32 {
    let small = text.bytes().filter(u8::is_ascii_lowercase);
    small.fold(0, |all, letter| all | 1 << (letter - b'a'))
}

/// A row of the table of forms.
#[derive(Clone, Copy)]
struct Row {
    number: u32,
    /// Transcriptions of a name that may be a family name too.
    any_part: bool,
}

/// Whether the table has both names in one row of those that `counts`.
fn share_row(left: &str, right: &str, counts: impl Fn(&Row) -> bool) -> bool {
    static ROWS: OnceLock<FxHashMap<&'static str, Vec<Row>>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| {
        let mut rows: FxHashMap<&'static str, Vec<Row>> = FxHashMap::default();
        let lines = FORMS.lines().filter(|line| !line.starts_with('#'));
        for (number, line) in (0..).zip(lines) {
            let names = line.strip_prefix("= ");
            let row = Row {
                number,
                any_part: names.is_some(),
            };
            for name in names.unwrap_or(line).split(' ') {
                rows.entry(name).or_default().push(row);
            }
        }
        rows
    });
    match (rows.get(left), rows.get(right)) {
        (Some(a), Some(b)) => a
            .iter()
            .any(|row| counts(row) && b.iter().any(|other| other.number == row.number)),
        _ => false,
    }
}
