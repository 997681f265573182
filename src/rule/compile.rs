//! From rule files to the rules of a run. A file with a mistake is left out and reported; the others still run.

use super::automaton::{Element, PatternId};
use super::file::{self, ClaimFile, File, Merging, Raw, TestFile, offset_in, string_of};
use super::names::KnownNames;
use super::problem::{Problem, suggest};
use super::resolve::{Hole, ListSource, Scope, Shared};
use super::set::{Case, ClaimRule, Cue, Pack, Pattern, Purpose, RuleSet, Severity, Test};
use crate::compare::{COMPARATORS, ComparatorRow, Options, Verdict, comparator, usual};
use crate::document::Word;
use crate::error::Error;
use crate::value::{KINDS, Kind};
use rustc_hash::FxHashMap;

/// A rule file's text and where it came from.
#[derive(Clone, Debug)]
pub struct RuleText {
    /// A path, or `built in: name`.
    pub origin: String,
    /// The whole file.
    pub text: String,
}

/// The word list that says where a captured phrase ends.
const PHRASE_END: &str = "phrase-end";

/// The word list of what may stand before a captured mention without being written in the pattern.
const DETERMINER: &str = "determiner";

/// The word list of what means another day when somebody else says it.
const DEICTIC: &str = "deictic";

/// The word list that says where a new clause begins.
const CLAUSE_BREAK: &str = "clause-break";

