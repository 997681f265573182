//! The kinds of value, as the program's value room has them.
#![allow(dead_code, unreachable_pub, reason = "half of it is used here")]

#[path = "../src/value/kind.rs"]
mod kind;

pub(crate) use kind::{KINDS, Kind};
