//! Which values that two articles give alike are supported by others beside them: "lost 3,100 jobs while hotels added 2,400"
//! and "took on 2,400, but builders shed 3,100".
//!
//! A number alike may be chance; two numbers in one sentence of each article hardly are.

use super::echo::EchoPair;
use rustc_hash::FxHashMap;

/// What a neighbour adds: one that is sure by itself, and at most one that is exact; and how much of that if it stands in the
/// sentence before or after.
const SURE: f32 = 1.5;
const MOST: f32 = 2.0;
const BESIDE: f32 = 0.5;
/// A value must be this exact to support another unless it is sure.
const EXACT: f32 = 1.0;

/// Adds to what each pair shares what stands beside it in both articles.
pub(super) fn strengthen(pairs: &mut [EchoPair]) {
    let mut places: FxHashMap<(usize, usize), Vec<usize>> = FxHashMap::default();
    for (at, pair) in pairs.iter().enumerate() {
        if pair.is_enough() || pair.exact >= EXACT {
            places.entry(pair.scenes).or_default().push(at);
        }
    }
    let gained: Vec<f32> = pairs
        .iter()
        .map(|pair| gain(pair, pairs, &places))
        .collect();
    for (pair, gained) in pairs.iter_mut().zip(gained) {
        pair.besides += gained;
    }
}

fn gain(pair: &EchoPair, all: &[EchoPair], places: &FxHashMap<(usize, usize), Vec<usize>>) -> f32 {
    let mut most = 0.0_f32;
    let near = |scene: usize| scene.saturating_sub(1)..=scene + 1;
    for left in near(pair.scenes.0) {
        for right in near(pair.scenes.1) {
            let here = places.get(&(left, right)).into_iter().flatten();
            for other in here.filter_map(|at| all.get(*at)) {
                if other.frames.0 == pair.frames.0 || other.frames.1 == pair.frames.1 {
                    continue;
                }
                let sure = if other.is_enough() { SURE } else { 0.0 };
                let own = sure.max(other.exact.min(MOST));
                let same = other.scenes == pair.scenes;
                most = most.max(if same { own } else { own * BESIDE });
            }
        }
    }
    most
}