/// Compiles rule files. Of two with one id, the later replaces the earlier.
///
/// Returns the rules of all files without mistakes, and the mistakes of the others.
pub fn compile(texts: &[RuleText]) -> (RuleSet, Vec<Error>) {
    let mut errors = Vec::new();
    let mut files: Vec<(&RuleText, String, File<'_>)> = Vec::new();
    let mut overridden = Vec::new();
    for text in texts {
        let read = file::read(&text.text).and_then(|f| Ok((check_head(&text.text, &f)?, f)));
        match read {
            Ok((id, file)) => {
                if let Some(at) = files.iter().position(|(_, other, _)| *other == id) {
                    let (old, ..) = files.remove(at);
                    overridden.push((id.clone(), old.origin.clone(), text.origin.clone()));
                }
                files.push((text, id, file));
            }
            Err(problem) => errors.push(problem.into_error(&text.origin, &text.text)),
        }
    }
    let mut compiler = Compiler {
        shared: Shared::default(),
        packs: Vec::new(),
        claims: Vec::new(),
        patterns: Vec::new(),
        labels: Vec::new(),
        known: KnownNames::default(),
        elements: Vec::new(),
    };
    for at in 0..files.len() {
        let (text, _, _) = &files[at];
        let before = (compiler.claims.len(), compiler.patterns.len());
        if let Err(problem) = compiler.file(&files, at) {
            compiler.claims.truncate(before.0);
            compiler.patterns.truncate(before.1);
            compiler.elements.truncate(before.1);
            errors.push(problem.into_error(&text.origin, &text.text));
        }
    }
    (compiler.finish(&files, overridden), errors)
}

fn check_head(text: &str, file: &File<'_>) -> Result<String, Problem> {
    let (id, offset) = string_of(text, file.id)?;
    if file.format != 1 {
        let at = text.find("\"format\"").unwrap_or(0);
        return Err(Problem::new(
            at,
            format!(
                "format {} is unknown; this program reads format 1",
                file.format
            ),
        ));
    }
    check_id(&id, offset)?;
    Ok(id)
}

fn check_id(id: &str, offset: usize) -> Result<(), Problem> {
    let plain = !id.is_empty()
        && id
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if plain {
        Ok(())
    } else {
        Err(Problem::new(
            offset,
            "an id is written in lower-case letters, digits and hyphens",
        ))
    }
}

struct Compiler {
    shared: Shared,
    packs: Vec<Pack>,
    claims: Vec<ClaimRule>,
    patterns: Vec<Pattern>,
    elements: Vec<Element>,
    labels: Vec<String>,
    known: KnownNames,
}

type Files<'f> = [(&'f RuleText, String, File<'f>)];

impl Compiler {
    fn finish(mut self, files: &Files<'_>, overridden: Vec<(String, String, String)>) -> RuleSet {
        for (id, element) in self.elements.iter().enumerate() {
            self.shared.builder.add(id as PatternId, element);
        }
        let phrase_end = self
            .shared
            .builder
            .class(engine_words(files, PHRASE_END).collect());
        let determiner = self
            .shared
            .builder
            .class(engine_words(files, DETERMINER).collect());
        let clause_break = engine_words(files, CLAUSE_BREAK).collect();
        let deictic = engine_words(files, DEICTIC).collect();
        let automaton = self.shared.builder.finish(phrase_end, determiner);
        RuleSet {
            packs: self.packs,
            claims: self.claims,
            patterns: self.patterns,
            names: self.shared.names,
            labels: self.labels,
            automaton,
            clause_break,
            deictic,
            known: self.known,
            overridden,
        }
    }

    /// Compiles one file; on a mistake nothing of it stays.
    fn file<'f>(&mut self, files: &'f Files<'f>, at: usize) -> Result<(), Problem> {
        let Some((rule_text, id, file)) = files.get(at) else {
            return Ok(());
        };
        let text = rule_text.text.as_str();
        let mut shared = std::mem::take(&mut self.shared);
        let mut scope = Scope::new(&mut shared, lists(files, at)?);
        let result = self.body(text, id, file, &mut scope);
        self.shared = shared;
        result?;
        for name in &file.names {
            let kind = kind_named(&name.kind, text.find(&name.kind).unwrap_or(0))?;
            self.known.add(name, kind);
        }
        let told_apart = match &file.event {
            Some(event) => Some(
                event
                    .told_apart_by
                    .iter()
                    .map(|raw| self.claim_named(text, id, raw))
                    .collect::<Result<_, _>>()?,
            ),
            None => None,
        };
        self.packs.push(Pack {
            id: id.clone(),
            title: file.title.clone(),
            origin: rule_text.origin.clone(),
            event: told_apart,
        });
        Ok(())
    }

    fn claim_named(&self, text: &str, pack: &str, raw: Raw<'_>) -> Result<usize, Problem> {
        let (name, offset) = string_of(text, raw)?;
        let full = format!("{pack}.{name}");
        let known = || {
            self.claims
                .iter()
                .filter_map(|c| c.id.strip_prefix(pack)?.strip_prefix('.'))
        };
        self.claims
            .iter()
            .position(|c| c.id == full)
            .ok_or_else(|| {
                Problem::new(
                    offset,
                    suggest(
                        format!("no claim of this file is called {name}"),
                        &name,
                        known(),
                        "",
                    ),
                )
            })
    }

    fn body<'f>(
        &mut self,
        text: &'f str,
        id: &str,
        file: &'f File<'f>,
        scope: &mut Scope<'f, '_>,
    ) -> Result<(), Problem> {
        let pack = self.packs.len();
        for claim in &file.claims {
            let (name, offset) = string_of(text, claim.id)?;
            check_id(&name, offset)?;
            let hole = self.hole(text, claim, scope)?;
            if scope.holes.insert(name.clone(), hole).is_some() {
                return Err(Problem::new(
                    offset,
                    format!("two claims are called {name}"),
                ));
            }
        }
        for (cue, raws) in &file.cues {
            let Some((_, cue)) = Cue::ALL.iter().find(|(name, _)| name == cue) else {
                let at = text.find(&format!("\"{cue}\"")).unwrap_or(0);
                return Err(Problem::new(
                    at,
                    suggest(
                        format!("unknown cue \"{cue}\""),
                        cue,
                        Cue::ALL.iter().map(|(n, _)| *n),
                        "",
                    ),
                ));
            };
            self.patterns(text, raws, Purpose::Cue(*cue), id, scope)?;
        }
        if let Some(event) = &file.event {
            self.patterns(text, &event.seen_by, Purpose::Trigger(pack), id, scope)?;
            self.patterns(text, &event.new_one_after, Purpose::NewOne(pack), id, scope)?;
        }
        for claim in &file.claims {
            self.claim(text, id, claim, scope)?;
        }
        Ok(())
    }

    fn patterns<'f>(
        &mut self,
        text: &'f str,
        raws: &[Raw<'f>],
        purpose: Purpose,
        owner: &str,
        scope: &mut Scope<'f, '_>,
    ) -> Result<(), Problem> {
        for (n, raw) in raws.iter().enumerate() {
            let (element, opening, written) = scope.pattern(text, raw)?;
            self.patterns.push(Pattern {
                purpose,
                name: format!("{owner}/{}", n + 1),
                text: written,
                opening,
            });
            self.elements.push(element);
        }
        Ok(())
    }

    /// What the capture named after the claim holds.
    fn hole<'f>(
        &mut self,
        text: &'f str,
        claim: &'f ClaimFile<'f>,
        scope: &mut Scope<'f, '_>,
    ) -> Result<Hole, Problem> {
        let (name, offset) = string_of(text, claim.id)?;
        match (&claim.value, claim.choices.is_empty()) {
            (Some(raw), true) => {
                let (label, offset) = string_of(text, raw)?;
                kind_named(&label, offset).map(Hole::Kind)
            }
            (None, false) => {
                let mut options = Vec::new();
                for (label, phrases) in &claim.choices {
                    let id = self.labels.len() as u32;
                    self.labels.push(label.clone());
                    for raw in phrases {
                        options.push((id, scope.phrase(text, raw)?));
                    }
                }
                scope.shared.builder.choices.push(options);
                Ok(Hole::Choice(scope.shared.builder.choices.len() as u32 - 1))
            }
            (None, true) => Err(Problem::new(
                offset,
                format!("the claim {name} needs a \"value\" or \"choices\""),
            )),
            (Some(raw), false) => Err(Problem::new(
                offset_in(text, raw),
                format!("the claim {name} has both a \"value\" and \"choices\""),
            )),
        }
    }

    fn claim<'f>(
        &mut self,
        text: &'f str,
        pack: &str,
        claim: &'f ClaimFile<'f>,
        scope: &mut Scope<'f, '_>,
    ) -> Result<(), Problem> {
        let (name, offset) = string_of(text, claim.id)?;
        let id = format!("{pack}.{name}");
        let index = self.claims.len();
        let capture = scope.shared.name(&name);
        let first = self.patterns.len();
        if claim.find.is_empty() {
            self.bare_choice(&id, index, capture, offset, scope.holes.get(&name).copied())?;
        } else {
            self.patterns(text, &claim.find, Purpose::Find(index), &id, scope)?;
        }
        for (pattern, element) in self.patterns.iter().zip(&self.elements).skip(first) {
            if pattern.opening != Some(capture) && !captures(element, capture) {
                let at = claim
                    .find
                    .get(pattern_number(&pattern.name))
                    .map_or(offset, |raw| offset_in(text, raw));
                return Err(Problem::new(
                    at,
                    format!("this pattern never captures {{{name}}}, the claim's value"),
                ));
            }
        }
        self.patterns(text, &claim.unless, Purpose::Unless(index), &id, scope)?;
        let kind = match scope.holes.get(&name) {
            Some(Hole::Kind(kind)) => *kind,
            _ => Kind::Choice,
        };
        let (comparator, options) = comparison(text, claim, kind)?;
        let per = claim
            .per
            .map(|raw| string_of(text, raw))
            .transpose()?
            .map(|(per, _)| scope.shared.name(&per));
        let on = claim
            .on
            .iter()
            .map(|(verdict, raw)| severity(text, verdict, raw))
            .collect::<Result<_, _>>()?;
        let tests = claim
            .tests
            .iter()
            .map(|test| self::test(text, test, offset))
            .collect::<Result<_, _>>()?;
        self.claims.push(ClaimRule {
            id,
            pack: self.packs.len(),
            ask: claim.ask.clone(),
            kind,
            capture,
            per,
            how_many: claim.how_many,
            bound_to: claim.bound_to,
            comparator,
            options,
            growing: claim.compare.as_ref().is_some_and(|c| c.growing),
            merging: claim
                .compare
                .as_ref()
                .is_some_and(|c| c.merging == Merging::Conflict),
            same_speaker: claim.compare.as_ref().is_some_and(|c| c.same_speaker),
            on,
            tests,
        });
        Ok(())
    }

    /// A claim with choices and no `find`: the choice by itself is the pattern.
    fn bare_choice(
        &mut self,
        id: &str,
        index: usize,
        capture: u16,
        offset: usize,
        hole: Option<Hole>,
    ) -> Result<(), Problem> {
        let Some(Hole::Choice(choice)) = hole else {
            return Err(Problem::new(
                offset,
                format!("the claim {id} has no \"find\" pattern"),
            ));
        };
        self.patterns.push(Pattern {
            purpose: Purpose::Find(index),
            name: format!("{id}/1"),
            text: String::new(),
            opening: None,
        });
        self.elements.push(Element::Choice(capture, choice));
        Ok(())
    }
}

