//! The report for people: every discrepancy with both sentences, one line for what fits, and what was looked at.
//!
//! Below [`SIDE_BY_SIDE`] columns the sides stand one above the other, from there on next to each other. Colour never
//! carries anything alone: letters name the articles and a line of `━` marks the words.

mod beside;
mod block;
mod line;
mod list;
mod matrix;
mod measure;
mod paint;
mod passage;
mod stacked;
mod summary;
mod value;
mod wrap;

use super::together::{Joined, together};
use super::{Notice, ORDER, Report, wording};

pub use super::Show;

use crate::finding::Finding;
use crate::rule::AnswersFrom;
use crate::text::Places;
use line::Line;
use std::collections::BTreeSet;
use std::fmt::Write;

/// From this width on, two articles are shown next to each other.
pub const SIDE_BY_SIDE: usize = 100;

/// Nothing is laid out narrower than this: words would fall apart.
const NARROWEST: usize = 40;
/// Nothing is laid out wider than this: longer lines are hard to read.
const WIDEST: usize = 160;

/// What a report looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether to colour it.
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// What to list beside discrepancies.
    pub show: Show,
}

impl Default for Style {
    /// Without colour, 80 columns, agreements listed: what a pipe gets.
    fn default() -> Self {
        Style {
            color: false,
            width: 80,
            show: Show {
                agreements: true,
                only_in_one: false,
            },
        }
    }
}

/// Renders a report. The same report and style give the same bytes, whatever the environment.
pub fn render(report: &Report<'_>, style: &Style) -> String {
    let page = TextPage::new(report, style);
    let mut lines = Vec::new();
    summary::warning(&page, &mut lines);
    let (alarms, mut listed) = page.alarms();
    for joined in &alarms {
        block::render(&page, joined, &mut lines);
        lines.push(Line::new());
    }
    matrix::render(&page, &mut lines);
    listed.extend(together(report, |f| {
        !f.verdict.is_alarm() && page.show.tells(f)
    }));
    let folded = page.fold(&mut listed);
    list::render(&page, &listed, folded, &mut lines);
    summary::render(&page, &mut lines);
    let mut out = String::new();
    for line in &lines {
        line.write(style.color, &mut out);
    }
    out
}

/// So many stretches that two accounts tell alike show what they share; near copies share hundreds.
const MOST_ALIKE: usize = 6;

/// Reports one below the other as a pipe gets them.
pub fn plain(reports: &[Report<'_>], notices: &[Notice], show: Show) -> String {
    let style = Style {
        show,
        ..Style::default()
    };
    let mut out: String = reports
        .iter()
        .map(|report| render(report, &style))
        .collect();
    for notice in notices {
        let head = format!("{}[{}]", notice.severity.label(), notice.kind);
        let _ = writeln!(out, "{head}: {}", wording::line(&notice.message));
    }
    out
}

/// What every part of the report needs.
struct TextPage<'r> {
    report: &'r Report<'r>,
    places: Vec<Places<'r>>,
    show: Show,
    /// Columns that may be written to: the last one stays free, since some terminals wrap when it is filled.
    width: usize,
    side_by_side: bool,
    /// Columns of the widest article letter.
    letters: usize,
}

impl<'r> TextPage<'r> {
    fn new(report: &'r Report<'r>, style: &Style) -> Self {
        let places = report
            .accounts
            .iter()
            .map(|account| Places::new(account.document.source));
        TextPage {
            report,
            places: places.collect(),
            show: style.show,
            width: style.width.clamp(NARROWEST, WIDEST) - 1,
            side_by_side: style.width >= SIDE_BY_SIDE,
            letters: value::letter(report.accounts.len().saturating_sub(1)).len(),
        }
    }

    /// Leaves out all but the first of what is told alike, unless everything is asked for: how many it left out.
    fn fold(&self, listed: &mut Vec<Joined<'r>>) -> usize {
        let all = listed.len();
        let mut alike = 0;
        listed.retain(|joined| {
            let rule = self.report.rules.claims.get(joined.finding.rule);
            let is_alike = rule.is_some_and(|rule| rule.from == AnswersFrom::Passages);
            alike += usize::from(is_alike);
            self.show.only_in_one || !is_alike || alike <= MOST_ALIKE
        });
        all - listed.len()
    }

    /// The discrepancies that are shown in full, and those that are listed: where one of many articles stands alone, it
    /// differs from each of the others, and one pair of sentences shows how.
    fn alarms(&self) -> (Vec<Joined<'r>>, Vec<Joined<'r>>) {
        let alarms = together(self.report, |f| f.verdict.is_alarm());
        if self.report.accounts.len() < 3 {
            return (alarms, Vec::new());
        }
        let mut seen = BTreeSet::new();
        alarms.into_iter().partition(|joined| {
            let finding = joined.finding;
            let verdict = finding.verdict.label();
            let about = value::about(self, finding);
            seen.insert((verdict, finding.rule, finding.happening, about))
        })
    }

    /// Whether somebody answers for a finding.
    fn accepted(&self, finding: &Finding) -> Option<&'r str> {
        let suppressed = &self.report.suppressed;
        suppressed.get(&finding.fingerprint).map(String::as_str)
    }

    /// The number of columns before the text of a stacked side: two, the letter, `" │ "`.
    fn gutter(&self) -> usize {
        2 + self.letters + 3
    }
}
