//! How a side is named in the report: the letter of its article, its value, its place.

use super::TextPage;
use super::paint::Paint;
use super::wrap::Flow;
use crate::finding::{Finding, Side};
use crate::report::wording;

pub(super) use crate::report::wording::{letter, name};

/// Columns of a value, and of its speaker, that are shown at most.
const LONGEST_VALUE: usize = 200;

/// Where a side stands: `file:line:column`, in a headline that came apart `file:title:line:column`.
pub(super) fn place(page: &TextPage<'_>, side: Side) -> String {
    let account = page.report.accounts.get(side.member.article);
    let file = name(account.map_or("", |a| &a.document.source.id));
    format!("{file}:{}", place_within(page, side))
}

/// Where a side stands in its article: `line:column`, in a headline that came apart `title:line:column`.
pub(super) fn place_within(page: &TextPage<'_>, side: Side) -> String {
    let places = page.places.get(side.member.article);
    places.map_or(String::new(), |places| {
        places.place(side.span).within(side.span.part)
    })
}

/// The value of a side: a name in its full form, a date with the day it stands for, everything else as written.
pub(super) fn value(page: &TextPage<'_>, side: Side, paint: Paint) -> Flow {
    let mut flow = Flow::new();
    if let Some((value, day)) = wording::value(page.report, side) {
        flow.push(value, paint);
        if let Some(day) = day {
            flow.push(&format!(" ({day})"), Paint::Faint);
        }
    }
    flow
}

/// The value of a side and who says it, where that is not the article itself: `12 people — officials`.
pub(super) fn attributed(page: &TextPage<'_>, side: Side) -> Flow {
    let mut flow = value(page, side, Paint::Plain).clipped(LONGEST_VALUE);
    if side.of_another_event {
        flow.push(" (of another event)", Paint::Faint);
    }
    let claim = side.member.of(&page.report.accounts);
    if let Some(speaker) = claim.and_then(|claim| claim.speaker.name.as_deref()) {
        let speaker = Flow::of(&format!("— {speaker}"), Paint::Faint).clipped(LONGEST_VALUE);
        flow.push(" ", Paint::Plain).extend(&speaker);
    }
    flow
}

/// Which of several events of one type a finding is about, from the second on: `walkout 2`.
pub(super) fn event(page: &TextPage<'_>, finding: &Finding) -> Option<String> {
    wording::event(page.report, finding)
}

/// What a finding is about beside the event: the killed *of Kabul*.
pub(super) fn about(page: &TextPage<'_>, finding: &Finding) -> Option<String> {
    wording::about(page.report, finding)
}
