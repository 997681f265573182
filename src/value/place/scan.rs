//! One sentence while its places are looked for: its tokens, where names end, and whether capitals tell anything.

use super::country::Vouched;
use super::words::{Class, class};
use crate::document::{Document, Region, Sentence, Shape, Token, Word};

/// Longest name of a place, in words.
const LONGEST_NAME: usize = 6;

/// A sentence being read.
pub(super) struct Scan<'d> {
    /// The document it stands in.
    pub(super) document: &'d Document<'d>,
    /// The classes of all tokens of the document.
    pub(super) classes: &'d [Class],
    /// All classes that words of the sentence have.
    pub(super) present: Class,
    /// Its first token.
    pub(super) start: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// Whether nearly all words have a capital, as in a headline or an old wire report.
    pub(super) blind: bool,
    /// Whether it is a dateline.
    pub(super) dateline: bool,
    /// The countries that the document also names by demonym or seat.
    pub(super) vouched: &'d Vouched,
}

impl<'d> Scan<'d> {
    /// Looks at a sentence; `shouted`: whether the document is all in capitals.
    pub(super) fn new(
        document: &'d Document<'d>,
        classes: &'d [Class],
        sentence: &Sentence,
        shouted: bool,
        vouched: &'d Vouched,
    ) -> Self {
        let range = sentence.tokens.clone();
        let tokens = document.tokens.get(range.clone()).unwrap_or(&[]);
        let own = classes.get(range).unwrap_or(&[]);
        let mut scan = Scan {
            document,
            classes,
            present: own.iter().fold(Class::default(), |all, c| all.or(*c)),
            start: sentence.tokens.start,
            end: sentence.tokens.end,
            blind: false,
            dateline: sentence.region == Region::Dateline,
            vouched,
        };
        // Among sentences all in capitals every other one looks like a dateline; a true one has a date.
        scan.dateline &= !shouted || tokens.iter().any(|t| t.is(Shape::NUMBER));
        let long = |t: &&Token| t.is(Shape::WORD) && t.end - t.start > 3;
        let (mut all, mut capitals) = (0, 0);
        for word in tokens.iter().filter(long) {
            all += 1;
            capitals += usize::from(word.is(Shape::CAPITAL));
        }
        scan.blind = !scan.dateline && all >= 4 && capitals * 10 > all * 8;
        scan
    }