/// The words of a list that the engine itself uses, of all files that have it.
fn engine_words<'f>(files: &'f Files<'f>, list: &'f str) -> impl Iterator<Item = Word> + 'f {
    let entries = files
        .iter()
        .flat_map(move |(_, _, file)| file.words.get(list))
        .flatten();
    entries
        .filter_map(|raw| serde_json::from_str::<String>(raw.get()).ok())
        .map(|word| Word::new(&word))
}

/// The number (from 0) at the end of a pattern's name.
fn pattern_number(name: &str) -> usize {
    name.rsplit('/')
        .next()
        .and_then(|n| n.parse::<usize>().ok())
        .map_or(0, |n| n.saturating_sub(1))
}

fn captures(element: &Element, name: u16) -> bool {
    match element {
        Element::Sequence(items) | Element::Either(items) => {
            items.iter().any(|e| captures(e, name))
        }
        Element::Maybe(inner) => captures(inner, name),
        Element::Mention(n, _) | Element::Phrase(n) | Element::Choice(n, _) => *n == name,
        _ => false,
    }
}

/// The word lists a file may name: its own and those of the files it uses.
fn lists<'f>(
    files: &'f Files<'f>,
    at: usize,
) -> Result<FxHashMap<String, ListSource<'f>>, Problem> {
    let mut lists = FxHashMap::default();
    let Some((rule_text, id, file)) = files.get(at) else {
        return Ok(lists);
    };
    let mut add = |text: &'f str, file: &'f File<'f>| {
        for (name, entries) in &file.words {
            lists.insert(
                name.clone(),
                ListSource {
                    text,
                    entries: entries.clone(),
                },
            );
        }
    };
    for raw in &file.uses {
        let (wanted, offset) = string_of(&rule_text.text, raw)?;
        let Some((text, _, used)) = files.iter().find(|(_, other, _)| *other == wanted) else {
            let others = files
                .iter()
                .map(|(_, other, _)| other.as_str())
                .filter(|other| other != id);
            return Err(Problem::new(
                offset,
                suggest(
                    format!("\"use\" names {wanted}, which no rule file is called"),
                    &wanted,
                    others,
                    "",
                ),
            ));
        };
        add(&text.text, used);
    }
    add(&rule_text.text, file);
    Ok(lists)
}

