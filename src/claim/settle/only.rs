//! Whether a question can be asked of one alone: how old the dead man was, if one man died.
//!
//! A claim may name claims of its file that count people (`of-one`). Of two who died there are two ages, and that two
//! articles give two is no contradiction; where all that an article counts of an event is one, its answer is that one's.
//! Only what an article is mainly about is told fully enough for that, and only in its first sentences; further down, even
//! a death that is told as one with this may be an earlier one.

use crate::claim::draft::{Draft, leave_out};
use crate::claim::{Dropped, Event, Why};
use crate::document::Document;
use crate::rule::RuleSet;
use crate::value::Value;

/// So many sentences of an article tell what it is mainly about.
const LEAD: usize = 6;

/// Leaves out the drafts whose question is of one alone where their event counts several, or does not count at all.
pub(super) fn leave_out_of_several(
    document: &Document<'_>,
    rules: &RuleSet,
    events: &[Event],
    drafts: &mut Vec<Draft>,
    dropped: &mut Vec<Dropped>,
) {
    leave_out(drafts, dropped, |draft, all| {
        let counted = &rules.claims.get(draft.rule)?.of_one;
        let event = draft.event.and_then(|event| events.get(event));
        let fits = event.is_some_and(|event| event.main)
            && is_early(document, draft.tokens.start)
            && is_one(counted, draft.event, all);
        (!counted.is_empty() && !fits).then_some(Why::OfSeveral)
    });
}

/// Whether a token stands where the article tells what it is about.
pub(in crate::claim) fn is_early(document: &Document<'_>, token: usize) -> bool {
    document.lead(LEAD).contains(&token)
}

/// Whether what the claims `counted` count of an event is one in all.
fn is_one(counted: &[usize], event: Option<usize>, drafts: &[Draft]) -> bool {
    let counts = |rule: usize| {
        let of_event = drafts
            .iter()
            .filter(move |d| d.rule == rule && d.event == event);
        of_event.filter(|d| d.stated).map(|d| number(&d.value))
    };
    let mut in_all = 0;
    for rule in counted {
        let mut answers = counts(*rule).peekable();
        if answers.peek().is_none() {
            continue;
        }
        match answers.try_fold(None, |first: Option<u8>, number| {
            let number = number?;
            (first.is_none() || first == Some(number)).then_some(Some(number))
        }) {
            Some(Some(number)) => in_all += number,
            _ => return false,
        }
    }
    in_all == 1
}

/// None or one; `None` if it may be more. "A man" is one, though "at least one" of those that are counted.
fn number(value: &Value) -> Option<u8> {
    let Value::Quantity(quantity) = value else {
        return None;
    };
    match quantity.nominal.or(quantity.low)? {
        0.0 => Some(0),
        1.0 => Some(1),
        _ => None,
    }
}
