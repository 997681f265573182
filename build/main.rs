//! Lists the rule files under `rules/`, so that a pack ships by being there, and merges their patterns, so that a
//! program that starts has nothing to compile; nor has it to stem the words of the table of concepts, or to read phrases.
//!
//! What reads patterns is the program's own code (`src/rule`), included here as far as it needs no claims and no values.

#![expect(clippy::expect_used, reason = "a build script can only stop")]
#![expect(clippy::print_stdout, reason = "cargo reads what it prints")]

#[path = "../src/error.rs"]
#[allow(dead_code, unreachable_pub, reason = "half of it is used here")]
mod error;
#[path = "../src/problem.rs"]
#[allow(dead_code, unreachable_pub, reason = "half of it is used here")]
mod problem;

mod document;
mod phrases;
mod rule;
mod statement;
mod text;
mod value;

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=rules");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo names the package's folder");
    let folder = Path::new(&root).join("rules");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("the folder rules is part of the package")
        .map(|entry| entry.expect("an entry of the folder rules").path())
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        // The table of the number room, which includes it itself.
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| name != "quantifiers.json")
        })
        .collect();
    files.sort();
    let mut table = String::from("&[\n");
    let mut texts = Vec::new();
    for path in files {
        println!("cargo::rerun-if-changed={}", path.display());
        let name = path
            .file_name()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(&path).expect("a rule file is text");
        writeln!(
            table,
            "    File {{ origin: \"built in: {name}\", text: include_str!({:?}) }},",
            path.display().to_string(),
        )
        .expect("writing to a string");
        texts.push((name, text));
    }
    table.push(']');
    // A file with a mistake is told of when the program runs, as any other is; nothing is merged then.
    let image = rule::image(&texts).unwrap_or_else(|problem| {
        println!("cargo::warning=rules/{problem}");
        rule::Writer::default()
    });
    let out = env::var("OUT_DIR").expect("cargo names the output folder");
    let write = |name: &str, bytes: &[u8]| {
        fs::write(Path::new(&out).join(name), bytes).expect("the output folder can be written");
    };
    write("built_in.rs", table.as_bytes());
    write("concepts.rs", statement::concepts().as_bytes());
    for (name, table) in phrases::tables() {
        write(name, table.as_bytes());
    }
    write("patterns.bin", &image.bytes);
    write("patterns.rows", &image.rows);
    write("patterns.txt", image.text.as_bytes());
}
