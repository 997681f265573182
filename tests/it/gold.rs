//! The seeds, read by a careful editor: what must be found there, and that nothing else is called a conflict.

use twosource::rule::{built_in, compile};
use twosource::text::Source;

/// Claim, verdicts that are right, words of A, words of B (`-` for silence).
const GOLD: &str = include_str!("../gold/seeds.tsv");

#[test]
fn the_seeds_say_what_an_editor_found() {
    let rules = compile(&built_in()).0;
    let articles = [
        Source::new("a", include_str!("../../seeds/000_336b56e339cc527d.txt")),
        Source::new("b", include_str!("../../seeds/001_757741da40e0dde8.txt")),
    ];
    let report = twosource::compare("seeds", &articles, &rules);
    let shown = |finding: &twosource::finding::Finding, article: usize| {
        let sides = finding.sides.iter().filter(|s| s.member.article == article);
        sides
            .map(|s| articles[article].slice(s.span))
            .collect::<Vec<_>>()
    };
    let mut conflicts: Vec<&str> = Vec::new();
    let mut wrong = Vec::new();
    for row in GOLD
        .lines()
        .filter(|row| !row.is_empty() && !row.starts_with('#'))
    {
        let columns: Vec<&str> = row.split('\t').collect();
        let [claim, verdicts, a, b] = columns.as_slice() else {
            panic!("not four columns: {row}")
        };
        let fits = |words: &str, sides: &[&str]| {
            if words == "-" {
                sides.is_empty()
            } else {
                sides.iter().any(|s| s.contains(words))
            }
        };
        let found = report.findings.iter().find(|f| {
            rules.claims[f.rule].id == *claim && fits(a, &shown(f, 0)) && fits(b, &shown(f, 1))
        });
        match found {
            None => wrong.push(format!("{row}\n    nothing was found")),
            Some(f) if !verdicts.split(' ').any(|v| v == f.verdict.label()) => wrong.push(format!(
                "{row}\n    {} ({}) {}",
                f.verdict.label(),
                f.reason,
                f.why
            )),
            Some(f) if f.verdict.label() == "conflict" => conflicts.push(&f.fingerprint),
            Some(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let others: Vec<&str> = report
        .findings
        .iter()
        .filter(|f| f.verdict.label() == "conflict" && !conflicts.contains(&f.fingerprint.as_str()))
        .map(|f| rules.claims[f.rule].id.as_str())
        .collect();
    assert!(others.is_empty(), "false alarms: {others:?}");
}

#[test]
fn every_test_in_the_packs_holds() {
    let texts = built_in();
    let (rules, errors) = compile(&texts);
    assert!(errors.is_empty(), "{errors:?}");
    let packs: Vec<String> = rules.packs.iter().map(|p| p.id.clone()).collect();
    let failed: Vec<String> = twosource::trial::run(&rules, &texts, &packs)
        .into_iter()
        .filter(|t| t.outcome.label() != "validated")
        .map(|t| format!("{} {}: {:?}", t.outcome.label(), t.claim, t.remarks))
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
