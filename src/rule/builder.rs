//! Merges patterns into an automaton: those that begin alike share their beginning.

use super::automaton::{
    Automaton, Beginning, Call, ClassId, Edge, NameId, PatternId, ROOT, State, Target, WordEdge,
};
use super::class::Classes;
use super::element::{Element, ElementId, Elements};
use rustc_hash::FxHashMap;

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
    /// The state reached from a state by an element.
    reached: FxHashMap<(u32, ElementId), u32>,
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
    /// The words that one of them may begin with; none where one may begin with something else.
    gate: Option<ClassId>,
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
        let end = parts
            .iter()
            .fold(ROOT, |state, part| self.extend(state, *part));
        self.accepts.push((end, pattern));
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
        self.connect(from, id, to);
        to
    }

    fn connect(&mut self, from: u32, id: ElementId, to: u32) {
        match self.elements.get(id) {
            Element::Sequence(_) => {
                let end = self.extend(from, id);
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
                let words = self.lists.get(list as usize).and_then(|l| l.words);
                if let Some(class) = words {
                    self.word(from, class, Target::State(to));
                }
                if from == ROOT {
                    // Every word of a text is tried as a first word: there the phrases of all lists share their beginnings.
                    let phrases = self.lists.get(list as usize);
                    for phrase in phrases.map_or(Vec::new(), |l| l.phrases.clone()) {
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
            Element::Exact(form, class) => self.edges.push((from, Edge::Exact(form, class, to))),
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
        match phrases.gate {
            Some(gate) => self.word(from, gate, Target::Call(call)),
            None => self.edges.push((from, Edge::Call(call))),
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
        for (label, phrase) in phrases {
            let end = self.extend(root, *phrase);
            self.accepts.push((end, *label));
            first.is_open |= self.first(*phrase, &mut first.classes);
        }
        let gate = (!first.is_open).then(|| self.classes.join(&first.classes));
        Phrases { root, gate }
    }

    /// Adds the classes of the words that may be an element's first; whether it may begin with anything else, or be empty.
    fn first(&mut self, id: ElementId, classes: &mut Vec<ClassId>) -> bool {
        match self.elements.get(id) {
            Element::Class(class) | Element::Exact(_, class) => {
                classes.push(class);
                false
            }
            Element::Sequence(run) => {
                let items = self.elements.items(run).to_vec();
                for item in items {
                    if let Element::Maybe(inner) = self.elements.get(item) {
                        if self.first(inner, classes) {
                            return true;
                        }
                    } else {
                        return self.first(item, classes);
                    }
                }
                true
            }
            Element::Either(run) => {
                let items = self.elements.items(run).to_vec();
                items
                    .into_iter()
                    .fold(false, |open, item| self.first(item, classes) || open)
            }
            Element::List(list) => {
                classes.extend(self.lists.get(list as usize).and_then(|l| l.words));
                self.list_phrases(list)
                    .is_some_and(|phrases| gate(phrases, classes))
            }
            Element::Choice(_, choice) => self
                .choice_phrases(choice)
                .is_some_and(|phrases| gate(phrases, classes)),
            Element::Maybe(_) | Element::Gap(_) | Element::Mention(..) | Element::Phrase(_) => true,
        }
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
        let count = self.states.max(ROOT + 1) as usize;
        let mut states = vec![State::default(); count];
        let accepts = side_by_side(count, &self.accepts);
        let words = side_by_side(count, &self.words);
        // What reads nothing comes before what reads a word, as it does in a match.
        let order = |edge: &Edge| match edge {
            Edge::Free(_) => 0,
            Edge::Gap(..) => 1,
            Edge::Exact(..) | Edge::Call(_) => 2,
            Edge::Mention(..) => 3,
            Edge::Phrase(..) => 4,
        };
        let mut edges = side_by_side(count, &self.edges);
        let mut words_sorted = words.1;
        for (at, state) in states.iter_mut().enumerate() {
            let place = |starts: &[u32]| {
                let start = starts.get(at).copied().unwrap_or(0);
                (start, starts.get(at + 1).copied().unwrap_or(start))
            };
            state.accepts = place(&accepts.0);
            state.words = place(&words.0);
            state.edges = place(&edges.0);
        }
        for state in &states {
            if let Some(own) = slice(&mut words_sorted, state.words) {
                own.sort_by_key(|edge| edge.class);
            }
            if let Some(own) = slice(&mut edges.1, state.edges) {
                own.sort_by_key(order);
            }
        }
        for state in &mut states {
            state.waits = waits(*state, &edges.1);
        }
        let mut automaton = Automaton {
            beginning: Beginning::default(),
            classes: self.classes.finish(&used(
                self.classes.len(),
                &words_sorted,
                &edges.1,
                [phrase_end, determiner],
            )),
            forms: std::mem::take(&mut self.elements).into_forms(),
            states,
            accepts: accepts.1,
            words: words_sorted,
            edges: edges.1,
            calls: self.calls,
            phrase_end,
            determiner,
        };
        automaton.beginning = beginning(&automaton);
        automaton
    }
}

/// Whether nothing happens in a state but by reading a word.
pub(super) fn waits(state: State, edges: &[Edge]) -> bool {
    let (start, end) = state.edges;
    let first = (start < end).then(|| edges.get(start as usize)).flatten();
    let is_silent = |edge: &Edge| matches!(edge, Edge::Free(_) | Edge::Gap(..));
    state.accepts.0 == state.accepts.1 && !first.is_some_and(is_silent)
}

#[derive(Default)]
struct First {
    classes: Vec<ClassId>,
    is_open: bool,
}

/// Adds the words that phrases may begin with; whether they may begin with something else.
fn gate(phrases: Phrases, classes: &mut Vec<ClassId>) -> bool {
    classes.extend(phrases.gate);
    phrases.gate.is_none()
}

fn slice<T>(all: &mut [T], (start, end): (u32, u32)) -> Option<&mut [T]> {
    (end > start + 1)
        .then(|| all.get_mut(start as usize..end as usize))
        .flatten()
}

/// What belongs to each state side by side, in the order of making, and where each state's begins.
fn side_by_side<T: Copy>(states: usize, all: &[(u32, T)]) -> (Vec<u32>, Vec<T>) {
    let mut starts = vec![0; states + 1];
    for (state, _) in all {
        if let Some(count) = starts.get_mut(*state as usize + 1) {
            *count += 1;
        }
    }
    let mut total = 0;
    for start in &mut starts {
        total += *start;
        *start = total;
    }
    let mut next = starts.clone();
    let Some((_, any)) = all.first() else {
        return (starts, Vec::new());
    };
    let mut sorted = vec![*any; all.len()];
    for (state, item) in all {
        if let Some(next) = next.get_mut(*state as usize) {
            if let Some(slot) = sorted.get_mut(*next as usize) {
                *slot = *item;
            }
            *next += 1;
        }
    }
    (starts, sorted)
}

/// Which classes anything asks for.
fn used(classes: usize, words: &[WordEdge], edges: &[Edge], also: [ClassId; 2]) -> Vec<bool> {
    let mut used = vec![false; classes];
    let exact = edges.iter().filter_map(|edge| match edge {
        Edge::Exact(_, class, _) => Some(*class),
        _ => None,
    });
    for class in words.iter().map(|edge| edge.class).chain(exact).chain(also) {
        if let Some(used) = used.get_mut(class as usize) {
            *used = true;
        }
    }
    used
}

/// What the patterns of an automaton begin with.
pub(super) fn beginning(automaton: &Automaton) -> Beginning {
    let classes = automaton.words.iter().map(|edge| edge.class);
    let exact = automaton.edges.iter().filter_map(|edge| match edge {
        Edge::Exact(_, class, _) => Some(*class),
        _ => None,
    });
    let classes = classes
        .chain(exact)
        .max()
        .map_or(0, |last| last as usize + 1);
    let mut found = Beginning {
        opens: vec![false; classes],
        first: vec![u32::MAX; classes],
        ..Beginning::default()
    };
    let mut opening = vec![ROOT];
    let mut at = 0;
    while let Some(id) = opening.get(at).copied() {
        let state = automaton.state(id);
        for (n, edge) in automaton.word_edges(id).iter().enumerate() {
            if let Some(opens) = found.opens.get_mut(edge.class as usize) {
                *opens = true;
            }
            if let Some(first) = found
                .first
                .get_mut(edge.class as usize)
                .filter(|_| id == ROOT)
            {
                *first = (*first).min(n as u32);
            }
        }
        for edge in automaton.other_edges(state) {
            match edge {
                Edge::Free(next) if !opening.contains(next) => opening.push(*next),
                Edge::Free(_) => {}
                Edge::Exact(_, class, _) => {
                    if let Some(opens) = found.opens.get_mut(*class as usize) {
                        *opens = true;
                    }
                }
                Edge::Mention(..) => found.by_mention = true,
                Edge::Gap(..) | Edge::Phrase(..) | Edge::Call(_) => found.by_any = true,
            }
        }
        at += 1;
    }
    found
}
