//! A pattern as a tree, as written: for what is said of patterns without compiling them.

use crate::problem::Problem;
use crate::rule::pattern::{self, Sink};

/// A pattern as a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::rule) enum Node {
    /// One after the other.
    Sequence(Vec<Node>),
    /// One of several.
    Either(Vec<Node>),
    /// There or not.
    Maybe(Box<Node>),
    /// A word in any form.
    Lemma(String),
    /// A word in exactly this form and case.
    Exact(String),
    /// A sign or an ending (`,` `'s`).
    Sign(String),
    /// Any entry of a word list.
    List(String),
    /// Up to so many words.
    Gap(u8),
    /// A hole: its name and kind, as far as written.
    Capture(String, Option<String>),
}

/// Reads a pattern.
///
/// # Errors
/// Those of [`pattern::parse`].
pub(in crate::rule) fn read(text: &str) -> Result<Node, Problem> {
    let mut nodes = Nodes::default();
    pattern::parse(text, &mut nodes)?;
    nodes
        .0
        .pop()
        .ok_or_else(|| Problem::new(0, "nothing here to match"))
}

/// The trees of what was read so far.
#[derive(Default)]
pub(super) struct Nodes(Vec<Node>);

impl Sink for Nodes {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn lemma(&mut self, word: &str) {
        self.0.push(Node::Lemma(word.to_owned()));
    }

    fn exact(&mut self, form: &str) {
        self.0.push(Node::Exact(form.to_owned()));
    }

    fn sign(&mut self, sign: &str) {
        self.0.push(Node::Sign(sign.to_owned()));
    }

    fn gap(&mut self, words: u8) {
        self.0.push(Node::Gap(words));
    }

    fn list(&mut self, name: &str, _: usize) -> Result<(), Problem> {
        self.0.push(Node::List(name.to_owned()));
        Ok(())
    }

    fn capture(&mut self, name: &str, kind: Option<&str>, _: usize) -> Result<(), Problem> {
        let kind = kind.map(str::to_owned);
        self.0.push(Node::Capture(name.to_owned(), kind));
        Ok(())
    }

    fn sequence(&mut self, from: usize) {
        let items = self.0.split_off(from);
        self.0.push(Node::Sequence(items));
    }

    fn either(&mut self, from: usize) {
        let items = self.0.split_off(from);
        self.0.push(Node::Either(items));
    }

    fn maybe(&mut self) {
        if let Some(last) = self.0.pop() {
            self.0.push(Node::Maybe(Box::new(last)));
        }
    }
}
