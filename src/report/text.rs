//! The report for people: every discrepancy with both sentences, one line for what fits, and what was looked at.
//!
//! Below [`SIDE_BY_SIDE`] columns the sides stand one above the other, from there on next to each other. Colour never
//! carries anything alone: letters name the articles and a line of `━` marks the words.

mod beside;
mod block;
mod line;
mod list;
mod measure;
mod paint;
mod passage;
mod stacked;
mod summary;
mod value;
mod wrap;

use super::json::Places;
use super::{ORDER, Report};

pub use super::Show;

use crate::compare::Verdict;
use crate::finding::{Finding, Side};
use line::Line;

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
    let page = Page::new(report, style);
    let mut lines = Vec::new();
    summary::warning(&page, &mut lines);
    for finding in page.sorted(Verdict::is_alarm) {
        block::render(&page, finding, &mut lines);
        lines.push(Line::new());
    }
    let listed = page.sorted(|verdict| !verdict.is_alarm() && page.show.lists(verdict));
    list::render(&page, &listed, &mut lines);
    summary::render(&page, &mut lines);
    let mut out = String::new();
    for line in &lines {
        line.write(style.color, &mut out);
    }
    out
}

/// Reports one below the other as a pipe gets them.
pub fn plain(reports: &[Report<'_>], show: Show) -> String {
    let style = Style {
        show,
        ..Style::default()
    };
    reports
        .iter()
        .map(|report| render(report, &style))
        .collect()
}

/// What every part of the report needs.
struct Page<'r> {
    report: &'r Report<'r>,
    places: Vec<Places<'r>>,
    show: Show,
    /// Columns that may be written to: the last one stays free, since some terminals wrap when it is filled.
    width: usize,
    side_by_side: bool,
    /// Columns of the widest article letter.
    letters: usize,
}

impl<'r> Page<'r> {
    fn new(report: &'r Report<'r>, style: &Style) -> Self {
        let places = report
            .accounts
            .iter()
            .map(|account| Places::new(account.document.source));
        Page {
            report,
            places: places.collect(),
            show: style.show,
            width: style.width.clamp(NARROWEST, WIDEST) - 1,
            side_by_side: style.width >= SIDE_BY_SIDE,
            letters: value::letter(report.accounts.len().saturating_sub(1)).len(),
        }
    }

    /// The findings whose verdict is `wanted`, the gravest verdict first, then in the order of the rules.
    fn sorted(&self, wanted: impl Fn(Verdict) -> bool) -> Vec<&'r Finding> {
        let rank = |verdict| ORDER.iter().position(|v| *v == verdict);
        let mut findings: Vec<&Finding> = self
            .report
            .findings
            .iter()
            .filter(|f| wanted(f.verdict))
            .collect();
        findings.sort_by_key(|f| (rank(f.verdict), std::cmp::Reverse(f.severity), f.rule));
        findings
    }

    /// The sides of a finding, by article.
    fn sides(finding: &Finding) -> Vec<Side> {
        let mut sides = finding.sides.clone();
        sides.sort_by_key(|side| side.member.article);
        sides
    }

    /// The number of columns before the text of a stacked side: two, the letter, `" │ "`.
    fn gutter(&self) -> usize {
        2 + self.letters + 3
    }
}