    /// The token at `at`, if it is in the sentence.
    pub(super) fn token(&self, at: usize) -> Option<&'d Token> {
        if at < self.start || at >= self.end {
            return None;
        }
        self.document.tokens.get(at)
    }

    /// The token before `at`, if it is in the sentence.
    pub(super) fn before(&self, at: usize) -> Option<&'d Token> {
        self.token(at.checked_sub(1)?)
    }

    /// Whether the token at `at` is `word`.
    pub(super) fn is(&self, at: usize, word: Word) -> bool {
        self.token(at).is_some_and(|t| t.word == word)
    }

    /// The classes of the word at `at`.
    pub(super) fn class(&self, at: usize) -> Class {
        if at < self.start || at >= self.end {
            return Class::default();
        }
        self.classes.get(at).copied().unwrap_or_default()
    }

    /// The classes of the word before `at`.
    pub(super) fn class_before(&self, at: usize) -> Class {
        at.checked_sub(1)
            .map_or(Class::default(), |b| self.class(b))
    }

    /// Whether a capitalised word stands at `at`.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|t| t.is(Shape::WORD) && t.is(Shape::CAPITAL))
    }

    /// Whether a name may start at `at`: the word before is not part of a name.
    pub(super) fn fresh(&self, at: usize) -> bool {
        const NOT_NAMES: Class = Class::STOP
            .or(Class::BEFORE)
            .or(Class::FROM)
            .or(Class::OTHER)
            .or(Class::COMPASS)
            .or(Class::FOLLOWER)
            .or(Class::OF);
        let hyphen = self.is(at.wrapping_sub(1), Word::of("-"))
            && self.token(at).is_some_and(|t| t.is(Shape::GLUED));
        let initial = self.is(at.wrapping_sub(1), Word::of("."))
            && self.before(at).is_some_and(|t| t.is(Shape::ABBREVIATION));
        if initial {
            return !self.capital(at.wrapping_sub(2))
                || self.class(at.wrapping_sub(2)).any(NOT_NAMES);
        }
        if hyphen {
            return false;
        }
        !self.capital(at.wrapping_sub(1))
            || self.blind
            || (self.class_before(at).any(NOT_NAMES) && !self.class_before(at).any(Class::GENERIC))
    }

    /// One past the last token of the run of capitalised words that starts at `at` (`San Luis de la Reina`).
    pub(super) fn run(&self, at: usize) -> usize {
        let mut end = at;
        for number in 0..LONGEST_NAME {
            if !self.capital(end) || (number > 0 && self.class(end).any(Class::STOP)) {
                break;
            }
            end = self.inner(end + 1);
            let particles = (0..2)
                .take_while(|n| self.class(end + n).any(Class::PARTICLE) && !self.capital(end + n))
                .count();
            if particles > 0 && self.capital(end + particles) {
                end += particles;
            }
        }
        end
    }

    /// Past the full stop of `St.` or an initial, and past what hyphens join: `Mazar-e-Sharif`.
    pub(super) fn inner(&self, mut end: usize) -> usize {
        let dot = self
            .token(end)
            .is_some_and(|t| t.is(Shape::ABBREVIATION) && t.is(Shape::PUNCTUATION));
        let short = self.before(end).is_some_and(|t| t.end - t.start <= 2);
        if dot && short && self.capital(end + 1) {
            end += 1;
        }
        while self.joins(end) || self.opens(end) {
            end += 2;
        }
        end
    }

    /// Whether an apostrophe at `at` opens the second half of a name: `Nad 'Ali`.
    fn opens(&self, at: usize) -> bool {
        let (Some(mark), Some(half)) = (self.token(at), self.token(at + 1)) else {
            return false;
        };
        mark.word == Word::of("'")
            && !mark.is(Shape::GLUED)
            && half.is(Shape::GLUED)
            && self.capital(at + 1)
            && self.before(at).is_some_and(|t| t.end - t.start <= 3)
    }

    /// Whether a hyphen at `at`, or an apostrophe before a small letter (`Qal'ah`), joins two halves of a word.
    fn joins(&self, at: usize) -> bool {
        let (Some(mark), Some(half)) = (self.token(at), self.token(at + 1)) else {
            return false;
        };
        let glued = mark.is(Shape::GLUED) && half.is(Shape::GLUED) && half.is(Shape::WORD);
        let apostrophe = mark.word == Word::of("'")
            && (!half.is(Shape::CAPITAL) || self.before(at).is_some_and(|t| t.is(Shape::ALL_CAPS)));
        glued && (mark.word == Word::of("-") || apostrophe)
    }

    /// One past the last token of a name that starts at `at` in a sentence all in capitals: one word, more after
    /// `SAN` and the like, and what `DE` joins.
    pub(super) fn blind_run(&self, at: usize) -> usize {
        const NO_NAME: Class = Class::STOP
            .or(Class::BEFORE)
            .or(Class::FROM)
            .or(Class::OTHER)
            .or(Class::AFTER);
        let mut end = at;
        for _ in 0..LONGEST_NAME {
            let class = self.class(end);
            let opener = class.any(Class::OPENER);
            if !self.capital(end) || (class.any(NO_NAME) && !opener) {
                break;
            }
            end = self.inner(end + 1);
            if opener {
                continue;
            }
            let particles = (0..2)
                .take_while(|n| self.class(end + n).any(Class::PARTICLE))
                .count();
            if particles == 0 || !self.capital(end + particles) {
                break;
            }
            end += particles;
        }
        end
    }

    /// One past the last token of the name that may start at `at`; `None` if one of its words is in no place's name.
    pub(super) fn name_end(&self, at: usize) -> Option<usize> {
        const NO_PART: Class = Class::STOP.or(Class::ORG);
        let end = if self.blind {
            self.blind_run(at)
        } else {
            self.run(at)
        };
        (end > at && !(at..end).any(|p| self.class(p).any(NO_PART))).then_some(end)
    }

    /// The text of a range of tokens as a name: spaces single, capitals only at the head of words.
    pub(super) fn name(&self, from: usize, to: usize) -> String {
        let text = self.document.slice(from..to);
        let mut name = String::with_capacity(text.len());
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let plain = self.blind || self.dateline || letters > 5;
        let shouted = plain && letters > 2 && !text.chars().any(char::is_lowercase);
        for word in text.split_whitespace() {
            if !name.is_empty() {
                name.push(' ');
            }
            if !shouted {
                name.push_str(word);
            } else if !name.is_empty()
                && class(Word::new(word)).any(Class::PARTICLE)
                && word.len() < 4
            {
                name.push_str(&word.to_lowercase());
            } else {
                push_title_case(&mut name, word);
            }
        }
        name
    }
}

/// Whether most words of a document are all in capitals.
pub(super) fn is_shouted(document: &Document<'_>) -> bool {
    let words = document
        .tokens
        .iter()
        .filter(|t| t.is(Shape::WORD) && t.end - t.start > 1);
    let (mut all, mut capitals) = (0, 0);
    for word in words {
        all += 1;
        capitals += usize::from(word.is(Shape::ALL_CAPS));
    }
    capitals * 2 > all
}

fn push_title_case(name: &mut String, word: &str) {
    let mut head = true;
    for c in word.chars() {
        if head {
            name.extend(c.to_uppercase());
        } else {
            name.extend(c.to_lowercase());
        }
        head = !c.is_alphanumeric() && c != '\'' && c != '’';
    }
}
