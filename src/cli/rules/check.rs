//! `twosource rules lint` and `twosource rules schema`: what a rule file may say, and where one says something else.

use super::super::args::{LintArgs, RulesFormat};
use super::super::{Outcome, output};
use super::{gather, is_named, strays};
use crate::error::Error;
use crate::report::plural;
use crate::rule::{self, Level, Remark};
use crate::text::sanitise;
use serde_json::json;
use std::fmt::Write;

/// `twosource rules lint`.
pub(crate) fn lint(args: &LintArgs) -> Result<Outcome, Error> {
    let gathered = gather(&args.files);
    let named = |origin: &str| args.files.is_empty() || is_named(origin, &args.files);
    let texts = &gathered.texts;
    let of = |at: usize| texts.get(at).is_some_and(|t| named(&t.origin));
    let remarks: Vec<Remark> = rule::lint(texts, of);
    let mut errors = gathered.errors;
    let mut warnings = if args.files.is_empty() {
        strays()
    } else {
        Vec::new()
    };
    for remark in remarks {
        match remark.level {
            Level::Mistake => errors.push(remark.error),
            Level::Warning => warnings.push(remark.error),
        }
    }
    let files = texts.iter().filter(|t| named(&t.origin)).count();
    let answer = match args.format {
        RulesFormat::Json => {
            let all = errors.iter().map(|e| ("mistake", e));
            let all = all.chain(warnings.iter().map(|w| ("warning", w)));
            let rows: Vec<_> = all.map(|(level, e)| row(level, e)).collect();
            let value = json!({"schema": crate::SCHEMA, "files": files, "remarks": rows});
            output::render(&value, super::super::args::Format::Json)
        }
        RulesFormat::Text => {
            let mut text = String::new();
            for error in &errors {
                let _ = writeln!(text, "error: {error}\n");
            }
            for warning in &warnings {
                let _ = writeln!(text, "warning: {warning}\n");
            }
            let _ = writeln!(
                text,
                "{}: {}, {}",
                plural(files, "rule file"),
                plural(errors.len(), "mistake"),
                plural(warnings.len(), "warning")
            );
            text
        }
    };
    output::print(&sanitise(&answer))?;
    Ok(match (errors.is_empty(), warnings.is_empty()) {
        (false, _) => Outcome::Failed,
        (true, false) if args.strict => Outcome::Findings,
        _ => Outcome::Clean,
    })
}

fn row(level: &str, error: &Error) -> serde_json::Value {
    let place = error.place().unwrap_or("");
    let mut parts = place.rsplitn(3, ':');
    let column = parts.next().and_then(|n| n.parse::<u32>().ok());
    let line = parts.next().and_then(|n| n.parse::<u32>().ok());
    let file = match (line, column) {
        (Some(_), Some(_)) => parts.next().unwrap_or(place),
        _ => place,
    };
    json!({"level": level, "file": file, "line": line, "column": column, "message": error.message()})
}

/// `twosource rules schema`.
pub(crate) fn schema() -> Result<Outcome, Error> {
    output::print(&output::render(
        &rule::schema(),
        super::super::args::Format::Json,
    ))?;
    Ok(Outcome::Clean)
}
