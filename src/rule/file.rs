//! A rule file as it is written: the serde mirror. Patterns keep their place, so that a mistake inside one can be shown.

use super::problem::{Problem, suggest};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// A string of the file with its place.
pub type Raw<'f> = &'f RawValue;

/// A rule file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct File<'f> {
    pub format: u32,
    #[serde(borrow)]
    pub id: Raw<'f>,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    #[expect(dead_code, reason = "free text for readers of the file")]
    pub note: String,
    #[serde(default, rename = "use", borrow)]
    pub uses: Vec<Raw<'f>>,
    #[serde(default, borrow)]
    pub words: BTreeMap<String, Vec<Raw<'f>>>,
    #[serde(default)]
    pub names: Vec<NameFile>,
    #[serde(default, borrow)]
    pub event: Option<EventFile<'f>>,
    #[serde(default, borrow)]
    pub cues: BTreeMap<String, Vec<Raw<'f>>>,
    #[serde(default, borrow)]
    pub claims: Vec<ClaimFile<'f>>,
}

/// A name that the file makes known, with other names for the same thing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NameFile {
    pub name: String,
    pub kind: String,
    #[serde(default)]
    pub also: Vec<String>,
}

/// The happening that a file's claims are about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EventFile<'f> {
    #[serde(borrow)]
    pub seen_by: Vec<Raw<'f>>,
    #[serde(default, borrow)]
    pub told_apart_by: Vec<Raw<'f>>,
    #[serde(default, borrow)]
    pub new_one_after: Vec<Raw<'f>>,
}

/// A claim: a question, how its answer is found, compared and weighed, and its tests.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ClaimFile<'f> {
    #[serde(borrow)]
    pub id: Raw<'f>,
    pub ask: String,
    #[serde(default, borrow)]
    pub value: Option<Raw<'f>>,
    #[serde(default, borrow)]
    pub choices: BTreeMap<String, Vec<Raw<'f>>>,
    #[serde(default)]
    pub how_many: HowMany,
    #[serde(default, borrow)]
    pub find: Vec<Raw<'f>>,
    #[serde(default, borrow)]
    pub unless: Vec<Raw<'f>>,
    #[serde(default, borrow)]
    pub per: Option<Raw<'f>>,
    #[serde(default)]
    pub bound_to: BoundTo,
    #[serde(default, borrow)]
    pub compare: Option<CompareFile<'f>>,
    #[serde(default, borrow)]
    pub on: BTreeMap<String, Raw<'f>>,
    #[serde(default, borrow)]
    pub tests: Vec<TestFile<'f>>,
    #[serde(default)]
    #[expect(dead_code, reason = "free text for readers of the file")]
    pub note: String,
}

/// Whether a claim has one true answer.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum HowMany {
    /// Two different values cannot both be true.
    #[default]
    One,
    /// A list: absence says nothing.
    Many,
}

/// What a claim belongs to.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum BoundTo {
    /// The event of the sentence, else of the sentence before.
    #[default]
    Event,
    /// The event of the same sentence: without one there is no claim.
    EventInSentence,
    /// The article as a whole, whatever events it tells of.
    Article,
}

/// How two values are compared.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CompareFile<'f> {
    #[serde(rename = "as", borrow)]
    pub by: Raw<'f>,
    #[serde(default)]
    pub tolerance: Option<f64>,
    #[serde(default)]
    pub broader: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub unclear: Vec<[String; 2]>,
    #[serde(default)]
    pub growing: bool,
    #[serde(default)]
    pub same_speaker: bool,
    #[serde(default)]
    pub merging: Merging,
}

/// What to say when one article gives to one event the value that the other gives to a second event.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Merging {
    /// Probably the value was read from the second event: no alarm.
    #[default]
    Compatible,
    /// The claim is what keeps the events apart: the article merges them.
    Conflict,
}

/// A test of a claim: one sentence and what it gives, or two and how they compare.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TestFile<'f> {
    #[serde(default, rename = "in", borrow)]
    pub sentence: Option<Raw<'f>>,
    #[serde(default, deserialize_with = "present")]
    pub get: Option<Option<String>>,
    #[serde(default)]
    pub a: Option<String>,
    #[serde(default)]
    pub b: Option<String>,
    #[serde(default, borrow)]
    pub verdict: Option<Raw<'f>>,
    #[serde(default)]
    pub published: Option<String>,
}

/// Tells `"get": null` from no `get` at all.
fn present<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// Reads a rule file.
///
/// # Errors
/// The first mistake, with its offset: JSON that is none, an unknown or missing key, a value of the wrong type.
pub fn read(text: &str) -> Result<File<'_>, Problem> {
    serde_json::from_str(text).map_err(|error| {
        let offset = offset_of(text, error.line(), error.column());
        let message = error.to_string();
        let message = message
            .rsplit_once(" at line ")
            .map_or(message.as_str(), |(m, _)| m);
        explain(text, offset, message)
    })
}

/// The byte offset of serde's 1-based line and column (in bytes).
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    (start + column.saturating_sub(1)).min(text.len())
}

/// serde's message, mended: the place of a key rather than its end, a suggestion, and what JSON does not have.
fn explain(text: &str, offset: usize, message: &str) -> Problem {
    let quoted = |from: &str| {
        message
            .split(from)
            .nth(1)
            .and_then(|rest| rest.split('`').next())
            .map(str::to_owned)
    };
    if let Some(key) = quoted("unknown field `").or_else(|| quoted("unknown variant `")) {
        let allowed: Vec<&str> = message
            .split("expected")
            .nth(1)
            .unwrap_or("")
            .split('`')
            .skip(1)
            .step_by(2)
            .collect();
        let needle = format!("\"{key}\"");
        let start = text
            .get(..(offset + 1).min(text.len()))
            .and_then(|before| before.rfind(&needle))
            .unwrap_or(offset);
        let list = format!(
            "unknown key \"{key}\" (allowed here: {})",
            allowed.join(", ")
        );
        return Problem::new(start, suggest(list, &key, allowed.iter().copied(), ""));
    }
    let after = text.get(offset..).unwrap_or("").trim_start();
    let before = text.get(..offset).unwrap_or("").trim_end();
    if after.starts_with("//") || after.starts_with("/*") || before.ends_with('/') {
        return Problem::new(offset, "JSON has no comments; write a \"note\" instead");
    }
    if message.contains("trailing comma")
        || (before.ends_with(',') && after.starts_with([']', '}']))
    {
        return Problem::new(
            before.len().saturating_sub(1),
            "JSON has no comma after the last item",
        );
    }
    Problem::new(offset, message.to_owned())
}

/// The string of a raw JSON value, and the offset of its first character in `text`, the file it was read from.
///
/// # Errors
/// If the value is not a string.
pub fn string_of(text: &str, raw: Raw<'_>) -> Result<(String, usize), Problem> {
    let offset = offset_in(text, raw);
    serde_json::from_str::<String>(raw.get())
        .map(|s| (s, offset + 1))
        .map_err(|_| Problem::new(offset, "a string is needed here"))
}

/// Where a raw value that borrows from `text` begins in it.
pub fn offset_in(text: &str, raw: Raw<'_>) -> usize {
    (raw.get().as_ptr() as usize)
        .saturating_sub(text.as_ptr() as usize)
        .min(text.len())
}
