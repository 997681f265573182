//! The published JSON Schemas: what the program writes fits them, and so do the configurations that it takes.

use super::program::{folder, out, root, run};
use serde_json::Value;

/// Every way in which `value` does not fit `schema`. Knows the words of JSON Schema that ours use, and refuses others.
fn misfits(value: &Value, schema: &Value, whole: &Value, path: &str, wrong: &mut Vec<String>) {
    const KNOWN: [&str; 17] = [
        "$schema",
        "$ref",
        "$defs",
        "title",
        "description",
        "type",
        "const",
        "enum",
        "anyOf",
        "oneOf",
        "required",
        "properties",
        "additionalProperties",
        "items",
        "minItems",
        "minimum",
        "pattern",
    ];
    let fits = |schema: &Value| {
        let mut wrong = Vec::new();
        misfits(value, schema, whole, path, &mut wrong);
        wrong.is_empty()
    };
    for (word, rule) in schema.as_object().expect("a schema") {
        assert!(
            KNOWN.contains(&word.as_str()) || word == "minLength",
            "{word}"
        );
        let good = match word.as_str() {
            "$ref" => {
                let at = rule
                    .as_str()
                    .and_then(|r| r.strip_prefix('#'))
                    .expect("a reference");
                let target = whole.pointer(at).expect("what it refers to");
                misfits(value, target, whole, path, wrong);
                true
            }
            "type" => match rule {
                Value::Array(types) => types.iter().any(|t| is(value, t)),
                one => is(value, one),
            },
            "const" => value == rule,
            "enum" => rule.as_array().expect("values").contains(value),
            "anyOf" => rule.as_array().expect("schemas").iter().any(fits),
            "oneOf" => {
                rule.as_array()
                    .expect("schemas")
                    .iter()
                    .filter(|s| fits(s))
                    .count()
                    == 1
            }
            "required" => rule
                .as_array()
                .expect("keys")
                .iter()
                .all(|key| value.get(key.as_str().unwrap_or("")).is_some()),
            "properties" => {
                for (key, schema) in rule.as_object().expect("properties") {
                    if let Some(inner) = value.get(key) {
                        misfits(inner, schema, whole, &format!("{path}/{key}"), wrong);
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = |key: &String| schema["properties"].get(key).is_some();
                let rest = value
                    .as_object()
                    .into_iter()
                    .flatten()
                    .filter(|(k, _)| !known(k));
                for (key, inner) in rest {
                    match rule {
                        Value::Bool(false) => wrong.push(format!("{path}: {key} is not allowed")),
                        schema => misfits(inner, schema, whole, &format!("{path}/{key}"), wrong),
                    }
                }
                true
            }
            "items" => {
                for (at, inner) in value.as_array().into_iter().flatten().enumerate() {
                    misfits(inner, rule, whole, &format!("{path}/{at}"), wrong);
                }
                true
            }
            "minItems" => value
                .as_array()
                .is_none_or(|a| a.len() as u64 >= rule.as_u64().unwrap_or(0)),
            "minimum" => value.as_f64() >= rule.as_f64(),
            _ => true,
        };
        if !good {
            wrong.push(format!("{path}: {word} {rule}, found {value}"));
        }
    }
}

fn is(value: &Value, kind: &Value) -> bool {
    match kind.as_str().unwrap_or("") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("{other} is no type"),
    }
}

#[track_caller]
fn check(name: &str, part: &str, value: &Value) {
    let text = out(&run(root(), &["schema", name]));
    let whole: Value = serde_json::from_str(&text).expect("a schema");
    let schema = whole.pointer(part).expect("the part of the schema");
    let mut wrong = Vec::new();
    misfits(value, schema, &whole, "", &mut wrong);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_printed_fits_the_schema() {
    const A: &str = "seeds/000_336b56e339cc527d.txt";
    const B: &str = "seeds/001_757741da40e0dde8.txt";
    for (part, args) in [
        ("mentions", vec!["mentions", A]),
        ("read", vec!["read", B]),
        ("extract", vec!["extract", B]),
        ("compare", vec!["compare", A, B]),
    ] {
        let args = [args, vec!["--format", "json"]].concat();
        let answer = serde_json::from_str(&out(&run(root(), &args))).expect("JSON");
        check("output", &format!("/$defs/{part}"), &answer);
        check("output", "", &answer);
    }
}

#[test]
fn what_check_prints_and_reads_fits_the_schemas() {
    let here = folder("schema-check");
    let config = r#"{"format": 1, "note": "n", "groups": [{"id": "g", "articles": [{"path": "a.txt", "published": "2024-05-02"}, "b.txt"], "mode": "summary"}],
      "packs": {"*": "off", "ferry": "on"}, "severity": {"ferry.*": "warning", "ferry.cause": {"conflict": "error"}},
      "accepted": [{"fingerprint": "0000000a", "reason": "r", "until": "2024-01-01"}]}"#;
    std::fs::create_dir(here.join("rules")).expect("a folder");
    std::fs::write(here.join("rules/ferry.json"), super::check::FERRY).expect("a file");
    std::fs::write(here.join("a.txt"), "The ferry stopped because of ice.").expect("a file");
    std::fs::write(
        here.join("b.txt"),
        "The ferry stopped because of its engine.",
    )
    .expect("a file");
    std::fs::write(here.join("twosource.json"), config).expect("a file");
    check("config", "", &serde_json::from_str(config).expect("JSON"));
    let output = run(&here, &["check", "--format", "json"]);
    let answer: Value = serde_json::from_str(&out(&output)).expect("JSON");
    assert_eq!(answer["outcome"], "findings");
    assert_eq!(answer["baseline"][0]["claim"], "baseline.stale");
    check("output", "/$defs/check", &answer);
    for line in out(&run(&here, &["check", "--format", "jsonl"])).lines() {
        check("output", "", &serde_json::from_str(line).expect("JSON"));
    }
}

#[test]
fn the_schema_of_rules_has_two_names() {
    let here = folder("schema-rules");
    let one = out(&run(&here, &["schema", "rules"]));
    assert_eq!(one, out(&run(&here, &["rules", "schema"])));
    assert!(one.contains("\"$schema\""), "{one}");
}
