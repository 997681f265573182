//! Every test that stands outside a single file of the program.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod answers;
mod certainty;
mod check;
mod cli;
mod compare;
mod corpus;
mod engine;
mod exits;
mod formats;
mod gold;
mod input;
mod layers;
mod manual;
mod merged;
mod modes;
mod program;
mod properties;
mod read;
mod readme;
mod report;
mod rules;
mod schema;
mod texts;
mod tidy;
mod watch;

use std::path::Path;

/// Holds what the program shows against the file that says what it should; a difference is added to `wrong`, or with
/// `TWOSOURCE_ACCEPT=1` accepted.
fn hold(shown: &str, path: &Path, wrong: &mut Vec<String>) {
    if std::env::var_os("TWOSOURCE_ACCEPT").is_some_and(|v| v == "1") {
        std::fs::write(path, shown).expect("a file that can be written");
    } else if std::fs::read_to_string(path).ok().as_deref() != Some(shown) {
        wrong.push(format!("{}\n{shown}", path.display()));
    }
}
