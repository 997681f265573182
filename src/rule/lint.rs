//! What a careful author would mend in a rule file that loads: what is never used, never reached, never tested.

use super::automaton::{ClassId, NameId, OPENING};
use super::compile::{Compiler, ENGINE_LISTS, Reading, RuleText};
use super::element::{Element, ElementId};
use super::file::{AnswersFrom, BoundTo, ClaimFile, File, Get};
use super::json::Text;
use super::merge::PHRASE_END;
use super::node::{self, Node};
use super::purpose::{Cue, Purpose};
use super::resolve::Shared;
use crate::compare::usual;
use crate::error::Error;
use crate::problem::{Problem, nearest};
use crate::text::LineIndex;
use crate::value::Kind;

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
            self.choices(claim);
            self.tests(claim);
            self.comparator(claim);
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

    /// Patterns that find what another of the same claim finds already.
    fn equal_patterns(&mut self) {
        let compiler = self.compiler;
        let all: Vec<usize> = (0..compiler.merger.patterns.len())
            .filter(|p| {
                compiler
                    .merger
                    .sites
                    .get(*p)
                    .is_some_and(|s| s.text == self.at)
            })
            .collect();
        for (n, later) in all.iter().enumerate() {
            for earlier in all.iter().take(n) {
                if let Some(problem) = self.equal(*earlier, *later) {
                    self.warnings.push(problem);
                    break;
                }
            }
        }
    }

    fn equal(&self, earlier: usize, later: usize) -> Option<Problem> {
        let compiler = self.compiler;
        let (one, two) = (
            compiler.merger.patterns.get(earlier)?,
            compiler.merger.patterns.get(later)?,
        );
        if one.opening != two.opening
            || compiler.merger.elements.get(earlier)? != compiler.merger.elements.get(later)?
        {
            return None;
        }
        let (first, second) = (
            compiler.merger.sites.get(earlier)?,
            compiler.merger.sites.get(later)?,
        );
        let place = self.place(first.offset);
        match (one.purpose, two.purpose) {
            (Purpose::Find(a), Purpose::Unless(b)) if a == b => Some(Problem::new(
                second.offset,
                format!(
                    "this takes back all that the equal \"find\" pattern at {place} finds: that one can never match"
                ),
            )),
            (a, b) if a == b => Some(Problem::new(
                second.offset,
                format!("this matches the same as the pattern at {place}: one of the two can go"),
            )),
            _ => None,
        }
    }

    fn place(&self, offset: usize) -> String {
        let text = self.read.texts.get(self.at).map_or("", |t| t.text.as_ref());
        let place = LineIndex::new(text).place(text, offset as u32);
        format!("{}:{}", place.line, place.column)
    }

    fn patterns(&mut self) {
        let compiler = self.compiler;
        for (at, pattern) in compiler.merger.patterns.iter().enumerate() {
            let element = compiler.merger.elements.get(at).copied();
            let (Some(site), Some(element)) = (compiler.merger.sites.get(at), element) else {
                continue;
            };
            if site.text != self.at {
                continue;
            }
            let offset = site.offset;
            if let Some(word) = self.after_phrase(element) {
                let message = format!(
                    "this can never match: a text capture takes every word up to the end of its phrase, and {word} does not end one; let the pattern end there, or follow with a comma or a word of the list phrase-end"
                );
                self.warn(offset, message);
            }
            if let Some(sign) = inner_stop(pattern.text) {
                let message = format!(
                    "this can never match: a pattern stays within one sentence, and `{sign}` ends it"
                );
                self.warn(offset, message);
            }
            self.captures(
                pattern.purpose,
                pattern.opening,
                element,
                pattern.text,
                offset,
            );
        }
    }

    /// What follows a text capture and cannot: the capture goes on to the end of the phrase.
    fn after_phrase(&self, element: ElementId) -> Option<String> {
        let elements = &self.compiler.merger.shared.builder.elements;
        let items = elements.parts(&element);
        let pairs = items.iter().zip(items.iter().skip(1));
        pairs
            .map(|(first, next)| (elements.get(*first), elements.get(*next)))
            .filter(|(first, _)| matches!(first, Element::Phrase(_)))
            .find_map(|(_, next)| match next {
                Element::Class(class) if !self.may_end_phrase(class) => {
                    Some("the word after it".to_owned())
                }
                Element::Mention(..) | Element::Phrase(_) => Some("a capture".to_owned()),
                _ => None,
            })
    }

    fn may_end_phrase(&self, class: ClassId) -> bool {
        let builder = &self.compiler.merger.shared.builder;
        let ends = self.read.files.iter().flatten().flat_map(|file| {
            let lists = file.words.iter().filter(|(n, _)| n.text == PHRASE_END);
            lists.flat_map(|(_, words)| words)
        });
        let ends: Vec<_> = ends.map(|w| crate::document::Word::new(&w.text)).collect();
        let signs = [",", ";", ":", "(", ")", "—", "–", "-"].map(crate::document::Word::new);
        let mut words = builder.classes.members(class);
        words.any(|w| ends.contains(&w) || signs.contains(&w))
    }

    /// Captures that nothing keeps, and patterns without the capture that says what the claim is about.
    fn captures(
        &mut self,
        purpose: Purpose,
        opening: Option<NameId>,
        element: ElementId,
        written: &str,
        offset: usize,
    ) {
        let shared: &Shared = &self.compiler.merger.shared;
        let elements = &shared.builder.elements;
        let bare = matches!(elements.get(element), Element::Mention(..));
        let mut names: Vec<NameId> = opening.into_iter().collect();
        elements.names(element, &mut names);
        let mut kept: Vec<NameId> = vec![OPENING];
        match purpose {
            Purpose::Find(claim) => {
                let Some(rule) = self.compiler.claims.get(claim) else {
                    return;
                };
                kept.push(rule.capture);
                kept.extend(rule.per);
                if let Some(per) = rule.per
                    && !names.contains(&per)
                    && let Some(name) = shared.names.get(usize::from(per))
                {
                    let message = format!(
                        "this pattern gives nothing: the claim is asked per {name}, and {{{name}}} is not captured here"
                    );
                    self.warn(offset, message);
                }
                // A day or place that stands alone is read where no words of another pattern tell one.
                let one_of_many =
                    |c: &ClaimFile<'_>| c.find.len() > 1 && rule.id.ends_with(c.id.text.as_ref());
                let last = rule.kind.is_common() && self.file.claims.iter().any(one_of_many);
                if bare && !last && rule.bound_to != BoundTo::EventInSentence {
                    let message = format!(
                        "this matches every {} of an article: write the words around it, or bind the claim with \"bound-to\": \"event-in-sentence\"",
                        rule.kind.label()
                    );
                    self.warn(offset, message);
                }
            }
            Purpose::Cue(Cue::SaidBy) => {
                let speaker = shared.names.iter().position(|n| n == "speaker");
                kept.extend(speaker.map(|n| n as u16));
            }
            Purpose::Trigger(_) | Purpose::AlsoBy(_) if bare => {
                self.warn(offset, "this sees an event in every sentence that names one: write the words that show it");
            }
            _ => {}
        }
        names.retain(|n| !kept.contains(n));
        for name in names {
            let name = shared.names.get(usize::from(name));
            let Some(name) = name.filter(|n| !n.is_empty()) else {
                continue;
            };
            let at = written.find(&format!("{{{name}")).unwrap_or(0);
            let same = self.file.claims.iter().find(|c| c.id.text == *name);
            match same {
                // Choices can be named in no other way.
                Some(claim) if claim.value.is_none() => {}
                // The claim finds its answer by the same words.
                Some(claim) if claim.find.iter().any(|f| f.text == written) => {}
                Some(claim) => {
                    let kind = claim.value.as_ref().map_or("", |v| v.text.as_ref());
                    let message = format!(
                        "{{{name}}} is not kept here, the pattern serves another claim: write {{:{kind}}}, or put the pattern under {name} as well"
                    );
                    self.warn(offset + at, message);
                }
                None => {
                    let message = format!(
                        "the capture {{{name}}} is never used: for what must be there and is not kept, leave out the name, as in {{:place}}"
                    );
                    self.warn(offset + at, message);
                }
            }
        }
    }

    /// Phrases that stand under two choices: only one of them can be the answer.
    fn choices(&mut self, claim: &ClaimFile<'_>) {
        let key = |text: &Text<'_>| node::read(&text.text).ok();
        let mut seen: Vec<(&str, Node, usize)> = Vec::new();
        for (label, phrases) in &claim.choices {
            let before = seen.len();
            for phrase in phrases {
                let Some(node) = key(phrase) else {
                    continue;
                };
                let earlier = seen.iter().take(before);
                let earlier = earlier.clone().find(|(_, other, _)| *other == node);
                if let Some((other, _, offset)) = earlier {
                    let message = format!(
                        "the choice \"{}\" is not reached by this phrase: it stands under \"{other}\" as well ({}); leave it under one",
                        label.text,
                        self.place(*offset)
                    );
                    self.warn(phrase.offset, message);
                }
                seen.push((label.text.as_ref(), node, phrase.offset));
            }
        }
    }

    /// What every claim should have: an example of what it reads and one of what it must not read.
    fn tests(&mut self, claim: &ClaimFile<'_>) {
        let gets = |wanted: bool| {
            let mut tests = claim.tests.iter();
            tests.any(|t| {
                t.get
                    .as_ref()
                    .is_some_and(|get| matches!(get, Get::Value(_)) == wanted)
            })
        };
        let lack = match (gets(true), gets(false)) {
            (true, true) => return,
            (false, true) => "has no test of what it reads: add one with \"in\" and \"get\"",
            (true, false) => "has no test of what it must not read: add one with \"get\": null",
            (false, false) => {
                "has no tests: add one with \"in\" and \"get\", and one with \"get\": null"
            }
        };
        let reads = matches!(claim.from, AnswersFrom::Patterns | AnswersFrom::Lead);
        let lack = Some(lack).filter(|_| reads);
        let Some(lack) = lack.or_else(|| lacks_comparison(claim)) else {
            return;
        };
        let message = format!("the claim {} {lack}", claim.id.text);
        self.warn(claim.id.offset, message);
        for test in &claim.tests {
            let (Some(Get::Value(get)), false) = (&test.get, claim.choices.is_empty()) else {
                continue;
            };
            let labels = claim.choices.iter().map(|(label, _)| label.text.as_ref());
            if !labels.clone().any(|l| l == get.text)
                && let Some(meant) = nearest(&get.text, labels)
            {
                let message = format!(
                    "\"{}\" is no choice of this claim, did you mean {meant}?",
                    get.text
                );
                self.warn(get.offset, message);
            }
        }
    }

    /// A comparator that cannot compare values of the claim's kind.
    fn comparator(&mut self, claim: &ClaimFile<'_>) {
        let Some(compare) = &claim.compare else {
            return;
        };
        // Choices may stand for values of another kind: "1+" for "a man" where dead are counted.
        let Some(label) = &claim.value else {
            return;
        };
        let kind = Kind::named(&label.text).unwrap_or(Kind::Text);
        let family = |comparator: &str| match comparator {
            "person" | "name" | "place" => "names".to_owned(),
            other => other.to_owned(),
        };
        let (usual, by) = (usual(kind), compare.by.text.as_ref());
        if by != "text" && family(usual) != family(by) {
            let message = format!(
                "a {} cannot be compared as a {by}: the usual comparator is {usual}",
                kind.label()
            );
            self.warn(compare.by.offset, message);
        }
    }
}

/// What a claim that compares statements should have: two statements that differ and two that do not.
fn lacks_comparison(claim: &ClaimFile<'_>) -> Option<&'static str> {
    let compares = |wanted: bool| {
        let mut tests = claim.tests.iter();
        tests.any(|t| {
            t.verdict
                .as_ref()
                .is_some_and(|v| matches!(v, Get::Value(_)) == wanted)
        })
    };
    match (compares(true), compares(false)) {
        (true, true) => None,
        (false, _) => {
            Some("has no test of what it finds: add one with \"a\", \"b\" and \"verdict\"")
        }
        _ => Some("has no test of what it must not find: add one with \"verdict\": null"),
    }
}

/// A sign that ends a sentence and stands before the pattern's end.
fn inner_stop(written: &str) -> Option<char> {
    let Node::Sequence(items) = node::read(written).ok()? else {
        return None;
    };
    let (_, inner) = items.split_last()?;
    inner.iter().find_map(|node| match node {
        Node::Sign(sign) => sign.chars().next().filter(|c| matches!(c, '.' | '?' | '!')),
        _ => None,
    })
}
