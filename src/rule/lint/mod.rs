//! What a careful author would mend in a rule file that loads: what is never used, never reached, never tested.

mod claim;
mod pattern;

use crate::error::Error;
use crate::problem::Problem;
use crate::rule::compile::{ENGINE_LISTS, RuleText};
use crate::rule::compiled::Compiled;
use crate::rule::file::File;
use crate::rule::pattern::node;
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

/// Every mistake of the files (indices) that are `asked` for, and for files without one what else to mend; by file and place.
pub fn lint(texts: &[RuleText], asked: impl Fn(usize) -> bool) -> Vec<Remark> {
    let mut shipped = (0..).zip(texts).filter(|(_, text)| text.ships());
    let compiled = if shipped.any(|(at, _)| asked(at)) {
        Compiled::together(texts)
    } else {
        Compiled::beside(texts)
    };
    let mistakes = compiled.problems.iter().cloned();
    let mistakes = mistakes.filter(|(at, _)| asked(*at));
    let mut found: Vec<(usize, Level, Problem)> = mistakes
        .map(|(at, problem)| (at, Level::Mistake, problem))
        .collect();
    for at in compiled.own().filter(|at| asked(*at)) {
        let Some(file) = compiled.read.file(at) else {
            continue;
        };
        let mut linter = Linter {
            compiled: &compiled,
            at,
            file,
            warnings: Vec::new(),
        };
        linter.run();
        let new = linter.warnings.into_iter();
        found.extend(new.map(|problem| (at, Level::Warning, problem)));
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
    compiled: &'a Compiled<'f>,
    at: usize,
    file: &'a File<'f>,
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
            let named = |(at, list): &(usize, String)| *list == name.text && self.is_open_to(*at);
            let engine = ENGINE_LISTS.contains(&name.text.as_ref());
            // A file without claims is there for others, some of which may not be loaded.
            if !self.file.claims.is_empty()
                && !engine
                && !self.compiled.compiler.merger.named_lists.iter().any(named)
            {
                let message = format!("the word list @{} is never used", name.text);
                self.warn(name.offset, message);
            }
        }
    }

    /// Whether a file (index) may name the word lists of this one.
    fn is_open_to(&self, at: usize) -> bool {
        let other = self.compiled.read.file(at);
        let mut uses = other.iter().flat_map(|other| &other.uses);
        at == self.at || uses.any(|used| used.text == self.file.id.text)
    }

    /// The line and column of an offset in the file.
    fn place(&self, offset: usize) -> String {
        let text = self
            .compiled
            .read
            .texts
            .get(self.at)
            .map_or("", |t| t.text.as_ref());
        let place = LineIndex::new(text).place(text, offset as u32);
        format!("{}:{}", place.line, place.column)
    }
}
