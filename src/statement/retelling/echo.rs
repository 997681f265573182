//! Values that two articles give alike of one thing, in whatever words they do.
//!
//! That two accounts of one event both have "2,430" is no chance; that both have "three" may be. So a pair of values that
//! agree counts for what it shares: how exact the value is, what is counted, what governs it, who is named beside it, what
//! both sentences tell, and which other values stand beside both (`neighbour.rs`). The best pairs come first, and a value is
//! paired once. Nothing found here can be an alarm.

use super::chance::{are_far, chance, far_day};
use super::crossing::{as_kind_of, may_cross};
use super::frame::Frame;
use super::ground::{PlacedFrame, TELLING, ground};
use super::neighbour::strengthen;
use crate::compare::Verdict;
use crate::rule::{ClaimRule, RuleSet};
use crate::statement::Asked;
use crate::statement::article::ReadArticle;
use crate::statement::meeting::Meeting;
use crate::value::{Kind, Value};

/// What a pair must share, by weight.
struct Bar {
    /// Of a number that is in many articles.
    number: f32,
    /// Of one that says something by itself.
    exact: f32,
    /// Of days, of which every article has several for many things.
    day: f32,
    /// Besides the value; besides one so exact that it tells by itself what it is of.
    besides: f32,
    besides_telling: f32,
}

/// For values that are the same.
const SAME: Bar = Bar {
    number: 2.5,
    exact: 2.0,
    day: 4.0,
    besides: 1.0,
    besides_telling: -0.5,
};
/// For values that only fit each other, are the same in two forms, or tell an order ("the third").
const FITTING: Bar = Bar {
    number: 3.5,
    exact: 3.0,
    day: 4.0,
    besides: 1.5,
    besides_telling: 0.5,
};
/// So exact is a number that says something.
const EXACT: f32 = 1.4;
/// What a value loses by being given again and again.
const CROWD: f32 = 0.5;
/// What a value loses by being the same only in another form.
const CROSSED: f32 = 0.5;

/// Less than this no neighbour makes enough.
const HOPELESS: f32 = 1.0;

/// A pair of frames that give one value, and how much it shares.
pub(super) struct EchoPair {
    /// How exact the value is that both give.
    pub(super) exact: f32,
    /// What both share besides.
    pub(super) besides: f32,
    /// What a pair of this kind must share in all, and besides the value.
    pub(super) enough: f32,
    least: f32,
    /// Indices of the frames.
    pub(super) frames: (usize, usize),
    /// Indices of their scenes.
    pub(super) scenes: (usize, usize),
    rule: usize,
    /// The values in one form, where the articles give them in two.
    forms: Option<(Value, Value)>,
}

impl EchoPair {
    fn weight(&self) -> f32 {
        self.exact + self.besides
    }

    /// Whether the frames share enough to give their value of one thing.
    pub(super) fn is_enough(&self) -> bool {
        self.besides >= self.least && self.weight() >= self.enough
    }
}

/// Where two articles give the same value of one thing.
pub(in crate::statement) fn echoes(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    asked: &Asked,
    rules: &RuleSet,
) -> Vec<Meeting> {
    let mut pairs = pairs(left, right, asked, rules);
    strengthen(&mut pairs);
    pairs.retain(EchoPair::is_enough);
    pairs.sort_by(|a, b| {
        let place = |pair: &EchoPair| (pair.frames.0 + pair.frames.1, pair.frames.0);
        let weight = b.weight().total_cmp(&a.weight());
        weight.then(place(a).cmp(&place(b)))
    });
    let mut taken: Vec<(&Frame, &Frame)> = Vec::new();
    let mut found = Vec::new();
    for pair in pairs {
        let (at, other) = pair.frames;
        let (Some(a), Some(b)) = (left.frames.all.get(at), right.frames.all.get(other)) else {
            continue;
        };
        let again = |(x, y): &(&Frame, &Frame)| {
            std::ptr::eq(*x, a) || std::ptr::eq(*y, b) || is_again(x, a) && is_again(y, b)
        };
        if taken.iter().any(again) {
            continue;
        }
        taken.push((a, b));
        let forms = pair
            .forms
            .unwrap_or_else(|| (a.value.clone(), b.value.clone()));
        found.extend(Meeting::between(
            pair.rule,
            left.gives(forms.0, a.tokens.clone()),
            right.gives(forms.1, b.tokens.clone()),
        ));
    }
    found
}

