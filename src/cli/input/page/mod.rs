//! A saved web page as an article: title, author, outlet, day and body, by the rules of reader views.

mod facts;
mod story;
mod tree;

use crate::error::Error;
use crate::text::{Fidelity, Source};
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
        fidelity: Fidelity::Extracted,
        title: facts.title,
        published: facts.published,
        outlet: facts.outlet,
        author: facts.author,
        ..Source::new(name, text)
    })
}

/// Pages as they are found, each with the trouble that it makes.
#[cfg(test)]
mod tests {
    use super::*;

    fn page(html: &str) -> Source {
        read("page.html", html).unwrap_or_default()
    }

    const FIRST: &str = "The ferry to Skarn stopped on Friday, when ice had closed the harbour, and 300 passengers spent the night aboard.";
    const SECOND: &str = "Nobody was hurt, said the captain, who had called the coast guard at noon, at two and again at six.";

    #[test]
    fn what_is_around_the_article_is_left_out() {
        let html = format!(
        "<html><head><title>Ice stops ferry | The Post</title><meta property=og:site_name content='The Post'></head><body>
        <header class=masthead><a href=/>The Post</a><nav><ul><li><a href=1>News</a><li><a href=2>Sport</a></ul></nav></header>
        <div class=cookie-banner><p>We use cookies, and so do our 1,200 partners, to make this page better for you, and for them.</p></div>
        <div id=content><h1>Ice stops ferry</h1><p class=byline>By Ann Lee</p><p>{FIRST}<p>{SECOND}
        <aside><p>Read more: how 40 ferries were lost in one night, and why nobody knew of it, and what it cost.</p></aside>
        <ul class=related><li><a href=3>12 ferries sold, say owners of the line</a></ul></div>
        <div class=comments><p>I was there, and it was 400 passengers, not 300, and they were cold, and angry, and hungry.</p></div>
        <footer><p>Copyright, The Post, 2031. All rights reserved, everywhere, for ever, and a day.</p></footer></body></html>"
    );
        let source = page(&html);
        assert_eq!(source.text, format!("{FIRST}\n\n{SECOND}"));
        assert_eq!(source.title.as_deref(), Some("Ice stops ferry"));
        assert_eq!(source.outlet.as_deref(), Some("The Post"));
    }

    #[test]
    fn paragraphs_in_several_blocks_are_one_article() {
        let html = format!(
        "<body><main><div><div class=part><p>{FIRST}</p></div><div class=ad><p>Buy, buy, buy, and buy again, today, tomorrow and always.</p></div>
        <div class=part><p>{SECOND}</p></div></div></main></body>"
    );
        assert_eq!(page(&html).text, format!("{FIRST}\n\n{SECOND}"));
    }

    #[test]
    fn blocks_and_breaks_are_paragraphs() {
        let html = format!(
            "<body><article><div>{FIRST}</div><div>{SECOND}<br><br>One<br>two<sup><a href=#1>[1]</a></sup>.</div></article>"
        );
        assert_eq!(
            page(&html).text,
            format!("{FIRST}\n\n{SECOND}\n\nOne\ntwo.")
        );
    }

    #[test]
    fn facts_come_from_linked_data_as_well() {
        let html = format!(
        "<head><title>x</title><script type='application/ld+json'>{{\"@graph\": [{{\"@type\": \"WebSite\", \"name\": \"no\"}},
        {{\"@type\": [\"NewsArticle\"], \"headline\": \"Ice stops ferry\", \"datePublished\": \"2031-02-03T10:00:00Z\",
          \"author\": [{{\"name\": \"Ann Lee\"}}, {{\"name\": \"Bo Poe\"}}], \"publisher\": {{\"name\": \"The Post\"}}}}]}}</script></head>
        <body><article><p>{FIRST}</p></article></body>"
    );
        let source = page(&html);
        assert_eq!(source.title.as_deref(), Some("Ice stops ferry"));
        assert_eq!(source.author.as_deref(), Some("Ann Lee, Bo Poe"));
        assert_eq!(source.outlet.as_deref(), Some("The Post"));
        assert_eq!(source.published.as_deref(), Some("2031-02-03"));
    }

    #[test]
    fn facts_come_from_marked_elements_as_well() {
        let html = format!(
            "<body><article><h1>Ice stops ferry</h1><a rel=author href=/ann>By Ann Lee</a> <time datetime='2031-02-03'>today</time><p>{FIRST}</p></article>"
        );
        let source = page(&html);
        assert_eq!(source.author.as_deref(), Some("Ann Lee"));
        assert_eq!(source.published.as_deref(), Some("2031-02-03"));
        assert!(source.text.ends_with(FIRST), "{}", source.text);
    }

    #[test]
    fn of_several_teasers_and_one_article_the_article_is_read() {
        let teaser = |n: u32| {
            format!(
                "<article><h2><a href={n}>{n} ships sold</a></h2><p>They were old, says the owner, and slow.</p></article>"
            )
        };
        let html = format!(
            "<body><div class=teasers>{}{}{}</div><article><p>{FIRST}</p><p>{SECOND}</p></article></body>",
            teaser(12),
            teaser(13),
            teaser(14)
        );
        assert_eq!(page(&html).text, format!("{FIRST}\n\n{SECOND}"));
    }

    #[test]
    fn what_cannot_be_seen_is_not_read() {
        let html = format!(
            "<body><article><p>{FIRST}</p><p hidden>{SECOND}</p><p style='display: none'>{SECOND}</p><script>document.write('<p>{SECOND}')</script></article>"
        );
        assert_eq!(page(&html).text, FIRST);
    }

    #[test]
    fn code_is_left_out_and_old_wires_are_not() {
        let html = format!(
            "<body><article><p>{FIRST}</p><pre><code>let 12 = boats, and, more;</code></pre><p>{SECOND}</p></article>"
        );
        assert_eq!(page(&html).text, format!("{FIRST}\n\n{SECOND}"));
        assert_eq!(
            page(&format!("<body><pre>{FIRST}\n{SECOND}</pre>")).text,
            format!("{FIRST} {SECOND}")
        );
    }

    #[test]
    fn a_page_without_an_article_is_none() {
        for html in [
            "",
            "<html><body></body></html>",
            "<nav><a href=1>News</a></nav>",
        ] {
            assert!(read("page.html", html).is_err(), "{html}");
        }
    }
}
