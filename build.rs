//! Lists the rule files under `rules/`, so that a pack ships by being there.

#![expect(clippy::expect_used, reason = "a build script can only stop")]

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
    for path in files {
        println!("cargo::rerun-if-changed={}", path.display());
        let name = path
            .file_name()
            .expect("a file has a name")
            .to_string_lossy();
        writeln!(
            table,
            "    ({name:?}, include_str!({:?})),",
            path.display().to_string()
        )
        .expect("writing to a string");
    }
    table.push(']');
    let out =
        Path::new(&env::var("OUT_DIR").expect("cargo names the output folder")).join("built_in.rs");
    fs::write(out, table).expect("the output folder can be written");
}
