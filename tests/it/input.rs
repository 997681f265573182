//! The kinds of files that people have: what is read from each, and what is said about it.

use super::program::{err, folder, out, refuses, run, with_input, write};
use std::path::Path;

const STORY: &str = "Envoys walked out of the Security Council on Monday – a naïve protest.";

/// What `twosource mentions` reads in a file, without names and places.
fn mentions(folder: &Path, name: &str) -> String {
    let output = run(folder, &["mentions", "--format", "json", name]);
    assert_eq!(output.status.code(), Some(0), "{name}: {}", err(&output));
    let answer: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    let rows = answer["mentions"].as_array().expect("mentions");
    let texts = rows.iter().map(|row| row["text"].as_str().unwrap_or(""));
    texts.collect::<Vec<_>>().join(" | ")
}

#[test]
fn an_encoding_makes_no_difference_and_is_named() {
    let here = folder("encodings");
    write(&here, "utf8.txt", STORY);
    let plain = mentions(&here, "utf8.txt");
    assert!(plain.contains("Monday"), "{plain}");
    let wide: Vec<u8> = STORY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide_big: Vec<u8> = STORY.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let latin: Vec<u8> = STORY
        .chars()
        .map(|c| if c == '–' { 0x96 } else { c as u8 })
        .collect();
    write(&here, "marked.txt", format!("\u{feff}{STORY}"));
    write(&here, "crlf.txt", format!("{STORY}\r\n\r\n"));
    write(&here, "utf16.txt", [b"\xff\xfe".as_slice(), &wide].concat());
    write(
        &here,
        "utf16-big.txt",
        [b"\xfe\xff".as_slice(), &wide_big].concat(),
    );
    write(&here, "utf16-bare.txt", &wide);
    write(&here, "latin.txt", &latin);
    for (name, said) in [
        ("marked.txt", ""),
        ("crlf.txt", ""),
        ("utf16.txt", "UTF-16LE"),
        ("utf16-big.txt", "UTF-16BE"),
        ("utf16-bare.txt", "UTF-16LE"),
        ("latin.txt", "Windows-1252"),
    ] {
        assert_eq!(mentions(&here, name), plain, "{name}");
        let remarks = err(&run(&here, &["mentions", name]));
        assert!(remarks.contains(said), "{name}: {remarks}");
        assert_eq!(remarks.is_empty(), said.is_empty(), "{name}: {remarks}");
        assert!(said.is_empty() || remarks.contains(name), "{remarks}");
    }
}

#[test]
fn markdown_is_read_at_the_places_of_the_file() {
    let here = folder("markdown");
    let text = "---\ntitle: Walkout\ndate: 2024-05-02\n---\n# News\n\n```\nThe 40 envoys\n```\n\n| 50 | envoys |\n|----|--------|\n\nOn **Monday** [12 envoys](https://example.org/13) left.\n";
    write(&here, "story.md", text);
    let output = run(&here, &["mentions", "--format", "json", "story.md"]);
    let answer: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    let rows = answer["mentions"].as_array().expect("mentions");
    let found: Vec<&str> = rows.iter().filter_map(|row| row["text"].as_str()).collect();
    assert!(
        found.contains(&"Monday") && found.contains(&"12 envoys"),
        "{found:?}"
    );
    assert!(
        !found
            .iter()
            .any(|t| ["40", "50", "13"].iter().any(|n| t.contains(n))),
        "{found:?}"
    );
    for row in rows.iter().filter(|row| row["span"]["part"] == "text") {
        let at = |key: &str| row["span"][key].as_u64().expect("an offset") as usize;
        assert_eq!(text.get(at("start")..at("end")), row["text"].as_str());
        let before = text.get(..at("start")).expect("an offset of the file");
        assert_eq!(at("line"), before.matches('\n').count() + 1);
    }
    let monday = rows
        .iter()
        .find(|row| row["text"] == "Monday")
        .expect("Monday");
    assert_eq!(
        monday["from"], "2024-04-29",
        "the front matter's date anchors it"
    );
}

const PAGE: &str = r#"<!doctype html><html><head><meta charset="iso-8859-1"><title>Envoys walk out - Example News</title>
<meta property="og:site_name" content="Example News"><meta property="article:published_time" content="2024-05-02T10:00:00+02:00">
<meta name="author" content="Ann Lee"></head><body><nav><a href="/">Home</a> <a href="/99">99 stories</a></nav>
<article><h1>Envoys walk out</h1><p>Twelve envoys walked out of the Security Council on Monday, na@vely hoping that others would follow them out of the room before the speech had even begun.</p>
<p>The chair, who had been warned of the protest in the morning, said that the meeting would go on, and that nobody had been asked to leave.</p></article>
<footer>Copyright 1999 Example News</footer></body></html>"#;

