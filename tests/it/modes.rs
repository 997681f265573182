//! What `--as versions` and `--as summary` tell of a text in which one fact was changed, and of one in which none was.

use super::program::{err, folder, out, refuses, run, write};
use std::path::Path;

const REPORT: &str = "Two trains collide near Quillan, twelve dead

Twelve people, including two children, died on Tuesday when two trains collided near Quillan in southern France, the prefect \
said. The crash happened 3 km north of the station shortly before noon. The driver of the first train, an engineer from Lourdes, \
was among the dead. He had braked before the collision, investigators said.

Ligne Sud, which runs the line, denied any fault. \"We checked every signal last month,\" said its chief executive, Odile \
Marchand. Shares in Railor fell 2 percent in Paris.

Mayor Jean Bordas said that he would not attend the festival on Sunday. A public inquiry will begin in May, and the line remains \
closed.
";

/// How the program ends and what it prints of two texts, the first told by `first`.
fn told(here: &Path, mode: &str, first: &str) -> (Option<i32>, String) {
    let output = run(here, &["compare", "--as", mode, first, "report.txt"]);
    (output.status.code(), out(&output))
}

#[test]
fn every_fact_that_a_version_changes_is_told() {
    let here = folder("mode-versions");
    write(&here, "report.txt", REPORT);
    for (was, is) in [
        ("3 km north", "3 km south"),
        ("3 km north", "7 km north"),
        ("before the collision", "during the collision"),
        ("Odile Marchand", "Luc Perret"),
        ("in Railor", "in Nordlok"),
        ("an engineer from", "a lawyer from"),
        ("from Lourdes", "from Tarbes"),
        ("among the dead", "among the injured"),
        ("denied any fault", "admitted fault"),
        ("would not attend", "would attend"),
        ("remains closed", "has reopened"),
        ("begin in May", "begin in June"),
        ("fell 2 percent", "rose 2 percent"),
        ("two trains collided", "two buses collided"),
        ("near Quillan in", "near Lyon in"),
        ("on Tuesday when", "on Wednesday when"),
        ("before noon", "after noon"),
        ("two children", "three children"),
        ("every signal", "every camera"),
        ("southern France", "northern France"),
        ("A public inquiry", "A judicial inquiry"),
    ] {
        let older = REPORT.replace(was, is);
        assert_ne!(older, REPORT, "{was}");
        write(&here, "older.txt", &older);
        let (code, said) = told(&here, "versions", "older.txt");
        assert_eq!(code, Some(1), "{was} {is}: {said}");
    }
}

#[test]
fn words_of_one_meaning_are_no_changed_fact() {
    let here = folder("mode-wording");
    write(&here, "report.txt", REPORT);
    for (was, is) in [
        ("will begin in May", "will start in May"),
        ("Twelve people", "12 people"),
        ("the prefect said", "the prefect said in a statement"),
    ] {
        let older = REPORT.replace(was, is);
        assert_ne!(older, REPORT, "{was}");
        write(&here, "older.txt", &older);
        let (code, said) = told(&here, "versions", "older.txt");
        assert_eq!(code, Some(0), "{was} {is}: {said}");
    }
}

#[test]
fn another_word_is_told_of_versions_alone_and_can_be_explained() {
    let here = folder("mode-explain");
    write(&here, "report.txt", REPORT);
    let older = REPORT.replace("an engineer from", "a lawyer from");
    write(&here, "older.txt", &older);
    let texts = ["older.txt", "report.txt"];
    let worded = |mode: &str| {
        let options = ["compare", "--same-event", "--format", "json", "--as", mode];
        let said = out(&run(&here, &[&options[..], &texts].concat()));
        let answer: serde_json::Value = serde_json::from_str(&said).expect("JSON");
        let rows = answer["findings"].as_array().expect("findings").clone();
        rows.into_iter()
            .find(|row| row["claim"] == "general.wording")
    };
    assert_eq!(worded("same-event"), None);
    let found = worded("versions").expect("another word");
    assert_eq!(
        (&found["verdict"], &found["severity"]),
        (&"unclear".into(), &"warning".into())
    );
    let name = found["fingerprint"].as_str().expect("a name");
    let explain = |more: &[&str]| run(&here, &[&["explain", name], &texts[..], more].concat());
    let told = explain(&["--as", "versions"]);
    assert_eq!(told.status.code(), Some(0), "{}", err(&told));
    assert!(
        out(&told).contains(&format!("{name} unclear (warning)")),
        "{}",
        out(&told)
    );
    refuses(&explain(&["--same-event"]), &["--as"]);
}

#[test]
fn a_summary_is_held_against_the_sentence_that_tells_the_same() {
    let here = folder("mode-summary");
    write(&here, "report.txt", REPORT);
    for (summary, supported) in [
        (
            "Twelve people died when two trains collided near Quillan on Tuesday.",
            true,
        ),
        (
            "Twelve people, including two children, died near Quillan.",
            true,
        ),
        (
            "Twelve people died when two trains collided near Lyon on Tuesday.",
            false,
        ),
        ("Thirteen people died near Quillan.", false),
        ("Ligne Sud admitted fault.", false),
        ("Mayor Jean Bordas will attend the festival.", false),
        ("Shares in Railor rose.", false),
    ] {
        write(&here, "summary.txt", summary);
        let (code, said) = told(&here, "summary", "summary.txt");
        assert_eq!(code, Some(i32::from(!supported)), "{summary}: {said}");
    }
}
