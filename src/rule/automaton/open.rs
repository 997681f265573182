//! Which states of the automaton can be passed on the way to the end of a pattern that a sentence may hold.
//!
//! Of the thousands of patterns some twenty can match in a given sentence: those whose words it has, in their order. They
//! are found by their rarest words (`merge/need.rs`) before any is tried; matching begins where those patterns begin and enters no
//! state that is not on their way.

use super::ClassId;
use super::present::Present;
use super::table::{Row, Rows, Table};
use crate::rule::merge::need::Need;

/// The ends of patterns by what a sentence needs for them to be reached.
#[derive(Debug, Default)]
pub(in crate::rule) struct Ends {
    /// Of each class that is the rarest word of an end, the first of its groups; then that of the group without such a word.
    pub(in crate::rule) keyed: Table<u32, 1>,
    /// In the order of their rarest words.
    pub(in crate::rule) groups: Table<Group, 3>,
    pub(in crate::rule) each: Table<End, 6>,
    pub(in crate::rule) needs: Table<Need, 2>,
    pub(in crate::rule) paths: Table<Path, 3>,
    /// Edges of the first state: those for words, then the others.
    pub(in crate::rule) roots: Table<u32, 1>,
    /// A bit for each state: set for those that are on no path, the states of lists and choices.
    pub(in crate::rule) shared: Table<u64, 2>,
}

/// The ends that have their two rarest words in common.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::rule) struct Group {
    /// The second rarest word, which most sentences that have the rarest do not have.
    pub(in crate::rule) second: Option<ClassId>,
    pub(in crate::rule) ends: (u32, u32),
}

/// A state in which patterns end.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::rule) struct End {
    /// What a sentence needs, in order.
    pub(in crate::rule) needs: (u32, u32),
    /// The way to it.
    pub(in crate::rule) path: (u32, u32),
    /// The edges with which the way begins.
    pub(in crate::rule) roots: (u32, u32),
}

/// States on the way to an end, itself among them: those of sixty-four side by side.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::rule) struct Path {
    /// Which sixty-four.
    pub(in crate::rule) states: u32,
    /// A bit for each of them.
    pub(in crate::rule) bits: u64,
}

impl Row<3> for Path {
    #[inline]
    fn read([states, low, high]: [u32; 3]) -> Self {
        let bits = u64::read([low, high]);
        Path { states, bits }
    }

    fn numbers(&self) -> [u32; 3] {
        let [low, high] = self.bits.numbers();
        [self.states, low, high]
    }
}

impl Row<3> for Group {
    #[inline]
    fn read([second, end, ends]: [u32; 3]) -> Self {
        Group {
            second: second.checked_sub(1),
            ends: (end, ends),
        }
    }

    fn numbers(&self) -> [u32; 3] {
        let second = self.second.map_or(0, |class| class + 1);
        [second, self.ends.0, self.ends.1]
    }
}

impl Row<6> for End {
    #[inline]
    fn read([need, needs, state, states, root, roots]: [u32; 6]) -> Self {
        End {
            needs: (need, needs),
            path: (state, states),
            roots: (root, roots),
        }
    }

    fn numbers(&self) -> [u32; 6] {
        let (needs, path, roots) = (self.needs, self.path, self.roots);
        [needs.0, needs.1, path.0, path.1, roots.0, roots.1]
    }
}

impl Ends {
    /// The groups of a key, or of those ends that have none.
    fn of_key(&self, key: Option<ClassId>) -> Rows<'_, Group, 3> {
        let last = self.keyed.len().saturating_sub(2);
        let key = key.map_or(last, |key| key as usize);
        let range = self.keyed.get(key).zip(self.keyed.get(key + 1));
        self.groups.rows(range.unwrap_or_default())
    }
}

/// The states that may be entered in one sentence.
#[derive(Debug)]
pub(in crate::rule) struct Open<'a> {
    ends: &'a Ends,
    states: Vec<u64>,
    /// Where this sentence opened any.
    opened: Vec<u32>,
    /// The edges of the first state with which patterns may begin in this sentence.
    roots: Vec<u32>,
}

impl<'a> Open<'a> {
    pub(in crate::rule) fn new(ends: &'a Ends) -> Self {
        let mut open = Open {
            ends,
            states: Vec::new(),
            opened: Vec::new(),
            roots: Vec::new(),
        };
        open.turn_to(ends);
        open
    }

    /// Goes on to the ends of another automaton.
    pub(in crate::rule) fn turn_to(&mut self, ends: &'a Ends) {
        self.ends = ends;
        self.states.clear();
        self.states.extend(ends.shared.all());
        self.opened.clear();
    }

    /// Goes on to a sentence.
    pub(in crate::rule) fn sentence(&mut self, present: &Present<'_>) {
        let ends = self.ends;
        for states in self.opened.drain(..) {
            if let Some(open) = self.states.get_mut(states as usize) {
                *open = ends.shared.get(states as usize).unwrap_or_default();
            }
        }
        self.roots.clear();
        for key in present.keys().map(Some).chain([None]) {
            for Group {
                second,
                ends: range,
            } in ends.of_key(key)
            {
                if second.is_some_and(|class| present.places(class) == 0) {
                    continue;
                }
                for end in ends.each.rows(range) {
                    if are_met(ends.needs.rows(end.needs), present) {
                        self.open(end);
                    }
                }
            }
        }
        self.roots.sort_unstable();
        self.roots.dedup();
    }

    fn open(&mut self, end: End) {
        for Path { states, bits } in self.ends.paths.rows(end.path) {
            if let Some(open) = self.states.get_mut(states as usize) {
                *open |= bits;
                self.opened.push(states);
            }
        }
        self.roots.extend(self.ends.roots.rows(end.roots));
    }

    /// The edges of the first state with which a pattern may begin in the sentence, in order.
    pub(in crate::rule) fn roots(&self) -> &[u32] {
        &self.roots
    }

    /// Whether a state may be entered.
    #[inline]
    pub(in crate::rule) fn has(&self, state: u32) -> bool {
        let bits = self.states.get(state as usize / 64);
        bits.is_some_and(|bits| bits >> (state % 64) & 1 == 1)
    }
}

/// Whether a sentence has what is needed, one after the other.
fn are_met(mut needs: Rows<'_, Need, 2>, present: &Present<'_>) -> bool {
    let mut from = 0;
    needs.all(|need| {
        let places = match need {
            Need::Word(class) => present.places(class),
            Need::Mention(kinds) => present.mentions(kinds),
        };
        let left = places >> from;
        // The last place stands for all later ones.
        from = (from + left.trailing_zeros() + 1).min(Present::LAST as u32);
        left != 0
    })
}