#[test]
fn a_saved_page_is_its_article() {
    let here = folder("pages");
    let bytes: Vec<u8> = PAGE
        .bytes()
        .map(|b| if b == b'@' { 0xef } else { b })
        .collect();
    write(&here, "story.html", bytes);
    let output = run(&here, &["read", "--format", "json", "story.html"]);
    let answer: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    let text = answer["text"].as_str().expect("a text");
    assert!(
        text.starts_with("Twelve envoys") || text.starts_with("Envoys walk out"),
        "{text}"
    );
    assert!(
        text.contains("naïvely") && !text.contains("99 stories"),
        "{text}"
    );
    assert!(
        answer["title"]
            .as_str()
            .is_some_and(|t| t.contains("Envoys walk out")),
        "{answer}"
    );
    assert!(
        err(&output).contains("windows-1252") || err(&output).contains("Windows-1252"),
        "{}",
        err(&output)
    );
    assert!(mentions(&here, "story.html").contains("Monday"));
}

#[test]
fn an_empty_page_is_no_article() {
    let here = folder("empty-page");
    write(&here, "empty.html", "<html><body></body></html>");
    refuses(&run(&here, &["read", "empty.html"]), &["empty.html"]);
}

#[test]
fn lines_in_which_nothing_can_be_compared_are_refused() {
    let here = folder("empty-groups");
    let pair = "{\"articles\": [{\"text\": \"The ferry met ice.\"}, {\"text\": \"The ferry met ice.\"}]}\n";
    let one = "{\"id\": \"p1\", \"articles\": [{\"text\": \"The ferry met ice.\"}]}\n";
    let none = "{\"id\": \"p2\", \"articles\": []}\n";
    for (text, said) in [
        (String::new(), "groups.jsonl: the file is empty"),
        ("\n \n".to_owned(), "groups.jsonl: the file is empty"),
        (
            format!("{pair}{one}"),
            "groups.jsonl:2:1: the group p1 has one article",
        ),
        (
            format!("{pair}\n{none}"),
            "groups.jsonl:3:1: the group p2 has no article",
        ),
    ] {
        write(&here, "groups.jsonl", &text);
        for command in [&["compare"][..], &["rules", "stats", "--gold"]] {
            let output = run(&here, &[command, &["groups.jsonl"]].concat());
            refuses(&output, &[said]);
            assert_eq!(out(&output), "", "{text}");
        }
    }
}

#[test]
fn a_day_of_publication_that_is_none_is_refused_wherever_it_stands() {
    let here = folder("published");
    let article = |published: &str| {
        format!(
            "{{\"id\": \"wire\", \"published\": \"{published}\", \"text\": \"The ferry met ice on Monday.\"}}"
        )
    };
    for wrong in ["yesterday", "3 June 2024", "2024-06-05T99:99zz"] {
        write(&here, "a.json", article(wrong));
        let said = ["a.json:1:29: the article wire: ", wrong, "YYYY-MM-DD", "^"];
        refuses(&run(&here, &["extract", "a.json"]), &said);
        write(&here, "a.jsonl", format!("\n{}\n", article(wrong)));
        let said = ["a.jsonl:2:29: the article wire: ", wrong, "YYYY-MM-DD"];
        refuses(&run(&here, &["extract", "a.jsonl"]), &said);
        let pair = [article("2024-06-05"), article(wrong)].join(", ");
        write(&here, "g.jsonl", format!("{{\"articles\": [{pair}]}}"));
        let said = ["g.jsonl:1:", "the article wire: ", wrong, "YYYY-MM-DD"];
        refuses(&run(&here, &["compare", "g.jsonl"]), &said);
        write(&here, "a.txt", "The ferry met ice.");
        let option = ["extract", "--published", wrong, "a.txt"];
        refuses(&run(&here, &option), &[wrong, "YYYY-MM-DD"]);
    }
    for right in [
        "2018-02-03T18:20:32",
        "2024-06-05T10:11:12.000Z",
        "2024-06-05",
        "",
    ] {
        write(&here, "a.json", article(right));
        let output = run(&here, &["extract", "a.json"]);
        assert_eq!(
            (output.status.code(), err(&output).as_str()),
            (Some(0), ""),
            "{right}"
        );
    }
}

#[test]
fn what_is_no_article_is_said_at_its_place() {
    let here = folder("objects");
    for (text, said) in [
        (
            "[\"a\", \"T\", null, null, null, \"text\"]",
            "a.json:1:1: this is no object: an article is",
        ),
        (
            "{\"text\": \" \"}",
            "a.json:1:1: the article a.json is empty",
        ),
        (
            "{\"id\": 1}",
            "a.json:1:1: missing field `text`: an article is an object",
        ),
        (
            "{\"text\":\n {}}",
            "a.json:2:2: invalid type: map, expected a string\n  |\n2 |  {}}\n  |  ^",
        ),
        (
            "{\"text\": \"a\",}",
            "a.json:1:13: JSON has no comma after the last item",
        ),
    ] {
        write(&here, "a.json", text);
        refuses(&run(&here, &["read", "a.json"]), &[said]);
    }
    write(
        &here,
        "g.jsonl",
        "{\"articles\": [{\"text\": \"a\"}, [\"a\"]]}",
    );
    refuses(
        &run(&here, &["compare", "g.jsonl"]),
        &["g.jsonl:1:30: this is no object"],
    );
    write(
        &here,
        "title.json",
        "{\"title\": \"Ferry meets ice\", \"text\": \"\"}",
    );
    assert_eq!(run(&here, &["read", "title.json"]).status.code(), Some(0));
}

