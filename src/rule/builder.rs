//! Merges patterns into an automaton: those that begin alike share their beginning.

use super::automaton::{
    Automaton, Call, ClassId, Edge, Exact, NameId, PatternId, ROOT, Target, WordEdge,
};
use super::class::Classes;
use super::element::{Element, ElementId, Elements};
use super::need::Need;
use super::table::Table;
use super::tables::{End, Tables};
use rustc_hash::{FxHashMap, FxHashSet};

/// Merges patterns into an [`Automaton`].
#[derive(Debug, Default)]
pub(super) struct Builder {
    pub(super) classes: Classes,
    pub(super) elements: Elements,
    states: u32,
    /// What leaves each state, in the order of making.
    accepts: Vec<(u32, PatternId)>,
    words: Vec<(u32, WordEdge)>,
    edges: Vec<(u32, Edge)>,
    calls: Vec<Call>,
    exact: Vec<Exact>,
    /// The state reached from a state by an element.
    reached: FxHashMap<(u32, ElementId), u32>,
    /// A state and one that leads to it, but for the states of lists and choices: as they are made.
    before: Vec<(u32, u32)>,
    /// The states in which patterns end, with what a sentence needs for them to be reached.
    ends: Vec<(u32, Vec<Need>)>,
    is_end: FxHashSet<u32>,
    /// What is known of the needs of elements and of the frequency of classes.
    pub(super) known_needs: FxHashMap<ElementId, Option<Need>>,
    pub(super) frequencies: FxHashMap<ClassId, u32>,
    lists: Vec<List>,
    choices: Vec<Choice>,
}

/// A word list: the words that stand for themselves are one class, the others phrases.
#[derive(Debug)]
struct List {
    words: Option<ClassId>,
    phrases: Vec<ElementId>,
    automaton: Option<Phrases>,
}

/// The labelled phrases of a choice.
#[derive(Debug)]
struct Choice {
    phrases: Vec<(u32, ElementId)>,
    automaton: Option<Phrases>,
}

