//! An article as the story is read off it: its headline, its first sentences, and which mention stands at a token.

use super::words::{self, Class};
use crate::document::{Document, RAREST, Region, Sentence, Shape, Token, Word, rarity};
use crate::mention::Mention;
use crate::text::Part;
use crate::value::{Kind, Value};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// The sentences of running text among which the lead is sought.
const LEAD: usize = 10;
/// The lead tells what the headline tells; it is one of so many sentences.
const EARLY: usize = 6;
/// With what follows it it is so many.
const NEAR: usize = 3;
/// The longest acronym, in letters.
const ACRONYM: u32 = 5;
/// Words in capitals of so few letters may be acronyms.
const SHORTEST: u32 = 3;
/// The longest line of place, date and agency, in tokens.
const DATELINE: usize = 14;

/// An article with what the story is read from.
pub(super) struct StoryPage<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) mentions: &'a [Mention],
    /// The tokens of the headline's sentences.
    pub(super) headline: Vec<Range<usize>>,
    /// The first sentences of running text.
    pub(super) body: Vec<Range<usize>>,
    /// Place, date and agency, on a line of their own or before the first words of a sentence.
    pub(super) dateline: Option<Range<usize>>,
    /// Which of them tells what the headline tells.
    pub(super) event: usize,
}

impl<'a> StoryPage<'a> {
    pub(super) fn new(document: &'a Document<'a>, mentions: &'a [Mention]) -> Self {
        let mut page = StoryPage {
            document,
            mentions,
            headline: headline(document),
            body: Vec::new(),
            dateline: None,
            event: 0,
        };
        let mut sentences = document.sentences.iter();
        let line = sentences.find(|s| s.region == Region::Dateline);
        page.dateline = line.map(|s| s.tokens.clone());
        for mut sentence in document
            .body()
            .map(|s| s.tokens.clone())
            .filter(|s| page.tells(s))
            .take(LEAD)
            .collect::<Vec<_>>()
        {
            if let Some(line) = page.dateline_in(&sentence) {
                sentence.start = line.end;
                page.dateline.get_or_insert(line);
            }
            page.body.push(sentence);
        }
        page.event = page.find_event();
        page
    }

    /// A place in capitals, and what may stand between it and a dash: "By A. Hand LIMA, May 3 (XX) - Two men".
    fn dateline_in(&self, sentence: &Range<usize>) -> Option<Range<usize>> {
        let mut starts = sentence.clone().filter(|at| self.is_shouted(*at));
        starts.find_map(|start| {
            let end = sentence.end.min(start + DATELINE);
            let dash = |at: usize| {
                self.is_shaped(at, Shape::PUNCTUATION)
                    && (self.is_word(at, "-") || self.is_word(at, "_"))
                    && !self.is_shaped(at, Shape::GLUED)
            };
            let mut dash = (start + 1..end).find(|at| dash(*at))?;
            let lower =
                |at: usize| self.is_shaped(at, Shape::WORD) && !self.is_shaped(at, Shape::CAPITAL);
            if (start..dash).any(lower) {
                return None;
            }
            while self.is_word(dash + 1, "-") {
                dash += 1;
            }
            (dash + 1 < sentence.end).then_some(start..dash + 1)
        })
    }

    /// Whether a word is written in capitals and is no acronym.
    pub(super) fn is_shouted(&self, at: usize) -> bool {
        let shouted = |t: &Token| t.is(Shape::ALL_CAPS) && t.end - t.start > SHORTEST;
        self.token(at).is_some_and(shouted)
    }

    /// Whether a sentence is long enough to tell something and no picture's caption.
    fn tells(&self, sentence: &Range<usize>) -> bool {
        let pictured = |at: usize| self.is_word(at, "file") && self.is_word(at + 1, "photo");
        sentence.len() > 3 && !sentence.clone().any(pictured)
    }

    /// The sentence that has most of the headline's words, rare ones first of all; of two alike the earlier.
    fn find_event(&self) -> usize {
        let headline = self.headline.iter().flat_map(Clone::clone);
        let wanted: FxHashSet<Word> = headline.filter_map(|at| self.document.word(at)).collect();
        let weigh = |sentence: &Range<usize>| {
            let words: FxHashSet<Word> = sentence
                .clone()
                .filter_map(|at| self.document.word(at))
                .filter(|word| wanted.contains(word))
                .collect();
            let weights = words
                .into_iter()
                .map(|word| u32::from(rarity(word).min(RAREST)));
            weights.map(|rarity| rarity.saturating_sub(2)).sum::<u32>()
        };
        let early = self.body.iter().take(EARLY).enumerate();
        let best = early.max_by_key(|(at, sentence)| (weigh(sentence), std::cmp::Reverse(*at)));
        best.map_or(0, |(at, _)| at)
    }