/// Every pair of values that agree and share something.
fn pairs(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    asked: &Asked,
    rules: &RuleSet,
) -> Vec<EchoPair> {
    let mut found = Vec::new();
    for (at, a) in left.frames.all.iter().enumerate() {
        for (other, b) in right.frames.all.iter().enumerate() {
            let forms = crossed((left, a), (right, b));
            if forms.is_none() && are_far(&a.value, &b.value) {
                continue;
            }
            let values = forms
                .as_ref()
                .map_or((&a.value, &b.value), |f| (&f.0, &f.1));
            let rule = question(values, asked);
            let Some((rule, claim)) = rule.and_then(|r| Some((r, rules.claims.get(r)?))) else {
                continue;
            };
            let placed = (left.frames.placed(a), right.frames.placed(b));
            let Some((verdict, exact, besides)) = weights(placed, values, claim) else {
                continue;
            };
            let far = far_day(values.0, left.account.published)
                .min(far_day(values.1, right.account.published));
            let exact = exact + far - if forms.is_some() { CROSSED } else { 0.0 };
            if exact + besides >= HOPELESS {
                let plain = verdict == Verdict::Agree && forms.is_none();
                let bar = if plain && values.0.kind() != Kind::Ordinal {
                    &SAME
                } else {
                    &FITTING
                };
                found.push(EchoPair {
                    exact,
                    besides,
                    enough: bar.enough(values, exact),
                    least: bar.least(exact),
                    frames: (at, other),
                    scenes: (a.scene, b.scene),
                    rule,
                    forms,
                });
            }
        }
    }
    found
}

/// The values of two frames in one form, if they give them in two.
fn crossed(
    (left, a): (ReadArticle<'_>, &Frame),
    (right, b): (ReadArticle<'_>, &Frame),
) -> Option<(Value, Value)> {
    let kinds = (a.value.kind(), b.value.kind());
    // "Her fourth title" tells of titles, "in the fourth" of anything.
    if kinds.0 != kinds.1 && matches!(kinds, (Kind::Ordinal, _) | (_, Kind::Ordinal)) {
        let (a, b) = a.noun.zip(b.noun)?;
        if a != b && !(a.is_of_people() && b.is_of_people()) {
            return None;
        }
    }
    if may_cross(kinds.0, kinds.1) {
        let crossed = as_kind_of(&a.value, &b.value, left.account.published)?;
        Some((crossed, b.value.clone()))
    } else if may_cross(kinds.1, kinds.0) {
        let crossed = as_kind_of(&b.value, &a.value, right.account.published)?;
        Some((a.value.clone(), crossed))
    } else {
        None
    }
}

impl Bar {
    /// What two values must share to be one of one thing.
    fn enough(&self, (a, b): (&Value, &Value), exact: f32) -> f32 {
        let is_day = |value: &Value| matches!(value.kind(), Kind::Date | Kind::Time);
        if is_day(a) || is_day(b) {
            self.day
        } else if exact >= EXACT {
            self.exact
        } else {
            self.number
        }
    }

    /// What they must share besides being what they are.
    fn least(&self, exact: f32) -> f32 {
        if exact >= TELLING {
            self.besides_telling
        } else {
            self.besides
        }
    }
}

/// The claim that two values may answer both: a time of day is compared with a day as a day, a share with so many percent
/// as a share.
pub(in crate::statement) fn question((a, b): (&Value, &Value), asked: &Asked) -> Option<usize> {
    let (a, b) = (a.kind(), b.kind());
    match (a, b) {
        (Kind::Date, Kind::Time) | (Kind::Time, Kind::Date) => asked.retold(Kind::Date),
        (Kind::Count, Kind::Percent) | (Kind::Percent, Kind::Count) => asked.retold(Kind::Percent),
        _ if a == b => asked.retold(a),
        _ => None,
    }
}

/// How exact a value is that two frames give, and what they share besides; `None` if they give two values, or of two things.
fn weights(
    (left, right): (PlacedFrame<'_>, PlacedFrame<'_>),
    (a, b): (&Value, &Value),
    claim: &ClaimRule,
) -> Option<(Verdict, f32, f32)> {
    let judged = (claim.comparator.compare)(a, b, &claim.options);
    let exact = chance(a, b, judged.verdict)? - crowd(left, right);
    Some((judged.verdict, exact, ground(left, right, exact)?))
}

/// A value that an article gives again and again is of many things.
fn crowd(left: PlacedFrame<'_>, right: PlacedFrame<'_>) -> f32 {
    let times = |of: PlacedFrame<'_>| {
        let all = of.frames.all.iter();
        let same = all.filter(|f| is_same(&f.value, &of.frame.value));
        same.count().max(1) as f32
    };
    (times(left) * times(right)).ln() * CROWD
}

/// Whether two values of one article are one.
pub(in crate::statement) fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Quantity(a), Value::Quantity(b)) => {
            a.kind == b.kind && a.unit == b.unit && a.nominal == b.nominal
        }
        (Value::Time(a), Value::Time(b)) => a.kind == b.kind && a.timex == b.timex,
        _ => false,
    }
}

/// Whether a frame gives the value of an earlier one once more.
fn is_again(first: &Frame, second: &Frame) -> bool {
    let timeless = !matches!(first.value.kind(), Kind::Date | Kind::Time);
    timeless && first.noun == second.noun && is_same(&first.value, &second.value)
}
