//! `twosource init`: a configuration for the files given, to begin with.

use super::args::InputForm;
use super::check::{Ground, today};
use super::config::{self, NAME};
use super::input::{self, Held};
use super::{Outcome, output};
use crate::error::Error;
use crate::report::plural;
use serde_json::{Value as Json, json};
use std::path::{Path, PathBuf};

/// Options of `init`.
#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {
    /// Articles that report one event, .jsonl files of groups, or folders of articles
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Replace a twosource.json that is already here
    #[arg(long)]
    force: bool,
}

/// `twosource init`.
pub(super) fn init(args: &InitArgs) -> Result<Outcome, Error> {
    if Path::new(NAME).exists() && !args.force {
        return Err(Error::new("the file is already here; --force replaces it").at(NAME));
    }
    let groups = groups(&args.files)?;
    let text = render(&groups);
    config::parse(NAME, &text).map_err(|errors| {
        errors
            .into_iter()
            .next()
            .unwrap_or_else(|| Error::new("nothing to write"))
    })?;
    std::fs::write(NAME, &text).map_err(|error| Error::new(error.to_string()).at(NAME))?;
    output::print(&format!("wrote {NAME}\n{}", outlook()))?;
    Ok(Outcome::Clean)
}

/// The entries of `groups`, each file read once so that what is written works.
fn groups(files: &[PathBuf]) -> Result<Vec<Json>, Error> {
    let mut articles: Vec<String> = Vec::new();
    let mut groups = Vec::new();
    for path in files {
        let name = path.display().to_string();
        if path.is_dir() {
            let name = name.trim_end_matches('/');
            groups.push(json!({"id": name, "articles": [format!("{name}/*")]}));
        } else {
            match input::held(path, None)? {
                Held::Groups(_) => groups.push(json!({"id": name, "jsonl": name})),
                Held::Articles(_) => articles.push(name),
            }
        }
    }
    if let Some(first) = articles.first() {
        if articles.len() < 2 && input::form_of(Path::new(first)) != InputForm::Jsonl {
            let message =
                "a comparison takes two articles or more; name the other accounts as well";
            return Err(Error::new(message).at(first.clone()));
        }
        let stem = Path::new(first)
            .file_stem()
            .map(|s| s.to_string_lossy().into_owned());
        groups.insert(
            0,
            json!({"id": stem.unwrap_or_else(|| "articles".to_owned()), "articles": articles}),
        );
    }
    Ok(groups)
}

/// The file's text, a group a block, so that changes to it are small.
fn render(groups: &[Json]) -> String {
    let blocks: Vec<String> = groups
        .iter()
        .map(|group| {
            let entries = group.as_object().into_iter().flatten();
            let lines: Vec<String> = entries
                .map(|(key, value)| format!("      \"{key}\": {}", inline(value)))
                .collect();
            format!("    {{\n{}\n    }}", lines.join(",\n"))
        })
        .collect();
    format!(
        "{{\n  \"format\": 1,\n  \"groups\": [\n{}\n  ],\n  \"fail-on\": \"warning\",\n  \"accepted\": []\n}}\n",
        blocks.join(",\n")
    )
}

/// JSON on one line, with a space after each comma.
fn inline(value: &Json) -> String {
    match value {
        Json::Array(items) => {
            let items: Vec<String> = items.iter().map(inline).collect();
            format!("[{}]", items.join(", "))
        }
        other => other.to_string(),
    }
}

/// What the first check will say; whatever it cannot do is told now.
fn outlook() -> String {
    let Some(ground) = Ground::load(Some(Path::new(NAME))) else {
        return "the check cannot run yet, see above\n".to_owned();
    };
    let checked = ground.check(today());
    let troubles = ground
        .errors
        .iter()
        .chain(checked.iter().flat_map(|c| &c.errors));
    let troubles = troubles
        .map(|error| output::note(&error.to_string()))
        .count();
    let fail_on = ground.config.fail_on;
    let failing: usize = checked.iter().map(|c| c.failing(fail_on)).sum();
    let groups = plural(checked.len(), "group");
    if troubles > 0 {
        return format!("{groups}; not everything can be checked yet, see the notes\n");
    }
    let findings = plural(failing, "finding");
    format!("{groups}, {findings} to settle: see `twosource check`\n")
}
