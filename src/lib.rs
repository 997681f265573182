//! Journalism's two-source rule as a library: reads accounts of one event, extracts the claims each makes and says
//! where they agree, are compatible (and why), conflict, or stand in one only.

pub mod align;
pub mod claim;
pub mod cli;
pub mod compare;
pub mod document;
pub mod error;
pub mod finding;
pub mod mention;
pub mod problem;
pub mod report;
pub mod rule;
pub mod statement;
pub mod text;
pub mod trial;
pub mod value;

use align::Sameness;
use claim::Account;
use document::Document;
use finding::Mode;
use report::Report;
use rule::RuleSet;
use std::collections::BTreeMap;
use text::Source;

/// Compares the accounts of one group, called `id`, under `rules`: reads each, lays their claims side by side, judges. `mode`
/// says what the articles are to each other.
pub fn compare<'a>(
    id: &'a str,
    articles: &'a [Source],
    rules: &'a RuleSet,
    mode: Mode,
) -> Report<'a> {
    judge(id, read(articles, rules), rules, mode, Sameness::Judged)
}

/// The first half of [`compare()`]: what each article says.
pub fn read<'a>(articles: &'a [Source], rules: &RuleSet) -> Vec<Account<'a>> {
    let read = |article: &'a Source| claim::extract(Document::parse(article), rules);
    articles.iter().map(read).collect()
}

/// The second half of [`compare()`]: lays the claims of accounts side by side and judges them; `sameness` says who knows
/// that they report one event, if `mode` does not.
pub fn judge<'a>(
    id: &'a str,
    mut accounts: Vec<Account<'a>>,
    rules: &'a RuleSet,
    mode: Mode,
    sameness: Sameness,
) -> Report<'a> {
    let mut alignment = align::align(&accounts, rules, mode.sameness(sameness));
    statement::meet(&mut accounts, &mut alignment, rules);
    let findings = finding::judge(&accounts, &alignment, rules, mode);
    Report {
        id,
        accounts,
        alignment,
        findings,
        rules,
        suppressed: BTreeMap::new(),
    }
}

/// The version of the JSON contract, on every top-level object the program writes.
pub const SCHEMA: &str = "twosource/1";
