//! How many people a list of people counts: "Ana Ruiz, 22, a friend and two boys were killed" tells of four.
//!
//! A list becomes a mention of the kind count, which only questions about tolls may take. One in which somebody is named or
//! described counts at least its members: others may be told of elsewhere. Where a description may say who somebody is ("Ana
//! Ruiz, a nurse, and Luis Holt") or be one more, the list is no count.

mod context;
mod member;

use crate::document::{Document, Region, Shape, Word, WordLists};
use crate::mention::Mention;
use crate::rule::{Match, Purpose, RuleSet};
use crate::value::{Bound, Kind, Quantity, Value};
use member::{Member, Reader, Who};
use std::ops::Range;

static WORDS: WordLists = WordLists::new(include_str!("words.tsv"));

/// Whether `word` is of a class of `words.tsv`.
fn is(word: Word, class: &str) -> bool {
    WORDS.has(class, word)
}

/// A member of a list and what stands between it and the one before.
struct Link {
    member: Member,
    comma: bool,
    and: bool,
    /// An age, an origin: what is said of the member before.
    aside: bool,
}

/// The lists of people of a document.
#[derive(Default)]
pub(super) struct Lists {
    /// Each as a count, where it is clear how many they are.
    pub(super) counts: Vec<Mention>,
    /// The tokens of those who are named in each.
    names: Vec<Vec<Range<usize>>>,
}

impl Lists {
    /// The tokens of the others who are named in the list in which the mention at `tokens` stands.
    pub(super) fn beside(&self, tokens: &Range<usize>) -> impl Iterator<Item = &Range<usize>> {
        let list = self.names.iter().find(|list| list.contains(tokens));
        list.into_iter()
            .flatten()
            .filter(move |other| *other != tokens)
    }
}

/// Reads the lists of people of a document.
pub(super) fn lists(document: &Document<'_>, mentions: &[Mention]) -> Lists {
    let mut found = Lists::default();
    let mut first = 0;
    for sentence in &document.sentences {
        let tokens = sentence.tokens.clone();
        let behind = mentions.get(first..).unwrap_or(&[]);
        first += behind.partition_point(|m| m.tokens.start < tokens.start);
        let headline = sentence.region == Region::Headline;
        let words = document.tokens.get(tokens.clone()).unwrap_or(&[]);
        let listed = words.iter().any(|t| is(t.word, "and")) || headline;
        if !listed || !sentence.region.makes_claims() {
            continue;
        }
        let reader = Reader {
            document,
            mentions: mentions.get(first..).unwrap_or(&[]),
            end: tokens.end,
            headline,
        };
        let mut at = tokens.start;
        while at < tokens.end {
            let links = links(&reader, at);
            let Some(last) = links.last() else {
                at += 1;
                continue;
            };
            let end = last.member.tokens.end;
            if is_list(&reader, tokens.start, &links) {
                found.counts.extend(count(&reader, &links));
                let named = links.iter().filter(|l| l.member.who == Who::Named);
                let names = named.map(|l| l.member.name.clone());
                found.names.push(names.collect());
            }
            at = end.max(at + 1);
        }
    }
    found
}

/// Keeps of the matches that took a count of `lists`, which begin at mention `first`, those that answer how many people.
pub(super) fn only_tolls(rules: &RuleSet, matches: &mut Vec<Match>, first: usize) {
    let tolls = |found: &Match| {
        let purpose = rules.patterns.get(found.pattern as usize);
        match purpose.map(|p| p.purpose) {
            Some(Purpose::Find(rule) | Purpose::Unless(rule)) => {
                rules.claims.get(rule).is_some_and(|rule| rule.growing)
            }
            _ => false,
        }
    };
    matches.retain(|found| {
        let is_list = |at: usize| at >= first;
        !found
            .captures
            .iter()
            .any(|c| c.mention.is_some_and(is_list))
            || tolls(found)
    });
}

