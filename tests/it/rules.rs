//! Rule files as their authors meet them: every broken file under `tests/broken` says exactly what is in the file beside it,
//! every example runs, and `docs/rules.md` says what the program does.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the program in a folder.
pub(crate) fn twosource(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_twosource"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .expect("the program runs")
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut files: Vec<PathBuf> = entries
        .map(|e| e.expect("an entry").path())
        .filter(|p| p.extension().is_some_and(|e| e == ending))
        .collect();
    files.sort();
    files
}

/// An empty folder of one test's own.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
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
        let output = twosource(&folder, &["rules", "lint", &name]);
        let said = stdout(&output);
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
    let folder = scratch("one_bad_file");
    let rules = folder.join("rules");
    std::fs::create_dir(&rules).expect("a folder");
    let good = std::fs::read_to_string(root().join("examples/rules/strike-ballot.json"));
    std::fs::write(rules.join("ballot.json"), good.expect("the example")).expect("written");
    std::fs::write(rules.join("bad.json"), "{\"format\": 1,}").expect("written");
    std::fs::write(rules.join("notes.txt"), "Ask the desk.").expect("written");
    std::fs::create_dir(rules.join("more")).expect("a folder");
    let output = twosource(&folder, &["rules", "test", "rules"]);
    assert_eq!(output.status.code(), Some(2));
    let said = stderr(&output);
    for part in [
        "rules/bad.json:1:13",
        "needs \"id\"",
        "rules/notes.txt",
        "rules/more",
    ] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    assert!(
        stdout(&output).contains(" 0 noisy, 0 missing"),
        "{}",
        stdout(&output)
    );
    assert!(
        !stdout(&output).starts_with("0 tests"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn a_nearer_file_replaces_one_of_the_same_id() {
    let folder = scratch("nearer_file");
    let rules = folder.join("rules");
    std::fs::create_dir(&rules).expect("a folder");
    let own = std::fs::read_to_string(root().join("rules/walkout.json")).expect("a pack");
    std::fs::write(rules.join("walkout.json"), &own).expect("written");
    let silent = twosource(&folder, &["rules", "list"]);
    assert!(stderr(&silent).is_empty(), "{}", stderr(&silent));
    std::fs::write(
        rules.join("walkout.json"),
        own.replacen("\"ask\": \"", "\"ask\": \"Now: ", 1),
    )
    .expect("written");
    let said = twosource(&folder, &["rules", "list"]);
    let note = "rules/walkout.json replaces the rule file walkout (built in: walkout.json)";
    assert!(stderr(&said).contains(note), "{}", stderr(&said));
    assert!(stdout(&said).contains("replaces built in: walkout.json"));
    // Two of one id in one folder: no telling which is meant.
    std::fs::write(
        rules.join("other.json"),
        own.replacen("\"ask\": \"", "\"ask\": \"Or: ", 1),
    )
    .expect("written");
    let both = twosource(&folder, &["rules", "list"]);
    assert_eq!(both.status.code(), Some(2));
    assert!(
        stderr(&both).contains("the id walkout is also that of rules/other.json"),
        "{}",
        stderr(&both)
    );
    // A broken file does not take the one away that it would have replaced.
    std::fs::remove_file(rules.join("other.json")).expect("removed");
    std::fs::write(
        rules.join("walkout.json"),
        own.replacen("\"ask\"", "\"aks\"", 1),
    )
    .expect("written");
    let broken = twosource(&folder, &["rules", "list"]);
    assert_eq!(broken.status.code(), Some(2));
    assert!(
        stdout(&broken).contains("(built in: walkout.json)"),
        "{}",
        stdout(&broken)
    );
}

#[test]
fn a_table_of_quantifiers_can_be_replaced() {
    let folder = scratch("quantifiers");
    let rules = folder.join("rules");
    std::fs::create_dir(&rules).expect("a folder");
    let table = std::fs::read_to_string(root().join("rules/quantifiers.json")).expect("the table");
    std::fs::write(
        folder.join("a.txt"),
        "A dozen or umpteen diplomats staged a walkout.\n",
    )
    .expect("written");
    let own = table.replacen("\"numerous\"", "\"umpteen\"", 1);
    assert_ne!(own, table);
    std::fs::write(rules.join("quantifiers.json"), &own).expect("written");
    let read = twosource(&folder, &["rules", "list"]);
    assert_eq!(read.status.code(), Some(0), "{}", stderr(&read));
    let twice = twosource(&folder, &["rules", "lint", "rules/quantifiers.json"]);
    assert_eq!(twice.status.code(), Some(0), "{}", stderr(&twice));
    std::fs::write(
        rules.join("quantifiers.json"),
        own.replacen("\"exact\"", "\"exactly\"", 1),
    )
    .expect("written");
    let refused = twosource(&folder, &["rules", "list"]);
    assert_eq!(refused.status.code(), Some(2));
    let said = stderr(&refused);
    assert!(
        said.contains("rules/quantifiers.json:") && said.contains("unknown bound \"exactly\""),
        "{said}"
    );
}

#[test]
fn a_new_file_passes_its_own_tests() {
    let folder = scratch("new_file");
    let made = twosource(&folder, &["rules", "new", "ferry-service"]);
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    let path = "rules/ferry-service.json";
    let tested = twosource(&folder, &["rules", "test", path]);
    assert_eq!(
        tested.status.code(),
        Some(0),
        "{}{}",
        stdout(&tested),
        stderr(&tested)
    );
    let linted = twosource(&folder, &["rules", "lint", "--strict", path]);
    assert_eq!(linted.status.code(), Some(0), "{}", stdout(&linted));
    let again = twosource(&folder, &["rules", "new", "ferry-service"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("there is such a file already"));
    let named = twosource(&folder, &["rules", "new", "Ferry Service"]);
    assert!(
        stderr(&named).contains("lower-case letters"),
        "{}",
        stderr(&named)
    );
}

#[test]
fn a_failing_test_says_how_far_the_rule_got() {
    let folder = scratch("failing_test");
    let pack = r#"{"format": 1, "id": "ballot", "use": ["common"], "event": {"seen-by": ["ballot"]},
 "claims": [{"id": "voters", "ask": "How many voted?", "value": "count", "find": ["{voters} cast (a | their) vote"], "tests": [
  {"in": "In the ballot 40 nurses cast their vote.", "get": "40 nurses"},
  {"in": "In the ballot 40 nurses cast a ballot paper.", "get": "40 nurses"},
  {"in": "In the ballot 40 nurses did not cast a vote.", "get": "40 nurses"},
  {"in": "In the ballot 40 nurses cast a vote.", "get": null}]}]}"#;
    std::fs::write(folder.join("ballot.json"), pack).expect("written");
    let output = twosource(&folder, &["rules", "test", "ballot.json"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let said = stdout(&output);
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
    let junit = stdout(&twosource(
        &folder,
        &["rules", "test", "--format", "junit", "ballot.json"],
    ));
    assert!(
        junit.contains("<testsuites tests=\"4\" failures=\"3\">"),
        "{junit}"
    );
    let json = stdout(&twosource(
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
        let tested = twosource(&folder, &["rules", "test", &rules]);
        assert_eq!(
            tested.status.code(),
            Some(0),
            "{}{}",
            stdout(&tested),
            stderr(&tested)
        );
        let linted = twosource(&folder, &["rules", "lint", "--strict", &rules]);
        assert_eq!(linted.status.code(), Some(0), "{}", stdout(&linted));
        let (a, b) = (
            format!("articles/{name}-a.txt"),
            format!("articles/{name}-b.txt"),
        );
        let compared = twosource(&folder, &["compare", &a, &b]);
        let expected = folder.join(format!("articles/{name}.report"));
        if std::env::var_os("TWOSOURCE_BLESS").is_some() {
            std::fs::write(&expected, stdout(&compared)).expect("written");
        }
        let wanted = std::fs::read_to_string(&expected).unwrap_or_default();
        assert_eq!(stdout(&compared), wanted, "{name}");
        assert_eq!(
            compared.status.code(),
            Some(1),
            "{name} has a planted conflict"
        );
    }
}

#[test]
fn the_schema_describes_every_key() {
    let output = twosource(&root(), &["rules", "schema"]);
    let schema: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("JSON");
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
    let output = twosource(&folder, &["explain", "ferry-service.stranded", a, b]);
    let said = stdout(&output);
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
    let again = stdout(&twosource(&folder, &["explain", &fingerprint, a, b]));
    assert!(
        again.contains(&fingerprint) && again.contains("means     count"),
        "{again}"
    );
    let traced = stdout(&twosource(
        &folder,
        &["explain", "ferry-service.from", a, "--trace"],
    ));
    assert!(traced.contains("trace of"), "{traced}");
    let unknown = twosource(&folder, &["explain", "ferry-service.stranted", a]);
    assert!(stderr(&unknown).contains("did you mean ferry-service.stranded?"));
}

#[test]
fn stats_count_right_and_wrong() {
    let folder = scratch("stats");
    let pair = r#"{"id": "p", "articles": [{"text": "The ferry was cancelled and 300 passengers were stranded."}, {"text": "The ferry was cancelled and 450 passengers were stranded."}], "gold": [{"verdict": "conflict", "quote_a": "300 passengers", "quote_b": "450 passengers"}]}"#;
    std::fs::write(folder.join("gold.jsonl"), pair).expect("written");
    let pack = root().join("examples/rules/ferry-service.json");
    let pack = pack.to_string_lossy();
    let output = twosource(
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
    let said: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("JSON");
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
