//! The tables of an automaton: what leaves each state side by side, classes numbered so that matching finds them fast.

use super::automaton::{Automaton, Beginning, ClassId, Edge, PatternId, ROOT, State, WordEdge};
use super::class::Classes;
use super::need::Need;
use super::open::{self, Ends};

/// What was merged, in the order of making.
pub(super) struct Tables<'b> {
    pub(super) states: usize,
    pub(super) accepts: &'b [(u32, PatternId)],
    pub(super) words: &'b [(u32, WordEdge)],
    pub(super) edges: &'b [(u32, Edge)],
    /// A state on the way to the end of a pattern and one before it.
    pub(super) before: &'b [(u32, u32)],
    pub(super) ends: &'b [End],
}

/// A state in which patterns end.
pub(super) struct End {
    pub(super) state: u32,
    /// The rarest word that a sentence needs for it, and the second rarest.
    pub(super) key: Option<ClassId>,
    pub(super) second: Option<ClassId>,
    /// Everything that it needs, in order.
    pub(super) needs: Vec<Need>,
}

impl Tables<'_> {
    /// The automaton, but for its calls and forms.
    pub(super) fn automaton(
        &self,
        classes: &Classes,
        phrase_end: ClassId,
        determiner: ClassId,
    ) -> Automaton {
        let order = self.order(classes.len(), [phrase_end, determiner]);
        let mut numbers: Vec<ClassId> = vec![0; classes.len()];
        for (number, class) in order.iter().enumerate() {
            if let Some(slot) = numbers.get_mut(*class as usize) {
                *slot = number as ClassId;
            }
        }
        let number = |class: ClassId| numbers.get(class as usize).copied().unwrap_or_default();
        let (accept_starts, accepts) = side_by_side(self.states, self.accepts);
        let (word_starts, mut words) = side_by_side(self.states, self.words);
        let (edge_starts, mut edges) = side_by_side(self.states, self.edges);
        for edge in &mut words {
            edge.class = number(edge.class);
        }
        let mut states = vec![State::default(); self.states];
        for (at, state) in states.iter_mut().enumerate() {
            let place = |starts: &[u32]| {
                let start = starts.get(at).copied().unwrap_or(0);
                (start, starts.get(at + 1).copied().unwrap_or(start))
            };
            state.accepts = place(&accept_starts);
            state.words = place(&word_starts);
            state.edges = place(&edge_starts);
            if let Some(own) = slice(&mut words, state.words) {
                own.sort_by_key(|edge| edge.class);
            }
            if let Some(own) = slice(&mut edges, state.edges) {
                own.sort_by_key(rank);
            }
            state.waits = waits(*state, &edges);
        }
        let mut automaton = Automaton {
            states,
            accepts,
            words,
            edges,
            calls: Vec::new(),
            exact: Vec::new(),
            forms: Vec::new(),
            classes: classes.finish(&order),
            phrase_end: number(phrase_end),
            determiner: number(determiner),
            beginning: Beginning::default(),
            ends: self.ends(order.len(), number),
        };
        automaton.beginning = beginning(&automaton);
        automaton
    }

    /// The ends of patterns by their keys, of so many classes, which `number` numbers.
    fn ends(&self, classes: usize, number: impl Fn(ClassId) -> ClassId) -> Ends {
        let (starts, before) = side_by_side(self.states, self.before);
        let key = |end: &End| end.key.map_or(classes, |key| number(key) as usize);
        let mut by_key: Vec<&End> = self.ends.iter().collect();
        by_key.sort_by_key(|end| key(end));
        let mut ends = Ends {
            keys: vec![0; classes.div_ceil(64)],
            shared: vec![u64::MAX; self.states.div_ceil(64)],
            ..Ends::default()
        };
        for end in by_key {
            // Every key up to this one begins here at the latest.
            let begun = ends.keyed.len().max(key(end) + 1);
            ends.keyed.resize(begun, ends.ends.len() as u32);
            if let Some(bits) = ends.keys.get_mut(key(end) / 64) {
                *bits |= 1 << (key(end) % 64);
            }
            let (needs, path) = (ends.needs.len() as u32, ends.paths.len() as u32);
            ends.needs.extend(end.needs.iter().map(|need| match need {
                Need::Word(class) => Need::Word(number(*class)),
                Need::Mention(kinds) => Need::Mention(*kinds),
            }));
            way_to(end.state, &starts, &before, &mut ends.paths);
            ends.ends.push(open::End {
                second: end.second.map(&number),
                needs: (needs, ends.needs.len() as u32),
                path: (path, ends.paths.len() as u32),
            });
        }
        ends.keyed.resize(classes + 2, ends.ends.len() as u32);
        for state in &ends.paths {
            if let Some(bits) = ends.shared.get_mut(*state as usize / 64) {
                *bits &= !(1 << (state % 64));
            }
        }
        ends
    }

    /// The classes that anything asks for in the order of their new numbers: those that a pattern begins with come first.
    fn order(&self, classes: usize, also: [ClassId; 2]) -> Vec<ClassId> {
        let begins = |edge: &&(u32, WordEdge)| edge.0 == ROOT;
        let first = self.words.iter().filter(begins);
        let others = self.words.iter().filter(|edge| !begins(edge));
        let needs = self.ends.iter().flat_map(|end| &end.needs);
        let needs = needs.filter_map(|need| match need {
            Need::Word(class) => Some(*class),
            Need::Mention(_) => None,
        });
        let all = first.chain(others).map(|(_, edge)| edge.class);
        let all = all.chain(also).chain(needs);
        let mut seen = vec![false; classes];
        all.filter(|class| {
            let seen = seen.get_mut(*class as usize);
            seen.is_some_and(|seen| !std::mem::replace(seen, true))
        })
        .collect()
    }
}

