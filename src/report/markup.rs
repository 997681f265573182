//! Characters that HTML and XML read as markup.

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
