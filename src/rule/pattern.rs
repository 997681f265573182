//! The pattern language: a sentence with holes, parsed into a tree.
//!
//! `lead` any form · `'Rome'` that form · `@list` · `(a | b)` · `[a]` · `...4` · `{leader}` `{x:place}` `{:date}` · `,`

use crate::document::{Shape, tokenize};
use crate::problem::Problem;
use crate::text::Part;

/// A pattern as a tree. Offsets are bytes of the pattern text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// One after the other.
    Sequence(Vec<Node>),
    /// One of several.
    Either(Vec<Node>),
    /// There or not.
    Maybe(Box<Node>),
    /// A word in any form.
    Lemma(String),
    /// A word in exactly this form and case.
    Exact(String),
    /// A sign or an ending (`,` `'s`), folded.
    Sign(String),
    /// Any entry of a word list.
    List {
        /// The list's name.
        name: String,
        /// Where it is named.
        offset: usize,
    },
    /// Up to so many words.
    Gap(u8),
    /// A hole.
    Capture {
        /// Name of the capture; empty for one that is not kept.
        name: String,
        /// Kind asked for, when written.
        kind: Option<String>,
        /// Where it is.
        offset: usize,
    },
}

/// How many words `...` spans when no number follows.
pub(super) const DEFAULT_GAP: u8 = 8;
const LARGEST_GAP: u8 = 40;
const DEEPEST: usize = 24;

/// Parses a pattern.
///
/// # Errors
/// A [`Problem`] with the offset in `text` of what cannot be read.
pub(super) fn parse(text: &str) -> Result<Node, Problem> {
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
    };
    let node = parser.either()?;
    match parser.peek() {
        Some(c) => Err(parser.problem(format!("`{c}` closes nothing"))),
        None => Ok(node),
    }
}

