//! Which answers an article gives to a question about its main event, and which of them comes first: `answers.tsv`.

use twosource::claim::extract;
use twosource::document::Document;
use twosource::rule::{built_in, compile};
use twosource::text::Source;

const CORPUS: &str = include_str!("answers.tsv");

#[test]
fn answers_stand_in_their_order() {
    let rules = compile(&built_in()).0;
    let mut wrong = Vec::new();
    for row in CORPUS.lines().filter(|row| !row.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [claim, published, text, wanted] = cells.as_slice() else {
            panic!("four cells: {row}");
        };
        let mut source = Source::new("example", text.replace(" / ", "\n\n"));
        source.published = (!published.is_empty()).then(|| (*published).to_owned());
        let account = extract(Document::parse(&source), &rules);
        let asked = |rule: usize| rules.claims.get(rule).is_some_and(|r| r.id == *claim);
        let main = |event: usize| account.events.get(event).is_some_and(|e| e.main);
        let answers = account
            .claims
            .iter()
            .filter(|c| asked(c.rule) && c.event.is_some_and(main));
        let answers: Vec<&str> = answers.map(|c| source.slice(c.span)).collect();
        let found = answers.join(" | ");
        if found != *wanted {
            wrong.push(format!("{text}\n  {found}\n  wanted {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
