//! JSON with the place of everything in it. After a mistake that is easy to see through (a comment, a comma too many or
//! too few) it reads on, so that one run tells of all of them.

use crate::problem::Problem;
use std::borrow::Cow;

/// A string of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::rule) struct Text<'f> {
    /// Its characters.
    pub text: Cow<'f, str>,
    /// Byte offset of its first character in the file.
    pub offset: usize,
}

/// A value of the file.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::rule) struct Tree<'f> {
    /// Byte offset of its first sign.
    pub offset: usize,
    /// What it is.
    pub data: Data<'f>,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::rule) enum Data<'f> {
    /// `null`
    Null,
    /// `true` or `false`
    Flag(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(Text<'f>),
    /// `[…]`
    List(Vec<Tree<'f>>),
    /// `{…}`, in order, repeated keys included.
    Object(Vec<(Text<'f>, Tree<'f>)>),
}

impl<'f> Tree<'f> {
    /// The value of `key`, if this is an object that has it.
    pub(in crate::rule) fn get(&self, key: &str) -> Option<&Tree<'f>> {
        let mut entries = self.entries().iter();
        entries.find(|(k, _)| k.text == key).map(|(_, value)| value)
    }

    /// The entries, if this is an object.
    pub(in crate::rule) fn entries(&self) -> &[(Text<'f>, Tree<'f>)] {
        match &self.data {
            Data::Object(entries) => entries,
            _ => &[],
        }
    }

    /// The items, if this is a list.
    pub(in crate::rule) fn items(&self) -> &[Tree<'f>] {
        match &self.data {
            Data::List(items) => items,
            _ => &[],
        }
    }

    /// The string, if this is one.
    pub(in crate::rule) fn text(&self) -> Option<&Text<'f>> {
        match &self.data {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What it is, in words.
    pub(in crate::rule) fn noun(&self) -> &'static str {
        match self.data {
            Data::Null => "null",
            Data::Flag(_) => "true or false",
            Data::Number(_) => "a number",
            Data::Text(_) => "a text",
            Data::List(_) => "a list [ ]",
            Data::Object(_) => "an object { }",
        }
    }
}

/// Reads a file: what could be read of it, and every mistake on the way.
pub(in crate::rule) fn parse(text: &str) -> (Option<Tree<'_>>, Vec<Problem>) {
    let mut parser = Parser {
        text,
        at: if text.starts_with('\u{feff}') { 3 } else { 0 },
        depth: 0,
        problems: Vec::new(),
    };
    let tree = parser.file();
    let tree = match tree {
        Ok(tree) => Some(tree),
        Err(problem) => {
            parser.problems.push(problem);
            None
        }
    };
    (tree, parser.problems)
}

/// How deep brackets may stand in each other.
const DEEPEST: usize = 64;

struct Parser<'f> {
    text: &'f str,
    at: usize,
    depth: usize,
    problems: Vec<Problem>,
}

impl<'f> Parser<'f> {
    fn file(&mut self) -> Result<Tree<'f>, Problem> {
        if self.next().is_none() {
            return Err(Problem::new(0, "the file is empty"));
        }
        let tree = self.value()?;
        match self.next() {
            None => Ok(tree),
            Some(b'}' | b']') => Err(self.problem(
                "this bracket closes nothing: there is one too many, or an opening one is missing",
            )),
            Some(_) => Err(self.problem("the file goes on after its last bracket")),
        }
    }

    fn problem(&self, message: impl Into<String>) -> Problem {
        Problem::new(self.at, message)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'f str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// The next byte that is neither space nor comment.
    fn next(&mut self) -> Option<u8> {
        loop {
            match self.peek()? {
                b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
                b'/' | b'#' => self.comment(),
                byte => return Some(byte),
            }
        }
    }

    fn comment(&mut self) {
        self.problems
            .push(self.problem("JSON has no comments; write a \"note\" instead"));
        let rest = self.rest();
        let length = if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |at| at + 2)
        } else {
            rest.find('\n').unwrap_or(rest.len())
        };
        self.at += length;
    }

    fn value(&mut self) -> Result<Tree<'f>, Problem> {
        let next = self.next();
        let offset = self.at;
        let data = match next {
            Some(b'{') => Data::Object(self.series(b'}', Parser::entry)?),
            Some(b'[') => Data::List(self.series(b']', Parser::value)?),
            Some(b'"') => Data::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => Data::Number(self.number()?),
            Some(b'\'') => {
                return Err(self.problem("a text stands between double quotes: \"like this\""));
            }
            Some(_) => self.word()?,
            None => return Err(self.problem("the file ends where a value is missing")),
        };
        Ok(Tree { offset, data })
    }

    fn word(&mut self) -> Result<Data<'f>, Problem> {
        let rest = self.rest();
        let length = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or("");
        let data = match word {
            "true" => Data::Flag(true),
            "false" => Data::Flag(false),
            "null" => Data::Null,
            "" => {
                let sign = rest.chars().next().unwrap_or(' ');
                return Err(self.problem(format!("a value is missing before `{sign}`")));
            }
            _ => {
                let message = format!("a text stands between double quotes: \"{word}\"");
                return Err(self.problem(message));
            }
        };
        self.at += length;
        Ok(data)
    }

    fn number(&mut self) -> Result<f64, Problem> {
        let rest = self.rest();
        let length = rest
            .find(|c: char| !matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E'))
            .unwrap_or(rest.len());
        let number = rest.get(..length).unwrap_or("").parse();
        let number = number.map_err(|_| self.problem("this is no number"))?;
        self.at += length;
        Ok(number)
    }

    /// The items up to the closing bracket, one comma between every two.
    fn series<T>(
        &mut self,
        close: u8,
        item: impl Fn(&mut Self) -> Result<T, Problem>,
    ) -> Result<Vec<T>, Problem> {
        let open = self.at;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.problem("brackets nested too deeply"));
        }
        self.at += 1;
        let mut items = Vec::new();
        loop {
            match self.next() {
                Some(byte) if byte == close => break,
                None | Some(b'}' | b']') => return Err(unclosed(open, close)),
                Some(_) => items.push(item(self)?),
            }
            self.comma(close);
        }
        self.at += 1;
        self.depth -= 1;
        Ok(items)
    }

    /// Passes the comma after an item; one too many or one too few is said and seen through.
    fn comma(&mut self, close: u8) {
        let end = self.at;
        match self.next() {
            Some(b',') => {
                let comma = self.at;
                self.at += 1;
                if self.next() == Some(close) {
                    self.problems
                        .push(Problem::new(comma, "JSON has no comma after the last item"));
                }
            }
            Some(b'"' | b'{' | b'[') => self
                .problems
                .push(Problem::new(end, "a comma is missing after this item")),
            _ => {}
        }
    }

    fn entry(&mut self) -> Result<(Text<'f>, Tree<'f>), Problem> {
        if self.next() != Some(b'"') {
            return Err(self.problem("a key is missing here: a key stands between double quotes"));
        }
        let key = self.string()?;
        if self.next() != Some(b':') {
            let message = format!(
                "after the key \"{}\" a colon and a value are missing",
                key.text
            );
            return Err(self.problem(message));
        }
        self.at += 1;
        Ok((key, self.value()?))
    }

    fn string(&mut self) -> Result<Text<'f>, Problem> {
        let open = self.at;
        let offset = open + 1;
        let body = self.text.get(offset..).unwrap_or("");
        let bytes = body.as_bytes();
        let mut escaped = false;
        let mut length = 0;
        loop {
            let mut plain = bytes.get(length..).unwrap_or(&[]).iter();
            let plain = plain.position(|b| matches!(b, b'"' | b'\\' | b'\n'));
            length += plain.unwrap_or(bytes.len());
            match bytes.get(length) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    length += 2;
                }
                _ => {
                    return Err(Problem::new(
                        open,
                        "this text is never closed: a double quote is missing at the end of it",
                    ));
                }
            }
        }
        self.at = offset + length + 1;
        let raw = body.get(..length).unwrap_or("");
        let text = if escaped {
            Cow::Owned(unescaped(raw).map_err(|at| {
                Problem::new(
                    offset + at,
                    "a backslash stands only before a quote or another backslash",
                )
            })?)
        } else {
            Cow::Borrowed(raw)
        };
        Ok(Text { text, offset })
    }
}

