//! Which of several values that claim the same words are kept.
//!
//! The longer wins, then the more specific kind; a counted noun gives way to a name. A place or body may stand inside a
//! count ("two South Korean divers"), a whole inside the part of it ("four of the 16 workers"), or inside what describes a person ("the U.S. envoy"), never inside the name itself.

use crate::value::{Found, Kind, Value};
use std::ops::Range;

/// Keeps the values that do not dispute each other's words, ordered by position, the outer before the inner.
pub(super) fn settle(found: Vec<Found>) -> impl Iterator<Item = Found> {
    let mut kept = Kept::among(&found);
    for at in by_claim(&found) {
        kept.offer(at);
    }
    let mut order = kept.values;
    order.sort_unstable_by_key(|at| {
        let tokens = found.get(*at).map_or(0..0, |f| f.tokens.clone());
        (tokens.start, usize::MAX - tokens.end)
    });
    let mut found: Vec<Option<Found>> = found.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(move |at| found.get_mut(at)?.take())
}

/// The values' places in the list, the strongest claim first. Of equal claims the first of the list goes first.
fn by_claim(found: &[Found]) -> impl Iterator<Item = usize> {
    let claim = |(at, f): (usize, &Found)| {
        let kind = f.value.kind();
        let longest_first = usize::MAX - f.tokens.len();
        (
            is_counted(kind),
            longest_first,
            rank(kind),
            f.tokens.start,
            at,
        )
    };
    let mut claims: Vec<_> = found.iter().enumerate().map(claim).collect();
    claims.sort_unstable();
    claims.into_iter().map(|(.., at)| at)
}

/// The values kept so far, found by the token they start with. Most values share no word with another, which one look at
/// their tokens tells.
struct Kept<'f> {
    found: &'f [Found],
    /// Places of the kept values in `found`.
    values: Vec<usize>,
    /// For each token the last kept value that starts there, as its place in `values` and one more.
    starts: Vec<u32>,
    /// For each kept value the one kept before it that starts at the same token.
    before: Vec<u32>,
    /// Whether a kept value has the token.
    covered: Vec<bool>,
}

impl<'f> Kept<'f> {
    fn among(found: &'f [Found]) -> Self {
        let tokens = found.iter().map(|f| f.tokens.end).max().unwrap_or(0);
        Kept {
            found,
            values: Vec::with_capacity(found.len()),
            starts: vec![0; tokens],
            before: Vec::with_capacity(found.len()),
            covered: vec![false; tokens],
        }
    }

    /// Keeps the value at place `at` unless it disputes the words of one that is kept.
    fn offer(&mut self, at: usize) {
        let Some(candidate) = self.found.get(at) else {
            return;
        };
        let tokens = &candidate.tokens;
        let covered = self.covered.get(tokens.clone()).unwrap_or(&[]);
        let disputed = covered.contains(&true)
            && self
                .overlapping(tokens)
                .any(|kept| !nests(candidate, kept) && !nests(kept, candidate));
        if disputed {
            return;
        }
        self.values.push(at);
        if let Some(start) = self.starts.get_mut(tokens.start) {
            self.before
                .push(std::mem::replace(start, self.values.len() as u32));
        }
        if let Some(covered) = self.covered.get_mut(tokens.clone()) {
            covered.fill(true);
        }
    }

    /// The kept values that share a token with `tokens`. No value is longer than [`LONGEST`] tokens.
    fn overlapping(&self, tokens: &Range<usize>) -> impl Iterator<Item = &'f Found> {
        let start = tokens.start;
        let near = start.saturating_sub(LONGEST)..tokens.end;
        let starts = self.starts.get(near).unwrap_or(&[]).iter();
        let number = |number: u32| (number as usize).checked_sub(1);
        let same_start = move |last: &u32| {
            std::iter::successors(number(*last), move |at| number(*self.before.get(*at)?))
        };
        let places = starts.flat_map(same_start);
        let kept = places.filter_map(|place| self.found.get(*self.values.get(place)?));
        kept.filter(move |found| found.tokens.end > start)
    }
}

/// More tokens than any value has.
const LONGEST: usize = 64;

/// Whether `inner` may stand inside `outer`.
fn nests(inner: &Found, outer: &Found) -> bool {
    let inside = outer.tokens.start <= inner.tokens.start
        && inner.tokens.end <= outer.tokens.end
        && inner.tokens.len() < outer.tokens.len();
    let place = matches!(
        inner.value.kind(),
        Kind::Country | Kind::Place | Kind::Organisation | Kind::Body
    );
    // "58 in favour and 41 against" is a tally and two counts.
    let side = inner.value.kind() == Kind::Count && outer.value.kind() == Kind::Score;
    // "two 20-year-old men", "12 weekly flights"
    let told = matches!(inner.value.kind(), Kind::Age | Kind::Set);
    let told = told && outer.value.kind() == Kind::Count;
    if inside && (side || told || is_whole(inner, outer)) {
        return true;
    }
    inside
        && place
        && match &outer.value {
            Value::Quantity(quantity) => quantity.kind == Kind::Count,
            // The name stands at the end of "Ukrainian Ambassador Yevheniia Filipenko".
            Value::Name(name) if name.kind == Kind::Person => {
                let words = name
                    .name
                    .as_deref()
                    .map_or(0, |n| n.split_whitespace().count());
                inner.tokens.end + words <= outer.tokens.end
            }
            _ => false,
        }
}

/// Whether `outer` counts a part of what `inner` counts: "four of the 16 workers".
fn is_whole(inner: &Found, outer: &Found) -> bool {
    let count = |found: &Found| found.value.kind() == Kind::Count;
    count(inner) && count(outer) && inner.tokens.end == outer.tokens.end
}

fn is_counted(kind: Kind) -> bool {
    matches!(kind, Kind::Count | Kind::Ordinal)
}

/// Lower is more specific.
fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Date | Kind::Time | Kind::Duration | Kind::Set => 0,
        Kind::Money | Kind::Percent | Kind::Measure | Kind::Age | Kind::Score => 1,
        Kind::Person => 2,
        Kind::Country => 3,
        Kind::Body | Kind::Organisation => 4,
        Kind::Place => 5,
        Kind::Count | Kind::Ordinal => 6,
        Kind::Choice | Kind::Text => 7,
    }
}
