//! Numbers without a number: "several", "dozens of people", "a few hundred", "almost no audience", "nobody", "no arrests".

use super::numeral::{Class, number_word};
use super::quantifier::{Needs, Quantifiers, Vague};
use super::reading::Step;
use super::unit::{self, Unit};
use super::words::Words;
use super::{Bound, Quantity, interval, noun};
use crate::value::Kind;

/// The vague number that starts at `at`. A phrase of the table that counts nothing here is passed over.
pub(super) fn read(words: &Words<'_>, table: &Quantifiers, at: usize) -> Option<Step> {
    let (vague, end) = table.vague(words, at)?;
    let (mut quantity, end) = multiplied(words, quantity_of(vague), end);
    let mut start = at;
    if let Some((by, from)) = table.before(words, at) {
        quantity = interval::moved(quantity, by);
        quantity.bound = Bound::Vague;
        start = from;
    }
    if let Some((unit, to)) = unit_behind(words, end) {
        quantity.kind = if unit.family == "money" {
            Kind::Money
        } else {
            Kind::Measure
        };
        quantity.unit = Some(unit.name.to_owned());
        return Some((Some((start..to, quantity)), to));
    }
    let of = usize::from(words.is_word(end - 1, "of"));
    let noun = noun::counted(words, end - of, false);
    let noun = match vague.needs {
        Needs::Thing => noun.or_else(|| noun::counted(words, end, true)),
        _ => noun,
    };
    let is_met = match vague.needs {
        Needs::Nothing => true,
        Needs::Of => noun.is_some() || words.is_word(end, "of"),
        Needs::Noun | Needs::Thing => noun.is_some(),
    };
    if is_duration(words, end) || words.hyphen(end) || !is_met {
        return Some((None, end));
    }
    quantity.noun = head(words, noun);
    let end = noun.map_or(end, |noun| noun.end);
    Some((Some((start..end, quantity)), end))
}

fn quantity_of(vague: &Vague) -> Quantity {
    Quantity {
        low: vague.hard[0],
        high: vague.hard[1],
        above_low: vague.above_low,
        soft: (vague.soft[0], vague.soft[1]),
        nominal: vague.nominal,
        unit: vague.unit.clone(),
        ..Quantity::new(Kind::Count, Bound::Vague)
    }
}

/// "several hundred", "a couple of thousand".
fn multiplied(words: &Words<'_>, quantity: Quantity, end: usize) -> (Quantity, usize) {
    let Some((Class::Hundred | Class::Scale | Class::Dozen, size)) =
        words.word(end).and_then(number_word)
    else {
        return (quantity, end);
    };
    let times = |value: Option<f64>| value.map(|value| value * size);
    let multiplied = Quantity {
        low: times(quantity.low),
        high: times(quantity.high),
        soft: (times(quantity.soft.0), times(quantity.soft.1)),
        nominal: times(quantity.nominal),
        ..quantity
    };
    (multiplied, end + 1)
}

/// "millions of dollars", "several kilometres".
fn unit_behind(words: &Words<'_>, end: usize) -> Option<(&'static Unit, usize)> {
    let of = usize::from(words.is_word(end, "of"));
    let (unit, to) = unit::after(words, end + of, None)?;
    let spelled = words.text(to - 1).len() > 2 && !words.glued(end);
    let plain = !unit.is_for_large_numbers() && unit.family != "index";
    (spelled && plain).then_some((unit, to))
}

/// "several more days": durations belong to the date room.
fn is_duration(words: &Words<'_>, end: usize) -> bool {
    let of = usize::from(words.is_word(end, "of"));
    let more = usize::from(words.is_word(end + of, "more"));
    noun::is_time(words.word(end + of + more))
}

fn head(words: &Words<'_>, noun: Option<noun::Noun>) -> Option<String> {
    let head = noun.and_then(|noun| noun.head);
    head.map(|at| words.text(at).to_owned())
}

/// "no casualties", "nobody", "none of the passengers", "not a single arrest": zero. "No other casualties" says nothing
/// of the total.
pub(super) fn none(words: &Words<'_>, table: &Quantifiers, at: usize) -> Option<Step> {
    let (end, with_noun) = table.none(words, at)?;
    let of = words.is_word(end, "of");
    let noun = if with_noun || of {
        noun::counted(words, end, false)
    } else if end > at + 1 {
        noun::counted(words, end, true)
    } else {
        None
    };
    let is_blocked = with_noun && (end..end + 3).any(|at| table.blocks_none(words.word(at)));
    if is_blocked || (with_noun && noun.is_none()) || is_duration(words, end) {
        return None;
    }
    let zero = Some(0.0);
    let quantity = Quantity {
        low: zero,
        high: zero,
        soft: (zero, zero),
        nominal: zero,
        noun: head(words, noun),
        ..Quantity::new(Kind::Count, Bound::None)
    };
    let end = noun.map_or(end, |noun| noun.end);
    Some((Some((at..end, quantity)), end))
}
