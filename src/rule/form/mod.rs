//! What a rule file may say: its keys with their meaning (`keys.rs`, `outcome.rs`), what may stand behind them and whether a file keeps
//! to it (`shape.rs`), and the same as a JSON Schema (`schema.rs`).
//!
//! Here belongs what is known of files before one is read; nothing of it is needed once they are compiled.

pub(super) mod keys;
mod outcome;
pub(super) mod schema;
pub(super) mod shape;
