//! Word lists and choices: their phrases are an automaton of their own, which all patterns that name them share.

use super::builder::Builder;
use super::element::{Element, ElementId};
use crate::rule::automaton::{Call, ClassId, Edge, NameId, Target};

/// A word list: the words that stand for themselves are one class, the others phrases.
#[derive(Debug)]
pub(in crate::rule) struct List {
    words: Option<ClassId>,
    phrases: Vec<ElementId>,
}

/// The labelled phrases of a choice.
#[derive(Debug)]
pub(in crate::rule) struct Choice {
    phrases: Vec<(u32, ElementId)>,
}

/// The automaton of some phrases.
#[derive(Clone, Copy, Debug)]
pub(in crate::rule) struct Phrases {
    root: u32,
    first: First,
}

/// What some phrases may begin with.
#[derive(Clone, Copy, Debug, Default)]
struct First {
    /// A word of the class.
    words: Option<ClassId>,
    /// A mention.
    mention: bool,
    /// Anything.
    any: bool,
}

impl Builder {
    /// A list of these entries; its number.
    pub(in crate::rule) fn list(&mut self, entries: ElementId) -> u32 {
        let mut list = List {
            words: None,
            phrases: Vec::new(),
        };
        let entries = match self.elements.get(entries) {
            Element::Either(run) => self.elements.items(run),
            _ => std::slice::from_ref(&entries),
        };
        for entry in entries {
            match self.elements.get(*entry) {
                Element::Class(class) => list.words = Some(class),
                _ => list.phrases.push(*entry),
            }
        }
        self.lists.push(list);
        self.lists.len() as u32 - 1
    }

    /// A choice of these labelled phrases; its number.
    pub(in crate::rule) fn choice(&mut self, phrases: Vec<(u32, ElementId)>) -> u32 {
        self.choices.push(Choice { phrases });
        self.choices.len() as u32 - 1
    }

    /// The words of a list that stand for themselves, and its other entries.
    pub(super) fn list_entries(&self, list: u32) -> (Option<ClassId>, Vec<ElementId>) {
        let list = self.lists.get(list as usize);
        list.map_or((None, Vec::new()), |list| {
            (list.words, list.phrases.clone())
        })
    }

    /// The phrases of a choice.
    pub(super) fn choice_entries(&self, choice: u32) -> Vec<ElementId> {
        let choice = self.choices.get(choice as usize);
        let phrases = choice.into_iter().flat_map(|choice| &choice.phrases);
        phrases.map(|(_, phrase)| *phrase).collect()
    }

    pub(in crate::rule) fn call(
        &mut self,
        from: u32,
        phrases: Phrases,
        name: Option<NameId>,
        to: u32,
    ) {
        let call = self.made.calls.len() as u32;
        self.made.calls.push(Call {
            root: phrases.root,
            name,
            to,
        });
        if phrases.first.any {
            self.made.edges.push((from, Edge::CallAny(call)));
            return;
        }
        if let Some(words) = phrases.first.words {
            self.word(from, words, Target::Call(call));
        }
        if phrases.first.mention {
            self.made.edges.push((from, Edge::Call(call)));
        }
    }

    /// The automaton of a list's phrases, if it has any; made when it is first asked for.
    pub(super) fn list_phrases(&mut self, list: u32) -> Option<Phrases> {
        if let Some(known) = self.made.of_lists.get(&list) {
            return Some(*known);
        }
        let (_, phrases) = self.list_entries(list);
        let phrases: Vec<(u32, ElementId)> = phrases.into_iter().map(|e| (0, e)).collect();
        let made = (!phrases.is_empty()).then(|| self.phrases(&phrases))?;
        self.made.of_lists.insert(list, made);
        Some(made)
    }

    pub(super) fn choice_phrases(&mut self, choice: u32) -> Option<Phrases> {
        if let Some(known) = self.made.of_choices.get(&choice) {
            return Some(*known);
        }
        let phrases = self.choices.get(choice as usize)?.phrases.clone();
        let made = (!phrases.is_empty()).then(|| self.phrases(&phrases))?;
        self.made.of_choices.insert(choice, made);
        Some(made)
    }

    fn phrases(&mut self, phrases: &[(u32, ElementId)]) -> Phrases {
        let root = self.new_state();
        let mut first = First::default();
        let mut words = Vec::new();
        for (label, phrase) in phrases {
            let end = self.extend(root, *phrase);
            self.made.accepts.push((end, *label));
            self.first(*phrase, &mut words, &mut first);
        }
        first.words = (!words.is_empty()).then(|| self.classes.join(&words));
        Phrases { root, first }
    }

    /// Adds what an element may begin with, words to `words`; whether it may be empty.
    fn first(&mut self, id: ElementId, words: &mut Vec<ClassId>, first: &mut First) -> bool {
        match self.elements.get(id) {
            Element::Class(class) | Element::Exact(_, class) => words.push(class),
            Element::Sequence(run) => {
                let items = self.elements.items(run).to_vec();
                let mut items = items.into_iter();
                let all_empty = items.all(|item| self.first(item, words, first));
                first.any |= all_empty;
            }
            Element::Either(run) => {
                for item in self.elements.items(run).to_vec() {
                    self.first(item, words, first);
                }
            }
            Element::Maybe(inner) => {
                self.first(inner, words, first);
                return true;
            }
            Element::List(list) => {
                words.extend(self.lists.get(list as usize).and_then(|l| l.words));
                let phrases = self.list_phrases(list);
                first.add(phrases, words);
            }
            Element::Choice(_, choice) => {
                let phrases = self.choice_phrases(choice);
                first.add(phrases, words);
            }
            Element::Mention(..) => first.mention = true,
            Element::Gap(_) | Element::Phrase(_) => first.any = true,
        }
        false
    }
}

impl First {
    /// Adds what other phrases may begin with, words to `words`.
    fn add(&mut self, phrases: Option<Phrases>, words: &mut Vec<ClassId>) {
        if let Some(Phrases { first, .. }) = phrases {
            words.extend(first.words);
            self.mention |= first.mention;
            self.any |= first.any;
        }
    }
}
