//! How firmly a value is tied to its event: by words of a pattern, by standing in the event's sentence, or by following it.
//!
//! An article is full of days. A pattern that is nothing but a hole (`{date}`) takes any of them, and so it speaks only
//! for events of which no pattern with words tells the day.

use super::extract::Draft;
use crate::value::Value;
use rustc_hash::FxHashSet;

/// Firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// The pattern has words of its own.
    Words,
    /// The value alone, in a sentence that mentions the event.
    Sentence,
    /// The value alone, in a sentence after one that mentions the event.
    Carried,
}

impl Tie {
    /// The tie of a draft whose event is known.
    fn of(draft: &Draft) -> Tie {
        if draft.matched != draft.tokens {
            Tie::Words
        } else if draft.trigger_in_sentence {
            Tie::Sentence
        } else {
            Tie::Carried
        }
    }
}

/// Whether the value is one day; "in May" leaves room for a better answer.
fn is_day(draft: &Draft) -> bool {
    matches!(&draft.value, Value::Time(time) if time.from.is_some() && time.from == time.to)
}

/// Of the times that answer one question about one event, puts those tied by words first, and leaves out the carried ones
/// if there are others.
pub(super) fn put_firmest_first(drafts: &mut Vec<Draft>) {
    let is_time = |draft: &Draft| matches!(draft.value, Value::Time(_));
    let own: FxHashSet<(usize, Option<usize>)> = drafts
        .iter()
        .filter(|d| is_day(d) && d.stated && Tie::of(d) < Tie::Carried)
        .map(|d| (d.rule, d.event))
        .collect();
    drafts.retain(|d| {
        !is_time(d) || Tie::of(d) < Tie::Carried || !own.contains(&(d.rule, d.event))
    });
    drafts.sort_by_key(|d| if is_time(d) { Tie::of(d) } else { Tie::Words });
}
