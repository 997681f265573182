//! From rule files to the rules of a run. A file with a mistake is left out and reported; the others still run.

use super::automaton::{ClassId, PatternId};
use super::element::ElementId;
use super::file::{self, File};
use super::json::Text;
use super::names::KnownNames;
use super::pack;
use super::resolve::{ListSource, Scope, Shared};
use super::set::{ClaimRule, Pack, Pattern, RuleSet};
use crate::document::Word;
use crate::error::Error;
use crate::problem::{Problem, suggest};
use rustc_hash::FxHashMap;

/// A rule file's text and where it came from.
#[derive(Clone, Debug, Default)]
pub struct RuleText {
    /// A path, or `built in: name`.
    pub origin: String,
    /// The whole file.
    pub text: String,
    /// From how near it was taken: a file replaces one of the same id from a lower layer; two files of one layer must not
    /// have the same id. The files that ship are layer 0.
    pub layer: u16,
}

/// The word list that says where a captured phrase ends.
pub(super) const PHRASE_END: &str = "phrase-end";

/// The word list of what may stand before a captured mention without being written in the pattern.
const DETERMINER: &str = "determiner";

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
    (compiler.finish(&read, force), errors.collect())
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
    overridden: Vec<(String, String, String)>,
}

impl<'f> Reading<'f> {
    pub(super) fn new(texts: &'f [RuleText]) -> Self {
        let mut files = Vec::with_capacity(texts.len());
        let mut problems = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let (file, found) = file::read(&text.text);
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
                (Some(place), Some(older)) => {
                    force.overridden.push((
                        file.id.text.clone().into_owned(),
                        older.origin.clone(),
                        text.origin.clone(),
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

    /// The words of a list that the engine itself uses, of all files that have it.
    fn engine_words(&self, force: &Force, list: &str) -> impl Iterator<Item = Word> {
        let files = force.files.iter().filter_map(|at| self.file(*at));
        let lists = files.flat_map(|file| &file.words);
        let entries = lists.filter(move |(name, _)| name.text == list);
        entries.flat_map(|(_, entries)| entries.iter().map(|word| Word::new(&word.text)))
    }
}

/// Where a pattern stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Site {
    /// The file (index into the texts).
    pub(super) text: usize,
    /// The offset of the pattern's first character.
    pub(super) offset: usize,
}

/// The rules while they are being made.
#[derive(Default)]
pub(super) struct Compiler {
    pub(super) shared: Shared,
    pub(super) packs: Vec<Pack>,
    pub(super) claims: Vec<ClaimRule>,
    pub(super) patterns: Vec<Pattern>,
    /// What each pattern compiles to.
    pub(super) elements: Vec<ElementId>,
    /// Where each pattern stands.
    pub(super) sites: Vec<Site>,
    pub(super) labels: Vec<String>,
    /// Word lists that no pattern of their file or of another file names.
    pub(super) named_lists: Vec<(usize, String)>,
    known: KnownNames,
    problems: Vec<(usize, Problem)>,
}

impl Compiler {
    pub(super) fn finish(mut self, read: &Reading<'_>, force: Force) -> RuleSet {
        for (id, element) in self.elements.iter().enumerate() {
            let element = std::slice::from_ref(element);
            self.shared.builder.add(id as PatternId, element);
        }
        self.seal(read, force)
    }

    /// The rules with the patterns that were added to the automaton so far.
    pub(super) fn seal(mut self, read: &Reading<'_>, force: Force) -> RuleSet {
        let mut class = |list| {
            let words = read.engine_words(&force, list);
            let classes = &mut self.shared.builder.classes;
            let words: Vec<ClassId> = words.map(|word| classes.form(word)).collect();
            classes.join(&words)
        };
        let (phrase_end, determiner) = (class(PHRASE_END), class(DETERMINER));
        RuleSet {
            packs: self.packs,
            claims: self.claims,
            patterns: self.patterns,
            names: self.shared.names,
            labels: self.labels,
            automaton: self.shared.builder.finish(phrase_end, determiner),
            clause_break: read.engine_words(&force, CLAUSE_BREAK).collect(),
            deictic: read.engine_words(&force, DEICTIC).collect(),
            whole: read.engine_words(&force, WHOLE).collect(),
            besides: read.engine_words(&force, BESIDES).collect(),
            known: self.known,
            overridden: force.overridden,
        }
    }

    /// Compiles one file.
    fn file(&mut self, read: &Reading<'_>, force: &Force, at: usize, barred: &[usize]) {
        let (Some(text), Some(file)) = (read.texts.get(at), read.file(at)) else {
            return;
        };
        let mut problems = Vec::new();
        let lists = lists(read, force, at, barred, &mut problems);
        let mut shared = std::mem::take(&mut self.shared);
        let mut scope = Scope::new(&mut shared, lists);
        pack::body(self, &mut scope, file, at, &mut problems);
        let named = scope.named.iter().map(|name| (at, (*name).to_owned()));
        self.named_lists.extend(named);
        self.problems.append(&mut scope.problems);
        self.shared = shared;
        for name in &file.names {
            if let Some(kind) = crate::value::Kind::named(&name.kind.text) {
                self.known.add(name, kind);
            }
        }
        let event = file.event.as_ref().map(|event| {
            let claims = event.told_apart_by.iter();
            let claims = claims.filter_map(|name| self.claim_named(file, name, &mut problems));
            claims.collect()
        });
        self.packs.push(Pack {
            id: file.id.text.clone().into_owned(),
            title: file.title.clone(),
            origin: text.origin.clone(),
            event,
        });
        self.problems.extend(problems.into_iter().map(|p| (at, p)));
    }

    fn claim_named(
        &self,
        file: &File<'_>,
        name: &Text<'_>,
        problems: &mut Vec<Problem>,
    ) -> Option<usize> {
        let full = format!("{}.{}", file.id.text, name.text);
        let found = self.claims.iter().position(|c| c.id == full);
        if found.is_none() {
            let known = file.claims.iter().map(|c| c.id.text.as_ref());
            let message = format!("no claim of this file is called {}", name.text);
            let message = suggest(message, &name.text, known, "");
            problems.push(Problem::new(name.offset, message));
        }
        found
    }
}

/// The word lists a file may name: its own and those of the files it uses.
fn lists<'f>(
    read: &'f Reading<'_>,
    force: &Force,
    at: usize,
    barred: &[usize],
    problems: &mut Vec<Problem>,
) -> FxHashMap<&'f str, ListSource<'f>> {
    let mut lists = FxHashMap::default();
    let Some(file) = read.file(at) else {
        return lists;
    };
    let mut add = |at: usize, file: &'f File<'_>| {
        for (name, entries) in &file.words {
            lists.insert(name.text.as_ref(), ListSource { entries, text: at });
        }
    };
    for wanted in &file.uses {
        let called = |at: &&usize| read.file(**at).is_some_and(|f| f.id.text == wanted.text);
        if let Some(used) = force.files.iter().find(called)
            && let Some(file) = read.file(*used)
        {
            add(*used, file);
            continue;
        }
        if barred.iter().any(|at| called(&at)) {
            let message = format!(
                "this file uses {}, which has a mistake of its own and was left out",
                wanted.text
            );
            problems.push(Problem::new(wanted.offset, message));
            continue;
        }
        let others = force.files.iter().filter_map(|at| read.file(*at));
        let others: Vec<&str> = others.map(|f| f.id.text.as_ref()).collect();
        let others = others.into_iter().filter(|id| *id != file.id.text);
        let message = format!(
            "\"use\" names {}, which no rule file is called",
            wanted.text
        );
        let message = suggest(message, &wanted.text, others, "");
        problems.push(Problem::new(wanted.offset, message));
    }
    add(at, file);
    lists
}
