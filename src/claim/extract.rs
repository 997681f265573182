//! From matches to claims: values taken, doubtful finds dropped, events, speakers and certainty given.

use super::certainty::{Certainty, Cues};
use super::speaker::{Speakers, Voice};
use super::{Account, Claim, enumeration, event, label, sum, tie};
use crate::document::{Document, Region, Sentence, Shape};
use crate::mention::{self, Mention};
use crate::rule::{
    BoundTo, Captured, ClaimRule, HowMany, Match, NameId, OPENING, PatternId, Purpose, RuleSet,
};
use crate::text::Span;
use crate::value::{Kind, Value, date};
use std::ops::Range;

/// A claim before it has its event.
#[derive(Clone)]
pub(super) struct Draft {
    pub(super) rule: usize,
    pub(super) value: Value,
    /// Tokens of the value.
    pub(super) tokens: Range<usize>,
    /// Tokens of the whole match.
    pub(super) matched: Range<usize>,
    pub(super) about: Option<Value>,
    pub(super) pattern: PatternId,
    pub(super) certainty: Certainty,
    pub(super) negated: bool,
    /// Whether it is asserted and not negated.
    pub(super) stated: bool,
    pub(super) event: Option<usize>,
    pub(super) trigger_in_sentence: bool,
}

/// Reads an article: its mentions, events and claims.
pub fn extract<'s>(document: Document<'s>, rules: &RuleSet) -> Account<'s> {
    let mentions = mention::read(&document, rules.known.find(&document));
    let matches = rules.automaton.scan(&document, &mentions);
    let cues = Cues::new(&document, rules, &matches);
    let speakers = Speakers::new(&document, rules, &mentions, &matches);
    let mut drafts = drafts(&document, rules, &mentions, &matches, &cues);
    let events = event::find(&document, rules, &matches, &mut drafts);
    tie::put_firmest_first(&document, rules, &mut drafts);
    let published = date::anchor(&document).map(|anchor| anchor.day);
    let claims = drafts
        .into_iter()
        .filter_map(|draft| claim(&document, rules, &speakers, draft))
        .collect();
    Account {
        mentions,
        events,
        claims,
        published,
        document,
    }
}

fn drafts(
    document: &Document<'_>,
    rules: &RuleSet,
    mentions: &[Mention],
    matches: &[Match],
    cues: &Cues<'_>,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for found in matches {
        let Some(Purpose::Find(rule)) = rules
            .patterns
            .get(found.pattern as usize)
            .map(|p| p.purpose)
        else {
            continue;
        };
        if let Some((draft, mention)) = draft(document, rules, mentions, cues, found, rule)
            .filter(|_| !taken_back(rules, matches, found, rule))
        {
            let listed = mention.map_or_else(Vec::new, |at| listed(document, mentions, &draft, at));
            drafts.push(draft);
            drafts.extend(listed);
        }
    }
    keep_longest(drafts)
}

/// The same claim of the others in the list in which mention `at`, the value of `draft`, stands.
fn listed(document: &Document<'_>, mentions: &[Mention], draft: &Draft, at: usize) -> Vec<Draft> {
    let others = enumeration::others(document, mentions, at).into_iter();
    others
        .filter_map(|other| mentions.get(other))
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
) -> Option<(Draft, Option<usize>)> {
    let claim = rules.claims.get(rule)?;
    let opening = rules.patterns.get(found.pattern as usize)?.opening;
    let captures = |name: NameId| {
        let named =
            move |c: &&Captured| c.name == name || (c.name == OPENING && opening == Some(name));
        found.captures.iter().filter(named)
    };
    let captured = captures(claim.capture).next()?;
    let mut value = value_of(document, rules, mentions, claim, captured)?;
    let mut tokens = captured.tokens.clone();
    for part in captures(claim.capture).skip(1) {
        value = sum::of(&value, &value_of(document, rules, mentions, claim, part)?)?;
        tokens.end = tokens.end.max(part.tokens.end);
    }
    let about = claim.per.map(|per| {
        captures(per)
            .next()
            .and_then(|c| value_of(document, rules, mentions, claim, c))
    });
    let about = match about {
        Some(None) => return None,
        Some(some) => some,
        None => None,
    };
    if is_moment_of_speech(document, rules, captured) || !answers(claim, &value) {
        return None;
    }
    let (certainty, negated) = cues.judge(found);
    let listable = captured.mention.filter(|_| claim.how_many == HowMany::Many);
    let draft = Draft {
        rule,
        value,
        tokens,
        matched: found.tokens.clone(),
        about,
        pattern: found.pattern,
        certainty,
        negated,
        stated: certainty == Certainty::Asserted && !negated,
        event: None,
        trigger_in_sentence: false,
    };
    Some((draft, listable))
}

