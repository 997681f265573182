//! A web page as a tree of elements: as much of what browsers do with tags as it takes to find an article in it.
//!
//! The tokens are those of the HTML standard (`html5gum`). Of its tree building only this is done: elements without content,
//! paragraphs and list items that nobody closes, end tags that close nothing.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The words of `elements.tsv`, by kind.
static WORDS: LazyLock<BTreeMap<&'static str, BTreeSet<&'static str>>> = LazyLock::new(|| {
    let rows = include_str!("elements.tsv").lines();
    let rows = rows.filter_map(|row| row.split_once('\t'));
    rows.map(|(kind, words)| (kind, words.split(' ').collect()))
        .collect()
});

/// Whether `word` is one of a kind in `elements.tsv`.
pub(super) fn is(kind: &str, word: &str) -> bool {
    WORDS.get(kind).is_some_and(|words| words.contains(word))
}

/// Elements inside each other that are told apart at most; a page of deeper ones is no article.
const DEEPEST: usize = 256;

/// A page.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// The elements in the order of the page; the first is the page itself.
    pub(super) nodes: Vec<Node>,
}

/// An element.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// Its name, in lower case.
    pub(super) tag: String,
    /// Its attributes.
    attributes: BTreeMap<String, String>,
    /// The element it stands in; the page stands in itself.
    pub(super) parent: usize,
    /// What stands in it.
    pub(super) children: Vec<Child>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Child {
    /// An element.
    Element(usize),
    /// Text, as written.
    Text(String),
}

impl Node {
    /// An attribute; the empty string where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// Whether it has an attribute, with or without a value.
    pub(super) fn has(&self, name: &str) -> bool {
        self.attributes.contains_key(name)
    }
}

