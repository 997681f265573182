//! Who did it: the subject of the headline, else the name that headline and text share, else the subject of the lead.

use super::actor::{Actor, actor, actors, described, piece_end};
use super::clause::{Clause, ClauseReader};
use super::page::{StoryPage, can_act};
use super::place::is_facility;
use super::words::Class;
use crate::document::{Shape, Word};
use crate::mention::Mention;
use crate::value::Kind;
use std::ops::Range;

/// What the headline or the lead says, and of whom.
#[derive(Clone, Debug)]
pub(super) struct WhoDidWhat {
    /// The clause that says it, if one was understood.
    pub(super) clause: Option<Clause>,
    /// Who does it, first of all the subject.
    pub(super) actors: Vec<Actor>,
    /// Whether they are its subject, and not those to whom it is done.
    pub(super) they_do: bool,
}

/// As many are told.
const MOST: usize = 4;
/// Of so many sentences the lead is one.
const SENTENCES: usize = 5;
/// A name of the headline must be in the article so often.
const REPEATED: usize = 2;

/// Who did it.
pub(super) fn who(page: &StoryPage<'_>) -> WhoDidWhat {
    let lead = || {
        let mut sentences = page.by_weight().take(SENTENCES);
        let doers = |s| doers(&ClauseReader::new(page, s, false));
        sentences.find_map(|s| doers(s).filter(|(_, actors)| !are_voices(page, actors)))
    };
    let named = || {
        named_most(page)
            .or_else(|| owner(page))
            .map(|actor| (None, vec![actor]))
    };
    let by_clause = |(clause, actors): (Clause, Vec<Actor>)| (Some(clause), actors);
    let speaker = || speaker(page).map(|actor| (None, vec![actor]));
    let headline = speaker()
        .or_else(|| in_headline(page).map(by_clause))
        .or_else(named);
    let found = headline.or_else(|| lead().map(by_clause));
    let (clause, mut found) = found.unwrap_or_else(|| (any_clause(page), Vec::new()));
    for actor in in_any_headline(page).map(Actor::of) {
        if !found.iter().any(|known| known.is(&actor)) {
            found.push(actor);
        }
    }
    found.truncate(MOST);
    let subject = clause.as_ref().map(|clause| clause.subject.clone());
    let first = found.first().map(|actor| actor.tokens.start);
    WhoDidWhat {
        they_do: subject
            .zip(first)
            .is_some_and(|(subject, first)| subject.contains(&first)),
        clause,
        actors: found,
    }
}

/// What the headline or the lead says, be it of nobody: "Snow falls in the hills".
fn any_clause(page: &StoryPage<'_>) -> Option<Clause> {
    let mut headline = parts(page).into_iter().map(|part| (part, true));
    let mut lead = page.by_weight().take(1).map(|sentence| (sentence, false));
    let clause = |(part, headline)| ClauseReader::new(page, part, headline).clause();
    headline.find_map(clause).or_else(|| lead.find_map(clause))
}

/// Of one sentence or part of a headline: the clause, and who does what it says. What police, officials or witnesses say is
/// told of others; what has no doer, of those to whom it is done.
fn doers(reading: &ClauseReader<'_>) -> Option<(Clause, Vec<Actor>)> {
    let page = reading.page;
    let clause = reading.clause()?;
    let subject = actors(page, &clause.subject);
    let speaks = page.is(clause.verb, Class::Say);
    if speaks && !subject.iter().any(Actor::is_named) {
        let last = subject
            .first()
            .and_then(|actor| actor.tokens.end.checked_sub(1));
        if last.is_none_or(|last| page.is(last, Class::Source)) {
            let said = reading.said(&clause)?;
            let subject = actors(page, &said.subject);
            return told_of(page, said, subject);
        }
    }
    if subject.is_empty() && reading.headline && is_number(page, &clause.subject) {
        let these = described(page, clause.subject.clone(), Kind::Person);
        return Some((clause, vec![these]));
    }
    told_of(page, clause, subject)
}

/// "Two killed", "3 hurt": a number alone, before what is done to so many.
fn is_number(page: &StoryPage<'_>, subject: &Range<usize>) -> bool {
    subject.len() == 1 && counts(page, subject.start) && page.is(subject.end, Class::Past)
}

/// "Two", "3", "dozens".
fn counts(page: &StoryPage<'_>, at: usize) -> bool {
    page.is_shaped(at, Shape::NUMBER)
        || page.is(at, Class::Quantity)
        || page
            .mention_at(at)
            .is_some_and(|m| m.value.kind() == Kind::Count)
}

/// "The mayor's resignation", "Ann Lee's trial": whose it is.
fn owner(page: &StoryPage<'_>) -> Option<Actor> {
    parts(page).into_iter().find_map(|part| {
        let owns = |at: &usize| {
            page.is_shaped(*at, Shape::POSSESSIVE)
                && (at + 1..part.end.min(at + 3)).any(|at| page.is(at, Class::Fate))
        };
        let end = part.clone().find(owns)?;
        let start = (part.start..end)
            .rev()
            .find(|at| page.is(*at, Class::Preposition) || page.is(*at, Class::Relative));
        actor(page, start.map_or(part.start, |at| at + 1)..end, false)
    })
}

/// Whether they are those who only tell of it.
fn are_voices(page: &StoryPage<'_>, actors: &[Actor]) -> bool {
    actors.iter().all(|actor| {
        let last = actor.tokens.end.saturating_sub(1);
        !actor.is_named() && page.is(last, Class::Voice)
    })
}

