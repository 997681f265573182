//! What a careful author would mend in a rule file that loads: what is never used, never reached, never tested.

mod claim;
mod pattern;

use super::compile::{Compiler, ENGINE_LISTS, Reading, RuleText};
use super::file::File;
use super::node;
use crate::error::Error;
use crate::problem::Problem;
use crate::text::LineIndex;

/// How much a remark matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The file is left out until it is mended.
    Mistake,
    /// The file loads, and something in it does not do what it seems to.
    Warning,
}

/// Something to mend in a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The file: index into the texts.
    pub text: usize,
    /// How much it matters.
    pub level: Level,
    /// What it is, with its place.
    pub error: Error,
}

/// Every mistake of every file, and for files without one what else to mend; by file and place.
pub fn lint(texts: &[RuleText]) -> Vec<Remark> {
    let read = Reading::new(texts);
    let (compiler, force, mistakes) = read.compile();
    let mut found: Vec<(usize, Level, Problem)> = mistakes
        .into_iter()
        .map(|(at, problem)| (at, Level::Mistake, problem))
        .collect();
    for at in &force.files {
        let Some(file) = read.file(*at) else {
            continue;
        };
        let mut linter = Linter {
            compiler: &compiler,
            at: *at,
            file,
            read: &read,
            warnings: Vec::new(),
        };
        linter.run();
        let new = linter.warnings.into_iter();
        found.extend(new.map(|problem| (*at, Level::Warning, problem)));
    }
    found.sort_by_key(|(at, _, problem)| (*at, problem.offset));
    let remark = |(at, level, problem): (usize, Level, Problem)| {
        let text = texts.get(at)?;
        Some(Remark {
            text: at,
            level,
            error: problem.into_error(&text.origin, &text.text),
        })
    };
    found.into_iter().filter_map(remark).collect()
}

struct Linter<'a, 'f> {
    compiler: &'a Compiler,
    at: usize,
    file: &'a File<'f>,
    read: &'a Reading<'f>,
    warnings: Vec<Problem>,
}

impl Linter<'_, '_> {
    fn warn(&mut self, offset: usize, message: impl Into<String>) {
        self.warnings.push(Problem::new(offset, message));
    }

    fn run(&mut self) {
        self.lists();
        self.equal_patterns();
        self.patterns();
        for claim in &self.file.claims {
            self.claim(claim);
        }
    }

    /// Word lists that nothing names, and mistakes in them, which nothing else would find.
    fn lists(&mut self) {
        for (name, entries) in &self.file.words {
            for entry in entries {
                if let Err(problem) = node::read(&entry.text) {
                    self.warnings.push(problem.shifted(entry.offset));
                }
            }
            let named = |(_, list): &(usize, String)| *list == name.text;
            let engine = ENGINE_LISTS.contains(&name.text.as_ref());
            // A file without claims is there for others, some of which may not be loaded.
            if !self.file.claims.is_empty()
                && !engine
                && !self.compiler.merger.named_lists.iter().any(named)
            {
                let message = format!("the word list @{} is never used", name.text);
                self.warn(name.offset, message);
            }
        }
    }

    /// The line and column of an offset in the file.
    fn place(&self, offset: usize) -> String {
        let text = self.read.texts.get(self.at).map_or("", |t| t.text.as_ref());
        let place = LineIndex::new(text).place(text, offset as u32);
        format!("{}:{}", place.line, place.column)
    }
}
