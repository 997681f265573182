//! What a careful author would mend in the patterns of a rule file: those that another makes needless, that cannot match, that
//! match everything, and captures that nothing keeps.

use super::Linter;
use crate::document::Word;
use crate::problem::Problem;
use crate::rule::automaton::{ClassId, NameId, OPENING};
use crate::rule::file::{BoundTo, ClaimFile};
use crate::rule::merge::PHRASE_END;
use crate::rule::merge::element::{Element, ElementId};
use crate::rule::merge::resolve::Shared;
use crate::rule::pattern::node::{self, Node};
use crate::rule::pattern::purpose::{Cue, Pattern, Purpose};

impl Linter<'_, '_> {
    /// Patterns that find what another of the same claim finds already.
    pub(super) fn equal_patterns(&mut self) {
        let compiler = &self.compiled.compiler;
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

    /// What is wrong with a pattern that equals an earlier one, if anything is.
    fn equal(&self, earlier: usize, later: usize) -> Option<Problem> {
        let compiler = &self.compiled.compiler;
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

    /// What each pattern cannot match, matches always or does not keep.
    pub(super) fn patterns(&mut self) {
        let compiler = &self.compiled.compiler;
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
            self.reach(&pattern, element, offset);
            self.captures(&pattern, element, offset);
        }
    }

    /// What follows a text capture and cannot: the capture goes on to the end of the phrase.
    fn after_phrase(&self, element: ElementId) -> Option<String> {
        let elements = &self.compiled.compiler.merger.shared.builder.elements;
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

    /// Whether a word of a class can stand behind a phrase that a text capture takes.
    fn may_end_phrase(&self, class: ClassId) -> bool {
        let builder = &self.compiled.compiler.merger.shared.builder;
        let ends = self.compiled.read.files.iter().flatten().flat_map(|file| {
            let lists = file.words.iter().filter(|(n, _)| n.text == PHRASE_END);
            lists.flat_map(|(_, words)| words)
        });
        let ends: Vec<_> = ends.map(|w| Word::new(&w.text)).collect();
        let signs = [",", ";", ":", "(", ")", "—", "–", "-"].map(Word::new);
        let mut words = builder.classes.members(class);
        words.any(|w| ends.contains(&w) || signs.contains(&w))
    }

    /// What a pattern captures, by the ids of names.
    fn captured(&self, pattern: &Pattern, element: ElementId) -> Vec<NameId> {
        let mut names: Vec<NameId> = pattern.opening.into_iter().collect();
        let elements = &self.compiled.compiler.merger.shared.builder.elements;
        elements.names(element, &mut names);
        names
    }

    /// A pattern that finds nothing, for it lacks the capture that says what the claim is about, and one that finds every
    /// value of its kind.
    fn reach(&mut self, pattern: &Pattern, element: ElementId, offset: usize) {
        let shared: &Shared = &self.compiled.compiler.merger.shared;
        let bare = matches!(shared.builder.elements.get(element), Element::Mention(..));
        if let Purpose::Trigger(_) | Purpose::AlsoBy(_) = pattern.purpose
            && bare
        {
            self.warn(
                offset,
                "this sees an event in every sentence that names one: write the words that show it",
            );
        }
        let Purpose::Find(claim) = pattern.purpose else {
            return;
        };
        let Some(rule) = self.compiled.compiler.claim(claim) else {
            return;
        };
        if let Some(per) = rule.per
            && !self.captured(pattern, element).contains(&per)
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

    /// Captures of a pattern that nothing keeps.
    fn captures(&mut self, pattern: &Pattern, element: ElementId, offset: usize) {
        let names = &self.compiled.compiler.merger.shared.names;
        let kept = self.kept(pattern.purpose);
        for name in self.captured(pattern, element) {
            let text = names.get(usize::from(name));
            let Some(name) = text.filter(|text| !kept.contains(&name) && !text.is_empty()) else {
                continue;
            };
            let at = pattern.text.find(&format!("{{{name}")).unwrap_or(0);
            let same = self.file.claims.iter().find(|c| c.id.text == *name);
            match same {
                // Choices can be named in no other way.
                Some(claim) if claim.value.is_none() => {}
                // The claim finds its answer by the same words.
                Some(claim) if claim.find.iter().any(|f| f.text == pattern.text) => {}
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

    /// The captures that patterns of a purpose are written for.
    fn kept(&self, purpose: Purpose) -> Vec<NameId> {
        let mut kept: Vec<NameId> = vec![OPENING];
        match purpose {
            Purpose::Find(claim) => {
                let rule = self.compiled.compiler.claim(claim);
                kept.extend(rule.map(|rule| rule.capture));
                kept.extend(rule.and_then(|rule| rule.per));
            }
            Purpose::Cue(Cue::SaidBy) => {
                let names = &self.compiled.compiler.merger.shared.names;
                let speaker = names.iter().position(|name| name == "speaker");
                kept.extend(speaker.map(|name| name as NameId));
            }
            _ => {}
        }
        kept
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
