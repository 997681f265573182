//! The report for people, in a terminal.

use super::Report;

/// How the report is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether to use colour.
    pub color: bool,
    /// Columns.
    pub width: usize,
    /// Whether to list what stands in one article only.
    pub all: bool,
}

/// Renders a report.
pub fn render(report: &Report<'_>, _style: &Style) -> String {
    super::json::compare(report).to_string()
}
