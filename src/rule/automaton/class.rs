//! Sets of words that patterns ask for, and which of them a word of a text is in.
//!
//! A class holds lemmas, not forms: an alternative of twenty verbs is twenty numbers, and the forms of each verb are made
//! once, however many classes it is in.

use super::ClassId;
use super::table::{Rows, Table};
use crate::document::Word;
use crate::rule::pattern::inflect;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Index of a lemma, or of a form that stands for itself alone.
type LemmaId = u32;

/// The classes of all patterns while they are being made.
#[derive(Debug, Default)]
pub(in crate::rule) struct Classes {
    /// The class of each lemma alone, and whether it stands for all its forms.
    lemmas: FxHashMap<(Word, bool), ClassId>,
    /// Where the forms of each lemma lie.
    forms_of: Vec<(u32, u32)>,
    forms: Vec<Word>,
    /// The lemmas of each class, in order.
    members: Vec<(u32, u32)>,
    lemma_ids: Vec<LemmaId>,
    joined: FxHashMap<Box<[LemmaId]>, ClassId>,
}

impl Classes {
    /// The class of all forms of a word.
    pub(in crate::rule) fn lemma(&mut self, word: &str) -> ClassId {
        self.single(Word::new(word), |forms| inflect::forms(word, forms), true)
    }

    /// The class of a word in this form alone.
    pub(in crate::rule) fn form(&mut self, word: Word) -> ClassId {
        self.single(word, |forms| forms.push(word), false)
    }

    fn single(&mut self, word: Word, add: impl FnOnce(&mut Vec<Word>), inflected: bool) -> ClassId {
        if let Some(class) = self.lemmas.get(&(word, inflected)) {
            return *class;
        }
        let start = self.forms.len();
        add(&mut self.forms);
        let lemma = self.forms_of.len() as LemmaId;
        self.forms_of
            .push((start as u32, (self.forms.len() - start) as u32));
        let class = self.class_of(&[lemma]);
        self.lemmas.insert((word, inflected), class);
        class
    }

    fn class_of(&mut self, lemmas: &[LemmaId]) -> ClassId {
        let class = self.members.len() as ClassId;
        let start = self.lemma_ids.len() as u32;
        self.members.push((start, lemmas.len() as u32));
        self.lemma_ids.extend_from_slice(lemmas);
        class
    }

    /// The class of all words of some classes.
    pub(in crate::rule) fn join(&mut self, classes: &[ClassId]) -> ClassId {
        if let [one] = classes {
            return *one;
        }
        let lemmas = classes.iter().flat_map(|class| self.lemmas_of(*class));
        let mut lemmas: Vec<LemmaId> = lemmas.copied().collect();
        lemmas.sort_unstable();
        lemmas.dedup();
        if let Some(class) = self.joined.get(lemmas.as_slice()) {
            return *class;
        }
        let class = self.class_of(&lemmas);
        self.joined.insert(lemmas.into(), class);
        class
    }

    fn lemmas_of(&self, class: ClassId) -> &[LemmaId] {
        slice(&self.lemma_ids, self.members.get(class as usize))
    }

    /// The words of a class.
    pub(in crate::rule) fn members(&self, class: ClassId) -> impl Iterator<Item = Word> {
        let lemmas = self.lemmas_of(class).iter();
        let forms = lemmas.flat_map(|l| slice(&self.forms, self.forms_of.get(*l as usize)));
        forms.copied()
    }

    /// How many classes there are.
    pub(in crate::rule) fn len(&self) -> usize {
        self.members.len()
    }

