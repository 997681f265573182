//! How many people a list of people counts: "Ana Ruiz, 22, a friend and two boys were killed" tells of four.
//!
//! A list becomes a mention of the kind count, which only questions about tolls may take. One in which somebody is named or
//! described counts at least its members: others may be told of elsewhere. Where a description may say who somebody is ("Ana
//! Ruiz, a nurse, and Luis Holt") or be one more, the list is no count.

mod context;
mod member;
mod tally;

use crate::document::{Document, Region, Shape, Word, word_lists};
use crate::mention::Mention;
use crate::rule::{Captured, ClaimRule, HowMany, Match, Purpose, RuleSet};
use crate::value::{Kind, Value};
use member::{Member, MemberReader, Who};
use std::ops::Range;

word_lists! {
    /// The lists of `words.tsv`.
    enum List of "words.tsv" {
        One = "one",
        Several = "several",
        Oneself = "self",
        Unborn = "unborn",
        Pronoun = "pronoun",
        Before = "before",
        The = "the",
        Own = "own",
        Relative = "relative",
        And = "and",
        Comma = "comma",
        Origin = "origin",
        Aside = "aside",
        Side = "side",
        Clauses = "clauses",
        Function = "function",
        Is = "is",
        Are = "are",
        Verb = "verb",
        Opens = "opens",
    }
}

/// Whether `word` is on any list of `words.tsv`.
fn is_known(word: Word) -> bool {
    List::bits(word) != 0
}

/// Whether `word` is what people are called: "mother", "officers".
pub(super) fn is_people(word: Word) -> bool {
    List::One.has(word) || List::Several.has(word)
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
    /// Each that begins or ends with somebody without a name ("Ana Ruiz and a friend were hurt") as the first who has one.
    pub(super) people: Vec<Mention>,
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
        let listed = words.iter().any(|t| List::And.has(t.word)) || headline;
        if !listed || !sentence.region.makes_claims() {
            continue;
        }
        let reader = MemberReader {
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
                let with_name = links.iter().filter(|l| l.member.who == Who::Named);
                let names: Vec<_> = with_name.map(|l| l.member.name.clone()).collect();
                found.people.extend(people(&reader, &links, &names));
                found.names.push(names);
            }
            at = end.max(at + 1);
        }
    }
    found
}

/// Sorts the matches that took a list, which begin at mention `first` with `counts` that count them: a count answers how many
/// people, a list of people a question with many answers. There the one who is named stands for it from now on, and where
/// each number is asked for apart the first number in it.
pub(super) fn settle(
    rules: &RuleSet,
    mentions: &[Mention],
    lists: &Lists,
    (first, counts): (usize, usize),
    matches: &mut Vec<Match>,
) {
    let people = first + counts;
    matches.retain(|found| {
        let purpose = rules.purpose(found);
        let rule = |rule: usize| rules.claims.get(rule);
        let (toll, many) = match purpose {
            Some(Purpose::Find(at)) => (
                rule(at).is_some_and(|rule| rule.growing || asks_for_each(rule)),
                rule(at).is_some_and(|rule| rule.how_many == HowMany::Many),
            ),
            Some(Purpose::Unless(at)) => (rule(at).is_some_and(|rule| rule.growing), false),
            _ => (false, false),
        };
        let mut taken = found.captures.iter().filter_map(|c| c.mention);
        taken.all(|at| at < first || if at < people { toll } else { many })
    });
    let own = mentions.get(..first).unwrap_or(&[]);
    for found in matches.iter_mut().filter(|found| {
        let rule = rules.purpose(found).and_then(|purpose| match purpose {
            Purpose::Find(at) => rules.claims.get(at),
            _ => None,
        });
        rule.is_some_and(asks_for_each)
    }) {
        let counts = |c: &&mut Captured| c.mention.is_some_and(|at| first <= at && at < people);
        for captured in found.captures.iter_mut().filter(counts) {
            first_number(own, captured);
        }
    }
    let captures = matches.iter_mut().flat_map(|found| &mut found.captures);
    for captured in captures.filter(|c| c.mention.is_some_and(|at| at >= people)) {
        let within = |name: &&Range<usize>| {
            captured.tokens.start <= name.start && name.end <= captured.tokens.end
        };
        let name = lists.names.iter().flatten().find(within);
        let at = name.and_then(|name| mentions.iter().position(|m| m.tokens == *name));
        if let (Some(name), Some(at)) = (name, at) {
            captured.tokens = name.clone();
            captured.mention = Some(at);
        }
    }
}

