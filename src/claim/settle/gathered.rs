//! Whose names an article gives apart from the event that it is about: "he was convicted of the shooting on 7 July. Ana Ruiz was shot
//! in November".
//!
//! Days tell the events of an article apart, and the day of a trial, of an arrest or of a death in hospital may be taken for one of
//! them. Where the main event has no answer with a name to a question that asks for several people, those who are named for the
//! next event of its kind are its own, unless a word says that this is another event, or the head of the article tells as news on which
//! day its event was and the other is of days before it.

use super::earlier;
use crate::claim::draft::Draft;
use crate::claim::event::Event;
use crate::document::Document;
use crate::mention::Mention;
use crate::rule::{ClaimRule, HowMany, RuleSet};
use crate::value::{Kind, Value};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Gives the main event those who are named for another that only a day tells apart.
pub(super) fn bring_home(
    document: &Document<'_>,
    rules: &RuleSet,
    mentions: &[Mention],
    published: Option<Date>,
    events: &[Event],
    drafts: &mut [Draft],
) {
    let asked: BTreeSet<usize> = drafts.iter().map(|d| d.rule).collect();
    for (main, event) in events.iter().enumerate().filter(|(_, e)| e.main) {
        for &at in &asked {
            let lists_people = |rule: &ClaimRule| {
                rule.pack == event.pack
                    && rule.kind == Kind::Person
                    && rule.how_many == HowMany::Many
            };
            if !rules.claims.get(at).is_some_and(lists_people) {
                continue;
            }
            let named = |d: &&Draft| d.rule == at && d.stated && has_name(&d.value);
            if drafts.iter().filter(named).any(|d| d.event == Some(main)) {
                continue;
            }
            let Some(other) = drafts.iter().find(named).and_then(|d| d.event) else {
                continue;
            };
            let told_apart = events.get(other).is_none_or(|e| !e.separators.is_empty())
                || earlier::is_before(document, mentions, published, drafts, (main, other));
            if !told_apart {
                let theirs = |d: &&mut Draft| d.rule == at && d.event == Some(other);
                for draft in drafts.iter_mut().filter(theirs) {
                    draft.event = Some(main);
                }
            }
        }
    }
}

fn has_name(value: &Value) -> bool {
    matches!(value, Value::Name(name) if name.name.is_some())
}