/// The members of the list that begins at a token.
fn links(reader: &Reader<'_>, start: usize) -> Vec<Link> {
    let Some(first) = reader.member(start, reader.headline) else {
        return Vec::new();
    };
    let mut links = vec![Link {
        member: first,
        comma: false,
        and: false,
        aside: false,
    }];
    while let Some(link) = links.last().and_then(|last| next(reader, &last.member)) {
        links.push(link);
    }
    links
}

/// The member that follows one in its list.
fn next(reader: &Reader<'_>, last: &Member) -> Option<Link> {
    let (mut comma, mut and, mut aside) = (false, false, false);
    let mut at = last.tokens.end;
    loop {
        if let Some(end) = reader.aside(at) {
            aside = true;
            at = end;
            continue;
        }
        let word = reader.word(at)?;
        if reader.headline && is(word, "clauses") {
            return None;
        } else if is(word, "comma") {
            comma = true;
        } else if is(word, "and") {
            and = true;
        } else {
            let bare = and && !comma && last.who == Who::Described || reader.headline;
            if let Some(member) = reader.member(at, bare).filter(|_| comma || and) {
                return Some(Link {
                    member,
                    comma,
                    and,
                    aside,
                });
            }
            let remark = comma && !and && last.who == Who::Named;
            at = reader.remark(at).filter(|_| remark)?;
            aside = true;
            continue;
        }
        at += 1;
    }
}

/// Whether links are a list of at least two members that the words around it leave whole.
fn is_list(reader: &Reader<'_>, start: usize, links: &[Link]) -> bool {
    let (Some(first), Some(last)) = (links.first(), links.last()) else {
        return false;
    };
    // "Woman, two sons dead"; but "suspects Ana Ruiz, Luis Holt" may be any of them.
    let names = links.iter().all(|l| l.member.who == Who::Named);
    let joined = links.iter().skip(1).any(|l| l.and) || reader.headline && !names;
    if links.len() < 2 || !joined {
        return false;
    }
    let end = reader.trailing_aside(last.member.tokens.end);
    let list = context::List {
        tokens: first.member.tokens.start..end,
        ends_in_one: last.member.number() <= Some(1.0),
        has_aside: end > last.member.tokens.end || links.iter().any(|l| l.aside),
        of_two: links.len() == 2 && links.iter().any(|l| l.comma && l.and),
    };
    context::is_whole(reader, start, &list)
}

/// The count of a list, if it is clear how many they are.
fn count(reader: &Reader<'_>, links: &[Link]) -> Option<Mention> {
    let (first, last) = (links.first()?, links.last()?);
    let quantity = sum(links)?;
    let tokens = first.member.tokens.start..reader.trailing_aside(last.member.tokens.end);
    Some(Mention {
        span: reader.document.span(tokens.clone())?,
        tokens,
        value: Value::Quantity(quantity),
        entity: None,
        name_tokens: None,
    })
}

/// What the members of a list come to, those who are told twice counted once.
fn sum(links: &[Link]) -> Option<Quantity> {
    let (mut told, mut number, mut selves, mut unborn) = (0.0, 0.0, 0.0, 0.0);
    let (mut exact, mut names) = (true, 0);
    let mut at = 0;
    while let Some(link) = links.get(at) {
        let rest = links.get(at + 1..).unwrap_or(&[]);
        let again = match link.member.who {
            Who::Unknown => return None,
            Who::Himself => {
                selves += 1.0;
                0
            }
            Who::Unborn => {
                unborn += 1.0;
                0
            }
            Who::Several if at > 0 && names == at && !link.and && link.comma => {
                // "Ana Ruiz and Luis Holt, two students, were killed"
                let same = link.member.number() == Some(names as f64);
                return (same && rest.is_empty()).then(|| at_least(number));
            }
            Who::Several => told_again(link.member.number()?, rest)?,
            Who::Described => usize::from(is_told_again(rest)),
            Who::Named => usize::from(is_described_again(rest)?),
        };
        if !matches!(link.member.who, Who::Himself | Who::Unborn) {
            number += link.member.number()?;
            told += 1.0;
        }
        names += usize::from(link.member.who == Who::Named);
        exact &= link.member.exact || matches!(link.member.who, Who::Himself | Who::Unborn);
        at += 1 + again;
    }
    if told == 0.0 {
        return None;
    }
    Some(if !exact {
        at_least(number + selves)
    } else if selves + unborn > 0.0 {
        // "He killed three people and himself", "two women and an unborn child": some count these, some do not.
        Quantity {
            high: Some(number + selves + unborn),
            bound: Bound::Range,
            low: Some(number),
            ..at_least(number + selves)
        }
    } else {
        Quantity {
            high: Some(number),
            bound: Bound::Exact,
            ..at_least(number)
        }
    })
}

