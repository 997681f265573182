//! The pattern language: a sentence with holes, told part by part.
//!
//! `lead` any form · `'Rome'` that form · `@list` · `(a | b)` · `[a]` · `...4` · `{leader}` `{x:place}` `{:date}` · `,`
//!
//! Here belongs what is asked of one pattern as it is written: its tree (`node.rs`), the forms of its words (`inflect.rs`) and what it is
//! for (`purpose.rs`).

pub(super) mod inflect;
pub(super) mod node;
pub(super) mod purpose;

use crate::document::{Shape, Token, tokenize};
use crate::problem::Problem;
use crate::text::Part;
use node::Nodes;

/// What takes the parts of a pattern as they are read, inner parts first: a stack of what was made of them.
pub(super) trait Sink {
    /// How many parts there are.
    fn len(&self) -> usize;
    /// A word in any form.
    fn lemma(&mut self, word: &str);
    /// A word in exactly this form and case.
    fn exact(&mut self, form: &str);
    /// A sign or an ending (`,` `'s`).
    fn sign(&mut self, sign: &str);
    /// Up to so many words.
    fn gap(&mut self, words: u8);
    /// Any entry of a word list.
    fn list(&mut self, name: &str, offset: usize) -> Result<(), Problem>;
    /// A hole; its name is empty for one that is not kept.
    fn capture(&mut self, name: &str, kind: Option<&str>, offset: usize) -> Result<(), Problem>;
    /// The parts from this one on follow one another: they become one.
    fn sequence(&mut self, from: usize);
    /// Any one of the parts from this one on: they become one.
    fn either(&mut self, from: usize);
    /// The last part is there or not.
    fn maybe(&mut self);
}

/// How many words `...` spans when no number follows.
pub(super) const DEFAULT_GAP: u8 = 8;
const LARGEST_GAP: u8 = 40;
const DEEPEST: usize = 24;

/// Parses a pattern: `sink` has one part more.
///
/// # Errors
/// A [`Problem`] with the offset in `text` of what cannot be read.
pub(super) fn parse(text: &str, sink: &mut impl Sink) -> Result<(), Problem> {
    let mut parser = Parser::new(text, sink);
    parser.either()?;
    match parser.peek() {
        Some(c) => Err(parser.problem(format!("`{c}` closes nothing"))),
        None => Ok(()),
    }
}

/// Where the parts of a pattern stand that follow one another: the items of the sequence that [`parse`] gives.
pub(super) fn parts(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut sink = Nodes::default();
    let mut parser = Parser::new(text, &mut sink);
    let mut parts = Vec::new();
    while let Some(c) = parser.peek() {
        let start = parser.at;
        let before = parser.sink.len();
        match parser.item(c) {
            Ok(true) => {
                // A piece such as `pre-recorded` is several items; they share its place.
                let new = parser.sink.len() - before;
                parts.extend(std::iter::repeat_n(start..parser.at, new));
            }
            // Alternatives without brackets are one part.
            Ok(false) | Err(_) => return std::iter::once(0..text.len()).collect(),
        }
    }
    parts
}

struct Parser<'t, 's, S> {
    text: &'t str,
    at: usize,
    depth: usize,
    sink: &'s mut S,
}