/// Where the parts of a pattern stand that follow one another: the items of the sequence that [`parse`] gives.
pub(super) fn parts(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
    };
    let mut parts = Vec::new();
    let mut items = Vec::new();
    while let Some(c) = parser.peek() {
        let start = parser.at;
        let before = items.len();
        match parser.item(c, &mut items) {
            Ok(true) => {
                // A piece such as `pre-recorded` is several items; they share its place.
                let new = items.len() - before;
                parts.extend(std::iter::repeat_n(start..parser.at, new));
            }
            // Alternatives without brackets are one part.
            Ok(false) | Err(_) => return std::iter::once(0..text.len()).collect(),
        }
    }
    parts
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&mut self) -> Option<char> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.rest().chars().next()
    }

    fn problem(&self, message: impl Into<String>) -> Problem {
        Problem::new(self.at, message)
    }

    fn either(&mut self) -> Result<Node, Problem> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.problem("brackets nested too deeply"));
        }
        let mut branches = vec![self.sequence()?];
        while self.peek() == Some('|') {
            self.at += 1;
            branches.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(if branches.len() == 1 {
            branches.remove(0)
        } else {
            Node::Either(branches)
        })
    }

    fn sequence(&mut self) -> Result<Node, Problem> {
        let mut items = Vec::new();
        while let Some(c) = self.peek() {
            if !self.item(c, &mut items)? {
                break;
            }
        }
        match items.len() {
            0 => Err(self.problem("nothing here to match")),
            1 => Ok(items.remove(0)),
            _ => Ok(Node::Sequence(items)),
        }
    }

    /// Reads what begins with `c`; false if that ends the sequence.
    fn item(&mut self, c: char, items: &mut Vec<Node>) -> Result<bool, Problem> {
        match c {
            '|' | ')' | ']' => return Ok(false),
            '(' => items.push(self.bracketed(')')?),
            '[' => {
                let inner = self.bracketed(']')?;
                items.push(Node::Maybe(Box::new(inner)));
            }
            '{' => items.push(self.capture()?),
            '@' => items.push(self.list()?),
            '\'' => self.quoted(items)?,
            '.' if self.rest().starts_with("...") => items.push(self.gap()?),
            _ => self.words(items)?,
        }
        Ok(true)
    }

    fn bracketed(&mut self, close: char) -> Result<Node, Problem> {
        let open = self.at;
        self.at += 1;
        let inner = self.either()?;
        if self.peek() != Some(close) {
            return Err(Problem::new(
                open,
                format!("this bracket is never closed; `{close}` is missing"),
            ));
        }
        self.at += 1;
        Ok(inner)
    }

    fn name(&mut self) -> &'t str {
        let rest = self.rest();
        let length = rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')))
            .unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or("")
    }

    fn capture(&mut self) -> Result<Node, Problem> {
        let offset = self.at;
        self.at += 1;
        let name = self.name().to_owned();
        let mut kind = None;
        if self.rest().starts_with(':') {
            self.at += 1;
            kind = Some(self.name().to_owned()).filter(|k| !k.is_empty());
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
        Ok(Node::Capture { name, kind, offset })
    }

    fn list(&mut self) -> Result<Node, Problem> {
        let offset = self.at;
        self.at += 1;
        let name = self.name().to_owned();
        if name.is_empty() {
            return Err(Problem::new(
                offset,
                "the name of a word list must follow @",
            ));
        }
        Ok(Node::List { name, offset })
    }

    fn gap(&mut self) -> Result<Node, Problem> {
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
        length
            .map(Node::Gap)
            .ok_or_else(|| Problem::new(offset, format!("a gap spans 1 to {LARGEST_GAP} words")))
    }

    /// `'Rome'` is that form; `'s` is the possessive ending.
    fn quoted(&mut self, items: &mut Vec<Node>) -> Result<(), Problem> {
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
            items.push(Node::Sign(format!(
                "'{}",
                ending.get(..length).unwrap_or("")
            )));
            return Ok(());
        }
        let Some(close) = ending.find('\'') else {
            return Err(Problem::new(
                offset,
                "this quoted form is never closed; `'` is missing",
            ));
        };
        let exact = ending.get(..close).unwrap_or("");
        let before = items.len();
        items.extend(plain_tokens(exact).map(|(text, _)| Node::Exact(text)));
        if items.len() == before {
            return Err(Problem::new(offset, "nothing stands between the quotes"));
        }
        self.at += close + 2;
        Ok(())
    }

    /// A run of characters without a space, split as an article's text is.
    fn words(&mut self, items: &mut Vec<Node>) -> Result<(), Problem> {
        let rest = self.rest();
        let stops = |c: char| {
            c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '{' | '}' | '|' | '@' | ',')
        };
        let length = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| stops(*c))
            .map_or(rest.len(), |(at, _)| at);
        let chunk = rest.get(..length).unwrap_or("");
        if !chunk.is_empty() && chunk.bytes().all(|b| b.is_ascii_lowercase()) {
            // Nearly every piece is a plain word, which needs no tokeniser.
            items.push(Node::Lemma(chunk.to_owned()));
            self.at += length;
            return Ok(());
        }
        let length = chunk.find("...").filter(|&at| at > 0).unwrap_or(length);
        let chunk = chunk.get(..length).unwrap_or("");
        if chunk.starts_with(['}', '\\', '"', '*', '^', '$']) {
            return Err(self.problem(format!(
                "`{}` has no meaning in a pattern",
                chunk.chars().next().unwrap_or(' ')
            )));
        }
        for (text, shape) in plain_tokens(chunk) {
            items.push(if shape.has(Shape::WORD) || shape.has(Shape::NUMBER) {
                Node::Lemma(text)
            } else {
                Node::Sign(text)
            });
        }
        self.at += length;
        Ok(())
    }
}

/// The tokens of a piece of a pattern; hyphens inside words are passed over, as they are in texts.
fn plain_tokens(text: &str) -> impl Iterator<Item = (String, Shape)> {
    let tokens = tokenize(text, Part::Text);
    let inner_hyphen = |t: &crate::document::Token| {
        t.is(Shape::GLUED) && text.get(t.start as usize..t.end as usize) == Some("-")
    };
    let kept: Vec<_> = tokens.into_iter().filter(|t| !inner_hyphen(t)).collect();
    kept.into_iter()
        .map(move |t| {
            (
                text.get(t.start as usize..t.end as usize)
                    .unwrap_or("")
                    .to_owned(),
                t.shape,
            )
        })
        .collect::<Vec<_>>()
        .into_iter()
}

#[cfg(test)]
#[expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on"
)]
mod tests {
    use super::*;

    #[track_caller]
    fn refuses(text: &str, offset: usize, part: &str) {
        match parse(text) {
            Ok(node) => panic!("{text} was read as {node:?}"),
            Err(problem) => {
                assert_eq!(problem.offset, offset, "{problem:?}");
                assert!(problem.message.contains(part), "{problem:?}");
            }
        }
    }

    #[test]
    fn reads_every_construct() {
        let node =
            parse("{leader}, who (lead | head) the @walkout ...4 [pre-recorded] 'Rome' {:date}'s")
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
