//! The patterns of rule files on their way into one automaton, in the order in which the files are read.
//!
//! What a claim is otherwise is no matter here: the built-in files are merged when the program is built.
//!
//! Here belongs what becomes of patterns until they are tables: their parts are resolved (`resolve.rs`), numbered (`element.rs`), merged
//! (`builder.rs`, `phrases.rs`), asked what a sentence must have for them (`need.rs`) and laid out (`tables.rs`).

pub(super) mod builder;
pub(super) mod element;
pub(super) mod need;
mod phrases;
pub(super) mod resolve;
mod tables;

use crate::document::Word;
use crate::problem::{Problem, suggest};
use crate::rule::automaton::automata::Automata;
use crate::rule::automaton::table::{Table, Texts};
use crate::rule::automaton::{Automaton, ClassId, NameId, PatternId};
use crate::rule::file::json::Text;
use crate::rule::file::{ALONE, AnswersFrom, ClaimFile, File};
use crate::rule::image::Image;
use crate::rule::pattern::inflect;
use crate::rule::pattern::purpose::{Cue, Pattern, Patterns, Purpose};
use crate::value::Kind;
use element::{Element, ElementId};
use resolve::{Hole, ListSource, Scope, Shared};
use rustc_hash::FxHashMap;

/// The word list that says where a captured phrase ends.
pub(super) const PHRASE_END: &str = "phrase-end";

/// The word list of what may stand before a captured mention without being written in the pattern.
pub(super) const DETERMINER: &str = "determiner";

/// Where a pattern stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Site {
    /// The file (index into the texts).
    pub(super) text: usize,
    /// The offset of the pattern's first character.
    pub(super) offset: usize,
}

/// The patterns of the files read so far.
#[derive(Default)]
pub(super) struct Merger {
    pub(super) shared: Shared,
    /// How many patterns have a number before the first of these: those of files that were merged before.
    first: usize,
    pub(super) patterns: Patterns,
    /// What each pattern compiles to.
    pub(super) elements: Vec<ElementId>,
    /// The pack whose event an article must tell of for the pattern to be tried.
    awaits: Vec<Option<usize>>,
    /// Where each pattern stands.
    pub(super) sites: Vec<Site>,
    pub(super) labels: Texts,
    /// What the patterns of each claim hold.
    pub(super) held: Vec<Held>,
    /// Word lists that a pattern names, with its file.
    pub(super) named_lists: Vec<(usize, String)>,
    /// Mistakes, with their file.
    pub(super) problems: Vec<(usize, Problem)>,
}

/// What the patterns of a claim hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Held {
    /// The capture that holds the value.
    pub(super) capture: NameId,
    /// The capture that says what the claim is about beside the event.
    pub(super) per: Option<NameId>,
    /// The nouns, in every form and in order, of which its numbers may be.
    pub(super) counts: Table<Word, 2>,
}

/// Which file is read, and what its pack and its first claim are counted as.
#[derive(Clone, Copy)]
pub(super) struct Count {
    pub(super) text: usize,
    pub(super) pack: usize,
    pub(super) first_claim: usize,
}

impl Merger {
    /// For files after others that have so many patterns and these names and labels: what they hold is numbered on.
    pub(super) fn after(patterns: usize, names: Texts, labels: Texts) -> Self {
        Merger {
            shared: Shared::knowing(names),
            first: patterns,
            labels,
            ..Merger::default()
        }
    }

