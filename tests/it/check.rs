//! `twosource check` and what belongs to it: the policy, the baseline, and every way to end. The rows of the table in
//! docs/ci.md are the tests `exit_…` here.

use super::cli::{err, folder, out, refuses, run};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

pub(crate) const FERRY: &str = r#"{"format": 1, "id": "ferry", "event": {"seen-by": ["ferry"]},
 "claims": [{"id": "cause", "ask": "What stopped the ferry?",
   "choices": {"ice": ["ice"], "engine": ["engine"]}}]}"#;

const CONFIG: &str = "{\n  \"format\": 1,\n  \"groups\": [\n    {\"id\": \"ferry\", \"articles\": [\"ours.txt\", \"wire.txt\"]}\n  ],\n  \"accepted\": []\n}\n";

/// A folder with a rule, two accounts that differ, and a configuration.
fn desk(name: &str) -> PathBuf {
    let here = folder(name);
    fs::create_dir(here.join("rules")).expect("a folder");
    write(&here, "rules/ferry.json", FERRY);
    write(&here, "ours.txt", "The ferry stopped because of ice.");
    write(
        &here,
        "wire.txt",
        "The ferry stopped because of its engine.",
    );
    write(&here, "twosource.json", CONFIG);
    here
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("a file");
}

/// The configuration with `from` replaced.
fn configure(folder: &Path, from: &str, to: &str) {
    assert!(CONFIG.contains(from), "{from}");
    write(folder, "twosource.json", &CONFIG.replace(from, to));
}

#[track_caller]
fn ends(output: &Output, code: i32, part: &str) {
    let said = out(output) + &err(output);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(said.contains(part), "{part:?} is missing in: {said}");
}

fn check(folder: &Path) -> Output {
    run(folder, &["check"])
}

