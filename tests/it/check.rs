//! `twosource check` and what belongs to it: where its articles come from, the policy, the baseline, what it prints. How it
//! ends is in `exits`.

use super::program::{err, folder, out, refuses, run, write};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

pub(crate) const FERRY: &str = r#"{"format": 1, "id": "ferry", "event": {"seen-by": ["ferry"]},
 "claims": [{"id": "cause", "ask": "What stopped the ferry?",
   "choices": {"ice": ["ice"], "engine": ["engine"]}}]}"#;

pub(crate) const CONFIG: &str = "{\n  \"format\": 1,\n  \"groups\": [\n    {\"id\": \"ferry\", \"articles\": [\"ours.txt\", \"wire.txt\"]}\n  ],\n  \"accepted\": []\n}\n";

/// A folder with a rule, two accounts that differ, and a configuration.
pub(crate) fn desk(name: &str) -> PathBuf {
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

/// The configuration with `from` replaced.
pub(crate) fn configure(folder: &Path, from: &str, to: &str) {
    assert!(CONFIG.contains(from), "{from}");
    write(folder, "twosource.json", CONFIG.replace(from, to));
}

#[track_caller]
pub(crate) fn ends(output: &Output, code: i32, part: &str) {
    let said = out(output) + &err(output);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(said.contains(part), "{part:?} is missing in: {said}");
}

pub(crate) fn check(folder: &Path) -> Output {
    run(folder, &["check"])
}

pub(crate) fn fingerprint(folder: &Path) -> String {
    let output = run(folder, &["check", "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    let findings = answer["groups"][0]["findings"].as_array();
    let mut found = findings.into_iter().flatten();
    let finding = found.find(|finding| finding["claim"] == "ferry.cause");
    let name = finding.and_then(|finding| finding["fingerprint"].as_str());
    name.expect("a finding").to_owned()
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

/// Articles of which only the first says that the passengers got off, and only the second how many.
fn two_texts(name: &str) -> PathBuf {
    let here = desk(name);
    let rules = r#"{"format": 1, "id": "ferry", "event": {"seen-by": ["ferry"]}, "claims": [
        {"id": "cause", "ask": "What stopped the ferry?", "choices": {"ice": ["ice"], "engine": ["engine"]}},
        {"id": "aboard", "ask": "How many were aboard?", "value": "count", "find": ["{aboard} aboard"]},
        {"id": "port", "ask": "Where to?", "choices": {"north": ["northern port"], "south": ["southern port"]}}]}"#;
    write(&here, "rules/ferry.json", rules);
    write(
        &here,
        "ours.txt",
        "The ferry stopped because of ice, with 40 passengers aboard.",
    );
    write(
        &here,
        "wire.txt",
        "The ferry to the northern port stopped because of ice.",
    );
    here
}

#[test]
fn compare_takes_the_modes_of_the_configuration() {
    let here = two_texts("modes");
    let compare = |mode: &str| run(&here, &["compare", "--as", mode, "ours.txt", "wire.txt"]);
    let plain = compare("same-event");
    ends(&plain, 0, "2 only-in-one");
    assert!(!out(&plain).contains("ferry.aboard"), "{}", out(&plain));
    let summary = compare("summary");
    ends(&summary, 1, "A 40 passengers (unsupported, warning)");
    assert!(!out(&summary).contains("ferry.port"), "{}", out(&summary));
    let versions = compare("versions");
    ends(&versions, 0, "A 40 passengers (removed, note)");
    ends(&versions, 0, "B north (added, note)");
}

#[test]
fn what_seems_to_be_two_events_is_compared_as_one_when_told_so() {
    let here = two_texts("same-event");
    write(
        &here,
        "ours.txt",
        "Ferry stuck off Sorvik\n\nThe ferry Halvard stopped because of ice on Tuesday, with 40 passengers aboard. Captain Odd \
         Brenne of Sorvik blamed the rudder and asked the coast guard of Nordhavn for a tug.",
    );
    write(
        &here,
        "wire.txt",
        "Port Amber waits for its boat\n\nThe ferry Corrina stopped because of ice on Friday, with 90 passengers aboard. Joan \
         Castell, who runs the pier in Port Amber, told shopkeepers that bread would be flown in.",
    );
    let compare = |more: &[&str]| {
        run(
            &here,
            &[&["compare", "ours.txt", "wire.txt"], more].concat(),
        )
    };
    let judged = compare(&[]);
    ends(&judged, 0, "--same-event");
    ends(&judged, 0, "same event: no (different ");
    let given = compare(&["--same-event"]);
    ends(&given, 1, "same event: yes (as --same-event");
    ends(&given, 1, "40 passengers");
    assert!(
        !out(&given).contains("different events:"),
        "{}",
        out(&given)
    );
    let json = compare(&["--same-event", "--format", "jsonl"]);
    ends(&json, 1, "\"given\":true");
    let answer: serde_json::Value = serde_json::from_str(&out(&json)).expect("JSON");
    let rows = answer["findings"].as_array().expect("findings");
    let conflict = rows.iter().find(|row| row["verdict"] == "conflict");
    let name = conflict.and_then(|row| row["fingerprint"].as_str());
    let name = name.expect("a conflict");
    let explain = ["explain", name, "ours.txt", "wire.txt"];
    ends(&run(&here, &explain), 2, "--same-event");
    let explained = run(&here, &[&explain[..], &["--same-event"]].concat());
    ends(&explained, 0, &format!("{name} conflict"));
}

#[test]
fn what_a_summary_says_alone_is_told_in_every_format() {
    let here = two_texts("modes-formats");
    for row in twosource::report::FORMATS {
        let args = ["compare", "--as", "summary", "--format", row.name];
        let output = run(&here, &[&args[..], &["ours.txt", "wire.txt"]].concat());
        let said = out(&output);
        assert_eq!(output.status.code(), Some(1), "{}: {said}", row.name);
        assert!(said.contains("40 passengers"), "{}: {said}", row.name);
        let is_failure = row.name != "junit" || said.contains("<failure type=\"only-in-one\"");
        assert!(is_failure, "{said}");
    }
}

#[test]
fn every_format_tells_what_the_baseline_needs_and_what_could_not_be_checked() {
    let here = desk("notices");
    let id = fingerprint(&here);
    let entry = |id: &str| {
        format!("{{\"fingerprint\": \"{id}\", \"reason\": \"r\", \"until\": \"2030-01-01\"}}")
    };
    let list = format!("\"accepted\": [{}, {}]", entry(&id), entry("00000000"));
    configure(&here, "\"accepted\": []", &list);
    let of = |format: &str| {
        run(
            &here,
            &["check", "--today", "2031-01-01", "--format", format],
        )
    };
    for row in twosource::report::FORMATS {
        let said = out(&of(row.name));
        for kind in ["baseline.stale", "baseline.expired"] {
            assert!(said.contains(kind), "{}: {kind}: {said}", row.name);
        }
    }
    configure(&here, "wire.txt", "gone.txt");
    for row in twosource::report::FORMATS
        .iter()
        .filter(|row| row.name != "text")
    {
        let output = of(row.name);
        ends(&output, 2, "no such file");
        let is_told = out(&output).contains("no such file");
        assert!(
            is_told || row.name == "jsonl",
            "{}: {}",
            row.name,
            out(&output)
        );
    }
}

#[test]
fn an_accepted_finding_is_marked_where_everything_is_shown() {
    let here = desk("accepted-all");
    let id = fingerprint(&here);
    ends(&run(&here, &["accept", &id, "--reason", "seen"]), 0, &id);
    let all = run(&here, &["check", "--all"]);
    ends(&all, 0, "accepted conflict[ferry.cause]");
    ends(&all, 0, "accepted: seen");
    ends(&all, 0, "1 accepted");
}
