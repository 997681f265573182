//! Words and tokens, as the program's document room has them.
#![allow(dead_code, unreachable_pub, reason = "half of it is used here")]

#[path = "../src/document/address.rs"]
mod address;
#[path = "../src/document/apostrophe.rs"]
mod apostrophe;
#[path = "../src/document/common.rs"]
mod common;
#[path = "../src/document/lists.rs"]
mod lists;
#[path = "../src/document/shape.rs"]
mod shape;
#[path = "../src/document/stem.rs"]
mod stem;
#[path = "../src/document/token.rs"]
mod token;
#[path = "../src/document/word.rs"]
mod word;
#[path = "../src/document/word_table.rs"]
mod word_table;
#[path = "../src/document/words.rs"]
mod words;

pub(crate) use common::{RAREST, rarity};
pub(crate) use shape::Shape;
pub(crate) use stem::stem;
pub(crate) use token::{Token, tokenize};
pub(crate) use word::{Word, fold};
pub(crate) use word_table::{WordTable, slots};

/// A word's number as it is written in a table, in groups of four digits.
pub(crate) fn digits(word: Word) -> String {
    let all = format!("{:016x}", word.number());
    let groups = (0..all.len())
        .step_by(4)
        .filter_map(|at| all.get(at..at + 4));
    format!("0x{}", groups.collect::<Vec<_>>().join("_"))
}
