//! Characters that HTML and XML read as markup.

use crate::text::sanitise;

/// What stands for `c` in text and in attributes between double quotes, if it would be read as markup.
pub(super) fn entity(c: char) -> Option<&'static str> {
    Some(match c {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => return None,
    })
}

/// Untrusted text in an attribute of XML; on one line.
pub(crate) fn xml_attribute(text: &str) -> String {
    xml_text(&text.replace(['\n', '\r', '\t'], " "))
}

/// Untrusted text in an element of XML, which forbids most of what sanitising spells out, and two characters more.
pub(crate) fn xml_text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in sanitise(text).chars() {
        match (entity(c), c) {
            (Some(entity), _) => safe.push_str(entity),
            (None, '\t') => safe.push(' '),
            (None, '\u{fffe}' | '\u{ffff}') => safe.push('\u{fffd}'),
            (None, c) => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_spelled_out() {
        assert_eq!(
            xml_text("a<b>&\"\u{0}\u{ffff}"),
            "a&lt;b&gt;&amp;&quot;&lt;U+0000&gt;\u{fffd}"
        );
    }
}
