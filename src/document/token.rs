//! Where the words are: splits a part of a source into tokens, each an exact byte range of it.
//!
//! Hyphens and slashes split words (and are kept as tokens); apostrophes split off `'s` and `n't`; digits split from
//! letters that follow them (`4pm`, `1990s`); `U.S.`, `p.m.`, web addresses, `@handles` and `#tags` stay whole.

use super::address;
use super::apostrophe::is_apostrophe;
use super::shape::Shape;
use super::word::Word;
use crate::text::{Part, Span};

/// A word, number or sign of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte in its part.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The part it stands in.
    pub part: Part,
    /// What it looks like.
    pub shape: Shape,
    /// The word it is, folded.
    pub word: Word,
}

impl Token {
    /// The bytes it covers.
    pub fn span(&self) -> Span {
        Span::new(self.part, self.start, self.end)
    }

    /// Whether all flags of `shape` are set.
    pub fn is(&self, shape: Shape) -> bool {
        self.shape.has(shape)
    }
}

/// Splits `text`, a part of a source, into tokens; control characters and white space lie between them.
pub fn tokenize(text: &str, part: Part) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 4 + 8);
    let mut scanner = Scanner {
        text,
        bytes: text.as_bytes(),
        at: 0,
        part,
        gap: Shape::NEW_LINE.with(Shape::NEW_PARAGRAPH),
    };
    while let Some(token) = scanner.next_token(tokens.last()) {
        tokens.push(token);
    }
    tokens
}

/// The small letter of each ASCII letter, 0 for all other bytes.
const SMALL_LETTERS: [u8; 256] = {
    let mut table = [0; 256];
    let mut letter = b'a';
    while letter <= b'z' {
        table[letter as usize] = letter;
        table[letter.to_ascii_uppercase() as usize] = letter;
        letter += 1;
    }
    table
};

pub(super) struct Scanner<'t> {
    pub(super) text: &'t str,
    pub(super) bytes: &'t [u8],
    pub(super) at: usize,
    part: Part,
    /// What lay before the token to come: `GLUED` for nothing.
    gap: Shape,
}

