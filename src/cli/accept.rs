//! `twosource accept`: an entry of the baseline, written into the configuration so that a review shows it.

use super::args::{ConfigArgs, a_date};
use super::check::{Ground, today};
use super::config::{self, Config, NAME};
use super::{Outcome, output, policy};
use crate::error::Error;
use crate::problem::suggest;
use crate::text::sanitise;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Options of `accept`.
#[derive(Debug, clap::Args)]
pub(super) struct AcceptArgs {
    /// Fingerprints of findings, as `check` prints them
    #[arg(required = true, value_name = "FINGERPRINT")]
    fingerprints: Vec<String>,
    /// Why the finding may stand
    #[arg(long, value_name = "TEXT", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    reason: String,
    /// The last day on which it may (default: for good)
    #[arg(long, value_name = "DATE", value_parser = a_date)]
    until: Option<Date>,
    /// Which configuration.
    #[command(flatten)]
    config: ConfigArgs,
}

/// `twosource accept`.
pub(super) fn accept(args: &AcceptArgs) -> Result<Outcome, Error> {
    let Some(ground) = Ground::load(args.config.config.as_deref()) else {
        return Ok(Outcome::Failed);
    };
    ground.errors.iter().for_each(output::complain);
    let claims = findings(&ground);
    let mut text = ground.config.text.clone();
    let mut told = String::new();
    for fingerprint in &args.fingerprints {
        let fingerprint = fingerprint.to_ascii_lowercase();
        let Some(claim) = claims.get(&fingerprint) else {
            let message = format!("no finding has the fingerprint {fingerprint}");
            let message = suggest(message, &fingerprint, claims.keys().map(String::as_str), "");
            return Err(Error::new(message)
                .with_detail("`twosource check --all` prints those of all findings."));
        };
        let entry = entry(&fingerprint, claim, args);
        let config = config::parse(&ground.config.name, &text).map_err(first)?;
        text = with_entry(&config, &fingerprint, &entry);
        let name = &ground.config.name;
        let _ = writeln!(told, "{name}: accepted {fingerprint} ({claim})");
    }
    // What was written must be readable; nothing is saved otherwise.
    config::parse(NAME, &text).map_err(first)?;
    std::fs::write(&ground.config.name, &text)
        .map_err(|error| Error::new(error.to_string()).at(ground.config.name.clone()))?;
    output::print(&sanitise(&told))?;
    Ok(if ground.errors.is_empty() {
        Outcome::Clean
    } else {
        Outcome::Failed
    })
}

fn first(errors: Vec<Error>) -> Error {
    errors
        .into_iter()
        .next()
        .unwrap_or_else(|| Error::new("the configuration cannot be read"))
}

/// The claim of every finding that can be accepted, by fingerprint.
fn findings(ground: &Ground) -> BTreeMap<String, String> {
    let mut claims = BTreeMap::new();
    for checked in ground.check(today()) {
        let report = checked.report;
        for finding in report
            .findings
            .into_iter()
            .filter(|f| policy::may_fail(f.verdict))
        {
            if let Some(rule) = report.rules.claims.get(finding.rule) {
                claims.insert(finding.fingerprint, rule.id.clone());
            }
        }
    }
    claims
}

/// The entry as one line of JSON.
fn entry(fingerprint: &str, claim: &str, args: &AcceptArgs) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let until = args
        .until
        .map_or_else(String::new, |day| format!(", \"until\": \"{day}\""));
    format!(
        "{{\"fingerprint\": {}, \"claim\": {}, \"reason\": {}{until}}}",
        quoted(fingerprint),
        quoted(claim),
        quoted(args.reason.trim())
    )
}

/// The configuration's text with the entry: in place of the one of the same fingerprint, else at the end of the list.
/// Everything else stays as it was written.
fn with_entry(config: &Config, fingerprint: &str, entry: &str) -> String {
    let text = &config.text;
    let replaced = |range: std::ops::Range<usize>, with: &str| {
        let (before, after) = (text.get(..range.start), text.get(range.end..));
        format!("{}{with}{}", before.unwrap_or(""), after.unwrap_or(""))
    };
    if let Some(old) = config
        .accepted
        .iter()
        .find(|e| e.fingerprint == fingerprint)
    {
        return replaced(old.range.clone(), entry);
    }
    match (config.accepted.last(), &config.accepted_list) {
        (Some(last), _) => {
            let end = last.range.end;
            replaced(
                end..end,
                &format!(",\n{}{entry}", indentation(text, last.range.start)),
            )
        }
        (None, Some(list)) => replaced(list.clone(), &format!("\n    {entry}\n  ")),
        (None, None) => {
            let brace = text.rfind('}').unwrap_or(text.len());
            let end = text
                .get(..brace)
                .map_or(brace, |before| before.trim_end().len());
            replaced(
                end..brace,
                &format!(",\n  \"accepted\": [\n    {entry}\n  ]\n"),
            )
        }
    }
}

/// The white space before `at` in its line; four spaces if something else stands there.
fn indentation(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or("");
    let line = before.rsplit('\n').next().unwrap_or("");
    if line.trim().is_empty() && line.len() < before.len() {
        line
    } else {
        "    "
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn added(text: &str) -> String {
        let config = config::parse("c", text).map_err(|e| format!("{e:?}"));
        config.map_or_else(
            |e| e,
            |config| {
                with_entry(
                    &config,
                    "0000000b",
                    r#"{"fingerprint": "0000000b", "reason": "b"}"#,
                )
            },
        )
    }

    #[test]
    fn an_entry_is_one_new_line() {
        let head = "{\n  \"format\": 1,\n  \"groups\": [{\"jsonl\": \"x\"}]";
        let b = r#"{"fingerprint": "0000000b", "reason": "b"}"#;
        let a = r#"{"fingerprint": "0000000a", "reason": "a"}"#;
        let with = format!("{head},\n  \"accepted\": [\n    {b}\n  ]\n}}\n");
        assert_eq!(added(&format!("{head}\n}}\n")), with);
        assert_eq!(added(&format!("{head},\n  \"accepted\": []\n}}\n")), with);
        assert_eq!(
            added(&format!("{head},\n  \"accepted\": [\n      {a}\n  ]\n}}\n")),
            format!("{head},\n  \"accepted\": [\n      {a},\n      {b}\n  ]\n}}\n")
        );
    }

    #[test]
    fn an_entry_of_the_same_fingerprint_is_replaced() {
        let old = "{\"format\": 1, \"groups\": [{\"jsonl\": \"x\"}], \"accepted\": [{\"fingerprint\": \"0000000b\", \"reason\": \"old\"}]}";
        assert_eq!(added(old), old.replace("old", "b"));
    }
}
