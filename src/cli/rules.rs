//! Where rule files are found: compiled in, in `./rules`, and where `--rules` points. Nothing that lies there is skipped.

use super::args::RulesArgs;
use super::{Outcome, input, output};
use crate::error::Error;
use crate::rule::{RuleSet, RuleText, built_in, compile};
use crate::text::sanitise;
use crate::trial::{self, Trial};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The folder of the working directory whose rule files are read without being named.
const FOLDER: &str = "rules";

/// The table of approximators and vague words, which is no rule file.
const QUANTIFIERS: &str = "quantifiers.json";

/// The rules in force, and every mistake in the files that were to be read.
pub(super) struct Loaded {
    pub(super) rules: RuleSet,
    pub(super) errors: Vec<Error>,
}

/// Loads the built-in packs, those of `./rules` and those of `paths`.
///
/// # Errors
/// If nothing at all could be loaded.
pub(super) fn load(paths: &[PathBuf]) -> Result<Loaded, Error> {
    let mut texts = built_in();
    let mut errors = Vec::new();
    let local = Path::new(FOLDER);
    if local.is_dir() {
        read_folder(local, &mut texts, &mut errors);
    }
    for path in paths {
        if path.is_dir() {
            read_folder(path, &mut texts, &mut errors);
        } else {
            read_file(path, &mut texts, &mut errors);
        }
    }
    let texts = without_copies(texts);
    let (rules, mistakes) = compile(&texts);
    errors.extend(mistakes);
    if rules.claims.is_empty() {
        return Err(errors
            .into_iter()
            .next()
            .unwrap_or_else(|| Error::new("no rule is loaded: nothing can be compared")));
    }
    Ok(Loaded { rules, errors })
}

/// A file that says the same as one read before is that one: a checkout of the program holds its own packs.
fn without_copies(texts: Vec<RuleText>) -> Vec<RuleText> {
    let mut kept: Vec<RuleText> = Vec::with_capacity(texts.len());
    for text in texts {
        if !kept.iter().any(|k| k.text == text.text) {
            kept.push(text);
        }
    }
    kept
}

fn read_folder(folder: &Path, texts: &mut Vec<RuleText>, errors: &mut Vec<Error>) {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            errors.push(Error::new(error.to_string()).at(folder.display().to_string()));
            return;
        }
    };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .collect();
    paths.sort();
    let hidden = |path: &Path| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'))
    };
    for path in paths.iter().filter(|p| !hidden(p)) {
        let name = path.display().to_string();
        if path.is_dir() {
            let message = format!(
                "a folder inside {} is not read; rule files lie in {0} itself",
                folder.display()
            );
            errors.push(Error::new(message).at(name));
        } else if path.extension().is_none_or(|e| e != "json") {
            errors.push(Error::new("this is no rule file: rule files end in .json").at(name));
        } else if path.file_name().is_none_or(|name| name != QUANTIFIERS) {
            read_file(path, texts, errors);
        }
    }
}

fn read_file(path: &Path, texts: &mut Vec<RuleText>, errors: &mut Vec<Error>) {
    match input::text_of(path) {
        Ok(text) => texts.push(RuleText {
            origin: path.display().to_string(),
            text,
        }),
        Err(error) => errors.push(error),
    }
}

/// The rules a command about rule files is to look at: the files named (with the built-in ones to refer to), or all.
fn load_named(args: &RulesArgs) -> Result<(Loaded, Vec<String>), Error> {
    let loaded = load(&args.files)?;
    let all = loaded.rules.packs.iter().filter(|pack| {
        args.files.is_empty()
            || args
                .files
                .iter()
                .any(|f| Path::new(&pack.origin).starts_with(f))
    });
    let packs = all.map(|pack| pack.id.clone()).collect();
    Ok((loaded, packs))
}

/// `twosource rules test`.
pub(super) fn test(args: &RulesArgs) -> Result<Outcome, Error> {
    let (loaded, packs) = load_named(args)?;
    let failed = output::complain_of_rules(&loaded);
    let mine = |trial: &&Trial| {
        trial
            .claim
            .split('.')
            .next()
            .is_some_and(|pack| packs.iter().any(|p| p == pack))
    };
    let trials = trial::run(&loaded.rules);
    let trials: Vec<&Trial> = trials.iter().filter(mine).collect();
    let mut text = String::new();
    for trial in trials
        .iter()
        .filter(|t| t.outcome != trial::Outcome::Validated)
    {
        let _ = writeln!(
            text,
            "{:<9} {}  {}\n          {}",
            trial.outcome.label(),
            trial.claim,
            trial.place,
            trial.detail
        );
    }
    let count = |outcome| trials.iter().filter(|t| t.outcome == outcome).count();
    let (validated, noisy, missing) = (
        count(trial::Outcome::Validated),
        count(trial::Outcome::Noisy),
        count(trial::Outcome::Missing),
    );
    let _ = writeln!(
        text,
        "{} tests: {validated} validated, {noisy} noisy, {missing} missing",
        trials.len()
    );
    output::print(&sanitise(&text))?;
    Ok(failed.max(if noisy + missing > 0 {
        Outcome::Findings
    } else {
        Outcome::Clean
    }))
}

/// `twosource rules lint`.
pub(super) fn lint(args: &RulesArgs) -> Result<Outcome, Error> {
    let (loaded, packs) = load_named(args)?;
    let failed = output::complain_of_rules(&loaded);
    let mut text = String::new();
    let claims = loaded.rules.claims.iter().filter(|c| {
        loaded
            .rules
            .packs
            .get(c.pack)
            .is_some_and(|p| packs.contains(&p.id))
    });
    let mut warnings = 0;
    for claim in claims {
        if let Some(lack) = trial::untested(claim) {
            let origin = loaded
                .rules
                .packs
                .get(claim.pack)
                .map_or("", |p| p.origin.as_str());
            let _ = writeln!(text, "warning: {origin}: the claim {} {lack}", claim.id);
            warnings += 1;
        }
    }
    let _ = writeln!(
        text,
        "{} rule files: {} mistakes, {warnings} warnings",
        packs.len(),
        loaded.errors.len()
    );
    output::print(&sanitise(&text))?;
    Ok(failed)
}
