//! `twosource rules test`: the tests that stand in rule files, once or whenever a file changes.

use super::super::args::{TestArgs, TestFormat};
use super::super::{Outcome, output};
use super::{FOLDER, chosen, load_to_test};
use crate::error::Error;
use crate::report::{plural, xml_attribute, xml_text};
use crate::text::sanitise;
use crate::trial::{self, Outcome as Came, Trial};
use serde_json::json;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// `twosource rules test`.
pub(crate) fn test(args: &TestArgs) -> Result<Outcome, Error> {
    if !args.watch {
        return once(args);
    }
    loop {
        let before = state(&args.files);
        if let Err(error) = once(args) {
            output::complain(&error);
        }
        output::print("waiting for a rule file to change (Ctrl-C ends)\n")?;
        while state(&args.files) == before {
            std::thread::sleep(Duration::from_millis(250));
        }
        output::print("\n")?;
    }
}

/// The files that are watched, with the time of their last change.
fn state(files: &[PathBuf]) -> Vec<(PathBuf, Option<SystemTime>)> {
    let changed = |path: &Path| path.metadata().and_then(|m| m.modified()).ok();
    let mut state = Vec::new();
    for path in files
        .iter()
        .map(PathBuf::as_path)
        .chain([Path::new(FOLDER)])
    {
        state.push((path.to_path_buf(), changed(path)));
        let inside = std::fs::read_dir(path).into_iter().flatten().flatten();
        state.extend(inside.map(|e| (e.path(), changed(&e.path()))));
    }
    state.sort();
    state
}

fn once(args: &TestArgs) -> Result<Outcome, Error> {
    let loaded = load_to_test(&args.files)?;
    let failed = output::complain_of_rules(&loaded);
    let packs = chosen(&loaded, &args.files);
    let trials = trial::run(&loaded.rules, &loaded.texts, &packs);
    let text = match args.format {
        TestFormat::Text => for_people(&trials),
        TestFormat::Json => as_json(&trials),
        TestFormat::Junit => as_junit(&trials),
    };
    output::print(&sanitise(&text))?;
    if trials.is_empty() && failed == Outcome::Clean {
        output::note("no test was run: the files named hold none");
    }
    let bad = trials.iter().any(|t| t.outcome != Came::Validated);
    Ok(failed.max(if bad {
        Outcome::Findings
    } else {
        Outcome::Clean
    }))
}

fn count(trials: &[Trial], outcome: Came) -> usize {
    trials.iter().filter(|t| t.outcome == outcome).count()
}

fn place(trial: &Trial) -> String {
    format!("{}:{}:{}", trial.origin, trial.place.0, trial.place.1)
}

fn wanted(trial: &Trial) -> String {
    let wanted = trial.wanted.as_ref();
    wanted.map_or_else(|| "nothing".to_owned(), |w| format!("\"{w}\""))
}

fn found(trial: &Trial) -> String {
    if trial.found.is_empty() {
        "nothing".to_owned()
    } else {
        trial.found.join(", ")
    }
}

fn for_people(trials: &[Trial]) -> String {
    let mut text = String::new();
    for trial in trials.iter().filter(|t| t.outcome != Came::Validated) {
        let _ = writeln!(
            text,
            "{:<8} {}  {}",
            trial.outcome.label(),
            trial.claim,
            place(trial)
        );
        let names: &[&str] = if trial.texts.len() == 1 {
            &["in"]
        } else {
            &["a", "b"]
        };
        for (name, sentence) in names.iter().zip(&trial.texts) {
            let _ = writeln!(text, "  {name:<8}{sentence}");
        }
        let _ = writeln!(text, "  wanted  {}", wanted(trial));
        let _ = writeln!(text, "  found   {}", found(trial));
        for remark in &trial.remarks {
            let _ = writeln!(text, "  why     {remark}");
        }
        text.push('\n');
    }
    let _ = writeln!(
        text,
        "{}: {} validated, {} noisy, {} missing",
        plural(trials.len(), "test"),
        count(trials, Came::Validated),
        count(trials, Came::Noisy),
        count(trials, Came::Missing)
    );
    text
}

fn as_json(trials: &[Trial]) -> String {
    let rows: Vec<_> = trials
        .iter()
        .map(|t| {
            json!({"claim": t.claim, "file": t.origin, "line": t.place.0, "column": t.place.1, "outcome": t.outcome.label(),
                   "texts": t.texts, "wanted": t.wanted, "found": t.found, "why": t.remarks})
        })
        .collect();
    let value = json!({"schema": crate::SCHEMA, "tests": rows, "summary": {
        "validated": count(trials, Came::Validated), "noisy": count(trials, Came::Noisy),
        "missing": count(trials, Came::Missing)}});
    output::render(&value, super::super::args::Format::Json)
}

fn as_junit(trials: &[Trial]) -> String {
    let bad = trials.len() - count(trials, Came::Validated);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"{}\" failures=\"{bad}\">\n",
        trials.len()
    );
    for group in trials.chunk_by(|a, b| a.origin == b.origin) {
        let bad = group.len() - count(group, Came::Validated);
        let _ = writeln!(
            text,
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{bad}\">",
            xml_attribute(group.first().map_or("", |t| t.origin.as_str())),
            group.len()
        );
        for trial in group {
            let _ = write!(
                text,
                "    <testcase classname=\"{}\" name=\"line {}: {}\" file=\"{}\" line=\"{}\"",
                xml_attribute(&trial.claim),
                trial.place.0,
                xml_attribute(&trial.texts.join(" / ")),
                xml_attribute(&trial.origin),
                trial.place.0
            );
            if trial.outcome == Came::Validated {
                text.push_str("/>\n");
                continue;
            }
            let _ = writeln!(
                text,
                ">\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n    </testcase>",
                trial.outcome.label(),
                xml_attribute(&format!("wanted {}, found {}", wanted(trial), found(trial))),
                xml_text(&format!("{}\n{}", place(trial), trial.remarks.join("\n")))
            );
        }
        text.push_str("  </testsuite>\n");
    }
    text.push_str("</testsuites>\n");
    text
}
