//! The rule files that ship with the program, compiled in.

use super::RuleText;
use super::image::{ImageReader, Shipped};

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

impl RuleText {
    /// Whether this is the text of a file that ships, wherever it was read.
    pub fn ships(&self) -> bool {
        FILES.iter().any(|file| self.is(file))
    }

    // A text that was read from a file and says the same was left out for the one that ships: where it lies is enough.
    fn is(&self, file: &File) -> bool {
        std::ptr::eq(self.text.as_ref(), file.text)
    }
}

/// The files that ship, their patterns merged, if these texts begin with all of theirs; none if one of them had a mistake when
/// the program was built.
pub(super) fn shipped(texts: &[RuleText]) -> Option<Shipped> {
    let mut each = texts.iter().zip(FILES);
    let all = texts.len() >= FILES.len() && each.all(|(text, file)| text.is(file));
    let reader = ImageReader {
        bytes: BYTES,
        rows: ROWS,
        text: STRINGS,
    };
    all.then(|| reader.read()).flatten()
}
