//! Journalism's two-source rule as a library: reads accounts of one event, extracts the claims each makes and says
//! where they agree, are compatible (and why), conflict, or stand in one only.

pub mod cli;
pub mod compare;
pub mod document;
pub mod error;
pub mod mention;
pub mod report;
pub mod rule;
pub mod text;
pub mod value;

/// The version of the JSON contract, on every top-level object the program writes.
pub const SCHEMA: &str = "twosource/1";