impl Tree {
    /// Reads a page.
    pub(super) fn read(html: &str) -> Tree {
        let mut emitter = DefaultEmitter::default();
        // Scripts and styles are no markup, whatever they hold.
        emitter.naively_switch_states(true);
        let mut builder = Builder {
            tree: Tree {
                nodes: vec![Node::default()],
            },
            open: vec![0],
            paragraphs: Vec::new(),
        };
        for token in Tokenizer::new_with_emitter(html, emitter).flatten() {
            match token {
                Token::StartTag(tag) => builder.open(&tag),
                Token::EndTag(tag) => builder.close(&String::from_utf8_lossy(&tag.name)),
                Token::String(text) => builder.text(&String::from_utf8_lossy(&text.value)),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        builder.tree
    }

    /// The element.
    pub(super) fn get(&self, node: usize) -> Option<&Node> {
        self.nodes.get(node)
    }

    /// The elements called `tag`, in the order of the page.
    pub(super) fn all<'t>(&'t self, tag: &'t str) -> impl Iterator<Item = usize> + 't {
        let nodes = self.nodes.iter().enumerate();
        nodes.filter(move |(_, n)| n.tag == tag).map(|(at, _)| at)
    }

    /// All text in an element, white space folded.
    pub(super) fn text(&self, node: usize) -> String {
        let mut text = String::new();
        self.collect(node, &mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn collect(&self, node: usize, text: &mut String) {
        for child in self.get(node).map_or(&[][..], |n| &n.children) {
            match child {
                Child::Text(own) => text.push_str(own),
                Child::Element(inner) => self.collect(*inner, text),
            }
        }
    }
}

struct Builder {
    tree: Tree,
    /// The elements that are open, outermost first.
    open: Vec<usize>,
    /// Which of these are paragraphs.
    paragraphs: Vec<usize>,
}

impl Builder {
    fn open(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        self.imply_ends(&name);
        let attributes = tag.attributes.iter().map(|(key, value)| {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            (text(key), text(&value.value))
        });
        let parent = self.open.last().copied().unwrap_or(0);
        let own = self.tree.nodes.len();
        let is_paragraph = name == "p";
        let is_void = is("void", &name) || (tag.self_closing && self.is_in_picture());
        self.tree.nodes.push(Node {
            tag: name,
            attributes: attributes.collect(),
            parent,
            children: Vec::new(),
        });
        if let Some(parent) = self.tree.nodes.get_mut(parent) {
            parent.children.push(Child::Element(own));
        }
        if !is_void && self.open.len() < DEEPEST {
            if is_paragraph {
                self.paragraphs.push(self.open.len());
            }
            self.open.push(own);
        }
    }

    fn text(&mut self, text: &str) {
        let parent = self.open.last().and_then(|at| self.tree.nodes.get_mut(*at));
        if let Some(parent) = parent {
            parent.children.push(Child::Text(text.to_owned()));
        }
    }

    /// Closes the innermost element of that name, and what stands in it; an end tag in a paragraph closes nothing around it.
    fn close(&mut self, name: &str) {
        let is_block = is("block", name);
        let stops = |tag: &str| tag == "table" || (!is_block && is("block", tag));
        self.close_up_to(&[name], stops);
    }

    /// What a start tag closes: a paragraph ends where a block begins, an item where the next does.
    fn imply_ends(&mut self, name: &str) {
        let within = |stops: &'static [&'static str]| move |tag: &str| stops.contains(&tag);
        match name {
            "li" => self.close_up_to(&["li"], within(&["ul", "ol", "table"])),
            "dt" | "dd" => self.close_up_to(&["dt", "dd"], within(&["dl", "table"])),
            "tr" => self.close_up_to(&["tr"], within(&["table"])),
            "td" | "th" => self.close_up_to(&["td", "th"], within(&["tr", "table"])),
            "option" => self.close_up_to(&["option"], within(&["select"])),
            "body" => self.close_up_to(&["head"], within(&["html"])),
            _ => {}
        }
        let ends = |name| matches!(name, "nav" | "footer" | "aside" | "form" | "table");
        if !self.paragraphs.is_empty() && (is("block", name) || ends(name)) {
            self.close_up_to(&["p"], within(&["td", "th", "table", "button", "li"]));
        }
    }

    fn close_up_to(&mut self, names: &[&str], stops: impl Fn(&str) -> bool) {
        for (at, node) in self.open.iter().enumerate().skip(1).rev() {
            let tag = self.tree.get(*node).map_or("", |n| n.tag.as_str());
            if names.contains(&tag) {
                self.open.truncate(at);
                self.paragraphs.retain(|open| *open < at);
                return;
            }
            if stops(tag) {
                return;
            }
        }
    }

    /// Whether `<path/>` closes itself here: it does in drawings and formulas only.
    fn is_in_picture(&self) -> bool {
        let mut open = self.open.iter().filter_map(|at| self.tree.get(*at));
        open.any(|node| matches!(node.tag.as_str(), "svg" | "math"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page as nested names and words: `p(One b(two))`.
    fn shape(html: &str) -> String {
        fn write(tree: &Tree, node: usize, out: &mut Vec<String>) {
            for child in &tree.nodes[node].children {
                match child {
                    Child::Text(text) => out.extend(text.split_whitespace().map(str::to_owned)),
                    Child::Element(inner) => {
                        let mut own = Vec::new();
                        write(tree, *inner, &mut own);
                        out.push(format!("{}({})", tree.nodes[*inner].tag, own.join(" ")));
                    }
                }
            }
        }
        let mut out = Vec::new();
        write(&Tree::read(html), 0, &mut out);
        out.join(" ")
    }

    #[test]
    fn what_nobody_closes_ends_where_the_next_begins() {
        assert_eq!(
            shape("<p>One<p>two<div>three</div>"),
            "p(One) p(two) div(three)"
        );
        assert_eq!(shape("<ul><li>a<li>b</ul>c"), "ul(li(a) li(b)) c");
        assert_eq!(shape("<p>a<br>b<img src=x>c"), "p(a br() b img() c)");
    }

    #[test]
    fn end_tags_close_their_own() {
        assert_eq!(shape("<div>a</span></p>b</div>c"), "div(a b) c");
        assert_eq!(shape("<b><div>a</b>b</div>"), "b(div(a b))");
        assert_eq!(shape("<p>a &amp; <b>b</b> c"), "p(a & b(b) c)");
    }

    #[test]
    fn scripts_are_no_markup() {
        assert_eq!(
            shape("<script>if (a<b) '<p>'</script><p>c"),
            "script(if (a<b) '<p>') p(c)"
        );
        assert_eq!(shape("<svg><path/><g/></svg>a"), "svg(path() g()) a");
    }

    #[test]
    fn depth_is_bounded() {
        let deep = "<div>".repeat(100_000);
        assert_eq!(Tree::read(&format!("{deep}a")).text(0), "a");
    }
}
