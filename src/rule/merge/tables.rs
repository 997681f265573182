//! The tables of an automaton: what leaves each state side by side, classes numbered so that matching finds them fast.

use super::need::Need;
use crate::rule::automaton::open::{self, Ends};
use crate::rule::automaton::table::Table;
use crate::rule::automaton::{
    Automaton, Call, ClassId, Edge, Exact, Numbering, PatternId, ROOT, State, Target, WordEdge,
};

/// What was merged, in the order of making.
pub(in crate::rule) struct Tables<'b> {
    pub(in crate::rule) states: usize,
    pub(in crate::rule) accepts: &'b [(u32, PatternId)],
    pub(in crate::rule) words: &'b [(u32, WordEdge)],
    pub(in crate::rule) edges: &'b [(u32, Edge)],
    pub(in crate::rule) calls: &'b [Call],
    pub(in crate::rule) exact: &'b [Exact],
    /// A state on the way to the end of a pattern and one before it.
    pub(in crate::rule) before: &'b [(u32, u32)],
    pub(in crate::rule) ends: &'b [End],
}

/// A state in which patterns end.
pub(in crate::rule) struct End {
    pub(in crate::rule) state: u32,
    /// The rarest word that a sentence needs for it, and the second rarest.
    pub(in crate::rule) key: Option<ClassId>,
    pub(in crate::rule) second: Option<ClassId>,
    /// Everything that it needs, in order.
    pub(in crate::rule) needs: Vec<Need>,
}

/// The classes that anything asks for, of so many, in the order of their new numbers.
struct Order {
    classes: Vec<ClassId>,
    numbers: Vec<Option<ClassId>>,
}

impl Order {
    /// No class yet, of so many.
    fn new(all: usize) -> Self {
        Order {
            classes: Vec::new(),
            numbers: vec![None; all],
        }
    }

    fn add(&mut self, class: ClassId) {
        if let Some(number @ None) = self.numbers.get_mut(class as usize) {
            *number = Some(self.classes.len() as ClassId);
            self.classes.push(class);
        }
    }

    fn count(&self) -> ClassId {
        self.classes.len() as ClassId
    }

    fn number(&self, class: ClassId) -> ClassId {
        let number = self.numbers.get(class as usize).copied().flatten();
        number.unwrap_or_default()
    }
}

