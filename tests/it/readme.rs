//! The README shows what the program prints.

use std::path::Path;
use std::process::Command;

const README: &str = include_str!("../../README.md");

/// The first fenced block of a language.
fn block(language: &str) -> &'static str {
    let start = format!("```{language}\n");
    README
        .split(&start)
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("a block of that language")
}

/// The first discrepancy of a report and what stands below its findings.
fn picture(report: &str) -> String {
    let first = report.split("\n\n").next().unwrap_or("");
    let below = report.rsplit("\n\n").next().unwrap_or("");
    format!("{first}\n…\n{below}")
}

/// With `TWOSOURCE_ACCEPT=1` the picture is written instead of compared.
#[test]
fn the_picture_is_the_report() {
    let output = Command::new(env!("CARGO_BIN_EXE_twosource"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args([
            "compare",
            "seeds/000_336b56e339cc527d.txt",
            "seeds/001_757741da40e0dde8.txt",
        ])
        .env_remove("CLICOLOR_FORCE")
        .output()
        .expect("the program runs");
    let shown = picture(&String::from_utf8_lossy(&output.stdout));
    let told = block("text");
    if std::env::var_os("TWOSOURCE_ACCEPT").is_some_and(|v| v == "1") {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        std::fs::write(page, README.replacen(told, &shown, 1)).expect("a page");
    } else {
        assert_eq!(told, shown);
    }
}

#[test]
fn the_first_rule_passes_its_tests() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme-rule");
    std::fs::create_dir_all(folder.join("rules")).expect("a folder");
    std::fs::write(folder.join("rules/harbour-strike.json"), block("json")).expect("a file");
    let program = |args: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_twosource"))
            .current_dir(&folder)
            .args(args)
            .output()
            .expect("the program runs")
    };
    let tests = program(&["rules", "test", "rules/harbour-strike.json"]);
    assert_eq!(
        tests.status.code(),
        Some(0),
        "{}{}",
        String::from_utf8_lossy(&tests.stdout),
        String::from_utf8_lossy(&tests.stderr)
    );
    std::fs::write(
        folder.join("a.txt"),
        "Drivers will walk off the job: 84 percent voted to strike.\n",
    )
    .expect("a file");
    std::fs::write(
        folder.join("b.txt"),
        "The strike was backed by 61 percent of drivers.\n",
    )
    .expect("a file");
    let compared = program(&["compare", "a.txt", "b.txt"]);
    assert!(String::from_utf8_lossy(&compared.stdout).contains("conflict[harbour-strike.share]"));
}
