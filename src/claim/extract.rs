//! From matches to drafts of claims: values taken, doubtful finds dropped, events given; `settle` makes claims of them.

use super::circumstance::certainty::{Certainty, Cues};
use super::circumstance::speaker::Speakers;
use super::draft::exception::{Exceptions, Find};
use super::draft::{self, Draft, Told, counted, enumeration, label, other, sum};
use super::party::{self, Lists};
use super::settle::{Article, today};
use super::somebody::{self, pronoun};
use super::{Account, Dropped, Why, event, story};
use crate::document::{Document, Shape};
use crate::mention::{self, Mention};
use crate::rule::{Captured, ClaimRule, HowMany, Match, NameId, OPENING, Purpose, RuleSet};
use crate::value::{Kind, Value, date};
use std::ops::Range;

/// Reads an article: its mentions, events and claims.
pub fn extract<'s>(document: Document<'s>, rules: &RuleSet) -> Account<'s> {
    let mut mentions = mention::read_with(&document, rules.known.find(&document));
    let finds = finds(&document, &mut mentions, rules, RuleSet::matches);
    read(document, mentions, &finds, rules).0
}

/// The finds in an article that gave no claim, for those who ask why.
pub fn dropped(account: &Account<'_>, rules: &RuleSet) -> Vec<Dropped> {
    let (document, mut mentions) = (account.document.clone(), account.mentions.clone());
    // Also those that await an event which the article does not tell of.
    let finds = finds(&document, &mut mentions, rules, RuleSet::all_matches);
    read(document, mentions, &finds, rules).1
}

/// What patterns find in a document.
struct Finds {
    matches: Vec<Match>,
    lists: Lists,
    /// So many of the mentions are values of the text.
    own: usize,
}

/// The finds in a document. People without a name, pronouns, and lists of people, which count them for the patterns and are no values
/// of the text, are added behind the mentions.
fn finds(
    document: &Document<'_>,
    mentions: &mut Vec<Mention>,
    rules: &RuleSet,
    scan: impl Fn(&RuleSet, &Document<'_>, &[Mention]) -> Vec<Match>,
) -> Finds {
    let own = mentions.len();
    let mut lists = party::lists(document, mentions);
    mentions.extend(somebody::read(document, mentions));
    let unnamed = mentions.len();
    let pronouns = pronoun::read(document, mentions.get(..own).unwrap_or(&[]));
    mentions.extend(pronouns);
    let first = mentions.len();
    let counts = lists.counts.len();
    mentions.append(&mut lists.counts);
    mentions.append(&mut lists.people);
    let mut matches = scan(rules, document, mentions);
    somebody::settle(rules, &(own..unnamed), &mut matches);
    pronoun::settle(rules, &(unnamed..first), &mut matches);
    party::settle(rules, mentions, &lists, (first, counts), &mut matches);
    Finds {
        matches,
        lists,
        own,
    }
}

/// What an article claims by these finds, and those that gave no claim.
fn read<'s>(
    document: Document<'s>,
    mut mentions: Vec<Mention>,
    finds: &Finds,
    rules: &RuleSet,
) -> (Account<'s>, Vec<Dropped>) {
    let matches = &finds.matches;
    let cues = Cues::new(
        &document,
        rules,
        mentions.get(..finds.own).unwrap_or(&[]),
        matches,
    );
    let speakers = Speakers::new(&document, rules, &mentions, matches);
    let mut dropped = Vec::new();
    let mut drafts = drafts(&document, rules, &mentions, finds, &cues, &mut dropped);
    mentions.truncate(finds.own);
    somebody::ages(&document, rules, &mentions, &mut drafts);
    let mut events = event::find(&document, rules, matches, &mut drafts);
    let published = date::anchor(&document).map(|anchor| anchor.day);
    let article = Article {
        document: &document,
        rules,
        mentions: &mentions,
        matches,
        published,
    };
    article.settle(&mut events, &mut drafts, &mut dropped);
    let claims = article.claims(&speakers, drafts, &mut dropped);
    let story = story::tell(
        &document,
        &mentions,
        rules,
        &speakers,
        events.len(),
        published,
    );
    let account = Account {
        document,
        mentions,
        events,
        claims,
        story,
        speakers,
        published,
    };
    (account, dropped)
}

fn drafts(
    document: &Document<'_>,
    rules: &RuleSet,
    mentions: &[Mention],
    finds: &Finds,
    cues: &Cues<'_>,
    dropped: &mut Vec<Dropped>,
) -> Vec<Draft> {
    let Finds { matches, lists, .. } = finds;
    let exceptions = Exceptions::new(document, rules, matches);
    let mut drafts = Vec::new();
    for found in matches {
        let Some(Purpose::Find(rule)) = rules.purpose(found) else {
            continue;
        };
        let draft = draft(document, rules, mentions, cues, found, rule);
        let kept = draft.and_then(|drafted| {
            let draft = &drafted.0;
            match exceptions.of(&Find { found, draft }) {
                Some(pattern) => Err(Why::TakenBack(pattern)),
                None => Ok(drafted),
            }
        });
        match kept {
            Ok((draft, mention)) => {
                let bare = draft.told == Told::Bare;
                let find = Find {
                    found,
                    draft: &draft,
                };
                let doubtful =
                    exceptions.doubts(&find, bare) || bare && today::is_stamp(document, &draft);
                let told = if doubtful {
                    Told::Doubtfully
                } else {
                    draft.told
                };
                let draft = Draft { told, ..draft };
                let listed = mention
                    .map_or_else(Vec::new, |at| listed(document, mentions, lists, &draft, at));
                drafts.push(draft);
                drafts.extend(listed);
            }
            Err(why) => dropped.push(Dropped {
                rule,
                pattern: Some(found.pattern),
                tokens: found.tokens.clone(),
                why,
            }),
        }
    }
    draft::keep_longest(document, drafts, dropped)
}

