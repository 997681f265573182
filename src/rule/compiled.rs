//! The rules of a run: of all rule files compiled together, or of those that ship, which were merged when the program was
//! built, and of one's own compiled beside them.

use super::built_in;
use super::claims::ClaimRules;
use super::compile::{Compiler, ENGINE_LISTS, Force, ReadFiles, Ready, RuleText, of_image, pack};
use super::file::File;
use super::image::Shipped;
use super::names::KnownNames;
use super::set::RuleSet;
use crate::error::Error;
use crate::problem::Problem;

/// Compiles rule files. Of two with one id, the one of the higher layer replaces the other.
///
/// Returns the rules of all files without mistakes, and every mistake of the others.
pub fn compile(texts: &[RuleText]) -> (RuleSet, Vec<Error>) {
    Compiled::together(texts).finish()
}

/// The rules of these files, as [`compile`] gives them but without the tests of the files that ship, whose patterns were
/// merged when the program was built: of files beside them only their own are merged now.
pub fn ready(texts: &[RuleText]) -> (RuleSet, Vec<Error>) {
    match built_in::shipped(texts) {
        Some(shipped) if texts.len() == shipped.files.len() => {
            (merged(texts, shipped).0, Vec::new())
        }
        Some(shipped) => Compiled::after(texts, shipped)
            .unwrap_or_else(|| Compiled::together(texts))
            .finish(),
        None => compile(texts),
    }
}

/// The rules of the files that ship, and the files.
fn merged(texts: &[RuleText], shipped: Shipped) -> (RuleSet, Vec<File<'static>>) {
    let files = shipped.files.iter().zip(texts).zip(shipped.asked);
    let packs = files.map(|((file, text), asked)| pack(file, text.origin.clone(), asked));
    let rules = RuleSet {
        packs: packs.collect(),
        claims: ClaimRules::lying_in(shipped.claims),
        elsewhere: shipped.elsewhere,
        known: KnownNames::of(&shipped.files),
        ..of_image(shipped.image, &shipped.files.iter().collect::<Vec<_>>())
    };
    (rules, shipped.files)
}

/// Rule files that were compiled.
pub(super) struct Compiled<'f> {
    pub(super) read: ReadFiles<'f>,
    pub(super) force: Force,
    pub(super) compiler: Compiler,
    /// Mistakes, with the number of their file.
    pub(super) problems: Vec<(usize, Problem)>,
    /// The rules of the first files, if they came ready and the others were compiled beside them.
    ready: Option<RuleSet>,
}

impl<'f> Compiled<'f> {
    /// All of them compiled.
    pub(super) fn together(texts: &'f [RuleText]) -> Self {
        let read = ReadFiles::new(texts);
        let (compiler, force, problems) = read.compile(&Ready::default());
        Compiled {
            read,
            force,
            compiler,
            problems,
            ready: None,
        }
    }

    /// Those after the files that ship compiled beside these; all of them, where that cannot be.
    pub(super) fn beside(texts: &'f [RuleText]) -> Self {
        let shipped = built_in::shipped(texts);
        let beside = shipped.and_then(|shipped| Compiled::after(texts, shipped));
        beside.unwrap_or_else(|| Compiled::together(texts))
    }

    /// Those after the files that ship compiled beside these. `None` if one replaces a file that ships or has words that
    /// the engine reads, or if a mistake lies in a file that ships, whose places are not known: then all are to be compiled
    /// together.
    fn after(texts: &'f [RuleText], shipped: Shipped) -> Option<Self> {
        let start = Ready {
            files: shipped.files.len(),
            claims: shipped.claims.len(),
            patterns: shipped.image.patterns.len(),
            names: shipped.image.names.clone(),
            labels: shipped.image.labels.clone(),
        };
        let (rules, files) = merged(texts, shipped);
        let read = ReadFiles::beside(texts, files);
        let (ready, own) = read.files.split_at_checked(start.files)?;
        let is_apart = |file: &File<'_>| {
            let mut ready = ready.iter().flatten();
            let mut lists = file.words.iter();
            !ready.any(|other| other.id.text == file.id.text)
                && !lists.any(|(name, _)| ENGINE_LISTS.contains(&name.text.as_ref()))
        };
        if !own.iter().flatten().all(is_apart) {
            return None;
        }
        let (compiler, force, problems) = read.compile(&start);
        if problems.iter().any(|(at, _)| *at < start.files) {
            return None;
        }
        Some(Compiled {
            read,
            force,
            compiler,
            problems,
            ready: Some(rules),
        })
    }

    /// The numbers of the files that were compiled and count.
    pub(super) fn own(&self) -> impl Iterator<Item = usize> {
        let files = self.force.files.iter().copied();
        files.filter(|at| self.compiler.has_file(*at))
    }

    /// The rules, and the mistakes of the files that give none.
    fn finish(self) -> (RuleSet, Vec<Error>) {
        let errors = self.problems.into_iter().filter_map(|(at, problem)| {
            let text = self.read.texts.get(at)?;
            Some(problem.into_error(&text.origin, &text.text))
        });
        let files = self.read.in_order(&self.force);
        let rules = self.compiler.finish(&files, self.ready);
        let rules = RuleSet {
            known: KnownNames::of(files),
            overridden: self.force.overridden,
            ..rules
        };
        (rules, errors.collect())
    }
}
