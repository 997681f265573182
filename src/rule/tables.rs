//! The tables of an automaton: what leaves each state side by side, classes numbered so that matching finds them fast.

use super::automaton::{Automaton, Beginning, ClassId, Edge, PatternId, ROOT, State, WordEdge};
use super::class::Classes;
use super::need::Need;
use super::open::{self, Ends};
use super::table::Table;

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
            states: Table::new(states),
            accepts: Table::new(accepts),
            words: Table::new(words),
            edges: Table::new(edges),
            calls: Table::default(),
            exact: Table::default(),
            forms: Vec::new(),
            classes: classes.finish(&order),
            phrase_end: number(phrase_end),
            determiner: number(determiner),
            beginning: Beginning::default(),
            ends: self.ends(order.len(), number),
        };
        automaton.beginning = beginning(&automaton, order.len());
        automaton
    }

    /// The ends of patterns by their keys, of so many classes, which `number` numbers.
    fn ends(&self, classes: usize, number: impl Fn(ClassId) -> ClassId) -> Ends {
        let (starts, before) = side_by_side(self.states, self.before);
        let key = |end: &End| end.key.map_or(classes, |key| number(key) as usize);
        let mut by_key: Vec<&End> = self.ends.iter().collect();
        by_key.sort_by_key(|end| key(end));
        let (mut keyed, mut ends) = (Vec::new(), Vec::new());
        let (mut needs, mut paths) = (Vec::new(), Vec::new());
        let mut keys: Vec<u64> = vec![0; classes.div_ceil(64)];
        for end in by_key {
            // Every key up to this one begins here at the latest.
            let begun = keyed.len().max(key(end) + 1);
            keyed.resize(begun, ends.len() as u32);
            set(&mut keys, key(end), true);
            let (need, path) = (needs.len() as u32, paths.len() as u32);
            needs.extend(end.needs.iter().map(|need| match need {
                Need::Word(class) => Need::Word(number(*class)),
                Need::Mention(kinds) => Need::Mention(*kinds),
            }));
            way_to(end.state, &starts, &before, &mut paths);
            ends.push(open::End {
                second: end.second.map(&number),
                needs: (need, needs.len() as u32),
                path: (path, paths.len() as u32),
            });
        }
        keyed.resize(classes + 2, ends.len() as u32);
        let mut shared = vec![u64::MAX; self.states.div_ceil(64)];
        for state in &paths {
            set(&mut shared, *state as usize, false);
        }
        Ends {
            keyed: Table::new(keyed),
            keys: Table::new(keys),
            places: Table::new(ends),
            needs: Table::new(needs),
            paths: Table::new(paths),
            shared: Table::new(shared),
        }
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

/// Sets or clears a bit.
fn set(bits: &mut [u64], at: usize, on: bool) {
    if let Some(bits) = bits.get_mut(at / 64) {
        let bit = 1 << (at % 64);
        *bits = if on { *bits | bit } else { *bits & !bit };
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
fn waits(state: State, edges: &[Edge]) -> bool {
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

/// What the patterns of an automaton with so many classes begin with.
fn beginning(automaton: &Automaton, classes: usize) -> Beginning {
    let root = automaton.state(ROOT);
    let mut first: Vec<u32> = Vec::new();
    for (at, edge) in (0..).zip(automaton.word_edges(root)) {
        // Edges are ordered by class, and the classes that patterns begin with are the first.
        if edge.class as usize >= first.len() {
            first.resize(edge.class as usize + 1, at);
        }
    }
    let mut found = Beginning {
        first: Table::new(first),
        classes,
        ..Beginning::default()
    };
    for edge in automaton.other_edges(root) {
        match edge {
            Edge::Mention(..) | Edge::Call(_) => found.by_mention = true,
            Edge::Free(_) | Edge::Gap(..) | Edge::Phrase(..) | Edge::CallAny(_) => {
                found.by_any = true;
            }
        }
    }
    found
}
