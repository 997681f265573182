//! The claims of a run by number. Those that ship are left where they lie in the program's file, each until it is asked for:
//! two articles have answers to a few of them.

use super::image::Lying;
use super::set::ClaimRule;
use std::sync::OnceLock;

/// The claims of all packs, by number.
#[derive(Debug, Default)]
pub struct ClaimRules {
    made: Vec<OnceLock<Box<ClaimRule>>>,
    /// Where those lie that are not yet made; they come first.
    lying: Lying,
}

impl ClaimRules {
    /// These claims.
    pub(super) fn made(claims: Vec<ClaimRule>) -> Self {
        let mut made = ClaimRules::default();
        made.extend(claims);
        made
    }

    /// The claims that lie there.
    pub(super) fn lying_in(lying: Lying) -> Self {
        ClaimRules {
            made: (0..lying.len()).map(|_| OnceLock::new()).collect(),
            lying,
        }
    }

    /// Adds claims after those that are there.
    pub(super) fn extend(&mut self, claims: Vec<ClaimRule>) {
        let claims = claims.into_iter();
        self.made.extend(claims.map(|claim| Box::new(claim).into()));
    }

    /// The claim of a number.
    pub fn get(&self, number: usize) -> Option<&ClaimRule> {
        let place = self.made.get(number)?;
        if let Some(claim) = place.get() {
            return Some(claim);
        }
        let claim = self.lying.claim(number)?.rule();
        Some(place.get_or_init(|| Box::new(claim)))
    }

    /// The claim of a number, to weigh it otherwise.
    pub fn get_mut(&mut self, number: usize) -> Option<&mut ClaimRule> {
        self.get(number)?;
        Some(self.made.get_mut(number)?.get_mut()?)
    }

    /// All of them, in order. Every one is made: for a command about rules, not for the reading of an article.
    pub fn iter(&self) -> impl Iterator<Item = &ClaimRule> {
        (0..self.len()).filter_map(|number| self.get(number))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.made.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.made.is_empty()
    }
}
