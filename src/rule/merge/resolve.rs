//! Makes a pattern's parts into elements of the automaton: lists looked up, captures given their kinds.

use super::builder::Builder;
use super::element::{Element, ElementId};
use crate::document::Word;
use crate::problem::{Problem, suggest};
use crate::rule::automaton::table::Texts;
use crate::rule::automaton::{ClassId, Kinds, NameId};
use crate::rule::file::json::Text;
use crate::rule::pattern::{self, Sink};
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
pub(in crate::rule) struct ListSource<'s> {
    /// Its entries.
    pub(in crate::rule) entries: &'s [Text<'s>],
    /// The file it stands in (index into the texts).
    pub(in crate::rule) text: usize,
}

/// Names, classes and lists that all files share while they are compiled.
#[derive(Debug, Default)]
pub(in crate::rule) struct Shared {
    pub(in crate::rule) builder: Builder,
    pub(in crate::rule) names: Texts,
    name_ids: FxHashMap<String, NameId>,
}

impl Shared {
    /// With these names known already.
    pub(super) fn knowing(names: Texts) -> Self {
        let numbered = names.iter().map(str::to_owned).zip(0..);
        Shared {
            name_ids: numbered.collect(),
            names,
            builder: Builder::default(),
        }
    }

    pub(in crate::rule) fn name(&mut self, name: &str) -> NameId {
        if let Some(id) = self.name_ids.get(name) {
            return *id;
        }
        let id = self.names.push(name) as NameId;
        self.name_ids.insert(name.to_owned(), id);
        id
    }
}

/// What a file's patterns may refer to.
pub(super) struct Scope<'f, 's> {
    pub(in crate::rule) shared: &'s mut Shared,
    pub(in crate::rule) lists: FxHashMap<&'f str, ListSource<'f>>,
    /// The lists that were named so far.
    pub(in crate::rule) named: FxHashSet<&'f str>,
    /// Mistakes in entries of lists, with the file they stand in.
    pub(in crate::rule) problems: Vec<(usize, Problem)>,
    pub(in crate::rule) holes: FxHashMap<&'f str, Hole>,
    ready: FxHashMap<&'f str, u32>,
    open: Vec<&'f str>,
    /// The parts of the pattern that is being read.
    stack: Vec<ElementId>,
}

impl<'f, 's> Scope<'f, 's> {
    pub(in crate::rule) fn new(
        shared: &'s mut Shared,
        lists: FxHashMap<&'f str, ListSource<'f>>,
    ) -> Self {
        Scope {
            shared,
            lists,
            named: FxHashSet::default(),
            problems: Vec::new(),
            holes: FxHashMap::default(),
            ready: FxHashMap::default(),
            open: Vec::new(),
            stack: Vec::new(),
        }
    }

    /// A pattern, with the name of the capture that opens it.
    pub(in crate::rule) fn pattern(
        &mut self,
        written: &Text<'_>,
    ) -> Result<(ElementId, Option<NameId>), Problem> {
        let element = self.read(written)?;
        self.check_ends(element, written)?;
        self.anchored(element, written)?;
        Ok(self.shared.builder.elements.opened(element))
    }

    /// An entry of a list or a choice.
    pub(in crate::rule) fn phrase(&mut self, written: &Text<'_>) -> Result<ElementId, Problem> {
        let element = self.read(written)?;
        self.anchored(element, written)
    }

    fn read(&mut self, written: &Text<'_>) -> Result<ElementId, Problem> {
        let before = self.stack.len();
        let read = pattern::parse(&written.text, self);
        let element = self.stack.get(before).copied();
        self.stack.truncate(before);
        let nothing = || Problem::new(0, "nothing here to match");
        read.and_then(|()| element.ok_or_else(nothing))
            .map_err(|p| p.shifted(written.offset))
    }

    /// The element; a mistake if nothing in it ties it to any word.
    fn anchored(&self, element: ElementId, written: &Text<'_>) -> Result<ElementId, Problem> {
        if self.shared.builder.elements.is_anchored(element) {
            return Ok(element);
        }
        let message = "this matches everything: nothing in it must be there; name a word or a kind";
        Err(Problem::new(written.offset, message))
    }

    /// A gap at either end matches anything.
    fn check_ends(&self, element: ElementId, written: &Text<'_>) -> Result<(), Problem> {
        let elements = &self.shared.builder.elements;
        let items = elements.parts(&element);
        let is_gap = |e: &ElementId| matches!(elements.get(*e), Element::Gap(_));
        let at = match (
            items.first().is_some_and(is_gap),
            items.last().is_some_and(is_gap),
        ) {
            (true, _) => 0,
            (false, true) => written.text.rfind("...").unwrap_or(0),
            (false, false) => return Ok(()),
        };
        let message = if items.iter().all(is_gap) {
            "a gap alone matches everything: write the words that must be there"
        } else {
            "a pattern cannot begin or end with a gap: it would match anything there"
        };
        Err(Problem::new(written.offset + at, message))
    }

    fn push(&mut self, element: Element) {
        let id = self.shared.builder.elements.id(element);
        self.stack.push(id);
    }

