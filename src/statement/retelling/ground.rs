//! What two values, one of each article, share besides what they are: what is counted, what governs them, who is named
//! beside them, and what their sentences and those around them tell.

use super::frame::{Frame, Frames, Noun};
use super::retold::support;
use crate::document::Word;
use crate::statement::wording::concept::Concept;
use crate::value::{Kind, Value};

/// What the value counts, the same in both: a thing, what befell people, people of whatever sort.
const SAME_THING: f32 = 2.5;
const SAME_ACT: f32 = 2.0;
const SAME_PEOPLE: f32 = 1.0;
/// What the one counts stands beside what the other does: "five crossings", "five crossing points".
const SAME_KIN: f32 = 1.5;
/// A small number of a thing and one that stands alone.
const OTHER_NOUN: f32 = -1.0;
/// A value this exact tells by itself what it is of, whatever it is said to count.
pub(super) const TELLING: f32 = 2.5;
/// What governs both without being next to either; and what both sentences, or those around them, have at all.
const GOVERNS: f32 = 0.6;
const SAME_SENTENCE: f32 = 0.5;
const AROUND: f32 = 0.2;
/// No more than this can come from the words that govern, or from those that only stand there.
const MOST: f32 = 5.0;
/// A name beside both values, of which two count; a mark beside one of them only, of which two count; said to be so in
/// one of them only.
const NAME: f32 = 1.5;
const NAMES: usize = 2;
const OTHER_MARK: f32 = 1.0;
const MARKS: usize = 2;
const OPEN: f32 = 0.5;
/// An age beside other names.
const OTHER_NAME: f32 = 1.0;

/// Weights such as 0.2 and 0.6 have no exact sums: what falls short of enough by that alone is enough, by this grain.
const GRAIN: f32 = 64.0;

/// A frame among those of its article.
#[derive(Clone, Copy)]
pub(super) struct PlacedFrame<'a> {
    /// All frames of the article.
    pub(super) frames: &'a Frames,
    /// The frame.
    pub(super) frame: &'a Frame,
}

/// A sentence among those of its article.
#[derive(Clone, Copy)]
pub(in crate::statement) struct PlacedScene<'a> {
    /// The article's frames, with what its sentences are about.
    pub(super) frames: &'a Frames,
    /// Index of the sentence among their scenes.
    pub(super) at: usize,
}

impl<'a> PlacedScene<'a> {
    /// What the sentence is about.
    pub(super) fn concepts(&self) -> Option<&'a [Concept]> {
        self.frames.scenes.get(self.at).map(Vec::as_slice)
    }
}

/// What two frames share, by weight, whose values by themselves tell so much as `exact`; `None` if they are of two things.
pub(super) fn ground(left: PlacedFrame<'_>, right: PlacedFrame<'_>, exact: f32) -> Option<f32> {
    let (a, b) = (left.frame, right.frame);
    let counted = counted(a, b, exact)?;
    let governed = governed(a, b).min(MOST);
    let names = each_once(&a.names, PartialEq::eq);
    let names = names.filter(|n| b.names.contains(n)).count();
    let apart =
        |these: &[Word], those: &[Word]| these.iter().filter(|m| !those.contains(m)).count();
    let marks = apart(&a.marks, &b.marks) + apart(&b.marks, &a.marks);
    let (here, there) = (left.frames.scene(a.scene), right.frames.scene(b.scene));
    let sentence = shared(here, there);
    let around = (support(here, there) - sentence).max(0.0);
    let there = (sentence * SAME_SENTENCE + around * AROUND).min(MOST);
    let open = if a.stated == b.stated { 0.0 } else { OPEN };
    let names = names.min(NAMES) as f32 * NAME;
    let marks = marks.min(MARKS) as f32 * OTHER_MARK;
    let other = if is_of_another(a, b) { OTHER_NAME } else { 0.0 };
    let weight = counted + governed + names + there - marks - open - other;
    Some((weight * GRAIN).round() / GRAIN)
}

