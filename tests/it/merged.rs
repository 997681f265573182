//! What was merged when the program was built is what compiling the same files gives, alone and beside files of one's own.

use crate::program::root;
use twosource::claim;
use twosource::document::Document;
use twosource::rule::{Case, ClaimRule, ClaimRules, RuleSet, RuleText, built_in, compile, ready};
use twosource::text::Source;

#[test]
fn the_packs_that_ship_are_merged_as_they_compile() {
    let (compiled, errors) = compile(&built_in());
    let (merged, none) = ready(&built_in());
    assert!(errors.is_empty() && none.is_empty(), "{errors:?}");
    // Without their tests: they were not compiled just now.
    assert!(merged.claims.iter().all(|claim| claim.tests.is_empty()));
    assert!(merged.names.iter().eq(compiled.names.iter()));
    assert!(merged.labels.iter().eq(compiled.labels.iter()));
    assert_eq!(
        format!("{:?}", merged.patterns),
        format!("{:?}", compiled.patterns)
    );
    let same = format!("{:?}", merged.automata) == format!("{:?}", compiled.automata);
    assert!(same, "the automata differ");
    assert_same(&merged, &compiled);
}

#[test]
fn files_beside_those_that_ship_are_merged_as_they_compile() {
    let mut texts = built_in();
    for name in ["ferry-service", "school-closure", "strike-ballot"] {
        let path = root().join(format!("examples/rules/{name}.json"));
        texts.push(RuleText {
            origin: format!("{name}.json").into(),
            text: std::fs::read_to_string(path).expect("the example").into(),
            layer: 1,
        });
    }
    let (compiled, errors) = compile(&texts);
    let (merged, none) = ready(&texts);
    assert!(errors.is_empty() && none.is_empty(), "{errors:?}");
    assert_eq!((compiled.automata.len(), merged.automata.len()), (1, 2));
    assert_same(&merged, &compiled);
    assert!(merged.names.iter().eq(compiled.names.iter()));
    assert!(merged.labels.iter().eq(compiled.labels.iter()));
    // Of the files that ship one claim in twenty, of the others all.
    let asked = compiled.claims.iter().enumerate();
    let asked = asked.filter(|(at, claim)| at % 20 == 0 || claim.pack >= built_in().len());
    let mut told = 0;
    for text in asked.flat_map(|(_, claim)| sentences(claim)) {
        assert_eq!(answers(&merged, text), answers(&compiled, text), "{text}");
        told += 1;
    }
    assert!(told > 300, "{told} sentences");
}

/// What rules read in a text.
fn answers(rules: &RuleSet, text: &str) -> String {
    let source = Source::new("a", text);
    let account = claim::extract(Document::parse(&source), rules);
    format!("{:?} {:?}", account.events, account.claims)
}

/// The sentences of a claim's tests.
fn sentences(claim: &ClaimRule) -> impl Iterator<Item = &str> {
    claim.tests.iter().flat_map(|test| match &test.case {
        Case::Reads { sentence, .. } => vec![sentence.as_str()],
        Case::Compares { a, b, .. } => vec![a.as_str(), b.as_str()],
    })
}

/// What else they hold is the same but for the tests of the files that ship.
fn assert_same(merged: &RuleSet, compiled: &RuleSet) {
    let claims = |rules: &ClaimRules| -> Vec<String> {
        let shown = rules.iter().map(|claim| {
            let mut without_tests = claim.clone();
            without_tests.tests.clear();
            format!("{without_tests:?}")
        });
        shown.collect()
    };
    assert_eq!(claims(&merged.claims), claims(&compiled.claims));
    assert_eq!(merged.clause_break, compiled.clause_break);
    assert_eq!(merged.deictic, compiled.deictic);
    assert_eq!(merged.whole, compiled.whole);
    assert_eq!(merged.besides, compiled.besides);
    assert_eq!(merged.known.is_empty(), compiled.known.is_empty());
    assert_eq!(merged.elsewhere, compiled.elsewhere);
    let packs = |rules: &RuleSet| format!("{:?}", rules.packs);
    assert_eq!(packs(merged), packs(compiled));
}
