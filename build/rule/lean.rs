//! A rule file without what only its patterns and its tests need.

use super::json::{Data, Tree};

/// Word lists that the engine reads itself while it runs.
const KEPT_LISTS: [&str; 4] = ["clause-break", "deictic", "whole", "besides"];

/// The file as JSON, the patterns, tests, notes and word lists left out.
pub(super) fn lean(tree: &Tree<'_>) -> String {
    let mut text = String::new();
    object(tree, &mut text, |key, value, text| match key {
        "note" | "use" | "cues" | "tests" => false,
        "words" => object(value, text, |list, entries, text| {
            KEPT_LISTS.contains(&list) && whole(entries, text)
        }),
        "event" => object(value, text, |key, value, text| {
            key == "told-apart-by" && whole(value, text)
        }),
        "claims" => {
            text.push('[');
            for (at, claim) in value.items().iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                object(claim, text, self::claim);
            }
            text.push(']');
            true
        }
        _ => whole(value, text),
    });
    text
}

fn claim(key: &str, value: &Tree<'_>, text: &mut String) -> bool {
    match key {
        "find" | "unless" | "doubt" | "counts" | "tests" | "note" => false,
        // Whether it is there is asked for.
        "today-unless" => {
            text.push_str("[]");
            true
        }
        // The labels are asked for, the phrases are patterns.
        "choices" => object(value, text, |_, _, text| {
            text.push_str("[]");
            true
        }),
        _ => whole(value, text),
    }
}

/// Writes those entries of an object that `write` writes.
fn object(
    tree: &Tree<'_>,
    text: &mut String,
    write: impl Fn(&str, &Tree<'_>, &mut String) -> bool,
) -> bool {
    text.push('{');
    let mut is_first = true;
    for (key, value) in tree.entries() {
        let mut entry = String::new();
        string(&key.text, &mut entry);
        entry.push(':');
        if write(&key.text, value, &mut entry) {
            if !std::mem::take(&mut is_first) {
                text.push(',');
            }
            text.push_str(&entry);
        }
    }
    text.push('}');
    true
}

fn whole(tree: &Tree<'_>, text: &mut String) -> bool {
    match &tree.data {
        Data::Null => text.push_str("null"),
        Data::Flag(flag) => text.push_str(&flag.to_string()),
        Data::Number(number) => text.push_str(&number.to_string()),
        Data::Text(inner) => string(&inner.text, text),
        Data::List(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                whole(item, text);
            }
            text.push(']');
        }
        Data::Object(_) => {
            object(tree, text, |_, value, text| whole(value, text));
        }
    }
    true
}

fn escaped(c: char) -> String {
    format!("\\u{:04x}", u32::from(c))
}

fn string(inner: &str, text: &mut String) {
    text.push('"');
    for c in inner.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            c if c.is_control() => text.push_str(&escaped(c)),
            c => text.push(c),
        }
    }
    text.push('"');
}
