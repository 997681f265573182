//! Which states of the automaton can be passed on the way to the end of a pattern that a sentence may hold.
//!
//! Of the thousands of patterns some ten can match in a given sentence: those whose words it has, in their order. They are
//! found by their rarest words (`need.rs`) before any is tried, and matching enters no other state.

use super::automaton::ClassId;
use super::need::Need;
use super::present::Present;

/// The ends of patterns by what a sentence needs for them to be reached.
#[derive(Debug, Default)]
pub(super) struct Ends {
    /// Of each class, the first of the ends whose rarest word is of it; then the first of those without such a word.
    pub(super) keyed: Vec<u32>,
    /// A bit for each class: set for those that are the rarest word of an end, one in seven.
    pub(super) keys: Vec<u64>,
    /// In the order of their rarest words.
    pub(super) ends: Vec<End>,
    pub(super) needs: Vec<Need>,
    /// States.
    pub(super) paths: Vec<u32>,
    /// A bit for each state: set for those that are on no path, the states of lists and choices.
    pub(super) shared: Vec<u64>,
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

impl Ends {
    fn of_key(&self, key: usize) -> &[End] {
        let place = |at: usize| self.keyed.get(at).map(|place| *place as usize);
        let range = place(key).zip(place(key + 1));
        let ends = range.and_then(|(start, end)| self.ends.get(start..end));
        ends.unwrap_or(&[])
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
            states: ends.shared.clone(),
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
        let keys = present.seen().filter(|class| bit(&ends.keys, *class));
        let keys = keys.map(|class| class as usize);
        for key in keys.chain([without_key]) {
            for end in ends.of_key(key) {
                if end.second.is_some_and(|class| present.places(class) == 0) {
                    continue;
                }
                let needs = ends.needs.get(end.needs.0 as usize..end.needs.1 as usize);
                if are_met(needs.unwrap_or(&[]), present) {
                    self.open(*end);
                }
            }
        }
        !self.opened.is_empty()
    }

    fn open(&mut self, end: End) {
        let path = self
            .ends
            .paths
            .get(end.path.0 as usize..end.path.1 as usize);
        for state in path.unwrap_or(&[]) {
            if let Some(bits) = self.states.get_mut(*state as usize / 64) {
                *bits |= 1 << (state % 64);
                self.opened.push(*state);
            }
        }
    }

    /// Whether a state may be entered.
    #[inline]
    pub(super) fn has(&self, state: u32) -> bool {
        bit(&self.states, state)
    }
}

#[inline]
fn bit(bits: &[u64], number: u32) -> bool {
    let bits = bits.get(number as usize / 64);
    bits.is_some_and(|bits| bits >> (number % 64) & 1 == 1)
}

/// Whether a sentence has what is needed, one after the other.
fn are_met(needs: &[Need], present: &Present<'_>) -> bool {
    let mut from = 0;
    needs.iter().all(|need| {
        let places = match need {
            Need::Word(class) => present.places(*class),
            Need::Mention(kinds) => present.mentions(*kinds),
        };
        let left = places >> from;
        // The last place stands for all later ones.
        from = (from + left.trailing_zeros() + 1).min(Present::LAST as u32);
        left != 0
    })
}
