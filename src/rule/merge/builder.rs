//! Merges patterns into an automaton: those that begin alike share their beginning.

use super::element::{Element, ElementId, Elements};
use super::need::Need;
use super::phrases::{Choice, List, Phrases};
use super::tables::{End, Tables};
use crate::rule::automaton::class::{Classes, WordClasses};
use crate::rule::automaton::table::Table;
use crate::rule::automaton::{
    Automaton, Call, ClassId, Edge, Exact, PatternId, ROOT, Target, WordEdge,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;

/// Merges patterns into [`Automaton`]s, one after the other, that share words, elements and lists.
#[derive(Debug, Default)]
pub(in crate::rule) struct Builder {
    pub(in crate::rule) classes: Classes,
    pub(in crate::rule) elements: Elements,
    pub(in crate::rule) lists: Vec<List>,
    pub(in crate::rule) choices: Vec<Choice>,
    /// What is known of the needs of elements and of the frequency of classes.
    pub(super) known_needs: FxHashMap<ElementId, Option<Need>>,
    pub(super) frequencies: FxHashMap<ClassId, u32>,
    /// The classes of the automata that are made, in the order of their numbers.
    order: Vec<ClassId>,
    /// The automaton to which patterns are added.
    pub(super) made: Made,
}

/// What was made of an automaton so far.
#[derive(Debug, Default)]
pub(super) struct Made {
    states: u32,
    /// What leaves each state, in the order of making.
    pub(in crate::rule) accepts: Vec<(u32, PatternId)>,
    words: Vec<(u32, WordEdge)>,
    pub(in crate::rule) edges: Vec<(u32, Edge)>,
    pub(in crate::rule) calls: Vec<Call>,
    exact: Vec<Exact>,
    /// The state reached from a state by an element.
    reached: FxHashMap<(u32, ElementId), u32>,
    /// A state and one that leads to it, but for the states of lists and choices: as they are made.
    before: Vec<(u32, u32)>,
    /// The states in which patterns end, with what a sentence needs for them to be reached.
    ends: Vec<(u32, Vec<Need>)>,
    is_end: FxHashSet<u32>,
    /// The automata of the lists and of the choices that were named.
    pub(super) of_lists: FxHashMap<u32, Phrases>,
    pub(super) of_choices: FxHashMap<u32, Phrases>,
}

impl Builder {
    /// Adds a pattern that is these parts, one after the other.
    pub(in crate::rule) fn add(&mut self, pattern: PatternId, parts: &[ElementId]) {
        self.made.states = self.made.states.max(ROOT + 1);
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
        self.made.accepts.push((end, pattern));
        if self.made.is_end.insert(end) {
            let needs = self.needs(parts);
            self.made.ends.push((end, needs));
        }
    }

    /// Whether an element begins with what may be left out.
    pub(super) fn may_leave_out_first(&self, id: ElementId) -> bool {
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
    pub(in crate::rule) fn extend(&mut self, from: u32, id: ElementId) -> u32 {
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
        if let Some(state) = self.made.reached.get(&(from, id)) {
            return *state;
        }
        let to = self.new_state();
        self.made.reached.insert((from, id), to);
        self.made.before.push((to, from));
        self.connect(from, id, to);
        to
    }

    fn connect(&mut self, from: u32, id: ElementId, to: u32) {
        match self.elements.get(id) {
            Element::Sequence(_) => {
                let end = self.extend(from, id);
                self.made.before.push((to, end));
                self.made.edges.push((end, Edge::Free(to)));
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
                self.made.edges.push((from, Edge::Free(to)));
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
            Element::Gap(words) => self.made.edges.push((from, Edge::Gap(words, to))),
            Element::Mention(name, kinds) => {
                self.made.edges.push((from, Edge::Mention(name, kinds, to)));
            }
            Element::Phrase(name) => self.made.edges.push((from, Edge::Phrase(name, to))),
            Element::Exact(form, class) => {
                let exact = self.made.exact.len() as u32;
                self.made.exact.push(Exact { form, to });
                self.word(from, class, Target::Exact(exact));
            }
        }
    }

    pub(in crate::rule) fn word(&mut self, from: u32, class: ClassId, target: Target) {
        self.made.words.push((from, WordEdge { class, target }));
    }

    pub(super) fn new_state(&mut self) -> u32 {
        // The first state is the one in which every pattern begins.
        let state = self.made.states.max(ROOT + 1);
        self.made.states = state + 1;
        state
    }

    /// The automaton of the patterns that were added since the one before. A phrase ends before a word of `phrase_end` and
    /// before punctuation; a word of `determiner` before a mention belongs to it.
    pub(in crate::rule) fn finish(
        &mut self,
        phrase_end: ClassId,
        determiner: ClassId,
    ) -> Automaton {
        let ends = self.ends_by_key();
        let mut made = std::mem::take(&mut self.made);
        let tables = Tables {
            states: made.states.max(ROOT + 1) as usize,
            accepts: &made.accepts,
            words: &made.words,
            edges: &made.edges,
            calls: &made.calls,
            exact: &made.exact,
            before: &made.before,
            ends: &ends,
        };
        let (all, first) = (self.classes.len(), self.order.len() as ClassId);
        let (mut automaton, order) = tables.automaton(all, first, phrase_end, determiner);
        self.order.extend(order);
        automaton.forms = self.forms(&mut made.exact);
        automaton.calls = Table::new(made.calls);
        automaton.exact = Table::new(made.exact);
        automaton
    }

    /// The classes that each word is in, of all automata that were made.
    pub(in crate::rule) fn vocabulary(&self) -> WordClasses {
        self.classes.finish(&self.order)
    }

    /// The forms that must stand as written, which are numbered anew: those of this automaton alone.
    fn forms(&self, exact: &mut [Exact]) -> Vec<Cow<'static, str>> {
        let mut numbers: FxHashMap<u32, u32> = FxHashMap::default();
        let mut forms = Vec::new();
        for exact in exact {
            exact.form = *numbers.entry(exact.form).or_insert_with(|| {
                forms.push(self.elements.form(exact.form).to_owned().into());
                forms.len() as u32 - 1
            });
        }
        forms
    }

    /// The ends of patterns, each with the rarest of its words.
    fn ends_by_key(&mut self) -> Vec<End> {
        let ends = std::mem::take(&mut self.made.ends).into_iter();
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
