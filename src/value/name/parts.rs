//! The parts of a person's name: given names, family name, suffix; and where in a mention the bare name stands.

use crate::document::{Document, Shape, Word, fold, tokenize, word_lists};
use crate::text::Part;
use std::ops::Range;

/// A person's name taken apart; all parts folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameParts {
    /// Given names, middle names and initials (one letter) in order.
    pub given: Vec<String>,
    /// The family name with its particles: `van der berg`.
    pub family: String,
    /// `jr`, `iii`.
    pub suffix: Option<String>,
    /// A nickname in quotation marks.
    pub nickname: Option<String>,
}

word_lists! {
    /// The lists of `parts.tsv`.
    enum List of "parts.tsv" {
        Suffix = "suffix",
        Particle = "particle",
    }
}

/// Whether a part of a name is on a list.
fn is(list: List, part: &str) -> bool {
    list.has(Word::of(part))
}

/// The words of a name, folded.
#[derive(Default)]
struct Pieces {
    words: Vec<String>,
    /// Which of them are initials written together: "A.J.", "JJ".
    together: Vec<usize>,
    nickname: Option<String>,
}

impl Pieces {
    fn of(name: &str) -> Self {
        let capitals = !name.contains(char::is_lowercase);
        let mut pieces = Pieces::default();
        // Most names are plain words, which need no tokeniser.
        if name.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ') {
            for word in name.split_ascii_whitespace() {
                pieces.add(word, word.to_ascii_lowercase(), capitals);
            }
            return pieces;
        }
        let mut quoted = false;
        let mut hyphen = false;
        for token in tokenize(name, Part::Text) {
            let written = name.get(token.start as usize..token.end as usize);
            let mut text = fold(written.unwrap_or(""));
            if token.is(Shape::QUOTE_MARK) || text == "(" || text == ")" {
                quoted = !quoted;
            } else if token.is(Shape::WORD) && quoted {
                pieces.nickname.get_or_insert(text);
            } else if token.is(Shape::WORD) {
                if let Some(last) = pieces.words.last_mut().filter(|_| hyphen) {
                    last.push('-');
                    last.push_str(&text);
                } else {
                    text.retain(|c| c != '.');
                    pieces.add(written.unwrap_or(""), text, capitals);
                }
            }
            hyphen = token.word == Word::of("-") && token.is(Shape::GLUED);
        }
        pieces
    }

    /// Adds a word; `capitals`: whether all of the name is in capitals.
    fn add(&mut self, written: &str, folded: String, capitals: bool) {
        if are_initials(written, capitals) {
            self.together.push(self.words.len());
        }
        self.words.push(folded);
    }
}

impl NameParts {
    /// Takes a name apart: `Sergey V. Orlov` is given `sergey`, `v`, family `orlov`.
    pub fn of(name: &str) -> Self {
        let mut parts = NameParts::default();
        let Pieces {
            mut words,
            together,
            nickname,
        } = Pieces::of(name);
        parts.nickname = nickname;
        if words.len() > 1 && words.last().is_some_and(|w| is(List::Suffix, w)) {
            parts.suffix = words.pop();
        }
        let mut family = words.len().saturating_sub(1);
        while family > 1 && words.get(family - 1).is_some_and(|w| is(List::Particle, w)) {
            family -= 1;
        }
        // "van der Berg" alone is a family name; "Van Johnson" is not.
        if family == 1 && words.len() > 2 && words.first().is_some_and(|w| is(List::Particle, w)) {
            family = 0;
        }
        parts.family = if family + 1 == words.len() {
            words.pop().unwrap_or_default()
        } else {
            words.split_off(family.min(words.len())).join(" ")
        };
        if together.is_empty() {
            parts.given = words;
            return parts;
        }
        for (at, given) in words.into_iter().enumerate() {
            if together.contains(&at) {
                parts.given.extend(given.chars().map(String::from));
            } else {
                parts.given.push(given);
            }
        }
        parts
    }

    /// The family name without its particles: the `berg` of `van der berg`.
    pub fn bare_family(&self) -> &str {
        self.family.rsplit(' ').next().unwrap_or(&self.family)
    }

    /// A particle and a family name as a family name alone, which they may be: "Van Gogh", where "Van Johnson" has both.
    pub fn with_particle(&self) -> Option<NameParts> {
        let [particle] = self.given.as_slice() else {
            return None;
        };
        is(List::Particle, particle).then(|| NameParts {
            family: format!("{particle} {}", self.family),
            ..NameParts::default()
        })
    }

    /// Whether it is a family name (or a given name) alone.
    pub fn is_single(&self) -> bool {
        self.given.is_empty()
    }
}

/// Whether a word of a name may be a particle of a family name: the `van` of `Eva van der Berg`.
pub fn has_particle(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).map(Word::new);
    words.any(|word| List::Particle.has(word))
}

/// Whether a word of a name is two or three initials: "A.J.", or "JJ" where not all of the name is in capitals.
fn are_initials(word: &str, capitals: bool) -> bool {
    // "Lee" is told apart by its first two letters.
    if let [_, second, ..] = word.as_bytes()
        && second.is_ascii_lowercase()
    {
        return false;
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if !(2..=3).contains(&letters) {
        return false;
    }
    let single = |piece: &str| piece.chars().count() == 1;
    let dotted = word.contains('.') && word.split_terminator('.').all(single);
    let shouted = !capitals && word.chars().all(char::is_uppercase);
    dotted || shouted
}

/// The tokens of the bare name `name` within a mention that has a title or role before it.
pub fn name_tokens(
    document: &Document<'_>,
    mention: Range<usize>,
    name: &str,
) -> Option<Range<usize>> {
    let span = document.span(mention.clone())?;
    if document.source.slice(span).ends_with(name) {
        let start = span.end - name.len() as u32;
        let tokens = document.tokens.get(mention.clone())?;
        let first = tokens.iter().position(|t| t.start == start)?;
        return Some(mention.start + first..mention.end);
    }
    // A line break inside the name was read as a space.
    let words: Vec<Word> = tokenize(name, Part::Text)
        .into_iter()
        .map(|t| t.word)
        .collect();
    let tokens = document.tokens.get(mention.clone())?;
    if words.is_empty() {
        return None;
    }
    let at = tokens
        .windows(words.len())
        .rposition(|window| window.iter().map(|t| t.word).eq(words.iter().copied()))?;
    Some(mention.start + at..mention.start + at + words.len())
}
