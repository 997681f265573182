//! One rule file's events, cues and claims made into rules.

use super::automaton::NameId;
use super::compile::{Compiler, Site};
use super::element::{Element, ElementId};
use super::file::{ClaimFile, File, From, Get, TestFile};
use super::inflect;
use super::json::Text;
use super::resolve::{Hole, Scope};
use super::set::{Case, ClaimRule, Cue, Pattern, Purpose, Severity, Test};
use crate::compare::{ComparatorRow, Options, Verdict, comparator, usual};
use crate::document::Word;
use crate::problem::{Problem, suggest};
use crate::value::Kind;
use rustc_hash::FxHashSet;

/// One list of patterns on its way into the rules.
struct Patterns<'c, 'f, 's> {
    compiler: &'c mut Compiler,
    scope: &'c mut Scope<'f, 's>,
    problems: &'c mut Vec<Problem>,
    text: usize,
}

/// Compiles the patterns and claims of a file; mistakes are added to `problems`.
pub(super) fn body<'f>(
    compiler: &mut Compiler,
    scope: &mut Scope<'f, '_>,
    file: &'f File<'_>,
    at: usize,
    problems: &mut Vec<Problem>,
) {
    let pack = compiler.packs.len();
    let id = file.id.text.as_ref();
    for claim in &file.claims {
        let hole = hole(compiler, scope, claim, problems);
        if scope.holes.insert(claim.id.text.as_ref(), hole).is_some() {
            let message = format!(
                "two claims are called {}: each needs its own id",
                claim.id.text
            );
            problems.push(Problem::new(claim.id.offset, message));
        }
    }
    let mut patterns = Patterns {
        compiler,
        scope,
        problems,
        text: at,
    };
    for (cue, written) in &file.cues {
        if let Some((_, cue)) = Cue::ALL.iter().find(|(name, _)| *name == cue.text) {
            patterns.add(written, Purpose::Cue(*cue), id);
        }
    }
    if let Some(event) = &file.event {
        patterns.add(&event.seen_by, Purpose::Trigger(pack), id);
        patterns.add(&event.new_one_after, Purpose::NewOne(pack), id);
    }
    for claim in &file.claims {
        patterns.claim(claim, id);
    }
}

/// What the capture named after the claim holds.
fn hole<'f>(
    compiler: &mut Compiler,
    scope: &mut Scope<'f, '_>,
    claim: &'f ClaimFile<'_>,
    problems: &mut Vec<Problem>,
) -> Hole {
    let name = &claim.id.text;
    match (&claim.value, claim.choices.is_empty()) {
        (None, true)
            if matches!(
                claim.from,
                From::Polarity | From::Opposites | From::Spellings
            ) =>
        {
            Hole::Kind(Kind::Choice)
        }
        (Some(label), true) if label.text == Kind::Choice.label() => {
            let message = "a claim with choices says \"choices\" in place of \"value\"";
            problems.push(Problem::new(label.offset, message));
            Hole::Kind(Kind::Person)
        }
        // An unknown kind was told when the form was checked; any will do to go on.
        (Some(label), true) => Hole::Kind(Kind::named(&label.text).unwrap_or(Kind::Person)),
        (None, false) => {
            let mut options = Vec::new();
            for (label, phrases) in &claim.choices {
                let id = compiler.labels.len() as u32;
                compiler.labels.push(label.text.clone().into_owned());
                if phrases.is_empty() {
                    let message = format!(
                        "the choice \"{}\" has no phrase: it can never be the answer",
                        label.text
                    );
                    problems.push(Problem::new(label.offset, message));
                }
                for phrase in phrases {
                    match scope.phrase(phrase) {
                        Ok(element) => options.push((id, element)),
                        Err(problem) => problems.push(problem),
                    }
                }
            }
            Hole::Choice(scope.shared.builder.choice(options))
        }
        (None, true) if claim.is_spoilt => Hole::Kind(Kind::Person),
        (None, true) => {
            let message = format!("the claim {name} needs a \"value\" (a kind) or \"choices\"");
            problems.push(Problem::new(claim.id.offset, message));
            Hole::Kind(Kind::Person)
        }
        (Some(label), false) => {
            let message =
                format!("the claim {name} has both a \"value\" and \"choices\": only one can be");
            problems.push(Problem::new(label.offset, message));
            Hole::Kind(Kind::Person)
        }
    }
}

