//! From rule files to the rules of a run. A file with a mistake is left out and reported; the others still run.

use super::built_in;
use super::claims::ClaimRules;
use super::file::{self, AnswersFrom, File};
use super::image::{Asked, Image, Shipped};
use super::json::{self, Text};
use super::keys;
use super::merge::{self, Count, DETERMINER, Held, Merger, PHRASE_END};
use super::names::KnownNames;
use super::pack::Claims;
use super::set::{ClaimRule, Pack, RuleSet};
use super::shape;
use crate::error::Error;
use crate::problem::{Problem, suggest};
use std::borrow::Cow;

/// A rule file's text and where it came from.
#[derive(Clone, Debug, Default)]
pub struct RuleText {
    /// A path, or `built in: name`.
    pub origin: Cow<'static, str>,
    /// The whole file.
    pub text: Cow<'static, str>,
    /// From how near it was taken: a file replaces one of the same id from a lower layer; two files of one layer must not
    /// have the same id. The files that ship are layer 0.
    pub layer: u16,
}

/// The word list of what means another day when somebody else says it.
const DEICTIC: &str = "deictic";

/// The word list that says where a new clause begins.
const CLAUSE_BREAK: &str = "clause-break";

/// The word lists that say which part of a whole a count counts.
const WHOLE: &str = "whole";
const BESIDES: &str = "besides";

/// The word lists that the engine itself reads.
pub(super) const ENGINE_LISTS: [&str; 6] = [
    PHRASE_END,
    DETERMINER,
    DEICTIC,
    CLAUSE_BREAK,
    WHOLE,
    BESIDES,
];

/// Compiles rule files. Of two with one id, the one of the higher layer replaces the other.
///
/// Returns the rules of all files without mistakes, and every mistake of the others.
pub fn compile(texts: &[RuleText]) -> (RuleSet, Vec<Error>) {
    let read = Reading::new(texts);
    let (compiler, force, problems) = read.compile();
    let errors = problems.into_iter().filter_map(|(at, problem)| {
        let text = texts.get(at)?;
        Some(problem.into_error(&text.origin, &text.text))
    });
    let files = read.in_order(&force);
    (compiler.finish(&files, force.overridden), errors.collect())
}

/// The rules of these files, as [`compile`] gives them but without their tests: if they are the files that ship, their
/// patterns were merged when the program was built.
pub fn ready(texts: &[RuleText]) -> (RuleSet, Vec<Error>) {
    match built_in::shipped(texts) {
        Some(shipped) => (merged(texts, shipped), Vec::new()),
        None => compile(texts),
    }
}

/// The rules of the files that ship.
fn merged(texts: &[RuleText], shipped: Shipped) -> RuleSet {
    let files = shipped.files.iter().zip(texts).zip(shipped.asked);
    let packs = files.map(|((file, text), asked)| pack(file, text.origin.clone(), asked));
    RuleSet {
        packs: packs.collect(),
        claims: ClaimRules::lying_in(shipped.claims),
        elsewhere: shipped.elsewhere,
        known: KnownNames::of(&shipped.files),
        ..of_image(shipped.image, &shipped.files.iter().collect::<Vec<_>>())
    }
}

fn pack(file: &File<'_>, origin: Cow<'static, str>, asked: Asked) -> Pack {
    Pack {
        id: file.id.text.clone().into_owned(),
        title: file.title.clone().into_owned(),
        origin,
        claims: asked.claims,
        event: asked.told_apart_by,
    }
}

/// The merged patterns of files, and the words of theirs that the engine reads.
fn of_image(image: Image, files: &[&File<'_>]) -> RuleSet {
    RuleSet {
        packs: Vec::new(),
        claims: ClaimRules::default(),
        elsewhere: Vec::new(),
        patterns: image.patterns,
        names: image.names,
        labels: image.labels,
        automata: image.automata,
        clause_break: merge::engine_words(files, CLAUSE_BREAK).collect(),
        deictic: merge::engine_words(files, DEICTIC).collect(),
        whole: merge::engine_words(files, WHOLE).collect(),
        besides: merge::engine_words(files, BESIDES).collect(),
        known: KnownNames::default(),
        overridden: Vec::new(),
    }
}

/// Rule files as they were read.
pub(super) struct Reading<'f> {
    pub(super) texts: &'f [RuleText],
    pub(super) files: Vec<Option<File<'f>>>,
    problems: Vec<(usize, Problem)>,
}