impl<'t, 's, S: Sink> Parser<'t, 's, S> {
    fn new(text: &'t str, sink: &'s mut S) -> Self {
        Parser {
            text,
            at: 0,
            depth: 0,
            sink,
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// The next character that is no space.
    fn peek(&mut self) -> Option<char> {
        let bytes = self.text.as_bytes();
        while bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        match bytes.get(self.at) {
            Some(byte) if byte.is_ascii_graphic() => Some(char::from(*byte)),
            _ => {
                let rest = self.rest();
                self.at += rest.len() - rest.trim_start().len();
                self.rest().chars().next()
            }
        }
    }

    fn problem(&self, message: impl Into<String>) -> Problem {
        Problem::new(self.at, message)
    }

    fn either(&mut self) -> Result<(), Problem> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.problem("brackets nested too deeply"));
        }
        let from = self.sink.len();
        self.sequence()?;
        while self.peek() == Some('|') {
            self.at += 1;
            self.sequence()?;
        }
        self.depth -= 1;
        if self.sink.len() > from + 1 {
            self.sink.either(from);
        }
        Ok(())
    }

    fn sequence(&mut self) -> Result<(), Problem> {
        let from = self.sink.len();
        while let Some(c) = self.peek() {
            if !self.item(c)? {
                break;
            }
        }
        match self.sink.len() - from {
            0 => return Err(self.problem("nothing here to match")),
            1 => {}
            _ => self.sink.sequence(from),
        }
        Ok(())
    }

    /// Reads what begins with `c`; false if that ends the sequence.
    fn item(&mut self, c: char) -> Result<bool, Problem> {
        match c {
            '|' | ')' | ']' => return Ok(false),
            '(' => self.bracketed(')')?,
            '[' => {
                self.bracketed(']')?;
                self.sink.maybe();
            }
            '{' => self.capture()?,
            '@' => self.list()?,
            '\'' => self.quoted()?,
            '.' if self.rest().starts_with("...") => self.gap()?,
            _ => self.words()?,
        }
        Ok(true)
    }

    fn bracketed(&mut self, close: char) -> Result<(), Problem> {
        let open = self.at;
        self.at += 1;
        self.either()?;
        if self.peek() != Some(close) {
            return Err(Problem::new(
                open,
                format!("this bracket is never closed; `{close}` is missing"),
            ));
        }
        self.at += 1;
        Ok(())
    }

    fn name(&mut self) -> &'t str {
        let rest = self.rest();
        let length = rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')))
            .unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or("")
    }

    fn capture(&mut self) -> Result<(), Problem> {
        let offset = self.at;
        self.at += 1;
        let name = self.name();
        let mut kind = None;
        if self.rest().starts_with(':') {
            self.at += 1;
            kind = Some(self.name()).filter(|k| !k.is_empty());
        }
        if !self.rest().starts_with('}') {
            return Err(Problem::new(
                offset,
                "a capture is written {name}, {name:kind} or {:kind}",
            ));
        }
        self.at += 1;
        if name.is_empty() && kind.is_none() {
            return Err(Problem::new(offset, "a capture needs a name or a kind"));
        }
        self.sink.capture(name, kind, offset)
    }

    fn list(&mut self) -> Result<(), Problem> {
        let offset = self.at;
        self.at += 1;
        let name = self.name();
        if name.is_empty() {
            return Err(Problem::new(
                offset,
                "the name of a word list must follow @",
            ));
        }
        self.sink.list(name, offset)
    }

    fn gap(&mut self) -> Result<(), Problem> {
        let offset = self.at;
        self.at += 3;
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        let number = self.rest().get(..digits).unwrap_or("");
        self.at += digits;
        let length = if number.is_empty() {
            Some(DEFAULT_GAP)
        } else {
            number.parse().ok()
        };
        let length = length.filter(|n| (1..=LARGEST_GAP).contains(n));
        let length = length
            .ok_or_else(|| Problem::new(offset, format!("a gap spans 1 to {LARGEST_GAP} words")))?;
        self.sink.gap(length);
        Ok(())
    }

    /// `'Rome'` is that form; `'s` is the possessive ending.
    fn quoted(&mut self) -> Result<(), Problem> {
        let offset = self.at;
        let rest = self.rest();
        let ending = rest.get(1..).unwrap_or("");
        let length = ending
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(ending.len());
        if matches!(ending.get(..length), Some("s" | "re" | "ll" | "ve" | "t"))
            && !ending
                .get(length..)
                .is_some_and(|after| after.starts_with('\''))
        {
            self.at += 1 + length;
            self.sink.sign(rest.get(..1 + length).unwrap_or(""));
            return Ok(());
        }
        let Some(close) = ending.find('\'') else {
            return Err(Problem::new(
                offset,
                "this quoted form is never closed; `'` is missing",
            ));
        };
        let exact = ending.get(..close).unwrap_or("");
        let before = self.sink.len();
        for (form, _) in plain_tokens(exact) {
            self.sink.exact(form);
        }
        if self.sink.len() == before {
            return Err(Problem::new(offset, "nothing stands between the quotes"));
        }
        self.at += close + 2;
        Ok(())
    }

    /// A run of characters without a space, split as an article's text is.
    fn words(&mut self) -> Result<(), Problem> {
        let rest = self.rest();
        let letters = rest.bytes().take_while(u8::is_ascii_lowercase).count();
        let ends = matches!(
            rest.as_bytes().get(letters),
            None | Some(b' ' | b')' | b']' | b'|' | b',')
        );
        if letters > 0 && ends {
            // Nearly every piece is a plain word, which needs no tokeniser.
            self.sink.lemma(rest.get(..letters).unwrap_or(""));
            self.at += letters;
            return Ok(());
        }
        if rest.starts_with(',') {
            self.sink.sign(",");
            self.at += 1;
            return Ok(());
        }
        let stops = |c: char| {
            c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '{' | '}' | '|' | '@' | ',')
        };
        let length = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| stops(*c))
            .map_or(rest.len(), |(at, _)| at);
        let chunk = rest.get(..length).unwrap_or("");
        let length = chunk.find("...").filter(|&at| at > 0).unwrap_or(length);
        let chunk = chunk.get(..length).unwrap_or("");
        if chunk.starts_with(['}', '\\', '"', '*', '^', '$']) {
            return Err(self.problem(format!(
                "`{}` has no meaning in a pattern",
                chunk.chars().next().unwrap_or(' ')
            )));
        }
        for (text, shape) in plain_tokens(chunk) {
            if shape.has(Shape::WORD) || shape.has(Shape::NUMBER) {
                self.sink.lemma(text);
            } else {
                self.sink.sign(text);
            }
        }
        self.at += length;
        Ok(())
    }
}

