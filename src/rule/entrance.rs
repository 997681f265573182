//! Where patterns may enter the mentions of a document: with a determiner before it, with title and role, or at the bare
//! name.

use crate::mention::Mention;
use std::ops::Range;

/// A way into a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entrance {
    /// Its first word.
    pub(super) start: usize,
    /// One past the mention's last word.
    pub(super) end: usize,
    /// Which mention.
    pub(super) mention: usize,
}

/// The entrances of a document's mentions, and where those of one sentence lie.
#[derive(Debug)]
pub(super) struct Entrances {
    /// In the order of the text.
    all: Vec<Entrance>,
    /// Of each word of the sentence, the first of the entrances that is not before it.
    first: Vec<u32>,
    base: usize,
}

impl Entrances {
    /// The entrances of these mentions; a word that `is_determiner` before a mention belongs to it.
    pub(super) fn new(mentions: &[Mention], is_determiner: impl Fn(usize) -> bool) -> Self {
        let mut all = Vec::with_capacity(mentions.len() * 2);
        for (index, mention) in mentions.iter().enumerate() {
            let mut enter = |start: usize, end: usize| {
                all.push(Entrance {
                    start,
                    end,
                    mention: index,
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
        Entrances {
            all,
            first: Vec::new(),
            base: 0,
        }
    }

    /// Goes on to the sentence of these words.
    pub(super) fn sentence(&mut self, tokens: Range<usize>) {
        self.base = tokens.start;
        self.first.clear();
        let mut next = self.all.partition_point(|e| e.start < tokens.start);
        for at in tokens {
            while self.all.get(next).is_some_and(|e| e.start < at) {
                next += 1;
            }
            self.first.push(next as u32);
        }
    }

    /// Those of the sentence, which ends before the word `end`.
    pub(super) fn until(&self, end: usize) -> impl Iterator<Item = Entrance> {
        let all = self.all.get(self.first(self.base)..).unwrap_or(&[]);
        all.iter().copied().take_while(move |e| e.start < end)
    }

    /// The number of the first that is at a word of the sentence or after it.
    pub(super) fn first(&self, at: usize) -> usize {
        let first = at.checked_sub(self.base);
        let first = first.and_then(|n| self.first.get(n));
        first.map_or(self.all.len(), |first| *first as usize)
    }

    /// One by its number, if it is at a word.
    pub(super) fn at(&self, number: usize, at: usize) -> Option<Entrance> {
        let entrance = self.all.get(number).copied();
        entrance.filter(|entrance| entrance.start == at)
    }

    /// Whether a mention may be entered at a word.
    pub(super) fn has(&self, at: usize) -> bool {
        self.at(self.first(at), at).is_some()
    }
}