/// Whether a claim asks for the numbers of a list one by one.
fn asks_for_each(rule: &ClaimRule) -> bool {
    rule.kind == Kind::Count && rule.how_many == HowMany::Many
}

/// Puts the first number told in a list in the list's place.
fn first_number(mentions: &[Mention], captured: &mut Captured) {
    let within = |mention: &Mention| {
        mention.value.kind() == Kind::Count
            && captured.tokens.start <= mention.tokens.start
            && mention.tokens.end <= captured.tokens.end
    };
    if let Some(at) = mentions.iter().position(within)
        && let Some(number) = mentions.get(at)
    {
        captured.tokens = number.tokens.clone();
        captured.mention = Some(at);
    }
}

/// The members of the list that begins at a token.
fn links(reader: &MemberReader<'_>, start: usize) -> Vec<Link> {
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
fn next(reader: &MemberReader<'_>, last: &Member) -> Option<Link> {
    let (mut comma, mut and, mut aside) = (false, false, false);
    let mut at = last.tokens.end;
    loop {
        if let Some(end) = reader.aside(at) {
            aside = true;
            at = end;
            continue;
        }
        let word = reader.word(at)?;
        if reader.headline && List::Clauses.has(word) {
            return None;
        } else if List::Comma.has(word) {
            comma = true;
        } else if List::And.has(word) {
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
            let open = comma && !and;
            let remark = || reader.remark(at).filter(|_| last.who == Who::Named);
            at = reader.relative(at).or_else(remark).filter(|_| open)?;
            aside = true;
            continue;
        }
        at += 1;
    }
}

/// Whether links are a list of at least two members that the words around it leave whole.
fn is_list(reader: &MemberReader<'_>, start: usize, links: &[Link]) -> bool {
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
    let whole = context::People {
        tokens: first.member.tokens.start..end,
        ends_in_one: last.member.number() <= Some(1.0),
        has_aside: end > last.member.tokens.end || links.iter().any(|l| l.aside),
        of_two: links.len() == 2 && links.iter().any(|l| l.comma && l.and),
    };
    context::is_whole(reader, start, &whole)
}

/// The count of a list, if it is clear how many they are.
fn count(reader: &MemberReader<'_>, links: &[Link]) -> Option<Mention> {
    let (first, last) = (links.first()?, links.last()?);
    let quantity = tally::sum(links)?;
    let tokens = first.member.tokens.start..reader.trailing_aside(last.member.tokens.end);
    Some(Mention {
        span: reader.document.span(tokens.clone())?,
        tokens,
        value: Value::Quantity(quantity),
        entity: None,
        name_tokens: None,
    })
}

/// A list that begins or ends with somebody without a name, as the first who has one.
fn people(reader: &MemberReader<'_>, links: &[Link], names: &[Range<usize>]) -> Option<Mention> {
    let (first, last) = (links.first()?, links.last()?);
    let bare = [first, last].iter().any(|l| l.member.who != Who::Named);
    let own = names.first().filter(|_| bare)?;
    let somebody = reader.mentions.iter().find(|m| m.tokens == *own)?;
    let tokens = first.member.tokens.start..reader.trailing_aside(last.member.tokens.end);
    Some(Mention {
        span: reader.document.span(tokens.clone())?,
        tokens,
        name_tokens: None,
        ..somebody.clone()
    })
}

/// Whether a token is a word that may stand within a description: "adult", "Colombian".
fn is_within(document: &Document<'_>, at: usize) -> bool {
    document
        .tokens
        .get(at)
        .is_some_and(|t| t.is(Shape::WORD) && !List::Function.has(t.word))
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
            assert_eq!(cells.len(), 3, "{row}");
            let [title, text, wanted] = cells.as_slice() else {
                continue;
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
