//! The program as a whole: what it prints, where, and with which exit code.

use super::program::{SEEDS, err, folder, out, program, refuses, root, run, with_input};
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

const A: &str = SEEDS[0];
const B: &str = SEEDS[1];

#[test]
fn the_seeds_have_two_conflicts() {
    let output = run(root(), &["compare", A, B]);
    assert_eq!(output.status.code(), Some(1));
    let text = out(&output);
    assert!(text.contains("conflict[walkout.emptied-room]"), "{text}");
    assert!(text.contains("2 conflicts"), "{text}");
    assert!(!text.contains('\u{1b}'), "colour in a pipe");
    assert_eq!(
        run(root(), &["compare", "--fail-on", "never", A, B])
            .status
            .code(),
        Some(0)
    );
}

#[test]
fn colour_follows_option_then_environment() {
    let colored = |command: &mut Command| {
        command
            .output()
            .expect("the program runs")
            .stdout
            .contains(&0x1b)
    };
    assert!(colored(
        program(root()).args(["compare", "--color", "always", A, B])
    ));
    assert!(colored(
        program(root())
            .args(["compare", A, B])
            .env("CLICOLOR_FORCE", "1")
    ));
    assert!(!colored(
        program(root())
            .args(["compare", A, B])
            .env("CLICOLOR_FORCE", "1")
            .env("NO_COLOR", "1")
    ));
    assert!(colored(
        program(root())
            .args(["compare", "--color", "always", A, B])
            .env("NO_COLOR", "1")
    ));
    assert!(!colored(
        program(root())
            .args(["compare", "--color", "never", A, B])
            .env("CLICOLOR_FORCE", "1")
    ));
}

#[test]
fn inputs_that_cannot_be_read_are_named() {
    let here = folder("unreadable");
    fs::write(here.join("empty.txt"), " \n").expect("a file");
    fs::write(here.join("nul.txt"), b"one line\0").expect("a file");
    fs::write(
        here.join("picture.txt"),
        b"\x89PNG\r\n\x1a\n\x81\x01\x02\x03",
    )
    .expect("a file");
    fs::write(here.join("plain.txt"), "Nothing happened.").expect("a file");
    fs::write(here.join("broken.json"), "{\"id\": 1, \"txt\": \"x\"}").expect("a file");
    fs::create_dir(here.join("folder")).expect("a folder");
    refuses(
        &run(&here, &["compare", "missing.txt", "plain.txt"]),
        &["missing.txt", "no such file"],
    );
    refuses(
        &run(&here, &["compare", "folder", "plain.txt"]),
        &["folder", "directory"],
    );
    refuses(
        &run(&here, &["compare", "empty.txt", "plain.txt"]),
        &["empty.txt", "empty"],
    );
    refuses(
        &run(&here, &["compare", "nul.txt", "plain.txt"]),
        &["nul.txt", "no text"],
    );
    refuses(
        &run(&here, &["compare", "picture.txt", "plain.txt"]),
        &["picture.txt", "no text"],
    );
    refuses(
        &run(&here, &["compare", "broken.json", "plain.txt"]),
        &["broken.json:1", "text"],
    );
    refuses(&run(&here, &["compare", "plain.txt"]), &["two articles"]);
    refuses(
        &run(&here, &["compare", "--colour", "plain.txt", "plain.txt"]),
        &["--colour", "--color"],
    );
    refuses(&run(&here, &["mentions", "missing.txt"]), &["missing.txt"]);
    let big = fs::File::create(here.join("big.txt")).expect("a file");
    big.set_len((64 << 20) + 1).expect("a large file");
    refuses(
        &run(&here, &["compare", "big.txt", "plain.txt"]),
        &["big.txt", "64 MiB"],
    );
}

#[test]
fn an_article_without_claims_is_no_clean_result() {
    let here = folder("silent");
    fs::write(
        here.join("a.txt"),
        "Envoys walked out of the Security Council on Monday.",
    )
    .expect("a file");
    fs::write(here.join("b.txt"), "The weather was fine.").expect("a file");
    refuses(
        &run(&here, &["compare", "a.txt", "b.txt"]),
        &["b.txt", "no claim"],
    );
}