#[test]
fn a_misspelt_key_is_named_once_a_file_and_others_are_left_to_others() {
    let here = folder("keys");
    let row = "{\"publised\": \"2024-06-05\", \"topic\": \"ice\", \"gold\": [], \"source_id\": 7, \"source\": \"Wire\", \"text\": \"The ferry met ice.\"}\n";
    write(&here, "a.jsonl", row.repeat(3));
    let output = run(&here, &["read", "a.jsonl"]);
    assert_eq!(output.status.code(), Some(0));
    let said = err(&output);
    let expected = "note: a.jsonl:1:2: the key \"publised\" is not read, did you mean published?";
    assert!(said.starts_with(expected), "{said}");
    assert_eq!(said.matches("note:").count(), 1, "{said}");
}

#[test]
fn more_than_the_limit_is_refused_from_a_pipe_too() {
    let here = folder("limit");
    let long = "The ferry met ice.\n".repeat((64 << 20) / 19 + 1);
    let output = with_input(&here, &["read", "-"], &long);
    refuses(&output, &["-: larger than the limit of 64 MiB"]);
    assert_eq!(out(&output), "");
}

#[test]
fn a_file_of_article_lines_is_compared_and_one_of_groups_takes_no_dates() {
    let here = folder("article-lines");
    let article = |id: &str, share: u8| {
        format!(
            "{{\"id\": \"{id}\", \"text\": \"Police said that {share} percent of the drivers of Ulvik voted to strike on Monday.\"}}\n"
        )
    };
    write(&here, "two.jsonl", article("x", 84) + &article("y", 61));
    let dates = ["--published-a", "2024-05-02"];
    let compare = ["compare", "--format", "json", "--same-event"];
    let told = out(&run(
        &here,
        &[&compare[..], &dates, &["two.jsonl"]].concat(),
    ));
    assert!(
        told.contains("\"id\": \"x\"") && told.contains("\"2024-04-29\""),
        "{told}"
    );
    let one = with_input(
        &here,
        &["compare", "--input", "jsonl", "-"],
        &article("x", 84),
    );
    refuses(&one, &["two articles or more; here is one"]);
    let group = format!(
        "{{\"articles\": [{}, {}]}}",
        article("x", 84).trim(),
        article("y", 61).trim()
    );
    write(&here, "groups.jsonl", group);
    let output = run(&here, &[&compare[..], &dates, &["groups.jsonl"]].concat());
    refuses(
        &output,
        &["groups.jsonl: ", "--published-a", "\"published\""],
    );
}

#[test]
fn every_command_gives_the_place_of_the_file() {
    let here = folder("places");
    let wrapped = "---\ntitle: Ferry workers of Ulvik walk out\n---\n\nThe strike of Ulvik began on\nMonday, and it was not long until the board\nwas told that 84 percent of\ndrivers had voted to strike.\n\nNobody slept.\n";
    write(&here, "w.md", wrapped);
    write(&here, "v.md", wrapped.replace("84", "61"));
    let rule = r#"{"format": 1, "id": "ballot", "event": {"seen-by": ["strike", "walk out"]}, "claims": [
        {"id": "share", "ask": "What share?", "value": "percent", "find": ["{share} ...4 vote"]},
        {"id": "who", "ask": "Who?", "choices": {"ferry": ["ferry workers"], "bus": ["bus workers"]}}]}"#;
    write(&here, "ballot.json", rule);
    let said = |command: &[&str], articles: &[&str]| {
        let args = [command, articles, &["--rules", "ballot.json"]].concat();
        let output = run(&here, &args);
        assert!(output.status.code() < Some(2), "{}", err(&output));
        out(&output)
    };
    let both = ["w.md", "v.md"];
    for (text, places) in [
        (
            said(&["extract"], &["w.md"]),
            &["w.md:7:15", "w.md:title:1:1"][..],
        ),
        (said(&["mentions"], &["w.md"]), &["w.md:7:15"]),
        (
            said(&["explain", "ballot"], &both),
            &["w.md:7:15", "v.md:7:15", "w.md:title:1:1"],
        ),
        (said(&["compare"], &both), &["w.md:7:15", "v.md:7:15"]),
        (
            said(&["compare", "--format", "markdown", "--all"], &both),
            &["title:1:1"],
        ),
        (said(&["rules", "coverage"], &["w.md"]), &["w.md:10:1"]),
    ] {
        for place in places {
            assert!(text.contains(place), "{place} is missing in: {text}");
        }
    }
}
