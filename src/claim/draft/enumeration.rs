//! Which further mentions share the claim of one: "Ana Ruiz, 7, her brother Luis, 9, and Eva Soto, of Leeds, were hurt".
//!
//! Only for questions with many answers, among them those that ask for each number apart: "six priests and two guards were
//! killed" counts two groups of people. Members of a list stand beside each other with nothing between them but commas,
//! conjunctions, ages, places after "of", and for people words that say who they are: kinship after a possessive ("her
//! brother"), a role after an article ("a nurse"), a short clause ("who is pregnant"); where semicolons part them, any clause.

use crate::claim::story::{self, Class};
use crate::claim::words::List;
use crate::document::{Document, Shape, Token, Word};
use crate::mention::Mention;
use crate::value::{Kind, Value};
use std::ops::Range;

/// How many words a description may have after what opens it: "her younger brother", "a retired nurse".
const KIN: usize = 3;
const ROLE: usize = 4;

/// Most tokens between two members; between two that a semicolon parts, for there a clause may say more of the first.
const APART: usize = 16;
const FAR_APART: usize = 32;

const SEMICOLON: Word = Word::of(";");

/// What stands between two members of a list.
#[derive(Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each tells of a word that may or may not stand between two members"
)]
struct Joint {
    conjunction: bool,
    separator: bool,
    /// An age, an origin or a description.
    aside: bool,
    semicolon: bool,
    /// A clause of the first member that a semicolon ends: "Ana Ruiz, 7, who was asleep; and".
    clause: bool,
}

/// The other members of the list in which mention `at` stands, by position; none if it stands alone. A list whose members a
/// semicolon parts throughout may tell of each in a clause.
pub(in crate::claim) fn others(
    document: &Document<'_>,
    mentions: &[Mention],
    at: usize,
) -> Vec<usize> {
    let Some(kind) = mentions.get(at).and_then(member_kind) else {
        return Vec::new();
    };
    let list = Listing {
        document,
        mentions,
        kind,
    };
    let (mut members, joints) = list.around(at, |joint| !joint.clause);
    let (more, parted) = list.around(at, |joint| joint.semicolon);
    // Two names and a bare ", and" are two clauses: "she shot Ruiz, and Soto ran".
    let two_clauses = matches!(joints.as_slice(), [one] if one.separator && !one.aside);
    // "17-year-old Ana Ruiz, 22-year-old Luis Holt, 19-year-old Eva Soto."
    let all_told = joints.len() > 1 && joints.iter().all(|j| j.aside);
    let mut joined = (joints.iter().any(|j| j.conjunction) || all_told) && !two_clauses;
    if parted.len() > joints.len().max(1) && parted.iter().any(|j| j.conjunction) {
        (members, joined) = (more, true);
    }
    // "Ana Ruiz's mother, Eva Soto, and sister, Ida Soto": the mother and the sister.
    let owns = |m: &usize| {
        let end = mentions.get(*m).map(|m| m.tokens.end);
        let after = end.and_then(|end| document.tokens.get(end));
        after.is_some_and(|token| token.is(Shape::POSSESSIVE))
    };
    // "Killed were Ana Ruiz and Luis Holt, Sheriff Eva Soto said": who speaks is none of them.
    let speaks = |m: &usize| {
        let end = mentions.get(*m).map(|m| m.tokens.end);
        let after = end.and_then(|end| document.word(end));
        after.is_some_and(|word| story::is(word, Class::Say))
    };
    members.retain(|m| joined && *m != at && !owns(m) && !speaks(m));
    members
}

/// The mentions of an article among which a list of one kind is looked for.
struct Listing<'l, 'd> {
    document: &'l Document<'d>,
    mentions: &'l [Mention],
    kind: Kind,
}

impl Listing<'_, '_> {
    /// The members around mention `at`, by position, and what stands between them, as far as it `counts`.
    fn around(&self, at: usize, counts: impl Fn(&Joint) -> bool) -> (Vec<usize>, Vec<Joint>) {
        let of_kind = |n: &usize| self.mentions.get(*n).and_then(member_kind) == Some(self.kind);
        let joint = |left: usize, right: usize| self.joint(left, right).filter(&counts);
        let mut members = vec![at];
        let mut joints = Vec::new();
        let mut last = at;
        let ahead = |from: usize| (from + 1..self.mentions.len()).find(of_kind);
        while let Some((next, found)) = ahead(last).and_then(|n| Some((n, joint(last, n)?))) {
            members.push(next);
            joints.push(found);
            last = next;
        }
        let mut first = at;
        let behind = |from: usize| (0..from).rev().find(of_kind);
        while let Some((next, found)) = behind(first).and_then(|n| Some((n, joint(n, first)?))) {
            members.insert(0, next);
            joints.push(found);
            first = next;
        }
        (members, joints)
    }

