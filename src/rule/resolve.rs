//! Turns a parsed pattern into an element of the automaton: lists looked up, captures given their kinds.

use super::automaton::{Builder, ClassId, Element, Kinds, NameId, OPENING};
use super::inflect;
use super::json::Text;
use super::pattern::{self, Node};
use crate::document::Word;
use crate::problem::{Problem, suggest};
use crate::value::{KINDS, Kind};
use rustc_hash::{FxHashMap, FxHashSet};

/// What a capture may hold.
#[derive(Clone, Copy, Debug)]
pub(super) enum Hole {
    /// A mention of a kind.
    Kind(Kind),
    /// A choice (index into the builder's choices).
    Choice(u32),
}

/// A word list that is named but not yet read.
#[derive(Clone, Copy, Debug)]
pub(super) struct ListSource<'s> {
    /// Its entries.
    pub(super) entries: &'s [Text<'s>],
    /// The file it stands in (index into the texts).
    pub(super) text: usize,
}

/// Names, classes and lists that all files share while they are compiled.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub(super) builder: Builder,
    pub(super) names: Vec<String>,
    name_ids: FxHashMap<String, NameId>,
    lemmas: FxHashMap<String, ClassId>,
}

impl Shared {
    pub(super) fn name(&mut self, name: &str) -> NameId {
        if let Some(id) = self.name_ids.get(name) {
            return *id;
        }
        let id = self.names.len() as NameId;
        self.names.push(name.to_owned());
        self.name_ids.insert(name.to_owned(), id);
        id
    }

    fn lemma(&mut self, word: &str) -> ClassId {
        if let Some(class) = self.lemmas.get(word) {
            return *class;
        }
        let class = self.builder.class(inflect::forms(word));
        self.lemmas.insert(word.to_owned(), class);
        class
    }
}

/// What a file's patterns may refer to.
pub(super) struct Scope<'f, 's> {
    pub(super) shared: &'s mut Shared,
    pub(super) lists: FxHashMap<&'f str, ListSource<'f>>,
    /// The lists that were named so far.
    pub(super) named: FxHashSet<String>,
    /// Mistakes in entries of lists, with the file they stand in.
    pub(super) problems: Vec<(usize, Problem)>,
    pub(super) holes: FxHashMap<String, Hole>,
    ready: FxHashMap<String, u32>,
    open: Vec<String>,
}

impl<'f, 's> Scope<'f, 's> {
    pub(super) fn new(shared: &'s mut Shared, lists: FxHashMap<&'f str, ListSource<'f>>) -> Self {
        Scope {
            shared,
            lists,
            named: FxHashSet::default(),
            problems: Vec::new(),
            holes: FxHashMap::default(),
            ready: FxHashMap::default(),
            open: Vec::new(),
        }
    }

    /// A pattern, with the name of the capture that opens it.
    pub(super) fn pattern(
        &mut self,
        written: &Text<'_>,
    ) -> Result<(Element, Option<NameId>), Problem> {
        let node = pattern::parse(&written.text).map_err(|p| p.shifted(written.offset))?;
        check_ends(&node, &written.text).map_err(|p| p.shifted(written.offset))?;
        let mut element = self.anchored(&node, written)?;
        let opening = take_opening(&mut element);
        Ok((element, opening))
    }

    /// An entry of a list or a choice: a pattern without captures.
    pub(super) fn phrase(&mut self, written: &Text<'_>) -> Result<Element, Problem> {
        let node = pattern::parse(&written.text).map_err(|p| p.shifted(written.offset))?;
        self.anchored(&node, written)
    }

    /// The element of a node; a mistake if nothing in it ties it to any word.
    fn anchored(&mut self, node: &Node, written: &Text<'_>) -> Result<Element, Problem> {
        let element = self.element(node).map_err(|p| p.shifted(written.offset))?;
        if is_anchored(&element) {
            return Ok(element);
        }
        let message = "this matches everything: nothing in it must be there; name a word or a kind";
        Err(Problem::new(written.offset, message))
    }

    fn element(&mut self, node: &Node) -> Result<Element, Problem> {
        Ok(match node {
            Node::Sequence(items) => Element::Sequence(
                items
                    .iter()
                    .map(|n| self.element(n))
                    .collect::<Result<_, _>>()?,
            ),
            Node::Either(items) => {
                let read: Result<Vec<Element>, Problem> =
                    items.iter().map(|n| self.element(n)).collect();
                self.either(read?)
            }
            Node::Maybe(inner) => Element::Maybe(Box::new(self.element(inner)?)),
            Node::Lemma(word) => Element::Class(self.shared.lemma(word)),
            Node::Exact(form) => Element::Exact(form.as_str().into()),
            Node::Sign(sign) => Element::Class(self.shared.builder.class(vec![Word::new(sign)])),
            Node::Gap(words) => Element::Gap(*words),
            Node::List { name, offset } => Element::List(self.list(name, *offset)?),
            Node::Capture { name, kind, offset } => self.capture(name, kind.as_deref(), *offset)?,
        })
    }