    /// Adds the patterns of a file, which may name these lists.
    pub(super) fn file<'f>(
        &mut self,
        file: &'f File<'f>,
        count: Count,
        lists: FxHashMap<&'f str, ListSource<'f>>,
    ) {
        let mut shared = std::mem::take(&mut self.shared);
        let mut patterns = FilePatterns {
            scope: Scope::new(&mut shared, lists),
            merger: self,
            problems: Vec::new(),
            text: count.text,
            awaits: None,
        };
        patterns.file(file, count);
        let FilePatterns {
            scope, problems, ..
        } = patterns;
        let named = scope
            .named
            .iter()
            .map(|name| (count.text, (*name).to_owned()));
        self.named_lists.extend(named);
        self.problems.extend(scope.problems);
        self.problems
            .extend(problems.into_iter().map(|p| (count.text, p)));
        self.shared = shared;
    }

    /// All patterns merged: in one automaton those that are tried in every article, in one for each pack those that await
    /// its event.
    pub(super) fn finish(mut self, files: &[&File<'_>]) -> Image {
        let mut packs: Vec<usize> = self.awaits.iter().filter_map(|pack| *pack).collect();
        packs.dedup();
        let always = self.automaton_of(None, files);
        let awaiting = packs.into_iter();
        let awaiting = awaiting.map(|pack| (pack, self.automaton_of(Some(pack), files)));
        let automata = Automata {
            always,
            awaiting: awaiting.collect(),
            vocabulary: self.shared.builder.vocabulary(),
        };
        Image {
            names: self.shared.names,
            labels: self.labels,
            patterns: self.patterns,
            automata,
        }
    }

    /// The automaton of the patterns that await the event of a pack, or no event.
    fn automaton_of(&mut self, pack: Option<usize>, files: &[&File<'_>]) -> Automaton {
        let patterns = (self.first..).zip(self.elements.iter().zip(&self.awaits));
        for (id, (element, _)) in patterns.filter(|(_, (_, awaits))| **awaits == pack) {
            let element = std::slice::from_ref(element);
            self.shared.builder.add(id as PatternId, element);
        }
        self.automaton(files)
    }

    /// The automaton of the patterns that were added to the builder since the one before.
    pub(super) fn automaton(&mut self, files: &[&File<'_>]) -> Automaton {
        let mut class = |list| {
            let words = engine_words(files, list);
            let classes = &mut self.shared.builder.classes;
            let words: Vec<ClassId> = words.map(|word| classes.form(word)).collect();
            classes.join(&words)
        };
        let (phrase_end, determiner) = (class(PHRASE_END), class(DETERMINER));
        self.shared.builder.finish(phrase_end, determiner)
    }
}

/// The words of a list that the engine itself uses, of all files that have it.
pub(super) fn engine_words(files: &[&File<'_>], list: &str) -> impl Iterator<Item = Word> {
    let lists = files.iter().flat_map(|file| &file.words);
    let entries = lists.filter(move |(name, _)| name.text == list);
    entries.flat_map(|(_, entries)| entries.iter().map(|word| Word::new(&word.text)))
}

/// The word lists a file may name, its own and those of the files it uses; and the files that are not among `files`.
pub(super) fn lists<'f>(
    files: &[(usize, &'f File<'f>)],
    at: usize,
    file: &'f File<'f>,
) -> (FxHashMap<&'f str, ListSource<'f>>, Vec<&'f Text<'f>>) {
    let mut lists = FxHashMap::default();
    let mut missing = Vec::new();
    let mut add = |text: usize, file: &'f File<'f>| {
        for (name, entries) in &file.words {
            lists.insert(name.text.as_ref(), ListSource { entries, text });
        }
    };
    for wanted in &file.uses {
        let used = files.iter().find(|(_, f)| f.id.text == wanted.text);
        match used {
            Some((text, used)) => add(*text, used),
            None => missing.push(wanted),
        }
    }
    add(at, file);
    (lists, missing)
}

/// The patterns of one file on their way.
struct FilePatterns<'c, 'f, 's> {
    scope: Scope<'f, 's>,
    merger: &'c mut Merger,
    problems: Vec<Problem>,
    text: usize,
    /// The pack whose event what is added now awaits.
    awaits: Option<usize>,
}

impl<'f> FilePatterns<'_, 'f, '_> {
    fn file(&mut self, file: &'f File<'f>, count: Count) {
        let id = file.id.text.as_ref();
        for claim in &file.claims {
            let hole = self.hole(claim);
            if self
                .scope
                .holes
                .insert(claim.id.text.as_ref(), hole)
                .is_some()
            {
                let message = format!(
                    "two claims are called {}: each needs its own id",
                    claim.id.text
                );
                self.problem(claim.id.offset, message);
            }
        }
        for (cue, written) in &file.cues {
            if let Some((_, cue)) = Cue::ALL.iter().find(|(name, _)| *name == cue.text) {
                self.add(written, Purpose::Cue(*cue), id);
            }
        }
        if let Some(event) = &file.event {
            self.add(&event.seen_by, Purpose::Trigger(count.pack), id);
            self.awaits = Some(count.pack);
            self.add(&event.also_by, Purpose::AlsoBy(count.pack), id);
            self.add(&event.unless, Purpose::NoTrigger(count.pack), id);
            self.add(&event.new_one_after, Purpose::NewOne(count.pack), id);
        }
        for (claim, index) in file.claims.iter().zip(count.first_claim..) {
            let awaits = file.awaits_event(claim);
            self.awaits = awaits.then_some(count.pack);
            self.claim(claim, id, index);
        }
    }

    fn problem(&mut self, offset: usize, message: impl Into<String>) {
        self.problems.push(Problem::new(offset, message));
    }

    /// What the capture named after the claim holds.
    fn hole(&mut self, claim: &'f ClaimFile<'f>) -> Hole {
        let name = &claim.id.text;
        match (&claim.value, claim.choices.is_empty()) {
            (None, false) => return self.choice(claim),
            (None, true) if claim.from.is_yes_or_no() => return Hole::Kind(Kind::Choice),
            (Some(label), true) if label.text == Kind::Choice.label() => {
                let message = "a claim with choices says \"choices\" in place of \"value\"";
                self.problem(label.offset, message);
            }
            (Some(label), true) => {
                // An unknown kind was told when the form was checked; any will do to go on.
                return Hole::Kind(Kind::named(&label.text).unwrap_or(Kind::Person));
            }
            (None, true) if claim.is_spoilt => {}
            (None, true) => {
                let message = format!("the claim {name} needs a \"value\" (a kind) or \"choices\"");
                self.problem(claim.id.offset, message);
            }
            (Some(label), false) => {
                let message = format!(
                    "the claim {name} has both a \"value\" and \"choices\": only one can be"
                );
                self.problem(label.offset, message);
            }
        }
        Hole::Kind(Kind::Person)
    }

    fn choice(&mut self, claim: &'f ClaimFile<'f>) -> Hole {
        let mut options = Vec::new();
        for (label, phrases) in &claim.choices {
            let id = self.merger.labels.push(&label.text) as u32;
            if phrases.is_empty() {
                let message = format!(
                    "the choice \"{}\" has no phrase: it can never be the answer",
                    label.text
                );
                self.problem(label.offset, message);
            }
            for phrase in phrases {
                match self.scope.phrase(phrase) {
                    Ok(element) => options.push((id, element)),
                    Err(problem) => self.problems.push(problem),
                }
            }
        }
        Hole::Choice(self.scope.shared.builder.choice(options))
    }

    fn add(&mut self, written: &'f [Text<'f>], purpose: Purpose, owner: &str) {
        for (n, text) in written.iter().enumerate() {
            match self.scope.pattern(text) {
                Ok((element, opening)) => {
                    let pattern = Pattern {
                        purpose,
                        name: &format!("{owner}/{}", n + 1),
                        text: &text.text,
                        opening,
                    };
                    self.push(pattern, element, text.offset);
                }
                Err(problem) => self.problems.push(problem),
            }
        }
    }

    fn push(&mut self, pattern: Pattern<'_>, element: ElementId, offset: usize) {
        self.merger.patterns.push(pattern);
        self.merger.elements.push(element);
        self.merger.awaits.push(self.awaits);
        self.merger.sites.push(Site {
            text: self.text,
            offset,
        });
    }

    fn claim(&mut self, claim: &'f ClaimFile<'f>, pack: &str, index: usize) {
        let id = format!("{pack}.{}", claim.id.text);
        let capture = self.scope.shared.name(&claim.id.text);
        let per = claim.per.as_ref();
        let per = per.map(|per| self.scope.shared.name(&per.text));
        let first = self.merger.patterns.len();
        if claim.from != AnswersFrom::Patterns {
            let patterns = claim.find.iter().chain(&claim.unless);
            let today = claim.today_unless.iter().flatten().chain(&claim.today_if);
            for pattern in patterns.chain(&claim.doubt).chain(today) {
                let message =
                    "no pattern counts here: \"from\" says that the answers come from elsewhere";
                self.problem(pattern.offset, message);
            }
        } else if claim.find.is_empty() {
            self.bare_choice(claim, &id, index);
        } else {
            self.add(&claim.find, Purpose::Find(index), &id);
        }
        for at in first..self.merger.patterns.len() {
            if !self.captures(at, capture) {
                let offset = self.merger.sites.get(at).map_or(0, |s| s.offset);
                let message = format!(
                    "this pattern never captures {{{}}}, the claim's value",
                    claim.id.text
                );
                self.problem(offset, message);
            }
        }
        self.add(&claim.unless, Purpose::Unless(index), &id);
        self.add(&claim.doubt, Purpose::Doubt(index), &id);
        if let Some(patterns) = &claim.today_unless {
            self.add(patterns, Purpose::NotToday(index), &id);
        }
        self.add(&claim.today_if, Purpose::OfToday(index), &id);
        let mut nouns = self.nouns(&claim.counts);
        nouns.sort_unstable();
        nouns.dedup();
        self.merger.held.push(Held {
            capture,
            per,
            counts: Table::new(nouns),
        });
    }

    /// Every form of some nouns; a list is named with @, and of an entry of several words the last counts.
    fn nouns(&mut self, written: &'f [Text<'f>]) -> Vec<Word> {
        let mut found = Vec::new();
        let mut open: Vec<(&Text<'f>, usize)> = written.iter().map(|t| (t, 0)).collect();
        while let Some((noun, depth)) = open.pop() {
            let Some(list) = noun.text.strip_prefix('@') else {
                if noun.text == ALONE {
                    found.push(Word::of(ALONE));
                } else {
                    let last = noun.text.split_whitespace().last().unwrap_or("");
                    inflect::forms(last, &mut found);
                }
                continue;
            };
            match self.scope.lists.get_key_value(list) {
                // A list that names itself has been told by its own patterns.
                Some((name, source)) if depth < 8 => {
                    self.scope.named.insert(name);
                    open.extend(source.entries.iter().map(|t| (t, depth + 1)));
                }
                Some(_) => {}
                None => {
                    let known = self.scope.lists.keys().copied();
                    let message = suggest(format!("unknown list @{list}"), list, known, "@");
                    self.problems.push(Problem::new(noun.offset, message));
                }
            }
        }
        found
    }

    /// Whether a pattern captures `name`.
    fn captures(&self, pattern: usize, name: NameId) -> bool {
        let opening = self.merger.patterns.get(pattern).and_then(|p| p.opening);
        let element = self.merger.elements.get(pattern);
        let mut names: Vec<NameId> = opening.into_iter().collect();
        if let Some(element) = element {
            self.scope
                .shared
                .builder
                .elements
                .names(*element, &mut names);
        }
        names.contains(&name)
    }

    /// A claim with choices and no `find`: the choice by itself is the pattern.
    fn bare_choice(&mut self, claim: &ClaimFile<'_>, id: &str, index: usize) {
        let hole = self.scope.holes.get(claim.id.text.as_ref()).copied();
        if let Some(Hole::Choice(choice)) = hole {
            let pattern = Pattern {
                purpose: Purpose::Find(index),
                name: &format!("{id}/1"),
                text: "",
                opening: None,
            };
            let capture = self.scope.shared.name(&claim.id.text);
            let elements = &mut self.scope.shared.builder.elements;
            let element = elements.id(Element::Choice(capture, choice));
            self.push(pattern, element, claim.id.offset);
        } else if claim.value.is_some() && !claim.is_spoilt {
            let message = format!(
                "the claim {} has no \"find\" pattern: nothing says where its value stands",
                claim.id.text
            );
            self.problem(claim.id.offset, message);
        }
    }
}
