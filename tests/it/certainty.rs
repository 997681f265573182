//! How surely an article claims what a question asks, and whether it negates it: `certainty.tsv`.

use twosource::claim::extract;
use twosource::document::Document;
use twosource::rule::{built_in, compile};
use twosource::text::Source;

const CORPUS: &str = include_str!("certainty.tsv");

#[test]
fn answers_are_claimed_as_the_text_claims_them() {
    let rules = compile(&built_in()).0;
    let mut wrong = Vec::new();
    for row in CORPUS.lines().filter(|row| !row.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [claim, text, wanted] = cells.as_slice() else {
            panic!("three cells: {row}");
        };
        let source = Source::new("example", *text);
        let account = extract(Document::parse(&source), &rules);
        let asked = |rule: usize| rules.claims.get(rule).is_some_and(|r| r.id == *claim);
        let claims = account.claims.iter().filter(|c| asked(c.rule));
        let answers: Vec<String> = claims
            .map(|c| {
                let not = if c.negated { "not " } else { "" };
                format!("{}: {not}{}", source.slice(c.span), c.certainty.label())
            })
            .collect();
        let found = answers.join(" | ");
        if found != *wanted {
            wrong.push(format!("{text}\n  {found}\n  wanted {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
