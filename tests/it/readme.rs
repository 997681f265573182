//! The README shows what the program prints.

use super::program::{SEEDS, err, folder, out, root, run, write};

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
    let [a, b] = SEEDS;
    let shown = picture(&out(&run(root(), &["compare", a, b])));
    let told = block("text");
    if std::env::var_os("TWOSOURCE_ACCEPT").is_some_and(|v| v == "1") {
        write(root(), "README.md", README.replacen(told, &shown, 1));
    } else {
        assert_eq!(told, shown);
    }
}

#[test]
fn the_first_rule_passes_its_tests() {
    let here = folder("readme-rule");
    std::fs::create_dir(here.join("rules")).expect("a folder");
    write(&here, "rules/harbour-strike.json", block("json"));
    let tests = run(&here, &["rules", "test", "rules/harbour-strike.json"]);
    assert_eq!(
        tests.status.code(),
        Some(0),
        "{}{}",
        out(&tests),
        err(&tests)
    );
    write(
        &here,
        "a.txt",
        "Drivers will walk off the job: 84 percent voted to strike.\n",
    );
    write(
        &here,
        "b.txt",
        "The strike was backed by 61 percent of drivers.\n",
    );
    let compared = run(&here, &["compare", "a.txt", "b.txt"]);
    assert!(out(&compared).contains("conflict[harbour-strike.share]"));
}
