//! What a page says of its article beside the text: title, author, outlet, day. Pages say it in several ways; the most
//! deliberate one counts.

use super::super::day_of;
use super::tree::{Tree, is};
use serde_json::Value as Json;

/// What a page says of its article.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) published: Option<String>,
}

/// What stands between a title and the name of its site.
const SEPARATORS: [&str; 7] = [" | ", " - ", " – ", " — ", " · ", " :: ", " » "];

/// Reads them.
pub(super) fn read(tree: &Tree) -> Facts {
    let data = linked_data(tree);
    let named = |path: &[&str]| data.iter().find_map(|article| text_at(article, path));
    let outlet = meta(tree, &["og:site_name"])
        .or_else(|| named(&["publisher", "name"]))
        .or_else(|| meta(tree, &["application-name"]));
    let headline = tree
        .all("h1")
        .map(|at| tree.text(at))
        .find(|t| !t.is_empty());
    let title = meta(tree, &["og:title", "twitter:title"])
        .or_else(|| named(&["headline"]))
        .or_else(|| headline.clone())
        .or_else(|| tree.all("title").map(|at| tree.text(at)).next());
    let published = meta(
        tree,
        &[
            "article:published_time",
            "datepublished",
            "parsely-pub-date",
            "dc.date",
            "date",
        ],
    );
    let published = published.as_deref().and_then(day_of);
    Facts {
        title: title
            .map(|title| without_site(&title, outlet.as_deref(), headline.as_deref()))
            .filter(|title| !title.is_empty()),
        author: meta(tree, &["author", "article:author", "parsely-author"])
            .filter(|author| !author.contains("://"))
            .or_else(|| named(&["author", "name"]))
            .or_else(|| named(&["author"]))
            .or_else(|| marked(tree, "author")),
        published: published
            .or_else(|| named(&["datePublished"]).as_deref().and_then(day_of))
            .or_else(|| day_marked(tree)),
        outlet,
    }
}

/// The first `<meta>` of any of the names, in their order.
fn meta(tree: &Tree, names: &[&str]) -> Option<String> {
    let nodes: Vec<_> = tree.all("meta").filter_map(|at| tree.get(at)).collect();
    names.iter().find_map(|name| {
        let said = |key: &&&super::tree::Node| {
            let mut keys = ["property", "name", "itemprop"].iter();
            keys.any(|attribute| key.get(attribute).eq_ignore_ascii_case(name))
        };
        let mut found = nodes.iter().filter(said).map(|node| node.get("content"));
        found.find_map(given)
    })
}

/// Text that says something, on one line.
fn given(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// The text of the first element marked as `what`, where no more than a name stands in it.
fn marked(tree: &Tree, what: &str) -> Option<String> {
    const LONGEST: usize = 100;
    let nodes = tree.nodes.iter().enumerate();
    let mut texts = nodes
        .filter(|(_, node)| node.get("itemprop") == what || node.get("rel") == what)
        .filter(|(_, node)| !is("void", &node.tag))
        .map(|(at, _)| tree.text(at));
    let text = texts.find(|text| !text.is_empty() && text.chars().count() < LONGEST)?;
    let by = text
        .get(..3)
        .is_some_and(|head| head.eq_ignore_ascii_case("by "));
    given(if by { text.get(3..)? } else { &text })
}

/// The day of the first `<time>`, one marked as the day of publication before others.
fn day_marked(tree: &Tree) -> Option<String> {
    let times: Vec<_> = tree.all("time").filter_map(|at| tree.get(at)).collect();
    let is_marked =
        |node: &&&super::tree::Node| node.get("itemprop") == "datePublished" || node.has("pubdate");
    let marked = times.iter().filter(is_marked);
    let mut all = marked.chain(times.iter());
    all.find_map(|node| day_of(node.get("datetime")))
}

/// A title without the name of the site before or after it.
fn without_site(title: &str, outlet: Option<&str>, headline: Option<&str>) -> String {
    for separator in SEPARATORS {
        if let Some((head, tail)) = title.rsplit_once(separator) {
            let is_site = |part: &str| outlet.is_some_and(|o| o.eq_ignore_ascii_case(part.trim()));
            if is_site(tail) || headline == Some(head.trim()) {
                return head.trim().to_owned();
            }
            if is_site(head) || headline == Some(tail.trim()) {
                return tail.trim().to_owned();
            }
        }
    }
    title.to_owned()
}

/// The articles that a page describes as linked data (JSON-LD).
fn linked_data(tree: &Tree) -> Vec<Json> {
    let scripts = tree.all("script").filter(|at| {
        let node = tree.get(*at);
        node.is_some_and(|n| n.get("type").eq_ignore_ascii_case("application/ld+json"))
    });
    let mut articles = Vec::new();
    for script in scripts {
        // Line ends inside of strings are no JSON, and common; white space means nothing elsewhere.
        if let Ok(data) = serde_json::from_str(&tree.text(script)) {
            collect_articles(data, &mut articles);
        }
    }
    articles
}

fn collect_articles(data: Json, articles: &mut Vec<Json>) {
    match data {
        Json::Array(items) => items
            .into_iter()
            .for_each(|i| collect_articles(i, articles)),
        Json::Object(mut object) => {
            if let Some(graph) = object.remove("@graph") {
                collect_articles(graph, articles);
            }
            let kinds = match object.get("@type") {
                Some(Json::Array(kinds)) => kinds.clone(),
                Some(kind) => vec![kind.clone()],
                None => Vec::new(),
            };
            let names = |kind: &Json| {
                let kind = kind.as_str().unwrap_or("");
                kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report"
            };
            if kinds.iter().any(names) {
                articles.push(Json::Object(object));
            }
        }
        _ => {}
    }
}

/// The text at a path; of a list, what its members say.
fn text_at(value: &Json, path: &[&str]) -> Option<String> {
    match (value, path) {
        (Json::String(text), []) => given(text),
        (Json::Array(items), _) => {
            let texts: Vec<String> = items.iter().filter_map(|i| text_at(i, path)).collect();
            given(&texts.join(", "))
        }
        (Json::Object(object), [first, rest @ ..]) => text_at(object.get(*first)?, rest),
        _ => None,
    }
}
