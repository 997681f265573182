//! How a side is named in the report: the letter of its article, its value, its place.

use super::Page;
use super::paint::Paint;
use super::wrap::Flow;
use crate::claim::Claim;
use crate::finding::{Finding, Side};
use crate::text::{Part, sanitise};
use crate::value::{Kind, Time, Value};

/// Longest name of a file that is shown, in characters of its end.
const LONGEST_NAME: usize = 200;
/// Columns of a value, and of its speaker, that are shown at most.
const LONGEST_VALUE: usize = 200;

/// The letter of an article: `A` to `Z`, then `AA`, `AB` …
pub(super) fn letter(article: usize) -> String {
    let mut number = article + 1;
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(char::from(b'A' + (number % 26) as u8));
        number /= 26;
    }
    letters.iter().rev().collect()
}

/// A name on one line: what sanitising leaves alone inside a text (tab, line end) is spelled out as well.
pub(super) fn name(id: &str) -> String {
    let length = id.chars().count();
    let start = id
        .char_indices()
        .nth(length.saturating_sub(LONGEST_NAME))
        .map_or(0, |(at, _)| at);
    let kept = id.get(start..).unwrap_or(id);
    let more = if start > 0 { "…" } else { "" };
    let safe = sanitise(kept)
        .replace('\n', "<U+000A>")
        .replace('\t', "<U+0009>");
    format!("{more}{safe}")
}

/// Where a side stands: `file:line:column`, in a headline that came apart `file:title:line:column`.
pub(super) fn place(page: &Page<'_>, side: Side) -> String {
    let account = page.report.accounts.get(side.member.article);
    let file = name(account.map_or("", |a| &a.document.source.id));
    format!("{file}:{}", place_within(page, side))
}

/// Where a side stands in its article: `line:column`.
pub(super) fn place_within(page: &Page<'_>, side: Side) -> String {
    let title = if side.span.part == Part::Title {
        "title:"
    } else {
        ""
    };
    let place = page.places.get(side.member.article);
    let place = place.map(|places| places.place(side.span));
    place.map_or(String::new(), |p| format!("{title}{}:{}", p.line, p.column))
}

/// The value of a side: a name in its full form, a date with the day it stands for, everything else as written.
pub(super) fn value(page: &Page<'_>, side: Side, paint: Paint) -> Flow {
    let Some((claim, written)) = claim_of(page, side) else {
        return Flow::new();
    };
    let mut flow = Flow::new();
    match &claim.value {
        Value::Choice(text) => flow.push(text, paint),
        Value::Name(name) => flow.push(name.name.as_deref().unwrap_or(written), paint),
        Value::Time(time) => {
            flow.push(written, paint);
            if tells_more(time, written) {
                flow.push(&format!(" ({})", time.timex), Paint::Faint);
            }
            &mut flow
        }
        Value::Quantity(_) | Value::Text(_) => flow.push(written, paint),
    };
    flow
}

/// The value of a side and who says it, where that is not the article itself: `12 people — officials`.
pub(super) fn attributed(page: &Page<'_>, side: Side) -> Flow {
    let mut flow = value(page, side, Paint::Plain).clipped(LONGEST_VALUE);
    if side.of_another_event {
        flow.push(" (of another event)", Paint::Faint);
    }
    let speaker = claim_of(page, side).and_then(|(claim, _)| claim.speaker.name.as_deref());
    if let Some(speaker) = speaker {
        let speaker = Flow::of(&format!("— {speaker}"), Paint::Faint).clipped(LONGEST_VALUE);
        flow.push(" ", Paint::Plain).extend(&speaker);
    }
    flow
}

/// Whether the calendar date of a time tells a reader more than the words do: it does for "Tuesday" and "March 1".
fn tells_more(time: &Time, written: &str) -> bool {
    let dated = matches!(time.kind, Kind::Date | Kind::Time);
    let year = time.timex.get(..4).unwrap_or("");
    let full = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    dated && full && !written.contains(year)
}

/// Which of several events of one type a finding is about, from the second on: `walkout 2`.
pub(super) fn event(page: &Page<'_>, finding: &Finding) -> Option<String> {
    let happenings = &page.report.alignment.happenings;
    let at = finding.happening?;
    let pack = happenings.get(at)?.pack;
    let number = happenings
        .iter()
        .take(at + 1)
        .filter(|h| h.pack == pack)
        .count();
    let name = &page.report.rules.packs.get(pack)?.id;
    (number > 1).then(|| format!("{name} {number}"))
}

/// What a finding is about beside the event: the killed *of Kabul*.
pub(super) fn about(page: &Page<'_>, finding: &Finding) -> Option<String> {
    let side = finding.sides.first()?;
    let claim = side.member.of(&page.report.accounts)?;
    claim.about.as_ref().map(ToString::to_string)
}

/// A claim and the words its value was read from.
fn claim_of<'r>(page: &Page<'r>, side: Side) -> Option<(&'r Claim, &'r str)> {
    let claim = side.member.of(&page.report.accounts)?;
    let account = page.report.accounts.get(side.member.article)?;
    Some((claim, account.document.source.slice(claim.span)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        let letters: Vec<String> = [0, 1, 25, 26, 27, 701, 702]
            .into_iter()
            .map(letter)
            .collect();
        assert_eq!(letters, ["A", "B", "Z", "AA", "AB", "ZZ", "AAA"]);
    }

    #[test]
    fn a_name_stays_on_one_line() {
        assert_eq!(name("a\nb\tc\u{1b}.txt"), "a<U+000A>b<U+0009>c<U+001B>.txt");
        assert!(name(&"x".repeat(5000)).starts_with('…'));
    }
}