/// Adds a state and all through which it is reached.
fn way_to(state: u32, starts: &[u32], before: &[u32], way: &mut Vec<u32>) {
    let first = way.len();
    way.push(state);
    let mut next = first;
    while let Some(state) = way.get(next).map(|state| *state as usize) {
        next += 1;
        let place = |at: usize| starts.get(at).map_or(0, |start| *start as usize);
        for from in before.get(place(state)..place(state + 1)).unwrap_or(&[]) {
            if !way.get(first..).unwrap_or(&[]).contains(from) {
                way.push(*from);
            }
        }
    }
}

/// What reads nothing comes before what reads a word, as it does in a match.
fn rank(edge: &Edge) -> u8 {
    match edge {
        Edge::Free(_) => 0,
        Edge::Gap(..) => 1,
        Edge::Mention(..) => 2,
        Edge::Call(_) => 3,
        Edge::CallAny(_) => 4,
        Edge::Phrase(..) => 5,
    }
}

/// Whether nothing happens in a state but by reading a word.
pub(super) fn waits(state: State, edges: &[Edge]) -> bool {
    let (start, end) = state.edges;
    let first = (start < end).then(|| edges.get(start as usize)).flatten();
    let is_silent = |edge: &Edge| matches!(edge, Edge::Free(_) | Edge::Gap(..));
    state.accepts.0 == state.accepts.1 && !first.is_some_and(is_silent)
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

/// What the patterns of an automaton begin with.
pub(super) fn beginning(automaton: &Automaton) -> Beginning {
    let last = automaton.classes.classes.iter().max();
    let mut found = Beginning {
        classes: last.map_or(0, |last| *last as usize + 1),
        ..Beginning::default()
    };
    let first = automaton.word_edges(ROOT);
    for (at, edge) in (0..).zip(first) {
        // Edges are ordered by class, and the classes that patterns begin with are the first.
        if edge.class as usize >= found.first.len() {
            found.first.resize(edge.class as usize + 1, at);
        }
    }
    for edge in automaton.other_edges(automaton.state(ROOT)) {
        match edge {
            Edge::Mention(..) | Edge::Call(_) => found.by_mention = true,
            Edge::Free(_) | Edge::Gap(..) | Edge::Phrase(..) | Edge::CallAny(_) => {
                found.by_any = true;
            }
        }
    }
    found
}
