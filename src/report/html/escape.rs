//! Untrusted text in a page.

use crate::text::sanitise;

/// Text in an element or in a quoted attribute, on one line: markup and what may not be printed spelled out. No line of the
/// page begins with text of an article: printed to a build's log, it could pass for a command.
pub(super) fn text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for c in sanitise(text).chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' => safe.push(' '),
            _ => safe.push(c),
        }
    }
    safe
}

/// Text in an element, line ends kept as breaks.
pub(super) fn lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(self::text).collect();
    lines.join("<br>")
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn markup_becomes_words() {
        assert_eq!(
            text("<a b=\"c'\">&\t\u{202e}"),
            "&lt;a b=&quot;c&#39;&quot;&gt;&amp; &lt;U+202E&gt;"
        );
    }
}
