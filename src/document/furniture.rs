//! Which lines belong to the page and not to the article: advertisements, "Read more", captions and credit lines.

use super::sentence::Region;
use super::shape::Shape;
use super::token::{Token, tokenize};
use super::word::Word;
use super::word_map::WordMap;
use crate::text::Part;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// Lines of a sign (`begins`, `opens`, `caption`) and a phrase; see the head of the file.
const PHRASES: &str = include_str!("furniture.tsv");

/// Longest line, in words, that is furniture for what it begins with.
const LONGEST_LINE: usize = 40;
/// Longest caption, in words.
const LONGEST_CAPTION: usize = 60;

/// Phrases as words, by their first.
struct Phrases {
    by_first: WordMap<Vec<Vec<Word>>>,
}

impl Phrases {
    fn of(sign: &str) -> Self {
        let mut by_first: FxHashMap<Word, Vec<Vec<Word>>> = FxHashMap::default();
        let rows = PHRASES.lines().filter_map(|row| row.split_once('\t'));
        for (_, phrase) in rows.filter(|(row_sign, _)| *row_sign == sign) {
            let words: Vec<Word> = tokenize(phrase, Part::Text)
                .iter()
                .map(|t| t.word)
                .collect();
            if let Some(first) = words.first() {
                by_first.entry(*first).or_default().push(words);
            }
        }
        Phrases {
            by_first: by_first.into(),
        }
    }

    /// Whether one of the phrases stands at the head of `tokens`.
    fn start(&self, tokens: &[Token]) -> bool {
        let at_head = |words: &Vec<Word>| {
            words.len() <= tokens.len()
                && words
                    .iter()
                    .zip(tokens)
                    .all(|(word, token)| *word == token.word)
        };
        let first = tokens.first().and_then(|t| self.by_first.get(t.word));
        first.is_some_and(|list| list.iter().any(at_head))
    }
}

struct Table {
    begins: Phrases,
    opens: Phrases,
    caption: Phrases,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| Table {
        begins: Phrases::of("begins"),
        opens: Phrases::of("opens"),
        caption: Phrases::of("caption"),
    })
}

/// The region of a paragraph that is no part of the article; `words` counts its tokens without punctuation.
pub(super) fn region(paragraph: &[Token], words: usize) -> Option<Region> {
    const COPYRIGHT: Word = Word::of("©");
    if words > LONGEST_CAPTION {
        return None;
    }
    let table = table();
    let sign = |t: &Token| t.is(Shape::PUNCTUATION) && t.word != COPYRIGHT;
    let head = paragraph.iter().position(|t| !sign(t)).unwrap_or(0);
    let head = paragraph.get(head..).unwrap_or(&[]);
    if words <= LONGEST_LINE && table.begins.start(head) {
        return Some(Region::Boilerplate);
    }
    let caption = table.opens.start(head)
        || paragraph.iter().enumerate().any(|(at, token)| {
            table.caption.by_first.has(token.word)
                && table.caption.start(paragraph.get(at..).unwrap_or(&[]))
        });
    caption.then_some(Region::Caption)
}
