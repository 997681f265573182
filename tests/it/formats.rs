//! The output formats: what they write for the seeds and for three accounts, and that nothing unsafe reaches any of them.
//!
//! `tests/formats/snapshots` holds a file a format, all of one story; with `TWOSOURCE_ACCEPT=1` they are written instead of compared: read them
//! before they go in. `tests/formats/validate.sh` reads the formats with other people's programs.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use crate::program::{SEEDS, folder, out, root, run, write};
use crate::report::{HOSTILE, load, with_hostile_report};
use proptest::prelude::*;
use std::path::Path;
use twosource::compare::Verdict;
use twosource::finding::Mode;
use twosource::report::{FORMATS, FormatRow, Notice, Report, Show, UNCHECKED, format};
use twosource::rule::Severity;
use twosource::text::is_unsafe;

fn row(name: &str) -> &'static FormatRow {
    format(name).expect("a format")
}

fn rendered(name: &str, report: Report<'_>) -> String {
    (row(name).render)(&[report], &[], Show::ALL)
}

/// What a run may have to say beside its findings.
fn notices() -> Vec<Notice> {
    let notice = |kind, severity, place| Notice {
        kind,
        severity,
        message: format!("a {kind} <notice> | with \"quotes\"\n::error::and a line"),
        file: "two<source>.json".to_owned(),
        place,
        fingerprint: format!("{kind}-1"),
    };
    vec![
        notice(UNCHECKED, Severity::Error, None),
        notice("baseline.expired", Severity::Warning, Some((7, 5))),
        notice("baseline.stale", Severity::Note, Some((8, 5))),
    ]
}

/// A page without its style sheet and script, which have files of their own to be read in, nor their hashes.
fn without_assets(page: &str) -> String {
    let cut = |text: &str, from: &str, to: &str| match (text.find(from), text.find(to)) {
        (Some(start), Some(end)) if start < end => {
            format!("{}{}", &text[..start + from.len()], &text[end..])
        }
        _ => text.to_owned(),
    };
    let page = cut(page, "<style>", "</style>");
    let page = cut(&page, "<script>", "</script>");
    cut(&page, "script-src '", "; img-src")
}

#[test]
fn formats_look_as_accepted() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let case = "three-accounts";
    let (rules, articles) = load(&root.join("tests/cases").join(case));
    let mut wrong = Vec::new();
    // The text has its own snapshots, and a line of JSON says what the indented form says.
    for row in FORMATS
        .iter()
        .filter(|row| !matches!(row.name, "text" | "jsonl"))
    {
        let mut report = twosource::compare(case, &articles, &rules, Mode::SameEvent);
        let mut alarms = report.findings.iter().filter(|f| f.verdict.is_alarm());
        let accepted = alarms.next_back().expect("an alarm");
        let reason = "a <reason> with \"quotes\" | and a bar".to_owned();
        report
            .suppressed
            .insert(accepted.fingerprint.clone(), reason);
        let shown = (row.render)(&[report], &notices(), Show::ALL);
        let shown = without_assets(&shown);
        let name = format!("{case}.{}", row.name);
        let path = root.join("tests/formats/snapshots").join(name);
        crate::hold(&shown, &path, &mut wrong);
    }
    assert!(
        wrong.is_empty(),
        "not as accepted (TWOSOURCE_ACCEPT=1 accepts):\n{}",
        wrong.join("\n")
    );
}

#[test]
fn notices_forge_nothing() {
    for row in FORMATS {
        let shown = (row.render)(&[], &notices(), Show::ALL);
        let mut lines = shown.lines();
        let forged = lines.any(|line| line.trim_start().starts_with("::error::"));
        let is_marked_up = matches!(row.name, "html" | "junit" | "markdown");
        let tagged = is_marked_up && shown.contains("<notice>");
        assert!(!forged && !tagged, "{}: {shown}", row.name);
    }
}

#[test]
fn pairs_for_validators_hold_every_verdict() {
    let pairs = "tests/formats/pairs.jsonl";
    let asked = [
        "compare",
        "--rules",
        "examples/rules",
        "--format",
        "jsonl",
        pairs,
    ];
    let answers = out(&run(root(), &asked));
    for verdict in Verdict::ALL {
        let found = format!("\"verdict\":\"{}\"", verdict.label());
        assert!(answers.contains(&found), "{found} is missing in {answers}");
    }
}

#[test]
fn the_command_line_takes_every_format_of_the_table() {
    for row in FORMATS {
        let asked = ["compare", "--format", row.name, SEEDS[0], SEEDS[1]];
        let output = run(root(), &asked);
        assert_eq!(output.status.code(), Some(1), "{}", row.name);
        assert!(!output.stdout.is_empty(), "{}", row.name);
    }
}

#[test]
fn many_groups_make_one_file() {
    let (rules, articles) = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/strike"));
    for row in FORMATS.iter().filter(|row| row.many) {
        let report = |id| twosource::compare(id, &articles, &rules, Mode::SameEvent);
        let shown = (row.render)(&[report("one"), report("two")], &[], Show::ALL);
        let whole = match row.name {
            "sarif" | "gitlab" => serde_json::from_str::<serde_json::Value>(&shown).is_ok(),
            "junit" => {
                shown.matches("<testsuites").count() == 1
                    && shown.matches("<testsuite ").count() == 2
            }
            "html" => shown.matches("<!doctype").count() == 1,
            _ => shown.lines().count() > 2,
        };
        assert!(whole, "{}: {shown}", row.name);
        // No group is no reason to fail.
        let _ = (row.render)(&[], &[], Show::ALL);
    }
}

