//! Rendered findings: one file a format, pure functions from what was found to text. Computes nothing.
//!
//! [`FORMATS`] lists the formats. Texts of articles, rules and file names are untrusted; whatever the format, nothing that
//! moves a cursor, reorders or hides characters reaches it raw.

mod entry;
mod github;
mod gitlab;
mod html;
pub mod json;
mod junit;
pub mod listing;
mod markdown;
mod markup;
mod matrix;
mod notice;
mod sarif;
pub mod text;
mod together;
mod wording;

pub(crate) use markup::{xml_attribute, xml_text};
pub use notice::{Notice, UNCHECKED};
pub(crate) use wording::plural;

use crate::align::Alignment;
use crate::claim::Account;
use crate::compare::Verdict;
use crate::finding::Finding;
use crate::rule::RuleSet;
use std::collections::BTreeMap;

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
    /// Findings that somebody accepted: the reason, by fingerprint. Formats mark them; they raise no alarm.
    pub suppressed: BTreeMap<String, String>,
}

/// What is listed beside conflicts, inconsistencies and unclear cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Show {
    /// What agrees or is compatible.
    pub agreements: bool,
    /// What one article alone says.
    pub only_in_one: bool,
}

impl Show {
    /// Everything.
    pub const ALL: Show = Show {
        agreements: true,
        only_in_one: true,
    };

    /// Whether findings of a verdict are listed.
    pub fn lists(self, verdict: Verdict) -> bool {
        match verdict {
            Verdict::Agree | Verdict::Compatible => self.agreements,
            Verdict::OnlyInOne => self.only_in_one,
            Verdict::Conflict | Verdict::Inconsistent | Verdict::Unclear => true,
        }
    }

    /// Whether a finding is listed: by its verdict, or since it weighs something all the same.
    fn tells(self, finding: &Finding) -> bool {
        self.lists(finding.verdict) || together::is_told(finding)
    }
}

/// The order of findings in reports: what needs a person first.
const ORDER: [Verdict; 6] = [
    Verdict::Conflict,
    Verdict::Inconsistent,
    Verdict::Unclear,
    Verdict::Compatible,
    Verdict::Agree,
    Verdict::OnlyInOne,
];

/// Renders the reports of some groups of articles, and what the run has to say beside them.
pub type Renderer = fn(&[Report<'_>], &[Notice], Show) -> String;

/// An output format.
#[derive(Debug)]
pub struct FormatRow {
    /// Its name in `--format`.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Whether many groups make one file: then it must be given all of them at once. Of the others, each group stands alone
    /// and one follows the other.
    pub many: bool,
    /// Renders it; the same reports give the same bytes.
    pub render: Renderer,
}

/// Every output format.
pub const FORMATS: &[FormatRow] = &[
    FormatRow {
        name: "text",
        about: "for people, on a terminal",
        many: false,
        render: text::plain,
    },
    FormatRow {
        name: "json",
        about: "one JSON object a group, indented",
        many: false,
        render: json::indented,
    },
    FormatRow {
        name: "jsonl",
        about: "one JSON object a group, a line each",
        many: false,
        render: json::lines,
    },
    FormatRow {
        name: "sarif",
        about: "SARIF 2.1.0, for code scanning and editors",
        many: true,
        render: sarif::render,
    },
    FormatRow {
        name: "junit",
        about: "JUnit XML, for the test report of a CI server",
        many: true,
        render: junit::render,
    },
    FormatRow {
        name: "github",
        about: "annotations, for GitHub Actions",
        many: true,
        render: github::render,
    },
    FormatRow {
        name: "gitlab",
        about: "a code quality report, for GitLab",
        many: true,
        render: gitlab::render,
    },
    FormatRow {
        name: "markdown",
        about: "a summary, for a job page or a pull request",
        many: true,
        render: markdown::render,
    },
    FormatRow {
        name: "html",
        about: "a page that shows the articles side by side",
        many: true,
        render: html::render,
    },
];

/// The format called `name`.
pub fn format(name: &str) -> Option<&'static FormatRow> {
    FORMATS.iter().find(|row| row.name == name)
}
