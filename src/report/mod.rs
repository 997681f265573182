//! Rendered findings: one file a format, pure functions from what was found to text. Computes nothing.

pub mod json;