impl Scanner<'_> {
    fn next_token(&mut self, before: Option<&Token>) -> Option<Token> {
        self.skip_space();
        let start = self.at;
        if let Some((word, shape)) = self.plain_word().or_else(|| self.plain_sign()) {
            let shape = shape.with(self.gap);
            self.gap = Shape::GLUED;
            return Some(Token {
                start: start as u32,
                end: self.at as u32,
                part: self.part,
                shape,
                word,
            });
        }
        let first = self.peek(start)?;
        let shape = if first.is_ascii_digit() {
            self.number()
        } else if is_letter(first) {
            self.word()
        } else if matches!(first, '@' | '#')
            && self
                .peek(start + 1)
                .is_some_and(|c| is_letter(c) || c.is_ascii_digit())
        {
            self.link()
        } else if is_apostrophe(first)
            && before.is_some_and(|t| t.is(Shape::WORD))
            && self.gap.has(Shape::GLUED)
        {
            self.apostrophe(first)
        } else {
            self.sign(first)
        };
        let shape = self.abbreviation_dot(first, shape, before).with(self.gap);
        self.gap = Shape::GLUED;
        let word = Word::new(self.text.get(start..self.at).unwrap_or(""));
        Some(Token {
            start: start as u32,
            end: self.at as u32,
            part: self.part,
            shape,
            word,
        })
    }

    /// Nine words of ten: ASCII letters up to a space or a sign that belongs to no word. Hashed and
    /// judged in one pass; whatever else may follow is left to the slower readers.
    fn plain_word(&mut self) -> Option<(Word, Shape)> {
        // Letters differ from their capitals by one bit.
        const SMALL: u8 = b'a' ^ b'A';
        let rest = self.bytes.get(self.at..)?;
        let first = rest.first().filter(|b| b.is_ascii_alphabetic())?;
        let mut word = Word::EMPTY;
        let (mut length, mut small) = (0, 0);
        for byte in rest {
            let letter = SMALL_LETTERS[usize::from(*byte)];
            if letter == 0 {
                break;
            }
            word = word.then_small(letter);
            small |= byte & SMALL;
            length += 1;
        }
        let ends = match rest.get(length) {
            None
            | Some(b' ' | b'\n' | b',' | b';' | b':' | b'!' | b'?' | b')' | b'(' | b'"' | b'-') => {
                true
            }
            Some(b'.') => {
                length > 1
                    && rest
                        .get(length + 1)
                        .is_none_or(|b| matches!(b, b' ' | b'\n'))
            }
            _ => false,
        };
        // "http:" may open an address.
        if !ends || (rest.get(length) == Some(&b':') && rest.get(length + 1) == Some(&b'/')) {
            return None;
        }
        self.at += length;
        let mut shape = Shape::WORD;
        if first.is_ascii_uppercase() {
            shape = shape.with(Shape::CAPITAL);
            if length > 1 && small == 0 {
                shape = shape.with(Shape::ALL_CAPS);
            }
        }
        Some((word, shape))
    }

    /// A sign that means the same whatever stands around it: full stops, apostrophes and what opens a link do not.
    fn plain_sign(&mut self) -> Option<(Word, Shape)> {
        let sign = *self.bytes.get(self.at)?;
        if !sign.is_ascii_punctuation() || matches!(sign, b'.' | b'\'' | b'`' | b'@' | b'#') {
            return None;
        }
        self.at += 1;
        let shape = if sign == b'"' {
            Shape::PUNCTUATION.with(Shape::QUOTE_MARK)
        } else {
            Shape::PUNCTUATION
        };
        Some((Word::EMPTY.then_small(sign), shape))
    }

    pub(super) fn peek(&self, at: usize) -> Option<char> {
        match self.bytes.get(at)? {
            byte if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.text.get(at..)?.chars().next(),
        }
    }

    fn skip_space(&mut self) {
        // One space between two words is what most tokens have before them.
        if let [b' ', next, ..] = self.bytes.get(self.at..).unwrap_or(&[])
            && next.is_ascii_graphic()
        {
            self.at += 1;
            self.gap = Shape::default();
            return;
        }
        if self.bytes.get(self.at).is_some_and(u8::is_ascii_graphic) {
            return;
        }
        let mut lines = 0;
        while let Some(c) = self.peek(self.at) {
            match c {
                '\n' | '\u{2028}' => lines += 1,
                '\u{2029}' => lines += 2,
                c if c.is_whitespace() || crate::text::is_unsafe(c) => {}
                _ => break,
            }
            self.gap = Shape::default();
            self.at += c.len_utf8();
        }
        if lines > 0 {
            self.gap = Shape::NEW_LINE;
        }
        if lines > 1 {
            self.gap = self.gap.with(Shape::NEW_PARAGRAPH);
        }
    }

    pub(super) fn eat_while(&mut self, wanted: impl Fn(char) -> bool) {
        while let Some(c) = self.peek(self.at).filter(|c| wanted(*c)) {
            self.at += c.len_utf8();
        }
    }

    /// Digits with separators inside: `1,000`, `3.5`, `02.03.2022`. Of a list without spaces (`22,24,26`) the first number.
    fn number(&mut self) -> Shape {
        let mut first_comma = None;
        let (mut commas, mut dots, mut group) = (0, 0, self.at);
        let before = |back: usize| self.at.checked_sub(back).and_then(|at| self.bytes.get(at));
        let listed = before(1) == Some(&b',') && before(2).is_some_and(u8::is_ascii_digit);
        loop {
            self.eat_while(|c| c.is_ascii_digit());
            let separator = self.bytes.get(self.at).copied();
            let separates = matches!(separator, Some(b'.' | b','))
                && self.bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit);
            if !separates {
                break;
            }
            if separator == Some(b',') {
                first_comma = first_comma.or(Some(self.at));
                commas += 1;
            } else {
                dots += 1;
            }
            self.at += 1;
            group = self.at;
        }
        let list = dots == 0 && self.at - group < 3 && (commas > 1 || listed);
        if let Some(comma) = first_comma.filter(|_| list) {
            self.at = comma;
        }
        Shape::NUMBER
    }

    /// A run of letters (digits may follow), an abbreviation with dots, or a web address.
    fn word(&mut self) -> Shape {
        let start = self.at;
        self.eat_while(|c| is_letter(c) || c.is_ascii_digit() || c == '_');
        if let Some(end) = self.dotted_abbreviation(start) {
            self.at = end;
            return case_of(self.text.get(start..end).unwrap_or(""))
                .with(Shape::WORD)
                .with(Shape::ABBREVIATION);
        }
        if let Some(end) = address::end(self.text, start, self.at) {
            self.at = end;
            return Shape::LINK;
        }
        self.stop_before_number(start);
        self.stop_before_negation(start);
        self.inner_apostrophe(start);
        case_of(self.text.get(start..self.at).unwrap_or("")).with(Shape::WORD)
    }

    /// A currency's code, a month or a fiscal year before its number is a word of its own: `USD115`, `Dec31`, `FY2019`.
    fn stop_before_number(&mut self, start: usize) {
        const BEFORE_NUMBERS: [&str; 40] = [
            "USD", "EUR", "GBP", "CAD", "AUD", "NZD", "HKD", "SGD", "CHF", "JPY", "CNY", "RMB",
            "INR", "PKR", "KRW", "MYR", "PHP", "THB", "IDR", "ZAR", "NGN", "KES", "AED", "Dh",
            "Dhs", "Rs", "FY", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
            "Sept", "Oct", "Nov", "Dec",
        ];
        let whole = self.text.get(start..self.at).unwrap_or("");
        if !whole.ends_with(|last: char| last.is_ascii_digit()) {
            return;
        }
        let letters = whole.trim_end_matches(|c: char| c.is_ascii_digit());
        if BEFORE_NUMBERS
            .iter()
            .any(|code| code.eq_ignore_ascii_case(letters))
        {
            self.at = start + letters.len();
        }
    }

    /// `U.S.`, `p.m.`, `U.N`: single letters with dots between; the end, past a last dot.
    fn dotted_abbreviation(&self, start: usize) -> Option<usize> {
        let mut at = start;
        let mut letters = 0;
        loop {
            let letter = self
                .bytes
                .get(at)
                .copied()
                .filter(u8::is_ascii_alphabetic)?;
            let dot = self.bytes.get(at + 1) == Some(&b'.');
            let more = self
                .bytes
                .get(at + 1)
                .is_some_and(u8::is_ascii_alphanumeric);
            letters += 1;
            if more || !letter.is_ascii_alphabetic() {
                return None;
            }
            at += 1;
            if !dot {
                return (letters > 1).then_some(at);
            }
            at += 1;
            if !self.bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
                return (letters > 1).then_some(at);
            }
        }
    }

    fn link(&mut self) -> Shape {
        self.at += 1;
        self.eat_while(|c| is_letter(c) || c.is_ascii_digit() || c == '_');
        Shape::LINK
    }

    fn sign(&mut self, first: char) -> Shape {
        self.at += first.len_utf8();
        let quote = matches!(
            first,
            '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '`'
        );
        if quote {
            Shape::PUNCTUATION.with(Shape::QUOTE_MARK)
        } else {
            Shape::PUNCTUATION
        }
    }

    fn abbreviation_dot(&self, first: char, shape: Shape, before: Option<&Token>) -> Shape {
        let follows = before.filter(|_| first == '.' && self.gap.has(Shape::GLUED));
        let Some(before) = follows.filter(|t| t.is(Shape::WORD)) else {
            return shape;
        };
        let initial = before.end - before.start == 1 && before.is(Shape::CAPITAL);
        if initial || super::words::is_abbreviation(before.word) {
            shape.with(Shape::ABBREVIATION)
        } else {
            shape
        }
    }
}

pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && c.is_alphabetic())
}

fn case_of(text: &str) -> Shape {
    let mut shape = Shape::default();
    if text.starts_with(char::is_uppercase) {
        shape = shape.with(Shape::CAPITAL);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        if letters > 1 && !text.chars().any(char::is_lowercase) {
            shape = shape.with(Shape::ALL_CAPS);
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let tokens = tokenize(text, Part::Text);
        let shown: Vec<&str> = tokens
            .iter()
            .map(|t| &text[t.start as usize..t.end as usize])
            .collect();
        assert_eq!(shown.join("|"), expected);
    }

    #[test]
    fn words_numbers_and_signs() {
        check(
            "Russia’s pre-recorded video",
            "Russia|’s|pre|-|recorded|video",
        );
        check("didn't can't don’t", "did|n't|can|'t|do|n’t");
        check(
            "the U.S. at 4:12 p.m. on 1,000.5",
            "the|U.S.|at|4|:|12|p.m.|on|1,000.5",
        );
        check(
            "4pm in the 1990s, the 21st",
            "4|pm|in|the|1990|s|,|the|21|st",
        );
        check(
            "1,250,000 or 1,25; rooms 22,24,26.",
            "1,250,000|or|1,25|;|rooms|22|,|24|,|26|.",
        );
        check(
            "Sergey V. Lavrov; Gen. O'Brien",
            "Sergey|V|.|Lavrov|;|Gen|.|O'Brien",
        );
        check(
            "see pic.twitter.com/Lovr0— U.S. (@usmission)",
            "see|pic.twitter.com/Lovr0|—|U.S.|(|@usmission|)",
        );
        check("the end.Then 'War crimes'", "the|end|.|Then|'|War|crimes|'");
        check("the diplomats' room", "the|diplomats|'|room");
        check(
            "USD115.5 on Dec31, FY2019; a B52",
            "USD|115.5|on|Dec|31|,|FY|2019|;|a|B52",
        );
    }

    #[test]
    fn control_characters_lie_between_tokens() {
        check("a\u{1b}[0mb\u{200b}c", "a|[|0|mb|c");
    }
}