/// The tokens of a piece of a pattern; hyphens inside words are passed over, as they are in texts.
fn plain_tokens(text: &str) -> impl Iterator<Item = (&str, Shape)> {
    let tokens = tokenize(text, Part::Text).into_iter();
    let written = move |t: &Token| text.get(t.start as usize..t.end as usize).unwrap_or("");
    let kept = tokens.filter(move |t| !(t.is(Shape::GLUED) && written(t) == "-"));
    kept.map(move |t| (written(&t), t.shape))
}

#[cfg(test)]
#[expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on"
)]
mod tests {
    use super::node::{self, Node};

    #[track_caller]
    fn refuses(text: &str, offset: usize, part: &str) {
        match node::read(text) {
            Ok(node) => panic!("{text} was read as {node:?}"),
            Err(problem) => {
                assert_eq!(problem.offset, offset, "{problem:?}");
                assert!(problem.message.contains(part), "{problem:?}");
            }
        }
    }

    #[test]
    fn reads_every_construct() {
        let node = node::read(
            "{leader}, who (lead | head) the @walkout ...4 [pre-recorded] 'Rome' {:date}'s",
        )
        .expect("a pattern");
        let Node::Sequence(items) = node else {
            panic!("a sequence")
        };
        assert_eq!(items.len(), 11);
        assert_eq!(
            items[7],
            Node::Maybe(Box::new(Node::Sequence(vec![
                Node::Lemma("pre".into()),
                Node::Lemma("recorded".into())
            ])))
        );
        assert_eq!(items[10], Node::Sign("'s".into()));
    }

    #[test]
    fn mistakes_have_a_place() {
        refuses("walk (out | off", 5, "never closed");
        refuses("walk out)", 8, "closes nothing");
        refuses("the {leader walked", 4, "a capture is written");
        refuses("the @ walked", 4, "must follow @");
        refuses("a ...99 b", 2, "a gap spans");
        refuses("a ( | b)", 4, "nothing here");
        refuses("say \"no\"", 4, "no meaning");
    }
}
