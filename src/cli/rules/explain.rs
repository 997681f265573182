//! `twosource explain`: why a claim was read so, dropped, or judged so.

use super::super::args::ExplainArgs;
use super::super::{Outcome, input, output};
use super::list::claim_called;
use super::{Loaded, load};
use crate::align::Sameness;
use crate::error::Error;
use crate::report::Report;
use crate::rule::{RuleSet, Tracer};
use crate::text::{Source, sanitise};
use crate::trial::explain::Explainer;

/// `twosource explain` and `twosource rules explain`.
pub(crate) fn explain(args: &ExplainArgs) -> Result<Outcome, Error> {
    let mut sources = Vec::new();
    for path in &args.read.articles {
        sources.extend(input::articles(path, args.read.input)?);
    }
    args.dates.date(&mut sources);
    let loaded = load(&args.rules.paths)?;
    let failed = output::complain_of_rules(&loaded);
    let text = if is_fingerprint(&args.target) {
        finding(args, &loaded, &sources)?
    } else {
        claims(args, &loaded, &sources)?
    };
    output::print(&sanitise(&text))?;
    Ok(failed)
}

/// Eight hexadecimal digits, or the first four and more of them; no claim is called so, for its name has a full stop.
fn is_fingerprint(target: &str) -> bool {
    (4..=8).contains(&target.len()) && target.bytes().all(|b| b.is_ascii_hexdigit())
}

fn explainer<'a>(args: &ExplainArgs, loaded: &'a Loaded) -> Explainer<'a> {
    Explainer {
        rules: &loaded.rules,
        tracer: args.trace.then(|| Tracer::new(&loaded.texts)),
    }
}

/// The comparison that is explained.
fn compared<'a>(args: &ExplainArgs, sources: &'a [Source], rules: &'a RuleSet) -> Report<'a> {
    let accounts = crate::read(sources, rules);
    let sameness = Sameness::given(args.same_event);
    crate::judge("explain", accounts, rules, args.mode, sameness)
}

fn claims(args: &ExplainArgs, loaded: &Loaded, sources: &[Source]) -> Result<String, Error> {
    let rules = &loaded.rules;
    let pack = rules.packs.iter().position(|p| p.id == args.target);
    let wanted: Vec<usize> = match pack {
        Some(pack) => (0..rules.claims.len())
            .filter(|at| rules.claims.get(*at).is_some_and(|c| c.pack == pack))
            .collect(),
        None => vec![claim_called(rules, &args.target)?],
    };
    let explainer = explainer(args, loaded);
    let report = compared(args, sources, rules);
    let mut text = String::new();
    for index in wanted {
        if let Some(claim) = rules.claims.get(index) {
            super::list::describe(rules, index, claim, &mut text);
            explainer.claim(index, &report, &mut text);
        }
    }
    Ok(text)
}

fn finding(args: &ExplainArgs, loaded: &Loaded, sources: &[Source]) -> Result<String, Error> {
    let rules = &loaded.rules;
    let report = compared(args, sources, rules);
    let target = args.target.to_ascii_lowercase();
    let found: Vec<_> = report
        .findings
        .iter()
        .filter(|f| f.fingerprint.starts_with(&target))
        .collect();
    if found.is_empty() {
        let message = format!(
            "no finding of these articles has the fingerprint {target}; twosource compare prints them, and they change with the words, with the rules, with --as and with --same-event"
        );
        return Err(Error::new(message));
    }
    let explainer = explainer(args, loaded);
    let mut text = String::new();
    for finding in found {
        if let Some(claim) = rules.claims.get(finding.rule) {
            super::list::describe(rules, finding.rule, claim, &mut text);
        }
        explainer.finding(finding, &report, true, &mut text);
    }
    Ok(text)
}
