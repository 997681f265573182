//! Untrusted text in a page.

use crate::text::sanitise;

/// Text in an element or in a quoted attribute: markup and what may not be printed spelled out, line ends kept.
pub(super) fn text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for c in sanitise(text).chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' => safe.push(' '),
            _ => safe.push(c),
        }
    }
    safe
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
