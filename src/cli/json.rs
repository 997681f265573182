//! JSON that people write, read by serde, with every mistake shown at its place and what was probably meant.

use crate::problem::{Problem, suggest};
use serde::Deserialize;
use serde_json::value::RawValue;

/// A value of the file with its place.
pub(super) type Raw<'f> = &'f RawValue;

/// Reads a whole file.
///
/// # Errors
/// The first mistake: JSON that is none, an unknown or missing key, a value of the wrong type.
pub(super) fn read<'f, T: Deserialize<'f>>(text: &'f str) -> Result<T, Problem> {
    let body = text.trim_start_matches('\u{feff}');
    let mark = text.len() - body.len();
    serde_json::from_str(body).map_err(|error| {
        let offset = offset_of(body, error.line(), error.column());
        let message = error.to_string();
        let message = message
            .rsplit_once(" at line ")
            .map_or(message.as_str(), |(m, _)| m);
        explain(body, offset, message).shifted(mark)
    })
}

/// Reads a value that borrows from `text`.
///
/// # Errors
/// As [`read`].
pub(super) fn read_part<'f, T: Deserialize<'f>>(text: &str, raw: Raw<'f>) -> Result<T, Problem> {
    read(raw.get()).map_err(|problem| problem.shifted(offset_in(text, raw)))
}

/// The string of a raw value.
///
/// # Errors
/// If it is none.
pub(super) fn string_of(text: &str, raw: Raw<'_>) -> Result<String, Problem> {
    serde_json::from_str(raw.get())
        .map_err(|_| Problem::new(offset_in(text, raw), "a string is needed here"))
}

/// Where a raw value that borrows from `text` begins in it.
pub(super) fn offset_in(text: &str, raw: Raw<'_>) -> usize {
    offset_of_part(text, raw.get())
}

/// Where a part of `text` begins in it.
pub(super) fn offset_of_part(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize)
        .saturating_sub(text.as_ptr() as usize)
        .min(text.len())
}

/// Where the key of a value that begins at `value` begins.
pub(super) fn key_before(text: &str, value: usize, key: &str) -> usize {
    let needle = format!("\"{key}\"");
    text.get(..value)
        .and_then(|before| before.rfind(&needle))
        .unwrap_or(value)
}

/// The byte offset of serde's 1-based line and column (in bytes).
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    (start + column.saturating_sub(1)).min(text.len())
}

/// serde's message, mended: the place of a key rather than its end, a suggestion, and what JSON does not have.
fn explain(text: &str, offset: usize, message: &str) -> Problem {
    if let Some(key) = message
        .strip_prefix("unknown field `")
        .and_then(|rest| rest.split('`').next())
    {
        let expected = message.split("expected").nth(1).unwrap_or("");
        let allowed: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
        let start = key_before(text, (offset + 1).min(text.len()), key);
        let list = format!(
            "unknown key \"{key}\" (allowed here: {})",
            allowed.join(", ")
        );
        return Problem::new(start, suggest(list, key, allowed.iter().copied(), ""));
    }
    let after = text.get(offset..).unwrap_or("").trim_start();
    let before = text.get(..offset).unwrap_or("").trim_end();
    if after.starts_with("//") || after.starts_with("/*") || before.ends_with('/') {
        return Problem::new(offset, "JSON has no comments; write a \"note\" instead");
    }
    if message.contains("trailing comma")
        || (before.ends_with(',') && after.starts_with([']', '}']))
    {
        let comma = before.len().saturating_sub(1);
        return Problem::new(comma, "JSON has no comma after the last item");
    }
    // serde gives the place before a bracket.
    let is_bracket = ["invalid type: map", "invalid type: sequence"]
        .iter()
        .any(|start| message.starts_with(start));
    let rest = text.get(offset..).unwrap_or("");
    let bracket = rest.find(['{', '[']).filter(|_| is_bracket).unwrap_or(0);
    Problem::new(offset + bracket, message.to_owned())
}
