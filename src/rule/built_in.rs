//! The rule files that ship with the program, compiled in.

use super::RuleText;
use super::image::{Image, Reader};

/// A file under `rules/`.
struct File {
    name: &'static str,
    text: &'static str,
    /// The file without its patterns and its tests.
    lean: &'static str,
}

/// Every file under `rules/`; written when the program is built.
const FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// The patterns of all of them, merged.
const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/patterns.bin"));
const STRINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/patterns.txt"));

/// How the origin of a file that ships begins.
pub const BUILT_IN: &str = "built in: ";

/// The rule files that ship with the program.
pub fn built_in() -> Vec<RuleText> {
    FILES
        .iter()
        .map(|file| RuleText {
            origin: format!("{BUILT_IN}{}", file.name),
            text: file.text.into(),
            layer: 0,
        })
        .collect()
}

/// The files without patterns, if these are all the files that ship and no others.
pub(super) fn lean(texts: &[RuleText]) -> Option<Vec<&'static str>> {
    let same = |(text, file): (&RuleText, &File)| text.text == file.text;
    let all = texts.len() == FILES.len() && texts.iter().zip(FILES).all(same);
    all.then(|| FILES.iter().map(|file| file.lean).collect())
}

/// The merged patterns of the files that ship; none if one of them had a mistake when the program was built.
pub(super) fn image() -> Option<Image> {
    Reader::new(BYTES, STRINGS).image()
}
