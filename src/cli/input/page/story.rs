//! Which element of a page holds the article, and its text: paragraphs count for what they stand in, links against it, as in
//! the reader views of browsers.

use super::tree::{Child, Tree, is};

/// Characters of a paragraph that counts.
const SHORTEST: usize = 25;
/// Characters that a paragraph beside the article needs to be part of it.
const BESIDE: usize = 80;
/// The share of a block's characters in links from which on it is a list of links.
const LINKED: f64 = 0.5;

/// What is known of an element.
#[derive(Clone, Copy, Debug, Default)]
struct Weight {
    /// Characters in it, and how many of them stand in links.
    length: usize,
    linked: usize,
    /// How much it looks like the article.
    score: f64,
    is_hidden: bool,
}

impl Weight {
    /// The share of its characters that stand in links.
    fn links(self) -> f64 {
        self.linked as f64 / self.length.max(1) as f64
    }
}

/// The article's text: a line a paragraph, blank lines between; empty where there is none.
pub(super) fn read(tree: &Tree, title: &str) -> String {
    let weights = weigh(tree);
    let weight = |node: usize| weights.get(node).copied().unwrap_or_default();
    let scored =
        (0..tree.nodes.len()).map(|node| (node, weight(node).score * (1.0 - weight(node).links())));
    let best = scored.fold(
        (0, 0.0),
        |best, this| if this.1 > best.1 { this } else { best },
    );
    let mut story = Story {
        tree,
        weights: &weights,
        title,
        text: String::new(),
        line: String::new(),
    };
    let Some(top) = tree.get(best.0) else {
        return String::new();
    };
    // A page whose paragraphs stand beside each other in several blocks: what looks like the best is part of it.
    for child in tree.get(top.parent).map_or(&[][..], |n| &n.children) {
        if let Child::Element(node) = child
            && (*node == best.0 || story.belongs(*node, best))
        {
            story.add(*node);
            story.end_paragraph();
        }
    }
    if best.0 == 0 {
        story.add(0);
        story.end_paragraph();
    }
    story.text
}

/// What is known of every element. Elements stand after those they stand in, so going backwards meets the inner ones first.
fn weigh(tree: &Tree) -> Vec<Weight> {
    let mut weights = vec![Weight::default(); tree.nodes.len()];
    for (at, node) in tree.nodes.iter().enumerate() {
        let hidden = weights.get(node.parent).is_some_and(|w| w.is_hidden) && at > 0;
        if let Some(weight) = weights.get_mut(at) {
            weight.is_hidden = hidden || is_hidden(tree, at);
            weight.score = liking(tree, at);
        }
    }
    for (at, node) in tree.nodes.iter().enumerate().rev() {
        let own = node.children.iter().map(|child| match child {
            Child::Text(text) => text.split_whitespace().map(|w| w.chars().count() + 1).sum(),
            Child::Element(_) => 0,
        });
        let own: usize = own.sum();
        let Some(weight) = weights.get_mut(at) else {
            continue;
        };
        if weight.is_hidden {
            continue;
        }
        weight.length += own;
        if node.tag == "a" {
            weight.linked = weight.length;
        }
        let (length, linked) = (weight.length, weight.linked);
        if at > 0
            && let Some(parent) = weights.get_mut(node.parent)
        {
            parent.length += length;
            parent.linked += linked;
        }
    }
    for at in 0..tree.nodes.len() {
        credit(tree, at, &mut weights);
    }
    weights
}

/// A paragraph speaks for the element it stands in, less for those around that.
fn credit(tree: &Tree, at: usize, weights: &mut [Weight]) {
    let Some((node, weight)) = tree.get(at).zip(weights.get(at).copied()) else {
        return;
    };
    let is_paragraph = match node.tag.as_str() {
        "p" | "pre" | "blockquote" => true,
        // Blocks that are used as paragraphs: text and nothing else that is a block.
        "div" | "section" | "li" => !node.children.iter().any(|child| match child {
            Child::Element(inner) => tree.get(*inner).is_some_and(|n| is("block", &n.tag)),
            Child::Text(_) => false,
        }),
        _ => false,
    };
    if !is_paragraph || weight.is_hidden || weight.length < SHORTEST || weight.links() > LINKED {
        return;
    }
    let commas = tree.text(at).matches([',', '،', '、', '，']).count();
    let score = 1.0 + commas as f64 + (weight.length as f64 / 100.0).min(3.0);
    let mut outer = at;
    for share in [1.0, 0.5, 0.3] {
        outer = tree.get(outer).map_or(0, |n| n.parent);
        if let Some(weight) = weights.get_mut(outer) {
            weight.score += score * share;
        }
        if outer == 0 {
            return;
        }
    }
}

