//! The order of the rooms, and the house rules that a program can check.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, highest first: a room imports only from rooms above it.
const ROOMS: [&str; 15] = [
    "error",
    "text",
    "problem",
    "document",
    "value",
    "compare",
    "mention",
    "rule",
    "claim",
    "align",
    "statement",
    "finding",
    "report",
    "trial",
    "cli",
];

/// Most lines of code a file may have, tests and comments not counted.
const LONGEST_FILE: usize = 400;

fn sources() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the package") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    assert!(files.len() > 40, "the sources were not found");
    files
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("a source file")
}

/// The lines of a file that are code and not its tests.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let body = text.split("#[cfg(test)]").next().unwrap_or("");
    let lines = body
        .lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line.trim()));
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with("//"))
}

fn room_of(path: &Path) -> Option<usize> {
    let inside = path
        .strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        .expect("a source");
    let first = inside
        .components()
        .next()
        .expect("a name")
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    ROOMS
        .iter()
        .position(|room| first == *room || first == format!("{room}.rs"))
}

fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_room_imports_only_rooms_above_it() {
    let mut wrong = Vec::new();
    for path in sources() {
        let Some(own) = room_of(&path) else {
            let root = ["lib.rs", "main.rs"]
                .iter()
                .any(|name| path.ends_with(format!("src/{name}")));
            assert!(root, "{} lies in no room", path.display());
            continue;
        };
        let text = text(&path);
        for (line, code) in code(&text) {
            for part in code.split("crate::").skip(1) {
                let name: String = part
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                let is_room = part
                    .get(name.len()..)
                    .is_some_and(|rest| rest.starts_with("::") || rest.starts_with(';'));
                let other = ROOMS
                    .iter()
                    .position(|room| *room == name)
                    .filter(|_| is_room);
                if other.is_some_and(|other| other > own) {
                    wrong.push(format!(
                        "{}:{line}: {} imports {name}",
                        path.display(),
                        ROOMS[own]
                    ));
                }
            }
        }
    }
    report(&wrong);
}

#[test]
fn every_import_names_its_room() {
    let grouped = |code: &str| code.starts_with("use crate::{");
    let mut wrong = Vec::new();
    for path in sources() {
        let text = text(&path);
        let lines = code(&text).filter(|(_, code)| grouped(code));
        wrong.extend(lines.map(|(line, _)| {
            format!(
                "{}:{line}: name the room: use crate::room::Item",
                path.display()
            )
        }));
    }
    report(&wrong);
}

#[test]
fn only_the_command_line_touches_the_world() {
    const WORLD: [&str; 6] = [
        "std::fs",
        "std::env",
        "std::io",
        "std::process",
        "std::time",
        "std::net",
    ];
    let mut wrong = Vec::new();
    for path in sources()
        .into_iter()
        .filter(|p| room_of(p).is_some_and(|room| ROOMS[room] != "cli"))
    {
        let text = text(&path);
        for (line, code) in code(&text) {
            if let Some(found) = WORLD.iter().find(|w| code.contains(*w)) {
                wrong.push(format!("{}:{line}: {found}", path.display()));
            }
        }
    }
    report(&wrong);
}

#[test]
fn nothing_in_the_middle_panics() {
    const PANICS: [&str; 6] = [
        ".unwrap()",
        ".expect(",
        "panic!(",
        "unreachable!(",
        "todo!(",
        "unimplemented!(",
    ];
    let mut wrong = Vec::new();
    for path in sources() {
        let text = text(&path);
        for (line, code) in code(&text) {
            if let Some(found) = PANICS.iter().find(|p| code.contains(*p)) {
                wrong.push(format!("{}:{line}: {found}", path.display()));
            }
        }
    }
    report(&wrong);
}

#[test]
fn a_file_says_what_it_answers_and_stays_short() {
    let mut wrong = Vec::new();
    for path in sources() {
        let text = text(&path);
        if !text.starts_with("//! ") {
            wrong.push(format!(
                "{}: the first line must say what the file answers",
                path.display()
            ));
        }
        let lines = code(&text).count();
        if lines > LONGEST_FILE {
            wrong.push(format!(
                "{}: {lines} lines of code, more than {LONGEST_FILE}: split it by noun",
                path.display()
            ));
        }
    }
    report(&wrong);
}