/// What a text with backslashes stands for; or where a backslash stands that means nothing.
fn unescaped(raw: &str) -> Result<String, usize> {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        let wrong = raw.len() - rest.len() + at;
        text.push_str(rest.get(..at).unwrap_or(""));
        let sign = rest.as_bytes().get(at + 1).ok_or(wrong)?;
        let mut length = 2;
        text.push(match sign {
            b'"' | b'\\' | b'/' => char::from(*sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let units = rest.get(at..).unwrap_or("");
                let (c, units) = from_units(units).ok_or(wrong)?;
                length = 6 * units;
                c
            }
            _ => return Err(wrong),
        });
        rest = rest.get(at + length..).ok_or(wrong)?;
    }
    text.push_str(rest);
    Ok(text)
}

/// The character that one or two `\u0000` at the beginning of `text` stand for, and how many they are.
fn from_units(text: &str) -> Option<(char, usize)> {
    let unit = |at: usize| {
        let unit = text.get(at..at + 6)?.strip_prefix("\\u")?;
        let hex = unit.bytes().all(|b| b.is_ascii_hexdigit());
        u16::from_str_radix(unit, 16).ok().filter(|_| hex)
    };
    let first = unit(0)?;
    let units = [first, unit(6).unwrap_or(0)];
    let c = char::decode_utf16(units).next()?.ok()?;
    Some((c, c.len_utf16()))
}