fn kind_named(label: &str, offset: usize) -> Result<Kind, Problem> {
    Kind::named(label).ok_or_else(|| {
        let all: Vec<&str> = KINDS.iter().map(|row| row.label).collect();
        let message = format!("unknown kind \"{label}\" (there are {})", all.join(", "));
        Problem::new(offset, suggest(message, label, all, ""))
    })
}

fn comparison(
    text: &str,
    claim: &ClaimFile<'_>,
    kind: Kind,
) -> Result<(&'static ComparatorRow, Options), Problem> {
    let Some(file) = &claim.compare else {
        return Ok((known_comparator(usual(kind), 0)?, Options::default()));
    };
    let (by, offset) = string_of(text, file.by)?;
    let row = known_comparator(&by, offset)?;
    let labels = file
        .broader
        .iter()
        .flat_map(|(wide, narrow)| std::iter::once(wide).chain(narrow))
        .chain(file.unclear.iter().flatten());
    for label in labels {
        if !claim.choices.contains_key(label) {
            let at = text
                .get(offset..)
                .and_then(|rest| rest.find(&format!("\"{label}\"")))
                .map_or(offset, |n| offset + n);
            let message = format!("\"{label}\" is no choice of this claim");
            return Err(Problem::new(
                at,
                suggest(message, label, claim.choices.keys().map(String::as_str), ""),
            ));
        }
    }
    let broader = file
        .broader
        .iter()
        .map(|(wide, narrow)| (wide.clone(), narrow.clone()))
        .collect();
    let unclear = file
        .unclear
        .iter()
        .map(|[a, b]| (a.clone(), b.clone()))
        .collect();
    Ok((
        row,
        Options {
            tolerance: file.tolerance,
            broader,
            unclear,
        },
    ))
}

