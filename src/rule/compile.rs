//! From rule files to the rules of a run. A file with a mistake is left out and reported; the others still run.

use super::automaton::table::Texts;
use super::claims::ClaimRules;
use super::file::json::{self, Text};
use super::file::{self, AnswersFrom, File};
use super::form::keys;
use super::form::shape;
use super::image::{Asked, Image};
use super::merge::{self, Count, DETERMINER, Held, Merger, PHRASE_END};
use super::names::KnownNames;
use super::pack::Claims;
use super::set::{ClaimRule, Pack, RuleSet};
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

pub(super) fn pack(file: &File<'_>, origin: Cow<'static, str>, asked: Asked) -> Pack {
    Pack {
        id: file.id.text.clone().into_owned(),
        title: file.title.clone().into_owned(),
        origin,
        claims: asked.claims,
        event: asked.told_apart_by,
    }
}

/// The merged patterns of files, and the words of theirs that the engine reads.
pub(super) fn of_image(image: Image, files: &[&File<'_>]) -> RuleSet {
    RuleSet {
        packs: Vec::new(),
        claims: ClaimRules::default(),
        elsewhere: Vec::new(),
        patterns: image.patterns,
        names: image.names,
        labels: image.labels,
        automata: vec![image.automata],
        clause_break: merge::engine_words(files, CLAUSE_BREAK).collect(),
        deictic: merge::engine_words(files, DEICTIC).collect(),
        whole: merge::engine_words(files, WHOLE).collect(),
        besides: merge::engine_words(files, BESIDES).collect(),
        known: KnownNames::default(),
        overridden: Vec::new(),
    }
}

/// Rule files as they were read.
pub(super) struct ReadFiles<'f> {
    pub(super) texts: &'f [RuleText],
    pub(super) files: Vec<Option<File<'f>>>,
    pub(super) problems: Vec<(usize, Problem)>,
}

/// Which of the files count.
#[derive(Default)]
pub(super) struct Force {
    /// Indices into the texts, in order.
    pub(super) files: Vec<usize>,
    pub(super) overridden: Vec<(String, String, String)>,
}

impl<'f> ReadFiles<'f> {
    pub(super) fn new(texts: &'f [RuleText]) -> Self {
        let mut files = Vec::with_capacity(texts.len());
        let mut problems = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let (file, found) = read(&text.text);
            problems.extend(found.into_iter().map(|p| (at, p)));
            files.push(file);
        }
        ReadFiles {
            texts,
            files,
            problems,
        }
    }

    /// The files that ship, which have no mistake, and the texts after them.
    pub(super) fn beside(texts: &'f [RuleText], shipped: Vec<File<'f>>) -> Self {
        let after = ReadFiles::new(texts.get(shipped.len()..).unwrap_or(&[]));
        let place = |(at, problem)| (at + shipped.len(), problem);
        ReadFiles {
            texts,
            problems: after.problems.into_iter().map(place).collect(),
            files: shipped.into_iter().map(Some).chain(after.files).collect(),
        }
    }

    /// Compiles until what is left has no mistake: a file that falls out may have replaced another, which then counts. The
    /// files that are `ready` are not compiled again.
    pub(super) fn compile(&self, ready: &Ready) -> (Compiler, Force, Vec<(usize, Problem)>) {
        let mut problems = self.problems.clone();
        let mut barred: Vec<usize> = Vec::new();
        loop {
            let (force, doubles) = self.in_force(&barred);
            let mut compiler = Compiler::after(ready);
            for at in force.files.iter().filter(|at| **at >= ready.files) {
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

/// What was compiled before, so that other files can be compiled beside it: how much there is, and what is numbered on.
#[derive(Clone, Debug, Default)]
pub(super) struct Ready {
    pub(super) files: usize,
    pub(super) claims: usize,
    pub(super) patterns: usize,
    pub(super) names: Texts,
    pub(super) labels: Texts,
}

/// The rules while they are being made.
#[derive(Default)]
pub(super) struct Compiler {
    pub(super) merger: Merger,
    packs: Vec<Pack>,
    claims: Vec<ClaimRule>,
    problems: Vec<(usize, Problem)>,
    before: Before,
}

/// How many files, which are packs, and claims have a number before the first that is compiled.
#[derive(Clone, Copy, Debug, Default)]
struct Before {
    files: usize,
    claims: usize,
}

impl Compiler {
    fn after(ready: &Ready) -> Self {
        let (names, labels) = (ready.names.clone(), ready.labels.clone());
        Compiler {
            merger: Merger::after(ready.patterns, names, labels),
            before: Before {
                files: ready.files,
                claims: ready.claims,
            },
            ..Compiler::default()
        }
    }

    /// The rules of all `files`, their patterns merged: those that are `ready`, and after them those that were compiled.
    pub(super) fn finish(self, files: &[&File<'_>], ready: Option<RuleSet>) -> RuleSet {
        let elsewhere = self.elsewhere();
        let own = of_image(self.merger.finish(files), files);
        let Some(mut rules) = ready else {
            return RuleSet {
                elsewhere,
                packs: self.packs,
                claims: ClaimRules::made(self.claims),
                ..own
            };
        };
        rules.elsewhere.extend(elsewhere);
        rules.packs.extend(self.packs);
        rules.claims.extend(self.claims);
        rules.patterns.append(&own.patterns);
        rules.automata.extend(own.automata);
        RuleSet {
            names: own.names,
            labels: own.labels,
            ..rules
        }
    }

    /// The claims (numbers) whose answers come from elsewhere than from patterns.
    fn elsewhere(&self) -> Vec<usize> {
        let claims = (self.before.claims..).zip(&self.claims);
        let elsewhere = claims.filter(|(_, claim)| claim.from != AnswersFrom::Patterns);
        elsewhere.map(|(number, _)| number).collect()
    }

    /// Whether the file of a number is one that was compiled.
    pub(super) fn has_file(&self, number: usize) -> bool {
        number >= self.before.files
    }

    /// The claim of a number, if it was compiled.
    pub(super) fn claim(&self, number: usize) -> Option<&ClaimRule> {
        self.claims.get(number.checked_sub(self.before.claims)?)
    }

    /// Compiles one file.
    fn file(&mut self, read: &ReadFiles<'_>, force: &Force, at: usize, barred: &[usize]) {
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
            pack: self.before.files + self.packs.len(),
            first_claim: self.before.claims + self.claims.len(),
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
            pack: self.before.files + self.packs.len(),
            problems: Vec::new(),
        };
        let first = self.claims.len();
        let first_number = self.before.claims + first;
        let own = held.get(first..).unwrap_or(&[]);
        let own = file.claims.iter().zip(own);
        self.claims
            .extend(own.map(|(claim, held)| claims.rule(claim, held)));
        let mut problems = claims.problems;
        for (at, claim) in file.claims.iter().enumerate() {
            let mut named = |names: &[Text<'_>]| -> Vec<usize> {
                let named = names.iter();
                let named =
                    named.filter_map(|name| claim_named(file, first_number, name, &mut problems));
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
            let claims =
                claims.filter_map(|name| claim_named(file, first_number, name, &mut problems));
            claims.collect()
        });
        let asked = Asked {
            claims: first_number..self.before.claims + self.claims.len(),
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
    read: &ReadFiles<'_>,
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
