//! The patterns of the files that ship, merged as the program's rule room merges them.
#![allow(dead_code, unreachable_pub, reason = "half of it is used here")]

#[path = "../src/rule/automata.rs"]
mod automata;
#[path = "../src/rule/automaton.rs"]
mod automaton;
#[path = "../src/rule/builder.rs"]
mod builder;
#[path = "../src/rule/class.rs"]
mod class;
#[path = "../src/rule/element.rs"]
mod element;
#[path = "../src/rule/file.rs"]
mod file;
#[path = "../src/rule/image.rs"]
mod image;
#[path = "../src/rule/inflect.rs"]
mod inflect;
#[path = "../src/rule/json.rs"]
mod json;
#[path = "../src/rule/merge.rs"]
mod merge;
#[path = "../src/rule/need.rs"]
mod need;
#[path = "../src/rule/node.rs"]
mod node;
#[path = "../src/rule/open.rs"]
mod open;
#[path = "../src/rule/pattern.rs"]
mod pattern;
#[path = "../src/rule/phrases.rs"]
mod phrases;
#[path = "../src/rule/present.rs"]
mod present;
#[path = "../src/rule/purpose.rs"]
mod purpose;
#[path = "../src/rule/resolve.rs"]
mod resolve;
#[path = "../src/rule/table.rs"]
mod table;
#[path = "../src/rule/tables.rs"]
mod tables;
mod writer;

use crate::problem::Problem;
use merge::Merger;
pub(crate) use writer::Writer;

/// These files, their patterns merged, as they are written; or the first mistake.
pub(crate) fn image(texts: &[(String, String)]) -> Result<Writer, String> {
    let told = |name: &str, problem: &Problem| format!("{name}: {}", problem.message);
    let mut trees = Vec::new();
    for (name, text) in texts {
        let (tree, problems) = json::parse(text);
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
