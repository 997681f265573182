//! `twosource check`: everything the configuration names, compared and held against the policy and the baseline.

mod answer;
mod gather;
mod show;

use gather::Gathered;

use super::args::{ConfigArgs, FailOn, LookArgs, a_date, report_format};
use super::config::{self, Accepted, Config};
use super::policy::{self, Policy};
use super::progress::Progress;
use super::{Outcome, output, rules};
use crate::align::Sameness;
use crate::error::Error;
use crate::finding::Finding;
use crate::report::Report;
use crate::rule::{RuleSet, Severity};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// Options of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    /// Which configuration.
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    /// What to print
    #[arg(long, default_value = "text", value_parser = report_format())]
    pub(super) format: String,
    /// Exit with 1 on findings of this severity or above (default: the configuration's, or warning)
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(super) fail_on: Option<FailOn>,
    /// Also print groups without discrepancies, what stands in one article only, and what is accepted
    #[arg(long)]
    pub(super) all: bool,
    /// The day on which entries of the baseline expire or not (default: today, UTC)
    #[arg(long, value_name = "DATE", value_parser = a_date)]
    pub(super) today: Option<Date>,
    /// Print what would be checked, under which rules and policy, and stop
    #[arg(long)]
    pub(super) show_config: bool,
    /// What the report looks like.
    #[command(flatten)]
    pub(super) look: LookArgs,
}

/// Everything a check needs, loaded.
pub(super) struct Ground {
    pub(super) config: Config,
    pub(super) rules: RuleSet,
    pub(super) policy: Policy,
    pub(super) groups: Vec<Gathered>,
    /// What could not be loaded: with any, the run ends with 2 whatever the rest shows.
    pub(super) errors: Vec<Error>,
}

/// A group that was compared.
pub(super) struct Checked<'g> {
    /// What was compared.
    pub(super) gathered: &'g Gathered,
    /// What was found, with what is accepted marked.
    pub(super) report: Report<'g>,
    /// Why the comparison says nothing, if it does not.
    pub(super) errors: Vec<Error>,
}

/// An entry of the baseline that should go.
pub(super) struct Due<'g> {
    /// The entry.
    pub(super) entry: &'g Accepted,
    /// `baseline.stale` or `baseline.expired`.
    pub(super) kind: &'static str,
    /// How much it matters.
    pub(super) severity: Severity,
    /// What it says to people.
    pub(super) message: String,
}

/// `twosource check`.
pub(super) fn check(args: &CheckArgs) -> Result<Outcome, Error> {
    let Some(ground) = Ground::load(args.config.config.as_deref()) else {
        return Ok(Outcome::Failed);
    };
    ground.errors.iter().for_each(output::complain);
    if args.show_config {
        output::print(&show::render(&ground, args))?;
        return Ok(if ground.errors.is_empty() {
            Outcome::Clean
        } else {
            Outcome::Failed
        });
    }
    let today = args.today.unwrap_or_else(today);
    let fail_on = args.fail_on.unwrap_or(ground.config.fail_on);
    let checked = ground.check(today);
    for error in checked.iter().flat_map(|c| &c.errors) {
        output::complain(error);
    }
    let is_whole = ground.errors.is_empty();
    let notices = ground.notices(&checked, today, is_whole);
    let outcome = outcome(&ground, &checked, &notices, fail_on);
    let answer = answer::Answer {
        ground: &ground,
        checked,
        notices,
        fail_on,
        outcome,
    };
    output::print(&answer.render(args)?)?;
    Ok(outcome)
}

/// The day of the run: the one place where the program reads a clock.
pub(super) fn today() -> Date {
    jiff::Timestamp::now()
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date()
}

