//! What patterns are made of, each part once: equal parts of all rule files have one number.
//!
//! Comparing parts is comparing numbers, so patterns that begin alike are found at the cost of one look-up a part.

use crate::rule::automaton::{ClassId, Kinds, NameId, OPENING};
use rustc_hash::FxHashMap;

/// Index of an element in [`Elements`].
pub(in crate::rule) type ElementId = u32;

/// Several elements: an index into [`Elements`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::rule) struct Run(u32);

/// A part of a pattern, lists and captures resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::rule) enum Element {
    /// One after the other.
    Sequence(Run),
    /// One of several.
    Either(Run),
    /// There or not.
    Maybe(ElementId),
    /// A word of the class.
    Class(ClassId),
    /// Exactly this form (index into [`Elements::form`]), a word of the class.
    Exact(u32, ClassId),
    /// Up to so many words.
    Gap(u8),
    /// A mention of one of the kinds.
    Mention(NameId, Kinds),
    /// The rest of the phrase.
    Phrase(NameId),
    /// One of the labelled alternatives (index of the choice).
    Choice(NameId, u32),
    /// An entry of a word list (index of the list).
    List(u32),
}

/// Every element of all patterns.
#[derive(Debug, Default)]
pub(in crate::rule) struct Elements {
    all: Vec<Element>,
    ids: FxHashMap<Element, ElementId>,
    runs: Vec<(u32, u32)>,
    parts: Vec<ElementId>,
    run_ids: FxHashMap<Box<[ElementId]>, Run>,
    forms: Vec<Box<str>>,
    form_ids: FxHashMap<Box<str>, u32>,
}

impl Elements {
    /// The number of an element.
    pub(in crate::rule) fn id(&mut self, element: Element) -> ElementId {
        let next = self.all.len() as ElementId;
        *self.ids.entry(element).or_insert_with(|| {
            self.all.push(element);
            next
        })
    }

    /// These elements, one after the other or one of them, as `whole` says; a single one stays what it is.
    pub(in crate::rule) fn of(
        &mut self,
        items: &[ElementId],
        whole: fn(Run) -> Element,
    ) -> ElementId {
        if let [one] = items {
            return *one;
        }
        let run = self.run_ids.get(items).copied().unwrap_or_else(|| {
            let run = Run(self.runs.len() as u32);
            self.runs
                .push((self.parts.len() as u32, items.len() as u32));
            self.parts.extend_from_slice(items);
            self.run_ids.insert(items.into(), run);
            run
        });
        self.id(whole(run))
    }

    /// The number of a form that must stand as written.
    pub(super) fn form_id(&mut self, form: &str) -> u32 {
        if let Some(id) = self.form_ids.get(form) {
            return *id;
        }
        let id = self.forms.len() as u32;
        self.forms.push(form.into());
        self.form_ids.insert(form.into(), id);
        id
    }

    /// A form that must stand as written.
    pub(in crate::rule) fn form(&self, number: u32) -> &str {
        let form = self.forms.get(number as usize);
        form.map_or("", |form| form)
    }

    pub(in crate::rule) fn get(&self, id: ElementId) -> Element {
        self.all
            .get(id as usize)
            .copied()
            .unwrap_or(Element::Gap(0))
    }

    pub(in crate::rule) fn items(&self, run: Run) -> &[ElementId] {
        let (start, length) = self.runs.get(run.0 as usize).copied().unwrap_or_default();
        let range = start as usize..(start + length) as usize;
        self.parts.get(range).unwrap_or(&[])
    }

    /// What follows one another in an element: the items of a sequence, or the one element.
    pub(in crate::rule) fn parts<'e>(&'e self, id: &'e ElementId) -> &'e [ElementId] {
        match self.get(*id) {
            Element::Sequence(run) => self.items(run),
            _ => std::slice::from_ref(id),
        }
    }

    /// Whether something of the element must be there.
    pub(super) fn is_anchored(&self, id: ElementId) -> bool {
        let anchored = |id: &ElementId| self.is_anchored(*id);
        match self.get(id) {
            Element::Sequence(run) => self.items(run).iter().any(anchored),
            Element::Either(run) => self.items(run).iter().all(anchored),
            Element::Maybe(_) | Element::Gap(_) | Element::Phrase(_) => false,
            _ => true,
        }
    }

    /// Adds the names that an element captures under.
    pub(in crate::rule) fn names(&self, id: ElementId, names: &mut Vec<NameId>) {
        match self.get(id) {
            Element::Sequence(run) | Element::Either(run) => {
                for item in self.items(run) {
                    self.names(*item, names);
                }
            }
            Element::Maybe(inner) => self.names(inner, names),
            Element::Mention(name, _) | Element::Phrase(name) | Element::Choice(name, _) => {
                names.push(name);
            }
            _ => {}
        }
    }

    /// The element with a capture of a kind that opens it renamed, so that all patterns opening so share an edge; and the
    /// name it had.
    pub(in crate::rule) fn opened(&mut self, id: ElementId) -> (ElementId, Option<NameId>) {
        match self.get(id) {
            Element::Mention(name, kinds) => {
                (self.id(Element::Mention(OPENING, kinds)), Some(name))
            }
            Element::Sequence(run) => {
                let first = self.items(run).first().copied();
                let (opened, name) = first.map_or((id, None), |first| self.opened(first));
                if name.is_none() {
                    return (id, None);
                }
                let rest = self.items(run).iter().skip(1).copied();
                let items: Vec<ElementId> = std::iter::once(opened).chain(rest).collect();
                (self.of(&items, Element::Sequence), name)
            }
            _ => (id, None),
        }
    }
}
