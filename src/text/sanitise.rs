//! Makes untrusted text safe to print: nothing that moves a cursor, reorders or hides characters passes raw.

use std::borrow::Cow;

/// Whether `c` may not be printed raw: C0 (but tab and newline), DEL, C1, bidi controls, zero-width characters,
/// line and paragraph separators, the byte order mark, and invisible tag characters.
pub fn is_unsafe(c: char) -> bool {
    // All that is printed is asked for, and most of it is ASCII.
    if c.is_ascii() {
        return c.is_ascii_control() && !matches!(c, '\t' | '\n');
    }
    matches!(c,
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether `c` after `before` would begin a command of GitHub's build runner, which reads `##[error]` and the like anywhere in
/// a line of a build's log; `##[stop-commands]` there would silence every annotation after it.
#[inline]
pub fn begins_command(before: &str, c: char) -> bool {
    c == '[' && before.ends_with("##")
}

/// Whether all of `text` may be printed as it is.
pub fn is_safe(text: &str) -> bool {
    !text.chars().any(is_unsafe) && !text.contains("##[")
}

/// `text` with every unsafe character written as `<U+XXXX>`, and so the bracket that would begin a command; a carriage return
/// before a newline is dropped.
pub fn sanitise(text: &str) -> Cow<'_, str> {
    if is_safe(text) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\r' && chars.peek() == Some(&'\n') {
            continue;
        }
        if is_unsafe(c) || begins_command(&safe, c) {
            safe.push_str(&spelled(c));
        } else {
            safe.push(c);
        }
    }
    Cow::Owned(safe)
}

/// A character by its number: `<U+202E>`.
pub fn spelled(c: char) -> String {
    format!("<U+{:04X}>", c as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_spelled_out() {
        assert_eq!(
            sanitise("a\u{1b}[31mb\u{202e}c\u{200b}"),
            "a<U+001B>[31mb<U+202E>c<U+200B>"
        );
        assert_eq!(sanitise("a ##[error]b"), "a ##<U+005B>error]b");
        assert_eq!(sanitise("one\r\ntwo\ttabs"), "one\ntwo\ttabs");
        assert!(matches!(sanitise("“plain” – naïve"), Cow::Borrowed(_)));
    }
}