/// A clause with its doers, or else with those to whom it is done: "A fire killed two miners".
fn told_of(
    page: &StoryPage<'_>,
    clause: Clause,
    doers: Vec<Actor>,
) -> Option<(Clause, Vec<Actor>)> {
    if !doers.is_empty() {
        return Some((clause, doers));
    }
    let sufferers = sufferers(page, &clause);
    (!sufferers.is_empty()).then_some((clause, sufferers))
}

/// Those named or described right after the verb; after a verb of harm a number counts people.
fn sufferers(page: &StoryPage<'_>, clause: &Clause) -> Vec<Actor> {
    // "Race to save boy": the verb is "save".
    let start = clause.verb + 1 + usize::from(page.is_word(clause.verb, "to"));
    if page.is(clause.verb, Class::Aux) {
        return Vec::new();
    }
    let number = page.is(clause.verb, Class::Harm) && counts(page, start);
    if number && piece_end(page, start..clause.end) == start + 1 {
        return vec![described(page, start..start + 1, Kind::Person)];
    }
    let end = (start..clause.end).find(|at| page.is_word(*at, ","));
    actors(page, &(start..end.unwrap_or(clause.end)))
}

/// The headline's clause whose subject is somebody; one with a name before one without.
fn in_headline(page: &StoryPage<'_>) -> Option<(Clause, Vec<Actor>)> {
    let parts = parts(page);
    let asides = || parts.iter().filter_map(|part| aside(page, part)).collect();
    best_of(page, parts.clone()).or_else(|| best_of(page, asides()))
}

/// What follows "as", "after", "but": "Tears of joy as Harbour FC win".
fn aside(page: &StoryPage<'_>, part: &Range<usize>) -> Option<Range<usize>> {
    let opens = |at: &usize| page.is(*at, Class::Relative) || page.is_word(*at, "but");
    let open = (part.start + 1..part.end).find(opens)?;
    Some(open + 1..part.end)
}

/// The first part whose subject is somebody with a name, else the first with somebody.
fn best_of(page: &StoryPage<'_>, parts: Vec<Range<usize>>) -> Option<(Clause, Vec<Actor>)> {
    let mut best: Option<(Clause, Vec<Actor>)> = None;
    for part in parts {
        let Some((clause, actors)) = doers(&ClauseReader::new(page, part, true)) else {
            continue;
        };
        let named = actors.iter().any(Actor::is_named);
        let better = match &best {
            None => !actors.is_empty(),
            Some((_, known)) => named && !known.iter().any(Actor::is_named),
        };
        if better {
            best = Some((clause, actors));
        }
    }
    best
}

/// Who says what the headline says after a colon: "Olsen: Port stays closed", "Olsen to rivals: …".
fn speaker(page: &StoryPage<'_>) -> Option<Actor> {
    let part = parts(page).into_iter().next()?;
    let mention = page
        .mention_at(part.start)
        .filter(|m| can_act(m) && m.value.kind() != Kind::Country)?;
    let end = mention.tokens.end;
    let alone = end == part.end || page.is(end, Class::Preposition);
    let label = page.is_word(part.end, ":")
        && alone
        && ClauseReader::new(page, part, true).clause().is_none();
    label.then(|| Actor::of(mention))
}

/// The parts of the headline: what a colon, a dash or a semicolon sets apart ("Harbour fire: Two held").
pub(super) fn parts(page: &StoryPage<'_>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    for sentence in &page.headline {
        let mut start = sentence.start;
        for at in sentence.clone() {
            let parts_here = page.token(at).is_some_and(|t| {
                let sign = t.is(Shape::PUNCTUATION);
                let dash = t.word == Word::of("-") && !t.is(Shape::GLUED);
                sign && (dash
                    || t.word == Word::of("|")
                    || t.word == Word::of(":")
                    || t.word == Word::of(";"))
            });
            if parts_here {
                parts.push(start..at);
                start = at + 1;
            }
        }
        parts.push(start..sentence.end);
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Those whom the headline names, be it as those to whom something is done.
fn in_any_headline<'a>(page: &StoryPage<'a>) -> impl Iterator<Item = &'a Mention> {
    let mut end = 0;
    let mentions: Vec<&Mention> = page
        .headline
        .iter()
        .flat_map(|sentence| page.mentions_in(sentence.clone()))
        .filter(|m| {
            let outer = m.tokens.start >= end;
            end = end.max(m.tokens.end);
            let scene = is_facility(page, &m.tokens)
                && m.tokens.start > 0
                && page.is(m.tokens.start - 1, Class::Determiner);
            outer && can_act(m) && m.value.kind() != Kind::Country && !scene
        })
        .collect();
    mentions.into_iter()
}

/// The name of the headline that the article repeats most.
fn named_most(page: &StoryPage<'_>) -> Option<Actor> {
    let free = |m: &&Mention| {
        let bracketed = m.tokens.start > 0 && page.is_word(m.tokens.start - 1, "(");
        !bracketed && !page.is_shaped(m.tokens.end, Shape::POSSESSIVE)
    };
    let named = in_any_headline(page)
        .filter(free)
        .filter(|m| Actor::of(m).is_named());
    let counted = named.map(|m| (page.times_named(m), m));
    let often = counted.filter(|(times, _)| *times >= REPEATED);
    let best = often.max_by_key(|(times, m)| (*times, std::cmp::Reverse(m.tokens.start)));
    best.map(|(_, mention)| Actor::of(mention))
}
