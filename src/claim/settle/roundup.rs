//! Which people a report of several events names for another than the first: "2 dead, 8 wounded in separate shootings. Ana Ruiz was
//! shot in the 300 block of Mill Road. … Luis Holt was hit in the 4000 block of Dock Road".
//!
//! Such a report goes from scene to scene, and each scene has an address of its own. Where the lead of an article speaks of several
//! events and the text of three addresses or more, those who are named only behind the second address are of events of their own. Where somebody
//! lives is no scene.

use super::earlier::{self, Lead};
use crate::claim::draft::Draft;
use crate::claim::event::Event;
use crate::claim::words::List;
use crate::document::{Document, Shape, Word};
use crate::mention::Mention;
use crate::rule::{HowMany, RuleSet};
use crate::value::{Kind, Value};
use rustc_hash::FxHashSet;

/// So many scenes or more make a report one of several events.
const SCENES: usize = 3;
/// So many sentences of an article tell of how many events it reports.
const LEAD: usize = 2;

/// A scene's address: its number and the words after it.
type Address = [Option<Word>; 3];

/// Gives those who are named for another scene than the first an event of their own.
pub(super) fn set_apart(
    document: &Document<'_>,
    rules: &RuleSet,
    mentions: &[Mention],
    events: &mut Vec<Event>,
    drafts: &mut [Draft],
) {
    if !is_of_several(document) {
        return;
    }
    let (scenes, number) = scenes(document);
    if number < SCENES {
        return;
    }
    let lead = Lead::of(document, mentions);
    let scene = |d: &Draft| {
        let sentence = document.sentence_at(d.matched.start)?;
        scenes.get(sentence).copied().flatten()
    };
    for event in 0..events.len() {
        if !events.get(event).is_some_and(|e| e.main) {
            continue;
        }
        let people = |d: &Draft| {
            let rule = rules.claims.get(d.rule);
            let many = rule.is_some_and(|r| r.how_many == HowMany::Many && r.kind == Kind::Person);
            many && d.event == Some(event)
        };
        let name = |d: &Draft| match &d.value {
            Value::Name(name) => name.name.clone(),
            _ => None,
        };
        let of_first: FxHashSet<String> = (drafts.iter())
            .filter(|d| people(d) && scene(d).is_none_or(|scene| scene == 0))
            .filter_map(name)
            .collect();
        for other in 1..number {
            let is_there = |d: &Draft| {
                let named = name(d).is_some_and(|name| {
                    !of_first.contains(&name) && !lead.names.contains(name.as_str())
                });
                named && people(d) && scene(d) == Some(other)
            };
            let moved: Vec<usize> = (drafts.iter().enumerate())
                .filter(|(_, d)| is_there(d))
                .map(|(at, _)| at)
                .collect();
            earlier::move_to_another(document, events, drafts, event, &moved);
        }
    }
}

/// Whether the lead of an article speaks of several events: "weekend shootings".
fn is_of_several(document: &Document<'_>) -> bool {
    let mut lead = document.lead(LEAD);
    lead.any(|at| List::Events.has(document.word(at)))
}

/// The scene of each sentence, by number, and how many there are.
fn scenes(document: &Document<'_>) -> (Vec<Option<usize>>, usize) {
    let mut known: Vec<Address> = Vec::new();
    let mut of_sentences: Vec<Option<usize>> = vec![None; document.sentences.len()];
    let mut current: Option<usize> = None;
    // The paragraph that told an address last: a second one in it begins in its own sentence.
    let mut told: Option<usize> = None;
    for (at, sentence) in document.sentences.iter().enumerate() {
        let address = sentence.tokens.clone().find_map(|at| address(document, at));
        if let Some(address) = address {
            let scene = known.iter().position(|other| *other == address);
            let scene = scene.unwrap_or_else(|| {
                known.push(address);
                known.len() - 1
            });
            if current != Some(scene) && told != Some(sentence.paragraph) {
                let same = |s: &usize| {
                    document.sentences.get(*s).map(|s| s.paragraph) == Some(sentence.paragraph)
                };
                for before in (0..at).rev().take_while(same) {
                    if let Some(of_sentence) = of_sentences.get_mut(before) {
                        *of_sentence = Some(scene);
                    }
                }
            }
            current = Some(scene);
            told = Some(sentence.paragraph);
        }
        if let Some(of_sentence) = of_sentences.get_mut(at) {
            *of_sentence = current;
        }
    }
    (of_sentences, known.len())
}

/// The address of a scene that begins with the number at a token: "in the 4000 block of Dock Road", but not "of the 4000 block",
/// where somebody is from, nor "lives in the 4000 block".
fn address(document: &Document<'_>, at: usize) -> Option<Address> {
    let word = |at: usize| document.word(at);
    let is = |at: usize, list: List| word(at).is_some_and(|w| list.has(w));
    document.tokens.get(at).filter(|t| t.is(Shape::NUMBER))?;
    let block = at + 1 + usize::from(word(at + 1) == Some(Word::of("-")));
    if word(block) != Some(Word::of("block")) {
        return None;
    }
    let before = at.checked_sub(1 + usize::from(is(at.wrapping_sub(1), List::Article)))?;
    let lives = is(before.wrapping_sub(1), List::Lives);
    let scene = is(before, List::Scene) && !lives;
    scene.then(|| [word(at), word(block + 2), word(block + 3)])
}