    /// Which of these classes each word is in; they are numbered in this order. A class may have several numbers.
    pub(in crate::rule) fn finish(&self, order: &[ClassId]) -> WordClasses {
        // Counted first, then filled in: the classes of a lemma lie side by side, in order.
        let mut of_lemma: Vec<(u32, u32)> = vec![(0, 0); self.forms_of.len()];
        for class in order {
            for lemma in self.lemmas_of(*class) {
                if let Some((_, length)) = of_lemma.get_mut(*lemma as usize) {
                    *length += 1;
                }
            }
        }
        let mut total = 0;
        for (start, length) in &mut of_lemma {
            *start = total;
            total += std::mem::take(length);
        }
        let mut table: Vec<ClassId> = vec![0; total as usize];
        for (number, class) in (0..).zip(order) {
            for lemma in self.lemmas_of(*class) {
                if let Some((start, length)) = of_lemma.get_mut(*lemma as usize)
                    && let Some(slot) = table.get_mut((*start + *length) as usize)
                {
                    *slot = number;
                    *length += 1;
                }
            }
        }
        let used = of_lemma.iter().zip(&self.forms_of);
        let used = used.filter(|(place, _)| place.1 > 0);
        let forms: u32 = used.map(|(_, (_, forms))| forms).sum();
        let mut words = Filling::new(forms as usize, table);
        for (place, forms) in of_lemma.iter().zip(&self.forms_of) {
            if place.1 > 0 {
                for form in slice(&self.forms, Some(forms)) {
                    words.add(*form, *place);
                }
            }
        }
        WordClasses {
            slots: words.slots.into(),
            classes: Table::new(words.classes),
        }
    }
}

fn slice<'v, T>(all: &'v [T], place: Option<&(u32, u32)>) -> &'v [T] {
    let (start, length) = place.copied().unwrap_or_default();
    all.get(start as usize..(start + length) as usize)
        .unwrap_or(&[])
}

/// The classes that each word is in: a hash table that can be read where it lies in the program's file.
#[derive(Debug)]
pub(in crate::rule) struct WordClasses {
    /// A power of two of slots: the word, where its classes begin and how many they are; an empty slot has none.
    pub(in crate::rule) slots: Cow<'static, [u8]>,
    pub(in crate::rule) classes: Table<ClassId, 1>,
}

/// The classes of words while they are put in.
struct Filling {
    slots: Vec<u8>,
    classes: Vec<ClassId>,
}

/// The bytes of a slot.
const SLOT: usize = 16;

impl WordClasses {
    /// The classes of a word, in order.
    pub(in crate::rule) fn of(&self, word: Word) -> Rows<'_, ClassId, 1> {
        let place = find(&self.slots, word).1;
        let range = place.map(|(start, length)| (start, start + length));
        self.classes.rows(range.unwrap_or_default())
    }
}

/// The slot of a word, and what is in it; the slot where it would be if it is in none.
fn find(slots: &[u8], word: Word) -> (usize, Option<(u32, u32)>) {
    let mask = (slots.len() / SLOT).wrapping_sub(1);
    let number = word.number();
    let mut at = (number ^ number >> 32) as usize & mask;
    loop {
        let (known, start, length) = slot(slots, at);
        if length == 0 {
            return (at, None);
        }
        if known == number {
            return (at, Some((start, length)));
        }
        at = (at + 1) & mask;
    }
}

fn slot(slots: &[u8], at: usize) -> (u64, u32, u32) {
    let read = |from: usize| {
        let bytes = slots.get(at * SLOT + from..)?.first_chunk()?;
        Some(u32::from_le_bytes(*bytes))
    };
    let number = |from: usize| read(from).unwrap_or_default();
    let word = u64::from(number(0)) | u64::from(number(4)) << 32;
    (word, number(8), number(12))
}

impl Filling {
    fn new(words: usize, classes: Vec<ClassId>) -> Self {
        let slots = (words * 2).next_power_of_two();
        Filling {
            slots: vec![0; slots * SLOT],
            classes,
        }
    }

    /// A form of one lemma shares the lemma's classes; one of several (`found`, `left`) has a list of its own.
    fn add(&mut self, form: Word, place: (u32, u32)) {
        let (at, known) = find(&self.slots, form);
        let (start, length) = match known {
            Some(known) if known != place => {
                let start = self.classes.len();
                let mut all = slice(&self.classes, Some(&known)).to_vec();
                all.extend_from_slice(slice(&self.classes, Some(&place)));
                all.sort_unstable();
                all.dedup();
                self.classes.extend_from_slice(&all);
                (start as u32, all.len() as u32)
            }
            _ => place,
        };
        if let Some(slot) = self.slots.get_mut(at * SLOT..(at + 1) * SLOT) {
            let number = form.number().to_le_bytes().into_iter();
            let bytes = number
                .chain(start.to_le_bytes())
                .chain(length.to_le_bytes());
            slot.iter_mut().zip(bytes).for_each(|(to, from)| *to = from);
        }
    }
}
