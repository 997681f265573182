//! Who is told of without a name and can be told from others all the same: "an 18-year-old man", "a boy, 7", "the boy".
//!
//! Reports of one event name few of those whom it befell. Sex and age say who is meant, where just one is described so: of two
//! women of 25 nothing can be said. A child is "the boy" later on, if the article tells of no other child. Such people become
//! mentions of the kind person, which only questions that a rule file asks of them (`unnamed`) may take.
//!
//! Here belongs whoever is told of by other words than his name; `pronoun.rs` says whom "he" and "she" stand for.

use crate::document::{Document, Region, Shape, Token, Word, word_lists};
use crate::mention::Mention;
use crate::rule::{Match, Purpose, RuleSet};
use crate::value::{Bound, Kind, Name, Value};
use std::ops::Range;

mod kind;
pub(super) mod pronoun;

pub(super) use kind::ages;

word_lists! {
    /// The lists of `words.tsv`.
    enum List of "words.tsv" {
        Male = "male",
        Female = "female",
        Child = "child",
        Children = "children",
        Year = "year",
        New = "new",
        More = "more",
        Known = "known",
        Own = "own",
        Named = "named",
        Comma = "comma",
        Function = "function",
    }
}

/// Most words between a determiner and the age or noun that it opens: "an unidentified 18-year-old man".
const BEFORE: usize = 2;
/// Most words between an age and its noun: "an 18-year-old Leeds man".
const WITHIN: usize = 2;
/// Years from which somebody is no child.
const GROWN_UP: u32 = 18;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sex {
    Male,
    Female,
}

fn sex(word: Word) -> Option<Sex> {
    match (List::Male.has(word), List::Female.has(word)) {
        (true, false) => Some(Sex::Male),
        (false, true) => Some(Sex::Female),
        _ => None,
    }
}

/// By what somebody is told from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Somebody {
    sex: Sex,
    years: u32,
}

impl Somebody {
    fn is_child(self) -> bool {
        self.years < GROWN_UP
    }

    /// The normal form of the description.
    fn role(self) -> String {
        let noun = match (self.sex, self.is_child()) {
            (Sex::Male, true) => "boy",
            (Sex::Male, false) => "man",
            (Sex::Female, true) => "girl",
            (Sex::Female, false) => "woman",
        };
        format!("{}-year-old {noun}", self.years)
    }
}

/// A description, by its words.
struct Described {
    who: Somebody,
    tokens: Range<usize>,
    /// Whether it brings somebody in: "a man", not "the man".
    is_new: bool,
    /// "Another man": there are two.
    is_more: bool,
}

/// The people of a document who are described by sex and age, each time that they are.
pub(super) fn read(document: &Document<'_>, mentions: &[Mention]) -> Vec<Mention> {
    let reader = UnnamedReader { document, mentions };
    let described = reader.described();
    let mut known: Vec<Somebody> = Vec::new();
    for person in &described {
        if !known.contains(&person.who) && reader.is_one(person.who, &described) {
            known.push(person.who);
        }
    }
    let told = described.iter().filter(|d| known.contains(&d.who));
    let mut told: Vec<(Somebody, Range<usize>)> = told.map(|d| (d.who, d.tokens.clone())).collect();
    if let Some(child) = reader.only_child(&described).filter(|c| known.contains(c)) {
        let again = reader.again(child);
        told.extend(again.into_iter().map(|tokens| (child, tokens)));
    }
    let mention = |(who, tokens): (Somebody, Range<usize>)| {
        Some(Mention {
            span: document.span(tokens.clone())?,
            tokens,
            value: Value::Name(Name::of_role(Kind::Person, &who.role(), None)),
            entity: None,
            name_tokens: None,
        })
    };
    told.into_iter().filter_map(mention).collect()
}

/// Leaves out the matches that took one of the mentions `unnamed` where nobody asks of them.
pub(super) fn settle(rules: &RuleSet, unnamed: &Range<usize>, matches: &mut Vec<Match>) {
    matches.retain(|found| {
        let mut taken = found
            .captures
            .iter()
            .filter(|c| c.mention.is_some_and(|at| unnamed.contains(&at)));
        let rule = match rules.purpose(found) {
            Some(Purpose::Find(at) | Purpose::Unless(at)) => rules.claims.get(at),
            _ => None,
        };
        taken.all(|captured| {
            rule.is_some_and(|rule| rule.unnamed && Some(captured.name) != Some(rule.capture))
        })
    });
}

struct UnnamedReader<'a> {
    document: &'a Document<'a>,
    mentions: &'a [Mention],
}