/// Whether two ages are of people with other names.
fn is_of_another(a: &Frame, b: &Frame) -> bool {
    let named = !a.names.is_empty() && !b.names.is_empty();
    a.value.kind() == Kind::Age && named && !a.names.iter().any(|name| b.names.contains(name))
}

/// What it says that two numbers count the same; `None` if they count two things and are not exact enough to be one.
fn counted(a: &Frame, b: &Frame, exact: f32) -> Option<f32> {
    let has = |frame: &Frame, act: Word| frame.next.iter().any(|n| n.concept.word == act);
    match (a.noun, b.noun) {
        (Some(Noun::Thing(x)), Some(Noun::Thing(y))) if x == y => Some(SAME_THING),
        (Some(Noun::Act(x)), Some(Noun::Act(y))) if x == y => Some(SAME_ACT),
        (Some(Noun::Anyone), Some(Noun::Anyone)) => Some(SAME_PEOPLE),
        (Some(Noun::Act(act)), _) if has(b, act) => Some(SAME_ACT),
        (_, Some(Noun::Act(act))) if has(a, act) => Some(SAME_ACT),
        (Some(Noun::People(x)), Some(Noun::People(y))) if x == y => Some(SAME_THING),
        (Some(Noun::Thing(x)), Some(Noun::Thing(y)))
            if a.kin.contains(&y) || b.kin.contains(&x) =>
        {
            Some(SAME_KIN)
        }
        (Some(x), Some(y)) if are_two(x, y) => (exact >= TELLING).then_some(0.0),
        // "None", "nobody": where nothing was, something must tell of what.
        _ if is_none(a) || is_none(b) => None,
        (Some(Noun::Thing(_)), _) | (_, Some(Noun::Thing(_))) if exact <= 0.0 => Some(OTHER_NOUN),
        _ => Some(0.0),
    }
}

/// Whether two nouns are of two things. "30 residents" may be what another calls "30 demonstrators", or "30 people".
fn are_two(x: Noun, y: Noun) -> bool {
    !matches!(
        (x, y),
        (Noun::Anyone, _)
            | (_, Noun::Anyone)
            | (Noun::People(_), Noun::People(_) | Noun::Act(_))
            | (Noun::Act(_), Noun::People(_))
    )
}

fn is_none(frame: &Frame) -> bool {
    matches!(&frame.value, Value::Quantity(q) if q.kind == Kind::Count && q.nominal == Some(0.0))
}

/// What governs both, by weight.
fn governed(a: &Frame, b: &Frame) -> f32 {
    let once = each_once(&a.next, |x, y| x.concept.word == y.concept.word);
    let shared = once.filter_map(|x| {
        let y = b.next.iter().find(|y| y.concept.word == x.concept.word)?;
        let next = if x.nearest || y.nearest { 1.0 } else { GOVERNS };
        Some(x.concept.weight.min(y.concept.weight) * next)
    });
    total(shared.collect())
}

/// The sum of some weights. A sum of fractions depends on their order, and that on which article comes first: they are
/// added by size.
pub(super) fn total(mut weights: Vec<f32>) -> f32 {
    weights.sort_unstable_by(f32::total_cmp);
    weights.into_iter().sum()
}

/// The first of those that are the same, so that neither article counts anything twice.
fn each_once<T>(all: &[T], same: impl Fn(&T, &T) -> bool) -> impl Iterator<Item = &T> {
    let first = move |(at, one): &(usize, &T)| !all.iter().take(*at).any(|other| same(other, one));
    all.iter().enumerate().filter(first).map(|(_, one)| one)
}

/// What two sentences share, by weight; their concepts stand in one order in both.
pub(in crate::statement) fn shared(left: PlacedScene<'_>, right: PlacedScene<'_>) -> f32 {
    let (Some(ours), Some(theirs)) = (left.concepts(), right.concepts()) else {
        return 0.0;
    };
    let weight = |concept: &Concept| {
        let at = theirs
            .binary_search_by_key(&concept.word, |c| c.word)
            .ok()?;
        theirs.get(at).map(|c| c.weight.min(concept.weight))
    };
    ours.iter().filter_map(weight).sum()
}