/// How much an element looks like an article before its text is looked at.
fn liking(tree: &Tree, at: usize) -> f64 {
    let Some(node) = tree.get(at) else {
        return 0.0;
    };
    let by_tag = match node.tag.as_str() {
        "article" => 10.0,
        "main" | "div" | "section" => 5.0,
        "ul" | "ol" | "dl" => -3.0,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "figure" => -5.0,
        _ => 0.0,
    };
    let by_property = if node.get("itemprop") == "articleBody" {
        30.0
    } else {
        0.0
    };
    let by_name = if names(tree, at, "likely") { 10.0 } else { 0.0 };
    by_tag + by_property + by_name
}

/// Whether the class or id of an element holds a word of a kind, whole or as a part between hyphens.
fn names(tree: &Tree, at: usize, kind: &str) -> bool {
    let Some(node) = tree.get(at) else {
        return false;
    };
    let named = format!("{} {}", node.get("class"), node.get("id")).to_lowercase();
    let mut words = named.split_whitespace();
    words.any(|word| is(kind, word) || word.split(['-', '_']).any(|part| is(kind, part)))
}

/// Whether an element is no part of an article, or not to be seen.
fn is_hidden(tree: &Tree, at: usize) -> bool {
    let Some(node) = tree.get(at) else {
        return false;
    };
    let style: String = node.get("style").split_whitespace().collect();
    let unseen = node.has("hidden")
        || node.get("aria-hidden") == "true"
        || style.contains("display:none")
        || style.contains("visibility:hidden");
    let outermost = matches!(node.tag.as_str(), "" | "html" | "body" | "article" | "main");
    let named = || names(tree, at, "unlikely") && !names(tree, at, "likely");
    // Code, as in Markdown; a wire of old stands in `pre` by itself.
    let is_code = node.tag == "pre"
        && node.children.iter().any(|child| match child {
            Child::Element(inner) => tree.get(*inner).is_some_and(|n| n.tag == "code"),
            Child::Text(_) => false,
        });
    is_code
        || unseen
        || is("skipped", &node.tag)
        || is("role", node.get("role"))
        || (!outermost && named())
}

struct Story<'t> {
    tree: &'t Tree,
    weights: &'t [Weight],
    title: &'t str,
    text: String,
    /// The paragraph that is being put together.
    line: String,
}

impl Story<'_> {
    fn weight(&self, node: usize) -> Weight {
        self.weights.get(node).copied().unwrap_or_default()
    }

    /// Whether an element beside the best one is part of the article: it reads like it, or is made like it. Articles beside
    /// each other are articles of their own.
    fn belongs(&self, node: usize, best: (usize, f64)) -> bool {
        let weight = self.weight(node);
        let (Some(own), Some(top)) = (self.tree.get(node), self.tree.get(best.0)) else {
            return false;
        };
        if weight.is_hidden || weight.length == 0 || own.tag == "article" {
            return false;
        }
        let reads = own.tag == "p" && weight.length > BESIDE && weight.links() < LINKED / 2.0;
        let is_alike = own.tag == top.tag && own.get("class") == top.get("class");
        let share = best.1 * if is_alike { 0.3 } else { 0.2 };
        let least = if is_alike { share } else { share.max(10.0) };
        reads || weight.score * (1.0 - weight.links()) >= least
    }

    /// Adds the text of an element.
    fn add(&mut self, at: usize) {
        let Some(node) = self.tree.get(at) else {
            return;
        };
        let weight = self.weight(at);
        let is_block = is("block", &node.tag);
        let is_list_of_links =
            is_block && node.tag != "p" && weight.length > 0 && weight.links() > LINKED;
        // "[3]" above the line points to a footnote.
        let is_footnote = node.tag == "sup" && weight.linked > 0;
        // The head of an article repeats its title and tells who wrote it when; a paragraph in it may open the story.
        let is_head = node.tag == "header" && weight.length < 2 * BESIDE;
        if weight.is_hidden || is_list_of_links || is_footnote || is_head {
            return;
        }
        if node.tag == "br" {
            self.line.push('\n');
            return;
        }
        if is_block {
            self.end_paragraph();
        }
        for child in &node.children {
            match child {
                Child::Text(text) => self.add_text(text),
                Child::Element(inner) => self.add(*inner),
            }
        }
        if is_block {
            self.end_paragraph();
        }
    }

    fn add_text(&mut self, text: &str) {
        for c in text.chars() {
            let blank = c.is_whitespace() && c != '\u{a0}';
            if !blank {
                self.line.push(c);
            } else if !self.line.ends_with([' ', '\n']) {
                self.line.push(' ');
            }
        }
    }

    /// Ends a paragraph; two line breaks in a row end one as well. The title is told apart from the text.
    fn end_paragraph(&mut self) {
        let line = std::mem::take(&mut self.line);
        let lines = line.split('\n').map(str::trim);
        let lines: Vec<&str> = lines.collect();
        for paragraph in lines.split(|line| line.is_empty()) {
            let paragraph = paragraph.join("\n");
            let is_title = self.text.is_empty() && paragraph == self.title;
            if paragraph.is_empty() || is_title {
                continue;
            }
            if !self.text.is_empty() {
                self.text.push_str("\n\n");
            }
            self.text.push_str(&paragraph);
        }
    }
}