impl UnnamedReader<'_> {
    fn is(&self, at: usize, list: List) -> bool {
        list.has(self.document.word(at))
    }

    /// Everybody who is described by sex and age and not named beside it.
    fn described(&self) -> Vec<Described> {
        let ages = self.mentions.iter().filter_map(|m| Some((years(m)?, m)));
        let told = ages.filter(|(_, m)| self.claims_something(m.tokens.start));
        told.filter_map(|(years, age)| self.beside(years, &age.tokens))
            .filter(|d| !self.is_named(&d.tokens))
            .collect()
    }

    fn region(&self, at: usize) -> Option<Region> {
        let sentence = self
            .document
            .sentences
            .get(self.document.sentence_at(at)?)?;
        Some(sentence.region)
    }

    fn claims_something(&self, at: usize) -> bool {
        let region = self.region(at);
        region.is_some_and(|region| region.makes_claims() && region != Region::Post)
    }

    /// Who is of the age at `tokens`: "18-year-old Leeds man", "a boy, 7".
    fn beside(&self, years: u32, age: &Range<usize>) -> Option<Described> {
        let noun = self.noun_after(age.end);
        let (noun, tokens) = if let Some(noun) = noun {
            (noun, age.start..noun + 1)
        } else {
            let noun = self.noun_before(age.start)?;
            (noun, noun..noun + 1)
        };
        let sex = sex(self.document.word(noun)?)?;
        let opens = self.determiner(tokens.start);
        let start = opens.unwrap_or(tokens.start);
        if opens.is_none() && tokens.len() == 1 {
            return None;
        }
        Some(Described {
            who: Somebody { sex, years },
            tokens: start..tokens.end,
            is_new: self.is(start, List::New) || opens.is_none() && !self.in_headline(start),
            is_more: (start..tokens.end).any(|at| self.is(at, List::More)),
        })
    }

    /// The word that an age from `at` on is said of: "a boy, 7", "a boy aged seven".
    fn noun_before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        if self.is(before, List::Comma) {
            before.checked_sub(1)
        } else {
            Some(before)
        }
    }

    /// The noun that an age before `at` goes with.
    fn noun_after(&self, at: usize) -> Option<usize> {
        let tells_sex = |at: usize| self.document.word(at).is_some_and(|w| sex(w).is_some());
        self.word_after(at, tells_sex)
    }

    /// The word from `at` on that fits, before any other phrase begins.
    fn word_after(&self, at: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let mut words = (at..=at + WITHIN).take_while(|at| {
            let token = self.document.tokens.get(*at);
            token.is_some_and(|t| t.is(Shape::WORD) && !List::Function.has(t.word))
        });
        words.find(|at| fits(*at))
    }

    /// The determiner that opens a description before `at`.
    fn determiner(&self, at: usize) -> Option<usize> {
        let opens = |list| move |at: usize| self.is(at, list);
        let is_any = |at: usize| {
            let lists = [List::New, List::More, List::Known, List::Own];
            lists.into_iter().any(|list| opens(list)(at))
        };
        let mut before = (1..=BEFORE + 1).map_while(|back| at.checked_sub(back));
        let mut open = true;
        before.find(|at| {
            let found = open && is_any(*at);
            open &= !self.is(*at, List::Function);
            found
        })
    }

    fn in_headline(&self, at: usize) -> bool {
        self.region(at).is_some_and(|region| region != Region::Body)
    }

    /// Whether a name stands beside a description: "7-year-old boy Tom Lee", "Tom Lee, a 7-year-old boy".
    fn is_named(&self, tokens: &Range<usize>) -> bool {
        let mut end = tokens.end;
        while self.is(end, List::Named) {
            end += 1;
        }
        let mut start = tokens.start;
        while start > 0 && self.is(start - 1, List::Comma) {
            start -= 1;
        }
        let named = |m: &&Mention| m.value.kind() == Kind::Person && m.name_tokens.is_some();
        let mut people = self.mentions.iter().filter(named);
        people.any(|m| m.tokens.contains(&end) || m.tokens.end == start && start < tokens.start)
    }

    /// Whether all descriptions of sex and age can be of one person.
    fn is_one(&self, who: Somebody, described: &[Described]) -> bool {
        let mine = || described.iter().filter(|d| d.who == who);
        let in_text = |d: &&Described| !self.in_headline(d.tokens.start);
        let new = mine().filter(in_text).filter(|d| d.is_new).count();
        new <= 1 && !mine().any(|d| d.is_more) && !self.counts_some(who.years)
    }

    /// Whether several people of one age are counted: "two 18-year-old men".
    fn counts_some(&self, years: u32) -> bool {
        let years = Word::new(&years.to_string());
        let is_age =
            |at: usize| self.document.word(at) == Some(years) && self.is(at + 2, List::Year);
        let counts = |m: &&Mention| m.value.kind() == Kind::Count;
        let mut counts = self.mentions.iter().filter(counts);
        counts.any(|m| m.tokens.clone().any(is_age))
    }

    /// The one child of whom an article tells, if it tells of one.
    fn only_child(&self, described: &[Described]) -> Option<Somebody> {
        let mut children = described.iter().map(|d| d.who).filter(|who| who.is_child());
        let first = children.next()?;
        let young = |m: &&Mention| years(m).is_some_and(|y| y < GROWN_UP && y != first.years);
        let alone = children.all(|child| child == first)
            && !self.mentions.iter().any(|m| young(&m))
            && !self.tells_of_children();
        alone.then_some(first)
    }

    /// Whether more than one child is told of. "Children's Hospital" tells of none.
    fn tells_of_children(&self) -> bool {
        let several = |t: &&Token| List::Children.has(t.word) && !t.is(Shape::CAPITAL);
        self.document.tokens.iter().any(|t| several(&t))
    }

    /// Where the one child is told of again: "the boy", "the child", "the 7-year-old".
    fn again(&self, child: Somebody) -> Vec<Range<usize>> {
        let is_noun = |at: usize| {
            let word = self.document.word(at);
            let fits = |word| List::Child.has(word) && sex(word).is_none_or(|sex| sex == child.sex);
            word.is_some_and(fits) && !self.is(at + 1, List::Comma)
        };
        let nouns = (0..self.document.tokens.len()).filter(|at| is_noun(*at));
        let nouns = nouns.filter_map(|at| Some(at.checked_sub(1)?..at + 1));
        let ages = self
            .mentions
            .iter()
            .filter(|m| years(m) == Some(child.years));
        let bare = ages.filter(|m| self.noun_after(m.tokens.end).is_none());
        let bare = bare.filter_map(|m| Some(m.tokens.start.checked_sub(1)?..m.tokens.end));
        nouns
            .chain(bare)
            .filter(|tokens| {
                self.is(tokens.start, List::Known) && self.claims_something(tokens.start)
            })
            .filter(|tokens| !self.is_named(tokens) && !self.owns(tokens.end))
            .collect()
    }

    /// Whether what ends at `end` is whose something else is: "the boy's mother".
    fn owns(&self, end: usize) -> bool {
        let token = self.document.tokens.get(end);
        token.is_some_and(|t| t.is(Shape::POSSESSIVE))
    }
}

