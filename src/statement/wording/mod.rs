//! A statement as words that weigh, and what its words are and stand for: concepts (`concept.rs`), opposites (`turn.rs`), words
//! that exclude each other (`sets.rs`), words that leave open what is told (`open.rs`).
//!
//! Here belongs what is asked of one statement's words, whatever it is laid beside; the tables of words lie here too.

pub(super) mod class;
pub(super) mod concept;
pub(super) mod laying;
pub(super) mod open;
pub(super) mod sets;
pub(super) mod statement;
pub(super) mod turn;
