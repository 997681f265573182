//! A saved web page as an article: title, author, outlet, day and body, by the rules of reader views.

mod facts;
mod story;
mod tree;

use crate::error::Error;
use crate::text::Source;
use tree::Tree;

/// Reads the page `html`, called `name`. The source's text is the extracted body: its offsets are not those of the page.
pub(super) fn read(name: &str, html: &str) -> Result<Source, Error> {
    let tree = Tree::read(html);
    let facts = facts::read(&tree);
    let text = story::read(&tree, facts.title.as_deref().unwrap_or(""));
    if text.is_empty() {
        return Err(Error::new("no article was found in this page").at(name));
    }
    Ok(Source {
        title: facts.title,
        published: facts.published,
        outlet: facts.outlet,
        author: facts.author,
        ..Source::new(name, text)
    })
}

#[cfg(test)]
mod tests;
