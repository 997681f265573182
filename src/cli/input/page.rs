//! A saved web page as an article: title, author, outlet, day and body, by the rules of reader views. Built only with the
//! feature `html`; without it a page is refused, never read as plain text.

use crate::error::Error;
use crate::text::Source;

/// Reads the page `html`, called `name`. The source's text is the extracted body: its offsets are not those of the page.
#[cfg(feature = "html")]
pub(super) fn read(name: &str, html: &str) -> Result<Source, Error> {
    use dom_smoothie::{Config, Readability, TextMode};
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let fail = |error: dom_smoothie::ReadabilityError| {
        Error::new(format!("no article was found in this page: {error}")).at(name)
    };
    let mut reader = Readability::new(html, None, Some(config)).map_err(fail)?;
    let article = reader.parse().map_err(fail)?;
    let text = article.text_content.trim();
    if text.is_empty() {
        return Err(Error::new("no article was found in this page").at(name));
    }
    let given = |text: String| Some(text.trim().to_owned()).filter(|t| !t.is_empty());
    Ok(Source {
        title: given(article.title),
        published: article.published_time.as_deref().and_then(super::day_of),
        outlet: article.site_name.and_then(given),
        author: article.byline.and_then(given),
        ..Source::new(name, text)
    })
}

/// Says that this program was built without the reader of pages.
#[cfg(not(feature = "html"))]
pub(super) fn read(name: &str, _html: &str) -> Result<Source, Error> {
    Err(Error::new(
        "this program was built without the reader of web pages (cargo feature \"html\"): install it with --features html, or save the article as text",
    )
    .at(name))
}