    /// Alternatives of one word each become one class: one edge instead of many.
    fn either(&mut self, items: Vec<Element>) -> Element {
        let (words, mut rest): (Vec<Element>, Vec<Element>) = items
            .into_iter()
            .partition(|e| matches!(e, Element::Class(_)));
        let classes: Vec<ClassId> = words
            .iter()
            .filter_map(|e| {
                if let Element::Class(class) = e {
                    Some(*class)
                } else {
                    None
                }
            })
            .collect();
        match classes.as_slice() {
            [] => {}
            [one] => rest.push(Element::Class(*one)),
            many => {
                let joined = self.shared.builder.join(many);
                rest.push(Element::Class(joined));
            }
        }
        if rest.len() == 1 {
            rest.remove(0)
        } else {
            Element::Either(rest)
        }
    }

    fn list(&mut self, name: &str, offset: usize) -> Result<u32, Problem> {
        if let Some(list) = self.ready.get(name) {
            return Ok(*list);
        }
        if self.open.iter().any(|n| n == name) {
            return Err(Problem::new(
                offset,
                format!("the word list @{name} names itself"),
            ));
        }
        let Some(source) = self.lists.get(name).copied() else {
            let message = format!("unknown list @{name}");
            let mut known: Vec<&str> = self.lists.keys().copied().collect();
            known.sort_unstable();
            return Err(Problem::new(offset, suggest(message, name, known, "@")));
        };
        self.named.insert(name.to_owned());
        if source.entries.is_empty() {
            let message = format!("the word list @{name} is empty: this can never match");
            return Err(Problem::new(offset, message));
        }
        self.open.push(name.to_owned());
        let mut entries = Vec::with_capacity(source.entries.len());
        for entry in source.entries {
            match self.phrase(entry) {
                Ok(element) => entries.push(element),
                Err(problem) => self.problems.push((source.text, problem)),
            }
        }
        self.open.pop();
        let entries = self.either(entries);
        let id = self.shared.builder.lists.len() as u32;
        self.shared.builder.lists.push(entries);
        self.ready.insert(name.to_owned(), id);
        Ok(id)
    }

    fn capture(
        &mut self,
        name: &str,
        kind: Option<&str>,
        offset: usize,
    ) -> Result<Element, Problem> {
        let hole = match kind {
            Some(label) => Hole::Kind(Kind::named(label).ok_or_else(|| {
                let all: Vec<&str> = KINDS.iter().map(|row| row.label).collect();
                let message = format!("unknown kind \"{label}\" (there are {})", all.join(", "));
                Problem::new(offset, suggest(message, label, all, ""))
            })?),
            None => *self.holes.get(name).ok_or_else(|| {
                let message = format!(
                    "unknown capture {{{name}}}: no claim of this file is called so; for another thing write its kind as well: {{{name}:place}}"
                );
                let mut known: Vec<&str> = self.holes.keys().map(String::as_str).collect();
                known.sort_unstable();
                Problem::new(offset, suggest(message, name, known, ""))
            })?,
        };
        let id = self.shared.name(name);
        Ok(match hole {
            Hole::Kind(Kind::Choice) => {
                let message = "no words are of the kind choice: this can never match; name the claim that has the choices";
                return Err(Problem::new(offset, message));
            }
            Hole::Kind(Kind::Text) => Element::Phrase(id),
            Hole::Kind(kind) => Element::Mention(id, Kinds::accepted_by(kind)),
            Hole::Choice(choice) => Element::Choice(id, choice),
        })
    }
}

/// Whether something of the element must be there.
fn is_anchored(element: &Element) -> bool {
    match element {
        Element::Sequence(items) => items.iter().any(is_anchored),
        Element::Either(items) => items.iter().all(is_anchored),
        Element::Maybe(_) | Element::Gap(_) | Element::Phrase(_) => false,
        Element::List(_)
        | Element::Class(_)
        | Element::Exact(_)
        | Element::Mention(..)
        | Element::Choice(..) => true,
    }
}

/// A gap at either end matches anything.
fn check_ends(node: &Node, written: &str) -> Result<(), Problem> {
    let items = if let Node::Sequence(items) = node {
        items.as_slice()
    } else {
        std::slice::from_ref(node)
    };
    let gap = |n: Option<&Node>| matches!(n, Some(Node::Gap(_)));
    if gap(items.first()) || gap(items.last()) {
        let message = if items.iter().all(|n| matches!(n, Node::Gap(_))) {
            "a gap alone matches everything: write the words that must be there"
        } else {
            "a pattern cannot begin or end with a gap: it would match anything there"
        };
        let at = match items.first() {
            Some(Node::Gap(_)) => 0,
            _ => written.rfind("...").unwrap_or(0),
        };
        return Err(Problem::new(at, message));
    }
    Ok(())
}

/// Renames a capture of a kind that opens the pattern, so that all patterns opening so share an edge.
fn take_opening(element: &mut Element) -> Option<NameId> {
    match element {
        Element::Mention(name, _) => Some(std::mem::replace(name, OPENING)),
        Element::Sequence(items) => items.first_mut().and_then(take_opening),
        _ => None,
    }
}