/// Which of the files count.
#[derive(Default)]
pub(super) struct Force {
    /// Indices into the texts, in order.
    pub(super) files: Vec<usize>,
    pub(super) overridden: Vec<(String, String, String)>,
}

impl<'f> Reading<'f> {
    pub(super) fn new(texts: &'f [RuleText]) -> Self {
        let mut files = Vec::with_capacity(texts.len());
        let mut problems = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let (file, found) = read(&text.text);
            problems.extend(found.into_iter().map(|p| (at, p)));
            files.push(file);
        }
        Reading {
            texts,
            files,
            problems,
        }
    }

    /// Compiles until what is left has no mistake: a file that falls out may have replaced another, which then counts.
    pub(super) fn compile(&self) -> (Compiler, Force, Vec<(usize, Problem)>) {
        let mut problems = self.problems.clone();
        let mut barred: Vec<usize> = Vec::new();
        loop {
            let (force, doubles) = self.in_force(&barred);
            let mut compiler = Compiler::default();
            for at in &force.files {
                compiler.file(self, &force, *at, &barred);
            }
            let mut new: Vec<(usize, Problem)> = doubles;
            new.append(&mut compiler.problems);
            new.append(&mut compiler.merger.problems);
            let rough = barred.is_empty() && !problems.is_empty();
            if new.is_empty() && !rough {
                problems.sort_by_key(|(at, p)| (*at, p.offset));
                problems.dedup();
                return (compiler, force, problems);
            }
            problems.append(&mut new);
            barred = problems.iter().map(|(at, _)| *at).collect();
        }
    }

    /// The files that count, those of `barred` left out; and the files whose id another of their layer has.
    fn in_force(&self, barred: &[usize]) -> (Force, Vec<(usize, Problem)>) {
        let mut force = Force::default();
        let mut doubles = Vec::new();
        for (at, (text, file)) in self.texts.iter().zip(&self.files).enumerate() {
            let Some(file) = file.as_ref().filter(|_| !barred.contains(&at)) else {
                continue;
            };
            let same = |other: &usize| {
                let other = self.files.get(*other).and_then(Option::as_ref);
                other.is_some_and(|o| o.id.text == file.id.text)
            };
            let place = force.files.iter().position(same);
            let older = place.and_then(|p| self.texts.get(*force.files.get(p)?));
            match (place, older) {
                (Some(_), Some(older)) if older.layer == text.layer && !file.id.text.is_empty() => {
                    let message = format!(
                        "the id {} is also that of {}: two files in one place need two ids",
                        file.id.text, older.origin
                    );
                    doubles.push((at, Problem::new(file.id.offset, message)));
                }
                // A file that ships, named on the command line, stands first and counts more.
                (Some(_), Some(older)) if older.layer > text.layer => force.overridden.push((
                    file.id.text.clone().into_owned(),
                    text.origin.clone().into_owned(),
                    older.origin.clone().into_owned(),
                )),
                (Some(place), Some(older)) => {
                    force.overridden.push((
                        file.id.text.clone().into_owned(),
                        older.origin.clone().into_owned(),
                        text.origin.clone().into_owned(),
                    ));
                    force.files.remove(place);
                    force.files.push(at);
                }
                _ => force.files.push(at),
            }
        }
        (force, doubles)
    }

    pub(super) fn file(&self, at: usize) -> Option<&File<'f>> {
        self.files.get(at).and_then(Option::as_ref)
    }

    /// The files that count, in order.
    pub(super) fn in_order(&self, force: &Force) -> Vec<&File<'f>> {
        let files = force.files.iter();
        files.filter_map(|at| self.file(*at)).collect()
    }
}

/// The rules while they are being made.
#[derive(Default)]
pub(super) struct Compiler {
    pub(super) merger: Merger,
    pub(super) packs: Vec<Pack>,
    pub(super) claims: Vec<ClaimRule>,
    problems: Vec<(usize, Problem)>,
}

