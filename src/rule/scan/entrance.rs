//! Where patterns may enter the mentions of a document: with a determiner before it, with title and role, or at the bare
//! name.

use crate::mention::Mention;
use crate::value::Kind;
use std::ops::Range;

/// A way into a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entrance {
    /// Its first word.
    pub(in crate::rule) start: usize,
    /// One past the mention's last word.
    pub(in crate::rule) end: usize,
    /// Which mention.
    pub(in crate::rule) mention: usize,
    /// Of the whole in "four of the 16 workers" the mention of the part. Who was hurt is no whole: it is taken only by a
    /// pattern that took its part.
    pub(in crate::rule) part: Option<usize>,
}

/// The count that holds the count at `index`, if one does.
fn part_of(mentions: &[Mention], index: usize) -> Option<usize> {
    const NEAR: usize = 3;
    let is_count = |m: &&Mention| m.value.kind() == Kind::Count;
    let whole = mentions.get(index).filter(is_count)?;
    let holds = |at: &usize| {
        let part = mentions.get(*at).filter(is_count);
        part.is_some_and(|part| {
            part.tokens.start < whole.tokens.start && part.tokens.end == whole.tokens.end
        })
    };
    (index.saturating_sub(NEAR)..index).rev().find(holds)
}

/// The entrances of a document's mentions.
#[derive(Debug)]
pub(super) struct Entrances {
    /// In the order of the text.
    all: Vec<Entrance>,
    /// Of each word, the first of the entrances that is not before it.
    first: Vec<u32>,
}

impl Entrances {
    /// The entrances of these mentions in a document of so many words; a word that `is_determiner` before a mention belongs to it.
    pub(in crate::rule) fn new(
        words: usize,
        mentions: &[Mention],
        is_determiner: impl Fn(usize) -> bool,
    ) -> Self {
        let mut all = Vec::with_capacity(mentions.len() * 2);
        for (index, mention) in mentions.iter().enumerate() {
            let part = part_of(mentions, index);
            let mut enter = |start: usize, end: usize| {
                all.push(Entrance {
                    start,
                    end,
                    mention: index,
                    part,
                });
            };
            let before = mention.tokens.start.checked_sub(1);
            if let Some(at) = before.filter(|at| is_determiner(*at)) {
                enter(at, mention.tokens.end);
            }
            enter(mention.tokens.start, mention.tokens.end);
            let bare = mention.name_tokens.clone();
            if let Some(bare) = bare.filter(|name| *name != mention.tokens) {
                enter(bare.start, bare.end);
            }
        }
        all.sort_unstable();
        let mut next = 0;
        let first = (0..words).map(|at| {
            while all.get(next).is_some_and(|e: &Entrance| e.start < at) {
                next += 1;
            }
            next as u32
        });
        let first = first.collect();
        Entrances { all, first }
    }

    /// Those in the words from one to before another.
    pub(in crate::rule) fn within(&self, words: Range<usize>) -> &[Entrance] {
        let all = self.first(words.start)..self.first(words.end);
        self.all.get(all).unwrap_or(&[])
    }

    /// The number of the first that is at a word or after it.
    pub(in crate::rule) fn first(&self, at: usize) -> usize {
        let first = self.first.get(at);
        first.map_or(self.all.len(), |first| *first as usize)
    }

    /// One by its number, if it is at a word.
    pub(in crate::rule) fn at(&self, number: usize, at: usize) -> Option<Entrance> {
        let entrance = self.all.get(number).copied();
        entrance.filter(|entrance| entrance.start == at)
    }

    /// Whether a mention may be entered at a word.
    pub(in crate::rule) fn has(&self, at: usize) -> bool {
        self.at(self.first(at), at).is_some()
    }
}