fn fingerprint(folder: &Path) -> String {
    let output = run(folder, &["check", "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    let found = answer["groups"][0]["findings"][0]["fingerprint"].as_str();
    found.expect("a finding").to_owned()
}

#[test]
fn exit_0_without_discrepancies() {
    let here = desk("exit-clean");
    write(&here, "wire.txt", "The ferry stopped because of the ice.");
    ends(
        &check(&here),
        0,
        "ok  ferry: 2 articles, 1 question compared",
    );
}

#[test]
fn exit_0_below_fail_on() {
    let here = desk("exit-below");
    ends(
        &run(&here, &["check", "--fail-on", "never"]),
        0,
        "conflict[ferry.cause]",
    );
    configure(
        &here,
        "\"accepted\": []",
        "\"severity\": {\"ferry.*\": \"note\"}",
    );
    ends(&check(&here), 0, "0 findings fail");
    ends(
        &run(&here, &["check", "--fail-on", "note"]),
        1,
        "1 finding fails",
    );
    configure(
        &here,
        "\"accepted\": []",
        "\"severity\": {\"ferry.cause\": \"warning\"}, \"fail-on\": \"error\"",
    );
    ends(&check(&here), 0, "0 findings fail");
}

#[test]
fn exit_0_when_accepted() {
    let here = desk("exit-accepted");
    let id = fingerprint(&here);
    ends(
        &run(
            &here,
            &[
                "accept",
                &id,
                "--reason",
                "we \"know\"",
                "--until",
                "2030-06-30",
            ],
        ),
        0,
        &id,
    );
    ends(
        &run(&here, &["check", "--today", "2030-06-30"]),
        0,
        "1 accepted",
    );
    let text = fs::read_to_string(here.join("twosource.json")).expect("the file");
    assert!(
        text.starts_with(&CONFIG[..CONFIG.find('[').expect("a list")]),
        "{text}"
    );
    assert_eq!(
        text.matches('\n').count(),
        CONFIG.matches('\n').count() + 2,
        "{text}"
    );
}

#[test]
fn exit_1_on_a_discrepancy() {
    ends(&check(&desk("exit-conflict")), 1, "conflict[ferry.cause]");
}

#[test]
fn exit_1_when_the_acceptance_has_expired() {
    let here = desk("exit-expired");
    let id = fingerprint(&here);
    ends(
        &run(
            &here,
            &["accept", &id, "--reason", "r", "--until", "2030-06-30"],
        ),
        0,
        &id,
    );
    let late = run(&here, &["check", "--today", "2030-07-01"]);
    ends(&late, 1, "warning[baseline.expired]: twosource.json:7:");
    ends(&late, 1, "conflict[ferry.cause]");
    ends(
        &run(
            &here,
            &["accept", &id, "--reason", "again", "--until", "2031-01-01"],
        ),
        0,
        &id,
    );
    ends(&run(&here, &["check", "--today", "2030-07-01"]), 0, "again");
}

#[test]
fn exit_1_on_a_stale_entry() {
    let here = desk("exit-stale");
    let id = fingerprint(&here);
    ends(&run(&here, &["accept", &id, "--reason", "r"]), 0, &id);
    write(&here, "wire.txt", "The ferry stopped because of the ice.");
    ends(&check(&here), 1, "warning[baseline.stale]");
    let text = fs::read_to_string(here.join("twosource.json")).expect("the file");
    write(
        &here,
        "twosource.json",
        &text.replacen('{', "{\"severity\": {\"baseline.stale\": \"note\"},", 1),
    );
    ends(&check(&here), 0, "note[baseline.stale]");
}

#[test]
fn exit_1_on_what_a_summary_says_alone() {
    let here = desk("exit-summary");
    write(
        &here,
        "ours.txt",
        "The ferry stopped because of ice. Its 40 passengers walked out of the Security Council on Monday.",
    );
    configure(
        &here,
        "\"ours.txt\", \"wire.txt\"]",
        "\"ours.txt\", \"wire.txt\"], \"mode\": \"summary\"",
    );
    write(&here, "wire.txt", "The ferry stopped because of ice.");
    ends(&check(&here), 1, "the summary alone says");
}

#[test]
fn exit_2_without_a_configuration() {
    let here = folder("exit-no-config");
    refuses(
        &run(&here, &["check", "--config", "none.json"]),
        &["none.json", "no such file"],
    );
}

#[test]
fn exit_2_on_a_mistake_in_the_configuration() {
    let here = desk("exit-bad-config");
    for (from, to, parts) in [
        (
            "\"groups\"",
            "\"group\"",
            ["twosource.json:3:3", "did you mean groups?"],
        ),
        (
            "\"id\"",
            "\"article\"",
            ["twosource.json:4:6", "did you mean articles?"],
        ),
        (
            "\"accepted\": []",
            "\"fail-on\": \"warn\"",
            ["twosource.json:6:14", "did you mean warning?"],
        ),
        (
            "\"accepted\": []",
            "\"severity\": {\"ferry.case\": \"note\"}",
            ["twosource.json:6:16", "did you mean ferry.cause?"],
        ),
        (
            "\"accepted\": []",
            "\"packs\": {\"fery\": \"off\"}",
            ["twosource.json:6:13", "did you mean ferry?"],
        ),
        (
            "\"accepted\": []",
            "\"accepted\": [{\"fingerprint\": \"x\", \"reason\": \"r\"}]",
            ["twosource.json:6:32", "eight hexadecimal"],
        ),
        (
            "\"format\": 1",
            "\"format\": 2",
            ["twosource.json:2:13", "format 1"],
        ),
        ("  ],\n", "  ],,\n", ["twosource.json:5:5", ""]),
        (
            "[\"ours.txt\", \"wire.txt\"]",
            "[\"ours.txt\", {\"path\": \"wire.txt\", \"published\": \"May\"}]",
            ["twosource.json:4:", "YYYY-MM-DD"],
        ),
    ] {
        configure(&here, from, to);
        refuses(&check(&here), &parts);
    }
}

#[test]
fn exit_2_on_an_unreadable_article() {
    let here = desk("exit-unreadable");
    fs::remove_file(here.join("wire.txt")).expect("a file");
    refuses(
        &run(&here, &["check", "--fail-on", "never"]),
        &["twosource.json:4:46", "wire.txt: no such file"],
    );
    fs::write(here.join("wire.txt"), [0, 1, 2]).expect("a file");
    refuses(&check(&here), &["wire.txt", "no text"]);
    write(&here, "wire.txt", "  ");
    refuses(&check(&here), &["wire.txt", "empty"]);
}

#[test]
fn exit_2_on_a_pattern_that_fits_nothing() {
    let here = desk("exit-glob");
    configure(&here, "\"wire.txt\"", "\"*.html\"");
    refuses(
        &check(&here),
        &["twosource.json:4:", "no file fits \"*.html\""],
    );
    configure(
        &here,
        "\"articles\": [\"ours.txt\", \"wire.txt\"]",
        "\"folders\": \"stories/*\"",
    );
    refuses(&check(&here), &["no folder fits"]);
}

#[test]
fn exit_2_on_a_group_of_one() {
    let here = desk("exit-single");
    configure(&here, ", \"wire.txt\"", "");
    refuses(&check(&here), &["twosource.json:4:5", "one article"]);
}

#[test]
fn exit_2_without_rules() {
    let here = desk("exit-no-rules");
    configure(&here, "\"accepted\": []", "\"packs\": {\"*\": \"off\"}");
    refuses(&check(&here), &["every pack is off"]);
    configure(&here, "\"accepted\": []", "\"rules\": [\"more.json\"]");
    refuses(&check(&here), &["more.json"]);
}

#[test]
fn exit_2_on_a_mistake_in_a_rule_file() {
    let here = desk("exit-bad-rule");
    write(
        &here,
        "rules/bad.json",
        "{\"format\": 1, \"id\": \"bad\", \"claim\": []}",
    );
    let output = check(&here);
    refuses(&output, &["rules/bad.json"]);
    assert!(
        out(&output).contains("conflict[ferry.cause]"),
        "the others still run"
    );
}

#[test]
fn exit_2_when_an_article_makes_no_claim() {
    let here = desk("exit-silent");
    write(&here, "wire.txt", "The weather was fine.");
    refuses(&check(&here), &["wire.txt", "no claim"]);
    configure(&here, "\"id\"", "\"allow-silent\": true, \"id\"");
    ends(&check(&here), 0, "0 questions compared");
}

#[test]
fn exit_2_on_a_wrong_option() {
    refuses(
        &run(&desk("exit-usage"), &["check", "--fail-on", "warn"]),
        &["warn"],
    );
}

#[test]
fn exit_2_on_accepting_what_is_not_there() {
    let here = desk("exit-accept");
    refuses(
        &run(&here, &["accept", "00000000", "--reason", "r"]),
        &["00000000"],
    );
    refuses(&run(&here, &["accept", "00000000"]), &["--reason"]);
    assert_eq!(
        fs::read_to_string(here.join("twosource.json")).expect("the file"),
        CONFIG
    );
}

#[test]
fn the_configuration_is_found_upwards_and_its_paths_count_from_it() {
    let here = desk("upwards");
    fs::create_dir_all(here.join("deep/er")).expect("a folder");
    ends(&check(&here.join("deep/er")), 1, "ours.txt:1:");
}

#[test]
fn groups_come_from_patterns_folders_and_lines() {
    let here = desk("groups");
    for (name, text) in [
        ("one/a.txt", "ice"),
        ("one/b.txt", "ice"),
        ("two/a.txt", "ice"),
        ("two/b.txt", "engine"),
    ] {
        let path = here.join("stories").join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, format!("The ferry stopped because of {text}.")).expect("a file");
    }
    write(
        &here,
        "pairs.jsonl",
        "{\"id\": \"p1\", \"articles\": [{\"text\": \"The ferry met ice.\"}, {\"text\": \"The ferry met ice.\"}]}\n",
    );
    let groups = "{\"folders\": \"stories/*\"}, {\"jsonl\": \"pairs.jsonl\"}, {\"id\": \"all\", \"articles\": [\"stories/**/a.txt\"]}";
    configure(
        &here,
        "{\"id\": \"ferry\", \"articles\": [\"ours.txt\", \"wire.txt\"]}",
        groups,
    );
    let output = check(&here);
    for part in [
        "ok  stories/one",
        "== stories/two",
        "ok  p1",
        "ok  all",
        "4 groups checked: 1 finding",
    ] {
        ends(&output, 1, part);
    }
    let shown = out(&run(&here, &["check", "--show-config"]));
    assert!(shown.contains("stories/two/b.txt"), "{shown}");
}

#[test]
fn init_writes_what_check_reads() {
    let here = desk("init");
    refuses(&run(&here, &["init", "ours.txt", "wire.txt"]), &["--force"]);
    fs::remove_file(here.join("twosource.json")).expect("a file");
    refuses(
        &run(&here, &["init", "ours.txt", "none.txt"]),
        &["none.txt"],
    );
    refuses(
        &run(&here, &["init", "ours.txt"]),
        &["ours.txt", "two articles"],
    );
    assert!(!here.join("twosource.json").exists());
    ends(
        &run(&here, &["init", "ours.txt", "wire.txt"]),
        0,
        "1 group, 1 finding to settle",
    );
    ends(&check(&here), 1, "conflict[ferry.cause]");
}

#[test]
fn nothing_hostile_in_names_or_reasons_is_printed_raw() {
    let here = desk("check-hostile");
    let id = fingerprint(&here);
    configure(
        &here,
        "\"id\": \"ferry\"",
        "\"id\": \"x\\u001b[31m\\n::error::y\"",
    );
    ends(
        &run(&here, &["accept", &id, "--reason", "a\u{1b}]0;x\u{7}\nb"]),
        0,
        &id,
    );
    for args in [
        ["check"].as_slice(),
        &["check", "--all"],
        &["check", "--fail-on", "note"],
    ] {
        let output = run(&here, args);
        let said = out(&output) + &err(&output);
        let raw = |c: &char| *c != '\n' && twosource::text::is_unsafe(*c);
        assert_eq!(said.chars().find(raw), None, "{said:?}");
        assert!(
            !said.lines().any(|line| line.starts_with("::error")),
            "{said}"
        );
    }
}

#[test]
fn completions_and_manual_pages_are_printed() {
    let here = folder("manual");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(&here, &["completions", shell]);
        assert!(out(&script).contains("fail-on"), "{shell}");
    }
    assert!(out(&run(&here, &["man"])).contains(".TH twosource"));
    ends(&run(&here, &["man", "--out", "pages"]), 0, "");
    assert!(here.join("pages/twosource-check.1").exists());
}