fn outcome(
    ground: &Ground,
    checked: &[Checked<'_>],
    notices: &[Due<'_>],
    fail_on: FailOn,
) -> Outcome {
    let unchecked = !ground.errors.is_empty() || checked.iter().any(|c| !c.errors.is_empty());
    let found = checked.iter().any(|c| c.failing(fail_on) > 0)
        || notices
            .iter()
            .any(|n| policy::is_failing(n.severity, fail_on));
    match (unchecked, found) {
        (true, _) => Outcome::Failed,
        (false, true) => Outcome::Findings,
        (false, false) => Outcome::Clean,
    }
}

impl Ground {
    /// Loads the configuration, the rules and the articles; `None` if nothing can be checked, and then it has said why
    /// (mistakes in the configuration, or no rule).
    pub(super) fn load(path: Option<&Path>) -> Option<Ground> {
        Ground::read(path)
            .inspect_err(|errors| errors.iter().for_each(output::complain))
            .ok()
    }

    fn read(path: Option<&Path>) -> Result<Ground, Vec<Error>> {
        let config = config::load(path)?;
        let mut loaded = rules::load(&config.rules).map_err(|error| vec![error])?;
        output::remark_on_rules(&loaded);
        let policy = Policy::apply(&config, &mut loaded.rules)?;
        let (groups, unread) = gather::gather(&config);
        let mut errors = loaded.errors;
        errors.extend(unread);
        Ok(Ground {
            config,
            rules: loaded.rules,
            policy,
            groups,
            errors,
        })
    }

    /// Compares every group, in parallel, in the order of the configuration.
    pub(super) fn check(&self, today: Date) -> Vec<Checked<'_>> {
        let progress = Progress::new(self.groups.len());
        let check = |gathered| {
            let checked = self.check_one(gathered, today);
            progress.step();
            checked
        };
        match self.groups.as_slice() {
            [one] => vec![check(one)],
            many => many.par_iter().map(check).collect(),
        }
    }

    fn check_one<'g>(&'g self, gathered: &'g Gathered, today: Date) -> Checked<'g> {
        let group = &gathered.group;
        let accounts = crate::read(&group.articles, &self.rules);
        let sameness = Sameness::given(gathered.same_event);
        let mut report = crate::judge(&group.id, accounts, &self.rules, gathered.mode, sameness);
        let accepted = self.config.accepted.iter().filter(|e| e.holds_on(today));
        report.suppressed = accepted
            .filter(|e| find(&report, e).is_some())
            .map(|e| (e.fingerprint.clone(), e.justification()))
            .collect();
        let errors = if gathered.allow_silent {
            Vec::new()
        } else {
            self.silence(&report)
        };
        Checked {
            gathered,
            report,
            errors,
        }
    }

    /// Why a comparison says nothing: an article without a claim, or no question answered twice.
    fn silence(&self, report: &Report<'_>) -> Vec<Error> {
        let silent = report.accounts.iter().filter(|account| {
            !account
                .claims
                .iter()
                .any(|claim| self.policy.asks(claim.rule))
        });
        let errors: Vec<Error> = silent
            .map(|account| {
                let id = &account.document.source.id;
                let message = format!(
                    "no claim of any rule was found in this article (group {})",
                    report.id
                );
                Error::new(message).at(id.clone())
            })
            .collect();
        if !errors.is_empty() || compared(report, &self.policy) > 0 {
            return errors;
        }
        let message = format!(
            "group {}: nothing was compared, because no question of the rules is answered by two of its articles",
            report.id
        );
        vec![Error::new(message).at(self.config.name.clone())]
    }

    /// The entries of the baseline that should go. Without every group checked, nobody knows what is stale.
    fn notices(&self, checked: &[Checked<'_>], today: Date, is_whole: bool) -> Vec<Due<'_>> {
        let found = checked.iter().flat_map(|c| &c.report.findings);
        let found: BTreeSet<&str> = found
            .filter(|f| policy::may_fail(f.verdict))
            .map(|f| f.fingerprint.as_str())
            .collect();
        let mut notices = Vec::new();
        for entry in &self.config.accepted {
            let claim = entry
                .claim
                .as_ref()
                .map_or_else(String::new, |c| format!(" ({c})"));
            let name = format!("{}{claim}", entry.fingerprint);
            if !found.contains(entry.fingerprint.as_str()) {
                if is_whole && self.policy.stale > Severity::Off {
                    notices.push(Due {
                        entry,
                        kind: policy::STALE,
                        severity: self.policy.stale,
                        message: format!(
                            "{name} is accepted, but no finding has it any more: remove the entry"
                        ),
                    });
                }
            } else if let Some(until) = entry.until.filter(|_| !entry.holds_on(today))
                && self.policy.expired > Severity::Off
            {
                notices.push(Due {
                    entry,
                    kind: policy::EXPIRED,
                    severity: self.policy.expired,
                    message: format!(
                        "{name} was accepted until {until}: settle it, or accept it anew"
                    ),
                });
            }
        }
        notices
    }
}

impl Accepted {
    /// Whether the entry still counts on a day; its last day does.
    fn holds_on(&self, day: Date) -> bool {
        self.until.is_none_or(|until| day <= until)
    }

    /// The reason, and the last day of it.
    fn justification(&self) -> String {
        match self.until {
            Some(until) => format!("{} (until {until})", self.reason),
            None => self.reason.clone(),
        }
    }
}

/// The finding that an entry is about, if it can be a discrepancy.
fn find<'r>(report: &'r Report<'_>, entry: &Accepted) -> Option<&'r Finding> {
    let mut findings = report.findings.iter();
    findings.find(|f| f.fingerprint == entry.fingerprint && policy::may_fail(f.verdict))
}

impl Checked<'_> {
    /// The number of findings that fail the run.
    pub(super) fn failing(&self, fail_on: FailOn) -> usize {
        policy::failing(&self.report, fail_on).count()
    }
}

/// The number of questions that at least two articles answer.
fn compared(report: &Report<'_>, policy: &Policy) -> usize {
    let groups = report.alignment.groups.iter();
    groups
        .filter(|group| {
            let articles: BTreeSet<usize> = group.members.iter().map(|m| m.article).collect();
            articles.len() > 1 && policy.asks(group.rule)
        })
        .count()
}
