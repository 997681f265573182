//! Reads a phrase the way an article is read, for tests whose examples are data.

use twosource::document::Document;
use twosource::mention;
use twosource::text::Source;
use twosource::value::Value;

/// The values in `text`, published on `published` (empty for unknown), with the words each was read from.
pub(crate) fn values(text: &str, published: &str) -> Vec<(String, Value)> {
    let mut source = Source::new("example", text);
    source.published = (!published.is_empty()).then(|| published.to_owned());
    let document = Document::parse(&source);
    let mentions = mention::read(&document);
    mentions
        .into_iter()
        .map(|m| (source.slice(m.span).to_owned(), m.value))
        .collect()
}
