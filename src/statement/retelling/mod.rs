//! Numbers and times that two articles tell in whatever words: what each says of its values (`frame.rs`), and which of two
//! articles' are of one thing, those that agree (`echo.rs`) and those that differ (`retold.rs`, `odd.rs`, `midst.rs`, `tally.rs`).
//!
//! Here belongs what weighs a value by what stands around it.

pub(super) mod chance;
pub(super) mod crossing;
pub(super) mod echo;
pub(super) mod frame;
pub(super) mod ground;
pub(super) mod midst;
mod neighbour;
pub(super) mod odd;
pub(super) mod retold;
pub(super) mod scene;
pub(super) mod tally;
pub(super) mod whole;
