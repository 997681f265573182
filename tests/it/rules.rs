//! Rule files as their authors meet them: every broken file under `tests/broken` says exactly what is in the file beside it,
//! every example runs, and `docs/rules.md` says what the program does.

use super::program::{err, folder, out, root, run, write};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut files: Vec<PathBuf> = entries
        .map(|e| e.expect("an entry").path())
        .filter(|p| p.extension().is_some_and(|e| e == ending))
        .collect();
    files.sort();
    files
}

/// Each `tests/broken/<name>.json` is linted; `<name>.txt` is what must be said. Set `TWOSOURCE_BLESS` to write them anew.
#[test]
fn broken_files_are_told_exactly() {
    let folder = root().join("tests/broken");
    let mut wrong = Vec::new();
    let broken = files(&folder, "json");
    assert!(broken.len() >= 20, "only {} broken files", broken.len());
    for path in broken {
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let output = run(&folder, &["rules", "lint", &name]);
        let said = out(&output);
        let expected = path.with_extension("txt");
        if std::env::var_os("TWOSOURCE_BLESS").is_some() {
            std::fs::write(&expected, &said).expect("the expectation is written");
        }
        let wanted = std::fs::read_to_string(&expected).unwrap_or_default();
        if said != wanted {
            wrong.push(format!("{name} says\n{said}\nand not\n{wanted}"));
        }
        let code = if said.contains("error: ") { 2 } else { 0 };
        assert_eq!(output.status.code(), Some(code), "{name}");
        assert!(
            said.contains("error: ") || said.contains("warning: "),
            "{name} is not broken"
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_bad_file_hides_no_other() {
    let folder = folder("one_bad_file");
    let rules = folder.join("rules");
    std::fs::create_dir(&rules).expect("a folder");
    let good = std::fs::read_to_string(root().join("examples/rules/strike-ballot.json"));
    write(&rules, "ballot.json", good.expect("the example"));
    write(&rules, "bad.json", "{\"format\": 1,}");
    write(&rules, "notes.txt", "Ask the desk.");
    std::fs::create_dir(rules.join("more")).expect("a folder");
    let output = run(&folder, &["rules", "test", "rules"]);
    assert_eq!(output.status.code(), Some(2));
    let said = err(&output);
    for part in [
        "rules/bad.json:1:13",
        "needs \"id\"",
        "rules/notes.txt",
        "rules/more",
    ] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    assert!(
        out(&output).contains(" 0 noisy, 0 missing"),
        "{}",
        out(&output)
    );
    assert!(!out(&output).starts_with("0 tests"), "{}", out(&output));
}

#[test]
fn a_new_file_passes_its_own_tests() {
    let folder = folder("new_file");
    let made = run(&folder, &["rules", "new", "ferry-service"]);
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    let path = "rules/ferry-service.json";
    let tested = run(&folder, &["rules", "test", path]);
    assert_eq!(
        tested.status.code(),
        Some(0),
        "{}{}",
        out(&tested),
        err(&tested)
    );
    let linted = run(&folder, &["rules", "lint", "--strict", path]);
    assert_eq!(linted.status.code(), Some(0), "{}", out(&linted));
    let again = run(&folder, &["rules", "new", "ferry-service"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(err(&again).contains("there is such a file already"));
    let named = run(&folder, &["rules", "new", "Ferry Service"]);
    assert!(
        err(&named).contains("lower-case letters"),
        "{}",
        err(&named)
    );
}

#[test]
fn a_failing_test_says_how_far_the_rule_got() {
    let folder = folder("failing_test");
    let pack = r#"{"format": 1, "id": "ballot", "use": ["common"], "event": {"seen-by": ["ballot"]},
 "claims": [{"id": "voters", "ask": "How many voted?", "value": "count", "find": ["{voters} cast (a | their) vote"], "tests": [
  {"in": "In the ballot 40 nurses cast their vote.", "get": "40 nurses"},
  {"in": "In the ballot 40 nurses cast a ballot paper.", "get": "40 nurses"},
  {"in": "In the ballot 40 nurses did not cast a vote.", "get": "40 nurses"},
  {"in": "In the ballot 40 nurses cast a vote.", "get": null}]}]}"#;
    write(&folder, "ballot.json", pack);
    let output = run(&folder, &["rules", "test", "ballot.json"]);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    let said = out(&output);
    for part in [
        "missing  ballot.voters  ballot.json:4:3",
        "got as far as `{voters} cast (a | their)` (\"40 nurses cast a\"), then `vote` is missing before \"ballot paper .",
        "noisy    ballot.voters  ballot.json:6:3",
        "wanted  nothing",
        "found   \"40 nurses\"",
        "by `{voters} cast (a | their) vote` (ballot.voters/1)",
        "4 tests: 1 validated, 1 noisy, 2 missing",
    ] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    let junit = out(&run(
        &folder,
        &["rules", "test", "--format", "junit", "ballot.json"],
    ));
    assert!(
        junit.contains("<testsuites tests=\"4\" failures=\"3\">"),
        "{junit}"
    );
    write(
        &folder,
        "hostile.json",
        pack.replace("a ballot paper", "a\\nballot\\uFFFE paper"),
    );
    let junit = out(&run(
        &folder,
        &["rules", "test", "--format", "junit", "hostile.json"],
    ));
    assert!(
        junit.contains("cast a ballot\u{fffd} paper.\" file="),
        "{junit}"
    );
    let json = out(&run(
        &folder,
        &["rules", "test", "--format", "json", "ballot.json"],
    ));
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["summary"]["missing"], 2);
    assert_eq!(json["tests"][1]["line"], 4);
}

/// Every pack under `examples/rules` passes its tests without a warning, and finds in its two articles what the report beside
/// them says. Set `TWOSOURCE_BLESS` to write the reports anew.
#[test]
fn examples_run() {
    let folder = root().join("examples");
    // The pack of the tutorial has its report in the manual.
    let packs = files(&folder.join("rules"), "json");
    assert!(packs.len() >= 4);
    for path in packs {
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let rules = format!("rules/{name}.json");
        let tested = run(&folder, &["rules", "test", &rules]);
        assert_eq!(
            tested.status.code(),
            Some(0),
            "{}{}",
            out(&tested),
            err(&tested)
        );
        let linted = run(&folder, &["rules", "lint", "--strict", &rules]);
        assert_eq!(linted.status.code(), Some(0), "{}", out(&linted));
        let (a, b) = (
            format!("articles/{name}-a.txt"),
            format!("articles/{name}-b.txt"),
        );
        let compared = run(&folder, &["compare", &a, &b]);
        let expected = folder.join(format!("articles/{name}.report"));
        if std::env::var_os("TWOSOURCE_BLESS").is_some() {
            std::fs::write(&expected, out(&compared)).expect("written");
        }
        let wanted = std::fs::read_to_string(&expected).unwrap_or_default();
        assert_eq!(out(&compared), wanted, "{name}");
        assert_eq!(
            compared.status.code(),
            Some(1),
            "{name} has a planted conflict"
        );
    }
}

#[test]
fn the_schema_describes_every_key() {
    let output = run(root(), &["rules", "schema"]);
    let schema: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    let mut keys = BTreeSet::new();
    let objects = schema["$defs"]
        .as_object()
        .expect("definitions")
        .values()
        .chain([&schema]);
    for object in objects {
        for (key, field) in object["properties"].as_object().expect("properties") {
            assert!(field["description"].is_string(), "{key} has no description");
            assert!(
                key == "$schema" || field["examples"][0] != serde_json::Value::Null || key == "get",
                "{key} has no example"
            );
            keys.insert(key.clone());
        }
    }
    for key in [
        "seen-by",
        "told-apart-by",
        "how-many",
        "bound-to",
        "broader",
        "published",
    ] {
        assert!(keys.contains(key), "{key}");
    }
}

#[test]
fn explanations_name_pattern_words_and_reason() {
    let folder = root().join("examples");
    let (a, b) = (
        "articles/ferry-service-a.txt",
        "articles/ferry-service-b.txt",
    );
    let output = run(&folder, &["explain", "ferry-service.stranded", a, b]);
    let said = out(&output);
    for part in [
        "pattern   ferry-service.stranded/1",
        "in the table of quantifiers",
        "decided   by the comparator number",
    ] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    let fingerprint: String = said
        .lines()
        .find(|l| l.contains(" conflict (error)"))
        .and_then(|l| l.split(' ').next())
        .expect("a conflict")
        .to_owned();
    let again = out(&run(&folder, &["explain", &fingerprint, a, b]));
    assert!(
        again.contains(&fingerprint) && again.contains("means     count"),
        "{again}"
    );
    let traced = out(&run(
        &folder,
        &["explain", "ferry-service.from", a, "--trace"],
    ));
    assert!(traced.contains("trace of"), "{traced}");
    let unknown = run(&folder, &["explain", "ferry-service.stranted", a]);
    assert!(err(&unknown).contains("did you mean ferry-service.stranded?"));
}

#[test]
fn stats_count_right_and_wrong() {
    let folder = folder("stats");
    let pair = r#"{"id": "p", "articles": [{"text": "The ferry was cancelled and 300 passengers were stranded."}, {"text": "The ferry was cancelled and 450 passengers were stranded."}], "gold": [{"verdict": "conflict", "quote_a": "300 passengers", "quote_b": "450 passengers"}]}"#;
    write(&folder, "gold.jsonl", pair);
    let pack = root().join("examples/rules/ferry-service.json");
    let pack = pack.to_string_lossy();
    let output = run(
        &folder,
        &[
            "rules",
            "stats",
            "--gold",
            "gold.jsonl",
            "--rules",
            &pack,
            "--format",
            "json",
        ],
    );
    let said: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    let rows = said["rules"].as_array().expect("rules");
    let row = rows
        .iter()
        .find(|r| r["claim"] == "ferry-service.stranded")
        .expect("the rule");
    assert_eq!(
        (&row["alarms"], &row["confirmed"], &row["answered"]),
        (&1.into(), &1.into(), &1.into())
    );
    assert_eq!(row["noisy"], false);
}