/// Whether a value says what the claim asks: "at 4 p.m." and "recently" tell no day.
fn answers(claim: &ClaimRule, value: &Value) -> bool {
    match value {
        Value::Time(time) if claim.kind == Kind::Date => {
            !time.timex.starts_with('T') && !time.timex.ends_with("_REF")
        }
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
        Some(label) => rules
            .labels
            .get(label as usize)
            .map(|l| label::value(l, claim)),
        None => Some(Value::Text(
            document.slice(captured.tokens.clone()).to_owned(),
        )),
    }
}

/// Whether an `unless` pattern of the claim overlaps the match and holds the value as closely as the match does.
fn taken_back(rules: &RuleSet, matches: &[Match], found: &Match, rule: usize) -> bool {
    matches.iter().any(|m| {
        let unless = rules
            .patterns
            .get(m.pattern as usize)
            .is_some_and(|p| p.purpose == Purpose::Unless(rule));
        let overlaps = m.tokens.start < found.tokens.end && found.tokens.start < m.tokens.end;
        unless && overlaps && !reaches_over(m, found)
    })
}

/// Whether an exception passes in a gap over what ties the value to the match: in "charged after the shooting on Friday"
/// the day of "shooting … Friday" is not that of "charged … Friday".
fn reaches_over(exception: &Match, found: &Match) -> bool {
    let start = found.tokens.start;
    let skips = exception
        .skipped
        .iter()
        .any(|gap| gap.contains(&start) && gap.end <= found.tokens.end);
    let ends_within = !exception.skipped.is_empty() && exception.tokens.end < found.tokens.end;
    skips || ends_within
}

/// Of drafts of one claim whose values overlap, keeps that with the longest value ("video link" is not also "video"),
/// then one tied by words of its pattern, then the shortest match.
fn keep_longest(mut drafts: Vec<Draft>) -> Vec<Draft> {
    drafts.sort_by_key(|d| {
        (
            d.rule,
            std::cmp::Reverse(d.tokens.len()),
            d.matched == d.tokens,
            d.matched.len(),
            d.tokens.start,
            d.pattern,
        )
    });
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let covered = |k: &Draft| {
            k.rule == draft.rule
                && k.about == draft.about
                && k.tokens.start < draft.tokens.end
                && draft.tokens.start < k.tokens.end
        };
        if !kept.iter().any(covered) {
            kept.push(draft);
        }
    }
    kept.sort_by_key(|d| (d.tokens.start, d.rule));
    kept
}

fn claim(
    document: &Document<'_>,
    rules: &RuleSet,
    speakers: &Speakers<'_>,
    draft: Draft,
) -> Option<Claim> {
    let rule = rules.claims.get(draft.rule)?;
    let has_event = rules.packs.get(rule.pack)?.event.is_some();
    let event = match rule.bound_to {
        BoundTo::Article => None,
        BoundTo::Event if has_event => Some(draft.event?),
        BoundTo::EventInSentence if has_event => {
            Some(draft.event.filter(|_| draft.trigger_in_sentence)?)
        }
        _ => None,
    };
    let speaker = speakers.of(&draft.matched);
    let reported = speaker.name.is_some() || speaker.voice != Voice::Article;
    let certainty = if draft.certainty == Certainty::Asserted && reported {
        Certainty::Reported
    } else {
        draft.certainty
    };
    let sentence = document
        .sentences
        .get(document.sentence_at(draft.tokens.start)?)?;
    let span = shown_at(document, &draft, sentence)?;
    Some(Claim {
        rule: draft.rule,
        event,
        about: draft.about,
        value: draft.value,
        span,
        evidence: document.span(draft.matched)?,
        tokens: draft.tokens,
        quote: sentence.span,
        speaker,
        certainty,
        negated: draft.negated,
        as_of: None,
        pattern: draft.pattern,
    })
}

/// The bytes that show a claim's value. In an embedded post a date that was counted from the day of posting ("today") is
/// shown at that day, which the signature names.
fn shown_at(document: &Document<'_>, draft: &Draft, sentence: &Sentence) -> Option<Span> {
    let own = document.span(draft.tokens.clone())?;
    let post = sentence
        .post
        .filter(|_| sentence.region == Region::Post)
        .and_then(|p| document.posts.get(p));
    match (post, &draft.value) {
        (Some(post), Value::Time(_))
            if !draft
                .tokens
                .clone()
                .any(|at| document.tokens.get(at).is_some_and(|t| t.is(Shape::NUMBER))) =>
        {
            document.span(post.date.clone())
        }
        _ => Some(own),
    }
}
