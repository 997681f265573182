//! Rendered findings: one file a format, pure functions from what was found to text. Computes nothing.

pub mod json;
pub mod listing;
pub mod text;

use crate::align::Alignment;
use crate::claim::Account;
use crate::finding::Finding;
use crate::rule::RuleSet;

/// What a comparison of two or more articles found: all that any output format needs.
#[derive(Debug)]
pub struct Report<'a> {
    /// Name of the group of articles in machine formats.
    pub id: &'a str,
    /// The articles as understood.
    pub accounts: Vec<Account<'a>>,
    /// Their claims side by side.
    pub alignment: Alignment,
    /// The verdicts, in the order of the rules.
    pub findings: Vec<Finding>,
    /// The rules that asked.
    pub rules: &'a RuleSet,
}