fn unclosed(open: usize, close: u8) -> Problem {
    let message = format!(
        "this bracket is never closed; `{}` is missing",
        char::from(close)
    );
    Problem::new(open, message)
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on")]
mod tests {
    use super::*;

    #[track_caller]
    fn says(text: &str, expected: &[(usize, &str)]) {
        let (_, problems) = parse(text);
        let found: Vec<usize> = problems.iter().map(|p| p.offset).collect();
        let wanted: Vec<usize> = expected.iter().map(|(offset, _)| *offset).collect();
        assert_eq!(found, wanted, "{text}: {problems:?}");
        for (problem, (_, part)) in problems.iter().zip(expected) {
            assert!(problem.message.contains(part), "{text}: {problem:?}");
        }
    }

    #[test]
    fn reads_on_after_what_is_easy_to_see_through() {
        says(
            "{\"a\": 1, // one\n \"b\": [1, 2,],}",
            &[(9, "no comments"), (27, "no comma after"), (29, "no comma")],
        );
        says("[\"a\" \"b\"]", &[(4, "a comma is missing")]);
    }

    #[test]
    fn stops_where_nothing_can_be_guessed() {
        says("{\"a\": }", &[(6, "a value is missing")]);
        says("{\"a\" 1}", &[(5, "a colon")]);
        says("{a: 1}", &[(1, "a key stands")]);
        says("[\"a]\n", &[(1, "never closed")]);
        says("[1, 2", &[(0, "never closed")]);
        says("{} {}", &[(3, "goes on")]);
        says("", &[(0, "empty")]);
        says("['a']", &[(1, "double quotes")]);
    }

    #[test]
    fn reads_what_serde_reads() {
        let text = r#"{"a": [1.5, -2e3, true, null], "b": {"c": "x\"y\u00e9 \ud83d\ude00\/\n"}}"#;
        let (tree, problems) = parse(text);
        assert!(problems.is_empty(), "{problems:?}");
        let tree = tree.expect("a tree");
        let inner = tree.get("b").and_then(|b| b.get("c")).and_then(Tree::text);
        assert_eq!(inner.map(|t| t.text.as_ref()), Some("x\"yé 😀/\n"));
        assert_eq!(tree.get("a").map(|a| a.items().len()), Some(4));
    }
}
