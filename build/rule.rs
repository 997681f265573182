//! The patterns of the files that ship, merged as the program's rule room merges them.
#![allow(dead_code, unreachable_pub, reason = "half of it is used here")]

#[path = "../src/rule/automaton/mod.rs"]
mod automaton;
#[path = "../src/rule/file/mod.rs"]
mod file;
#[path = "../src/rule/image.rs"]
mod image;
#[path = "../src/rule/merge/mod.rs"]
mod merge;
#[path = "../src/rule/pattern/mod.rs"]
mod pattern;
mod writer;

use crate::problem::Problem;
use merge::Merger;
pub(crate) use writer::Writer;

/// These files, their patterns merged, as they are written; or the first mistake.
pub(crate) fn image(texts: &[(String, String)]) -> Result<Writer, String> {
    let told = |name: &str, problem: &Problem| format!("{name}: {}", problem.message);
    let mut trees = Vec::new();
    for (name, text) in texts {
        let (tree, problems) = file::json::parse(text);
        if let Some(problem) = problems.first() {
            return Err(told(name, problem));
        }
        trees.extend(tree);
    }
    let files: Vec<file::File<'_>> = trees.iter().map(file::file).collect();
    let all: Vec<(usize, &file::File<'_>)> = files.iter().enumerate().collect();
    let mut merger = Merger::default();
    let mut first_claim = 0;
    for (at, file) in &all {
        let (lists, missing) = merge::lists(&all, *at, file);
        if let Some(missing) = missing.first() {
            return Err(format!("{} is used and not there", missing.text));
        }
        let count = merge::Count {
            text: *at,
            pack: *at,
            first_claim,
        };
        merger.file(file, count, lists);
        first_claim += file.claims.len();
    }
    if let Some((at, problem)) = merger.problems.first() {
        return Err(told(&texts[*at].0, problem));
    }
    let mut writer = Writer::default();
    writer.files(&files, &merger.held);
    writer.image(&merger.finish(&files.iter().collect::<Vec<_>>()));
    Ok(writer)
}