/// The whole years of an age.
fn years(mention: &Mention) -> Option<u32> {
    let Value::Quantity(quantity) = &mention.value else {
        return None;
    };
    let whole = quantity.nominal.filter(|n| n.fract() == 0.0)?;
    let exact = quantity.kind == Kind::Age
        && quantity.bound == Bound::Exact
        && quantity.unit.as_deref() == Some("year");
    // Nobody is older, and what is cut off is nothing.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole and of a human being"
    )]
    (exact && (0.0..150.0).contains(&whole)).then_some(whole as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention;
    use crate::text::Source;

    /// Checks who is told of in `text`, each time by words and by description.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let source = Source::new("a", text);
        let document = Document::parse(&source);
        let mentions = mention::read(&document);
        let found = read(&document, &mentions);
        let found: Vec<(&str, String)> = found
            .iter()
            .map(|m| (source.slice(m.span), m.value.to_string()))
            .collect();
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(words, value)| (*words, value.trim_start_matches("role ")))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sex_and_age_tell_who_is_meant() {
        check(
            "An 18-year-old man was hit. A woman, 34, ran.",
            &[
                ("An 18-year-old man", "18-year-old man"),
                ("A woman", "34-year-old woman"),
            ],
        );
        check(
            "She drove her seven-year-old nephew home. Police found a 52-year-old Leeds man.",
            &[
                ("her seven-year-old nephew", "7-year-old boy"),
                ("a 52-year-old Leeds man", "52-year-old man"),
            ],
        );
    }

    #[test]
    fn of_two_alike_nothing_is_said() {
        check(
            "A 25-year-old woman fell. Another 25-year-old woman ran.",
            &[],
        );
        check("A 25-year-old woman fell. A 25-year-old woman ran.", &[]);
        check("Two 18-year-old men ran. An 18-year-old man fell.", &[]);
        check(
            "A 25-year-old woman fell. The 25-year-old woman ran.",
            &[
                ("A 25-year-old woman", "25-year-old woman"),
                ("The 25-year-old woman", "25-year-old woman"),
            ],
        );
    }

    #[test]
    fn who_is_named_needs_no_description() {
        check("A 25-year-old woman, Ann Lee, fell.", &[]);
        check("Ann Lee, a 25-year-old woman, fell.", &[]);
        check("A 25-year-old man, identified as Karl Brandt, fell.", &[]);
        check("The 25-year-old fell.", &[]);
    }

    #[test]
    fn the_only_child_is_known_again() {
        check(
            "A 7-year-old boy fell. The boy was hurt. The child's mother ran. The 7-year-old slept.",
            &[
                ("A 7-year-old boy", "7-year-old boy"),
                ("The boy", "7-year-old boy"),
                ("The 7-year-old", "7-year-old boy"),
            ],
        );
        check(
            "A 7-year-old boy fell at the Children's Hospital. The girl ran.",
            &[("A 7-year-old boy", "7-year-old boy")],
        );
        check(
            "A 7-year-old boy and a girl, 9, fell. The boy ran.",
            &[
                ("A 7-year-old boy", "7-year-old boy"),
                ("a girl", "9-year-old girl"),
            ],
        );
        check(
            "A 7-year-old boy fell. Other boys saw it. The boy ran.",
            &[("A 7-year-old boy", "7-year-old boy")],
        );
    }
}
