//! What fails a run: severities as the configuration weighs them, packs that are off, and the level from which on a
//! finding counts.

use super::args::FailOn;
use super::config::{Config, Weight};
use crate::compare::Verdict;
use crate::error::Error;
use crate::finding::Finding;
use crate::problem::suggest;
use crate::report::Report;
use crate::rule::{ClaimRule, RuleSet, Severity};

/// The names under which entries of the baseline are weighed.
pub(super) const STALE: &str = "baseline.stale";
pub(super) const EXPIRED: &str = "baseline.expired";

/// The level from which on findings fail a run; `None` if none does.
pub(super) fn level(fail_on: FailOn) -> Option<Severity> {
    match fail_on {
        FailOn::Error => Some(Severity::Error),
        FailOn::Warning => Some(Severity::Warning),
        FailOn::Note => Some(Severity::Note),
        FailOn::Never => None,
    }
}

/// Whether a severity fails a run.
pub(super) fn is_failing(severity: Severity, fail_on: FailOn) -> bool {
    level(fail_on).is_some_and(|level| severity >= level)
}

/// The findings that fail a run: what agrees or is compatible never does, nor what somebody answers for.
pub(super) fn failing<'r>(
    report: &'r Report<'_>,
    fail_on: FailOn,
) -> impl Iterator<Item = &'r Finding> {
    report.findings.iter().filter(move |finding| {
        may_fail(finding.verdict)
            && is_failing(finding.severity, fail_on)
            && !report.suppressed.contains_key(&finding.fingerprint)
    })
}

/// Whether a verdict can be a discrepancy.
pub(super) fn may_fail(verdict: Verdict) -> bool {
    !matches!(verdict, Verdict::Agree | Verdict::Compatible)
}

/// What the configuration says of claims and of the baseline, looked up in the rules.
#[derive(Clone, Debug)]
pub(super) struct Policy {
    /// What an entry of the baseline weighs that no finding needs any more.
    pub(super) stale: Severity,
    /// What an entry weighs whose day has passed.
    pub(super) expired: Severity,
    /// Whether each claim of the rules is asked at all.
    in_force: Vec<bool>,
}

impl Policy {
    /// Weighs the claims of `rules` as `config` says.
    ///
    /// # Errors
    /// Every name that no rule has, or that no claim is left.
    pub(super) fn apply(config: &Config, rules: &mut RuleSet) -> Result<Policy, Vec<Error>> {
        let mut policy = Policy {
            stale: Severity::Warning,
            expired: Severity::Warning,
            in_force: vec![true; rules.claims.len()],
        };
        let mut errors = policy.weigh(config, rules);
        errors.extend(policy.switch(config, rules));
        if errors.is_empty() && !policy.in_force.contains(&true) {
            let at = config.packs.first().map_or(0, |(_, _, offset)| *offset);
            errors.push(config.mistake(at, "every pack is off: nothing would be checked"));
        }
        if errors.is_empty() {
            Ok(policy)
        } else {
            Err(errors)
        }
    }

    /// Whether the claim (index) is asked.
    pub(super) fn asks(&self, claim: usize) -> bool {
        self.in_force.get(claim) == Some(&true)
    }

    fn weigh(&mut self, config: &Config, rules: &mut RuleSet) -> Vec<Error> {
        let mut errors = Vec::new();
        for weight in &config.weights {
            let own = match weight.claims.as_str() {
                STALE => Some(&mut self.stale),
                EXPIRED => Some(&mut self.expired),
                _ => None,
            };
            if let Some(own) = own {
                let mut severities = weight.severities.iter();
                if let Some((_, severity)) = severities.find(|(v, _)| *v == Verdict::Conflict) {
                    *own = *severity;
                } else {
                    let message = "one severity is needed here";
                    errors.push(config.mistake(weight.offset, message));
                }
                continue;
            }
            let mut known = false;
            for number in 0..rules.claims.len() {
                let claim = rules.claims.get_mut(number);
                let Some(claim) = claim.filter(|claim| weight.names(&claim.id)) else {
                    continue;
                };
                known = true;
                for (verdict, severity) in &weight.severities {
                    set(claim, *verdict, *severity);
                }
            }
            if !known {
                let names = rules.claims.iter().map(|c| c.id.as_str());
                let message = format!("no rule has a claim \"{}\"", weight.claims);
                let message = suggest(message, &weight.claims, names.chain([STALE, EXPIRED]), "");
                errors.push(config.mistake(weight.offset, message));
            }
        }
        errors
    }

    /// Turns packs off and on, `*` first.
    fn switch(&mut self, config: &Config, rules: &mut RuleSet) -> Vec<Error> {
        let mut errors = Vec::new();
        for (name, on, offset) in &config.packs {
            let named = |id: &str| name == "*" || name == id;
            if !rules.packs.iter().any(|pack| named(&pack.id)) {
                let message = format!("no pack \"{name}\" is loaded");
                let known = rules.packs.iter().map(|pack| pack.id.as_str());
                errors.push(config.mistake(*offset, suggest(message, name, known, "")));
            }
            for (claim, is_asked) in rules.claims.iter().zip(&mut self.in_force) {
                let pack = rules.packs.get(claim.pack);
                if pack.is_some_and(|pack| named(&pack.id)) {
                    *is_asked = *on;
                }
            }
        }
        let asked = self.in_force.iter().enumerate();
        for (number, _) in asked.filter(|(_, is_asked)| !**is_asked) {
            if let Some(claim) = rules.claims.get_mut(number) {
                claim.on = Verdict::ALL
                    .map(|verdict| (verdict, Severity::Off))
                    .to_vec();
            }
        }
        errors
    }
}

impl Weight {
    /// Whether it is about the claim `id`.
    fn names(&self, id: &str) -> bool {
        match self.claims.strip_suffix('*') {
            Some("") => true,
            Some(start) => start.ends_with('.') && id.starts_with(start),
            None => self.claims == id,
        }
    }
}

fn set(claim: &mut ClaimRule, verdict: Verdict, severity: Severity) {
    claim.on.retain(|(v, _)| *v != verdict);
    claim.on.push((verdict, severity));
}
