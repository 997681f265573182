//! The rule files that ship with the program, compiled in.

use super::RuleText;
use super::image::{Reader, Shipped};

/// A file under `rules/`.
struct File {
    origin: &'static str,
    text: &'static str,
}

/// Every file under `rules/`; written when the program is built.
static FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// All of them, their patterns merged (`image.rs`).
const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/patterns.bin"));
const ROWS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/patterns.rows"));
const STRINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/patterns.txt"));

/// How the origin of a file that ships begins.
pub const BUILT_IN: &str = "built in: ";

/// The rule files that ship with the program.
pub fn built_in() -> Vec<RuleText> {
    FILES
        .iter()
        .map(|file| RuleText {
            origin: file.origin.into(),
            text: file.text.into(),
            layer: 0,
        })
        .collect()
}

/// The files that ship, their patterns merged, if these texts are theirs and no others; none if one of them had a mistake when
/// the program was built.
pub(super) fn shipped(texts: &[RuleText]) -> Option<Shipped> {
    // A text that was read from a file and says the same was left out for the one that ships: where it lies is enough.
    let same = |(text, file): (&RuleText, &File)| std::ptr::eq(text.text.as_ref(), file.text);
    let all = texts.len() == FILES.len() && texts.iter().zip(FILES).all(same);
    let reader = Reader {
        bytes: BYTES,
        rows: ROWS,
        text: STRINGS,
    };
    all.then(|| reader.read()).flatten()
}
