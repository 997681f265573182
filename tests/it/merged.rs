//! What was merged when the program was built is what compiling the same files gives.

use twosource::rule::{ClaimRules, built_in, compile, ready};

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
    let packs = |rules: &twosource::rule::RuleSet| format!("{:?}", rules.packs);
    assert_eq!(packs(&merged), packs(&compiled));
}
