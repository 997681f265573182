//! Untrusted text in a page.

use crate::report::markup::entity;
use crate::text::sanitise;

/// Text in an element or in a quoted attribute, on one line: markup and what may not be printed spelled out. No line of the
/// page begins with text of an article: printed to a build's log, it could pass for a command.
pub(super) fn text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for c in sanitise(text).chars() {
        match (entity(c), c) {
            (Some(entity), _) => safe.push_str(entity),
            (None, '\'') => safe.push_str("&#39;"),
            (None, '\t' | '\n') => safe.push(' '),
            (None, c) => safe.push(c),
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
