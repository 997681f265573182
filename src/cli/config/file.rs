//! `twosource.json` as it is written: the serde mirror. `docs/schema/config.schema.json` says the same.

use crate::cli::json::Raw;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct File<'f> {
    #[serde(default, rename = "$schema")]
    #[expect(dead_code, reason = "read by editors")]
    schema: Option<String>,
    #[serde(borrow)]
    pub(super) format: Raw<'f>,
    #[serde(default)]
    #[expect(dead_code, reason = "free text for readers of the file")]
    note: String,
    #[serde(borrow)]
    pub(super) groups: Vec<Raw<'f>>,
    #[serde(default, borrow)]
    pub(super) rules: Vec<Raw<'f>>,
    #[serde(default, borrow)]
    pub(super) packs: BTreeMap<String, Raw<'f>>,
    #[serde(default, borrow)]
    pub(super) severity: BTreeMap<String, Raw<'f>>,
    #[serde(default, borrow)]
    pub(super) fail_on: Option<Raw<'f>>,
    #[serde(default, borrow)]
    pub(super) accepted: Option<Raw<'f>>,
}

/// Articles that are compared with each other, or many such groups at once.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct GroupFile<'f> {
    #[serde(default, borrow)]
    pub(super) id: Option<Raw<'f>>,
    #[serde(default)]
    #[expect(dead_code, reason = "free text for readers of the file")]
    note: String,
    #[serde(default, borrow)]
    pub(super) articles: Option<Vec<Raw<'f>>>,
    #[serde(default, borrow)]
    pub(super) folders: Option<Raw<'f>>,
    #[serde(default, borrow)]
    pub(super) jsonl: Option<Raw<'f>>,
    #[serde(default, borrow)]
    pub(super) mode: Option<Raw<'f>>,
    #[serde(default)]
    pub(super) same_event: bool,
    #[serde(default)]
    pub(super) allow_silent: bool,
}

/// An article with what is known of it from outside.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ArticleFile<'f> {
    #[serde(borrow)]
    pub(super) path: Raw<'f>,
    #[serde(default, borrow)]
    pub(super) published: Option<Raw<'f>>,
}

/// A finding that somebody answers for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AcceptedFile<'f> {
    #[serde(borrow)]
    pub(super) fingerprint: Raw<'f>,
    #[serde(default)]
    pub(super) claim: Option<String>,
    #[serde(borrow)]
    pub(super) reason: Raw<'f>,
    #[serde(default, borrow)]
    pub(super) until: Option<Raw<'f>>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;
    use std::collections::BTreeSet;

    const SCHEMA: &str = include_str!("../../../docs/schema/config.schema.json");

    /// The keys that the mirror `T` allows, as serde lists them for one it does not.
    fn keys<'f, T: Deserialize<'f> + std::fmt::Debug>() -> BTreeSet<String> {
        let message = serde_json::from_str::<T>("{\"?\": 0}")
            .err()
            .map_or_else(String::new, |error| error.to_string());
        let expected = message.split("expected").nth(1).unwrap_or("").to_owned();
        let quoted = expected.split('`').skip(1).step_by(2);
        quoted.map(str::to_owned).collect()
    }

    fn properties(at: &Value) -> BTreeSet<String> {
        let map = at.get("properties").and_then(Value::as_object);
        map.into_iter()
            .flatten()
            .map(|(key, _)| key.clone())
            .collect()
    }

    #[test]
    fn the_schema_lists_the_keys_that_are_read() {
        let schema: Value = serde_json::from_str(SCHEMA).unwrap_or_default();
        let part = |name: &str| {
            schema
                .pointer(&format!("/$defs/{name}"))
                .cloned()
                .unwrap_or_default()
        };
        assert_eq!(keys::<File>(), properties(&schema));
        assert_eq!(keys::<GroupFile>(), properties(&part("group")));
        assert_eq!(keys::<ArticleFile>(), properties(&part("article")));
        assert_eq!(keys::<AcceptedFile>(), properties(&part("accepted")));
    }
}