#[test]
fn an_accepted_finding_is_marked_and_raises_no_alarm() {
    let (rules, articles) = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/strike"));
    let accepted = || {
        let mut report = twosource::compare("case", &articles, &rules, Mode::SameEvent);
        let names: Vec<String> = report
            .findings
            .iter()
            .map(|f| f.fingerprint.clone())
            .collect();
        for name in names {
            report
                .suppressed
                .insert(name, "seen by the desk".to_owned());
        }
        report
    };
    for row in FORMATS
        .iter()
        .filter(|row| !matches!(row.name, "text" | "github" | "gitlab"))
    {
        assert!(
            rendered(row.name, accepted()).contains("seen by the desk"),
            "{}",
            row.name
        );
    }
    assert_eq!(rendered("github", accepted()), "");
    assert_eq!(rendered("gitlab", accepted()).trim(), "[]");
    assert!(!rendered("junit", accepted()).contains("<failure"));
    assert!(rendered("sarif", accepted()).contains("\"justification\""));
}

/// Names and texts that would be a command, a tag, a link or a cell, were they written raw.
const FORGERIES: [&str; 7] = [
    "##[stop-commands]forged",
    "\n::error::forged",
    "<script>forged</script>",
    "\" onload=\"forged",
    "![forged](x)|",
    "]]><forged/>",
    "%0A::error file=x::forged",
];

#[test]
fn nothing_can_be_forged() {
    for forgery in FORGERIES {
        let strings = std::array::from_fn(|_| format!("{forgery} {forgery}"));
        with_hostile_report(&strings, |report| {
            for row in FORMATS {
                let shown = (row.render)(std::slice::from_ref(report), &[], Show::ALL);
                let commands = shown
                    .lines()
                    .filter(|line| line.trim_start().starts_with("::"));
                for line in commands {
                    assert!(
                        row.name == "github"
                            && line.contains("file=")
                            && line.matches("::").count() >= 2,
                        "{}: {line}",
                        row.name
                    );
                    let title = line
                        .trim_start_matches("::")
                        .split("::")
                        .next()
                        .unwrap_or("");
                    assert!(
                        !title.contains(":forged") && !line.starts_with("::error::"),
                        "{line}"
                    );
                }
                // The runner reads a line of ours as what it begins with; in others it looks for this anywhere.
                assert!(
                    row.name == "github" || !shown.contains("##["),
                    "{}: {shown}",
                    row.name
                );
                if matches!(row.name, "html" | "junit") {
                    assert!(
                        !shown.contains("<script>forged") && !shown.contains("<forged"),
                        "{}: {shown}",
                        row.name
                    );
                    assert!(
                        !shown.contains("\" onload=\"forged"),
                        "{}: {shown}",
                        row.name
                    );
                }
                if row.name == "markdown" {
                    assert!(
                        !shown.contains("<script>") && !shown.contains("[forged]("),
                        "{shown}"
                    );
                }
            }
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_unsafe_reaches_any_format(strings in prop::array::uniform6(HOSTILE)) {
        with_hostile_report(&strings, |report| {
            for row in FORMATS {
                let shown = (row.render)(std::slice::from_ref(report), &[], Show::ALL);
                let raw = shown.chars().find(|c| *c != '\n' && (is_unsafe(*c) || *c == '\t'));
                assert!(raw.is_none(), "{}: {raw:?} in {shown:?}", row.name);
                if matches!(row.name, "json" | "jsonl" | "sarif" | "gitlab") {
                    assert!(serde_json::from_str::<serde_json::Value>(&shown).is_ok(), "{}: {shown}", row.name);
                }
            }
        });
    }
}

#[test]
fn what_is_said_of_a_file_is_true_of_the_file() {
    let here = folder("sarif-files");
    let text = |share: u8| {
        format!(
            "Weather was fine.\\n\\nPolice of Ulvik said that {share} percent of the drivers voted to strike on Monday."
        )
    };
    let plain = text(61).replace("\\n", "\n");
    write(&here, "a.json", format!("{{\"text\": \"{}\"}}", text(84)));
    write(&here, "b.txt", &plain);
    write(
        &here,
        "c.md",
        format!("# News\n\n{}", plain.replace("61", "77")),
    );
    let args = |format| {
        [
            "compare",
            "--same-event",
            "--format",
            format,
            "a.json",
            "b.txt",
            "c.md",
        ]
    };
    let log: serde_json::Value =
        serde_json::from_str(&out(&run(&here, &args("sarif")))).expect("JSON");
    let files = log["runs"][0]["artifacts"].as_array().expect("files");
    let length = |at: usize| files.get(at).and_then(|file| file["length"].as_u64());
    assert_eq!(
        [0, 1, 2].map(length),
        [None, Some(plain.len() as u64), None]
    );
    assert!(files[0]["hashes"].is_null() && files[1]["hashes"].is_object());
    let results = log["runs"][0]["results"].as_array().expect("results");
    let places = results.iter().flat_map(|result| {
        let near = result["relatedLocations"].as_array().into_iter().flatten();
        near.chain(result["locations"].as_array().into_iter().flatten())
    });
    let mut lines: Vec<String> = places
        .map(|place| &place["physicalLocation"])
        .map(|place| {
            format!(
                "{} {}",
                place["artifactLocation"]["uri"], place["region"]["startLine"]
            )
        })
        .collect();
    lines.sort();
    lines.dedup();
    assert_eq!(lines, ["\"a.json\" 1", "\"b.txt\" 3", "\"c.md\" 5"]);
    let github = out(&run(&here, &args("github")));
    assert!(github.contains("file=a.json,line=1,"), "{github}");
}
