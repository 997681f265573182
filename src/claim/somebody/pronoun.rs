//! Whom "he" and "she" at the head of a sentence stand for, in questions asked of each person: "Ann Lee won the race. She had
//! led for an hour".
//!
//! Such a pronoun becomes a mention of the one whom the sentence before is about, if it tells of nobody else: nobody named, no
//! other "goalkeeper", no name that no reader knows. It says of whom something is told, and is itself an answer only where there may be
//! many: one more of those who were shot. So does the "the" of "The 34-year-old nurse", where the article has told no age before.

use crate::claim::story::{self, Class};
use crate::claim::words::List;
use crate::document::{Document, Region, Sentence, Shape, Word};
use crate::mention::{Mention, antecedent, named_before};
use crate::rule::{HowMany, Match, OPENING, Purpose, RuleSet};
use crate::value::Kind;
use std::ops::Range;

/// The pronouns of a document of which it is certain whom they stand for, as mentions of these people.
pub(in crate::claim) fn read(document: &Document<'_>, mentions: &[Mention]) -> Vec<Mention> {
    let pairs = document.sentences.windows(2);
    let read = pairs.filter_map(|pair| match pair {
        [before, own] => of_sentence(document, mentions, before, own),
        _ => None,
    });
    read.collect()
}

const OF: Word = Word::of("of");

/// So many words may tell when and where before a pronoun.
const BEFORE: usize = 7;

fn of_sentence(
    document: &Document<'_>,
    mentions: &[Mention],
    before: &Sentence,
    own: &Sentence,
) -> Option<Mention> {
    let at = of_clause(document, own);
    let token = document.tokens.get(at)?;
    let told = |sentence: &Sentence| sentence.region == Region::Body;
    if !told(before) || !told(own) || token.is(Shape::QUOTED) {
        return None;
    }
    let aged = is_aged(document, mentions, at);
    if !List::Subject.has(token.word) && !aged {
        return None;
    }
    let somebody = if aged {
        named_before(document, mentions, at)?
    } else {
        antecedent(document, mentions, at)?
    };
    let alone = Alone {
        document,
        mentions,
        sentence: before.tokens.clone(),
        pronoun: (!aged).then_some(token.word),
    };
    if aged && is_age_told(mentions, at) {
        return None;
    }
    alone.is_about(somebody).then(|| Mention {
        tokens: at..at + 1,
        span: token.span(),
        name_tokens: None,
        ..somebody.clone()
    })
}

/// Where the pronoun of a sentence stands: at its head, or behind a few words that tell when and where, and of nobody: "On Monday
/// she was shot".
fn of_clause(document: &Document<'_>, sentence: &Sentence) -> usize {
    let start = sentence.tokens.start;
    let mut opening = start..(start + BEFORE).min(sentence.tokens.end);
    let leads = document
        .word(start)
        .is_some_and(|word| List::Leads.has(word));
    let word = |at: usize| document.word(at);
    let is_subject = |at: &usize| word(*at).is_some_and(|word| List::Subject.has(word));
    let is_human = |at: usize| word(at).is_some_and(|word| story::is(word, Class::Human));
    let pronoun = opening.find(is_subject).filter(|_| leads);
    let alone = |at: &usize| !(start..*at).any(is_human);
    pronoun.filter(alone).unwrap_or(start)
}

/// Whether a sentence opens with "the" and an age: "The 34-year-old nurse was taken to hospital".
fn is_aged(document: &Document<'_>, mentions: &[Mention], at: usize) -> bool {
    let definite = document
        .word(at)
        .is_some_and(|word| List::Definite.has(word));
    let next = mentions.partition_point(|m| m.tokens.start <= at);
    let age = mentions.get(next).filter(|m| m.tokens.start == at + 1);
    let old = |m: &Mention| {
        document
            .word(m.tokens.end - 1)
            .is_some_and(|word| List::Old.has(word))
    };
    definite && age.is_some_and(|m| m.value.kind() == Kind::Age && old(m))
}

/// Whether an age is told before token `at`: of this person, who is then no other, or of the one who comes up again.
fn is_age_told(mentions: &[Mention], at: usize) -> bool {
    let before = mentions.partition_point(|m| m.tokens.start < at);
    let mut before = mentions.iter().take(before);
    before.any(|m| m.value.kind() == Kind::Age)
}

/// A sentence and the pronoun after it.
struct Alone<'a> {
    document: &'a Document<'a>,
    mentions: &'a [Mention],
    sentence: Range<usize>,
    /// None where a description stands for a pronoun, which tells no sex.
    pronoun: Option<Word>,
}