impl Tables<'_> {
    /// The automaton, but for its calls and forms, of so many classes, the first of which is called `first` among those of all
    /// automata; and these in their order.
    pub(in crate::rule) fn automaton(
        &self,
        all: usize,
        first: ClassId,
        phrase_end: ClassId,
        determiner: ClassId,
    ) -> (Automaton, Vec<ClassId>) {
        let (order, numbering) = self.order(all, first, [phrase_end, determiner]);
        let (accept_starts, accepts) = side_by_side(self.states, self.accepts);
        let (word_starts, mut words) = side_by_side(self.states, self.words);
        let (edge_starts, mut edges) = side_by_side(self.states, self.edges);
        let told = self.told(all);
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
                own.sort_by_key(|edge| told.number(edge.class));
            }
            if let Some(own) = slice(&mut edges, state.edges) {
                own.sort_by_key(rank);
            }
            state.waits = waits(*state, &edges);
        }
        for edge in &mut words {
            edge.class = order.number(edge.class);
        }
        // At the first state no edge is looked up: which of them count is known before.
        for state in states.iter().skip(1).filter(|s| s.has_many_words()) {
            if let Some(own) = slice(&mut words, state.words) {
                own.sort_by_key(|edge| edge.class);
            }
        }
        let root = states.first().copied().unwrap_or_default();
        let roots = self.roots(root, &words, &edges);
        let automaton = Automaton {
            states: Table::new(states),
            accepts: Table::new(accepts),
            words: Table::new(words),
            edges: Table::new(edges),
            calls: Table::default(),
            exact: Table::default(),
            forms: Vec::new(),
            numbering,
            phrase_end: order.number(phrase_end),
            determiner: order.number(determiner),
            ends: self.ends(&order, numbering.keys, &roots),
        };
        (automaton, order.classes)
    }

    /// The state to which each edge of the first state leads: those for words, then the others.
    fn roots(&self, root: State, words: &[WordEdge], edges: &[Edge]) -> Vec<u32> {
        let of_call = |call: u32| self.calls.get(call as usize).map_or(ROOT, |call| call.to);
        let of_exact = |exact: u32| {
            self.exact
                .get(exact as usize)
                .map_or(ROOT, |exact| exact.to)
        };
        let words = words.get(root.words.0 as usize..root.words.1 as usize);
        let words = words.into_iter().flatten().map(|edge| match edge.target {
            Target::State(to) => to,
            Target::Call(call) => of_call(call),
            Target::Exact(exact) => of_exact(exact),
        });
        let edges = edges.get(root.edges.0 as usize..root.edges.1 as usize);
        let edges = edges.into_iter().flatten().map(|edge| match *edge {
            Edge::Free(to) | Edge::Gap(_, to) | Edge::Mention(_, _, to) | Edge::Phrase(_, to) => to,
            Edge::Call(call) | Edge::CallAny(call) => of_call(call),
        });
        words.chain(edges).collect()
    }

    /// The ends of patterns by their keys, so many; `roots` is where the edges of the first state lead.
    fn ends(&self, order: &Order, keys: ClassId, roots: &[u32]) -> Ends {
        let (starts, before) = side_by_side(self.states, self.before);
        let key = |end: &&End| {
            let key = end.key.map_or(keys, |key| order.number(key));
            (key, end.second.map(|second| order.number(second)))
        };
        let mut by_key: Vec<&End> = self.ends.iter().collect();
        by_key.sort_by_key(key);
        let mut tables = EndTables::default();
        for group in by_key.chunk_by(|one, other| key(one) == key(other)) {
            let Some((key, second)) = group.first().map(key) else {
                continue;
            };
            // Every key up to this one begins here at the latest.
            let begun = tables.keyed.len().max(key as usize + 1);
            tables.keyed.resize(begun, tables.groups.len() as u32);
            let first = tables.ends.len();
            for end in group {
                tables.end(end, order, &starts, &before, roots);
            }
            let ends = (first as u32, tables.ends.len() as u32);
            tables.groups.push(open::Group { second, ends });
        }
        let groups = tables.groups.len() as u32;
        tables.keyed.resize(keys as usize + 2, groups);
        let mut shared = vec![u64::MAX; self.states.div_ceil(64)];
        for path in &tables.paths {
            if let Some(shared) = shared.get_mut(path.states as usize) {
                *shared &= !path.bits;
            }
        }
        Ends {
            keyed: Table::new(tables.keyed),
            groups: Table::new(tables.groups),
            each: Table::new(tables.ends),
            needs: Table::new(tables.needs),
            paths: Table::new(tables.paths),
            roots: Table::new(tables.roots),
            shared: Table::new(shared),
        }
    }

    /// The classes of edges in the order in which they are tried: those that patterns begin with first, then as they were
    /// made.
    fn told(&self, all: usize) -> Order {
        let mut order = Order::new(all);
        let begins = |edge: &&(u32, WordEdge)| edge.0 == ROOT;
        let first = self.words.iter().filter(begins);
        let others = self.words.iter().filter(|edge| !begins(edge));
        let edges = first.chain(others);
        edges.for_each(|(_, edge)| order.add(edge.class));
        order
    }

    /// The classes that anything asks for: first the keys, then what else a sentence needs for a pattern.
    fn order(&self, all: usize, first: ClassId, also: [ClassId; 2]) -> (Order, Numbering) {
        let mut order = Order::new(all);
        let keys = self.ends.iter().filter_map(|end| end.key);
        keys.for_each(|class| order.add(class));
        let keys = order.count();
        for need in self.ends.iter().flat_map(|end| &end.needs) {
            if let Need::Word(class) = need {
                order.add(*class);
            }
        }
        let needs = order.count();
        let edges = self.words.iter().map(|(_, edge)| edge.class);
        edges.chain(also).for_each(|class| order.add(class));
        let numbering = Numbering {
            first,
            keys,
            needs,
            classes: order.count(),
        };
        (order, numbering)
    }
}

/// The tables of ends while they are filled.
#[derive(Default)]
struct EndTables {
    keyed: Vec<u32>,
    groups: Vec<open::Group>,
    ends: Vec<open::End>,
    needs: Vec<Need>,
    paths: Vec<open::Path>,
    roots: Vec<u32>,
}

impl EndTables {
    fn end(&mut self, end: &End, order: &Order, starts: &[u32], before: &[u32], roots: &[u32]) {
        let (need, path, root) = (self.needs.len(), self.paths.len(), self.roots.len());
        self.needs.extend(end.needs.iter().map(|need| match need {
            Need::Word(class) => Need::Word(order.number(*class)),
            Need::Mention(kinds) => Need::Mention(*kinds),
        }));
        let way = way_to(end.state, starts, before);
        self.paths.extend(in_bits(&way));
        let roots = (0..).zip(roots).filter(|(_, to)| way.contains(to));
        self.roots.extend(roots.map(|(edge, _)| edge));
        self.ends.push(open::End {
            needs: (need as u32, self.needs.len() as u32),
            path: (path as u32, self.paths.len() as u32),
            roots: (root as u32, self.roots.len() as u32),
        });
    }
}

/// A state and all through which it is reached.
fn way_to(state: u32, starts: &[u32], before: &[u32]) -> Vec<u32> {
    let mut way = vec![state];
    let mut next = 0;
    while let Some(state) = way.get(next).map(|state| *state as usize) {
        next += 1;
        let place = |at: usize| starts.get(at).map_or(0, |start| *start as usize);
        for from in before.get(place(state)..place(state + 1)).unwrap_or(&[]) {
            if !way.contains(from) {
                way.push(*from);
            }
        }
    }
    way.sort_unstable();
    way
}

/// States, which are in order, as bits.
fn in_bits(states: &[u32]) -> impl Iterator<Item = open::Path> {
    let beside = states.chunk_by(|one, other| one / 64 == other / 64);
    beside.map(|states| open::Path {
        states: states.first().map_or(0, |state| state / 64),
        bits: states
            .iter()
            .fold(0, |bits, state| bits | 1 << (state % 64)),
    })
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
