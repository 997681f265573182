//! The articles that the configuration names, read; what cannot be read is an error, never passed over.

use crate::cli::config::{Article, Config, Members, Plan, expand, is_pattern};
use crate::cli::input::{self, Group};
use crate::error::Error;
use crate::finding::Mode;
use crate::text::Source;
use std::path::{Path, PathBuf};

/// A group that is to be checked.
#[derive(Debug)]
pub(in crate::cli) struct Gathered {
    /// Its articles.
    pub(in crate::cli) group: Group,
    /// What they are to each other.
    pub(in crate::cli) mode: Mode,
    /// Whether they are taken for accounts of one event, whatever they share.
    pub(in crate::cli) same_event: bool,
    /// Whether an article without a claim, or nothing to compare, is all right.
    pub(in crate::cli) allow_silent: bool,
}

/// Reads every group of the configuration: those that can be checked, and why the others cannot.
pub(super) fn gather(config: &Config) -> (Vec<Gathered>, Vec<Error>) {
    let mut gathered = Vec::new();
    let mut errors = Vec::new();
    for plan in &config.groups {
        let groups = match &plan.members {
            Members::Articles(articles) => of_articles(config, plan, articles),
            Members::Folders(pattern) => of_folders(config, plan, pattern),
            Members::Jsonl(path) => of_lines(config, plan, path),
        };
        match groups {
            Ok(groups) => gathered.extend(groups.into_iter().map(|group| Gathered {
                group,
                mode: plan.mode,
                same_event: plan.same_event,
                allow_silent: plan.allow_silent,
            })),
            Err(mistakes) => errors.extend(mistakes),
        }
    }
    (gathered, errors)
}

fn of_articles(config: &Config, plan: &Plan, named: &[Article]) -> Result<Vec<Group>, Vec<Error>> {
    let mut seen: Vec<PathBuf> = Vec::new();
    let mut articles: Vec<Source> = Vec::new();
    let mut errors = Vec::new();
    for article in named {
        let paths = if is_pattern(&article.path) {
            expand(&article.path, false)
        } else {
            vec![PathBuf::from(&article.path)]
        };
        if paths.is_empty() {
            let message = format!("no file fits \"{}\"", article.path);
            errors.push(config.mistake(article.offset, message));
        }
        for path in paths {
            if seen.contains(&path) {
                continue;
            }
            match input::articles(&path, None) {
                Ok(read) => articles.extend(read.into_iter().map(|mut source| {
                    if article.published.is_some() {
                        source.published.clone_from(&article.published);
                    }
                    source
                })),
                Err(error) => errors.push(config.mistake(article.offset, error.to_string())),
            }
            seen.push(path);
        }
    }
    if errors.is_empty() {
        let group = Group::of(plan.id.clone(), articles);
        return Ok(vec![group.map_err(|e| vec![config.plan_error(plan, e)])?]);
    }
    Err(errors)
}

fn of_folders(config: &Config, plan: &Plan, pattern: &str) -> Result<Vec<Group>, Vec<Error>> {
    let folders = expand(pattern, true);
    if folders.is_empty() {
        let message = format!("no folder fits \"{pattern}\"");
        return Err(vec![config.plan_error(plan, message)]);
    }
    let read = |folder: &PathBuf| {
        let name = folder.display().to_string();
        let mut articles = Vec::new();
        for path in expand(&format!("{name}/*"), false) {
            articles.extend(input::articles(&path, None).map_err(|e| e.to_string())?);
        }
        Group::of(name, articles)
    };
    let mut groups = Vec::new();
    let mut errors = Vec::new();
    for folder in &folders {
        match read(folder) {
            Ok(group) => groups.push(group),
            Err(message) => errors.push(config.plan_error(plan, message)),
        }
    }
    if errors.is_empty() {
        Ok(groups)
    } else {
        Err(errors)
    }
}

fn of_lines(config: &Config, plan: &Plan, path: &str) -> Result<Vec<Group>, Vec<Error>> {
    let groups = input::groups(Path::new(path));
    groups.map_err(|error| vec![config.plan_error(plan, error.to_string())])
}
