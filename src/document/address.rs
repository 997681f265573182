//! Where a web address ends.

use super::words::is_top_domain;

/// The end of a web address in `text` that starts at `start`, of which the first label is read up to `at`.
pub(super) fn end(text: &str, start: usize, at: usize) -> Option<usize> {
    let head = text.get(start..at)?;
    let scheme = matches!(head, "http" | "https") && text.get(at..)?.starts_with("://");
    if !scheme && text.as_bytes().get(at) != Some(&b'.') {
        return None;
    }
    let rest = text.get(start..)?;
    let length = rest
        .find(|c: char| {
            c.is_whitespace() || !c.is_ascii() || matches!(c, '"' | '<' | '>' | ')' | ']')
        })
        .unwrap_or(rest.len());
    let address = rest
        .get(..length)?
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
    let host = address.split('/').next().unwrap_or("");
    let top = host.rsplit('.').next().unwrap_or("");
    let plausible = scheme
        || (host.contains('.')
            && host
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
            && (address.len() > host.len() || is_top_domain(top)));
    plausible.then_some(start + address.len())
}