const STRIKE: &str = r#"{"format": 1, "id": "strike", "event": {"seen-by": ["strike"]},
  "claims": [{"id": "union", "ask": "Who struck?", "choices": {"bakers": ["baker"], "miners": ["miner"]}}]}"#;

#[test]
fn a_rule_file_in_the_working_directory_is_used() {
    let here = folder("local-rules");
    fs::create_dir(here.join("rules")).expect("a folder");
    fs::write(here.join("rules/strike.json"), STRIKE).expect("a file");
    fs::write(here.join("a.txt"), "The bakers are on strike.").expect("a file");
    fs::write(here.join("b.txt"), "The miners are on strike.").expect("a file");
    let output = run(&here, &["compare", "a.txt", "b.txt"]);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    assert!(
        out(&output).contains("conflict[strike.union]"),
        "{}",
        out(&output)
    );
}

#[test]
fn rule_files_with_mistakes_or_in_a_wrong_place_are_named() {
    let here = folder("stray-rules");
    fs::create_dir_all(here.join("rules/more")).expect("a folder");
    fs::write(here.join("rules/strike.json"), STRIKE).expect("a file");
    fs::write(here.join("rules/more/other.json"), STRIKE).expect("a file");
    fs::write(
        here.join("rules/bad.json"),
        "{\"format\": 1, \"id\": \"bad\",\n \"claim\": []}",
    )
    .expect("a file");
    fs::write(here.join("a.txt"), "The bakers are on strike.").expect("a file");
    fs::write(here.join("b.txt"), "The miners are on strike.").expect("a file");
    let output = run(&here, &["compare", "a.txt", "b.txt"]);
    refuses(
        &output,
        &["rules/more", "rules/bad.json:2:3", "did you mean claims?"],
    );
    assert!(
        out(&output).contains("conflict[strike.union]"),
        "one bad file must not hide the others"
    );
    refuses(
        &run(
            &here,
            &["compare", "--rules", "nowhere.json", "a.txt", "b.txt"],
        ),
        &["nowhere.json"],
    );
}

#[test]
fn jsonl_answers_in_input_order_whatever_the_threads() {
    let line = |n: u32| {
        format!(
            "{{\"id\": \"p{n}\", \"articles\": [{{\"text\": \"{n} envoys walked out.\"}}, {{\"text\": \"Envoys walked out.\"}}]}}\n"
        )
    };
    let lines = (0..40).map(line).collect::<Vec<_>>().concat();
    let args = ["compare", "--input", "jsonl", "--format", "jsonl", "-"];
    let many = with_input(root(), &args, &lines);
    let ids: Vec<String> = out(&many)
        .lines()
        .map(|l| {
            l.split("\"id\":\"p")
                .nth(1)
                .and_then(|r| r.split('"').next())
                .unwrap_or("")
                .to_owned()
        })
        .collect();
    let one = program(root())
        .args(args)
        .env("RAYON_NUM_THREADS", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut one = one.expect("the program starts");
    one.stdin
        .take()
        .expect("its input")
        .write_all(lines.as_bytes())
        .expect("it reads");
    assert_eq!(out(&one.wait_with_output().expect("it ends")), out(&many));
    assert_eq!(ids.len(), 40, "{}", err(&many));
}

#[test]
fn nothing_unsafe_from_an_article_reaches_the_terminal() {
    let here = folder("hostile");
    fs::write(here.join("a.txt"), "Envoys \u{1b}]0;x\u{7}\u{202e}walked out of the Security\u{200b} Council on Monday, before his speech.").expect("a file");
    fs::write(
        here.join("b.txt"),
        "Envoys walked out of the Security Council on \u{1b}[31mTuesday, as his speech began.",
    )
    .expect("a file");
    for args in [
        ["compare", "--all", "a.txt", "b.txt"].as_slice(),
        &["mentions", "a.txt"],
        &["extract", "b.txt"],
        &["read", "a.txt"],
    ] {
        let output = run(&here, args);
        let unsafe_char = |c: &char| *c != '\n' && twosource::text::is_unsafe(*c);
        let text = out(&output) + &err(&output);
        assert_eq!(text.chars().find(unsafe_char), None, "{args:?}: {text:?}");
    }
}
