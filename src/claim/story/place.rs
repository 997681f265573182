//! Where it happened: the place that a word like "in" or "at" ties to the headline or the lead, else that of the dateline.

use super::page::StoryPage;
use super::words::{self, Class};
use crate::document::{Shape, Word, fold};
use crate::mention::Mention;
use crate::value::{Kind, Name, Value};
use std::ops::Range;

/// A place, and the words that name it.
#[derive(Clone, Debug)]
pub(super) struct Scene {
    pub(super) tokens: Range<usize>,
    pub(super) value: Value,
}

/// How many words may stand between "in" and the place: "in the northern town of".
const BETWEEN: usize = 5;
/// So many sentences of the lead tell where.
const SENTENCES: usize = 4;

/// Where it happened.
pub(super) fn place(page: &StoryPage<'_>) -> Option<Scene> {
    let headline = page.headline.iter().flat_map(|s| scenes(page, s)).next();
    let lead: Vec<Vec<Scene>> = page
        .by_weight()
        .take(SENTENCES)
        .map(|sentence| scenes(page, &sentence))
        .collect();
    if let Some(headline) = headline {
        let narrower = lead
            .iter()
            .flatten()
            .find(|scene| lies_in(scene, &headline));
        return Some(narrower.cloned().unwrap_or(headline));
    }
    let is_country = |scene: &&Scene| scene.value.kind() == Kind::Country;
    let first = lead.iter().flatten().find(|scene| !is_country(scene));
    let first = first.or_else(|| lead.iter().flatten().next());
    let first = first.cloned().or_else(|| dateline(page));
    first.or_else(|| before_noun(page))
}

/// The places of a sentence at which something happens, in order.
fn scenes(page: &StoryPage<'_>, sentence: &Range<usize>) -> Vec<Scene> {
    let mut scenes = Vec::new();
    let mut end = 0;
    for mention in page.mentions_in(sentence.clone()) {
        if mention.tokens.start < end {
            continue;
        }
        let scene = scene(page, sentence, mention);
        if scene.is_some() || !matches!(mention.value.kind(), Kind::Person) {
            end = mention.tokens.end;
        }
        scenes.extend(scene);
    }
    if scenes.is_empty() {
        scenes.extend(facility(page, sentence));
    }
    scenes
}

/// The place that a mention names, if something happens there.
fn scene(page: &StoryPage<'_>, sentence: &Range<usize>, mention: &Mention) -> Option<Scene> {
    let value = match mention.value.kind() {
        Kind::Country if is_people(page, mention) => return None,
        Kind::Place | Kind::Country => mention.value.clone(),
        Kind::Organisation | Kind::Body if is_facility(page, &mention.tokens) => {
            as_place(page.document.slice(mention.tokens.clone()))
        }
        _ => return None,
    };
    let tokens = mention.tokens.clone();
    (is_free(page, &tokens) && is_located(page, sentence, tokens.start))
        .then_some(Scene { tokens, value })
}

/// A place of the public whose name no table has: "at Kestrel Field".
fn facility(page: &StoryPage<'_>, sentence: &Range<usize>) -> Option<Scene> {
    sentence.clone().find_map(|last| {
        let named = page.is(last, Class::Facility) && page.is_shaped(last, Shape::CAPITAL);
        if !named {
            return None;
        }
        let capital = |at: &usize| {
            *at > sentence.start
                && page.is_shaped(*at - 1, Shape::CAPITAL)
                && page.is_shaped(*at - 1, Shape::WORD)
                && !page.is(*at - 1, Class::Determiner)
        };
        let mut start = last;
        while capital(&start) {
            start -= 1;
        }
        let tokens = start..last + 1;
        let free = start < last && is_free(page, &tokens);
        let named = page.mentions_in(start..last + 1).next().is_none();
        (free && named && is_located(page, sentence, start)).then(|| Scene {
            value: as_place(page.document.slice(tokens.clone())),
            tokens,
        })
    })
}

/// "Many Americans": those who live there.
fn is_people(page: &StoryPage<'_>, mention: &Mention) -> bool {
    let text = page.document.slice(mention.tokens.clone());
    let name = match &mention.value {
        Value::Name(name) => name.name.as_deref(),
        _ => None,
    };
    text.ends_with('s') && name.is_some_and(|name| fold(name) != fold(text))
}

pub(super) fn is_facility(page: &StoryPage<'_>, tokens: &Range<usize>) -> bool {
    tokens
        .end
        .checked_sub(1)
        .is_some_and(|last| page.is(last, Class::Facility))
}

