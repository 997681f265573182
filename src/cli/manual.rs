//! What the program says of itself for other programs: shell completions, man pages, JSON Schemas.

use super::args::Args;
use super::{Outcome, output, rules};
use crate::error::Error;
use clap::{CommandFactory, ValueEnum};
use std::path::PathBuf;

/// A contract that is published as JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Contract {
    /// The configuration, twosource.json
    Config,
    /// A rule file
    Rules,
    /// What the program prints with --format json
    Output,
}

/// Options of `man`.
#[derive(Debug, clap::Args)]
pub(super) struct ManArgs {
    /// Write a page for every command into this folder instead
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
}

/// `twosource schema`.
pub(super) fn schema(contract: Contract) -> Result<Outcome, Error> {
    let text = match contract {
        Contract::Config => include_str!("../../docs/schema/config.schema.json"),
        Contract::Rules => return rules::schema(),
        Contract::Output => include_str!("../../docs/schema/output.schema.json"),
    };
    output::print(text)?;
    Ok(Outcome::Clean)
}

/// `twosource completions`.
pub(super) fn completions(shell: clap_complete::Shell) -> Result<Outcome, Error> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "twosource", &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Clean)
}

/// `twosource man`.
pub(super) fn man(args: &ManArgs) -> Result<Outcome, Error> {
    let fail = |error: std::io::Error| Error::new(error.to_string());
    if let Some(folder) = &args.out {
        let name = folder.display().to_string();
        std::fs::create_dir_all(folder).map_err(|e| fail(e).at(name.clone()))?;
        clap_mangen::generate_to(Args::command(), folder).map_err(|e| fail(e).at(name))?;
        return Ok(Outcome::Clean);
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(Args::command())
        .render(&mut page)
        .map_err(fail)?;
    output::print(&String::from_utf8_lossy(&page))?;
    Ok(Outcome::Clean)
}
