//! Every way in which a run of `twosource check` ends: the rows of the table in docs/ci.md.

use super::check::{CONFIG, check, configure, desk, ends, fingerprint};
use super::program::{folder, out, refuses, root, run, write};
use std::fs;

#[test]
fn exit_0_without_discrepancies() {
    let here = desk("exit-clean");
    write(&here, "wire.txt", "The ferry stopped because of the ice.");
    ends(&check(&here), 0, "ok  ferry: 2 articles, ");
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
        text.replacen('{', "{\"severity\": {\"baseline.stale\": \"note\"},", 1),
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
    ends(&check(&here), 1, "(unsupported, warning)");
}

#[test]
fn exit_2_without_a_configuration() {
    let here = folder("exit-no-config");
    refuses(
        &run(&here, &["check", "--config", "none.json"]),
        &["none.json", "no such file"],
    );
    // Nor upwards of it, as of a folder of a checkout.
    let name = format!("twosource-exit-no-config-{}", std::process::id());
    let outside = std::env::temp_dir().join(name);
    fs::create_dir_all(&outside).expect("a folder");
    let output = check(&outside);
    fs::remove_dir_all(&outside).expect("an empty folder");
    refuses(&output, &["twosource.json", "folder above"]);
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
fn exit_2_before_1() {
    let here = desk("exit-both");
    configure(
        &here,
        "\"groups\": [",
        "\"groups\": [{\"articles\": [\"ours.txt\", \"gone.txt\"]},",
    );
    let output = check(&here);
    ends(&output, 2, "conflict[ferry.cause]");
    ends(&output, 2, "gone.txt: no such file");
}

#[test]
fn the_table_names_every_test_and_every_test_is_in_the_table() {
    let page = fs::read_to_string(root().join("docs/ci.md")).expect("the page");
    let own = include_str!("exits.rs");
    let mut rows: Vec<&str> = page
        .split('`')
        .filter(|word| word.starts_with("exit_"))
        .collect();
    let mut tests: Vec<&str> = own
        .lines()
        .filter_map(|line| line.strip_prefix("fn exit_")?.split('(').next())
        .collect();
    rows.sort_unstable();
    tests.sort_unstable();
    let tests: Vec<String> = tests.iter().map(|name| format!("exit_{name}")).collect();
    assert_eq!(rows, tests);
}
