//! How findings, articles and places are called, in whatever format.

pub(super) use crate::align::letter;

use super::Report;
use crate::claim::Claim;
use crate::finding::{Finding, Side};
use crate::rule::AnswersFrom;
use crate::text::sanitise;
use crate::value::{Kind, Time, Value};

/// Longest name of a file that is shown, in characters of its end.
const LONGEST_NAME: usize = 200;

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

/// Untrusted text on one line: white space folded, what may not be printed spelled out.
pub(super) fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    sanitise(&words.join(" ")).into_owned()
}

/// The value of a side: a name in its full form, everything else (also who somebody is) as written; for a date also the day
/// it stands for, where that says more.
pub(super) fn value<'r>(report: &'r Report<'_>, side: Side) -> Option<(&'r str, Option<&'r str>)> {
    let (claim, written) = claim_of(report, side)?;
    let from = report.rules.claims.get(claim.rule).map(|rule| rule.from);
    if let Some(AnswersFrom::Roles | AnswersFrom::FormerRoles) = from {
        return Some((written, None));
    }
    Some(match &claim.value {
        Value::Choice(text) => (text, None),
        Value::Name(name) => (name.name.as_deref().unwrap_or(written), None),
        Value::Time(time) => {
            let day = tells_more(time, written).then_some(time.timex.as_str());
            (written, day)
        }
        Value::Quantity(_) | Value::Text(_) => (written, None),
    })
}

/// What the value of a side stands for, however it is written: "three", "3".
pub(super) fn meaning(report: &Report<'_>, side: Side) -> Option<String> {
    let (claim, _) = claim_of(report, side)?;
    Some(match &claim.value {
        Value::Name(name) => name.name.clone().unwrap_or_else(|| name.to_string()),
        value => value.to_string(),
    })
}

/// A claim and the words its value was read from.
fn claim_of<'r>(report: &'r Report<'_>, side: Side) -> Option<(&'r Claim, &'r str)> {
    let claim = side.member.of(&report.accounts)?;
    let account = report.accounts.get(side.member.article)?;
    Some((claim, account.document.source.slice(claim.span)))
}

/// Whether the calendar date of a time tells a reader more than the words do: it does for "Tuesday" and "March 1".
fn tells_more(time: &Time, written: &str) -> bool {
    let dated = matches!(time.kind, Kind::Date | Kind::Time);
    let year = time.timex.get(..4).unwrap_or("");
    let full = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    dated && full && !written.contains(year)
}

/// Which of several events of one type a finding is about, from the second on: `walkout 2`.
pub(super) fn event(report: &Report<'_>, finding: &Finding) -> Option<String> {
    let happenings = &report.alignment.happenings;
    let at = finding.happening?;
    let pack = happenings.get(at)?.pack;
    let number = happenings
        .iter()
        .take(at + 1)
        .filter(|h| h.pack == pack)
        .count();
    let name = &report.rules.packs.get(pack)?.id;
    (number > 1).then(|| format!("{name} {number}"))
}

/// What a finding is about beside the event: the killed *of Kabul*.
pub(super) fn about(report: &Report<'_>, finding: &Finding) -> Option<String> {
    let side = finding.sides.first()?;
    let claim = side.member.of(&report.accounts)?;
    claim.thing()
}

/// `1 conflict`, `2 conflicts`
pub(crate) fn plural(count: usize, noun: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{s}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_on_one_line() {
        assert_eq!(name("a\nb\tc\u{1b}.txt"), "a<U+000A>b<U+0009>c<U+001B>.txt");
        assert!(name(&"x".repeat(5000)).starts_with('…'));
    }

    #[test]
    fn text_is_folded_to_one_line() {
        assert_eq!(line(" a\r\n\tb\u{2028}c\u{1b} "), "a b c<U+001B>");
    }
}