    /// The lead and what follows it first, then the others in order.
    pub(super) fn by_weight(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let near = self.event..self.event + NEAR;
        let lead = self.body.iter().skip(near.start).take(NEAR);
        let rest = self.body.iter().enumerate();
        let rest = rest
            .filter(move |(at, _)| !near.contains(at))
            .map(|(_, sentence)| sentence);
        lead.chain(rest).cloned()
    }

    pub(super) fn token(&self, at: usize) -> Option<&'a Token> {
        self.document.tokens.get(at)
    }

    /// Whether the word at `at` is of a class.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        let word = self.token(at).filter(|t| t.is(Shape::WORD));
        word.is_some_and(|t| words::is(t.word, class))
    }

    pub(super) fn is_word(&self, at: usize, word: &'static str) -> bool {
        self.document.word(at) == Some(Word::new(word))
    }

    pub(super) fn is_shaped(&self, at: usize, shape: Shape) -> bool {
        self.token(at).is_some_and(|t| t.is(shape))
    }

    /// The outermost mention that begins at a token.
    pub(super) fn mention_at(&self, at: usize) -> Option<&'a Mention> {
        let first = self.mentions.partition_point(|m| m.tokens.start < at);
        self.mentions.get(first).filter(|m| m.tokens.start == at)
    }

    /// The mentions within a range of tokens, by position.
    pub(super) fn mentions_in(
        &self,
        range: Range<usize>,
    ) -> impl Iterator<Item = &'a Mention> + use<'a> {
        let first = self
            .mentions
            .partition_point(|m| m.tokens.start < range.start);
        let rest = self.mentions.get(first..).unwrap_or(&[]).iter();
        rest.take_while(move |m| m.tokens.start < range.end)
    }

    /// Whether a word is a name wherever it stands in running text; if it never does, whether it is rare and the last of several
    /// words with capitals, but for headlines, where all words may have one.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let Some(token) = self
            .token(at)
            .filter(|t| t.is(Shape::WORD) && t.is(Shape::CAPITAL))
        else {
            return false;
        };
        // Where everything is shouted a capital says nothing.
        let shouted = |at: Option<usize>| at.is_some_and(|at| self.is_shaped(at, Shape::ALL_CAPS));
        if shouted(Some(at)) && (shouted(at.checked_sub(1)) || shouted(Some(at + 1))) {
            return false;
        }
        let (capital, lower) = self.capitals(token.word);
        if capital + lower > 0 {
            return capital > lower;
        }
        let goes_on =
            at > 0 && self.is_shaped(at - 1, Shape::CAPITAL) && !self.is(at - 1, Class::Determiner);
        rarity(token.word) == RAREST && goes_on && !self.headline.iter().any(|s| s.contains(&at))
    }

    /// How often a word stands in running text with a capital and without, where a capital means a name: not at the head of a
    /// sentence, nor in a line that is shouted.
    fn capitals(&self, word: Word) -> (usize, usize) {
        let (mut capital, mut lower) = (0, 0);
        for sentence in self.document.body() {
            let tokens = self.document.tokens.get(sentence.tokens.clone());
            let inner = tokens.unwrap_or(&[]).iter().skip(1);
            for token in inner.filter(|t| t.word == word) {
                if !token.is(Shape::CAPITAL) {
                    lower += 1;
                } else if !token.is(Shape::ALL_CAPS) || token.end - token.start <= ACRONYM {
                    capital += 1;
                }
            }
        }
        (capital, lower)
    }

    /// How often somebody or something is named in the article.
    pub(super) fn times_named(&self, mention: &Mention) -> usize {
        let Value::Name(name) = &mention.value else {
            return 0;
        };
        let same = |other: &&Mention| match (mention.entity, other.entity) {
            (Some(one), Some(two)) => one == two,
            _ => {
                matches!(&other.value, Value::Name(n) if n.kind == name.kind && n.name.is_some() && n.name == name.name)
            }
        };
        self.mentions.iter().filter(same).count()
    }
}

/// The sentences of the title, or of the first line of a text without one.
fn headline(document: &Document<'_>) -> Vec<Range<usize>> {
    let of = |wanted: fn(&Sentence) -> bool| {
        let sentences = document.sentences.iter().filter(|s| wanted(s));
        sentences.map(|s| s.tokens.clone()).collect::<Vec<_>>()
    };
    let title = of(|s| s.span.part == Part::Title);
    if title.is_empty() {
        of(|s| s.region == Region::Headline)
    } else {
        title
    }
}

/// Whether a mention is of somebody or something that can act.
pub(super) fn can_act(mention: &Mention) -> bool {
    matches!(
        mention.value.kind(),
        Kind::Person | Kind::Organisation | Kind::Body | Kind::Country
    )
}
