//! Which states of the automaton can be passed on the way to the end of a pattern that a sentence may hold.
//!
//! Of the thousands of patterns some twenty can match in a given sentence: those whose words it has, in their order. They
//! are found by their rarest words (`need.rs`) before any is tried, and matching enters no other state.

use super::automaton::ClassId;
use super::need::Need;
use super::present::Present;
use super::table::{Row, Rows, Table};

/// The ends of patterns by what a sentence needs for them to be reached.
#[derive(Debug, Default)]
pub(super) struct Ends {
    /// Of each class, the first of the ends whose rarest word is of it; then the first of those without such a word.
    pub(super) keyed: Table<u32, 1>,
    /// A bit for each class: set for those that are the rarest word of an end, one in seven.
    pub(super) keys: Table<u64, 2>,
    /// In the order of their rarest words.
    pub(super) places: Table<End, 5>,
    pub(super) needs: Table<Need, 2>,
    /// States.
    pub(super) paths: Table<u32, 1>,
    /// A bit for each state: set for those that are on no path, the states of lists and choices.
    pub(super) shared: Table<u64, 2>,
}

/// A state in which patterns end.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct End {
    /// The second rarest of the words that a sentence needs, which most sentences that have the rarest do not have.
    pub(super) second: Option<ClassId>,
    /// What a sentence needs, in order.
    pub(super) needs: (u32, u32),
    /// The states on the way to it and itself.
    pub(super) path: (u32, u32),
}

impl Row<5> for End {
    #[inline]
    fn read([second, need, needs, state, states]: [u32; 5]) -> Self {
        End {
            second: second.checked_sub(1),
            needs: (need, needs),
            path: (state, states),
        }
    }

    fn numbers(&self) -> [u32; 5] {
        let second = self.second.map_or(0, |class| class + 1);
        let (needs, path) = (self.needs, self.path);
        [second, needs.0, needs.1, path.0, path.1]
    }
}

impl Ends {
    fn of_key(&self, key: usize) -> Rows<'_, End, 5> {
        let range = self.keyed.get(key).zip(self.keyed.get(key + 1));
        self.places.rows(range.unwrap_or_default())
    }

    fn is_key(&self, class: ClassId) -> bool {
        let bits = self.keys.get(class as usize / 64);
        bits.is_some_and(|bits| bits >> (class % 64) & 1 == 1)
    }
}

/// The states that may be entered in one sentence.
#[derive(Debug)]
pub(super) struct Open<'a> {
    ends: &'a Ends,
    states: Vec<u64>,
    /// Those that this sentence opened.
    opened: Vec<u32>,
}

impl<'a> Open<'a> {
    pub(super) fn new(ends: &'a Ends) -> Self {
        Open {
            ends,
            states: ends.shared.all().collect(),
            opened: Vec::new(),
        }
    }

    /// Goes on to a sentence. Whether any pattern may match in it.
    pub(super) fn sentence(&mut self, present: &Present<'_>) -> bool {
        for state in self.opened.drain(..) {
            if let Some(bits) = self.states.get_mut(state as usize / 64) {
                *bits &= !(1 << (state % 64));
            }
        }
        let ends = self.ends;
        let without_key = ends.keyed.len().saturating_sub(2);
        let keys = present.seen().filter(|class| ends.is_key(*class));
        let keys = keys.map(|class| class as usize);
        for key in keys.chain([without_key]) {
            for end in ends.of_key(key) {
                let is_out = |class| present.places(class) == 0;
                if !end.second.is_some_and(is_out) && are_met(ends.needs.rows(end.needs), present) {
                    self.open(end);
                }
            }
        }
        !self.opened.is_empty()
    }

    fn open(&mut self, end: End) {
        for state in self.ends.paths.rows(end.path) {
            if let Some(bits) = self.states.get_mut(state as usize / 64) {
                *bits |= 1 << (state % 64);
                self.opened.push(state);
            }
        }
    }

    /// Whether a state may be entered.
    #[inline]
    pub(super) fn has(&self, state: u32) -> bool {
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