impl Compiler {
    /// The rules, the patterns merged.
    fn finish(mut self, files: &[&File<'_>], overridden: Vec<(String, String, String)>) -> RuleSet {
        let merger = std::mem::take(&mut self.merger);
        let claims = self.claims.iter().enumerate();
        let elsewhere = claims.filter(|(_, claim)| claim.from != AnswersFrom::Patterns);
        RuleSet {
            elsewhere: elsewhere.map(|(at, _)| at).collect(),
            packs: self.packs,
            claims: ClaimRules::made(self.claims),
            known: KnownNames::of(files.iter().copied()),
            overridden,
            ..of_image(merger.finish(files), files)
        }
    }

    /// Compiles one file.
    fn file(&mut self, read: &Reading<'_>, force: &Force, at: usize, barred: &[usize]) {
        let (Some(text), Some(file)) = (read.texts.get(at), read.file(at)) else {
            return;
        };
        let files = force.files.iter();
        let files: Vec<(usize, &File<'_>)> = files
            .filter_map(|at| Some((*at, read.file(*at)?)))
            .collect();
        let (lists, missing) = merge::lists(&files, at, file);
        let missing = missing.into_iter();
        let missing = missing.map(|wanted| (at, unknown_file(read, &files, file, wanted, barred)));
        self.problems.extend(missing);
        let count = Count {
            text: at,
            pack: self.packs.len(),
            first_claim: self.claims.len(),
        };
        self.merger.file(file, count, lists);
        let held = std::mem::take(&mut self.merger.held);
        self.rest(file, at, text.origin.clone(), &held);
        self.merger.held = held;
    }

    /// All of a file but its patterns, given what those of all claims hold.
    fn rest(&mut self, file: &File<'_>, at: usize, origin: Cow<'static, str>, held: &[Held]) {
        let mut claims = Claims {
            id: &file.id.text,
            pack: self.packs.len(),
            problems: Vec::new(),
        };
        let first = self.claims.len();
        let own = held.get(first..).unwrap_or(&[]);
        let own = file.claims.iter().zip(own);
        self.claims
            .extend(own.map(|(claim, held)| claims.rule(claim, held)));
        let mut problems = claims.problems;
        for (at, claim) in file.claims.iter().enumerate() {
            let mut named = |names: &[Text<'_>]| -> Vec<usize> {
                let named = names.iter();
                let named = named.filter_map(|name| claim_named(file, first, name, &mut problems));
                named.collect()
            };
            let (other_than, of_one) = (named(&claim.other_than), named(&claim.of_one));
            if let Some(rule) = self.claims.get_mut(first + at) {
                rule.other_than = other_than;
                rule.of_one = of_one;
            }
        }
        let told_apart_by = file.event.as_ref().map(|event| {
            let claims = event.told_apart_by.iter();
            let claims = claims.filter_map(|name| claim_named(file, first, name, &mut problems));
            claims.collect()
        });
        let asked = Asked {
            claims: first..self.claims.len(),
            told_apart_by,
        };
        self.packs.push(pack(file, origin, asked));
        self.problems.extend(problems.into_iter().map(|p| (at, p)));
    }
}

/// The claim of a file that a text names; the file's claims are counted from `first`.
fn claim_named(
    file: &File<'_>,
    first: usize,
    name: &Text<'_>,
    problems: &mut Vec<Problem>,
) -> Option<usize> {
    let mut claims = file.claims.iter();
    let found = claims.position(|claim| claim.id.text == name.text);
    if found.is_none() {
        let known = file.claims.iter().map(|c| c.id.text.as_ref());
        let message = format!("no claim of this file is called {}", name.text);
        let message = suggest(message, &name.text, known, "");
        problems.push(Problem::new(name.offset, message));
    }
    found.map(|at| first + at)
}

/// Reads a rule file: what can be read of it, and every mistake of its form. `None` if it is no JSON object.
fn read(text: &str) -> (Option<File<'_>>, Vec<Problem>) {
    let (tree, mut problems) = json::parse(text);
    let Some(tree) = tree else {
        return (None, problems);
    };
    shape::check(&tree, &keys::FILE, &mut problems);
    problems.sort_by_key(|p| p.offset);
    (Some(file::file(&tree)), problems)
}

/// What is wrong with a name after `use`.
fn unknown_file(
    read: &Reading<'_>,
    files: &[(usize, &File<'_>)],
    file: &File<'_>,
    wanted: &Text<'_>,
    barred: &[usize],
) -> Problem {
    let called = |at: &usize| read.file(*at).is_some_and(|f| f.id.text == wanted.text);
    if barred.iter().any(called) {
        let message = format!(
            "this file uses {}, which has a mistake of its own and was left out",
            wanted.text
        );
        return Problem::new(wanted.offset, message);
    }
    let others = files.iter().map(|(_, f)| f.id.text.as_ref());
    let others = others.filter(|id| *id != file.id.text);
    let message = format!(
        "\"use\" names {}, which no rule file is called",
        wanted.text
    );
    let message = suggest(message, &wanted.text, others, "");
    Problem::new(wanted.offset, message)
}
