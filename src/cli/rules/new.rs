//! `twosource rules new`: a rule file to begin with, whose own tests pass.

use super::super::args::NewArgs;
use super::super::{Outcome, output};
use super::FOLDER;
use crate::error::Error;
use crate::rule::built_in;
use std::io::Write;
use std::path::Path;

/// The file a new one is made of; `NAME` stands for its id, `WORDS` for the id with spaces.
const SKELETON: &str = include_str!("skeleton.json");

/// `twosource rules new`.
pub(crate) fn new(args: &NewArgs) -> Result<Outcome, Error> {
    let id = args.name.trim().trim_end_matches(".json");
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(plain) {
        let message =
            "a name is written in lower-case letters, digits and hyphens, as in strike-ballot";
        return Err(Error::new(message).at(args.name.clone()));
    }
    let path = Path::new(FOLDER).join(format!("{id}.json"));
    let shown = path.display().to_string();
    let fail = |error: std::io::Error| Error::new(error.to_string()).at(&shown);
    std::fs::create_dir_all(FOLDER).map_err(fail)?;
    let file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&path);
    let mut file = match file {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            let message = "there is such a file already; choose another name";
            return Err(Error::new(message).at(&shown));
        }
        other => other.map_err(fail)?,
    };
    let text = SKELETON
        .replace("NAME", id)
        .replace("WORDS", &id.replace('-', " "));
    file.write_all(text.as_bytes()).map_err(fail)?;
    let shipped = format!("built in: {id}.json");
    if built_in().iter().any(|text| text.origin == shipped) {
        output::note(&format!(
            "a rule file {id} ships with the program; {shown} replaces it"
        ));
    }
    output::print(&format!(
        "wrote {shown}\nnext:  twosource rules test {shown}\nthen:  open it, change the words, the patterns and the tests, and run the tests again (--watch runs them whenever you save)\n"
    ))?;
    Ok(Outcome::Clean)
}
