//! Every test that stands outside a single file of the program.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod check;
mod cli;
mod compare;
mod corpus;
mod exits;
mod formats;
mod gold;
mod input;
mod manual;
mod merged;
mod properties;
mod read;
mod readme;
mod report;
mod rules;
mod schema;
mod tidy;
mod watch;