fn as_place(text: &str) -> Value {
    Value::Name(Name {
        kind: Kind::Place,
        name: Some(text.to_owned()),
        role: None,
        of: None,
        parts: vec![text.to_owned()],
    })
}

/// Whether a name stands for itself and not before a noun ("the Leeds hospital", "Leeds's").
fn is_free(page: &StoryPage<'_>, tokens: &Range<usize>) -> bool {
    let Some(next) = page.token(tokens.end) else {
        return true;
    };
    if next.is(Shape::POSSESSIVE) {
        return false;
    }
    let noun = next.is(Shape::WORD)
        && !next.is(Shape::CAPITAL)
        && ![
            Class::Preposition,
            Class::Adverb,
            Class::Aux,
            Class::Relative,
            Class::Determiner,
            Class::Past,
            Class::Opener,
            Class::Pronoun,
        ]
        .iter()
        .any(|class| words::is(next.word, *class))
        && next.word != Word::of("or")
        && !page.document.text(next).ends_with("ing")
        && !page.document.text(next).ends_with("ly");
    !noun && !next.is(Shape::QUOTED)
}

/// Whether "in", "at", "near" stands before a place, with no verb, sign or other name between, and not in a clause about
/// somebody ("who was born in").
fn is_located(page: &StoryPage<'_>, sentence: &Range<usize>, start: usize) -> bool {
    let first = start.saturating_sub(BETWEEN).max(sentence.start);
    let at = (first..start).rev().find(|at| {
        page.is(*at, Class::Locative)
            || page.is_shaped(*at, Shape::PUNCTUATION)
            || page.is(*at, Class::Past)
            || page.is(*at, Class::Aux)
            || page.is(*at, Class::Preposition) && !page.is_word(*at, "of")
    });
    let Some(at) = at.filter(|at| page.is(*at, Class::Locative)) else {
        return false;
    };
    let crossed = page
        .mentions_in(at + 1..start)
        .any(|m| m.tokens.end <= start && m.value.kind() != Kind::Country);
    !crossed && !is_aside(page, sentence, at)
}

/// Whether "who", "whose" stands before in the same clause, or a quotation is open.
pub(super) fn is_aside(page: &StoryPage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let clause = (sentence.start..at)
        .rev()
        .take_while(|at| !page.is_word(*at, ","));
    let quotes = || {
        (sentence.start..at)
            .filter(|at| page.is_shaped(*at, Shape::QUOTE_MARK))
            .count()
    };
    page.is_shaped(at, Shape::QUOTED)
        || page.is_shaped(sentence.start, Shape::QUOTE_MARK) && quotes() == 1
        || clause.into_iter().any(|at| page.is(at, Class::Who))
}

/// Whether a place of the lead is in that of the headline: it names it and more.
fn lies_in(scene: &Scene, wide: &Scene) -> bool {
    let parts = |scene: &Scene| match &scene.value {
        Value::Name(name) => (name.name.clone().unwrap_or_default(), name.parts.clone()),
        _ => (String::new(), Vec::new()),
    };
    let ((_, narrow), (name, parts)) = (parts(scene), parts(wide));
    let wide = fold(parts.first().unwrap_or(&name));
    !wide.is_empty() && narrow.len() > 1 && narrow.iter().skip(1).any(|part| fold(part) == wide)
}

/// The place that a headline puts before a noun: "Harbour town ferry fire".
fn before_noun(page: &StoryPage<'_>) -> Option<Scene> {
    let mut mentions = page
        .headline
        .iter()
        .flat_map(|s| page.mentions_in(s.clone()));
    let place = mentions.find(|m| {
        m.value.kind() == Kind::Place && !page.is_shaped(m.tokens.end, Shape::POSSESSIVE)
    })?;
    Some(Scene {
        tokens: place.tokens.clone(),
        value: place.value.clone(),
    })
}

/// The place of the dateline: one that is known, else its first words in capitals.
fn dateline(page: &StoryPage<'_>) -> Option<Scene> {
    let line = page.dateline.clone()?;
    let mut mentions = page.mentions_in(line.clone());
    if let Some(place) = mentions.find(|m| matches!(m.value.kind(), Kind::Place | Kind::Country)) {
        return Some(Scene {
            tokens: place.tokens.clone(),
            value: place.value.clone(),
        });
    }
    let start = line.clone().find(|at| page.is_shouted(*at))?;
    let end = (start..line.end).find(|at| !page.is_shouted(*at))?;
    let tokens = start..end;
    Some(Scene {
        value: as_place(page.document.slice(tokens.clone())),
        tokens,
    })
}