/// The automaton of some phrases.
#[derive(Clone, Copy, Debug)]
struct Phrases {
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
    pub(super) fn list(&mut self, entries: ElementId) -> u32 {
        let mut list = List {
            words: None,
            phrases: Vec::new(),
            automaton: None,
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
    pub(super) fn choice(&mut self, phrases: Vec<(u32, ElementId)>) -> u32 {
        self.choices.push(Choice {
            phrases,
            automaton: None,
        });
        self.choices.len() as u32 - 1
    }

    /// Adds a pattern that is these parts, one after the other.
    pub(super) fn add(&mut self, pattern: PatternId, parts: &[ElementId]) {
        self.states = self.states.max(ROOT + 1);
        if let Some((first, rest)) = parts.split_first() {
            match self.elements.get(*first) {
                // What may be left out at the beginning makes two patterns: so a match begins nowhere but at a first word.
                Element::Maybe(inner) => {
                    let with: Vec<ElementId> =
                        std::iter::once(inner).chain(rest.iter().copied()).collect();
                    self.add(pattern, &with);
                    return self.add(pattern, rest);
                }
                Element::Either(run) if self.may_leave_out_first(*first) => {
                    for branch in self.elements.items(run).to_vec() {
                        let one: Vec<ElementId> = std::iter::once(branch)
                            .chain(rest.iter().copied())
                            .collect();
                        self.add(pattern, &one);
                    }
                    return;
                }
                Element::Sequence(_) => {
                    let mut flat = self.elements.parts(first).to_vec();
                    flat.extend_from_slice(rest);
                    return self.add(pattern, &flat);
                }
                _ => {}
            }
        }
        let end = parts
            .iter()
            .fold(ROOT, |state, part| self.extend(state, *part));
        self.accepts.push((end, pattern));
        if self.is_end.insert(end) {
            let needs = self.needs(parts);
            self.ends.push((end, needs));
        }
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

    /// Whether an element begins with what may be left out.
    fn may_leave_out_first(&self, id: ElementId) -> bool {
        match self.elements.get(id) {
            Element::Maybe(_) => true,
            Element::Sequence(run) => {
                let first = self.elements.items(run).first();
                first.is_some_and(|first| self.may_leave_out_first(*first))
            }
            Element::Either(run) => {
                let mut branches = self.elements.items(run).iter();
                branches.any(|branch| self.may_leave_out_first(*branch))
            }
            _ => false,
        }
    }

    /// The state reached from `from` by an element, shared with every pattern that went there before.
    fn extend(&mut self, from: u32, id: ElementId) -> u32 {
        let element = self.elements.get(id);
        if let Element::Sequence(run) = element {
            let mut state = from;
            for at in 0..self.elements.items(run).len() {
                if let Some(item) = self.elements.items(run).get(at).copied() {
                    state = self.extend(state, item);
                }
            }
            return state;
        }
        if let Some(state) = self.reached.get(&(from, id)) {
            return *state;
        }
        let to = self.new_state();
        self.reached.insert((from, id), to);
        self.before.push((to, from));
        self.connect(from, id, to);
        to
    }

    fn connect(&mut self, from: u32, id: ElementId, to: u32) {
        match self.elements.get(id) {
            Element::Sequence(_) => {
                let end = self.extend(from, id);
                self.before.push((to, end));
                self.edges.push((end, Edge::Free(to)));
            }
            Element::Class(class) => self.word(from, class, Target::State(to)),
            Element::Either(run) => {
                for at in 0..self.elements.items(run).len() {
                    if let Some(branch) = self.elements.items(run).get(at).copied() {
                        self.connect(from, branch, to);
                    }
                }
            }
            Element::Maybe(inner) => {
                self.connect(from, inner, to);
                self.edges.push((from, Edge::Free(to)));
            }
            Element::List(list) => {
                let (words, phrases) = self.list_entries(list);
                if let Some(class) = words {
                    self.word(from, class, Target::State(to));
                }
                if from == ROOT && !phrases.iter().any(|p| self.may_leave_out_first(*p)) {
                    // Every word of a text is tried as a first word: there the phrases of all lists share their beginnings.
                    for phrase in phrases {
                        self.connect(from, phrase, to);
                    }
                } else if let Some(phrases) = self.list_phrases(list) {
                    self.call(from, phrases, None, to);
                }
            }
            Element::Choice(name, choice) => {
                if let Some(phrases) = self.choice_phrases(choice) {
                    self.call(from, phrases, Some(name), to);
                }
            }
            Element::Gap(words) => self.edges.push((from, Edge::Gap(words, to))),
            Element::Mention(name, kinds) => {
                self.edges.push((from, Edge::Mention(name, kinds, to)));
            }
            Element::Phrase(name) => self.edges.push((from, Edge::Phrase(name, to))),
            Element::Exact(form, class) => {
                let exact = self.exact.len() as u32;
                self.exact.push(Exact { form, to });
                self.word(from, class, Target::Exact(exact));
            }
        }
    }

    fn word(&mut self, from: u32, class: ClassId, target: Target) {
        self.words.push((from, WordEdge { class, target }));
    }

    fn call(&mut self, from: u32, phrases: Phrases, name: Option<NameId>, to: u32) {
        let call = self.calls.len() as u32;
        self.calls.push(Call {
            root: phrases.root,
            name,
            to,
        });
        if phrases.first.any {
            self.edges.push((from, Edge::CallAny(call)));
            return;
        }
        if let Some(words) = phrases.first.words {
            self.word(from, words, Target::Call(call));
        }
        if phrases.first.mention {
            self.edges.push((from, Edge::Call(call)));
        }
    }

    /// The automaton of a list's phrases, if it has any; made when it is first asked for.
    fn list_phrases(&mut self, list: u32) -> Option<Phrases> {
        let list = list as usize;
        let known = self.lists.get(list)?;
        if known.phrases.is_empty() || known.automaton.is_some() {
            return known.automaton;
        }
        let phrases: Vec<(u32, ElementId)> = known.phrases.iter().map(|e| (0, *e)).collect();
        let made = self.phrases(&phrases);
        self.lists.get_mut(list)?.automaton = Some(made);
        Some(made)
    }

    fn choice_phrases(&mut self, choice: u32) -> Option<Phrases> {
        let choice = choice as usize;
        let known = self.choices.get(choice)?;
        if known.phrases.is_empty() || known.automaton.is_some() {
            return known.automaton;
        }
        let phrases = known.phrases.clone();
        let made = self.phrases(&phrases);
        self.choices.get_mut(choice)?.automaton = Some(made);
        Some(made)
    }

    fn phrases(&mut self, phrases: &[(u32, ElementId)]) -> Phrases {
        let root = self.new_state();
        let mut first = First::default();
        let mut words = Vec::new();
        for (label, phrase) in phrases {
            let end = self.extend(root, *phrase);
            self.accepts.push((end, *label));
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

    fn new_state(&mut self) -> u32 {
        // The first state is the one in which every pattern begins.
        let state = self.states.max(ROOT + 1);
        self.states = state + 1;
        state
    }

    /// The automaton of all patterns added. A phrase ends before a word of `phrase_end` and before punctuation; a word
    /// of `determiner` before a mention belongs to it.
    pub(super) fn finish(mut self, phrase_end: ClassId, determiner: ClassId) -> Automaton {
        let ends = self.ends_by_key();
        let tables = Tables {
            states: self.states.max(ROOT + 1) as usize,
            accepts: &self.accepts,
            words: &self.words,
            edges: &self.edges,
            before: &self.before,
            ends: &ends,
        };
        let mut automaton = tables.automaton(&self.classes, phrase_end, determiner);
        automaton.calls = Table::new(self.calls);
        automaton.exact = Table::new(self.exact);
        automaton.forms = self.elements.into_forms();
        automaton
    }
}

impl Builder {
    /// The ends of patterns, each with the rarest of its words.
    fn ends_by_key(&mut self) -> Vec<End> {
        let ends = std::mem::take(&mut self.ends).into_iter();
        ends.map(|(state, needs)| {
            let words = needs.iter().filter_map(|need| match need {
                Need::Word(class) => Some(*class),
                Need::Mention(_) => None,
            });
            let mut words: Vec<ClassId> = words.collect();
            words.sort_by_cached_key(|class| self.frequency(Need::Word(*class)));
            let mut words = words.into_iter();
            End {
                state,
                key: words.next(),
                second: words.next(),
                needs,
            }
        })
        .collect()
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
