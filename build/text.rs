//! Places, as the program's text room has them.
#![allow(dead_code, unreachable_pub, reason = "half of it is used here")]

#[path = "../src/text/place.rs"]
mod place;
#[path = "../src/text/sanitise.rs"]
mod sanitise;

pub(crate) use place::{LineIndex, Part, Span};
pub(crate) use sanitise::is_unsafe;
