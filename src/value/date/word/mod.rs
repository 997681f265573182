//! What a word can mean in a time expression (`lexicon.rs`, `words.tsv`, as the terms of `term.rs`), and how a sentence is
//! read word by word (`cursor.rs`).
//!
//! Here belongs what is asked of one or two words before any grammar: also the words around a time that move it or tell
//! what it is (`around.tsv`).

pub(super) mod around;
pub(super) mod cursor;
pub(super) mod lexicon;
pub(super) mod term;
