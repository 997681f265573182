//! A source as it is read: tokens, sentences, paragraphs, regions, quotations and embedded posts.
//!
//! Knows nothing of rules or values. Tokens are exact byte ranges of the source; nothing is rewritten.

mod address;
mod apostrophe;
mod common;
mod dateline;
mod furniture;
mod lead;
mod lists;
mod phrase_table;
mod quotation;
mod region;
mod sentence;
mod shape;
mod stem;
mod token;
mod word;
mod word_list;
mod word_map;
mod word_table;
mod words;

pub use common::{RAREST, rarity};
pub(crate) use lists::word_lists;
pub use phrase_table::{Phrase, PhraseTable};
pub use region::Post;
pub use sentence::{Region, Sentence};
pub use shape::Shape;
pub use stem::{is_verb_form, stem};
pub use token::{Token, tokenize};
pub use word::{Word, fold};
pub use word_list::WordLists;
pub use word_map::WordMap;
pub use word_table::{WordTable, slots};

use crate::text::{Part, Source, Span};
use std::ops::Range;

/// A source split into tokens and sentences, each sentence with its region.
#[derive(Clone, Debug)]
pub struct Document<'s> {
    /// What was read.
    pub source: &'s Source,
    /// Tokens of the title, then of the text.
    pub tokens: Vec<Token>,
    /// Sentences in order; together they cover all tokens.
    pub sentences: Vec<Sentence>,
    /// Embedded posts in order.
    pub posts: Vec<Post>,
    /// Quotations in order: token ranges between (not including) the marks.
    pub quotations: Vec<Range<usize>>,
    /// Tokens of a publication date given at the head of the text (` date 2022-03-02 `).
    pub leading_date: Option<Range<usize>>,
}

impl<'s> Document<'s> {
    /// Reads a source.
    pub fn parse(source: &'s Source) -> Self {
        let mut document = Document {
            source,
            tokens: Vec::new(),
            sentences: Vec::new(),
            posts: Vec::new(),
            quotations: Vec::new(),
            leading_date: None,
        };
        for part in [Part::Title, Part::Text] {
            document.read_part(part);
        }
        quotation::mark(
            &mut document.tokens,
            &document.sentences,
            &mut document.quotations,
        );
        document
    }

    fn read_part(&mut self, part: Part) {
        let text = self.source.part(part);
        let tokens = tokenize(text, part);
        let offset = self.tokens.len();
        let mut paragraphs = sentence::paragraphs(&tokens);
        let mut head = 0..0;
        if part == Part::Text
            && let Some(date) = region::leading_date(&tokens, text)
        {
            head = 0..date.end;
            self.leading_date = Some(offset + date.start..offset + date.end);
            if let Some(first) = paragraphs.first_mut() {
                first.start = date.end.min(first.end);
            }
        }
        let posts = region::posts(&tokens, &paragraphs);
        let credit = furniture::credit(&tokens, &paragraphs);
        let first_sentence = self.sentences.len();
        let first_paragraph = self.sentences.last().map_or(0, |s| s.paragraph + 1);
        if !head.is_empty() {
            self.sentences.push(new_sentence(
                &tokens,
                head,
                Region::Boilerplate,
                first_paragraph,
            ));
        }
        for (number, paragraph) in paragraphs.into_iter().enumerate() {
            let number = first_paragraph + number + usize::from(self.leading_date.is_some());
            let mut posts = posts.iter().enumerate();
            let post = posts.find(|(_, post)| post.text.start == paragraph.start);
            split_paragraph(
                &mut self.sentences,
                &tokens,
                paragraph,
                number,
                post.map(|(p, post)| (p + self.posts.len(), post)),
                credit,
            );
        }
        let (_, own) = self.sentences.split_at_mut(first_sentence);
        region::assign(own, &tokens);
        for sentence in own {
            sentence.tokens = sentence.tokens.start + offset..sentence.tokens.end + offset;
        }
        let shift = |r: Range<usize>| r.start + offset..r.end + offset;
        self.posts.extend(posts.into_iter().map(|p| Post {
            text: shift(p.text),
            author: shift(p.author),
            handle: p.handle + offset,
            date: shift(p.date),
        }));
        if self.tokens.is_empty() {
            self.tokens = tokens;
        } else {
            self.tokens.extend(tokens);
        }
    }

