//! What the engine does around patterns, each as a small rule file whose own tests must hold.

use crate::program::{err, folder, out, run};

/// Checks the tests of a rule file of one claim: `claim` is what stands between its braces.
#[track_caller]
fn check(name: &str, claim: &str) {
    let folder = folder(&format!("engine_{name}"));
    let rules = folder.join("rules");
    std::fs::create_dir(&rules).expect("a folder");
    let file = format!(
        r#"{{"format": 1, "id": "{name}", "title": "{name}", "use": ["common"], "claims": [{{{claim}}}]}}"#
    );
    let path = format!("rules/{name}.json");
    std::fs::write(folder.join(&path), file).expect("written");
    let tested = run(&folder, &["rules", "test", &path]);
    assert_eq!(
        tested.status.code(),
        Some(0),
        "{}{}",
        err(&tested),
        out(&tested)
    );
}

#[test]
fn a_cue_that_ends_in_a_determiner_reaches_a_count() {
    check(
        "ferry-dead",
        r#""id": "died", "ask": "How many died?", "value": "count", "find": ["{died} be killed"], "tests": [
            {"in": "The owners said that 50 people were killed on the ferry.", "get": "50 people"},
            {"in": "The owners denied that 50 people were killed on the ferry.", "get": null}]"#,
    );
}

#[test]
fn who_went_to_a_place_planned_nothing() {
    check(
        "harbour-trip",
        r#""id": "died", "ask": "How many died?", "value": "count", "find": ["{died} be killed"], "tests": [
            {"in": "The crews went to see where 50 people were killed.", "get": "50 people"},
            {"in": "When the crews went to the pier 50 people were killed.", "get": "50 people"}]"#,
    );
}

#[test]
fn an_exception_with_a_gap_takes_back_what_it_runs_to_the_end_of() {
    check(
        "ferry-captain",
        r#""id": "captain", "ask": "Who is its captain?", "value": "person",
            "find": ["captain {captain}"], "unless": ["(retired | former) ...2 captain {:person}"], "tests": [
            {"in": "The ferry's captain Orla Dunn waved.", "get": "Orla Dunn"},
            {"in": "The former ferry captain Orla Dunn waved.", "get": null}]"#,
    );
}

#[test]
fn an_exception_with_a_gap_counts_where_the_answer_ends_and_not_where_the_find_does() {
    check(
        "ferry-fire",
        r#""id": "day", "ask": "When was the fire?", "value": "date",
            "find": ["{day} fire", "{day} 's ...2 fire", "{day} ...4 burn", "burn ...3 {day}", "on {day} [,] ...4 burn"],
            "unless": ["(charge | court | hearing) ...4 {:date}"], "tests": [
            {"in": "On Monday the ferry burned.", "get": "Monday"},
            {"in": "A cook was in court on Monday after the ferry burned.", "get": null},
            {"in": "At a hearing in Oban on Monday, the ferry that burned was shown.", "get": null},
            {"in": "The cook in court burned his hand on Monday.", "get": "Monday"},
            {"in": "A cook is charged in the May 2019 fire.", "get": "May 2019"},
            {"in": "A cook was in court over Monday's second fire.", "get": "Monday"}]"#,
    );
    check(
        "ferry-men",
        r#""id": "who", "ask": "Who burned it?", "value": "person",
            "find": ["{who} ...3 burn"], "unless": ["(tell | ask) ...2 {:person}"], "tests": [
            {"in": "They told Orla Dunn that lads burned it.", "get": null},
            {"in": "They told Orla Dunn, who had burned it.", "get": null},
            {"in": "They asked for Orla Dunn who had burned it.", "get": "Orla Dunn"}]"#,
    );
    check(
        "ferry-load",
        r#""id": "load", "ask": "How many were aboard?", "value": "count",
            "find": ["with {load} and {load}", "with {load}"], "unless": ["with ...2 passenger"], "tests": [
            {"in": "It sailed with 70 passengers and four cooks aboard.", "get": "70 passengers and four cooks"},
            {"in": "It sailed with 70 passengers.", "get": null}]"#,
    );
}

#[test]
fn a_pattern_enters_at_the_organisation_that_a_role_holds() {
    check(
        "bank-head",
        r#""id": "head", "ask": "Who heads it?", "value": "person", "per": "bank",
            "find": ["{head} , [the] chief executive of {bank:organisation}", "{bank:organisation} 's chief executive [,] {head}",
                "chief executive of {bank:organisation} , {head}"], "tests": [
            {"in": "Tom Ashe, the chief executive of Marlow Bank, left.", "get": "Tom Ashe"},
            {"in": "Marlow Bank's chief executive, Tom Ashe, left.", "get": "Tom Ashe"},
            {"in": "The chief executive of Marlow Bank, Tom Ashe, left.", "get": "Tom Ashe"},
            {"in": "The chief executive of Marlow Bank left.", "get": null}]"#,
    );
}

#[test]
fn a_quotation_alone_raises_no_alarm_but_an_altered_one_does() {
    check(
        "ferry-quoted",
        r#""id": "died", "ask": "How many died?", "value": "count", "find": ["{died} be killed"], "tests": [
            {"a": "50 people were killed on the ferry.", "b": "80 people were killed on the ferry.", "verdict": "conflict"},
            {"a": "\"50 people were killed on the ferry,\" said Ann Lee.", "b": "80 people were killed on the ferry.", "verdict": "compatible"},
            {"a": "\"50 people were killed on the ferry,\" said Ann Lee.", "b": "50 people were killed on the ferry.", "verdict": "agree"},
            {"a": "\"50 people were killed on the ferry,\" said Ann Lee.", "b": "\"80 people were killed on the ferry,\" said Karl Holt.", "verdict": "compatible"},
            {"a": "\"50 people were killed on the ferry,\" said Ann Lee.", "b": "\"80 people were killed on the ferry,\" said Ann Lee.", "verdict": "conflict"}]"#,
    );
}
