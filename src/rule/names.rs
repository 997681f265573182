//! Names that rule files make known: canonical forms with their aliases.

use super::file::{File, NameFile};
use crate::document::{Document, Word, tokenize};
use crate::text::Part;
use crate::value::{Found, Kind, Name, Value};
use rustc_hash::FxHashMap;

/// The `names` of all files, by first word.
#[derive(Debug, Default)]
pub struct KnownNames {
    by_first: FxHashMap<Word, Vec<(Vec<Word>, Name)>>,
}

impl KnownNames {
    /// The names of these files.
    pub(super) fn of<'n, 'f: 'n>(files: impl IntoIterator<Item = &'n File<'f>>) -> Self {
        let mut known = KnownNames::default();
        for name in files.into_iter().flat_map(|file| &file.names) {
            if let Some(kind) = Kind::named(&name.kind.text) {
                known.add(name, kind);
            }
        }
        known
    }

    /// Adds a name of `kind` with all its aliases.
    fn add(&mut self, file: &NameFile<'_>, kind: Kind) {
        let name = Name {
            kind,
            name: Some(file.name.text.clone().into_owned()),
            role: None,
            of: None,
            parts: Vec::new(),
        };
        for form in std::iter::once(&file.name).chain(&file.also) {
            let words: Vec<Word> = tokenize(&form.text, Part::Text)
                .iter()
                .map(|t| t.word)
                .collect();
            if let Some(first) = words.first() {
                self.by_first
                    .entry(*first)
                    .or_default()
                    .push((words, name.clone()));
            }
        }
    }

    /// Whether no file makes a name known.
    pub fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }

    /// Every place where one of the names stands; the longest form wins.
    pub fn find(&self, document: &Document<'_>) -> Vec<Found> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        for at in 0..document.tokens.len() {
            let Some(forms) = document.word(at).and_then(|w| self.by_first.get(&w)) else {
                continue;
            };
            let fits = |words: &[Word]| {
                words
                    .iter()
                    .enumerate()
                    .all(|(n, w)| document.word(at + n) == Some(*w))
            };
            if let Some((words, name)) = forms
                .iter()
                .filter(|(words, _)| fits(words))
                .max_by_key(|(words, _)| words.len())
            {
                found.push(Found {
                    tokens: at..at + words.len(),
                    value: Value::Name(name.clone()),
                });
            }
        }
        found
    }
}