    /// Alternatives of one word each become one class: one edge instead of many.
    fn either_of(&mut self, items: &[ElementId]) -> ElementId {
        let builder = &mut self.shared.builder;
        let mut rest: Vec<ElementId> = Vec::with_capacity(items.len());
        let mut classes: Vec<ClassId> = Vec::with_capacity(items.len());
        for item in items {
            match builder.elements.get(*item) {
                Element::Class(class) => classes.push(class),
                _ => rest.push(*item),
            }
        }
        if !classes.is_empty() {
            let class = builder.classes.join(&classes);
            rest.push(builder.elements.id(Element::Class(class)));
        }
        builder.elements.of(&rest, Element::Either)
    }

    /// The number of a list; its entries are read when it is first named.
    fn list_called(&mut self, name: &str, offset: usize) -> Result<u32, Problem> {
        if let Some(list) = self.ready.get(name) {
            return Ok(*list);
        }
        if self.open.contains(&name) {
            return Err(Problem::new(
                offset,
                format!("the word list @{name} names itself"),
            ));
        }
        let Some((name, source)) = self.lists.get_key_value(name) else {
            let message = format!("unknown list @{name}");
            let mut known: Vec<&str> = self.lists.keys().copied().collect();
            known.sort_unstable();
            return Err(Problem::new(offset, suggest(message, name, known, "@")));
        };
        let (name, source) = (*name, *source);
        self.named.insert(name);
        if source.entries.is_empty() {
            let message = format!("the word list @{name} is empty: this can never match");
            return Err(Problem::new(offset, message));
        }
        self.open.push(name);
        let mut entries = Vec::with_capacity(source.entries.len());
        for entry in source.entries {
            match self.phrase(entry) {
                Ok(element) => entries.push(element),
                Err(problem) => self.problems.push((source.text, problem)),
            }
        }
        self.open.pop();
        let entries = self.either_of(&entries);
        let id = self.shared.builder.list(entries);
        self.ready.insert(name, id);
        Ok(id)
    }

    fn hole(&self, name: &str, kind: Option<&str>, offset: usize) -> Result<Hole, Problem> {
        match kind {
            Some(label) => Kind::named(label).map(Hole::Kind).ok_or_else(|| {
                let all: Vec<&str> = KINDS.iter().map(|row| row.label).collect();
                let message = format!("unknown kind \"{label}\" (there are {})", all.join(", "));
                Problem::new(offset, suggest(message, label, all, ""))
            }),
            None => self.holes.get(name).copied().ok_or_else(|| {
                let message = format!(
                    "unknown capture {{{name}}}: no claim of this file is called so; for another thing write its kind as well: {{{name}:place}}"
                );
                let mut known: Vec<&str> = self.holes.keys().copied().collect();
                known.sort_unstable();
                Problem::new(offset, suggest(message, name, known, ""))
            }),
        }
    }
}

impl Sink for Scope<'_, '_> {
    fn len(&self) -> usize {
        self.stack.len()
    }

    fn lemma(&mut self, word: &str) {
        let class = self.shared.builder.classes.lemma(word);
        self.push(Element::Class(class));
    }

    fn exact(&mut self, form: &str) {
        let class = self.shared.builder.classes.form(Word::new(form));
        let form = self.shared.builder.elements.form_id(form);
        self.push(Element::Exact(form, class));
    }

    fn sign(&mut self, sign: &str) {
        let class = self.shared.builder.classes.form(Word::new(sign));
        self.push(Element::Class(class));
    }

    fn gap(&mut self, words: u8) {
        self.push(Element::Gap(words));
    }

    fn list(&mut self, name: &str, offset: usize) -> Result<(), Problem> {
        let list = self.list_called(name, offset)?;
        self.push(Element::List(list));
        Ok(())
    }

    fn capture(&mut self, name: &str, kind: Option<&str>, offset: usize) -> Result<(), Problem> {
        let hole = self.hole(name, kind, offset)?;
        let id = self.shared.name(name);
        self.push(match hole {
            Hole::Kind(Kind::Choice) => {
                let message = "no words are of the kind choice: this can never match; name the claim that has the choices";
                return Err(Problem::new(offset, message));
            }
            Hole::Kind(Kind::Text) => Element::Phrase(id),
            Hole::Kind(kind) => Element::Mention(id, Kinds::accepted_by(kind)),
            Hole::Choice(choice) => Element::Choice(id, choice),
        });
        Ok(())
    }

    fn sequence(&mut self, from: usize) {
        let items = self.stack.get(from..).unwrap_or(&[]);
        let whole = self.shared.builder.elements.of(items, Element::Sequence);
        self.stack.truncate(from);
        self.stack.push(whole);
    }

    fn either(&mut self, from: usize) {
        let items = self.stack.split_off(from);
        let whole = self.either_of(&items);
        self.stack.push(whole);
    }

    fn maybe(&mut self) {
        if let Some(inner) = self.stack.pop() {
            self.push(Element::Maybe(inner));
        }
    }
}
