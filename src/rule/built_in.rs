//! The rule files that ship with the program, compiled in.

use super::RuleText;

/// Name and text of every file under `rules/`; written by `build.rs`.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// The rule files that ship with the program.
pub fn built_in() -> Vec<RuleText> {
    FILES
        .iter()
        .map(|(name, text)| RuleText {
            origin: format!("built in: {name}"),
            text: (*text).to_owned(),
            layer: 0,
        })
        .collect()
}