/// How many of the members behind a number tell again of those it counts: "two boys, Luis and Ben Holt," and "three others, a
/// man and two girls,"; `None` where it cannot be said.
fn told_again(number: f64, rest: &[Link]) -> Option<usize> {
    let Some(first) = rest.first().filter(|l| l.comma && !l.and) else {
        return Some(0);
    };
    let mut told = 0.0;
    for (at, link) in rest.iter().enumerate() {
        told += link.member.number()?;
        let all = (told - number).abs() < f64::EPSILON;
        if all && (link.and || at == 0) {
            return Some(at + 1);
        }
        if link.and || told > number {
            break;
        }
    }
    (first.member.who != Who::Named).then_some(0)
}

/// "A clerk, Omar Brandt,"
fn is_told_again(rest: &[Link]) -> bool {
    rest.first()
        .is_some_and(|l| l.comma && !l.and && l.member.who == Who::Named)
}

/// "Omar Brandt, a clerk,"; `None` where it may be somebody else: "Ana Ruiz, her husband, and".
fn is_described_again(rest: &[Link]) -> Option<bool> {
    let Some(next) = rest.first().filter(|l| l.comma && !l.and) else {
        return Some(false);
    };
    if next.member.who != Who::Described {
        return Some(false);
    }
    let another = rest.get(1).is_some_and(|l| l.and && !l.comma);
    match (next.member.own, another) {
        (_, true) => Some(false),
        (true, false) => None,
        (false, false) => Some(true),
    }
}

/// At least so many people, of whom that many are told.
fn at_least(number: f64) -> Quantity {
    Quantity {
        kind: Kind::Count,
        low: Some(number),
        high: None,
        above_low: false,
        below_high: false,
        soft: (Some(number), Some(number)),
        nominal: Some(number),
        bound: Bound::AtLeast,
        unit: None,
        noun: Some("people".to_owned()),
        change: None,
        per: None,
        basis: None,
    }
}

/// Whether a token is a word that may stand within a description: "adult", "Colombian".
fn is_within(document: &Document<'_>, at: usize) -> bool {
    document
        .tokens
        .get(at)
        .is_some_and(|t| t.is(Shape::WORD) && !is(t.word, "function"))
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::mention;
    use crate::text::Source;

    /// Headline, text, and the lists in both.
    const CORPUS: &str = include_str!("corpus.tsv");

    #[test]
    fn lists_of_people_count_them() {
        let mut wrong = Vec::new();
        for row in CORPUS.lines().filter(|row| !row.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [title, text, wanted] = cells.as_slice() else {
                panic!("three cells, not {}: {row}", cells.len());
            };
            let source = Source {
                title: Some((*title).to_owned()).filter(|t| !t.is_empty()),
                ..Source::new("a", *text)
            };
            let document = Document::parse(&source);
            let mentions = mention::read(&document);
            let lists = super::lists(&document, &mentions);
            let lists = lists
                .counts
                .iter()
                .map(|m| format!("{}: {}", source.slice(m.span), m.value));
            let found = lists.collect::<Vec<_>>().join("; ");
            if found != *wanted && !(found.is_empty() && *wanted == "-") {
                wrong.push(format!("{title} | {text}\n  {found}\n  wanted {wanted}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