    fn joint(&self, left: usize, right: usize) -> Option<Joint> {
        let between = self.mentions.get(left)?.tokens.end..self.mentions.get(right)?.tokens.start;
        let mentions = self.mentions.get(left + 1..right)?;
        let last = self.mentions.get(right)?;
        // "and railway worker Luis Holt": the name with what the one is stands behind what else is said of it.
        let own_start = last.tokens.start;
        let titled = last
            .name_tokens
            .as_ref()
            .is_some_and(|name| name.start > own_start);
        joint(self.document, mentions, between, (self.kind, titled))
    }
}

/// The kind by which members of a list are alike; people only if named, numbers only of something.
fn member_kind(mention: &Mention) -> Option<Kind> {
    match &mention.value {
        Value::Quantity(number) if number.kind == Kind::Count && number.noun.is_some() => {
            Some(Kind::Count)
        }
        Value::Name(name) if name.kind != Kind::Person || mention.name_tokens.is_some() => {
            Some(name.kind)
        }
        _ => None,
    }
}

/// What the tokens `between` two mentions of a kind join; `mentions` are those among them.
fn joint(
    document: &Document<'_>,
    mentions: &[Mention],
    between: Range<usize>,
    (kind, titled): (Kind, bool),
) -> Option<Joint> {
    let mut found = Joint::default();
    let same_sentence = document.sentence_at(between.start) == document.sentence_at(between.end);
    let semicolon = (between.clone().rev()).find(|at| document.word(*at) == Some(SEMICOLON));
    found.semicolon = semicolon.is_some();
    let reach = if found.semicolon { FAR_APART } else { APART };
    if between.is_empty() || between.len() > reach || !same_sentence {
        return None;
    }
    let aside = |m: &Mention, at: usize| {
        m.tokens.contains(&at) && matches!(m.value.kind(), Kind::Age | Kind::Place)
    };
    let inside = |at: usize| mentions.iter().any(|m| aside(m, at));
    let opened = |word: Word| match kind {
        Kind::Person if List::Kin.has(word) => Some(KIN),
        Kind::Person if List::Role.has(word) => Some(ROLE),
        _ => None,
    };
    let is_origin = |word: Word| List::Origin.has(word);
    // How many more words a description may have.
    let mut left = 0;
    // Whether what follows is where somebody is from, which no table need know: "of the 200 block of Dock Road".
    let mut from_there = false;
    for at in between.clone() {
        // What a clause says is passed over.
        if found.clause && semicolon.is_some_and(|end| at < end) {
            continue;
        }
        let token = document.tokens.get(at)?;
        if left > 0 && is_origin(token.word) && belongs(document, at + 1..between.end) {
            return None;
        } else if List::And.has(token.word) {
            found.conjunction = true;
            (left, from_there) = (0, false);
        } else if List::Apart.has(token.word) {
            found.separator = true;
            from_there = false;
        } else if from_there && is_of_address(token) {
        } else if let Some(words) = opened(token.word) {
            left = words;
            found.aside = true;
        } else if inside(at) || is_origin(token.word) {
            found.aside = true;
            from_there |= is_origin(token.word);
        } else if left > 0 && is_plain(token) {
            left -= 1;
        } else if kind == Kind::Person
            && (found.conjunction || found.separator)
            && is_trade(document, at..between.end, titled)
        {
            found.aside = true;
            break;
        } else if !token.is(Shape::PUNCTUATION) {
            if !found.separator || semicolon.is_none_or(|end| at > end) {
                return None;
            }
            (found.clause, found.conjunction) = (true, false);
        }
    }
    (found.conjunction || found.separator).then_some(found)
}

/// Whether these words say what the one is who is named behind them: "and railway worker Luis Holt". A verb says something else:
/// "and arrested driver Luis Holt".
fn is_trade(document: &Document<'_>, words: Range<usize>, titled: bool) -> bool {
    let is = |at: usize, class: Class| document.word(at).is_some_and(|word| story::is(word, class));
    let other = [Class::Past, Class::Third, Class::Aux, Class::Preposition];
    let acts = |at: usize| other.iter().any(|class| is(at, *class));
    let plain = |at: usize| document.tokens.get(at).is_some_and(is_plain);
    let short = words.len() <= KIN && words.clone().all(|at| plain(at) && !acts(at));
    let last = words.end.checked_sub(1);
    let human = |last: usize| words.contains(&last) && is(last, Class::Human);
    short && (titled || last.is_some_and(human))
}

/// Whether the words between an "of" in a description and the next name leave the name to it: "her brother, the owner of Holt
/// Motors", "a friend of the retired judge Luis Holt".
fn belongs(document: &Document<'_>, rest: Range<usize>) -> bool {
    let parts = |at: usize| {
        let word = document.word(at);
        word.is_some_and(|w| List::And.has(w) || List::Apart.has(w))
    };
    !rest.into_iter().any(parts)
}

/// Whether a token may stand in the name of a place or in an address: "Dock Road", "the 200 block".
fn is_of_address(token: &Token) -> bool {
    token.is(Shape::CAPITAL) || token.is(Shape::NUMBER) || List::Address.has(token.word)
}

/// Whether a token is a word in small letters: "brother", "year-old".
fn is_plain(token: &Token) -> bool {
    token.is(Shape::WORD) && !token.is(Shape::CAPITAL)
}