fn known_comparator(label: &str, offset: usize) -> Result<&'static ComparatorRow, Problem> {
    comparator(label).ok_or_else(|| {
        let all: Vec<&str> = COMPARATORS.iter().map(|row| row.label).collect();
        let message = format!(
            "unknown comparator \"{label}\" (there are {})",
            all.join(", ")
        );
        Problem::new(offset, suggest(message, label, all, ""))
    })
}

fn severity(text: &str, verdict: &str, raw: Raw<'_>) -> Result<(Verdict, Severity), Problem> {
    let (label, offset) = string_of(text, raw)?;
    let known = Verdict::named(verdict).ok_or_else(|| {
        let message = format!("unknown verdict \"{verdict}\"");
        Problem::new(
            offset,
            suggest(message, verdict, Verdict::ALL.iter().map(|v| v.label()), ""),
        )
    })?;
    let weight = Severity::named(&label).ok_or_else(|| {
        let message = format!("unknown severity \"{label}\" (there are error, warning, note, off)");
        Problem::new(
            offset,
            suggest(message, &label, Severity::ALL.iter().map(|s| s.label()), ""),
        )
    })?;
    Ok((known, weight))
}

fn test(text: &str, file: &TestFile<'_>, claim: usize) -> Result<Test, Problem> {
    let at = file
        .sentence
        .or(file.verdict)
        .map_or(claim, |raw| offset_in(text, raw));
    let case = match (file.sentence, &file.get, &file.a, &file.b, file.verdict) {
        (Some(raw), Some(get), None, None, None) => Case::Reads {
            sentence: string_of(text, raw)?.0,
            get: get.clone(),
        },
        (None, None, Some(a), Some(b), Some(raw)) => {
            let (label, offset) = string_of(text, raw)?;
            let verdict = Verdict::named(&label).ok_or_else(|| {
                Problem::new(
                    offset,
                    suggest(
                        format!("unknown verdict \"{label}\""),
                        &label,
                        Verdict::ALL.iter().map(|v| v.label()),
                        "",
                    ),
                )
            })?;
            Case::Compares {
                a: a.clone(),
                b: b.clone(),
                verdict,
            }
        }
        _ => {
            return Err(Problem::new(
                at,
                "a test has either \"in\" and \"get\", or \"a\", \"b\" and \"verdict\"",
            ));
        }
    };
    let place = crate::text::LineIndex::new(text).place(text, at as u32);
    Ok(Test {
        case,
        published: file.published.clone(),
        place: format!("{}:{}", place.line, place.column),
    })
}
