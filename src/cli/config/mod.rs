//! The configuration `twosource.json`: what is to be checked, under which rules, and what fails. Every mistake is named
//! with its place; nothing is guessed.

mod file;
mod glob;
mod read;

pub(super) use glob::{expand, is_pattern};

use super::args::FailOn;
use super::input;
use crate::compare::Verdict;
use crate::error::Error;
use crate::finding::Mode;
use crate::problem::Problem;
use crate::rule::Severity;
use crate::text::LineIndex;
use jiff::civil::Date;
use std::path::{Path, PathBuf};

/// The file's name.
pub(super) const NAME: &str = "twosource.json";

/// The version of the file's form that this program reads.
const FORMAT: u32 = 1;

/// An article as the configuration names it.
#[derive(Clone, Debug)]
pub(super) struct Article {
    /// A path or a pattern.
    pub(super) path: String,
    /// When it was published.
    pub(super) published: Option<String>,
    /// Where the path stands in the configuration.
    pub(super) offset: usize,
}

/// Where a group's articles come from.
#[derive(Clone, Debug)]
pub(super) enum Members {
    /// Files: one group.
    Articles(Vec<Article>),
    /// Each folder that fits the pattern is a group of the files in it.
    Folders(String),
    /// Each line of the file is a group.
    Jsonl(String),
}

/// An entry of `groups`.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// Its name.
    pub(super) id: String,
    /// Its articles.
    pub(super) members: Members,
    /// What they are to each other.
    pub(super) mode: Mode,
    /// Whether they are taken for accounts of one event, whatever they share.
    pub(super) same_event: bool,
    /// Whether an article without a claim, or nothing to compare, is all right.
    pub(super) allow_silent: bool,
    /// Where the entry stands in the configuration.
    pub(super) offset: usize,
}

/// A finding that somebody answers for.
#[derive(Clone, Debug)]
pub(super) struct Accepted {
    /// The finding's fingerprint.
    pub(super) fingerprint: String,
    /// The claim it is about, for readers of the file.
    pub(super) claim: Option<String>,
    /// Why it stands.
    pub(super) reason: String,
    /// The last day on which it is accepted.
    pub(super) until: Option<Date>,
    /// Where the fingerprint stands in the configuration.
    pub(super) offset: usize,
    /// The bytes of the whole entry.
    pub(super) range: std::ops::Range<usize>,
}

/// A claim (`walkout.leader`), the claims of a pack (`walkout.*`) or all (`*`), and what verdicts on them weigh.
#[derive(Clone, Debug)]
pub(super) struct Weight {
    /// The claims.
    pub(super) claims: String,
    /// The severities.
    pub(super) severities: Vec<(Verdict, Severity)>,
    /// Where the name stands in the configuration.
    pub(super) offset: usize,
}

/// The configuration.
#[derive(Clone, Debug)]
pub(super) struct Config {
    /// The file's name, as given or found.
    pub(super) name: String,
    /// Its text.
    pub(super) text: String,
    /// What is to be checked.
    pub(super) groups: Vec<Plan>,
    /// More rules.
    pub(super) rules: Vec<PathBuf>,
    /// Packs (or `*`) that are on or off, with their place.
    pub(super) packs: Vec<(String, bool, usize)>,
    /// Severities that differ from those of the rules; the more special ones last.
    pub(super) weights: Vec<Weight>,
    /// The severity that fails a run.
    pub(super) fail_on: FailOn,
    /// The baseline.
    pub(super) accepted: Vec<Accepted>,
    /// The bytes between the brackets of `accepted`, if the key is there.
    pub(super) accepted_list: Option<std::ops::Range<usize>>,
}

impl Config {
    /// A mistake at an offset of the file.
    pub(super) fn mistake(&self, offset: usize, message: impl Into<String>) -> Error {
        Problem::new(offset, message).into_error(&self.name, &self.text)
    }

    /// `twosource.json:12:5`
    pub(super) fn place(&self, offset: usize) -> String {
        let (line, column) = self.line_and_column(offset);
        format!("{}:{line}:{column}", self.name)
    }

    /// Line and column of an offset, both from 1.
    pub(super) fn line_and_column(&self, offset: usize) -> (u32, u32) {
        let place = LineIndex::new(&self.text).place(&self.text, offset as u32);
        (place.line, place.column)
    }

    /// The text of the entry of `groups` at `offset`, for messages about it.
    pub(super) fn plan_error(&self, plan: &Plan, message: impl Into<String>) -> Error {
        self.mistake(plan.offset, message)
    }
}

/// Loads the configuration, the one at `path` or the nearest `twosource.json` upwards, and makes its folder the working
/// directory, so that its paths, and those of every report, count from where it lies.
///
/// # Errors
/// Every mistake in it; or that there is none.
pub(super) fn load(path: Option<&Path>) -> Result<Config, Vec<Error>> {
    let path = match path {
        Some(path) => path.to_owned(),
        None => find().map_err(|error| vec![error])?,
    };
    let text = input::text_of(&path).map_err(|error| vec![error])?;
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty());
    if let Some(folder) = folder {
        std::env::set_current_dir(folder).map_err(|error| {
            vec![Error::new(error.to_string()).at(folder.display().to_string())]
        })?;
    }
    let name = path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    );
    parse(&name, &text)
}

/// Reads the configuration `text`, called `name`.
///
/// # Errors
/// Every mistake in it.
pub(super) fn parse(name: &str, text: &str) -> Result<Config, Vec<Error>> {
    read::read(name, text).map_err(|problems| {
        let errors = problems.into_iter().map(|p| p.into_error(name, text));
        errors.collect()
    })
}

fn find() -> Result<PathBuf, Error> {
    let here = std::env::current_dir().map_err(|error| Error::new(error.to_string()))?;
    let found = here
        .ancestors()
        .map(|folder| folder.join(NAME))
        .find(|path| path.is_file());
    found.ok_or_else(|| {
        Error::new(format!("no {NAME} was found here or in a folder above")).with_detail(
            "Write one with `twosource init FILE FILE…`, or name one with `--config FILE`.",
        )
    })
}