    /// The characters of a token.
    #[inline]
    pub fn text(&self, token: &Token) -> &'s str {
        self.source.slice(token.span())
    }

    /// The characters from the first to the last of a range of tokens.
    pub fn slice(&self, tokens: Range<usize>) -> &'s str {
        self.span(tokens).map_or("", |span| self.source.slice(span))
    }

    /// The bytes from the first to the last of a range of tokens; `None` if the range is empty.
    pub fn span(&self, tokens: Range<usize>) -> Option<Span> {
        let first = self.tokens.get(tokens.start)?;
        let last = self.tokens.get(tokens.end.checked_sub(1)?)?;
        Some(first.span().cover(last.span()))
    }

    /// The word at token `at`, if there is one.
    #[inline]
    pub fn word(&self, at: usize) -> Option<Word> {
        self.tokens.get(at).map(|t| t.word)
    }

    /// Whether there is a token `at` that has all flags of `shape`.
    #[inline]
    pub fn is_shaped(&self, at: usize, shape: Shape) -> bool {
        self.tokens.get(at).is_some_and(|t| t.is(shape))
    }

    /// The index of the sentence that holds token `at`.
    pub fn sentence_at(&self, at: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|s| s.tokens.end <= at);
        self.sentences
            .get(index)
            .filter(|s| s.tokens.contains(&at))
            .map(|_| index)
    }
}

fn new_sentence(
    tokens: &[Token],
    range: Range<usize>,
    region: Region,
    paragraph: usize,
) -> Sentence {
    let span = match (
        tokens.get(range.start),
        range.end.checked_sub(1).and_then(|last| tokens.get(last)),
    ) {
        (Some(first), Some(last)) => first.span().cover(last.span()),
        _ => Span::new(Part::Text, 0, 0),
    };
    Sentence {
        tokens: range,
        span,
        region,
        paragraph,
        post: None,
    }
}

fn split_paragraph(
    out: &mut Vec<Sentence>,
    tokens: &[Token],
    paragraph: Range<usize>,
    number: usize,
    post: Option<(usize, &Post)>,
    credit: Option<usize>,
) {
    let credit = credit.filter(|at| post.is_none() && paragraph.contains(at));
    let credit = credit.map(|at| at..paragraph.end);
    let end = credit.as_ref().map_or(paragraph.end, |c| c.start);
    let text = post.map_or(paragraph.start..end, |(_, post)| post.text.clone());
    for mut range in sentence::sentences(tokens, text) {
        if post.is_none()
            && let Some(start) = dateline::inside(tokens, range.clone())
        {
            let head = range.start..start;
            out.push(new_sentence(tokens, head, Region::Boilerplate, number));
            range.start = start;
        }
        if post.is_none()
            && let Some(dateline) = dateline::at_start(tokens, range.clone())
        {
            let rest = dateline.end..range.end;
            out.push(new_sentence(tokens, dateline, Region::Dateline, number));
            if !rest.is_empty() {
                out.push(new_sentence(tokens, rest, Region::Body, number));
            }
            continue;
        }
        let region = if post.is_some() {
            Region::Post
        } else {
            Region::Body
        };
        out.push(Sentence {
            post: post.map(|(index, _)| index),
            ..new_sentence(tokens, range, region, number)
        });
    }
    out.extend(credit.map(|credit| new_sentence(tokens, credit, Region::Caption, number)));
    if let Some((index, post)) = post {
        let signature = post.text.end..paragraph.end;
        out.push(Sentence {
            post: Some(index),
            ..new_sentence(tokens, signature, Region::Signature, number)
        });
    }
}
