//! Which apostrophes belong to a word, and what they make of it: `O'Brien`, `didn't`, `Ann's`.

use super::shape::Shape;
use super::token::{Scanner, is_letter};

impl Scanner<'_> {
    /// `didn't` is `did` and `n't`: leave the `n` for the next token.
    pub(super) fn stop_before_negation(&mut self, start: usize) {
        let apostrophe = self.peek(self.at).is_some_and(is_apostrophe);
        if apostrophe
            && self.at > start + 1
            && self
                .bytes
                .get(self.at - 1)
                .is_some_and(|b| matches!(b, b'n' | b'N'))
        {
            let after = self.at + self.peek(self.at).map_or(1, char::len_utf8);
            let t = self
                .bytes
                .get(after)
                .is_some_and(|b| matches!(b, b't' | b'T'));
            let ends = !self.peek(after + 1).is_some_and(is_letter);
            if t && ends
                && self
                    .text
                    .get(start..self.at)
                    .is_some_and(|w| !w.eq_ignore_ascii_case("can"))
            {
                self.at -= 1;
            }
        }
    }

    /// `O'Brien`, `n't`: an apostrophe inside a name or a negation belongs to the word.
    pub(super) fn inner_apostrophe(&mut self, start: usize) {
        let Some(c) = self.peek(self.at).filter(|c| is_apostrophe(*c)) else {
            return;
        };
        let after = self.at + c.len_utf8();
        let head = self.text.get(start..self.at).unwrap_or("");
        let name = head.len() <= 2
            && head.chars().all(char::is_uppercase)
            && self.peek(after).is_some_and(char::is_uppercase);
        let negation = head.eq_ignore_ascii_case("n")
            && self
                .bytes
                .get(after)
                .is_some_and(|b| matches!(b, b't' | b'T'));
        if name || negation {
            self.at = after;
            self.eat_while(is_letter);
        }
    }

    /// An apostrophe after a word: `'s`, `'ll`, `'t`, or the bare mark after a plural.
    pub(super) fn apostrophe(&mut self, mark: char) -> Shape {
        self.at += mark.len_utf8();
        let start = self.at;
        self.eat_while(is_letter);
        match self
            .text
            .get(start..self.at)
            .unwrap_or("")
            .to_ascii_lowercase()
            .as_str()
        {
            "s" | "" => Shape::POSSESSIVE,
            "t" | "re" | "ve" | "ll" | "d" | "m" => Shape::WORD,
            _ => {
                self.at = start;
                Shape::PUNCTUATION
            }
        }
    }
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`')
}