impl Alone<'_> {
    /// Whether the sentence is about this person, and about nobody else for whom the pronoun might stand.
    fn is_about(&self, somebody: &Mention) -> bool {
        // "The painter Ilse Moor has died": a determiner belongs to who opens the sentence.
        let first = self.sentence.start;
        let determiner = self
            .document
            .word(first)
            .is_some_and(|w| List::Definite.has(w));
        let start = first + usize::from(determiner);
        let named = somebody.name_tokens.is_some();
        let opens = named && (self.pronoun.is_none() || somebody.tokens.start == start);
        opens
            && !self.sentence.clone().any(|at| {
                let own = somebody.tokens.contains(&at) || self.is_of_theirs(at, somebody);
                !own && self.is_other(at, somebody)
            })
    }

    /// Whether a word at `at` tells of those who are somebody's, of whom no age is told: "Jo Lee's family", "the friends of Jo Lee".
    fn is_of_theirs(&self, at: usize, somebody: &Mention) -> bool {
        let word = |at: usize| self.document.word(at);
        let theirs = word(at).is_some_and(|word| List::Theirs.has(word));
        let possessive = self
            .document
            .is_shaped(somebody.tokens.end, Shape::POSSESSIVE);
        let owned = possessive && at == somebody.tokens.end + 1;
        let of = word(at + 1) == Some(OF) && somebody.tokens.start == at + 2;
        self.pronoun.is_none() && theirs && (owned || of)
    }

    /// Whether a word tells of somebody else, or that the person is of the other sex.
    fn is_other(&self, at: usize, somebody: &Mention) -> bool {
        let Some(token) = self.document.tokens.get(at) else {
            return false;
        };
        let other_sex = self.pronoun.is_some_and(|pronoun| {
            let mut sexes = [List::Male, List::Female].into_iter();
            sexes.any(|sex| sex.has(token.word) && !sex.has(pronoun))
        });
        let mention = self.mentions.iter().filter(|m| m.tokens.contains(&at));
        let known = mention
            .clone()
            .any(|m| m.entity.is_none() || m.entity == somebody.entity || !is_person(m));
        // "The painter …", "Rescuers …": the capital is that of the sentence.
        let human = story::is(token.word, Class::Human);
        let opens = at == self.sentence.start && (human || List::Definite.has(token.word));
        let unread = token.is(Shape::CAPITAL) && !known && !opens;
        let text = self.document.text(token);
        let one = human && !text.ends_with('s') && !story::is(token.word, Class::Plural);
        other_sex || unread || one || token.is(Shape::QUOTED)
    }
}

/// Whether somebody has such numbers of many things: goals of a match, of a year and of a life, which a name beside them tells
/// apart more often than a pronoun.
fn is_of_many(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Count | Kind::Measure | Kind::Score | Kind::Ordinal
    )
}

fn is_person(mention: &Mention) -> bool {
    mention.value.kind() == Kind::Person
}

/// Leaves out the matches that took one of the mentions `pronouns` for anything but of whom something is told.
pub(in crate::claim) fn settle(rules: &RuleSet, pronouns: &Range<usize>, matches: &mut Vec<Match>) {
    matches.retain(|found| {
        let taken = found.captures.iter();
        let mut taken = taken.filter(|c| c.mention.is_some_and(|at| pronouns.contains(&at)));
        let asked = |rule: usize| rules.claims.get(rule).filter(|rule| !is_of_many(rule.kind));
        let per = |rule: usize| asked(rule).and_then(|rule| rule.per);
        // "Ann Lee taught music. She was shot": one of those who were.
        let one_of_many = |rule: usize| {
            let rule = rules.claims.get(rule)?;
            let many = rule.kind == Kind::Person && rule.how_many == HowMany::Many;
            many.then_some(rule.capture)
        };
        let opening = || {
            rules
                .patterns
                .get(found.pattern as usize)
                .and_then(|p| p.opening)
        };
        match rules.purpose(found) {
            Some(Purpose::Find(rule)) => taken.all(|c| {
                let name = if c.name == OPENING {
                    opening()
                } else {
                    Some(c.name)
                };
                name.is_some() && (name == per(rule) || name == one_of_many(rule))
            }),
            Some(Purpose::Unless(rule)) => taken.next().is_none() || per(rule).is_some(),
            _ => taken.next().is_none(),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention;
    use crate::text::Source;

    /// Checks whom the pronouns of `text` stand for.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let source = Source::new("a", text);
        let document = Document::parse(&source);
        let mentions = mention::read(&document);
        let found = read(&document, &mentions);
        let names: Vec<String> = found.iter().map(|m| m.value.to_string()).collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn an_age_is_no_family_s() {
        for text in [
            "Ellen Marsh's family wept. The 16-year-old was shot.",
            "The friends of Ellen Marsh wept. The 16-year-old was shot.",
        ] {
            check(text, &["Ellen Marsh"]);
        }
        check("Ellen Marsh's son wept. The 16-year-old was shot.", &[]);
    }

    #[test]
    fn a_pronoun_is_the_one_whom_the_sentence_before_is_about() {
        check(
            "Ellen Marsh runs the mill. She was born in Leeds.",
            &["Ellen Marsh"],
        );
        check(
            "Ellen Marsh runs the mill with her brothers. She was born in Leeds.",
            &["Ellen Marsh"],
        );
    }

    #[test]
    fn a_pronoun_may_stand_behind_when_or_where() {
        check(
            "Ellen Marsh told police so. On Monday she was hurt.",
            &["Ellen Marsh"],
        );
        check(
            "Ellen Marsh runs the mill. The nurse said she was hurt.",
            &[],
        );
    }

    #[test]
    fn a_pronoun_that_may_be_somebody_else_is_nobody() {
        check("Ellen Marsh met Nora Bright. She was born in Leeds.", &[]);
        check("Ellen Marsh met the driver. She was born in Leeds.", &[]);
        check(
            "The mill belongs to Ellen Marsh. She was born in Leeds.",
            &[],
        );
        check("Ellen Marsh fed his goats. She was born in Leeds.", &[]);
        check("Ellen Marsh runs the mill. It was built in Leeds.", &[]);
    }
}