/// The same claim of the others in the list in which mention `at`, the value of `draft`, stands.
fn listed(
    document: &Document<'_>,
    mentions: &[Mention],
    lists: &Lists,
    draft: &Draft,
    at: usize,
) -> Vec<Draft> {
    let others = enumeration::others(document, mentions, at).into_iter();
    let others = others.filter_map(|other| mentions.get(other));
    let tokens = mentions.get(at).map(|m| &m.tokens);
    let beside = tokens.into_iter().flat_map(|tokens| lists.beside(tokens));
    let beside = beside.filter_map(|tokens| mentions.iter().find(|m| m.tokens == *tokens));
    others
        .chain(beside)
        .map(|mention| Draft {
            value: mention.value.clone(),
            tokens: mention.tokens.clone(),
            ..draft.clone()
        })
        .collect()
}

/// The claim of a match, and the mention that is its value if others listed beside it share the claim.
fn draft(
    document: &Document<'_>,
    rules: &RuleSet,
    mentions: &[Mention],
    cues: &Cues<'_>,
    found: &Match,
    rule: usize,
) -> Result<(Draft, Option<usize>), Why> {
    let claim = rules.claims.get(rule).ok_or(Why::NoValue)?;
    let pattern = rules.patterns.get(found.pattern as usize);
    let opening = pattern.and_then(|p| p.opening);
    let held_by = |name: NameId| {
        let named =
            move |c: &&Captured| c.name == name || (c.name == OPENING && opening == Some(name));
        found.captures.iter().filter(named)
    };
    let value_of = |c: &Captured| value_of(document, rules, mentions, claim, c);
    let captured = held_by(claim.capture).next().ok_or(Why::NoValue)?;
    let values = held_by(claim.capture).map(|c| (value_of(c), &c.tokens));
    let (value, tokens) = summed(values).ok_or(Why::NoValue)?;
    let about = match claim.per {
        Some(per) => Some(held_by(per).next().and_then(value_of).ok_or(Why::NoValue)?),
        None => None,
    };
    if is_moment_of_speech(document, rules, captured) {
        return Err(Why::QuotedMoment);
    }
    if other::is_whose(document, &tokens, &value) || !answers(document, claim, &value, &tokens) {
        return Err(Why::NoValue);
    }
    let is_subject = found.tokens.start == tokens.start;
    if is_subject && other::is_in_clause(document, &tokens, &value) {
        return Err(Why::OfClause);
    }
    let (certainty, negated) = match cues.judge(found) {
        (Certainty::Planned, negated) if claim.plans => (Certainty::Asserted, negated),
        judged => judged,
    };
    let listable = captured.mention.filter(|_| claim.how_many == HowMany::Many);
    let draft = Draft {
        rule,
        value,
        tokens,
        matched: found.tokens.clone(),
        about,
        pattern: Some(found.pattern),
        certainty,
        negated,
        stated: certainty == Certainty::Asserted && !negated,
        event: None,
        trigger_in_sentence: false,
        told: if pattern.is_some_and(|p| is_bare(p.text)) {
            Told::Bare
        } else {
            Told::InWords
        },
    };
    Ok((draft, listable))
}

/// The value of several captures of one name, added up, and the tokens from the first to the last.
fn summed<'c>(
    mut values: impl Iterator<Item = (Option<Value>, &'c Range<usize>)>,
) -> Option<(Value, Range<usize>)> {
    let (first, tokens) = values.next()?;
    let (mut value, mut tokens) = (first?, tokens.clone());
    for (more, part) in values {
        value = sum::of(&value, &more?)?;
        tokens.end = tokens.end.max(part.end);
    }
    Some((value, tokens))
}

/// Whether a pattern is one hole without a word around it.
fn is_bare(pattern: &str) -> bool {
    let inner = pattern.trim().strip_prefix('{');
    inner.is_some_and(|inner| inner.find('}') == Some(inner.len() - 1))
}

/// Whether a value says what the claim asks: "at 4 p.m." and "recently" tell no day.
fn answers(
    document: &Document<'_>,
    claim: &ClaimRule,
    value: &Value,
    tokens: &Range<usize>,
) -> bool {
    match value {
        Value::Time(time) if claim.kind == Kind::Date => {
            !time.timex.starts_with('T') && !time.timex.ends_with("_REF")
        }
        Value::Quantity(quantity) => counted::is_asked_for(document, claim, quantity, tokens),
        _ => true,
    }
}

/// Whether a captured "today" stands between quotation marks: the day is the speaker's, which the article does not tell.
fn is_moment_of_speech(document: &Document<'_>, rules: &RuleSet, captured: &Captured) -> bool {
    let first = document.tokens.get(captured.tokens.start);
    captured.mention.is_some()
        && first.is_some_and(|t| t.is(Shape::QUOTED) && rules.deictic.contains(&t.word))
}

fn value_of(
    document: &Document<'_>,
    rules: &RuleSet,
    mentions: &[Mention],
    claim: &ClaimRule,
    captured: &Captured,
) -> Option<Value> {
    if let Some(mention) = captured.mention {
        return mentions.get(mention).map(|m| m.value.clone());
    }
    match captured.label {
        Some(label) => {
            let label = rules.labels.get(label as usize)?;
            Some(label::value(label, claim))
        }
        None => Some(Value::Text(
            document.slice(captured.tokens.clone()).to_owned(),
        )),
    }
}