impl<'f> Patterns<'_, 'f, '_> {
    fn add(&mut self, written: &'f [Text<'f>], purpose: Purpose, owner: &str) {
        for (n, text) in written.iter().enumerate() {
            match self.scope.pattern(text) {
                Ok((element, opening)) => {
                    let pattern = Pattern {
                        purpose,
                        name: format!("{owner}/{}", n + 1),
                        text: text.text.clone().into_owned(),
                        opening,
                    };
                    self.push(pattern, element, text.offset);
                }
                Err(problem) => self.problems.push(problem),
            }
        }
    }

    fn push(&mut self, pattern: Pattern, element: ElementId, offset: usize) {
        self.compiler.patterns.push(pattern);
        self.compiler.elements.push(element);
        self.compiler.sites.push(Site {
            text: self.text,
            offset,
        });
    }

    /// Whether the element captures `name`.
    fn captures(&self, element: ElementId, name: NameId) -> bool {
        let mut names = Vec::new();
        self.scope
            .shared
            .builder
            .elements
            .names(element, &mut names);
        names.contains(&name)
    }

    fn claim(&mut self, claim: &'f ClaimFile<'_>, pack: &str) {
        let id = format!("{pack}.{}", claim.id.text);
        let index = self.compiler.claims.len();
        let capture = self.scope.shared.name(&claim.id.text);
        let hole = self.scope.holes.get(claim.id.text.as_ref()).copied();
        let first = self.compiler.patterns.len();
        if claim.from != From::Patterns {
            for pattern in claim.find.iter().chain(&claim.unless) {
                let message =
                    "no pattern counts here: \"from\" says that the answers come from statements";
                self.problems.push(Problem::new(pattern.offset, message));
            }
        } else if claim.find.is_empty() {
            self.bare_choice(claim, &id, index, hole);
        } else {
            self.add(&claim.find, Purpose::Find(index), &id);
        }
        for at in first..self.compiler.patterns.len() {
            let pattern = self.compiler.patterns.get(at);
            let opens = pattern.is_some_and(|p| p.opening == Some(capture));
            let element = self.compiler.elements.get(at).copied();
            if !opens && !element.is_some_and(|e| self.captures(e, capture)) {
                let offset = self.compiler.sites.get(at).map_or(0, |s| s.offset);
                let message = format!(
                    "this pattern never captures {{{}}}, the claim's value",
                    claim.id.text
                );
                self.problems.push(Problem::new(offset, message));
            }
        }
        self.add(&claim.unless, Purpose::Unless(index), &id);
        let kind = match hole {
            Some(Hole::Kind(kind)) => kind,
            _ => Kind::Choice,
        };
        let (comparator, options) = self.comparison(claim, kind);
        let per = claim.per.as_ref().map(|p| self.scope.shared.name(&p.text));
        let counts = self.nouns(&claim.counts);
        let tests = claim.tests.iter().filter_map(|t| self.test(t)).collect();
        let on = claim.on.iter().filter_map(|(verdict, weight)| {
            Some((
                Verdict::named(&verdict.text)?,
                Severity::named(&weight.text)?,
            ))
        });
        let compare = claim.compare.as_ref();
        self.compiler.claims.push(ClaimRule {
            id,
            pack: self.compiler.packs.len(),
            ask: claim.ask.clone(),
            from: claim.from,
            kind,
            capture,
            per,
            counts,
            how_many: claim.how_many,
            bound_to: claim.bound_to,
            comparator,
            options,
            growing: compare.is_some_and(|c| c.growing),
            merging: compare.is_some_and(|c| c.merging),
            same_speaker: compare.is_some_and(|c| c.same_speaker),
            on: on.collect(),
            tests,
        });
    }

    /// A claim with choices and no `find`: the choice by itself is the pattern.
    fn bare_choice(&mut self, claim: &ClaimFile<'_>, id: &str, index: usize, hole: Option<Hole>) {
        if let Some(Hole::Choice(choice)) = hole {
            let pattern = Pattern {
                purpose: Purpose::Find(index),
                name: format!("{id}/1"),
                text: String::new(),
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
            self.problems.push(Problem::new(claim.id.offset, message));
        }
    }

    /// Every form of some nouns; a list is named with @, and of an entry of several words the last counts.
    fn nouns(&mut self, written: &[Text<'_>]) -> FxHashSet<Word> {
        let mut found = Vec::new();
        let mut open: Vec<(Text<'_>, usize)> = written.iter().map(|t| (t.clone(), 0)).collect();
        while let Some((noun, depth)) = open.pop() {
            let Some(list) = noun.text.strip_prefix('@') else {
                let last = noun.text.split_whitespace().last().unwrap_or("");
                inflect::forms(last, &mut found);
                continue;
            };
            match self.scope.lists.get_key_value(list) {
                // A list that names itself has been told by its own patterns.
                Some((name, source)) if depth < 8 => {
                    self.scope.named.insert(name);
                    open.extend(source.entries.iter().map(|t| (t.clone(), depth + 1)));
                }
                Some(_) => {}
                None => {
                    let known = self.scope.lists.keys().copied();
                    let message = suggest(format!("unknown list @{list}"), list, known, "@");
                    self.problems.push(Problem::new(noun.offset, message));
                }
            }
        }
        found.into_iter().collect()
    }

    fn comparison(
        &mut self,
        claim: &ClaimFile<'_>,
        kind: Kind,
    ) -> (&'static ComparatorRow, Options) {
        let file = claim.compare.as_ref();
        let named = file.and_then(|file| comparator(&file.by.text));
        let row = named.or_else(|| comparator(usual(kind)));
        let row = row.unwrap_or(&crate::compare::COMPARATORS[0]);
        let Some(file) = file else {
            return (row, Options::default());
        };
        let broader = file.broader.iter();
        let labels = broader.flat_map(|(wide, narrow)| std::iter::once(wide).chain(narrow));
        let labels = labels.chain(file.unclear.iter().flat_map(|(a, b)| [a, b]));
        for label in labels {
            let choices = claim.choices.iter().map(|(choice, _)| choice.text.as_ref());
            if !choices.clone().any(|choice| choice == label.text) {
                let message = format!("\"{}\" is no choice of this claim", label.text);
                let message = suggest(message, &label.text, choices, "");
                self.problems.push(Problem::new(label.offset, message));
            }
        }
        let own = |text: &Text<'_>| text.text.clone().into_owned();
        let broader = file.broader.iter();
        let options = Options {
            tolerance: file.tolerance,
            strict: file.strict,
            broader: broader
                .map(|(wide, narrow)| (own(wide), narrow.iter().map(own).collect()))
                .collect(),
            unclear: file.unclear.iter().map(|(a, b)| (own(a), own(b))).collect(),
        };
        (row, options)
    }

    fn test(&mut self, file: &TestFile<'_>) -> Option<Test> {
        let own = |text: &Text<'_>| text.text.clone().into_owned();
        let case = match (&file.sentence, &file.get, &file.a, &file.b, &file.verdict) {
            (Some(sentence), Some(get), None, None, None) => Case::Reads {
                sentence: own(sentence),
                get: match get {
                    Get::Value(value) => Some(own(value)),
                    Get::Nothing => None,
                },
            },
            (None, None, Some(a), Some(b), Some(verdict)) => Case::Compares {
                a: own(a),
                b: own(b),
                verdict: match verdict {
                    Get::Value(verdict) => Some(Verdict::named(&verdict.text)?),
                    Get::Nothing => None,
                },
            },
            _ => {
                let message =
                    "a test has either \"in\" and \"get\", or \"a\", \"b\" and \"verdict\"";
                self.problems.push(Problem::new(file.offset, message));
                return None;
            }
        };
        Some(Test {
            case,
            published: file.published.as_ref().map(own),
            offset: file.offset,
        })
    }
}
